/*
 * A file of CSV, cut into blocks of whole rows.
 */
#ifndef SACRALMET_TOOLS_BLOCKS_H
#define SACRALMET_TOOLS_BLOCKS_H

#include "table/csv.h"

/* So many bytes behind those of a block may be read; they are NUL. */
enum { BLOCK_PADDING = 64 };

/* Begins as all zero. Its room is kept when it is filled again. */
struct block {
    char *bytes;
    size_t length;
    size_t capacity;
    size_t begin;        /* where its first row begins: behind what leads the file */
    bool is_last;        /* the file has no more */
    uint64_t first_line; /* that begins in it, from 1 */
    uint64_t lines;      /* how many it has, one without a line end included */
    uint64_t offset;     /* bytes of the file up to its end */
    enum csv_end end;
};

struct block_reader {
    int file;
    char delimiter;     /* what the file says in a line sep=X at its top, once it was read */
    bool says_delimiter; /* it has that line */
    size_t size;        /* bytes of a block; more only where a row is longer */
    uint64_t lines_max; /* of a block; more only where a row has more */

    size_t wanted; /* bytes of the next block: fewer while lines are short */
    char *carried; /* bytes behind the last block */
    size_t carried_length, carried_capacity;
    bool at_end; /* the file has no more bytes */
    uint64_t offset, line;
};

/* Fills a block; false at the end of the file, and where it cannot be read: `error`
 * is then an errno, else 0. The first three must be set in the reader, the rest zero. */
bool block_read(struct block_reader *reader, struct block *block, int *error);

/* Drops the last line of the last block where it is blank: it is no row. */
void block_drop_blank_end(struct block *block);

void block_reader_free(struct block_reader *reader);
void block_free(struct block *block);

/* Where a block stops being UTF-8: an offset; its length where all of it is. */
size_t block_valid_length(const struct block *block);

#endif
