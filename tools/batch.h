/*
 * What the parts of `sacralmet batch` share: a table of records in, the same
 * table with results out, one row at a time.
 */
#ifndef SACRALMET_TOOLS_BATCH_H
#define SACRALMET_TOOLS_BATCH_H

#include "output.h"
#include "table.h"

/* An instrument, with the words that its results need. */
struct batch_instrument {
    smet_instrument_t instrument;
    const char **bands; /* their keys */
};

struct batch {
    struct table table;
    uint64_t wanted; /* bit i is set when instrument i has columns; 0 for all */
    bool has_dispositions;

    struct output *output;
    struct output *errors; /* gathers the bad rows; NULL where that is not wanted */

    struct batch_instrument *instruments;
    size_t instrument_count;
    const char **verdicts; /* keys, by number */
    char **added;          /* names of the columns that come behind the file's */
    size_t added_count;
    size_t result_count;   /* how many of them are results; the last is `error` */

    struct text cell; /* being put together; empty between cells */
};

/* The words that results need, and the names of their columns. */
void batch_prepare(struct batch *batch);

/* They write into both outputs. */
void batch_write_header(struct batch *batch);
void batch_write_row(struct batch *batch);

/* Frees what the results need; the table is closed apart. */
void batch_free(struct batch *batch);

#endif
