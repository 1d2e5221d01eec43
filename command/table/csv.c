#include "table/csv.h"

#include "shared/tool.h"

#include <stdlib.h>
#include <string.h>

/* A cell, by its place in the row. */
struct csv_cell {
    uint32_t begin;
    uint32_t length;
    bool is_quoted;
    bool has_doubled; /* holds doubled quotes */
    bool is_malformed;
};

void csv_free(struct csv_row *row)
{
    free(row->cells);
    free(row->decoded);
    *row = (struct csv_row){.delimiter = row->delimiter};
}

/* --- bytes ----------------------------------------------------------------- */

bool csv_may_part(char byte)
{
    static const char allowed[] = "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t";
    return byte != '\0' && strchr(allowed, byte) != NULL;
}

/* Sums of bytes stay below 256, so that compilers can add many at a time. */
enum { LINES_STRIDE = 255 };

uint64_t csv_count_lines(const char *bytes, size_t length)
{
    uint64_t count = 0;
    while (length > 0) {
        size_t part = length < LINES_STRIDE ? length : LINES_STRIDE;
        uint8_t found = 0;
        for (size_t i = 0; i < part; i++)
            found = (uint8_t)(found + (bytes[i] == '\n'));
        count += found;
        bytes += part;
        length -= part;
    }
    return count;
}

/* The last line feed of some bytes; NULL where they hold none. */
static const char *last_line_feed(const char *bytes, const char *end)
{
    while (end > bytes)
        if (*--end == '\n')
            return end;
    return NULL;
}

/* The quote that closes a cell; NULL where the bytes end before. `at` is behind the
 * opening one. */
static const char *closing_quote(const char *at, const char *end, bool *has_doubled)
{
    const char *quote;
    while ((quote = memchr(at, '"', (size_t)(end - at))) != NULL) {
        if (quote + 1 == end || quote[1] != '"')
            return quote;
        *has_doubled = true;
        at = quote + 2;
    }
    return NULL;
}

const char *csv_last_row_end(const char *bytes, const char *end, char delimiter)
{
    const char *last = NULL, *at = bytes;
    bool has_doubled;
    while (at < end) {
        const char *quote = memchr(at, '"', (size_t)(end - at));
        const char *feed = last_line_feed(at, quote == NULL ? end : quote);
        last = feed == NULL ? last : feed + 1;
        if (quote == NULL)
            break;
        at = quote + 1;
        if (quote > bytes && quote[-1] != '\n' && quote[-1] != delimiter)
            continue;
        at = closing_quote(at, end, &has_doubled);
        if (at == NULL)
            break;
        at++;
    }
    return last;
}

/* --- rows ------------------------------------------------------------------ */

static bool refuse(struct csv_row *row, uint64_t line, const char *reason)
{
    row->refusal = reason;
    row->refused_line = line;
    return false;
}

static void add_cell(struct csv_row *row, const struct csv_cell *cell)
{
    if (row->count == row->capacity) {
        row->capacity = row->count == 0 ? 64 : row->count * 2;
        row->cells = tool_allocate(row->cells, row->capacity * sizeof *row->cells);
    }
    row->cells[row->count++] = *cell;
    if (cell->is_malformed && row->malformed == 0)
        row->malformed = row->count;
}

/* Notes a whole row, the line end of which stands at `stop`, if it has one. */
static bool end_row(struct csv_row *row, const char *stop, bool has_line_end)
{
    row->all.length = (size_t)(stop - row->all.at);
    row->next = stop + has_line_end;
    row->ends_in_crlf = has_line_end && stop > row->all.at && stop[-1] == '\r';
    if (row->ends_in_crlf) {
        row->all.length--;
        row->cells[row->count - 1].length--;
    }
    if (row->all.length > CSV_ROW_MAX)
        return refuse(row, 0, "the row is longer than 16 MiB");
    return true;
}

/* Whether only a line end or nothing stands between a closing quote and the end
 * of its cell. */
static bool ends_well(const char *behind, const char *stop, const char *end)
{
    return behind == stop ||
           (behind + 1 == stop && *behind == '\r' && stop < end && *stop == '\n');
}

/* Passes over a quoted cell's text, to behind its closing quote. */
static bool pass_quoted(struct csv_row *row, struct csv_cell *cell, const char **at,
                        const char *end, enum csv_end at_end)
{
    const char *quote = closing_quote(*at + 1, end, &cell->has_doubled);
    if (quote == NULL)
        return at_end == CSV_ROWS_END
                   ? refuse(row, row->lines, "the quote that opens here is never closed")
                   : refuse(row, 0, "the row is longer than 16 MiB");
    row->lines += csv_count_lines(*at, (size_t)(quote - *at));
    *at = quote + 1;
    return true;
}

bool csv_scan(struct csv_row *row, const char *at, const char *end, enum csv_end at_end)
{
    row->all.at = at;
    row->count = row->malformed = 0;
    row->lines = 0;
    for (;;) {
        struct csv_cell cell = {.begin = (uint32_t)(at - row->all.at)};
        const char *behind = NULL;
        if (at < end && *at == '"') {
            cell.is_quoted = true;
            if (!pass_quoted(row, &cell, &at, end, at_end))
                return false;
            behind = at;
        }
        while (at < end && *at != '\n' && *at != row->delimiter)
            at++;
        if (at == end && at_end == CSV_ROW_GOES_ON)
            return refuse(row, 0, "the row is longer than 16 MiB");
        cell.length = (uint32_t)((size_t)(at - row->all.at) - cell.begin);
        cell.is_malformed = behind != NULL && !ends_well(behind, at, end);
        add_cell(row, &cell);
        if (at == end || *at == '\n')
            return end_row(row, at, at < end);
        if (row->count == CSV_CELLS_MAX)
            return refuse(row, 0, "the row has more than 131072 cells");
        at++;
    }
}

/* --- what a row holds ------------------------------------------------------ */

bool csv_is_malformed(const struct csv_row *row, size_t index)
{
    return row->cells[index].is_malformed;
}

struct csv_slice csv_raw(const struct csv_row *row, size_t index)
{
    const struct csv_cell *cell = &row->cells[index];
    return (struct csv_slice){row->all.at + cell->begin, cell->length};
}

/* So many bytes behind those of a decoded cell may be read. */
enum { PADDING = 8 };

/* Of each pair of quotes, one. */
static struct csv_slice decode(struct csv_row *row, struct csv_slice inner)
{
    if (inner.length > row->decoded_capacity) {
        row->decoded_capacity = inner.length * 2;
        row->decoded = tool_allocate(row->decoded, row->decoded_capacity + PADDING);
    }
    size_t length = 0;
    for (size_t i = 0; i < inner.length; i++) {
        row->decoded[length++] = inner.at[i];
        if (inner.at[i] == '"')
            i++;
    }
    return (struct csv_slice){row->decoded, length};
}

struct csv_slice csv_text(struct csv_row *row, size_t index)
{
    const struct csv_cell *cell = &row->cells[index];
    struct csv_slice raw = csv_raw(row, index);
    if (!cell->is_quoted || cell->is_malformed)
        return raw;
    struct csv_slice inner = {raw.at + 1, raw.length - 2};
    return cell->has_doubled ? decode(row, inner) : inner;
}
