#include "exchange/record/read_value.h"

#include "base/errors.h"
#include "exchange/json/write.h"

#include <string.h>

/* The largest integer that a message spells; none that a field takes has more digits. */
enum { LARGEST_SPELLED = 999999999 };

static smet_status_t refuse_integer(const struct smet_field_info *info, json_int_t value,
                                    struct smet_error *error)
{
    if (value > LARGEST_SPELLED || value < -LARGEST_SPELLED)
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, info->field,
                            "%s: the number is too %s.", info->key, value < 0 ? "small" : "large");
    if (info->step != 1)
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, info->field,
                            "%s: %d is not a multiple of %d from %d to %d.", info->key,
                            (int)value, (int)info->step, (int)info->minimum, (int)info->maximum);
    return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, info->field, "%s: %d is not from %d to %d.",
                        info->key, (int)value, (int)info->minimum, (int)info->maximum);
}

static smet_status_t integer_of(const struct smet_field_info *info, const json_t *json,
                                smet_value_t *value, struct smet_error *error)
{
    if (json_typeof(json) != JSON_INTEGER)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, info->field,
                            "%s: an integer is needed, without point, exponent or quotes.",
                            info->key);
    json_int_t number = json_integer_value(json);
    if (number < info->minimum || number > info->maximum || number % info->step != 0)
        return refuse_integer(info, number, error);
    *value = (smet_value_t)number;
    return SMET_OK;
}

static smet_status_t option_of(const struct smet_field_info *info, const json_t *json,
                               smet_value_t *value, struct smet_error *error)
{
    if (json_typeof(json) != JSON_STRING)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, info->field,
                            "%s: an option is needed, as a string such as \"%s\".", info->key,
                            smet_value_key(info->field, smet_value_at(info->field, 0)));
    const char *word = json_string_value(json);
    size_t length = json_string_length(json);
    *value = strlen(word) == length ? smet_value_find(info->field, word) : -1;
    if (*value >= 0)
        return SMET_OK;
    char room[SMET__QUOTE_SIZE];
    return smet__refuse(error, SMET_ERROR_UNKNOWN_OPTION, info->field,
                        "%s: \"%s\" is not one of its options.", info->key,
                        smet__quote(room, word, length));
}

static smet_status_t value_of(const struct smet_field_info *info, const json_t *json,
                              smet_value_t *value, struct smet_error *error)
{
    return info->kind == SMET_KIND_INTEGER ? integer_of(info, json, value, error)
                                           : option_of(info, json, value, error);
}

/* The members of a list; repeats are fine, so a list may be longer than the field has values. */
static smet_status_t narrow_to_list(smet_record *record, const struct smet_field_info *info,
                                    const json_t *list, struct smet_error *error)
{
    bool is_listed[SMET__VALUE_ROOM] = {false};
    smet_value_t values[SMET__VALUE_ROOM];
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        smet_value_t value = -1;
        smet_status_t status = value_of(info, json_array_get(list, i), &value, error);
        if (status != SMET_OK)
            return status;
        if (!is_listed[value])
            values[count++] = value;
        is_listed[value] = true;
    }
    return smet_record_narrow(record, info->field, values, count, error);
}

/* Takes a bound from a range, where it has one. */
static smet_status_t bound_of(const struct smet_field_info *info, const json_t *range,
                              const char *key, smet_value_t *bound, size_t *taken,
                              struct smet_error *error)
{
    const json_t *json = json_object_get(range, key);
    if (json == NULL)
        return SMET_OK;
    ++*taken;
    return integer_of(info, json, bound, error);
}

static smet_status_t narrow_to_range(smet_record *record, const struct smet_field_info *info,
                                     const json_t *range, struct smet_error *error)
{
    if (info->kind != SMET_KIND_INTEGER)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, info->field,
                            "%s: only an integer field takes a range.", info->key);
    smet_value_t minimum = info->minimum;
    smet_value_t maximum = info->maximum;
    size_t taken = 0;
    smet_status_t status = bound_of(info, range, "min", &minimum, &taken, error);
    if (status == SMET_OK)
        status = bound_of(info, range, "max", &maximum, &taken, error);
    if (status != SMET_OK)
        return status;
    if (taken == 0 || taken != json_object_size(range))
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, info->field,
                            "%s: a range has \"min\", \"max\" or both, and nothing else.",
                            info->key);
    return smet_record_narrow_range(record, info->field, minimum, maximum, error);
}

smet_status_t smet__read_value(smet_record *record, smet_field_t field, const json_t *value,
                               struct smet_error *error)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_value_t one = -1;
    smet_status_t status = smet_field_describe(field, &info);
    json_type type = json_typeof(value);
    /* Never: the field is one that there is. */
    if (SMET__NEVER(status != SMET_OK) || type == JSON_NULL)
        return status;
    if (type == JSON_ARRAY)
        return narrow_to_list(record, &info, value, error);
    if (type == JSON_OBJECT)
        return narrow_to_range(record, &info, value, error);
    status = value_of(&info, value, &one, error);
    return status == SMET_OK ? smet_record_set(record, field, one, error) : status;
}
