/*
 * A whole input in memory, but no more of it than the library would refuse anyway.
 */
#ifndef SACRALMET_TOOLS_WHOLE_H
#define SACRALMET_TOOLS_WHOLE_H

#include <stddef.h>

/* Reads an operand, "-" for standard input, up to `limit` bytes and one more. The text
 * does not end with NUL and is freed by the caller. Complains and gives NULL where it
 * cannot be read. */
char *whole_read(const char *operand, size_t limit, size_t *length);

#endif
