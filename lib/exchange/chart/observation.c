/*
 * Observations: of LOINC, of the library's own codes, and of what a site maps to
 * them; their components are read alike.
 */
#include "exchange/chart/read.h"

#include <string.h>

/* --- the resource ------------------------------------------------------------------------- */

static void look_at_status(struct smet__source *source)
{
    static const char *const fine[] = {"final", "amended", "corrected", "preliminary"};
    const char *status = smet__string(source->reading, source->place, source->json, "status");
    for (size_t i = 0; status != NULL && i < sizeof fine / sizeof *fine; i++)
        if (strcmp(status, fine[i]) == 0)
            return;
    smet__not_used(source, SMET_FACT_WRONG_STATUS,
                   "The status is none of a result: final, amended, corrected or preliminary.");
}

static void take_effective(struct smet__source *source)
{
    if (!smet__take_time(source, "effectiveDateTime") &&
        !smet__take_time(source, "effectiveInstant") &&
        !smet__take_period(source, "effectivePeriod"))
        smet__take_time(source, "issued");
}

static bool open_observation(struct smet__source *source)
{
    if (source->is_open)
        return true;
    if (!smet__open(source))
        return false;
    look_at_status(source);
    take_effective(source);
    return source->reading->status == SMET_OK;
}

/* --- values ------------------------------------------------------------------------------- */

/* The answers that mCODE asks for beside the value, where there is no value. */
static enum smet__value_state read_interpretation(struct smet__source *source,
                                                  const struct smet__place *place,
                                                  const json_t *holder, struct smet__value *value)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(place, "interpretation");
    const json_t *list = smet__list(reading, place, holder, "interpretation");
    if (value->loinc == NULL || value->loinc->answers == NULL)
        return SMET__VALUE_ABSENT;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct smet__place here = {place, "interpretation", (int)i};
        const json_t *concept = smet__member(reading, &at, list, i);
        enum smet__value_state state = smet__read_concept(reading, &here, concept, value);
        if (state == SMET__VALUE_READ)
            return state;
    }
    return SMET__VALUE_ABSENT;
}

static void add(struct smet__source *source, const struct smet__place *place,
                const struct smet__coding *coding, const struct smet__value *value,
                enum smet__value_state state)
{
    bool is_loinc_mapping = value->loinc != NULL && value->loinc->is_mapping;
    bool is_mapped = coding->mapped != NULL || value->is_mapped;
    struct smet__statement statement = {
        .place = place,
        .field = value->field,
        .is_mapping = is_loinc_mapping || is_mapped,
        .note = value->loinc != NULL ? value->loinc->note
                : is_mapped          ? SMET__MAP_NOTE
                                     : "",
        .system = coding->system,
        .code = coding->code,
    };
    if (state == SMET__VALUE_READ) {
        statement.says = value->says;
    } else {
        statement.use = SMET_FACT_UNREADABLE;
        statement.reason = value->reason;
    }
    smet__add_fact(source, &statement);
}

static void read_value(struct smet__source *source, const struct smet__place *place,
                       const json_t *holder, const struct smet__coding *coding,
                       struct smet__value *value)
{
    struct smet__place at = smet__at(place, "value");
    enum smet__value_state state = smet__read_value_x(source, place, holder, value);
    if (state == SMET__VALUE_ABSENT) {
        at.name = "interpretation";
        state = read_interpretation(source, place, holder, value);
    }
    if (state != SMET__VALUE_ABSENT && open_observation(source))
        add(source, &at, coding, value, state);
}

/* --- codes -------------------------------------------------------------------------------- */

/* What a code asks for; false for one that is not known. */
static bool find(const struct smet__reading *reading, struct smet__coding *coding,
                 struct smet__value *value)
{
    enum smet__system system = coding->known;
    const char *code = coding->code;
    if (system == SMET__KNOWN_NONE) {
        smet__ask_map(reading, SMET__CARRIER_OBSERVATION, coding);
        if (coding->mapped == NULL)
            return false;
        system = coding->mapped->same_system;
        code = coding->mapped->same_code;
    }
    *value = (struct smet__value){.field = smet__field_of_code(system, code)};
    if (system == SMET__KNOWN_LOINC)
        value->loinc = smet__find_observation(code);
    if (value->loinc != NULL)
        value->field = value->loinc->field;
    return value->field >= 0;
}

/* Reads an Observation or a component; each field once, though several codings may ask for it. */
static void read_holder(struct smet__source *source, const struct smet__place *place,
                        const json_t *holder)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(place, "code"), coding_at = smet__at(&at, "coding");
    const json_t *concept = smet__object(reading, place, holder, "code");
    const json_t *list = smet__list(reading, &at, concept, "coding");
    uint64_t done = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct smet__coding coding;
        struct smet__value value;
        if (!smet__read_coding(reading, &coding_at, list, i, &coding) ||
            !find(reading, &coding, &value) || (done >> value.field & 1) != 0)
            continue;
        if (smet__is_own_answer(source))
            return;
        done |= UINT64_C(1) << value.field;
        read_value(source, place, holder, &coding, &value);
    }
}

/* A component whose meaning a modifier extension may change says nothing. */
static bool is_modified(struct smet__reading *reading, const struct smet__place *place,
                        const json_t *component)
{
    return json_array_size(smet__list(reading, place, component, "modifierExtension")) > 0;
}

void smet__read_observation(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "component");
    read_holder(source, source->place, source->json);
    const json_t *components = smet__list(reading, source->place, source->json, "component");
    for (size_t i = 0; i < json_array_size(components) && reading->status == SMET_OK; i++) {
        const json_t *component = smet__member(reading, &at, components, i);
        struct smet__place here = {source->place, "component", (int)i};
        if (component != NULL && !is_modified(reading, &here, component))
            read_holder(source, &here, component);
    }
}
