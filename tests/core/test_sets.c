/*
 * The type of sets, with one, two and three words: each operation against plain
 * arrays of truths.
 */
#include "core/sets.h"

#undef COUNT_OF /* the tables have one of their own */
#include "suite.h"

#define SET one_word
#define SET_COUNT 64
#include "core/set_type.h"

#define SET two_words
#define SET_COUNT 65
#include "core/set_type.h"

#define SET three_words
#define SET_COUNT 130
#include "core/set_type.h"

/* Numbers that look random, the same in every run. */
static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* One function of tests for each width. */
#define TESTS_OF(set, count)                                                                \
    static void fill_##set(struct smet_##set *members, bool has[count], uint32_t *state,   \
                           uint32_t sparse)                                                \
    {                                                                                      \
        *members = smet__##set##_none();                                                   \
        for (int i = 0; i < (count); i++) {                                                \
            has[i] = next_number(state) % sparse == 0;                                     \
            if (has[i])                                                                    \
                smet__##set##_add(members, i);                                             \
        }                                                                                  \
    }                                                                                      \
    START_TEST(operations_of_##set)                                                        \
    {                                                                                      \
        uint32_t state = 1;                                                                \
        for (int round = 0; round < 120; round++) {                                        \
            struct smet_##set a, b;                                                        \
            bool in_a[count], in_b[count];                                                 \
            uint32_t sparse = 1u + (uint32_t)round % 80;                                   \
            fill_##set(&a, in_a, &state, sparse);                                          \
            fill_##set(&b, in_b, &state, sparse);                                          \
            struct smet_##set both = smet__##set##_and(a, b);                              \
            struct smet_##set either = smet__##set##_or(a, b);                             \
            struct smet_##set less = smet__##set##_minus(a, b);                            \
            int size = 0, common = 0, only_a = 0, only_b = 0, first = -1;                  \
            for (int i = 0; i < (count); i++) {                                            \
                ck_assert(smet__##set##_has(a, i) == in_a[i]);                             \
                ck_assert(smet__##set##_has(both, i) == (in_a[i] && in_b[i]));             \
                ck_assert(smet__##set##_has(either, i) == (in_a[i] || in_b[i]));           \
                ck_assert(smet__##set##_has(less, i) == (in_a[i] && !in_b[i]));            \
                first = in_a[i] && first < 0 ? i : first;                                  \
                size += in_a[i];                                                           \
                common += in_a[i] && in_b[i];                                              \
                only_a += in_a[i] && !in_b[i];                                             \
                only_b += !in_a[i] && in_b[i];                                             \
            }                                                                              \
            ck_assert_int_eq(smet__##set##_size(a), size);                                 \
            ck_assert_int_eq(smet__##set##_first(a), first);                               \
            ck_assert(smet__##set##_any(a) == (size > 0));                                 \
            ck_assert(smet__##set##_many(a) == (size > 1));                                \
            ck_assert(smet__##set##_meet(a, b) == (common > 0));                           \
            ck_assert(smet__##set##_within(a, b) == (only_a == 0));                        \
            ck_assert(smet__##set##_equal(a, b) == (only_a + only_b == 0));                \
            int32_t listed[count];                                                         \
            ck_assert_uint_eq(smet__##set##_list(a, NULL, 0), (size_t)size);               \
            ck_assert_uint_eq(smet__##set##_list(a, listed, count), (size_t)size);         \
            int at = 0;                                                                    \
            SMET__FOR_EACH(i, a) {                                                         \
                ck_assert(in_a[i]);                                                        \
                ck_assert_int_eq(listed[at], i);                                           \
                at++;                                                                      \
            }                                                                              \
            ck_assert_int_eq(at, size);                                                    \
            for (int i = 0; i < (count); i++) {                                            \
                smet__##set##_drop(&a, i);                                                 \
                ck_assert(!smet__##set##_has(a, i));                                       \
            }                                                                              \
            ck_assert(!smet__##set##_any(a));                                              \
        }                                                                                  \
        for (int n = 0; n <= (count); n++) {                                               \
            struct smet_##set below = smet__##set##_below(n);                              \
            ck_assert_int_eq(smet__##set##_size(below), n);                                \
            ck_assert(n == 0 || smet__##set##_has(below, n - 1));                          \
        }                                                                                  \
        const uint8_t numbers[] = {(count) - 1, 0, 7, (count) - 1};                        \
        struct smet_##set from =                                                           \
            smet__##set##_from_list((struct smet_list){numbers, 4});                       \
        ck_assert_int_eq(smet__##set##_size(from), 3);                                     \
        ck_assert(smet__##set##_has(from, (count) - 1));                                   \
    }                                                                                      \
    END_TEST

TESTS_OF(one_word, 64)
TESTS_OF(two_words, 65)
TESTS_OF(three_words, 130)

/* What the library's own sets have room for, and no more than that. */
START_TEST(words_follow_the_tables)
{
    ck_assert_uint_eq(sizeof(struct smet_fields), (SMET__FIELD_COUNT + 63) / 64 * sizeof(uint64_t));
    ck_assert_uint_eq(sizeof(struct smet_interventions),
                      (SMET__INTERVENTION_COUNT + 63) / 64 * sizeof(uint64_t));
}
END_TEST

/* A set of open fields leaves out those of which something is known: all others are open. */
START_TEST(every_field_has_two_values)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        ck_assert_msg(smet__values_many(smet__fields[f].domain), "%s", smet__fields[f].key);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *tests = suite_case(suite, "sets");
    tcase_add_test(tests, operations_of_one_word);
    tcase_add_test(tests, operations_of_two_words);
    tcase_add_test(tests, operations_of_three_words);
    tcase_add_test(tests, words_follow_the_tables);
    tcase_add_test(tests, every_field_has_two_values);
}
