#define _POSIX_C_SOURCE 200809L
#include "table/blocks.h"

#include "shared/tool.h"
#include "shared/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* What a row may have beyond its bytes: a line end. */
enum { LINE_END_MAX = 2 };

/* Lines are counted so many bytes at a time where a block may have no more of them. */
enum { STRIP = 4096 };

/* The first block is small, so that a file that has to be refused is refused soon. */
enum { FIRST_SIZE = 1 << 18 };

/* --- bytes ----------------------------------------------------------------- */

static void make_room(struct block *block, size_t size)
{
    if (block->capacity >= size)
        return;
    block->bytes = tool_allocate(block->bytes, size + BLOCK_PADDING);
    block->capacity = size;
}

static size_t greater_size(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* What stood behind the last block begins the next one. */
static void take_carried(struct block_reader *reader, struct block *block)
{
    if (reader->wanted == 0)
        reader->wanted = reader->size < FIRST_SIZE ? reader->size : FIRST_SIZE;
    make_room(block, greater_size(reader->wanted, reader->carried_length));
    if (reader->carried_length > 0)
        memcpy(block->bytes, reader->carried, reader->carried_length);
    block->length = reader->carried_length;
    reader->carried_length = 0;
}

static void carry(struct block_reader *reader, const char *bytes, size_t length)
{
    if (length > reader->carried_capacity) {
        reader->carried_capacity = length * 2;
        reader->carried = tool_allocate(reader->carried, reader->carried_capacity);
    }
    if (length > 0)
        memcpy(reader->carried, bytes, length);
    reader->carried_length = length;
}

/* Fills a block up to a size that it has room for; gives an errno, or 0. */
static int fill(struct block_reader *reader, struct block *block, size_t size)
{
    while (block->length < size && !reader->at_end) {
        ssize_t got = read(reader->file, block->bytes + block->length, size - block->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        reader->at_end = got == 0;
        block->length += (size_t)got;
    }
    return 0;
}

/* --- cutting --------------------------------------------------------------- */

/* Behind the last line that a block may have. */
static const char *line_limit(const char *bytes, const char *end, uint64_t lines)
{
    while ((size_t)(end - bytes) > STRIP) {
        uint64_t count = csv_count_lines(bytes, STRIP);
        if (count > lines)
            break;
        lines -= count;
        bytes += STRIP;
    }
    for (; lines > 0 && bytes < end; lines--) {
        const char *feed = memchr(bytes, '\n', (size_t)(end - bytes));
        if (feed == NULL)
            return end;
        bytes = feed + 1;
    }
    return bytes;
}

/* Where the whole rows end; NULL where no row does. */
static const char *cut(const struct block_reader *reader, const struct block *block)
{
    const char *begin = block->bytes + block->begin, *end = block->bytes + block->length;
    const char *limit = line_limit(begin, end, reader->lines_max);
    const char *stop = NULL;
    if (limit < end)
        stop = csv_last_row_end(begin, limit, reader->delimiter);
    else if (reader->at_end)
        return end;
    if (stop == NULL)
        stop = csv_last_row_end(begin, end, reader->delimiter);
    return stop == NULL && reader->at_end ? end : stop;
}

/* Where a line of its own ends that names the delimiter, as spreadsheets write it; `at`
 * where there is none. */
static const char *pass_delimiter_line(struct block_reader *reader, const char *at,
                                       const char *end)
{
    static const char word[] = "sep=";
    enum { WORD = sizeof word - 1 };
    bool is_quoted = at < end && *at == '"';
    const char *named = at + is_quoted + WORD, *behind = named + 1 + is_quoted;
    if (end - at < WORD + 2 + 2 * is_quoted || strncasecmp(at + is_quoted, word, WORD) != 0 ||
        !csv_may_part(*named) || (is_quoted && named[1] != '"'))
        return at;
    behind += *behind == '\r' && behind + 1 < end;
    if (*behind != '\n')
        return at;
    reader->delimiter = *named;
    reader->says_delimiter = true;
    return behind + 1;
}

/* Passes a byte-order mark, and a line that names the delimiter. */
static void pass_lead(struct block_reader *reader, struct block *block)
{
    const char *at = block->bytes, *end = at + block->length;
    if (reader->offset == 0) {
        at += end - at >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
        at = pass_delimiter_line(reader, at, end);
    }
    block->begin = (size_t)(at - block->bytes);
}

/* Where the last line of some bytes begins, where it is blank; NULL where it is not. */
static char *blank_end(char *begin, char *end)
{
    char *at = end;
    if (at == begin || *--at != '\n')
        return NULL;
    if (at > begin && at[-1] == '\r')
        at--;
    return at == begin || at[-1] == '\n' ? at : NULL;
}

/* A blank line is left for the next block while it may be the last of the file. */
static const char *leave_blank_end(const struct block_reader *reader, const struct block *block,
                                   const char *stop)
{
    char *begin = block->bytes + block->begin, *end = block->bytes + block->length;
    if (stop != end || reader->at_end)
        return stop;
    const char *blank = blank_end(begin, end);
    return blank == NULL ? stop : blank == begin ? NULL : blank;
}

void block_drop_blank_end(struct block *block)
{
    char *end = block->bytes + block->length, *blank;
    blank = block->is_last ? blank_end(block->bytes + block->begin, end) : NULL;
    if (blank == NULL)
        return;
    memset(blank, 0, (size_t)(end - blank));
    block->length = (size_t)(blank - block->bytes);
}

/* How much is read next: not much more than a block that had all the lines it may. */
static void adapt(struct block_reader *reader, size_t length)
{
    bool is_short = reader->carried_length > reader->wanted / 2;
    size_t wanted = is_short ? greater_size(length + length / 4, STRIP) : reader->wanted * 2;
    reader->wanted = wanted < reader->size ? wanted : reader->size;
}

/* Ends a block behind its last row; what follows is carried. */
static void end_block(struct block_reader *reader, struct block *block, const char *stop)
{
    size_t length = (size_t)(stop - block->bytes);
    block->is_last = reader->at_end && length == block->length;
    carry(reader, stop, block->length - length);
    adapt(reader, length);
    block->length = length;
    block->first_line = reader->line + 1;
    block->lines = csv_count_lines(block->bytes, length);
    reader->line += block->lines;
    block->lines += length > 0 && stop[-1] != '\n';
    reader->offset += length;
    block->offset = reader->offset;
    memset(block->bytes + length, 0, BLOCK_PADDING);
}

bool block_read(struct block_reader *reader, struct block *block, int *error)
{
    *error = 0;
    block->end = CSV_ROWS_END;
    take_carried(reader, block);
    for (size_t size = reader->wanted;; size = block->length * 2) {
        make_room(block, size);
        *error = fill(reader, block, size);
        if (*error != 0 || (block->length == 0 && reader->at_end))
            return false;
        pass_lead(reader, block);
        const char *stop = leave_blank_end(reader, block, cut(reader, block));
        if (stop == NULL && block->length - block->begin > CSV_ROW_MAX + LINE_END_MAX) {
            /* What follows would be taken for rows; the file is refused for this one. */
            block->end = CSV_ROW_GOES_ON;
            reader->at_end = true;
            stop = block->bytes + block->length;
        }
        if (stop != NULL) {
            end_block(reader, block, stop);
            return true;
        }
    }
}

size_t block_valid_length(const struct block *block)
{
    size_t valid = utf8_valid(block->bytes, block->length);
    bool goes_on = block->end == CSV_ROW_GOES_ON &&
                   utf8_may_go_on(block->bytes + valid, block->length - valid);
    return goes_on ? block->length : valid;
}

void block_reader_free(struct block_reader *reader)
{
    free(reader->carried);
}

void block_free(struct block *block)
{
    free(block->bytes);
}
