/*
 * When a question of the whole record is asked.
 */
#ifndef SMET_EXCHANGE_DEFINITION_ENABLE_H
#define SMET_EXCHANGE_DEFINITION_ENABLE_H

#include "exchange/json/write.h"

/* Puts the conditions of the question of a field, if it has any. */
void smet__put_enable_when(struct smet__tree *tree, json_t *question, smet_field_t field);

#endif
