/*
 * The record's inside: the set of values still possible, as entered, of each
 * field.
 */
#ifndef SMET_CORE_RECORD_H
#define SMET_CORE_RECORD_H

#include "content/tables.h"

struct smet_record {
    struct smet_values entered[SMET__FIELD_COUNT];
};

static inline bool smet__is_field(smet_field_t field)
{
    return field >= 0 && field < SMET__FIELD_COUNT;
}

/* The field with a key of `length` bytes; SMET_FIELD_INVALID when there is none. */
smet_field_t smet__field_find(const char *key, size_t length);

/* The value of a field with a key of `length` bytes; -1 when there is none. */
smet_value_t smet__value_find(smet_field_t field, const char *key, size_t length);

/* Writes the members of a set, rising; returns how many there are. */
size_t smet__values_list(struct smet_values set, smet_value_t *values, size_t capacity);

#endif
