#include "cohort.h"

#include <stdlib.h>

void cohort_free(struct cohort *table)
{
    for (size_t c = 0; c < table->columns; c++)
        free(table->cells[c]);
}

smet_record *cohort_record(const struct cohort *table, size_t row)
{
    smet_record *record = smet_record_new();
    for (size_t c = 0; c < table->columns; c++)
        if (table->cells[c][row] != COHORT_UNKNOWN &&
            smet_record_set(record, table->fields[c], table->cells[c][row], NULL) != SMET_OK) {
            smet_record_free(record);
            return NULL; /* a bad code */
        }
    return record;
}

struct cohort_axis cohort_axis(smet_field_t field, const char *listed)
{
    struct cohort_axis axis = {.field = field};
    if (listed == NULL)
        for (size_t i = 0; i < smet_value_count(field); i++)
            axis.values[axis.count++] = smet_value_at(field, i);
    for (const char *at = listed; at != NULL && *at != '\0';) {
        char *end;
        axis.values[axis.count++] = (int)strtol(at, &end, 10);
        at = *end == ' ' ? end + 1 : end;
    }
    axis.values[axis.count++] = COHORT_UNKNOWN;
    return axis;
}

struct cohort cohort_product(const struct cohort_axis *axes, size_t count)
{
    struct cohort table = {.rows = 1, .columns = count};
    for (size_t c = 0; c < count; c++)
        table.rows *= (size_t)axes[c].count;
    size_t repeat = 1;
    for (size_t c = 0; c < count; c++) {
        table.fields[c] = axes[c].field;
        table.cells[c] = malloc(table.rows);
        for (size_t r = 0; r < table.rows; r++)
            table.cells[c][r] = (uint8_t)axes[c].values[r / repeat % (size_t)axes[c].count];
        repeat *= (size_t)axes[c].count;
    }
    return table;
}

void cohort_bytes(const struct cohort *table, struct smet_column *columns)
{
    for (size_t c = 0; c < table->columns; c++)
        columns[c] = (struct smet_column){.size = sizeof columns[c],
                                          .field = table->fields[c],
                                          .element = SMET_ELEMENT_UINT8,
                                          .has_unknown = 1,
                                          .unknown = COHORT_UNKNOWN,
                                          .values = table->cells[c]};
}

/* A cell's value in the type of a column; what is bad stays bad in every type. */
static void put_element(void *values, smet_element_t element, size_t at, int64_t value)
{
    switch ((enum smet_element)element) {
    case SMET_ELEMENT_INT8:
        ((int8_t *)values)[at] = (int8_t)value;
        break;
    case SMET_ELEMENT_UINT8:
        ((uint8_t *)values)[at] = (uint8_t)value;
        break;
    case SMET_ELEMENT_INT16:
        ((int16_t *)values)[at] = (int16_t)value;
        break;
    case SMET_ELEMENT_UINT16:
        ((uint16_t *)values)[at] = (uint16_t)value;
        break;
    case SMET_ELEMENT_INT32:
        ((int32_t *)values)[at] = (int32_t)value;
        break;
    case SMET_ELEMENT_UINT32:
        ((uint32_t *)values)[at] = (uint32_t)value;
        break;
    case SMET_ELEMENT_INVALID:
        break;
    }
}

size_t cohort_element_size(smet_element_t element)
{
    return element < SMET_ELEMENT_INT16 ? 1 : element < SMET_ELEMENT_INT32 ? 2 : 4;
}

void cohort_columns(suite_random *random, const struct cohort *table,
                        struct smet_column *columns, char **blocks)
{
    for (size_t c = 0; c < table->columns; c++) {
        smet_element_t element = (smet_element_t)suite_below(random, 6);
        bool is_signed = element % 2 == 0;
        size_t skipped = suite_below(random, 5), offset = suite_below(random, 40);
        char *values = calloc(table->rows + skipped, 4);
        uint8_t *validity = suite_chance(random, 50) ? calloc(table->rows + 50, 1) : NULL;
        int64_t reserved = is_signed ? -1 : element == SMET_ELEMENT_UINT8 ? 255 : 60000;
        for (size_t r = 0; r < table->rows; r++) {
            bool known = table->cells[c][r] != COHORT_UNKNOWN;
            int64_t value = known ? table->cells[c][r] : validity != NULL ? 77 : reserved;
            if (known && value >= 128 && element == SMET_ELEMENT_INT8)
                value = -2 - (value - 128);
            put_element(values, element, skipped + r, value);
            if (validity != NULL && known)
                validity[(offset + r) / 8] |= (uint8_t)(1u << ((offset + r) % 8));
        }
        columns[c] = (struct smet_column){.size = sizeof columns[c],
                                          .field = table->fields[c],
                                          .element = element,
                                          .has_unknown = validity == NULL,
                                          .unknown = reserved,
                                          .values = values + skipped * cohort_element_size(element),
                                          .validity = validity,
                                          .validity_offset = offset};
        blocks[c] = values;
    }
}

void cohort_free_columns(struct smet_column *columns, char **blocks, size_t count)
{
    for (size_t c = 0; c < count; c++) {
        free(blocks[c]);
        free((void *)(uintptr_t)columns[c].validity);
    }
}
