/*
 * Where the keys of a record's JSON stand. The parser gives a tree and, for an
 * error, a place; which key that place belongs to has to be found in the text.
 */
#ifndef SMET_EXCHANGE_SCAN_H
#define SMET_EXCHANGE_SCAN_H

#include <jansson.h>
#include <stdbool.h>

/*
 * A walk over the keys of the outermost object and of the objects that are its
 * members, in the order of the text. The text up to `end` is JSON or its
 * beginning; of any other it is only promised that the walk ends.
 */
struct smet__scan {
    const char *text;
    size_t end;
    size_t at;
    int depth;                          /* how many brackets are open */
    struct {
        bool is_object;                 /* the bracket is a brace */
        bool expects_key;               /* the next string is a key */
    } level[3];                         /* by depth; 0 is not used */
    size_t key_begin;                   /* the key that was found, with its quotes */
    size_t key_end;
    int key_depth;                      /* 1: of the outermost object; 2: of a member */
};

struct smet__scan smet__scan_begin(const char *text, size_t end);

/* Goes on to the next key; false when there is none before the end. */
bool smet__scan_next(struct smet__scan *scan);

/* The key that was found, as a JSON string to free; null when it is none, NULL when there is
 * no memory. */
json_t *smet__scan_key(const struct smet__scan *scan);

/*
 * The key, as a JSON string to free, of the member of the outermost object that
 * the text ends in; null when there is none, NULL when there is no memory.
 */
json_t *smet__scan_member(const char *text, size_t end);

/* Whether a key is the caller's own: it begins with "_". NULL is none. */
bool smet__is_own_key(const json_t *key);

/*
 * Leaves of every number in the values of the caller's own keys its first digit,
 * and blanks: they are ignored, whatever their size. What is no JSON stays none,
 * and every other byte keeps its place. False when there is no memory.
 */
bool smet__mask_own_numbers(char *text, size_t length);

#endif
