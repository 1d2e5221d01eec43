/*
 * An answer as a CDS Hooks response: one card a decision, and a decision that there
 * is nothing to say of has none.
 */
#include "exchange/cards/cards.h"

#include "content/lists.h"
#include "exchange/shared/uuid.h"
#include "exchange/shared/systems.h"
#include "exchange/cards/overrides.h"

#include <string.h>

/* --- what is asked of an assessment ----------------------------------------------- */

bool smet__is_offered(smet_verdict_t verdict)
{
    return verdict == SMET_VERDICT_RECOMMENDED || verdict == SMET_VERDICT_OPTION;
}

/* A card on what is ruled out is about every intervention. */
static bool is_about(const struct smet__card *card, smet_intervention_t intervention)
{
    return !card->answer->scores_only && (card->row->kind == SMET__DECISION_RULED_OUT ||
                                          smet__list_has(card->row->interventions, intervention));
}

bool smet__card_next(const struct smet__card *card, size_t *index,
                     struct smet_disposition *disposition)
{
    *disposition = (struct smet_disposition){.size = sizeof *disposition};
    while (smet_assessment_disposition_at(card->answer->assessment, (*index)++, disposition) ==
           SMET_OK)
        if (is_about(card, disposition->intervention))
            return true;
    return false;
}

void smet__add_alarming(const struct smet__card *card, struct smet__set *fields)
{
    struct smet_disposition disposition;
    smet_field_t alarming[SMET__LIST_ROOM];
    for (size_t i = 0; smet__card_next(card, &i, &disposition);) {
        if (disposition.disposition == SMET_VERDICT_EMERGENCY)
            continue;
        size_t count = smet__held(smet_assessment_alarming(
            card->answer->assessment, disposition.intervention, alarming, SMET__LIST_ROOM));
        smet__set_add_list(fields, alarming, count);
    }
}

void smet__add_contradicting(const struct smet__answer *answer, struct smet__set *fields)
{
    smet_field_t group[SMET__LIST_ROOM];
    size_t count = smet_assessment_inconsistency_count(answer->assessment);
    for (size_t i = 0; i < count; i++) {
        size_t named = smet__held(smet_assessment_inconsistency_fields(answer->assessment, i,
                                                                       group, SMET__LIST_ROOM));
        smet__set_add_list(fields, group, named);
    }
}

bool smet__is_at_odds(const struct smet_chart_fact *fact)
{
    return fact->use == SMET_FACT_DISAGREES || fact->use == SMET_FACT_YIELDS;
}

void smet__add_disagreeing(const struct smet__answer *answer, struct smet__set *fields)
{
    size_t count = smet_chart_fact_count(answer->chart);
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        smet_chart_fact(answer->chart, i, &fact);
        if (smet__is_at_odds(&fact))
            smet__set_add(fields, fact.field);
    }
}

bool smet__score_is_telling(const struct smet__card *card, smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    struct smet_instrument_info info = {.size = sizeof info};
    if (!smet__list_has(card->row->instruments, instrument))
        return false;
    smet_assessment_score(card->answer->assessment, instrument, &score);
    smet_instrument_describe(instrument, &info);
    bool is_narrowed = score.bands != (UINT32_C(1) << info.band_count) - 1;
    return score.is_decided != 0 ||
           (is_narrowed && card->row->warning >= 0 &&
            smet_assessment_finding(card->answer->assessment, card->row->warning) ==
                SMET_TRUTH_TRUE);
}

/* --- which cards there are --------------------------------------------------------- */

bool smet__has_subject(const struct smet__answer *answer)
{
    if (smet_assessment_finding(answer->assessment, smet__subject_finding) == SMET_TRUTH_TRUE)
        return true;
    const smet_record *record = smet_assessment_record(answer->assessment);
    for (int i = 0; i < smet__facts_of_a_lesion.count; i++)
        if (smet_record_is_entered(record, smet__facts_of_a_lesion.of[i]))
            return true;
    return false;
}

static bool any_disposition(const struct smet__card *card, bool is_wanted(smet_verdict_t))
{
    struct smet_disposition disposition;
    for (size_t i = 0; smet__card_next(card, &i, &disposition);)
        if (is_wanted(disposition.disposition))
            return true;
    return false;
}

static bool is_emergency(smet_verdict_t verdict)
{
    return verdict == SMET_VERDICT_EMERGENCY;
}

static bool is_out_of_scope(smet_verdict_t verdict)
{
    return verdict == SMET_VERDICT_OUT_OF_SCOPE;
}

static bool is_contraindicated(smet_verdict_t verdict)
{
    return verdict == SMET_VERDICT_CONTRAINDICATED;
}

static bool any_score(const struct smet__card *card)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++)
        if (smet__score_is_telling(card, smet_term_at(SMET_VOCABULARY_INSTRUMENT, i)))
            return true;
    return false;
}

static bool decide_emergency(struct smet__card *card)
{
    bool is_settled = any_disposition(card, is_emergency);
    card->urgency = is_settled ? SMET__CRITICAL : SMET__WARNING;
    struct smet__set alarming = {.count = 0};
    smet__add_alarming(card, &alarming);
    bool is_open = alarming.count != 0 || any_disposition(card, smet__is_offered);
    return is_settled || (is_open && smet__has_subject(card->answer));
}

static bool decide_contradiction(struct smet__card *card)
{
    struct smet__set fields = {.count = 0};
    smet__add_contradicting(card->answer, &fields);
    card->urgency = fields.count != 0 ? SMET__WARNING : SMET__INFO;
    smet__add_disagreeing(card->answer, &fields);
    return fields.count != 0;
}

static bool decide_scope(struct smet__card *card)
{
    return smet__has_subject(card->answer) && any_disposition(card, is_out_of_scope);
}

static bool decide_ruled_out(struct smet__card *card)
{
    return smet__has_subject(card->answer) && any_disposition(card, is_contraindicated);
}

static bool decide_offer(struct smet__card *card)
{
    smet_finding_t warning = card->row->warning;
    card->urgency = warning >= 0 && smet_assessment_finding(card->answer->assessment, warning) !=
                                        SMET_TRUTH_FALSE
                        ? SMET__WARNING
                        : SMET__INFO;
    return smet__has_subject(card->answer) &&
           (any_score(card) || any_disposition(card, smet__is_offered));
}

bool smet__card_decide(struct smet__card *card)
{
    static bool (*const decide[])(struct smet__card *card) = {
        [SMET__DECISION_EMERGENCY] = decide_emergency,
        [SMET__DECISION_CONTRADICTION] = decide_contradiction,
        [SMET__DECISION_SCOPE] = decide_scope,
        [SMET__DECISION_RULED_OUT] = decide_ruled_out,
        [SMET__DECISION_OFFER] = decide_offer,
    };
    card->urgency = SMET__WARNING;
    return decide[card->row->kind](card);
}

/* --- JSON --------------------------------------------------------------------------- */

static json_t *coding_json(struct smet__tree *tree, const char *system, const char *code,
                           const char *display)
{
    json_t *coding = json_object();
    smet__put_text(tree, coding, "system", system);
    smet__put_text(tree, coding, "code", code);
    smet__put_text(tree, coding, "display", display);
    return coding;
}

/* The review, which is the first of the references and has a DOI. */
static json_t *source_json(struct smet__tree *tree, const struct smet__card *card)
{
    struct smet_reference_info review = {.size = sizeof review};
    smet__must(tree, smet_reference_describe(smet_term_at(SMET_VOCABULARY_REFERENCE, 0), &review));
    json_t *source = json_object();
    smet__put(tree, source, "label",
              json_sprintf("%s. %s %d (libsacralmet %s, content %s)", review.authors,
                           review.journal, (int)review.year, smet_version(),
                           smet_content_version()));
    smet__put(tree, source, "url", json_sprintf("https://doi.org/%s", review.doi));
    smet__put(tree, source, "topic",
              coding_json(tree, SMET__SYSTEM_TOPICS, card->row->key, card->row->label));
    return source;
}

static json_t *overrides_json(struct smet__tree *tree)
{
    json_t *reasons = json_array();
    for (size_t i = 0; i < SMET__OVERRIDE_COUNT; i++)
        smet__add(tree, reasons,
                  coding_json(tree, SMET__SYSTEM_OVERRIDES, smet__overrides[i].key,
                              smet__overrides[i].display));
    return reasons;
}

/* Named by all that it depends on: knowledge, patient, date, and what it says. */
static json_t *uuid_json(const struct smet__card *card)
{
    const struct smet__answer *answer = card->answer;
    const char *const parts[] = {smet_content_digest(),       answer->patient, answer->patient_url,
                                 answer->date,                card->row->key,
                                 smet__said(&card->summary),  smet__said(&card->detail)};
    struct smet__words name = {0};
    char uuid[SMET__UUID_ROOM];
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        smet__say(&name, parts[i] == NULL ? "" : parts[i]);
        smet__say(&name, "\n");
    }
    smet__uuid_of(smet__said(&name), name.length, uuid);
    bool is_whole = !name.has_failed;
    smet__words_free(&name);
    return is_whole ? smet__text(uuid) : NULL;
}

static json_t *card_json(struct smet__tree *tree, struct smet__card *card)
{
    static const char *const indicators[SMET__URGENCY_COUNT] = {"critical", "warning", "info"};
    json_t *object = json_object();
    smet__card_summarize(card);
    smet__card_explain(card);
    smet__put(tree, object, "uuid", uuid_json(card));
    smet__put_text(tree, object, "summary", smet__said(&card->summary));
    smet__put_text(tree, object, "detail", smet__said(&card->detail));
    smet__put_text(tree, object, "indicator", indicators[card->urgency]);
    smet__put(tree, object, "source", source_json(tree, card));
    smet__put(tree, object, "overrideReasons", overrides_json(tree));
    if (card->summary.has_failed || card->detail.has_failed)
        tree->has_failed = true;
    smet__words_free(&card->summary);
    smet__words_free(&card->detail);
    return object;
}

static json_t *cards_json(struct smet__tree *tree, const struct smet__answer *answer)
{
    json_t *cards = json_array();
    for (int urgency = SMET__CRITICAL; urgency < SMET__URGENCY_COUNT; urgency++) {
        for (size_t i = 0; i < SMET__DECISION_COUNT; i++) {
            struct smet__card card = {.answer = answer, .row = &smet__decisions[i]};
            if (smet__card_decide(&card) && (int)card.urgency == urgency)
                smet__add(tree, cards, card_json(tree, &card));
        }
    }
    return cards;
}

size_t smet_assessment_write_cards(const smet_assessment *assessment, const smet_chart *chart,
                                   const struct smet_answer_options *options, char *text,
                                   size_t capacity)
{
    struct smet__answer answer;
    if (!smet__answer_read(assessment, chart, options, &answer))
        return smet__write_nothing(text, capacity);
    struct smet__tree tree = {.has_failed = false};
    json_t *root = json_object();
    smet__put(&tree, root, "cards", cards_json(&tree, &answer));
    return smet__finish(&tree, root, answer.style, text, capacity);
}
