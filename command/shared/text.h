/*
 * A text that grows.
 */
#ifndef SACRALMET_TOOLS_TEXT_H
#define SACRALMET_TOOLS_TEXT_H

#include "shared/tool.h"

#include <stdint.h>

/* Begins as all zero; `at` ends with NUL once something was added. */
struct text {
    char *at;
    size_t length;
    size_t capacity;
};

void text_add(struct text *text, const char *words);
void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add_byte(struct text *text, char byte);
void text_add_format(struct text *text, const char *format, ...) TOOL_FORMAT(2, 3);

void text_add_number(struct text *text, int32_t number);

/* Room for so many more bytes, behind what was added; text_grow() adds those that
 * were put there. */
char *text_room(struct text *text, size_t length);
void text_grow(struct text *text, const char *end);

/* Adds `words`, behind `separator` where something stands before them. */
void text_join(struct text *text, const char *separator, const char *words);

/* Forgets the words and keeps the room. */
void text_clear(struct text *text);
void text_free(struct text *text);

/* The words, never NULL. */
const char *text_words(const struct text *text);

#endif
