/*
 * Answers as a struct array of Arrow that owns its buffers.
 */
#ifndef SMET_COHORT_ARROW_OUTPUT_H
#define SMET_COHORT_ARROW_OUTPUT_H

#include "cohort/column.h"

#include <sacralmet/arrow.h>

/* A disposition and whether it is settled for each intervention, and the rows' status. */
enum { SMET__ARROW_ANSWERS_MAX = 2 * SMET__INTERVENTION_COUNT + 1 };

/* What the cells of a child are; while they are filled in, each is a byte. */
enum smet_arrow_cells {
    SMET__ARROW_NUMBERS,  /* the byte itself */
    SMET__ARROW_VERDICTS, /* `enum smet_verdict`; becomes an index into the keys of all verdicts */
    SMET__ARROW_TRUTHS,   /* 0 or 1; becomes a bit */
    SMET__ARROW_STATUS    /* `enum smet_row_status`; the last child, and never null */
};

/* The children of a struct array of answers, in order. */
struct smet_arrow_answers {
    int count;
    struct {
        const char *key, *suffix; /* together, the name */
        enum smet_arrow_cells cells;
    } children[SMET__ARROW_ANSWERS_MAX];
};

/* Makes the type of answers; false when there is no memory. */
bool smet__arrow_answer_schema(const struct smet_arrow_answers *answers,
                               struct ArrowSchema *schema);

/*
 * Makes room for the answers of some rows: `cells` gets, for each child, where
 * its bytes go. False when there is no memory.
 */
bool smet__arrow_answer_array(const struct smet_arrow_answers *answers, size_t rows,
                              struct ArrowArray *array,
                              uint8_t *cells[SMET__ARROW_ANSWERS_MAX]);

/* Once the bytes stand there: makes them what they become, and rows without an answer null. */
void smet__arrow_answer_finish(const struct smet_arrow_answers *answers,
                               struct ArrowArray *array);

#endif
