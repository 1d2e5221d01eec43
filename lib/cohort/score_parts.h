/*
 * Rows whose columns bear on an instrument in a way that the kernel cannot sum.
 */
#ifndef SMET_COHORT_SCORE_PARTS_H
#define SMET_COHORT_SCORE_PARTS_H

#include "cohort/parts.h"

/* Scores rows of columns that were checked. */
void smet__score_by_parts(smet_instrument_t instrument, const struct smet_column *const *columns,
                          size_t column_count, size_t row_count,
                          const struct smet_score_arrays *arrays);

/* What is known of the scores of a block of rows. */
struct smet_sums {
    uint32_t totals[SMET__PART_ROWS]; /* mask, a reported one applied */
    uint32_t open[SMET__PART_ROWS];   /* mask of items */
    uint8_t fits[SMET__PART_ROWS];    /* 0: a reported total that no items give */
};

/*
 * Adds the parts of an instrument, whose `subject` is its number and whose answers
 * smet__score_part() gives. Returns how many they are.
 */
int smet__score_parts_add(struct smet_parts *parts, smet_instrument_t instrument);
smet__part_answer smet__score_part;

/* Sums the parts from `first` on that belong to one instrument. */
void smet__sum_parts(struct smet_parts *parts, int first, int part_count, size_t count,
                     struct smet_sums *sums);

/* The bands that some totals may lie in. */
uint8_t smet__bands_of(smet_instrument_t instrument, uint32_t totals);

#endif
