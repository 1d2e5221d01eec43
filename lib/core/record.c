#include "core/record.h"

#include "base/errors.h"

#include <stdlib.h>
#include <string.h>

smet_record *smet_record_new(void)
{
    smet_record *record = malloc(sizeof *record);
    if (record != NULL)
        for (int f = 0; f < SMET__FIELD_COUNT; f++)
            record->entered[f] = smet__fields[f].domain;
    return record;
}

smet_record *smet_record_copy(const smet_record *record)
{
    if (record == NULL)
        return NULL;
    smet_record *copy = malloc(sizeof *copy);
    if (copy != NULL)
        *copy = *record;
    return copy;
}

void smet_record_free(smet_record *record)
{
    free(record);
}

/* What every entry begins with: are there a record, a field and a usable error? */
static smet_status_t check_entry(const smet_record *record, smet_field_t field,
                                 struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    if (record == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The record is NULL.");
    if (!smet__is_field(field))
        return smet__refuse(error, SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID,
                            "There is no field with number %d.", (int)field);
    return SMET_OK;
}

static smet_status_t refuse_value(smet_field_t field, smet_value_t value, struct smet_error *error)
{
    const struct smet_field_row *row = &smet__fields[field];
    if (row->kind != SMET_KIND_INTEGER)
        return smet__refuse(error, SMET_ERROR_UNKNOWN_OPTION, field,
                            "%s: there is no option with number %d.", row->key, (int)value);
    if (row->step != 1)
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, field,
                            "%s: %d is not a multiple of %d from %d to %d.", row->key, (int)value,
                            (int)row->step, (int)row->minimum, (int)row->maximum);
    return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, field, "%s: %d is not from %d to %d.",
                        row->key, (int)value, (int)row->minimum, (int)row->maximum);
}

/* Keeps, of the values still possible, those of a set; the one place that changes a record. */
static smet_status_t keep(smet_record *record, smet_field_t field, struct smet_values set,
                          struct smet_error *error)
{
    struct smet_values left = smet__values_and(record->entered[field], set);
    if (smet__values_empty(left))
        return smet__refuse(error, SMET_ERROR_CONTRADICTION, field,
                            "%s: nothing would be left of what was entered before; clear the field "
                            "to correct it.",
                            smet__fields[field].key);
    record->entered[field] = left;
    return SMET_OK;
}

smet_status_t smet_record_set(smet_record *record, smet_field_t field, smet_value_t value,
                              struct smet_error *error)
{
    return smet_record_narrow(record, field, &value, 1, error);
}

smet_status_t smet_record_narrow(smet_record *record, smet_field_t field,
                                 const smet_value_t *values, size_t count,
                                 struct smet_error *error)
{
    smet_status_t status = check_entry(record, field, error);
    if (status != SMET_OK)
        return status;
    if (count == 0)
        return smet__refuse(error, SMET_ERROR_EMPTY_SET, field,
                            "%s: a set of possible values needs a member.",
                            smet__fields[field].key);
    if (values == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, field, "%s: the values are NULL.",
                            smet__fields[field].key);
    struct smet_values set = {{0, 0}};
    for (size_t i = 0; i < count; i++) {
        if (!smet__values_has(&smet__fields[field].domain, values[i]))
            return refuse_value(field, values[i], error);
        smet__values_add(&set, values[i]);
    }
    return keep(record, field, set, error);
}

/* A mask of the numbers below a limit, of those that a word holds. */
static uint64_t below(int32_t limit)
{
    if (limit <= 0)
        return 0;
    return smet__mask_of(limit < 64 ? limit : 64);
}

smet_status_t smet_record_narrow_range(smet_record *record, smet_field_t field,
                                       smet_value_t minimum, smet_value_t maximum,
                                       struct smet_error *error)
{
    smet_status_t status = check_entry(record, field, error);
    if (status != SMET_OK)
        return status;
    const struct smet_field_row *row = &smet__fields[field];
    if (row->kind != SMET_KIND_INTEGER)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, field,
                            "%s: only an integer field takes a range.", row->key);
    if (!smet__values_has(&row->domain, minimum))
        return refuse_value(field, minimum, error);
    if (!smet__values_has(&row->domain, maximum))
        return refuse_value(field, maximum, error);
    if (minimum > maximum)
        return smet__refuse(error, SMET_ERROR_REVERSED_RANGE, field,
                            "%s: the range from %d to %d is reversed.", row->key, (int)minimum,
                            (int)maximum);
    struct smet_values set = {{below(maximum + 1) & ~below(minimum),
                               below(maximum - 63) & ~below(minimum - 64)}};
    return keep(record, field, set, error);
}

smet_status_t smet_record_clear(smet_record *record, smet_field_t field)
{
    if (record == NULL)
        return SMET_ERROR_NULL_ARGUMENT;
    if (!smet__is_field(field))
        return SMET_ERROR_UNKNOWN_FIELD;
    record->entered[field] = smet__fields[field].domain;
    return SMET_OK;
}

int32_t smet_record_is_entered(const smet_record *record, smet_field_t field)
{
    return record != NULL && smet__is_field(field) &&
           !smet__values_equal(record->entered[field], smet__fields[field].domain);
}

int32_t smet_record_is_possible(const smet_record *record, smet_field_t field, smet_value_t value)
{
    return record != NULL && smet__is_field(field) &&
           smet__values_has(&record->entered[field], value);
}

size_t smet_record_values(const smet_record *record, smet_field_t field, smet_value_t *values,
                          size_t capacity)
{
    if (record == NULL || !smet__is_field(field))
        return 0;
    return smet__values_list(record->entered[field], values, capacity);
}

size_t smet__values_list(struct smet_values set, smet_value_t *values, size_t capacity)
{
    size_t count = 0;
    for (int32_t v = smet__values_next(&set, 0); v >= 0; v = smet__values_next(&set, v + 1)) {
        if (count < capacity && values != NULL)
            values[count] = v;
        count++;
    }
    return count;
}
