/*
 * A resource that says something: its name, its version, whose it is, and the
 * facts that it adds.
 */
#include "base/errors.h"
#include "base/never.h"
#include "exchange/chart/read.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

/* --- opening ------------------------------------------------------------------------------ */

static const char *copy(struct smet__reading *reading, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return "";
    const char *made = smet__text_copy(&reading->texts, text, strlen(text));
    if (made == NULL)
        smet__refuse_memory(reading);
    return made;
}

/* `Observation/ecog-1`, else the full URL, else the path. */
static const char *name_of(struct smet__source *source)
{
    const char *id = smet__string(source->reading, source->place, source->json, "id");
    if (id == NULL || id[0] == '\0')
        return source->url_copy[0] != '\0' ? source->url_copy
                                           : smet__path(source->reading, source->place);
    size_t type = strlen(source->type), length = strlen(id);
    char *name = smet__text_room(&source->reading->texts, type + length + 2);
    if (name == NULL) {
        smet__refuse_memory(source->reading);
        return NULL;
    }
    memcpy(name, source->type, type);
    name[type] = '/';
    memcpy(name + type + 1, id, length + 1);
    return name;
}

/* Whose a resource is, as the reference that it has for it says. */
static void look_at_subject(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    if (strcmp(source->type, "Patient") == 0) {
        if (!smet__is_patients_own(source))
            smet__not_used(source, SMET_FACT_OTHER_PATIENT, "Another patient.");
        return;
    }
    struct smet__place at = smet__at(source->place, "subject");
    const json_t *subject = smet__object(reading, source->place, source->json, "subject");
    const char *reference = smet__string(reading, &at, subject, "reference");
    if (reference == NULL)
        smet__not_used(source, SMET_FACT_OTHER_PATIENT, "No reference says whose it is.");
    else if (reference[0] == '#')
        smet__not_used(source, SMET_FACT_OTHER_PATIENT,
                       "Its subject is contained in it, so nobody can tell who that is.");
    else if (!smet__is_patient(reading, reference))
        smet__not_used(source, SMET_FACT_OTHER_PATIENT, "Its subject is not the patient.");
}

/* An Observation in a patient's chart may be about somebody else, such as a donor. */
static void look_at_focus(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "focus");
    const json_t *list = smet__list(reading, source->place, source->json, "focus");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *focus = smet__member(reading, &at, list, i);
        const char *reference = smet__string(reading, &at, focus, "reference");
        if (reference != NULL &&
            (strstr(reference, "RelatedPerson/") != NULL ||
             (strstr(reference, "Patient/") != NULL && !smet__is_patient(reading, reference))))
            smet__not_used(source, SMET_FACT_OTHER_PATIENT, "Its focus is not the patient.");
    }
}

static void look_at_version(struct smet__source *source)
{
    struct smet__place at = smet__at(source->place, "meta");
    const json_t *meta = smet__object(source->reading, source->place, source->json, "meta");
    source->updated = smet__time_read(smet__string(source->reading, &at, meta, "lastUpdated"));
}

bool smet__open(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    if (source->is_open || reading->status != SMET_OK)
        return reading->status == SMET_OK;
    source->is_open = true;
    source->serial = ++reading->serial;
    source->effective = source->reason = "";
    source->url_copy = copy(reading, source->url);
    if (source->url_copy == NULL)
        return false;
    source->resource = name_of(source);
    look_at_subject(source);
    if (strcmp(source->type, "Observation") == 0)
        look_at_focus(source);
    look_at_version(source);
    if (json_array_size(smet__list(reading, source->place, source->json, "modifierExtension")) > 0)
        smet__not_used(source, SMET_FACT_WRONG_STATUS,
                       "A modifier extension may change its meaning.");
    return reading->status == SMET_OK;
}

void smet__not_used(struct smet__source *source, smet_fact_use_t use, const char *reason)
{
    if (source->use != SMET_FACT_USED)
        return;
    source->use = use;
    source->reason = reason;
}

bool smet__take_time(struct smet__source *source, const char *key)
{
    const char *text = smet__string(source->reading, source->place, source->json, key);
    if (text == NULL)
        return false;
    source->time = smet__time_read(text);
    source->effective = copy(source->reading, text);
    return true;
}

bool smet__take_period(struct smet__source *source, const char *key)
{
    struct smet__place at = smet__at(source->place, key);
    struct smet__source period = *source;
    period.json = smet__object(source->reading, source->place, source->json, key);
    period.place = &at;
    if (period.json == NULL ||
        (!smet__take_time(&period, "end") && !smet__take_time(&period, "start")))
        return false;
    source->time = period.time;
    source->effective = period.effective;
    return true;
}

/* --- cells -------------------------------------------------------------------------------- */

/* The last member of a run that begins at `first`, each a step apart. */
static smet_value_t run_end(const struct smet_field_info *info, const struct smet_values *says,
                            smet_value_t first)
{
    while (smet__values_has(says, first + info->step))
        first += info->step;
    return first;
}

/* Room for every cell: 100 members of at most 24 characters and a bar. */
enum { CELL_ROOM = 2560 };

/* What is not one value: several, or none. */
static void write_cell(smet_field_t field, const struct smet_values *says, char cell[CELL_ROOM])
{
    struct smet_field_info info = {.size = sizeof info};
    size_t length = 0;
    cell[0] = '\0';
    /* Never: it comes from a list of those that there are. */
    if (SMET__NEVER(smet_field_describe(field, &info) != SMET_OK))
        return;
    smet_value_t first = smet__values_next(says, 0);
    bool is_range = info.kind == SMET_KIND_INTEGER && first >= 0 &&
                    smet__values_next(says, run_end(&info, says, first) + 1) < 0;
    if (is_range) {
        snprintf(cell, CELL_ROOM, "%d..%d", (int)first, (int)run_end(&info, says, first));
        return;
    }
    for (smet_value_t v = first; v >= 0; v = smet__values_next(says, v + 1)) {
        int more = snprintf(cell + length, CELL_ROOM - length, "%s%s", length == 0 ? "" : "|",
                            smet_value_key(field, v));
        length += more < 0 ? 0 : (size_t)more;
        /* Never: there is room for every cell. */
        if (SMET__NEVER(length >= CELL_ROOM))
            return;
    }
}

static const char *cell_of(struct smet__reading *reading, smet_field_t field,
                           const struct smet_values *says)
{
    char cell[CELL_ROOM];
    smet_value_t only = smet__values_next(says, 0);
    if (only >= 0 && !smet__values_many(*says))
        return smet_value_key(field, only);
    write_cell(field, says, cell);
    return copy(reading, cell);
}

/* --- facts -------------------------------------------------------------------------------- */

static struct smet__fact *new_fact(struct smet__reading *reading)
{
    if (reading->count == reading->room) {
        size_t room = reading->room == 0 ? 16 : 2 * reading->room;
        struct smet__fact *facts = realloc(reading->facts, room * sizeof *facts);
        if (facts == NULL) {
            smet__refuse_memory(reading);
            return NULL;
        }
        reading->facts = facts;
        reading->room = room;
    }
    return &reading->facts[reading->count];
}

void smet__add_fact(struct smet__source *source, const struct smet__statement *statement)
{
    struct smet__reading *reading = source->reading;
    if (reading->status != SMET_OK || !smet__open(source))
        return;
    if (reading->chart->fact_count + reading->count >= SMET_CHART_FACTS_MAX) {
        smet__refuse_place(reading, statement->place, SMET_ERROR_TOO_LARGE,
                           "the chart has too many facts");
        return;
    }
    struct smet__fact *fact = new_fact(reading);
    if (fact == NULL)
        return;
    bool is_source = source->use != SMET_FACT_USED;
    *fact = (struct smet__fact){
        .field = statement->field,
        .own_use = is_source ? source->use : statement->use,
        .is_mapping = statement->is_mapping,
        .is_standing = source->is_standing,
        .is_doubt = statement->is_doubt && !is_source,
        .outranks = statement->outranks,
        .says = statement->says,
        .time = source->time,
        .updated = source->updated,
        .serial = source->serial,
        .value = cell_of(reading, statement->field, &statement->says),
        .resource = source->resource,
        .url = source->url_copy,
        .path = smet__path(reading, statement->place),
        .system = copy(reading, statement->system),
        .code = copy(reading, statement->code),
        .effective = source->effective,
        .mapping = statement->note,
        .reason = is_source                   ? source->reason
                  : statement->reason == NULL ? ""
                                              : statement->reason,
    };
    if (reading->status == SMET_OK)
        reading->count++;
}
