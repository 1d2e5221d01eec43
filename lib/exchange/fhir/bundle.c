/*
 * An answer as one Bundle, and the Device that gives it.
 */
#include "exchange/shared/date.h"
#include "exchange/shared/uuid.h"
#include "exchange/fhir/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- names -------------------------------------------------------------------- */

/* Names a part of what was asked, ended so that parts cannot run together. */
static void name_part(struct smet__words *name, const char *text)
{
    smet__say(name, text == NULL ? "" : text);
    smet__say(name, "\n");
}

static void name_versions(struct smet__words *name)
{
    name_part(name, smet_version());
    name_part(name, smet_abi_version());
    name_part(name, smet_content_version());
    name_part(name, smet_content_digest());
}

static void name_chart(struct smet__words *name, const smet_chart *chart)
{
    size_t count = smet_chart_fact_count(chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet_chart_fact(chart, i, &fact);
        if (fact.use == SMET_FACT_OTHER_PATIENT)
            continue;
        smet__say_number(name, fact.field);
        smet__say(name, " ");
        smet__say_number(name, fact.use);
        name_part(name, fact.value);
        name_part(name, fact.resource);
        name_part(name, fact.path);
        name_part(name, fact.effective);
    }
}

static void name_record(struct smet__bundle *bundle, struct smet__words *name)
{
    char *text = smet__record_text(bundle->record);
    if (text == NULL)
        bundle->tree.has_failed = true;
    name_part(name, text);
    free(text);
}

/* The URN of a name, which is let go. */
static void name_urn(struct smet__bundle *bundle, struct smet__words *name,
                     char urn[SMET__URN_ROOM])
{
    char uuid[SMET__UUID_ROOM];
    bundle->tree.has_failed |= name->has_failed;
    smet__uuid_of(smet__said(name), name->length, uuid);
    snprintf(urn, SMET__URN_ROOM, "urn:uuid:%s", uuid);
    smet__words_free(name);
}

/* All that the resources depend on: the same question has the same names, and another
 * one has others. */
static void set_names(struct smet__bundle *bundle)
{
    const struct smet__answer *answer = bundle->answer;
    struct smet__words versions = {0}, seed = {0};
    name_versions(&versions);
    name_urn(bundle, &versions, bundle->versions);
    name_versions(&seed);
    name_part(&seed, answer->scores_only ? "scores" : "full");
    name_part(&seed, answer->patient);
    name_part(&seed, answer->patient == NULL ? answer->patient_url : NULL);
    name_part(&seed, answer->date);
    name_record(bundle, &seed);
    name_chart(&seed, answer->chart);
    name_urn(bundle, &seed, bundle->seed);
}

/* --- the Device ------------------------------------------------------------------- */

static void add_version(struct smet__tree *tree, json_t *list, const char *type, const char *value)
{
    json_t *version = json_object();
    smet__put(tree, version, "type", smet__concept(tree, NULL, type));
    smet__put_text(tree, version, "value", value);
    smet__add(tree, list, version);
}

static json_t *versions_json(struct smet__tree *tree)
{
    json_t *list = json_array();
    add_version(tree, list, "release", smet_version());
    add_version(tree, list, "abi", smet_abi_version());
    add_version(tree, list, "content", smet_content_version());
    add_version(tree, list, "digest", smet_content_digest());
    return list;
}

void smet__add_device(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *device = json_object(), *identifier = json_object(), *name = json_object();
    json_t *notes = json_array();
    smet__put_text(tree, identifier, "system", SMET__CANONICAL_LIBRARIES ".0");
    smet__put_text(tree, identifier, "value", smet_version());
    smet__put_text(tree, name, "name", "libsacralmet");
    smet__put_text(tree, name, "type", "model-name");
    smet__add_note(tree, notes, "Decision support for professionals. Not a medical device.");
    smet__put_text(tree, device, "resourceType", "Device");
    smet__put(tree, device, "identifier", smet__one(tree, identifier));
    smet__put_text(tree, device, "status", "active");
    smet__put(tree, device, "deviceName", smet__one(tree, name));
    smet__put(tree, device, "type",
              smet__concept(tree, NULL, "clinical decision support software"));
    smet__put(tree, device, "version", versions_json(tree));
    smet__put(tree, device, "note", notes);
    smet__add_entry(bundle, SMET__ENTRY_DEVICE, "", device);
}

/* --- the Bundle --------------------------------------------------------------------- */

/* What is urgent comes first. */
static void add_entries(struct smet__bundle *bundle)
{
    smet__add_issues(bundle);
    smet__add_scores(bundle);
    if (!bundle->answer->scores_only) {
        smet__add_prognoses(bundle);
        smet__add_guidance(bundle);
        smet__add_recommendations(bundle);
    }
    smet__add_facts(bundle);
    smet__add_device(bundle);
}

static json_t *bundle_json(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *root = json_object(), *identifier = json_object();
    smet__put_text(tree, identifier, "system", "urn:ietf:rfc:3986");
    smet__put_text(tree, identifier, "value", bundle->seed);
    smet__put_text(tree, root, "resourceType", "Bundle");
    smet__put(tree, root, "identifier", identifier);
    smet__put_text(tree, root, "type", "collection");
    if (bundle->answer->date != NULL && smet__is_instant(bundle->answer->date))
        smet__put_text(tree, root, "timestamp", bundle->answer->date);
    smet__put(tree, root, "entry", bundle->entries);
    return root;
}

size_t smet_assessment_write_fhir(const smet_assessment *assessment, const smet_chart *chart,
                                  const struct smet_answer_options *options, char *text,
                                  size_t capacity)
{
    struct smet__answer answer;
    if (!smet__answer_read(assessment, chart, options, &answer))
        return smet__write_nothing(text, capacity);
    struct smet__bundle bundle = {
        .answer = &answer,
        .record = smet_assessment_record(assessment),
        .entries = json_array(),
    };
    set_names(&bundle);
    add_entries(&bundle);
    return smet__finish(&bundle.tree, bundle_json(&bundle), answer.style, text, capacity);
}
