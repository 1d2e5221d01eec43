#include "entries.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void stop(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("make_vectors: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(EXIT_FAILURE);
}

void append(json_t *list, json_t *value)
{
    if (json_array_append_new(list, value) != 0)
        stop("no memory, or text that is not UTF-8");
}

void put(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        stop("%s: no memory, or text that is not UTF-8", key);
}

void add_entry(json_t *entries, const char *key, const char *text)
{
    json_t *entry = json_array();
    append(entry, json_string(key));
    append(entry, json_string(text));
    append(entries, entry);
}

void add_word(char *words, size_t room, const char *word)
{
    size_t length = strlen(words);
    if (length + strlen(word) + 2 > room)
        stop("%s: there are too many alternatives", word);
    snprintf(words + length, room - length, "%s%s", length == 0 ? "" : "|", word);
}
