/*
 * A streaming reader of CSV (RFC 4180, UTF-8).
 *
 * Cells are given as they stand in the file, so that they can be carried through
 * byte for byte, and decoded. Rows end with CRLF or LF; a byte-order mark at the
 * start is passed over; a blank line is a row with one empty cell.
 *
 * Two rules go beyond RFC 4180. A quote inside a cell that does not begin with
 * one stands for itself. Text between a closing quote and the next delimiter
 * leaves the row readable and marks it as malformed. Refused is a file that is
 * not UTF-8, a quote that is never closed, and a row beyond the limits below,
 * which bound the memory.
 */
#ifndef SACRALMET_TOOLS_CSV_H
#define SACRALMET_TOOLS_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest row in bytes, and the most cells of one. */
enum { CSV_ROW_MAX = 16777216, CSV_CELLS_MAX = 131072 };

/* Bytes that belong to the reader, good until the next row. */
struct csv_slice {
    const char *at;
    size_t length;
};

enum csv_result { CSV_REFUSED = -1, CSV_END, CSV_ROW };

struct csv_reader;

/* A reader of an open file, which stays the caller's. Never NULL. */
struct csv_reader *csv_open(int file, char delimiter);
void csv_close(struct csv_reader *reader);

/* Goes to the next row. */
enum csv_result csv_next(struct csv_reader *reader);

/* Why the file was refused, with the line where there is one. */
const char *csv_error(const struct csv_reader *reader);

/* Of the row: the line it begins on, from 1, how many cells it has, and all of
 * it without its line end. */
uint64_t csv_line(const struct csv_reader *reader);
size_t csv_count(const struct csv_reader *reader);
struct csv_slice csv_row(const struct csv_reader *reader);
bool csv_row_ends_in_crlf(const struct csv_reader *reader);

/* The first cell with text behind its closing quote, from 1; 0 for none. */
size_t csv_malformed(const struct csv_reader *reader);

/* Whether a cell has text behind its closing quote. */
bool csv_is_malformed(const struct csv_reader *reader, size_t index);

/* One cell, as it stands in the file. */
struct csv_slice csv_raw(const struct csv_reader *reader, size_t index);

/* One cell, decoded; a cell that holds quotes is good until the next one is
 * decoded. A malformed one is given as it stands. */
struct csv_slice csv_text(struct csv_reader *reader, size_t index);

/* How many bytes of the file lie before the end of the row. */
uint64_t csv_offset(const struct csv_reader *reader);

#endif
