/*
 * The scoring engine: one for every instrument, over tables.
 */
#ifndef SMET_SCORE_SCORE_H
#define SMET_SCORE_SCORE_H

#include "core/linked.h"

/* What the engine finds of one instrument. */
struct smet_score_state {
    uint64_t points[SMET__ITEMS_MAX]; /* mask of the points of each item */
    uint64_t totals;     /* mask of totals, a reported one applied */
    uint64_t bands;      /* mask of bands */
    struct smet_fields missing; /* the fields that leave their item open */
    bool reported_fits;  /* false: a reported total that no items give */
};

/* Scores a record that was read through its links. Allocates nothing. */
void smet__score(smet_instrument_t instrument, const struct smet_record *record,
                 const struct smet_linked *linked, struct smet_score_state *state);

/*
 * The mask of the sums of some items, alone; `points` gets that of each, no points
 * for the others. The sums of two sets of items add freely where no link ties a
 * field of one to a field of the other.
 */
uint64_t smet__score_items(smet_instrument_t instrument, uint64_t items,
                           const struct smet_linked *linked, uint64_t points[SMET__ITEMS_MAX]);

/* The answer for the caller: `state` with the missing fields in order. */
void smet__score_answer(smet_instrument_t instrument, const struct smet_linked *linked,
                        const struct smet_score_state *state, struct smet_score *score);

/* One item for the caller. */
void smet__score_item(smet_instrument_t instrument, int index, const struct smet_linked *linked,
                      struct smet_score_item *item);

/* The notes to show with a score; returns how many there are. */
size_t smet__score_notes(smet_instrument_t instrument, const struct smet_linked *linked,
                         const char **notes, size_t capacity);

/* The fields that a score reads: those of its items, and a reported total. */
struct smet_fields smet__score_fields(smet_instrument_t instrument);

static inline bool smet__is_instrument(smet_instrument_t instrument)
{
    return instrument >= 0 && instrument < SMET__INSTRUMENT_COUNT;
}

/* The totals of a band, as a mask. */
static inline uint64_t smet__score_band_totals(const struct smet_band_row *band)
{
    return smet__mask_of(band->maximum - band->minimum + 1) << band->minimum;
}

#endif
