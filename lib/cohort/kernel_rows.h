/*
 * What the loop over rows and the two ways to look entries up have in common.
 */
#ifndef SMET_COHORT_KERNEL_ROWS_H
#define SMET_COHORT_KERNEL_ROWS_H

#include "cohort/kernel.h"
#include "cohort/vectors.h"

/* So that what is asked of a function is known where a loop is made of it. */
#define ALWAYS_INLINE static inline __attribute__((always_inline))

/* A column as it lies. */
struct cells {
    const uint8_t *codes, *unknown;
    int wraps, has_reserved;
    bytes reserved;
};

/* A column and its curve. */
struct curved {
    const uint8_t *codes;
    const struct smet_curve *curve;
};

/* What a call works on. */
struct rows {
    struct cells cells[SMET__INPUTS_MAX];
    const struct smet_kernel_task *task;
    struct curved curved[SMET__INPUTS_MAX]; /* the straight ones first; for steps alone */
    int straight_count;
    bool has_masks; /* some column has `unknown` */
    uint8_t start, width_start; /* of every least total, and of what lies beyond it */
};

/*
 * Some vectors are worked on together, so that what is loaded of an item serves
 * all of them. They are members or variables of their own: in arrays, compilers
 * leave them in memory.
 */
struct four {
    bytes a, b, c, d;
};

/* Totals of rows taken for complete. */
struct totals {
    struct four of;
    bytes spoiled; /* not zero: some row is not, whichever */
};

/* What is summed over the items of rows of any kind. */
struct ranges {
    struct four least, width, missing;
    struct four spoiled; /* not zero, or `least` not below 128: a bad row */
};

enum { BUNDLE = 4 * LANES }; /* rows that are taken at a time */

ALWAYS_INLINE struct four four_times(uint8_t value)
{
    return (struct four){all(value), all(value), all(value), all(value)};
}

ALWAYS_INLINE struct four load_four(const uint8_t *from)
{
    return (struct four){load(from), load(from + LANES), load(from + 2 * LANES),
                         load(from + 3 * LANES)};
}

/* The bits that are set in any. */
ALWAYS_INLINE bytes any_of(struct four four)
{
    return (four.a | four.b) | (four.c | four.d);
}

typedef bytes operation(bytes a, bytes b);

/* The same done to each. */
ALWAYS_INLINE struct four each(struct four four, operation *operate, bytes other)
{
    return (struct four){operate(four.a, other), operate(four.b, other),
                         operate(four.c, other), operate(four.d, other)};
}

ALWAYS_INLINE struct four pairwise(struct four one, operation *operate, struct four two)
{
    return (struct four){operate(one.a, two.a), operate(one.b, two.b), operate(one.c, two.c),
                         operate(one.d, two.d)};
}

ALWAYS_INLINE bytes added(bytes a, bytes b)
{
    return a + b;
}

ALWAYS_INLINE bytes taken_off(bytes a, bytes b)
{
    return a - b;
}

ALWAYS_INLINE bytes either(bytes a, bytes b)
{
    return a | b;
}

ALWAYS_INLINE bytes both(bytes a, bytes b)
{
    return a & b;
}

ALWAYS_INLINE bytes but_not(bytes a, bytes b)
{
    return a & ~b;
}

ALWAYS_INLINE bytes unlike(bytes a, bytes b)
{
    return a ^ b;
}

/* The largest in each place. */
ALWAYS_INLINE bytes largest_of(struct four four)
{
    return larger(larger(four.a, four.b), larger(four.c, four.d));
}

/* Unknown cells of rows that are taken for complete. */
ALWAYS_INLINE bytes masked_of(const struct rows *rows, size_t row)
{
    bytes masked = all(0);
    for (int i = 0; rows->has_masks && i < rows->task->input_count; i++)
        if (rows->cells[i].unknown != NULL)
            masked |= any_of(load_four(rows->cells[i].unknown + row));
    return masked;
}

/* A bundle's first totals, without what its columns give. */
ALWAYS_INLINE struct ranges begin_ranges(const struct rows *rows)
{
    return (struct ranges){four_times(rows->start), four_times(rows->width_start),
                           four_times(rows->task->missing), four_times(0)};
}

#endif
