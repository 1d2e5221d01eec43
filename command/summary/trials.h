/*
 * Rows tried with other values: which open fields would decide them alone, whatever
 * their value.
 */
#ifndef SACRALMET_TOOLS_TRIALS_H
#define SACRALMET_TOOLS_TRIALS_H

#include "summary/possible.h"

/* A field that may decide a row. */
struct candidate {
    uint32_t row;
    smet_field_t field;
    struct value_set values;
    bool decides;
};

/* How many trials are scored at a time. */
enum { TRIALS_MAX = 16384, TRIALS_FIELDS = 64 };

struct trials {
    smet_instrument_t instrument;
    const struct columns *columns;
    struct smet_column all[TRIALS_FIELDS];
    const struct smet_column *pointers[TRIALS_FIELDS];
    const struct smet_column *source[TRIALS_FIELDS]; /* NULL for a field without a column */
    uint8_t *codes[TRIALS_FIELDS];
    size_t column_count;
    size_t column_of[TRIALS_FIELDS]; /* by field */
    uint8_t *bands;
    uint32_t *owner; /* of each trial: the candidate */
    size_t count;

    struct candidate *candidates;
    size_t candidate_count, candidate_capacity;
};

/* `reads` is a mask of the fields that the instrument's answers depend on, `open` of
 * those that candidates may name. */
void trials_begin(struct trials *trials, smet_instrument_t instrument, uint64_t reads,
                  uint64_t open, const struct columns *columns);
void trials_end(struct trials *trials);

void trials_add(struct trials *trials, size_t row, smet_field_t field,
                const struct value_set *values);

/* Finds out which of the candidates decide, adds them up by field, and forgets them. */
void trials_run(struct trials *trials, uint64_t *counts);

#endif
