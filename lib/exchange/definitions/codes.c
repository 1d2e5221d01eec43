/*
 * Definitions: the code systems. Codes are keys, displays are labels.
 */
#include "content/decisions.h"
#include "exchange/definitions/definition.h"
#include "exchange/cards/overrides.h"

#include <stdlib.h>
#include <string.h>

/* Lists the concepts of a code system. */
typedef void (*lister)(struct smet__tree *tree, json_t *concepts);

struct property {
    const char *code;
    const char *type;
    const char *description;
};

enum { PROPERTIES_MAX = 8 }; /* more than a code system has */

struct code_system {
    const char *id;
    const char *url;
    const char *title;
    const char *description;
    lister list;
    bool has_value_set; /* all its codes, as a value set of the same id */
    struct property properties[PROPERTIES_MAX]; /* up to the first without a code */
};

static json_t *concept_json(struct smet__tree *tree, const char *code, const char *display,
                            const char *definition)
{
    json_t *concept = json_object();
    smet__put_text(tree, concept, "code", code);
    smet__put_text(tree, concept, "display", display);
    smet__put_said(tree, concept, "definition", definition);
    return concept;
}

static void add_property(struct smet__tree *tree, json_t *properties, const char *code,
                         const char *type, json_t *value)
{
    json_t *property = json_object();
    smet__put_text(tree, property, "code", code);
    smet__put(tree, property, type, value);
    smet__add(tree, properties, property);
}

static void add_number(struct smet__tree *tree, json_t *properties, const char *code,
                       int32_t number)
{
    add_property(tree, properties, code, "valueInteger", json_integer(number));
}

/* --- fields and their values ----------------------------------------------- */

static json_t *field_properties(struct smet__tree *tree, const struct smet_field_info *info)
{
    json_t *list = json_array();
    const char *kind = smet_term_key(SMET_VOCABULARY_FIELD_KIND, info->kind);
    const char *group = smet_term_key(SMET_VOCABULARY_FIELD_GROUP, info->group);
    add_property(tree, list, "kind", "valueString", smet__text(kind));
    add_property(tree, list, "group", "valueString", smet__text(group));
    add_property(tree, list, "override", "valueBoolean", json_boolean(info->is_override));
    if (info->kind == SMET_KIND_INTEGER) {
        add_number(tree, list, "minimum", info->minimum);
        add_number(tree, list, "maximum", info->maximum);
        add_number(tree, list, "step", info->step);
    }
    return list;
}

static void list_fields(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, i), &info);
        json_t *concept = concept_json(tree, info.key, info.label, info.definition);
        smet__put(tree, concept, "property", field_properties(tree, &info));
        smet__add(tree, concepts, concept);
    }
}

static void list_values_of(struct smet__tree *tree, json_t *concepts,
                           const struct smet_field_info *info)
{
    for (size_t i = 0; i < smet_value_count(info->field); i++) {
        smet_value_t value = smet_value_at(info->field, i);
        char code[SMET__CODE_ROOM];
        smet__owned_code(code, info->key, smet_value_key(info->field, value));
        json_t *concept = concept_json(tree, code, smet_value_label(info->field, value),
                                       smet_value_definition(info->field, value));
        json_t *properties = json_array();
        add_property(tree, properties, "field", "valueCoding",
                     smet__field_coding(tree, info->field));
        smet__put(tree, concept, "property", properties);
        smet__add(tree, concepts, concept);
    }
}

static void list_values(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, i), &info);
        if (info.kind != SMET_KIND_INTEGER)
            list_values_of(tree, concepts, &info);
    }
}

/* --- scores and their bands ------------------------------------------------ */

static json_t *range_properties(struct smet__tree *tree, int32_t minimum, int32_t maximum)
{
    json_t *list = json_array();
    add_number(tree, list, "minimum", minimum);
    add_number(tree, list, "maximum", maximum);
    return list;
}

static json_t *item_concept(struct smet__tree *tree, const struct smet_instrument_info *owner,
                            size_t index)
{
    struct smet_item_info info = {.size = sizeof info};
    char code[SMET__CODE_ROOM];
    smet_item_describe(owner->instrument, index, &info);
    smet__owned_code(code, owner->key, info.key);
    json_t *properties = json_array();
    json_t *concept = concept_json(tree, code, info.label, info.caveat);
    add_property(tree, properties, "field", "valueCoding", smet__field_coding(tree, info.field));
    smet__put(tree, concept, "property", properties);
    return concept;
}

static void list_scores(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_instrument_info info = {.size = sizeof info};
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &info);
        json_t *concept = concept_json(tree, info.key, info.label, NULL);
        const char *direction = smet_term_label(SMET_VOCABULARY_DIRECTION, info.direction);
        smet__put(tree, concept, "definition",
                  json_sprintf("A total of %d to %d points; %s.", (int)info.minimum,
                               (int)info.maximum, direction));
        smet__put(tree, concept, "property",
                  range_properties(tree, info.minimum, info.maximum));
        json_t *items = json_array();
        for (size_t item = 0; item < info.item_count; item++)
            smet__add(tree, items, item_concept(tree, &info, item));
        smet__put(tree, concept, "concept", items);
        smet__add(tree, concepts, concept);
    }
}

static void list_bands_of(struct smet__tree *tree, json_t *concepts,
                          const struct smet_instrument_info *owner)
{
    for (size_t i = 0; i < owner->band_count; i++) {
        struct smet_band_info info = {.size = sizeof info};
        char code[SMET__CODE_ROOM];
        smet_band_describe(owner->instrument, (smet_band_t)i, &info);
        smet__owned_code(code, owner->key, info.key);
        json_t *concept = concept_json(tree, code, info.label, NULL);
        smet__put(tree, concept, "definition",
                  json_sprintf("%s, %d to %d points.", owner->label, (int)info.minimum,
                               (int)info.maximum));
        smet__put(tree, concept, "property",
                  range_properties(tree, info.minimum, info.maximum));
        smet__add(tree, concepts, concept);
    }
}

static void list_bands(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_instrument_info info = {.size = sizeof info};
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &info);
        list_bands_of(tree, concepts, &info);
    }
}

/* --- the pathway ----------------------------------------------------------- */

static void list_interventions(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        struct smet_intervention_info info = {.size = sizeof info};
        smet_intervention_describe(smet_term_at(SMET_VOCABULARY_INTERVENTION, i), &info);
        smet__add(tree, concepts, concept_json(tree, info.key, info.label, info.definition));
    }
}

static void list_verdicts(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT); i++) {
        int32_t term = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        smet__add(tree, concepts,
                  concept_json(tree, smet_term_key(SMET_VOCABULARY_VERDICT, term),
                               smet_term_label(SMET_VOCABULARY_VERDICT, term), NULL));
    }
}

static void list_rules(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        struct smet_rule_info info = {.size = sizeof info};
        smet_rule_t rule = smet_term_at(SMET_VOCABULARY_RULE, i);
        smet_rule_describe(rule, &info);
        smet__add(tree, concepts,
                  concept_json(tree, info.key, smet_term_label(SMET_VOCABULARY_RULE, rule),
                               info.rationale));
    }
}

static void list_conflicts(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_CONFLICT); i++) {
        struct smet_conflict_info info = {.size = sizeof info};
        smet_conflict_describe(smet_term_at(SMET_VOCABULARY_CONFLICT, i), &info);
        smet__add(tree, concepts, concept_json(tree, info.key, info.label, info.explanation));
    }
}

/* A finding is defined by its condition, in words. */
static void add_finding(struct smet__tree *tree, json_t *concepts, smet_finding_t finding)
{
    struct smet_finding_info info = {.size = sizeof info};
    smet_finding_describe(finding, &info);
    size_t room = smet_finding_condition(finding, NULL, 0) + 1;
    char *condition = malloc(room);
    if (condition == NULL) {
        tree->has_failed = true;
        return;
    }
    smet_finding_condition(finding, condition, room);
    smet__add(tree, concepts, concept_json(tree, info.key, info.label, condition));
    free(condition);
}

static void list_findings(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FINDING); i++)
        add_finding(tree, concepts, smet_term_at(SMET_VOCABULARY_FINDING, i));
}

static void list_overrides(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < SMET__OVERRIDE_COUNT; i++)
        smet__add(tree, concepts,
                  concept_json(tree, smet__overrides[i].key, smet__overrides[i].display, NULL));
}

static void list_topics(struct smet__tree *tree, json_t *concepts)
{
    for (size_t i = 0; i < SMET__DECISION_COUNT; i++)
        smet__add(tree, concepts,
                  concept_json(tree, smet__decisions[i].key, smet__decisions[i].label, NULL));
}

static void list_kinds(struct smet__tree *tree, json_t *concepts)
{
    static const char *const kinds[][2] = {
        {"emergency", "An emergency, or one that is not excluded."},
        {"contraindication", "The source excludes what would otherwise be offered."},
        {"conflict", "Two statements or two scores point opposite ways."},
        {"contradiction", "Facts that cannot all be true."},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        smet__add(tree, concepts, concept_json(tree, kinds[i][0], kinds[i][0], kinds[i][1]));
}

/* --- the systems ----------------------------------------------------------- */

#define FIELD_PROPERTY {"field", "Coding", "The field that it belongs to or reads."}
#define RANGE_PROPERTIES(what)                              \
    {"minimum", "integer", "The least " what "."},          \
    {                                                       \
        "maximum", "integer", "The greatest " what "."      \
    }

static const struct code_system systems[] = {
    {
        .id = "fields",
        .url = SMET__SYSTEM_FIELDS,
        .title = "Facts of a patient's record",
        .description = "What a record of a patient with a sacral metastasis can hold.",
        .list = list_fields,
        .has_value_set = true,
        .properties = {{"kind", "string", "A choice, a yes/no question, or an integer."},
                       {"group", "string", "The part of the record."},
                       {"override", "boolean",
                        "A clinician's own judgement or a chart's own number, that wins over what "
                        "is derived."},
                       RANGE_PROPERTIES("value of an integer"),
                       {"step", "integer", "Values are multiples of this."}},
    },
    {
        .id = "values",
        .url = SMET__SYSTEM_VALUES,
        .title = "Values of facts",
        .description = "The options of each fact that is a choice: the key of the fact, a dot and "
                       "the key of the option.",
        .list = list_values,
        .properties = {FIELD_PROPERTY},
    },
    {
        .id = "scores",
        .url = SMET__SYSTEM_SCORES,
        .title = "Scores and their items",
        .description = "The scores; an item is the key of its score, a dot and its own key.",
        .list = list_scores,
        .properties = {RANGE_PROPERTIES("total"), FIELD_PROPERTY},
    },
    {
        .id = "bands",
        .url = SMET__SYSTEM_BANDS,
        .title = "Bands of scores",
        .description = "The bands of each score: the key of the score, a dot and its own key.",
        .list = list_bands,
        .properties = {RANGE_PROPERTIES("total of the band")},
    },
    {
        .id = "interventions",
        .url = SMET__SYSTEM_INTERVENTIONS,
        .title = "Interventions",
        .description = "What can be done.",
        .list = list_interventions,
    },
    {
        .id = "verdicts",
        .url = SMET__SYSTEM_VERDICTS,
        .title = "Verdicts",
        .description = "What a rule says of an intervention. They give options, never orders.",
        .list = list_verdicts,
    },
    {
        .id = "rules",
        .url = SMET__SYSTEM_RULES,
        .title = "Rules",
        .description = "The statements of the review, as rules, each with its rationale.",
        .list = list_rules,
    },
    {
        .id = "conflicts",
        .url = SMET__SYSTEM_CONFLICTS,
        .title = "Conflicts",
        .description = "Where two statements or two scores point opposite ways in one patient.",
        .list = list_conflicts,
    },
    {
        .id = "findings",
        .url = SMET__SYSTEM_FINDINGS,
        .title = "Findings",
        .description = "Conditions with a name, each defined by what it needs.",
        .list = list_findings,
    },
    {
        .id = "kinds",
        .url = SMET__SYSTEM_KINDS,
        .title = "Kinds of issues",
        .description = "What an answer warns of.",
        .list = list_kinds,
    },
    {
        .id = "topics",
        .url = SMET__SYSTEM_TOPICS,
        .title = "Topics of cards",
        .description = "The decisions that cards are about.",
        .list = list_topics,
    },
    {
        .id = "overrides",
        .url = SMET__SYSTEM_OVERRIDES,
        .title = "Reasons to set a card aside",
        .description = "Why a clinician does not follow a card.",
        .list = list_overrides,
    },
};

static json_t *properties_json(struct smet__tree *tree, const struct property *properties)
{
    json_t *list = json_array();
    for (; properties->code != NULL; properties++) {
        json_t *object = json_object();
        smet__put_text(tree, object, "code", properties->code);
        smet__put_text(tree, object, "description", properties->description);
        smet__put_text(tree, object, "type", properties->type);
        smet__add(tree, list, object);
    }
    return list;
}

/* Concepts, with those below them. */
static size_t count_concepts(const json_t *concepts)
{
    size_t count = json_array_size(concepts);
    for (size_t i = 0; i < json_array_size(concepts); i++)
        count += count_concepts(json_object_get(json_array_get(concepts, i), "concept"));
    return count;
}

static json_t *system_json(struct smet__tree *tree, const struct code_system *system)
{
    const struct smet__head head = {"CodeSystem", system->id, system->url, system->title,
                                    system->description};
    json_t *object = smet__definition(tree, &head);
    json_t *concepts = json_array();
    system->list(tree, concepts);
    smet__put_bool(tree, object, "caseSensitive", true);
    if (system->has_value_set) {
        char url[SMET__URL_ROOM];
        smet__canonical(url, SMET__CANONICAL_VALUE_SETS, 0);
        smet__put_text(tree, object, "valueSet", url);
    }
    smet__put_text(tree, object, "content", "complete");
    smet__put_number(tree, object, "count", (int64_t)count_concepts(concepts));
    if (system->properties[0].code != NULL)
        smet__put(tree, object, "property", properties_json(tree, system->properties));
    smet__put(tree, object, "concept", concepts);
    return object;
}

json_t *smet__code_system_json(struct smet__tree *tree, const char *id)
{
    json_t *found = NULL;
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
        if (strcmp(systems[i].id, id) == 0)
            found = system_json(tree, &systems[i]);
    return found;
}
