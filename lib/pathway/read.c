/*
 * Reading an assessment.
 */
#include "base/errors.h"
#include "base/never.h"
#include "pathway/assessment.h"

const smet_record *smet_assessment_record(const smet_assessment *assessment)
{
    return assessment == NULL ? NULL : &assessment->record;
}

static bool is_intervention(smet_intervention_t intervention)
{
    return intervention >= 0 && intervention < SMET__INTERVENTION_COUNT;
}

static bool speaks_of(smet_rule_t rule, smet_intervention_t intervention)
{
    return smet__list_has(smet__rules[rule].interventions, intervention);
}

/* What every struct-filling getter begins with. */
static smet_status_t check(const smet_assessment *assessment, const void *given, size_t known)
{
    smet_status_t status = smet__struct_check(given, known);
    if (status != SMET_OK)
        return status;
    return assessment == NULL ? SMET_ERROR_NULL_ARGUMENT : SMET_OK;
}

static smet_side_t side_of(const smet_assessment *assessment, smet_intervention_t intervention)
{
    const struct smet_side_row *row = smet__interventions[intervention].side;
    if (row == NULL || assessment->rules[row->rule].truth != SMET_TRUTH_TRUE)
        return SMET_SIDE_INVALID;
    uint64_t involved = assessment->linked.possible[row->field].word[0];
    if (involved == BIT(row->left))
        return SMET_SIDE_RIGHT;
    if (involved == BIT(row->right))
        return SMET_SIDE_LEFT;
    return SMET_SIDE_INVALID;
}

smet_status_t smet_assessment_disposition(const smet_assessment *assessment,
                                          smet_intervention_t intervention,
                                          struct smet_disposition *disposition)
{
    smet_status_t status = check(assessment, disposition, sizeof *disposition);
    if (status != SMET_OK)
        return status;
    if (!is_intervention(intervention))
        return SMET_ERROR_UNKNOWN_TERM;
    const struct smet_standing *standing = &assessment->standings[intervention];
    struct smet_disposition filled = {
        .intervention = intervention,
        .disposition = standing->disposition,
        .is_settled = smet__is_settled(standing),
        .side = side_of(assessment, intervention),
    };
    for (int i = 0; i < SMET_POSSIBLE_MAX; i++)
        filled.possible[i] = SMET_VERDICT_INVALID;
    for (int verdict = SMET_VERDICT_EMERGENCY; verdict >= SMET_VERDICT_NO_RULE; verdict -= 10)
        if ((standing->possible & VERDICT_BIT(verdict)) != 0)
            filled.possible[filled.possible_count++] = verdict;
    smet__struct_fill(disposition, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_assessment_deciding(const smet_assessment *assessment,
                                smet_intervention_t intervention, smet_field_t *fields,
                                size_t capacity)
{
    if (assessment == NULL || !is_intervention(intervention))
        return 0;
    return smet__fields_list(assessment->standings[intervention].deciding, fields, capacity);
}

size_t smet_assessment_alarming(const smet_assessment *assessment,
                                smet_intervention_t intervention, smet_field_t *fields,
                                size_t capacity)
{
    if (assessment == NULL || !is_intervention(intervention))
        return 0;
    return smet__fields_list(assessment->standings[intervention].alarming, fields, capacity);
}

size_t smet_assessment_disposition_count(const smet_assessment *assessment)
{
    return assessment == NULL ? 0 : (size_t)assessment->reading_count;
}

smet_status_t smet_assessment_disposition_at(const smet_assessment *assessment, size_t index,
                                             struct smet_disposition *disposition)
{
    smet_status_t status = check(assessment, disposition, sizeof *disposition);
    if (status != SMET_OK)
        return status;
    if (index >= (size_t)assessment->reading_count)
        return SMET_ERROR_INDEX;
    return smet_assessment_disposition(assessment, assessment->reading[index], disposition);
}

size_t smet_assessment_rules(const smet_assessment *assessment, smet_intervention_t intervention,
                             smet_rule_t *rules, size_t capacity)
{
    size_t count = 0;
    if (assessment == NULL || !is_intervention(intervention))
        return 0;
    for (int r = 0; r < SMET__RULE_COUNT; r++) {
        if (!speaks_of(r, intervention) || assessment->rules[r].truth == SMET_TRUTH_FALSE)
            continue;
        if (count < capacity && rules != NULL)
            rules[count] = r;
        count++;
    }
    return count;
}

smet_status_t smet_assessment_rule(const smet_assessment *assessment,
                                   smet_intervention_t intervention, smet_rule_t rule,
                                   struct smet_rule_state *state)
{
    smet_status_t status = check(assessment, state, sizeof *state);
    if (status != SMET_OK)
        return status;
    if (!is_intervention(intervention) || rule < 0 || rule >= SMET__RULE_COUNT ||
        !speaks_of(rule, intervention))
        return SMET_ERROR_UNKNOWN_TERM;
    const struct smet_rule_row *row = &smet__rules[rule];
    const struct smet_rule_state filled = {
        .rule = rule,
        .verdict = row->verdict,
        .fires = assessment->rules[rule].truth,
        .is_overruled = assessment->rules[rule].truth == SMET_TRUTH_TRUE &&
                        row->verdict != SMET_VERDICT_CAUTION &&
                        row->verdict < assessment->standings[intervention].disposition,
    };
    smet__struct_fill(state, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_assessment_rule_derived(const smet_assessment *assessment, smet_rule_t rule,
                                    smet_field_t *fields, size_t capacity)
{
    if (assessment == NULL || rule < 0 || rule >= SMET__RULE_COUNT)
        return 0;
    struct smet_fields read = smet__condition_fields(smet__rules[rule].when, &assessment->linked);
    return smet__fields_list(smet__fields_and(read, assessment->linked.derived), fields, capacity);
}

size_t smet_assessment_cautions(const smet_assessment *assessment,
                                smet_intervention_t intervention, smet_rule_t *rules,
                                size_t capacity)
{
    const uint32_t shown = VERDICT_BIT(SMET_VERDICT_EMERGENCY) |
                           VERDICT_BIT(SMET_VERDICT_RECOMMENDED) | VERDICT_BIT(SMET_VERDICT_OPTION);
    size_t count = 0;
    if (assessment == NULL || !is_intervention(intervention) ||
        (assessment->standings[intervention].possible & shown) == 0)
        return 0;
    for (int r = 0; r < SMET__RULE_COUNT; r++) {
        if (smet__rules[r].verdict != SMET_VERDICT_CAUTION || !speaks_of(r, intervention) ||
            assessment->rules[r].truth != SMET_TRUTH_TRUE)
            continue;
        if (count < capacity && rules != NULL)
            rules[count] = r;
        count++;
    }
    return count;
}

smet_truth_t smet_assessment_finding(const smet_assessment *assessment, smet_finding_t finding)
{
    if (assessment == NULL || finding < 0 || finding >= SMET__FINDING_COUNT)
        return SMET_TRUTH_INVALID;
    return assessment->findings[finding].truth;
}

smet_status_t smet_assessment_score(const smet_assessment *assessment, smet_instrument_t instrument,
                                    struct smet_score *score)
{
    smet_status_t status = check(assessment, score, sizeof *score);
    if (status != SMET_OK)
        return status;
    if (!smet__is_instrument(instrument))
        return SMET_ERROR_UNKNOWN_TERM;
    struct smet_score filled;
    smet__score_answer(instrument, &assessment->linked, &assessment->scores[instrument], &filled);
    smet__struct_fill(score, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_assessment_values(const smet_assessment *assessment, smet_field_t field,
                              smet_value_t *values, size_t capacity)
{
    if (assessment == NULL || !smet__is_field(field))
        return 0;
    return smet__values_list(assessment->linked.possible[field], values, capacity);
}

size_t smet_assessment_derived_from(const smet_assessment *assessment, smet_field_t field,
                                    smet_field_t *fields, size_t capacity)
{
    if (assessment == NULL || !smet__is_field(field))
        return 0;
    return smet__fields_list(assessment->linked.from[field], fields, capacity);
}

size_t smet_assessment_conflicts(const smet_assessment *assessment, smet_conflict_t *conflicts,
                                 size_t capacity)
{
    return assessment == NULL ? 0 : smet__conflicts_list(assessment->conflicts, conflicts, capacity);
}

/* --- inconsistencies --------------------------------------------------- */

/*
 * The groups are the broken links in order, those of one shortcut together as
 * one group, and then the checks that hold.
 */
struct group {
    const struct smet_link *link;                /* NULL for a check */
    const struct smet_inconsistency_row *check;  /* NULL for a link */
};

/* Whether an earlier broken link of the same shortcut stands for this one. */
static bool stands_before(const smet_assessment *assessment, int which)
{
    if (!smet__links[which].is_shortcut)
        return false;
    for (int l = 0; l < which; l++)
        /* Never: all shortcuts of the table are of one field. */
        if (smet__links_has(assessment->linked.broken, l) && smet__links[l].is_shortcut &&
            !SMET__NEVER(smet__links[l].fields[0] != smet__links[which].fields[0]))
            return true;
    return false;
}

/* The group at an index, and how many there are. */
static size_t find_group(const smet_assessment *assessment, size_t index, struct group *group)
{
    size_t count = 0;
    if (assessment == NULL)
        return 0;
    for (int l = 0; l < smet__link_count; l++) {
        if (!smet__links_has(assessment->linked.broken, l) || stands_before(assessment, l))
            continue;
        if (count++ == index)
            *group = (struct group){.link = &smet__links[l]};
    }
    for (int c = 0; c < smet__inconsistency_count; c++) {
        if (!smet__checks_has(assessment->inconsistencies, c))
            continue;
        if (count++ == index)
            *group = (struct group){.check = &smet__inconsistencies[c]};
    }
    return count;
}

size_t smet_assessment_inconsistency_count(const smet_assessment *assessment)
{
    struct group group;
    return find_group(assessment, SIZE_MAX, &group);
}

static void list_field(smet_field_t field, smet_field_t *fields, size_t capacity, size_t *count)
{
    if (*count < capacity && fields != NULL)
        fields[*count] = field;
    (*count)++;
}

size_t smet_assessment_inconsistency_fields(const smet_assessment *assessment, size_t index,
                                            smet_field_t *fields, size_t capacity)
{
    struct group group;
    size_t count = 0;
    if (index >= find_group(assessment, index, &group))
        return 0;
    if (group.check != NULL) {
        for (int i = 0; i < group.check->field_count; i++)
            list_field(group.check->fields[i], fields, capacity, &count);
        return count;
    }
    for (int i = 0; i < group.link->field_count; i++)
        list_field(group.link->fields[i], fields, capacity, &count);
    int which = (int)(group.link - smet__links);
    if (group.link->is_shortcut)
        for (int l = which + 1; l < smet__link_count; l++)
            /* Never: behind a shortcut the table has shortcuts alone, and all of one field. */
            if (smet__links_has(assessment->linked.broken, l) &&
                !SMET__NEVER(!smet__links[l].is_shortcut) &&
                !SMET__NEVER(smet__links[l].fields[0] != smet__links[which].fields[0]))
                list_field(smet__links[l].fields[1], fields, capacity, &count);
    return count;
}

const char *smet_assessment_inconsistency_text(const smet_assessment *assessment, size_t index)
{
    struct group group;
    if (index >= find_group(assessment, index, &group))
        return NULL;
    return group.check != NULL ? group.check->text : group.link->broken_text;
}

/* --- what to find out next --------------------------------------------- */

size_t smet_assessment_next_count(const smet_assessment *assessment)
{
    return assessment == NULL ? 0 : (size_t)assessment->next_count;
}

smet_status_t smet_assessment_next(const smet_assessment *assessment, size_t index,
                                   struct smet_next_fact *fact)
{
    smet_status_t status = check(assessment, fact, sizeof *fact);
    if (status != SMET_OK)
        return status;
    if (index >= (size_t)assessment->next_count)
        return SMET_ERROR_INDEX;
    const struct smet_next_fact filled = {
        .field = assessment->next[index].field,
        .may_show_emergency = assessment->next[index].may_show_emergency,
    };
    smet__struct_fill(fact, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_assessment_next_interventions(const smet_assessment *assessment, size_t index,
                                          smet_intervention_t *interventions, size_t capacity)
{
    if (index >= smet_assessment_next_count(assessment))
        return 0;
    return smet__interventions_list(assessment->next[index].interventions, interventions, capacity);
}

size_t smet_assessment_next_instruments(const smet_assessment *assessment, size_t index,
                                        smet_instrument_t *instruments, size_t capacity)
{
    if (index >= smet_assessment_next_count(assessment))
        return 0;
    return smet__instruments_list(assessment->next[index].instruments, instruments, capacity);
}
