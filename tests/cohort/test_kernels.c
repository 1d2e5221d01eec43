/*
 * Kernels look up whatever entries a table may hold: with gaps, in long runs and
 * in none, unknown and open. What they give is held against the entries read one
 * by one; all kernels give the same bytes.
 */
#include "cohort/lookup.h"
#include "cohort/plan.h"
#include "score/score.h"

#undef COUNT_OF /* the tables have one of their own */
#include "suite.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS = 1500, POINTS = 12 };

/* --- the kernels that the machine can run --------------------------------- */

struct candidate {
    const char *name;
    smet__kernel *kernel;
};

static size_t list_kernels(struct candidate *list)
{
    size_t count = 0;
    list[count++] = (struct candidate){"portable", smet__kernel_portable};
    list[count++] = (struct candidate){"best", smet__kernel_best};
#if defined(SMET__HAVE_AVX2)
    if (__builtin_cpu_supports("avx2"))
        list[count++] = (struct candidate){"avx2", smet__kernel_avx2};
#endif
#if defined(SMET__HAVE_AVX512)
    if (__builtin_cpu_supports("avx512bw"))
        list[count++] = (struct candidate){"avx512", smet__kernel_avx512};
#endif
    return count;
}

/* --- any task -------------------------------------------------------------- */

/* A task, the entries that it was made of, and the cells it is run over. */
struct trial {
    struct smet_kernel_task task;
    int input_count;
    struct smet_entries entries[SMET__INPUTS_MAX];
    uint8_t minimum[SMET__BANDS_MAX], maximum[SMET__BANDS_MAX];
    int band_count;
    size_t rows;
    uint8_t codes[SMET__INPUTS_MAX][ROWS], unknown[SMET__INPUTS_MAX][ROWS];
};

/* A line of one or two points a code, and behind one of the codes of one more: a bend. */
static struct smet_entries bent_entries(suite_random *random)
{
    int slope = 1 + (int)suite_below(random, 2), bend = 1 + (int)suite_below(random, 3);
    struct smet_entries entries = {.is_good = {true}, .last = slope == 1 ? 7 : 5};
    for (int code = 0; code < entries.last; code++) {
        int points = slope * code + (code <= bend ? 0 : code - bend);
        entries.is_good[code + 1] = true;
        entries.least[code + 1] = entries.greatest[code + 1] = (uint8_t)points;
    }
    entries.greatest[0] = 2;
    return entries;
}

/* Every good code in `every` codes, in runs of points of about `run` codes. */
static struct smet_entries any_entries(suite_random *random)
{
    struct smet_entries entries = {.is_good = {true}};
    uint32_t every = suite_chance(random, 60) ? 1 : 1 + suite_below(random, 12);
    uint32_t run = 1 + suite_below(random, 40), open = suite_chance(random, 70) ? 0 : 10;
    int greatest = suite_chance(random, 50) ? 16 : SMET__INDEX_LIMIT - 1;
    int last = 1 + (int)suite_below(random, (uint32_t)greatest);
    uint8_t points = (uint8_t)suite_below(random, POINTS);
    bool rising = suite_chance(random, 30);
    for (int i = 1; i <= last; i++) {
        if (suite_below(random, run) == 0)
            points = (uint8_t)(rising ? (points + 1u) % POINTS : suite_below(random, POINTS));
        entries.is_good[i] = i == last || (uint32_t)i % every == 0;
        entries.least[i] = entries.greatest[i] = points;
        if (suite_chance(random, open))
            entries.greatest[i] = (uint8_t)(points + suite_below(random, POINTS - points));
    }
    entries.last = last;
    entries.least[0] = (uint8_t)suite_below(random, 3);
    entries.greatest[0] = (uint8_t)(entries.least[0] + suite_below(random, POINTS - 3));
    return entries;
}

static uint8_t good_code(suite_random *random, const struct smet_entries *entries)
{
    int index;
    do
        index = 1 + (int)suite_below(random, (uint32_t)entries->last);
    while (!entries->is_good[index]);
    return (uint8_t)(index - 1);
}

/* Cells: stretches of good codes, and of good, unknown and bad ones. */
static void any_cells(suite_random *random, struct trial *trial, int i)
{
    struct smet_input *input = &trial->task.inputs[i];
    uint32_t unknown = 0, bad = 0;
    for (size_t r = 0; r < trial->rows; r++) {
        if (suite_below(random, 300) == 0) {
            unknown = suite_chance(random, 50) ? 0 : 20;
            bad = suite_chance(random, 60) ? 0 : 1;
        }
        trial->codes[i][r] = good_code(random, &trial->entries[i]);
        trial->unknown[i][r] = suite_chance(random, unknown) ? 0xFF : 0;
        if (trial->unknown[i][r] != 0 && input->has_reserved && input->unknown == NULL)
            trial->codes[i][r] = input->reserved;
        if (suite_chance(random, bad))
            trial->codes[i][r] = (uint8_t)suite_below(random, 256);
    }
}

/* False where the task has no room for their steps: three lists of some sixteen each. */
static bool any_bands(suite_random *random, struct trial *trial, int greatest)
{
    enum { STEPS = 3 * 17 };
    int base = greatest > 15 ? greatest - 15 : 0;
    trial->band_count = 1 + (int)suite_below(random, SMET__BANDS_MAX);
    for (int b = 0; b < trial->band_count; b++) {
        int minimum = base + (int)suite_below(random, (uint32_t)(greatest - base + 1));
        trial->minimum[b] = (uint8_t)(minimum == base ? 0 : minimum);
        trial->maximum[b] =
            (uint8_t)(minimum + (int)suite_below(random, (uint32_t)(greatest - minimum + 1)));
    }
    bool has_room = trial->task.step_count <= SMET__STEPS_MAX - STEPS;
    bool is_made = smet__make_band_lookup(trial->minimum, trial->maximum, trial->band_count,
                                          greatest, &trial->task);
    ck_assert(is_made || !has_room);
    return is_made;
}

/* False where the task has no room for the steps. */
static bool any_trial(suite_random *random, struct trial *trial)
{
    int columns[SMET__INPUTS_MAX], greatest = 0;
    struct smet_kernel_task *task = &trial->task;
    memset(task, 0, sizeof *task);
    trial->input_count = (int)suite_below(random, SMET__INPUTS_MAX + 1);
    trial->rows = suite_below(random, ROWS + 1);
    if (suite_chance(random, 30)) { /* an item without a column */
        task->least = 1;
        task->greatest = (uint8_t)(1 + suite_below(random, 4));
        task->missing = task->greatest > 1 ? 0x80 : 0;
        greatest = task->greatest;
    }
    for (int i = 0; i < trial->input_count; i++) {
        trial->entries[i] = suite_chance(random, 20) ? bent_entries(random) : any_entries(random);
        task->inputs[i].item = (uint8_t)(1u << i);
        task->input_count++;
        columns[i] = i;
        greatest += POINTS;
        if (!smet__make_lookups(&trial->entries[i], task, &task->inputs[i]))
            return false;
    }
    const struct trial before = *trial;
    smet__order_inputs(task, columns);
    for (int i = 0; i < trial->input_count; i++)
        trial->entries[i] = before.entries[columns[i]];
    if (!any_bands(random, trial, greatest))
        return false;
    for (int i = 0; i < trial->input_count; i++) {
        struct smet_input *input = &task->inputs[i];
        static const uint8_t usual[] = {255, 255, 254, 128, 0, 77};
        input->codes = trial->codes[i];
        input->unknown = suite_chance(random, 30) ? trial->unknown[i] : NULL;
        input->has_reserved = suite_chance(random, 80);
        input->reserved = usual[suite_below(random, sizeof usual)];
        any_cells(random, trial, i);
    }
    return true;
}

/* --- what is expected ------------------------------------------------------- */

enum { MINIMUM, MAXIMUM, BANDS, MISSING, STATUS, OUTPUTS };

/* A row by the entries themselves. */
static void expected_row(const struct trial *trial, size_t row, uint8_t answer[OUTPUTS])
{
    int least = trial->task.least, greatest = trial->task.greatest;
    uint8_t missing = trial->task.missing, bands = 0;
    for (int i = 0; i < trial->input_count; i++) {
        const struct smet_input *input = &trial->task.inputs[i];
        const struct smet_entries *entries = &trial->entries[i];
        bool is_unknown =
            (input->has_reserved && trial->codes[i][row] == input->reserved) ||
            (input->unknown != NULL && trial->unknown[i][row] != 0);
        int index = is_unknown ? 0 : trial->codes[i][row] + 1;
        if (index > entries->last || !entries->is_good[index]) {
            memcpy(answer, (const uint8_t[OUTPUTS]){255, 255, 0, 0, 1}, OUTPUTS);
            return;
        }
        least += entries->least[index];
        greatest += entries->greatest[index];
        if (entries->least[index] != entries->greatest[index])
            missing |= input->item;
    }
    for (int b = 0; b < trial->band_count; b++)
        if (least <= trial->maximum[b] && greatest >= trial->minimum[b])
            bands |= (uint8_t)(1u << b);
    answer[MINIMUM] = (uint8_t)least;
    answer[MAXIMUM] = (uint8_t)greatest;
    answer[BANDS] = bands;
    answer[MISSING] = least == greatest ? 0 : missing;
    answer[STATUS] = 0;
}

/* Each kernel with some outputs, each at an alignment of its own. */
static void expect_trial(suite_random *random, const struct trial *trial,
                         const struct candidate *kernels, size_t kernel_count)
{
    enum { SPACE = 80 };
    static uint8_t room[OUTPUTS][ROWS + 2 * SPACE];
    uint8_t answer[OUTPUTS];
    for (size_t k = 0; k < kernel_count; k++) {
        uint8_t *to[OUTPUTS];
        memset(room, 0x5A, sizeof room);
        for (int o = 0; o < OUTPUTS; o++)
            to[o] = suite_chance(random, 75) ? room[o] + 1 + suite_below(random, SPACE) : NULL;
        const struct smet_kernel_output output = {to[MINIMUM], to[MAXIMUM], to[BANDS], to[MISSING],
                                                  to[STATUS]};
        kernels[k].kernel(&trial->task, trial->rows, &output);
        for (size_t r = 0; r < trial->rows; r++) {
            expected_row(trial, r, answer);
            for (int o = 0; o < OUTPUTS; o++)
                expect(to[o] == NULL || to[o][r] == answer[o],
                       "%s: row %zu of %zu, output %d: %d, not %d", kernels[k].name, r,
                       trial->rows, o, to[o][r], answer[o]);
        }
        for (int o = 0; o < OUTPUTS; o++)
            expect(to[o] == NULL || (to[o][-1] == 0x5A && to[o][trial->rows] == 0x5A),
                   "%s writes its rows alone", kernels[k].name);
    }
}

START_TEST(test_any_table)
{
    static struct trial trial;
    struct candidate kernels[8];
    size_t kernel_count = list_kernels(kernels);
    suite_random random = 20101215;
    int shapes[4] = {0}, tried = 0;
    for (int round = 0; round < 1200; round++) {
        if (!any_trial(&random, &trial))
            continue;
        tried++;
        for (int i = 0; i < trial.input_count; i++)
            shapes[trial.task.inputs[i].by_index.shape]++;
        expect_trial(&random, &trial, kernels, kernel_count);
    }
    ck_assert_int_gt(tried, 300);
    for (int s = 0; s < 4; s++)
        ck_assert_int_gt(shapes[s], 50); /* every shape was among them */
}
END_TEST

/* --- many rows --------------------------------------------------------------- */

/* Whether rows may be complete: nothing is open but what is unknown. */
static bool can_be_complete(const struct trial *trial)
{
    for (int i = 0; i < trial->input_count; i++)
        if (trial->task.inputs[i].varies != 0)
            return false;
    return trial->task.least == trial->task.greatest;
}

/* A trial of a few inputs, most of whose many rows are complete, or none. */
static void any_long_trial(suite_random *random, struct trial *trial, bool is_complete,
                           uint8_t *cells[SMET__INPUTS_MAX], size_t count)
{
    do
        trial->input_count = 0;
    while (!any_trial(random, trial) || trial->input_count < 2 || trial->input_count > 4 ||
           can_be_complete(trial) != is_complete);
    for (int i = 0; i < trial->input_count; i++) {
        for (size_t r = 0; r < count; r++)
            cells[i][r] = suite_below(random, 1000) == 0
                              ? 255
                              : good_code(random, &trial->entries[i]);
        trial->task.inputs[i].has_reserved = 1;
        trial->task.inputs[i].reserved = 255;
        trial->task.inputs[i].unknown = NULL;
    }
}

/* The outputs, each so many bytes behind where it would begin. */
static struct smet_kernel_output outputs_at(uint8_t *const to[OUTPUTS], bool has_missing,
                                            size_t behind)
{
    return (struct smet_kernel_output){
        .minimum = to[MINIMUM] + behind,
        .maximum = to[MAXIMUM] + behind,
        .bands = to[BANDS] + behind,
        .missing = has_missing ? to[MISSING] + behind : NULL,
        .status = to[STATUS] + behind,
    };
}

/* Rows by the million take another way to memory, whatever the alignment. */
START_TEST(test_many_rows)
{
    enum { COUNT = SMET__STREAMED_ROWS + 321, SPACE = 80, PART = 1000, ALIGNED = 64 };
    static const size_t shifts[][OUTPUTS] = {
        {0, 0, 0, 0, 0}, {16, 16, 16, 16, 16}, {1, 33, 64, 2, 3}, {48, 48, 5, 48, 6}};
    static struct trial trial;
    struct candidate kernels[8];
    size_t kernel_count = list_kernels(kernels);
    suite_random random = 3 + (suite_random)_i;
    uint8_t *cells[SMET__INPUTS_MAX], *room[OUTPUTS], *expected[OUTPUTS];
    for (int i = 0; i < SMET__INPUTS_MAX; i++)
        cells[i] = malloc(COUNT);
    for (int o = 0; o < OUTPUTS; o++) {
        room[o] = malloc(COUNT + 2 * SPACE + ALIGNED);
        expected[o] = malloc(COUNT);
    }
    any_long_trial(&random, &trial, _i == 0, cells, COUNT);
    for (size_t r = 0; r < COUNT; r += PART) {
        const struct smet_kernel_output output = outputs_at(expected, true, r);
        for (int i = 0; i < trial.input_count; i++)
            trial.task.inputs[i].codes = cells[i] + r;
        smet__kernel_portable(&trial.task, COUNT - r < PART ? COUNT - r : PART, &output);
    }
    for (int i = 0; i < trial.input_count; i++)
        trial.task.inputs[i].codes = cells[i];
    for (size_t run = 0; run < 2 * kernel_count * COUNT_OF(shifts); run++) {
        const struct candidate *candidate = &kernels[run / 2 % kernel_count];
        const size_t *shift = shifts[run / 2 / kernel_count];
        bool has_missing = run % 2 == 0;
        uint8_t *to[OUTPUTS];
        for (int o = 0; o < OUTPUTS; o++) {
            to[o] = room[o] + ALIGNED - (uintptr_t)room[o] % ALIGNED + shift[o];
            memset(room[o], 0x5A, COUNT + 2 * SPACE + ALIGNED);
        }
        const struct smet_kernel_output output = outputs_at(to, has_missing, 0);
        candidate->kernel(&trial.task, COUNT, &output);
        for (int o = 0; o < OUTPUTS; o++)
            expect((!has_missing && o == MISSING) ||
                       (memcmp(to[o], expected[o], COUNT) == 0 && to[o][-1] == 0x5A &&
                        to[o][COUNT] == 0x5A),
                   "%s, run %zu, output %d", candidate->name, run, o);
        expect(has_missing || to[MISSING][0] == 0x5A, "%s writes what is not wanted",
               candidate->name);
    }
    for (int i = 0; i < SMET__INPUTS_MAX; i++)
        free(cells[i]);
    for (int o = 0; o < OUTPUTS; o++) {
        free(room[o]);
        free(expected[o]);
    }
}
END_TEST

/* --- no room ------------------------------------------------------------------- */

/* Of points from code 0 on; 255 is a gap. */
static struct smet_entries entries_of_points(const uint8_t least[5], const uint8_t greatest[5])
{
    struct smet_entries entries = {.is_good = {true}, .last = 5};
    for (int i = 0; i < 5; i++) {
        entries.is_good[i + 1] = least[i] != 255;
        entries.least[i + 1] = least[i];
        entries.greatest[i + 1] = greatest[i];
    }
    return entries;
}

/* A table whose steps have no room is refused, whichever kind of step it needs. */
START_TEST(test_no_room_for_steps)
{
    static const uint8_t tables[][2][5] = {
        {{0, 1, 2, 4, 6}, {0, 1, 2, 4, 6}}, /* a bend */
        {{0, 0, 1, 1, 0}, {0, 0, 1, 1, 0}}, /* up and down */
        {{5, 0, 7, 1, 1}, {5, 0, 7, 1, 1}}, /* jumps */
        {{0, 1, 255, 3, 4}, {0, 1, 255, 3, 4}}, /* a gap */
        {{0, 1, 2, 3, 4}, {0, 3, 2, 4, 4}}, /* codes that leave the points open */
    };
    static struct smet_kernel_task task;
    const struct smet_entries entries = entries_of_points(tables[_i][0], tables[_i][1]);
    memset(&task, 0, sizeof task);
    ck_assert(smet__make_lookups(&entries, &task, &task.inputs[0]));
    int needed = task.step_count;
    ck_assert_int_gt(needed, 0);
    task.step_count = SMET__STEPS_MAX - needed;
    ck_assert(smet__make_lookups(&entries, &task, &task.inputs[0]));
    ck_assert_int_eq(task.step_count, SMET__STEPS_MAX);
    for (int left = 0; left < needed; left++) {
        task.step_count = SMET__STEPS_MAX - left;
        ck_assert(!smet__make_lookups(&entries, &task, &task.inputs[0]));
        ck_assert_int_le(task.step_count, SMET__STEPS_MAX);
    }
}
END_TEST

/* Sixteen totals may matter, below SMET__INDEX_LIMIT - 1. */
START_TEST(test_no_room_for_bands)
{
    static const uint8_t minimum[2] = {0, 10}, maximum[2] = {9, 126};
    static struct smet_kernel_task task;
    memset(&task, 0, sizeof task);
    ck_assert(smet__make_band_lookup(minimum, maximum, 2, 9 + SMET__SIXTEEN - 1, &task));
    ck_assert(!smet__make_band_lookup(minimum, maximum, 2, 9 + SMET__SIXTEEN, &task));
    ck_assert(smet__make_band_lookup(minimum, maximum, 1, 10, &task));
    ck_assert(!smet__make_band_lookup(minimum, maximum, 1, SMET__INDEX_LIMIT - 1, &task));
    task.step_count = SMET__STEPS_MAX;
    ck_assert(!smet__make_band_lookup(minimum, maximum, 2, 20, &task));
}
END_TEST

/* --- the tables that there are ------------------------------------------------ */

/* A table that outgrows the kernel would be answered correctly, but row by row. */
START_TEST(test_tables_fit)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        ck_assert_msg(smet__values_next(&smet__fields[f].domain, SMET__INDEX_LIMIT - 1) < 0,
                      "%s has a value beyond SMET__INDEX_LIMIT - 2", smet__fields[f].key);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        const struct smet_instrument_row *row = smet__instruments[i];
        struct smet_column columns[SMET__INPUTS_MAX];
        const struct smet_column *list[SMET__INPUTS_MAX];
        struct smet_plan plan;
        ck_assert_msg(row->item_count <= SMET__INPUTS_MAX, "%s: SMET__INPUTS_MAX", row->key);
        ck_assert_msg(row->band_count <= SMET__BANDS_MAX, "%s: SMET__BANDS_MAX", row->key);
        for (int c = 0; c < row->item_count; c++) {
            const struct smet_mapping *mapping = smet__mapping_of(row->items[c].field);
            columns[c] = (struct smet_column){
                .size = sizeof columns[c],
                .field = mapping == NULL ? row->items[c].field : mapping->from,
                .element = SMET_ELEMENT_UINT8};
            list[c] = &columns[c];
        }
        smet__make_plan(i, list, (size_t)row->item_count, &plan);
        ck_assert_msg(plan.is_plain,
                      "%s: too many steps (SMET__STEPS_MAX), or more than sixteen totals from the "
                      "first band's last one on",
                      row->key);
    }
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *any = suite_case(suite, "any table");
    tcase_add_test(any, test_any_table);
    tcase_add_loop_test(any, test_many_rows, 0, 2);
    TCase *tables = suite_case(suite, "the tables");
    tcase_add_loop_test(tables, test_no_room_for_steps, 0, 5);
    tcase_add_test(tables, test_no_room_for_bands);
    tcase_add_test(tables, test_tables_fit);
}
