/*
 * Whether bytes are UTF-8.
 */
#ifndef SACRALMET_TOOLS_UTF8_H
#define SACRALMET_TOOLS_UTF8_H

#include <stddef.h>

/* How many of `length` bytes are whole, valid code points before the first that
 * is not. */
size_t utf8_valid(const char *bytes, size_t length);

/* Whether `length` bytes could be the beginning of a code point that more bytes
 * complete. */
int utf8_may_go_on(const char *bytes, size_t length);

#endif
