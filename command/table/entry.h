/*
 * One row, entered in a record.
 */
#ifndef SACRALMET_TOOLS_ENTRY_H
#define SACRALMET_TOOLS_ENTRY_H

#include "table/cells.h"
#include "shared/text.h"

struct entry {
    struct csv_row row;
    size_t cell_count;    /* of the header */
    struct cells *cells;  /* by column; they belong to someone else */
    const size_t *index;  /* by column: its cell in a row */
    size_t column_count;
    struct text cell;
    smet_record *record; /* holds the presets of fields without a column as well */
    struct text error;   /* what was bad in the row; empty where nothing was */
};

/* The record is copied. */
void entry_begin(struct entry *entry, char delimiter, size_t cell_count, struct cells *cells,
                 const size_t *index, size_t column_count, const smet_record *record);
void entry_end(struct entry *entry);

/* Enters the row that begins at a place, which csv_scan() must take; false where it
 * is bad. */
bool entry_take(struct entry *entry, const char *at, const char *end, enum csv_end at_end);

#endif
