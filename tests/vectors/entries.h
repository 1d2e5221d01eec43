/*
 * What is entered into a record: a JSON list of [field key, text], in order, as
 * smet_record_set_text() takes them.
 */
#ifndef ENTRIES_H
#define ENTRIES_H

#include <jansson.h>
#include <sacralmet/sacralmet.h>
#include <stdint.h>

/* Says on standard error what went wrong, and ends the program. */
void stop(const char *format, ...);

/* Gives `value` to a list, or ends the program. */
void append(json_t *list, json_t *value);

/* Gives `value` to an object, or ends the program. */
void put(json_t *object, const char *key, json_t *value);

/* Adds [key, text] to a list. */
void add_entry(json_t *entries, const char *key, const char *text);

/* Adds a word to a list of words in a room of some bytes, with a bar before it. */
void add_word(char *words, size_t room, const char *word);

/* The rows of a table of cases: a list of {id, record}. */
json_t *read_cases(const char *path);

/* Calls `take` with each record that the generator makes; `entries` stays with the generator. */
void generate(void (*take)(const char *id, json_t *entries, void *data), void *data);

/* What the library says of a record with these entries, as doc/bindings.md describes it. */
json_t *make_vector(const char *id, json_t *entries);

#endif
