/*
 * What the cells of a column say, remembered: cohorts say few different things.
 */
#ifndef SACRALMET_TOOLS_CELLS_H
#define SACRALMET_TOOLS_CELLS_H

#include "table/csv.h"

#include <sacralmet/sacralmet.h>

#include <string.h>

/* What a cell comes to: the number of its one value, below CELL_VALUES; or */
enum {
    CELL_VALUES = 128,
    CELL_OTHER = 254,  /* more than one value, or none that is good */
    CELL_UNKNOWN = 255 /* all that the field has */
};

/* Slots of a table, and how many of them are filled at most. */
enum { CELLS_SLOTS = 512, CELLS_MAX = 256 };

/* How long a cell may be that is remembered. */
enum { CELL_LENGTH_MAX = 32 };

/* A short cell as words: the first, the last, and those between, zero where it has
 * none; of a cell below one word, its bytes and zero. */
struct cell_key {
    uint64_t first, last, second, third;
    uint8_t length;
};

struct known_cell {
    struct cell_key key; /* of length 0 while the slot is free */
    uint8_t code;
};

struct cells {
    smet_field_t field;
    const char *key;
    struct csv_slice preset; /* stands in the place of an empty cell */
    uint8_t empty_code;      /* what an empty cell comes to */
    smet_record *record;     /* to try cells with */
    size_t count;
    struct known_cell known[CELLS_SLOTS];
};

void cells_begin(struct cells *cells, smet_field_t field, struct csv_slice preset);
void cells_end(struct cells *cells);

/* What a cell comes to that was not seen before, or is too long to be remembered. */
uint8_t cells_learn(struct cells *cells, const char *at, size_t length);

/* --- looking up, where every cycle counts ---------------------------------- */

static inline uint64_t cell_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* The first bytes of a word, in the order of the machine. */
static inline uint64_t cell_first_bytes(uint64_t word, size_t count)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return word & ~UINT64_C(0) << (64 - 8 * count);
#else
    return word & ~UINT64_C(0) >> (64 - 8 * count);
#endif
}

static inline struct cell_key cell_key_of(const char *at, size_t length)
{
    struct cell_key key = {.length = (uint8_t)length, .first = cell_word(at)};
    if (length <= 8)
        key.first = cell_first_bytes(key.first, length);
    else
        key.last = cell_word(at + length - 8);
    if (length > 16)
        key.second = cell_word(at + 8);
    if (length > 24)
        key.third = cell_word(at + 16);
    return key;
}

static inline size_t cell_slot_of(const struct cell_key *key)
{
    uint64_t mixed = (key->first ^ key->last >> 5 ^ key->last << 7) + key->length;
    return (size_t)(mixed * UINT64_C(0x9E3779B97F4A7C15) >> 55);
}

static inline bool cell_is(const struct cell_key *a, const struct cell_key *b)
{
    return a->first == b->first && a->last == b->last && a->length == b->length &&
           a->second == b->second && a->third == b->third;
}

/* What a cell comes to. A word behind its bytes may be read. */
static inline uint8_t cells_code(struct cells *cells, const char *at, size_t length)
{
    if (length == 0)
        return cells->empty_code;
    if (length > CELL_LENGTH_MAX)
        return cells_learn(cells, at, length);
    const struct cell_key key = cell_key_of(at, length);
    size_t slot = cell_slot_of(&key);
    for (; cells->known[slot].key.length != 0; slot = (slot + 1) % CELLS_SLOTS)
        if (cell_is(&cells->known[slot].key, &key))
            return cells->known[slot].code;
    return cells_learn(cells, at, length);
}

#endif
