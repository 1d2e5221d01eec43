#define _POSIX_C_SOURCE 200809L
#include "bulk/lines.h"

#include "shared/tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_ROOM = 1 << 18 };

void bulk_lines_begin(struct bulk_lines *lines, int file, size_t limit)
{
    *lines = (struct bulk_lines){.file = file, .limit = limit, .capacity = FIRST_ROOM};
    lines->buffer = tool_allocate(NULL, lines->capacity);
}

void bulk_lines_free(struct bulk_lines *lines)
{
    free(lines->buffer);
}

static void make_room(struct bulk_lines *lines)
{
    memmove(lines->buffer, lines->buffer + lines->begin, lines->end - lines->begin);
    lines->end -= lines->begin;
    lines->begin = 0;
    if (lines->end < lines->capacity)
        return;
    lines->capacity *= 2;
    lines->buffer = tool_allocate(lines->buffer, lines->capacity);
}

/* False at the end, and where reading failed. */
static bool read_more(struct bulk_lines *lines)
{
    if (lines->end == lines->capacity)
        make_room(lines);
    ssize_t got;
    do
        got = read(lines->file, lines->buffer + lines->end, lines->capacity - lines->end);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        lines->error = errno;
    if (got <= 0)
        lines->is_ended = true;
    else
        lines->end += (size_t)got;
    return got > 0;
}

enum bulk_line bulk_lines_next(struct bulk_lines *lines, const char **text, size_t *length)
{
    size_t searched = 0;
    bool is_too_long = false;
    for (;;) {
        char *begin = lines->buffer + lines->begin;
        size_t held = lines->end - lines->begin;
        char *newline = memchr(begin + searched, '\n', held - searched);
        bool is_last = newline == NULL && lines->is_ended;
        if (newline != NULL || (is_last && (held > 0 || is_too_long) && lines->error == 0)) {
            *text = begin;
            *length = newline != NULL ? (size_t)(newline - begin) : held;
            size_t taken = *length + (newline != NULL ? 1 : 0);
            lines->begin += taken;
            lines->bytes += taken;
            lines->number++;
            return is_too_long || *length > lines->limit ? BULK_LINE_TOO_LONG : BULK_LINE;
        }
        if (is_last)
            return lines->error != 0 ? BULK_LINES_FAILED : BULK_LINES_END;
        searched = held;
        if (held > lines->limit) {
            /* Of a line that will be refused, nothing has to be kept. */
            is_too_long = true;
            lines->bytes += held;
            lines->begin = lines->end = searched = 0;
        }
        read_more(lines);
    }
}
