/*
 * A table of records that is read block by block, by several threads: what
 * `sacralmet batch` and `sacralmet summary` take in.
 */
#ifndef SACRALMET_TOOLS_TABLE_H
#define SACRALMET_TOOLS_TABLE_H

#include "table/entry.h"
#include "table/rows.h"

/* --- how it is read -------------------------------------------------------- */

/* A cell that a field gets where the file's is empty. */
struct table_preset {
    smet_field_t field;
    const char *cell;
};

struct table_options {
    const char *command; /* for messages */
    char delimiter;
    bool has_delimiter;           /* it was said, and a file must not say another */
    size_t thread_count;          /* 0: as many as there are processors */
    size_t block_size;            /* in bytes */
    struct table_preset *presets; /* room for as many as there are arguments */
    size_t preset_count;
};

/* The options as they are when none is given. */
struct table_options table_options_begin(const char *command, int argument_count);
void table_options_end(struct table_options *options);

/* Their rows for getopt_long(). */
#define TABLE_OPTIONS                                              \
    {"set", required_argument, NULL, TOOL_OPTION_SET},             \
    {"delimiter", required_argument, NULL, TOOL_OPTION_DELIMITER}, \
    {"threads", required_argument, NULL, TOOL_OPTION_THREADS},     \
    {"block-size", required_argument, NULL, TOOL_OPTION_BLOCK_SIZE}

/* Takes one of them and its value, and refuses what is none; returns the exit status. */
int table_take_option(struct table_options *options, char **argv, int option, const char *value);

/* --- the table ------------------------------------------------------------- */

/* A column of the file that is a field of the record. */
struct table_column {
    size_t index; /* its cell in a row */
    smet_field_t field;
    struct csv_slice preset; /* empty where there is none */
};

/* The first part is set before the table is opened; the rest begins as zero. Once
 * the header is read, threads only read what is above the line. */
struct table {
    const struct table_options *options;
    const char *fate;   /* what becomes of columns that are no fields, for messages */
    char *const *taken; /* names that no column of the file may have */
    size_t taken_count;
    uint64_t lines_max; /* of a block: bounds what comes of it */

    int file;
    const char *name; /* for messages */
    const char *line_end;
    char delimiter;
    struct text lead; /* what stands before the header, byte for byte */
    struct csv_row header;
    size_t cell_count; /* of the header */
    struct table_column *columns;
    size_t column_count;
    smet_record *record; /* holds the presets of fields without a column */

    /* --- */
    struct block_reader reader;
    struct block first; /* the rows behind the header */
    int read_error;     /* errno, 0 for none */
    uint64_t rows, bad_rows;
    uint64_t first_bad_line;
    struct text first_error;
};

/* Opens an operand; complains and gives false where that cannot be done. */
bool table_open(struct table *table, const char *operand);

/* Reads the header: which columns are fields. Complains and gives false where
 * the file is refused. */
bool table_read_header(struct table *table);

/* Says how many rows were bad, and where they can be seen; returns the exit status. */
int table_report_bad_rows(const struct table *table, const char *where);

/* Frees what the table has. */
void table_close(struct table *table);

/* --- running through it ---------------------------------------------------- */

/* A block of rows, and what came of them. */
struct table_block {
    struct block block;
    struct text output, errors; /* for the one who works on it */
    uint64_t rows, bad_rows;
    uint64_t first_bad_line;
    struct text first_error;
    struct text refusal; /* why the file is refused at this block; empty where it is not */
};

/* What a thread reads blocks with. */
struct table_worker {
    const struct table *table;
    struct rows rows;
    struct cells *cells; /* by column */
    size_t *index;       /* by column: its cell in a row */
    struct entry entry; /* for rows that are not plain */

    /* Of the block under way: up to where its lines were counted, and how many. */
    struct table_block *block;
    size_t counted_to;
    uint64_t line;
};

/* What is done with a table. The functions get the subject, or what `begin` made of
 * it for a thread. */
struct table_task {
    void *subject;
    void *(*begin)(void *subject);
    /* In any thread, the rows of `worker` having been read. */
    void (*work)(void *own, struct table_worker *worker, struct table_block *block);
    /* In the calling thread, in the order of the file; false when no more are wanted. */
    bool (*write)(void *subject, struct table_block *block);
    /* In the calling thread, behind the last block. */
    void (*end)(void *subject, void *own);
};

/* Runs through the rows, with a progress bar unless `is_quiet`. Complains and gives
 * false where the file is refused. */
bool table_run(struct table *table, bool is_quiet, const struct table_task *task);

/* Enters a row of the block under way in the record of the worker's entry, row by row
 * in their order; false where it is bad, which is noted and said in `entry.error`. */
bool table_enter(struct table_worker *worker, size_t row);

/* The line that a row begins on; rows must be asked for in their order. */
uint64_t table_line(struct table_worker *worker, size_t row);

#endif
