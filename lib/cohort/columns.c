/*
 * Cohorts: the public calls, block by block.
 */
#include "cohort/plan.h"
#include "cohort/planes.h"
#include "base/errors.h"
#include "core/record.h"
#include "score/score.h"

/* Rows that are worked on at a time; what they need fits into the nearest cache. */
enum { BLOCK = 1024 };

static size_t least_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* --- rows that the kernel can sum -------------------------------------- */

/* The cells of one block, where they had to be converted. */
struct scratch {
    uint8_t codes[SMET__INPUTS_MAX][BLOCK];
    uint8_t unknown[SMET__INPUTS_MAX][BLOCK];
};

/* Points an input at the codes of a block, converted where they are no bytes. */
static void feed(const struct smet_column *column, size_t first, size_t count,
                 struct smet_input *input, uint8_t *codes, uint8_t *unknown)
{
    if (smet__column_is_bytes(column)) {
        input->codes = (const uint8_t *)column->values + first;
        input->has_reserved = smet__column_reserved(column, &input->reserved);
    } else {
        smet__column_codes(column, first, count, codes);
        input->codes = codes;
        input->has_reserved = column->has_unknown;
        input->reserved = SMET__CODE_UNKNOWN;
    }
    input->unknown = NULL;
    if (column->validity != NULL) {
        smet__column_unknown(column, first, count, unknown);
        input->unknown = unknown;
    }
}

static uint8_t *at_row(uint8_t *array, size_t row)
{
    return array == NULL ? NULL : array + row;
}

static struct smet_kernel_output outputs_at(const struct smet_score_arrays *arrays, size_t first)
{
    return (struct smet_kernel_output){
        .minimum = at_row(arrays->minimum, first),
        .maximum = at_row(arrays->maximum, first),
        .bands = at_row(arrays->bands, first),
        .missing = at_row(arrays->missing, first),
        .status = at_row(arrays->status, first),
    };
}

struct score_answer {
    uint8_t minimum, maximum, bands, missing, status;
};

/* What a row with a bad code gets. */
static const struct score_answer no_answer = {SMET_NO_TOTAL, SMET_NO_TOTAL, 0, 0,
                                              SMET_ROW_BAD_CODE};

static void put_answer(const struct smet_kernel_output *output, size_t row,
                       const struct score_answer *answer)
{
    if (output->minimum != NULL)
        output->minimum[row] = answer->minimum;
    if (output->maximum != NULL)
        output->maximum[row] = answer->maximum;
    if (output->bands != NULL)
        output->bands[row] = answer->bands;
    if (output->missing != NULL)
        output->missing[row] = answer->missing;
    if (output->status != NULL)
        output->status[row] = answer->status;
}

/* Checks the codes of a column that bears on no item, with the same kernel. */
static void check_column(const struct smet_column *column, size_t row_count,
                         struct scratch *scratch, const struct smet_score_arrays *arrays)
{
    struct smet_kernel_task task;
    uint8_t status[BLOCK];
    const struct smet_kernel_output to = {.status = status};
    smet__make_check_task(column->field, &task);
    for (size_t first = 0; first < row_count; first += BLOCK) {
        size_t count = least_size(BLOCK, row_count - first);
        const struct smet_kernel_output output = outputs_at(arrays, first);
        feed(column, first, count, &task.inputs[0], scratch->codes[0], scratch->unknown[0]);
        smet__kernel_best(&task, count, &to);
        for (size_t i = 0; i < count; i++)
            if (status[i] != SMET_ROW_GOOD)
                put_answer(&output, i, &no_answer);
    }
}

/* How many rows the kernel is given at a time: all, where no cell must be converted. */
static size_t block_size(const struct smet_plan *plan, const struct smet_column *const *columns,
                         size_t row_count)
{
    for (int i = 0; i < plan->task.input_count; i++) {
        const struct smet_column *column = columns[plan->columns[i]];
        if (column->validity != NULL || !smet__column_is_bytes(column))
            return BLOCK;
    }
    return row_count;
}

static void score_plain(struct smet_plan *plan, const struct smet_column *const *columns,
                        size_t column_count, size_t row_count, struct scratch *scratch,
                        const struct smet_score_arrays *arrays)
{
    size_t block = block_size(plan, columns, row_count);
    struct smet_fields fed = {{0}};
    for (int i = 0; i < plan->task.input_count; i++)
        smet__fields_add(&fed, columns[plan->columns[i]]->field);
    for (size_t first = 0; first < row_count; first += block) {
        size_t count = least_size(block, row_count - first);
        const struct smet_kernel_output output = outputs_at(arrays, first);
        for (int i = 0; i < plan->task.input_count; i++)
            feed(columns[plan->columns[i]], first, count, &plan->task.inputs[i],
                 scratch->codes[i], scratch->unknown[i]);
        smet__kernel_best(&plan->task, count, &output);
    }
    for (size_t c = 0; c < column_count; c++)
        if (!smet__fields_has(fed, columns[c]->field))
            check_column(columns[c], row_count, scratch, arrays);
}

/* --- rows as planes ------------------------------------------------------ */

static void run_planes(const struct smet_planes_task *given, size_t row_count)
{
    struct smet_classes classes;
    struct smet_rules_of rules_of;
    struct smet_planes_task task = *given;
    smet__make_classes(&classes);
    task.classes = &classes;
    if (task.dispositions != NULL) {
        smet__make_rules_of(&rules_of);
        task.rules_of = &rules_of;
    }
    for (size_t first = 0; first < row_count; first += SMET__BLOCK_ROWS)
        smet__planes_best(&task, first, least_size(SMET__BLOCK_ROWS, row_count - first));
}

smet_status_t smet_score_columns(smet_instrument_t instrument,
                                 const struct smet_column *const *columns, size_t column_count,
                                 size_t row_count, const struct smet_score_arrays *output,
                                 struct smet_error *error)
{
    smet_status_t status = smet__columns_output_check(output, sizeof *output, error);
    if (status != SMET_OK)
        return status;
    if (!smet__is_instrument(instrument))
        return smet__refuse(error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                            "There is no instrument with number %d.", (int)instrument);
    status = smet__columns_check(columns, column_count, row_count, error);
    if (status != SMET_OK)
        return status;
    struct smet_plan plan;
    smet__make_plan(instrument, columns, column_count, &plan);
    if (plan.is_plain) {
        struct scratch scratch; /* what the plan's inputs point into */
        score_plain(&plan, columns, column_count, row_count, &scratch, output);
    } else {
        const struct smet_planes_task task = {.columns = columns,
                                              .column_count = column_count,
                                              .scores = output,
                                              .instrument = instrument};
        run_planes(&task, row_count);
    }
    return SMET_OK;
}


smet_status_t smet_assess_columns(const struct smet_column *const *columns, size_t column_count,
                                  size_t row_count, const struct smet_disposition_arrays *output,
                                  struct smet_error *error)
{
    smet_status_t status = smet__columns_output_check(output, sizeof *output, error);
    if (status == SMET_OK)
        status = smet__columns_check(columns, column_count, row_count, error);
    if (status != SMET_OK)
        return status;
    const struct smet_planes_task task = {
        .columns = columns, .column_count = column_count, .dispositions = output};
    run_planes(&task, row_count);
    return SMET_OK;
}

smet_status_t smet_check_columns(const struct smet_column *const *columns, size_t column_count,
                                 size_t row_count, const struct smet_check_arrays *output,
                                 struct smet_error *error)
{
    smet_status_t status = smet__columns_output_check(output, sizeof *output, error);
    if (status == SMET_OK)
        status = smet__columns_check(columns, column_count, row_count, error);
    if (status != SMET_OK)
        return status;
    const struct smet_planes_task task = {
        .columns = columns, .column_count = column_count, .checks = output};
    run_planes(&task, row_count);
    return SMET_OK;
}
