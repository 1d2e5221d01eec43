/*
 * Conditions in Kleene's three-valued logic: true or false where that holds for
 * every patient that the record allows, else unknown.
 */
#include "pathway/assessment.h"

static const struct smet_evaluation is_true = {SMET_TRUTH_TRUE, {{0}}};
static const struct smet_evaluation is_false = {SMET_TRUTH_FALSE, {{0}}};

static struct smet_evaluation known(bool truth)
{
    return truth ? is_true : is_false;
}

/* Whether what is possible lies within a set, outside it, or both. */
static struct smet_evaluation within(uint64_t possible, uint64_t members, struct smet_fields open)
{
    if ((possible & ~members) == 0)
        return is_true;
    if ((possible & members) == 0)
        return is_false;
    return (struct smet_evaluation){SMET_TRUTH_UNKNOWN, open};
}

/* A part of a condition; most are fields and findings, which need no further call. */
static inline struct smet_evaluation evaluate_part(const struct smet_condition *part,
                                                   const struct smet_assessment *assessment)
{
    if (part->kind == SMET__FINDING)
        return assessment->findings[part->subject];
    if (part->kind == SMET__IS ||
        (part->kind == SMET__SIGN && !smet__fields_has(assessment->linked.aside, part->subject)))
        return within(assessment->linked.possible[part->subject].word[0], part->members,
                      smet__fields_of(part->subject));
    return smet__evaluate(part, assessment);
}

/* All of the parts, or any: one `decisive` part decides; unknown parts leave it open. */
static struct smet_evaluation combine(const struct smet_condition *condition,
                                      const struct smet_assessment *assessment,
                                      smet_truth_t decisive)
{
    struct smet_evaluation result = known(decisive == SMET_TRUTH_FALSE);
    for (int i = 0; i < condition->part_count; i++) {
        struct smet_evaluation part = evaluate_part(condition->parts[i], assessment);
        if (part.truth == decisive)
            return part;
        if (part.truth == SMET_TRUTH_UNKNOWN) {
            result.truth = SMET_TRUTH_UNKNOWN;
            result.open = smet__fields_or(result.open, part.open);
        }
    }
    return result;
}

static bool true_as_entered(const struct smet_condition *condition,
                            const struct smet_assessment *assessment)
{
    const struct smet_values members = {{condition->members, 0}};
    return smet__fields_has(assessment->linked.aside, condition->subject) &&
           smet__values_within(assessment->record.entered[condition->subject], members);
}

/* What stands for an override: its own set where entered, else what is mapped. */
static struct smet_evaluation judged(const struct smet_condition *condition,
                                     const struct smet_assessment *assessment)
{
    const struct smet_linked *linked = &assessment->linked;
    const struct smet_mapping *mapping = smet__mapping_of(condition->subject);
    uint64_t possible = linked->possible[mapping->field].word[0];
    struct smet_fields open = smet__fields_of(mapping->field);
    if (smet__linked_entered(linked, mapping->field))
        return within(possible, condition->members, smet__fields_and(open, linked->open));
    if (mapping->from != SMET_FIELD_INVALID) {
        bool varies;
        const char *note;
        possible = smet__mapped(mapping, linked, &varies, &note).word[0];
        if (varies)
            smet__fields_add(&open, mapping->from);
        return within(possible, condition->members, smet__fields_and(open, linked->open));
    }
    const struct smet_evaluation *where = &assessment->findings[mapping->where];
    const struct smet_score_state *score = &assessment->scores[mapping->instrument];
    if (where->truth == SMET_TRUTH_TRUE)
        return within(score->bands, condition->members, smet__fields_or(open, score->missing));
    return within(possible, condition->members,
                  where->truth == SMET_TRUTH_UNKNOWN ? smet__fields_or(open, where->open) : open);
}

/* Whether an override was entered, unlike all that could stand in its place. */
static bool unlike(smet_field_t field, const struct smet_assessment *assessment)
{
    const struct smet_linked *linked = &assessment->linked;
    const struct smet_mapping *mapping = smet__mapping_of(field);
    bool varies;
    const char *note;
    uint64_t mapped = mapping->from == SMET_FIELD_INVALID
                          ? assessment->scores[mapping->instrument].bands
                          : smet__mapped(mapping, linked, &varies, &note).word[0];
    return smet__linked_entered(linked, field) && (linked->possible[field].word[0] & mapped) == 0;
}

struct smet_evaluation smet__evaluate(const struct smet_condition *condition,
                                      const struct smet_assessment *assessment)
{
    const struct smet_linked *linked = &assessment->linked;
    int subject = condition->subject;
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALWAYS:
        return is_true;
    case SMET__ALL:
        return combine(condition, assessment, SMET_TRUTH_FALSE);
    case SMET__ANY:
        return combine(condition, assessment, SMET_TRUTH_TRUE);
    case SMET__NOT: {
        struct smet_evaluation part = evaluate_part(condition->parts[0], assessment);
        if (part.truth != SMET_TRUTH_UNKNOWN)
            part.truth = part.truth == SMET_TRUTH_FALSE ? SMET_TRUTH_TRUE : SMET_TRUTH_FALSE;
        return part;
    }
    case SMET__SIGN:
        if (true_as_entered(condition, assessment))
            return is_true;
        return within(linked->possible[subject].word[0], condition->members,
                      smet__fields_of(subject));
    case SMET__IS:
    case SMET__FINDING:
        return evaluate_part(condition, assessment);
    case SMET__ALARM:
        return known(true_as_entered(condition, assessment));
    case SMET__JUDGED:
        return judged(condition, assessment);
    case SMET__ENTERED:
        return known(smet__linked_entered(linked, subject));
    case SMET__UNLIKE:
        return known(unlike(subject, assessment));
    case SMET__BAND:
        return within(assessment->scores[subject].bands, condition->members,
                      assessment->scores[subject].missing);
    case SMET__TOTAL:
        return within(assessment->scores[subject].totals, condition->members,
                      assessment->scores[subject].missing);
    case SMET__MISFIT:
        return known(!assessment->scores[subject].reported_fits);
    case SMET__RULE_FIRES:
        return assessment->rules[subject];
    }
    return is_false;
}

static struct smet_fields override_fields(smet_field_t field, const struct smet_linked *linked)
{
    const struct smet_mapping *mapping = smet__mapping_of(field);
    struct smet_fields fields = smet__fields_of(field);
    if (linked != NULL && smet__linked_entered(linked, field))
        return fields;
    if (mapping->from != SMET_FIELD_INVALID) {
        smet__fields_add(&fields, mapping->from);
        return fields;
    }
    fields = smet__fields_or(fields, smet__score_fields(mapping->instrument));
    return smet__fields_or(
        fields, smet__condition_fields(smet__findings[mapping->where].when, linked));
}

struct smet_fields smet__condition_fields(const struct smet_condition *condition,
                                          const struct smet_linked *linked)
{
    struct smet_fields fields = {{0}};
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALWAYS:
        break;
    case SMET__ALL:
    case SMET__ANY:
    case SMET__NOT:
        for (int i = 0; i < condition->part_count; i++)
            fields =
                smet__fields_or(fields, smet__condition_fields(condition->parts[i], linked));
        break;
    case SMET__IS:
    case SMET__SIGN:
    case SMET__ALARM:
    case SMET__ENTERED:
        smet__fields_add(&fields, condition->subject);
        break;
    case SMET__JUDGED:
    case SMET__UNLIKE:
        fields = override_fields(condition->subject, linked);
        break;
    case SMET__FINDING:
        fields = smet__condition_fields(smet__findings[condition->subject].when, linked);
        break;
    case SMET__BAND:
    case SMET__TOTAL:
    case SMET__MISFIT:
        fields = smet__score_fields(condition->subject);
        break;
    case SMET__RULE_FIRES:
        fields = smet__condition_fields(smet__rules[condition->subject].when, linked);
        break;
    }
    return fields;
}
