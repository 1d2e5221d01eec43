/*
 * Answers as FHIR Bundles: what is refused, the shape of what is written, that it says
 * what the library says, and that its names and bytes are always the same. Whether it is
 * FHIR is judged by validators that are not ours, in tests/exchange/fhir/.
 */
#include "suite.h"

#include <jansson.h>
#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OID "urn:oid:2.25.314544391309007770220674861938800342127"

/* --- writing and reading back ------------------------------------------------- */

static char *written(const smet_assessment *assessment, const smet_chart *chart,
                     const struct smet_answer_options *options)
{
    size_t length = smet_assessment_write_fhir(assessment, chart, options, NULL, 0);
    expect(length > 0, "nothing was written");
    char *text = malloc(length + 1);
    expect(smet_assessment_write_fhir(assessment, chart, options, text, length + 1) == length,
           "the length differs");
    expect(strlen(text) == length, "the text is not as long as it says");
    return text;
}

static json_t *parsed(const char *text)
{
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    expect(root != NULL, "no JSON: %s", error.text);
    return root;
}

static json_t *bundle_with(const smet_assessment *assessment,
                           const struct smet_answer_options *options)
{
    char *text = written(assessment, NULL, options);
    json_t *bundle = parsed(text);
    free(text);
    return bundle;
}

/* The Bundle of a record with these facts. */
static json_t *bundle_of(const char *facts, int32_t answer)
{
    const struct smet_answer_options options = {.size = sizeof options, .answer = answer};
    smet_assessment *assessment = suite_assess(facts);
    json_t *bundle = bundle_with(assessment, &options);
    smet_assessment_free(assessment);
    return bundle;
}

static const char *word(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text == NULL ? "" : text;
}

static const json_t *resource_at(const json_t *bundle, size_t index)
{
    return json_object_get(json_array_get(json_object_get(bundle, "entry"), index), "resource");
}

static size_t entry_count(const json_t *bundle)
{
    return json_array_size(json_object_get(bundle, "entry"));
}

/* The code of a concept's first coding. */
static const char *code_of(const json_t *concept)
{
    return word(json_array_get(json_object_get(concept, "coding"), 0), "code");
}

/* The next resource of a type, whose `key` has this code where it is not NULL. */
static const json_t *find(const json_t *bundle, const char *type, const char *key,
                          const char *code, size_t *index)
{
    while (*index < entry_count(bundle)) {
        const json_t *resource = resource_at(bundle, (*index)++);
        if (strcmp(word(resource, "resourceType"), type) == 0 &&
            (key == NULL || strcmp(code_of(json_object_get(resource, key)), code) == 0))
            return resource;
    }
    return NULL;
}

static const json_t *first(const json_t *bundle, const char *type, const char *key,
                           const char *code)
{
    size_t index = 0;
    return find(bundle, type, key, code, &index);
}

static size_t count_of(const json_t *bundle, const char *type, const char *key, const char *code)
{
    size_t index = 0, count = 0;
    while (find(bundle, type, key, code, &index) != NULL)
        count++;
    return count;
}

static const json_t *observation(const json_t *bundle, smet_instrument_t instrument)
{
    const json_t *found = first(bundle, "Observation", "code",
                                smet_term_key(SMET_VOCABULARY_INSTRUMENT, instrument));
    expect(found != NULL, "no Observation of instrument %d", (int)instrument);
    return found;
}

/* --- what is refused ---------------------------------------------------------- */

static void expect_refused(const smet_assessment *assessment,
                           const struct smet_answer_options *options, const char *what)
{
    char text[4] = "###";
    expect(smet_assessment_write_fhir(assessment, NULL, options, text, sizeof text) == 0, "%s",
           what);
    expect(text[0] == '\0' && text[1] == '#', "%s: the text is not empty", what);
    expect(smet_assessment_write_fhir(assessment, NULL, options, NULL, 0) == 0, "%s", what);
}

/* FHIR R4, datatypes: id `[A-Za-z0-9\-\.]{1,64}` */
static const char *const bad_ids[] = {
    "", "Patient/", "a b", "a/b", "Patient/Patient/p1", "Group/g1", "p_1", "\xC3\xA9", "p1/",
    "urn:uuid:1", "patient/p1",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", /* 65 */
};

/* FHIR R4, datatypes: dateTime "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+zz:zz"; "If hours
 * and minutes are specified, a time zone SHALL be populated", "Seconds must be provided" */
static const char *const bad_dates[] = {
    "", "26", "0000", "2026-", "2026-00", "2026-13", "2026-1", "2026-01-00", "2026-01-32",
    "2026-02-29", "2100-02-29", "2024-02-30", "2026-04-31", "2026-01-01T", "2026-01-01T12",
    "2026-01-01T12:00Z", "2026-01-01T12:00:00", "2026-01-01T24:00:00Z", "2026-01-01T12:60:00Z",
    "2026-01-01T12:00:61Z", "2026-01-01T12:00:00.Z", "2026-01-01T12:00:00z",
    "2026-01-01T12:00:00+1:00", "2026-01-01T12:00:00+14:01", "2026-01-01T12:00:00+15:00",
    "2026-01-01T12:00:00+01:60", "2026-01-01T12:00:00Z ", " 2026", "2026-01-01 12:00:00Z",
    "2026-01-01Z", "20260101", "2026-01-01T12:00:00+0100",
};

START_TEST(test_refused)
{
    smet_assessment *assessment = suite_assess("ecog=3");
    struct smet_answer_options options = {.size = sizeof options};
    struct {
        struct smet_answer_options options;
        char more;
    } longer = {{.size = sizeof longer}, 0};
    expect_refused(NULL, NULL, "no assessment");
    expect_refused(NULL, &options, "no assessment");
    for (uint32_t size = 0; size < sizeof options; size++) {
        options.size = size;
        expect_refused(assessment, &options, "size");
    }
    ck_assert_uint_gt(smet_assessment_write_fhir(assessment, NULL, &longer.options, NULL, 0), 0);
    memset((char *)&longer + sizeof options, 1, sizeof longer - sizeof options);
    expect_refused(assessment, &longer.options, "tail");
    static const int32_t numbers[] = {-1, 2, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        options = (struct smet_answer_options){.size = sizeof options, .style = numbers[i]};
        expect_refused(assessment, &options, "style");
        options = (struct smet_answer_options){.size = sizeof options, .answer = numbers[i]};
        expect_refused(assessment, &options, "answer");
    }
    options = (struct smet_answer_options){.size = sizeof options, .reserved = 1};
    expect_refused(assessment, &options, "reserved");
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(test_bad_texts)
{
    smet_assessment *assessment = suite_assess("");
    for (size_t i = 0; i < COUNT_OF(bad_ids); i++) {
        const struct smet_answer_options options = {.size = sizeof options, .patient = bad_ids[i]};
        expect_refused(assessment, &options, bad_ids[i]);
    }
    for (size_t i = 0; i < COUNT_OF(bad_dates); i++) {
        const struct smet_answer_options options = {.size = sizeof options, .date = bad_dates[i]};
        expect_refused(assessment, &options, bad_dates[i]);
    }
    smet_assessment_free(assessment);
}
END_TEST

static const char *const good_dates[] = {
    "2026", "0001", "2026-12", "2026-01-31", "2024-02-29", "2000-02-29", "2026-01-01T00:00:00Z",
    "2026-06-30T23:59:60Z", "2026-01-01T12:00:00.123456789-14:00", "2026-01-01T12:00:00+13:59",
};

START_TEST(test_good_dates)
{
    smet_assessment *assessment = suite_assess("");
    for (size_t i = 0; i < COUNT_OF(good_dates); i++) {
        const struct smet_answer_options options = {.size = sizeof options, .date = good_dates[i]};
        json_t *bundle = bundle_with(assessment, &options);
        bool is_instant = strchr(good_dates[i], 'T') != NULL;
        ck_assert_str_eq(word(observation(bundle, SMET_INSTRUMENT_SINS), "effectiveDateTime"),
                         good_dates[i]);
        ck_assert_str_eq(word(first(bundle, "GuidanceResponse", NULL, NULL), "occurrenceDateTime"),
                         good_dates[i]);
        ck_assert_str_eq(word(first(bundle, "DetectedIssue", NULL, NULL), "identifiedDateTime"),
                         good_dates[i]);
        /* Bundle.timestamp is an instant, which needs a time. */
        ck_assert_str_eq(word(bundle, "timestamp"), is_instant ? good_dates[i] : "");
        json_decref(bundle);
    }
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(test_patients)
{
    static const struct {
        const char *patient;
        const char *reference;
    } cases[] = {{"p1", "Patient/p1"}, {"Patient/a-B.9", "Patient/a-B.9"}, {NULL, ""}};
    smet_assessment *assessment = suite_assess("karnofsky=30 primary_tumor=lung "
                                               "extraspinal_bone_metastases=4");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct smet_answer_options options = {.size = sizeof options,
                                                    .patient = cases[i].patient};
        json_t *bundle = bundle_with(assessment, &options);
        for (size_t e = 0; e < entry_count(bundle); e++) {
            const json_t *resource = resource_at(bundle, e);
            const char *type = word(resource, "resourceType");
            const json_t *subject = json_object_get(
                resource, strcmp(type, "DetectedIssue") == 0 ? "patient" : "subject");
            bool has_none = strcmp(type, "Parameters") == 0 || strcmp(type, "Device") == 0;
            expect(has_none == (subject == NULL), "%s: the subject", type);
            expect(has_none || strcmp(word(subject, "reference"), cases[i].reference) == 0,
                   "%s: whose it is", type);
            expect(has_none || cases[i].patient != NULL || word(subject, "display")[0] != '\0',
                   "%s: nobody", type);
        }
        json_decref(bundle);
    }
    smet_assessment_free(assessment);
}
END_TEST

/* --- the shape ---------------------------------------------------------------- */

static int32_t bound_of(const json_t *range, const char *key)
{
    const json_t *value = json_object_get(json_object_get(range, key), "value");
    return value == NULL ? -1 : (int32_t)json_integer_value(value);
}

/* "null", empty strings, lists and objects are no FHIR; a low bound is not above a high one. */
static void expect_filled(const json_t *value, const char *path)
{
    const char *key;
    json_t *part;
    size_t index;
    char below[512];
    expect(!json_is_null(value), "%s is null", path);
    expect(!json_is_string(value) || json_string_length(value) > 0, "%s is empty", path);
    expect(!json_is_object(value) || json_object_size(value) > 0, "%s is empty", path);
    expect(!json_is_array(value) || json_array_size(value) > 0, "%s is empty", path);
    if (bound_of(value, "low") >= 0 && bound_of(value, "high") >= 0)
        expect(bound_of(value, "low") <= bound_of(value, "high"), "%s is reversed", path);
    json_array_foreach(value, index, part) {
        snprintf(below, sizeof below, "%s[%zu]", path, index);
        expect_filled(part, below);
    }
    if (!json_is_object(value))
        return;
    for (void *at = json_object_iter((json_t *)(uintptr_t)value); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)value, at)) {
        key = json_object_iter_key(at);
        snprintf(below, sizeof below, "%s.%s", path, key);
        expect(strncmp(key, "probability", 11) != 0, "%s: no source gives one", below);
        expect_filled(json_object_iter_value(at), below);
    }
}

/* Whether every URN that is referred to is an entry. */
static void expect_resolved(const json_t *value, const json_t *urls)
{
    const char *reference = word(value, "reference");
    json_t *part;
    size_t index;
    expect(strncmp(reference, "urn:", 4) != 0 || json_object_get(urls, reference) != NULL,
           "%s is no entry", reference);
    json_array_foreach(value, index, part) expect_resolved(part, urls);
    if (!json_is_object(value))
        return;
    for (void *at = json_object_iter((json_t *)(uintptr_t)value); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)value, at))
        expect_resolved(json_object_iter_value(at), urls);
}

/* RFC 9562: version 5, variant 10 */
static bool is_urn(const char *text)
{
    static const char form[] = "urn:uuid:xxxxxxxx-xxxx-5xxx-vxxx-xxxxxxxxxxxx";
    for (size_t i = 0; i < sizeof form; i++) {
        bool is_right = form[i] == 'x'   ? text[i] != '\0' && strchr("0123456789abcdef", text[i])
                        : form[i] == 'v' ? text[i] != '\0' && strchr("89ab", text[i])
                                         : text[i] == form[i];
        if (!is_right)
            return false;
    }
    return true;
}

static void expect_shape(const json_t *bundle)
{
    json_t *urls = json_object();
    json_t *entry;
    size_t index;
    expect_filled(bundle, "Bundle");
    ck_assert_str_eq(word(bundle, "resourceType"), "Bundle");
    ck_assert_str_eq(word(bundle, "type"), "collection");
    json_array_foreach(json_object_get(bundle, "entry"), index, entry) {
        const char *url = word(entry, "fullUrl");
        const json_t *resource = json_object_get(entry, "resource");
        const json_t *identifier = json_array_get(json_object_get(resource, "identifier"), 0);
        const char *type = word(resource, "resourceType");
        expect(is_urn(url), "%s is no URN of a UUID", url);
        expect(json_object_get(urls, url) == NULL, "%s stands twice", url);
        json_object_set_new(urls, url, json_true());
        if (strcmp(type, "Parameters") != 0 && strcmp(type, "Device") != 0)
            ck_assert_str_eq(word(identifier, "value"), url);
    }
    expect_resolved(bundle, urls);
    json_decref(urls);
}

/* Random records, of possible patients and of impossible ones. */
#define FOR_RECORDS(count)                                                       \
    suite_random random_ = 20260101;                                             \
    smet_record *record;                                                         \
    for (int round_ = 0; round_ < (count); round_++, smet_record_free(record))   \
        if ((record = suite_any_record(&random_, round_ % 3 == 2)) != NULL)

START_TEST(test_shape)
{
    FOR_RECORDS(60) {
        static const struct smet_answer_options all[] = {
            {.size = sizeof *all, .patient = "p", .date = "2026-01-01T12:00:00Z"},
            {.size = sizeof *all, .answer = SMET_ANSWER_SCORES},
        };
        smet_assessment *assessment = suite_assess_record(record);
        for (size_t i = 0; i < COUNT_OF(all); i++) {
            json_t *bundle = bundle_with(assessment, &all[i]);
            expect_shape(bundle);
            json_decref(bundle);
        }
        smet_assessment_free(assessment);
    }
}
END_TEST

/* --- scores ------------------------------------------------------------------- */

static int least(uint64_t mask)
{
    return __builtin_ctzll(mask);
}

static int greatest(uint64_t mask)
{
    return 63 - __builtin_clzll(mask);
}

/* The value of an Observation or a component: these numbers, and no others. */
static void expect_numbers(const json_t *part, uint64_t numbers, const char *what)
{
    const json_t *range = json_object_get(part, "valueRange");
    const json_t *integer = json_object_get(part, "valueInteger");
    const json_t *absent = json_object_get(part, "dataAbsentReason");
    expect((range != NULL) + (integer != NULL) + (absent != NULL) == 1, "%s: no or two values",
           what);
    if (range != NULL) {
        expect(least(numbers) < greatest(numbers), "%s: a range of one", what);
        ck_assert_int_eq(bound_of(range, "low"), least(numbers));
        ck_assert_int_eq(bound_of(range, "high"), greatest(numbers));
        ck_assert_str_eq(word(json_object_get(range, "low"), "code"), "{score}");
    } else if (integer != NULL) {
        expect(least(numbers) == greatest(numbers), "%s: one of several", what);
        ck_assert_int_eq((int)json_integer_value(integer), least(numbers));
    } else {
        ck_assert_str_eq(code_of(absent), "unknown");
    }
}

static uint64_t all_points(smet_instrument_t instrument, size_t index)
{
    struct smet_item_info item = {.size = sizeof item};
    uint64_t points = 0;
    smet_item_describe(instrument, index, &item);
    for (size_t row = 0; row < item.row_count; row++) {
        struct smet_points_info info = {.size = sizeof info};
        smet_points_describe(instrument, index, row, &info);
        points |= SUITE_BIT(info.points);
    }
    return points;
}

static void expect_items(const json_t *resource, const smet_record *record,
                         const struct smet_score *score)
{
    const json_t *components = json_object_get(resource, "component");
    ck_assert_uint_eq(json_array_size(components), score->item_count);
    for (size_t i = 0; i < score->item_count; i++) {
        struct smet_score_item item = {.size = sizeof item};
        const json_t *component = json_array_get(components, i);
        char code[128];
        smet_record_score_item(record, score->instrument, i, &item, NULL);
        snprintf(code, sizeof code, "%s.%s",
                 smet_term_key(SMET_VOCABULARY_INSTRUMENT, score->instrument), item.key);
        ck_assert_str_eq(code_of(json_object_get(component, "code")), code);
        expect_numbers(component, item.points, code);
        /* What is known of the points is said, what is not is absent. */
        expect((json_object_get(component, "dataAbsentReason") != NULL) ==
                   (item.points == all_points(score->instrument, i)),
               "%s: absent or not", code);
        const json_t *option =
            json_array_get(json_object_get(component, "interpretation"), 0);
        expect((option != NULL) == (item.option >= 0), "%s: the option", code);
    }
}

static void expect_bands(const json_t *resource, const struct smet_score *score)
{
    struct smet_instrument_info info = {.size = sizeof info};
    const json_t *list = json_object_get(resource, "interpretation");
    smet_instrument_describe(score->instrument, &info);
    size_t at = 0;
    bool all = score->bands == SUITE_BIT(info.band_count) - 1;
    for (smet_band_t band = 0; !all && band < (smet_band_t)info.band_count; band++) {
        struct smet_band_info row = {.size = sizeof row};
        char code[128];
        if ((score->bands >> band & 1) == 0)
            continue;
        smet_band_describe(score->instrument, band, &row);
        snprintf(code, sizeof code, "%s.%s", info.key, row.key);
        const json_t *concept = json_array_get(list, at++);
        ck_assert_str_eq(code_of(concept), code);
        expect((strncmp(word(concept, "text"), "possible: ", 10) == 0) == !score->is_decided,
               "%s: possible or decided", code);
    }
    ck_assert_uint_eq(json_array_size(list), at);
}

static void expect_score(const json_t *bundle, const smet_assessment *assessment,
                         const smet_record *record, smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    struct smet_instrument_info info = {.size = sizeof info};
    const json_t *resource = observation(bundle, instrument);
    smet_assessment_score(assessment, instrument, &score);
    smet_instrument_describe(instrument, &info);
    expect_numbers(resource, score.totals, info.key);
    expect((json_object_get(resource, "dataAbsentReason") != NULL) ==
               (score.minimum == info.minimum && score.maximum == info.maximum),
           "%s: absent or not", info.key);
    ck_assert_str_eq(word(resource, "status"), score.is_complete ? "final" : "preliminary");
    ck_assert_uint_eq(json_array_size(json_object_get(resource, "referenceRange")),
                      info.band_count);
    expect_bands(resource, &score);
    expect_items(resource, record, &score);
}

START_TEST(test_scores)
{
    FOR_RECORDS(80) {
        smet_assessment *assessment = suite_assess_record(record);
        for (int32_t answer = SMET_ANSWER_FULL; answer <= SMET_ANSWER_SCORES; answer++) {
            const struct smet_answer_options options = {.size = sizeof options, .answer = answer};
            json_t *bundle = bundle_with(assessment, &options);
            ck_assert_uint_eq(count_of(bundle, "Observation", NULL, NULL),
                              smet_term_count(SMET_VOCABULARY_INSTRUMENT));
            for (smet_instrument_t i = 0; i <= SMET_INSTRUMENT_SINS; i++)
                expect_score(bundle, assessment, record, i);
            json_decref(bundle);
        }
        smet_assessment_free(assessment);
    }
}
END_TEST

/* Fisher et al. 2010, as tests/data/cases.csv has AJR-1: junctional 3, nonmechanical 1, lytic 2,
 * normal alignment 0, collapse up to half 2, unilateral 1: 9, potentially unstable. */
START_TEST(test_one_score)
{
    static const int points[] = {3, 1, 2, 0, 2, 1};
    json_t *bundle = bundle_of("lesion_level=L5 pain=nonmechanical bone_lesion=lytic "
                               "alignment=normal vertebral_collapse=up_to_half "
                               "posterolateral_involvement=unilateral",
                               SMET_ANSWER_FULL);
    const json_t *sins = observation(bundle, SMET_INSTRUMENT_SINS);
    const json_t *components = json_object_get(sins, "component");
    ck_assert_str_eq(word(sins, "status"), "final");
    ck_assert_int_eq((int)json_integer_value(json_object_get(sins, "valueInteger")), 9);
    ck_assert_str_eq(code_of(json_array_get(json_object_get(sins, "interpretation"), 0)),
                     "sins.potentially_unstable");
    bool seen[6] = {false};
    for (size_t i = 0; i < 6; i++) {
        const json_t *component = json_array_get(components, i);
        int value = (int)json_integer_value(json_object_get(component, "valueInteger"));
        for (size_t p = 0; p < 6; p++)
            if (!seen[p] && points[p] == value) {
                seen[p] = true;
                break;
            }
    }
    for (size_t p = 0; p < 6; p++)
        expect(seen[p], "no component has the %d points", points[p]);
    json_decref(bundle);
}
END_TEST

/* --- prognosis ---------------------------------------------------------------- */

#define ALMOST_WORST                                                             \
    "karnofsky=30 extraspinal_bone_metastases=4 vertebral_metastases=3 "         \
    "major_organ_metastases=unremovable frankel=A "
#define BEST                                                                     \
    "karnofsky=90 extraspinal_bone_metastases=0 vertebral_metastases=1 "         \
    "major_organ_metastases=none "

/* instruments.md: "under_6_months 0-8, at_least_6_months 9-11 (at least six months, not '6 to
 * 12'), at_least_12_months 12-15"; the points of each item in the same place. */
static const struct {
    const char *facts;
    const char *status; /* NULL: no band is excluded */
    int32_t low, high;  /* -1: none */
} prognoses[] = {
    {ALMOST_WORST "primary_tumor=lung", "final", -1, 6},    /* 0 */
    {ALMOST_WORST, "final", -1, 6},                         /* 0 to 5 */
    {BEST "primary_tumor=breast frankel=E", "final", 12, -1}, /* 15 */
    {BEST "primary_tumor=lung frankel=A", "preliminary", -1, -1}, /* see below */
    {BEST "primary_tumor=lung frankel=C", "final", 6, -1},  /* 8 + 0 + 1 = 9 */
    {BEST "primary_tumor=kidney|lung frankel=C", "preliminary", 6, -1}, /* 9 or 12 */
    {BEST "frankel=A primary_tumor=lung|liver", "preliminary", -1, -1}, /* 8 or 9 */
    {"", NULL, -1, -1},
};

START_TEST(test_prognosis)
{
    json_t *bundle = bundle_of(prognoses[_i].facts, SMET_ANSWER_FULL);
    const json_t *risk = first(bundle, "RiskAssessment", "method", "tokuhashi_revised");
    const json_t *sum = observation(bundle, SMET_INSTRUMENT_TOKUHASHI_REVISED);
    if (strcmp(prognoses[_i].facts, BEST "primary_tumor=lung frankel=A") == 0) {
        /* 8 + 0 + 0 = 8: the edge of the lowest band */
        ck_assert_int_eq((int)json_integer_value(json_object_get(sum, "valueInteger")), 8);
        const json_t *edge = json_object_get(
            json_array_get(json_object_get(risk, "prediction"), 0), "whenRange");
        ck_assert_int_eq(bound_of(edge, "high"), 6);
    } else if (prognoses[_i].status == NULL) {
        ck_assert_ptr_null(risk);
    } else {
        ck_assert_ptr_nonnull(risk);
        const json_t *predictions = json_object_get(risk, "prediction");
        const json_t *range =
            json_object_get(json_array_get(predictions, 0), "whenRange");
        ck_assert_str_eq(word(risk, "status"), prognoses[_i].status);
        ck_assert_uint_eq(json_array_size(predictions), 1);
        ck_assert_int_eq(bound_of(range, "low"), prognoses[_i].low);
        ck_assert_int_eq(bound_of(range, "high"), prognoses[_i].high);
        const json_t *bound = json_object_get(range, prognoses[_i].low >= 0 ? "low" : "high");
        if (bound != NULL) {
            ck_assert_str_eq(word(bound, "system"), "http://unitsofmeasure.org");
            ck_assert_str_eq(word(bound, "code"), "mo");
        }
    }
    json_decref(bundle);
}
END_TEST

/* What a RiskAssessment takes as given: bands of a prognosis have a strategy, and where they speak
 * of months, these rise from band to band (no upper bound is 0). */
START_TEST(test_bands_rise)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_instrument_info info = {.size = sizeof info};
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &info);
        int32_t least = 0, most = 0;
        for (size_t b = 0; info.is_prognostic && b < info.band_count; b++) {
            struct smet_band_info band = {.size = sizeof band};
            smet_band_describe(info.instrument, (smet_band_t)b, &band);
            ck_assert_str_ne(band.strategy, "");
            int32_t end = band.survival_maximum == 0 ? INT32_MAX : band.survival_maximum;
            ck_assert_int_ge(band.survival_minimum, least);
            ck_assert_int_ge(end, most);
            least = band.survival_minimum;
            most = end;
        }
    }
}
END_TEST

/* instruments.md gives the Tomita score bands without months, and says of SINS that it does not
 * predict survival. */
START_TEST(test_prognosis_without_months)
{
    json_t *bundle = bundle_of("primary_tumor=lung visceral_metastases=untreatable "
                               "solitary_lesion=no lesion_level=S1 pain=mechanical "
                               "bone_lesion=lytic",
                               SMET_ANSWER_FULL);
    const json_t *risk = first(bundle, "RiskAssessment", "method", "tomita");
    const json_t *prediction = json_array_get(json_object_get(risk, "prediction"), 0);
    ck_assert_str_eq(code_of(json_object_get(prediction, "outcome")), "tomita.terminal_care");
    ck_assert_ptr_null(json_object_get(prediction, "whenRange"));
    ck_assert_uint_eq(count_of(bundle, "RiskAssessment", "method", "sins"), 0);
    json_decref(bundle);
}
END_TEST

/* The review's scope is metastases: where tissue shows something else, the prognosis says so. */
START_TEST(test_prognosis_out_of_scope)
{
    json_t *bundle = bundle_of(ALMOST_WORST "tissue_diagnosis=infection", SMET_ANSWER_FULL);
    const json_t *risk = first(bundle, "RiskAssessment", "method", "tokuhashi_revised");
    const json_t *notes = json_object_get(risk, "note");
    struct smet_rule_info rule = {.size = sizeof rule};
    smet_rule_describe(SMET_RULE_SCOPE_NOT_METASTASIS, &rule);
    bool said = false;
    for (size_t i = 0; i < json_array_size(notes); i++)
        said = said || strcmp(word(json_array_get(notes, i), "text"), rule.rationale) == 0;
    ck_assert(said);
    json_decref(bundle);
}
END_TEST

/* --- guidance ----------------------------------------------------------------- */

static uint64_t fields_wanted(const smet_assessment *assessment)
{
    uint64_t fields = 0;
    for (smet_intervention_t i = 0; i <= SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS; i++)
        fields |= suite_listed(assessment, i, smet_assessment_deciding);
    for (smet_instrument_t i = 0; i <= SMET_INSTRUMENT_SINS; i++) {
        struct smet_score score = {.size = sizeof score};
        smet_assessment_score(assessment, i, &score);
        for (uint32_t m = 0; m < score.missing_count; m++)
            fields |= SUITE_BIT(score.missing[m]);
    }
    for (size_t i = 0; i < smet_assessment_next_count(assessment); i++)
        fields |= SUITE_BIT(suite_next(assessment, i).field);
    return fields;
}

static const char *requirement(const json_t *guidance, size_t index)
{
    const json_t *one = json_array_get(json_object_get(guidance, "dataRequirement"), index);
    const json_t *filter = json_array_get(json_object_get(one, "codeFilter"), 0);
    ck_assert_str_eq(word(one, "type"), "Observation");
    ck_assert_str_eq(word(json_array_get(json_object_get(filter, "code"), 0), "system"),
                     OID ".1.1");
    return word(json_array_get(json_object_get(filter, "code"), 0), "code");
}

/* doc/fhir.md: "while an emergency is not excluded or the band of a score is open" */
static bool is_incomplete(const smet_assessment *assessment)
{
    for (smet_intervention_t i = 0; i <= SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS; i++) {
        struct smet_disposition known = suite_disposition(assessment, i);
        for (uint32_t p = 0; p < known.possible_count; p++)
            if (known.possible[p] == SMET_VERDICT_EMERGENCY &&
                known.disposition != SMET_VERDICT_EMERGENCY)
                return true;
    }
    for (smet_instrument_t i = 0; i <= SMET_INSTRUMENT_SINS; i++) {
        struct smet_score score = {.size = sizeof score};
        smet_assessment_score(assessment, i, &score);
        if ((score.bands & (score.bands - 1)) != 0)
            return true;
    }
    return false;
}

static const char *wanted_status(const smet_assessment *assessment)
{
    return fields_wanted(assessment) == 0 ? "success"
           : is_incomplete(assessment)    ? "data-required"
                                          : "data-requested";
}

START_TEST(test_requirements)
{
    FOR_RECORDS(80) {
        smet_assessment *assessment = suite_assess_record(record);
        json_t *bundle = bundle_with(assessment, NULL);
        const json_t *guidance = first(bundle, "GuidanceResponse", NULL, NULL);
        size_t count = json_array_size(json_object_get(guidance, "dataRequirement"));
        uint64_t left = fields_wanted(assessment);
        ck_assert_str_eq(word(guidance, "status"), wanted_status(assessment));
        for (size_t i = 0; i < count; i++) {
            smet_field_t field =
                smet_term_find(SMET_VOCABULARY_FIELD, requirement(guidance, i));
            expect(field >= 0 && (left >> field & 1) != 0, "field %d is not wanted", (int)field);
            expect(i >= smet_assessment_next_count(assessment) ||
                       field == suite_next(assessment, i).field,
                   "the order of what is wanted");
            left &= ~SUITE_BIT(field);
        }
        expect(left == 0, "not all that is wanted");
        json_decref(bundle);
        smet_assessment_free(assessment);
    }
}
END_TEST

static smet_record *record_of(const struct suite_patient *patient)
{
    smet_record *record = smet_record_new();
    for (smet_field_t field = 0; field < SUITE_FIELDS; field++)
        if (patient->value[field] >= 0)
            smet_record_set(record, field, patient->value[field], NULL);
    return record;
}

/* Of patients of whom all but one field is known: each status comes about. */
START_TEST(test_statuses)
{
    static const char *const all[] = {"success", "data-requested", "data-required"};
    bool seen[COUNT_OF(all)] = {false};
    suite_random random = 3;
    for (int round = 0; round < 2; round++) {
        struct suite_patient patient = suite_any_patient(&random);
        smet_record *record = record_of(&patient);
        for (smet_field_t field = 0; field < SUITE_FIELDS; field++) {
            smet_record *without = smet_record_copy(record);
            smet_record_clear(without, field);
            smet_assessment *assessment = suite_assess_record(without);
            json_t *bundle = bundle_with(assessment, NULL);
            const char *status = word(first(bundle, "GuidanceResponse", NULL, NULL), "status");
            ck_assert_str_eq(status, wanted_status(assessment));
            for (size_t i = 0; i < COUNT_OF(all); i++)
                seen[i] = seen[i] || strcmp(status, all[i]) == 0;
            json_decref(bundle);
            smet_assessment_free(assessment);
            smet_record_free(without);
        }
        smet_record_free(record);
    }
    for (size_t i = 0; i < COUNT_OF(all); i++)
        expect(seen[i], "never %s", all[i]);
}
END_TEST

/* One value in every field leaves nothing open. */
START_TEST(test_settled)
{
    suite_random random = 7;
    for (int round = 0; round < 20; round++) {
        struct suite_patient patient = suite_any_patient(&random);
        smet_record *record = record_of(&patient);
        smet_assessment *assessment = suite_assess_record(record);
        json_t *bundle = bundle_with(assessment, NULL);
        ck_assert_str_eq(word(first(bundle, "GuidanceResponse", NULL, NULL), "status"),
                         "success");
        expect(fields_wanted(assessment) == 0, "something is open in a full record");
        ck_assert_uint_eq(count_of(bundle, "DetectedIssue", "code", "emergency"),
                          suite_disposition(assessment, SMET_INTERVENTION_URGENT_DECOMPRESSION)
                                          .disposition == SMET_VERDICT_EMERGENCY ||
                                  suite_disposition(
                                      assessment,
                                      SMET_INTERVENTION_URGENT_SURGICAL_EVALUATION)
                                          .disposition == SMET_VERDICT_EMERGENCY
                              ? 1
                              : 0);
        json_decref(bundle);
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

/* --- recommendations ---------------------------------------------------------- */

/* The parts of a parameter with a name, one after the other. */
static const json_t *part_of(const json_t *parts, const char *name, size_t *index)
{
    while (*index < json_array_size(parts)) {
        const json_t *part = json_array_get(parts, (*index)++);
        if (strcmp(word(part, "name"), name) == 0)
            return part;
    }
    return NULL;
}

static const json_t *first_part(const json_t *parts, const char *name)
{
    size_t index = 0;
    return part_of(parts, name, &index);
}

static size_t part_count(const json_t *parts, const char *name)
{
    size_t index = 0, count = 0;
    while (part_of(parts, name, &index) != NULL)
        count++;
    return count;
}

static const char *coding_part(const json_t *parts, const char *name)
{
    return word(json_object_get(first_part(parts, name), "valueCoding"), "code");
}

/* The Parameters that the GuidanceResponse refers to. */
static const json_t *output_of(const json_t *bundle)
{
    const json_t *guidance = first(bundle, "GuidanceResponse", NULL, NULL);
    const char *url = word(json_object_get(guidance, "outputParameters"), "reference");
    json_t *entry;
    size_t index;
    json_array_foreach(json_object_get(bundle, "entry"), index, entry)
        if (strcmp(word(entry, "fullUrl"), url) == 0)
            return json_object_get(json_object_get(entry, "resource"), "parameter");
    ck_abort_msg("no output");
    return NULL;
}

/* The text of a rule and its sources stand in the list of rules. */
static void expect_rule(const json_t *output, const char *key)
{
    smet_rule_t rule = smet_term_find(SMET_VOCABULARY_RULE, key);
    struct smet_rule_info info = {.size = sizeof info};
    size_t index = 0;
    const json_t *part;
    smet_rule_describe(rule, &info);
    while ((part = part_of(output, "rule", &index)) != NULL) {
        const json_t *parts = json_object_get(part, "part");
        if (strcmp(coding_part(parts, "rule"), key) != 0)
            continue;
        ck_assert_str_eq(word(first_part(parts, "rationale"), "valueString"), info.rationale);
        ck_assert_str_eq(word(first_part(parts, "section"), "valueString"), info.section);
        ck_assert_str_eq(word(first_part(parts, "grade"), "valueCode"),
                         smet_term_key(SMET_VOCABULARY_GRADE, info.grade));
        ck_assert_uint_eq(part_count(parts, "reference"), smet_rule_references(rule, NULL, 0));
        return;
    }
    ck_abort_msg("no text of rule %s", key);
}

static void expect_recommendation(const json_t *output, const json_t *parts,
                                  const smet_assessment *assessment, size_t at)
{
    struct smet_disposition known = {.size = sizeof known};
    smet_assessment_disposition_at(assessment, at, &known);
    size_t rules = smet_assessment_rules(assessment, known.intervention, NULL, 0), index = 0;
    const json_t *part;
    ck_assert_str_eq(coding_part(parts, "intervention"),
                     smet_term_key(SMET_VOCABULARY_INTERVENTION, known.intervention));
    ck_assert_str_eq(coding_part(parts, "disposition"),
                     smet_term_key(SMET_VOCABULARY_VERDICT, known.disposition));
    ck_assert_int_eq(json_is_true(json_object_get(first_part(parts, "settled"), "valueBoolean")),
                     known.is_settled);
    ck_assert_uint_eq(part_count(parts, "possible"), known.possible_count);
    ck_assert_uint_eq(part_count(parts, "rule"), rules);
    ck_assert_uint_eq(part_count(parts, "caution"),
                      smet_assessment_cautions(assessment, known.intervention, NULL, 0));
    ck_assert_uint_eq(part_count(parts, "deciding"),
                      smet_assessment_deciding(assessment, known.intervention, NULL, 0));
    ck_assert_uint_eq(part_count(parts, "side"), known.side == SMET_SIDE_INVALID ? 0 : 1);
    while ((part = part_of(parts, "rule", &index)) != NULL)
        expect_rule(output, word(first_part(json_object_get(part, "part"), "key"), "valueCode"));
}

START_TEST(test_recommendations)
{
    FOR_RECORDS(40) {
        smet_assessment *assessment = suite_assess_record(record);
        json_t *bundle = bundle_with(assessment, NULL);
        const json_t *output = output_of(bundle), *part;
        size_t index = 0, at = 0;
        while ((part = part_of(output, "recommendation", &index)) != NULL)
            expect_recommendation(output, json_object_get(part, "part"), assessment, at++);
        expect(at == smet_assessment_disposition_count(assessment), "recommendations");
        expect(part_count(output, "finding") == smet_term_count(SMET_VOCABULARY_FINDING),
               "findings");
        json_decref(bundle);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* --- issues ------------------------------------------------------------------- */

/* The issue's brief: "emergencies say that the review treats this as a surgical emergency and
 * that a clinician must assess at once" */
static const char alarm_words[] =
    "The review treats this as a surgical emergency; a clinician must assess at once.";

static void expect_alarm(const json_t *issue, const char *status)
{
    ck_assert_ptr_nonnull(issue);
    ck_assert_str_eq(word(issue, "status"), status);
    ck_assert_str_eq(word(issue, "severity"), "high");
    ck_assert_ptr_nonnull(strstr(word(issue, "detail"), alarm_words));
    expect((strstr(word(issue, "detail"), "not excluded") != NULL) ==
               (strcmp(status, "preliminary") == 0),
           "%s", word(issue, "detail"));
}

/* One alarm tells of every emergency, and so a rule of two of them would be told twice. */
START_TEST(test_rules_of_one_emergency)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        struct smet_rule_info info = {.size = sizeof info};
        smet_rule_t rule = smet_term_at(SMET_VOCABULARY_RULE, i);
        ck_assert_int_eq(smet_rule_describe(rule, &info), SMET_OK);
        if (info.verdict == SMET_VERDICT_EMERGENCY)
            ck_assert_uint_eq(smet_rule_interventions(rule, NULL, 0), 1);
    }
}
END_TEST

START_TEST(test_emergencies)
{
    json_t *certain = bundle_of("cauda_equina_syndrome=yes", SMET_ANSWER_FULL);
    json_t *open = bundle_of("", SMET_ANSWER_FULL);
    json_t *none = bundle_of("neurological_examination=normal acute_deterioration=no",
                             SMET_ANSWER_FULL);
    expect_alarm(resource_at(certain, 0), "final");
    ck_assert_ptr_nonnull(
        strstr(word(resource_at(certain, 0), "detail"), "Emergency: urgent decompression."));
    ck_assert_uint_eq(count_of(open, "DetectedIssue", "code", "emergency"), 1);
    expect_alarm(resource_at(open, 0), "preliminary");
    /* Only these can show it, as README.md has it of the empty record. */
    ck_assert_ptr_nonnull(strstr(word(resource_at(open, 0), "detail"),
                                 "Not excluded until these are known: cauda equina syndrome, "
                                 "bladder, bowel, sensory deficit, sexual dysfunction, acute "
                                 "deterioration."));
    ck_assert_uint_eq(count_of(none, "DetectedIssue", "code", "emergency"), 0);
    json_decref(certain);
    json_decref(open);
    json_decref(none);
}
END_TEST

/* Whether any possible verdict of any intervention is an emergency that is not certain. */
static bool is_alarm_open(const smet_assessment *assessment)
{
    for (smet_intervention_t i = 0; i <= SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS; i++) {
        struct smet_disposition known = suite_disposition(assessment, i);
        for (uint32_t p = 0; p < known.possible_count; p++)
            if (known.possible[p] == SMET_VERDICT_EMERGENCY &&
                known.disposition != SMET_VERDICT_EMERGENCY)
                return true;
    }
    return false;
}

static size_t count_verdicts(const smet_assessment *assessment, smet_verdict_t verdict)
{
    size_t count = 0;
    for (smet_intervention_t i = 0; i <= SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS; i++)
        count += suite_disposition(assessment, i).disposition == verdict;
    return count;
}

static void expect_contraindications(const json_t *bundle, const smet_assessment *assessment)
{
    size_t index = 0;
    const json_t *issue;
    while ((issue = find(bundle, "DetectedIssue", "code", "contraindication", &index)) != NULL) {
        const json_t *implicated = json_array_get(json_object_get(issue, "implicated"), 0);
        smet_intervention_t intervention =
            smet_term_find(SMET_VOCABULARY_INTERVENTION,
                           word(json_object_get(implicated, "identifier"), "value"));
        struct smet_disposition known = suite_disposition(assessment, intervention);
        ck_assert_int_eq(known.disposition, SMET_VERDICT_CONTRAINDICATED);
        ck_assert_str_eq(word(issue, "status"), known.is_settled ? "final" : "preliminary");
        expect(strstr(word(issue, "detail"), "Sources: ") != NULL, "no source");
        expect(json_array_size(json_object_get(issue, "evidence")) > 0, "no rule");
    }
}

START_TEST(test_issues)
{
    FOR_RECORDS(60) {
        smet_assessment *assessment = suite_assess_record(record);
        json_t *bundle = bundle_with(assessment, NULL);
        size_t alarms = (count_verdicts(assessment, SMET_VERDICT_EMERGENCY) > 0) +
                        is_alarm_open(assessment);
        expect(count_of(bundle, "DetectedIssue", "code", "emergency") == alarms, "emergencies");
        expect(count_of(bundle, "DetectedIssue", "code", "contraindication") ==
                   count_verdicts(assessment, SMET_VERDICT_CONTRAINDICATED),
               "contraindications");
        expect(count_of(bundle, "DetectedIssue", "code", "conflict") ==
                   smet_assessment_conflicts(assessment, NULL, 0),
               "conflicts");
        expect(count_of(bundle, "DetectedIssue", "code", "contradiction") ==
                   smet_assessment_inconsistency_count(assessment),
               "contradictions");
        expect_contraindications(bundle, assessment);
        json_decref(bundle);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* --- scores alone ------------------------------------------------------------- */

/* No code system of recommendations, no name of an intervention, nothing that recommends. */
static void expect_scores_alone(const char *text)
{
    static const char *const words[] = {
        "\"" OID ".1.5\"", "\"" OID ".1.6\"", "\"" OID ".1.7\"", "\"" OID ".1.8\"",
        "\"" OID ".1.9\"", "GuidanceResponse", "RiskAssessment", "recommend", "contraindicat",
        "emergency",
    };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        expect(strstr(text, words[i]) == NULL, "\"%s\" stands in scores alone", words[i]);
    for (smet_intervention_t i = 0; i <= SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS; i++) {
        const char *label = smet_term_label(SMET_VOCABULARY_INTERVENTION, i);
        const char *key = smet_term_key(SMET_VOCABULARY_INTERVENTION, i);
        if (strlen(key) < 3) /* "ct" stands within other words */
            continue;
        expect(strstr(text, label) == NULL, "\"%s\" stands in scores alone", label);
        expect(strstr(text, key) == NULL, "\"%s\" stands in scores alone", key);
    }
}

START_TEST(test_scores_alone)
{
    const struct smet_answer_options options = {.size = sizeof options,
                                                .answer = SMET_ANSWER_SCORES};
    FOR_RECORDS(40) {
        smet_assessment *assessment = suite_assess_record(record);
        char *text = written(assessment, NULL, &options);
        json_t *bundle = parsed(text);
        /* Facts may name a treatment that was given. */
        size_t index = 0;
        const json_t *facts;
        while ((facts = find(bundle, "Parameters", NULL, NULL, &index)) != NULL)
            json_object_clear((json_t *)(uintptr_t)facts);
        char *rest = json_dumps(bundle, JSON_COMPACT);
        expect_scores_alone(rest);
        expect(count_of(bundle, "DetectedIssue", NULL, NULL) ==
                   smet_assessment_inconsistency_count(assessment),
               "issues");
        free(rest);
        json_decref(bundle);
        free(text);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* --- facts and the device ----------------------------------------------------- */

static const json_t *facts_of(const json_t *bundle)
{
    size_t index = 0;
    const json_t *parameters;
    while ((parameters = find(bundle, "Parameters", NULL, NULL, &index)) != NULL)
        if (first_part(json_object_get(parameters, "parameter"), "record") != NULL)
            return json_object_get(parameters, "parameter");
    ck_abort_msg("no facts");
    return NULL;
}

START_TEST(test_facts)
{
    static const struct {
        const char *field;
        const char *cell;
    } cells[] = {{"primary_tumor", "lung|kidney"}, {"karnofsky", "50..70"}, {"ecog", "3"},
                 {"reported_sins", "7|9"}};
    json_t *bundle = bundle_of("ecog=3 karnofsky=50..70 primary_tumor=kidney|lung "
                               "reported_sins=9|7",
                               SMET_ANSWER_SCORES);
    const json_t *facts = facts_of(bundle);
    ck_assert_uint_eq(part_count(facts, "fact"), COUNT_OF(cells));
    size_t index = 0;
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        const json_t *parts = json_object_get(part_of(facts, "fact", &index), "part");
        bool found = false;
        for (size_t c = 0; c < COUNT_OF(cells); c++)
            if (strcmp(coding_part(parts, "field"), cells[c].field) == 0) {
                found = true;
                ck_assert_str_eq(word(first_part(parts, "value"), "valueString"), cells[c].cell);
            }
        ck_assert(found);
        ck_assert_str_eq(word(first_part(parts, "use"), "valueCode"), "used");
    }
    json_decref(bundle);
}
END_TEST

/* The record that stands in the answer gives the same answer again. */
START_TEST(test_record_again)
{
    FOR_RECORDS(30) {
        smet_assessment *assessment = suite_assess_record(record);
        char *text = written(assessment, NULL, NULL);
        json_t *bundle = parsed(text);
        const char *json = word(first_part(facts_of(bundle), "record"), "valueString");
        smet_record *again = smet_record_new();
        ck_assert_int_eq(smet_record_read_json(again, json, strlen(json), NULL), SMET_OK);
        smet_assessment *same = suite_assess_record(again);
        char *second = written(same, NULL, NULL);
        ck_assert_str_eq(text, second);
        free(second);
        smet_assessment_free(same);
        smet_record_free(again);
        json_decref(bundle);
        free(text);
        smet_assessment_free(assessment);
    }
}
END_TEST

START_TEST(test_device)
{
    json_t *bundle = bundle_of("", SMET_ANSWER_SCORES);
    const json_t *device = first(bundle, "Device", NULL, NULL);
    const json_t *versions = json_object_get(device, "version");
    const char *const wanted[] = {smet_version(), smet_abi_version(), smet_content_version(),
                                  smet_content_digest()};
    ck_assert_uint_eq(json_array_size(versions), COUNT_OF(wanted));
    for (size_t i = 0; i < COUNT_OF(wanted); i++)
        ck_assert_str_eq(word(json_array_get(versions, i), "value"), wanted[i]);
    ck_assert_str_eq(word(json_array_get(json_object_get(device, "identifier"), 0), "system"),
                     OID ".3.0");
    /* What leaves the Bundle still says who gave it. */
    const json_t *named =
        json_object_get(observation(bundle, SMET_INSTRUMENT_SINS), "device");
    ck_assert_str_eq(word(json_object_get(named, "identifier"), "system"), OID ".3.0");
    json_decref(bundle);
}
END_TEST

/* --- charts ------------------------------------------------------------------- */

#define OBSERVATION(id, patient, date, code, value)                              \
    "{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" id "\",\"status\":\"final\","     \
    "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" code "\"}]},"        \
    "\"subject\":{\"reference\":\"Patient/" patient "\"},\"effectiveDateTime\":\"" date "\","   \
    "\"valueInteger\":" value "}}"
#define CONDITION(id, patient, code)                                             \
    "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"" id "\",\"clinicalStatus\":{"      \
    "\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/condition-clinical\","     \
    "\"code\":\"active\"}]},\"code\":{\"coding\":[{\"system\":"                               \
    "\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"" code "\"}]},"                         \
    "\"subject\":{\"reference\":\"Patient/" patient "\"}}}"

#define CODED(id, field, value)                                                  \
    "{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" id "\",\"status\":\"final\","     \
    "\"code\":{\"coding\":[{\"system\":\"" OID ".1.1\",\"code\":\"" field "\"}]},"            \
    "\"subject\":{\"reference\":\"Patient/p9\"},\"effectiveDateTime\":\"2026-01-02\","          \
    "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"" OID ".1.2\","                        \
    "\"code\":\"" field "." value "\"}]}}}"

static smet_chart *chart_of(const char *entries)
{
    const struct smet_chart_options options = {.size = sizeof options, .patient = "p9"};
    struct smet_error error = {.size = sizeof error};
    char text[8192];
    snprintf(text, sizeof text,
             "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[%s]}", entries);
    smet_chart *chart = smet_chart_new(&options, &error);
    expect(chart != NULL, "%s", error.message);
    expect(smet_chart_read_fhir(chart, text, strlen(text), &error) == SMET_OK, "%s",
           error.message);
    return chart;
}

static json_t *bundle_of_chart(const smet_chart *chart, const char *patient, char **text)
{
    const struct smet_answer_options options = {.size = sizeof options, .patient = patient};
    smet_assessment *assessment = suite_assess_record(smet_chart_record(chart));
    *text = written(assessment, chart, &options);
    smet_assessment_free(assessment);
    json_t *bundle = parsed(*text);
    expect_shape(bundle);
    return bundle;
}

static bool refers(const json_t *list, const char *reference)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(word(json_array_get(list, i), "reference"), reference) == 0)
            return true;
    return false;
}

/* An ECOG status is read for the Karnofsky of the revised Tokuhashi score; a primary for two
 * scores; cauda equina syndrome for an emergency. */
static const char charted[] =
    OBSERVATION("ecog-1", "p9", "2026-01-02", "89247-1", "4") ","
    OBSERVATION("ecog-0", "p9", "2025-01-02", "89247-1", "1") ","
    OBSERVATION("hidden", "p10", "2026-01-02", "89247-1", "0") ","
    CONDITION("primary", "p9", "C34.90") ","
    CONDITION("cauda", "p9", "G83.4");

START_TEST(test_provenance)
{
    char *text;
    smet_chart *chart = chart_of(charted);
    json_t *bundle = bundle_of_chart(chart, NULL, &text);
    const json_t *tokuhashi = observation(bundle, SMET_INSTRUMENT_TOKUHASHI_REVISED);
    const json_t *derived = json_object_get(tokuhashi, "derivedFrom");
    const json_t *alarm = first(bundle, "DetectedIssue", "code", "emergency");
    const json_t *evidence = json_array_get(json_object_get(alarm, "evidence"), 0);
    ck_assert_str_eq(word(json_object_get(tokuhashi, "subject"), "reference"), "Patient/p9");
    ck_assert(refers(derived, "Observation/ecog-1"));
    ck_assert(!refers(derived, "Observation/ecog-0")); /* superseded */
    ck_assert(!refers(derived, "Condition/primary"));  /* R4 has no such reference there */
    ck_assert_ptr_null(
        json_object_get(observation(bundle, SMET_INSTRUMENT_SINS), "derivedFrom"));
    ck_assert(refers(json_object_get(first(bundle, "RiskAssessment", "method", "tomita"), "basis"),
                     "Condition/primary"));
    ck_assert(refers(json_object_get(evidence, "detail"), "Condition/cauda"));
    /* Nothing of another patient. */
    ck_assert_ptr_null(strstr(text, "hidden"));
    ck_assert_ptr_null(strstr(text, "p10"));
    json_decref(bundle);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* Facts that are set aside, as they contradict each other, are named where that is said, and not
 * as what the score was derived from. */
START_TEST(test_set_aside)
{
    char *text;
    smet_chart *chart = chart_of(CODED("frankel", "frankel", "E") ","
                                 CODED("motor", "motor_deficit", "yes") ","
                                 OBSERVATION("ecog", "p9", "2026-01-02", "89247-1", "4"));
    json_t *bundle = bundle_of_chart(chart, NULL, &text);
    const json_t *derived =
        json_object_get(observation(bundle, SMET_INSTRUMENT_TOKUHASHI_REVISED), "derivedFrom");
    const json_t *issue = first(bundle, "DetectedIssue", "code", "contradiction");
    const json_t *evidence = json_object_get(issue, "evidence");
    ck_assert(refers(derived, "Observation/ecog"));
    ck_assert(!refers(derived, "Observation/frankel"));
    ck_assert(refers(json_object_get(json_array_get(evidence, 0), "detail"),
                     "Observation/frankel"));
    ck_assert(refers(json_object_get(json_array_get(evidence, 1), "detail"),
                     "Observation/motor"));
    json_decref(bundle);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* All facts of this patient, those that do not count included, with where they stand. */
START_TEST(test_chart_facts)
{
    char *text;
    smet_chart *chart = chart_of(charted);
    json_t *bundle = bundle_of_chart(chart, "Patient/p9", &text);
    const json_t *facts = facts_of(bundle), *part;
    size_t index = 0, shown = 0;
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        ck_assert_int_eq(smet_chart_fact(chart, i, &fact), SMET_OK);
        if (fact.use == SMET_FACT_OTHER_PATIENT)
            continue;
        shown++;
        part = part_of(facts, "fact", &index);
        ck_assert_ptr_nonnull(part);
        const json_t *parts = json_object_get(part, "part");
        ck_assert_str_eq(coding_part(parts, "field"),
                         smet_term_key(SMET_VOCABULARY_FIELD, fact.field));
        ck_assert_str_eq(word(first_part(parts, "value"), "valueString"), fact.value);
        ck_assert_str_eq(word(first_part(parts, "path"), "valueString"), fact.path);
        ck_assert_str_eq(coding_part(parts, "code"), fact.code);
        ck_assert_str_eq(word(json_object_get(first_part(parts, "resource"), "valueReference"),
                              "reference"),
                         fact.resource);
    }
    ck_assert_uint_ge(shown, 4);
    ck_assert_uint_eq(part_count(facts, "fact"), shown);
    json_decref(bundle);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* One patient's chart is not filed as another's. */
START_TEST(test_chart_of_another)
{
    smet_chart *chart = chart_of(charted);
    smet_assessment *assessment = suite_assess_record(smet_chart_record(chart));
    const struct smet_answer_options options = {.size = sizeof options, .patient = "p10"};
    char text[2] = "#";
    ck_assert_uint_eq(smet_assessment_write_fhir(assessment, chart, &options, text, 2), 0);
    ck_assert_str_eq(text, "");
    smet_assessment_free(assessment);
    smet_chart_free(chart);
}
END_TEST

/* A patient who has no id yet is named by what names the entry, or by the caller. */
START_TEST(test_chart_without_id)
{
    static const char urn[] = "urn:uuid:5b9c5a3e-6f0c-4c37-8c3e-0d5a3d1b7e02";
    char *text, fhir[512];
    smet_chart *chart = smet_chart_new(NULL, NULL);
    snprintf(fhir, sizeof fhir,
             "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"%s\","
             "\"resource\":{\"resourceType\":\"Patient\",\"gender\":\"female\"}}]}",
             urn);
    ck_assert_int_eq(smet_chart_read_fhir(chart, fhir, strlen(fhir), NULL), SMET_OK);
    ck_assert_str_eq(smet_chart_patient(chart), urn);
    json_t *bundle = bundle_of_chart(chart, NULL, &text);
    const json_t *subject =
        json_object_get(observation(bundle, SMET_INSTRUMENT_SINS), "subject");
    ck_assert_ptr_null(json_object_get(subject, "reference"));
    ck_assert_str_eq(word(json_object_get(subject, "identifier"), "value"), urn);
    json_decref(bundle);
    free(text);
    bundle = bundle_of_chart(chart, "p1", &text);
    subject = json_object_get(observation(bundle, SMET_INSTRUMENT_SINS), "subject");
    ck_assert_str_eq(word(subject, "reference"), "Patient/p1");
    json_decref(bundle);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* Two of the same time that differ: any may be true (chart.h), and the answer says so. */
START_TEST(test_chart_disagrees)
{
    char *text;
    smet_chart *chart = chart_of(OBSERVATION("a", "p9", "2026-01-02", "89247-1", "1") ","
                                 OBSERVATION("b", "p9", "2026-01-02", "89247-1", "3"));
    json_t *bundle = bundle_of_chart(chart, NULL, &text);
    const json_t *issue = first(bundle, "DetectedIssue", "code", "contradiction");
    ck_assert_ptr_nonnull(issue);
    const json_t *evidence = json_array_get(json_object_get(issue, "evidence"), 0);
    ck_assert_ptr_nonnull(strstr(word(issue, "detail"), "any of them may be: 1; 3."));
    ck_assert(refers(json_object_get(evidence, "detail"), "Observation/a"));
    ck_assert(refers(json_object_get(evidence, "detail"), "Observation/b"));
    json_decref(bundle);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* An answer that is read back is no fact: its scores are the library's own. */
START_TEST(test_own_answer_read_back)
{
    char *text;
    smet_chart *chart = chart_of(charted);
    json_t *bundle = bundle_of_chart(chart, NULL, &text);
    const struct smet_chart_options options = {.size = sizeof options, .patient = "p9"};
    smet_chart *again = smet_chart_new(&options, NULL);
    ck_assert_int_eq(smet_chart_read_fhir(again, text, strlen(text), NULL), SMET_OK);
    for (size_t i = 0; i < smet_chart_fact_count(again); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet_chart_fact(again, i, &fact);
        expect(fact.use != SMET_FACT_USED, "%s is read as a fact", fact.path);
    }
    smet_chart_free(again);
    json_decref(bundle);
    free(text);
    smet_chart_free(chart);
}
END_TEST

/* --- names and bytes ---------------------------------------------------------- */

static char *text_of(const char *facts, const char *patient, const char *date, int32_t answer)
{
    const struct smet_answer_options options = {
        .size = sizeof options, .patient = patient, .date = date, .answer = answer};
    smet_assessment *assessment = suite_assess(facts);
    char *text = written(assessment, NULL, &options);
    smet_assessment_free(assessment);
    return text;
}

static const char *url_of(const json_t *bundle, const char *type)
{
    json_t *entry;
    size_t index;
    json_array_foreach(json_object_get(bundle, "entry"), index, entry)
        if (strcmp(word(json_object_get(entry, "resource"), "resourceType"), type) == 0)
            return word(entry, "fullUrl");
    return "";
}

/* The same question has the same names, another one others; the device has one name. */
START_TEST(test_names)
{
    static const struct {
        const char *facts, *patient, *date;
        int32_t answer;
    } questions[] = {
        {"ecog=3", "p1", "2026", SMET_ANSWER_FULL},
        {"ecog=2", "p1", "2026", SMET_ANSWER_FULL},
        {"ecog=3", "p2", "2026", SMET_ANSWER_FULL},
        {"ecog=3", "p1", "2025", SMET_ANSWER_FULL},
        {"ecog=3", NULL, "2026", SMET_ANSWER_FULL},
        {"ecog=3", "p1", NULL, SMET_ANSWER_FULL},
        {"ecog=3", "p1", "2026", SMET_ANSWER_SCORES},
    };
    json_t *bundles[COUNT_OF(questions)];
    for (size_t i = 0; i < COUNT_OF(questions); i++) {
        char *text = text_of(questions[i].facts, questions[i].patient, questions[i].date,
                             questions[i].answer);
        char *again = text_of(questions[i].facts, questions[i].patient, questions[i].date,
                              questions[i].answer);
        ck_assert_str_eq(text, again);
        bundles[i] = parsed(text);
        free(again);
        free(text);
    }
    for (size_t i = 0; i < COUNT_OF(questions); i++)
        for (size_t j = 0; j < i; j++) {
            ck_assert_str_ne(url_of(bundles[i], "Observation"), url_of(bundles[j], "Observation"));
            ck_assert_str_eq(url_of(bundles[i], "Device"), url_of(bundles[j], "Device"));
            ck_assert(json_equal((json_t *)(uintptr_t)first(bundles[i], "Device", NULL, NULL),
                                 (json_t *)(uintptr_t)first(bundles[j], "Device", NULL, NULL)));
            ck_assert_str_ne(word(json_object_get(bundles[i], "identifier"), "value"),
                             word(json_object_get(bundles[j], "identifier"), "value"));
        }
    for (size_t i = 0; i < COUNT_OF(questions); i++)
        json_decref(bundles[i]);
}
END_TEST

START_TEST(test_styles)
{
    smet_assessment *assessment = suite_assess("cauda_equina_syndrome=yes");
    const struct smet_answer_options indented = {.size = sizeof indented,
                                                 .style = SMET_JSON_INDENTED};
    json_t *same = bundle_with(assessment, &indented);
    json_t *compact = bundle_with(assessment, NULL);
    ck_assert(json_equal(same, compact));
    json_decref(compact);
    json_decref(same);
    smet_assessment_free(assessment);
}
END_TEST

static void expect_cut(const smet_assessment *assessment, const char *whole, size_t capacity)
{
    size_t length = strlen(whole);
    size_t fits = capacity == 0 ? 0 : length < capacity ? length : capacity - 1;
    char *room = malloc(capacity + 1);
    memset(room, '#', capacity + 1);
    expect(smet_assessment_write_fhir(assessment, NULL, NULL, room, capacity) == length,
           "length for %zu", capacity);
    expect(memcmp(room, whole, fits) == 0, "text for %zu", capacity);
    expect(capacity == 0 || room[fits] == '\0', "end for %zu", capacity);
    expect(room[capacity] == '#', "written beyond %zu", capacity);
    free(room);
}

START_TEST(test_capacity)
{
    smet_assessment *assessment = suite_assess("ecog=3|1 cauda_equina_syndrome=yes");
    char *whole = written(assessment, NULL, NULL);
    size_t length = strlen(whole);
    for (size_t capacity = 0; capacity <= length; capacity += length / 10)
        expect_cut(assessment, whole, capacity);
    for (size_t capacity = length - 2; capacity <= length + 2; capacity++)
        expect_cut(assessment, whole, capacity);
    free(whole);
    smet_assessment_free(assessment);
}
END_TEST

/* An allocator of jansson's that gives so many blocks and then no more. */
static long blocks_left, blocks_held;

static void *scarce_malloc(size_t size)
{
    if (blocks_left <= 0)
        return NULL;
    blocks_left--;
    blocks_held++;
    return malloc(size);
}

static void counted_free(void *block)
{
    blocks_held -= block != NULL;
    free(block);
}

START_TEST(test_no_memory)
{
    smet_assessment *assessment = suite_assess("ecog=3|1 cauda_equina_syndrome=yes pain=none");
    json_malloc_t own_malloc;
    json_free_t own_free;
    json_get_alloc_funcs(&own_malloc, &own_free);
    json_set_alloc_funcs(scarce_malloc, counted_free);
    blocks_left = 10000000;
    ck_assert_uint_gt(smet_assessment_write_fhir(assessment, NULL, NULL, NULL, 0), 0);
    long needed = 10000000 - blocks_left;
    ck_assert_int_eq(blocks_held, 0);
    for (long given = 0; given < needed; given += 1 + needed / 40) {
        char text[2] = "#";
        blocks_left = given;
        expect(smet_assessment_write_fhir(assessment, NULL, NULL, text, 2) == 0,
               "written with %ld blocks", given);
        expect(text[0] == '\0' && blocks_held == 0, "%ld blocks: %ld held", given, blocks_held);
    }
    json_set_alloc_funcs(own_malloc, own_free);
    smet_assessment_free(assessment);
}
END_TEST

/* --- the suite ---------------------------------------------------------------- */

/* A library built without recommendations writes scores alone, also when asked for more. */
START_TEST(test_built_without_recommendations)
{
    FOR_RECORDS(20) {
        static const struct smet_answer_options scores = {.size = sizeof scores,
                                                          .answer = SMET_ANSWER_SCORES};
        smet_assessment *assessment = suite_assess_record(record);
        char *full = written(assessment, NULL, NULL);
        char *alone = written(assessment, NULL, &scores);
        ck_assert_str_eq(full, alone);
        free(alone);
        free(full);
        smet_assessment_free(assessment);
    }
}
END_TEST

/* What random records take again and again stands in cases that valgrind can leave out. */
static void add_full(Suite *suite)
{
    TCase *full = suite_case(suite, "recommendations");
    tcase_add_test(full, test_good_dates);
    tcase_add_loop_test(full, test_prognosis, 0, COUNT_OF(prognoses));
    tcase_add_test(full, test_bands_rise);
    tcase_add_test(full, test_prognosis_without_months);
    tcase_add_test(full, test_prognosis_out_of_scope);
    tcase_add_test(full, test_rules_of_one_emergency);
    tcase_add_test(full, test_emergencies);
    tcase_add_test(full, test_provenance);
    tcase_add_test(full, test_names);
    tcase_add_test(full, test_statuses);
    TCase *many = suite_exhaustive_case(suite, "many recommendations");
    tcase_add_test(many, test_requirements);
    tcase_add_test(many, test_settled);
    tcase_add_test(many, test_recommendations);
    tcase_add_test(many, test_issues);
}

int main(void)
{
#ifdef SMET__SCORES_ONLY
    const bool has_recommendations = false;
#else
    const bool has_recommendations = true;
#endif
    Suite *suite = suite_create("fhir");
    TCase *options = suite_case(suite, "options");
    tcase_add_test(options, test_refused);
    tcase_add_test(options, test_bad_texts);
    tcase_add_test(options, test_patients);
    TCase *content = suite_case(suite, "content");
    tcase_add_test(content, test_one_score);
    tcase_add_test(content, test_facts);
    tcase_add_test(content, test_device);
    tcase_add_test(content, test_chart_facts);
    tcase_add_test(content, test_set_aside);
    tcase_add_test(content, test_chart_of_another);
    tcase_add_test(content, test_chart_without_id);
    tcase_add_test(content, test_chart_disagrees);
    tcase_add_test(content, test_own_answer_read_back);
    TCase *bytes = suite_case(suite, "bytes");
    tcase_add_test(bytes, test_styles);
    tcase_add_test(bytes, test_capacity);
    tcase_add_test(bytes, test_no_memory);
    TCase *many = suite_exhaustive_case(suite, "many records");
    tcase_add_test(many, test_shape);
    tcase_add_test(many, test_scores);
    tcase_add_test(many, test_scores_alone);
    tcase_add_test(many, test_record_again);
    if (has_recommendations)
        add_full(suite);
    else
        tcase_add_test(many, test_built_without_recommendations);
    return suite_run(suite);
}
