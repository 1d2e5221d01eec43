/*
 * A table of records that is read row by row: what `sacralmet batch` and
 * `sacralmet summary` take in.
 */
#ifndef SACRALMET_TOOLS_TABLE_H
#define SACRALMET_TOOLS_TABLE_H

#include "csv.h"
#include "text.h"

#include <sacralmet/sacralmet.h>

/* --- how it is read -------------------------------------------------------- */

/* A cell that a field gets where the file's is empty. */
struct table_preset {
    smet_field_t field;
    const char *cell;
};

struct table_options {
    const char *command; /* for messages */
    char delimiter;
    struct table_preset *presets; /* room for as many as there are arguments */
    size_t preset_count;
};

/* Take the value of --set or --delimiter; they return the exit status. */
int table_take_preset(struct table_options *options, const char *argument);
int table_take_delimiter(struct table_options *options, const char *word);

/* --- the table ------------------------------------------------------------- */

/* How many different short cells of a column are remembered, and how short. */
enum { KNOWN_CELLS = 64, KNOWN_LENGTH = 22 };

/* A short cell that names one value. */
struct known_cell {
    uint8_t length; /* 0 while the slot is free */
    char text[KNOWN_LENGTH + 1];
    smet_value_t value;
};

/* A column of the file that is a field of the record. */
struct table_column {
    size_t index; /* its cell in a row */
    smet_field_t field;
    const char *key;
    struct csv_slice preset; /* empty where there is none */
    struct text current;     /* the cell that the record holds now, or that was bad */
    char problem[236];       /* why it was bad; empty where it was not */
    struct known_cell known[KNOWN_CELLS];
};

/* The first part is set before the table is opened; the rest begins as zero. */
struct table {
    const struct table_options *options;
    const char *fate;   /* what becomes of columns that are no fields, for messages */
    char *const *taken; /* names that no column of the file may have */
    size_t taken_count;

    int file;
    const char *name; /* for messages */
    struct csv_reader *reader;
    const char *line_end;
    size_t cell_count; /* of the header */
    struct table_column *columns;
    size_t column_count;
    smet_record *record; /* of the row under way */
    struct text error;   /* what was bad in it; empty where nothing was */
    uint64_t rows, bad_rows;
    uint64_t first_bad_line;
    struct text first_error;
};

/* Opens an operand; complains and gives false where that cannot be done. */
bool table_open(struct table *table, const char *operand);

/* Reads the header: which columns are fields. Complains and gives false where
 * the file is refused. */
bool table_read_header(struct table *table);

/* Takes a row, which is bad where the table's `error` says something; gives false
 * when no more are wanted. */
typedef bool table_row_taker(void *subject);

/* Enters each row into the record and has it taken, with a progress bar unless
 * `is_quiet`. Complains and gives false where the file is refused. */
bool table_run(struct table *table, bool is_quiet, table_row_taker *take, void *subject);

/* Says how many rows were bad, and where they can be seen; returns the exit status. */
int table_report_bad_rows(const struct table *table, const char *where);

/* Frees what the table has. */
void table_close(struct table *table);

#endif
