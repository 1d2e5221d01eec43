/*
 * Cohorts: the public calls, block by block.
 */
#include "cohort/plan.h"
#include "cohort/score_parts.h"
#include "core/errors.h"
#include "pathway/assessment.h"

#include <string.h>

/* Rows that are worked on at a time; what they need fits into the nearest cache. */
enum { BLOCK = 1024, ROW_BLOCK = 64 };

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
        smet__score_by_parts(instrument, columns, column_count, row_count, output);
    }
    return SMET_OK;
}

/* --- dispositions: rows read one by one ---------------------------------- */

/* The cells of a block, by column: a code, or CODE_UNKNOWN. */
struct cells {
    uint8_t codes[SMET__COLUMNS_MAX][ROW_BLOCK];
};

static void read_cells(const struct smet_column *const *columns, size_t column_count, size_t first,
                       size_t count, struct cells *cells)
{
    uint8_t unknown[ROW_BLOCK];
    for (size_t c = 0; c < column_count; c++) {
        smet__column_codes(columns[c], first, count, cells->codes[c]);
        if (columns[c]->validity == NULL)
            continue;
        smet__column_unknown(columns[c], first, count, unknown);
        for (size_t i = 0; i < count; i++)
            if (unknown[i] != 0)
                cells->codes[c][i] = SMET__CODE_UNKNOWN;
    }
}

/* Whether every cell of a row holds a value of its field, or is unknown. */
static bool is_good_row(const struct smet_column *const *columns, size_t column_count,
                        const struct cells *cells, size_t row)
{
    for (size_t c = 0; c < column_count; c++) {
        uint8_t code = cells->codes[c][row];
        if (code != SMET__CODE_UNKNOWN &&
            !smet__values_has(&smet__fields[columns[c]->field].domain, code))
            return false;
    }
    return true;
}

/* The record of a good row. */
static void make_record(const struct smet_column *const *columns, size_t column_count,
                        const struct cells *cells, size_t row, struct smet_record *record)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        record->entered[f] = smet__fields[f].domain;
    for (size_t c = 0; c < column_count; c++) {
        uint8_t code = cells->codes[c][row];
        struct smet_values *entered = &record->entered[columns[c]->field];
        if (code == SMET__CODE_UNKNOWN)
            continue;
        *entered = (struct smet_values){{0, 0}};
        smet__values_add(entered, code);
    }
}

/*
 * Answers by the cells that gave them. Cohorts repeat themselves, and a row that
 * was seen a moment ago need not be thought through again.
 */
enum { SEEN = 256 };

struct standing_answer {
    struct smet_interventions settled;
    uint8_t disposition[SMET__INTERVENTION_COUNT];
};

struct seen_row {
    bool used;
    uint8_t codes[SMET__COLUMNS_MAX];
    struct standing_answer answer;
};

/* The place for the row's answer, by FNV-1a, folded. */
static size_t slot_of(const uint8_t *codes, size_t column_count)
{
    uint32_t hash = 2166136261u;
    for (size_t c = 0; c < column_count; c++)
        hash = (hash ^ codes[c]) * 16777619u;
    return (hash ^ hash >> 16) % SEEN;
}

static void answer_standings(const struct smet_record *record, struct standing_answer *answer)
{
    struct smet_assessment assessment;
    smet__assess(record, &assessment);
    answer->settled = smet__interventions_none();
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        const struct smet_standing *standing = &assessment.standings[i];
        answer->disposition[i] = (uint8_t)standing->disposition;
        if (smet__is_settled(standing))
            smet__interventions_add(&answer->settled, i);
    }
}

/* The answer to a good row of the block. */
static const struct standing_answer *answer_row(const struct smet_column *const *columns,
                                                size_t column_count, const struct cells *cells,
                                                size_t row, struct seen_row seen[SEEN])
{
    uint8_t codes[SMET__COLUMNS_MAX];
    for (size_t c = 0; c < column_count; c++)
        codes[c] = cells->codes[c][row];
    struct seen_row *slot = &seen[slot_of(codes, column_count)];
    if (!slot->used || memcmp(slot->codes, codes, column_count) != 0) {
        struct smet_record record;
        make_record(columns, column_count, cells, row, &record);
        slot->used = true;
        memcpy(slot->codes, codes, column_count);
        answer_standings(&record, &slot->answer);
    }
    return &slot->answer;
}

/* Writes an answer; NULL for a bad row. */
static void write_standings(const struct smet_disposition_arrays *to, size_t row,
                            const struct standing_answer *answer)
{
    size_t count = least_size(to->intervention_count, SMET__INTERVENTION_COUNT);
    for (size_t i = 0; i < count; i++) {
        uint8_t disposition = SMET_NO_DISPOSITION, settled = 0;
        if (answer != NULL) {
            disposition = answer->disposition[i];
            settled = smet__interventions_has(answer->settled, (int32_t)i);
        }
        if (to->dispositions != NULL && to->dispositions[i] != NULL)
            to->dispositions[i][row] = disposition;
        if (to->settled != NULL && to->settled[i] != NULL)
            to->settled[i][row] = settled;
    }
    if (to->status != NULL)
        to->status[row] = answer == NULL ? SMET_ROW_BAD_CODE : SMET_ROW_GOOD;
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
    struct cells cells;
    struct seen_row seen[SEEN];
    memset(seen, 0, sizeof seen);
    for (size_t first = 0; first < row_count; first += ROW_BLOCK) {
        size_t count = least_size(ROW_BLOCK, row_count - first);
        read_cells(columns, column_count, first, count, &cells);
        for (size_t i = 0; i < count; i++) {
            bool good = is_good_row(columns, column_count, &cells, i);
            write_standings(output, first + i,
                            good ? answer_row(columns, column_count, &cells, i, seen) : NULL);
        }
    }
    return SMET_OK;
}
