/*
 * From the root of a text to its resources: a Bundle, one resource, a CDS Hooks
 * request or its prefetch.
 */
#include "exchange/chart/read.h"

#include <string.h>

static enum smet__type type_of(const char *name)
{
    static const char *const names[] = {
        [SMET__TYPE_BUNDLE] = "Bundle",
        [SMET__TYPE_CONDITION] = "Condition",
        [SMET__TYPE_DEVICE] = "Device",
        [SMET__TYPE_OBSERVATION] = "Observation",
        [SMET__TYPE_PATIENT] = "Patient",
        [SMET__TYPE_PROCEDURE] = "Procedure",
        [SMET__TYPE_RESPONSE] = "QuestionnaireResponse",
    };
    for (int i = 1; i < (int)(sizeof names / sizeof *names); i++)
        if (strcmp(name, names[i]) == 0)
            return (enum smet__type)i;
    return SMET__TYPE_OTHER;
}

/* --- Bundles ------------------------------------------------------------------------------ */

static void walk_resource(struct smet__reading *reading, const struct smet__place *place,
                          const json_t *json, const char *url, smet__visitor visit, int depth);

static void walk_entry(struct smet__reading *reading, const struct smet__place *place,
                       const json_t *entry, smet__visitor visit, int depth)
{
    struct smet__place at = smet__at(place, "resource");
    const json_t *resource = smet__object(reading, place, entry, "resource");
    if (resource != NULL)
        walk_resource(reading, &at, resource, smet__string(reading, place, entry, "fullUrl"), visit,
                      depth);
}

static void walk_bundle(struct smet__reading *reading, const struct smet__place *place,
                        const json_t *bundle, smet__visitor visit, int depth)
{
    struct smet__place at = smet__at(place, "entry");
    const json_t *entries = smet__list(reading, place, bundle, "entry");
    size_t count = json_array_size(entries);
    for (size_t i = 0; i < count && reading->status == SMET_OK; i++) {
        const json_t *entry = smet__member(reading, &at, entries, i);
        struct smet__place here = {place, "entry", (int)i};
        if (entry != NULL)
            walk_entry(reading, &here, entry, visit, depth);
    }
}

static void walk_resource(struct smet__reading *reading, const struct smet__place *place,
                          const json_t *json, const char *url, smet__visitor visit, int depth)
{
    const char *name = smet__string(reading, place, json, "resourceType");
    if (name == NULL) {
        smet__refuse_place(reading, place, SMET_ERROR_WRONG_KIND, "a resource is needed");
        return;
    }
    if (depth >= SMET_CHART_DEPTH_MAX) {
        smet__refuse_place(reading, place, SMET_ERROR_TOO_LARGE, "Bundles nest too deep");
        return;
    }
    enum smet__type type = type_of(name);
    struct smet__source source = {
        .reading = reading, .place = place, .json = json, .type = name, .url = url};
    if (type == SMET__TYPE_BUNDLE)
        walk_bundle(reading, place, json, visit, depth + 1);
    else if (type != SMET__TYPE_OTHER)
        visit(&source, type);
}

/* --- CDS Hooks ---------------------------------------------------------------------------- */

enum { NAME_ROOM = 64 };

/* A key of a prefetch as a path can hold it: foreign, and of any length. */
static const char *plain_name(const char *key, char room[NAME_ROOM])
{
    size_t length = 0;
    for (; length < NAME_ROOM - 1 && key[length] != '\0'; length++) {
        char c = key[length];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '_' || c == '-';
        room[length] = (char)(is_plain ? c : '?');
    }
    room[length] = '\0';
    return room;
}

static void walk_prefetch(struct smet__reading *reading, const json_t *prefetch,
                          smet__visitor visit)
{
    struct smet__place at = smet__at(NULL, "prefetch");
    json_t *members = smet__walkable(prefetch);
    for (void *m = json_object_iter(members); m != NULL; m = json_object_iter_next(members, m)) {
        char room[NAME_ROOM];
        const json_t *value = json_object_iter_value(m);
        struct smet__place here = smet__at(&at, plain_name(json_object_iter_key(m), room));
        if (json_typeof(value) == JSON_OBJECT)
            walk_resource(reading, &here, value, NULL, visit, 0);
        else if (json_typeof(value) != JSON_NULL)
            smet__refuse_place(reading, &here, SMET_ERROR_WRONG_KIND,
                               "a resource or null is needed");
        if (reading->status != SMET_OK)
            return;
    }
}

bool smet__is_request(const json_t *root)
{
    return json_is_string(json_object_get(root, "hook")) ||
           json_is_string(json_object_get(root, "hookInstance"));
}

void smet__walk(struct smet__reading *reading, const json_t *root, smet__visitor visit)
{
    if (json_object_get(root, "resourceType") != NULL) {
        const char *name = smet__string(reading, NULL, root, "resourceType");
        struct smet__place at = smet__at(NULL, name == NULL ? "resource" : name);
        if (reading->status == SMET_OK)
            walk_resource(reading, &at, root, NULL, visit, 0);
    } else if (smet__is_request(root)) {
        walk_prefetch(reading, smet__object(reading, NULL, root, "prefetch"), visit);
    } else {
        walk_prefetch(reading, root, visit);
    }
}
