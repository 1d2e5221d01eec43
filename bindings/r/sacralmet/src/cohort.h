/*
 * A data frame as columns of the library.
 */
#ifndef SACRALMET_R_COHORT_H
#define SACRALMET_R_COHORT_H

#include "sacralmet_r.h"

/* All of it is R's memory, held by `keep`. */
struct frame {
    SEXP columns; /* of the data frame, a list */
    SEXP keep;
    smet_field_t *fields;
    uint8_t **codes; /* of each column */
    struct smet_column *at;
    const struct smet_column **pointers;
    size_t column_count;
    R_xlen_t rows;
    smet_record *record; /* for rows that are no plain row */
    SEXP error;          /* for each row why it has no answer; else NA */
    /* Of the rows of a chunk, which are answered at once. */
    uint8_t *status, *inconsistent;
};

/* Reads a data frame's columns. Gives R_NilValue, or a refusal. Protects nothing
 * but hands out `keep` for the caller to protect, before it allocates anything. */
SEXP frame_read(struct frame *frame, SEXP columns, SEXP keys, SEXP rows, SEXP keep);

/* How many elements `keep` has. */
enum { FRAME_KEEPS = 6 };

/* Room for a byte of each row of a chunk. */
uint8_t *chunk_room(void);

/* Enters a row, cell by cell, in the record. Returns whether that could be done;
 * else the row's error says what was wrong with the first bad cell. */
int frame_enter_row(struct frame *frame, R_xlen_t row);

/* What questions about rows differ in. `row` counts in the frame, `at` in the chunk. */
struct frame_steps {
    /* Answers a chunk, to which `pointers` point. */
    smet_status_t (*answer_chunk)(void *question, size_t rows, struct smet_error *error);
    /* Answers a row with several possible values in a cell, or with a bad one. */
    smet_status_t (*answer_odd_row)(void *question, R_xlen_t row, size_t at);
    /* Writes a row of the table, but for the last two columns; NA where it is not good. */
    void (*write_row)(void *question, R_xlen_t row, size_t at, int is_good);
};

/* Answers all rows, in a table whose last two columns are "inconsistent" and "error".
 * Gives the table, which the caller protects, or a refusal. */
SEXP frame_answer(struct frame *frame, const struct frame_steps *steps, void *question,
                  SEXP table);

#endif
