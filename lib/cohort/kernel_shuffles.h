/*
 * Entries looked up by byte shuffles.
 */
#ifndef SMET_COHORT_KERNEL_SHUFFLES_H
#define SMET_COHORT_KERNEL_SHUFFLES_H

#include "cohort/kernel_rows.h"

static void begin_totals(struct rows *rows)
{
    rows->start = rows->task->least;
    rows->width_start = (uint8_t)(rows->task->greatest - rows->task->least);
}

/* --- complete rows -------------------------------------------------------- */

ALWAYS_INLINE bytes entries_of(bytes places, bytes table)
{
    return shuffle(table, places);
}

ALWAYS_INLINE struct four long_entries(const struct smet_table *table, struct four codes)
{
    struct four low = each(codes, entries_of, repeat(table->low[0]));
    for (int s = 1; s < table->count; s++) {
        codes = each(codes, taken_off, all(SMET__SIXTEEN));
        low = pairwise(low, unlike, each(codes, entries_of, repeat(table->low[s])));
    }
    return low;
}

ALWAYS_INLINE struct four hash_four(struct four codes, int shift)
{
    return (struct four){middle_bits(codes.a, shift), middle_bits(codes.b, shift),
                         middle_bits(codes.c, shift), middle_bits(codes.d, shift)};
}

/* Inputs without a direct table. */
ALWAYS_INLINE struct four other_entries(const struct smet_table *table, struct four codes,
                                        bytes *spoiled)
{
    if (table->shape == SMET__HASHED) {
        struct four places = hash_four(codes, table->shift);
        *spoiled |=
            any_of(pairwise(each(places, entries_of, repeat(table->home)), unlike, codes));
        return each(places, entries_of, repeat(table->low[0]));
    }
    *spoiled |= beyond(largest_of(codes), repeat(table->last));
    if (table->shape == SMET__LONG)
        return long_entries(table, codes);
    codes = each(codes, lesser, repeat(table->cap));
    return each(codes, entries_of, repeat(table->low[0]));
}

ALWAYS_INLINE struct totals sum_complete(const struct rows *rows, size_t row)
{
    const struct smet_kernel_task *task = rows->task;
    bytes direct = all(0), spoiled = masked_of(rows, row);
    struct four totals = four_times(rows->start);
    for (int i = 0; i < task->direct_count; i++) {
        struct four codes = load_four(rows->cells[i].codes + row);
        direct |= any_of(codes);
        codes = each(codes, entries_of, repeat(task->inputs[i].by_code.low[0]));
        totals = pairwise(totals, add_up_to_limit, codes);
    }
    spoiled |= direct & (uint8_t)~(SMET__SIXTEEN - 1);
    for (int i = task->direct_count; i < task->input_count; i++) {
        struct four codes = load_four(rows->cells[i].codes + row);
        codes = other_entries(&task->inputs[i].by_code, codes, &spoiled);
        totals = pairwise(totals, add_up_to_limit, codes);
    }
    return (struct totals){totals, spoiled | (any_of(totals) & SMET__BAD)};
}

ALWAYS_INLINE struct four bands_of_totals(const struct smet_kernel_task *task,
                                          struct four totals)
{
    totals = each(totals, beyond, repeat(task->bands.base));
    return each(totals, entries_of, repeat(task->bands.exact));
}

/* --- rows of any kind ----------------------------------------------------- */

/* What is summed over the items of LANES rows; the rest is as for all. */
struct sums {
    bytes least, width, missing, spoiled;
};

ALWAYS_INLINE bytes unknown_of(const struct cells *cells, bytes codes, size_t row)
{
    bytes unknown = all(0);
    if (cells->has_reserved)
        unknown = equal(codes, cells->reserved);
    if (cells->unknown != NULL)
        unknown |= load(cells->unknown + row);
    return unknown;
}

ALWAYS_INLINE bytes index_of(const struct cells *cells, size_t row)
{
    bytes codes = load(cells->codes + row);
    if (LIKELY(cells->wraps))
        return codes + 1;
    return add_up_to_limit(codes, all(1)) & ~unknown_of(cells, codes, row);
}

/* The places of indexes in the one sixteen of a table. */
ALWAYS_INLINE bytes places_of(const struct smet_table *table, bytes index, struct sums *sums)
{
    if (table->shape == SMET__HASHED) {
        bytes hash = middle_bits(index, table->shift);
        sums->spoiled |= shuffle(repeat(table->home), hash) ^ index;
        return hash;
    }
    sums->spoiled |= beyond(index, repeat(table->last));
    return lesser(index, repeat(table->cap));
}

ALWAYS_INLINE void add_entries(const struct smet_input *input, bytes low, bytes width,
                               struct sums *sums, bool open)
{
    sums->least = add_up_to_limit(sums->least, low);
    sums->width += width;
    if (open)
        sums->missing |= all(input->item) & ~equal(width, all(0));
}

ALWAYS_INLINE void add_short(const struct smet_input *input, bytes places, struct sums *sums,
                             bool open)
{
    const struct smet_table *table = &input->by_index;
    add_entries(input, shuffle(repeat(table->low[0]), places),
                shuffle(repeat(table->width[0]), places), sums, open);
}

ALWAYS_INLINE void add_long(const struct smet_input *input, bytes index, struct sums *sums,
                            bool open)
{
    const struct smet_table *table = &input->by_index;
    bytes low = shuffle(repeat(table->low[0]), index);
    bytes width = shuffle(repeat(table->width[0]), index);
    sums->spoiled |= beyond(index, repeat(table->last));
    for (int s = 1; s < table->count; s++) {
        index -= SMET__SIXTEEN;
        low ^= shuffle(repeat(table->low[s]), index);
        width ^= shuffle(repeat(table->width[s]), index);
    }
    add_entries(input, low, width, sums, open);
}

ALWAYS_INLINE void sum_two(const struct rows *rows, size_t row, struct sums *one,
                           struct sums *two, bool open)
{
    const struct smet_kernel_task *task = rows->task;
    bytes direct_one = all(0), direct_two = all(0);
    for (int i = 0; i < task->direct_count; i++) {
        bytes index_one = index_of(&rows->cells[i], row);
        bytes index_two = index_of(&rows->cells[i], row + LANES);
        direct_one |= index_one;
        direct_two |= index_two;
        add_short(&task->inputs[i], index_one, one, open);
        add_short(&task->inputs[i], index_two, two, open);
    }
    one->spoiled |= direct_one & (uint8_t)~(SMET__SIXTEEN - 1);
    two->spoiled |= direct_two & (uint8_t)~(SMET__SIXTEEN - 1);
    for (int i = task->direct_count; i < task->input_count; i++) {
        const struct smet_input *input = &task->inputs[i];
        bytes index_one = index_of(&rows->cells[i], row);
        bytes index_two = index_of(&rows->cells[i], row + LANES);
        if (input->by_index.shape == SMET__LONG) {
            add_long(input, index_one, one, open);
            add_long(input, index_two, two, open);
            continue;
        }
        index_one = places_of(&input->by_index, index_one, one);
        index_two = places_of(&input->by_index, index_two, two);
        add_short(input, index_one, one, open);
        add_short(input, index_two, two, open);
    }
}

/* In two halves, for which machines have registers enough. */
ALWAYS_INLINE struct ranges sum_any(const struct rows *rows, size_t row, bool open)
{
    struct sums a = {all(rows->start), all(rows->width_start), all(rows->task->missing), all(0)};
    struct sums b = a, c = a, d = a;
    sum_two(rows, row, &a, &b, open);
    sum_two(rows, row + 2 * LANES, &c, &d, open);
    return (struct ranges){{a.least, b.least, c.least, d.least},
                           {a.width, b.width, c.width, d.width},
                           {a.missing, b.missing, c.missing, d.missing},
                           {a.spoiled, b.spoiled, c.spoiled, d.spoiled}};
}

/* A bad row has totals of 255, which lie so far beyond the base that they give no band. */
ALWAYS_INLINE struct four bands_of_ranges(const struct smet_kernel_task *task,
                                          struct four minimum, struct four maximum)
{
    minimum = each(minimum, beyond, repeat(task->bands.base));
    maximum = each(maximum, beyond, repeat(task->bands.base));
    return pairwise(each(minimum, entries_of, repeat(task->bands.from)), both,
                    each(maximum, entries_of, repeat(task->bands.upto)));
}

#endif
