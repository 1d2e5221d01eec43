/*
 * Reads the map of codes of a site. Strings stay where the parser put them, so the
 * tree lives as long as the map.
 */
#include "exchange/chart/code_map.h"

#include "base/errors.h"
#include "exchange/chart/parse.h"
#include "exchange/json/explain.h"

#include <stdlib.h>
#include <string.h>

struct smet_code_map {
    json_t *root;
    struct smet__code *codes; /* sorted */
    size_t count;
};

/* A map under construction. */
struct reader {
    smet_code_map *map;
    smet_record *scratch;
    struct smet_error *error;
};

#define PLACE "codes[%d]"

static smet_status_t refuse(struct reader *reader, smet_status_t status, size_t index,
                            const char *what)
{
    return smet__refuse(reader->error, status, SMET_FIELD_INVALID, PLACE "%s.", (int)index, what);
}

/* --- members ------------------------------------------------------------------------------ */

/* A string that is not empty and holds no NUL; NULL for anything else. */
static const char *text_of(const json_t *object, const char *key)
{
    const json_t *json = json_object_get(object, key);
    const char *text = json_string_value(json);
    return text != NULL && text[0] != '\0' && strlen(text) == json_string_length(json) ? text
                                                                                       : NULL;
}

/* The first key that is not one of `allowed` and not the caller's own; NULL when there is none. */
static const char *foreign_key(json_t *object, const char *const *allowed, size_t count)
{
    for (void *m = json_object_iter(object); m != NULL; m = json_object_iter_next(object, m)) {
        const char *key = json_object_iter_key(m);
        size_t i = 0;
        while (i < count && strcmp(key, allowed[i]) != 0)
            i++;
        if (i == count && key[0] != '_')
            return key;
    }
    return NULL;
}

static smet_status_t refuse_key(struct reader *reader, size_t index, const char *within,
                                const char *key)
{
    char room[SMET__QUOTE_SIZE];
    return smet__refuse(reader->error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                        PLACE "%s.%s: there is no such key here.", (int)index, within,
                        smet__quote(room, key, strlen(key)));
}

/* --- facts -------------------------------------------------------------------------------- */

static smet_status_t read_fact(struct reader *reader, size_t index, const char *key,
                               const json_t *cell, struct smet__said *said)
{
    struct smet_error wrong = {.size = sizeof wrong};
    const char *text = json_string_value(cell);
    if (text == NULL || text[0] == '\0' || strlen(text) != json_string_length(cell))
        return refuse(reader, SMET_ERROR_WRONG_KIND, index,
                      ".facts: a cell is needed, as a string that is not empty");
    smet_status_t status = smet_record_set_text(reader->scratch, key, text, &wrong);
    if (status != SMET_OK)
        return smet__refuse(reader->error, status, wrong.field, PLACE ".facts.%s", (int)index,
                            wrong.message);
    smet_value_t values[SMET__VALUE_LIMIT];
    said->field = smet_term_find(SMET_VOCABULARY_FIELD, key);
    size_t count = smet_record_values(reader->scratch, said->field, values, SMET__VALUE_LIMIT);
    for (size_t i = 0; i < count; i++)
        smet__values_add(&said->says, values[i]);
    smet_record_clear(reader->scratch, said->field);
    return SMET_OK;
}

static smet_status_t read_facts(struct reader *reader, size_t index, json_t *facts,
                                struct smet__code *code)
{
    if (json_object_size(facts) == 0)
        return refuse(reader, SMET_ERROR_WRONG_KIND, index,
                      ".facts: an object with at least one field is needed");
    struct smet__said *said = calloc(json_object_size(facts), sizeof *said);
    if (said == NULL)
        return smet__refuse_no_memory(reader->error);
    code->facts = said;
    for (void *m = json_object_iter(facts); m != NULL; m = json_object_iter_next(facts, m)) {
        smet_status_t status =
            read_fact(reader, index, json_object_iter_key(m), json_object_iter_value(m),
                      &said[code->fact_count]);
        if (status != SMET_OK)
            return status;
        code->fact_count++;
    }
    return SMET_OK;
}

/* --- the same as a code of the library ---------------------------------------------------- */

/* Whether the library knows a code at the place where the map has it. */
static bool is_known(const struct smet__code *code)
{
    smet_field_t field;
    smet_value_t value;
    switch (code->carrier) {
    case SMET__CARRIER_CONDITION:
        return code->same_system == SMET__KNOWN_ICD10CM &&
               smet__find_rows(&smet__codes_icd10cm, code->same_code).count > 0;
    case SMET__CARRIER_PROCEDURE:
        return (code->same_system == SMET__KNOWN_ICD10PCS &&
                smet__find_rows(&smet__codes_icd10pcs, code->same_code).count > 0) ||
               (code->same_system == SMET__KNOWN_VALUES &&
                smet__value_of_code(code->same_code, &field, &value) &&
                field == SMET_FIELD_PRIOR_RADIOTHERAPY);
    case SMET__CARRIER_OBSERVATION:
        return (code->same_system == SMET__KNOWN_LOINC &&
                smet__find_observation(code->same_code) != NULL) ||
               smet__field_of_code(code->same_system, code->same_code) >= 0;
    default: /* a body site or an answer */
        return code->same_system == SMET__KNOWN_VALUES &&
               smet__value_of_code(code->same_code, &field, &value);
    }
}

static smet_status_t read_same(struct reader *reader, size_t index, json_t *same,
                               struct smet__code *code)
{
    static const char *const allowed[] = {"system", "code", "display"};
    const char *system = text_of(same, "system");
    code->same_code = text_of(same, "code");
    if (system == NULL || code->same_code == NULL)
        return refuse(reader, SMET_ERROR_WRONG_KIND, index,
                      ".same_as: an object with system and code is needed");
    const char *key = foreign_key(same, allowed, sizeof allowed / sizeof *allowed);
    if (key != NULL)
        return refuse_key(reader, index, ".same_as", key);
    code->same_system = smet__system_of(system);
    if (!is_known(code))
        return refuse(reader, SMET_ERROR_UNKNOWN_TERM, index,
                      ".same_as: the library knows no such code for this carrier");
    return SMET_OK;
}

/* --- codes -------------------------------------------------------------------------------- */

static enum smet__carrier carrier_of(const char *word)
{
    static const char *const words[] = {"condition", "body_site", "observation", "answer",
                                        "procedure"};
    for (int i = 0; word != NULL && i < (int)(sizeof words / sizeof *words); i++)
        if (strcmp(word, words[i]) == 0)
            return (enum smet__carrier)i;
    return SMET__CARRIER_NONE;
}

static smet_status_t read_code(struct reader *reader, size_t index, json_t *json,
                               struct smet__code *code)
{
    static const char *const allowed[] = {"system",  "code",  "display",
                                          "carrier", "facts", "same_as"};
    if (json_typeof(json) != JSON_OBJECT)
        return refuse(reader, SMET_ERROR_WRONG_KIND, index, ": an object is needed");
    const char *key = foreign_key(json, allowed, sizeof allowed / sizeof *allowed);
    if (key != NULL)
        return refuse_key(reader, index, "", key);
    code->system = text_of(json, "system");
    code->code = text_of(json, "code");
    if (code->system == NULL || code->code == NULL)
        return refuse(reader, SMET_ERROR_WRONG_KIND, index,
                      ": system and code are needed, as strings that are not empty");
    code->carrier = carrier_of(text_of(json, "carrier"));
    if (code->carrier == SMET__CARRIER_NONE)
        return refuse(reader, SMET_ERROR_UNKNOWN_TERM, index,
                      ".carrier: condition, body_site, observation, answer or procedure is needed");
    json_t *same = json_object_get(json, "same_as");
    json_t *facts = json_object_get(json, "facts");
    if ((same == NULL) == (facts == NULL))
        return refuse(reader, SMET_ERROR_WRONG_KIND, index, ": either same_as or facts is needed");
    if (same != NULL)
        return read_same(reader, index, same, code);
    if (code->carrier == SMET__CARRIER_OBSERVATION)
        return refuse(reader, SMET_ERROR_WRONG_KIND, index,
                      ": an observation has same_as, since its value says the fact");
    return read_facts(reader, index, facts, code);
}

static int compare(const void *a, const void *b)
{
    const struct smet__code *left = a, *right = b;
    if (left->carrier != right->carrier)
        return left->carrier < right->carrier ? -1 : 1;
    int code = strcmp(left->code, right->code);
    return code != 0 ? code : strcmp(left->system, right->system);
}

static smet_status_t sort_codes(struct reader *reader)
{
    smet_code_map *map = reader->map;
    if (map->count > 1)
        qsort(map->codes, map->count, sizeof *map->codes, compare);
    for (size_t i = 1; i < map->count; i++) {
        if (compare(&map->codes[i - 1], &map->codes[i]) != 0)
            continue;
        char room[SMET__QUOTE_SIZE];
        return smet__refuse(reader->error, SMET_ERROR_DUPLICATE, SMET_FIELD_INVALID,
                            "codes: the code %s stands twice.",
                            smet__quote(room, map->codes[i].code, strlen(map->codes[i].code)));
    }
    return SMET_OK;
}

static smet_status_t read_codes(struct reader *reader, json_t *list)
{
    smet_code_map *map = reader->map;
    size_t count = json_array_size(list);
    map->codes = calloc(count + 1, sizeof *map->codes);
    if (map->codes == NULL)
        return smet__refuse_no_memory(reader->error);
    while (map->count < count) {
        struct smet__code *code = &map->codes[map->count];
        smet_status_t status =
            read_code(reader, map->count, json_array_get(list, map->count), code);
        map->count++; /* what it allocated is freed with the map */
        if (status != SMET_OK)
            return status;
    }
    return sort_codes(reader);
}

static smet_status_t read_root(struct reader *reader)
{
    static const char *const allowed[] = {"codes", "notice"};
    json_t *list = json_object_get(reader->map->root, "codes");
    if (!json_is_array(list))
        return smet__refuse(reader->error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                            "codes: an object with a list of this name is needed.");
    const char *key = foreign_key(reader->map->root, allowed, sizeof allowed / sizeof *allowed);
    char room[SMET__QUOTE_SIZE];
    if (key != NULL)
        return smet__refuse(reader->error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                            "%s: there is no such key here.", smet__quote(room, key, strlen(key)));
    return read_codes(reader, list);
}

static smet_status_t read_map(struct reader *reader, const char *text, size_t length)
{
    if (text == NULL)
        return smet__refuse(reader->error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The text is NULL.");
    reader->map = calloc(1, sizeof *reader->map);
    reader->scratch = smet_record_new();
    if (reader->map == NULL || reader->scratch == NULL)
        return smet__refuse_no_memory(reader->error);
    smet_status_t status = smet__chart_parse(text, length, &reader->map->root, reader->error);
    return status == SMET_OK ? read_root(reader) : status;
}

smet_code_map *smet_code_map_read_json(const char *text, size_t length, struct smet_error *error)
{
    struct reader reader = {.error = error};
    if (smet__error_check(error) != SMET_OK)
        return NULL;
    smet_status_t status = read_map(&reader, text, length);
    smet_record_free(reader.scratch);
    if (status == SMET_OK)
        return reader.map;
    smet_code_map_free(reader.map);
    return NULL;
}

void smet_code_map_free(smet_code_map *map)
{
    if (map == NULL)
        return;
    for (size_t i = 0; i < map->count; i++)
        free(map->codes[i].facts);
    free(map->codes);
    json_decref(map->root);
    free(map);
}

const struct smet__code *smet__code_map_find(const smet_code_map *map, enum smet__carrier carrier,
                                             const char *system, const char *code)
{
    struct smet__code wanted = {.carrier = carrier, .system = system, .code = code};
    if (map == NULL || map->count == 0)
        return NULL;
    return bsearch(&wanted, map->codes, map->count, sizeof *map->codes, compare);
}
