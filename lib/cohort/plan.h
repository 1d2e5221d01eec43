/*
 * How the rows of a set of columns are scored with one instrument.
 */
#ifndef SMET_COHORT_PLAN_H
#define SMET_COHORT_PLAN_H

#include "cohort/column.h"
#include "cohort/kernel.h"

/*
 * A plan says which columns bear on the instrument. Where every one of them
 * gives the points of one item, whatever the others hold, the kernel can sum
 * them; else rows are read as planes, through the links between fields.
 */
struct smet_plan {
    bool is_plain;
    struct smet_kernel_task task; /* where it is plain */
    int columns[SMET__INPUTS_MAX]; /* the column behind each input of the task */
};

void smet__make_plan(smet_instrument_t instrument, const struct smet_column *const *columns,
                     size_t column_count, struct smet_plan *plan);

/* A task of one column that only tells which of its codes the field has. */
void smet__make_check_task(smet_field_t field, struct smet_kernel_task *task);

#endif
