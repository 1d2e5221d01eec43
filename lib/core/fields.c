/*
 * The record's definition, as the API gives it.
 */
#include "base/errors.h"
#include "core/record.h"

#include <string.h>

smet_status_t smet_field_describe(smet_field_t field, struct smet_field_info *info)
{
    smet_status_t status = smet__struct_check(info, sizeof *info);
    if (status != SMET_OK)
        return status;
    if (!smet__is_field(field))
        return SMET_ERROR_UNKNOWN_FIELD;
    const struct smet_field_row *row = &smet__fields[field];
    const struct smet_field_info filled = {
        .field = field,
        .kind = row->kind,
        .group = row->group,
        .minimum = row->minimum,
        .maximum = row->maximum,
        .step = row->step,
        .is_override = row->is_override,
        .key = row->key,
        .label = row->label,
        .definition = row->definition,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

/* Whether `length` bytes are a key; they may hold anything, zeros included. */
static bool is_key(const char *own, const char *key, size_t length)
{
    return strncmp(own, key, length) == 0 && strlen(own) == length;
}

smet_field_t smet__field_find(const char *key, size_t length)
{
    for (smet_field_t f = 0; f < SMET__FIELD_COUNT; f++)
        if (is_key(smet__fields[f].key, key, length))
            return f;
    return SMET_FIELD_INVALID;
}

size_t smet_value_count(smet_field_t field)
{
    return smet__is_field(field) ? smet__values_list(smet__fields[field].domain, NULL, 0) : 0;
}

smet_value_t smet_value_at(smet_field_t field, size_t index)
{
    smet_value_t values[SMET__VALUE_LIMIT];
    if (!smet__is_field(field))
        return -1;
    size_t count = smet__values_list(smet__fields[field].domain, values, SMET__VALUE_LIMIT);
    return index < count ? values[index] : -1;
}

/* The decimal digits of every number that a field can hold. */
#define TEN(tens)                                                                         \
    tens "0", tens "1", tens "2", tens "3", tens "4", tens "5", tens "6", tens "7", \
        tens "8", tens "9"
static const char digits[][4] = {TEN(""),  TEN("1"), TEN("2"), TEN("3"), TEN("4"),
                                 TEN("5"), TEN("6"), TEN("7"), TEN("8"), TEN("9"),
                                 TEN("10"), TEN("11"), TEN("12")};
_Static_assert(sizeof digits / sizeof digits[0] >= SMET__VALUE_LIMIT, "every value has digits");

static bool has_value(smet_field_t field, smet_value_t value)
{
    return smet__is_field(field) && smet__values_has(&smet__fields[field].domain, value);
}

/* The key of a value that the field has. */
static const char *key_of(smet_field_t field, smet_value_t value)
{
    const struct smet_option_row *options = smet__fields[field].options;
    return options == NULL ? digits[value] : options[value].key;
}

const char *smet_value_key(smet_field_t field, smet_value_t value)
{
    return has_value(field, value) ? key_of(field, value) : NULL;
}

const char *smet_value_label(smet_field_t field, smet_value_t value)
{
    if (!has_value(field, value))
        return NULL;
    const struct smet_option_row *options = smet__fields[field].options;
    return options == NULL ? digits[value] : options[value].label;
}

const char *smet_value_definition(smet_field_t field, smet_value_t value)
{
    if (!has_value(field, value))
        return NULL;
    const struct smet_option_row *options = smet__fields[field].options;
    return options == NULL ? "" : options[value].definition;
}

smet_value_t smet__value_find(smet_field_t field, const char *key, size_t length)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        if (is_key(key_of(field, v), key, length))
            return v;
    }
    return -1;
}

smet_value_t smet_value_find(smet_field_t field, const char *key)
{
    if (!smet__is_field(field) || key == NULL)
        return -1;
    return smet__value_find(field, key, strlen(key));
}
