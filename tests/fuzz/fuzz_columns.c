/*
 * Columns of any type, offset and validity. Every row is compared with the
 * one-record calls, and the sum of all slices with the whole.
 */
#include "fuzz.h"

enum { ROWS_MAX = 96, COLUMNS_MAX = 10, TYPES = 6 };

struct own_column {
    struct smet_column column;
    void *values;
    uint8_t *validity;
};

static size_t size_of(smet_element_t element)
{
    static const size_t sizes[TYPES] = {1, 1, 2, 2, 4, 4};
    return sizes[element];
}

/* Codes are near the field's values, most often. */
static int64_t any_code(struct fuzz_input *input)
{
    uint8_t byte = fuzz_byte(input);
    return byte == 0xFE ? (int64_t)(int32_t)fuzz_word(input) : byte;
}

static void store(struct own_column *own, size_t row, int64_t code)
{
    switch (own->column.element) {
    case SMET_ELEMENT_INT8:
        ((int8_t *)own->values)[row] = (int8_t)code;
        break;
    case SMET_ELEMENT_UINT8:
        ((uint8_t *)own->values)[row] = (uint8_t)code;
        break;
    case SMET_ELEMENT_INT16:
        ((int16_t *)own->values)[row] = (int16_t)code;
        break;
    case SMET_ELEMENT_UINT16:
        ((uint16_t *)own->values)[row] = (uint16_t)code;
        break;
    case SMET_ELEMENT_INT32:
        ((int32_t *)own->values)[row] = (int32_t)code;
        break;
    default:
        ((uint32_t *)own->values)[row] = (uint32_t)code;
    }
}

static int64_t load(const struct own_column *own, size_t row)
{
    switch (own->column.element) {
    case SMET_ELEMENT_INT8:
        return ((const int8_t *)own->values)[row];
    case SMET_ELEMENT_UINT8:
        return ((const uint8_t *)own->values)[row];
    case SMET_ELEMENT_INT16:
        return ((const int16_t *)own->values)[row];
    case SMET_ELEMENT_UINT16:
        return ((const uint16_t *)own->values)[row];
    case SMET_ELEMENT_INT32:
        return ((const int32_t *)own->values)[row];
    default:
        return ((const uint32_t *)own->values)[row];
    }
}

static void make_column(struct own_column *own, struct fuzz_input *input, size_t rows)
{
    uint8_t flags = fuzz_byte(input);
    own->column = (struct smet_column){
        .size = sizeof own->column,
        .field = fuzz_byte(input) % 50,
        .element = (smet_element_t)(fuzz_byte(input) % TYPES),
        .has_unknown = flags & 1,
        .unknown = (flags & 1) != 0 ? any_code(input) : 0,
        .validity_offset = (flags & 2) != 0 ? fuzz_byte(input) : 0,
    };
    own->values = fuzz_memory(rows * size_of(own->column.element));
    own->column.values = own->values;
    for (size_t row = 0; row < rows; row++)
        store(own, row, any_code(input));
    own->validity = NULL;
    if ((flags & 2) != 0) {
        size_t bytes = (size_t)(own->column.validity_offset + rows + 7) / 8;
        own->validity = fuzz_memory(bytes);
        for (size_t i = 0; i < bytes; i++)
            own->validity[i] = fuzz_byte(input);
        own->column.validity = own->validity;
    }
}

static bool is_known(const struct own_column *own, size_t row)
{
    uint64_t bit = own->column.validity_offset + row;
    if (own->validity != NULL && (own->validity[bit / 8] >> (bit % 8) & 1) == 0)
        return false;
    return own->column.has_unknown == 0 || load(own, row) != own->column.unknown;
}

/* The row as a record; NULL where a cell is no value of its field. */
static smet_record *record_of(const struct own_column *columns, size_t count, size_t row)
{
    smet_record *record = smet_record_new();
    for (size_t c = 0; c < count; c++) {
        if (!is_known(&columns[c], row))
            continue;
        int64_t code = load(&columns[c], row);
        if (code < INT32_MIN || code > INT32_MAX ||
            smet_record_set(record, columns[c].column.field, (smet_value_t)code, NULL) !=
                SMET_OK) {
            smet_record_free(record);
            return NULL;
        }
    }
    return record;
}

static void check_scores(const struct own_column *columns, const struct smet_column *const *list,
                         size_t count, size_t rows, smet_instrument_t instrument)
{
    uint8_t out[5][ROWS_MAX];
    const struct smet_score_arrays arrays = {
        .size = sizeof arrays, .minimum = out[0], .maximum = out[1], .bands = out[2],
        .missing = out[3], .status = out[4]};
    if (smet_score_columns(instrument, list, count, rows, &arrays, NULL) != SMET_OK)
        return;
    for (size_t row = 0; row < rows; row++) {
        smet_record *record = record_of(columns, count, row);
        fuzz_require((out[4][row] == SMET_ROW_BAD_CODE) == (record == NULL));
        if (record == NULL) {
            fuzz_require(out[0][row] == SMET_NO_TOTAL && out[2][row] == 0);
            continue;
        }
        struct smet_score score = {.size = sizeof score};
        fuzz_require(smet_record_score(record, instrument, &score, NULL) == SMET_OK);
        fuzz_require(out[0][row] == score.minimum && out[1][row] == score.maximum);
        fuzz_require(out[2][row] == score.bands);
        smet_record_free(record);
    }
}

static void check_dispositions(const struct own_column *columns,
                               const struct smet_column *const *list, size_t count, size_t rows)
{
    enum { SOME = 3 };
    uint8_t verdicts[SOME][ROWS_MAX], settled[SOME][ROWS_MAX], status[ROWS_MAX];
    uint8_t *const to[SOME] = {verdicts[0], verdicts[1], verdicts[2]};
    uint8_t *const also[SOME] = {settled[0], settled[1], settled[2]};
    const struct smet_disposition_arrays arrays = {.size = sizeof arrays,
                                                   .intervention_count = SOME,
                                                   .dispositions = to,
                                                   .settled = also,
                                                   .status = status};
    if (smet_assess_columns(list, count, rows, &arrays, NULL) != SMET_OK)
        return;
    for (size_t row = 0; row < rows; row++) {
        smet_record *record = record_of(columns, count, row);
        fuzz_require((status[row] == SMET_ROW_BAD_CODE) == (record == NULL));
        if (record == NULL)
            continue;
        smet_assessment *assessment = smet_assess(record, NULL);
        for (int i = 0; i < SOME; i++) {
            struct smet_disposition one = {.size = sizeof one};
            fuzz_require(smet_assessment_disposition(assessment, i, &one) == SMET_OK);
            fuzz_require(verdicts[i][row] == one.disposition && settled[i][row] == one.is_settled);
        }
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}

static void check_contradictions(const struct own_column *columns,
                                 const struct smet_column *const *list, size_t count, size_t rows)
{
    uint8_t inconsistent[ROWS_MAX], status[ROWS_MAX];
    const struct smet_check_arrays arrays = {
        .size = sizeof arrays, .inconsistent = inconsistent, .status = status};
    if (smet_check_columns(list, count, rows, &arrays, NULL) != SMET_OK)
        return;
    for (size_t row = 0; row < rows; row++) {
        smet_record *record = record_of(columns, count, row);
        fuzz_require((status[row] == SMET_ROW_BAD_CODE) == (record == NULL));
        if (record == NULL)
            continue;
        smet_assessment *assessment = smet_assess(record, NULL);
        fuzz_require((inconsistent[row] == 1) ==
                     (smet_assessment_inconsistency_count(assessment) > 0));
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = {data, size};
    struct own_column columns[COLUMNS_MAX];
    const struct smet_column *list[COLUMNS_MAX] = {NULL};
    uint8_t what = fuzz_byte(&input);
    size_t rows = fuzz_byte(&input) % (ROWS_MAX + 1), count = fuzz_byte(&input) % (COLUMNS_MAX + 1);
    for (size_t c = 0; c < count; c++) {
        make_column(&columns[c], &input, rows);
        list[c] = &columns[c].column;
    }
    if (what % 5 < 3)
        check_scores(columns, list, count, rows, what % 5);
    else if (what % 5 == 3)
        check_contradictions(columns, list, count, rows);
    else
        check_dispositions(columns, list, count, rows);
    for (size_t c = 0; c < count; c++) {
        free(columns[c].values);
        free(columns[c].validity);
    }
    return 0;
}
