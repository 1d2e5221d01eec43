/*
 * The record: what can be entered, what is refused and why, and that a refused
 * call changes nothing.
 */
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct smet_field_info info_of(smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    expect(smet_field_describe(field, &info) == SMET_OK, "field %d is not described", (int)field);
    return info;
}

/* What a refusal must look like: the status in both places, a sentence that begins with the key,
 * nothing else claimed. */
static void check_refusal(smet_status_t status, smet_status_t wanted, smet_field_t field,
                          const char *key, const struct smet_error *error)
{
    expect(status == wanted, "%s: status %d, not %d", key, (int)status, (int)wanted);
    expect(error->status == wanted, "%s: the error says %d", key, (int)error->status);
    expect(error->field == field, "%s: the error names field %d", key, (int)error->field);
    expect(error->line == 0 && error->column == 0, "%s: a place in no text", key);
    expect(memchr(error->message, '\0', sizeof error->message) != NULL, "%s: no end", key);
    expect(strncmp(error->message, key, strlen(key)) == 0, "%s: the message is \"%s\"", key,
           error->message);
    size_t length = strlen(error->message);
    expect(length > strlen(key) && error->message[length - 1] == '.', "%s: no sentence: \"%s\"",
           key, error->message);
    expect(suite_is_utf8(error->message), "%s: the message is not UTF-8", key);
}

static void check_unchanged(const smet_record *record, const struct suite_snapshot *before)
{
    struct suite_snapshot after;
    suite_read(record, &after);
    expect(suite_same(before, &after), "a refused call changed the record");
}

/* The status that record.h gives for a value that the field cannot have. */
static smet_status_t status_of_foreign(smet_field_t field)
{
    return info_of(field).kind == SMET_KIND_INTEGER ? SMET_ERROR_OUT_OF_RANGE
                                                    : SMET_ERROR_UNKNOWN_OPTION;
}

static const smet_field_t no_fields[] = {SMET_FIELD_INVALID, -2, SUITE_FIELDS, SUITE_FIELDS + 1,
                                         63, 64, 127, 128, 255, INT32_MAX, INT32_MIN};

/* --- making, copying, freeing -------------------------------------------- */

/* record.md: "A field never touched holds all of them (unknown)." */
START_TEST(a_new_record_knows_nothing)
{
    smet_record *record = smet_record_new();
    ck_assert_ptr_nonnull(record);
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct suite_values all, left;
        suite_domain(f, &all);
        left.count = smet_record_values(record, f, left.value, SUITE_VALUES);
        ck_assert_msg(suite_values_equal(&all, &left), "field %d", (int)f);
        ck_assert_int_eq(smet_record_is_entered(record, f), 0);
        for (smet_value_t v = -3; v < SUITE_VALUES + 3; v++)
            expect(smet_record_is_possible(record, f, v) == suite_values_have(&all, v),
                   "field %d value %d", (int)f, (int)v);
    }
    smet_record_free(record);
}
END_TEST

START_TEST(a_copy_is_a_record_of_its_own)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical age_years=71");
    smet_record *copy = smet_record_copy(record);
    ck_assert_ptr_nonnull(copy);
    struct suite_snapshot before, of_copy;
    suite_read(record, &before);
    suite_read(copy, &of_copy);
    ck_assert(suite_same(&before, &of_copy));

    suite_enter(copy, "karnofsky=50 lesion_level=S1");
    check_unchanged(record, &before);
    suite_read(copy, &of_copy);
    ck_assert(!suite_same(&before, &of_copy));
    smet_record_free(record);
    struct suite_snapshot alone;
    suite_read(copy, &alone);
    ck_assert(suite_same(&of_copy, &alone));
    smet_record_free(copy);
}
END_TEST

START_TEST(null_is_taken_where_the_header_says_so)
{
    ck_assert_ptr_null(smet_record_copy(NULL));
    smet_record_free(NULL);
    ck_assert_int_eq(smet_record_is_entered(NULL, SMET_FIELD_PAIN), 0);
    ck_assert_int_eq(smet_record_is_possible(NULL, SMET_FIELD_PAIN, SMET_PAIN_NONE), 0);
    smet_value_t values[4] = {-7, -7, -7, -7};
    ck_assert_uint_eq(smet_record_values(NULL, SMET_FIELD_PAIN, values, 4), 0);
    ck_assert_int_eq(values[0], -7);
}
END_TEST

/* --- entering ------------------------------------------------------------ */

START_TEST(every_value_of_every_field_can_be_set)
{
    smet_record *record = smet_record_new();
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct suite_values all;
        suite_domain(f, &all);
        for (size_t i = 0; i < all.count; i++) {
            struct smet_error error = {.size = sizeof error};
            ck_assert_int_eq(smet_record_set(record, f, all.value[i], &error), SMET_OK);
            ck_assert_int_eq(smet_record_is_entered(record, f), 1);
            smet_value_t left[2] = {-1, -1};
            ck_assert_uint_eq(smet_record_values(record, f, left, 2), 1);
            ck_assert_int_eq(left[0], all.value[i]);
            ck_assert_int_eq(left[1], -1);
            for (size_t k = 0; k < all.count; k++)
                expect(smet_record_is_possible(record, f, all.value[k]) == (k == i),
                       "field %d: %d beside %d", (int)f, (int)all.value[k], (int)all.value[i]);
            /* The same again is no contradiction; another value is. */
            ck_assert_int_eq(smet_record_set(record, f, all.value[i], NULL), SMET_OK);
            struct suite_snapshot before;
            suite_read(record, &before);
            smet_value_t other = all.value[(i + 1) % all.count];
            struct smet_error refusal = {.size = sizeof refusal};
            check_refusal(smet_record_set(record, f, other, &refusal), SMET_ERROR_CONTRADICTION, f,
                          info_of(f).key, &refusal);
            check_unchanged(record, &before);
            ck_assert_int_eq(smet_record_clear(record, f), SMET_OK);
            ck_assert_int_eq(smet_record_is_entered(record, f), 0);
        }
    }
    smet_record_free(record);
}
END_TEST

static void check_foreign(smet_record *record, smet_field_t field, smet_value_t value,
                          const struct suite_snapshot *before)
{
    const char *key = info_of(field).key;
    smet_status_t wanted = status_of_foreign(field);
    struct suite_values all;
    suite_domain(field, &all);

    struct smet_error error = {.size = sizeof error};
    check_refusal(smet_record_set(record, field, value, &error), wanted, field, key, &error);
    ck_assert_int_eq(smet_record_set(record, field, value, NULL), wanted);

    /* In a list it is refused wherever it stands. */
    for (int place = 0; place < 3; place++) {
        smet_value_t list[3] = {all.value[0], all.value[1], all.value[0]};
        list[place] = value;
        struct smet_error narrow = {.size = sizeof narrow};
        check_refusal(smet_record_narrow(record, field, list, 3, &narrow), wanted, field, key,
                      &narrow);
    }
    if (info_of(field).kind == SMET_KIND_INTEGER) {
        struct smet_error range = {.size = sizeof range};
        check_refusal(smet_record_narrow_range(record, field, value, all.value[all.count - 1],
                                               &range),
                      wanted, field, key, &range);
        range = (struct smet_error){.size = sizeof range};
        check_refusal(smet_record_narrow_range(record, field, all.value[0], value, &range), wanted,
                      field, key, &range);
    }
    check_unchanged(record, before);
    ck_assert_int_eq(smet_record_is_possible(record, field, value), 0);
}

/* record.md, the table: for example Karnofsky "10..100 in tens (0 is dead: refused)", ECOG "(5 is
 * dead: refused)". */
START_TEST(a_value_that_a_field_cannot_have_is_refused)
{
    static const smet_value_t wild[] = {INT32_MIN, INT32_MIN + 1, -128, -64, 255, 256, 1000, 65536,
                                        INT32_MAX - 1, INT32_MAX};
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical");
    struct suite_snapshot before;
    suite_read(record, &before);
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct suite_values all;
        suite_domain(f, &all);
        size_t refused = 0;
        for (smet_value_t v = -3; v < 200; v++)
            if (!suite_values_have(&all, v)) {
                check_foreign(record, f, v, &before);
                refused++;
            }
        ck_assert_uint_eq(refused, 203 - all.count);
        for (size_t i = 0; i < COUNT_OF(wild); i++)
            check_foreign(record, f, wild[i], &before);
    }
    smet_record_free(record);
}
END_TEST

START_TEST(bounds_are_those_of_the_record_s_definition)
{
    /* record.md, the tables */
    static const struct {
        smet_field_t field;
        int minimum, maximum, step;
    } bounds[] = {
        {SMET_FIELD_AGE_YEARS, 0, 120, 1},
        {SMET_FIELD_EXTRASPINAL_BONE_METASTASES, 0, 99, 1},
        {SMET_FIELD_VERTEBRAL_METASTASES, 1, 30, 1},
        {SMET_FIELD_KARNOFSKY, 10, 100, 10},
        {SMET_FIELD_PAIN_SCORE, 0, 10, 1},
        {SMET_FIELD_REPORTED_SINS, 0, 18, 1},
        {SMET_FIELD_REPORTED_TOKUHASHI_REVISED, 0, 15, 1},
        {SMET_FIELD_REPORTED_TOMITA, 2, 10, 1},
    };
    size_t integers = 0;
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        integers += info_of(f).kind == SMET_KIND_INTEGER;
    ck_assert_uint_eq(integers, COUNT_OF(bounds));
    for (size_t i = 0; i < COUNT_OF(bounds); i++) {
        smet_record *record = smet_record_new();
        for (int v = -20; v <= 140; v++) {
            bool good = v >= bounds[i].minimum && v <= bounds[i].maximum && v % bounds[i].step == 0;
            ck_assert_int_eq(smet_record_set(record, bounds[i].field, v, NULL),
                             good ? SMET_OK : SMET_ERROR_OUT_OF_RANGE);
            ck_assert_int_eq(smet_record_clear(record, bounds[i].field), SMET_OK);
        }
        smet_record_free(record);
    }
}
END_TEST

START_TEST(a_foreign_field_is_refused)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical");
    struct suite_snapshot before;
    suite_read(record, &before);
    const smet_value_t one = 1;
    for (size_t i = 0; i < COUNT_OF(no_fields); i++) {
        smet_field_t field = no_fields[i];
        struct smet_error error = {.size = sizeof error};
        check_refusal(smet_record_set(record, field, 1, &error), SMET_ERROR_UNKNOWN_FIELD,
                      SMET_FIELD_INVALID, "", &error);
        error = (struct smet_error){.size = sizeof error};
        check_refusal(smet_record_narrow(record, field, &one, 1, &error),
                      SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID, "", &error);
        error = (struct smet_error){.size = sizeof error};
        check_refusal(smet_record_narrow_range(record, field, 1, 1, &error),
                      SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID, "", &error);
        ck_assert_int_eq(smet_record_set(record, field, 1, NULL), SMET_ERROR_UNKNOWN_FIELD);
        ck_assert_int_eq(smet_record_clear(record, field), SMET_ERROR_UNKNOWN_FIELD);
        ck_assert_int_eq(smet_record_is_entered(record, field), 0);
        ck_assert_int_eq(smet_record_is_possible(record, field, 1), 0);
        smet_value_t values[2] = {-7, -7};
        ck_assert_uint_eq(smet_record_values(record, field, values, 2), 0);
        ck_assert_int_eq(values[0], -7);
    }
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* record.md: "narrowing leaves several"; "An empty set is refused as a contradiction, and the
 * record stays as it was." */
START_TEST(narrowing_leaves_what_both_allow)
{
    smet_record *record = smet_record_new();
    const smet_value_t c_or_d[] = {SMET_FRANKEL_D, SMET_FRANKEL_C, SMET_FRANKEL_D,
                                   SMET_FRANKEL_D, SMET_FRANKEL_C};
    ck_assert_int_eq(smet_record_narrow(record, SMET_FIELD_FRANKEL, c_or_d, 5, NULL), SMET_OK);
    smet_value_t left[5];
    ck_assert_uint_eq(smet_record_values(record, SMET_FIELD_FRANKEL, left, 5), 2);
    ck_assert_int_eq(left[0], SMET_FRANKEL_C);
    ck_assert_int_eq(left[1], SMET_FRANKEL_D);

    const smet_value_t b_or_c[] = {SMET_FRANKEL_B, SMET_FRANKEL_C};
    ck_assert_int_eq(smet_record_narrow(record, SMET_FIELD_FRANKEL, b_or_c, 2, NULL), SMET_OK);
    ck_assert_uint_eq(smet_record_values(record, SMET_FIELD_FRANKEL, left, 5), 1);
    ck_assert_int_eq(left[0], SMET_FRANKEL_C);

    struct suite_snapshot before;
    suite_read(record, &before);
    const smet_value_t d_or_e[] = {SMET_FRANKEL_D, SMET_FRANKEL_E};
    struct smet_error error = {.size = sizeof error};
    check_refusal(smet_record_narrow(record, SMET_FIELD_FRANKEL, d_or_e, 2, &error),
                  SMET_ERROR_CONTRADICTION, SMET_FIELD_FRANKEL, "frankel", &error);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* record.md: "A field is entered when its set is smaller than all of its values." */
START_TEST(all_values_of_a_field_say_nothing)
{
    smet_record *record = smet_record_new();
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct suite_values all;
        suite_domain(f, &all);
        ck_assert_int_eq(smet_record_narrow(record, f, all.value, all.count, NULL), SMET_OK);
        ck_assert_int_eq(smet_record_is_entered(record, f), 0);
        ck_assert_int_eq(smet_record_narrow(record, f, all.value, all.count - 1, NULL), SMET_OK);
        ck_assert_int_eq(smet_record_is_entered(record, f), 1);
        ck_assert_uint_eq(smet_record_values(record, f, NULL, 0), all.count - 1);
    }
    smet_record_free(record);
}
END_TEST

START_TEST(an_empty_set_is_refused)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical");
    struct suite_snapshot before;
    suite_read(record, &before);
    const smet_value_t one = 1;
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct smet_error error = {.size = sizeof error};
        check_refusal(smet_record_narrow(record, f, &one, 0, &error), SMET_ERROR_EMPTY_SET, f,
                      info_of(f).key, &error);
        error = (struct smet_error){.size = sizeof error};
        check_refusal(smet_record_narrow(record, f, NULL, 0, &error), SMET_ERROR_EMPTY_SET, f,
                      info_of(f).key, &error);
        error = (struct smet_error){.size = sizeof error};
        check_refusal(smet_record_narrow(record, f, NULL, 2, &error), SMET_ERROR_NULL_ARGUMENT, f,
                      info_of(f).key, &error);
        ck_assert_int_eq(smet_record_narrow(record, f, NULL, 2, NULL), SMET_ERROR_NULL_ARGUMENT);
    }
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* Every pair of permitted bounds of every integer field. */
START_TEST(a_range_holds_all_between_its_bounds)
{
    smet_record *record = smet_record_new();
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        if (info_of(f).kind != SMET_KIND_INTEGER)
            continue;
        struct suite_values all;
        suite_domain(f, &all);
        for (size_t a = 0; a < all.count; a++)
            for (size_t b = 0; b < all.count; b++) {
                struct smet_error error = {.size = sizeof error};
                smet_status_t status =
                    smet_record_narrow_range(record, f, all.value[a], all.value[b], &error);
                if (a > b) {
                    check_refusal(status, SMET_ERROR_REVERSED_RANGE, f, info_of(f).key, &error);
                    expect(smet_record_is_entered(record, f) == 0, "a refused range was entered");
                    continue;
                }
                expect(status == SMET_OK, "%s", error.message);
                struct suite_values left;
                left.count = smet_record_values(record, f, left.value, SUITE_VALUES);
                expect(left.count == b - a + 1 &&
                           memcmp(left.value, all.value + a, left.count * sizeof left.value[0]) ==
                               0,
                       "field %d: %d..%d left %zu values", (int)f, (int)all.value[a],
                       (int)all.value[b], left.count);
                smet_record_clear(record, f);
            }
    }
    smet_record_free(record);
}
END_TEST

START_TEST(only_integer_fields_take_a_range)
{
    smet_record *record = smet_record_new();
    struct suite_snapshot before;
    suite_read(record, &before);
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        if (info_of(f).kind == SMET_KIND_INTEGER)
            continue;
        struct smet_error error = {.size = sizeof error};
        check_refusal(smet_record_narrow_range(record, f, 0, 1, &error), SMET_ERROR_WRONG_KIND, f,
                      info_of(f).key, &error);
        ck_assert_int_eq(smet_record_narrow_range(record, f, 0, 1, NULL), SMET_ERROR_WRONG_KIND);
    }
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

START_TEST(a_range_apart_from_what_was_entered_is_a_contradiction)
{
    smet_record *record = suite_record("karnofsky=20|80");
    struct suite_snapshot before;
    suite_read(record, &before);
    struct smet_error error = {.size = sizeof error};
    check_refusal(smet_record_narrow_range(record, SMET_FIELD_KARNOFSKY, 30, 70, &error),
                  SMET_ERROR_CONTRADICTION, SMET_FIELD_KARNOFSKY, "karnofsky", &error);
    check_unchanged(record, &before);
    ck_assert_int_eq(smet_record_narrow_range(record, SMET_FIELD_KARNOFSKY, 30, 90, NULL), SMET_OK);
    ck_assert_int_eq(smet_record_is_possible(record, SMET_FIELD_KARNOFSKY, 80), 1);
    ck_assert_int_eq(smet_record_is_possible(record, SMET_FIELD_KARNOFSKY, 20), 0);
    ck_assert_int_eq(smet_record_is_possible(record, SMET_FIELD_KARNOFSKY, 50), 0);
    smet_record_free(record);
}
END_TEST

START_TEST(clearing_forgets_one_field_alone)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical");
    smet_record *wanted = suite_record("karnofsky=40..60");
    ck_assert_int_eq(smet_record_clear(record, SMET_FIELD_PAIN), SMET_OK);
    ck_assert_int_eq(smet_record_clear(record, SMET_FIELD_ECOG), SMET_OK);
    struct suite_snapshot left, right;
    suite_read(record, &left);
    suite_read(wanted, &right);
    ck_assert(suite_same(&left, &right));
    ck_assert_int_eq(smet_record_clear(NULL, SMET_FIELD_PAIN), SMET_ERROR_NULL_ARGUMENT);
    smet_record_free(record);
    smet_record_free(wanted);
}
END_TEST

START_TEST(reading_back_writes_no_more_than_fits)
{
    smet_record *record = smet_record_new();
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct suite_values all;
        suite_domain(f, &all);
        for (size_t capacity = 0; capacity <= all.count + 2; capacity++) {
            smet_value_t room[SUITE_VALUES + 3];
            for (size_t i = 0; i < COUNT_OF(room); i++)
                room[i] = -99;
            size_t count = smet_record_values(record, f, room, capacity);
            expect(count == all.count, "field %d: %zu values", (int)f, count);
            for (size_t i = 0; i < COUNT_OF(room); i++)
                expect(room[i] == (i < capacity && i < count ? all.value[i] : -99),
                       "field %d, room for %zu: element %zu is %d", (int)f, capacity, i,
                       (int)room[i]);
        }
        ck_assert_uint_eq(smet_record_values(record, f, NULL, 0), all.count);
    }
    smet_record_free(record);
}
END_TEST

/* --- text ---------------------------------------------------------------- */

START_TEST(every_key_can_be_entered_as_text)
{
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        const char *key = info_of(f).key;
        struct suite_values all;
        suite_domain(f, &all);
        for (size_t a = 0; a < all.count; a++)
            for (size_t b = 0; b < all.count; b++) {
                /* One value, and two of them in either order (the same twice included). */
                char text[128];
                smet_record *record = smet_record_new();
                snprintf(text, sizeof text, "%s|%s", smet_value_key(f, all.value[a]),
                         smet_value_key(f, all.value[b]));
                expect(smet_record_set_text(record, key, text, NULL) == SMET_OK, "%s=%s", key,
                       text);
                expect(smet_record_values(record, f, NULL, 0) == (a == b ? 1u : 2u) &&
                           smet_record_is_possible(record, f, all.value[a]) == 1 &&
                           smet_record_is_possible(record, f, all.value[b]) == 1,
                       "%s=%s", key, text);
                if (info_of(f).kind == SMET_KIND_INTEGER && a <= b) {
                    smet_record_clear(record, f);
                    snprintf(text, sizeof text, "%d..%d", (int)all.value[a], (int)all.value[b]);
                    expect(smet_record_set_text(record, key, text, NULL) == SMET_OK, "%s=%s", key,
                           text);
                    expect(smet_record_values(record, f, NULL, 0) == b - a + 1, "%s=%s", key,
                           text);
                }
                smet_record_free(record);
            }
        for (size_t a = 0; a < all.count; a++) {
            smet_record *record = smet_record_new();
            ck_assert_int_eq(
                smet_record_set_text(record, key, smet_value_key(f, all.value[a]), NULL), SMET_OK);
            smet_value_t left = -1;
            ck_assert_uint_eq(smet_record_values(record, f, &left, 1), 1);
            ck_assert_int_eq(left, all.value[a]);
            smet_record_free(record);
        }
    }
}
END_TEST

/* design.md, "Batch CSV": "empty is unknown" */
START_TEST(empty_text_says_nothing)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical");
    struct suite_snapshot before;
    suite_read(record, &before);
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        ck_assert_int_eq(smet_record_set_text(record, info_of(f).key, "", NULL), SMET_OK);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* design.md, "Batch CSV": the grammar of a cell; "integers: decimal digits, no sign, no leading
 * zero"; "both bounds permitted values, the first not above the second; no blanks are trimmed". */
static const struct {
    const char *key, *text;
    smet_status_t status;
} bad_texts[] = {
    {"karnofsky", " 40", SMET_ERROR_SYNTAX},
    {"karnofsky", "40 ", SMET_ERROR_SYNTAX},
    {"karnofsky", "+40", SMET_ERROR_SYNTAX},
    {"karnofsky", "-40", SMET_ERROR_SYNTAX},
    {"karnofsky", "040", SMET_ERROR_SYNTAX},
    {"karnofsky", "4e1", SMET_ERROR_SYNTAX},
    {"karnofsky", "40.0", SMET_ERROR_SYNTAX},
    {"karnofsky", "0x28", SMET_ERROR_SYNTAX},
    {"karnofsky", "forty", SMET_ERROR_SYNTAX},
    {"karnofsky", "40\n", SMET_ERROR_SYNTAX},
    {"karnofsky", "40\t", SMET_ERROR_SYNTAX},
    {"karnofsky", "40,50", SMET_ERROR_SYNTAX},
    {"karnofsky", ".", SMET_ERROR_SYNTAX},
    {"karnofsky", "..", SMET_ERROR_SYNTAX},
    {"karnofsky", "...", SMET_ERROR_SYNTAX},
    {"karnofsky", "40..", SMET_ERROR_SYNTAX},
    {"karnofsky", "..50", SMET_ERROR_SYNTAX},
    {"karnofsky", "40...50", SMET_ERROR_SYNTAX},
    {"karnofsky", "40.50", SMET_ERROR_SYNTAX},
    {"karnofsky", "40 .. 50", SMET_ERROR_SYNTAX},
    {"karnofsky", "40..50..60", SMET_ERROR_SYNTAX},
    {"karnofsky", "40..50|60", SMET_ERROR_SYNTAX},
    {"karnofsky", "30|40..50", SMET_ERROR_SYNTAX},
    {"karnofsky", "040..50", SMET_ERROR_SYNTAX},
    {"karnofsky", "40..050", SMET_ERROR_SYNTAX},
    {"karnofsky", "|", SMET_ERROR_SYNTAX},
    {"karnofsky", "|40", SMET_ERROR_SYNTAX},
    {"karnofsky", "40|", SMET_ERROR_SYNTAX},
    {"karnofsky", "40||50", SMET_ERROR_SYNTAX},
    {"karnofsky", "\xC3\xA9", SMET_ERROR_SYNTAX},
    {"karnofsky", "0", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "85", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "5", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "110", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "1000", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "4294967336", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "18446744073709551656", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "40|85", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "45..60", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "40..65", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "0..100", SMET_ERROR_OUT_OF_RANGE},
    {"karnofsky", "60..40", SMET_ERROR_REVERSED_RANGE},
    {"age_years", "121", SMET_ERROR_OUT_OF_RANGE},
    {"age_years", "00", SMET_ERROR_SYNTAX},
    {"vertebral_metastases", "0", SMET_ERROR_OUT_OF_RANGE},
    {"reported_tomita", "1", SMET_ERROR_OUT_OF_RANGE},
    {"pain", "none ", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", " none", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "None", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "NONE", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "non", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "nonee", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "0", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "|", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "none|", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "none||mechanical", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "none,mechanical", SMET_ERROR_UNKNOWN_OPTION},
    {"ecog", "5", SMET_ERROR_UNKNOWN_OPTION},
    {"ecog", "01", SMET_ERROR_UNKNOWN_OPTION},
    {"local_extension", "true", SMET_ERROR_UNKNOWN_OPTION},
    {"local_extension", "Yes", SMET_ERROR_UNKNOWN_OPTION},
    {"alignment", "3", SMET_ERROR_UNKNOWN_OPTION},
    {"lesion_level", "s1", SMET_ERROR_UNKNOWN_OPTION},
    {"lesion_level", "S6", SMET_ERROR_UNKNOWN_OPTION},
    {"escc", "1A", SMET_ERROR_UNKNOWN_OPTION},
    {"primary_tumor", "colorectal", SMET_ERROR_UNKNOWN_OPTION},
    {"primary_tumor", "ca\x01ncer", SMET_ERROR_UNKNOWN_OPTION},
    /* RFC 3629: a lone continuation, a cut sequence, overlong forms, a surrogate, beyond
     * U+10FFFF, bytes that never occur */
    {"pain", "\x80", SMET_ERROR_ENCODING},
    {"pain", "none\xC3", SMET_ERROR_ENCODING},
    {"pain", "\xC3(", SMET_ERROR_ENCODING},
    {"pain", "\xC0\x80", SMET_ERROR_ENCODING},
    {"pain", "\xC1\xBF", SMET_ERROR_ENCODING},
    {"pain", "\xE0\x9F\xBF", SMET_ERROR_ENCODING},
    {"pain", "\xE2\x82", SMET_ERROR_ENCODING},
    {"pain", "\xE2\x82z", SMET_ERROR_ENCODING},
    {"pain", "\xED\xA0\x80", SMET_ERROR_ENCODING},
    {"pain", "\xF0\x8F\xBF\xBF", SMET_ERROR_ENCODING},
    {"pain", "\xF0\x90\x80", SMET_ERROR_ENCODING},
    {"pain", "\xF4\x90\x80\x80", SMET_ERROR_ENCODING},
    {"pain", "\xF5\x80\x80\x80", SMET_ERROR_ENCODING},
    {"pain", "\xFF", SMET_ERROR_ENCODING},
    {"karnofsky", "40|\xFE", SMET_ERROR_ENCODING},
    /* UTF-8, but no option: the first and last of each length */
    {"pain", "\xC2\x80", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xDF\xBF", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xE0\xA0\x80", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xED\x9F\xBF", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xEE\x80\x80", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xEF\xBF\xBF", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xF0\x90\x80\x80", SMET_ERROR_UNKNOWN_OPTION},
    {"pain", "\xF4\x8F\xBF\xBF", SMET_ERROR_UNKNOWN_OPTION},
};

START_TEST(text_outside_the_grammar_is_refused)
{
    const char *key = bad_texts[_i].key, *text = bad_texts[_i].text;
    smet_record *record = suite_record("age_years=70..80 ambulation=aided|none");
    struct suite_snapshot before;
    suite_read(record, &before);
    struct smet_error error = {.size = sizeof error};
    check_refusal(smet_record_set_text(record, key, text, &error), bad_texts[_i].status,
                  smet_term_find(SMET_VOCABULARY_FIELD, key), key, &error);
    ck_assert_int_eq(smet_record_set_text(record, key, text, NULL), bad_texts[_i].status);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* A choice takes no range, not even one between options. */
START_TEST(a_range_of_options_is_refused)
{
    smet_record *record = smet_record_new();
    struct suite_snapshot before;
    suite_read(record, &before);
    struct smet_error error = {.size = sizeof error};
    smet_status_t status = smet_record_set_text(record, "ecog", "1..3", &error);
    ck_assert(status == SMET_ERROR_UNKNOWN_OPTION || status == SMET_ERROR_WRONG_KIND);
    check_refusal(status, status, SMET_FIELD_ECOG, "ecog", &error);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* "unknown field or option ...: each gets one clear error that names the field" */
static const char *const no_keys[] = {"", " ", "Karnofsky", "KARNOFSKY", "karnofsk", "karnofskyy",
                                      "karnofsky ", " karnofsky", "kps", "reported_", "pain|ecog",
                                      "sins", "SMET_FIELD_PAIN", "\xC3\xA9t\xC3\xA9",
                                      ("a\x07" "b")};

START_TEST(an_unknown_key_is_refused)
{
    smet_record *record = suite_record("pain=mechanical");
    struct suite_snapshot before;
    suite_read(record, &before);
    for (size_t i = 0; i < COUNT_OF(no_keys); i++)
        for (int full = 0; full < 2; full++) {
            struct smet_error error = {.size = sizeof error};
            const char *begins = strchr(no_keys[i], '\x07') == NULL ? no_keys[i] : "a";
            check_refusal(smet_record_set_text(record, no_keys[i], full != 0 ? "1" : "", &error),
                          SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID, begins, &error);
            for (const char *c = error.message; *c != '\0'; c++)
                ck_assert_msg((unsigned char)*c >= 0x20, "a control character in the message");
        }
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* status.h: the message "says what was wrong": here word by word, as callers show it. */
START_TEST(the_message_says_what_would_be_right)
{
    static const struct {
        const char *field, *text, *message;
    } texts[] = {
        {"karnofsky", "45", "karnofsky: 45 is not a multiple of 10 from 10 to 100."},
        {"karnofsky", "40..45", "karnofsky: 45 is not a multiple of 10 from 10 to 100."},
        {"pain_score", "11", "pain_score: 11 is not from 0 to 10."},
        {"age_years", "99999999999999", "age_years: 99999999999999 is not from 0 to 120."},
        {"age_years", "07", "age_years: \"07\" is not an integer in plain decimal digits."},
        {"age_years", "7a", "age_years: \"7a\" is not an integer in plain decimal digits."},
        {"age_years", "7|", "age_years: \"\" is not an integer in plain decimal digits."},
        {"ecog", "5", "ecog: \"5\" is not one of its options."},
        {"nose", "1", "nose: there is no field with this key."},
        {NULL, "1", "The field's key is NULL."},
        {"ecog", NULL, "The text is NULL."},
    };
    static const struct {
        smet_field_t field;
        smet_value_t value;
        const char *message;
    } values[] = {
        {SMET_FIELD_KARNOFSKY, 45, "karnofsky: 45 is not a multiple of 10 from 10 to 100."},
        {SMET_FIELD_PAIN_SCORE, 11, "pain_score: 11 is not from 0 to 10."},
        {SMET_FIELD_ECOG, 5, "ecog: there is no option with number 5."},
        {1000, 1, "There is no field with number 1000."},
    };
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct smet_error error = {.size = sizeof error};
        ck_assert_int_lt(smet_record_set_text(record, texts[i].field, texts[i].text, &error), 0);
        ck_assert_str_eq(error.message, texts[i].message);
    }
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        struct smet_error error = {.size = sizeof error};
        ck_assert_int_lt(smet_record_set(record, values[i].field, values[i].value, &error), 0);
        ck_assert_str_eq(error.message, values[i].message);
    }
    struct smet_error error = {.size = sizeof error};
    ck_assert_int_lt(smet_record_set_text(NULL, NULL, NULL, &error), 0);
    ck_assert_str_eq(error.message, "The record is NULL.");
    smet_record_free(record);
}
END_TEST

/* status.h: the message is "one English sentence, UTF-8", whatever bytes came in. */
START_TEST(the_message_is_utf_8_whatever_the_key_is)
{
    static const char *const keys[] = {"\xFF", "pain\x80", "\xC3", "\xED\xA0\x80",
                                       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\xF0"};
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        struct smet_error error = {.size = sizeof error};
        smet_status_t status = smet_record_set_text(record, keys[i], "1", &error);
        ck_assert(status == SMET_ERROR_UNKNOWN_FIELD || status == SMET_ERROR_ENCODING);
        ck_assert_msg(suite_is_utf8(error.message), "key %zu: the message is not UTF-8", i);
    }
    smet_record_free(record);
}
END_TEST

/* Long foreign text is quoted in part, cut at a whole character. */
START_TEST(long_foreign_text_is_cut_at_a_character)
{
    static const char *const characters[] = {"x", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\xA6\xB4"};
    smet_record *record = smet_record_new();
    struct suite_snapshot before;
    suite_read(record, &before);
    for (size_t c = 0; c < COUNT_OF(characters); c++)
        for (size_t count = 1; count < 400; count++) {
            char text[4 * 400 + 1] = "";
            for (size_t i = 0; i < count; i++)
                memcpy(text + i * strlen(characters[c]), characters[c], strlen(characters[c]) + 1);
            struct smet_error error = {.size = sizeof error};
            check_refusal(smet_record_set_text(record, "bowel", text, &error),
                          SMET_ERROR_UNKNOWN_OPTION, SMET_FIELD_BOWEL, "bowel", &error);
            error = (struct smet_error){.size = sizeof error};
            check_refusal(smet_record_set_text(record, "age_years", text, &error),
                          SMET_ERROR_SYNTAX, SMET_FIELD_AGE_YEARS, "age_years", &error);
            error = (struct smet_error){.size = sizeof error};
            check_refusal(smet_record_set_text(record, text, "1", &error),
                          SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID, characters[c], &error);
        }
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

START_TEST(many_alternatives_are_fine)
{
    enum { REPEATS = 100000 };
    char *text = malloc(REPEATS * 3 + 3);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < REPEATS; i++)
        memcpy(text + i * 3, i % 2 == 0 ? "40|" : "50|", 3);
    strcpy(text + REPEATS * 3, "60");
    smet_record *record = smet_record_new();
    ck_assert_int_eq(smet_record_set_text(record, "karnofsky", text, NULL), SMET_OK);
    ck_assert_uint_eq(smet_record_values(record, SMET_FIELD_KARNOFSKY, NULL, 0), 3);
    smet_record_free(record);
    free(text);
}
END_TEST

START_TEST(text_that_contradicts_is_refused)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=mechanical");
    struct suite_snapshot before;
    suite_read(record, &before);
    struct smet_error error = {.size = sizeof error};
    check_refusal(smet_record_set_text(record, "karnofsky", "70..100", &error),
                  SMET_ERROR_CONTRADICTION, SMET_FIELD_KARNOFSKY, "karnofsky", &error);
    error = (struct smet_error){.size = sizeof error};
    check_refusal(smet_record_set_text(record, "pain", "none|nonmechanical", &error),
                  SMET_ERROR_CONTRADICTION, SMET_FIELD_PAIN, "pain", &error);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* --- options by their keys ------------------------------------------------- */

/* record.h: "of those still possible, only this one stays" */
START_TEST(every_option_can_be_set_by_its_key)
{
    for (smet_field_t field = 0; field < SUITE_FIELDS; field++)
        for (size_t i = 0; i < smet_value_count(field); i++) {
            smet_record *record = smet_record_new();
            smet_value_t value = smet_value_at(field, i), left[2];
            struct smet_error error = {.size = sizeof error};
            expect(smet_record_set_option(record, smet_term_key(SMET_VOCABULARY_FIELD, field),
                                          smet_value_key(field, value), &error) == SMET_OK,
                   "%s", error.message);
            expect(smet_record_values(record, field, left, 2) == 1 && left[0] == value,
                   "%s is not %d", suite_key(SMET_VOCABULARY_FIELD, field), (int)value);
            smet_record_free(record);
        }
}
END_TEST

/* A number of another field's option is believed; its key is not. */
START_TEST(an_option_of_another_field_is_refused)
{
    size_t refused = 0;
    smet_record *record = suite_record("ambulation=aided");
    struct suite_snapshot before;
    suite_read(record, &before);
    for (smet_field_t field = 0; field < SUITE_FIELDS; field++)
        for (smet_field_t other = 0; other < SUITE_FIELDS; other++)
            for (size_t i = 0; i < smet_value_count(other); i++) {
                const char *key = smet_value_key(other, smet_value_at(other, i));
                struct smet_error error = {.size = sizeof error};
                if (smet_value_find(field, key) >= 0)
                    continue;
                expect(smet_record_set_option(record, smet_term_key(SMET_VOCABULARY_FIELD, field),
                                              key, &error) != SMET_OK &&
                           error.field == field,
                       "%s took %s", suite_key(SMET_VOCABULARY_FIELD, field), key);
                refused++;
            }
    ck_assert_uint_gt(refused, 5000);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

START_TEST(what_is_no_option_is_refused_in_words)
{
    static const struct {
        const char *field, *option;
        smet_status_t status;
        const char *message;
    } refused[] = {
        {"lesion_level", "mechanical", SMET_ERROR_UNKNOWN_OPTION,
         "lesion_level: \"mechanical\" is not one of its options."},
        {"pain", "none|mechanical", SMET_ERROR_UNKNOWN_OPTION,
         "pain: \"none|mechanical\" is not one of its options."},
        {"pain", "", SMET_ERROR_UNKNOWN_OPTION, "pain: \"\" is not one of its options."},
        {"karnofsky", "40..50", SMET_ERROR_SYNTAX,
         "karnofsky: \"40..50\" is not an integer in plain decimal digits."},
        {"karnofsky", "45", SMET_ERROR_OUT_OF_RANGE,
         "karnofsky: 45 is not a multiple of 10 from 10 to 100."},
        {"nose", "S1", SMET_ERROR_UNKNOWN_FIELD, "nose: there is no field with this key."},
        {"pain", "\xFF", SMET_ERROR_ENCODING, "pain: the text is not UTF-8."},
        {NULL, "S1", SMET_ERROR_NULL_ARGUMENT, "The field's key is NULL."},
        {"pain", NULL, SMET_ERROR_NULL_ARGUMENT, "The option's key is NULL."},
        {"ambulation", "none", SMET_ERROR_CONTRADICTION,
         "ambulation: nothing would be left of what was entered before; clear the field to "
         "correct it."},
    };
    smet_record *record = suite_record("ambulation=aided");
    struct suite_snapshot before;
    suite_read(record, &before);
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct smet_error error = {.size = sizeof error};
        ck_assert_int_eq(
            smet_record_set_option(record, refused[i].field, refused[i].option, &error),
            refused[i].status);
        ck_assert_str_eq(error.message, refused[i].message);
    }
    ck_assert_int_eq(smet_record_set_option(NULL, "pain", "none", NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

/* --- NULL and structs ---------------------------------------------------- */

START_TEST(null_is_refused_where_an_object_is_needed)
{
    smet_record *record = smet_record_new();
    struct suite_snapshot before;
    suite_read(record, &before);
    const smet_value_t one = 1;
    struct smet_error error = {.size = sizeof error};
#define REFUSED(call)                                                                          \
    do {                                                                                       \
        error = (struct smet_error){.size = sizeof error};                                     \
        check_refusal(call, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID, "", &error);         \
    } while (0)
    REFUSED(smet_record_set(NULL, SMET_FIELD_PAIN, 1, &error));
    REFUSED(smet_record_narrow(NULL, SMET_FIELD_PAIN, &one, 1, &error));
    REFUSED(smet_record_narrow_range(NULL, SMET_FIELD_PAIN_SCORE, 1, 1, &error));
    REFUSED(smet_record_set_text(NULL, "pain", "none", &error));
    REFUSED(smet_record_set_text(record, NULL, "none", &error));
    REFUSED(smet_record_set_text(record, "pain", NULL, &error));
#undef REFUSED
    ck_assert_int_eq(smet_record_set(NULL, SMET_FIELD_PAIN, 1, NULL), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_record_set_text(record, "pain", NULL, NULL), SMET_ERROR_NULL_ARGUMENT);
    check_unchanged(record, &before);
    smet_record_free(record);
}
END_TEST

enum { LONGER = sizeof(struct smet_error) + 40, ROOM = 8192 };

/* An error of any stated size, in room enough for it. */
union sized_error {
    struct smet_error error;
    unsigned char bytes[ROOM];
};

/* The five calls that take an error; each would carry out, or refuse, something. */
static smet_status_t call_with(int which, smet_record *record, struct smet_error *error)
{
    const smet_value_t value = SMET_PAIN_NONE;
    switch (which) {
    case 0:
        return smet_record_set(record, SMET_FIELD_PAIN, value, error);
    case 1:
        return smet_record_narrow(record, SMET_FIELD_PAIN, &value, 1, error);
    case 2:
        return smet_record_narrow_range(record, SMET_FIELD_PAIN_SCORE, 3, 5, error);
    case 3:
        return smet_record_set_text(record, "pain", "none", error);
    case 4:
        return smet_record_set_option(record, "pain", "none", error);
    case 5:
        return smet_record_set(record, SMET_FIELD_PAIN, 77, error);
    case 6:
        return smet_record_narrow(record, SMET_FIELD_PAIN, &value, 0, error);
    case 7:
        return smet_record_narrow_range(record, SMET_FIELD_PAIN_SCORE, 5, 3, error);
    case 8:
        return smet_record_set_option(record, "pain", "S1", error);
    default:
        return smet_record_set_text(record, "pain", "no", error);
    }
}

enum { CALLS = 10, GOOD_CALLS = 5 };

static void check_error_refused(const union sized_error *given, smet_status_t wanted)
{
    smet_record *record = suite_record("ambulation=aided");
    struct suite_snapshot before;
    suite_read(record, &before);
    for (int which = 0; which < CALLS; which++) {
        union sized_error error = *given;
        ck_assert_int_eq(call_with(which, record, &error.error), wanted);
        ck_assert_msg(memcmp(&error, given, sizeof error) == 0, "call %d wrote into it", which);
        check_unchanged(record, &before);
    }
    smet_record_free(record);
}

/* status.h: "A struct whose own `size` is wrong is itself refused and left alone." */
START_TEST(an_error_of_the_wrong_size_is_refused)
{
    static const uint32_t sizes[] = {0, 1, 4, 20, sizeof(struct smet_error) - 4,
                                     sizeof(struct smet_error) - 1, 5000, 65536, UINT32_MAX};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        union sized_error given;
        memset(&given, 0, sizeof given);
        given.error.size = sizes[i];
        check_error_refused(&given, SMET_ERROR_STRUCT_SIZE);
    }
}
END_TEST

/* design.md: "unknown tail bytes must be zero" */
START_TEST(an_error_with_a_dirty_tail_is_refused)
{
    for (size_t at = sizeof(struct smet_error); at < LONGER; at++) {
        union sized_error given;
        memset(&given, 0, sizeof given);
        given.error.size = LONGER;
        given.bytes[at] = 1;
        check_error_refused(&given, SMET_ERROR_STRUCT_TAIL);
    }
}
END_TEST

START_TEST(a_longer_error_with_a_clean_tail_is_filled)
{
    for (int which = GOOD_CALLS; which < CALLS; which++) {
        smet_record *record = smet_record_new();
        union sized_error longer;
        memset(&longer, 0, sizeof longer);
        longer.error.size = LONGER;
        struct smet_error plain = {.size = sizeof plain};
        ck_assert_int_eq(call_with(which, record, &longer.error),
                         call_with(which, record, &plain));
        ck_assert_uint_eq(longer.error.size, LONGER);
        ck_assert_int_eq(longer.error.status, plain.status);
        ck_assert_int_eq(longer.error.field, plain.field);
        ck_assert_str_eq(longer.error.message, plain.message);
        for (size_t i = sizeof plain; i < sizeof longer; i++)
            expect(longer.bytes[i] == 0, "byte %zu was written", i);
        smet_record_free(record);
    }
}
END_TEST

/* What is beyond the stated size belongs to somebody else. */
START_TEST(bytes_behind_an_error_are_left_alone)
{
    smet_record *record = smet_record_new();
    for (int which = 0; which < CALLS; which++) {
        union sized_error given;
        memset(&given, 0xA5, sizeof given);
        memset(&given, 0, sizeof(struct smet_error));
        given.error.size = sizeof(struct smet_error);
        smet_status_t status = call_with(which, record, &given.error);
        ck_assert(which < GOOD_CALLS ? status == SMET_OK : status < 0);
        for (size_t i = sizeof(struct smet_error); i < sizeof given; i++)
            expect(given.bytes[i] == 0xA5, "byte %zu was written", i);
    }
    smet_record_free(record);
}
END_TEST

/* status.h: "It is written only when the call is refused." */
START_TEST(an_error_is_written_only_when_a_call_is_refused)
{
    for (int which = 0; which < GOOD_CALLS; which++) {
        smet_record *record = smet_record_new();
        struct smet_error error;
        memset(&error, 0x5A, sizeof error);
        error.size = sizeof error;
        const struct smet_error before = error;
        ck_assert_int_eq(call_with(which, record, &error), SMET_OK);
        ck_assert_int_eq(memcmp(&before, &error, sizeof error), 0);
        smet_record_free(record);
    }
}
END_TEST

/* "one clear error": a later refusal leaves nothing of an earlier one. */
START_TEST(an_error_can_be_used_again)
{
    smet_record *record = smet_record_new();
    struct smet_error error = {.size = sizeof error};
    smet_record_set_text(record, "radiotherapy_outcome", "a long word that is no option", &error);
    smet_record_set(record, SMET_FIELD_PAIN, 77, &error);
    struct smet_error fresh = {.size = sizeof fresh};
    smet_record_set(record, SMET_FIELD_PAIN, 77, &fresh);
    ck_assert_int_eq(memcmp(&error, &fresh, sizeof error), 0);
    smet_record_free(record);
}
END_TEST

/* --- properties ---------------------------------------------------------- */

/* record.h: "facts may come in any order" */
START_TEST(the_order_of_entering_does_not_matter)
{
    enum { ROUNDS = 2000, ENTRIES = 40 };
    suite_random random = UINT64_C(0x9E3779B97F4A7C15);
    smet_record *empty = smet_record_new();
    for (int round = 0; round < ROUNDS; round++) {
        struct suite_patient patient = suite_any_patient(&random);
        struct {
            smet_field_t field;
            struct suite_values values;
        } entry[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            do
                entry[i].field = (smet_field_t)suite_below(&random, SUITE_FIELDS);
            while (patient.value[entry[i].field] < 0);
            suite_some_values(&random, empty, entry[i].field, patient.value[entry[i].field],
                              &entry[i].values);
        }
        struct suite_snapshot first, again;
        for (int pass = 0; pass < 3; pass++) {
            int order[ENTRIES];
            for (int i = 0; i < ENTRIES; i++) {
                int place = (int)suite_below(&random, (uint32_t)i + 1);
                order[i] = order[place];
                order[place] = i;
            }
            smet_record *record = smet_record_new();
            for (int i = 0; i < ENTRIES; i++)
                suite_narrow(record, entry[order[i]].field, &entry[order[i]].values);
            suite_read(record, pass == 0 ? &first : &again);
            expect(pass == 0 || suite_same(&first, &again), "round %d: the order mattered", round);
            smet_record_free(record);
        }
    }
    smet_record_free(empty);
}
END_TEST

/* Random calls: what is accepted leaves the meet of the sets, what is refused leaves all. */
START_TEST(a_random_call_narrows_or_changes_nothing)
{
    enum { ROUNDS = 60000 };
    suite_random random = UINT64_C(0xD1B54A32D192ED03);
    smet_record *record = smet_record_new();
    struct suite_snapshot now;
    suite_read(record, &now);
    size_t accepted = 0, refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
        if (suite_chance(&random, 1)) {
            smet_record_free(record);
            record = smet_record_new();
            suite_read(record, &now);
        }
        smet_field_t field = (smet_field_t)suite_below(&random, SUITE_FIELDS + 2) - 1;
        bool is_field = field >= 0 && field < SUITE_FIELDS;
        smet_value_t list[6];
        size_t count = suite_below(&random, 7);
        uint32_t reach = is_field ? (uint32_t)info_of(field).maximum + 2 : 9;
        bool foreign = false;
        for (size_t i = 0; i < count; i++) {
            list[i] = (smet_value_t)suite_below(&random, reach);
            if (is_field && info_of(field).step == 10)
                list[i] = list[i] / 10 * 10;
            foreign |= is_field && smet_value_key(field, list[i]) == NULL;
        }
        struct suite_snapshot wanted = now;
        smet_status_t status = SMET_OK;
        if (!is_field)
            status = SMET_ERROR_UNKNOWN_FIELD;
        else if (count == 0)
            status = SMET_ERROR_EMPTY_SET;
        else if (foreign)
            status = status_of_foreign(field);
        else {
            struct suite_values *left = &wanted.field[field];
            const struct suite_values given = {
                count, {list[0], list[count > 1], list[count > 2 ? 2 : 0], list[count > 3 ? 3 : 0],
                        list[count > 4 ? 4 : 0], list[count > 5 ? 5 : 0]}};
            size_t kept = 0;
            for (size_t i = 0; i < left->count; i++)
                if (suite_values_have(&given, left->value[i]))
                    left->value[kept++] = left->value[i];
            left->count = kept;
            if (kept == 0) {
                status = SMET_ERROR_CONTRADICTION;
                wanted = now;
            }
        }
        smet_status_t given = smet_record_narrow(record, field, list, count, NULL);
        expect(given == status, "round %d, field %d: status %d, not %d", round, (int)field,
               (int)given, (int)status);
        suite_read(record, &now);
        expect(suite_same(&now, &wanted), "round %d, field %d: not what was wanted", round,
               (int)field);
        if (given == SMET_OK)
            accepted++;
        else
            refused++;
    }
    ck_assert_msg(accepted > ROUNDS / 10 && refused > ROUNDS / 10, "%zu and %zu", accepted,
                  refused);
    smet_record_free(record);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *objects = suite_case(suite, "objects");
    tcase_add_test(objects, a_new_record_knows_nothing);
    tcase_add_test(objects, a_copy_is_a_record_of_its_own);
    tcase_add_test(objects, null_is_taken_where_the_header_says_so);

    TCase *entering = suite_case(suite, "entering");
    tcase_add_test(entering, every_value_of_every_field_can_be_set);
    tcase_add_test(entering, a_value_that_a_field_cannot_have_is_refused);
    tcase_add_test(entering, bounds_are_those_of_the_record_s_definition);
    tcase_add_test(entering, a_foreign_field_is_refused);
    tcase_add_test(entering, narrowing_leaves_what_both_allow);
    tcase_add_test(entering, all_values_of_a_field_say_nothing);
    tcase_add_test(entering, an_empty_set_is_refused);
    tcase_add_test(entering, a_range_holds_all_between_its_bounds);
    tcase_add_test(entering, only_integer_fields_take_a_range);
    tcase_add_test(entering, a_range_apart_from_what_was_entered_is_a_contradiction);
    tcase_add_test(entering, clearing_forgets_one_field_alone);
    tcase_add_test(entering, reading_back_writes_no_more_than_fits);

    TCase *text = suite_case(suite, "text");
    tcase_add_test(text, every_key_can_be_entered_as_text);
    tcase_add_test(text, empty_text_says_nothing);
    tcase_add_loop_test(text, text_outside_the_grammar_is_refused, 0, (int)COUNT_OF(bad_texts));
    tcase_add_test(text, a_range_of_options_is_refused);
    tcase_add_test(text, an_unknown_key_is_refused);
    tcase_add_test(text, the_message_says_what_would_be_right);
    tcase_add_test(text, the_message_is_utf_8_whatever_the_key_is);
    tcase_add_test(text, long_foreign_text_is_cut_at_a_character);
    tcase_add_test(text, many_alternatives_are_fine);
    tcase_add_test(text, text_that_contradicts_is_refused);
    tcase_add_test(text, every_option_can_be_set_by_its_key);
    tcase_add_test(text, an_option_of_another_field_is_refused);
    tcase_add_test(text, what_is_no_option_is_refused_in_words);

    TCase *structs = suite_case(suite, "structs");
    tcase_add_test(structs, null_is_refused_where_an_object_is_needed);
    tcase_add_test(structs, an_error_of_the_wrong_size_is_refused);
    tcase_add_test(structs, an_error_with_a_dirty_tail_is_refused);
    tcase_add_test(structs, a_longer_error_with_a_clean_tail_is_filled);
    tcase_add_test(structs, bytes_behind_an_error_are_left_alone);
    tcase_add_test(structs, an_error_is_written_only_when_a_call_is_refused);
    tcase_add_test(structs, an_error_can_be_used_again);

    TCase *properties = suite_case(suite, "properties");
    tcase_add_test(properties, the_order_of_entering_does_not_matter);
    tcase_add_test(properties, a_random_call_narrows_or_changes_nothing);
}
