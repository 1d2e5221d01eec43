/*
 * Cohorts: the public calls, block by block.
 */
#include "cohort/plan.h"
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
static void check_column(const struct smet_column *column, size_t first, size_t count,
                         struct scratch *scratch,
                         const struct smet_kernel_output *output)
{
    struct smet_kernel_task task = {.input_count = 1};
    uint8_t status[BLOCK];
    const struct smet_kernel_output to = {.status = status};
    smet__check_lookup(column->field, &task.inputs[0].low);
    feed(column, first, count, &task.inputs[0], scratch->codes[0], scratch->unknown[0]);
    smet__kernel_best(&task, count, &to);
    for (size_t i = 0; i < count; i++)
        if (status[i] != SMET_ROW_GOOD)
            put_answer(output, i, &no_answer);
}

static void score_plain(struct smet_plan *plan, const struct smet_column *const *columns,
                        size_t column_count, size_t row_count,
                        const struct smet_score_arrays *arrays)
{
    struct scratch scratch;
    uint64_t fed = 0;
    for (int i = 0; i < plan->task.input_count; i++)
        fed |= BIT(columns[plan->columns[i]]->field);
    for (size_t first = 0; first < row_count; first += BLOCK) {
        size_t count = least_size(BLOCK, row_count - first);
        const struct smet_kernel_output output = outputs_at(arrays, first);
        for (int i = 0; i < plan->task.input_count; i++)
            feed(columns[plan->columns[i]], first, count, &plan->task.inputs[i],
                 scratch.codes[i], scratch.unknown[i]);
        smet__kernel_best(&plan->task, count, &output);
        for (size_t c = 0; c < column_count; c++)
            if ((fed & BIT(columns[c]->field)) == 0)
                check_column(columns[c], first, count, &scratch, &output);
    }
}

/* --- rows that are read one by one ------------------------------------- */

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

struct row_key {
    uint8_t codes[SMET__COLUMNS_MAX];
};

static struct row_key key_of(const struct smet_column *const *columns, size_t column_count,
                             uint64_t bearing, const struct cells *cells, size_t row)
{
    struct row_key key;
    memset(&key, 0, sizeof key);
    for (size_t c = 0; c < column_count; c++)
        if ((bearing & BIT(columns[c]->field)) != 0)
            key.codes[c] = cells->codes[c][row];
    return key;
}

/* FNV-1a, folded. */
static size_t slot_of(const struct row_key *key, size_t column_count)
{
    uint32_t hash = 2166136261u;
    for (size_t c = 0; c < column_count; c++)
        hash = (hash ^ key->codes[c]) * 16777619u;
    return (hash ^ hash >> 16) % SEEN;
}

/* What is asked of every row: an answer to a record, and where it goes. */
struct row_task {
    uint64_t bearing; /* mask of the fields that the answer depends on */
    void (*answer)(const struct row_task *task, const struct smet_record *record, void *answer);
    void (*write)(const struct row_task *task, size_t row, const void *answer); /* NULL: bad row */
    smet_instrument_t instrument;
    const struct smet_score_arrays *scores;
    const struct smet_disposition_arrays *standings;
};

/* Room for any answer. */
union row_answer {
    uint64_t aligned;
    unsigned char bytes[64];
};

static void go_by_rows(const struct row_task *task, const struct smet_column *const *columns,
                       size_t column_count, size_t row_count)
{
    struct cells cells;
    struct {
        bool used;
        struct row_key key;
        union row_answer answer;
    } seen[SEEN];
    memset(seen, 0, sizeof seen);
    for (size_t first = 0; first < row_count; first += ROW_BLOCK) {
        size_t count = least_size(ROW_BLOCK, row_count - first);
        read_cells(columns, column_count, first, count, &cells);
        for (size_t i = 0; i < count; i++) {
            if (!is_good_row(columns, column_count, &cells, i)) {
                task->write(task, first + i, NULL);
                continue;
            }
            struct row_key key = key_of(columns, column_count, task->bearing, &cells, i);
            size_t slot = slot_of(&key, column_count);
            if (!seen[slot].used || memcmp(&seen[slot].key, &key, sizeof key) != 0) {
                struct smet_record record;
                make_record(columns, column_count, &cells, i, &record);
                seen[slot].used = true;
                seen[slot].key = key;
                task->answer(task, &record, &seen[slot].answer);
            }
            task->write(task, first + i, &seen[slot].answer);
        }
    }
}

static void answer_score(const struct row_task *task, const struct smet_record *record, void *to)
{
    struct smet_linked linked;
    struct smet_score_state state;
    smet__link(record, &linked);
    smet__score(task->instrument, record, &linked, &state);
    struct score_answer answer = {
        .minimum = (uint8_t)__builtin_ctzll(state.totals),
        .maximum = (uint8_t)(63 - __builtin_clzll(state.totals)),
        .bands = (uint8_t)state.bands,
        .status = SMET_ROW_GOOD,
    };
    for (int i = 0; i < smet__instruments[task->instrument]->item_count; i++)
        if (answer.minimum != answer.maximum && (state.points[i] & (state.points[i] - 1)) != 0)
            answer.missing |= (uint8_t)(1u << i);
    memcpy(to, &answer, sizeof answer);
}

static void write_score(const struct row_task *task, size_t row, const void *given)
{
    struct score_answer answer = no_answer;
    const struct smet_kernel_output output = outputs_at(task->scores, 0);
    if (given != NULL)
        memcpy(&answer, given, sizeof answer);
    put_answer(&output, row, &answer);
}

static smet_status_t check_output(const void *output, size_t known, struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    status = smet__struct_check(output, known);
    if (status != SMET_OK)
        return smet__refuse(error, status, SMET_FIELD_INVALID,
                            "The output is NULL, or its size is none that this library can serve.");
    return SMET_OK;
}

smet_status_t smet_score_columns(smet_instrument_t instrument,
                                 const struct smet_column *const *columns, size_t column_count,
                                 size_t row_count, const struct smet_score_arrays *output,
                                 struct smet_error *error)
{
    smet_status_t status = check_output(output, sizeof *output, error);
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
    if (plan.is_plain)
        score_plain(&plan, columns, column_count, row_count, output);
    else
        go_by_rows(&(struct row_task){.bearing = plan.bearing,
                                      .answer = answer_score,
                                      .write = write_score,
                                      .instrument = instrument,
                                      .scores = output},
                   columns, column_count, row_count);
    return SMET_OK;
}

/* --- dispositions ------------------------------------------------------ */

struct standing_answer {
    uint64_t settled; /* mask */
    uint8_t disposition[SMET__INTERVENTION_COUNT];
};

_Static_assert(sizeof(struct standing_answer) <= sizeof(union row_answer), "an answer has room");

static void answer_standings(const struct row_task *task, const struct smet_record *record,
                             void *to)
{
    struct smet_assessment assessment;
    struct standing_answer answer = {.settled = 0};
    (void)task;
    smet__assess(record, &assessment);
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        const struct smet_standing *standing = &assessment.standings[i];
        answer.disposition[i] = (uint8_t)standing->disposition;
        if (smet__is_settled(standing))
            answer.settled |= BIT(i);
    }
    memcpy(to, &answer, sizeof answer);
}

static void write_standings(const struct row_task *task, size_t row, const void *given)
{
    const struct smet_disposition_arrays *to = task->standings;
    struct standing_answer answer;
    memset(&answer, 0, sizeof answer);
    memset(answer.disposition, SMET_NO_DISPOSITION, sizeof answer.disposition);
    if (given != NULL)
        memcpy(&answer, given, sizeof answer);
    size_t count = least_size(to->intervention_count, SMET__INTERVENTION_COUNT);
    for (size_t i = 0; i < count; i++) {
        if (to->dispositions != NULL && to->dispositions[i] != NULL)
            to->dispositions[i][row] = answer.disposition[i];
        if (to->settled != NULL && to->settled[i] != NULL)
            to->settled[i][row] = (uint8_t)(answer.settled >> i & 1);
    }
    if (to->status != NULL)
        to->status[row] = given == NULL ? SMET_ROW_BAD_CODE : SMET_ROW_GOOD;
}

smet_status_t smet_assess_columns(const struct smet_column *const *columns, size_t column_count,
                                  size_t row_count, const struct smet_disposition_arrays *output,
                                  struct smet_error *error)
{
    smet_status_t status = check_output(output, sizeof *output, error);
    if (status != SMET_OK)
        return status;
    status = smet__columns_check(columns, column_count, row_count, error);
    if (status != SMET_OK)
        return status;
    go_by_rows(&(struct row_task){.bearing = ~UINT64_C(0),
                                  .answer = answer_standings,
                                  .write = write_standings,
                                  .standings = output},
               columns, column_count, row_count);
    return SMET_OK;
}
