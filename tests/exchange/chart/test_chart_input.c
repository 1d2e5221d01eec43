/*
 * Charts: what is refused, and that a refusal changes nothing; maps of codes;
 * input that nobody would write.
 */
#include "charts.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *examples;
static const char *maps;

/* --- refusals ----------------------------------------------------------------------------- */

#define ECOG(id, grade) OBSERVATION(id, LOINC, "89247-1", "\"valueInteger\":" grade)

static const struct {
    const char *text;
    smet_status_t status;
    const char *message;
} refused[] = {
    {"", SMET_ERROR_SYNTAX, "line 1, column 1: "},
    {" \n {\"resourceType\":\"Bundle\",}", SMET_ERROR_SYNTAX, "line 2, column 27: "},
    {"{\"resourceType\":\"Bundle\"", SMET_ERROR_SYNTAX, "line 1, column 24: "},
    {"{\"resourceType\":\"Bundle\"} {}", SMET_ERROR_SYNTAX, "line 1, column 27: "},
    {"\xEF\xBB\xBF{}", SMET_ERROR_SYNTAX, "line 1, column 1: "},
    {"{\"a\":\"\xFF\"}", SMET_ERROR_ENCODING, "line 1, column 7: "},
    {"{\"resourceType\":\"Bundle\",\"type\":\"a\",\"type\":\"b\"}", SMET_ERROR_DUPLICATE,
     "line 1, column 42: a key stands twice"},
    {BUNDLE(
         ENTRY("{\"resourceType\":\"Observation\",\"status\":\"final\",\"status\":\"cancelled\"}")),
     SMET_ERROR_DUPLICATE, "line 1, column "},
    {"{\"a\\u0000b\":1}", SMET_ERROR_SYNTAX, "line 1, column "},
    {"[]", SMET_ERROR_WRONG_KIND, "text: one JSON object is needed"},
    {"null", SMET_ERROR_WRONG_KIND, "text: one JSON object is needed"},
    {"7", SMET_ERROR_WRONG_KIND, "text: one JSON object is needed"},
    /* A record is no chart. */
    {"{\"ecog\":\"3\"}", SMET_ERROR_WRONG_KIND, "prefetch.ecog: a resource or null is needed"},
    {"{\"a\":{}}", SMET_ERROR_WRONG_KIND, "prefetch.a: a resource is needed"},
    {"{\"hook\":\"x\",\"prefetch\":[]}", SMET_ERROR_WRONG_KIND, "prefetch: an object is needed"},
    {"{\"hook\":\"x\",\"context\":7}", SMET_ERROR_WRONG_KIND, "context: an object is needed"},
    {"{\"hook\":\"x\",\"context\":{\"patientId\":7}}", SMET_ERROR_WRONG_KIND,
     "context.patientId: a string is needed"},
    {"{\"resourceType\":7}", SMET_ERROR_WRONG_KIND, "resourceType: a string is needed"},
    {"{\"resourceType\":null}", SMET_ERROR_WRONG_KIND, "resource: a resource is needed"},
    {"{\"resourceType\":\"Bundle\",\"entry\":{}}", SMET_ERROR_WRONG_KIND,
     "Bundle.entry: a list is needed"},
    {BUNDLE("7"), SMET_ERROR_WRONG_KIND, "Bundle.entry[0]: an object is needed"},
    {BUNDLE("null,{\"resource\":[]}"), SMET_ERROR_WRONG_KIND,
     "Bundle.entry[1].resource: an object is needed"},
    {BUNDLE(ENTRY("{}")), SMET_ERROR_WRONG_KIND, "Bundle.entry[0].resource: a resource is needed"},
    {BUNDLE("{\"fullUrl\":7,\"resource\":{\"resourceType\":\"Patient\"}}"), SMET_ERROR_WRONG_KIND,
     "Bundle.entry[0].fullUrl: a string is needed"},
    {BUNDLE(ENTRY(ECOG("o1", "2")) "," ENTRY("{\"resourceType\":\"Observation\","
        SUBJECT ",\"code\":{\"coding\":{}}}")),
     SMET_ERROR_WRONG_KIND, "Bundle.entry[1].resource.code.coding: a list is needed"},
    {BUNDLE(ENTRY("{\"resourceType\":\"Condition\"," SUBJECT ",\"code\":\"G83.4\"}")),
     SMET_ERROR_WRONG_KIND, "Bundle.entry[0].resource.code: an object is needed"},
    {"{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":1995}", SMET_ERROR_WRONG_KIND,
     "Patient.birthDate: a string is needed"},
    {"{\"resourceType\":\"Observation\",\"subject\":\"Patient/p1\"}", SMET_ERROR_WRONG_KIND,
     "Observation.subject: an object is needed"},
    {"{\"resourceType\":\"QuestionnaireResponse\",\"item\":[7]}", SMET_ERROR_WRONG_KIND,
     "QuestionnaireResponse.item[0]: an object is needed"},
};

START_TEST(test_refused)
{
    smet_chart *chart = chart_of(ECOG("before", "1"));
    chart_refuses(chart, refused[_i].text, refused[_i].status, refused[_i].message);
    chart_holds(chart, "ecog=1");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_arguments)
{
    struct smet_error error = {.size = sizeof error};
    struct smet_error small = {.size = 8};
    smet_chart *chart = chart_new(NULL);
    ck_assert_int_eq(smet_chart_read_fhir(NULL, "{}", 2, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_chart_read_fhir(chart, NULL, 2, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_chart_read_fhir(chart, "{}", 2, &small), SMET_ERROR_STRUCT_SIZE);
    ck_assert_int_eq(smet_chart_read_fhir(chart, "{}", (size_t)SMET_CHART_TEXT_MAX + 1, &error),
                     SMET_ERROR_TOO_LARGE);
    ck_assert_int_eq(smet_chart_read_fhir(chart, "{}x", 2, NULL), SMET_OK);
    struct smet_chart_fact fact = {.size = sizeof fact};
    ck_assert_int_eq(smet_chart_fact(NULL, 0, &fact), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_chart_fact(chart, 0, NULL), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_chart_fact(chart, 0, &fact), SMET_ERROR_INDEX);
    fact.size = 4;
    ck_assert_int_eq(smet_chart_fact(chart, 0, &fact), SMET_ERROR_STRUCT_SIZE);
    struct {
        struct smet_chart_fact fact;
        uint64_t more;
    } newer = {.fact = {.size = sizeof newer}, .more = 1};
    ck_assert_int_eq(smet_chart_fact(chart, 0, &newer.fact), SMET_ERROR_STRUCT_TAIL);
    ck_assert_ptr_null(smet_chart_record(NULL));
    ck_assert_ptr_null(smet_chart_patient(NULL));
    ck_assert_uint_eq(smet_chart_fact_count(NULL), 0);
    smet_chart_free(NULL);
    smet_code_map_free(NULL);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_options)
{
    static const char *const dates[] = {"", "2018", "2018-06", "2018-06-31", "2018-06-1",
        "18-06-2018", "2018-06-15T00:00:00Z", "2018-06-15 ", "2018/06/15", "today"};
    static const char *const patients[] = {"", "Patient/", "\xFF"};
    struct smet_error error = {.size = sizeof error};
    for (size_t i = 0; i < COUNT_OF(dates); i++) {
        struct smet_chart_options options = {.size = sizeof options, .evaluation_date = dates[i]};
        error = (struct smet_error){.size = sizeof error};
        expect(smet_chart_new(&options, &error) == NULL, "%s", dates[i]);
        ck_assert_int_eq(error.status, SMET_ERROR_SYNTAX);
        ck_assert_str_eq(error.message, "evaluation_date: a date is needed, as YYYY-MM-DD.");
    }
    for (size_t i = 0; i < COUNT_OF(patients); i++) {
        struct smet_chart_options options = {.size = sizeof options, .patient = patients[i]};
        expect(smet_chart_new(&options, &error) == NULL, "%s", patients[i]);
        ck_assert_int_eq(error.status, SMET_ERROR_SYNTAX);
    }
    struct smet_chart_options options = {.size = sizeof options, .reserved = 1};
    ck_assert_ptr_null(smet_chart_new(&options, &error));
    ck_assert_int_eq(error.status, SMET_ERROR_STRUCT_TAIL);
    options.size = 8;
    ck_assert_ptr_null(smet_chart_new(&options, &error));
    ck_assert_int_eq(error.status, SMET_ERROR_STRUCT_SIZE);
    smet_chart *chart = smet_chart_new(NULL, NULL);
    ck_assert_ptr_nonnull(chart);
    smet_chart_free(chart);
}
END_TEST

/* A number beyond the parser's reach refuses nothing, and gives nothing. */
START_TEST(test_numbers)
{
    static const char text[] = BUNDLE(
        ENTRY("{\"resourceType\":\"Observation\",\"value\":123456789012345678901234567890,"
              "\"s\":\"1e999 \\\" 99999999999999999999\","
              "\"x\":[-1e999,1.5E+999,0.1234567890123456789]}") ","
        ENTRY(OBSERVATION("o1", LOINC, "89247-1", "\"valueInteger\":99999999999999999999")) ","
        ENTRY(OBSERVATION("o2", LOINC, "72514-3", "\"valueInteger\":7")));
    smet_chart *chart = chart_of(text);
    chart_holds(chart, "pain_score=7");
    ck_assert_str_eq(chart_facts(chart, "ecog"), "");
    smet_chart_free(chart);
}
END_TEST

/* --- depth and size ----------------------------------------------------------------------- */

/* `depth` times `open`, `middle`, and as often `close`. */
static char *nest(const char *open, const char *middle, const char *close, size_t depth)
{
    size_t size = depth * (strlen(open) + strlen(close)) + strlen(middle) + 1;
    char *text = malloc(size), *at = text;
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < depth; i++)
        at = strcpy(at, open) + strlen(open);
    at = strcpy(at, middle) + strlen(middle);
    for (size_t i = 0; i < depth; i++)
        at = strcpy(at, close) + strlen(close);
    return text;
}

START_TEST(test_deep_bundles)
{
    static const char open[] = "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":";
    char *text = nest(open, ECOG("o1", "2"), "}]}", SMET_CHART_DEPTH_MAX - 1);
    smet_chart *chart = chart_of(text);
    chart_holds(chart, "ecog=2");
    free(text);
    text = nest(open, ECOG("o2", "3"), "}]}", SMET_CHART_DEPTH_MAX);
    chart_refuses(chart, text, SMET_ERROR_TOO_LARGE, "...");
    free(text);
    text = nest(open, "7", "}]}", 100000);
    chart_refuses(chart, text, SMET_ERROR_SYNTAX, "line 1, ");
    free(text);
    text = nest("[", "", "]", 1000000);
    chart_refuses(chart, text, SMET_ERROR_SYNTAX, "line 1, ");
    free(text);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_deep_items)
{
    static const char *const opens[] = {"{\"item\":[", "{\"answer\":[{\"item\":["};
    static const char *const closes[] = {"]}", "]}]}"};
    static const char leaf[] = "{\"linkId\":\"pain_score\",\"answer\":[{\"valueInteger\":7}]}";
    char *text, *items;
    const size_t size = 100000;
    text = malloc(size);
    for (size_t i = 0; i < COUNT_OF(opens); i++)
        for (int more = 0; more < 2; more++) {
            items = nest(opens[i], leaf, closes[i], SMET_CHART_DEPTH_MAX - 1 + more);
            snprintf(
                text, size,
                RESOURCE("QuestionnaireResponse", "r1", "\"status\":\"completed\",\"item\":[%s]"),
                items);
            smet_chart *chart = chart_new(NULL);
            if (more == 1) {
                chart_refuses(chart, text, SMET_ERROR_TOO_LARGE, "...");
            } else {
                chart_read(chart, text);
                chart_holds(chart, "pain_score=7");
            }
            smet_chart_free(chart);
            free(items);
        }
    free(text);
}
END_TEST

/* Ten thousand of everything is read in no more than linear time, more or less. */
START_TEST(test_many)
{
    enum { MANY = 10000 };
    const size_t size = MANY * 1000;
    char *text = malloc(size), *at = text;
    at += sprintf(at, "{\"resourceType\":\"Bundle\",\"entry\":[");
    for (int i = 0; i < MANY; i++)
        at += sprintf(
            at,
            "%s{\"fullUrl\":\"urn:uuid:%d\",\"resource\":{\"resourceType\":\"Patient\",\"id\":"
            "\"p1\"}},%s,%s",
            i == 0 ? "" : ",", i, ENTRY(ECOG("o", "2")), ENTRY(ILLNESS("c", "C50.911", "")));
    sprintf(at, "]}");
    smet_chart *chart = chart_of(text);
    ck_assert_uint_eq(smet_chart_fact_count(chart), 2 * MANY);
    chart_holds(chart, "ecog=2 primary_tumor=breast");
    smet_chart_free(chart);
    free(text);
}
END_TEST

/* --- whatever it is, it is read or refused ------------------------------------------------ */

/* Reads what may be anything into a chart that holds a fact. */
static smet_status_t read_anything(const char *text, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = chart_of(ECOG("before", "1"));
    char *before = chart_text(chart);
    smet_status_t status = smet_chart_read_fhir(chart, text, length, &error);
    char *after = chart_text(chart);
    if (status != SMET_OK) {
        expect(strcmp(before, after) == 0, "refused, but changed");
        expect(error.status == status && error.message[0] != '\0', "no message");
        expect(suite_is_utf8(error.message), "not UTF-8: %s", error.message);
        expect(strpbrk(error.message, "\n\r\t\x1b\x7f") == NULL, "control characters");
    } else {
        json_t *json = json_loads(after, 0, NULL);
        expect(json != NULL, "no JSON");
        json_decref(json);
    }
    free(before);
    free(after);
    smet_chart_free(chart);
    return status;
}

static const char *const files[] = {"fhir/cauda_equina.json", "fhir/fixation.json",
    "fhir/unilateral.json", "fhir/unilateral_request.json"};

/* Puts something else into each place of a tree, one at a time. */
struct mutation {
    json_t *root;
    json_t *other;
    size_t read, refused;
};

static void check(struct mutation *mutation)
{
    char *text = json_dumps(mutation->root, JSON_COMPACT);
    ck_assert_ptr_nonnull(text);
    if (read_anything(text, strlen(text)) == SMET_OK)
        mutation->read++;
    else
        mutation->refused++;
    free(text);
}

static void mutate(struct mutation *mutation, json_t *json)
{
    const char *key;
    json_t *value;
    void *next;
    json_object_foreach_safe(json, next, key, value) {
        json_incref(value);
        mutate(mutation, value);
        char kept[128]; /* the key goes with its member */
        snprintf(kept, sizeof kept, "%s", key);
        json_object_set(json, kept, mutation->other);
        check(mutation);
        json_object_set(json, kept, value);
        json_decref(value);
    }
    for (size_t i = 0; i < json_array_size(json); i++) {
        value = json_incref(json_array_get(json, i));
        mutate(mutation, value);
        json_array_set(json, i, mutation->other);
        check(mutation);
        json_array_set(json, i, value);
        json_decref(value);
    }
}

START_TEST(test_every_node)
{
    static const char *const others[] = {
        "null",   "true", "7",    "-1.5", "\"x\"", "\"\\u0000\"",         "[]",
        "[null]", "[7]",  "[[]]", "[{}]", "{}",    "{\"resourceType\":7}"};
    char *text = chart_file(examples, files[_i % 4], NULL);
    struct mutation mutation = {
        .root = json_loads(text, 0, NULL),
        .other = json_loads(others[_i / 4], JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL)};
    ck_assert_ptr_nonnull(mutation.root);
    ck_assert_ptr_nonnull(mutation.other);
    mutate(&mutation, mutation.root);
    /* Null stands for absence; everything else is refused at some place and ignored at another. */
    ck_assert_uint_gt(mutation.read, 20);
    if (_i / 4 > 0)
        ck_assert_uint_gt(mutation.refused, 0);
    json_decref(mutation.root);
    json_decref(mutation.other);
    free(text);
}
END_TEST

START_TEST(test_every_beginning)
{
    size_t length;
    char *text = chart_file(examples, files[_i], &length);
    ck_assert_int_eq(read_anything(text, length), SMET_OK);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    for (size_t i = 0; i < length; i += 1 + i / 200)
        expect(read_anything(text, i) != SMET_OK, "the first %zu bytes", i);
    free(text);
}
END_TEST

START_TEST(test_wrong_bytes)
{
    static const char bytes[] = "\0\"{}[]:,0-.eE\\\xFF\x80 x";
    suite_random random = 20180615;
    size_t length;
    char *text = chart_file(examples, files[_i], &length);
    for (int round = 0; round < 2000; round++) {
        size_t at = suite_below(&random, (uint32_t)length);
        char kept = text[at];
        text[at] = bytes[suite_below(&random, sizeof bytes - 1)];
        read_anything(text, length);
        text[at] = kept;
    }
    free(text);
}
END_TEST

/* --- maps of codes ------------------------------------------------------------------------ */

#define MAP(codes) "{\"codes\":[" codes "]}"
#define MAPPED(code, carrier, target)                                                              \
    "{\"system\":\"urn:site\",\"code\":\"" code "\",\"carrier\":\"" carrier "\"," target "}"
#define SAME(system, code) "\"same_as\":" CODING(system, code)

static smet_code_map *map_of(const char *text)
{
    struct smet_error error = {.size = sizeof error};
    smet_code_map *map = smet_code_map_read_json(text, strlen(text), &error);
    expect(map != NULL, "%s", error.message);
    return map;
}

static smet_chart *chart_with(const smet_code_map *map, const char *text)
{
    struct smet_chart_options options = {.size = sizeof options, .patient = "p1", .codes = map};
    smet_chart *chart = chart_new(&options);
    chart_read(chart, text);
    return chart;
}

static const char
    site_map[] =
        MAP(MAPPED("bone", "condition", SAME(ICD10CM, "C79.51")) ","
            MAPPED("ces", "condition", SAME(ICD10CM, "G83.4")) ","
            MAPPED("crc", "condition", "\"facts\":{\"primary_tumor\":\"colon|rectum\"}") ","
            MAPPED("frail", "condition", "\"facts\":{\"ecog\":\"3|4\",\"ambulation\":\"none\"}") ","
            MAPPED("sacrum", "body_site", "\"facts\":{\"lesion_level\":\"S1|S2|S3|S4|S5\"}") ","
            MAPPED("s1", "body_site", SAME(VALUES_SYSTEM, "lesion_level.S1")) ","
            MAPPED("ps", "observation", SAME(LOINC, "89247-1")) ","
            MAPPED("pain", "observation", SAME(FIELDS_SYSTEM, "pain")) ","
            MAPPED("sins", "observation", SAME(SCORES_SYSTEM, "sins")) ","
            MAPPED("mech", "answer", SAME(VALUES_SYSTEM, "pain.mechanical")) ","
            MAPPED("some", "answer", "\"facts\":{\"pain\":\"nonmechanical|mechanical\"}") ","
            MAPPED("rt", "procedure", SAME(ICD10PCS, "DP08")) ","
            MAPPED("sbrt", "procedure", "\"facts\":{\"prior_radiotherapy\":\"stereotactic|both\"}")
            "," MAPPED("ebrt", "procedure", SAME(VALUES_SYSTEM,
            "prior_radiotherapy.conventional")));

#define SITE_CONDITION(code, more)                                                                 \
    RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":" CONCEPT("urn:site", code) more)
#define SITE_PROCEDURE(code, more)                                                                 \
    RESOURCE("Procedure", "p1", "\"status\":\"completed\",\"code\":" CONCEPT("urn:site", code) more)
#define AT(code) ",\"bodySite\":[" CONCEPT("urn:site", code) "]"

static const struct {
    const char *text, *record;
} mapped[] = {
    {SITE_CONDITION("ces", ""), "cauda_equina_syndrome=yes"},
    {SITE_CONDITION("bone", AT("s1")), "lesion_level=S1"},
    {SITE_CONDITION("bone", AT("sacrum")), "lesion_level=S1|S2|S3|S4|S5"},
    {SITE_CONDITION("crc", ""), "primary_tumor=colon|rectum"},
    {SITE_CONDITION("frail", ""), "ecog=3|4 ambulation=none"},
    {ILLNESS("c1", "M84.58XA", AT("sacrum")), "sacral_fracture=yes"},
    {OBSERVATION("o1", "urn:site", "ps", "\"valueInteger\":2"), "ecog=2"},
    {OBSERVATION("o1", "urn:site", "ps", "\"valueInteger\":5"), ""},
    {OBSERVATION("o1", "urn:site", "sins", "\"valueInteger\":9"), "reported_sins=9"},
    {OBSERVATION("o1", "urn:site", "pain", "\"valueCodeableConcept\":" CONCEPT("urn:site", "mech")),
     "pain=mechanical"},
    {OBSERVATION("o1", FIELDS_SYSTEM, "pain",
                 "\"valueCodeableConcept\":" CONCEPT("urn:site", "some")),
     "pain=nonmechanical|mechanical"},
    {OBSERVATION("o1", FIELDS_SYSTEM, "bowel",
                 "\"valueCodeableConcept\":" CONCEPT("urn:site", "some")),
     ""},
    {RESOURCE("QuestionnaireResponse", "r1",
              "\"status\":\"completed\",\"item\":[{\"linkId\":\"pain\",\"answer\":[{"
              "\"valueCoding\":" CODING("urn:site", "mech") "}]}]"),
     "pain=mechanical"},
    {SITE_PROCEDURE("rt", AT("s1")), "prior_radiotherapy=conventional|stereotactic|both"},
    {SITE_PROCEDURE("rt", ""), ""},
    {SITE_PROCEDURE("sbrt", ""), "prior_radiotherapy=stereotactic|both"},
    {SITE_PROCEDURE("ebrt", ""), "prior_radiotherapy=conventional|both"},
    /* A code counts where the map has it, and there alone. */
    {SITE_CONDITION("s1", ""), ""},
    {SITE_CONDITION("mech", ""), ""},
    {OBSERVATION("o1", "urn:site", "ces", "\"valueBoolean\":true"), ""},
    {OBSERVATION("o1", "urn:another", "ps", "\"valueInteger\":2"), ""},
};

START_TEST(test_map)
{
    smet_code_map *map = map_of(site_map);
    smet_chart *chart = chart_with(map, mapped[_i].text);
    chart_holds(chart, mapped[_i].record);
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        ck_assert_int_eq(smet_chart_fact(chart, i, &fact), SMET_OK);
        if (fact.use == SMET_FACT_USED)
            expect(fact.is_mapping == 1 && fact.note[0] != '\0', "no mapping");
    }
    smet_chart_free(chart);
    /* Without the map none of these codes is known, but a code of the library's own. */
    chart = chart_of(mapped[_i].text);
    chart_holds(chart, "");
    smet_chart_free(chart);
    smet_code_map_free(map);
}
END_TEST

/* The statuses of a Condition hold for what a map says of it. */
START_TEST(test_map_statuses)
{
    smet_code_map *map =
        map_of(MAP(MAPPED("ces", "condition", "\"facts\":{\"cauda_equina_syndrome\":\"yes\"}")));
    smet_chart *chart =
        chart_with(map, RESOURCE("Condition", "c1", SURE ",\"code\":" CONCEPT("urn:site", "ces")));
    ck_assert_str_eq(chart_facts(chart, "cauda_equina_syndrome"), "yes wrong_status");
    smet_chart_free(chart);
    chart = chart_with(map, SITE_CONDITION("ces", ""));
    ck_assert_str_eq(chart_facts(chart, "cauda_equina_syndrome"), "yes used");
    smet_chart_free(chart);
    smet_code_map_free(map);
}
END_TEST

static const struct {
    const char *text;
    smet_status_t status;
    const char *message;
} wrong_maps[] = {
    {"", SMET_ERROR_SYNTAX, "line 1, column 1: "},
    {"{\"codes\":[\"\xFF\"]}", SMET_ERROR_ENCODING, "line 1, "},
    {"{\"codes\":[],\"codes\":[]}", SMET_ERROR_DUPLICATE, "line 1, "},
    {"[]", SMET_ERROR_WRONG_KIND, "codes: "},
    {"{}", SMET_ERROR_WRONG_KIND, "codes: "},
    {"{\"codes\":{}}", SMET_ERROR_WRONG_KIND, "codes: "},
    {"{\"codes\":[],\"more\":1}", SMET_ERROR_UNKNOWN_TERM, "more: "},
    {MAP("7"), SMET_ERROR_WRONG_KIND, "codes[0]: "},
    {MAP("{}"), SMET_ERROR_WRONG_KIND, "codes[0]: system and code"},
    {MAP("{\"system\":\"\",\"code\":\"1\"}"), SMET_ERROR_WRONG_KIND, "codes[0]: system and code"},
    {MAP("{\"system\":\"u\",\"code\":\"a\\u0000b\"}"), SMET_ERROR_WRONG_KIND,
     "codes[0]: system and code"},
    {MAP("{\"system\":\"u\",\"code\":\"1\",\"sort\":1}"), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].sort: "},
    {MAP("{\"system\":\"u\",\"code\":\"1\"}"), SMET_ERROR_UNKNOWN_TERM, "codes[0].carrier: "},
    {MAP(MAPPED("1", "Condition", "\"facts\":{}")), SMET_ERROR_UNKNOWN_TERM, "codes[0].carrier: "},
    {MAP(MAPPED("1", "condition", "\"_\":1")), SMET_ERROR_WRONG_KIND, "codes[0]: either "},
    {MAP(MAPPED("1", "condition", SAME(ICD10CM, "C61") ",\"facts\":{}")), SMET_ERROR_WRONG_KIND,
     "codes[0]: either "},
    {MAP(MAPPED("1", "condition", "\"facts\":{}")), SMET_ERROR_WRONG_KIND, "codes[0].facts: "},
    {MAP(MAPPED("1", "condition", "\"facts\":[]")), SMET_ERROR_WRONG_KIND, "codes[0].facts: "},
    {MAP(MAPPED("1", "condition", "\"facts\":{\"ecog\":3}")), SMET_ERROR_WRONG_KIND,
     "codes[0].facts: "},
    {MAP(MAPPED("1", "condition", "\"facts\":{\"ecog\":\"\"}")), SMET_ERROR_WRONG_KIND,
     "codes[0].facts: "},
    {MAP(MAPPED("1", "condition", "\"facts\":{\"ecog\":\"7\"}")), SMET_ERROR_UNKNOWN_OPTION,
     "codes[0].facts.ecog: "},
    {MAP(MAPPED("1", "condition", "\"facts\":{\"kps\":\"70\"}")), SMET_ERROR_UNKNOWN_FIELD,
     "codes[0].facts.kps: "},
    {MAP(MAPPED("1", "condition", "\"facts\":{\"karnofsky\":\"70..60\"}")),
     SMET_ERROR_REVERSED_RANGE, "codes[0].facts.karnofsky: "},
    {MAP(MAPPED("1", "condition", "\"same_as\":7")), SMET_ERROR_WRONG_KIND, "codes[0].same_as: "},
    {MAP(MAPPED("1", "condition", "\"same_as\":{\"system\":\"u\"}")), SMET_ERROR_WRONG_KIND,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "condition", "\"same_as\":{\"system\":\"u\",\"code\":\"1\",\"x\":1}")),
     SMET_ERROR_UNKNOWN_TERM, "codes[0].same_as.x: "},
    {MAP(MAPPED("1", "condition", SAME(ICD10CM, "Z99"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "condition", SAME(LOINC, "89247-1"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "observation", SAME(LOINC, "718-7"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "observation", "\"facts\":{\"ecog\":\"3\"}")), SMET_ERROR_WRONG_KIND,
     "codes[0]: an observation"},
    {MAP(MAPPED("1", "answer", SAME(VALUES_SYSTEM, "pain.severe"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "procedure", SAME(VALUES_SYSTEM, "pain.none"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "procedure", SAME(VALUES_SYSTEM, "prior_radiotherapy.x"))),
     SMET_ERROR_UNKNOWN_TERM, "codes[0].same_as: "},
    {MAP(MAPPED("1", "procedure", SAME(ICD10PCS, "0SG"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "procedure", SAME(LOINC, "89247-1"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "answer", SAME(LOINC, "89247-1"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "body_site", SAME(ICD10CM, "C61"))), SMET_ERROR_UNKNOWN_TERM,
     "codes[0].same_as: "},
    {MAP(MAPPED("1", "condition", "\"facts\":{\"ecog\":\"3\\u0000\"}")), SMET_ERROR_WRONG_KIND,
     "codes[0].facts: "},
    {MAP(MAPPED("0", "condition", SAME(ICD10CM, "C61")) "," MAPPED(
         "1", "condition", SAME(ICD10CM, "C61")) ","
             MAPPED("1", "condition", SAME(ICD10CM, "C50"))),
     SMET_ERROR_DUPLICATE, "codes: the code 1 stands twice"},
};

START_TEST(test_wrong_map)
{
    struct smet_error error = {.size = sizeof error};
    ck_assert_ptr_null(
        smet_code_map_read_json(wrong_maps[_i].text, strlen(wrong_maps[_i].text), &error));
    ck_assert_msg(
        error.status == wrong_maps[_i].status &&
            strncmp(error.message, wrong_maps[_i].message, strlen(wrong_maps[_i].message)) == 0,
        "%s: %s", smet_status_name(error.status), error.message);
    ck_assert_ptr_null(
        smet_code_map_read_json(wrong_maps[_i].text, strlen(wrong_maps[_i].text), NULL));
}
END_TEST

START_TEST(test_map_arguments)
{
    struct smet_error error = {.size = sizeof error}, small = {.size = 8};
    ck_assert_ptr_null(smet_code_map_read_json(NULL, 0, &error));
    ck_assert_int_eq(error.status, SMET_ERROR_NULL_ARGUMENT);
    ck_assert_ptr_null(smet_code_map_read_json("{\"codes\":[]}", 12, &small));
    ck_assert_ptr_null(smet_code_map_read_json("{}", (size_t)SMET_CHART_TEXT_MAX + 1, &error));
    ck_assert_int_eq(error.status, SMET_ERROR_TOO_LARGE);
    smet_code_map_free(map_of("{\"codes\":[],\"notice\":\"n\",\"_more\":1}"));
}
END_TEST

/* The map that stands beside the library. Its codes as interop sources agree on them. */
START_TEST(test_snomed)
{
#define SCT "http://snomed.info/sct"
#define SCT_CONDITION(code, more)                                                                  \
    RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":" CONCEPT(SCT, code) more)
    static const struct {
        const char *site, *level;
    } sites[] = {
        {"65985001", "S1"}, {"11808007", "S2"}, {"49967005", "S3"},
        {"69950008", "S4"}, {"21452006", "S5"}, {"87141009", "S1|S2|S3|S4|S5"},
    };
    char *text = chart_file(maps, "snomed-ct.json", NULL), resource[1024], wanted[64];
    smet_code_map *map = map_of(text);
    ck_assert_ptr_nonnull(strstr(text, "SNOMED CT Affiliate license"));
    for (size_t i = 0; i < COUNT_OF(sites); i++) {
        snprintf(resource, sizeof resource,
                 SCT_CONDITION("94222008", ",\"bodySite\":[" CONCEPT(SCT, "%s") "]"),
                 sites[i].site);
        smet_chart *chart = chart_with(map, resource);
        snprintf(wanted, sizeof wanted, "lesion_level=%s", sites[i].level);
        chart_holds(chart, wanted);
        smet_chart_free(chart);
    }
    smet_chart *chart = chart_with(map, SCT_CONDITION("192970008", ""));
    chart_holds(chart, "cauda_equina_syndrome=yes");
    smet_chart_free(chart);
    smet_code_map_free(map);
    free(text);
}
END_TEST

int main(int argc, char **argv)
{
    if (!chart_folders(argc, argv, &examples, &maps))
        return EXIT_FAILURE;
    Suite *suite = suite_create("chart input");
    TCase *refusals = suite_case(suite, "refusals");
    tcase_add_loop_test(refusals, test_refused, 0, (int)COUNT_OF(refused));
    tcase_add_test(refusals, test_arguments);
    tcase_add_test(refusals, test_options);
    tcase_add_test(refusals, test_numbers);
    tcase_add_test(refusals, test_deep_bundles);
    tcase_add_test(refusals, test_deep_items);
    tcase_add_test(refusals, test_many);
    TCase *map = suite_case(suite, "map");
    tcase_add_loop_test(map, test_map, 0, (int)COUNT_OF(mapped));
    tcase_add_test(map, test_map_statuses);
    tcase_add_loop_test(map, test_wrong_map, 0, (int)COUNT_OF(wrong_maps));
    tcase_add_test(map, test_map_arguments);
    tcase_add_test(map, test_snomed);
    TCase *hostile = suite_exhaustive_case(suite, "hostile");
    tcase_add_loop_test(hostile, test_every_node, 0, 4 * 13);
    tcase_add_loop_test(hostile, test_every_beginning, 0, (int)COUNT_OF(files));
    tcase_add_loop_test(hostile, test_wrong_bytes, 0, (int)COUNT_OF(files));
    return suite_run(suite);
}
