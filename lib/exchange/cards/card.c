/*
 * Which cards there are: one a decision, and a decision that there is nothing to say of
 * has none.
 */
#include "exchange/cards/card.h"

#include "content/lists.h"

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
