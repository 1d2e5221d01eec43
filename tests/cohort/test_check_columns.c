/*
 * smet_check_columns() flags the rows whose assessment lists an inconsistency and
 * no others: on every combination of the fields that links tie to each other, and
 * on random patients, whole and contradicting themselves, in columns of every
 * type, alignment, offset and length. What is expected comes from smet_assess().
 */
#include "cohort/planes.h"
#include "core/linked.h"
#include "pathway/assessment.h"

#undef COUNT_OF /* the tables have one of their own */
#include "cohort.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What smet_assess() says of a row. */
static uint8_t is_inconsistent(const struct cohort *table, size_t row, uint8_t *status)
{
    smet_record *record = cohort_record(table, row);
    uint8_t inconsistent = 0;
    *status = record == NULL ? SMET_ROW_BAD_CODE : SMET_ROW_GOOD;
    if (record != NULL) {
        smet_assessment *assessment = suite_assess_record(record);
        inconsistent = smet_assessment_inconsistency_count(assessment) > 0;
        smet_assessment_free(assessment);
    }
    smet_record_free(record);
    return inconsistent;
}

static void check(const struct smet_column *columns, size_t count, size_t rows,
                  uint8_t *inconsistent, uint8_t *status)
{
    const struct smet_column *list[SUITE_FIELDS];
    struct smet_error error = {.size = sizeof error};
    const struct smet_check_arrays arrays = {
        .size = sizeof arrays, .inconsistent = inconsistent, .status = status};
    for (size_t c = 0; c < count; c++)
        list[c] = &columns[c];
    expect(smet_check_columns(list, count, rows, &arrays, &error) == SMET_OK, "%s",
           error.message);
}

static void describe_row(const struct cohort *table, size_t row, char text[2048])
{
    text[0] = '\0';
    for (size_t c = 0; c < table->columns; c++) {
        char cell[80];
        if (table->cells[c][row] == COHORT_UNKNOWN)
            continue;
        snprintf(cell, sizeof cell, "%s=%d", suite_key(SMET_VOCABULARY_FIELD, table->fields[c]),
                 table->cells[c][row]);
        suite_append(text, 2048, " ", cell);
    }
}

/* Checks columns that hold the rows of a table from `first` on; returns how many are flagged. */
static size_t expect_rows(const struct cohort *table, const struct smet_column *columns,
                          size_t first, size_t rows)
{
    uint8_t *inconsistent = malloc(rows + 1), *status = malloc(rows + 1);
    size_t flagged = 0;
    inconsistent[rows] = status[rows] = 0x5A;
    check(columns, table->columns, rows, inconsistent, status);
    for (size_t r = 0; r < rows; r++) {
        uint8_t expected_status;
        uint8_t expected = is_inconsistent(table, first + r, &expected_status);
        flagged += expected;
        if (inconsistent[r] == expected && status[r] == expected_status)
            continue;
        char text[2048];
        describe_row(table, first + r, text);
        ck_abort_msg("row %zu: inconsistent %d, status %d; expected %d and %d: %s", first + r,
                     inconsistent[r], status[r], expected, expected_status, text);
    }
    expect(inconsistent[rows] == 0x5A && status[rows] == 0x5A,
           "nothing is written beyond the rows");
    free(inconsistent);
    free(status);
    return flagged;
}

/* --- every combination of tied fields ------------------------------------- */

static size_t expect_product(const struct cohort_axis *axes, size_t count)
{
    struct cohort table = cohort_product(axes, count);
    struct smet_column columns[SUITE_FIELDS];
    cohort_bytes(&table, columns);
    size_t flagged = expect_rows(&table, columns, 0, table.rows);
    cohort_free(&table);
    return flagged;
}

START_TEST(every_combination_of_tied_fields)
{
    const struct smet_fields tied = smet__tied(smet__link_fields(&smet__links[_i]));
    struct cohort_axis axes[SUITE_FIELDS];
    size_t count = 0;
    for (int l = 0; l < _i; l++)
        if (smet__link_meets(&smet__links[l], tied))
            return; /* the group of an earlier link */
    SMET__FOR_EACH(f, tied)
        axes[count++] = cohort_axis(f, NULL);
    ck_assert_uint_gt(expect_product(axes, count), 0);
}
END_TEST

/* Fields of the checks of record.md that no link ties together; the tied ones thinned out. */
START_TEST(every_combination_of_checked_fields)
{
    const struct cohort_axis compression[] = {
        cohort_axis(SMET_FIELD_NERVE_ROOT_COMPRESSION, NULL),
        cohort_axis(SMET_FIELD_EPIDURAL_DISEASE, NULL),
        cohort_axis(SMET_FIELD_ESCC, NULL),
        cohort_axis(SMET_FIELD_OSSEOUS_COMPRESSION, NULL),
    };
    const struct cohort_axis sphincters[] = {
        cohort_axis(SMET_FIELD_NERVE_ROOT_COMPRESSION, NULL),
        cohort_axis(SMET_FIELD_EPIDURAL_DISEASE, NULL),
        cohort_axis(SMET_FIELD_ESCC, "0 2 4"),
        cohort_axis(SMET_FIELD_CAUDA_EQUINA_SYNDROME, NULL),
        cohort_axis(SMET_FIELD_FRANKEL, "1 4"),
        cohort_axis(SMET_FIELD_BLADDER, NULL),
        cohort_axis(SMET_FIELD_BOWEL, NULL),
        cohort_axis(SMET_FIELD_MOTOR_DEFICIT, NULL),
        cohort_axis(SMET_FIELD_SENSORY_DEFICIT, "0"),
    };
    const struct cohort_axis overrides[] = {
        cohort_axis(SMET_FIELD_PRIMARY_TUMOR, NULL),
        cohort_axis(SMET_FIELD_TUMOR_GROWTH, NULL),
        cohort_axis(SMET_FIELD_HYPERVASCULAR, NULL),
        cohort_axis(SMET_FIELD_VISCERAL_METASTASES, NULL),
        cohort_axis(SMET_FIELD_REPORTED_TOMITA, NULL),
    };
    const struct cohort_axis stability[] = {
        cohort_axis(SMET_FIELD_LESION_LEVEL, "5 8 20 25 26 28"),
        cohort_axis(SMET_FIELD_PAIN, NULL),
        cohort_axis(SMET_FIELD_PAIN_SCORE, "0 5"),
        cohort_axis(SMET_FIELD_ALIGNMENT, NULL),
        cohort_axis(SMET_FIELD_VERTEBRAL_COLLAPSE, "0 3"),
        cohort_axis(SMET_FIELD_STABILITY, NULL),
        cohort_axis(SMET_FIELD_REPORTED_SINS, NULL),
    };
    static const size_t most[] = {COUNT_OF(compression), COUNT_OF(sphincters),
                                  COUNT_OF(overrides), COUNT_OF(stability)};
    const struct cohort_axis *all[] = {compression, sphincters, overrides, stability};
    ck_assert_uint_gt(expect_product(all[_i], most[_i]), 0);
}
END_TEST

/* --- random patients ------------------------------------------------------ */

/* Rows of one cohort: patients in whom every link holds, a few cells of some drawn again. */
static struct cohort any_cohort(suite_random *random, size_t rows)
{
    struct cohort table = {.rows = rows};
    uint32_t share = 10 + suite_below(random, 91), unknown = suite_below(random, 60);
    uint32_t wild = suite_below(random, 4), bad = suite_chance(random, 30) ? 1 : 0;
    bool has_overrides = suite_chance(random, 40);
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(f, &info);
        if (suite_chance(random, share) && (has_overrides || !info.is_override)) {
            table.cells[table.columns] = malloc(rows);
            table.fields[table.columns++] = f;
        }
    }
    for (size_t r = 0; r < rows; r++) {
        struct suite_patient patient = suite_any_patient(random);
        for (size_t c = 0; c < table.columns; c++) {
            smet_field_t field = table.fields[c];
            uint8_t *cell = &table.cells[c][r];
            *cell = (uint8_t)patient.value[field];
            if (patient.value[field] < 0 || suite_chance(random, unknown))
                *cell = COHORT_UNKNOWN;
            if (suite_chance(random, wild))
                *cell = (uint8_t)smet_value_at(
                    field, suite_below(random, (uint32_t)smet_value_count(field)));
            if (suite_chance(random, bad) && suite_chance(random, 10))
                *cell = (uint8_t)(128 + suite_below(random, 70));
        }
    }
    return table;
}

START_TEST(random_patients)
{
    enum { ROUNDS = 450, ROWS = 900 };
    suite_random random = 20180302;
    size_t seen = 0, flagged = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct cohort table = any_cohort(&random, 1 + suite_below(&random, ROWS));
        struct smet_column columns[SUITE_FIELDS];
        char *blocks[SUITE_FIELDS];
        cohort_columns(&random, &table, columns, blocks);
        /* Begin somewhere, end somewhere: the rows of a slice are those of the whole. */
        size_t first = suite_below(&random, (uint32_t)table.rows) / 4;
        size_t rows = table.rows - first - suite_below(&random, (uint32_t)(table.rows - first)) / 4;
        for (size_t c = 0; c < table.columns; c++) {
            columns[c].values =
                (const char *)columns[c].values + first * cohort_element_size(columns[c].element);
            columns[c].validity_offset += first;
        }
        seen += rows;
        flagged += expect_rows(&table, columns, first, rows);
        cohort_free_columns(columns, blocks, table.columns);
        cohort_free(&table);
    }
    /* Both answers were put to the test, often. */
    ck_assert_uint_gt(flagged, seen / 10);
    ck_assert_uint_lt(flagged, seen * 9 / 10);
    ck_assert_uint_gt(seen, 100000);
}
END_TEST

/* --- the caller's memory -------------------------------------------------- */

START_TEST(refusals_and_absent_arrays)
{
    /* Karnofsky 100 with ECOG 4 contradict each other in every published mapping. */
    uint8_t karnofsky[4] = {100, 100, 90, 101}, ecog[4] = {4, 200, 0, 4};
    uint8_t inconsistent[4] = {9, 9, 9, 9}, status[4] = {9, 9, 9, 9};
    struct smet_column columns[2] = {
        {.size = sizeof columns[0], .field = SMET_FIELD_KARNOFSKY, .element = SMET_ELEMENT_UINT8,
         .values = karnofsky},
        {.size = sizeof columns[1], .field = SMET_FIELD_ECOG, .element = SMET_ELEMENT_UINT8,
         .has_unknown = 1, .unknown = 200, .values = ecog}};
    const struct smet_column *list[3] = {&columns[0], &columns[1], &columns[0]};
    struct smet_error error = {.size = sizeof error};
    struct {
        struct smet_check_arrays known;
        uint64_t tail;
    } longer = {{.size = sizeof longer, .inconsistent = inconsistent, .status = status}, 1};
    struct smet_check_arrays arrays = longer.known;

    struct smet_error small = {.size = 8};
    ck_assert_int_eq(smet_check_columns(list, 2, 4, &arrays, &small), SMET_ERROR_STRUCT_SIZE);
    ck_assert_int_eq(smet_check_columns(list, 2, 4, NULL, &error), SMET_ERROR_NULL_ARGUMENT);
    for (uint32_t size = 0; size < sizeof arrays; size += 4) {
        arrays.size = size;
        ck_assert_int_eq(smet_check_columns(list, 2, 4, &arrays, &error), SMET_ERROR_STRUCT_SIZE);
    }
    ck_assert_int_eq(smet_check_columns(list, 2, 4, &longer.known, &error),
                     SMET_ERROR_STRUCT_TAIL);
    arrays.size = sizeof arrays;
    columns[0].element = SMET_ELEMENT_INVALID;
    ck_assert_int_eq(smet_check_columns(list, 2, 4, &arrays, &error), SMET_ERROR_WRONG_KIND);
    columns[0].element = SMET_ELEMENT_UINT8;
    ck_assert_int_eq(smet_check_columns(list, 3, 4, &arrays, &error), SMET_ERROR_DUPLICATE);
    ck_assert_str_eq(error.message, "karnofsky: the field has two columns.");
    ck_assert_int_eq(error.field, SMET_FIELD_KARNOFSKY);
    ck_assert_int_eq(smet_check_columns(NULL, 1, 4, &arrays, &error), SMET_ERROR_NULL_ARGUMENT);
    for (int i = 0; i < 4; i++)
        ck_assert(inconsistent[i] == 9 && status[i] == 9);

    longer.tail = 0;
    ck_assert_int_eq(smet_check_columns(list, 2, 4, &longer.known, &error), SMET_OK);
    static const uint8_t expected[4] = {1, 0, 0, 0}, states[4] = {0, 0, 0, 1};
    ck_assert_mem_eq(inconsistent, expected, 4);
    ck_assert_mem_eq(status, states, 4);

    memset(inconsistent, 9, 4);
    arrays.status = NULL;
    ck_assert_int_eq(smet_check_columns(list, 2, 4, &arrays, NULL), SMET_OK);
    ck_assert_mem_eq(inconsistent, expected, 4);
    memset(status, 9, 4);
    arrays = (struct smet_check_arrays){.size = sizeof arrays, .status = status};
    ck_assert_int_eq(smet_check_columns(list, 2, 4, &arrays, NULL), SMET_OK);
    ck_assert_mem_eq(status, states, 4);
    ck_assert_int_eq(smet_check_columns(NULL, 0, 4, &arrays, NULL), SMET_OK);
    ck_assert_int_eq(smet_check_columns(list, 2, 0, &arrays, NULL), SMET_OK);
    ck_assert_uint_eq(status[3], 0); /* without a column every row is good */

    /* The reserved value may be one that the field has: then it means unknown all the same. */
    columns[1].unknown = 4;
    ck_assert_int_eq(smet_check_columns(list, 2, 1, &longer.known, NULL), SMET_OK);
    ck_assert(inconsistent[0] == 0 && status[0] == 0);
}
END_TEST

/*
 * Cells of each type. The reserved value means unknown, where the type can have it;
 * a code that is none of the field's is bad. Karnofsky 100 contradicts ECOG 4.
 */
START_TEST(every_type_of_element)
{
    enum { ROWS = 4 };
    static const int64_t cells[ROWS] = {100, 90, 101, 77};
    static const uint8_t fours[ROWS] = {4, 4, 4, 4}, expected[3][ROWS] = {
        {1, 1, 0, 0}, /* inconsistent; Karnofsky 90 contradicts ECOG 4, too */
        {0, 0, 1, 0}, /* bad, where 77 means unknown */
        {0, 0, 1, 1}, /* and where it does not */
    };
    static const int64_t unknowns[] = {77, -1, 300, -200, 70000};
    int8_t signed8[ROWS];
    uint8_t unsigned8[ROWS];
    int16_t signed16[ROWS];
    uint16_t unsigned16[ROWS];
    int32_t signed32[ROWS];
    uint32_t unsigned32[ROWS];
    const void *const values[] = {
        [SMET_ELEMENT_INT8] = signed8,     [SMET_ELEMENT_UINT8] = unsigned8,
        [SMET_ELEMENT_INT16] = signed16,   [SMET_ELEMENT_UINT16] = unsigned16,
        [SMET_ELEMENT_INT32] = signed32,   [SMET_ELEMENT_UINT32] = unsigned32,
    };
    for (int r = 0; r < ROWS; r++) {
        signed8[r] = (int8_t)cells[r];
        unsigned8[r] = (uint8_t)cells[r];
        signed16[r] = (int16_t)cells[r];
        unsigned16[r] = (uint16_t)cells[r];
        signed32[r] = (int32_t)cells[r];
        unsigned32[r] = (uint32_t)cells[r];
    }
    for (int element = SMET_ELEMENT_INT8; element <= SMET_ELEMENT_UINT32; element++)
        for (size_t u = 0; u < COUNT_OF(unknowns); u++) {
            uint8_t inconsistent[ROWS], status[ROWS], states[ROWS], minimum[ROWS];
            const struct smet_column columns[2] = {
                {.size = sizeof columns[0],
                 .field = SMET_FIELD_KARNOFSKY,
                 .element = element,
                 .has_unknown = 1,
                 .unknown = (int32_t)unknowns[u],
                 .values = values[element]},
                {.size = sizeof columns[0],
                 .field = SMET_FIELD_ECOG,
                 .element = SMET_ELEMENT_UINT8,
                 .values = fours}};
            const struct smet_column *list[] = {&columns[0], &columns[1]};
            check(columns, 2, ROWS, inconsistent, status);
            ck_assert_mem_eq(inconsistent, expected[0], ROWS);
            ck_assert_mem_eq(status, expected[u == 0 ? 1 : 2], ROWS);
            const struct smet_disposition_arrays verdicts = {.size = sizeof verdicts,
                                                             .intervention_count = 1,
                                                             .status = states};
            ck_assert_int_eq(smet_assess_columns(list, 2, ROWS, &verdicts, NULL), SMET_OK);
            ck_assert_mem_eq(states, status, ROWS);
            /* Karnofsky alone is an item of Tokuhashi, read as the kernels do. */
            const struct smet_score_arrays scores = {
                .size = sizeof scores, .minimum = minimum, .status = states};
            ck_assert_int_eq(smet_score_columns(SMET_INSTRUMENT_TOKUHASHI_REVISED, list, 1, ROWS,
                                                &scores, NULL),
                             SMET_OK);
            ck_assert_mem_eq(states, status, ROWS);
        }
}
END_TEST

/* --- what planes rely on ----------------------------------------------- */

static bool reads_what_no_check_may(const struct smet_condition *condition)
{
    for (int i = 0; i < condition->part_count; i++)
        if (reads_what_no_check_may(condition->parts[i]))
            return true;
    return condition->kind == SMET__RULE_FIRES || condition->kind == SMET__TOTAL ||
           condition->kind == SMET__ALWAYS;
}

/* Checks, and the findings that they may read, are given no rules, and no totals of scores; none
 * is always so. */
START_TEST(no_check_reads_a_rule_or_total)
{
    for (int c = 0; c < smet__inconsistency_count; c++)
        ck_assert(!reads_what_no_check_may(smet__inconsistencies[c].when));
    for (int f = 0; f < SMET__FINDING_COUNT; f++)
        ck_assert(!reads_what_no_check_may(smet__findings[f].when));
}
END_TEST

/* Planes have room for what the tables tell apart. */
START_TEST(planes_have_room)
{
    struct smet_classes classes;
    smet__make_classes(&classes);
    ck_assert_int_le(classes.first[SMET__FIELD_COUNT], SMET__PLANES_MAX);
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        ck_assert_int_ge(smet__class_count(&classes, f), 1);
        ck_assert_int_le(smet__class_count(&classes, f), SMET__CLASSES_MAX);
    }
    ck_assert_int_le(smet__link_count, SMET__LINKS_MAX);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        ck_assert_int_lt(smet__instruments[i]->maximum, 64);
        for (int k = 0; k < smet__instruments[i]->item_count; k++)
            ck_assert_int_le(smet__instruments[i]->items[k].row_count, SMET__CLASSES_MAX);
    }
}
END_TEST

/* Values of one class are told apart by no case of a link, and those of two by something. */
START_TEST(classes_are_what_links_tell_apart)
{
    struct smet_classes classes;
    smet__make_classes(&classes);
    for (int l = 0; l < smet__link_count; l++)
        for (int c = 0; c < smet__links[l].case_count; c++)
            for (int i = 0; i < smet__links[l].field_count; i++) {
                smet_field_t f = smet__links[l].fields[i];
                const struct smet_values *allowed = &smet__links[l].cases[c].allowed[i];
                for (size_t v = 0; v < smet_value_count(f); v++) {
                    smet_value_t value = smet_value_at(f, v);
                    int plane = classes.first[f] + classes.of[f][value];
                    ck_assert_int_eq(smet__values_has(allowed, value),
                                     smet__values_has(allowed, classes.example[plane]));
                }
            }
    /* The review has no rule on age. */
    ck_assert_int_eq(smet__class_count(&classes, SMET_FIELD_AGE_YEARS), 1);
    /* None, 1 to 2, or more: the revised Tokuhashi score; link and item agree on none. */
    ck_assert_int_eq(smet__class_count(&classes, SMET_FIELD_EXTRASPINAL_BONE_METASTASES), 3);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *every = suite_exhaustive_case(suite, "every combination");
    tcase_add_loop_test(every, every_combination_of_tied_fields, 0, smet__link_count);
    tcase_add_loop_test(every, every_combination_of_checked_fields, 0, 4);
    TCase *random = suite_case(suite, "random patients");
    tcase_add_test(random, random_patients);
    TCase *inside = suite_case(suite, "calls and tables");
    tcase_add_test(inside, refusals_and_absent_arrays);
    tcase_add_test(inside, every_type_of_element);
    tcase_add_test(inside, no_check_reads_a_rule_or_total);
    tcase_add_test(inside, planes_have_room);
    tcase_add_test(inside, classes_are_what_links_tell_apart);
}
