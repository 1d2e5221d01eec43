/*
 * Why a card may be set aside, in the words that a clinician picks.
 */
#ifndef SMET_EXCHANGE_OVERRIDES_H
#define SMET_EXCHANGE_OVERRIDES_H

struct smet__override {
    const char *key;     /* the code in SMET__SYSTEM_OVERRIDES */
    const char *display;
};

enum { SMET__OVERRIDE_COUNT = 5 };

extern const struct smet__override smet__overrides[SMET__OVERRIDE_COUNT];

#endif
