/*
 * What the GuidanceResponse puts out: every intervention of which there is something
 * to say, with its rules, their grades and sources. Parameters, and not a CarePlan or
 * a RequestGroup: these are orders or proposals of orders.
 */
#include "exchange/fhir/parts.h"

static void add_term(struct smet__tree *tree, json_t *list, const char *name, const char *system,
                     smet_vocabulary_t vocabulary, int32_t term)
{
    smet__add_parameter(tree, list, name, "valueCoding",
                        smet__term_coding(tree, system, vocabulary, term));
}

static void add_bool(struct smet__tree *tree, json_t *list, const char *name, bool yes)
{
    smet__add_parameter(tree, list, name, "valueBoolean", json_boolean(yes));
}

static void add_key(struct smet__tree *tree, json_t *list, const char *name,
                    smet_vocabulary_t vocabulary, int32_t term)
{
    smet__add_said(tree, list, name, "valueCode", smet_term_key(vocabulary, term));
}

/* --- rules -------------------------------------------------------------------- */

static void add_sources(struct smet__tree *tree, json_t *list, smet_rule_t rule)
{
    int32_t terms[SMET__LIST_ROOM];
    size_t count = smet__held(smet_rule_references(rule, terms, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        smet__remember(tree->references, terms[i]);
        add_key(tree, list, "reference", SMET_VOCABULARY_REFERENCE, terms[i]);
    }
    count = smet__held(smet_rule_evidence(rule, terms, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        smet__remember(tree->evidence, terms[i]);
        add_key(tree, list, "evidence", SMET_VOCABULARY_EVIDENCE, terms[i]);
    }
}

/* How a rule stands on one intervention. What it says stands once, behind. */
static json_t *state_json(struct smet__bundle *bundle, const struct smet_rule_state *state)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *parts = json_array();
    smet__remember(bundle->rules, state->rule);
    add_key(tree, parts, "key", SMET_VOCABULARY_RULE, state->rule);
    smet__add_said(tree, parts, "state", "valueCode",
                   state->fires == SMET_TRUTH_TRUE ? "fires" : "may_fire");
    add_bool(tree, parts, "overruled", state->is_overruled);
    return parts;
}

static json_t *rule_json(struct smet__tree *tree, smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    smet__must(tree, smet_rule_describe(rule, &info));
    json_t *parts = json_array();
    smet__add_parameter(tree, parts, "rule", "valueCoding",
                        smet__coding(tree, SMET__SYSTEM_RULES, info.key, NULL));
    add_term(tree, parts, "verdict", SMET__SYSTEM_VERDICTS, SMET_VOCABULARY_VERDICT,
             info.verdict);
    add_key(tree, parts, "grade", SMET_VOCABULARY_GRADE, info.grade);
    smet__add_said(tree, parts, "rationale", "valueString", info.rationale);
    smet__add_said(tree, parts, "section", "valueString", info.section);
    add_sources(tree, parts, rule);
    return parts;
}

/* smet_assessment_rules() or smet_assessment_cautions() */
typedef size_t (*rule_lister)(const smet_assessment *assessment, smet_intervention_t intervention,
                              smet_rule_t *rules, size_t capacity);

static void add_rules(struct smet__bundle *bundle, json_t *list, const char *name,
                      smet_intervention_t intervention, rule_lister lister)
{
    smet_rule_t rules[SMET__LIST_ROOM];
    size_t count =
        smet__held(lister(bundle->answer->assessment, intervention, rules, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        smet__must(&bundle->tree, smet_assessment_rule(bundle->answer->assessment, intervention,
                                                       rules[i], &state));
        smet__add_parts(&bundle->tree, list, name, state_json(bundle, &state));
    }
}

/* --- interventions ------------------------------------------------------------ */

static json_t *recommendation_json(struct smet__bundle *bundle,
                                   const struct smet_disposition *known)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *parts = json_array();
    add_term(tree, parts, "intervention", SMET__SYSTEM_INTERVENTIONS,
             SMET_VOCABULARY_INTERVENTION, known->intervention);
    add_term(tree, parts, "disposition", SMET__SYSTEM_VERDICTS, SMET_VOCABULARY_VERDICT,
             known->disposition);
    add_bool(tree, parts, "settled", known->is_settled);
    for (uint32_t i = 0; i < known->possible_count; i++)
        add_key(tree, parts, "possible", SMET_VOCABULARY_VERDICT, known->possible[i]);
    if (known->side != SMET_SIDE_INVALID)
        add_key(tree, parts, "side", SMET_VOCABULARY_SIDE, known->side);
    smet_field_t deciding[SMET__LIST_ROOM];
    size_t count = smet__held(smet_assessment_deciding(
        bundle->answer->assessment, known->intervention, deciding, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++)
        add_key(tree, parts, "deciding", SMET_VOCABULARY_FIELD, deciding[i]);
    add_rules(bundle, parts, "rule", known->intervention, smet_assessment_rules);
    add_rules(bundle, parts, "caution", known->intervention, smet_assessment_cautions);
    return parts;
}

/* --- what they name ----------------------------------------------------------- */

static void add_findings(struct smet__bundle *bundle, json_t *list)
{
    struct smet__tree *tree = &bundle->tree;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FINDING); i++) {
        smet_finding_t finding = smet_term_at(SMET_VOCABULARY_FINDING, i);
        json_t *parts = json_array();
        add_term(tree, parts, "finding", SMET__SYSTEM_FINDINGS, SMET_VOCABULARY_FINDING, finding);
        add_key(tree, parts, "truth", SMET_VOCABULARY_TRUTH,
                smet_assessment_finding(bundle->answer->assessment, finding));
        smet__add_parts(tree, list, "finding", parts);
    }
}

static json_t *evidence_json(struct smet__tree *tree, smet_evidence_t evidence)
{
    struct smet_evidence_info info = {.size = sizeof info};
    smet__must(tree, smet_evidence_describe(evidence, &info));
    smet__remember(tree->references, info.reference);
    json_t *parts = json_array();
    smet__add_said(tree, parts, "key", "valueCode", info.key);
    smet__add_said(tree, parts, "statement", "valueString", info.statement);
    smet__add_said(tree, parts, "disagreement", "valueString", info.disagreement);
    add_key(tree, parts, "status", SMET_VOCABULARY_EVIDENCE_STATUS, info.status);
    add_key(tree, parts, "reference", SMET_VOCABULARY_REFERENCE, info.reference);
    return parts;
}

static json_t *reference_json(struct smet__tree *tree, smet_reference_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet__must(tree, smet_reference_describe(reference, &info));
    json_t *parts = json_array();
    smet__add_said(tree, parts, "key", "valueCode", info.key);
    smet__add_said(tree, parts, "citation", "valueString", info.citation);
    smet__add_said(tree, parts, "doi", "valueString", info.doi);
    smet__add_said(tree, parts, "pmid", "valueString", info.pmid);
    return parts;
}

/* Each term that was named above. */
static void add_named(struct smet__tree *tree, json_t *list, const char *name, const bool *named,
                      smet__maker make)
{
    for (int32_t term = 0; term < SMET__LIST_ROOM; term++)
        if (named[term])
            smet__add_parts(tree, list, name, make(tree, term));
}

void smet__add_recommendations(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    const smet_assessment *assessment = bundle->answer->assessment;
    json_t *list = json_array(), *parameters = json_object();
    smet__add_parameter(tree, list, "facts", "valueReference",
                        smet__entry_reference(bundle, SMET__ENTRY_FACTS, ""));
    for (size_t i = 0; i < smet_assessment_disposition_count(assessment); i++) {
        struct smet_disposition known = {.size = sizeof known};
        smet__must(tree, smet_assessment_disposition_at(assessment, i, &known));
        smet__add_parts(tree, list, "recommendation", recommendation_json(bundle, &known));
    }
    add_findings(bundle, list);
    /* Rules name outcome figures, and both name references. */
    add_named(tree, list, "rule", bundle->rules, rule_json);
    add_named(tree, list, "evidence", tree->evidence, evidence_json);
    add_named(tree, list, "reference", tree->references, reference_json);
    smet__put_text(tree, parameters, "resourceType", "Parameters");
    smet__put(tree, parameters, "parameter", list);
    smet__add_entry(bundle, SMET__ENTRY_RECOMMENDATIONS, "", parameters);
}
