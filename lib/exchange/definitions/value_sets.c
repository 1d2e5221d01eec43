/*
 * Definitions: the value sets. One for each field with options, one for all fields.
 */
#include "exchange/definitions/definition.h"

#include <stdio.h>

static json_t *options_json(struct smet__tree *tree, const struct smet_field_info *info)
{
    json_t *list = json_array();
    for (size_t i = 0; i < smet_value_count(info->field); i++) {
        smet_value_t value = smet_value_at(info->field, i);
        char code[SMET__CODE_ROOM];
        json_t *concept = json_object();
        smet__owned_code(code, info->key, smet_value_key(info->field, value));
        smet__put_text(tree, concept, "code", code);
        smet__put_text(tree, concept, "display", smet_value_label(info->field, value));
        smet__add(tree, list, concept);
    }
    return list;
}

/* Puts the one system that a value set takes its codes from; all of them where none is listed. */
static void put_include(struct smet__tree *tree, json_t *object, const char *system,
                        json_t *concepts)
{
    json_t *compose = json_object();
    json_t *include = json_object();
    smet__put_text(tree, include, "system", system);
    if (concepts != NULL)
        smet__put(tree, include, "concept", concepts);
    smet__put(tree, compose, "include", smet__one(tree, include));
    smet__put(tree, object, "compose", compose);
}

static json_t *all_fields(struct smet__tree *tree)
{
    char url[SMET__URL_ROOM];
    smet__canonical(url, SMET__CANONICAL_VALUE_SETS, 0);
    const struct smet__head head = {"ValueSet", "fields", url, "Facts of a patient's record",
                                    "Every fact that a record can hold."};
    json_t *object = smet__definition(tree, &head);
    put_include(tree, object, SMET__SYSTEM_FIELDS, NULL);
    return object;
}

json_t *smet__value_set_json(struct smet__tree *tree, smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    char url[SMET__URL_ROOM], id[SMET__ID_ROOM], title[SMET__CODE_ROOM];
    if (field == SMET_FIELD_INVALID)
        return all_fields(tree);
    smet__must(tree, smet_field_describe(field, &info));
    smet__canonical(url, SMET__CANONICAL_VALUE_SETS, 1 + field);
    smet__id_of(id, info.key);
    snprintf(title, sizeof title, "Options of: %s", info.label);
    const struct smet__head head = {"ValueSet", id, url, title, info.definition};
    json_t *object = smet__definition(tree, &head);
    put_include(tree, object, SMET__SYSTEM_VALUES, options_json(tree, &info));
    return object;
}
