/*
 * Every enumeration, walked alike. Vocabularies whose terms are rows of a table
 * are read from it; the small ones are listed here.
 */
#include "core/record.h"
#include "core/status.h"

#include <string.h>

struct term {
    int32_t number;
    const char *key;
    const char *label;
};

static const struct term field_kinds[] = {
    {SMET_KIND_CHOICE, "choice", "choice"},
    {SMET_KIND_YES_NO, "yes_no", "yes or no"},
    {SMET_KIND_INTEGER, "integer", "integer"},
};

static const struct term field_groups[] = {
    {SMET_GROUP_DISEASE, "disease", "Disease"},
    {SMET_GROUP_NEUROLOGY, "neurology", "Neurology"},
    {SMET_GROUP_PAIN, "pain", "Pain"},
    {SMET_GROUP_LESION, "lesion", "Lesion and imaging"},
    {SMET_GROUP_TREATMENT, "treatment", "Diagnosis and treatment so far"},
    {SMET_GROUP_REPORTED, "reported", "Scores already in the chart"},
};

static const struct term directions[] = {
    {SMET_DIRECTION_HIGHER_IS_BETTER, "higher_is_better", "higher is better"},
    {SMET_DIRECTION_HIGHER_IS_WORSE, "higher_is_worse", "higher is worse"},
};

static const struct term truths[] = {
    {SMET_TRUTH_FALSE, "false", "no"},
    {SMET_TRUTH_TRUE, "true", "yes"},
    {SMET_TRUTH_UNKNOWN, "unknown", "not known"},
};

static const struct term verdicts[] = {
    {SMET_VERDICT_EMERGENCY, "emergency", "emergency"},
    {SMET_VERDICT_OUT_OF_SCOPE, "out_of_scope", "out of scope"},
    {SMET_VERDICT_CONTRAINDICATED, "contraindicated", "contraindicated"},
    {SMET_VERDICT_NOT_RECOMMENDED, "not_recommended", "not recommended"},
    {SMET_VERDICT_RECOMMENDED, "recommended", "recommended"},
    {SMET_VERDICT_OPTION, "option", "option"},
    {SMET_VERDICT_CAUTION, "caution", "caution"},
    {SMET_VERDICT_NO_RULE, "no_rule", "no rule"},
};

static const struct term grades[] = {
    {SMET_GRADE_REVIEW, "review", "statement of the review"},
    {SMET_GRADE_SERIES, "series", "case series"},
    {SMET_GRADE_EXPERT, "expert", "practice of the review's senior author"},
    {SMET_GRADE_INSTRUMENT, "instrument", "comes with a score"},
    {SMET_GRADE_INTERPRETATION, "interpretation", "our reading beyond the review's words"},
};

static const struct term sides[] = {
    {SMET_SIDE_LEFT, "left", "left"},
    {SMET_SIDE_RIGHT, "right", "right"},
};

static const struct term evidence_statuses[] = {
    {SMET_EVIDENCE_STATUS_AS_REVIEWED, "as_reviewed", "as the review prints it"},
    {SMET_EVIDENCE_STATUS_CHECKED, "checked", "also read in the paper's abstract, and equal"},
    {SMET_EVIDENCE_STATUS_CONFLICT, "conflict", "review and paper differ"},
    {SMET_EVIDENCE_STATUS_ABSTRACT, "abstract", "read in the paper's abstract"},
};

static const struct term vocabularies[] = {
    {SMET_VOCABULARY_STATUS, "status", "statuses"},
    {SMET_VOCABULARY_FIELD, "field", "fields"},
    {SMET_VOCABULARY_FIELD_KIND, "field_kind", "kinds of field"},
    {SMET_VOCABULARY_FIELD_GROUP, "field_group", "parts of the record"},
    {SMET_VOCABULARY_INSTRUMENT, "instrument", "instruments"},
    {SMET_VOCABULARY_DIRECTION, "direction", "directions of an instrument"},
    {SMET_VOCABULARY_FINDING, "finding", "findings"},
    {SMET_VOCABULARY_TRUTH, "truth", "what is known of a condition"},
    {SMET_VOCABULARY_INTERVENTION, "intervention", "interventions"},
    {SMET_VOCABULARY_RULE, "rule", "rules"},
    {SMET_VOCABULARY_VERDICT, "verdict", "verdicts"},
    {SMET_VOCABULARY_GRADE, "grade", "grades"},
    {SMET_VOCABULARY_SIDE, "side", "sides"},
    {SMET_VOCABULARY_CONFLICT, "conflict", "conflicts"},
    {SMET_VOCABULARY_REFERENCE, "reference", "references"},
    {SMET_VOCABULARY_EVIDENCE, "evidence", "outcome figures"},
    {SMET_VOCABULARY_EVIDENCE_STATUS, "evidence_status", "how far a figure was checked"},
    {SMET_VOCABULARY_DISPUTE, "dispute", "conflicts of citation"},
    {SMET_VOCABULARY_VOCABULARY, "vocabulary", "vocabularies"},
};

static struct term status_at(int i)
{
    const struct smet__status_row *row = &smet__statuses[i];
    return (struct term){row->status, row->name, row->text};
}

static struct term field_at(int i)
{
    return (struct term){i, smet__fields[i].key, smet__fields[i].label};
}

static struct term instrument_at(int i)
{
    return (struct term){i, smet__instruments[i]->key, smet__instruments[i]->label};
}

static struct term finding_at(int i)
{
    return (struct term){i, smet__findings[i].key, smet__findings[i].label};
}

static struct term intervention_at(int i)
{
    return (struct term){i, smet__interventions[i].key, smet__interventions[i].label};
}

static struct term rule_at(int i)
{
    return (struct term){i, smet__rules[i].key, smet__rules[i].rationale};
}

static struct term conflict_at(int i)
{
    return (struct term){i, smet__conflicts[i].key, smet__conflicts[i].label};
}

static struct term reference_at(int i)
{
    return (struct term){i, smet__references[i].key, smet__references[i].citation};
}

/* The tables of figures and disputes begin at 1, as their keys do. */
static struct term evidence_at(int i)
{
    return (struct term){i + 1, smet__evidence[i + 1].key, smet__evidence[i + 1].label};
}

static struct term dispute_at(int i)
{
    return (struct term){i + 1, smet__disputes[i + 1].key, smet__disputes[i + 1].label};
}

struct vocabulary {
    int count;
    const struct term *terms;  /* listed terms, or ... */
    struct term (*at)(int i);  /* ... rows of a table */
};

#define LISTED(list) {COUNT_OF(list), (list), NULL}

static struct vocabulary find(smet_vocabulary_t vocabulary)
{
    static const struct vocabulary all[] = {
        [SMET_VOCABULARY_STATUS] = {0, NULL, status_at},
        [SMET_VOCABULARY_FIELD] = {SMET__FIELD_COUNT, NULL, field_at},
        [SMET_VOCABULARY_FIELD_KIND] = LISTED(field_kinds),
        [SMET_VOCABULARY_FIELD_GROUP] = LISTED(field_groups),
        [SMET_VOCABULARY_INSTRUMENT] = {SMET__INSTRUMENT_COUNT, NULL, instrument_at},
        [SMET_VOCABULARY_DIRECTION] = LISTED(directions),
        [SMET_VOCABULARY_FINDING] = {SMET__FINDING_COUNT, NULL, finding_at},
        [SMET_VOCABULARY_TRUTH] = LISTED(truths),
        [SMET_VOCABULARY_INTERVENTION] = {SMET__INTERVENTION_COUNT, NULL, intervention_at},
        [SMET_VOCABULARY_RULE] = {SMET__RULE_COUNT, NULL, rule_at},
        [SMET_VOCABULARY_VERDICT] = LISTED(verdicts),
        [SMET_VOCABULARY_GRADE] = LISTED(grades),
        [SMET_VOCABULARY_SIDE] = LISTED(sides),
        [SMET_VOCABULARY_CONFLICT] = {SMET__CONFLICT_COUNT, NULL, conflict_at},
        [SMET_VOCABULARY_REFERENCE] = {SMET__REFERENCE_COUNT, NULL, reference_at},
        [SMET_VOCABULARY_EVIDENCE] = {SMET__EVIDENCE_COUNT - 1, NULL, evidence_at},
        [SMET_VOCABULARY_EVIDENCE_STATUS] = LISTED(evidence_statuses),
        [SMET_VOCABULARY_DISPUTE] = {SMET__DISPUTE_COUNT - 1, NULL, dispute_at},
        [SMET_VOCABULARY_VOCABULARY] = LISTED(vocabularies),
    };
    if (vocabulary < 0 || vocabulary >= COUNT_OF(all))
        return (struct vocabulary){0, NULL, NULL};
    struct vocabulary found = all[vocabulary];
    if (vocabulary == SMET_VOCABULARY_STATUS)
        found.count = (int)smet__status_count;
    return found;
}

static struct term term_at(struct vocabulary vocabulary, int i)
{
    return vocabulary.terms != NULL ? vocabulary.terms[i] : vocabulary.at(i);
}

size_t smet_term_count(smet_vocabulary_t vocabulary)
{
    return (size_t)find(vocabulary).count;
}

int32_t smet_term_at(smet_vocabulary_t vocabulary, size_t index)
{
    struct vocabulary found = find(vocabulary);
    return index < (size_t)found.count ? term_at(found, (int)index).number : -1;
}

/* The term with a number; its key is NULL when there is none. */
static struct term find_number(smet_vocabulary_t vocabulary, int32_t number)
{
    struct vocabulary found = find(vocabulary);
    for (int i = 0; i < found.count; i++) {
        struct term term = term_at(found, i);
        if (term.number == number)
            return term;
    }
    return (struct term){-1, NULL, NULL};
}

const char *smet_term_key(smet_vocabulary_t vocabulary, int32_t term)
{
    return find_number(vocabulary, term).key;
}

const char *smet_term_label(smet_vocabulary_t vocabulary, int32_t term)
{
    return find_number(vocabulary, term).label;
}

int32_t smet_term_find(smet_vocabulary_t vocabulary, const char *key)
{
    struct vocabulary found = find(vocabulary);
    for (int i = 0; i < found.count && key != NULL; i++) {
        struct term term = term_at(found, i);
        if (strcmp(term.key, key) == 0)
            return term.number;
    }
    return -1;
}
