/*
 * Definitions: a questionnaire for each instrument, and one for the whole record.
 *
 * A question's linkId is the field's key. None is required, and yes/no is a choice:
 * a question left open is unknown, which a checkbox could not say.
 */
#include "exchange/definitions/definition.h"
#include "exchange/definitions/enable.h"
#include "exchange/definitions/print.h"

#include <stdlib.h>

#define EXTENSION "http://hl7.org/fhir/StructureDefinition/"

/* What gives points for a question's answers; instrument -1 for none. */
struct weights {
    smet_instrument_t instrument;
    size_t item;
};

/* --- answers --------------------------------------------------------------- */

/* The points that a value of an item's field gives; false where it gives none. */
static bool points_of(const struct weights *weights, smet_value_t value, int32_t *points)
{
    struct smet_item_info item = {.size = sizeof item};
    if (smet_item_describe(weights->instrument, weights->item, &item) != SMET_OK)
        return false;
    bool found = false;
    for (size_t row = 0; row < item.row_count; row++) {
        struct smet_points_info info = {.size = sizeof info};
        smet_value_t values[SMET__VALUE_ROOM];
        size_t count = smet_points_values(weights->instrument, weights->item, row, values,
                                          SMET__VALUE_ROOM);
        smet_points_describe(weights->instrument, weights->item, row, &info);
        for (size_t i = 0; i < count; i++)
            if (values[i] == value) {
                found = true;
                *points = info.points;
            }
    }
    return found;
}

static json_t *extension_json(struct smet__tree *tree, const char *url, const char *type,
                              json_t *value)
{
    json_t *object = json_object();
    smet__put_text(tree, object, "url", url);
    smet__put(tree, object, type, value);
    return object;
}

static json_t *option_json(struct smet__tree *tree, const struct smet_field_info *info,
                           const struct weights *weights, smet_value_t value)
{
    json_t *option = json_object();
    int32_t points;
    if (points_of(weights, value, &points)) {
        json_t *weight = extension_json(tree, EXTENSION "ordinalValue", "valueDecimal",
                                        json_integer(points));
        smet__put(tree, option, "extension", smet__one(tree, weight));
    }
    if (info->kind == SMET_KIND_INTEGER)
        smet__put_number(tree, option, "valueInteger", value);
    else
        smet__put(tree, option, "valueCoding", smet__value_coding(tree, info->field, value));
    return option;
}

static void put_options(struct smet__tree *tree, json_t *question,
                        const struct smet_field_info *info, const struct weights *weights)
{
    json_t *options = json_array();
    for (size_t i = 0; i < smet_value_count(info->field); i++)
        smet__add(tree, options,
                  option_json(tree, info, weights, smet_value_at(info->field, i)));
    smet__put(tree, question, "answerOption", options);
}

static void put_bounds(struct smet__tree *tree, json_t *question,
                       const struct smet_field_info *info)
{
    json_t *extensions = json_array();
    smet__add(tree, extensions,
              extension_json(tree, EXTENSION "minValue", "valueInteger",
                             json_integer(info->minimum)));
    smet__add(tree, extensions,
              extension_json(tree, EXTENSION "maxValue", "valueInteger",
                             json_integer(info->maximum)));
    smet__put(tree, question, "extension", extensions);
}

/* --- words beside a question ----------------------------------------------- */

/* An item that only shows a text; as help, it stands behind a question mark. */
static json_t *display_json(struct smet__tree *tree, const char *owner, const char *what,
                            const char *text, bool is_help)
{
    char link[SMET__CODE_ROOM];
    smet__owned_code(link, owner, what);
    json_t *item = json_object();
    if (is_help) {
        static const char controls[] = "http://hl7.org/fhir/questionnaire-item-control";
        json_t *help = smet__concept(tree, smet__coding(tree, controls, "help", NULL), NULL);
        json_t *control = extension_json(tree, EXTENSION "questionnaire-itemControl",
                                         "valueCodeableConcept", help);
        smet__put(tree, item, "extension", smet__one(tree, control));
    }
    smet__put_text(tree, item, "linkId", link);
    smet__put_text(tree, item, "text", text);
    smet__put_text(tree, item, "type", "display");
    return item;
}

/* The definition of a field, which each has, and of those of its options that have one. */
static void add_help(struct smet__tree *tree, json_t *items, const struct smet_field_info *info)
{
    struct smet__words words = {NULL, 0, 0, false};
    smet__say(&words, info->definition);
    for (size_t i = 0; i < smet_value_count(info->field); i++) {
        smet_value_t value = smet_value_at(info->field, i);
        const char *definition = smet_value_definition(info->field, value);
        if (definition[0] != '\0')
            smet__print(&words, " %s: %s", smet_value_label(info->field, value), definition);
    }
    if (words.has_failed)
        tree->has_failed = true;
    else
        smet__add(tree, items, display_json(tree, info->key, "help", words.at, true));
    free(words.at);
}

/* The rows of points, where no option can bear them. */
static void add_points(struct smet__tree *tree, json_t *items, const struct smet_field_info *field,
                       const struct weights *weights)
{
    struct smet__words words = {NULL, 0, 0, false};
    struct smet_item_info item = {.size = sizeof item};
    if (smet_item_describe(weights->instrument, weights->item, &item) != SMET_OK)
        return;
    for (size_t row = 0; row < item.row_count; row++) {
        struct smet_points_info info = {.size = sizeof info};
        smet_points_describe(weights->instrument, weights->item, row, &info);
        smet__print(&words, "%s%s: %d", row == 0 ? "Points: " : "; ", info.label,
                    (int)info.points);
    }
    smet__say(&words, ".");
    if (words.has_failed)
        tree->has_failed = true;
    else
        smet__add(tree, items, display_json(tree, field->key, "points", words.at, false));
    free(words.at);
}

/* --- questions ------------------------------------------------------------- */

/*
 * The options of an integer with a step are listed, so that no other number can be
 * entered; FHIR R4 has listed answers for choices alone.
 */
static bool has_options(const struct smet_field_info *info)
{
    return info->kind != SMET_KIND_INTEGER || info->step > 1;
}

static json_t *question_json(struct smet__tree *tree, smet_field_t field,
                             const struct weights *weights, bool is_whole_record)
{
    struct smet_field_info info = {.size = sizeof info};
    smet__must(tree, smet_field_describe(field, &info));
    json_t *question = json_object();
    json_t *below = json_array();
    if (!has_options(&info))
        put_bounds(tree, question, &info);
    smet__put_text(tree, question, "linkId", info.key);
    smet__put(tree, question, "code", smet__one(tree, smet__field_coding(tree, field)));
    smet__put_text(tree, question, "text", info.label);
    smet__put_text(tree, question, "type", has_options(&info) ? "choice" : "integer");
    if (is_whole_record)
        smet__put_enable_when(tree, question, field);
    if (has_options(&info))
        put_options(tree, question, &info, weights);
    add_help(tree, below, &info);
    if (!has_options(&info))
        add_points(tree, below, &info, weights);
    smet__put_list(tree, question, "item", below);
    return question;
}

static json_t *group_json(struct smet__tree *tree, const char *link, const char *text)
{
    json_t *group = json_object();
    smet__put_text(tree, group, "linkId", link);
    smet__put_text(tree, group, "text", text);
    smet__put_text(tree, group, "type", "group");
    return group;
}

/* --- an instrument --------------------------------------------------------- */

static json_t *item_json(struct smet__tree *tree, const struct smet_instrument_info *owner,
                         size_t index)
{
    const struct weights own = {owner->instrument, index};
    const struct weights none = {SMET_INSTRUMENT_INVALID, 0};
    struct smet_item_info info = {.size = sizeof info};
    char link[SMET__CODE_ROOM];
    smet_item_describe(owner->instrument, index, &info);
    smet__owned_code(link, owner->key, info.key);
    json_t *below = json_array();
    json_t *group = group_json(tree, link, info.label);
    smet__put(tree, group, "code",
              smet__one(tree, smet__coding(tree, SMET__SYSTEM_SCORES, link, info.label)));
    smet__add(tree, below, question_json(tree, info.field, &own, false));
    /* What it is mapped from gives no points by itself, or an override would count twice. */
    if (info.mapped_from != SMET_FIELD_INVALID)
        smet__add(tree, below, question_json(tree, info.mapped_from, &none, false));
    if (info.caveat[0] != '\0')
        smet__add(tree, below, display_json(tree, link, "caveat", info.caveat, false));
    smet__put(tree, group, "item", below);
    return group;
}

static void put_description(struct smet__tree *tree, json_t *object,
                            const struct smet_instrument_info *info)
{
    struct smet__words words = {NULL, 0, 0, false};
    smet_reference_t reference = SMET_REFERENCE_INVALID;
    struct smet_reference_info source = {.size = sizeof source};
    smet__print(&words, "%d to %d points; %s.", (int)info->minimum, (int)info->maximum,
                smet_term_label(SMET_VOCABULARY_DIRECTION, info->direction));
    smet__say(&words, " A question left open is unknown, never none or zero: the points of "
                          "the answers are then no total, and the score is a range.");
    smet_instrument_references(info->instrument, &reference, 1);
    smet__must(tree, smet_reference_describe(reference, &source));
    smet__print(&words, " Source: %s", source.citation);
    if (words.has_failed)
        tree->has_failed = true;
    else
        smet__put_text(tree, object, "description", words.at);
    free(words.at);
}

static void put_subject(struct smet__tree *tree, json_t *object)
{
    smet__put(tree, object, "subjectType", smet__one(tree, smet__text("Patient")));
}

static json_t *of_instrument(struct smet__tree *tree, const struct smet_instrument_info *info)
{
    char url[SMET__URL_ROOM], id[SMET__ID_ROOM];
    smet__canonical(url, SMET__CANONICAL_QUESTIONNAIRES, 1 + info->instrument);
    smet__id_of(id, info->key);
    const struct smet__head head = {"Questionnaire", id, url, info->label, NULL};
    json_t *object = smet__definition(tree, &head);
    json_t *items = json_array();
    put_description(tree, object, info);
    put_subject(tree, object);
    smet__put(tree, object, "code",
              smet__one(tree, smet__term_coding(tree, SMET__SYSTEM_SCORES,
                                                SMET_VOCABULARY_INSTRUMENT, info->instrument)));
    for (size_t i = 0; i < info->item_count; i++)
        smet__add(tree, items, item_json(tree, info, i));
    smet__put(tree, object, "item", items);
    return object;
}

/* --- the whole record ------------------------------------------------------ */

static json_t *part_json(struct smet__tree *tree, smet_field_group_t part)
{
    const struct weights none = {SMET_INSTRUMENT_INVALID, 0};
    char link[SMET__CODE_ROOM];
    json_t *questions = json_array();
    smet__owned_code(link, "group", smet_term_key(SMET_VOCABULARY_FIELD_GROUP, part));
    json_t *group = group_json(tree, link, smet_term_label(SMET_VOCABULARY_FIELD_GROUP, part));
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        smet__must(tree, smet_field_describe(field, &info));
        if (info.group == part)
            smet__add(tree, questions, question_json(tree, field, &none, true));
    }
    smet__put(tree, group, "item", questions);
    return group;
}

static json_t *of_record(struct smet__tree *tree)
{
    char url[SMET__URL_ROOM];
    smet__canonical(url, SMET__CANONICAL_QUESTIONNAIRES, 0);
    const struct smet__head head = {
        "Questionnaire", "record", url, "Record of a patient with a sacral metastasis",
        "Every fact that is used. A question left open is unknown, never no, none or normal."};
    json_t *object = smet__definition(tree, &head);
    json_t *items = json_array();
    put_subject(tree, object);
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD_GROUP); i++)
        smet__add(tree, items, part_json(tree, smet_term_at(SMET_VOCABULARY_FIELD_GROUP, i)));
    smet__put(tree, object, "item", items);
    return object;
}

json_t *smet__questionnaire_json(struct smet__tree *tree, smet_instrument_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    if (instrument == SMET_INSTRUMENT_INVALID)
        return of_record(tree);
    smet__must(tree, smet_instrument_describe(instrument, &info));
    return of_instrument(tree, &info);
}
