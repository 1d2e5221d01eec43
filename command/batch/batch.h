/*
 * What the parts of `sacralmet batch` share: a table of records in, the same
 * table with results out.
 */
#ifndef SACRALMET_TOOLS_BATCH_H
#define SACRALMET_TOOLS_BATCH_H

#include "shared/output.h"
#include "table/table.h"

/* An instrument, with the words that its results need. */
struct batch_instrument {
    smet_instrument_t instrument;
    const char **bands; /* their keys */
};

/* Once the header is read, threads only read it. */
struct batch {
    struct table table;
    uint64_t wanted; /* bit i is set when instrument i has columns; 0 for all */
    bool has_dispositions;

    struct output *output;
    struct output *errors; /* gathers the bad rows; NULL where that is not wanted */

    struct batch_instrument *instruments;
    size_t instrument_count;
    size_t intervention_count; /* 0 where dispositions are not wanted */
    const char **verdicts;     /* keys, by number */
    size_t verdict_count;
    char **added;        /* names of the columns that come behind the file's */
    size_t added_count;
    size_t result_count; /* how many of them are results; the last is `error` */
};

/* The words that results need, and the names of their columns. */
void batch_prepare(struct batch *batch);

/* Frees what the results need; the table is closed apart. */
void batch_free(struct batch *batch);

/* Writes into both outputs. */
void batch_write_header(struct batch *batch);

/* --- what a thread has ----------------------------------------------------- */

struct batch_answers; /* of the rows of a block, column by column */

struct batch_worker {
    const struct batch *batch;
    struct batch_answers *answers;
    struct text cell; /* being put together; empty between cells */
};

struct batch_worker *batch_worker_begin(const struct batch *batch);
void batch_worker_end(struct batch_worker *worker);

/* Writes the rows of a block into its two texts. */
void batch_write_rows(struct batch_worker *own, struct table_worker *worker,
                      struct table_block *block);

/* --- answers, column by column --------------------------------------------- */

struct batch_answers *batch_answers_begin(const struct batch *batch);
void batch_answers_end(struct batch_answers *answers);

/* Answers the rows of a block. */
void batch_answer(struct batch_answers *answers, const struct rows *rows);

/* Whether a row's answers are among them: it is plain, and does not contradict itself. */
bool batch_has_answer(const struct batch_answers *answers, const struct rows *rows, size_t row);

/* Writes the answers of such a row, one cell behind the other, each behind a delimiter. */
void batch_write_answer(struct batch_answers *answers, size_t row, struct text *out);

/* --- cells ----------------------------------------------------------------- */

/* Adds a cell, in quotes where it needs them. */
void batch_add_cell(struct text *out, char delimiter, const char *text, size_t length);

/* The same, in quotes in any case. */
void batch_add_quoted(struct text *out, const char *text, size_t length);

/* Adds the cell that was put together, behind a delimiter, and clears it. */
void batch_add_own_cell(struct text *out, struct text *cell, char delimiter);

/* Adds the three cells of a score, each behind a delimiter; `cell` is empty, before
 * and after. */
void batch_add_score(struct text *out, struct text *cell, char delimiter,
                     const struct batch_instrument *own, int32_t minimum, int32_t maximum,
                     uint64_t bands);

/* Adds a disposition, behind a delimiter. */
void batch_add_disposition(struct text *out, struct text *cell, const struct batch *batch,
                           smet_verdict_t verdict, bool is_settled);

#endif
