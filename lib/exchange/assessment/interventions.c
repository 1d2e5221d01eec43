/*
 * The interventions of an assessment, each with what is known of it and why.
 */
#include "exchange/assessment/parts.h"

static void put_sources(struct smet__tree *tree, json_t *object, smet_rule_t rule)
{
    smet__put(tree, object, "references", smet__reference_keys(tree, smet_rule_references, rule));
    smet__put(tree, object, "evidence", smet__evidence_keys(tree, smet_rule_evidence, rule));
}

/* smet_assessment_deciding() or smet_assessment_rule_derived() */
typedef size_t (*field_lister)(const smet_assessment *assessment, int32_t of,
                               smet_field_t *fields, size_t capacity);

static json_t *fields_json(struct smet__tree *tree, const smet_assessment *assessment, int32_t of,
                           field_lister lister)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__held(lister(assessment, of, fields, SMET__LIST_ROOM));
    return smet__terms(tree, SMET_VOCABULARY_FIELD, fields, count);
}

static json_t *rule_json(struct smet__tree *tree, const smet_assessment *assessment,
                         const struct smet_rule_state *state)
{
    struct smet_rule_info info = {.size = sizeof info};
    smet__must(tree, smet_rule_describe(state->rule, &info));
    json_t *object = json_object();
    smet__put_text(tree, object, "rule", info.key);
    smet__put_term(tree, object, "verdict", SMET_VOCABULARY_VERDICT, state->verdict);
    smet__put_text(tree, object, "state",
                   state->fires == SMET_TRUTH_TRUE ? "fires" : "may_fire");
    smet__put_bool(tree, object, "overruled", state->is_overruled);
    smet__put_term(tree, object, "grade", SMET_VOCABULARY_GRADE, info.grade);
    smet__put_text(tree, object, "rationale", info.rationale);
    smet__put_text(tree, object, "section", info.section);
    put_sources(tree, object, state->rule);
    smet__put(tree, object, "derived",
              fields_json(tree, assessment, state->rule, smet_assessment_rule_derived));
    return object;
}

static json_t *caution_json(struct smet__tree *tree, const smet_assessment *assessment,
                            const struct smet_rule_state *state)
{
    (void)assessment;
    struct smet_rule_info info = {.size = sizeof info};
    smet__must(tree, smet_rule_describe(state->rule, &info));
    json_t *object = json_object();
    smet__put_text(tree, object, "rule", info.key);
    smet__put_text(tree, object, "text", info.rationale);
    smet__put(tree, object, "references",
              smet__reference_keys(tree, smet_rule_references, state->rule));
    return object;
}

/* smet_assessment_rules() or smet_assessment_cautions() */
typedef size_t (*rule_lister)(const smet_assessment *assessment, smet_intervention_t intervention,
                              smet_rule_t *rules, size_t capacity);

typedef json_t *(*rule_maker)(struct smet__tree *tree, const smet_assessment *assessment,
                              const struct smet_rule_state *state);

static json_t *rules_json(struct smet__tree *tree, const smet_assessment *assessment,
                          smet_intervention_t intervention, rule_lister lister, rule_maker make)
{
    smet_rule_t rules[SMET__LIST_ROOM];
    size_t count = smet__held(lister(assessment, intervention, rules, SMET__LIST_ROOM));
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        smet__must(tree, smet_assessment_rule(assessment, intervention, rules[i], &state));
        smet__add(tree, list, make(tree, assessment, &state));
    }
    return list;
}

static json_t *intervention_json(struct smet__tree *tree, const smet_assessment *assessment,
                                 smet_intervention_t intervention)
{
    struct smet_disposition known = {.size = sizeof known};
    smet__must(tree, smet_assessment_disposition(assessment, intervention, &known));
    json_t *object = json_object();
    smet__put_term(tree, object, "intervention", SMET_VOCABULARY_INTERVENTION, intervention);
    smet__put_text(tree, object, "label",
                   smet_term_label(SMET_VOCABULARY_INTERVENTION, intervention));
    smet__put_term(tree, object, "disposition", SMET_VOCABULARY_VERDICT, known.disposition);
    smet__put_bool(tree, object, "settled", known.is_settled);
    smet__put(tree, object, "possible",
              smet__terms(tree, SMET_VOCABULARY_VERDICT, known.possible, known.possible_count));
    smet__put(tree, object, "deciding",
              fields_json(tree, assessment, intervention, smet_assessment_deciding));
    smet__put(tree, object, "rules",
              rules_json(tree, assessment, intervention, smet_assessment_rules, rule_json));
    smet__put(tree, object, "cautions",
              rules_json(tree, assessment, intervention, smet_assessment_cautions, caution_json));
    if (known.side != SMET_SIDE_INVALID)
        smet__put_term(tree, object, "side", SMET_VOCABULARY_SIDE, known.side);
    return object;
}

json_t *smet__interventions_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *interventions = json_array();
    size_t count = smet_term_count(SMET_VOCABULARY_INTERVENTION);
    for (size_t i = 0; i < count; i++)
        smet__add(tree, interventions,
                  intervention_json(tree, assessment,
                                    smet_term_at(SMET_VOCABULARY_INTERVENTION, i)));
    return interventions;
}
