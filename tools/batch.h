/*
 * What the parts of `sacralmet batch` share: a table of records in, the same
 * table with results out, one row at a time.
 */
#ifndef SACRALMET_TOOLS_BATCH_H
#define SACRALMET_TOOLS_BATCH_H

#include "csv.h"
#include "output.h"
#include "text.h"

#include <sacralmet/sacralmet.h>

/* A cell that a field gets where the file's is empty. */
struct batch_preset {
    smet_field_t field;
    const char *cell;
};

/* How many different short cells of a column are remembered, and how short. */
enum { KNOWN_CELLS = 64, KNOWN_LENGTH = 22 };

/* A short cell that names one value. */
struct known_cell {
    uint8_t length; /* 0 while the slot is free */
    char text[KNOWN_LENGTH + 1];
    smet_value_t value;
};

/* A column of the file that is a field of the record. */
struct batch_column {
    size_t index; /* its cell in a row */
    smet_field_t field;
    const char *key;
    struct csv_slice preset; /* empty where there is none */
    struct text current;     /* the cell that the record holds now, or that was bad */
    char problem[236];       /* why it was bad; empty where it was not */
    struct known_cell known[KNOWN_CELLS];
};

/* An instrument, with the words that its results need. */
struct batch_instrument {
    smet_instrument_t instrument;
    const char **bands; /* their keys */
};

struct batch {
    const char *name; /* of the input, for messages */
    char delimiter;
    bool has_dispositions;
    const struct batch_preset *presets;
    size_t preset_count;

    struct csv_reader *reader;
    struct output *output;
    const char *line_end;

    size_t cell_count; /* of the header */
    struct batch_column *columns;
    size_t column_count;
    smet_record *record;

    struct batch_instrument *instruments;
    size_t instrument_count;
    const char **verdicts; /* keys, by number */
    char **added;          /* names of the columns that come behind the file's */
    size_t added_count;
    size_t result_count;   /* how many of them are results; the last is `error` */

    struct text error; /* of the row under way */
    struct text cell;  /* being put together; empty between cells */
    uint64_t rows, bad_rows;
    uint64_t first_bad_line;
    struct text first_error;
};

/* The words that results need, and the names of their columns. */
void batch_prepare(struct batch *batch);

/* Reads the header: which columns are fields. Complains and gives false where
 * the file is refused. */
bool batch_read_header(struct batch *batch);

/* Enters the row's cells into the record; what was bad is in `error`. */
void batch_enter_row(struct batch *batch);

void batch_write_header(struct batch *batch);
void batch_write_row(struct batch *batch);

void batch_free(struct batch *batch);

#endif
