/*
 * Definitions: that they are whole, hang together, and say what the library says.
 * Whether they are FHIR is judged by validators that are not ours, in tests/exchange/fhir/, and
 * whether the CQL scores as the library does, in tests/exchange/cql/.
 */
#include "suite.h"

#include <jansson.h>
#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The arcs are published, so they stand here once more (lib/exchange/shared/systems.h). */
#define OID "urn:oid:2.25.314544391309007770220674861938800342127"
#define FIELDS OID ".1.1"
#define VALUES OID ".1.2"

/* Counted by hand: 12 code systems, ECOG to cultures 42 fields with options and one set of all
 * fields, a questionnaire and two libraries of CQL for each of 3 instruments, the whole record,
 * and what gives the answers. */
enum { CODE_SYSTEMS = 12, ALL_DEFINITIONS = 12 + 43 + 4 + 7 + 6 };

/* --- helpers ----------------------------------------------------------------- */

static char *written(size_t index, int32_t style)
{
    size_t length = smet_definition_write(index, style, NULL, 0);
    expect(length > 0, "%s: nothing was written", smet_definition_name(index));
    char *text = malloc(length + 1);
    ck_assert_uint_eq(smet_definition_write(index, style, text, length + 1), length);
    ck_assert_uint_eq(strlen(text), length);
    return text;
}

static bool is_cql(const char *name)
{
    return strcmp(name + strlen(name) - strlen(".cql"), ".cql") == 0;
}

static size_t index_of(const char *name)
{
    size_t index = 0;
    while (index < smet_definition_count() && strcmp(smet_definition_name(index), name) != 0)
        index++;
    expect(index < smet_definition_count(), "there is no %s", name);
    return index;
}

static json_t *resource_at(size_t index)
{
    char *text = written(index, SMET_JSON_COMPACT);
    json_t *resource = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    expect(json_is_object(resource), "%s is no object", smet_definition_name(index));
    free(text);
    return resource;
}

static json_t *resource_of(const char *name)
{
    return resource_at(index_of(name));
}

static const char *string_in(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text == NULL ? "" : text;
}

/* What a walk calls for each object of a tree. */
typedef void (*visitor)(const json_t *object, void *data);

static void walk(json_t *node, visitor visit, void *data)
{
    const char *key;
    json_t *value;
    if (json_is_object(node))
        visit(node, data);
    json_object_foreach (node, key, value)
        walk(value, visit, data);
    for (size_t i = 0; i < json_array_size(node); i++)
        walk(json_array_get(node, i), visit, data);
}

/* The codes of a code system, one line each, for strstr(): "\ncode\n". */
struct codes {
    char text[131072];
    size_t count;
};

static void collect_codes(const json_t *concepts, struct codes *codes)
{
    for (size_t i = 0; i < json_array_size(concepts); i++) {
        const json_t *concept = json_array_get(concepts, i);
        char line[64];
        const char *code = string_in(concept, "code");
        expect(strlen(code) >= 1 && strlen(code) <= 50, "%s: not 1 to 50 characters", code);
        snprintf(line, sizeof line, "\n%s\n", code);
        expect(strstr(codes->text, line) == NULL, "%s stands twice", code);
        size_t length = strlen(codes->text);
        snprintf(codes->text + length, sizeof codes->text - length, "%s%s\n",
                 length == 0 ? "\n" : "", code);
        codes->count++;
        collect_codes(json_object_get(concept, "concept"), codes);
    }
}

/* The code system with this address, and its codes; it must be there. */
static struct codes codes_of(const char *system)
{
    static struct codes codes;
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (strncmp(smet_definition_name(i), "CodeSystem-", strlen("CodeSystem-")) != 0)
            continue;
        json_t *resource = resource_at(i);
        bool found = strcmp(string_in(resource, "url"), system) == 0;
        memset(&codes, 0, sizeof codes);
        if (found)
            collect_codes(json_object_get(resource, "concept"), &codes);
        json_decref(resource);
        if (found)
            return codes;
    }
    ck_abort_msg("no code system %s", system);
}

static bool has_code(const struct codes *codes, const char *code)
{
    char line[160];
    snprintf(line, sizeof line, "\n%s\n", code);
    return strstr(codes->text, line) != NULL;
}

/* --- the list ------------------------------------------------------------------ */

START_TEST(test_list)
{
    ck_assert_uint_eq(smet_definition_count(), ALL_DEFINITIONS);
    ck_assert_ptr_null(smet_definition_name(ALL_DEFINITIONS));
    ck_assert_ptr_null(smet_definition_name(SIZE_MAX));
    for (size_t i = 0; i < smet_definition_count(); i++) {
        const char *name = smet_definition_name(i);
        ck_assert_uint_eq(strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789-."),
                          strlen(name));
        ck_assert_ptr_null(strstr(name, ".."));
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(name, smet_definition_name(k));
    }
}
END_TEST

/* A name says what is written. */
START_TEST(test_names)
{
    for (size_t i = 0; i < smet_definition_count(); i++) {
        const char *name = smet_definition_name(i);
        char expected[256];
        if (is_cql(name)) {
            char *text = written(i, SMET_JSON_COMPACT);
            snprintf(expected, sizeof expected, "library %.*s version '%s'\n",
                     (int)(strlen(name) - strlen(".cql")), name, smet_content_version());
            expect(strncmp(text, expected, strlen(expected)) == 0, "%s begins otherwise", name);
            free(text);
            continue;
        }
        json_t *resource = resource_at(i);
        snprintf(expected, sizeof expected, "%s-%s.json", string_in(resource, "resourceType"),
                 string_in(resource, "id"));
        ck_assert_str_eq(name, expected);
        ck_assert_str_eq(string_in(resource, "version"), smet_content_version());
        json_decref(resource);
    }
}
END_TEST

/* With `-` for `_`, as ids have it. */
static size_t index_with(const char *before, const char *key, const char *after)
{
    char name[256];
    snprintf(name, sizeof name, "%s%s%s", before, key, after);
    for (char *c = name; *c != '\0'; c++)
        if (*c == '_')
            *c = '-';
    return index_of(name);
}

/* Every field and every instrument has its own. */
START_TEST(test_nothing_is_left_out)
{
    size_t options = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, i), &info);
        if (info.kind == SMET_KIND_INTEGER)
            continue;
        index_with("ValueSet-", info.key, ".json");
        options++;
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        const char *key = smet_term_key(SMET_VOCABULARY_INSTRUMENT,
                                        smet_term_at(SMET_VOCABULARY_INSTRUMENT, i));
        index_with("Questionnaire-", key, ".json");
        index_with("Library-", key, ".json");
        index_with("Library-", key, "-FHIR.json");
    }
    index_of("SacralmetTokuhashiRevised.cql");
    index_of("SacralmetTokuhashiRevisedFHIR.cql");
    ck_assert_uint_eq(CODE_SYSTEMS + options + 1 +
                          5 * smet_term_count(SMET_VOCABULARY_INSTRUMENT) + 2,
                      smet_definition_count());
}
END_TEST

/* --- FHIR's rules that validators leave out ---------------------------------------- */

static void expect_whole(json_t *node, const char *where)
{
    const char *key;
    json_t *value;
    expect(!json_is_null(node), "%s: null", where);
    expect(!json_is_string(node) || json_string_length(node) > 0, "%s: an empty string", where);
    expect(!json_is_array(node) || json_array_size(node) > 0, "%s: an empty list", where);
    expect(!json_is_object(node) || json_object_size(node) > 0, "%s: an empty object", where);
    json_object_foreach (node, key, value)
        expect_whole(value, key);
    for (size_t i = 0; i < json_array_size(node); i++)
        expect_whole(json_array_get(node, i), where);
}

START_TEST(test_nothing_is_empty)
{
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (is_cql(smet_definition_name(i)))
            continue;
        json_t *resource = resource_at(i);
        expect_whole(resource, smet_definition_name(i));
        json_decref(resource);
    }
}
END_TEST

/* --- code systems --------------------------------------------------------------- */

START_TEST(test_codes)
{
    size_t systems = 0;
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (strncmp(smet_definition_name(i), "CodeSystem-", strlen("CodeSystem-")) != 0)
            continue;
        json_t *resource = resource_at(i);
        struct codes codes = codes_of(string_in(resource, "url"));
        ck_assert_uint_eq((size_t)json_integer_value(json_object_get(resource, "count")),
                          codes.count);
        ck_assert(json_is_true(json_object_get(resource, "caseSensitive")));
        json_decref(resource);
        systems++;
    }
    ck_assert_uint_eq(systems, CODE_SYSTEMS);
}
END_TEST

/* Each option once, and nothing else. */
START_TEST(test_values)
{
    struct codes codes = codes_of(VALUES);
    size_t options = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, i), &info);
        for (size_t k = 0; info.kind != SMET_KIND_INTEGER && k < smet_value_count(info.field);
             k++) {
            char code[128];
            snprintf(code, sizeof code, "%s.%s", info.key,
                     smet_value_key(info.field, smet_value_at(info.field, k)));
            expect(has_code(&codes, code), "no %s", code);
            options++;
        }
    }
    ck_assert_uint_eq(options, codes.count);
    ck_assert_uint_eq(codes_of(FIELDS).count, smet_term_count(SMET_VOCABULARY_FIELD));
}
END_TEST

static void expect_known_code(const json_t *object, void *data)
{
    struct codes *known = data;
    const char *system = string_in(object, "system"), *code = string_in(object, "code");
    char line[256];
    if (strncmp(system, OID ".1.", strlen(OID ".1.")) != 0 || code[0] == '\0')
        return;
    snprintf(line, sizeof line, "\n%s %s\n", system, code);
    expect(strstr(known->text, line) != NULL, "%s has no %s", system, code);
}

/* All codes of all systems: "\nsystem code\n". */
static void collect_all(struct codes *all)
{
    memset(all, 0, sizeof *all);
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (strncmp(smet_definition_name(i), "CodeSystem-", strlen("CodeSystem-")) != 0)
            continue;
        json_t *resource = resource_at(i);
        struct codes codes = codes_of(string_in(resource, "url"));
        for (char *code = strtok(codes.text, "\n"); code != NULL; code = strtok(NULL, "\n")) {
            size_t length = strlen(all->text);
            snprintf(all->text + length, sizeof all->text - length, "%s%s %s\n",
                     length == 0 ? "\n" : "", string_in(resource, "url"), code);
        }
        json_decref(resource);
    }
}

/* Every coding of ours, in definitions and in answers, is one of a code system. */
START_TEST(test_codings_are_known)
{
    static const char *const records[] = {
        "", "cauda_equina_syndrome=yes lesion_level=S1 tissue_diagnosis=metastasis",
        "lesion_level=S1 pain=mechanical bone_lesion=lytic alignment=subluxation "
        "vertebral_collapse=over_half posterolateral_involvement=bilateral stability=stable "
        "tissue_diagnosis=metastasis primary_tumor=lung visceral_metastases=untreatable "
        "solitary_lesion=no prior_radiotherapy=conventional radiotherapy_outcome=progression",
        "frankel=E motor_deficit=yes ecog=0 karnofsky=10",
        "lesion_level=S2 epidural_disease=yes sacral_fracture=yes tissue_diagnosis=infection",
    };
    static struct codes all;
    collect_all(&all);
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (is_cql(smet_definition_name(i)))
            continue;
        json_t *resource = resource_at(i);
        walk(resource, expect_known_code, &all);
        json_decref(resource);
    }
    for (size_t i = 0; i < 2 * COUNT_OF(records); i++) {
        smet_assessment *assessment = suite_assess(records[i / 2]);
        size_t (*write)(const smet_assessment *, const smet_chart *,
                        const struct smet_answer_options *, char *, size_t) =
            i % 2 == 0 ? smet_assessment_write_fhir : smet_assessment_write_cards;
        size_t length = write(assessment, NULL, NULL, NULL, 0);
        char *text = malloc(length + 1);
        write(assessment, NULL, NULL, text, length + 1);
        json_t *answer = json_loads(text, 0, NULL);
        ck_assert_ptr_nonnull(answer);
        walk(answer, expect_known_code, &all);
        json_decref(answer);
        free(text);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* --- canonical addresses ----------------------------------------------------------- */

static bool is_defined(const char *canonical)
{
    size_t length = strcspn(canonical, "|");
    bool found = false;
    for (size_t i = 0; i < smet_definition_count() && !found; i++) {
        if (is_cql(smet_definition_name(i)))
            continue;
        json_t *resource = resource_at(i);
        const char *url = string_in(resource, "url");
        found = strlen(url) == length && strncmp(url, canonical, length) == 0 &&
                (canonical[length] == '\0' ||
                 strcmp(canonical + length + 1, string_in(resource, "version")) == 0);
        json_decref(resource);
    }
    return found;
}

static void expect_defined(const json_t *object, void *data)
{
    static const char *const keys[] = {"system", "valueSet", "resource", "answerValueSet"};
    size_t *count = data;
    for (size_t k = 0; k < COUNT_OF(keys); k++) {
        const char *canonical = string_in(object, keys[k]);
        if (strncmp(canonical, OID, strlen(OID)) != 0)
            continue;
        if (k > 0)
            expect(is_defined(canonical), "%s is not defined", canonical);
        *count += k > 0;
    }
}

START_TEST(test_canonicals)
{
    size_t count = 0;
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (is_cql(smet_definition_name(i)))
            continue;
        json_t *resource = resource_at(i);
        walk(resource, expect_defined, &count);
        for (size_t k = 0; k < i; k++) {
            if (is_cql(smet_definition_name(k)))
                continue;
            json_t *other = resource_at(k);
            ck_assert_str_ne(string_in(resource, "url"), string_in(other, "url"));
            json_decref(other);
        }
        json_decref(resource);
    }
    /* The fields' value set; of each instrument, one composes the answers and one is needed. */
    ck_assert_uint_eq(count, 1 + 2 * smet_term_count(SMET_VOCABULARY_INSTRUMENT));
}
END_TEST

/* --- questionnaires ------------------------------------------------------------------ */

/* The items of a questionnaire, in their order. */
struct items {
    const json_t *item[1024];
    size_t count;
};

static void collect_items(const json_t *parent, struct items *items)
{
    const json_t *list = json_object_get(parent, "item");
    for (size_t i = 0; i < json_array_size(list); i++) {
        ck_assert_uint_lt(items->count, COUNT_OF(items->item));
        items->item[items->count++] = json_array_get(list, i);
        collect_items(json_array_get(list, i), items);
    }
}

static size_t position_of(const struct items *items, const char *link)
{
    size_t found = items->count;
    for (size_t i = 0; i < items->count; i++)
        if (strcmp(string_in(items->item[i], "linkId"), link) == 0) {
            expect(found == items->count, "%s stands twice", link);
            found = i;
        }
    return found;
}

/* The field that an item asks for; -1 for a group or a display. */
static smet_field_t asked(const json_t *item)
{
    const char *type = string_in(item, "type");
    if (strcmp(type, "choice") != 0 && strcmp(type, "integer") != 0)
        return SMET_FIELD_INVALID;
    smet_field_t field = smet_term_find(SMET_VOCABULARY_FIELD, string_in(item, "linkId"));
    ck_assert_int_ge(field, 0);
    return field;
}

static bool is_questionnaire(size_t index)
{
    return strncmp(smet_definition_name(index), "Questionnaire-", strlen("Questionnaire-")) == 0;
}

START_TEST(test_items)
{
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (!is_questionnaire(i))
            continue;
        static struct items items;
        json_t *resource = resource_at(i);
        items.count = 0;
        collect_items(resource, &items);
        for (size_t k = 0; k < items.count; k++) {
            const json_t *item = items.item[k];
            const json_t *conditions = json_object_get(item, "enableWhen");
            ck_assert_uint_eq(position_of(&items, string_in(item, "linkId")), k);
            ck_assert_ptr_null(json_object_get(item, "required"));
            ck_assert_ptr_null(json_object_get(item, "initial"));
            ck_assert_int_eq(json_object_get(item, "enableBehavior") != NULL,
                             json_array_size(conditions) > 0);
            for (size_t c = 0; c < json_array_size(conditions); c++)
                ck_assert_uint_lt(
                    position_of(&items, string_in(json_array_get(conditions, c), "question")), k);
        }
        json_decref(resource);
    }
}
END_TEST

/* Whether an answer option stands for a value. */
static bool stands_for(const json_t *option, const struct smet_field_info *info,
                       smet_value_t value)
{
    char code[128];
    if (info->kind == SMET_KIND_INTEGER)
        return json_integer_value(json_object_get(option, "valueInteger")) == value;
    snprintf(code, sizeof code, "%s.%s", info->key, smet_value_key(info->field, value));
    return strcmp(string_in(json_object_get(option, "valueCoding"), "code"), code) == 0;
}

/* Each field is asked for once, with each of its values, or its bounds. */
START_TEST(test_whole_record)
{
    static struct items items;
    json_t *resource = resource_of("Questionnaire-record.json");
    size_t questions = 0;
    items.count = 0;
    collect_items(resource, &items);
    for (size_t i = 0; i < items.count; i++) {
        const json_t *options = json_object_get(items.item[i], "answerOption");
        struct smet_field_info info = {.size = sizeof info};
        smet_field_t field = asked(items.item[i]);
        if (field < 0)
            continue;
        questions++;
        smet_field_describe(field, &info);
        if (options == NULL) {
            const json_t *bounds = json_object_get(items.item[i], "extension");
            ck_assert_int_eq(info.kind, SMET_KIND_INTEGER);
            ck_assert_int_eq(info.step, 1);
            ck_assert_int_eq(
                json_integer_value(json_object_get(json_array_get(bounds, 0), "valueInteger")),
                info.minimum);
            ck_assert_int_eq(
                json_integer_value(json_object_get(json_array_get(bounds, 1), "valueInteger")),
                info.maximum);
            continue;
        }
        ck_assert_uint_eq(json_array_size(options), smet_value_count(field));
        for (size_t k = 0; k < smet_value_count(field); k++)
            expect(stands_for(json_array_get(options, k), &info, smet_value_at(field, k)),
                   "%s: option %zu is another one", info.key, k);
    }
    ck_assert_uint_eq(questions, smet_term_count(SMET_VOCABULARY_FIELD));
    json_decref(resource);
}
END_TEST

static bool find_item(smet_instrument_t instrument, smet_field_t field, size_t *index)
{
    struct smet_instrument_info owner = {.size = sizeof owner};
    smet_instrument_describe(instrument, &owner);
    for (*index = 0; *index < owner.item_count; (*index)++) {
        struct smet_item_info info = {.size = sizeof info};
        smet_item_describe(instrument, *index, &info);
        if (info.field == field)
            return true;
    }
    return false;
}

/* A weight is what the score gives a record in which that answer alone is entered. */
static void check_weights(smet_instrument_t instrument, const json_t *question, size_t *count)
{
    const json_t *options = json_object_get(question, "answerOption");
    smet_field_t field = asked(question);
    size_t index;
    bool has_item = find_item(instrument, field, &index);
    for (size_t i = 0; i < json_array_size(options); i++) {
        const json_t *extension =
            json_array_get(json_object_get(json_array_get(options, i), "extension"), 0);
        ck_assert_int_eq(extension != NULL, has_item);
        if (!has_item)
            continue;
        struct smet_score_item item = {.size = sizeof item};
        smet_record *record = smet_record_new();
        smet_record_set(record, field, smet_value_at(field, i), NULL);
        ck_assert_int_eq(smet_record_score_item(record, instrument, index, &item, NULL), SMET_OK);
        ck_assert_str_eq(string_in(extension, "url"),
                         "http://hl7.org/fhir/StructureDefinition/ordinalValue");
        int64_t points = json_integer_value(json_object_get(extension, "valueDecimal"));
        ck_assert_uint_eq(item.points, SUITE_BIT(points));
        smet_record_free(record);
        ++*count;
    }
}

START_TEST(test_weights)
{
    size_t count = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        static struct items items;
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        json_t *resource = resource_at(index_with(
            "Questionnaire-", smet_term_key(SMET_VOCABULARY_INSTRUMENT, instrument), ".json"));
        items.count = 0;
        collect_items(resource, &items);
        for (size_t k = 0; k < items.count; k++)
            if (asked(items.item[k]) >= 0)
                check_weights(instrument, items.item[k], &count);
        json_decref(resource);
    }
    /* Tokuhashi: Karnofsky 10, organs 3, primaries 26, Frankel 5; Tomita: growth 3, viscera 3,
     * solitary 2; SINS: levels 30, pain 3, lesion 3, alignment 3, collapse 4, posterolateral 3. */
    ck_assert_uint_eq(count, 10 + 3 + 26 + 5 + 3 + 3 + 2 + 30 + 3 + 3 + 3 + 4 + 3);
}
END_TEST

/* --- when a question is asked ----------------------------------------------------------- */

/* Whether a question is asked where another one has an answer, -1 for none. */
static bool is_asked(const json_t *question, smet_field_t other, smet_value_t answer)
{
    const json_t *conditions = json_object_get(question, "enableWhen");
    struct smet_field_info info = {.size = sizeof info};
    smet_field_describe(other, &info);
    ck_assert_str_eq(string_in(question, "enableBehavior"), "any");
    for (size_t i = 0; i < json_array_size(conditions); i++) {
        const json_t *condition = json_array_get(conditions, i);
        ck_assert_str_eq(string_in(condition, "question"), info.key);
        if (strcmp(string_in(condition, "operator"), "exists") == 0) {
            ck_assert(json_is_false(json_object_get(condition, "answerBoolean")));
            if (answer < 0)
                return true;
        } else {
            char code[128];
            ck_assert_str_eq(string_in(condition, "operator"), "=");
            snprintf(code, sizeof code, "%s.%s", info.key,
                     answer < 0 ? "" : smet_value_key(other, answer));
            if (strcmp(string_in(json_object_get(condition, "answerCoding"), "code"), code) == 0)
                return true;
        }
    }
    return false;
}

/* How many values of a field the library leaves where another one has a value. */
static size_t left_of(smet_field_t field, smet_field_t other, smet_value_t value)
{
    smet_value_t values[SUITE_VALUES];
    smet_record *record = smet_record_new();
    smet_record_set(record, other, value, NULL);
    smet_assessment *assessment = suite_assess_record(record);
    size_t count = smet_assessment_values(assessment, field, values, SUITE_VALUES);
    smet_assessment_free(assessment);
    smet_record_free(record);
    return count;
}

/* Whether every value of a field contradicts another field's value. */
static bool is_excluded(smet_field_t field, smet_field_t other, smet_value_t value)
{
    for (size_t i = 0; i < smet_value_count(field); i++) {
        smet_record *record = smet_record_new();
        smet_record_set(record, other, value, NULL);
        smet_record_set(record, field, smet_value_at(field, i), NULL);
        smet_assessment *assessment = suite_assess_record(record);
        size_t count = smet_assessment_inconsistency_count(assessment);
        smet_assessment_free(assessment);
        smet_record_free(record);
        if (count == 0)
            return false;
    }
    return true;
}

/* A question is hidden only where the library knows its answer, or allows none. */
START_TEST(test_hidden_questions)
{
    static struct items items;
    json_t *resource = resource_of("Questionnaire-record.json");
    size_t hidden = 0;
    items.count = 0;
    collect_items(resource, &items);
    for (size_t i = 0; i < items.count; i++) {
        const json_t *conditions = json_object_get(items.item[i], "enableWhen");
        if (conditions == NULL)
            continue;
        smet_field_t field = asked(items.item[i]);
        smet_field_t other = smet_term_find(SMET_VOCABULARY_FIELD,
                                            string_in(json_array_get(conditions, 0), "question"));
        ck_assert(is_asked(items.item[i], other, -1));
        for (size_t v = 0; v < smet_value_count(other); v++) {
            smet_value_t value = smet_value_at(other, v);
            bool needless = left_of(field, other, value) == 1 || is_excluded(field, other, value);
            ck_assert_int_eq(is_asked(items.item[i], other, value), !needless);
            hidden += needless;
        }
    }
    /* Frankel, motor deficit, radiculopathy; outcome of radiotherapy. */
    ck_assert_uint_eq(hidden, 4);
    json_decref(resource);
}
END_TEST

/* What could reveal an emergency is always asked, whatever else is answered. */
START_TEST(test_alarms_are_asked)
{
    static struct items items;
    json_t *resource = resource_of("Questionnaire-record.json");
    size_t alarms = 0;
    items.count = 0;
    collect_items(resource, &items);
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        struct smet_rule_info rule = {.size = sizeof rule};
        smet_field_t fields[SUITE_FIELDS];
        smet_rule_describe(smet_term_at(SMET_VOCABULARY_RULE, i), &rule);
        if (rule.verdict != SMET_VERDICT_EMERGENCY)
            continue;
        size_t count = smet_rule_fields(rule.rule, fields, SUITE_FIELDS);
        for (size_t k = 0; k < count; k++) {
            size_t at = position_of(&items, smet_term_key(SMET_VOCABULARY_FIELD, fields[k]));
            ck_assert_ptr_null(json_object_get(items.item[at], "enableWhen"));
            alarms++;
        }
    }
    ck_assert_uint_gt(alarms, 0);
    json_decref(resource);
}
END_TEST

/* --- libraries ---------------------------------------------------------------------------- */

static int digit_of(char c)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = strchr(digits, c);
    ck_assert_ptr_nonnull(at);
    return (int)(at - digits);
}

static char *decode(const char *coded)
{
    char *text = malloc(strlen(coded) + 1), *end = text;
    ck_assert_uint_eq(strlen(coded) % 4, 0);
    for (; *coded != '\0'; coded += 4) {
        int three = digit_of(coded[0]) << 18 | digit_of(coded[1]) << 12;
        three |= coded[2] == '=' ? 0 : digit_of(coded[2]) << 6;
        three |= coded[3] == '=' ? 0 : digit_of(coded[3]);
        *end++ = (char)(three >> 16);
        if (coded[2] != '=')
            *end++ = (char)(three >> 8 & 255);
        if (coded[3] != '=')
            *end++ = (char)(three & 255);
    }
    *end = '\0';
    return text;
}

/* A library carries the CQL that is written beside it. */
START_TEST(test_library_content)
{
    size_t count = 0;
    for (size_t i = 0; i < smet_definition_count(); i++) {
        if (strncmp(smet_definition_name(i), "Library-", strlen("Library-")) != 0)
            continue;
        json_t *resource = resource_at(i);
        const json_t *content = json_array_get(json_object_get(resource, "content"), 0);
        if (content != NULL) {
            char name[256];
            snprintf(name, sizeof name, "%s.cql", string_in(resource, "name"));
            char *expected = written(index_of(name), SMET_JSON_COMPACT);
            char *text = decode(string_in(content, "data"));
            ck_assert_str_eq(string_in(content, "contentType"), "text/cql");
            expect(strcmp(text, expected) == 0, "%s: other CQL", name);
            free(text);
            free(expected);
            count++;
        }
        json_decref(resource);
    }
    ck_assert_uint_eq(count, 2 * smet_term_count(SMET_VOCABULARY_INSTRUMENT));
}
END_TEST

static bool link_has(size_t link, smet_field_t field)
{
    smet_field_t fields[SUITE_FIELDS];
    size_t count = smet_link_fields(link, fields, SUITE_FIELDS);
    for (size_t i = 0; i < count; i++)
        if (fields[i] == field)
            return true;
    return false;
}

/* What the writers of CQL take for granted of the tables. */
START_TEST(test_cql_can_say_it)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_instrument_info owner = {.size = sizeof owner};
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &owner);
        for (size_t item = 0; item < owner.item_count; item++) {
            struct smet_item_info info = {.size = sizeof info};
            size_t ties = 0;
            smet_item_describe(owner.instrument, item, &info);
            for (size_t link = 0; link < smet_link_count(); link++) {
                size_t others = 0;
                if (!link_has(link, info.field))
                    continue;
                ck_assert_int_eq(smet_link_once_entered(link), 0);
                for (size_t k = 0; k < owner.item_count; k++) {
                    struct smet_item_info other = {.size = sizeof other};
                    smet_item_describe(owner.instrument, k, &other);
                    others += k != item && link_has(link, other.field);
                }
                ties += others > 0;
            }
            ck_assert_uint_le(ties, 1);
        }
    }
}
END_TEST

/* The fields that an instrument's CQL has: its items', what they are mapped from, and what
 * relations tie to these. Whether a relation has some of them. */
static void gather_fields(smet_instrument_t instrument, bool has[SUITE_FIELDS])
{
    struct smet_instrument_info owner = {.size = sizeof owner};
    smet_instrument_describe(instrument, &owner);
    for (size_t item = 0; item < owner.item_count; item++) {
        struct smet_item_info info = {.size = sizeof info};
        smet_item_describe(instrument, item, &info);
        has[info.field] = true;
        if (info.mapped_from >= 0)
            has[info.mapped_from] = true;
    }
    for (bool grows = true; grows;) {
        grows = false;
        for (size_t link = 0; link < smet_link_count(); link++) {
            smet_field_t fields[SUITE_FIELDS];
            size_t count = smet_link_fields(link, fields, SUITE_FIELDS), known = 0;
            for (size_t f = 0; f < count; f++)
                known += has[fields[f]];
            for (size_t f = 0; known > 0 && known < count && f < count; f++)
                has[fields[f]] = grows = true;
        }
    }
}

/* Every case leaves something out; of each field, all cases together leave out nothing; and of a
 * number, a case leaves out nothing between. */
static void expect_sayable(size_t link)
{
    smet_field_t fields[SUITE_FIELDS];
    size_t count = smet_link_fields(link, fields, SUITE_FIELDS);
    size_t all[SUITE_FIELDS] = {0};
    bool seen[SUITE_FIELDS][SUITE_VALUES] = {{false}};
    for (size_t c = 0; c < smet_link_case_count(link); c++) {
        size_t whole = 0;
        for (size_t f = 0; f < count; f++) {
            struct smet_field_info info = {.size = sizeof info};
            smet_value_t values[SUITE_VALUES];
            size_t found = smet_link_case_values(link, c, f, values, SUITE_VALUES);
            smet_field_describe(fields[f], &info);
            whole += found == smet_value_count(fields[f]);
            for (size_t v = 0; v < found; v++) {
                all[f] += !seen[f][values[v]];
                seen[f][values[v]] = true;
            }
            if (info.kind == SMET_KIND_INTEGER && found > 1)
                ck_assert_int_eq(values[found - 1] - values[0],
                                 (smet_value_t)(found - 1) * info.step);
        }
        ck_assert_uint_lt(whole, count);
    }
    for (size_t f = 0; f < count; f++)
        ck_assert_uint_eq(all[f], smet_value_count(fields[f]));
}

/* What the writer of CQL takes as given of relations; and that none of those that speak only once
 * a field is entered is among them. */
START_TEST(test_cql_can_say_relations)
{
    size_t said = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        bool has[SUITE_FIELDS] = {false};
        gather_fields(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), has);
        for (size_t link = 0; link < smet_link_count(); link++) {
            smet_field_t fields[SUITE_FIELDS];
            smet_link_fields(link, fields, SUITE_FIELDS);
            if (!has[fields[0]])
                continue;
            said++;
            ck_assert_int_eq(smet_link_once_entered(link), 0);
            expect_sayable(link);
        }
    }
    ck_assert_uint_gt(said, 0);
}
END_TEST

/* What one row of an item gives points for leaves out no number between, and an item has more
 * than one number of points to give. What it is mapped from is a field. */
START_TEST(test_cql_can_say_rows)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_instrument_info owner = {.size = sizeof owner};
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &owner);
        ck_assert_uint_gt(smet_instrument_references(owner.instrument, NULL, 0), 0);
        for (size_t item = 0; item < owner.item_count; item++) {
            struct smet_item_info info = {.size = sizeof info};
            struct smet_field_info field = {.size = sizeof field};
            uint64_t points = 0;
            smet_item_describe(owner.instrument, item, &info);
            smet_field_describe(info.field, &field);
            for (size_t row = 0; row < info.row_count; row++) {
                struct smet_points_info given = {.size = sizeof given};
                smet_value_t values[SUITE_VALUES];
                size_t count =
                    smet_points_values(owner.instrument, item, row, values, SUITE_VALUES);
                smet_points_describe(owner.instrument, item, row, &given);
                points |= SUITE_BIT(given.points);
                ck_assert_uint_gt(count, 0);
                if (field.kind == SMET_KIND_INTEGER)
                    ck_assert_int_eq(values[count - 1] - values[0],
                                     (smet_value_t)(count - 1) * field.step);
            }
            ck_assert_uint_ne(points & (points - 1), 0);
            for (size_t m = 0; m < smet_mapping_count(); m++) {
                struct smet_mapping_info mapping = {.size = sizeof mapping};
                smet_mapping_describe(m, &mapping);
                ck_assert(mapping.field != info.field || mapping.from >= 0);
            }
        }
    }
}
END_TEST

/* --- room and memory ------------------------------------------------------------------------ */

START_TEST(test_capacity)
{
    static const char *const names[] = {"SacralmetSinsFHIR.cql", "ValueSet-pain.json"};
    for (size_t n = 0; n < COUNT_OF(names); n++) {
        size_t index = index_of(names[n]);
        char *whole = written(index, SMET_JSON_COMPACT);
        size_t length = strlen(whole);
        char *text = malloc(length + 3);
        for (size_t capacity = 0; capacity <= length + 2; capacity++) {
            memset(text, '#', length + 3);
            ck_assert_uint_eq(
                smet_definition_write(index, SMET_JSON_COMPACT, text, capacity), length);
            size_t kept = capacity == 0 ? 0 : capacity - 1 < length ? capacity - 1 : length;
            ck_assert_mem_eq(text, whole, kept);
            ck_assert(capacity == 0 || text[kept] == '\0');
            ck_assert_int_eq(text[capacity > kept ? kept + 1 : kept], '#');
        }
        free(text);
        free(whole);
    }
}
END_TEST

START_TEST(test_refused)
{
    char text[] = "untouched";
    ck_assert_uint_eq(smet_definition_write(ALL_DEFINITIONS, SMET_JSON_COMPACT, text, 5), 0);
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(smet_definition_write(0, SMET_JSON_STYLE_INVALID, text, 5), 0);
    ck_assert_uint_eq(smet_definition_write(0, 2, text, 5), 0);
    ck_assert_uint_eq(smet_definition_write(index_of("SacralmetSins.cql"), 2, text, 5), 0);
    ck_assert_uint_eq(smet_definition_write(SIZE_MAX, SMET_JSON_COMPACT, NULL, 0), 0);
}
END_TEST

/* The same bytes each time; an indented text says the same. */
START_TEST(test_same_again)
{
    for (size_t i = 0; i < smet_definition_count(); i++) {
        char *once = written(i, SMET_JSON_COMPACT), *again = written(i, SMET_JSON_COMPACT);
        char *indented = written(i, SMET_JSON_INDENTED);
        ck_assert_str_eq(once, again);
        ck_assert(suite_is_utf8(once));
        if (is_cql(smet_definition_name(i))) {
            ck_assert_str_eq(once, indented);
        } else {
            json_t *a = json_loads(once, 0, NULL), *b = json_loads(indented, 0, NULL);
            ck_assert(json_equal(a, b));
            json_decref(a);
            json_decref(b);
        }
        free(once);
        free(again);
        free(indented);
    }
}
END_TEST

/* How many blocks jansson still gets, and how many it has. */
static long blocks_left, blocks_held;

static void *scarce(size_t size)
{
    if (blocks_left-- <= 0)
        return NULL;
    blocks_held++;
    return malloc(size);
}

static void release(void *block)
{
    blocks_held -= block != NULL;
    free(block);
}

/* Wherever memory ends, nothing is written and nothing is lost. */
START_TEST(test_no_memory)
{
    static const char *const names[] = {"Questionnaire-tomita.json", "CodeSystem-bands.json",
                                        "ValueSet-pain.json", "Library-sins.json"};
    size_t index = index_of(names[_i]), length = 0;
    json_set_alloc_funcs(scarce, release);
    for (long blocks = 0; length == 0; blocks++) {
        char text[4] = "###";
        blocks_left = blocks;
        blocks_held = 0;
        length = smet_definition_write(index, SMET_JSON_COMPACT, text, sizeof text);
        ck_assert_int_eq(blocks_held, 0);
        ck_assert_str_eq(text, length == 0 ? "" : "{\"r");
    }
}
END_TEST

/* --- the suite ------------------------------------------------------------------------------ */

void suite_tests(Suite *suite)
{
    TCase *list = suite_case(suite, "list");
    tcase_add_test(list, test_list);
    tcase_add_test(list, test_names);
    tcase_add_test(list, test_nothing_is_left_out);
    tcase_add_test(list, test_nothing_is_empty);
    TCase *codes = suite_case(suite, "codes");
    tcase_add_test(codes, test_codes);
    tcase_add_test(codes, test_values);
    tcase_add_test(codes, test_codings_are_known);
    tcase_add_test(codes, test_canonicals);
    TCase *questionnaires = suite_case(suite, "questionnaires");
    tcase_add_test(questionnaires, test_items);
    tcase_add_test(questionnaires, test_whole_record);
    tcase_add_test(questionnaires, test_weights);
    tcase_add_test(questionnaires, test_hidden_questions);
    tcase_add_test(questionnaires, test_alarms_are_asked);
    TCase *libraries = suite_case(suite, "libraries");
    tcase_add_test(libraries, test_library_content);
    tcase_add_test(libraries, test_cql_can_say_it);
    tcase_add_test(libraries, test_cql_can_say_relations);
    tcase_add_test(libraries, test_cql_can_say_rows);
    TCase *room = suite_case(suite, "room and memory");
    tcase_add_test(room, test_capacity);
    tcase_add_test(room, test_refused);
    tcase_add_test(room, test_same_again);
    tcase_add_loop_test(room, test_no_memory, 0, 4);
}
