#include "cohort/planes.h"

#include "base/never.h"

#include <string.h>

/* Classes under way: of each field disjoint sets, which together are its domain. */
struct splitter {
    struct smet_values sets[SMET__FIELD_COUNT][SMET__CLASSES_MAX];
    int count[SMET__FIELD_COUNT];
};

/* Sets the values of a field that are in a set apart from those that are not. */
static void split(struct splitter *splitter, smet_field_t field, struct smet_values set)
{
    struct smet_values *sets = splitter->sets[field];
    int before = splitter->count[field];
    for (int c = 0; c < before; c++) {
        struct smet_values inside = smet__values_and(sets[c], set);
        if (smet__values_empty(inside) || smet__values_equal(inside, sets[c]))
            continue;
        /* Never: a test holds that there is room. */
        if (SMET__NEVER(splitter->count[field] == SMET__CLASSES_MAX))
            return;
        sets[splitter->count[field]++] = inside;
        sets[c] = (struct smet_values){
            {sets[c].word[0] & ~inside.word[0], sets[c].word[1] & ~inside.word[1]}};
    }
}

/* Sets every value of a field apart from every other. */
static void split_all(struct splitter *splitter, smet_field_t field)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    for (int v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        struct smet_values one = {{0, 0}};
        smet__values_add(&one, v);
        split(splitter, field, one);
    }
}

static void split_by_condition(struct splitter *splitter, const struct smet_condition *condition)
{
    const struct smet_values members = {{condition->members, 0}};
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALL:
    case SMET__ANY:
    case SMET__NOT:
        for (int i = 0; i < condition->part_count; i++)
            split_by_condition(splitter, condition->parts[i]);
        break;
    case SMET__IS:
    case SMET__SIGN:
    case SMET__ALARM:
    case SMET__JUDGED:
        split(splitter, condition->subject, members);
        break;
    default: /* of findings, scores and rules, which are read for themselves */
        break;
    }
}

static void split_by_links(struct splitter *splitter)
{
    for (int l = 0; l < smet__link_count; l++)
        for (int c = 0; c < smet__links[l].case_count; c++)
            for (int i = 0; i < smet__links[l].field_count; i++)
                split(splitter, smet__links[l].fields[i], smet__links[l].cases[c].allowed[i]);
}

static void split_by_instrument(struct splitter *splitter,
                                const struct smet_instrument_row *instrument)
{
    for (int i = 0; i < instrument->item_count; i++)
        for (int r = 0; r < instrument->items[i].row_count; r++)
            split(splitter, instrument->items[i].field, instrument->items[i].rows[r].values);
    split_all(splitter, instrument->reported);
}

static void split_by_mapping(struct splitter *splitter, const struct smet_mapping *mapping)
{
    split_all(splitter, mapping->field);
    for (int r = 0; r < mapping->row_count; r++)
        split(splitter, mapping->from, mapping->rows[r].from);
}

/* Numbers the classes of a field, in the order of their least values, from a plane on. */
static int number(const struct splitter *splitter, smet_field_t field, int plane,
                  struct smet_classes *classes)
{
    struct smet_values left = smet__fields[field].domain;
    for (uint8_t n = 0; !smet__values_empty(left); n++) {
        int32_t least = smet__values_next(&left, 0);
        const struct smet_values *set = splitter->sets[field];
        while (!smet__values_has(set, least))
            set++;
        classes->example[plane++] = (uint8_t)least;
        for (int32_t v = least; v >= 0; v = smet__values_next(set, v + 1))
            classes->of[field][v] = n;
        left.word[0] &= ~set->word[0];
        left.word[1] &= ~set->word[1];
    }
    return plane;
}

void smet__make_classes(struct smet_classes *classes)
{
    struct splitter splitter;
    int plane = 0;
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        splitter.sets[f][0] = smet__fields[f].domain;
        splitter.count[f] = 1;
    }
    for (int f = 0; f < SMET__FINDING_COUNT; f++)
        split_by_condition(&splitter, smet__findings[f].when);
    for (int r = 0; r < SMET__RULE_COUNT; r++)
        split_by_condition(&splitter, smet__rules[r].when);
    for (int c = 0; c < smet__inconsistency_count; c++)
        split_by_condition(&splitter, smet__inconsistencies[c].when);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        split_by_instrument(&splitter, smet__instruments[i]);
    for (int m = 0; m < SMET__MAPPING_COUNT; m++)
        split_by_mapping(&splitter, &smet__mappings[m]);
    split_by_links(&splitter);
    memset(classes->of, SMET__NO_CLASS, sizeof classes->of);
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        classes->first[f] = (uint16_t)plane;
        plane = number(&splitter, f, plane, classes);
    }
    classes->first[SMET__FIELD_COUNT] = (uint16_t)plane;
}

void smet__make_rules_of(struct smet_rules_of *rules_of)
{
    int count = 0;
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        rules_of->first[i] = (uint16_t)count;
        for (int r = 0; r < SMET__RULE_COUNT; r++) {
            const struct smet_rule_row *rule = &smet__rules[r];
            for (int k = 0; k < rule->interventions.count; k++)
                if (rule->interventions.of[k] == i && rule->verdict != SMET_VERDICT_CAUTION)
                    rules_of->rules[count++] = (uint8_t)r;
        }
    }
    rules_of->first[SMET__INTERVENTION_COUNT] = (uint16_t)count;
}
