/*
 * Rules and interventions in words.
 */
#include "describe/parts.h"

/* --- rules ----------------------------------------------------------------- */

static void put_ground(FILE *out, const struct smet_rule_info *info)
{
    put_condition(out, "when", smet_rule_condition, info->rule);
    put_said(out, "why", info->rationale);
    put_said(out, "section", info->section);
    put_said(out, "grade", smet_term_label(SMET_VOCABULARY_GRADE, info->grade));
    put_references(out, smet_rule_references, info->rule);
    put_list(out, "evidence", smet_rule_evidence, info->rule, SMET_VOCABULARY_EVIDENCE);
}

void describe_rule(FILE *out, int32_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    smet_rule_describe(rule, &info);
    put_said(out, "verdict", smet_term_label(SMET_VOCABULARY_VERDICT, info.verdict));
    put_list(out, "on", smet_rule_interventions, rule, SMET_VOCABULARY_INTERVENTION);
    put_ground(out, &info);
}

/* Whether outcome figures bear on a term. */
typedef bool is_evidence_of(smet_evidence_t evidence, int32_t term);

static bool is_evidence_of_rule(smet_evidence_t evidence, int32_t rule)
{
    return list_holds(smet_rule_evidence, rule, evidence);
}

static bool is_evidence_of_intervention(smet_evidence_t evidence, int32_t intervention)
{
    return list_holds(smet_evidence_interventions, evidence, intervention);
}

/* The outcome figures that bear on a term, each with its statement. */
static void put_evidence(FILE *out, is_evidence_of *is_evidence, int32_t term)
{
    bool is_first = true;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_EVIDENCE); i++) {
        struct smet_evidence_info info = {.size = sizeof info};
        smet_evidence_describe(smet_term_at(SMET_VOCABULARY_EVIDENCE, i), &info);
        if (!is_evidence(info.evidence, term))
            continue;
        if (is_first)
            put_part(out, "Evidence");
        is_first = false;
        wrap_format(out, WRAP_WIDTH, PART_COLUMN, INNER_COLUMN, "%s: %s", info.key,
                    info.statement);
    }
}

void describe_rule_use(FILE *out, int32_t rule)
{
    put_list(out, "reads", smet_rule_fields, rule, SMET_VOCABULARY_FIELD);
    put_evidence(out, is_evidence_of_rule, rule);
    put_citations(out, smet_rule_references, rule);
}

/* --- interventions --------------------------------------------------------- */

void describe_intervention(FILE *out, int32_t intervention)
{
    struct smet_intervention_info info = {.size = sizeof info};
    smet_intervention_describe(intervention, &info);
    struct text kind = {0};
    if (info.is_operation)
        text_join(&kind, ", ", "an operation");
    if (info.is_local_treatment)
        text_join(&kind, ", ", "a local treatment");
    if (info.is_around_operation)
        text_join(&kind, ", ", "done around an operation");
    put_said(out, "name", info.label);
    put_said(out, "meaning", info.definition);
    put_said(out, "kind", text_words(&kind));
    text_free(&kind);
}

/* The rules on an intervention that say one verdict. */
static void put_rules_of_verdict(FILE *out, smet_intervention_t intervention,
                                 smet_verdict_t verdict)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        struct smet_rule_info info = {.size = sizeof info};
        smet_rule_describe(smet_term_at(SMET_VOCABULARY_RULE, i), &info);
        if (info.verdict != verdict ||
            !list_holds(smet_rule_interventions, info.rule, intervention))
            continue;
        struct text heading = {0};
        text_add_format(&heading, "%s: %s", smet_term_label(SMET_VOCABULARY_VERDICT, verdict),
                        info.key);
        put_part(out, text_words(&heading));
        put_ground(out, &info);
        text_free(&heading);
    }
}


void describe_intervention_use(FILE *out, int32_t intervention)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT); i++)
        put_rules_of_verdict(out, intervention, smet_term_at(SMET_VOCABULARY_VERDICT, i));
    put_evidence(out, is_evidence_of_intervention, intervention);
}
