/*
 * Which facts count, and what they leave possible. The rule is that of chart.h.
 */
#include "exchange/chart/chart.h"

#include <stdlib.h>
#include <string.h>

enum { FIELD_ROOM = 64 };

/* --- setting aside ------------------------------------------------------------------------ */

static bool counts(const struct smet__fact *fact)
{
    return fact->use == SMET_FACT_USED || fact->use == SMET_FACT_DISAGREES;
}

static void set_aside(struct smet__fact *fact, smet_fact_use_t use, const char *note)
{
    fact->use = use;
    fact->note = note;
}

/* As it stands by itself. */
static void reset(struct smet__fact *fact)
{
    fact->use = fact->own_use;
    fact->note = fact->use == SMET_FACT_USED ? fact->mapping : fact->reason;
}

/* --- versions of one resource ------------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    const struct smet__fact *left = *(struct smet__fact *const *)a;
    const struct smet__fact *right = *(struct smet__fact *const *)b;
    int order = strcmp(left->resource, right->resource);
    if (order != 0)
        return order;
    return (left->serial > right->serial) - (left->serial < right->serial);
}

/* Whether `fact` is of a later version than `other`: by its update, else as read. */
static bool is_newer(const struct smet__fact *fact, const struct smet__fact *other)
{
    if (fact->updated.is_said && other->updated.is_said &&
        fact->updated.from != other->updated.from)
        return fact->updated.from > other->updated.from;
    return fact->serial > other->serial;
}

/* Of the facts of one resource, those of the newest version stay. */
static void keep_newest(struct smet__fact **facts, size_t count)
{
    const struct smet__fact *newest = facts[0];
    for (size_t i = 1; i < count; i++)
        if (is_newer(facts[i], newest))
            newest = facts[i];
    for (size_t i = 0; i < count; i++)
        if (facts[i]->serial != newest->serial)
            set_aside(facts[i], SMET_FACT_SUPERSEDED,
                      "The resource was read again, in this or a later version.");
}

static bool settle_versions(struct smet__fact *facts, size_t count)
{
    /* NOLINTNEXTLINE(bugprone-sizeof-expression) an array of pointers is meant */
    struct smet__fact **sorted = malloc((count + 1) * sizeof *sorted);
    if (sorted == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        sorted[i] = &facts[i];
    /* NOLINTNEXTLINE(bugprone-sizeof-expression) as above */
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (strcmp(sorted[first]->resource, sorted[end]->resource) != 0)
                break;
        keep_newest(sorted + first, end - first);
    }
    free(sorted);
    return true;
}

/* --- one field ---------------------------------------------------------------------------- */

/* The facts of a field, by their numbers. */
struct group {
    smet_field_t field;
    struct smet__fact *facts;
    const uint32_t *of;
    size_t count;
};

/* What some facts leave possible. */
struct outcome {
    bool is_said;
    struct smet_values says;
};

/*
 * Sets aside the Observations and answers that another fact certainly follows: one
 * of their own kind, or one that stands.
 */
static void settle_times(const struct group *group, bool is_standing, const char *note)
{
    int64_t latest[2] = {INT64_MIN, INT64_MIN}; /* without a zone, with one */
    for (size_t i = 0; i < group->count; i++) {
        const struct smet__fact *fact = &group->facts[group->of[i]];
        if (counts(fact) && fact->is_standing == is_standing && fact->time.is_said &&
            fact->time.from > latest[fact->time.has_zone])
            latest[fact->time.has_zone] = fact->time.from;
    }
    for (size_t i = 0; i < group->count; i++) {
        struct smet__fact *fact = &group->facts[group->of[i]];
        if (!counts(fact) || fact->is_standing || !fact->time.is_said)
            continue;
        if (latest[0] >= smet__time_end(fact->time, false) ||
            latest[1] >= smet__time_end(fact->time, true))
            set_aside(fact, SMET_FACT_SUPERSEDED, note);
    }
}

/* All facts of a kind that count are among several that cannot all be true. */
static void mark_disagreement(const struct group *group, bool is_standing, const char *note)
{
    for (size_t i = 0; i < group->count; i++) {
        struct smet__fact *fact = &group->facts[group->of[i]];
        if (counts(fact) && fact->is_standing == is_standing)
            set_aside(fact, SMET_FACT_DISAGREES, note);
    }
}

#define ANY_MAY_BE "Others say otherwise, and nothing tells which is true: any may be."

/* What the facts of a kind leave together; where that is nothing, any may be true. */
static struct outcome combine(const struct group *group, bool is_standing, bool is_one_of_several)
{
    struct outcome outcome = {.is_said = false};
    struct smet_values common = {{~UINT64_C(0), ~UINT64_C(0)}};
    for (size_t i = 0; i < group->count; i++) {
        const struct smet__fact *fact = &group->facts[group->of[i]];
        if (!counts(fact) || fact->is_standing != is_standing)
            continue;
        outcome.is_said = true;
        outcome.says = smet__values_or(outcome.says, fact->says);
        common = smet__values_and(common, fact->says);
    }
    if (!outcome.is_said || smet__values_equal(outcome.says, common))
        return outcome;
    if (is_one_of_several)
        mark_disagreement(group, is_standing,
                          "Several stand in the chart: any may be the one that is asked for.");
    else if (smet__values_empty(common))
        mark_disagreement(group, is_standing, ANY_MAY_BE);
    else
        outcome.says = common;
    return outcome;
}

/* Whether a chart may hold several of these at once. */
static bool is_one_of_several(smet_field_t field)
{
    return field == SMET_FIELD_PRIMARY_TUMOR || field == SMET_FIELD_LESION_LEVEL;
}

/* Where bone metastases name their primary, other primaries yield. */
static void settle_primaries(const struct group *group, const struct smet__names *primaries)
{
    bool is_named = false;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < group->count; i++) {
            struct smet__fact *fact = &group->facts[group->of[i]];
            if (!counts(fact) || !fact->is_standing)
                continue;
            bool is_this = smet__names_have(primaries, fact->resource) ||
                           (fact->url[0] != '\0' && smet__names_have(primaries, fact->url));
            if (pass == 0)
                is_named = is_named || is_this;
            else if (is_named && !is_this)
                set_aside(fact, SMET_FACT_YIELDS, "The bone metastases name another primary.");
        }
    }
}

/* Where Observations or answers tell which of several it is. */
static void settle_several(const struct group *group, struct smet_values result)
{
    for (size_t i = 0; i < group->count; i++) {
        struct smet__fact *fact = &group->facts[group->of[i]];
        if (!counts(fact) || !fact->is_standing)
            continue;
        if (!smet__values_meet(fact->says, result))
            set_aside(fact, SMET_FACT_YIELDS, "An Observation or answer says which one it is.");
        else if (smet__values_within(result, fact->says))
            set_aside(fact, SMET_FACT_USED, fact->mapping);
    }
}

/* The birth date outranks ages that were stated. */
static struct outcome settle_age(const struct group *group, struct outcome standing)
{
    for (size_t i = 0; i < group->count; i++) {
        struct smet__fact *fact = &group->facts[group->of[i]];
        if (counts(fact) && !fact->is_standing)
            set_aside(fact, SMET_FACT_YIELDS, "The birth date says otherwise.");
    }
    return standing;
}

/* What both kinds leave; each is said. */
static struct outcome join(const struct group *group, struct outcome dated, struct outcome standing)
{
    struct outcome both = {true, smet__values_and(dated.says, standing.says)};
    if (!smet__values_empty(both.says)) {
        if (is_one_of_several(group->field))
            settle_several(group, both.says);
        return both;
    }
    if (group->field == SMET_FIELD_AGE_YEARS)
        return settle_age(group, standing);
    if (!is_one_of_several(group->field)) {
        /* What was so before a Condition began is nothing against it. */
        settle_times(group, true,
                     "A Condition that began later, or a Procedure done later, says otherwise.");
        dated = combine(group, false, false);
        if (!dated.is_said)
            return standing;
        both.says = smet__values_and(dated.says, standing.says);
        if (!smet__values_empty(both.says))
            return both;
    }
    mark_disagreement(group, false, ANY_MAY_BE);
    mark_disagreement(group, true, ANY_MAY_BE);
    both.says = smet__values_or(dated.says, standing.says);
    return both;
}

/* What is in doubt takes the contrary back. */
static struct outcome settle_doubts(const struct group *group, struct outcome outcome)
{
    for (size_t i = 0; i < group->count && outcome.is_said; i++) {
        struct smet__fact *fact = &group->facts[group->of[i]];
        if (!fact->is_doubt || fact->use != SMET_FACT_WRONG_STATUS ||
            smet__values_meet(fact->says, outcome.says))
            continue;
        mark_disagreement(group, false, ANY_MAY_BE);
        mark_disagreement(group, true, ANY_MAY_BE);
        set_aside(fact, SMET_FACT_DISAGREES,
                  "The condition is not confirmed, or does not say that it is active; but it takes "
                  "back to unknown what others say to the contrary.");
        outcome.says = smet__values_or(outcome.says, fact->says);
    }
    return outcome;
}

static struct outcome settle(const struct group *group, const struct smet__names *primaries,
                             size_t orphans)
{
    settle_times(group, false, "A later one counts.");
    if (group->field == SMET_FIELD_PRIMARY_TUMOR && orphans == 0)
        settle_primaries(group, primaries);
    struct outcome dated = combine(group, false, false);
    struct outcome standing = combine(group, true, is_one_of_several(group->field));
    struct outcome outcome = !dated.is_said      ? standing
                             : !standing.is_said ? dated
                                                 : join(group, dated, standing);
    return settle_doubts(group, outcome);
}

/* --- all fields --------------------------------------------------------------------------- */

static void enter(smet_record *record, smet_field_t field, struct smet_values says)
{
    smet_value_t values[SMET__VALUE_LIMIT];
    size_t count = 0;
    for (smet_value_t v = smet__values_next(&says, 0); v >= 0; v = smet__values_next(&says, v + 1))
        values[count++] = v;
    smet_record_narrow(record, field, values, count, NULL);
}

/* Numbers the facts by field, and as read within a field; `first` is where each field begins. */
static void sort_by_field(const struct smet__fact *facts, size_t count, uint32_t *order,
                          uint32_t first[FIELD_ROOM + 1])
{
    uint32_t next[FIELD_ROOM];
    memset(first, 0, (FIELD_ROOM + 1) * sizeof *first);
    for (size_t i = 0; i < count; i++)
        first[facts[i].field + 1]++;
    for (int field = 0; field < FIELD_ROOM; field++) {
        first[field + 1] += first[field];
        next[field] = first[field];
    }
    for (size_t i = 0; i < count; i++)
        order[next[facts[i].field]++] = (uint32_t)i;
}

smet_record *smet__resolve(struct smet__fact *facts, size_t count, uint32_t *order,
                           const struct smet__names *primaries, size_t orphans)
{
    uint32_t first[FIELD_ROOM + 1];
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < count; i++)
        reset(&facts[i]);
    if (record == NULL || !settle_versions(facts, count)) {
        smet_record_free(record);
        return NULL;
    }
    sort_by_field(facts, count, order, first);
    for (smet_field_t field = 0; field < FIELD_ROOM; field++) {
        struct group group = {field, facts, order + first[field], first[field + 1] - first[field]};
        if (group.count == 0)
            continue;
        struct outcome outcome = settle(&group, primaries, orphans);
        if (outcome.is_said)
            enter(record, field, outcome.says);
    }
    return record;
}
