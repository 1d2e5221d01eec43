/*
 * What stands behind a card.
 */
#ifndef SMET_EXCHANGE_CARD_DETAIL_H
#define SMET_EXCHANGE_CARD_DETAIL_H

#include "exchange/cards/card.h"

void smet__card_explain(struct smet__card *card);

#endif
