/*
 * A DetectedIssue for each emergency, also one that is not excluded, for each
 * contraindication and conflict, and for facts that contradict each other.
 */
#include "exchange/fhir/parts.h"

#include <stdio.h>
#include <string.h>

/* --- the parts of an issue ---------------------------------------------------- */

/* The severity is said where the review says it: of emergencies. */
static json_t *issue_json(struct smet__bundle *bundle, const char *kind, const char *key,
                          bool is_final, const char *code, const char *label)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *issue = smet__resource(bundle, "DetectedIssue", kind, key,
                                   is_final ? "final" : "preliminary");
    smet__put(tree, issue, "code",
              smet__concept(tree, smet__coding(tree, SMET__SYSTEM_KINDS, code, code), label));
    return issue;
}

/* What comes behind the code and the severity, in the order of the specification. */
static void put_middle(struct smet__bundle *bundle, json_t *issue)
{
    smet__put(&bundle->tree, issue, "patient", smet__subject(bundle));
    smet__put_date(bundle, issue, "identifiedDateTime");
    smet__put(&bundle->tree, issue, "author", smet__device_reference(bundle));
}

static void put_evidence(struct smet__tree *tree, json_t *list, json_t *coding, const char *text,
                         json_t *detail)
{
    json_t *evidence = json_object();
    smet__put(tree, evidence, "code", smet__one(tree, smet__concept(tree, coding, text)));
    smet__put_list(tree, evidence, "detail", detail);
    smet__add(tree, list, evidence);
}

/* An intervention is named by its code: there is no resource, as none is proposed. */
static void add_implicated(struct smet__tree *tree, json_t *list, smet_intervention_t intervention)
{
    json_t *reference = json_object(), *identifier = json_object();
    smet__put_text(tree, identifier, "system", SMET__SYSTEM_INTERVENTIONS);
    smet__put_term(tree, identifier, "value", SMET_VOCABULARY_INTERVENTION, intervention);
    smet__put(tree, reference, "identifier", identifier);
    smet__put_text(tree, reference, "display",
                   smet_term_label(SMET_VOCABULARY_INTERVENTION, intervention));
    smet__add(tree, list, reference);
}

static void put_doi(struct smet__tree *tree, json_t *issue, smet_rule_t rule)
{
    int32_t references[SMET__LIST_ROOM];
    size_t count = smet__held(smet_rule_references(rule, references, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        struct smet_reference_info info = {.size = sizeof info};
        smet__must(tree, smet_reference_describe(references[i], &info));
        if (info.doi[0] != '\0') {
            smet__put(tree, issue, "reference", json_sprintf("https://doi.org/%s", info.doi));
            return;
        }
    }
}

static void put_words(struct smet__tree *tree, json_t *object, const char *key,
                      struct smet__words *words)
{
    smet__put(tree, object, key, smet__words_json(words));
}

/* --- what a rule says --------------------------------------------------------- */

/* A rule with its place in the review and its sources, after what was said before. */
static void say_rule(struct smet__words *words, smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    int32_t references[SMET__LIST_ROOM];
    size_t count = smet__held(smet_rule_references(rule, references, SMET__LIST_ROOM));
    const char *separator = "";
    smet_rule_describe(rule, &info);
    smet__say_next(words, " ", info.rationale);
    smet__say(words, " [Review: ");
    smet__say(words, info.section);
    smet__say(words, ". Sources: ");
    for (size_t i = 0; i < count; i++) {
        struct smet_reference_info reference = {.size = sizeof reference};
        smet_reference_describe(references[i], &reference);
        smet__say(words, separator);
        smet__say(words, reference.citation);
        separator = "; ";
    }
    smet__say(words, "]");
}

/* Which rules an issue rests on. */
struct ground {
    smet_verdict_t verdict;
    smet_truth_t fires;
};

/* Says each rule of an intervention that stands on the ground, and gives it as evidence. No rule
 * is of two interventions of one issue, as a test holds. */
static void add_rules(struct smet__bundle *bundle, json_t *issue, json_t *evidence,
                      struct smet__words *words, smet_intervention_t intervention,
                      const struct ground *ground)
{
    const smet_assessment *assessment = bundle->answer->assessment;
    smet_rule_t rules[SMET__LIST_ROOM];
    size_t count =
        smet__held(smet_assessment_rules(assessment, intervention, rules, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        smet__must(&bundle->tree,
                   smet_assessment_rule(assessment, intervention, rules[i], &state));
        if (state.verdict != ground->verdict || state.fires != ground->fires)
            continue;
        json_t *detail = json_array();
        const struct smet__set read = smet__read_by_rule(bundle, rules[i]);
        smet__add_chart_references(bundle, detail, &read, NULL);
        put_evidence(&bundle->tree, evidence,
                     smet__coding(&bundle->tree, SMET__SYSTEM_RULES,
                                  smet_term_key(SMET_VOCABULARY_RULE, rules[i]), NULL),
                     NULL, detail);
        say_rule(words, rules[i]);
        if (json_object_get(issue, "reference") == NULL)
            put_doi(&bundle->tree, issue, rules[i]);
    }
}

/* --- emergencies -------------------------------------------------------------- */

/* What is or may be an emergency, taken together: one alarm, not one an intervention. */
struct alarm {
    struct smet__set interventions;
    struct smet__set open; /* the fields that could still make it one */
};

static void find_alarms(const smet_assessment *assessment, struct alarm *certain,
                        struct alarm *possible)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        struct smet_disposition known = {.size = sizeof known};
        smet_assessment_disposition(assessment, intervention, &known);
        bool may_be = false;
        for (uint32_t p = 0; p < known.possible_count; p++)
            may_be = may_be || known.possible[p] == SMET_VERDICT_EMERGENCY;
        if (known.disposition == SMET_VERDICT_EMERGENCY)
            smet__set_add(&certain->interventions, intervention);
        else if (may_be) {
            smet_field_t fields[SMET__LIST_ROOM];
            size_t count = smet__held(
                smet_assessment_alarming(assessment, intervention, fields, SMET__LIST_ROOM));
            smet__set_add(&possible->interventions, intervention);
            smet__set_add_list(&possible->open, fields, count);
        }
    }
}

/* What the rules say stands behind; each emergency is worded as the review treats it,
 * once more where no rule does. */
static void say_alarm(struct smet__words *words, const struct alarm *alarm, bool is_certain,
                      const char *rules)
{
    smet__say(words, is_certain ? "Emergency: " : "Emergency not excluded: ");
    smet__say_terms(words, SMET_VOCABULARY_INTERVENTION, &alarm->interventions);
    smet__say(words, ".");
    if (!is_certain) {
        smet__say(words, " Not excluded until these are known: ");
        smet__say_terms(words, SMET_VOCABULARY_FIELD, &alarm->open);
        smet__say(words, ". If it is one:");
    }
    if (strstr(rules, SMET__EMERGENCY_WORDS) == NULL)
        smet__say(words, " " SMET__EMERGENCY_WORDS);
    if (rules[0] != '\0')
        smet__say_next(words, " ", rules);
}

static void put_alarm_detail(struct smet__tree *tree, json_t *issue, const struct alarm *alarm,
                             bool is_certain, struct smet__words *rules)
{
    struct smet__words words = {0};
    say_alarm(&words, alarm, is_certain, smet__said(rules));
    words.has_failed |= rules->has_failed;
    smet__words_free(rules);
    put_words(tree, issue, "detail", &words);
}

static void add_alarm(struct smet__bundle *bundle, const struct alarm *alarm, bool is_certain)
{
    struct smet__tree *tree = &bundle->tree;
    const struct ground ground = {SMET_VERDICT_EMERGENCY,
                                  is_certain ? SMET_TRUTH_TRUE : SMET_TRUTH_UNKNOWN};
    const char *key = is_certain ? "certain" : "not-excluded";
    struct smet__words rules = {0};
    json_t *issue = issue_json(bundle, "emergency", key, is_certain, "emergency",
                               is_certain ? "emergency" : "emergency not excluded");
    json_t *implicated = json_array(), *evidence = json_array();
    smet__put_text(tree, issue, "severity", "high");
    put_middle(bundle, issue);
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        if (!smet__set_has(&alarm->interventions, intervention))
            continue;
        add_implicated(tree, implicated, intervention);
        add_rules(bundle, issue, evidence, &rules, intervention, &ground);
    }
    smet__put(tree, issue, "implicated", implicated);
    smet__put_list(tree, issue, "evidence", evidence);
    put_alarm_detail(tree, issue, alarm, is_certain, &rules);
    smet__add_entry(bundle, "emergency", key, issue);
}

static void add_emergencies(struct smet__bundle *bundle)
{
    struct alarm certain = {.open.count = 0}, possible = {.open.count = 0};
    find_alarms(bundle->answer->assessment, &certain, &possible);
    if (certain.interventions.count != 0)
        add_alarm(bundle, &certain, true);
    if (possible.interventions.count != 0)
        add_alarm(bundle, &possible, false);
}

/* --- contraindications -------------------------------------------------------- */

static void add_contraindication(struct smet__bundle *bundle,
                                 const struct smet_disposition *known)
{
    static const struct ground ground = {SMET_VERDICT_CONTRAINDICATED, SMET_TRUTH_TRUE};
    struct smet__tree *tree = &bundle->tree;
    const char *key = smet_term_key(SMET_VOCABULARY_INTERVENTION, known->intervention);
    struct smet__words words = {0};
    json_t *issue = issue_json(bundle, "contraindication", key, known->is_settled,
                               "contraindication", "contraindication");
    json_t *implicated = json_array(), *evidence = json_array();
    put_middle(bundle, issue);
    smet__say(&words, "The source excludes ");
    smet__say(&words, smet_term_label(SMET_VOCABULARY_INTERVENTION, known->intervention));
    smet__say(&words, known->is_settled ? " here." : " on what is known so far.");
    add_rules(bundle, issue, evidence, &words, known->intervention, &ground);
    add_implicated(tree, implicated, known->intervention);
    smet__put(tree, issue, "implicated", implicated);
    smet__put_list(tree, issue, "evidence", evidence);
    put_words(tree, issue, "detail", &words);
    smet__add_entry(bundle, "contraindication", key, issue);
}

static void add_contraindications(struct smet__bundle *bundle)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        struct smet_disposition known = {.size = sizeof known};
        smet__must(&bundle->tree,
                   smet_assessment_disposition(bundle->answer->assessment,
                                               smet_term_at(SMET_VOCABULARY_INTERVENTION, i),
                                               &known));
        if (known.disposition == SMET_VERDICT_CONTRAINDICATED)
            add_contraindication(bundle, &known);
    }
}

/* --- conflicts ---------------------------------------------------------------- */

/* The scores that are in a band which the conflict is about. */
static void add_scores_between(struct smet__bundle *bundle, json_t *detail,
                               smet_instrument_t instrument, smet_conflict_t conflict)
{
    const char *keys[SMET__LIST_ROOM];
    size_t count = smet__held(smet_conflict_between(conflict, keys, SMET__LIST_ROOM));
    struct smet_score score = {.size = sizeof score};
    struct smet_band_info band = {.size = sizeof band};
    smet_assessment_score(bundle->answer->assessment, instrument, &score);
    if (!score.is_decided)
        return;
    smet__must(&bundle->tree,
               smet_band_describe(instrument, __builtin_ctz(score.bands), &band));
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i], band.key) == 0) {
            smet__add(&bundle->tree, detail,
                      smet__entry_reference(bundle, SMET__ENTRY_SCORE,
                                            smet_term_key(SMET_VOCABULARY_INSTRUMENT,
                                                          instrument)));
            return;
        }
}

static void add_conflict(struct smet__bundle *bundle, smet_conflict_t conflict)
{
    struct smet__tree *tree = &bundle->tree;
    struct smet_conflict_info info = {.size = sizeof info};
    smet__must(tree, smet_conflict_describe(conflict, &info));
    json_t *issue = issue_json(bundle, "conflict", info.key, true, "conflict", info.label);
    json_t *evidence = json_array(), *detail = json_array();
    put_middle(bundle, issue);
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++)
        add_scores_between(bundle, detail, smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), conflict);
    put_evidence(tree, evidence,
                 smet__coding(tree, SMET__SYSTEM_CONFLICTS, info.key, info.label), NULL, detail);
    smet__put(tree, issue, "evidence", evidence);
    smet__put_text(tree, issue, "detail", info.explanation);
    smet__add_entry(bundle, "conflict", info.key, issue);
}

static void add_conflicts(struct smet__bundle *bundle)
{
    smet_conflict_t conflicts[SMET__LIST_ROOM];
    size_t count = smet__held(
        smet_assessment_conflicts(bundle->answer->assessment, conflicts, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++)
        add_conflict(bundle, conflicts[i]);
}

/* --- facts that contradict each other ----------------------------------------- */

static void add_contradiction(struct smet__bundle *bundle, size_t index)
{
    struct smet__tree *tree = &bundle->tree;
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__held(smet_assessment_inconsistency_fields(
        bundle->answer->assessment, index, fields, SMET__LIST_ROOM));
    char key[24];
    snprintf(key, sizeof key, "%lu", (unsigned long)index);
    json_t *issue = issue_json(bundle, "contradiction", key, true, "contradiction",
                               "facts that contradict each other");
    json_t *evidence = json_array();
    put_middle(bundle, issue);
    for (size_t i = 0; i < count; i++) {
        json_t *detail = json_array();
        smet__add_resources_of(bundle, detail, fields[i], SMET__FACTS_THAT_COUNT);
        put_evidence(tree, evidence,
                     smet__term_coding(tree, SMET__SYSTEM_FIELDS, SMET_VOCABULARY_FIELD,
                                       fields[i]),
                     NULL, detail);
    }
    smet__put_list(tree, issue, "evidence", evidence);
    smet__put_text(tree, issue, "detail",
                   smet_assessment_inconsistency_text(bundle->answer->assessment, index));
    smet__add_entry(bundle, "contradiction", key, issue);
}

/* The values that facts of a field and of a use give, each once. */
static void say_values(struct smet__bundle *bundle, struct smet__words *words,
                       smet_field_t field, smet_fact_use_t use, const char *beginning)
{
    json_t *seen = json_object();
    size_t count = smet_chart_fact_count(bundle->answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet__must(&bundle->tree, smet_chart_fact(bundle->answer->chart, i, &fact));
        if (fact.field != field || !smet__is_meant(&fact, 1 << use) ||
            json_object_get(seen, fact.value) != NULL)
            continue;
        smet__say(words, json_object_size(seen) == 0 ? beginning : "; ");
        smet__say(words, fact.value);
        smet__put(&bundle->tree, seen, fact.value, json_true());
    }
    smet__say(words, json_object_size(seen) == 0 ? "" : ".");
    json_decref(seen);
}

/* Facts of one field that a chart holds and that cannot all be true. */
static void add_disagreement(struct smet__bundle *bundle, smet_field_t field)
{
    struct smet__tree *tree = &bundle->tree;
    const char *key = smet_term_key(SMET_VOCABULARY_FIELD, field);
    struct smet__words words = {0};
    json_t *issue = issue_json(bundle, "disagreement", key, true, "contradiction",
                               "facts that contradict each other");
    json_t *evidence = json_array(), *detail = json_array();
    put_middle(bundle, issue);
    smet__add_resources_of(bundle, detail, field, SMET__FACTS_THAT_CONTRADICT);
    put_evidence(tree, evidence,
                 smet__term_coding(tree, SMET__SYSTEM_FIELDS, SMET_VOCABULARY_FIELD, field), NULL,
                 detail);
    smet__put(tree, issue, "evidence", evidence);
    smet__say(&words, "The chart contradicts itself: ");
    smet__say(&words, smet_term_label(SMET_VOCABULARY_FIELD, field));
    smet__say(&words, ".");
    say_values(bundle, &words, field, SMET_FACT_DISAGREES,
               " Not all of these can be true, so any of them may be: ");
    say_values(bundle, &words, field, SMET_FACT_USED, " This counts: ");
    say_values(bundle, &words, field, SMET_FACT_YIELDS,
               " This does not, as nothing would be left of what the others say: ");
    put_words(tree, issue, "detail", &words);
    smet__add_entry(bundle, "disagreement", key, issue);
}

static void add_disagreements(struct smet__bundle *bundle)
{
    struct smet__set fields = {.count = 0};
    size_t count = smet_chart_fact_count(bundle->answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet__must(&bundle->tree, smet_chart_fact(bundle->answer->chart, i, &fact));
        if (smet__is_meant(&fact, 1 << SMET_FACT_DISAGREES | 1 << SMET_FACT_YIELDS))
            smet__set_add(&fields, fact.field);
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (smet__set_has(&fields, field))
            add_disagreement(bundle, field);
    }
}

void smet__add_issues(struct smet__bundle *bundle)
{
    if (!bundle->answer->scores_only) {
        add_emergencies(bundle);
        add_contraindications(bundle);
        add_conflicts(bundle);
    }
    size_t count = smet_assessment_inconsistency_count(bundle->answer->assessment);
    for (size_t i = 0; i < count; i++)
        add_contradiction(bundle, i);
    add_disagreements(bundle);
}
