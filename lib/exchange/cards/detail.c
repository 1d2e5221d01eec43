/*
 * What stands behind a card, in Markdown: the statements with their grade, place and
 * sources, the figures, what is open and what would settle it, and the facts that
 * were used with the place in the chart that each comes from.
 */
#include "exchange/cards/detail.h"
#include "exchange/cards/summary.h"

#include "content/lists.h"

#include <string.h>

/* --- small words ------------------------------------------------------------------ */

static void say_label(struct smet__words *words, smet_vocabulary_t vocabulary, int32_t term)
{
    smet__say_escaped(words, smet_term_label(vocabulary, term));
}

static void say_heading(struct smet__words *words, const char *text)
{
    smet__say(words, words->length > 0 ? "\n\n**" : "**");
    smet__say_escaped(words, text);
    smet__say(words, "**");
}

/* Begins a line of a list. */
static void say_bullet(struct smet__words *words)
{
    smet__say(words, words->length > 0 ? "\n- " : "- ");
}

static void say_fields(struct smet__words *words, const smet_field_t *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        smet__say(words, i > 0 ? ", " : "");
        say_label(words, SMET_VOCABULARY_FIELD, fields[i]);
    }
}

static void say_set(struct smet__words *words, const struct smet__set *fields)
{
    const char *comma = "";
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (!smet__set_has(fields, field))
            continue;
        smet__say(words, comma);
        say_label(words, SMET_VOCABULARY_FIELD, field);
        comma = ", ";
    }
}

/* --- sources ---------------------------------------------------------------------- */

/* A reference in brackets: the review's own by number, others by key. */
static void say_reference(struct smet__words *words, smet_reference_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet_reference_describe(reference, &info);
    smet__say(words, "\\[");
    if (info.number > 0)
        smet__say_number(words, info.number);
    else
        smet__say_escaped(words, info.key);
    smet__say(words, "\\]");
}

static void cite(struct smet__card *card, const smet_reference_t *references, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            smet__say(&card->detail, " ");
        say_reference(&card->detail, references[i]);
        smet__remember(card->references, references[i]);
    }
}

/* Every DOI of the table can stand in an address as it is, as a test holds. */
static void say_doi(struct smet__words *words, const char *doi)
{
    smet__say(words, " <https://doi.org/");
    smet__say(words, doi);
    smet__say(words, ">");
}

static void say_sources(struct smet__card *card)
{
    bool is_first = true;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++) {
        smet_reference_t reference = smet_term_at(SMET_VOCABULARY_REFERENCE, i);
        struct smet_reference_info info = {.size = sizeof info};
        if (!card->references[reference])
            continue;
        smet_reference_describe(reference, &info);
        if (is_first) {
            say_heading(&card->detail, "Sources");
            smet__say(&card->detail, "\n");
        }
        is_first = false;
        say_bullet(&card->detail);
        say_reference(&card->detail, reference);
        smet__say(&card->detail, " ");
        smet__say_escaped(&card->detail, info.citation);
        if (info.doi[0] != '\0')
            say_doi(&card->detail, info.doi);
    }
}

/* --- rules ------------------------------------------------------------------------ */

/* Figures; each once a card. */
static void say_evidence(struct smet__card *card, smet_rule_t rule)
{
    smet_evidence_t evidence[SMET__LIST_ROOM];
    size_t count = smet__held(smet_rule_evidence(rule, evidence, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        struct smet_evidence_info info = {.size = sizeof info};
        if (card->shown[evidence[i]])
            continue;
        smet_evidence_describe(evidence[i], &info);
        card->shown[evidence[i]] = true;
        smet__say(&card->detail, "\n  - Figures: ");
        smet__say_escaped(&card->detail, info.statement);
        smet__say(&card->detail, " ");
        if (info.disagreement[0] != '\0') {
            smet__say_escaped(&card->detail, info.disagreement);
            smet__say(&card->detail, " ");
        }
        cite(card, &info.reference, 1);
    }
}

/* "why (grade; where in the review; sources)"; each rule's reasons once a card. */
static void say_rule(struct smet__card *card, const char *lead, smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    smet_reference_t references[SMET__LIST_ROOM];
    smet_field_t fields[SMET__LIST_ROOM];
    if (card->told[rule])
        return;
    smet_rule_describe(rule, &info);
    card->told[rule] = true;
    size_t read = smet__held(smet_rule_fields(rule, fields, SMET__LIST_ROOM));
    smet__set_add_list(&card->facts, fields, read);
    say_bullet(&card->detail);
    smet__say(&card->detail, lead);
    smet__say_escaped(&card->detail, info.rationale);
    smet__say(&card->detail, " (");
    say_label(&card->detail, SMET_VOCABULARY_GRADE, info.grade);
    smet__say(&card->detail, "; ");
    smet__say_escaped(&card->detail, info.section);
    smet__say(&card->detail, "; ");
    cite(card, references, smet_rule_references(rule, references, SMET__LIST_ROOM));
    smet__say(&card->detail, ")");
    say_evidence(card, rule);
}

/* The rules that fire, or may fire, on an intervention with a verdict. */
static size_t rules_of(const struct smet__card *card, smet_intervention_t intervention,
                       smet_truth_t fires, smet_verdict_t verdict,
                       smet_rule_t found[SMET__LIST_ROOM])
{
    smet_rule_t rules[SMET__LIST_ROOM];
    size_t count = smet__held(smet_assessment_rules(card->answer->assessment, intervention, rules,
                                                    SMET__LIST_ROOM));
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        smet_assessment_rule(card->answer->assessment, intervention, rules[i], &state);
        if (state.fires == fires && state.verdict == verdict)
            found[kept++] = rules[i];
    }
    return kept;
}

/* Cautions; those that hold for every patient are left out where time is short. */
static void say_cautions(struct smet__card *card, smet_intervention_t intervention)
{
    smet_rule_t rules[SMET__LIST_ROOM];
    size_t count = smet__held(smet_assessment_cautions(card->answer->assessment, intervention,
                                                       rules, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++)
        if (card->urgency != SMET__CRITICAL || smet_rule_fields(rules[i], NULL, 0) > 0)
            say_rule(card, "Caution: ", rules[i]);
}

/* --- interventions ---------------------------------------------------------------- */

/* "could still be contraindicated, depending on ..." */
static void say_open(struct smet__card *card, const struct smet_disposition *disposition)
{
    struct smet__words *words = &card->detail;
    smet_field_t deciding[SMET__LIST_ROOM];
    size_t count = smet__held(smet_assessment_deciding(
        card->answer->assessment, disposition->intervention, deciding, SMET__LIST_ROOM));
    const char *between = "could still be ";
    for (uint32_t i = 0; i < disposition->possible_count; i++) {
        if (disposition->possible[i] == disposition->disposition)
            continue;
        smet__say(words, between);
        say_label(words, SMET_VOCABULARY_VERDICT, disposition->possible[i]);
        between = " or ";
    }
    smet__say(words, ", depending on ");
    say_fields(words, deciding, count);
}

static void say_intervention(struct smet__card *card, const struct smet_disposition *disposition)
{
    smet_rule_t rules[SMET__LIST_ROOM];
    size_t count = rules_of(card, disposition->intervention, SMET_TRUTH_TRUE,
                            disposition->disposition, rules);
    say_heading(&card->detail,
                smet_term_label(SMET_VOCABULARY_INTERVENTION, disposition->intervention));
    if (disposition->side != SMET_SIDE_INVALID) {
        smet__say(&card->detail, " on the ");
        say_label(&card->detail, SMET_VOCABULARY_SIDE, disposition->side);
    }
    smet__say(&card->detail, ": ");
    say_label(&card->detail, SMET_VOCABULARY_VERDICT, disposition->disposition);
    if (!disposition->is_settled) {
        smet__say(&card->detail, " (");
        say_open(card, disposition);
        smet__say(&card->detail, ")");
    }
    /* Never: a verdict has a rule that gives it. */
    if (!SMET__NEVER(count == 0) && card->told[rules[0]])
        smet__say(&card->detail, ", as above");
    smet__say(&card->detail, "\n");
    for (size_t i = 0; i < count; i++)
        say_rule(card, "", rules[i]);
    say_cautions(card, disposition->intervention);
}

/* What is not said yet, but may be. */
static void say_unsettled(struct smet__card *card)
{
    struct smet_disposition disposition;
    bool is_first = true;
    for (size_t i = 0; smet__card_next(card, &i, &disposition);) {
        if (disposition.is_settled || disposition.disposition != SMET_VERDICT_NO_RULE)
            continue;
        if (is_first) {
            say_heading(&card->detail, "Still open");
            smet__say(&card->detail, "\n");
        }
        is_first = false;
        say_bullet(&card->detail);
        say_label(&card->detail, SMET_VOCABULARY_INTERVENTION, disposition.intervention);
        smet__say(&card->detail, ": ");
        say_open(card, &disposition);
    }
}

/* --- scores ----------------------------------------------------------------------- */

static void say_points(struct smet__words *words, uint64_t points)
{
    const char *between = "";
    for (int32_t number = 0; number < 64; number++)
        if ((points >> number & 1) != 0) {
            smet__say(words, between);
            smet__say_number(words, number);
            between = " or ";
        }
}

static void say_item(struct smet__card *card, const struct smet_score_item *item,
                     const smet_field_t *derived_from, size_t derived_from_count)
{
    smet__set_add(&card->facts, item->field);
    smet__set_add_list(&card->facts, derived_from, derived_from_count);
    smet__say(&card->detail, "\n  - ");
    say_label(&card->detail, SMET_VOCABULARY_FIELD, item->field);
    smet__say(&card->detail, ": ");
    say_points(&card->detail, item->points);
    if (item->option >= 0) {
        smet__say(&card->detail, " (");
        smet__say_escaped(&card->detail, smet_value_label(item->field, item->option));
        smet__say(&card->detail, ")");
    }
    if (derived_from_count != 0) {
        smet__say(&card->detail, ", derived from ");
        say_fields(&card->detail, derived_from, derived_from_count);
    }
    if (item->note[0] != '\0') {
        smet__say(&card->detail, ". ");
        smet__say_escaped(&card->detail, item->note);
    }
}

static void say_items(struct smet__card *card, const struct smet_score *score)
{
    const smet_record *record = smet_assessment_record(card->answer->assessment);
    smet__say(&card->detail, "\n- Points:");
    for (size_t i = 0; i < score->item_count; i++) {
        struct smet_score_item item = {.size = sizeof item};
        smet_field_t from[SMET__LIST_ROOM];
        size_t count = smet__held(smet_record_score_item_derived_from(
            record, score->instrument, i, from, SMET__LIST_ROOM));
        smet_record_score_item(record, score->instrument, i, &item, NULL);
        say_item(card, &item, from, count);
    }
}

/* What its authors attach to a band speaks of treatment, so scores alone have none of it. */
static void say_bands(struct smet__card *card, const struct smet_score *score)
{
    const char *between = ": ";
    for (smet_band_t band = 0; band < SMET_BANDS_MAX; band++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((score->bands >> band & 1) == 0)
            continue;
        smet_band_describe(score->instrument, band, &info);
        smet__say(&card->detail, between);
        smet__say_escaped(&card->detail, info.label);
        between = " or ";
        if (!score->is_decided || card->answer->scores_only || info.strategy[0] == '\0')
            continue;
        smet__say(&card->detail, ". ");
        smet__say_escaped(&card->detail, info.strategy);
    }
}

static void say_score(struct smet__card *card, smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    struct smet_instrument_info info = {.size = sizeof info};
    smet_reference_t references[SMET__LIST_ROOM];
    const char *notes[SMET__LIST_ROOM];
    const smet_record *record = smet_assessment_record(card->answer->assessment);
    smet_assessment_score(card->answer->assessment, instrument, &score);
    smet_instrument_describe(instrument, &info);
    say_heading(&card->detail, info.label);
    smet__say(&card->detail, " ");
    smet__say_totals(&card->detail, &score);
    smet__say(&card->detail, ", of ");
    smet__say_number(&card->detail, info.minimum);
    smet__say(&card->detail, " to ");
    smet__say_number(&card->detail, info.maximum);
    say_bands(card, &score);
    smet__say(&card->detail, " ");
    cite(card, references, smet_instrument_references(instrument, references, SMET__LIST_ROOM));
    smet__say(&card->detail, "\n");
    say_items(card, &score);
    smet__set_add(&card->facts, info.reported_field);
    size_t count = smet__held(smet_record_score_notes(record, instrument, notes, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        say_bullet(&card->detail);
        smet__say_escaped(&card->detail, notes[i]);
    }
}

static void say_scores(struct smet__card *card)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        if (smet__list_has(card->row->instruments, instrument))
            say_score(card, instrument);
    }
}

/* --- conflicts -------------------------------------------------------------------- */

static void say_conflicts(struct smet__card *card)
{
    smet_conflict_t conflicts[SMET__LIST_ROOM];
    size_t count = card->answer->scores_only
                       ? 0
                       : smet__held(smet_assessment_conflicts(card->answer->assessment,
                                                              conflicts, SMET__LIST_ROOM));
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        struct smet_conflict_info info = {.size = sizeof info};
        if (!smet__list_has(card->row->conflicts, conflicts[i]))
            continue;
        smet_conflict_describe(conflicts[i], &info);
        if (is_first) {
            say_heading(&card->detail, "Where the sources pull apart");
            smet__say(&card->detail, "\n");
        }
        is_first = false;
        say_bullet(&card->detail);
        smet__say_escaped(&card->detail, info.explanation);
    }
}

/* --- facts ------------------------------------------------------------------------ */

static void say_values(struct smet__words *words, const smet_record *record, smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_value_t values[SMET__VALUE_ROOM];
    size_t count = smet_record_values(record, field, values, SMET__VALUE_ROOM);
    smet_field_describe(field, &info);
    if (info.kind == SMET_KIND_INTEGER && count > 2 &&
        values[count - 1] - values[0] == (smet_value_t)(count - 1) * info.step) {
        smet__say_number(words, values[0]);
        smet__say(words, " to ");
        smet__say_number(words, values[count - 1]);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        smet__say(words, i > 0 ? " or " : "");
        smet__say_escaped(words, smet_value_label(field, values[i]));
    }
}

/* "(Observation/ecog-1, 2018-03-01)" for each fact of the chart that the field has. */
static void say_origin(struct smet__card *card, smet_field_t field)
{
    const char *between = " (";
    size_t count = smet_chart_fact_count(card->answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet_chart_fact(card->answer->chart, i, &fact);
        if (fact.field != field ||
            (fact.use != SMET_FACT_USED && fact.use != SMET_FACT_DISAGREES))
            continue;
        smet__say(&card->detail, between);
        smet__say_escaped(&card->detail, fact.resource);
        if (fact.effective[0] != '\0') {
            smet__say(&card->detail, ", ");
            smet__say_escaped(&card->detail, fact.effective);
        }
        between = "; ";
    }
    if (between[0] == ';')
        smet__say(&card->detail, ")");
}

static void say_facts(struct smet__card *card)
{
    const smet_record *record = smet_assessment_record(card->answer->assessment);
    bool is_first = true;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (!smet__set_has(&card->facts, field) || !smet_record_is_entered(record, field))
            continue;
        if (is_first) {
            say_heading(&card->detail, "Facts that were read");
            smet__say(&card->detail, "\n");
        }
        is_first = false;
        say_bullet(&card->detail);
        say_label(&card->detail, SMET_VOCABULARY_FIELD, field);
        smet__say(&card->detail, ": ");
        say_values(&card->detail, record, field);
        say_origin(card, field);
    }
}

/* --- kinds of cards --------------------------------------------------------------- */

static void explain_not_excluded(struct smet__card *card)
{
    struct smet_disposition disposition;
    struct smet__set fields = {.count = 0};
    smet__add_alarming(card, &fields);
    if (fields.count == 0)
        return;
    say_heading(&card->detail, card->urgency == SMET__CRITICAL
                                   ? "Further emergency not excluded"
                                   : "Emergency not excluded");
    smet__say(&card->detail, " until these are known: ");
    say_set(&card->detail, &fields);
    smet__say(&card->detail, ".\n");
    for (size_t i = 0; smet__card_next(card, &i, &disposition);) {
        smet_rule_t rules[SMET__LIST_ROOM];
        size_t count = rules_of(card, disposition.intervention, SMET_TRUTH_UNKNOWN,
                                SMET_VERDICT_EMERGENCY, rules);
        if (disposition.disposition == SMET_VERDICT_EMERGENCY)
            continue;
        for (size_t k = 0; k < count; k++) {
            smet_reference_t references[SMET__LIST_ROOM];
            char condition[1024];
            smet_rule_condition(rules[k], condition, sizeof condition);
            say_bullet(&card->detail);
            say_label(&card->detail, SMET_VOCABULARY_INTERVENTION, disposition.intervention);
            smet__say(&card->detail, " would be an emergency if: ");
            smet__say_escaped(&card->detail, condition);
            smet__say(&card->detail, " ");
            cite(card, references, smet_rule_references(rules[k], references, SMET__LIST_ROOM));
        }
    }
}

static void explain_emergency(struct smet__card *card)
{
    struct smet_disposition disposition;
    for (size_t i = 0; smet__card_next(card, &i, &disposition);)
        if (disposition.disposition != SMET_VERDICT_NO_RULE)
            say_intervention(card, &disposition);
    if (!smet__has_subject(card->answer))
        smet__say(&card->detail, "\n\nThe record states no lesion of the spine; what the review "
                                 "says is about metastases in the sacrum.");
    explain_not_excluded(card);
}

static void explain_contradictions(struct smet__card *card)
{
    const struct smet__answer *answer = card->answer;
    size_t count = smet_assessment_inconsistency_count(answer->assessment);
    for (size_t i = 0; i < count; i++) {
        say_bullet(&card->detail);
        smet__say_escaped(&card->detail, smet_assessment_inconsistency_text(answer->assessment, i));
    }
    smet__add_contradicting(answer, &card->facts);
    count = smet_chart_fact_count(answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet_chart_fact(answer->chart, i, &fact);
        if (!smet__is_at_odds(&fact))
            continue;
        say_bullet(&card->detail);
        say_label(&card->detail, SMET_VOCABULARY_FIELD, fact.field);
        smet__say(&card->detail, ": ");
        smet__say_escaped(&card->detail, fact.value);
        smet__say(&card->detail, " (");
        smet__say_escaped(&card->detail, fact.resource);
        smet__say(&card->detail, "). ");
        smet__say_escaped(&card->detail, fact.note);
    }
}

static void explain_verdict(struct smet__card *card, smet_verdict_t verdict)
{
    struct smet_disposition disposition;
    for (size_t i = 0; smet__card_next(card, &i, &disposition);)
        if (disposition.disposition == verdict)
            say_intervention(card, &disposition);
}

static void explain_scope(struct smet__card *card)
{
    explain_verdict(card, SMET_VERDICT_OUT_OF_SCOPE);
}

static void explain_ruled_out(struct smet__card *card)
{
    explain_verdict(card, SMET_VERDICT_CONTRAINDICATED);
}

static void explain_offer(struct smet__card *card)
{
    explain_verdict(card, SMET_VERDICT_RECOMMENDED);
    explain_verdict(card, SMET_VERDICT_OPTION);
    explain_verdict(card, SMET_VERDICT_NOT_RECOMMENDED);
    explain_verdict(card, SMET_VERDICT_CONTRAINDICATED);
    explain_verdict(card, SMET_VERDICT_OUT_OF_SCOPE);
    say_unsettled(card);
    say_scores(card);
}

void smet__card_explain(struct smet__card *card)
{
    static void (*const explain[])(struct smet__card *card) = {
        [SMET__DECISION_EMERGENCY] = explain_emergency,
        [SMET__DECISION_CONTRADICTION] = explain_contradictions,
        [SMET__DECISION_SCOPE] = explain_scope,
        [SMET__DECISION_RULED_OUT] = explain_ruled_out,
        [SMET__DECISION_OFFER] = explain_offer,
    };
    explain[card->row->kind](card);
    say_conflicts(card);
    say_facts(card);
    say_sources(card);
    smet__say(&card->detail,
              card->answer->scores_only
                  ? "\n\nScores with their sources. Recommendations are left out of this answer. "
                    "Decision support for professionals, not a medical device."
                  : "\n\nOptions with their sources, not orders. Decision support for "
                    "professionals, not a medical device.");
}
