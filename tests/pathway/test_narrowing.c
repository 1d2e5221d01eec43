/*
 * Narrowing a record widens no answer and changes none that is settled: over all
 * values of all pairs of fields that one rule reads, and over random records that
 * come out the same every time.
 *
 * usage: test_narrowing [ROUNDS]     each round of random narrowing is about
 *                                    twenty comparisons
 *
 * Quotations are from pathway.md.
 */
#include "answers.h"

#include <stdio.h>
#include <stdlib.h>

static long rounds = 3000;

/* How much was compared, for those who run many rounds. */
static void report(size_t count, const char *of_what)
{
    printf("%zu %s compared\n", count, of_what);
    fflush(stdout);
}

/* One record, narrowed step by step. A reported total entered for the first time narrows like any
 * fact, unless it fits no items. Returns how many steps could be compared. */
static size_t narrow_step_by_step(suite_random *random, bool any)
{
    enum { STEPS = 24 };
    struct suite_patient patient = suite_any_patient(random);
    smet_record *record = smet_record_new();
    struct answers before, after;
    size_t compared = 0;
    answer(record, &before);
    for (int step = 0; step < STEPS; step++) {
        smet_field_t field = (smet_field_t)suite_below(random, SUITE_FIELDS);
        struct suite_values values;
        if ((patient.value[field] < 0 && !any) ||
            (is_judgement(field) && !suite_chance(random, 20)))
            continue;
        bool first = smet_record_is_entered(record, field) == 0;
        suite_some_values(random, record, field, any ? -1 : patient.value[field], &values);
        suite_narrow(record, field, &values);
        first &= smet_record_is_entered(record, field) == 1;
        answer(record, &after);
        if (!(first && is_judgement(field)) && !has_new_inconsistency(&before, &after)) {
            check_narrowed(&before, &after);
            compared++;
        }
        before = after;
    }
    smet_record_free(record);
    return compared;
}

START_TEST(narrowing_widens_nothing_and_keeps_what_is_settled)
{
    suite_random random = UINT64_C(0x1D8E4E27C47D124F);
    size_t compared = 0;
    for (long round = 0; round < rounds; round++)
        compared += narrow_step_by_step(&random, round % 3 == 0);
    ck_assert_msg(compared > (size_t)rounds * 8, "%zu steps", compared);
    report(compared, "random steps");
}
END_TEST

/* From a rich record to a richer one: many facts at once. */
START_TEST(narrowing_many_facts_at_once_keeps_what_is_settled)
{
    suite_random random = UINT64_C(0xEB44ACCAB455D165);
    size_t compared = 0;
    for (long round = 0; round < 2 * rounds; round++) {
        struct suite_patient patient = suite_any_patient(&random);
        smet_record *record = smet_record_new();
        struct answers answers[2];
        uint32_t share = 20 + suite_below(&random, 70);
        for (int pass = 0; pass < 2; pass++) {
            for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
                struct suite_values values;
                if (patient.value[f] < 0 || !suite_chance(&random, share) ||
                    (is_judgement(f) && (pass == 1 || !suite_chance(&random, 20))))
                    continue;
                suite_some_values(&random, record, f, patient.value[f], &values);
                suite_narrow(record, f, &values);
            }
            answer(record, &answers[pass]);
        }
        if (!has_new_inconsistency(&answers[0], &answers[1])) {
            check_narrowed(&answers[0], &answers[1]);
            compared++;
        }
        smet_record_free(record);
    }
    ck_assert_msg(compared > (size_t)rounds / 5, "%zu records", compared);
    report(compared, "random leaps");
}
END_TEST

/* --- all pairs ------------------------------------------------------------- */

/* Pairs of fields that some rule reads together. */
static void find_pairs(bool read_together[SUITE_FIELDS][SUITE_FIELDS])
{
    for (smet_rule_t r = 0; r < RULES; r++) {
        smet_field_t fields[SUITE_FIELDS];
        size_t count = smet_rule_fields(r, fields, SUITE_FIELDS);
        for (size_t i = 0; i < count; i++)
            for (size_t k = i + 1; k < count; k++)
                read_together[fields[i]][fields[k]] = true;
    }
}

/* The record of a patient whose two fields are left open; without a patient, all are. */
static smet_record *background(const struct suite_patient *patient, smet_field_t one,
                               smet_field_t other)
{
    smet_record *record = smet_record_new();
    for (smet_field_t f = 0; f < SUITE_FIELDS && patient != NULL; f++)
        if (f != one && f != other && patient->value[f] >= 0 && !is_judgement(f))
            expect(smet_record_set(record, f, patient->value[f], NULL) == SMET_OK, "no value");
    return record;
}

/* The answers when one more fact is known. */
static void answer_with(const smet_record *record, smet_field_t field, smet_value_t value,
                        struct answers *answers)
{
    smet_record *more = smet_record_copy(record);
    expect(smet_record_set(more, field, value, NULL) == SMET_OK, "no value");
    answer(more, answers);
    smet_record_free(more);
}

static size_t check_step(const struct answers *before, const struct answers *after,
                         smet_field_t learned)
{
    if (is_judgement(learned) || has_new_inconsistency(before, after))
        return 0;
    check_narrowed(before, after);
    return 1;
}

/* Both orders of learning both facts, for every pair of values. */
static size_t check_pair(const smet_record *record, smet_field_t one, smet_field_t other)
{
    static struct answers with_other[SUITE_VALUES];
    struct answers none, with_one, both;
    size_t compared = 0;
    answer(record, &none);
    for (size_t k = 0; k < smet_value_count(other); k++) {
        answer_with(record, other, smet_value_at(other, k), &with_other[k]);
        compared += check_step(&none, &with_other[k], other);
    }
    for (size_t i = 0; i < smet_value_count(one); i++) {
        smet_record *more = smet_record_copy(record);
        expect(smet_record_set(more, one, smet_value_at(one, i), NULL) == SMET_OK, "no value");
        answer(more, &with_one);
        compared += check_step(&none, &with_one, one);
        for (size_t k = 0; k < smet_value_count(other); k++) {
            answer_with(more, other, smet_value_at(other, k), &both);
            compared += check_step(&with_one, &both, other);
            compared += check_step(&with_other[k], &both, one);
        }
        smet_record_free(more);
    }
    return compared;
}

/* "Settled": "no rule that may fire is stronger", whatever else becomes known. In front of nothing
 * known, and of two patients of whom all else is. */
START_TEST(pairs_of_facts_that_a_rule_reads_keep_what_is_settled)
{
    static bool read_together[SUITE_FIELDS][SUITE_FIELDS];
    suite_random random = UINT64_C(0x9E3779B97F4A7C15);
    size_t compared = 0, pairs = 0;
    find_pairs(read_together);
    for (smet_field_t one = 0; one < SUITE_FIELDS; one++)
        for (smet_field_t other = one + 1; other < SUITE_FIELDS; other++) {
            if (!read_together[one][other])
                continue;
            pairs++;
            for (int b = 0; b < 3; b++) {
                struct suite_patient patient = suite_any_patient(&random);
                smet_record *record = background(b == 0 ? NULL : &patient, one, other);
                compared += check_pair(record, one, other);
                smet_record_free(record);
            }
        }
    /* The rule on an indication for surgery alone reads more than twenty fields. */
    ck_assert_uint_gt(pairs, 200);
    report(pairs, "pairs of fields");
    report(compared, "pairs of facts");
}
END_TEST

int main(int argc, char **argv)
{
    if (argc == 2)
        rounds = strtol(argv[1], NULL, 10);
    if (argc > 2 || rounds <= 0) {
        fputs("usage: test_narrowing [ROUNDS]\n", stderr);
        return 2;
    }
    Suite *suite = suite_create("narrowing");
    TCase *narrowing = suite_exhaustive_case(suite, "narrowing");
    tcase_add_test(narrowing, narrowing_widens_nothing_and_keeps_what_is_settled);
    tcase_add_test(narrowing, narrowing_many_facts_at_once_keeps_what_is_settled);
    tcase_add_test(narrowing, pairs_of_facts_that_a_rule_reads_keep_what_is_settled);
    tcase_set_timeout(narrowing, 0);
    return suite_run(suite);
}
