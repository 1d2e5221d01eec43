/*
 * Of the catalogue: findings, interventions, rules and conflicts.
 */
#include "exchange/catalogue/parts.h"

static json_t *finding_json(struct smet__tree *tree, smet_finding_t finding)
{
    struct smet_finding_info info = {.size = sizeof info};
    smet__must(tree, smet_finding_describe(finding, &info));
    json_t *object = smet__entry(tree, info.key, finding);
    smet__put_text(tree, object, "label", info.label);
    smet__put_condition(tree, object, smet_finding_condition, finding);
    return object;
}

static const char *kind_of(const struct smet_intervention_info *info)
{
    if (info->is_operation)
        return "operation";
    if (info->is_local_treatment)
        return "local_treatment";
    return info->is_around_operation ? "around_operation" : "other";
}

static json_t *intervention_json(struct smet__tree *tree, smet_intervention_t intervention)
{
    struct smet_intervention_info info = {.size = sizeof info};
    smet__must(tree, smet_intervention_describe(intervention, &info));
    json_t *object = smet__entry(tree, info.key, intervention);
    smet__put_text(tree, object, "label", info.label);
    smet__put_text(tree, object, "definition", info.definition);
    smet__put_text(tree, object, "kind", kind_of(&info));
    smet__put_term(tree, object, "side_opposite_of", SMET_VOCABULARY_FIELD,
                   info.side_opposite_of);
    return object;
}

static json_t *rule_json(struct smet__tree *tree, smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    smet__must(tree, smet_rule_describe(rule, &info));
    json_t *object = smet__entry(tree, info.key, rule);
    smet__put_term(tree, object, "verdict", SMET_VOCABULARY_VERDICT, info.verdict);
    smet__put_term(tree, object, "grade", SMET_VOCABULARY_GRADE, info.grade);
    smet__put(tree, object, "interventions",
              smet__listed(tree, SMET_VOCABULARY_INTERVENTION, smet_rule_interventions, rule));
    smet__put_condition(tree, object, smet_rule_condition, rule);
    smet__put_text(tree, object, "rationale", info.rationale);
    smet__put_text(tree, object, "section", info.section);
    smet__put(tree, object, "references", smet__reference_keys(tree, smet_rule_references, rule));
    smet__put(tree, object, "evidence", smet__evidence_keys(tree, smet_rule_evidence, rule));
    smet__put(tree, object, "fields",
              smet__listed(tree, SMET_VOCABULARY_FIELD, smet_rule_fields, rule));
    return object;
}

static json_t *conflict_json(struct smet__tree *tree, smet_conflict_t conflict)
{
    struct smet_conflict_info info = {.size = sizeof info};
    smet__must(tree, smet_conflict_describe(conflict, &info));
    json_t *object = smet__entry(tree, info.key, conflict);
    smet__put_text(tree, object, "label", info.label);
    smet__put_condition(tree, object, smet_conflict_condition, conflict);
    smet__put(tree, object, "between", smet__between_json(tree, conflict));
    smet__put_text(tree, object, "explanation", info.explanation);
    return object;
}

void smet__put_pathway_parts(struct smet__tree *tree, json_t *catalogue)
{
    smet__put(tree, catalogue, "findings",
              smet__each(tree, SMET_VOCABULARY_FINDING, finding_json));
    smet__put(tree, catalogue, "interventions",
              smet__each(tree, SMET_VOCABULARY_INTERVENTION, intervention_json));
    smet__put(tree, catalogue, "rules", smet__each(tree, SMET_VOCABULARY_RULE, rule_json));
    smet__put(tree, catalogue, "conflicts",
              smet__each(tree, SMET_VOCABULARY_CONFLICT, conflict_json));
}
