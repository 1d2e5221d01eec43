#include "exchange/fhir/parts.h"

#include "exchange/shared/uuid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- types of FHIR ------------------------------------------------------------- */

void smet__put_said(struct smet__tree *tree, json_t *object, const char *key, const char *text)
{
    if (text != NULL && text[0] != '\0')
        smet__put_text(tree, object, key, text);
}

void smet__put_list(struct smet__tree *tree, json_t *object, const char *key, json_t *list)
{
    if (list != NULL && json_array_size(list) == 0)
        json_decref(list);
    else
        smet__put(tree, object, key, list);
}

json_t *smet__coding(struct smet__tree *tree, const char *system, const char *code,
                     const char *display)
{
    tree->has_failed |= code == NULL;
    json_t *coding = json_object();
    smet__put_text(tree, coding, "system", system);
    smet__put_text(tree, coding, "code", code);
    smet__put_said(tree, coding, "display", display);
    return coding;
}

json_t *smet__owned_coding(struct smet__tree *tree, const char *system, const char *owner,
                           const char *key, const char *display)
{
    json_t *coding = json_object();
    smet__put_text(tree, coding, "system", system);
    smet__put(tree, coding, "code", json_sprintf("%s.%s", owner, key));
    smet__put_said(tree, coding, "display", display);
    return coding;
}

json_t *smet__term_coding(struct smet__tree *tree, const char *system,
                          smet_vocabulary_t vocabulary, int32_t term)
{
    return smet__coding(tree, system, smet_term_key(vocabulary, term),
                        smet_term_label(vocabulary, term));
}

json_t *smet__one(struct smet__tree *tree, json_t *member)
{
    json_t *list = json_array();
    smet__add(tree, list, member);
    return list;
}

json_t *smet__concept(struct smet__tree *tree, json_t *coding, const char *text)
{
    json_t *concept = json_object();
    if (coding != NULL)
        smet__put(tree, concept, "coding", smet__one(tree, coding));
    smet__put_said(tree, concept, "text", text);
    if (json_object_size(concept) > 0)
        return concept;
    json_decref(concept);
    return NULL;
}

static json_t *quantity(struct smet__tree *tree, int64_t value, const char *unit, const char *code)
{
    json_t *object = json_object();
    smet__put_number(tree, object, "value", value);
    smet__put_text(tree, object, "unit", unit);
    smet__put_text(tree, object, "system", SMET__SYSTEM_UCUM);
    smet__put_text(tree, object, "code", code);
    return object;
}

json_t *smet__points_quantity(struct smet__tree *tree, int64_t points)
{
    return quantity(tree, points, "points", "{score}");
}

json_t *smet__months_quantity(struct smet__tree *tree, int64_t months)
{
    return quantity(tree, months, "months", "mo");
}

json_t *smet__points_range(struct smet__tree *tree, uint64_t points)
{
    int low = __builtin_ctzll(points), high = 63 - __builtin_clzll(points);
    json_t *range = json_object();
    smet__put(tree, range, "low", smet__points_quantity(tree, low));
    smet__put(tree, range, "high", smet__points_quantity(tree, high));
    return range;
}

void smet__add_note(struct smet__tree *tree, json_t *notes, const char *text)
{
    if (text[0] == '\0')
        return;
    json_t *note = json_object();
    smet__put_text(tree, note, "text", text);
    smet__add(tree, notes, note);
}

void smet__add_words(struct smet__tree *tree, json_t *notes, struct smet__words *words)
{
    if (words->has_failed)
        tree->has_failed = true;
    smet__add_note(tree, notes, smet__said(words));
    smet__words_free(words);
}

void smet__add_parameter(struct smet__tree *tree, json_t *list, const char *name,
                         const char *type, json_t *value)
{
    json_t *parameter = json_object();
    smet__put_text(tree, parameter, "name", name);
    smet__put(tree, parameter, type, value);
    smet__add(tree, list, parameter);
}

void smet__add_said(struct smet__tree *tree, json_t *list, const char *name, const char *type,
                    const char *text)
{
    if (text[0] != '\0')
        smet__add_parameter(tree, list, name, type, smet__text(text));
}

void smet__add_parts(struct smet__tree *tree, json_t *list, const char *name, json_t *parts)
{
    smet__add_parameter(tree, list, name, "part", parts);
}

/* --- references --------------------------------------------------------------- */

/* An identifier that is a URI itself. */
static json_t *identifier_json(struct smet__tree *tree, const char *uri)
{
    json_t *identifier = json_object();
    smet__put_text(tree, identifier, "system", "urn:ietf:rfc:3986");
    smet__put_text(tree, identifier, "value", uri);
    return identifier;
}

json_t *smet__subject(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *subject = json_object();
    smet__put_text(tree, subject, "type", "Patient");
    if (bundle->answer->patient != NULL)
        smet__put(tree, subject, "reference", json_sprintf("Patient/%s", bundle->answer->patient));
    else if (bundle->answer->patient_url != NULL)
        smet__put(tree, subject, "identifier", identifier_json(tree, bundle->answer->patient_url));
    else
        smet__put_text(tree, subject, "display", "the patient of the record");
    return subject;
}

/* The URN of an entry: a name in the library's own namespace. The device's is the
 * same for every patient. */
static void entry_urn(const struct smet__bundle *bundle, const char *kind, const char *key,
                      char urn[SMET__URN_ROOM])
{
    char name[SMET__URN_ROOM + 128], uuid[SMET__UUID_ROOM];
    bool is_device = strcmp(kind, SMET__ENTRY_DEVICE) == 0;
    snprintf(name, sizeof name, "%s/%s/%s", is_device ? bundle->versions : bundle->seed, kind,
             key);
    smet__uuid_of(name, strlen(name), uuid);
    snprintf(urn, SMET__URN_ROOM, "urn:uuid:%s", uuid);
}

json_t *smet__entry_reference(struct smet__bundle *bundle, const char *kind, const char *key)
{
    char urn[SMET__URN_ROOM];
    entry_urn(bundle, kind, key, urn);
    json_t *reference = json_object();
    smet__put_text(&bundle->tree, reference, "reference", urn);
    return reference;
}

/* With an identifier, which is left when the resource leaves the Bundle. */
json_t *smet__device_reference(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *identifier = json_object();
    json_t *reference = smet__entry_reference(bundle, SMET__ENTRY_DEVICE, "");
    smet__put_text(tree, identifier, "system", SMET__CANONICAL_LIBRARIES ".0");
    smet__put_text(tree, identifier, "value", smet_version());
    smet__put_text(tree, reference, "type", "Device");
    smet__put(tree, reference, "identifier", identifier);
    smet__put(tree, reference, "display", json_sprintf("libsacralmet %s", smet_version()));
    return reference;
}

/* --- fields ------------------------------------------------------------------- */

/* These fields and those that narrowed them. */
static struct smet__set with_derived(const struct smet__bundle *bundle,
                                     const struct smet__set *fields)
{
    struct smet__set all = *fields;
    smet_field_t from[SMET__LIST_ROOM];
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (!smet__set_has(fields, field))
            continue;
        size_t count = smet__held(smet_assessment_derived_from(bundle->answer->assessment, field,
                                                               from, SMET__LIST_ROOM));
        smet__set_add_list(&all, from, count);
    }
    return all;
}

struct smet__set smet__read_by_score(const struct smet__bundle *bundle,
                                     smet_instrument_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    struct smet__set fields = {.count = 0};
    smet_instrument_describe(instrument, &info);
    for (size_t i = 0; i < info.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        struct smet_score_item state = {.size = sizeof state};
        smet_item_describe(instrument, i, &item);
        smet_record_score_item(bundle->record, instrument, i, &state, NULL);
        if (state.is_set_aside)
            continue;
        const smet_field_t read[] = {item.field, item.mapped_from, state.field};
        smet__set_add_list(&fields, read, sizeof read / sizeof *read);
    }
    return with_derived(bundle, &fields);
}

struct smet__set smet__read_by_rule(const struct smet__bundle *bundle, smet_rule_t rule)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__held(smet_rule_fields(rule, fields, SMET__LIST_ROOM));
    struct smet__set read = {.count = 0};
    smet__set_add_list(&read, fields, count);
    return with_derived(bundle, &read);
}

/* --- the chart's resources ---------------------------------------------------- */

/* The type of `Type/id`, as " Type "; false where the text is none. */
static bool read_type(const char *text, char type[48])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(text, letters);
    if (length < 1 || length > 40 || text[0] > 'Z' || text[length] != '/' ||
        !smet__is_fhir_id(text + length + 1))
        return false;
    snprintf(type, 48, " %.*s ", (int)length, text);
    return true;
}

bool smet__is_relative_reference(const char *text)
{
    char type[48];
    return read_type(text, type);
}

void smet__add_resources_of(struct smet__bundle *bundle, json_t *list, smet_field_t field,
                            int uses)
{
    struct smet__set fields = {.count = 0};
    smet__set_add(&fields, field);
    smet__add_resources(bundle, list, &fields, uses, NULL);
}

void smet__add_resources(struct smet__bundle *bundle, json_t *list,
                         const struct smet__set *fields, int uses, const char *types)
{
    json_t *seen = json_object();
    size_t count = smet_chart_fact_count(bundle->answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        char type[48];
        smet__must(&bundle->tree, smet_chart_fact(bundle->answer->chart, i, &fact));
        if (!smet__is_meant(&fact, uses) || fact.field < 0 ||
            !smet__set_has(fields, fact.field) || !read_type(fact.resource, type) ||
            (types != NULL && strstr(types, type) == NULL) ||
            json_object_get(seen, fact.resource) != NULL)
            continue;
        smet__put(&bundle->tree, seen, fact.resource, json_true());
        json_t *reference = json_object();
        smet__put_text(&bundle->tree, reference, "reference", fact.resource);
        smet__add(&bundle->tree, list, reference);
    }
    json_decref(seen);
}

/* --- the record --------------------------------------------------------------- */

char *smet__record_text(const smet_record *record)
{
    size_t length = smet_record_write_json(record, SMET_JSON_COMPACT, NULL, 0);
    char *text = length == 0 ? NULL : malloc(length + 1);
    if (text != NULL && smet_record_write_json(record, SMET_JSON_COMPACT, text, length + 1) == 0) {
        free(text);
        return NULL;
    }
    return text;
}

/* --- resources ---------------------------------------------------------------- */

json_t *smet__resource(struct smet__bundle *bundle, const char *type, const char *kind,
                       const char *key, const char *status)
{
    struct smet__tree *tree = &bundle->tree;
    char urn[SMET__URN_ROOM];
    entry_urn(bundle, kind, key, urn);
    json_t *resource = json_object();
    smet__put_text(tree, resource, "resourceType", type);
    smet__put(tree, resource, "identifier", smet__one(tree, identifier_json(tree, urn)));
    smet__put_text(tree, resource, "status", status);
    return resource;
}

void smet__put_date(struct smet__bundle *bundle, json_t *resource, const char *key)
{
    if (bundle->answer->date != NULL)
        smet__put_text(&bundle->tree, resource, key, bundle->answer->date);
}

void smet__add_entry(struct smet__bundle *bundle, const char *kind, const char *key,
                     json_t *resource)
{
    char urn[SMET__URN_ROOM];
    entry_urn(bundle, kind, key, urn);
    json_t *entry = json_object();
    smet__put_text(&bundle->tree, entry, "fullUrl", urn);
    smet__put(&bundle->tree, entry, "resource", resource);
    smet__add(&bundle->tree, bundle->entries, entry);
}
