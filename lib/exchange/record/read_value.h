/*
 * What one member of a record's JSON says of its field.
 */
#ifndef SMET_EXCHANGE_READ_VALUE_H
#define SMET_EXCHANGE_READ_VALUE_H

#include <sacralmet/exchange.h>

#include <jansson.h>

/* Narrows a field to what a value says; refused, the record is as it was. */
smet_status_t smet__read_value(smet_record *record, smet_field_t field, const json_t *value,
                               struct smet_error *error);

#endif
