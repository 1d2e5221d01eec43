/*
 * Names of things for people, and lists of them, from the library's own words.
 */
#ifndef SACRALMET_TOOLS_NAMES_H
#define SACRALMET_TOOLS_NAMES_H

#include <sacralmet/sacralmet.h>

/* A text that is put together piece by piece; what does not fit is left out. */
struct words {
    char text[4096];
    size_t length;
};

void words_clear(struct words *words);
void words_add(struct words *words, const char *text);

/* Adds `text` behind a separator, unless it is the first. */
void words_join(struct words *words, const char *separator, const char *text);

const char *field_label(smet_field_t field);
const char *intervention_label(smet_intervention_t intervention);
const char *verdict_label(smet_verdict_t verdict);

/*
 * Adds the labels of the fields of a mask: at most `most` of them, then how
 * many more there are.
 */
void words_fields(struct words *words, uint64_t fields, int most);

/* Adds the values of a set that a field may have, as a reader would say them. */
void words_values(struct words *words, smet_field_t field, const smet_value_t *values,
                  size_t count);

/* Adds a reference in brackets: the review's own by number, others by key. */
void words_reference(struct words *words, int32_t reference);

/* Adds the references of a rule. */
void words_references(struct words *words, smet_rule_t rule);

#endif
