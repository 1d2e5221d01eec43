/*
 * Columns give the answers of the one-record calls: on every combination of the
 * instruments' own fields, and on random columns of every type, alignment, offset
 * and length. The kernels of all instruction sets give the same bytes.
 */
#include "cohort/kernel.h"
#include "cohort/plan.h"

#undef COUNT_OF /* the tables have one of their own */
#include "cohort.h"

#include <stdlib.h>
#include <string.h>

struct answers {
    uint8_t *minimum, *maximum, *bands, *missing, *status;
};

static struct answers answers_new(size_t rows)
{
    struct answers answers;
    uint8_t **all[] = {&answers.minimum, &answers.maximum, &answers.bands, &answers.missing,
                       &answers.status};
    for (size_t i = 0; i < 5; i++) {
        *all[i] = malloc(rows + 1);
        memset(*all[i], 0x5A, rows + 1); /* the last byte must stay */
    }
    return answers;
}

static void answers_free(struct answers *answers)
{
    free(answers->minimum);
    free(answers->maximum);
    free(answers->bands);
    free(answers->missing);
    free(answers->status);
}

static void run(smet_instrument_t instrument, const struct smet_column *columns, size_t count,
                size_t rows, const struct answers *to)
{
    const struct smet_column *list[SUITE_FIELDS];
    struct smet_error error = {.size = sizeof error};
    const struct smet_score_arrays arrays = {.size = sizeof arrays,
                                             .minimum = to->minimum,
                                             .maximum = to->maximum,
                                             .bands = to->bands,
                                             .missing = to->missing,
                                             .status = to->status};
    for (size_t c = 0; c < count; c++)
        list[c] = &columns[c];
    smet_status_t status = smet_score_columns(instrument, list, count, rows, &arrays, &error);
    expect(status == SMET_OK, "%s", error.message);
}

/* The items that leave more than one value of points, as the one-record call has them. */
static uint8_t open_items(const smet_record *record, smet_instrument_t instrument,
                          const struct smet_score *score)
{
    uint8_t open = 0;
    for (uint32_t i = 0; i < score->item_count && score->minimum != score->maximum; i++) {
        struct smet_score_item item = {.size = sizeof item};
        smet_record_score_item(record, instrument, i, &item, NULL);
        if ((item.points & (item.points - 1)) != 0)
            open |= (uint8_t)(1u << i);
    }
    return open;
}

static void expect_row(smet_instrument_t instrument, const struct cohort *table, size_t row,
                       const struct answers *got, size_t at)
{
    smet_record *record = cohort_record(table, row);
    if (record == NULL) {
        expect(got->status[at] == SMET_ROW_BAD_CODE && got->minimum[at] == SMET_NO_TOTAL &&
                   got->maximum[at] == SMET_NO_TOTAL && got->bands[at] == 0 &&
                   got->missing[at] == 0,
               "row %zu is bad", row);
        return;
    }
    struct smet_score score = {.size = sizeof score};
    smet_record_score(record, instrument, &score, NULL);
    uint8_t open = open_items(record, instrument, &score);
    expect(got->status[at] == SMET_ROW_GOOD && got->minimum[at] == score.minimum &&
               got->maximum[at] == score.maximum && got->bands[at] == score.bands &&
               got->missing[at] == open,
           "instrument %d, row %zu: %d..%d bands %d missing %d status %d; one record gives "
           "%d..%d bands %d missing %d",
           (int)instrument, row, got->minimum[at], got->maximum[at], got->bands[at],
           got->missing[at], got->status[at], (int)score.minimum, (int)score.maximum,
           (int)score.bands, open);
    smet_record_free(record);
}

static void expect_table(smet_instrument_t instrument, const struct cohort *table)
{
    struct smet_column columns[SUITE_FIELDS];
    struct answers got = answers_new(table->rows);
    cohort_bytes(table, columns);
    run(instrument, columns, table->columns, table->rows, &got);
    for (size_t r = 0; r < table->rows; r++)
        expect_row(instrument, table, r, &got, r);
    expect(got.minimum[table->rows] == 0x5A && got.status[table->rows] == 0x5A,
           "nothing is written beyond the rows");
    answers_free(&got);
}

START_TEST(test_every_sins)
{
    const struct cohort_axis axes[] = {
        cohort_axis(SMET_FIELD_LESION_LEVEL, NULL),       cohort_axis(SMET_FIELD_PAIN, NULL),
        cohort_axis(SMET_FIELD_BONE_LESION, NULL),        cohort_axis(SMET_FIELD_ALIGNMENT, NULL),
        cohort_axis(SMET_FIELD_VERTEBRAL_COLLAPSE, NULL), cohort_axis(SMET_FIELD_POSTEROLATERAL_INVOLVEMENT, NULL),
    };
    struct cohort table = cohort_product(axes, COUNT_OF(axes));
    ck_assert_uint_eq(table.rows, 31 * 4 * 4 * 4 * 5 * 4);
    expect_table(SMET_INSTRUMENT_SINS, &table);
    cohort_free(&table);
}
END_TEST

START_TEST(test_every_tomita)
{
    const struct cohort_axis axes[] = {
        cohort_axis(SMET_FIELD_PRIMARY_TUMOR, NULL),
        cohort_axis(SMET_FIELD_VISCERAL_METASTASES, NULL),
        cohort_axis(SMET_FIELD_SOLITARY_LESION, NULL),
        cohort_axis(SMET_FIELD_TUMOR_GROWTH, NULL),
    };
    for (size_t columns = 0; columns <= COUNT_OF(axes); columns++) {
        struct cohort table = cohort_product(axes, columns);
        expect_table(SMET_INSTRUMENT_TOMITA, &table);
        cohort_free(&table);
    }
}
END_TEST

START_TEST(test_every_tokuhashi)
{
    const struct cohort_axis axes[] = {
        cohort_axis(SMET_FIELD_KARNOFSKY, NULL),
        cohort_axis(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, "0 1 2 3 99"),
        cohort_axis(SMET_FIELD_VERTEBRAL_METASTASES, "1 2 3 30"),
        cohort_axis(SMET_FIELD_MAJOR_ORGAN_METASTASES, NULL),
        cohort_axis(SMET_FIELD_PRIMARY_TUMOR, "0 6 9 10 11 14 25 3 1"),
        cohort_axis(SMET_FIELD_FRANKEL, NULL),
    };
    struct cohort table = cohort_product(axes, COUNT_OF(axes));
    expect_table(SMET_INSTRUMENT_TOKUHASHI_REVISED, &table);
    cohort_free(&table);
}
END_TEST

/* --- random columns ------------------------------------------------------- */

/* A random table: a few fields, cells mostly good, some unknown, few bad. */
static struct cohort any_table(suite_random *random)
{
    static const smet_field_t often[] = {
        SMET_FIELD_KARNOFSKY, SMET_FIELD_ECOG, SMET_FIELD_EXTRASPINAL_BONE_METASTASES,
        SMET_FIELD_VERTEBRAL_METASTASES, SMET_FIELD_SOLITARY_LESION, SMET_FIELD_FRANKEL,
        SMET_FIELD_MOTOR_DEFICIT, SMET_FIELD_PRIMARY_TUMOR, SMET_FIELD_LESION_LEVEL,
        SMET_FIELD_PAIN, SMET_FIELD_PAIN_SCORE, SMET_FIELD_REPORTED_SINS,
        SMET_FIELD_VISCERAL_METASTASES, SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_ALIGNMENT};
    struct cohort table = {.rows = 1 + suite_below(random, 300), .columns = 0};
    uint64_t taken = 0;
    uint32_t bad = suite_chance(random, 50) ? 0 : 2;
    for (uint32_t k = 1 + suite_below(random, 8); k > 0; k--) {
        smet_field_t field = suite_chance(random, 80) ? often[suite_below(random, COUNT_OF(often))]
                                                      : (smet_field_t)suite_below(random, SUITE_FIELDS);
        if ((taken & SUITE_BIT(field)) != 0)
            continue;
        taken |= SUITE_BIT(field);
        uint8_t *cells = malloc(table.rows);
        for (size_t r = 0; r < table.rows; r++)
            cells[r] = suite_chance(random, 20) ? COHORT_UNKNOWN
                       : suite_chance(random, bad)
                           ? (uint8_t)(128 + suite_below(random, 70))
                           : (uint8_t)smet_value_at(field, suite_below(random, (uint32_t)smet_value_count(field)));
        table.fields[table.columns] = field;
        table.cells[table.columns++] = cells;
    }
    return table;
}

START_TEST(test_random_columns)
{
    suite_random random = 20180301;
    for (int round = 0; round < 1500; round++) {
        struct cohort table = any_table(&random);
        struct smet_column columns[SUITE_FIELDS];
        char *blocks[SUITE_FIELDS];
        cohort_columns(&random, &table, columns, blocks);
        /* Begin somewhere, end somewhere: the rows of a slice are those of the whole. */
        size_t first = suite_below(&random, (uint32_t)table.rows);
        size_t rows = suite_below(&random, (uint32_t)(table.rows - first)) + 1;
        for (size_t c = 0; c < table.columns; c++) {
            columns[c].values =
                (const char *)columns[c].values + first * cohort_element_size(columns[c].element);
            columns[c].validity_offset += first;
        }
        struct answers got = answers_new(rows);
        for (smet_instrument_t i = 0; i <= SMET_INSTRUMENT_SINS; i++) {
            run(i, columns, table.columns, rows, &got);
            for (size_t r = 0; r < rows; r++)
                expect_row(i, &table, first + r, &got, r);
            expect(got.bands[rows] == 0x5A, "nothing is written beyond the rows");
        }
        answers_free(&got);
        cohort_free_columns(columns, blocks, table.columns);
        cohort_free(&table);
    }
}
END_TEST

START_TEST(test_dispositions)
{
    enum { COUNT = SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS + 1 };
    suite_random random = 7;
    for (int round = 0; round < 60; round++) {
        struct cohort table = any_table(&random);
        struct smet_column columns[SUITE_FIELDS];
        const struct smet_column *list[SUITE_FIELDS];
        uint8_t *verdicts[COUNT], *settled[COUNT], *status = malloc(table.rows);
        cohort_bytes(&table, columns);
        for (size_t c = 0; c < table.columns; c++)
            list[c] = &columns[c];
        for (int i = 0; i < COUNT; i++) {
            verdicts[i] = malloc(table.rows);
            settled[i] = malloc(table.rows);
        }
        const struct smet_disposition_arrays arrays = {.size = sizeof arrays,
                                                       .intervention_count = COUNT,
                                                       .dispositions = verdicts,
                                                       .settled = settled,
                                                       .status = status};
        ck_assert_int_eq(smet_assess_columns(list, table.columns, table.rows, &arrays, NULL),
                         SMET_OK);
        for (size_t r = 0; r < table.rows; r++) {
            smet_record *record = cohort_record(&table, r);
            smet_assessment *assessment = record == NULL ? NULL : smet_assess(record, NULL);
            expect(status[r] == (record == NULL ? SMET_ROW_BAD_CODE : SMET_ROW_GOOD), "status");
            for (int i = 0; i < COUNT; i++) {
                struct smet_disposition one = {.size = sizeof one};
                if (assessment != NULL)
                    smet_assessment_disposition(assessment, i, &one);
                expect(verdicts[i][r] ==
                               (assessment == NULL ? SMET_NO_DISPOSITION : one.disposition) &&
                           settled[i][r] == (assessment == NULL ? 0 : one.is_settled),
                       "row %zu, intervention %d", r, i);
            }
            smet_assessment_free(assessment);
            smet_record_free(record);
        }
        for (int i = 0; i < COUNT; i++) {
            free(verdicts[i]);
            free(settled[i]);
        }
        free(status);
        cohort_free(&table);
    }
}
END_TEST

/* --- kernels -------------------------------------------------------------- */

static void expect_same_bytes(smet__kernel *kernel, const struct smet_kernel_task *task,
                              size_t rows)
{
    struct answers one = answers_new(rows), other = answers_new(rows);
    const struct smet_kernel_output a = {one.minimum, one.maximum, one.bands, one.missing,
                                         one.status};
    const struct smet_kernel_output b = {other.minimum, other.maximum, other.bands, other.missing,
                                         other.status};
    smet__kernel_portable(task, rows, &a);
    kernel(task, rows, &b);
    ck_assert_mem_eq(one.minimum, other.minimum, rows + 1);
    ck_assert_mem_eq(one.maximum, other.maximum, rows + 1);
    ck_assert_mem_eq(one.bands, other.bands, rows + 1);
    ck_assert_mem_eq(one.missing, other.missing, rows + 1);
    ck_assert_mem_eq(one.status, other.status, rows + 1);
    answers_free(&one);
    answers_free(&other);
}

/* Any bytes at all: what is no code must be seen as such by every kernel. */
START_TEST(test_kernels_agree)
{
    static const struct {
        smet_instrument_t instrument;
        smet_field_t fields[3];
    } cases[] = {
        {SMET_INSTRUMENT_SINS,
         {SMET_FIELD_LESION_LEVEL, SMET_FIELD_PAIN, SMET_FIELD_VERTEBRAL_COLLAPSE}},
        {SMET_INSTRUMENT_TOMITA,
         {SMET_FIELD_PRIMARY_TUMOR, SMET_FIELD_VISCERAL_METASTASES, SMET_FIELD_SOLITARY_LESION}},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED,
         {SMET_FIELD_KARNOFSKY, SMET_FIELD_EXTRASPINAL_BONE_METASTASES, SMET_FIELD_FRANKEL}},
    };
    enum { ROWS = 70000 };
    suite_random random = 99;
    uint8_t *cells[3];
    for (int c = 0; c < 3; c++) {
        cells[c] = malloc(ROWS);
        for (size_t r = 0; r < ROWS; r++)
            cells[c][r] = (uint8_t)(c == 0 ? r % 256 : suite_chance(&random, 70) ? r / 256 % 4
                                                                                : suite_below(&random, 256));
    }
    for (size_t k = 0; k < COUNT_OF(cases); k++) {
        struct smet_column columns[3];
        const struct smet_column *list[3];
        struct smet_plan plan;
        for (int c = 0; c < 3; c++) {
            columns[c] = (struct smet_column){.size = sizeof columns[c],
                                              .field = cases[k].fields[c],
                                              .element = SMET_ELEMENT_UINT8,
                                              .values = cells[c]};
            list[c] = &columns[c];
        }
        smet__make_plan(cases[k].instrument, list, 3, &plan);
        ck_assert(plan.is_plain);
        ck_assert_int_eq(plan.task.input_count, 3);
        for (int i = 0; i < 3; i++) {
            plan.task.inputs[i].codes = columns[plan.columns[i]].values;
            plan.task.inputs[i].unknown = NULL;
            plan.task.inputs[i].has_reserved = 1;
            plan.task.inputs[i].reserved = 201;
        }
        expect_same_bytes(smet__kernel_best, &plan.task, ROWS - 3);
#if defined(SMET__HAVE_AVX2)
        if (__builtin_cpu_supports("avx2"))
            expect_same_bytes(smet__kernel_avx2, &plan.task, ROWS - 3);
#endif
#if defined(SMET__HAVE_AVX512)
        if (__builtin_cpu_supports("avx512bw"))
            expect_same_bytes(smet__kernel_avx512, &plan.task, ROWS - 3);
#endif
    }
    for (int c = 0; c < 3; c++)
        free(cells[c]);
}
END_TEST

/* What is plain: columns that give the points of one item each, whatever the others hold. */
START_TEST(test_plans)
{
    static const struct {
        smet_instrument_t instrument;
        const char *fields;
        bool is_plain;
    } cases[] = {
        {SMET_INSTRUMENT_SINS, "lesion_level pain bone_lesion alignment", true},
        {SMET_INSTRUMENT_SINS, "lesion_level pain pain_score", false},
        {SMET_INSTRUMENT_SINS, "pain_score", false},
        {SMET_INSTRUMENT_SINS, "lesion_level ecog", true},
        {SMET_INSTRUMENT_SINS, "lesion_level reported_sins", false},
        {SMET_INSTRUMENT_TOMITA, "primary_tumor visceral_metastases solitary_lesion", true},
        {SMET_INSTRUMENT_TOMITA, "tumor_growth", false},
        {SMET_INSTRUMENT_TOMITA, "extraspinal_bone_metastases", false},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED,
         "karnofsky extraspinal_bone_metastases vertebral_metastases frankel", true},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, "solitary_lesion", false},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, "ecog", false},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, "frankel motor_deficit", false},
    };
    for (size_t k = 0; k < COUNT_OF(cases); k++) {
        struct smet_column columns[8];
        const struct smet_column *list[8];
        struct smet_plan plan;
        size_t count = 0;
        char text[128];
        strcpy(text, cases[k].fields);
        for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
            columns[count] = (struct smet_column){
                .size = sizeof columns[0], .field = smet_term_find(SMET_VOCABULARY_FIELD, word)};
            ck_assert_int_ge(columns[count].field, 0);
            list[count] = &columns[count];
            count++;
        }
        smet__make_plan(cases[k].instrument, list, count, &plan);
        ck_assert_msg(plan.is_plain == cases[k].is_plain, "%s", cases[k].fields);
    }
}
END_TEST

/* --- refusals ------------------------------------------------------------- */

START_TEST(test_refusals)
{
    uint8_t cells[4] = {0, 1, 2, 3}, minimum[4] = {9, 9, 9, 9};
    struct smet_column column = {.size = sizeof column,
                                 .field = SMET_FIELD_PAIN,
                                 .element = SMET_ELEMENT_UINT8,
                                 .values = cells};
    const struct smet_column *list[2] = {&column, &column};
    struct smet_score_arrays arrays = {.size = sizeof arrays, .minimum = minimum};
    struct smet_error error = {.size = sizeof error};
    const smet_instrument_t sins = SMET_INSTRUMENT_SINS;

    ck_assert_int_eq(smet_score_columns(sins, list, 2, 4, &arrays, &error), SMET_ERROR_DUPLICATE);
    ck_assert_str_eq(error.message, "pain: the field has two columns.");
    ck_assert_int_eq(smet_score_columns(9, list, 1, 4, &arrays, &error), SMET_ERROR_UNKNOWN_TERM);
    ck_assert_int_eq(smet_score_columns(sins, NULL, 1, 4, &arrays, &error),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, NULL, &error), SMET_ERROR_NULL_ARGUMENT);
    column.element = 6;
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, &arrays, &error), SMET_ERROR_WRONG_KIND);
    column.element = SMET_ELEMENT_UINT8;
    column.field = 99;
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, &arrays, &error),
                     SMET_ERROR_UNKNOWN_FIELD);
    column.field = SMET_FIELD_PAIN;
    column.values = NULL;
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, &arrays, &error),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 0, &arrays, &error), SMET_OK);
    column.values = cells;
    column.size = 8;
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, &arrays, &error), SMET_ERROR_STRUCT_SIZE);
    column.size = sizeof column;
    arrays.size = 4;
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, &arrays, &error), SMET_ERROR_STRUCT_SIZE);
    arrays.size = sizeof arrays;
    for (int i = 0; i < 4; i++)
        ck_assert_uint_eq(minimum[i], 9);

    struct smet_disposition_arrays standings = {.size = sizeof standings};
    ck_assert_int_eq(smet_assess_columns(list, 2, 4, &standings, &error), SMET_ERROR_DUPLICATE);
    ck_assert_int_eq(smet_assess_columns(list, 1, 4, NULL, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assess_columns(list, 1, 4, &standings, &error), SMET_OK);

    /* One bad code spoils its row alone. */
    ck_assert_int_eq(smet_score_columns(sins, list, 1, 4, &arrays, &error), SMET_OK);
    ck_assert_uint_eq(minimum[0], 0);
    ck_assert_uint_eq(minimum[2], 3); /* mechanical pain: 3 points, Fisher 2010 */
    ck_assert_uint_eq(minimum[3], SMET_NO_TOTAL);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *every = suite_case(suite, "every combination");
    tcase_add_test(every, test_every_sins);
    tcase_add_test(every, test_every_tomita);
    tcase_add_test(every, test_every_tokuhashi);
    TCase *random = suite_case(suite, "random columns");
    tcase_add_test(random, test_random_columns);
    tcase_add_test(random, test_dispositions);
    TCase *inside = suite_case(suite, "inside");
    tcase_add_test(inside, test_kernels_agree);
    tcase_add_test(inside, test_plans);
    tcase_add_test(inside, test_refusals);
}
