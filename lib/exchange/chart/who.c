/*
 * Who the patient is, and whose a resource is.
 */
#include "exchange/chart/read.h"
#include "exchange/shared/systems.h"

#include <stdio.h>
#include <string.h>

/* --- references --------------------------------------------------------------------------- */

/* Behind `Patient/` in a reference; NULL where it names no patient by an id. */
static const char *patient_id(const char *reference)
{
    static const char type[] = "Patient/";
    size_t length = sizeof type - 1;
    const char *found = NULL;
    for (const char *at = reference; (at = strstr(at, type)) != NULL; at += length)
        if (at == reference || at[-1] == '/')
            found = at + length;
    return found;
}

/* The length of an id: up to `/_history/`, or all; 0 for what is no id. */
static size_t id_length(const char *id)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
    size_t length = strspn(id, allowed);
    bool is_whole = id[length] == '\0' || strncmp(id + length, "/_history/", 10) == 0;
    return is_whole ? length : 0;
}

static bool is_urn(const char *text)
{
    return strncmp(text, "urn:", 4) == 0;
}

/* A name without the beginning that a UUID has as a URN. */
static const char *bare(const char *name)
{
    static const char beginning[] = "urn:uuid:";
    return strncmp(name, beginning, sizeof beginning - 1) == 0 ? name + sizeof beginning - 1 : name;
}

/* A part of a text that names somebody. */
struct name {
    const char *text;
    size_t length; /* 0: nobody */
};

static struct name name_in(const char *reference)
{
    if (is_urn(reference))
        return (struct name){reference, strlen(reference)};
    const char *id = patient_id(reference);
    return (struct name){id, id == NULL ? 0 : id_length(id)};
}

static bool is_name(struct name name, const char *patient)
{
    if (name.length == 0 || patient == NULL)
        return false;
    if (strlen(patient) == name.length && memcmp(patient, name.text, name.length) == 0)
        return true;
    const char *left = bare(name.text);
    size_t length = name.length - (size_t)(left - name.text);
    return strlen(bare(patient)) == length && memcmp(bare(patient), left, length) == 0;
}

bool smet__is_patient(const struct smet__reading *reading, const char *reference)
{
    return is_name(name_in(reference), reading->patient) ||
           smet__names_have(&reading->chart->aliases, reference) ||
           smet__names_have(&reading->aliases, reference);
}

/* The name of a Patient resource: its id, else what its full URL names. */
static struct name name_of(struct smet__source *source)
{
    const char *id = smet__string(source->reading, source->place, source->json, "id");
    if (id != NULL && id[0] != '\0')
        return (struct name){id, strlen(id)};
    return source->url == NULL ? (struct name){NULL, 0} : name_in(source->url);
}

bool smet__is_patients_own(struct smet__source *source)
{
    return is_name(name_of(source), source->reading->patient) ||
           (source->url != NULL && smet__is_patient(source->reading, source->url));
}

/* --- finding the patient ------------------------------------------------------------------ */

static void keep_patient(struct smet__reading *reading, struct name name)
{
    reading->patient = smet__text_copy(&reading->texts, name.text, name.length);
    if (reading->patient == NULL)
        smet__refuse_memory(reading);
}

/* Takes somebody as the patient; refuses a second one where nobody was named. */
static void meet(struct smet__source *source, struct name name, const char *reference)
{
    struct smet__reading *reading = source->reading;
    if (reading->status != SMET_OK || name.length == 0)
        return;
    if (reading->patient == NULL)
        keep_patient(reading, name);
    else if (!reading->is_named && !is_name(name, reading->patient) &&
             (reference == NULL || !smet__is_patient(reading, reference)))
        smet__refuse_place(reading, source->place, SMET_ERROR_DUPLICATE,
                           "the resources are of more than one patient, and none was named");
}

static void add_name(struct smet__reading *reading, struct smet__names *names, const char *name)
{
    const char *kept = smet__text_copy(&reading->texts, name, strlen(name));
    if (kept == NULL || !smet__names_add(names, kept))
        smet__refuse_memory(reading);
}

/* A patient's own resource is known by its full URL and by its id. */
static void add_aliases(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    const char *id = smet__string(reading, source->place, source->json, "id");
    if (source->url != NULL)
        add_name(reading, &reading->aliases, source->url);
    if (id == NULL || is_name((struct name){id, strlen(id)}, reading->patient))
        return;
    size_t room = strlen(id) + sizeof "Patient/";
    char *name = smet__text_room(&reading->texts, room);
    if (name != NULL)
        snprintf(name, room, "Patient/%s", id);
    if (name == NULL || !smet__names_add(&reading->aliases, name))
        smet__refuse_memory(reading);
}

/* First the Patient resources: they say which full URL stands for which id. */
static void meet_patients(struct smet__source *source, enum smet__type type)
{
    if (type != SMET__TYPE_PATIENT)
        return;
    struct smet__reading *reading = source->reading;
    struct name name = name_of(source);
    bool is_known =
        source->url != NULL && (smet__names_have(&reading->chart->aliases, source->url) ||
                                is_name(name_in(source->url), reading->patient));
    if (!is_known)
        meet(source, name, NULL);
    if (is_known || is_name(name, reading->patient))
        add_aliases(source);
}

static void meet_subjects(struct smet__source *source, enum smet__type type)
{
    struct smet__place at = smet__at(source->place, "subject");
    if (type == SMET__TYPE_PATIENT || type == SMET__TYPE_DEVICE)
        return;
    const char *reference = smet__string(
        source->reading, &at, smet__object(source->reading, source->place, source->json, "subject"),
        "reference");
    if (reference != NULL)
        meet(source, name_in(reference), reference);
}

/* --- the library's own answers ------------------------------------------------------------ */

/* Whether one of the identifiers is that of the device which gives our answers. */
static bool is_own_identifier(struct smet__reading *reading, const struct smet__place *place,
                              const json_t *identifier)
{
    static const char own[] = SMET__CANONICAL_LIBRARIES ".0";
    const char *system = smet__string(reading, place, identifier, "system");
    const char *value = smet__string(reading, place, identifier, "value");
    return (system != NULL && strcmp(system, own) == 0) ||
           (value != NULL && strcmp(value, own) == 0);
}

static void keep_device(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    const char *id = smet__string(reading, source->place, source->json, "id");
    if (source->url != NULL)
        add_name(reading, &reading->devices, source->url);
    if (id == NULL)
        return;
    size_t room = strlen(id) + sizeof "Device/";
    char *name = smet__text_room(&reading->texts, room);
    if (name == NULL) {
        smet__refuse_memory(reading);
        return;
    }
    snprintf(name, room, "Device/%s", id);
    if (!smet__names_add(&reading->devices, name))
        smet__refuse_memory(reading);
}

static void meet_devices(struct smet__source *source, enum smet__type type)
{
    if (type != SMET__TYPE_DEVICE)
        return;
    struct smet__place at = smet__at(source->place, "identifier");
    const json_t *list = smet__list(source->reading, source->place, source->json, "identifier");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *identifier = smet__member(source->reading, &at, list, i);
        if (!is_own_identifier(source->reading, &at, identifier))
            continue;
        keep_device(source);
        return;
    }
}

bool smet__is_own_answer(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "device");
    struct smet__place identifier_at = smet__at(&at, "identifier");
    const json_t *device = smet__object(reading, source->place, source->json, "device");
    if (device == NULL)
        return false;
    const char *reference = smet__string(reading, &at, device, "reference");
    return is_own_identifier(reading, &identifier_at,
                             smet__object(reading, &at, device, "identifier")) ||
           (reference != NULL && smet__names_have(&reading->devices, reference));
}

/* --- all of it ---------------------------------------------------------------------------- */

const char *smet__patient_name(const char *patient)
{
    const char *id = patient_id(patient);
    return id == NULL ? patient : id;
}

static void meet_all(struct smet__source *source, enum smet__type type)
{
    meet_patients(source, type);
    meet_devices(source, type);
}

void smet__find_patient(struct smet__reading *reading, const json_t *root, const char *requested)
{
    if (reading->patient == NULL && requested != NULL && requested[0] != '\0') {
        const char *id = smet__patient_name(requested);
        keep_patient(reading, (struct name){id, strlen(id)});
        reading->is_named = true;
    }
    if (reading->status != SMET_OK)
        return;
    smet__walk(reading, root, meet_all);
    smet__names_sort(&reading->aliases);
    smet__names_sort(&reading->devices);
    if (reading->status == SMET_OK)
        smet__walk(reading, root, meet_subjects);
}
