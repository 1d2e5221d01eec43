/*
 * Facts as text: cell = "" / value *("|" value) / integer ".." integer.
 */
#include "base/errors.h"
#include "core/record.h"

#include <string.h>

/* Decimal digits, without sign or leading zero. */
static bool is_integer(const char *text, size_t length)
{
    if (length == 0 || (length > 1 && text[0] == '0'))
        return false;
    for (size_t i = 0; i < length; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

static smet_status_t refuse_word(smet_field_t field, const char *text, size_t length,
                                 struct smet_error *error)
{
    const struct smet_field_row *row = &smet__fields[field];
    char room[SMET__QUOTE_SIZE];
    smet__quote(room, text, length);
    if (row->kind != SMET_KIND_INTEGER)
        return smet__refuse(error, SMET_ERROR_UNKNOWN_OPTION, field,
                            "%s: \"%s\" is not one of its options.", row->key, room);
    if (!is_integer(text, length))
        return smet__refuse(error, SMET_ERROR_SYNTAX, field,
                            "%s: \"%s\" is not an integer in plain decimal digits.", row->key,
                            room);
    if (row->step != 1)
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, field,
                            "%s: %s is not a multiple of %d from %d to %d.", row->key, room,
                            (int)row->step, (int)row->minimum, (int)row->maximum);
    return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, field, "%s: %s is not from %d to %d.",
                        row->key, room, (int)row->minimum, (int)row->maximum);
}

/* integer ".." integer, in an integer field */
static smet_status_t enter_range(smet_record *record, smet_field_t field, const char *text,
                                 size_t first, size_t length, struct smet_error *error)
{
    smet_value_t bound[2];
    const char *part[2] = {text, text + first + 2};
    size_t size[2] = {first, length - first - 2};
    for (int i = 0; i < 2; i++) {
        bound[i] = smet__value_find(field, part[i], size[i]);
        if (bound[i] < 0)
            return refuse_word(field, part[i], size[i], error);
    }
    return smet_record_narrow_range(record, field, bound[0], bound[1], error);
}

/* value *("|" value) */
static smet_status_t enter_alternatives(smet_record *record, smet_field_t field, const char *text,
                                        size_t length, struct smet_error *error)
{
    smet_value_t values[SMET__VALUE_LIMIT];
    struct smet_values set = {{0, 0}};
    for (size_t begin = 0; begin <= length;) {
        const char *bar = memchr(text + begin, '|', length - begin);
        size_t end = bar == NULL ? length : (size_t)(bar - text);
        smet_value_t value = smet__value_find(field, text + begin, end - begin);
        if (value < 0)
            return refuse_word(field, text + begin, end - begin, error);
        smet__values_add(&set, value);
        begin = end + 1;
    }
    size_t count = smet__values_list(set, values, SMET__VALUE_LIMIT);
    return smet_record_narrow(record, field, values, count, error);
}

/* What an entry by keys begins with: finds the field; `what` is the name of the text. */
static smet_status_t check_text(const smet_record *record, const char *field_key, const char *text,
                                const char *what, smet_field_t *field, struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    if (record == NULL || field_key == NULL || text == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID, "The %s is NULL.",
                            record == NULL      ? "record"
                            : field_key == NULL ? "field's key"
                                                : what);
    *field = smet__field_find(field_key, strlen(field_key));
    if (*field == SMET_FIELD_INVALID) {
        char room[SMET__QUOTE_SIZE];
        return smet__refuse(error, SMET_ERROR_UNKNOWN_FIELD, *field,
                            "%s: there is no field with this key.",
                            smet__quote(room, field_key, strlen(field_key)));
    }
    if (!smet__is_utf8(text, strlen(text)))
        return smet__refuse(error, SMET_ERROR_ENCODING, *field, "%s: the text is not UTF-8.",
                            smet__fields[*field].key);
    return SMET_OK;
}

smet_status_t smet_record_set_option(smet_record *record, const char *field_key,
                                     const char *option_key, struct smet_error *error)
{
    smet_field_t field;
    smet_status_t status =
        check_text(record, field_key, option_key, "option's key", &field, error);
    if (status != SMET_OK)
        return status;
    size_t length = strlen(option_key);
    smet_value_t value = smet__value_find(field, option_key, length);
    if (value < 0)
        return refuse_word(field, option_key, length, error);
    return smet_record_narrow(record, field, &value, 1, error);
}

smet_status_t smet_record_set_text(smet_record *record, const char *field_key, const char *text,
                                   struct smet_error *error)
{
    smet_field_t field;
    smet_status_t status = check_text(record, field_key, text, "text", &field, error);
    if (status != SMET_OK)
        return status;
    size_t length = strlen(text);
    if (length == 0)
        return SMET_OK;
    const char *dots =
        smet__fields[field].kind == SMET_KIND_INTEGER ? strstr(text, "..") : NULL;
    if (dots != NULL)
        return enter_range(record, field, text, (size_t)(dots - text), length, error);
    return enter_alternatives(record, field, text, length, error);
}
