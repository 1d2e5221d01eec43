/*
 * What a value[x] says of a field, and what a body site says of the level. Text is
 * never interpreted: a string counts where it is a key of the field, letter by
 * letter.
 */
#include "base/never.h"
#include "exchange/chart/read.h"

#include <stdio.h>
#include <string.h>

#define NO_SUCH_VALUE "The field cannot have this value."
#define DEATH "It stands for death; the record is about the living."
#define UNKNOWN_CODING "None of its codings is known."
#define WRONG_TYPE "The field takes no value of this type."

static enum smet__value_state wrong(struct smet__value *value, const char *reason)
{
    value->reason = reason;
    return SMET__VALUE_WRONG;
}

/* --- codings ------------------------------------------------------------------------------ */

static bool coding_of(struct smet__reading *reading, const struct smet__place *place,
                      const json_t *json, struct smet__coding *coding)
{
    const char *system = smet__string(reading, place, json, "system");
    const char *code = smet__string(reading, place, json, "code");
    *coding = (struct smet__coding){
        .system = system == NULL ? "" : system,
        .code = code == NULL ? "" : code,
        .known = system == NULL ? SMET__KNOWN_NONE : smet__system_of(system),
    };
    return json != NULL && reading->status == SMET_OK;
}

bool smet__read_coding(struct smet__reading *reading, const struct smet__place *place,
                       const json_t *list, size_t index, struct smet__coding *coding)
{
    return coding_of(reading, place, smet__member(reading, place, list, index), coding);
}

void smet__ask_map(const struct smet__reading *reading, enum smet__carrier carrier,
                   struct smet__coding *coding)
{
    coding->mapped =
        smet__code_map_find(reading->chart->codes, carrier, coding->system, coding->code);
}

/* A code of ours as a value of the field. */
static enum smet__value_state take_own(struct smet__value *value, const char *code)
{
    smet_field_t field;
    smet_value_t number;
    if (!smet__value_of_code(code, &field, &number))
        return wrong(value, "The library has no value with this code.");
    if (field != value->field)
        return wrong(value, "The code is a value of another field.");
    smet__values_add(&value->says, number);
    return SMET__VALUE_READ;
}

/* An answer of LOINC's list. */
static enum smet__value_state take_answer(struct smet__value *value, const char *code)
{
    for (int i = 0; value->loinc != NULL && i < value->loinc->answer_count; i++) {
        const struct smet_answer_row *answer = &value->loinc->answers[i];
        if (strcmp(answer->code, code) != 0)
            continue;
        if (answer->value < 0)
            return wrong(value, DEATH);
        smet__values_add(&value->says, answer->value);
        return SMET__VALUE_READ;
    }
    return SMET__VALUE_ABSENT;
}

/* A grade as its bare letter, where LOINC's question has no list that is known. */
static enum smet__value_state take_letter(struct smet__value *value, const char *text)
{
    smet_value_t grade = value->loinc != NULL && value->field == SMET_FIELD_FRANKEL && text != NULL
                             ? smet_value_find(value->field, text)
                             : -1;
    if (grade < 0)
        return SMET__VALUE_ABSENT;
    smet__values_add(&value->says, grade);
    return SMET__VALUE_READ;
}

static enum smet__value_state take_mapped(struct smet__value *value,
                                          const struct smet__code *mapped)
{
    value->is_mapped = true;
    if (mapped->same_system == SMET__KNOWN_VALUES)
        return take_own(value, mapped->same_code);
    for (size_t i = 0; i < mapped->fact_count; i++) {
        if (mapped->facts[i].field != value->field)
            continue;
        value->says = smet__values_or(value->says, mapped->facts[i].says);
        return SMET__VALUE_READ;
    }
    return wrong(value, "The site's map has another field for the code.");
}

static enum smet__value_state take_coding(struct smet__reading *reading,
                                          const struct smet__place *place, const json_t *json,
                                          struct smet__value *value)
{
    struct smet__coding coding;
    enum smet__value_state state = SMET__VALUE_ABSENT;
    if (!coding_of(reading, place, json, &coding))
        return SMET__VALUE_ABSENT;
    if (coding.known == SMET__KNOWN_VALUES)
        return take_own(value, coding.code);
    if (coding.known == SMET__KNOWN_LOINC)
        state = take_answer(value, coding.code);
    if (state == SMET__VALUE_ABSENT)
        state = take_letter(value, coding.code);
    if (state == SMET__VALUE_ABSENT)
        state = take_letter(value, smet__string(reading, place, json, "display"));
    if (state != SMET__VALUE_ABSENT)
        return state;
    smet__ask_map(reading, SMET__CARRIER_ANSWER, &coding);
    return coding.mapped == NULL ? SMET__VALUE_ABSENT : take_mapped(value, coding.mapped);
}

static enum smet__value_state read_codings(struct smet__reading *reading,
                                           const struct smet__place *place, const json_t *list,
                                           struct smet__value *value)
{
    enum smet__value_state all = SMET__VALUE_ABSENT;
    for (size_t i = 0; i < json_array_size(list); i++) {
        enum smet__value_state state =
            take_coding(reading, place, smet__member(reading, place, list, i), value);
        if (state == SMET__VALUE_WRONG)
            return state;
        if (state == SMET__VALUE_READ)
            all = state;
    }
    return all == SMET__VALUE_ABSENT ? wrong(value, UNKNOWN_CODING) : all;
}

/* --- numbers ------------------------------------------------------------------------------ */

/* A whole number as a value; -1 where the field has none. */
static smet_value_t value_of_number(smet_field_t field, json_int_t number)
{
    char key[8];
    if (number < 0 || number >= SMET__VALUE_LIMIT)
        return -1;
    snprintf(key, sizeof key, "%d", (int)number);
    return smet_value_find(field, key);
}

static bool is_death(smet_field_t field, json_int_t number)
{
    return (field == SMET_FIELD_ECOG && number == 5) ||
           (field == SMET_FIELD_KARNOFSKY && number == 0);
}

static enum smet__value_state take_number(struct smet__value *value, json_int_t number)
{
    smet_value_t found = value_of_number(value->field, number);
    if (found < 0)
        return wrong(value, is_death(value->field, number) ? DEATH : NO_SUCH_VALUE);
    smet__values_add(&value->says, found);
    return SMET__VALUE_READ;
}

/* A decimal that is whole; false for any other. */
static bool whole_number(const json_t *json, json_int_t *number)
{
    if (json_is_integer(json)) {
        *number = json_integer_value(json);
        return true;
    }
    double real = json_is_real(json) ? json_real_value(json) : -1;
    if (!(real >= 0 && real < SMET__VALUE_LIMIT))
        return false;
    *number = (json_int_t)real;
    return (double)*number == real;
}

/* Whether a quantity is counted in what the field is counted in. */
static bool is_in_units(const json_t *quantity, smet_field_t field)
{
    static const char *const points[] = {"1", "{score}", "{points}"};
    const char *unit = json_string_value(json_object_get(quantity, "code"));
    if (unit == NULL)
        unit = json_string_value(json_object_get(quantity, "unit"));
    if (unit == NULL)
        return true;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        if (strcmp(unit, points[i]) == 0)
            return true;
    return (field == SMET_FIELD_AGE_YEARS && strcmp(unit, "a") == 0) ||
           (field == SMET_FIELD_KARNOFSKY && strcmp(unit, "%") == 0);
}

static enum smet__value_state take_quantity(struct smet__value *value, const json_t *quantity)
{
    json_int_t number;
    if (json_object_get(quantity, "comparator") != NULL)
        return wrong(value, "A quantity with a comparator is none that the field takes.");
    if (!is_in_units(quantity, value->field))
        return wrong(value, "The unit is none that the field takes.");
    if (!whole_number(json_object_get(quantity, "value"), &number))
        return wrong(value, NO_SUCH_VALUE);
    return take_number(value, number);
}

/* A bound of a range: the field's own where it is not said; -1 for one that is no value. */
static smet_value_t bound_of(const struct smet__value *value, const json_t *range, const char *key,
                             smet_value_t otherwise)
{
    const json_t *quantity = json_object_get(range, key);
    json_int_t number;
    if (quantity == NULL)
        return otherwise;
    bool is_fine = is_in_units(quantity, value->field) &&
                   whole_number(json_object_get(quantity, "value"), &number);
    return is_fine ? value_of_number(value->field, number) : -1;
}

static enum smet__value_state take_range(struct smet__value *value, const json_t *range)
{
    struct smet_field_info info = {.size = sizeof info};
    /* Never: the field is one that there is. */
    if (SMET__NEVER(smet_field_describe(value->field, &info) != SMET_OK) ||
        info.kind != SMET_KIND_INTEGER)
        return wrong(value, WRONG_TYPE);
    smet_value_t low = bound_of(value, range, "low", info.minimum);
    smet_value_t high = bound_of(value, range, "high", info.maximum);
    if (low < 0 || high < 0 || low > high || json_object_size(range) == 0)
        return wrong(value, NO_SUCH_VALUE);
    for (; low <= high; low += info.step)
        smet__values_add(&value->says, low);
    return SMET__VALUE_READ;
}

/* --- value[x] ----------------------------------------------------------------------------- */

static enum smet__value_state take_boolean(struct smet__value *value, const json_t *json)
{
    struct smet_field_info info = {.size = sizeof info};
    json_type type = json_typeof(json);
    /* Never: the field is one that there is. */
    if (SMET__NEVER(smet_field_describe(value->field, &info) != SMET_OK) ||
        info.kind != SMET_KIND_YES_NO || (type != JSON_TRUE && type != JSON_FALSE))
        return wrong(value, WRONG_TYPE);
    smet__values_add(&value->says, type == JSON_TRUE ? SMET_YES : SMET_NO);
    return SMET__VALUE_READ;
}

static enum smet__value_state take_string(struct smet__value *value, const json_t *json)
{
    const char *text = json_string_value(json);
    smet_value_t found = text == NULL || strlen(text) != json_string_length(json)
                             ? -1
                             : smet_value_find(value->field, text);
    if (found < 0)
        return wrong(value, "The text is no key of the field; text is not interpreted.");
    smet__values_add(&value->says, found);
    return SMET__VALUE_READ;
}

enum smet__value_state smet__read_concept(struct smet__reading *reading,
                                          const struct smet__place *place, const json_t *concept,
                                          struct smet__value *value)
{
    struct smet__place at = smet__at(place, "coding");
    return read_codings(reading, &at, smet__list(reading, place, concept, "coding"), value);
}

static enum smet__value_state take_single(struct smet__reading *reading,
                                          const struct smet__place *place, const json_t *json,
                                          struct smet__value *value)
{
    enum smet__value_state state = take_coding(reading, place, json, value);
    return state == SMET__VALUE_ABSENT ? wrong(value, UNKNOWN_CODING) : state;
}

static enum smet__value_state take_object(struct smet__reading *reading,
                                          const struct smet__place *place, const char *type,
                                          const json_t *json, struct smet__value *value)
{
    if (json_typeof(json) != JSON_OBJECT)
        return wrong(value, WRONG_TYPE);
    if (strcmp(type, "CodeableConcept") == 0)
        return smet__read_concept(reading, place, json, value);
    if (strcmp(type, "Coding") == 0)
        return take_single(reading, place, json, value);
    if (strcmp(type, "Quantity") == 0)
        return take_quantity(value, json);
    return strcmp(type, "Range") == 0 ? take_range(value, json) : wrong(value, WRONG_TYPE);
}

static enum smet__value_state take(struct smet__reading *reading, const struct smet__place *place,
                                   const char *type, const json_t *json, struct smet__value *value)
{
    if (strcmp(type, "Integer") == 0)
        return json_typeof(json) == JSON_INTEGER ? take_number(value, json_integer_value(json))
                                                 : wrong(value, NO_SUCH_VALUE);
    if (strcmp(type, "Boolean") == 0)
        return take_boolean(value, json);
    if (strcmp(type, "String") == 0)
        return take_string(value, json);
    return take_object(reading, place, type, json, value);
}

enum smet__value_state smet__read_value_x(struct smet__source *source,
                                          const struct smet__place *place, const json_t *holder,
                                          struct smet__value *value)
{
    struct smet__place at = smet__at(place, "value");
    enum smet__value_state state = SMET__VALUE_ABSENT;
    json_t *members = smet__walkable(holder);
    for (void *m = json_object_iter(members); m != NULL; m = json_object_iter_next(members, m)) {
        const char *key = json_object_iter_key(m);
        const json_t *json = json_object_iter_value(m);
        bool is_value = strncmp(key, "value", 5) == 0 && key[5] >= 'A' && key[5] <= 'Z';
        if (!is_value || json_typeof(json) == JSON_NULL)
            continue;
        if (state != SMET__VALUE_ABSENT)
            return wrong(value, "It has more than one value.");
        state = take(source->reading, &at, key + 5, json, value);
    }
    return state;
}

/* --- body sites --------------------------------------------------------------------------- */

struct smet_values smet__read_site(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet_values levels = {{0}};
    struct smet__place at = smet__at(source->place, "bodySite");
    struct smet__place coding_at = smet__at(&at, "coding");
    const json_t *sites = smet__list(reading, source->place, source->json, "bodySite");
    for (size_t i = 0; i < json_array_size(sites); i++) {
        const json_t *site = smet__member(reading, &at, sites, i);
        const json_t *list = smet__list(reading, &at, site, "coding");
        for (size_t c = 0; c < json_array_size(list); c++) {
            struct smet__coding coding;
            struct smet__value value = {.field = SMET_FIELD_LESION_LEVEL};
            if (!smet__read_coding(reading, &coding_at, list, c, &coding))
                continue;
            if (coding.known == SMET__KNOWN_VALUES) {
                take_own(&value, coding.code);
            } else {
                smet__ask_map(reading, SMET__CARRIER_BODY_SITE, &coding);
                if (coding.mapped != NULL)
                    take_mapped(&value, coding.mapped);
            }
            levels = smet__values_or(levels, value.says);
        }
    }
    return levels;
}

bool smet__is_sacral(struct smet_values levels)
{
    static const struct smet_values sacrum = SPAN(SMET_LESION_LEVEL_S1, SMET_LESION_LEVEL_S5);
    return !smet__values_empty(levels) && smet__values_within(levels, sacrum);
}
