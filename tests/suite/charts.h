/*
 * What the tests of charts share: Bundles from short words, and facts looked up.
 */
#ifndef CHARTS_H
#define CHARTS_H

#include "suite.h"

#include <sacralmet/chart.h>
#include <sacralmet/exchange.h>

#define OID "urn:oid:2.25.314544391309007770220674861938800342127"
#define FIELDS_SYSTEM OID ".1.1"
#define VALUES_SYSTEM OID ".1.2"
#define SCORES_SYSTEM OID ".1.3"
#define ICD10CM "http://hl7.org/fhir/sid/icd-10-cm"
#define ICD10PCS "http://www.cms.gov/Medicare/Coding/ICD10"
#define LOINC "http://loinc.org"
#define ICDO3 "http://terminology.hl7.org/CodeSystem/icd-o-3"

#define SUBJECT "\"subject\":{\"reference\":\"Patient/p1\"}"
#define CODING(system, code) "{\"system\":\"" system "\",\"code\":\"" code "\"}"
#define CONCEPT(system, code) "{\"coding\":[" CODING(system, code) "]}"
#define ACTIVE \
    "\"clinicalStatus\":" CONCEPT("http://terminology.hl7.org/CodeSystem/condition-clinical", \
                                  "active")
#define SURE \
    "\"verificationStatus\":" CONCEPT( \
        "http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed")

/* A resource of patient p1 with an id. */
#define RESOURCE(type, id, body) \
    "{\"resourceType\":\"" type "\",\"id\":\"" id "\"," SUBJECT "," body "}"

/* A Condition that is active and confirmed. */
#define ILLNESS(id, code, more) \
    RESOURCE("Condition", id, ACTIVE "," SURE ",\"code\":" CONCEPT(ICD10CM, code) more)
#define SITE(level) ",\"bodySite\":[" CONCEPT(VALUES_SYSTEM, "lesion_level." level) "]"

/* A final Observation. */
#define OBSERVATION(id, system, code, body) \
    RESOURCE("Observation", id, "\"status\":\"final\",\"code\":" CONCEPT(system, code) "," body)
#define WHEN(time) "\"effectiveDateTime\":\"" time "\","

#define ENTRY(resource) "{\"resource\":" resource "}"
#define BUNDLE(entries) \
    "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" entries "]}"

/* A chart of p1 on 15 June 2018, unless options say otherwise. */
smet_chart *chart_new(const struct smet_chart_options *options);

/* The same with a text read into it, which must not be refused. */
smet_chart *chart_of(const char *text);
void chart_read(smet_chart *chart, const char *text);

/* Reads a text that must be refused, with this status, and a message that begins so. */
void chart_refuses(smet_chart *chart, const char *text, smet_status_t status,
                   const char *beginning);

/* The words of all facts of a field: "value use" each, parted by ", ", such as "3 used". */
const char *chart_facts(const smet_chart *chart, const char *field);

/* The only fact of a field. */
struct smet_chart_fact chart_fact(const smet_chart *chart, const char *field);

/* Whether the record holds these facts and no others; facts as for suite_enter(). */
void chart_holds(const smet_chart *chart, const char *facts);

/* The two folders of the command line; false where there are not two. */
bool chart_folders(int argc, char **argv, const char **first, const char **second);

/* A file's text, ended with NUL; the caller frees it. */
char *chart_file(const char *directory, const char *name, size_t *length);

/* The chart as compact JSON; the caller frees it. */
char *chart_text(const smet_chart *chart);

/* The key of a use. */
const char *chart_use(smet_fact_use_t use);

#endif
