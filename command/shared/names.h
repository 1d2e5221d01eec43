/*
 * Names of things for people, and lists of them, from the library's own words.
 */
#ifndef SACRALMET_TOOLS_NAMES_H
#define SACRALMET_TOOLS_NAMES_H

#include "shared/text.h"

#include <sacralmet/sacralmet.h>

const char *field_label(smet_field_t field);
const char *intervention_label(smet_intervention_t intervention);
const char *verdict_label(smet_verdict_t verdict);

/* Adds the labels of fields: at most `most` of them, then how many more there are. */
void words_fields(struct text *words, const smet_field_t *fields, size_t count, size_t most);

/* Adds the values of a set that a field may have, as a reader would say them. */
void words_values(struct text *words, smet_field_t field, const smet_value_t *values,
                  size_t count);

/* Adds a reference in brackets: the review's own by number, others by key. */
void words_reference(struct text *words, int32_t reference);

#endif
