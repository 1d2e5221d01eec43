/*
 * What a card says in one sentence.
 */
#ifndef SMET_EXCHANGE_CARD_SUMMARY_H
#define SMET_EXCHANGE_CARD_SUMMARY_H

#include "exchange/cards/card.h"

void smet__card_summarize(struct smet__card *card);

/* The name of an instrument that takes less room. */
const char *smet__short_name(smet_instrument_t instrument);

/* Says the totals of a score that are still possible: "9", "5 to 18". */
void smet__say_totals(struct smet__words *words, const struct smet_score *score);

#endif
