#include "exchange/json/write.h"

/* One value: an integer, or an option's key. */
static json_t *value_json(smet_field_t field, smet_field_kind_t kind, smet_value_t value)
{
    return kind == SMET_KIND_INTEGER ? json_integer(value)
                                     : smet__text(smet_value_key(field, value));
}

static bool is_range(const struct smet_field_info *info, const smet_value_t *values, size_t count)
{
    return info->kind == SMET_KIND_INTEGER &&
           (size_t)((values[count - 1] - values[0]) / info->step) == count - 1;
}

static json_t *range_json(struct smet__tree *tree, smet_value_t minimum, smet_value_t maximum)
{
    json_t *range = json_object();
    smet__put_number(tree, range, "min", minimum);
    smet__put_number(tree, range, "max", maximum);
    return range;
}

/* What the record still allows a field, in the shortest form that says it. */
static json_t *field_json(struct smet__tree *tree, const smet_record *record, smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_value_t values[SMET__VALUE_ROOM];
    size_t count = smet_record_values(record, field, values, SMET__VALUE_ROOM);
    smet__must(tree, smet_field_describe(field, &info));
    if (count == 1)
        return value_json(field, info.kind, values[0]);
    if (is_range(&info, values, count))
        return range_json(tree, values[0], values[count - 1]);
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, value_json(field, info.kind, values[i]));
    return list;
}

json_t *smet__record_json(struct smet__tree *tree, const smet_record *record)
{
    json_t *object = json_object();
    size_t count = smet_term_count(SMET_VOCABULARY_FIELD);
    for (size_t i = 0; i < count; i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (smet_record_is_entered(record, field))
            smet__put(tree, object, smet_term_key(SMET_VOCABULARY_FIELD, field),
                      field_json(tree, record, field));
    }
    return object;
}

size_t smet_record_write_json(const smet_record *record, int32_t style, char *text,
                              size_t capacity)
{
    if (record == NULL || !smet__is_style(style))
        return smet__write_nothing(text, capacity);
    struct smet__tree tree = {.has_failed = false};
    return smet__finish(&tree, smet__record_json(&tree, record), style, text, capacity);
}
