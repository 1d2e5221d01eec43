/*
 * Answers about a chart, as FHIR and as cards: which of its facts are named, where, and
 * as what. What a fact counts for is from chart.h; what FHIR allows, from R4.
 */
#include "charts.h"

#include "exchange/fhir/parts.h"

#include <jansson.h>
#include <sacralmet/fhir.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef size_t (*writer)(const smet_assessment *assessment, const smet_chart *chart,
                         const struct smet_answer_options *options, char *text, size_t capacity);

/* The answer about a chart. */
static json_t *answer(const smet_chart *chart, writer write)
{
    static char text[1 << 20];
    smet_assessment *assessment = suite_assess_record(smet_chart_record(chart));
    size_t length = write(assessment, chart, NULL, text, sizeof text);
    ck_assert(length > 0 && length < sizeof text);
    smet_assessment_free(assessment);
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_ptr_nonnull(root);
    return root;
}

static const char *word(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text == NULL ? "" : text;
}

/* --- facts in FHIR ---------------------------------------------------------------- */

/* The parameter with a name; NULL where there is none. `index` counts on. */
static const json_t *part(const json_t *list, const char *name, size_t *index)
{
    while (*index < json_array_size(list)) {
        const json_t *parameter = json_array_get(list, (*index)++);
        if (strcmp(word(parameter, "name"), name) == 0)
            return parameter;
    }
    return NULL;
}

static const json_t *first_part(const json_t *list, const char *name)
{
    size_t index = 0;
    return part(list, name, &index);
}

/* The parts of the fact at a position, as the Parameters have it that name the record. */
static const json_t *fact_parts(const json_t *bundle, size_t position)
{
    const json_t *entries = json_object_get(bundle, "entry");
    for (size_t i = 0; i < json_array_size(entries); i++) {
        const json_t *list = json_object_get(
            json_object_get(json_array_get(entries, i), "resource"), "parameter");
        const json_t *fact = NULL;
        if (first_part(list, "record") == NULL)
            continue;
        for (size_t k = 0, index = 0; k <= position; k++)
            fact = part(list, "fact", &index);
        ck_assert_ptr_nonnull(fact);
        return json_object_get(fact, "part");
    }
    ck_abort_msg("no facts");
}

#define ECOG(id, time, number) OBSERVATION(id, LOINC, "89247-1", time "\"valueInteger\":" number)
#define BORN(date) "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"" date "\"}"

/* Each use has its word. */
static const struct {
    const char *text;
    const char *uses; /* of all facts */
} uses[] = {
    {BUNDLE(ENTRY(ECOG("a", WHEN("2018-06-01"), "1")) ","
            ENTRY(ECOG("b", WHEN("2018-05-01"), "2"))),
     "used superseded"},
    {BUNDLE(ENTRY(ECOG("a", WHEN("2018-06-01"), "1")) ","
            ENTRY(ECOG("b", WHEN("2018-06-01"), "2"))),
     "disagrees disagrees"},
    {BUNDLE(ENTRY(BORN("1995-03-10")) "," ENTRY(OBSERVATION(
         "o1", FIELDS_SYSTEM, "age_years", WHEN("2018-06-14") "\"valueInteger\":30"))),
     "used yields"},
    {BUNDLE(ENTRY(RESOURCE("Observation", "a", "\"status\":\"entered-in-error\",\"code\":" CONCEPT(
         LOINC, "89247-1") ",\"valueInteger\":1"))),
     "wrong_status"},
    {BUNDLE(ENTRY(ECOG("a", WHEN("2018-06-01"), "9"))), "unreadable"},
};

START_TEST(test_uses)
{
    smet_chart *chart = chart_of(uses[_i].text);
    json_t *bundle = answer(chart, smet_assessment_write_fhir);
    char words[128] = "";
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        const json_t *parts = fact_parts(bundle, i);
        suite_append(words, sizeof words, i > 0 ? " " : "",
                     word(first_part(parts, "use"), "valueCode"));
    }
    ck_assert_str_eq(words, uses[_i].uses);
    json_decref(bundle);
    smet_chart_free(chart);
}
END_TEST

/* A reference is `Type/id` (R4, literal references); what names a resource otherwise is said. */
START_TEST(test_resource_without_id)
{
    static const char url[] = "http://ehr.example/fhir/ecog of today";
    char text[1024];
    snprintf(text, sizeof text,
             "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"fullUrl\":\"%s\","
             "\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\"," SUBJECT
             ",\"code\":" CONCEPT(LOINC, "89247-1") ",\"valueInteger\":1}}]}",
             url);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "ecog"), "1 used");
    json_t *bundle = answer(chart, smet_assessment_write_fhir);
    const json_t *resource = first_part(fact_parts(bundle, 0), "resource");
    ck_assert_str_eq(word(resource, "valueString"), url);
    ck_assert_ptr_null(json_object_get(resource, "valueReference"));
    /* Nor is it referred to anywhere else. */
    char *all = json_dumps(bundle, 0);
    ck_assert_ptr_null(strstr(all, "\"derivedFrom\""));
    free(all);
    json_decref(bundle);
    smet_chart_free(chart);
}
END_TEST

static const struct {
    const char *text;
    bool is_reference;
} references[] = {
    {"Observation/ecog-1", true},
    {"QuestionnaireResponse/A.1", true},
    {"", false},
    {"/ecog-1", false},
    {"urn:uuid:5b9c5a3e-6f0c-4c37-8c3e-0d5a3d1b7e02", false},
    {"http://ehr.example/Observation/ecog-1", false},
    {"observation/ecog-1", false},
    {"Bundle.entry[0].resource", false},
    {"Observation", false},
    {"Observation/", false},
    {"Observation/ecog 1", false},
    {"Observation/ecog-1/_history/2", false},
    {"Abcdefghijklmnopqrstuvwxyzabcdefghijklmno/1", false}, /* no type has 41 letters */
};

START_TEST(test_references)
{
    ck_assert_int_eq(smet__is_relative_reference(references[_i].text), references[_i].is_reference);
}
END_TEST

/* A birth date has no code, and so the fact has none. */
START_TEST(test_fact_without_code)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(BORN("1995-03-10"))));
    json_t *bundle = answer(chart, smet_assessment_write_fhir);
    const json_t *parts = fact_parts(bundle, 0);
    ck_assert_str_eq(word(first_part(parts, "value"), "valueString"), "23");
    ck_assert_ptr_null(first_part(parts, "code"));
    json_decref(bundle);
    smet_chart_free(chart);
}
END_TEST

/* R4: a code has no blanks but single ones within, and a uri none. What a site's own map has
 * is said as it stands. */
static const struct {
    const char *system;
    const char *code;
    bool is_coding;
} mapped[] = {
    {"urn:site", "pain-7", true},
    {"urn:site", "severe pain", false},
    {"urn:our site", "pain-7", false},
};

START_TEST(test_codes_of_a_site)
{
    char codes[256], text[1024];
    snprintf(codes, sizeof codes,
             "{\"codes\":[{\"system\":\"%s\",\"code\":\"%s\",\"carrier\":\"condition\","
             "\"facts\":{\"pain\":\"mechanical\"}}]}",
             mapped[_i].system, mapped[_i].code);
    snprintf(text, sizeof text,
             BUNDLE(ENTRY(RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":{\"coding\":[{"
                                   "\"system\":\"%s\",\"code\":\"%s\"}]}"))),
             mapped[_i].system, mapped[_i].code);
    struct smet_error error = {.size = sizeof error};
    smet_code_map *map = smet_code_map_read_json(codes, strlen(codes), &error);
    ck_assert_msg(map != NULL, "%s", error.message);
    const struct smet_chart_options options = {
        .size = sizeof options, .patient = "p1", .codes = map};
    smet_chart *chart = chart_new(&options);
    chart_read(chart, text);
    ck_assert_str_eq(chart_facts(chart, "pain"), "mechanical used");
    json_t *bundle = answer(chart, smet_assessment_write_fhir);
    const json_t *code = first_part(fact_parts(bundle, 0), "code");
    const json_t *coding = json_object_get(code, "valueCoding");
    ck_assert_int_eq(coding != NULL, mapped[_i].is_coding);
    ck_assert_str_eq(mapped[_i].is_coding ? word(coding, "code") : word(code, "valueString"),
                     mapped[_i].code);
    json_decref(bundle);
    smet_chart_free(chart);
    smet_code_map_free(map);
}
END_TEST

/* What one resource says of two fields that a score reads is one reference (Tomita reads both). */
START_TEST(test_resource_named_once)
{
    static const char codes[] = "{\"codes\":[{\"system\":\"urn:site\",\"code\":\"x\",\"carrier\":"
                                "\"condition\",\"facts\":{\"primary_tumor\":\"lung\","
                                "\"visceral_metastases\":\"untreatable\"}}]}";
    smet_code_map *map = smet_code_map_read_json(codes, strlen(codes), NULL);
    const struct smet_chart_options options = {
        .size = sizeof options, .patient = "p1", .codes = map};
    smet_chart *chart = chart_new(&options);
    chart_read(chart, BUNDLE(ENTRY(RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":"
                                            CONCEPT("urn:site", "x")))));
    ck_assert_uint_eq(smet_chart_fact_count(chart), 2);
    json_t *bundle = answer(chart, smet_assessment_write_fhir);
    const json_t *entries = json_object_get(bundle, "entry");
    size_t named = 0, risks = 0;
    for (size_t i = 0; i < json_array_size(entries); i++) {
        const json_t *resource = json_object_get(json_array_get(entries, i), "resource");
        const json_t *basis = json_object_get(resource, "basis");
        if (strstr(word(resource, "resourceType"), "RiskAssessment") == NULL)
            continue;
        risks++;
        for (size_t k = 0; k < json_array_size(basis); k++)
            named += strcmp(word(json_array_get(basis, k), "reference"), "Condition/c1") == 0;
    }
    ck_assert_uint_gt(risks, 0);
    ck_assert_uint_eq(named, risks);
    json_decref(bundle);
    smet_chart_free(chart);
    smet_code_map_free(map);
}
END_TEST

/* Of three that cannot all be true, a value that two give is said once. */
START_TEST(test_values_said_once)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ECOG("a", WHEN("2018-06-01"), "1")) "," ENTRY(
        ECOG("b", WHEN("2018-06-01"), "3")) "," ENTRY(ECOG("c", WHEN("2018-06-01"), "1"))));
    ck_assert_str_eq(chart_facts(chart, "ecog"), "1 disagrees, 3 disagrees, 1 disagrees");
    json_t *bundle = answer(chart, smet_assessment_write_fhir);
    char *all = json_dumps(bundle, 0);
    ck_assert_ptr_nonnull(strstr(all, "so any of them may be: 1; 3.\""));
    ck_assert_ptr_nonnull(strstr(all, "\"Observation/c\""));
    free(all);
    json_decref(bundle);
    smet_chart_free(chart);
}
END_TEST

/* --- facts on cards ---------------------------------------------------------------- */

static const json_t *card_on(const json_t *response, const char *topic)
{
    const json_t *cards = json_object_get(response, "cards");
    for (size_t i = 0; i < json_array_size(cards); i++) {
        const json_t *card = json_array_get(cards, i);
        if (strcmp(word(json_object_get(json_object_get(card, "source"), "topic"), "code"),
                   topic) == 0)
            return card;
    }
    return NULL;
}

#define LESION ENTRY(OBSERVATION("level", FIELDS_SYSTEM, "lesion_level", \
    "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM, "lesion_level.S1")))
#define SYNDROME ENTRY(OBSERVATION("syndrome", FIELDS_SYSTEM, "cauda_equina_syndrome", \
    WHEN("2018-06-01") "\"valueBoolean\":true"))

/* Each fact of a rule that was told is named with the resource and the time that it is of; what
 * was superseded is not, nor a time that nobody said. */
START_TEST(test_origins)
{
    smet_chart *chart = chart_of(BUNDLE(LESION "," SYNDROME "," ENTRY(OBSERVATION("old",
        FIELDS_SYSTEM, "cauda_equina_syndrome", WHEN("2018-01-01") "\"valueBoolean\":false"))));
    ck_assert_str_eq(chart_facts(chart, "cauda_equina_syndrome"), "yes used, no superseded");
    json_t *response = answer(chart, smet_assessment_write_cards);
    const char *detail = word(card_on(response, "emergency"), "detail");
    ck_assert_ptr_nonnull(strstr(detail, "(Observation/syndrome, 2018-06-01)"));
    ck_assert_ptr_null(strstr(detail, "Observation/old"));
    detail = word(card_on(response, "operation"), "detail");
    ck_assert_ptr_nonnull(strstr(detail, "(Observation/level)"));
    json_decref(response);
    smet_chart_free(chart);
}
END_TEST

/* A chart that contradicts itself has a card, which says both and where they are from. */
START_TEST(test_contradicting_chart)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ECOG("a", WHEN("2018-06-01"), "1")) "," ENTRY(
        ECOG("b", WHEN("2018-06-01"), "3")) "," ENTRY(BORN("1995-03-10"))));
    json_t *response = answer(chart, smet_assessment_write_cards);
    const json_t *card = card_on(response, "contradiction");
    const char *detail = word(card, "detail");
    char summary[256];
    snprintf(summary, sizeof summary, "Check the record; facts contradict each other: %s",
             smet_term_label(SMET_VOCABULARY_FIELD, SMET_FIELD_ECOG));
    ck_assert_str_eq(word(card, "summary"), summary);
    ck_assert_str_eq(word(card, "indicator"), "info");
    ck_assert_ptr_nonnull(strstr(detail, ": 1 (Observation/a). "));
    ck_assert_ptr_nonnull(strstr(detail, ": 3 (Observation/b). "));
    ck_assert_ptr_null(strstr(detail, "Patient/p1")); /* which is not at odds with anything */
    json_decref(response);
    smet_chart_free(chart);
}
END_TEST

/* What yields to others is at odds with them, too. */
START_TEST(test_yielding_fact)
{
    smet_chart *chart = chart_of(uses[2].text);
    json_t *response = answer(chart, smet_assessment_write_cards);
    const char *detail = word(card_on(response, "contradiction"), "detail");
    ck_assert_ptr_nonnull(strstr(detail, ": 30 (Observation/o1). "));
    ck_assert_ptr_null(strstr(detail, "Patient/p1"));
    json_decref(response);
    smet_chart_free(chart);
}
END_TEST

/* Facts that cannot all be true are all named where the score that reads them is told. */
START_TEST(test_origins_that_disagree)
{
    smet_chart *chart = chart_of(BUNDLE(LESION "," ENTRY(OBSERVATION("a", FIELDS_SYSTEM,
        "reported_sins", WHEN("2018-06-01") "\"valueInteger\":14")) "," ENTRY(OBSERVATION("b",
        FIELDS_SYSTEM, "reported_sins", WHEN("2018-06-01") "\"valueInteger\":15"))));
    json_t *response = answer(chart, smet_assessment_write_cards);
    const char *detail = word(card_on(response, "operation"), "detail");
    ck_assert_ptr_nonnull(
        strstr(detail, ": 14 or 15 (Observation/a, 2018-06-01; Observation/b, 2018-06-01)"));
    json_decref(response);
    smet_chart_free(chart);
}
END_TEST

/* --- codes that are none -------------------------------------------------------------- */

/* ICD-10-CM codes have letters, digits and one dot behind the third. Whatever else is read says
 * nothing, and is refused for nothing. */
#define LONG_KEY "a123456789b123456789c123456789d123456789e123456789f123456789g123456789"

static const struct {
    const char *text;
    bool says;
} codes[] = {
    {ILLNESS("c1", "C34.9", ""), true},
    {ILLNESS("c1", "c349", ""), true},
    {ILLNESS("c1", "C34{", ""), false},
    {ILLNESS("c1", "C34:", ""), false},
    {ILLNESS("c1", "C34_", ""), false},
    {ILLNESS("c1", "C34 ", ""), false},
    {ILLNESS("c1", "C3.49", ""), false},
    {ILLNESS("c1", "C34.9.1", ""), false},
    {ILLNESS("c1", "C34.911111", ""), false},
    {OBSERVATION("o1", SCORES_SYSTEM, "sins", "\"valueInteger\":9"), true},
    {OBSERVATION("o1", SCORES_SYSTEM, "sinz", "\"valueInteger\":9"), false},
    {OBSERVATION("o1", SCORES_SYSTEM, LONG_KEY, "\"valueInteger\":9"), false},
    {OBSERVATION("o1", FIELDS_SYSTEM, "pain", "\"valueCodeableConcept\":" CONCEPT(VALUES_SYSTEM,
        "pain.mechanical")), true},
};

START_TEST(test_codes)
{
    char text[2048];
    snprintf(text, sizeof text, BUNDLE(ENTRY("%s")), codes[_i].text);
    smet_chart *chart = chart_of(text);
    ck_assert_msg((smet_chart_fact_count(chart) > 0) == codes[_i].says, "%s", text);
    smet_chart_free(chart);
}
END_TEST

/* A site that is none is as no site: a metastasis of bone says nothing of the sacrum then. */
static const struct {
    const char *code;
    bool says;
} sites[] = {
    {"lesion_level.S1", true}, {"lesion_level.S9", false}, {"lesion_level", false},
    {".S1", false},            {"no.S1", false},           {LONG_KEY ".S1", false},
};

START_TEST(test_sites)
{
    char text[2048];
    smet_chart *without = chart_of(BUNDLE(ENTRY(ILLNESS("c1", "C79.51", ""))));
    char facts[256];
    snprintf(facts, sizeof facts, "%s", chart_facts(without, "lesion_level"));
    snprintf(text, sizeof text, BUNDLE(ENTRY(ILLNESS("c1", "C79.51", ",\"bodySite\":[" CONCEPT(
        VALUES_SYSTEM, "%s") "]"))), sites[_i].code);
    smet_chart *chart = chart_of(text);
    ck_assert_str_eq(chart_facts(chart, "lesion_level"), sites[_i].says ? "S1 used" : facts);
    smet_chart_free(chart);
    smet_chart_free(without);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *fhir = suite_case(suite, "fhir");
    tcase_add_loop_test(fhir, test_uses, 0, COUNT_OF(uses));
    tcase_add_test(fhir, test_resource_without_id);
    tcase_add_loop_test(fhir, test_references, 0, COUNT_OF(references));
    tcase_add_test(fhir, test_fact_without_code);
    tcase_add_loop_test(fhir, test_codes_of_a_site, 0, COUNT_OF(mapped));
    tcase_add_test(fhir, test_resource_named_once);
    tcase_add_test(fhir, test_values_said_once);
    TCase *cards = suite_case(suite, "cards");
    tcase_add_test(cards, test_origins);
    tcase_add_test(cards, test_contradicting_chart);
    tcase_add_test(cards, test_yielding_fact);
    tcase_add_test(cards, test_origins_that_disagree);
    TCase *none = suite_case(suite, "codes");
    tcase_add_loop_test(none, test_codes, 0, COUNT_OF(codes));
    tcase_add_loop_test(none, test_sites, 0, COUNT_OF(sites));
}
