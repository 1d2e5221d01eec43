/* What the library says of one record, as JSON. */
#include "entries.h"

#include <stdbool.h>

enum { LIST_MAX = 128 };

static json_t *key_of(smet_vocabulary_t vocabulary, int32_t term)
{
    const char *key = smet_term_key(vocabulary, term);
    if (key == NULL)
        stop("vocabulary %d has no term %d", (int)vocabulary, (int)term);
    return json_string(key);
}

static json_t *keys_of(smet_vocabulary_t vocabulary, const int32_t *terms, size_t count)
{
    json_t *keys = json_array();
    if (count > LIST_MAX)
        stop("vocabulary %d: %zu terms", (int)vocabulary, count);
    for (size_t i = 0; i < count; i++)
        append(keys, key_of(vocabulary, terms[i]));
    return keys;
}

/* The members of a mask, rising. */
static json_t *members(uint64_t mask)
{
    json_t *numbers = json_array();
    for (int i = 0; i < 64; i++)
        if ((mask >> i & 1) != 0)
            append(numbers, json_integer(i));
    return numbers;
}

static json_t *bands_of(const struct smet_score *score)
{
    json_t *keys = json_array();
    for (smet_band_t b = 0; b < SMET_BANDS_MAX; b++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((score->bands >> b & 1) == 0)
            continue;
        if (smet_band_describe(score->instrument, b, &info) != SMET_OK)
            stop("instrument %d has no band %d", (int)score->instrument, (int)b);
        append(keys, json_string(info.key));
    }
    return keys;
}

static json_t *score_of(const smet_assessment *assessment, smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    if (smet_assessment_score(assessment, instrument, &score) != SMET_OK)
        stop("instrument %d: no score", (int)instrument);
    json_t *json = json_object();
    put(json, "minimum", json_integer(score.minimum));
    put(json, "maximum", json_integer(score.maximum));
    put(json, "totals", members(score.totals));
    put(json, "bands", bands_of(&score));
    put(json, "complete", json_boolean(score.is_complete));
    put(json, "decided", json_boolean(score.is_decided));
    put(json, "missing", keys_of(SMET_VOCABULARY_FIELD, score.missing, score.missing_count));
    return json;
}

static json_t *scores_of(const smet_assessment *assessment)
{
    json_t *scores = json_object();
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        put(scores, smet_term_key(SMET_VOCABULARY_INSTRUMENT, instrument),
            score_of(assessment, instrument));
    }
    return scores;
}

static json_t *intervention_of(const smet_assessment *assessment, smet_intervention_t intervention)
{
    struct smet_disposition got = {.size = sizeof got};
    if (smet_assessment_disposition(assessment, intervention, &got) != SMET_OK)
        stop("intervention %d: no disposition", (int)intervention);
    smet_rule_t rules[LIST_MAX], cautions[LIST_MAX];
    size_t rule_count = smet_assessment_rules(assessment, intervention, rules, LIST_MAX);
    size_t caution_count = smet_assessment_cautions(assessment, intervention, cautions, LIST_MAX);
    smet_field_t deciding[LIST_MAX];
    size_t deciding_count = smet_assessment_deciding(assessment, intervention, deciding, LIST_MAX);
    json_t *json = json_object();
    put(json, "disposition", key_of(SMET_VOCABULARY_VERDICT, got.disposition));
    put(json, "settled", json_boolean(got.is_settled));
    put(json, "possible", keys_of(SMET_VOCABULARY_VERDICT, got.possible, got.possible_count));
    put(json, "side",
        got.side == SMET_SIDE_INVALID ? json_string("none")
                                      : key_of(SMET_VOCABULARY_SIDE, got.side));
    put(json, "deciding", keys_of(SMET_VOCABULARY_FIELD, deciding, deciding_count));
    put(json, "rules", keys_of(SMET_VOCABULARY_RULE, rules, rule_count));
    put(json, "cautions", keys_of(SMET_VOCABULARY_RULE, cautions, caution_count));
    return json;
}

static json_t *interventions_of(const smet_assessment *assessment)
{
    json_t *interventions = json_object();
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        put(interventions, smet_term_key(SMET_VOCABULARY_INTERVENTION, intervention),
            intervention_of(assessment, intervention));
    }
    return interventions;
}

static json_t *conflicts_of(const smet_assessment *assessment)
{
    smet_conflict_t conflicts[LIST_MAX];
    size_t count = smet_assessment_conflicts(assessment, conflicts, LIST_MAX);
    return keys_of(SMET_VOCABULARY_CONFLICT, conflicts, count);
}

static json_t *inconsistencies_of(const smet_assessment *assessment)
{
    json_t *groups = json_array();
    for (size_t i = 0; i < smet_assessment_inconsistency_count(assessment); i++) {
        smet_field_t fields[LIST_MAX];
        size_t count = smet_assessment_inconsistency_fields(assessment, i, fields, LIST_MAX);
        json_t *group = json_object();
        put(group, "fields", keys_of(SMET_VOCABULARY_FIELD, fields, count));
        put(group, "text", json_string(smet_assessment_inconsistency_text(assessment, i)));
        append(groups, group);
    }
    return groups;
}

static json_t *next_of(const smet_assessment *assessment)
{
    json_t *keys = json_array();
    for (size_t i = 0; i < smet_assessment_next_count(assessment); i++) {
        struct smet_next_fact fact = {.size = sizeof fact};
        if (smet_assessment_next(assessment, i, &fact) != SMET_OK)
            stop("no fact %zu", i);
        append(keys, key_of(SMET_VOCABULARY_FIELD, fact.field));
    }
    return keys;
}

static json_t *refusal_of(size_t index, const struct smet_error *error)
{
    json_t *json = json_object();
    put(json, "index", json_integer((json_int_t)index));
    put(json, "status", json_string(smet_status_name(error->status)));
    put(json, "field",
        error->field < 0 ? json_null() : key_of(SMET_VOCABULARY_FIELD, error->field));
    put(json, "message", json_string(error->message));
    return json;
}

/* --- what was entered, as JSON has it ------------------------------------------ */

static json_t *value_of(const struct smet_field_info *info, smet_value_t value)
{
    return info->kind == SMET_KIND_INTEGER ? json_integer(value)
                                           : json_string(smet_value_key(info->field, value));
}

/* A value, a range with both of its ends where the values are one, or a list. */
static json_t *fact_of(const struct smet_field_info *info, const smet_value_t *values,
                       size_t count)
{
    bool is_range = info->kind == SMET_KIND_INTEGER && count > 1;
    for (size_t i = 1; i < count; i++)
        is_range = is_range && values[i] - values[i - 1] == info->step;
    if (count == 1)
        return value_of(info, values[0]);
    if (is_range) {
        json_t *range = json_object();
        put(range, "min", json_integer(values[0]));
        put(range, "max", json_integer(values[count - 1]));
        return range;
    }
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        append(list, value_of(info, values[i]));
    return list;
}

static json_t *facts_of(const smet_record *record)
{
    json_t *facts = json_object();
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_value_t values[LIST_MAX];
        if (smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, i), &info) != SMET_OK)
            stop("no field %zu", i);
        if (!smet_record_is_entered(record, info.field))
            continue;
        size_t count = smet_record_values(record, info.field, values, LIST_MAX);
        put(facts, info.key, fact_of(&info, values, count));
    }
    return facts;
}

/* Enters all entries; gives those that were refused. */
static json_t *enter(smet_record *record, json_t *entries)
{
    json_t *refused = json_array();
    for (size_t i = 0; i < json_array_size(entries); i++) {
        const json_t *entry = json_array_get(entries, i);
        struct smet_error error = {.size = sizeof error};
        if (smet_record_set_text(record, json_string_value(json_array_get(entry, 0)),
                                 json_string_value(json_array_get(entry, 1)), &error) != SMET_OK)
            append(refused, refusal_of(i, &error));
    }
    return refused;
}

json_t *make_vector(const char *id, json_t *entries)
{
    smet_record *record = smet_record_new();
    if (record == NULL)
        stop("no memory");
    json_t *vector = json_object();
    put(vector, "id", json_string(id));
    put(vector, "record", json_incref(entries));
    put(vector, "refused", enter(record, entries));
    put(vector, "facts", facts_of(record));
    smet_assessment *assessment = smet_assess(record, NULL);
    if (assessment == NULL)
        stop("%s: no assessment", id);
    put(vector, "scores", scores_of(assessment));
    put(vector, "interventions", interventions_of(assessment));
    put(vector, "conflicts", conflicts_of(assessment));
    put(vector, "inconsistencies", inconsistencies_of(assessment));
    put(vector, "next", next_of(assessment));
    smet_assessment_free(assessment);
    smet_record_free(record);
    return vector;
}
