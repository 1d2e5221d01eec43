/*
 * What every object of the catalogue may have.
 */
#ifndef SMET_EXCHANGE_CATALOGUE_ENTRY_H
#define SMET_EXCHANGE_CATALOGUE_ENTRY_H

#include "exchange/json/write.h"

/* The beginning of every object of the catalogue: its key and its number. */
json_t *smet__entry(struct smet__tree *tree, const char *key, int32_t number);

/* What writes a condition in words, such as smet_rule_condition(). */
typedef size_t (*smet__speaker)(int32_t of, char *text, size_t capacity);

void smet__put_condition(struct smet__tree *tree, json_t *object, smet__speaker speaker,
                         int32_t of);

#endif
