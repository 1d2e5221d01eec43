#include "table/rows.h"

#include "table/marks.h"
#include "shared/tool.h"

#include <stdlib.h>
#include <string.h>

/* Bytes whose marks are found at a time: they stay in the nearest cache. */
enum { SLICE = 1 << 14 };

/* Columns do not begin at the same place of a page: they would be in each other's
 * way in the cache. */
enum { STAGGER = 192, PAGE = 4096 };

void rows_begin(struct rows *rows, char delimiter, size_t cell_count, struct cells *cells,
                const size_t *cell_index, size_t column_count)
{
    *rows = (struct rows){.delimiter = delimiter,
                          .cell_count = cell_count,
                          .cells = cells,
                          .column_count = column_count,
                          .scan = {.delimiter = delimiter}};
    rows->column_of = tool_allocate(NULL, cell_count * sizeof *rows->column_of);
    for (size_t i = 0; i < cell_count; i++)
        rows->column_of[i] = -1;
    for (size_t i = 0; i < column_count; i++)
        rows->column_of[cell_index[i]] = (int32_t)i;
}

void rows_end(struct rows *rows)
{
    csv_free(&rows->scan);
    free(rows->column_of);
    free(rows->at);
    free(rows->codes);
    free(rows->marks);
}

/* Room for the rows of a block, and for one that is refused. */
static void make_room(struct rows *rows, const struct block *block)
{
    size_t count = (size_t)block->lines + 1;
    rows->count = rows->mark_count = 0;
    if (count <= rows->capacity)
        return;
    rows->capacity = count;
    rows->stride = (count + PAGE - 1) / PAGE * PAGE + STAGGER;
    rows->at = tool_allocate(rows->at, count * sizeof *rows->at);
    rows->codes = tool_allocate(rows->codes, rows->column_count * rows->stride);
}

/* --- marks ----------------------------------------------------------------- */

/* Drops the marks before the one to go on with, and finds those of the next slice.
 * Behind the last stands the block's length, where there is a NUL. */
static void find_marks(struct rows *rows, const struct block *block, size_t used,
                       size_t row_begin)
{
    size_t kept = rows->mark_count - used, left = block->length - rows->marked;
    /* A row that goes on is walked over again: in ever longer slices, so that the time
     * stays in proportion to its length. */
    size_t passed = rows->marked > row_begin ? rows->marked - row_begin : 0;
    size_t slice = passed / 4 > SLICE ? passed / 4 : SLICE;
    slice = left < slice ? left : slice;
    if (kept > 0 && used > 0)
        memmove(rows->marks, rows->marks + used, kept * sizeof *rows->marks);
    if (kept + slice + MARKS_STRIDE > rows->mark_capacity) {
        rows->mark_capacity = 2 * (kept + slice + MARKS_STRIDE);
        rows->marks = tool_allocate(rows->marks, rows->mark_capacity * sizeof *rows->marks);
    }
    rows->mark_count = kept + marks_find(block->bytes, rows->marked, rows->marked + slice,
                                         rows->delimiter, rows->marks + kept);
    rows->marks[rows->mark_count] = (uint32_t)block->length;
    rows->marked += slice;
}

/* --- one row --------------------------------------------------------------- */

/* A walk over the marks of a row. */
struct walk {
    const char *bytes;
    const uint32_t *mark; /* the next one */
    uint32_t end;         /* where the block ends */
    bool is_short;        /* there were not enough of them */
};

/* A cell that was walked over. */
struct walked {
    size_t begin, length; /* of its text */
    uint32_t stop;        /* the delimiter or line feed behind it */
    bool has_doubled;     /* quotes, so that the text is not as it stands */
};

/* The closing quote of a cell. */
static const uint32_t *walk_to_quote(struct walk *walk, struct walked *cell)
{
    const char *bytes = walk->bytes;
    const uint32_t *mark = walk->mark + 1;
    for (; *mark != walk->end; mark++) {
        if (bytes[*mark] != '"')
            continue;
        if (bytes[*mark + 1] != '"')
            return mark;
        if (mark[1] == walk->end)
            break;
        cell->has_doubled = true;
        mark++;
    }
    walk->is_short = true;
    return NULL;
}

/* From an opening quote to behind the closing one; false where the cell is not well
 * formed. */
static bool walk_quoted(struct walk *walk, struct walked *cell)
{
    const char *bytes = walk->bytes;
    const uint32_t *mark = walk_to_quote(walk, cell);
    if (mark == NULL)
        return false;
    uint32_t behind = *mark + 1;
    cell->begin++;
    cell->length = *mark - cell->begin;
    cell->stop = *++mark;
    walk->mark = mark + 1;
    walk->is_short = cell->stop == walk->end;
    return cell->stop == behind ||
           (cell->stop == behind + 1 && bytes[behind] == '\r' && bytes[cell->stop] == '\n');
}

/* To behind the next cell. */
static inline bool walk_cell(struct walk *walk, struct walked *cell)
{
    const char *bytes = walk->bytes;
    if (bytes[cell->begin] == '"' && *walk->mark == cell->begin)
        return walk_quoted(walk, cell);
    while (bytes[*walk->mark] == '"')
        walk->mark++;
    cell->stop = *walk->mark++;
    cell->length = cell->stop - cell->begin;
    if (bytes[cell->stop] == '\n' && cell->length > 0 && bytes[cell->stop - 1] == '\r')
        cell->length--;
    return true;
}

/* Reads a row's cells; false where it is not well formed, has not as many cells as
 * the header, is too long, or has marks that were not found yet. */
static bool walk_row(struct rows *rows, struct walk *walk, struct row *row)
{
    uint8_t *codes = rows->codes + rows->count;
    size_t at = row->begin, last = rows->cell_count - 1;
    row->is_plain = true;
    for (size_t i = 0; i <= last; i++) {
        struct walked cell = {.begin = at};
        bool is_good = walk_cell(walk, &cell);
        if (!is_good || walk->bytes[cell.stop] != (i == last ? '\n' : rows->delimiter)) {
            walk->is_short |= is_good && cell.stop == walk->end;
            return false;
        }
        at = cell.stop + 1;
        int32_t column = rows->column_of[i];
        if (column < 0)
            continue;
        uint8_t code = cell.has_doubled ? CELL_OTHER
                                        : cells_code(&rows->cells[column],
                                                     walk->bytes + cell.begin, cell.length);
        codes[(size_t)column * rows->stride] = code;
        row->is_plain &= code != CELL_OTHER;
    }
    row->length = (uint32_t)(at - 1 - row->begin);
    row->length -= row->length > 0 && walk->bytes[at - 2] == '\r';
    return row->length <= CSV_ROW_MAX;
}

/* --- all of them ----------------------------------------------------------- */

/* A row that cannot be walked over; false where it is refused. */
static bool scan_row(struct rows *rows, const struct block *block, struct row *row)
{
    const char *end = block->bytes + block->length;
    row->is_plain = false;
    row->length = 0;
    /* What stands there is not used, but must be a code. */
    for (size_t c = 0; c < rows->column_count; c++)
        rows->codes[c * rows->stride + rows->count] = CELL_UNKNOWN;
    return csv_scan(&rows->scan, block->bytes + row->begin, end, block->end);
}

/* The first mark at a place or behind it; none is looked for before it. */
static size_t pass_marks(struct rows *rows, size_t used, size_t at)
{
    while (used < rows->mark_count && rows->marks[used] < at)
        used++;
    rows->marked = rows->marked < at ? at : rows->marked;
    return used;
}

bool rows_read(struct rows *rows, const struct block *block)
{
    struct walk walk = {.bytes = block->bytes, .end = (uint32_t)block->length};
    size_t at = block->begin, used = 0;
    make_room(rows, block);
    rows->marked = at;
    while (at < block->length) {
        struct row *row = &rows->at[rows->count];
        row->begin = (uint32_t)at;
        walk.is_short = used == rows->mark_count;
        walk.mark = used == 0 ? rows->marks : rows->marks + used; /* there may be none yet */
        if (!walk.is_short && walk_row(rows, &walk, row)) {
            used = (size_t)(walk.mark - rows->marks);
            at = rows->marks[used - 1] + 1;
        } else if (walk.is_short && rows->marked < block->length) {
            find_marks(rows, block, used, row->begin);
            used = 0;
            continue;
        } else {
            if (!scan_row(rows, block, row))
                return false;
            at = (size_t)(rows->scan.next - block->bytes);
            used = pass_marks(rows, used, at);
        }
        rows->count++;
    }
    return true;
}
