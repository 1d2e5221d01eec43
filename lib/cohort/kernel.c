/*
 * Compiled once for each instruction set, with KERNEL as the name. Machines with
 * byte shuffles look entries up; others sum steps.
 */
#include "cohort/kernel_rows.h"

#if defined(HAS_SHUFFLE)
#include "cohort/kernel_shuffles.h"
#else
#include "cohort/kernel_steps.h"
#endif

/* After a bundle that was not complete, so many are not taken for complete. */
enum { PATIENCE = 16 };

static void begin_rows(struct rows *rows)
{
    const struct smet_kernel_task *task = rows->task;
    begin_totals(rows);
    for (int i = 0; i < task->input_count; i++) {
        const struct smet_input *input = &task->inputs[i];
        rows->has_masks |= input->unknown != NULL;
        rows->cells[i] = (struct cells){
            .codes = input->codes,
            .unknown = input->unknown,
            .wraps = input->unknown == NULL && input->has_reserved &&
                     input->reserved == SMET__WRAPPING,
            .has_reserved = input->has_reserved,
            .reserved = all(input->reserved),
        };
    }
}

/* --- outputs -------------------------------------------------------------- */

/* Outputs, and which of them are streamed. */
struct outputs {
    uint8_t *to[5];
    bool streamed[5];
};

enum { MINIMUM, MAXIMUM, BANDS, MISSING, STATUS, OUTPUTS };

ALWAYS_INLINE void put(const struct outputs *outputs, int output, size_t row, struct four values,
                       bool streams)
{
    uint8_t *to = outputs->to[output] + row;
    bool streamed = streams && outputs->streamed[output];
    if (LIKELY(!streamed)) {
        store(to, values.a);
        store(to + LANES, values.b);
        store(to + 2 * LANES, values.c);
        store(to + 3 * LANES, values.d);
    } else {
        stream(to, values.a);
        stream(to + LANES, values.b);
        stream(to + 2 * LANES, values.c);
        stream(to + 3 * LANES, values.d);
    }
}

/* False, and nothing is written, if some row is not complete. */
ALWAYS_INLINE bool take_complete(const struct rows *rows, size_t row,
                                 const struct outputs *outputs)
{
    const struct totals totals = sum_complete(rows, row);
    if (UNLIKELY(has_any(totals.spoiled)))
        return false;
    if (outputs->to[MINIMUM] != NULL)
        put(outputs, MINIMUM, row, totals.of, true);
    if (outputs->to[MAXIMUM] != NULL)
        put(outputs, MAXIMUM, row, totals.of, true);
    if (outputs->to[BANDS] != NULL)
        put(outputs, BANDS, row, bands_of_totals(rows->task, totals.of), true);
    if (outputs->to[MISSING] != NULL)
        put(outputs, MISSING, row, four_times(0), true);
    if (outputs->to[STATUS] != NULL)
        put(outputs, STATUS, row, four_times(0), true);
    return true;
}

/* `open`: whether open items are asked for; `streams`: whether some outputs may be streamed. */
ALWAYS_INLINE void take_any(const struct rows *rows, size_t row, const struct outputs *outputs,
                            bool open, bool streams)
{
    const struct ranges ranges = sum_any(rows, row, open);
    struct four bad = pairwise(ranges.least, marked, ranges.spoiled);
    struct four minimum = pairwise(ranges.least, either, bad);
    struct four maximum = pairwise(pairwise(ranges.least, added, ranges.width), either, bad);
    if (outputs->to[MINIMUM] != NULL)
        put(outputs, MINIMUM, row, minimum, streams);
    if (outputs->to[MAXIMUM] != NULL)
        put(outputs, MAXIMUM, row, maximum, streams);
    if (outputs->to[BANDS] != NULL)
        put(outputs, BANDS, row,
            pairwise(bands_of_ranges(rows->task, minimum, maximum), but_not, bad), streams);
    if (open) {
        struct four closed = pairwise(bad, either, pairwise(minimum, equal, maximum));
        put(outputs, MISSING, row, pairwise(ranges.missing, but_not, closed), streams);
    }
    if (outputs->to[STATUS] != NULL)
        put(outputs, STATUS, row, each(bad, both, all(1)), streams);
}

/* --- loops ---------------------------------------------------------------- */

static size_t least_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Rows that fill no bundle go through a bundle of their own. */
static void take_rest(const struct rows *rows, size_t row, size_t count,
                      const struct outputs *outputs)
{
    uint8_t room[2 * SMET__INPUTS_MAX][BUNDLE], answers[OUTPUTS][BUNDLE];
    struct rows own = *rows;
    struct outputs to = {{NULL}, {false}};
    for (int i = 0; i < rows->task->input_count; i++) {
        memset(room[2 * i], 0, BUNDLE);
        memcpy(room[2 * i], rows->cells[i].codes + row, count);
        own.cells[i].codes = room[2 * i];
        if (rows->cells[i].unknown == NULL)
            continue;
        memset(room[2 * i + 1], 0, BUNDLE);
        memcpy(room[2 * i + 1], rows->cells[i].unknown + row, count);
        own.cells[i].unknown = room[2 * i + 1];
    }
    for (int o = 0; o < OUTPUTS; o++)
        to.to[o] = outputs->to[o] == NULL ? NULL : answers[o];
    to.to[MISSING] = answers[MISSING];
    take_any(&own, 0, &to, true, false);
    for (int o = 0; o < OUTPUTS; o++)
        if (outputs->to[o] != NULL)
            memcpy(outputs->to[o] + row, answers[o], count);
}

/* Whether rows can be complete, and codes alone tell which are not. */
static bool can_be_complete(const struct smet_kernel_task *task)
{
    if (task->least != task->greatest)
        return false;
    for (int i = 0; i < task->input_count; i++) {
        const struct smet_input *input = &task->inputs[i];
        if (input->varies || (input->has_reserved && input->reserved <= input->curve.last[0]))
            return false;
    }
    return true;
}

/* Sets which outputs are streamed, and gives the rows before the first that is aligned. */
static size_t begin_streams(size_t count, struct outputs *outputs)
{
    size_t before = 0;
    if (count < SMET__STREAMED_ROWS)
        return 0;
    for (int o = OUTPUTS - 1; o >= 0; o--)
        if (outputs->to[o] != NULL)
            before = -(uintptr_t)outputs->to[o] % LINE;
    for (int o = 0; o < OUTPUTS; o++)
        outputs->streamed[o] = ((uintptr_t)outputs->to[o] + before) % LANES == 0;
    return before;
}

void KERNEL(const struct smet_kernel_task *task, size_t count,
            const struct smet_kernel_output *output)
{
    struct outputs outputs = {{output->minimum, output->maximum, output->bands, output->missing,
                               output->status},
                              {false}};
    struct rows rows = {.task = task};
    begin_rows(&rows);
    size_t row = 0, unaligned = begin_streams(count, &outputs);
    for (; row < unaligned; row += least_size(BUNDLE, unaligned - row))
        take_rest(&rows, row, least_size(BUNDLE, unaligned - row), &outputs);
    size_t next_try = can_be_complete(task) ? row : count;
    for (; row + BUNDLE <= count; row += BUNDLE) {
        if (row >= next_try) {
            if (take_complete(&rows, row, &outputs))
                continue;
            next_try = row + PATIENCE * BUNDLE;
        }
        if (outputs.to[MISSING] != NULL)
            take_any(&rows, row, &outputs, true, true);
        else
            take_any(&rows, row, &outputs, false, true);
    }
    if (row < count)
        take_rest(&rows, row, count - row, &outputs);
    if (count >= SMET__STREAMED_ROWS)
        end_streams();
}
