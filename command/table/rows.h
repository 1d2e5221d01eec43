/*
 * The rows of a block: as codes, column by column, those whose cells say one value
 * or nothing. Others are only found, and entered in a record one by one.
 */
#ifndef SACRALMET_TOOLS_ROWS_H
#define SACRALMET_TOOLS_ROWS_H

#include "table/blocks.h"
#include "table/cells.h"

/* A row, by its place in the block. */
struct row {
    uint32_t begin;
    uint32_t length; /* without the line end; 0 where the row is not plain */
    bool is_plain;
};

struct rows {
    char delimiter;
    size_t cell_count;
    struct cells *cells; /* by column; they belong to someone else */
    size_t column_count;
    int32_t *column_of; /* by cell of a row; -1 where it is no field */

    struct row *at;
    size_t count, capacity;
    uint8_t *codes; /* of row r in column c: codes[c * stride + r] */
    size_t stride;

    uint32_t *marks;
    size_t mark_count, mark_capacity;
    size_t marked;       /* where the bytes with marks end */
    struct csv_row scan; /* of the last row that was not plain */
};

/* `cell_index` says where in a row each column stands. */
void rows_begin(struct rows *rows, char delimiter, size_t cell_count, struct cells *cells,
                const size_t *cell_index, size_t column_count);
void rows_end(struct rows *rows);

/* Reads a block; false where a row is refused: `scan` says why, and `at[count]`
 * where. */
bool rows_read(struct rows *rows, const struct block *block);

#endif
