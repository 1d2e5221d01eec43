/*
 * Facts in and out of a record. The R code works on a copy of its own.
 */
#include "sacralmet_r.h"

/* All values of fields lie within 0 to 127. */
enum { VALUES = 128, FIELDS = 512 };

SEXP sacralmet_record_set_text(SEXP handle, SEXP field, SEXP text)
{
    struct smet_error error = {.size = sizeof error};
    smet_record *record = record_in(handle);
    const char *key = text_of(field), *cell = text_of(text);
    if (record == NULL)
        return refusal_of_handle();
    smet_status_t status = smet_record_set_text(record, key, cell, &error);
    return status == SMET_OK ? R_NilValue : refusal_of(status, &error);
}

static SEXP refusal_of_field(SEXP field)
{
    struct smet_error error = {.size = sizeof error};
    SEXP handle = PROTECT(record_handle());
    /* The library's own sentence about a key that is no field's. */
    smet_status_t status = smet_record_set_text(record_in(handle), text_of(field), "", &error);
    UNPROTECT(1);
    return refusal_of(status, &error);
}

SEXP sacralmet_record_clear(SEXP handle, SEXP field)
{
    smet_record *record = record_in(handle);
    if (record == NULL)
        return refusal_of_handle();
    smet_status_t status = smet_record_clear(record, term_of(SMET_VOCABULARY_FIELD, field));
    return status == SMET_OK ? R_NilValue : refusal_of_field(field);
}

SEXP sacralmet_record_entered(SEXP handle)
{
    const smet_record *record = record_in(handle);
    smet_field_t entered[FIELDS];
    size_t count = 0;
    if (record == NULL)
        return refusal_of_handle();
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (smet_record_is_entered(record, field) && count < FIELDS)
            entered[count++] = field;
    }
    return keys_of(SMET_VOCABULARY_FIELD, entered, count);
}

SEXP sacralmet_record_values(SEXP handle, SEXP key)
{
    smet_value_t values[VALUES];
    const smet_record *record = record_in(handle);
    smet_field_t field = term_of(SMET_VOCABULARY_FIELD, key);
    if (record == NULL)
        return refusal_of_handle();
    if (field == SMET_FIELD_INVALID)
        return refusal_of_field(key);
    return value_keys(field, values, smet_record_values(record, field, values, VALUES));
}
