/*
 * Lines of an input that may be longer than memory, one at a time.
 */
#ifndef SACRALMET_TOOLS_BULK_LINES_H
#define SACRALMET_TOOLS_BULK_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum bulk_line { BULK_LINE, BULK_LINE_TOO_LONG, BULK_LINES_END, BULK_LINES_FAILED };

struct bulk_lines {
    int file;
    size_t limit;    /* the longest line that is read */
    char *buffer;
    size_t capacity;
    size_t begin;    /* what was not given out yet */
    size_t end;
    bool is_ended;   /* nothing is left in the file */
    int error;       /* errno of a read that failed */
    uint64_t number; /* of the line that was given last, from 1 */
    uint64_t bytes;  /* given so far */
};

void bulk_lines_begin(struct bulk_lines *lines, int file, size_t limit);
void bulk_lines_free(struct bulk_lines *lines);

/* The next line, without its end; good until the next call. Of one that is too long
 * nothing is given. */
enum bulk_line bulk_lines_next(struct bulk_lines *lines, const char **text, size_t *length);

#endif
