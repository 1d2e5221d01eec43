/*
 * Rows answered as bit planes are rows answered one by one: dispositions, what is
 * settled, inconsistencies and scores, by the planes of every instruction set. What is
 * expected comes from smet__assess(), which is the authority.
 */
#include "cohort/planes.h"
#include "pathway/assessment.h"

#undef COUNT_OF /* the tables have one of their own */
#include "cohort.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = SMET__BLOCK_ROWS, UNKNOWN = COHORT_UNKNOWN };

/* How many random rows of each kind; CK_EXCLUDE_TAGS=exhaustive leaves the many out. */
enum { SOME = 20 * BLOCK, MANY = 150000 };

/* A table of one column a field. Its cells name values or sets of them. */
static uint8_t *cells[SUITE_FIELDS];
static size_t table_rows;

enum { SETS = 40 };
static uint64_t sets[SUITE_FIELDS][2 * SETS];

static void table_begin(size_t rows)
{
    table_rows = rows;
    for (int f = 0; f < SUITE_FIELDS; f++) {
        cells[f] = malloc(rows);
        memset(cells[f], UNKNOWN, rows);
    }
}

static void table_end(void)
{
    for (int f = 0; f < SUITE_FIELDS; f++)
        free(cells[f]);
}

static void make_record(size_t row, struct smet_record *record)
{
    for (int f = 0; f < SUITE_FIELDS; f++) {
        record->entered[f] = smet__fields[f].domain;
        if (cells[f][row] == UNKNOWN)
            continue;
        record->entered[f] = (struct smet_values){{0, 0}};
        if (cells[f][row] >= SMET_SET_CELL) {
            const uint64_t *set = &sets[f][2 * (cells[f][row] - SMET_SET_CELL)];
            record->entered[f] = (struct smet_values){{set[0], set[1]}};
        } else {
            smet__values_add(&record->entered[f], cells[f][row]);
        }
    }
}

/* The answers to a block of rows. */
struct got {
    uint8_t disposition[SMET__INTERVENTION_COUNT][BLOCK], settled[SMET__INTERVENTION_COUNT][BLOCK];
    uint8_t inconsistent[BLOCK], status[BLOCK];
    uint8_t minimum[SMET__INSTRUMENT_COUNT][BLOCK], maximum[SMET__INSTRUMENT_COUNT][BLOCK];
    uint8_t bands[SMET__INSTRUMENT_COUNT][BLOCK];
    uint8_t relations[SMET__LINKS_MAX][BLOCK], checks[SMET__CHECKS_MAX][BLOCK];
};

static struct got got;
static struct smet_classes classes;
static struct smet_rules_of rules_of;

static void answer(smet__planes *planes, size_t first, size_t count)
{
    struct smet_column columns[SUITE_FIELDS];
    const struct smet_column *list[SUITE_FIELDS];
    uint8_t *dispositions[SMET__INTERVENTION_COUNT], *settled[SMET__INTERVENTION_COUNT];
    for (int f = 0; f < SUITE_FIELDS; f++) {
        columns[f] = (struct smet_column){.size = sizeof columns[f],
                                          .field = f,
                                          .element = SMET_ELEMENT_UINT8,
                                          .has_unknown = 1,
                                          .unknown = UNKNOWN,
                                          .values = cells[f] + first,
                                          .sets = sets[f],
                                          .set_count = SETS};
        list[f] = &columns[f];
    }
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        dispositions[i] = got.disposition[i];
        settled[i] = got.settled[i];
    }
    const struct smet_disposition_arrays standings = {.size = sizeof standings,
                                                      .intervention_count = SMET__INTERVENTION_COUNT,
                                                      .dispositions = dispositions,
                                                      .settled = settled,
                                                      .status = got.status};
    uint8_t *relations[SMET__LINKS_MAX], *reports[SMET__CHECKS_MAX];
    for (int l = 0; l < smet__link_count; l++)
        relations[l] = got.relations[l];
    for (int c = 0; c < smet__inconsistency_count; c++)
        reports[c] = got.checks[c];
    const struct smet_check_arrays checks = {.size = sizeof checks,
                                             .inconsistent = got.inconsistent,
                                             .relation_count = (uint32_t)smet__link_count,
                                             .check_count = (uint32_t)smet__inconsistency_count,
                                             .relations = relations,
                                             .checks = reports};
    struct smet_planes_task task = {.classes = &classes,
                                    .rules_of = &rules_of,
                                    .columns = list,
                                    .column_count = SUITE_FIELDS,
                                    .dispositions = &standings,
                                    .checks = &checks};
    planes(&task, 0, count);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        const struct smet_score_arrays scores = {.size = sizeof scores,
                                                 .minimum = got.minimum[i],
                                                 .maximum = got.maximum[i],
                                                 .bands = got.bands[i]};
        struct smet_planes_task scoring = task;
        scoring.scores = &scores;
        scoring.instrument = i;
        planes(&scoring, 0, count);
    }
}

static void expect_row(size_t row, size_t at)
{
    struct smet_record record;
    struct smet_assessment assessment;
    make_record(row, &record);
    smet__assess(&record, &assessment);
    expect(got.status[at] == SMET_ROW_GOOD, "row %zu is good", row);
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++) {
        const struct smet_standing *standing = &assessment.standings[i];
        expect(got.disposition[i][at] == standing->disposition &&
                   got.settled[i][at] == smet__is_settled(standing),
               "row %zu, %s: %d settled %d, one record gives %d settled %d", row,
               smet__interventions[i].key, got.disposition[i][at], got.settled[i][at],
               standing->disposition, smet__is_settled(standing));
    }
    expect(got.inconsistent[at] == (smet_assessment_inconsistency_count(&assessment) > 0),
           "row %zu: inconsistent %d", row, got.inconsistent[at]);
    for (int l = 0; l < smet__link_count; l++)
        expect(got.relations[l][at] == smet__links_has(assessment.linked.broken, l),
               "row %zu: relation %d", row, l);
    for (int c = 0; c < smet__inconsistency_count; c++)
        expect(got.checks[c][at] == smet__checks_has(assessment.inconsistencies, c),
               "row %zu: check %d", row, c);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        const struct smet_score_state *score = &assessment.scores[i];
        expect(got.minimum[i][at] == __builtin_ctzll(score->totals) &&
                   got.maximum[i][at] == 63 - __builtin_clzll(score->totals) &&
                   got.bands[i][at] == score->bands,
               "row %zu, %s: %d..%d bands %d", row, smet__instruments[i]->key, got.minimum[i][at],
               got.maximum[i][at], got.bands[i][at]);
    }
}

/* Sets of several values of each field: of neighbors and of any, all values among them. */
static void make_sets(void)
{
    suite_random random = 4711;
    for (int f = 0; f < SUITE_FIELDS; f++)
        for (int k = 0; k < SETS; k++) {
            struct smet_values set = {{0, 0}};
            size_t count = smet_value_count(f);
            uint32_t from = suite_below(&random, (uint32_t)count);
            uint32_t members = 1 + suite_below(&random, (uint32_t)count);
            for (uint32_t m = 0; m < members; m++)
                smet__values_add(
                    &set, smet_value_at(f, k % 2 == 0 ? (from + m) % count
                                                      : suite_below(&random, (uint32_t)count)));
            sets[f][2 * k] = set.word[0];
            sets[f][2 * k + 1] = set.word[1];
        }
}

static void expect_table(void)
{
    smet__planes *const all[] = {
        smet__planes_portable,
#if defined(SMET__HAVE_AVX2)
        smet__planes_best,
#endif
    };
    smet__make_classes(&classes);
    smet__make_rules_of(&rules_of);
    for (size_t p = 0; p < sizeof all / sizeof *all; p++)
        for (size_t first = 0; first < table_rows; first += BLOCK) {
            size_t count = table_rows - first < BLOCK ? table_rows - first : BLOCK;
            answer(all[p], first, count);
            for (size_t r = 0; r < count; r++)
                expect_row(first + r, r);
        }
}

/* --- pairs of facts ----------------------------------------------------------- */

/* One value of each class of one field with one of each class of every later one. */
START_TEST(pairs_of_facts)
{
    struct smet_classes made;
    size_t row = 0;
    smet__make_classes(&made);
    int a = _i, count = 0;
    for (int b = a + 1; b < SUITE_FIELDS; b++)
        count += smet__class_count(&made, a) * smet__class_count(&made, b);
    table_begin((size_t)count + 1);
    for (int b = a + 1; b < SUITE_FIELDS; b++)
        for (int i = made.first[a]; i < made.first[a + 1]; i++)
            for (int k = made.first[b]; k < made.first[b + 1]; k++) {
                cells[a][row] = made.example[i];
                cells[b][row++] = made.example[k];
            }
    expect_table();
    table_end();
}
END_TEST

/* --- random rows -------------------------------------------------------------- */

enum kind {
    PATIENTS,
    HALF_KNOWN,
    CONTRADICTORY,
    HALF_CONTRADICTORY,
    FEW_FACTS,
    NARROWED,      /* a third of the cells a value, a third one of several */
    FEW_NARROWED,
    KINDS
};

static void fill_row(suite_random *random, enum kind kind, size_t row)
{
    static const uint32_t known[KINDS] = {100, 50, 100, 50, 8, 66, 15};
    struct suite_patient patient = suite_any_patient(random);
    for (int f = 0; f < SUITE_FIELDS; f++) {
        if (!suite_chance(random, known[kind]))
            continue;
        size_t count = smet_value_count(f);
        smet_value_t value = smet_value_at(f, suite_below(random, (uint32_t)count));
        if (kind == PATIENTS || kind == HALF_KNOWN)
            value = patient.value[f];
        if (kind >= NARROWED && suite_chance(random, 50))
            value = SMET_SET_CELL + (smet_value_t)suite_below(random, SETS);
        if (value >= 0)
            cells[f][row] = (uint8_t)value;
    }
}

static void random_rows(enum kind kind, size_t rows)
{
    suite_random random = 20181 + (unsigned)kind;
    table_begin(rows);
    for (size_t r = 0; r < rows; r++)
        fill_row(&random, kind, r);
    expect_table();
    table_end();
}

START_TEST(some_random_rows)
{
    random_rows(_i, SOME);
}
END_TEST

START_TEST(many_random_rows)
{
    random_rows(_i, MANY);
}
END_TEST

/* --- blocks ------------------------------------------------------------------- */

/* Rows beyond the last of a block are none of its, and change nothing of it. */
START_TEST(every_length_of_a_block)
{
    suite_random random = 77;
    table_begin(BLOCK);
    for (size_t r = 0; r < BLOCK; r++)
        fill_row(&random, HALF_CONTRADICTORY, r);
    smet__make_classes(&classes);
    smet__make_rules_of(&rules_of);
    for (size_t count = 1; count <= BLOCK; count++) {
        memset(&got, 0x5A, sizeof got);
        answer(smet__planes_best, 0, count);
        expect_row(count - 1, count - 1);
        expect(count == BLOCK || (got.status[count] == 0x5A && got.settled[3][count] == 0x5A &&
                                  got.minimum[0][count] == 0x5A),
               "nothing is written behind %zu rows", count);
    }
    table_end();
}
END_TEST

/* A bad cell refuses its row, and leaves those beside it alone. */
START_TEST(bad_rows_among_good_ones)
{
    suite_random random = 78;
    table_begin(BLOCK);
    for (size_t r = 0; r < BLOCK; r++)
        fill_row(&random, HALF_KNOWN, r);
    smet__make_classes(&classes);
    smet__make_rules_of(&rules_of);
    for (size_t r = 0; r < BLOCK; r += 3)
        cells[r % SUITE_FIELDS][r] = 199; /* no field has this value */
    answer(smet__planes_best, 0, BLOCK);
    for (size_t r = 0; r < BLOCK; r++) {
        if (r % 3 != 0) {
            expect_row(r, r);
            continue;
        }
        expect(got.status[r] == SMET_ROW_BAD_CODE && got.inconsistent[r] == 0, "row %zu", r);
        for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
            expect(got.disposition[i][r] == SMET_NO_DISPOSITION && got.settled[i][r] == 0,
                   "row %zu", r);
        for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
            expect(got.minimum[i][r] == SMET_NO_TOTAL && got.maximum[i][r] == SMET_NO_TOTAL &&
                       got.bands[i][r] == 0,
                   "row %zu", r);
    }
    table_end();
}
END_TEST

/* A set without values, or with values of no field, refuses its row; columns of sets say what
 * they are refused for. */
START_TEST(sets_that_are_none)
{
    const uint64_t odd[] = {0, 0, UINT64_C(1) << 40, 0, 2, 0};
    uint8_t codes[] = {SMET_SET_CELL, SMET_SET_CELL + 1, SMET_SET_CELL + 2, SMET_SET_CELL + 3};
    uint8_t status[4], minimum[4], maximum[4];
    struct smet_error error = {.size = sizeof error};
    struct smet_column column = {.size = sizeof column,
                                 .field = SMET_FIELD_PAIN,
                                 .element = SMET_ELEMENT_UINT8,
                                 .values = codes,
                                 .sets = odd,
                                 .set_count = 3};
    const struct smet_column *list[] = {&column};
    const struct smet_score_arrays arrays = {
        .size = sizeof arrays, .minimum = minimum, .maximum = maximum, .status = status};
    ck_assert_int_eq(
        smet_score_columns(SMET_INSTRUMENT_SINS, list, 1, 4, &arrays, &error), SMET_OK);
    /* No value; one that pain has not; one value; a set that the column has not. */
    const uint8_t expected[] = {SMET_ROW_BAD_CODE, SMET_ROW_BAD_CODE, SMET_ROW_GOOD,
                                SMET_ROW_BAD_CODE};
    ck_assert_mem_eq(status, expected, 4);
    ck_assert_int_eq(minimum[2], 1); /* occasional pain that is not mechanical: 1 of SINS */
    ck_assert_int_eq(maximum[2], 16);
    column.set_count = SMET_SETS_MAX + 1;
    ck_assert_int_eq(smet_score_columns(SMET_INSTRUMENT_SINS, list, 1, 4, &arrays, &error),
                     SMET_ERROR_TOO_LARGE);
    column.set_count = 3;
    column.element = SMET_ELEMENT_INT8;
    ck_assert_int_eq(smet_score_columns(SMET_INSTRUMENT_SINS, list, 1, 4, &arrays, &error),
                     SMET_ERROR_WRONG_KIND);
    column.element = SMET_ELEMENT_UINT8;
    column.sets = NULL;
    ck_assert_int_eq(smet_score_columns(SMET_INSTRUMENT_SINS, list, 1, 4, &arrays, &error),
                     SMET_ERROR_NULL_ARGUMENT);
}
END_TEST

void suite_tests(Suite *suite)
{
    make_sets();
    TCase *pairs = suite_case(suite, "pairs of facts");
    tcase_add_loop_test(pairs, pairs_of_facts, 0, SUITE_FIELDS - 1);
    TCase *some = suite_case(suite, "random rows");
    tcase_add_loop_test(some, some_random_rows, 0, KINDS);
    TCase *many = suite_exhaustive_case(suite, "many random rows");
    tcase_add_loop_test(many, many_random_rows, 0, KINDS);
    TCase *blocks = suite_case(suite, "blocks");
    tcase_add_test(blocks, every_length_of_a_block);
    tcase_add_test(blocks, bad_rows_among_good_ones);
    tcase_add_test(blocks, sets_that_are_none);
}
