/*
 * The shapes of the clinical tables, and the words that they are written in.
 *
 * Tables hold no logic and engines know no medicine: what is here is only the
 * form in which knowledge stands in lib/content. Every table is const and
 * indexed by the public enumerator of its row.
 */
#ifndef SMET_CONTENT_TABLES_H
#define SMET_CONTENT_TABLES_H

#include "content/condition.h"
#include "base/value_set.h"

#include <sacralmet/sacralmet.h>

enum {
    SMET__FIELD_COUNT = SMET_FIELD_REPORTED_TOMITA + 1,
    SMET__INSTRUMENT_COUNT = SMET_INSTRUMENT_SINS + 1,
    SMET__FINDING_COUNT = SMET_FINDING_SURGERY_INDICATED + 1,
    SMET__INTERVENTION_COUNT = SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS + 1,
    SMET__RULE_COUNT = SMET_RULE_OUTCOMES_DOMAINS + 1,
    SMET__CONFLICT_COUNT = SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_ITS_RISK + 1,
    SMET__REFERENCE_COUNT = SMET_REFERENCE_SERLIN_1995 + 1,
    SMET__EVIDENCE_COUNT = SMET_EVIDENCE_E13 + 1, /* row 0 is empty */
    SMET__DISPUTE_COUNT = SMET_DISPUTE_C9 + 1     /* row 0 is empty */
};

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

/* --- sets of values ---------------------------------------------------- */

#define SMET__BELOW(n) \
    ((n) <= 0 ? UINT64_C(0) : (n) >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << ((n) & 63)) - 1)

/* The values from `first` to `last`, both included. */
#define SPAN(first, last)                                         \
    {                                                             \
        {                                                         \
            SMET__BELOW((last) + 1) & ~SMET__BELOW(first),        \
                SMET__BELOW((last)-63) & ~SMET__BELOW((first)-64) \
        }                                                         \
    }

/* The listed values, one to sixteen of them, each below 64. */
#define ONLY(...)                          \
    {                                      \
        {                                  \
            BITS_OF(__VA_ARGS__), 0        \
        }                                  \
    }

/* --- lists of references, interventions and the like, by number, each below 256 --- */

#define LIST(...) \
    (const uint8_t[]){__VA_ARGS__}, (int)(sizeof((const uint8_t[]){__VA_ARGS__}))

struct smet_list {
    const uint8_t *of;
    int count;
};

/* --- the record -------------------------------------------------------- */

struct smet_option_row {
    const char *key;
    const char *label;
    const char *definition;
};

struct smet_field_row {
    const char *key;
    const char *label;
    const char *definition;
    smet_field_group_t group;
    smet_field_kind_t kind;
    bool is_override;
    int32_t minimum, maximum, step;
    const struct smet_option_row *options; /* NULL for integers */
    struct smet_values domain;
};

extern const struct smet_field_row smet__fields[SMET__FIELD_COUNT];

/*
 * A relation between two or three fields, as a union of cases: it holds when
 * there is a case in which every field has one of its allowed values.
 */
enum { SMET__LINK_FIELDS = 3 };

struct smet_link_case {
    struct smet_values allowed[SMET__LINK_FIELDS];
};

struct smet_link {
    const char *text;        /* the line of the record's definition that it belongs to */
    const char *broken_text; /* what to say when it cannot hold */
    int line;                /* which line that is; one line may hold several links */
    int field_count;
    smet_field_t fields[SMET__LINK_FIELDS];
    const struct smet_link_case *cases;
    int case_count;
    bool once_entered; /* no relation at all until its first field is entered */
    /*
     * The first field is a shortcut: its value in the first case answers the
     * second field, so asking for it stands in place of asking for the many
     * that it answers. Where the relation cannot hold, the shortcut alone is
     * set aside.
     */
    bool is_shortcut;
};

/* No table has more links; where one has, this is the number to raise. */
enum { SMET__LINKS_MAX = 64 };

extern const struct smet_link smet__links[];
extern const int smet__link_count;

/*
 * What stands for an override that was not entered: a value mapped from another
 * field, or, where a finding holds, the bands of an instrument (band b is value
 * b). Without either every value stays possible.
 */
struct smet_mapping_row {
    struct smet_values from;
    struct smet_values to;
    const char *note; /* what must be said of this row; empty where there is nothing */
};

struct smet_mapping {
    smet_field_t field; /* the override */
    const char *text;
    smet_field_t from; /* SMET_FIELD_INVALID: from an instrument */
    const struct smet_mapping_row *rows;
    int row_count;
    smet_instrument_t instrument; /* SMET_INSTRUMENT_INVALID: from a field */
    smet_finding_t where;         /* the finding that must hold for the instrument to count */
};

enum {
    SMET__MAPPING_TUMOR_GROWTH,
    SMET__MAPPING_HYPERVASCULAR,
    SMET__MAPPING_STABILITY,
    SMET__MAPPING_COUNT
};

extern const struct smet_mapping smet__mappings[SMET__MAPPING_COUNT];

/* --- instruments ------------------------------------------------------- */

/* No instrument has more items. */
enum { SMET__ITEMS_MAX = 8 };

struct smet_points_row {
    int points;
    struct smet_values values;
    const char *label;
    const char *note; /* NULL where there is nothing to say */
};

struct smet_item_row {
    const char *key;
    const char *label;
    smet_field_t field;
    const struct smet_points_row *rows;
    int row_count;
    const char *caveat; /* NULL where there is nothing to say */
    const char *provenance;
};

struct smet_band_row {
    const char *key;
    const char *label;
    const char *alias;    /* NULL where there is none */
    const char *strategy; /* NULL where there is none */
    const char *provenance;
    int minimum, maximum;
    /* Months of survival that the band speaks of; 0 where it names no such bound. */
    int survival_minimum, survival_maximum;
};

/* Shown while the field may have one of the values; always where there is no field. */
struct smet_note_row {
    const char *text;
    smet_field_t field;
    struct smet_values values;
};

struct smet_instrument_row {
    const char *key;
    const char *label;
    const char *alias; /* NULL where there is none */
    smet_direction_t direction;
    int minimum, maximum;
    smet_field_t reported; /* the field for a total found in the chart */
    int is_prognostic;     /* 1: its bands speak of a prognosis */
    const struct smet_item_row *items;
    int item_count;
    const struct smet_band_row *bands;
    int band_count;
    const struct smet_note_row *notes;
    int note_count;
    struct smet_list references;
};

extern const struct smet_instrument_row *const smet__instruments[SMET__INSTRUMENT_COUNT];

/* --- the pathway ------------------------------------------------------- */

struct smet_finding_row {
    const char *key;
    const char *label;
    const struct smet_condition *when;
};

extern const struct smet_finding_row smet__findings[SMET__FINDING_COUNT];

/* Names the side opposite to the one that a field holds. */
struct smet_side_row {
    smet_field_t field;
    smet_value_t left, right; /* the field's values for the two sides */
    smet_rule_t rule;         /* the rule that must fire */
};

enum smet_intervention_kind {
    SMET__KIND_OTHER,
    SMET__KIND_OPERATION,
    SMET__KIND_LOCAL_TREATMENT,
    SMET__KIND_AROUND_OPERATION
};

struct smet_intervention_row {
    const char *key;
    const char *label;
    const char *definition;
    enum smet_intervention_kind kind;
    const struct smet_side_row *side; /* NULL where none is named */
};

extern const struct smet_intervention_row smet__interventions[SMET__INTERVENTION_COUNT];

struct smet_rule_row {
    const char *key;
    smet_verdict_t verdict;
    smet_grade_t grade;
    struct smet_list interventions;
    const struct smet_condition *when;
    const char *rationale;
    const char *section;
    struct smet_list references;
    struct smet_list evidence;
};

extern const struct smet_rule_row smet__rules[SMET__RULE_COUNT];

struct smet_conflict_row {
    const char *key;
    const char *label;
    const char *explanation;
    const struct smet_condition *when;
    const char *const *between; /* keys */
    int between_count;
};

extern const struct smet_conflict_row smet__conflicts[SMET__CONFLICT_COUNT];

/* Facts that contradict each other in a way that no relation of values says. */
struct smet_inconsistency_row {
    smet_field_t fields[5];
    int field_count;
    const struct smet_condition *when;
    const char *text;
};

/* No table has more checks; where one has, this is the number to raise. */
enum { SMET__CHECKS_MAX = 64 };

extern const struct smet_inconsistency_row smet__inconsistencies[];
extern const int smet__inconsistency_count;

/* --- sources ----------------------------------------------------------- */

struct smet_reference_row {
    const char *key;
    const char *authors;
    const char *title;
    const char *journal;
    int year;
    const char *volume;
    const char *pages;
    const char *doi;  /* NULL where not known */
    const char *pmid; /* NULL where not known */
    const char *citation;
};

extern const struct smet_reference_row smet__references[SMET__REFERENCE_COUNT];

struct smet_evidence_row {
    const char *key;
    const char *label;
    struct smet_list interventions;
    smet_reference_t reference;
    smet_evidence_status_t status;
    int n;
    const char *measure;
    const char *before;       /* NULL where there is none */
    const char *after;        /* NULL where there is none */
    const char *p;            /* NULL where none is stated or settled */
    const char *statement;
    const char *disagreement; /* NULL where there is none */
};

extern const struct smet_evidence_row smet__evidence[SMET__EVIDENCE_COUNT];

struct smet_dispute_row {
    const char *key;
    const char *label;
    const char *statement;
    const char *choice;
    struct smet_list references;
};

extern const struct smet_dispute_row smet__disputes[SMET__DISPUTE_COUNT];

#endif
