#include "summary/trials.h"

#include <stdlib.h>
#include <string.h>

static void add_column(struct trials *trials, smet_field_t field)
{
    size_t index = trials->column_count++;
    for (size_t i = 0; i < trials->columns->count; i++)
        if (trials->columns->all[i].field == field)
            trials->source[index] = &trials->columns->all[i];
    uint8_t *codes = tool_allocate(NULL, TRIALS_MAX);
    memset(codes, CELL_UNKNOWN, TRIALS_MAX);
    trials->codes[index] = codes;
    trials->all[index] = (struct smet_column){.size = sizeof(struct smet_column),
                                              .field = field,
                                              .element = SMET_ELEMENT_UINT8,
                                              .has_unknown = 1,
                                              .unknown = CELL_UNKNOWN,
                                              .values = codes};
    trials->pointers[index] = &trials->all[index];
    trials->column_of[field] = index;
}

void trials_begin(struct trials *trials, smet_instrument_t instrument, uint64_t reads,
                  uint64_t open, const struct columns *columns)
{
    *trials = (struct trials){.instrument = instrument, .columns = columns};
    for (size_t i = 0; i < columns->count; i++)
        if ((reads >> columns->all[i].field & 1) != 0)
            add_column(trials, columns->all[i].field);
    for (size_t i = 0; i < trials->column_count; i++)
        open &= ~(UINT64_C(1) << trials->all[i].field);
    for (smet_field_t field = 0; field < TRIALS_FIELDS; field++)
        if ((open >> field & 1) != 0)
            add_column(trials, field);
    trials->bands = tool_allocate(NULL, TRIALS_MAX);
    trials->owner = tool_allocate(NULL, TRIALS_MAX * sizeof *trials->owner);
}

void trials_end(struct trials *trials)
{
    for (size_t i = 0; i < trials->column_count; i++)
        free(trials->codes[i]);
    free(trials->bands);
    free(trials->owner);
    free(trials->candidates);
}

void trials_add(struct trials *trials, size_t row, smet_field_t field,
                const struct value_set *values)
{
    if (trials->candidate_count == trials->candidate_capacity) {
        trials->candidate_capacity = trials->candidate_count == 0 ? 1024
                                                                  : trials->candidate_count * 2;
        trials->candidates = tool_allocate(
            trials->candidates, trials->candidate_capacity * sizeof *trials->candidates);
    }
    trials->candidates[trials->candidate_count++] =
        (struct candidate){(uint32_t)row, field, *values, true};
}

/* --- trying ---------------------------------------------------------------- */

/* Scores the trials that wait; a candidate decides while each leaves one band. */
static void score(struct trials *trials)
{
    const struct smet_score_arrays arrays = {.size = sizeof arrays, .bands = trials->bands};
    columns_require(smet_score_columns(trials->instrument, trials->pointers,
                                       trials->column_count, trials->count, &arrays, NULL));
    for (size_t i = 0; i < trials->count; i++)
        if ((trials->bands[i] & (trials->bands[i] - 1)) != 0)
            trials->candidates[trials->owner[i]].decides = false;
    trials->count = 0;
}

static void try_value(struct trials *trials, size_t candidate, uint8_t value)
{
    const struct candidate *own = &trials->candidates[candidate];
    for (size_t i = 0; i < trials->column_count; i++)
        if (trials->source[i] != NULL)
            trials->codes[i][trials->count] =
                ((const uint8_t *)trials->source[i]->values)[own->row];
        else
            trials->codes[i][trials->count] = CELL_UNKNOWN;
    trials->codes[trials->column_of[own->field]][trials->count] = value;
    trials->owner[trials->count++] = (uint32_t)candidate;
    if (trials->count == TRIALS_MAX)
        score(trials);
}

/* The last value comes first, since there it mostly shows when one does not decide. */
static void try_last(struct trials *trials)
{
    for (size_t i = 0; i < trials->candidate_count; i++)
        try_value(trials, i, value_set_last(&trials->candidates[i].values));
    score(trials);
}

static void try_others(struct trials *trials)
{
    for (size_t i = 0; i < trials->candidate_count; i++) {
        const struct value_set *values = &trials->candidates[i].values;
        uint8_t last = value_set_last(values);
        for (uint8_t value = 0; value < last && trials->candidates[i].decides; value++)
            if (value_set_has(values, value))
                try_value(trials, i, value);
    }
    score(trials);
}

void trials_run(struct trials *trials, uint64_t *counts)
{
    if (trials->candidate_count == 0)
        return;
    try_last(trials);
    try_others(trials);
    for (size_t i = 0; i < trials->candidate_count; i++)
        counts[trials->candidates[i].field] += trials->candidates[i].decides;
    trials->candidate_count = 0;
}
