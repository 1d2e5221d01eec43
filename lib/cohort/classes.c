#include "cohort/planes.h"

#include "core/never.h"

#include <string.h>

/* Classes under way: by value, a number within the field. */
struct splitter {
    uint8_t of[SMET__FIELD_COUNT][SMET__VALUE_LIMIT];
    int count[SMET__FIELD_COUNT];
};

/* Sets the values of a field that are in a set apart from those that are not. */
static void split(struct splitter *splitter, smet_field_t field, struct smet_values set)
{
    uint8_t *of = splitter->of[field];
    int fresh[SMET__VALUE_LIMIT];
    bool outside[SMET__VALUE_LIMIT] = {false}, inside[SMET__VALUE_LIMIT] = {false};
    const struct smet_values *domain = &smet__fields[field].domain;
    for (int v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1))
        (smet__values_has(&set, v) ? inside : outside)[of[v]] = true;
    int before = splitter->count[field];
    for (int c = 0; c < before; c++)
        fresh[c] = inside[c] && outside[c] ? splitter->count[field]++ : c;
    if (splitter->count[field] == before)
        return;
    for (int v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1))
        if (smet__values_has(&set, v))
            of[v] = (uint8_t)fresh[of[v]];
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

/* Numbers the classes anew, in the order of their least values. */
static void number(const struct splitter *splitter, struct smet_classes *classes)
{
    int plane = 0;
    memset(classes->of, SMET__NO_CLASS, sizeof classes->of);
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        const struct smet_values *domain = &smet__fields[f].domain;
        uint8_t numbers[SMET__VALUE_LIMIT];
        int count = 0;
        memset(numbers, SMET__NO_CLASS, sizeof numbers);
        classes->first[f] = (uint16_t)plane;
        for (int v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
            uint8_t *own = &numbers[splitter->of[f][v]];
            if (*own == SMET__NO_CLASS) {
                classes->example[plane++] = (uint8_t)v;
                *own = (uint8_t)count++;
            }
            classes->of[f][v] = *own;
        }
    }
    classes->first[SMET__FIELD_COUNT] = (uint16_t)plane;
}

void smet__make_classes(struct smet_classes *classes)
{
    struct splitter splitter;
    memset(&splitter.of, 0, sizeof splitter.of);
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        splitter.count[f] = 1;
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
    number(&splitter, classes);
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
