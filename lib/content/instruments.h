/*
 * The words that the tables of the instruments share.
 */
#ifndef SMET_CONTENT_INSTRUMENTS_H
#define SMET_CONTENT_INSTRUMENTS_H

#include "content/tables.h"

extern const struct smet_instrument_row smet__tokuhashi_revised;
extern const struct smet_instrument_row smet__tomita;
extern const struct smet_instrument_row smet__sins;

/* Where a number was checked. */
#define AGREED "the same in at least two independent reproductions"

#define ROWS(list) (list), COUNT_OF(list)

/* The five tables of an instrument's file. */
#define TABLES                                                                       \
    .items = items, .item_count = COUNT_OF(items), .bands = bands,                   \
    .band_count = COUNT_OF(bands), .notes = notes, .note_count = COUNT_OF(notes),    \
    .references = {references, COUNT_OF(references)}

#endif
