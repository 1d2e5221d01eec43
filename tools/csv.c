#define _POSIX_C_SOURCE 200809L
#include "csv.h"

#include "tool.h"
#include "utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Room for whole rows; it grows only for a row that needs more. */
enum { BUFFER_SIZE = 1 << 18 };

/* A cell, by its place in the row. */
struct cell {
    uint32_t begin;
    uint32_t length;
    bool is_quoted;
    bool has_doubled; /* holds doubled quotes */
    bool is_malformed;
};

struct csv_reader {
    int file;
    char delimiter;
    bool is_plain[256]; /* bytes that neither end a cell nor may end a row */

    char *buffer;
    size_t capacity;
    size_t row;     /* where the row begins in the buffer */
    size_t next;    /* where the next row begins */
    size_t filled;  /* where the bytes read end */
    size_t checked; /* where the bytes known to be UTF-8 end */
    bool at_end;    /* the file has no more bytes */
    uint64_t dropped; /* bytes of the file before the buffer */

    uint64_t line, next_line;
    size_t row_length; /* without the line end */
    bool ends_in_crlf;
    size_t malformed;
    struct cell *cells;
    size_t count, cell_capacity;

    char *decoded;
    size_t decoded_capacity;
    char error[160];
};

struct csv_reader *csv_open(int file, char delimiter)
{
    struct csv_reader *reader = tool_allocate(NULL, sizeof *reader);
    *reader = (struct csv_reader){.file = file, .delimiter = delimiter, .next_line = 1};
    for (int byte = 0; byte < 256; byte++)
        reader->is_plain[byte] = byte != '\n' && byte != (unsigned char)delimiter;
    reader->capacity = BUFFER_SIZE;
    reader->buffer = tool_allocate(NULL, reader->capacity);
    return reader;
}

void csv_close(struct csv_reader *reader)
{
    if (reader == NULL)
        return;
    free(reader->buffer);
    free(reader->cells);
    free(reader->decoded);
    free(reader);
}

static enum csv_result refuse(struct csv_reader *reader, uint64_t line, const char *reason)
{
    snprintf(reader->error, sizeof reader->error, "line %llu: %s", (unsigned long long)line,
             reason);
    return CSV_REFUSED;
}

/* --- bytes ----------------------------------------------------------------- */

static uint64_t count_lines(const char *bytes, size_t length)
{
    uint64_t count = 0;
    const char *end = bytes + length;
    while ((bytes = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL) {
        bytes++;
        count++;
    }
    return count;
}

static enum csv_result check_encoding(struct csv_reader *reader)
{
    const char *unchecked = reader->buffer + reader->checked;
    size_t length = reader->filled - reader->checked, valid = utf8_valid(unchecked, length);
    reader->checked += valid;
    if (valid == length || (!reader->at_end && utf8_may_go_on(unchecked + valid, length - valid)))
        return CSV_ROW;
    uint64_t lines = count_lines(reader->buffer + reader->row, reader->checked - reader->row);
    return refuse(reader, reader->next_line + lines, "the file is not UTF-8");
}

/* Moves the row under way to the start of the buffer, and makes more room where
 * that gives none. */
static void make_room(struct csv_reader *reader)
{
    size_t shift = reader->row;
    memmove(reader->buffer, reader->buffer + shift, reader->filled - shift);
    reader->dropped += shift;
    reader->row = 0;
    reader->filled -= shift;
    reader->checked -= shift;
    if (reader->filled < reader->capacity)
        return;
    reader->capacity *= 2;
    reader->buffer = tool_allocate(reader->buffer, reader->capacity);
}

/* Fills the buffer behind the row under way. */
static enum csv_result fill(struct csv_reader *reader)
{
    if (reader->filled - reader->row > CSV_ROW_MAX)
        return refuse(reader, reader->next_line, "the row is longer than 16 MiB");
    make_room(reader);
    while (reader->filled < reader->capacity && !reader->at_end) {
        ssize_t got = read(reader->file, reader->buffer + reader->filled,
                           reader->capacity - reader->filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            snprintf(reader->error, sizeof reader->error, "%s", strerror(errno));
            return CSV_REFUSED;
        }
        reader->at_end = got == 0;
        reader->filled += (size_t)got;
    }
    return check_encoding(reader);
}

/* --- rows ------------------------------------------------------------------ */

/* Where a quoted cell's closing quote stands; NULL where the bytes end before.
 * `at` is behind the opening one. */
static const char *find_closing_quote(const char *at, const char *end, struct cell *cell,
                                      uint64_t *lines)
{
    const char *quote;
    while ((quote = memchr(at, '"', (size_t)(end - at))) != NULL) {
        *lines += count_lines(at, (size_t)(quote - at));
        if (quote + 1 == end || quote[1] != '"')
            return quote;
        cell->has_doubled = true;
        at = quote + 2;
    }
    return NULL;
}

static void add_cell(struct csv_reader *reader, const struct cell *cell)
{
    if (reader->count == reader->cell_capacity) {
        reader->cell_capacity = reader->count == 0 ? 64 : reader->count * 2;
        reader->cells =
            tool_allocate(reader->cells, reader->cell_capacity * sizeof *reader->cells);
    }
    reader->cells[reader->count++] = *cell;
    if (cell->is_malformed && reader->malformed == 0)
        reader->malformed = reader->count;
}

/* Notes a whole row, the line end of which stands at `stop`, if it has one. */
static enum csv_result end_row(struct csv_reader *reader, const char *stop, bool has_line_end,
                               uint64_t lines)
{
    struct cell *last = &reader->cells[reader->count - 1];
    reader->row_length = (size_t)(stop - reader->buffer) - reader->row;
    reader->next = reader->row + reader->row_length + has_line_end;
    reader->ends_in_crlf = has_line_end && stop > reader->buffer + reader->row && stop[-1] == '\r';
    if (reader->ends_in_crlf) {
        reader->row_length--;
        last->length--;
    }
    reader->line = reader->next_line;
    reader->next_line += lines + has_line_end;
    if (reader->row_length > CSV_ROW_MAX)
        return refuse(reader, reader->line, "the row is longer than 16 MiB");
    return CSV_ROW;
}

/* What a try at a row came to, beyond what a caller of csv_next() sees. */
enum { NEEDS_MORE = 2 };

/* Whether only a line end or nothing stands between a closing quote and the end
 * of its cell. */
static bool ends_well(const char *behind, const char *stop, const char *end)
{
    return behind == stop ||
           (behind + 1 == stop && *behind == '\r' && stop < end && *stop == '\n');
}

static int scan_row(struct csv_reader *reader)
{
    const char *begin = reader->buffer + reader->row, *end = reader->buffer + reader->filled;
    const char *at = begin;
    uint64_t lines = 0;
    reader->count = reader->malformed = 0;
    for (;;) {
        struct cell cell = {.begin = (uint32_t)(at - begin)};
        const char *behind = NULL;
        if (at < end && *at == '"') {
            uint64_t opened = reader->next_line + lines;
            cell.is_quoted = true;
            at = find_closing_quote(at + 1, end, &cell, &lines);
            if (at == NULL && reader->at_end)
                return refuse(reader, opened, "the quote that opens here is never closed");
            if (at == NULL)
                return NEEDS_MORE;
            behind = ++at;
        }
        while (at < end && reader->is_plain[(unsigned char)*at])
            at++;
        if (at == end && !reader->at_end)
            return NEEDS_MORE;
        cell.length = (uint32_t)((size_t)(at - begin) - cell.begin);
        cell.is_malformed = behind != NULL && !ends_well(behind, at, end);
        add_cell(reader, &cell);
        if (at == end || *at == '\n')
            return end_row(reader, at, at < end, lines);
        if (reader->count == CSV_CELLS_MAX)
            return refuse(reader, reader->next_line, "the row has more than 131072 cells");
        at++;
    }
}

static enum csv_result pass_byte_order_mark(struct csv_reader *reader)
{
    if (fill(reader) == CSV_REFUSED)
        return CSV_REFUSED;
    if (reader->filled >= 3 && memcmp(reader->buffer, "\xEF\xBB\xBF", 3) == 0)
        reader->row = reader->next = 3;
    return CSV_ROW;
}

enum csv_result csv_next(struct csv_reader *reader)
{
    reader->row = reader->next;
    if (csv_offset(reader) == 0 && pass_byte_order_mark(reader) == CSV_REFUSED)
        return CSV_REFUSED;
    for (;;) {
        if (reader->row == reader->filled && reader->at_end)
            return CSV_END;
        int result = reader->row == reader->filled ? NEEDS_MORE : scan_row(reader);
        if (result != NEEDS_MORE)
            return result;
        if (fill(reader) == CSV_REFUSED)
            return CSV_REFUSED;
    }
}

/* --- what a row holds ------------------------------------------------------ */

const char *csv_error(const struct csv_reader *reader)
{
    return reader->error;
}

uint64_t csv_line(const struct csv_reader *reader)
{
    return reader->line;
}

size_t csv_count(const struct csv_reader *reader)
{
    return reader->count;
}

struct csv_slice csv_row(const struct csv_reader *reader)
{
    return (struct csv_slice){reader->buffer + reader->row, reader->row_length};
}

bool csv_row_ends_in_crlf(const struct csv_reader *reader)
{
    return reader->ends_in_crlf;
}

size_t csv_malformed(const struct csv_reader *reader)
{
    return reader->malformed;
}

bool csv_is_malformed(const struct csv_reader *reader, size_t index)
{
    return reader->cells[index].is_malformed;
}

struct csv_slice csv_raw(const struct csv_reader *reader, size_t index)
{
    const struct cell *cell = &reader->cells[index];
    return (struct csv_slice){reader->buffer + reader->row + cell->begin, cell->length};
}

/* Of each pair of quotes, one. */
static struct csv_slice decode(struct csv_reader *reader, struct csv_slice inner)
{
    if (inner.length > reader->decoded_capacity) {
        reader->decoded_capacity = inner.length * 2;
        reader->decoded = tool_allocate(reader->decoded, reader->decoded_capacity);
    }
    size_t length = 0;
    for (size_t i = 0; i < inner.length; i++) {
        reader->decoded[length++] = inner.at[i];
        if (inner.at[i] == '"')
            i++;
    }
    return (struct csv_slice){reader->decoded, length};
}

struct csv_slice csv_text(struct csv_reader *reader, size_t index)
{
    const struct cell *cell = &reader->cells[index];
    struct csv_slice raw = csv_raw(reader, index);
    if (!cell->is_quoted || cell->is_malformed)
        return raw;
    struct csv_slice inner = {raw.at + 1, raw.length - 2};
    return cell->has_doubled ? decode(reader, inner) : inner;
}

uint64_t csv_offset(const struct csv_reader *reader)
{
    return reader->dropped + reader->next;
}
