/*
 * The assessment's inside, and the steps that fill it.
 */
#ifndef SMET_PATHWAY_ASSESSMENT_H
#define SMET_PATHWAY_ASSESSMENT_H

#include "core/linked.h"
#include "score/score.h"

/* What is known of a condition, and what would tell. */
struct smet_evaluation {
    smet_truth_t truth;
    struct smet_fields open; /* where it is unknown: the open fields that its unknown parts read */
};

/* Verdicts rise in tens; a set of them is a mask of their tens. */
#define VERDICT_BIT(verdict) (1u << ((verdict) / 10))

struct smet_standing {
    smet_verdict_t disposition;
    uint32_t possible; /* mask of verdicts, the disposition and stronger ones */
    uint32_t fired;    /* mask of the verdicts of the rules that fire, cautions aside */
    struct smet_fields deciding;
    struct smet_fields alarming; /* of those, what could still make it an emergency */
};

/* A fact that would settle much. */
struct smet_next {
    smet_field_t field;
    bool may_show_emergency;
    struct smet_interventions interventions; /* those that it bears on */
    struct smet_instruments instruments;     /* those that miss it */
};

struct smet_assessment {
    struct smet_record record;
    struct smet_linked linked;
    struct smet_score_state scores[SMET__INSTRUMENT_COUNT];
    struct smet_evaluation findings[SMET__FINDING_COUNT];
    struct smet_evaluation rules[SMET__RULE_COUNT];
    struct smet_standing standings[SMET__INTERVENTION_COUNT];
    struct smet_conflicts conflicts;
    struct smet_checks inconsistencies;
    int next_count;
    struct smet_next next[SMET_NEXT_MAX];
    int reading_count;
    uint8_t reading[SMET__INTERVENTION_COUNT]; /* interventions in the order of a reader */
};

static inline bool smet__is_settled(const struct smet_standing *standing)
{
    return standing->possible == VERDICT_BIT(standing->disposition);
}

/* Everything but what is for a reader: smet__find_next() and smet__order_reading(). */
void smet__assess(const struct smet_record *record, struct smet_assessment *assessment);

/*
 * Of some checks, those that hold for a record that was
 * read through its links and scored. Findings are filled in, nothing else; no
 * check reads a rule.
 */
struct smet_checks smet__checks_that_hold(struct smet_assessment *assessment,
                                          struct smet_checks checks);

/* Evaluates a condition in Kleene's logic over what the assessment holds so far. */
struct smet_evaluation smet__evaluate(const struct smet_condition *condition,
                                      const struct smet_assessment *assessment);

/*
 * The fields that a condition reads, through findings, scores and
 * mappings. With an assessment, what an entered override puts out of use is left
 * out.
 */
struct smet_fields smet__condition_fields(const struct smet_condition *condition,
                                          const struct smet_linked *linked);

/* Writes a condition in words; returns its length. */
size_t smet__condition_words(const struct smet_condition *condition, char *text, size_t capacity);

/* Finds the facts that would settle most. */
void smet__find_next(struct smet_assessment *assessment);

/* Puts the interventions into the order of a reader. */
void smet__order_reading(struct smet_assessment *assessment);

#endif
