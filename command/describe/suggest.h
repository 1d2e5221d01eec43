/*
 * Keys that someone may have meant.
 */
#ifndef SACRALMET_TOOLS_SUGGEST_H
#define SACRALMET_TOOLS_SUGGEST_H

#include <stddef.h>

/* Fills `near` with at most `capacity` keys of things that can be explained, the
 * nearest first; returns how many. */
size_t suggest_keys(const char *word, const char **near, size_t capacity);

/* The field that a column's name may be a slip for; NULL for none. */
const char *suggest_field(const char *word);

#endif
