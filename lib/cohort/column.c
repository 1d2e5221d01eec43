#include "cohort/column.h"

#include "base/errors.h"
#include "core/record.h"
#include "core/sets.h"

#include <string.h>

smet_status_t smet__columns_output_check(const void *output, size_t known,
                                         struct smet_error *error)
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

static smet_status_t check_column(const struct smet_column *column, size_t row_count,
                                  struct smet_fields *seen, struct smet_error *error)
{
    smet_status_t status = smet__struct_check(column, sizeof *column);
    if (status != SMET_OK)
        return smet__refuse(error, status, SMET_FIELD_INVALID,
                            "A column is NULL, or its size is none that this library can serve.");
    if (!smet__is_field(column->field))
        return smet__refuse(error, SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID,
                            "There is no field with number %d.", (int)column->field);
    const char *key = smet__fields[column->field].key;
    if (column->element < SMET_ELEMENT_INT8 || column->element > SMET_ELEMENT_UINT32)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, column->field,
                            "%s: there is no element type with number %d.", key,
                            (int)column->element);
    if (column->values == NULL && row_count > 0)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, column->field,
                            "%s: the values are NULL.", key);
    if (column->set_count > SMET_SETS_MAX)
        return smet__refuse(error, SMET_ERROR_TOO_LARGE, column->field,
                            "%s: a column has at most %d sets of values.", key,
                            (int)SMET_SETS_MAX);
    if (column->set_count > 0 && column->sets == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, column->field,
                            "%s: the sets of values are NULL.", key);
    if (column->set_count > 0 && column->element == SMET_ELEMENT_INT8)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, column->field,
                            "%s: signed elements of 8 bits cannot name sets of values.", key);
    if (smet__fields_has(*seen, column->field))
        return smet__refuse(error, SMET_ERROR_DUPLICATE, column->field,
                            "%s: the field has two columns.", key);
    smet__fields_add(seen, column->field);
    return SMET_OK;
}

smet_status_t smet__columns_check(const struct smet_column *const *columns, size_t count,
                                  size_t row_count, struct smet_error *error)
{
    struct smet_fields seen = {{0}};
    if (columns == NULL && count > 0)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The columns are NULL.");
    for (size_t c = 0; c < count; c++) {
        smet_status_t status = check_column(columns[c], row_count, &seen, error);
        if (status != SMET_OK)
            return status;
    }
    return SMET_OK;
}

bool smet__column_is_bytes(const struct smet_column *column)
{
    return column->element == SMET_ELEMENT_INT8 || column->element == SMET_ELEMENT_UINT8;
}

bool smet__column_reserved(const struct smet_column *column, uint8_t *reserved)
{
    int64_t least = column->element == SMET_ELEMENT_INT8 ? INT8_MIN : 0;
    int64_t greatest = column->element == SMET_ELEMENT_INT8 ? INT8_MAX : UINT8_MAX;
    *reserved = (uint8_t)column->unknown;
    return column->has_unknown && column->unknown >= least && column->unknown <= greatest;
}

/*
 * One loop for each type of element, so that the compiler can make vectors of
 * it. What is negative is, without its sign, far beyond every value.
 */
#define READ(type)                                                                       \
    do {                                                                                 \
        const type *values = (const type *)column->values + first;                       \
        for (size_t i = 0; i < count; i++) {                                             \
            uint32_t code = (uint32_t)values[i];                                         \
            uint8_t good = (uint8_t)(code < limit ? code : SMET__CODE_BAD);              \
            uint8_t open = (uint8_t)-(values[i] == unknown && has_unknown);              \
            codes[i] = (uint8_t)(good | open);                                           \
        }                                                                                \
    } while (0)

void smet__column_codes(const struct smet_column *column, size_t first, size_t count,
                        uint8_t *codes)
{
    const int64_t unknown = column->unknown;
    const int has_unknown = column->has_unknown != 0;
    const uint32_t limit = SMET_SET_CELL + column->set_count;
    switch ((enum smet_element)column->element) {
    case SMET_ELEMENT_INT8:
        READ(int8_t);
        break;
    case SMET_ELEMENT_UINT8:
        READ(uint8_t);
        break;
    case SMET_ELEMENT_INT16:
        READ(int16_t);
        break;
    case SMET_ELEMENT_UINT16:
        READ(uint16_t);
        break;
    case SMET_ELEMENT_INT32:
        READ(int32_t);
        break;
    default: /* uint32_t */
        READ(uint32_t);
        break;
    }
}

/* Eight bits, least significant first, as eight bytes: 0xFF where a bit is 0. */
static uint64_t spread_zeros(uint8_t bits)
{
    uint64_t each = (bits * UINT64_C(0x0101010101010101)) & UINT64_C(0x8040201008040201);
    uint64_t ones = ((each + UINT64_C(0x7F7F7F7F7F7F7F7F)) | each) & UINT64_C(0x8080808080808080);
    return ~((ones >> 7) * 0xFF);
}

void smet__column_unknown(const struct smet_column *column, size_t first, size_t count,
                          uint8_t *unknown)
{
    uint64_t bit = column->validity_offset + first;
    size_t i = 0;
    for (; i < count && (bit + i) % 8 != 0; i++)
        unknown[i] = (column->validity[(bit + i) / 8] >> ((bit + i) % 8) & 1) != 0 ? 0 : 0xFF;
    for (; i + 8 <= count; i += 8) {
        uint64_t eight = spread_zeros(column->validity[(bit + i) / 8]);
        for (size_t k = 0; k < 8; k++)
            unknown[i + k] = (uint8_t)(eight >> (8 * k));
    }
    for (; i < count; i++)
        unknown[i] = (column->validity[(bit + i) / 8] >> ((bit + i) % 8) & 1) != 0 ? 0 : 0xFF;
}
