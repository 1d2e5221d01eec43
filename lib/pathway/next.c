/*
 * For a reader: which facts would settle most, and in which order to say what
 * there is to say.
 */
#include "pathway/assessment.h"

/* What finding out one field bears on. */
struct weight {
    uint64_t interventions;
    uint64_t instruments;
    bool may_show_emergency;
};

static void weigh(const struct smet_assessment *assessment, struct weight *weights)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        weights[f] = (struct weight){0, 0, false};
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        const struct smet_standing *standing = &assessment->standings[i];
        bool emergency = standing->disposition != SMET_VERDICT_EMERGENCY &&
                         (standing->possible & VERDICT_BIT(SMET_VERDICT_EMERGENCY)) != 0;
        for (uint64_t left = standing->deciding; left != 0; left &= left - 1) {
            struct weight *weight = &weights[__builtin_ctzll(left)];
            weight->interventions |= BIT(i);
            weight->may_show_emergency |= emergency;
        }
    }
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        for (uint64_t left = assessment->scores[i].missing; left != 0; left &= left - 1)
            weights[__builtin_ctzll(left)].instruments |= BIT(i);
}

/*
 * Mask of the fields that a shortcut could still answer at once. None where the
 * shortcut's value is already excluded by one of them, or was set aside: asking
 * for it again would tell nothing.
 */
static uint64_t answered(const struct smet_assessment *assessment, smet_field_t shortcut)
{
    const struct smet_linked *linked = &assessment->linked;
    uint64_t fields = 0;
    if ((linked->aside >> shortcut & 1) != 0)
        return 0;
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        if (!link->is_shortcut || link->fields[0] != shortcut)
            continue;
        const struct smet_link_case *first = &link->cases[0];
        if (!smet__values_meet(linked->possible[shortcut], first->allowed[0]))
            return 0;
        fields |= BIT(link->fields[1]);
    }
    return fields & linked->open;
}

/* Puts a shortcut in place of the many fields that it answers. */
static void use_shortcuts(const struct smet_assessment *assessment, struct weight *weights)
{
    for (int l = 0; l < smet__link_count; l++) {
        smet_field_t shortcut = smet__links[l].fields[0];
        if (!smet__links[l].is_shortcut || (assessment->linked.open >> shortcut & 1) == 0)
            continue;
        uint64_t wanted = 0;
        for (uint64_t left = answered(assessment, shortcut); left != 0; left &= left - 1) {
            const struct weight *weight = &weights[__builtin_ctzll(left)];
            if ((weight->interventions | weight->instruments) != 0)
                wanted |= left & -left;
        }
        if ((wanted & (wanted - 1)) == 0)
            continue;
        for (; wanted != 0; wanted &= wanted - 1) {
            struct weight *weight = &weights[__builtin_ctzll(wanted)];
            weights[shortcut].interventions |= weight->interventions;
            weights[shortcut].instruments |= weight->instruments;
            weights[shortcut].may_show_emergency |= weight->may_show_emergency;
            *weight = (struct weight){0, 0, false};
        }
    }
}

/* Emergencies first, then by how much a fact bears on. */
static int rank(const struct weight *weight)
{
    int count =
        __builtin_popcountll(weight->interventions) + __builtin_popcountll(weight->instruments);
    return count == 0 ? 0 : count + (weight->may_show_emergency ? 1000 : 0);
}

void smet__find_next(struct smet_assessment *assessment)
{
    struct weight weights[SMET__FIELD_COUNT];
    weigh(assessment, weights);
    use_shortcuts(assessment, weights);
    assessment->next_count = 0;
    while (assessment->next_count < SMET_NEXT_MAX) {
        int best = 0;
        for (int f = 1; f < SMET__FIELD_COUNT; f++)
            if (rank(&weights[f]) > rank(&weights[best]))
                best = f;
        if (rank(&weights[best]) == 0)
            break;
        assessment->next[assessment->next_count++] = (struct smet_next_fact){
            .size = sizeof(struct smet_next_fact),
            .field = best,
            .may_show_emergency = weights[best].may_show_emergency,
            .interventions = weights[best].interventions,
            .instruments = weights[best].instruments,
        };
        weights[best] = (struct weight){0, 0, false};
    }
}

/* Where an intervention stands in the order of a reader; -1 where nothing is to be said. */
static int reading_group(const struct smet_standing *standing)
{
    const uint32_t offers =
        VERDICT_BIT(SMET_VERDICT_RECOMMENDED) | VERDICT_BIT(SMET_VERDICT_OPTION);
    bool settled = standing->possible == VERDICT_BIT(standing->disposition);
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
    assessment->reading_count = 0;
    for (int group = 0; group <= 5; group++)
        for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
            if (reading_group(&assessment->standings[i]) == group)
                assessment->reading[assessment->reading_count++] = (uint8_t)i;
}
