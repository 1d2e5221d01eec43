/*
 * Lookups of the kernel, made of entries: in every form that some kernel reads.
 */
#ifndef SMET_COHORT_LOOKUP_H
#define SMET_COHORT_LOOKUP_H

#include "cohort/kernel.h"

#include <stdbool.h>

/* What each index gives: first an unknown cell, which is always good, then the codes. */
struct smet_entries {
    int last; /* the greatest good index */
    bool is_good[SMET__INDEX_LIMIT];
    uint8_t least[SMET__INDEX_LIMIT], greatest[SMET__INDEX_LIMIT];
};

/* Fills an input's lookups. False where the task has no room for the steps. */
bool smet__make_lookups(const struct smet_entries *entries, struct smet_kernel_task *task,
                       struct smet_input *input);

/* Brings the inputs into the order that the kernel asks for; `columns` goes with them. */
void smet__order_inputs(struct smet_kernel_task *task, int *columns);

/* Band `b` is that from minimum[b] to maximum[b]; no total lies beyond `greatest`. */
bool smet__make_band_lookup(const uint8_t *minimum, const uint8_t *maximum, int count, int greatest,
                            struct smet_kernel_task *task);

#endif
