/*
 * A block of rows as bit planes: for each class of values of each field one bit a row, set
 * where the row still allows it. Links, scores, findings and rules are boolean operations
 * on planes, for all rows of the block at once. One source, compiled for several
 * instruction sets; the tables are its programs.
 *
 * What it gives for a row is what smet__assess() gives for the row's record.
 */
#ifndef SMET_COHORT_PLANES_H
#define SMET_COHORT_PLANES_H

#include "cohort/classes.h"
#include "cohort/column.h"

enum {
    SMET__BLOCK_ROWS = 256, /* rows of a block, one bit of a plane each */
    SMET__BLOCK_WORDS = SMET__BLOCK_ROWS / 64,
    SMET__RULES_OF_MAX = 16 * SMET__INTERVENTION_COUNT
};

/* The rules that speak of each intervention, cautions aside. */
struct smet_rules_of {
    uint16_t first[SMET__INTERVENTION_COUNT + 1];
    uint8_t rules[SMET__RULES_OF_MAX];
};

/* What the rows are asked for; NULL: not asked for. */
struct smet_planes_task {
    const struct smet_classes *classes;
    const struct smet_rules_of *rules_of; /* where dispositions are asked for */
    const struct smet_column *const *columns;
    size_t column_count;
    const struct smet_disposition_arrays *dispositions;
    const struct smet_check_arrays *checks;
    const struct smet_score_arrays *scores;
    smet_instrument_t instrument; /* whose scores */
};

/* Finds them out from the tables. */
void smet__make_rules_of(struct smet_rules_of *rules_of);

/* Answers `count` rows, at most a block, from `first` on. */
typedef void smet__planes(const struct smet_planes_task *task, size_t first, size_t count);

smet__planes smet__planes_portable, smet__planes_avx2;

/* What the processor can run. */
smet__planes smet__planes_best;

#endif
