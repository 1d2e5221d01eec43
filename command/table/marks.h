/*
 * Where the bytes stand that part cells and rows.
 */
#ifndef SACRALMET_TOOLS_MARKS_H
#define SACRALMET_TOOLS_MARKS_H

#include <stddef.h>
#include <stdint.h>

/* Bytes that are looked at together; as many behind the end are read. */
enum { MARKS_STRIDE = 64 };

/* Notes where delimiters, line feeds and quotes stand between two offsets; returns
 * how many there are. There must be room for as many as there are bytes, and a
 * stride more. */
size_t marks_find(const char *bytes, size_t from, size_t to, char delimiter, uint32_t *marks);

#endif
