/*
 * Entries as sums of steps and slopes, for machines without byte shuffles.
 */
#ifndef SMET_COHORT_KERNEL_STEPS_H
#define SMET_COHORT_KERNEL_STEPS_H

#include "cohort/kernel_rows.h"

static void begin_totals(struct rows *rows)
{
    const struct smet_kernel_task *task = rows->task;
    int straight = 0, other = task->input_count;
    rows->start = task->least;
    rows->width_start = (uint8_t)(task->greatest - task->least);
    for (int i = 0; i < task->input_count; i++) {
        const struct smet_curve *curve = &task->inputs[i].curve;
        rows->start = (uint8_t)(rows->start + curve->start);
        rows->width_start = (uint8_t)(rows->width_start + curve->width_start);
        rows->curved[curve->is_straight ? straight++ : --other] =
            (struct curved){task->inputs[i].codes, curve};
    }
    rows->straight_count = straight;
}

ALWAYS_INLINE struct four add_jumps(const struct smet_kernel_task *task,
                                    const struct smet_steps *jumps, struct four keys,
                                    struct four sums)
{
    const struct smet_step *step = &task->steps[jumps->first];
    for (int s = 0; s < jumps->count; s++, step++) {
        struct four are_beyond = each(keys, greater, load(step->at));
        sums = pairwise(sums, added, each(are_beyond, both, load(step->add)));
    }
    return sums;
}

/* --- complete rows -------------------------------------------------------- */

ALWAYS_INLINE struct four add_straight(const struct smet_kernel_task *task,
                                       const struct smet_curve *entries, struct four codes,
                                       struct four sums)
{
    const struct smet_step *step = &task->steps[entries->bends.first];
    sums = pairwise(sums, added, codes);
    for (int s = 1; UNLIKELY(s < entries->slope); s++)
        sums = pairwise(sums, added, codes);
    for (int s = 0; s < entries->bends.count; s++, step++)
        sums = pairwise(sums, added, each(codes, beyond, load(step->at)));
    return sums;
}

ALWAYS_INLINE struct four add_steps(const struct smet_kernel_task *task,
                                    const struct smet_curve *entries, struct four codes,
                                    struct four sums)
{
    const struct smet_step *step = &task->steps[entries->ups.first];
    for (int s = 0; s < entries->ups.count; s++, step++)
        sums = pairwise(sums, taken_off, each(codes, greater, load(step->at)));
    step = &task->steps[entries->downs.first];
    for (int s = 0; s < entries->downs.count; s++, step++)
        sums = pairwise(sums, added, each(codes, greater, load(step->at)));
    return add_jumps(task, &entries->jumps, codes, sums);
}

/* Not zero where a code lies in a gap. */
ALWAYS_INLINE struct four find_gaps(const struct smet_kernel_task *task,
                                    const struct smet_curve *entries, struct four codes)
{
    const struct smet_step *step = &task->steps[entries->listed.first];
    struct four found = four_times(0);
    if (entries->listed.count == 0)
        return found;
    for (int s = 0; s < entries->listed.count; s++, step++)
        found = pairwise(found, either, each(codes, equal, load(step->at)));
    return entries->gaps_are_listed ? found : each(found, equal, all(0));
}

/* First the columns that are straight, and then the others: few registers serve each. */
ALWAYS_INLINE struct totals sum_complete(const struct rows *rows, size_t row)
{
    const struct smet_kernel_task *task = rows->task;
    const struct curved *column = rows->curved, *end = column + rows->straight_count;
    bytes spoiled = masked_of(rows, row);
    struct four totals = four_times(rows->start);
    for (; column < end; column++) {
        struct four codes = load_four(column->codes + row);
        totals = add_straight(task, column->curve, codes, totals);
        spoiled |= beyond(largest_of(codes), load(column->curve->last));
    }
    for (end = rows->curved + task->input_count; column < end; column++) {
        struct four codes = load_four(column->codes + row);
        totals = add_steps(task, column->curve, codes, totals);
        spoiled |= any_of(find_gaps(task, column->curve, codes));
        spoiled |= beyond(largest_of(codes), load(column->curve->last));
    }
    return (struct totals){totals, spoiled};
}

ALWAYS_INLINE struct four bands_of_totals(const struct smet_kernel_task *task,
                                          struct four totals)
{
    return add_jumps(task, &task->bands.exact_steps, totals,
                     four_times(task->bands.exact_start));
}

/* --- rows of any kind ----------------------------------------------------- */

ALWAYS_INLINE struct four unknown_of(const struct cells *cells, struct four codes, size_t row)
{
    struct four unknown = four_times(0);
    if (cells->has_reserved)
        unknown = each(codes, equal, cells->reserved);
    if (cells->unknown != NULL)
        unknown = pairwise(unknown, either, load_four(cells->unknown + row));
    return unknown;
}

/* An unknown cell is read as code 0, which may be a gap, and then set right. */
ALWAYS_INLINE void add_any(const struct smet_kernel_task *task, const struct smet_input *input,
                           struct four codes, struct four unknown, struct ranges *ranges,
                           bool open)
{
    const struct smet_curve *entries = &input->curve;
    struct four width = each(unknown, both, load(entries->unknown_width));
    codes = pairwise(codes, but_not, unknown);
    ranges->spoiled =
        pairwise(ranges->spoiled, either, each(codes, beyond, load(entries->last)));
    ranges->least = pairwise(ranges->least, added,
                             each(unknown, both, load(entries->unknown_low)));
    if (entries->is_straight) {
        ranges->least = add_straight(task, entries, codes, ranges->least);
    } else {
        struct four gaps = pairwise(find_gaps(task, entries, codes), but_not, unknown);
        ranges->spoiled = pairwise(ranges->spoiled, either, gaps);
        ranges->least = add_steps(task, entries, codes, ranges->least);
        width = add_jumps(task, &entries->width, codes, width);
    }
    ranges->width = pairwise(ranges->width, added, width);
    if (!open)
        return;
    width = each(each(width, added, all(entries->width_start)), equal, all(0));
    ranges->missing = pairwise(ranges->missing, either,
                               pairwise(four_times(input->item), but_not, width));
}

ALWAYS_INLINE struct ranges sum_any(const struct rows *rows, size_t row, bool open)
{
    const struct smet_kernel_task *task = rows->task;
    struct ranges ranges = begin_ranges(rows);
    for (int i = 0; i < task->input_count; i++) {
        struct four codes = load_four(rows->cells[i].codes + row);
        add_any(task, &task->inputs[i], codes, unknown_of(&rows->cells[i], codes, row), &ranges,
                open);
    }
    return ranges;
}

ALWAYS_INLINE struct four bands_of_ranges(const struct smet_kernel_task *task,
                                          struct four minimum, struct four maximum)
{
    const struct smet_band_lookup *bands = &task->bands;
    struct four from = add_jumps(task, &bands->from_steps, minimum, four_times(bands->from_start));
    struct four upto = add_jumps(task, &bands->upto_steps, maximum, four_times(bands->upto_start));
    return pairwise(from, both, upto);
}

#endif
