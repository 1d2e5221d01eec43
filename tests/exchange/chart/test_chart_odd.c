/*
 * Charts of resources that lack what most have, or have it otherwise: what counts
 * then, and that nothing is read from what is not there.
 *
 * Expected values come from the rules of chart.h; what codes mean, as in test_chart.c.
 */
#include "exchange/chart/parse.h"
#include "exchange/chart/read.h"

/* The tables' own; the suite has one for tests. */
#undef COUNT_OF

#include "charts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WITH_STATUS(type, id, body) RESOURCE(type, id, "\"status\":\"final\"," body)
#define CODES(list) "\"code\":{\"coding\":[" list "]}"
#define ECOG(id, before, grade) OBSERVATION(id, LOINC, "89247-1", before "\"valueInteger\":" grade)
#define OWN(field, value) OBSERVATION("o1", FIELDS_SYSTEM, field, value)
#define CONCEPT_OF(codings) "\"valueCodeableConcept\":{\"coding\":[" codings "]}"

/* --- Conditions --------------------------------------------------------------------------- */

#define MCODE "http://hl7.org/fhir/us/mcode/StructureDefinition/"
#define PROFILES(list) "\"meta\":{\"profile\":[" list "]},"
#define PRIMARY "\"" MCODE "mcode-primary-cancer-condition\""
#define MORPHOLOGY(concept) \
    "{\"url\":\"" MCODE "mcode-histology-morphology-behavior\",\"valueCodeableConcept\":" concept "}"
#define EXTENSIONS(list) "\"extension\":[" list "],"
#define CANCER(before, codes, sites)                                                               \
    RESOURCE("Condition", "c1", before ACTIVE "," SURE "," codes ",\"bodySite\":[" sites "]")
#define UNKNOWN_CODE CODES(CODING("urn:example", "1"))
#define BREAST CODES(CODING(ICD10CM, "C50.911"))
#define RELATED(url, reference) \
    "{\"url\":\"" url "\",\"valueReference\":{\"reference\":\"" reference "\"}}"
#define CONDITION_RELATED "http://hl7.org/fhir/StructureDefinition/condition-related"
#define TWO_CANCERS ENTRY(ILLNESS("c1", "C50.911", "")) "," ENTRY(ILLNESS("c2", "C34.90", "")) ","
#define REFUTED "\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},"
#define PROVISIONAL "\"verificationStatus\":{\"coding\":[{\"code\":\"provisional\"}]},"
#define NO_SYNDROME OWN("cauda_equina_syndrome", "\"valueBoolean\":false")

struct row {
    const char *text, *field, *facts;
};

static const struct row conditions[] = {
    /* Each coding that is known counts; null is none. */
    {RESOURCE("Condition", "c1", ACTIVE "," SURE ","
        CODES("null," CODING(ICD10CM, "C61") "," CODING(ICD10CM, "G83.4"))),
     "cauda_equina_syndrome", "yes used"},
    /* Of the codings of a status, the first that the library knows counts. */
    {RESOURCE("Condition", "c1", ACTIVE ",\"verificationStatus\":{\"coding\":[{},{\"code\":"
        "\"confirmed\"}]}," CODES(CODING(ICD10CM, "C61"))), "primary_tumor", "prostate used"},
    /* A profile is the whole of a name, up to its version. */
    {CANCER(PROFILES("7,\"urn:x\"," PRIMARY), UNKNOWN_CODE, CONCEPT(ICDO3, "C50.9")),
     "primary_tumor", "breast used"},
    {CANCER(PROFILES("7,\"" MCODE "mcode-primary-cancer-condition-of-another\""), UNKNOWN_CODE,
            CONCEPT(ICDO3, "C50.9")), "primary_tumor", ""},
    /* A topography is one of ICD-O-3. */
    {CANCER(PROFILES(PRIMARY), UNKNOWN_CODE,
            "{\"coding\":[null," CODING("urn:example", "C34.9") "," CODING(ICDO3, "C50.9") "]}"),
     "primary_tumor", "breast used"},
    /* What is no morphology, or of another system, says nothing. */
    {CANCER(EXTENSIONS(MORPHOLOGY(CONCEPT(ICDO3, "85x0/3"))), BREAST, ""), "primary_tumor",
     "breast used"},
    {CANCER(EXTENSIONS(MORPHOLOGY(CONCEPT(ICDO3, "85-0/3"))), BREAST, ""), "primary_tumor",
     "breast used"},
    {CANCER(EXTENSIONS(MORPHOLOGY(CONCEPT(ICDO3, "97"))), BREAST, ""), "primary_tumor",
     "breast used"},
    {CANCER(EXTENSIONS(MORPHOLOGY("{\"coding\":[null," CODING("urn:example", "8720/3") "]}")),
            BREAST, ""), "primary_tumor", "breast used"},
    {CANCER(EXTENSIONS("{},{\"url\":\"urn:x\",\"valueCodeableConcept\":" CONCEPT(ICDO3, "8720/3")
            "}"), BREAST, ""), "primary_tumor", "breast used"},
    /* 8500/3, a carcinoma, leaves it to the site; 8720/3, a melanoma, is what C43 says. */
    {CANCER(EXTENSIONS(MORPHOLOGY(CONCEPT(ICDO3, "8500/3"))), BREAST, ""), "primary_tumor",
     "breast used"},
    {CANCER(EXTENSIONS(MORPHOLOGY(CONCEPT(ICDO3, "8720/3"))), CODES(CODING(ICD10CM, "C43.9")), ""),
     "primary_tumor", "melanoma used"},
    /* The first morphology that is known counts: 9680/3 lymphoma, which the site excludes. */
    {CANCER(EXTENSIONS(MORPHOLOGY(CONCEPT(ICDO3, "1")) "," MORPHOLOGY(CONCEPT(ICDO3, "9680/3"))
            "," MORPHOLOGY(CONCEPT(ICDO3, "8720/3"))), BREAST, ""),
     "primary_tumor", "breast|lymphoma used"},
    /* A metastasis names its primary by one extension alone, and where it counts. */
    {BUNDLE(TWO_CANCERS ENTRY(ILLNESS("m1", "C79.51", ",\"extension\":[{},"
        RELATED("urn:x", "Condition/c2") "," RELATED(CONDITION_RELATED, "Condition/c1") "]"))),
     "primary_tumor", "breast used, lung yields"},
    {BUNDLE(TWO_CANCERS ENTRY(RESOURCE("Condition", "m1", ACTIVE "," REFUTED
        EXTENSIONS(RELATED(CONDITION_RELATED, "Condition/c1"))
        CODES(CODING(ICD10CM, "C79.51"))))),
     "primary_tumor", "breast disagrees, lung disagrees"},
    /* A doubt about somebody else is none; nor is one that was read again. */
    {BUNDLE(ENTRY("{\"resourceType\":\"Condition\",\"id\":\"c1\",\"subject\":{\"reference\":"
        "\"Patient/p2\"}," ACTIVE "," PROVISIONAL CODES(CODING(ICD10CM, "G83.4")) "}") ","
        ENTRY(NO_SYNDROME)), "cauda_equina_syndrome", "yes other_patient, no used"},
    {BUNDLE(ENTRY(RESOURCE("Condition", "c1", PROVISIONAL CODES(CODING(ICD10CM, "G83.4")))) ","
        ENTRY(RESOURCE("Condition", "c1", PROVISIONAL CODES(CODING(ICD10CM, "G83.4")))) ","
        ENTRY(NO_SYNDROME)),
     "cauda_equina_syndrome", "yes superseded, yes disagrees, no disagrees"},
};

static void expect_facts(const struct row *row)
{
    smet_chart *chart = chart_of(row->text);
    ck_assert_msg(strcmp(chart_facts(chart, row->field), row->facts) == 0, "%s: \"%s\"", row->text,
                  chart_facts(chart, row->field));
    smet_chart_free(chart);
}

START_TEST(test_conditions)
{
    expect_facts(&conditions[_i]);
}
END_TEST

/* --- Observations ------------------------------------------------------------------------- */

#define PAIN_IS(value) OBSERVATION("o1", LOINC, "72514-3", value)

static const struct row observations[] = {
    /* Codings without a system or a code, or that are null. */
    {WITH_STATUS("Observation", "o1", CODES("null,{},{\"code\":\"89247-1\"},{\"system\":\"" LOINC
        "\"}") ",\"valueInteger\":2"), "ecog", ""},
    {WITH_STATUS("Observation", "o1", CODES(CODING(LOINC, "89247-1\\u0000")) ",\"valueInteger\":2"),
     "ecog", ""},
    {OWN("pain", CONCEPT_OF("null,{\"system\":\"" VALUES_SYSTEM "\"}")), "pain", "unreadable"},
    {OWN("pain", CONCEPT_OF("null," CODING(VALUES_SYSTEM, "pain.none"))), "pain", "none used"},
    {OBSERVATION("o1", LOINC, "97843-7", CONCEPT_OF(CODING("urn:example", "x"))), "frankel",
     "unreadable"},
    /* An interpretation counts where LOINC has answers for the question. */
    {PAIN_IS("\"interpretation\":[" CONCEPT(LOINC, "LA9623-5") "]"), "pain_score", ""},
    {OBSERVATION("o1", LOINC, "89247-1", "\"interpretation\":[" CONCEPT(LOINC, "LA9623-5") "]"),
     "ecog", "1 used"},
    {WITH_STATUS("Observation", "o1", "\"code\":{},\"component\":[null,{\"code\":"
        CONCEPT(LOINC, "89247-1") ",\"valueInteger\":2}]"), "ecog", "2 used"},
    /* Numbers: no value of the field, no whole one, none at all. */
    {PAIN_IS("\"valueInteger\":500"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueInteger\":-1"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueInteger\":\"2\""), "pain_score", "unreadable"},
    {PAIN_IS("\"valueInteger\":123456789"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueQuantity\":{}"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueQuantity\":{\"value\":\"7\"}"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueQuantity\":{\"value\":7.0}"), "pain_score", "7 used"},
    {PAIN_IS("\"valueQuantity\":{\"value\":7.5}"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueQuantity\":{\"value\":-0.5}"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueQuantity\":{\"value\":1e10}"), "pain_score", "unreadable"},
    {PAIN_IS("\"valueQuantity\":7"), "pain_score", "unreadable"},
    {PAIN_IS("\"valuePeriod\":{}"), "pain_score", "unreadable"},
    /* UCUM: a is a year, mo a month, % a hundredth. */
    {OWN("age_years", "\"valueQuantity\":{\"value\":61,\"code\":\"mo\"}"), "age_years",
     "unreadable"},
    {OBSERVATION("o1", LOINC, "89243-0", "\"valueQuantity\":{\"value\":60,\"code\":\"%\"}"),
     "karnofsky", "60 used"},
    {OBSERVATION("o1", LOINC, "89243-0", "\"valueQuantity\":{\"value\":60,\"code\":\"a\"}"),
     "karnofsky", "unreadable"},
    {PAIN_IS("\"valueQuantity\":{\"value\":6,\"code\":\"%\"}"), "pain_score", "unreadable"},
    /* Ranges: in other units, of other numbers, the wrong way round, of nothing. */
    {OWN("pain_score", "\"valueRange\":{\"low\":{\"value\":2,\"code\":\"mm\"}}"), "pain_score",
     "unreadable"},
    {OWN("pain_score", "\"valueRange\":{\"low\":{\"value\":2.5}}"), "pain_score", "unreadable"},
    {OWN("pain_score", "\"valueRange\":{\"low\":{\"value\":11}}"), "pain_score", "unreadable"},
    {OWN("pain_score", "\"valueRange\":{\"high\":{\"value\":11}}"), "pain_score", "unreadable"},
    {OWN("pain_score", "\"valueRange\":{\"low\":{\"value\":3},\"high\":{\"value\":2}}"),
     "pain_score", "unreadable"},
    {OWN("pain_score", "\"valueRange\":{}"), "pain_score", "unreadable"},
    {OWN("pain_score", "\"valueRange\":{\"high\":{\"value\":1}}"), "pain_score", "0..1 used"},
    /* Numbers with others between them are told one by one. */
    {OBSERVATION("o1", LOINC, "89243-0", CONCEPT_OF(CODING(LOINC, "LA29181-7") ","
        CODING(LOINC, "LA29179-1"))), "karnofsky", "40|60 used"},
    {OWN("epidural_disease", "\"valueBoolean\":\"yes\""), "epidural_disease", "unreadable"},
    {OWN("epidural_disease", "\"valueString\":\"yes\\u0000\""), "epidural_disease", "unreadable"},
    {OWN("epidural_disease", "\"valueString\":7"), "epidural_disease", "unreadable"},
    /* What only looks like a value, or is null, is none. */
    {PAIN_IS("\"value_\":1,\"value1\":1,\"valued\":1,\"value\":1,\"valueString\":null"),
     "pain_score", ""},
    /* A focus that refers to nothing is nobody else. */
    {ECOG("o1", "\"focus\":[{\"display\":\"x\"}],", "2"), "ecog", "2 used"},
    /* The first reason why a resource does not count is given. */
    {"{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"cancelled\",\"subject\":{"
     "\"reference\":\"Patient/p2\"},\"code\":" CONCEPT(LOINC, "89247-1") ",\"valueInteger\":2}",
     "ecog", "2 other_patient"},
    {RESOURCE("Observation", "o1", "\"code\":" CONCEPT(LOINC, "89247-1") ",\"valueInteger\":2"),
     "ecog", "2 wrong_status"},
    /* A period without days says no time: `issued` does. */
    {BUNDLE(ENTRY(ECOG("o1", "\"effectivePeriod\":{},\"issued\":\"2018-05-01T00:00:00Z\",", "1"))
            "," ENTRY(ECOG("o2", "\"effectiveDateTime\":\"2018-06-01\",", "3"))),
     "ecog", "1 superseded, 3 used"},
    /* Versions of one update, and one that says none: as read. */
    {BUNDLE(ENTRY(ECOG("o1", "\"meta\":{\"lastUpdated\":\"2018-06-02T00:00:00Z\"},", "1")) ","
        ENTRY(ECOG("o1", "\"meta\":{\"lastUpdated\":\"2018-06-02T00:00:00Z\"},", "3"))),
     "ecog", "1 superseded, 3 used"},
    {BUNDLE(ENTRY(ECOG("o1", "\"meta\":{\"lastUpdated\":\"2018-06-02T00:00:00Z\"},", "1")) ","
        ENTRY(ECOG("o1", "", "2")) ","
        ENTRY(ECOG("o1", "\"meta\":{\"lastUpdated\":\"2018-06-01T00:00:00Z\"},", "3"))),
     "ecog", "1 superseded, 2 superseded, 3 used"},
    /* A number that is only long is no null beside one beyond the parser's reach. */
    {WITH_STATUS("Observation", "o1", "\"x\":1e999,\"code\":" CONCEPT(LOINC, "72514-3")
        ",\"valueInteger\":12345"), "pain_score", "unreadable"},
    /* The answers of this library are known by their device's identifier. */
    {OBSERVATION("o1", SCORES_SYSTEM, "sins", "\"valueInteger\":9,\"device\":{\"identifier\":{"
        "\"system\":\"" OID ".3.0\",\"value\":\"0.1.0\"}}"), "reported_sins", ""},
    {OBSERVATION("o1", SCORES_SYSTEM, "sins", "\"valueInteger\":9,\"device\":{\"identifier\":{"
        "\"value\":\"" OID ".3.0\"}}"), "reported_sins", ""},
    {OBSERVATION("o1", SCORES_SYSTEM, "sins", "\"valueInteger\":9,\"device\":{\"identifier\":{"
        "\"system\":\"urn:x\",\"value\":\"0.1.0\"}}"), "reported_sins", "9 used"},
    {BUNDLE(ENTRY("{\"resourceType\":\"Device\",\"id\":\"d1\",\"identifier\":[{\"value\":\"1\"},{"
        "\"system\":\"" OID ".3.0\"}]}") ","
        ENTRY("{\"resourceType\":\"Device\",\"identifier\":[{\"system\":\"" OID ".3.0\"}]}") ","
        ENTRY("{\"resourceType\":\"Device\",\"id\":\"d2\",\"identifier\":[null,{}]}") ","
        ENTRY(OBSERVATION("o1", SCORES_SYSTEM, "sins",
            "\"valueInteger\":9,\"device\":{\"reference\":\"Device/d1\"}")) ","
        ENTRY(OBSERVATION("o2", SCORES_SYSTEM, "sins",
            "\"valueInteger\":8,\"device\":{\"reference\":\"Device/d2\"}"))),
     "reported_sins", "8 used"},
};

START_TEST(test_observations)
{
    expect_facts(&observations[_i]);
}
END_TEST

/* Without an id a resource is named by its place, also where the id is empty. */
START_TEST(test_empty_id)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ECOG("", "", "2"))));
    ck_assert_str_eq(chart_fact(chart, "ecog").resource, "Bundle.entry[0].resource");
    smet_chart_free(chart);
}
END_TEST

/* --- Procedures and questionnaires -------------------------------------------------------- */

#define RADIOTHERAPY(status, codes, more)                                                          \
    RESOURCE("Procedure", "p1", status CODES(codes) more)
#define COMPLETED "\"status\":\"completed\","
#define CONVENTIONAL CODING(VALUES_SYSTEM, "prior_radiotherapy.conventional")
#define RESPONSE(more, items)                                                                      \
    RESOURCE("QuestionnaireResponse", "r1", more "\"item\":[" items "]")
#define PAIN_ITEM(answers) "{\"linkId\":\"pain\",\"answer\":[" answers "]}"

static const struct row others[] = {
    /* Pelvic bones, in the sacrum: any kind; and one of the library's own codes. */
    {RADIOTHERAPY(COMPLETED, "null," CODING(ICD10PCS, "DP081ZZ") "," CONVENTIONAL,
                  SITE("S1")), "prior_radiotherapy",
     "conventional|stereotactic|both used, conventional|both used"},
    {RADIOTHERAPY("", CONVENTIONAL, ""), "prior_radiotherapy", "conventional|both wrong_status"},
    {RADIOTHERAPY(COMPLETED, CODING(VALUES_SYSTEM, "prior_radiotherapy.unheard_of"), ""),
     "prior_radiotherapy", ""},
    {BUNDLE(ENTRY(RADIOTHERAPY(COMPLETED, CONVENTIONAL, ",\"performedDateTime\":\"2018-05-01\""))
            "," ENTRY(OBSERVATION("o1", FIELDS_SYSTEM, "prior_radiotherapy",
            "\"effectiveDateTime\":\"2018-04-01\",\"valueString\":\"none\""))),
     "prior_radiotherapy", "conventional|both used, none superseded"},
    {RESPONSE("", PAIN_ITEM("{\"valueString\":\"none\"}")), "pain", "none wrong_status"},
    /* Answers without a value, and null, are none beside others. */
    {RESPONSE(COMPLETED, PAIN_ITEM("null,{},{\"valueString\":\"none\"}")), "pain", "none used"},
    {RESPONSE(COMPLETED, "null," PAIN_ITEM("{}")), "pain", ""},
    /* Of another questionnaire, codings of ours alone. */
    {RESPONSE(COMPLETED "\"questionnaire\":\"urn:x\",",
        PAIN_ITEM("{\"valueCoding\":{\"code\":\"pain.mechanical\"}},{\"valueCoding\":"
                  CODING("urn:x", "pain.nonmechanical") "},{\"valueCoding\":"
                  CODING(VALUES_SYSTEM, "pain.none") "}")), "pain", "none used"},
};

START_TEST(test_others)
{
    expect_facts(&others[_i]);
}
END_TEST

/* --- what counts where facts differ ------------------------------------------------------- */

/* A primary that does not count is no candidate for the one that an answer names. */
START_TEST(test_a_refuted_primary)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ILLNESS("c1", "C50.911", "")) ","
        ENTRY(RESOURCE("Condition", "c2", ACTIVE "," REFUTED CODES(CODING(ICD10CM, "C34.90")))) ","
        ENTRY(OWN("primary_tumor", "\"valueString\":\"breast\""))));
    ck_assert_str_eq(chart_facts(chart, "primary_tumor"),
                     "breast used, lung wrong_status, breast used");
    chart_holds(chart, "primary_tumor=breast");
    smet_chart_free(chart);
}
END_TEST

/* An answer that leaves two levels open does not tell which of the two it is. */
START_TEST(test_an_answer_of_two_levels)
{
    smet_chart *chart = chart_of(BUNDLE(ENTRY(ILLNESS("c1", "C79.51", SITE("S1"))) ","
        ENTRY(ILLNESS("c2", "C79.51", SITE("S2"))) ","
        ENTRY(ILLNESS("c3", "C79.51", SITE("L3"))) ","
        ENTRY(OWN("lesion_level", CONCEPT_OF(CODING(VALUES_SYSTEM, "lesion_level.S1") ","
            CODING(VALUES_SYSTEM, "lesion_level.S2"))))));
    ck_assert_str_eq(chart_facts(chart, "lesion_level"),
                     "S1 disagrees, S2 disagrees, L3 yields, S1|S2 used");
    chart_holds(chart, "lesion_level=S1|S2");
    smet_chart_free(chart);
}
END_TEST

/* An age that does not count does not yield to the birth date either. */
START_TEST(test_a_cancelled_age)
{
    smet_chart *chart = chart_of(BUNDLE(
        ENTRY("{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"1995-03-10\"}") ","
        ENTRY(OBSERVATION("o1", FIELDS_SYSTEM, "age_years", "\"valueInteger\":30")) ","
        ENTRY(RESOURCE("Observation", "o2", "\"status\":\"cancelled\",\"code\":"
            CONCEPT(FIELDS_SYSTEM, "age_years") ",\"valueInteger\":31"))));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 used, 30 yields, 31 wrong_status");
    chart_holds(chart, "age_years=23");
    smet_chart_free(chart);
}
END_TEST

/*
 * Rule 3 of chart.h: together nothing is left, so what was said before the
 * Condition began is superseded; what stays narrows it.
 */
START_TEST(test_what_stays_narrows)
{
#define VISCERAL(id, before, other)                                                                \
    ENTRY(OBSERVATION(id, FIELDS_SYSTEM, "visceral_metastases", before CONCEPT_OF(                 \
        CODING(VALUES_SYSTEM, "visceral_metastases.none") ","                                      \
        CODING(VALUES_SYSTEM, "visceral_metastases." other))))
    smet_chart *chart = chart_of(BUNDLE(
        ENTRY(ILLNESS("c1", "C78.7", ",\"onsetDateTime\":\"2018-05-01\"")) ","
        VISCERAL("o1", "\"effectiveDateTime\":\"2018-04-01\",", "treatable") ","
        VISCERAL("o2", "", "untreatable")));
    ck_assert_str_eq(chart_facts(chart, "visceral_metastases"),
                     "treatable|untreatable used, none|treatable superseded, "
                     "none|untreatable used");
    chart_holds(chart,
                "visceral_metastases=untreatable major_organ_metastases=removable|unremovable");
    smet_chart_free(chart);
}
END_TEST

/* --- who ----------------------------------------------------------------------------------- */

/* Another patient's resource without a full URL, and one whose id is empty. */
START_TEST(test_other_patients)
{
#define BORN(id) "{\"resourceType\":\"Patient\"," id "\"birthDate\":\"1995-03-10\"}"
    smet_chart *chart = chart_of(BUNDLE(ENTRY(BORN("\"id\":\"p2\","))));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 other_patient");
    smet_chart_free(chart);
    chart = chart_of(BUNDLE(ENTRY(BORN(""))));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 other_patient");
    smet_chart_free(chart);
    chart = chart_of(BUNDLE("{\"fullUrl\":\"http://x/Patient/p1\",\"resource\":"
                            BORN("\"id\":\"\",") "}"));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 used");
    smet_chart_free(chart);
}
END_TEST

/* An id that stands beside the name of the patient in a Bundle names the same one. */
START_TEST(test_urn_and_id)
{
    struct smet_chart_options options = {
        .size = sizeof options, .patient = "urn:uuid:7c1d", .evaluation_date = "2018-06-15"};
    smet_chart *chart = chart_new(&options);
    chart_read(chart, BUNDLE("{\"fullUrl\":\"urn:uuid:7c1d\",\"resource\":"
                             BORN("\"id\":\"p1\",") "}"));
    ck_assert_str_eq(chart_facts(chart, "age_years"), "23 used");
    chart_read(chart, ECOG("o1", "", "2"));
    chart_holds(chart, "age_years=23 ecog=2");
    smet_chart_free(chart);
}
END_TEST

#define REQUEST(head, patient, more)                                                               \
    "{" head "\"context\":{\"patientId\":\"" patient "\"},\"prefetch\":{" more "}}"

START_TEST(test_requests)
{
    struct smet_chart_options nobody = {.size = sizeof nobody};
    /* A request may show itself by its instance alone; an empty name names nobody. */
    smet_chart *chart = chart_new(&nobody);
    chart_read(chart, REQUEST("\"hookInstance\":\"x\",", "", ""));
    ck_assert_ptr_null(smet_chart_patient(chart));
    chart_read(chart, REQUEST("\"hookInstance\":\"x\",", "p1", "\"o\":" ECOG("o1", "", "2")));
    ck_assert_str_eq(smet_chart_patient(chart), "p1");
    /* Who the patient is stays, whomever a later request is about. */
    chart_read(chart, REQUEST("\"hook\":\"x\",", "p2", ""));
    ck_assert_str_eq(smet_chart_patient(chart), "p1");
    chart_holds(chart, "ecog=2");
    smet_chart_free(chart);
}
END_TEST

/* Keys of a prefetch are foreign: what may stand in a path does, each other byte is
 * "?"; 63 at most. */
START_TEST(test_prefetch_keys)
{
    static const struct {
        const char *key, *shown;
    } keys[] = {
        {"aZ09_-", "aZ09_-"},
        {"a b[c]`{~/:@é", "a?b?c?????????"},
        {"0123456789012345678901234567890123456789012345678901234567890123456789",
         "012345678901234567890123456789012345678901234567890123456789012"},
    };
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        char text[1024], wanted[256];
        snprintf(text, sizeof text, "{\"%s\":%s}", keys[i].key, ECOG("o1", "", "2"));
        smet_chart *chart = chart_of(text);
        snprintf(wanted, sizeof wanted, "prefetch.%s.value", keys[i].shown);
        ck_assert_str_eq(chart_fact(chart, "ecog").path, wanted);
        smet_chart_free(chart);
    }
}
END_TEST

/* --- refusals ------------------------------------------------------------------------------ */

static const struct {
    const char *text, *message;
} refused[] = {
    {ILLNESS("c1", "C61", ",\"meta\":7"), "Condition.meta: an object is needed."},
    /* Of two faults the first is told. */
    {ILLNESS("c1", "C61", ",\"meta\":7,\"modifierExtension\":7"),
     "Condition.meta: an object is needed."},
    {RESOURCE("Condition", "c1", "\"onsetDateTime\":7," CODES(CODING(ICD10CM, "C61") ","
        CODING(ICD10CM, "C50.911"))), "Condition.onsetDateTime: a string is needed."},
    {CANCER(PROFILES(PRIMARY) "\"onsetDateTime\":7,", UNKNOWN_CODE, CONCEPT(ICDO3, "C50.9")),
     "Condition.onsetDateTime: a string is needed."},
    {ILLNESS("c1", "C79.51", ",\"extension\":7"), "Condition.extension: a list is needed."},
    {ECOG("o1", "\"meta\":7,", "2"), "Observation.meta: an object is needed."},
    {OWN("pain", CONCEPT_OF("7")), "Observation.value.coding[0]: an object is needed."},
    {WITH_STATUS("Observation", "o1", "\"component\":[{\"code\":{\"coding\":7}},{}]"),
     "Observation.component[0].code.coding: a list is needed."},
    {RADIOTHERAPY("\"meta\":7,", CONVENTIONAL, ""), "Procedure.meta: an object is needed."},
    {RADIOTHERAPY("\"meta\":7,", CONVENTIONAL "," CONVENTIONAL, ""),
     "Procedure.meta: an object is needed."},
    {RESPONSE("\"meta\":7,", PAIN_ITEM("{\"valueString\":\"none\"}")),
     "QuestionnaireResponse.meta: an object is needed."},
    {RESPONSE("", PAIN_ITEM("7,{\"valueString\":\"none\"}")),
     "QuestionnaireResponse.item[0].answer[0]: an object is needed."},
    /* What shows a request is a word. */
    {"{\"hook\":7}", "prefetch.hook: a resource or null is needed."},
    {"{\"hookInstance\":7}", "prefetch.hookInstance: a resource or null is needed."},
    {"1e999", "text: one JSON object is needed."},
    {"[1e999,\"a", "line 1, column "},
    {"[1e999,\"a\\", "line 1, column "},
    {"[1e999,\"\\\"\",[1E999]", "line 1, column "},
};

START_TEST(test_refused)
{
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = chart_of(ECOG("before", "", "1"));
    smet_status_t status =
        smet_chart_read_fhir(chart, refused[_i].text, strlen(refused[_i].text), &error);
    ck_assert_int_eq(status, strncmp(refused[_i].message, "line", 4) == 0 ? SMET_ERROR_SYNTAX
                                                                          : SMET_ERROR_WRONG_KIND);
    ck_assert_msg(strncmp(error.message, refused[_i].message, strlen(refused[_i].message)) == 0,
                  "%s", error.message);
    chart_holds(chart, "ecog=1");
    smet_chart_free(chart);
}
END_TEST

/* NUL ends no text, and belongs to no number. */
START_TEST(test_nul)
{
    static const char text[] = "1e999\0,\"";
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = chart_new(NULL);
    ck_assert_int_eq(smet_chart_read_fhir(chart, text, sizeof text - 1, &error),
                     SMET_ERROR_SYNTAX);
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_arguments)
{
    struct smet_error small = {.size = 8};
    ck_assert_ptr_null(smet_chart_new(NULL, &small));
}
END_TEST

/* One fact less than the most, and a text with two: a chart as full as that takes gigabytes. */
START_TEST(test_too_many_facts)
{
    static const char text[] =
        WITH_STATUS("Observation", "o1", "\"component\":[{\"code\":" CONCEPT(LOINC, "89247-1")
            ",\"valueInteger\":2},{\"code\":" CONCEPT(LOINC, "72514-3") ",\"valueInteger\":7}]");
    const struct smet_chart full = {.fact_count = SMET_CHART_FACTS_MAX - 1};
    struct smet_error error = {.size = sizeof error};
    struct smet__reading reading = {.chart = &full, .error = &error};
    json_t *root = NULL;
    ck_assert_int_eq(smet__chart_parse(text, strlen(text), &root, &error), SMET_OK);
    smet__read_root(&reading, root);
    ck_assert_int_eq(reading.status, SMET_ERROR_TOO_LARGE);
    ck_assert_str_eq(error.message,
                     "Observation.component[1].value: the chart has too many facts.");
    ck_assert_uint_eq(reading.count, 1);
    smet__texts_free(&reading.texts);
    free(reading.facts);
    json_decref(root);
}
END_TEST

/* --- maps ---------------------------------------------------------------------------------- */

START_TEST(test_empty_map)
{
    static const char text[] = "{\"codes\":[]}";
    smet_code_map *map = smet_code_map_read_json(text, strlen(text), NULL);
    ck_assert_ptr_nonnull(map);
    struct smet_chart_options options = {.size = sizeof options, .patient = "p1", .codes = map};
    smet_chart *chart = chart_new(&options);
    chart_read(chart, OBSERVATION("o1", "urn:site", "ps", "\"valueInteger\":2"));
    ck_assert_uint_eq(smet_chart_fact_count(chart), 0);
    smet_chart_free(chart);
    smet_code_map_free(map);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *read = suite_case(suite, "resources");
    tcase_add_loop_test(read, test_conditions, 0, (int)COUNT_OF(conditions));
    tcase_add_loop_test(read, test_observations, 0, (int)COUNT_OF(observations));
    tcase_add_loop_test(read, test_others, 0, (int)COUNT_OF(others));
    tcase_add_test(read, test_empty_id);
    TCase *rules = suite_case(suite, "rules");
    tcase_add_test(rules, test_a_refuted_primary);
    tcase_add_test(rules, test_an_answer_of_two_levels);
    tcase_add_test(rules, test_a_cancelled_age);
    tcase_add_test(rules, test_what_stays_narrows);
    tcase_add_test(rules, test_other_patients);
    tcase_add_test(rules, test_urn_and_id);
    tcase_add_test(rules, test_requests);
    tcase_add_test(rules, test_prefetch_keys);
    TCase *refusals = suite_case(suite, "refusals");
    tcase_add_loop_test(refusals, test_refused, 0, (int)COUNT_OF(refused));
    tcase_add_test(refusals, test_nul);
    tcase_add_test(refusals, test_arguments);
    tcase_add_test(refusals, test_too_many_facts);
    tcase_add_test(refusals, test_empty_map);
}
