/*
 * How resources are read: where one stands, whose it is, and what it adds.
 */
#ifndef SMET_EXCHANGE_CHART_READ_H
#define SMET_EXCHANGE_CHART_READ_H

#include "content/codes.h"
#include "exchange/chart/chart.h"
#include "exchange/chart/code_map.h"

/* --- one call that reads ------------------------------------------------------------------ */

/* What a call has read so far; it goes into the chart as a whole or not at all. */
struct smet__reading {
    const smet_chart *chart;
    struct smet_error *error;
    smet_status_t status; /* the first refusal, after which nothing is added */
    struct smet__texts texts;
    struct smet__fact *facts;
    size_t count, room;
    size_t serial;
    const char *patient; /* NULL: nobody yet */
    bool is_named;
    struct smet__names aliases; /* sorted once it is known who the patient is */
    struct smet__names devices; /* of the library's own answers; sorted, too */
    struct smet__names primaries;
    size_t orphans;
};

/* A place in the text, from within to without. */
struct smet__place {
    const struct smet__place *within; /* NULL: outermost */
    const char *name;
    int index; /* in a list; -1: none */
};

static inline struct smet__place smet__at(const struct smet__place *within, const char *name)
{
    return (struct smet__place){within, name, -1};
}

/* A place as a path; NULL, and a refusal, when there is no memory. */
const char *smet__path(struct smet__reading *reading, const struct smet__place *place);

/* Refuses; the message begins with the path. */
void smet__refuse_place(struct smet__reading *reading, const struct smet__place *place,
                        smet_status_t status, const char *what);
void smet__refuse_memory(struct smet__reading *reading);

/*
 * Members of an object. One that is absent or null is NULL; one of another type is
 * NULL and refused. A string that holds NUL counts as absent.
 */
const json_t *smet__object(struct smet__reading *reading, const struct smet__place *place,
                           const json_t *json, const char *key);
const json_t *smet__list(struct smet__reading *reading, const struct smet__place *place,
                         const json_t *json, const char *key);
const char *smet__string(struct smet__reading *reading, const struct smet__place *place,
                         const json_t *json, const char *key);

/* The member of a list that has it, as an object; null is NULL, and another type refused. */
const json_t *smet__member(struct smet__reading *reading, const struct smet__place *place,
                           const json_t *list, size_t index);

/* The same object: jansson walks only what could be written. */
static inline json_t *smet__walkable(const json_t *json)
{
    /* NOLINTNEXTLINE(performance-no-int-to-ptr) -Wcast-qual lets const go no other way */
    return (json_t *)(uintptr_t)json;
}

/* Which of `codes` a coding of a concept has first; -1 for none. */
int smet__code_among(struct smet__reading *reading, const struct smet__place *place,
                     const json_t *json, const char *key, const char *const *codes, int count);

/* --- resources ---------------------------------------------------------------------------- */

enum smet__type {
    SMET__TYPE_OTHER = 0,
    SMET__TYPE_BUNDLE,
    SMET__TYPE_CONDITION,
    SMET__TYPE_DEVICE,
    SMET__TYPE_OBSERVATION,
    SMET__TYPE_PATIENT,
    SMET__TYPE_PROCEDURE,
    SMET__TYPE_RESPONSE
};

/* A resource that is being read. */
struct smet__source {
    struct smet__reading *reading;
    const struct smet__place *place;
    const json_t *json;
    const char *type;
    const char *url; /* its full URL; NULL: none */
    bool is_standing;
    bool is_open; /* the rest is filled */
    const char *resource;
    const char *url_copy;
    smet_fact_use_t use; /* USED, or why none of its facts counts */
    const char *reason;
    struct smet__time time, updated;
    const char *effective;
    size_t serial;
};

/* Walks all resources of the text, in Bundles and prefetch, too. */
typedef void (*smet__visitor)(struct smet__source *source, enum smet__type type);
void smet__walk(struct smet__reading *reading, const json_t *root, smet__visitor visit);

/* Whether a text is a CDS Hooks request. */
bool smet__is_request(const json_t *root);

/* Reads a whole text. */
void smet__read_root(struct smet__reading *reading, const json_t *root);

/*
 * Fills the rest of a source: its name, its version, and whether it is the
 * patient's. False when it cannot; calling it again is fine.
 */
bool smet__open(struct smet__source *source);

/* Marks an open source: none of its facts counts, unless there is a better reason already. */
void smet__not_used(struct smet__source *source, smet_fact_use_t use, const char *reason);

/* Takes a time from `key`; false when it is absent. */
bool smet__take_time(struct smet__source *source, const char *key);

/* The same from a period: its end, or its beginning where it has none. */
bool smet__take_period(struct smet__source *source, const char *key);

/* What a fact says, and where it stands. */
struct smet__statement {
    const struct smet__place *place;
    smet_field_t field;
    struct smet_values says;
    smet_fact_use_t use; /* USED, or why this one does not count */
    const char *reason;
    bool is_mapping;
    bool is_doubt;
    bool outranks;
    const char *note; /* static, or of the library's tables */
    const char *system;
    const char *code;
};

void smet__add_fact(struct smet__source *source, const struct smet__statement *statement);

/* --- the patient -------------------------------------------------------------------------- */

/* Finds out who the patient is, and gathers who else names them. */
void smet__find_patient(struct smet__reading *reading, const json_t *root, const char *requested);

/* What names a patient, without `Patient/`. */
const char *smet__patient_name(const char *patient);

/* Whether a reference is to the patient. */
bool smet__is_patient(const struct smet__reading *reading, const char *reference);

/* Whether a Patient resource is the patient's. */
bool smet__is_patients_own(struct smet__source *source);

/* Whether a resource is an answer of this library. */
bool smet__is_own_answer(struct smet__source *source);

/* --- codes -------------------------------------------------------------------------------- */

/* A coding: its system and code, "" where they are not said, and what a site maps it to. */
struct smet__coding {
    const char *system, *code;
    enum smet__system known;         /* the system, where the library knows it */
    const struct smet__code *mapped; /* what the site's map says; NULL: nothing */
};

/* Reads a member of a list of codings; false when there is none. */
bool smet__read_coding(struct smet__reading *reading, const struct smet__place *place,
                       const json_t *list, size_t index, struct smet__coding *coding);

/* Asks the site's map what a code stands for that the library does not know itself. */
void smet__ask_map(const struct smet__reading *reading, enum smet__carrier carrier,
                   struct smet__coding *coding);

/* --- values ------------------------------------------------------------------------------- */

enum smet__value_state { SMET__VALUE_ABSENT = 0, SMET__VALUE_READ, SMET__VALUE_WRONG };

/* What a value says of a field. */
struct smet__value {
    smet_field_t field;
    const struct smet_observation_row *loinc; /* NULL: the code was the library's own */
    struct smet_values says;
    const char *reason; /* why it is wrong */
    bool is_mapped;     /* through the site's map */
};

#define SMET__MAP_NOTE "By the map of codes of the site."

/* Reads the value[x] of an Observation, a component or an answer; alternatives add up. */
enum smet__value_state smet__read_value_x(struct smet__source *source,
                                          const struct smet__place *place, const json_t *holder,
                                          struct smet__value *value);

/* Reads the codings of a concept as values; wrong where none is known. */
enum smet__value_state smet__read_concept(struct smet__reading *reading,
                                          const struct smet__place *place, const json_t *concept,
                                          struct smet__value *value);

/* The levels of the spine that the body sites of a resource say; empty for none that is known. */
struct smet_values smet__read_site(struct smet__source *source);

/* Whether a level was said and every one lies in the sacrum. */
bool smet__is_sacral(struct smet_values levels);

/* --- resources by type -------------------------------------------------------------------- */

void smet__read_condition(struct smet__source *source);
void smet__read_observation(struct smet__source *source);
void smet__read_patient(struct smet__source *source);
void smet__read_procedure(struct smet__source *source);
void smet__read_response(struct smet__source *source);

#endif
