/*
 * A data frame as columns of the library.
 */
#ifndef SACRALMET_R_COHORT_H
#define SACRALMET_R_COHORT_H

#include "sacralmet_r.h"

/* Rows that are answered between two looks at whether the user wants to stop. */
enum { CHUNK = 1 << 17 };

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
};

/* Reads a data frame's columns. Gives R_NilValue, or a refusal. Protects nothing
 * but hands out `keep` for the caller to protect, before it allocates anything. */
SEXP frame_read(struct frame *frame, SEXP columns, SEXP keys, SEXP rows, SEXP keep);

/* How many elements `keep` has. */
enum { FRAME_KEEPS = 6 };

/* Points the columns at a row. */
void frame_at(struct frame *frame, R_xlen_t row);

/* Enters a row, cell by cell, in the record. Returns whether that could be done;
 * else the row's error says what was wrong with the first bad cell. */
int frame_enter_row(struct frame *frame, R_xlen_t row);

#endif
