/*
 * Sets of terms of one vocabulary, however many terms that has: the fields that an
 * answer reads, the interventions that it is about.
 */
#ifndef SMET_EXCHANGE_TERM_SET_H
#define SMET_EXCHANGE_TERM_SET_H

#include "exchange/json/write.h"

struct smet__set {
    size_t count;
    bool has[SMET__LIST_ROOM];
};

static inline bool smet__set_has(const struct smet__set *set, int32_t term)
{
    return set->has[term];
}

/* -1 stands for no term. */
static inline void smet__set_add(struct smet__set *set, int32_t term)
{
    /* Never: there is room for every term. */
    if (SMET__NEVER(term >= SMET__LIST_ROOM) || term < 0)
        return;
    set->count += !set->has[term];
    set->has[term] = true;
}

static inline void smet__set_remove(struct smet__set *set, int32_t term)
{
    set->count -= set->has[term];
    set->has[term] = false;
}

static inline void smet__set_add_list(struct smet__set *set, const int32_t *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        smet__set_add(set, terms[i]);
}

#endif
