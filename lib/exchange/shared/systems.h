/*
 * The library's own code systems and canonical addresses in FHIR, in one place.
 *
 * They are arcs below an OID made from a UUID (ITU-T X.667), which nobody has to
 * register and nobody else can own. What is published here never changes its
 * meaning; numbers are never reused.
 */
#ifndef SMET_EXCHANGE_FHIR_SYSTEMS_H
#define SMET_EXCHANGE_FHIR_SYSTEMS_H

#define SMET__OID "urn:oid:2.25.314544391309007770220674861938800342127"

/*
 * Code systems. Codes are the library's own keys; where a term belongs to another,
 * the owner's key and a dot stand before it: `pain.mechanical`, `sins.pain`,
 * `sins.unstable`.
 */
#define SMET__SYSTEM_FIELDS SMET__OID ".1.1"        /* pain */
#define SMET__SYSTEM_VALUES SMET__OID ".1.2"        /* pain.mechanical; integers have none */
#define SMET__SYSTEM_SCORES SMET__OID ".1.3"        /* sins; of an item sins.pain */
#define SMET__SYSTEM_BANDS SMET__OID ".1.4"         /* sins.unstable */
#define SMET__SYSTEM_INTERVENTIONS SMET__OID ".1.5" /* laminectomy */
#define SMET__SYSTEM_VERDICTS SMET__OID ".1.6"      /* recommended */
#define SMET__SYSTEM_RULES SMET__OID ".1.7"         /* the keys of rules */
#define SMET__SYSTEM_CONFLICTS SMET__OID ".1.8"     /* the keys of conflicts */
#define SMET__SYSTEM_FINDINGS SMET__OID ".1.9"      /* the keys of findings */
#define SMET__SYSTEM_KINDS SMET__OID ".1.10"        /* what the resources of an answer are: emergency, contraindication, conflict, contradiction */
#define SMET__SYSTEM_OVERRIDES SMET__OID ".1.11"    /* reasons to override a card */
#define SMET__SYSTEM_TOPICS SMET__OID ".1.12"       /* what a card is about: emergency, operation */

/* Canonical addresses. */
#define SMET__CANONICAL_QUESTIONNAIRES SMET__OID ".2" /* .0 whole record; .1 + number of instrument */
#define SMET__CANONICAL_LIBRARIES SMET__OID ".3"      /* .0 what gives the answers; .1 + number of instrument: its CQL; below that .1: what reads it from FHIR */
#define SMET__CANONICAL_VALUE_SETS SMET__OID ".4"     /* .1 + number of field; 0 all fields */

#define SMET__SYSTEM_LOINC "http://loinc.org"
#define SMET__SYSTEM_ICD10CM "http://hl7.org/fhir/sid/icd-10-cm"
#define SMET__SYSTEM_ICD10PCS "http://www.cms.gov/Medicare/Coding/ICD10"
#define SMET__SYSTEM_ICDO3 "urn:oid:2.16.840.1.113883.6.43.1"
#define SMET__SYSTEM_UCUM "http://unitsofmeasure.org"

#endif
