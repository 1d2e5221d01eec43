/*
 * Answers as a struct array of Arrow that owns its buffers.
 */
#ifndef SMET_COHORT_ARROW_OUTPUT_H
#define SMET_COHORT_ARROW_OUTPUT_H

#include "cohort/column.h"

#include <sacralmet/arrow.h>

/* Makes the type of an instrument's answers; false when there is no memory. */
bool smet__arrow_answer_schema(smet_instrument_t instrument, struct ArrowSchema *schema);

/*
 * Makes room for the answers of some rows, which `arrays` then points into;
 * false when there is no memory.
 */
bool smet__arrow_answer_array(size_t rows, struct ArrowArray *array,
                              struct smet_score_arrays *arrays);

/* Once the answers stand there: marks rows without one as null. */
void smet__arrow_answer_finish(struct ArrowArray *array);

#endif
