/*
 * Phrases that FHIR answers put together, said into a text that grows.
 */
#ifndef SMET_EXCHANGE_PHRASES_H
#define SMET_EXCHANGE_PHRASES_H

#include "exchange/shared/markdown.h"
#include "exchange/shared/term_set.h"

/* Says `separator` first where something was said already. */
void smet__say_next(struct smet__words *words, const char *separator, const char *text);

/* The numbers whose bits are set, as "0, 3 to 5". */
void smet__say_bits(struct smet__words *words, uint64_t mask);

/* The labels of the terms of a set, with commas. */
void smet__say_terms(struct smet__words *words, smet_vocabulary_t vocabulary,
                     const struct smet__set *terms);

/* The text as a JSON string, NULL where it failed; lets the words go. */
json_t *smet__words_json(struct smet__words *words);

#endif
