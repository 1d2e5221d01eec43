#include "cohort/lookup.h"


#include <limits.h>
#include <string.h>

static void fill(smet_sixteen sixteen, int value)
{
    memset(sixteen, value, SMET__SIXTEEN);
}

/* --- tables ------------------------------------------------------------ */

/* Entries from some index on, by their distance from it: all indexes, or all codes. */
struct part {
    const bool *is_good;
    const uint8_t *least, *greatest;
    int last;
};

static struct part part_from(const struct smet_entries *entries, int first)
{
    return (struct part){entries->is_good + first, entries->least + first,
                         entries->greatest + first, entries->last - first};
}

/* From where on all entries are alike, none being a gap. */
static int first_alike(const struct part *part)
{
    int first = part->last;
    while (first > 0 && part->is_good[first - 1] &&
           part->least[first - 1] == part->least[first] &&
           part->greatest[first - 1] == part->greatest[first])
        first--;
    return first;
}

static int hash_of(int at, int shift)
{
    return at >> shift & (SMET__SIXTEEN - 1);
}

/* Whether four bits from bit `shift` on tell all that is good apart. */
static bool hashes(const struct part *part, int shift)
{
    unsigned taken = 0;
    for (int i = 0; i <= part->last; i++) {
        unsigned place = part->is_good[i] ? 1u << hash_of(i, shift) : 0;
        if ((taken & place) != 0)
            return false;
        taken |= place;
    }
    return true;
}

static void put_entry(const struct part *part, int at, int place, struct smet_table *table)
{
    int s = place / SMET__SIXTEEN, p = place % SMET__SIXTEEN;
    if (!part->is_good[at])
        return;
    table->low[s][p] = part->least[at];
    table->width[s][p] = (uint8_t)(part->greatest[at] - part->least[at]);
}

static void make_hash(const struct part *part, int shift, struct smet_table *table)
{
    table->shape = SMET__HASHED;
    table->shift = (uint8_t)shift;
    fill(table->home, 0xFF);
    for (int i = 0; i <= part->last; i++)
        if (part->is_good[i]) {
            table->home[hash_of(i, shift)] = (uint8_t)i;
            put_entry(part, i, hash_of(i, shift), table);
        }
}

static void make_long(const struct part *part, struct smet_table *table)
{
    table->shape = SMET__LONG;
    table->count = (uint8_t)(part->last / SMET__SIXTEEN + 1);
    for (int i = 0; i <= part->last; i++)
        put_entry(part, i, i, table);
    for (int s = table->count - 1; s > 0; s--)
        for (int p = 0; p < SMET__SIXTEEN; p++) {
            table->low[s][p] ^= table->low[s - 1][p];
            table->width[s][p] ^= table->width[s - 1][p];
        }
}

static void make_table(const struct part *part, struct smet_table *table)
{
    enum { SHIFT_MAX = 4 };
    int cap = first_alike(part), shift = 1;
    memset(table->low, SMET__BAD, sizeof table->low);
    memset(table->width, 0, sizeof table->width);
    table->count = 1;
    fill(table->last, part->last);
    fill(table->cap, cap);
    if (cap < SMET__SIXTEEN) {
        table->shape = part->last < SMET__SIXTEEN ? SMET__DIRECT : SMET__CAPPED;
        for (int i = 0; i <= part->last && i < SMET__SIXTEEN; i++)
            put_entry(part, i, i, table);
        return;
    }
    while (shift <= SHIFT_MAX && !hashes(part, shift))
        shift++;
    if (shift <= SHIFT_MAX)
        make_hash(part, shift, table);
    else
        make_long(part, table);
}

/* --- steps ------------------------------------------------------------- */

/* Room for as many steps, which follow on those of the task. */
static bool begin_steps(struct smet_kernel_task *task, int count, struct smet_steps *steps)
{
    if (task->step_count + count > SMET__STEPS_MAX)
        return false;
    steps->first = (uint8_t)task->step_count;
    steps->count = 0;
    return true;
}

static void put_step(struct smet_kernel_task *task, struct smet_steps *steps, int at, int add)
{
    struct smet_step *step = &task->steps[task->step_count++];
    fill(step->at, at);
    fill(step->add, add);
    steps->count++;
}

/* The changes in the values of a table that are by `change`, or by anything else for 0. */
static bool make_steps(const uint8_t *values, int count, int change,
                       struct smet_kernel_task *task, struct smet_steps *steps)
{
    int needed = 0;
    for (int pass = 0; pass < 2; pass++) {
        if (pass == 1 && !begin_steps(task, needed, steps))
            return false;
        for (int i = 1; i < count; i++) {
            int add = values[i] - values[i - 1];
            if (change != 0 ? add != change : add >= -1 && add <= 1)
                continue;
            needed++;
            if (pass == 1)
                put_step(task, steps, i - 1, add);
        }
    }
    return true;
}

/* All changes in the values of a table. */
static bool make_jumps(const uint8_t *values, int count, struct smet_kernel_task *task,
                       struct smet_steps *steps)
{
    int needed = 0;
    for (int i = 1; i < count; i++)
        needed += values[i] != values[i - 1];
    if (!begin_steps(task, needed, steps))
        return false;
    for (int i = 1; i < count; i++)
        if (values[i] != values[i - 1])
            put_step(task, steps, i - 1, values[i] - values[i - 1]);
    return true;
}

/* By how much the slope of a table changes at an index that is neither its first nor last. */
static int bend(const uint8_t *values, int at)
{
    return values[at + 1] - 2 * values[at] + values[at - 1];
}

/* How many instructions a table takes as bends, or as steps; INT_MAX if it cannot be. */
static int bends_cost(const uint8_t *values, int count)
{
    int slope = count > 1 ? values[1] - values[0] : 0, bends = 0;
    if (slope < 1)
        return INT_MAX;
    for (int i = 1; i + 1 < count; i++) {
        if (bend(values, i) < 0)
            return INT_MAX;
        bends += bend(values, i);
    }
    return slope + 2 * bends;
}

static int steps_cost(const uint8_t *values, int count)
{
    int cost = 0;
    for (int i = 1; i < count; i++) {
        int add = values[i] - values[i - 1];
        cost += add == 0 ? 0 : add == 1 || add == -1 ? 2 : 3;
    }
    return cost;
}

/* Least points as a curve without steps. */
static bool make_straight(const uint8_t *values, int count, struct smet_kernel_task *task,
                          struct smet_curve *curve)
{
    int bends = 0;
    curve->is_straight = 1;
    curve->slope = (uint8_t)(values[1] - values[0]);
    for (int i = 1; i + 1 < count; i++)
        bends += bend(values, i);
    if (!begin_steps(task, bends, &curve->bends))
        return false;
    for (int i = 1; i + 1 < count; i++)
        for (int n = bend(values, i); n > 0; n--)
            put_step(task, &curve->bends, i, 0);
    return true;
}

/* Least points, in whichever way takes fewer instructions. */
static bool make_low(const uint8_t *values, int count, struct smet_kernel_task *task,
                     struct smet_curve *curve)
{
    curve->start = values[0];
    if (curve->width.count == 0 && curve->listed.count == 0 &&
        bends_cost(values, count) <= steps_cost(values, count))
        return make_straight(values, count, task, curve);
    curve->is_straight = 0;
    bool fits = make_steps(values, count, 1, task, &curve->ups);
    fits &= make_steps(values, count, -1, task, &curve->downs);
    fits &= make_steps(values, count, 0, task, &curve->jumps);
    return fits;
}

/* The gaps, or all that is good, whatever is less. */
static bool make_gaps(const struct part *codes, struct smet_kernel_task *task,
                      struct smet_curve *curve)
{
    int good = 0, gaps = 0;
    for (int i = 0; i <= codes->last; i++)
        *(codes->is_good[i] ? &good : &gaps) += 1;
    curve->gaps_are_listed = gaps <= good;
    if (!begin_steps(task, gaps <= good ? gaps : good, &curve->listed))
        return false;
    for (int i = 0; i <= codes->last; i++)
        if (codes->is_good[i] != (curve->gaps_are_listed != 0))
            put_step(task, &curve->listed, i, 0);
    return true;
}

/* A gap may give what its neighbor gives, so that it takes no step. */
static bool make_curve(const struct smet_entries *entries, struct smet_kernel_task *task,
                      struct smet_curve *curve)
{
    const struct part codes = part_from(entries, 1);
    uint8_t low[SMET__INDEX_LIMIT] = {0}, width[SMET__INDEX_LIMIT] = {0};
    for (int i = codes.last; i >= 0; i--) {
        low[i] = codes.is_good[i] ? codes.least[i] : low[i + 1];
        width[i] = codes.is_good[i] ? (uint8_t)(codes.greatest[i] - codes.least[i]) : width[i + 1];
    }
    memset(curve, 0, sizeof *curve);
    fill(curve->last, codes.last);
    fill(curve->unknown_low, entries->least[0] - low[0]);
    fill(curve->unknown_width, entries->greatest[0] - entries->least[0] - width[0]);
    curve->width_start = width[0];
    bool fits = make_jumps(width, codes.last + 1, task, &curve->width);
    fits &= make_gaps(&codes, task, curve);
    fits &= make_low(low, codes.last + 1, task, curve);
    return fits;
}

bool smet__make_lookups(const struct smet_entries *entries, struct smet_kernel_task *task,
                        struct smet_input *input)
{
    const struct part codes = part_from(entries, 1), indexes = part_from(entries, 0);
    input->varies = 0;
    for (int i = 0; i <= codes.last; i++)
        if (codes.is_good[i] && codes.least[i] != codes.greatest[i])
            input->varies = 1;
    make_table(&codes, &input->by_code);
    make_table(&indexes, &input->by_index);
    return make_curve(entries, task, &input->curve);
}

void smet__order_inputs(struct smet_kernel_task *task, int *columns)
{
    task->direct_count = 0;
    for (int i = 0; i < task->input_count; i++) {
        const struct smet_input input = task->inputs[i];
        int to = task->direct_count, column = columns[i];
        if (input.by_code.shape != SMET__DIRECT || input.by_index.shape != SMET__DIRECT)
            continue;
        task->inputs[i] = task->inputs[to];
        task->inputs[to] = input;
        columns[i] = columns[to];
        columns[to] = column;
        task->direct_count++;
    }
}

/* --- bands ------------------------------------------------------------- */

bool smet__make_band_lookup(const uint8_t *minimum, const uint8_t *maximum, int count,
                            int greatest, struct smet_kernel_task *task)
{
    struct smet_band_lookup *bands = &task->bands;
    uint8_t from[SMET__INDEX_LIMIT] = {0}, upto[SMET__INDEX_LIMIT] = {0};
    uint8_t exact[SMET__INDEX_LIMIT] = {0};
    if (greatest >= SMET__INDEX_LIMIT - 1)
        return false;
    for (int total = 0; total <= greatest; total++) {
        for (int b = 0; b < count; b++) {
            from[total] |= (uint8_t)(total <= maximum[b] ? 1u << b : 0);
            upto[total] |= (uint8_t)(total >= minimum[b] ? 1u << b : 0);
        }
        exact[total] = from[total] & upto[total];
    }
    int base = 0;
    while (base < greatest && from[base + 1] == from[0] && upto[base + 1] == upto[0])
        base++;
    if (greatest - base >= SMET__SIXTEEN)
        return false;
    fill(bands->base, base);
    for (int place = 0; place < SMET__SIXTEEN; place++) {
        bool is_total = base + place <= greatest;
        bands->from[place] = is_total ? from[base + place] : 0;
        bands->upto[place] = is_total ? upto[base + place] : 0;
        bands->exact[place] = is_total ? exact[base + place] : 0;
    }
    bands->from_start = from[0];
    bands->upto_start = upto[0];
    bands->exact_start = exact[0];
    bool fits = make_jumps(from, greatest + 1, task, &bands->from_steps);
    fits &= make_jumps(upto, greatest + 1, task, &bands->upto_steps);
    fits &= make_jumps(exact, greatest + 1, task, &bands->exact_steps);
    return fits;
}
