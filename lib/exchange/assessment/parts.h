/*
 * The parts of a written assessment.
 */
#ifndef SMET_EXCHANGE_ASSESSMENT_H
#define SMET_EXCHANGE_ASSESSMENT_H

#include "exchange/json/write.h"

/* Every instrument's score. */
json_t *smet__scores_json(struct smet__tree *tree, const smet_assessment *assessment);

/* Every intervention, with its rules and cautions. */
json_t *smet__interventions_json(struct smet__tree *tree, const smet_assessment *assessment);

#endif
