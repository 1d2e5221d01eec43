/*
 * For a reader: which facts would settle most, and in which order to say what
 * there is to say.
 */
#include "base/never.h"
#include "pathway/assessment.h"

#include <string.h>

/* What finding out one field bears on. */
struct weight {
    struct smet_interventions interventions;
    struct smet_instruments instruments;
    int count; /* of both */
    bool may_show_emergency;
};

/* Weighs every open field; returns those that bear on anything. */
static struct smet_fields weigh(const struct smet_assessment *assessment, struct weight *weights)
{
    struct smet_fields bearing = {{0}};
    memset(weights, 0, SMET__FIELD_COUNT * sizeof weights[0]);
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        const struct smet_standing *standing = &assessment->standings[i];
        if (!smet__fields_any(standing->deciding))
            continue;
        bearing = smet__fields_or(bearing, standing->deciding);
        SMET__FOR_EACH(field, standing->deciding) {
            struct weight *weight = &weights[field];
            smet__interventions_add(&weight->interventions, i);
            weight->may_show_emergency |= smet__fields_has(standing->alarming, field);
            weight->count++;
        }
    }
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        const struct smet_fields missing = assessment->scores[i].missing;
        bearing = smet__fields_or(bearing, missing);
        SMET__FOR_EACH(field, missing) {
            smet__instruments_add(&weights[field].instruments, i);
            weights[field].count++;
        }
    }
    return bearing;
}

/*
 * The fields that a shortcut could still answer at once. None where the
 * shortcut's value is already excluded by one of them, or was set aside: asking
 * for it again would tell nothing.
 */
static struct smet_fields answered(const struct smet_assessment *assessment,
                                   smet_field_t shortcut)
{
    const struct smet_linked *linked = &assessment->linked;
    struct smet_fields fields = {{0}};
    if (smet__fields_has(linked->aside, shortcut))
        return fields;
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        /* Never: all shortcuts of the table are of one field. */
        if (!link->is_shortcut || SMET__NEVER(link->fields[0] != shortcut))
            continue;
        const struct smet_link_case *first = &link->cases[0];
        if (!smet__values_meet(linked->possible[shortcut], first->allowed[0]))
            return smet__fields_none();
        smet__fields_add(&fields, link->fields[1]);
    }
    return smet__fields_and(fields, linked->open);
}

/* Puts shortcuts in place of the many fields that they answer; returns what is left to ask. */
static struct smet_fields use_shortcuts(const struct smet_assessment *assessment,
                                        struct weight *weights, struct smet_fields bearing)
{
    struct smet_fields tried = {{0}};
    for (int l = 0; l < smet__link_count; l++) {
        smet_field_t shortcut = smet__links[l].fields[0];
        if (!smet__links[l].is_shortcut || smet__fields_has(tried, shortcut))
            continue;
        smet__fields_add(&tried, shortcut);
        const struct smet_fields wanted =
            smet__fields_and(bearing, answered(assessment, shortcut));
        if (!smet__fields_has(assessment->linked.open, shortcut) || !smet__fields_many(wanted))
            continue;
        struct weight *sum = &weights[shortcut];
        SMET__FOR_EACH(field, wanted) {
            const struct weight *weight = &weights[field];
            sum->interventions = smet__interventions_or(sum->interventions, weight->interventions);
            sum->instruments = smet__instruments_or(sum->instruments, weight->instruments);
            sum->may_show_emergency |= weight->may_show_emergency;
        }
        sum->count =
            smet__interventions_size(sum->interventions) + smet__instruments_size(sum->instruments);
        bearing = smet__fields_minus(bearing, wanted);
        smet__fields_add(&bearing, shortcut);
    }
    return bearing;
}

/* Emergencies first, then by how much a fact bears on. */
static int rank(const struct weight *weight)
{
    return weight->count + (weight->may_show_emergency ? 1000 : 0);
}

void smet__find_next(struct smet_assessment *assessment)
{
    struct weight weights[SMET__FIELD_COUNT];
    const struct smet_fields bearing = use_shortcuts(assessment, weights, weigh(assessment, weights));
    int best[SMET_NEXT_MAX] = {0}, ranks[SMET_NEXT_MAX] = {0}, count = 0;
    SMET__FOR_EACH(field, bearing) {
        int its_rank = rank(&weights[field]);
        if (count == SMET_NEXT_MAX && its_rank <= ranks[count - 1])
            continue;
        /* Behind those of equal rank: among equals the order of the record holds. */
        int at = count < SMET_NEXT_MAX ? count++ : count - 1;
        for (; at > 0 && ranks[at - 1] < its_rank; at--) {
            best[at] = best[at - 1];
            ranks[at] = ranks[at - 1];
        }
        best[at] = field;
        ranks[at] = its_rank;
    }
    assessment->next_count = count;
    for (int i = 0; i < count; i++)
        assessment->next[i] = (struct smet_next){
            .field = best[i],
            .may_show_emergency = weights[best[i]].may_show_emergency,
            .interventions = weights[best[i]].interventions,
            .instruments = weights[best[i]].instruments,
        };
}

enum { READING_GROUPS = 6 };

/* Where an intervention stands in the order of a reader; -1 where nothing is to be said. */
static int reading_group(const struct smet_standing *standing)
{
    const uint32_t offers =
        VERDICT_BIT(SMET_VERDICT_RECOMMENDED) | VERDICT_BIT(SMET_VERDICT_OPTION);
    bool settled = smet__is_settled(standing);
    switch (standing->disposition) {
    case SMET_VERDICT_EMERGENCY:
        return 0;
    case SMET_VERDICT_RECOMMENDED:
        return 2;
    case SMET_VERDICT_OPTION:
        return 3;
    case SMET_VERDICT_NO_RULE:
        return settled ? -1 : 4;
    default:
        return (standing->fired & offers) != 0 ? 1 : 5;
    }
}

void smet__order_reading(struct smet_assessment *assessment)
{
    int groups[SMET__INTERVENTION_COUNT];
    int next[READING_GROUPS + 1] = {0}; /* where the next of each group goes */
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        groups[i] = reading_group(&assessment->standings[i]);
        if (groups[i] >= 0)
            next[groups[i] + 1]++;
    }
    for (int group = 0; group < READING_GROUPS; group++)
        next[group + 1] += next[group];
    assessment->reading_count = next[READING_GROUPS];
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
        if (groups[i] >= 0)
            assessment->reading[next[groups[i]]++] = (uint8_t)i;
}
