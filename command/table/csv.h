/*
 * Rows of CSV (RFC 4180, UTF-8) in memory.
 *
 * Cells are given as they stand in the file, so that they can be carried through
 * byte for byte, and decoded. Rows end with CRLF or LF; a blank line is a row with
 * one empty cell; who reads a file says whether the last one is a row.
 *
 * Two rules go beyond RFC 4180. A quote inside a cell that does not begin with
 * one stands for itself. Text between a closing quote and the next delimiter
 * leaves the row readable and marks it as malformed. Refused is a quote that is
 * never closed, and a row beyond the limits below, which bound the memory.
 */
#ifndef SACRALMET_TOOLS_CSV_H
#define SACRALMET_TOOLS_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest row in bytes, and the most cells of one. */
enum { CSV_ROW_MAX = 16777216, CSV_CELLS_MAX = 131072 };

/* Bytes that belong to someone else. */
struct csv_slice {
    const char *at;
    size_t length;
};

struct csv_cell;

/* A row; begins as all zero but for the delimiter. */
struct csv_row {
    char delimiter;

    struct csv_slice all;  /* without the line end */
    const char *next;      /* behind the line end */
    uint64_t lines;        /* line feeds inside its cells */
    bool ends_in_crlf;
    size_t count;          /* of its cells */
    size_t malformed;      /* the first of them with text behind its closing quote, from 1, or 0 */
    const char *refusal;   /* why it was refused, and */
    uint64_t refused_line; /* on which of its lines, from 0 */

    struct csv_cell *cells;
    size_t capacity;
    char *decoded;
    size_t decoded_capacity;
};

/* Where bytes end: between two rows or with the file; or inside a row that is
 * longer than any may be. */
enum csv_end { CSV_ROWS_END, CSV_ROW_GOES_ON };

/* Finds the cells of the row that begins at a place; false where it is refused. */
bool csv_scan(struct csv_row *row, const char *at, const char *end, enum csv_end at_end);
void csv_free(struct csv_row *row);

/* Whether a cell has text behind its closing quote. */
bool csv_is_malformed(const struct csv_row *row, size_t index);

/* One cell, as it stands in the file. */
struct csv_slice csv_raw(const struct csv_row *row, size_t index);

/* One cell, decoded; a cell that holds quotes is good until the next one is
 * decoded. A malformed one is given as it stands. */
struct csv_slice csv_text(struct csv_row *row, size_t index);

/* Whether a byte may part cells: a sign of punctuation but the quote, or a tab. */
bool csv_may_part(char byte);

/* How many line feeds some bytes hold. */
uint64_t csv_count_lines(const char *bytes, size_t length);

/*
 * Where the last whole row of some bytes that begin a row ends, behind its line
 * end; NULL where none does.
 */
const char *csv_last_row_end(const char *bytes, const char *end, char delimiter);

#endif
