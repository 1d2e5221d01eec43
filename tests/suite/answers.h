/*
 * All that an assessment says, in a form that can be compared with what another
 * one says.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "suite.h"

enum { FINDINGS = 23, RULES = 80, INTERVENTIONS = 35, INSTRUMENTS = 3, GROUPS_MAX = 32 };

struct answers {
    smet_truth_t finding[FINDINGS];
    smet_truth_t rule[RULES];
    struct smet_disposition disposition[INTERVENTIONS];
    struct smet_score score[INSTRUMENTS];
    size_t group_count;
    uint64_t group[GROUPS_MAX];
};

void read_answers(const smet_assessment *assessment, struct answers *answers);

/* The answers to a record. */
void answer(const smet_record *record, struct answers *answers);

/* The verdicts that are possible, as a mask of their tens. */
uint64_t verdicts_of(const struct smet_disposition *disposition);

/* Whether a field is an override that stands for a clinician's judgement. */
bool is_judgement(smet_field_t field);

/* Whether facts contradict each other afterwards that did not before. */
bool has_new_inconsistency(const struct answers *before, const struct answers *after);

/*
 * Fails the test unless what a record narrowed to another one keeps is kept: what
 * was known of findings and rules, totals and bands, what was settled; and nothing
 * more became possible.
 */
void check_narrowed(const struct answers *before, const struct answers *after);

#endif
