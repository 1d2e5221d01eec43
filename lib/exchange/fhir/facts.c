/*
 * The facts that the answer rests on, each with the resource and the path that it was
 * read from where a chart gave it, and the record that they make.
 */
#include "exchange/shared/date.h"
#include "exchange/fhir/parts.h"

#include <stdlib.h>
#include <string.h>

/* By use; facts of another patient have none. */
static const char *const use_keys[] = {
    [SMET_FACT_USED] = "used",
    [SMET_FACT_SUPERSEDED] = "superseded",
    [SMET_FACT_DISAGREES] = "disagrees",
    [SMET_FACT_YIELDS] = "yields",
    [SMET_FACT_WRONG_STATUS] = "wrong_status",
    [SMET_FACT_UNREADABLE] = "unreadable",
};

static void add_field(struct smet__tree *tree, json_t *parts, smet_field_t field)
{
    smet__add_parameter(
        tree, parts, "field", "valueCoding",
        smet__term_coding(tree, SMET__SYSTEM_FIELDS, SMET_VOCABULARY_FIELD, field));
}

/* --- facts of a chart --------------------------------------------------------- */

static void add_resource(struct smet__tree *tree, json_t *parts, const char *resource)
{
    if (!smet__is_relative_reference(resource)) {
        smet__add_said(tree, parts, "resource", "valueString", resource);
        return;
    }
    json_t *reference = json_object();
    smet__put_text(tree, reference, "reference", resource);
    smet__add_parameter(tree, parts, "resource", "valueReference", reference);
}

/* What a site's map of codes has may be no code of FHIR: then it is only said. */
static void add_code(struct smet__tree *tree, json_t *parts, const struct smet_chart_fact *fact)
{
    static const char blanks[] = " \t\r\n\v\f";
    if (fact->code[0] == '\0')
        return;
    if (strpbrk(fact->code, blanks) != NULL || strpbrk(fact->system, blanks) != NULL) {
        smet__add_said(tree, parts, "code", "valueString", fact->code);
        return;
    }
    json_t *coding = json_object();
    smet__put_said(tree, coding, "system", fact->system);
    smet__put_text(tree, coding, "code", fact->code);
    smet__add_parameter(tree, parts, "code", "valueCoding", coding);
}

static void add_effective(struct smet__tree *tree, json_t *parts, const char *effective)
{
    smet__add_said(tree, parts, "effective",
                   smet__is_fhir_date(effective) ? "valueDateTime" : "valueString", effective);
}

static json_t *fact_json(struct smet__tree *tree, const struct smet_chart_fact *fact)
{
    json_t *parts = json_array();
    add_field(tree, parts, fact->field);
    smet__add_said(tree, parts, "value", "valueString", fact->value);
    smet__add_said(tree, parts, "use", "valueCode", use_keys[fact->use]);
    add_resource(tree, parts, fact->resource);
    smet__add_said(tree, parts, "path", "valueString", fact->path);
    add_code(tree, parts, fact);
    add_effective(tree, parts, fact->effective);
    smet__add_parameter(tree, parts, "mapping", "valueBoolean", json_boolean(fact->is_mapping));
    smet__add_said(tree, parts, "note", "valueString", fact->note);
    return parts;
}

/* Facts of other patients stay out of this one's answer. */
static void add_chart_facts(struct smet__bundle *bundle, json_t *list)
{
    struct smet__tree *tree = &bundle->tree;
    size_t count = smet_chart_fact_count(bundle->answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet__must(tree, smet_chart_fact(bundle->answer->chart, i, &fact));
        if (fact.use != SMET_FACT_OTHER_PATIENT)
            smet__add_parts(tree, list, "fact", fact_json(tree, &fact));
    }
}

/* --- facts of a record -------------------------------------------------------- */

/* A cell, as in a CSV file. */
static json_t *cell_json(const smet_record *record, smet_field_t field)
{
    smet_value_t values[SMET__VALUE_ROOM];
    struct smet_field_info info = {.size = sizeof info};
    struct smet__words words = {0};
    size_t count = smet_record_values(record, field, values, SMET__VALUE_ROOM);
    smet_field_describe(field, &info);
    if (info.kind == SMET_KIND_INTEGER && count > 1 &&
        (size_t)((values[count - 1] - values[0]) / info.step) == count - 1) {
        smet__say(&words, smet_value_key(field, values[0]));
        smet__say_next(&words, "..", smet_value_key(field, values[count - 1]));
        return smet__words_json(&words);
    }
    for (size_t i = 0; i < count; i++)
        smet__say_next(&words, "|", smet_value_key(field, values[i]));
    return smet__words_json(&words);
}

static void add_record_facts(struct smet__bundle *bundle, json_t *list)
{
    struct smet__tree *tree = &bundle->tree;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (!smet_record_is_entered(bundle->record, field))
            continue;
        json_t *parts = json_array();
        add_field(tree, parts, field);
        smet__add_parameter(tree, parts, "value", "valueString",
                            cell_json(bundle->record, field));
        smet__add_said(tree, parts, "use", "valueCode", use_keys[SMET_FACT_USED]);
        smet__add_parts(tree, list, "fact", parts);
    }
}

/* --- versions and the record -------------------------------------------------- */

static void add_versions(struct smet__tree *tree, json_t *list)
{
    json_t *parts = json_array();
    smet__add_said(tree, parts, "release", "valueString", smet_version());
    smet__add_said(tree, parts, "abi", "valueString", smet_abi_version());
    smet__add_said(tree, parts, "content", "valueString", smet_content_version());
    smet__add_said(tree, parts, "digest", "valueString", smet_content_digest());
    smet__add_parts(tree, list, "versions", parts);
}

/* The record as the library reads it: with the versions, the answer can be given again. */
static void add_record(struct smet__bundle *bundle, json_t *list)
{
    char *text = smet__record_text(bundle->record);
    smet__add_parameter(&bundle->tree, list, "record", "valueString",
                        text == NULL ? NULL : json_string(text));
    free(text);
}

void smet__add_facts(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *list = json_array(), *parameters = json_object();
    smet__add_said(tree, list, "intended-use", "valueString",
                   bundle->answer->scores_only ? SMET__INTENDED_USE_OF_SCORES
                                               : SMET__INTENDED_USE);
    smet__add_said(tree, list, "answer", "valueCode",
                   bundle->answer->scores_only ? "scores_only" : "full");
    add_versions(tree, list);
    add_record(bundle, list);
    if (bundle->answer->chart != NULL)
        add_chart_facts(bundle, list);
    else
        add_record_facts(bundle, list);
    smet__put_text(tree, parameters, "resourceType", "Parameters");
    smet__put(tree, parameters, "parameter", list);
    smet__add_entry(bundle, SMET__ENTRY_FACTS, "", parameters);
}
