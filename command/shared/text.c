#include "shared/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static void make_room(struct text *text, size_t length)
{
    size_t needed = text->length + length + 1;
    if (needed <= text->capacity)
        return;
    text->capacity = needed < 128 ? 128 : needed + needed / 2;
    text->at = tool_allocate(text->at, text->capacity);
}

void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
    make_room(text, length);
    if (length > 0)
        memcpy(text->at + text->length, bytes, length);
    text->length += length;
    text->at[text->length] = '\0';
}

void text_add_byte(struct text *text, char byte)
{
    text_add_bytes(text, &byte, 1);
}

void text_add(struct text *text, const char *words)
{
    text_add_bytes(text, words, strlen(words));
}

void text_add_format(struct text *text, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0) {
        make_room(text, (size_t)length);
        vsnprintf(text->at + text->length, (size_t)length + 1, format, again);
        text->length += (size_t)length;
    }
    va_end(again);
}

void text_add_number(struct text *text, int32_t number)
{
    char digits[16];
    size_t at = sizeof digits;
    uint32_t left = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (number < 0)
        digits[--at] = '-';
    text_add_bytes(text, digits + at, sizeof digits - at);
}

char *text_room(struct text *text, size_t length)
{
    make_room(text, length);
    return text->at + text->length;
}

void text_grow(struct text *text, const char *end)
{
    text->length = (size_t)(end - text->at);
    text->at[text->length] = '\0';
}

void text_join(struct text *text, const char *separator, const char *words)
{
    if (text->length > 0)
        text_add(text, separator);
    text_add(text, words);
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->at != NULL)
        text->at[0] = '\0';
}

void text_free(struct text *text)
{
    free(text->at);
    *text = (struct text){0};
}

const char *text_words(const struct text *text)
{
    return text->at == NULL ? "" : text->at;
}
