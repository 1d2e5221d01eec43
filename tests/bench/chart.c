/*
 * Charts read from Bundles, one a patient, against the parser alone over the same
 * bytes in the same run. Prints a line of JSON.
 */
#include <jansson.h>
#include <sacralmet/chart.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PATIENTS = 10000, ROUNDS = 5, LONGEST = 16384 };

#define OID "urn:oid:2.25.314544391309007770220674861938800342127"

/* --- Bundles ---------------------------------------------------------------------------- */

/* All Bundles in one text, each in a line. */
struct lines {
    char *text;
    size_t length, room;
    size_t begin[PATIENTS + 1];
    uint64_t random;
};

static unsigned below(struct lines *lines, unsigned count)
{
    lines->random ^= lines->random << 13;
    lines->random ^= lines->random >> 7;
    lines->random ^= lines->random << 17;
    return (unsigned)((lines->random >> 16) % count);
}

static void add(struct lines *lines, const char *format, ...)
{
    va_list arguments;
    if (lines->length + LONGEST > lines->room) {
        lines->room = 2 * lines->room + LONGEST;
        lines->text = realloc(lines->text, lines->room);
        if (lines->text == NULL)
            exit(1);
    }
    va_start(arguments, format);
    lines->length += (size_t)vsnprintf(lines->text + lines->length, LONGEST, format, arguments);
    va_end(arguments);
}

/* What every resource has, though no fact is read from it. */
static void add_head(struct lines *lines, const char *type, unsigned patient, unsigned id)
{
    add(lines,
        ",{\"fullUrl\":\"urn:uuid:%08x-0000-4000-8000-%012x\",\"resource\":{\"resourceType\":\"%"
        "s\","
        "\"id\":\"%08x-0000-4000-8000-%012x\",\"meta\":{\"versionId\":\"1\",\"lastUpdated\":"
        "\"2026-0%u-1%uT08:15:30.123+01:00\",\"profile\":[\"http://hl7.org/fhir/us/core/"
        "StructureDefinition/us-core-resource\"]},\"text\":{\"status\":\"generated\",\"div\":"
        "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>%s %u of patient %u</p></div>\"},"
        "\"subject\":{\"reference\":\"Patient/p%u\",\"display\":\"Patient %u\"}",
        patient, id, type, patient, id, 1 + below(lines, 9), below(lines, 9), type, id, patient,
        patient, patient);
}

static void add_condition(struct lines *lines, unsigned patient, unsigned id, const char *code,
                          const char *display, const char *site)
{
    add_head(lines, "Condition", patient, id);
    add(lines,
        ",\"clinicalStatus\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/"
        "condition-clinical\",\"code\":\"active\"}]},\"verificationStatus\":{\"coding\":[{"
        "\"system\":\"http://terminology.hl7.org/CodeSystem/condition-ver-status\",\"code\":"
        "\"confirmed\"}]},\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/"
        "CodeSystem/condition-category\",\"code\":\"problem-list-item\",\"display\":\"Problem List "
        "Item\"}]}],\"code\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\","
        "\"code\":\"%s\",\"display\":\"%s\"}],\"text\":\"%s\"},\"onsetDateTime\":\"2025-11-0%u\","
        "\"recordedDate\":\"2025-12-1%u\"",
        code, display, display, 1 + below(lines, 9), below(lines, 9));
    if (site != NULL)
        add(lines,
            ",\"bodySite\":[{\"coding\":[{\"system\":\"" OID
            ".1.2\",\"code\":\"lesion_level.%s\"}]}]",
            site);
    add(lines, "}}");
}

static void add_observation(struct lines *lines, unsigned patient, unsigned id, const char *system,
                            const char *code, const char *value)
{
    add_head(lines, "Observation", patient, id);
    add(lines,
        ",\"status\":\"final\",\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/"
        "CodeSystem/observation-category\",\"code\":\"survey\"}]}],\"code\":{\"coding\":[{"
        "\"system\":\"%s\",\"code\":\"%s\"}]},\"effectiveDateTime\":\"2026-01-1%uT09:0%u:00+01:"
        "00\","
        "\"issued\":\"2026-01-19T10:00:00.000+01:00\",%s}}",
        system, code, below(lines, 9), below(lines, 9), value);
}

static void add_response(struct lines *lines, unsigned patient, unsigned id)
{
    static const char *const answers[][2] = {
        {"pain", "mechanical"},
        {"bone_lesion", "lytic"},
        {"alignment", "normal"},
        {"vertebral_collapse", "none"},
        {"posterolateral_involvement", "unilateral"},
        {"bladder", "normal"},
        {"bowel", "normal"},
        {"tissue_diagnosis", "metastasis"},
    };
    add_head(lines, "QuestionnaireResponse", patient, id);
    add(lines, ",\"questionnaire\":\"" OID ".2.0\",\"status\":\"completed\",\"authored\":"
               "\"2026-01-15T11:30:00+01:00\",\"item\":[");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        add(lines,
            "%s{\"linkId\":\"%s\",\"text\":\"%s\",\"answer\":[{\"valueCoding\":{\"system\":\"" OID
            ".1.2\",\"code\":\"%s.%s\"}}]}",
            i == 0 ? "" : ",", answers[i][0], answers[i][0], answers[i][0], answers[i][1]);
    add(lines, "]}}");
}

static void add_noise(struct lines *lines, unsigned patient, unsigned id)
{
    char value[256];
    add_head(lines, "Encounter", patient, id);
    add(lines, ",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},\"period\":{\"start\":"
               "\"2026-01-10T08:00:00+01:00\",\"end\":\"2026-01-10T08:30:00+01:00\"}}}");
    add_head(lines, "MedicationRequest", patient, id + 1);
    add(lines,
        ",\"status\":\"active\",\"intent\":\"order\",\"medicationCodeableConcept\":{\"coding\":"
        "[{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"1049502\"}]}}}");
    snprintf(value, sizeof value,
             "\"valueQuantity\":{\"value\":%u.%u,\"unit\":\"g/dL\",\"system\":"
             "\"http://unitsofmeasure.org\",\"code\":\"g/dL\"}",
             9 + below(lines, 6), below(lines, 10));
    add_observation(lines, patient, id + 2, "http://loinc.org", "718-7", value);
    add_condition(lines, patient, id + 3, "I10", "Essential (primary) hypertension", NULL);
}

static void add_patient(struct lines *lines, unsigned patient)
{
    static const char *const primaries[] = {"C34.90", "C50.911", "C61", "C64.1", "C18.9", "C73"};
    static const char *const levels[] = {"S1", "S2", "S3"};
    char value[64];
    unsigned id = 1;
    add(lines,
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"fullUrl\":"
        "\"urn:uuid:%08x-0000-4000-8000-000000000000\",\"resource\":{\"resourceType\":\"Patient\","
        "\"id\":\"p%u\",\"name\":[{\"family\":\"Patient\",\"given\":[\"Number\",\"%u\"]}],"
        "\"gender\":\"%s\",\"birthDate\":\"19%02u-0%u-1%u\"}}",
        patient, patient, patient, below(lines, 2) == 0 ? "female" : "male", 30 + below(lines, 60),
        1 + below(lines, 9), below(lines, 9));
    add_condition(lines, patient, id++, primaries[below(lines, 6)], "Primary cancer", NULL);
    add_condition(lines, patient, id++, "C79.51", "Secondary malignant neoplasm of bone",
                  levels[below(lines, 3)]);
    if (below(lines, 3) == 0)
        add_condition(lines, patient, id++, "C78.7", "Secondary malignant neoplasm of liver", NULL);
    if (below(lines, 20) == 0)
        add_condition(lines, patient, id++, "G83.4", "Cauda equina syndrome", NULL);
    for (unsigned i = 0; i < 1 + below(lines, 2); i++) {
        snprintf(value, sizeof value, "\"valueInteger\":%u", below(lines, 5));
        add_observation(lines, patient, id++, "http://loinc.org", "89247-1", value);
    }
    snprintf(value, sizeof value, "\"valueInteger\":%u", 40 + 10 * below(lines, 6));
    add_observation(lines, patient, id++, "http://loinc.org", "89243-0", value);
    add_observation(lines, patient, id++, OID ".1.1", "epidural_disease",
                    below(lines, 2) == 0 ? "\"valueBoolean\":true" : "\"valueBoolean\":false");
    add_response(lines, patient, id++);
    add_noise(lines, patient, id);
    add(lines, "]}\n");
}

/* --- rates -------------------------------------------------------------------------------- */

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double parse_all(const struct lines *lines)
{
    double begin = now();
    for (size_t i = 0; i < PATIENTS; i++) {
        json_t *root = json_loadb(lines->text + lines->begin[i],
                                  lines->begin[i + 1] - lines->begin[i], 0, NULL);
        if (root == NULL)
            exit(1);
        json_decref(root);
    }
    return now() - begin;
}

static double read_all(const struct lines *lines, size_t *facts)
{
    struct smet_chart_options options = {.size = sizeof options, .evaluation_date = "2026-01-20"};
    double begin = now();
    *facts = 0;
    for (size_t i = 0; i < PATIENTS; i++) {
        smet_chart *chart = smet_chart_new(&options, NULL);
        if (smet_chart_read_fhir(chart, lines->text + lines->begin[i],
                                 lines->begin[i + 1] - lines->begin[i], NULL) != SMET_OK)
            exit(1);
        *facts += smet_chart_fact_count(chart);
        smet_chart_free(chart);
    }
    return now() - begin;
}

int main(void)
{
    static struct lines lines = {.random = 20180615};
    double parsed = 1e9, charted = 1e9;
    size_t facts = 0;
    for (unsigned i = 0; i < PATIENTS; i++) {
        lines.begin[i] = lines.length;
        add_patient(&lines, i + 1);
    }
    lines.begin[PATIENTS] = lines.length;
    for (int round = 0; round < ROUNDS; round++) {
        double parse = parse_all(&lines), chart = read_all(&lines, &facts);
        parsed = parse < parsed ? parse : parsed;
        charted = chart < charted ? chart : charted;
    }
    printf("{\"benchmark\":\"chart\",\"patients\":%d,\"bytes\":%zu,\"facts\":%zu,"
           "\"parse_per_second\":%.0f,\"chart_per_second\":%.0f,\"ratio\":%.3f}\n",
           PATIENTS, lines.length, facts, PATIENTS / parsed, PATIENTS / charted, parsed / charted);
    free(lines.text);
    return 0;
}
