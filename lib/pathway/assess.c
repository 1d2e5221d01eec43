/*
 * From a record to what can be said of it: links, scores, findings, rules, and
 * the standing of every intervention.
 */
#include "base/errors.h"
#include "pathway/assessment.h"

#include <stdlib.h>

struct smet_checks smet__checks_that_hold(struct smet_assessment *assessment,
                                          struct smet_checks checks)
{
    struct smet_checks hold = {{0}};
    for (int f = 0; f < SMET__FINDING_COUNT; f++)
        assessment->findings[f] = smet__evaluate(smet__findings[f].when, assessment);
    SMET__FOR_EACH(c, checks)
        if (smet__evaluate(smet__inconsistencies[c].when, assessment).truth == SMET_TRUTH_TRUE)
            smet__checks_add(&hold, c);
    return hold;
}

static void evaluate_all(struct smet_assessment *assessment)
{
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        smet__score(i, &assessment->record, &assessment->linked, &assessment->scores[i]);
    assessment->inconsistencies =
        smet__checks_that_hold(assessment, smet__checks_below(smet__inconsistency_count));
    for (int r = 0; r < SMET__RULE_COUNT; r++)
        assessment->rules[r] = smet__evaluate(smet__rules[r].when, assessment);
    assessment->conflicts = smet__conflicts_none();
    for (int c = 0; c < SMET__CONFLICT_COUNT; c++)
        if (smet__evaluate(smet__conflicts[c].when, assessment).truth == SMET_TRUTH_TRUE)
            smet__conflicts_add(&assessment->conflicts, c);
}

/* The disposition is the strongest verdict that fires; stronger ones may still come. */
static void take_standings(struct smet_assessment *assessment)
{
    struct smet_standing *standings = assessment->standings;
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
        standings[i] = (struct smet_standing){.disposition = SMET_VERDICT_NO_RULE};
    for (int r = 0; r < SMET__RULE_COUNT; r++) {
        const struct smet_rule_row *rule = &smet__rules[r];
        if (assessment->rules[r].truth != SMET_TRUTH_TRUE ||
            rule->verdict == SMET_VERDICT_CAUTION)
            continue;
        for (int n = 0; n < rule->interventions.count; n++) {
            smet_intervention_t i = rule->interventions.of[n];
            standings[i].fired |= VERDICT_BIT(rule->verdict);
            if (rule->verdict > standings[i].disposition)
                standings[i].disposition = rule->verdict;
        }
    }
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
        standings[i].possible = VERDICT_BIT(standings[i].disposition);
    for (int r = 0; r < SMET__RULE_COUNT; r++) {
        const struct smet_rule_row *rule = &smet__rules[r];
        if (assessment->rules[r].truth != SMET_TRUTH_UNKNOWN ||
            rule->verdict == SMET_VERDICT_CAUTION)
            continue;
        for (int n = 0; n < rule->interventions.count; n++) {
            smet_intervention_t i = rule->interventions.of[n];
            if (rule->verdict <= standings[i].disposition)
                continue;
            standings[i].possible |= VERDICT_BIT(rule->verdict);
            standings[i].deciding =
                smet__fields_or(standings[i].deciding, assessment->rules[r].open);
            if (rule->verdict == SMET_VERDICT_EMERGENCY)
                standings[i].alarming =
                    smet__fields_or(standings[i].alarming, assessment->rules[r].open);
        }
    }
}

void smet__assess(const struct smet_record *record, struct smet_assessment *assessment)
{
    assessment->record = *record;
    smet__link(record, &assessment->linked);
    evaluate_all(assessment);
    take_standings(assessment);
}

smet_assessment *smet_assess(const smet_record *record, struct smet_error *error)
{
    if (smet__error_check(error) != SMET_OK)
        return NULL;
    if (record == NULL) {
        smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID, "The record is NULL.");
        return NULL;
    }
    struct smet_assessment *assessment = malloc(sizeof *assessment);
    if (assessment == NULL) {
        smet__refuse(error, SMET_ERROR_NO_MEMORY, SMET_FIELD_INVALID,
                     "There is no memory for an assessment.");
        return NULL;
    }
    smet__assess(record, assessment);
    smet__find_next(assessment);
    smet__order_reading(assessment);
    return assessment;
}

smet_assessment *smet_assessment_copy(const smet_assessment *assessment)
{
    if (assessment == NULL)
        return NULL;
    struct smet_assessment *copy = malloc(sizeof *copy);
    if (copy != NULL)
        *copy = *assessment;
    return copy;
}

void smet_assessment_free(smet_assessment *assessment)
{
    free(assessment);
}
