/*
 * What the codes of other systems say of a record.
 *
 * A code says values of a field that stay possible; where a decision of ours lies
 * between the two, the note says which. ICD-10-CM and ICD-10-PCS are in the public
 * domain. LOINC codes stand under the notice below. Of ICD-O-3 there are bare
 * codes, without the texts of their owner. SNOMED CT has no place here: a site that
 * has a license loads a map.
 */
#ifndef SMET_CONTENT_CODES_H
#define SMET_CONTENT_CODES_H

#include "content/tables.h"

#define SMET__LOINC_NOTICE                                                                  \
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright "     \
    "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes "  \
    "(LOINC) Committee and is available at no cost under the license at "                   \
    "http://loinc.org/license. LOINC is a registered United States trademark of "           \
    "Regenstrief Institute, Inc."

/* What must hold for a Condition or Procedure with a code to say anything. */
enum smet_code_rule {
    SMET__CODE_LASTING = 0,   /* confirmed; also when it is over */
    SMET__CODE_CURRENT = 1,   /* confirmed, and not said to be over */
    SMET__CODE_ALARM = 2,     /* confirmed and active; in doubt, it takes a "no" back to unknown */
    SMET__CODE_AT_SACRUM = 3, /* as an alarm, and its body site is in the sacrum */
    SMET__CODE_SITE = 4,      /* as a current one; its body site says the value */
    SMET__CODE_NOTHING = 5    /* known, and says nothing: the note says why */
};

/* A code, or the beginning that codes share; rows stand in the order of the codes. */
struct smet_code_row {
    const char *code;         /* as it is printed, with its dot */
    smet_field_t field;
    struct smet_values says;
    int rule;                 /* one of enum smet_code_rule */
    const char *note;
};

struct smet_code_table {
    const struct smet_code_row *rows;
    int count;
};

extern const struct smet_code_table smet__codes_icd10cm;
extern const struct smet_code_table smet__codes_icd10pcs;
extern const struct smet_code_table smet__codes_icdo3_topography;

/* Morphologies of ICD-O-3 from `first` to `last`, behavior 3 (malignant, primary site). */
struct smet_morphology_row {
    int first, last;
    struct smet_values says; /* empty: the topography says the primary */
    const char *note;
};

extern const struct smet_morphology_row smet__morphologies[];
extern const int smet__morphology_count;

/* One answer of a LOINC list; `value` is -1 where the field has none. */
struct smet_answer_row {
    const char *code;
    smet_value_t value;
};

/* A LOINC Observation. */
struct smet_observation_row {
    const char *code;
    smet_field_t field;
    bool is_mapping;
    const struct smet_answer_row *answers; /* coded values; NULL: none is known */
    int answer_count;
    const char *note;
};

extern const struct smet_observation_row smet__codes_loinc[];
extern const int smet__codes_loinc_count;

#endif
