/*
 * The instruments, in the order of every answer.
 */
#include "content/instruments.h"

const struct smet_instrument_row *const smet__instruments[SMET__INSTRUMENT_COUNT] = {
    [SMET_INSTRUMENT_TOKUHASHI_REVISED] = &smet__tokuhashi_revised,
    [SMET_INSTRUMENT_TOMITA] = &smet__tomita,
    [SMET_INSTRUMENT_SINS] = &smet__sins,
};
