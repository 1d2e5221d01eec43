/*
 * Of the catalogue: the fields of a record and how they hang together.
 */
#include "exchange/catalogue/parts.h"

static json_t *values_json(struct smet__tree *tree, smet_field_t field)
{
    json_t *list = json_array();
    for (size_t i = 0; i < smet_value_count(field); i++) {
        smet_value_t value = smet_value_at(field, i);
        json_t *object = smet__entry(tree, smet_value_key(field, value), value);
        smet__put_text(tree, object, "label", smet_value_label(field, value));
        smet__put_text(tree, object, "definition", smet_value_definition(field, value));
        smet__add(tree, list, object);
    }
    return list;
}

static json_t *field_json(struct smet__tree *tree, smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    smet__must(tree, smet_field_describe(field, &info));
    json_t *object = smet__entry(tree, info.key, field);
    smet__put_text(tree, object, "label", info.label);
    smet__put_text(tree, object, "definition", info.definition);
    smet__put_term(tree, object, "kind", SMET_VOCABULARY_FIELD_KIND, info.kind);
    smet__put_term(tree, object, "group", SMET_VOCABULARY_FIELD_GROUP, info.group);
    smet__put_bool(tree, object, "override", info.is_override);
    if (info.kind == SMET_KIND_INTEGER) {
        smet__put_number(tree, object, "minimum", info.minimum);
        smet__put_number(tree, object, "maximum", info.maximum);
        smet__put_number(tree, object, "step", info.step);
    } else {
        smet__put(tree, object, "values", values_json(tree, field));
    }
    return object;
}

/* One case of a link: for each of its fields, the values that it allows. */
static json_t *case_json(struct smet__tree *tree, size_t link, size_t which,
                         const smet_field_t *fields, size_t count)
{
    json_t *parts = json_array();
    for (size_t i = 0; i < count; i++) {
        smet_value_t values[SMET__VALUE_ROOM];
        size_t found = smet_link_case_values(link, which, i, values, SMET__VALUE_ROOM);
        smet__add(tree, parts, smet__value_keys(tree, fields[i], values, found));
    }
    return parts;
}

static json_t *link_json(struct smet__tree *tree, size_t link)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__held(smet_link_fields(link, fields, SMET__LIST_ROOM));
    json_t *cases = json_array();
    for (size_t i = 0; i < smet_link_case_count(link); i++)
        smet__add(tree, cases, case_json(tree, link, i, fields, count));
    json_t *object = json_object();
    smet__put_text(tree, object, "text", smet_link_text(link));
    smet__put(tree, object, "fields", smet__terms(tree, SMET_VOCABULARY_FIELD, fields, count));
    smet__put_term(tree, object, "shortcut", SMET_VOCABULARY_FIELD, smet_link_shortcut(link));
    smet__put_bool(tree, object, "once_entered", smet_link_once_entered(link) != 0);
    smet__put(tree, object, "cases", cases);
    return object;
}

static json_t *side_of_row(struct smet__tree *tree, size_t mapping, size_t row, smet_field_t field,
                           int32_t to)
{
    smet_value_t values[SMET__VALUE_ROOM];
    size_t count = smet_mapping_row(mapping, row, to, values, SMET__VALUE_ROOM);
    return smet__value_keys(tree, field, values, count);
}

static json_t *rows_json(struct smet__tree *tree, size_t mapping,
                         const struct smet_mapping_info *info)
{
    json_t *rows = json_array();
    for (size_t row = 0; row < info->row_count; row++) {
        json_t *object = json_object();
        smet__put(tree, object, "from", side_of_row(tree, mapping, row, info->from, 0));
        smet__put(tree, object, "to", side_of_row(tree, mapping, row, info->field, 1));
        smet__put_text(tree, object, "note", smet_mapping_note(mapping, row));
        smet__add(tree, rows, object);
    }
    return rows;
}

static json_t *mapping_json(struct smet__tree *tree, size_t mapping)
{
    struct smet_mapping_info info = {.size = sizeof info};
    smet__must(tree, smet_mapping_describe(mapping, &info));
    json_t *object = json_object();
    smet__put_term(tree, object, "field", SMET_VOCABULARY_FIELD, info.field);
    smet__put_term(tree, object, "from", SMET_VOCABULARY_FIELD, info.from);
    smet__put_term(tree, object, "instrument", SMET_VOCABULARY_INSTRUMENT, info.instrument);
    smet__put_term(tree, object, "where", SMET_VOCABULARY_FINDING, info.where);
    smet__put_text(tree, object, "text", info.text);
    smet__put(tree, object, "rows", rows_json(tree, mapping, &info));
    return object;
}

static size_t check_condition(int32_t check, char *text, size_t capacity)
{
    return smet_check_condition((size_t)check, text, capacity);
}

static size_t check_fields(int32_t check, smet_field_t *fields, size_t capacity)
{
    return smet_check_fields((size_t)check, fields, capacity);
}

static json_t *check_json(struct smet__tree *tree, size_t check)
{
    json_t *object = json_object();
    smet__put(tree, object, "fields",
              smet__listed(tree, SMET_VOCABULARY_FIELD, check_fields, (int32_t)check));
    smet__put_text(tree, object, "text", smet_check_text(check));
    smet__put_condition(tree, object, check_condition, (int32_t)check);
    return object;
}

/* Objects that have a position, but neither key nor number. */
static json_t *positions(struct smet__tree *tree, size_t count,
                         json_t *(*make)(struct smet__tree *tree, size_t index))
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, make(tree, i));
    return list;
}

void smet__put_record_parts(struct smet__tree *tree, json_t *catalogue)
{
    smet__put(tree, catalogue, "fields", smet__each(tree, SMET_VOCABULARY_FIELD, field_json));
    smet__put(tree, catalogue, "links", positions(tree, smet_link_count(), link_json));
    smet__put(tree, catalogue, "mappings", positions(tree, smet_mapping_count(), mapping_json));
    smet__put(tree, catalogue, "checks", positions(tree, smet_check_count(), check_json));
}
