#include "table/marks.h"

#include <string.h>

/* Eight bytes at a time, in the words of the machine: no instruction set is needed. */

#define EACH UINT64_C(0x0101010101010101)
#define LOW_BITS (EACH * 0x7F)

struct wanted {
    uint64_t delimiter, line_feed, quote;
};

static struct wanted want(char delimiter)
{
    return (struct wanted){EACH * (unsigned char)delimiter, EACH * '\n', EACH * '"'};
}

/* The top bits of the bytes that are zero, and no others. */
static inline uint64_t zeros(uint64_t word)
{
    return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
}

static inline uint64_t load(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* Of 64 bytes, a mask of those that are wanted. */
static inline uint64_t mask_of(const char *bytes, const struct wanted *wanted)
{
    uint64_t mask = 0;
    for (int i = 0; i < MARKS_STRIDE; i += 8) {
        uint64_t word = load(bytes + i);
        uint64_t found = zeros(word ^ wanted->delimiter) | zeros(word ^ wanted->line_feed) |
                         zeros(word ^ wanted->quote);
        /* Gathers the top bits of eight bytes in one. */
        mask |= ((found >> 7) * UINT64_C(0x0102040810204080) >> 56) << i;
    }
    return mask;
}

size_t marks_find(const char *bytes, size_t from, size_t to, char delimiter, uint32_t *marks)
{
    const struct wanted wanted = want(delimiter);
    size_t count = 0;
    for (size_t at = from; at < to; at += MARKS_STRIDE)
        for (uint64_t mask = mask_of(bytes + at, &wanted); mask != 0; mask &= mask - 1)
            marks[count++] = (uint32_t)at + (uint32_t)__builtin_ctzll(mask);
    while (count > 0 && marks[count - 1] >= to)
        count--;
    return count;
}
