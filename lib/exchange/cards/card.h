/*
 * Which cards there are, and what their texts ask of an assessment.
 */
#ifndef SMET_EXCHANGE_CARD_H
#define SMET_EXCHANGE_CARD_H

#include "content/decisions.h"
#include "exchange/shared/answer.h"
#include "exchange/shared/markdown.h"
#include "exchange/shared/term_set.h"

enum smet__urgency { SMET__CRITICAL, SMET__WARNING, SMET__INFO, SMET__URGENCY_COUNT };

/* A summary has fewer than 140 characters. */
enum { SMET__SUMMARY_MAX = 139 };

/* A card being made. */
struct smet__card {
    const struct smet__answer *answer;
    const struct smet__decision_row *row;
    enum smet__urgency urgency;
    struct smet__words summary;
    struct smet__words detail;
    struct smet__set facts;           /* the fields that what was told reads */
    bool told[SMET__LIST_ROOM];       /* by rule */
    bool shown[SMET__LIST_ROOM];      /* by outcome figures */
    bool references[SMET__LIST_ROOM]; /* named so far */
};

/* Whether there is a card of a decision; sets how urgent it is. */
bool smet__card_decide(struct smet__card *card);

/* --- what the parts ask of an assessment ------------------------------------------ */

/* The interventions of a card with something to say of them, in a reader's order;
 * false when there is no further one. `index` counts on. */
bool smet__card_next(const struct smet__card *card, size_t *index,
                     struct smet_disposition *disposition);

bool smet__is_offered(smet_verdict_t verdict);

/* Adds the fields that could still make one of a card's interventions an emergency. */
void smet__add_alarming(const struct smet__card *card, struct smet__set *fields);

/* Adds the fields of all groups of facts that contradict each other; of the chart's
 * facts that do not count because others speak against them. */
void smet__add_contradicting(const struct smet__answer *answer, struct smet__set *fields);
void smet__add_disagreeing(const struct smet__answer *answer, struct smet__set *fields);

/* Whether a fact of a chart is at odds with others. */
bool smet__is_at_odds(const struct smet_chart_fact *fact);

/* Whether the record says that there is a lesion for the review to speak of. */
bool smet__has_subject(const struct smet__answer *answer);

/* Whether a score has one band left, or fewer than all where the card is known to warn. */
bool smet__score_is_telling(const struct smet__card *card, smet_instrument_t instrument);

#endif
