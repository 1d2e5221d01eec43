/*
 * A set of the values that a field may have. Value v is bit v, for 0 to 127, so
 * that a table reads in the chart's own numbers.
 */
#ifndef SMET_BASE_VALUE_SET_H
#define SMET_BASE_VALUE_SET_H

#include <stdbool.h>
#include <stdint.h>

enum { SMET__VALUE_LIMIT = 128 };

struct smet_values {
    uint64_t word[2];
};

/* A mask of the numbers from 0 on, 1 to 64 of them. */
static inline uint64_t smet__mask_of(int count)
{
    return ~UINT64_C(0) >> (64 - count);
}

static inline bool smet__values_has(const struct smet_values *set, int32_t value)
{
    return value >= 0 && value < SMET__VALUE_LIMIT &&
           (set->word[value >> 6] >> (value & 63) & 1) != 0;
}

static inline void smet__values_add(struct smet_values *set, int32_t value)
{
    set->word[value >> 6] |= UINT64_C(1) << (value & 63);
}

static inline struct smet_values smet__values_and(struct smet_values a, struct smet_values b)
{
    return (struct smet_values){{a.word[0] & b.word[0], a.word[1] & b.word[1]}};
}

static inline struct smet_values smet__values_or(struct smet_values a, struct smet_values b)
{
    return (struct smet_values){{a.word[0] | b.word[0], a.word[1] | b.word[1]}};
}

static inline bool smet__values_empty(struct smet_values set)
{
    return (set.word[0] | set.word[1]) == 0;
}

static inline bool smet__values_equal(struct smet_values a, struct smet_values b)
{
    return ((a.word[0] ^ b.word[0]) | (a.word[1] ^ b.word[1])) == 0;
}

static inline bool smet__values_meet(struct smet_values a, struct smet_values b)
{
    return ((a.word[0] & b.word[0]) | (a.word[1] & b.word[1])) != 0;
}

/* Whether every member of `a` is one of `b`. */
static inline bool smet__values_within(struct smet_values a, struct smet_values b)
{
    return ((a.word[0] & ~b.word[0]) | (a.word[1] & ~b.word[1])) == 0;
}

/* Whether there are two members or more. */
static inline bool smet__values_many(struct smet_values set)
{
    if (set.word[0] != 0)
        return (set.word[0] & (set.word[0] - 1)) != 0 || set.word[1] != 0;
    return (set.word[1] & (set.word[1] - 1)) != 0;
}

/* The least member that is `from` or more; -1 when there is none. */
static inline int32_t smet__values_next(const struct smet_values *set, int32_t from)
{
    for (int32_t i = from >> 6; i < 2; i++) {
        uint64_t word = set->word[i];
        if (i == from >> 6)
            word &= ~UINT64_C(0) << (from & 63);
        if (word != 0)
            return i * 64 + __builtin_ctzll(word);
    }
    return -1;
}

#endif
