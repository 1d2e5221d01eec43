#include "bulk/resource.h"

#include "shared/tool.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* --- the type, without reading the whole ------------------------------------------- */

static const char *skip_string(const char *at, const char *end)
{
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at < end ? at + 1 : end;
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    return at;
}

/* The string that is the value of a member of the outermost object; `at` stands on its
 * opening quote. NULL where there is none. */
static const char *find_member(const char *text, const char *end, const char *quoted)
{
    size_t length = strlen(quoted);
    int depth = 0;
    for (const char *at = text; at < end;) {
        if (*at != '"') {
            depth += *at == '{' || *at == '[';
            depth -= *at == '}' || *at == ']';
            at++;
            continue;
        }
        const char *name = at;
        at = skip_string(at, end);
        const char *colon = skip_blanks(at, end);
        if (depth != 1 || colon == end || *colon != ':')
            continue;
        at = skip_blanks(colon + 1, end);
        if ((size_t)(end - name) > length && memcmp(name, quoted, length) == 0)
            return at < end && *at == '"' ? at : NULL;
        if (at < end && *at == '"')
            at = skip_string(at, end);
    }
    return NULL;
}

bool bulk_is_single(const char *text, size_t length)
{
    static const char bundle[] = "\"Bundle\"";
    const char *end = text + length;
    const char *type = find_member(text, end, "\"resourceType\"");
    return type != NULL && ((size_t)(end - type) < sizeof bundle - 1 ||
                            memcmp(type, bundle, sizeof bundle - 1) != 0);
}

/* --- the patient ------------------------------------------------------------------- */

/* "Patient/p1", "https://example.org/fhir/Patient/p1/_history/2": p1; others as they are. */
static char *id_of(const char *reference)
{
    static const char type[] = "Patient/";
    const char *id = strstr(reference, type);
    id = id != NULL && (id == reference || id[-1] == '/') ? id + sizeof type - 1 : reference;
    size_t length = id == reference ? strlen(id) : strcspn(id, "/|#?");
    char *copy = tool_allocate(NULL, length + 1);
    memcpy(copy, id, length);
    copy[length] = '\0';
    return copy;
}

char *bulk_patient_of(const char *text, size_t length, bool *is_json)
{
    static const char *const members[] = {"subject", "patient"};
    json_t *resource = json_loadb(text, length, JSON_REJECT_DUPLICATES, NULL);
    const char *type = json_string_value(json_object_get(resource, "resourceType"));
    const char *reference = NULL;
    *is_json = resource != NULL;
    if (type != NULL && strcmp(type, "Patient") == 0)
        reference = json_string_value(json_object_get(resource, "id"));
    else
        for (size_t i = 0; i < sizeof members / sizeof *members && reference == NULL; i++)
            reference = json_string_value(
                json_object_get(json_object_get(resource, members[i]), "reference"));
    char *patient = reference == NULL || reference[0] == '\0' ? NULL : id_of(reference);
    json_decref(resource);
    return patient;
}
