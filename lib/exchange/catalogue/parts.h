/*
 * The parts of the catalogue.
 */
#ifndef SMET_EXCHANGE_CATALOGUE_PARTS_H
#define SMET_EXCHANGE_CATALOGUE_PARTS_H

#include "exchange/catalogue/entry.h"

/* Each puts the parts of its subject into the catalogue. */
void smet__put_record_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_score_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_pathway_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_source_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_code_parts(struct smet__tree *tree, json_t *catalogue);

#endif
