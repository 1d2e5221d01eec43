/*
 * Words by number, kept once they were put together.
 */
#ifndef SACRALMET_TOOLS_WORDS_H
#define SACRALMET_TOOLS_WORDS_H

#include "shared/text.h"

#include <string.h>

/* Slots of a table, and how many of them are filled at most. */
enum { WORDS_SLOTS = 1024, WORDS_MAX = 512 };

/* A copy of so many bytes costs no more than one of fewer. */
enum { WORDS_STRIDE = 64 };

struct word {
    uint32_t key;
    uint32_t length; /* 0 while the slot is free */
    size_t at;       /* in the text */
};

/* Begins as all zero. */
struct words {
    struct word slots[WORDS_SLOTS];
    size_t count;
    size_t longest;
    struct text text; /* all of them, one behind the other, and WORDS_STRIDE more bytes */
};

/* Keeps words that are not empty; NULL where there is no room for more. */
const struct word *words_keep(struct words *words, uint32_t key, const struct text *kept);
void words_free(struct words *words);

static inline size_t words_slot_of(uint32_t key)
{
    return (size_t)(key * UINT32_C(0x9E3779B1) >> 22);
}

/* NULL where they were not kept. */
static inline const struct word *words_find(const struct words *words, uint32_t key)
{
    size_t slot = words_slot_of(key);
    for (; words->slots[slot].length != 0; slot = (slot + 1) % WORDS_SLOTS)
        if (words->slots[slot].key == key)
            return &words->slots[slot];
    return NULL;
}

/* Copies words to a place with room for a stride more; returns what is behind them. */
static inline char *words_copy(const struct words *words, const struct word *word, char *to)
{
    memcpy(to, words->text.at + word->at, WORDS_STRIDE);
    if (word->length > WORDS_STRIDE)
        memcpy(to, words->text.at + word->at, word->length);
    return to + word->length;
}

#endif
