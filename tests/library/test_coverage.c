/*
 * What no other test comes by: lists that are only counted, words of conditions that
 * no table has, foreign text cut amid a character, ranges around each word of a set.
 */
#include "suite.h"

#include <sacralmet/columns.h>

#undef COUNT_OF /* the tables have their own */
#include "content/condition.h"
#include "core/abi_rule.h"
#include "base/errors.h"
#include "core/record.h"
#include "pathway/assessment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MANY = 64 };

/* --- lists without room ------------------------------------------------------- */

START_TEST(lists_may_be_counted_alone)
{
    smet_record *record = suite_record("karnofsky=40..60 pain=none");
    ck_assert_uint_eq(smet_record_values(record, SMET_FIELD_KARNOFSKY, NULL, MANY), 3);
    const char *notes[MANY];
    size_t count = smet_record_score_notes(record, SMET_INSTRUMENT_SINS, notes, MANY);
    ck_assert_uint_gt(count, 0);
    ck_assert_uint_eq(smet_record_score_notes(record, SMET_INSTRUMENT_SINS, NULL, MANY), count);
    smet_record_free(record);
}
END_TEST

START_TEST(lists_of_an_assessment_may_be_counted_alone)
{
    /* 63 years old, irradiated and unstable: rules and cautions for many interventions. */
    smet_assessment *assessment = suite_assess(
        "age_years=63 primary_tumor=uterus lesion_level=S3 sacral_fracture=yes "
        "ilium_involvement=right radiculopathy=yes pain=mechanical stability=unstable "
        "prior_radiotherapy=conventional neurological_examination=normal motor_deficit=yes");
    size_t rules = 0, cautions = 0, fields = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        smet_rule_t list[256];
        size_t count = smet_assessment_rules(assessment, intervention, list, 256);
        ck_assert_uint_eq(smet_assessment_rules(assessment, intervention, NULL, 256), count);
        rules += count;
        count = smet_assessment_cautions(assessment, intervention, list, 256);
        ck_assert_uint_eq(smet_assessment_cautions(assessment, intervention, NULL, 256), count);
        cautions += count;
    }
    for (size_t i = 0; i < smet_assessment_inconsistency_count(assessment); i++) {
        smet_field_t list[MANY];
        size_t count = smet_assessment_inconsistency_fields(assessment, i, list, MANY);
        ck_assert_uint_eq(smet_assessment_inconsistency_fields(assessment, i, NULL, MANY), count);
        fields += count;
    }
    ck_assert_uint_gt(rules, 0);
    ck_assert_uint_gt(cautions, 0);
    ck_assert_uint_gt(fields, 0);
    smet_assessment_free(assessment);
}
END_TEST

/* The header of scores: what a note is about may be left out, and behind the last is none. */
START_TEST(notes_say_when)
{
    size_t count = 0;
    for (smet_instrument_t i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        for (size_t n = 0;; n++) {
            smet_field_t field = 77;
            smet_value_t values[SUITE_VALUES];
            size_t wanted = smet_instrument_note_when(i, n, &field, values, SUITE_VALUES);
            ck_assert_uint_eq(smet_instrument_note_when(i, n, NULL, NULL, 0), wanted);
            if (smet_instrument_note(i, n) == NULL) {
                ck_assert_uint_eq(wanted, 0);
                ck_assert_int_eq(field, SMET_FIELD_INVALID);
                break;
            }
            count++;
        }
    ck_assert_uint_gt(count, 0);
    smet_field_t field = 77;
    ck_assert_uint_eq(smet_instrument_note_when(SMET__INSTRUMENT_COUNT, 0, &field, NULL, 0), 0);
    ck_assert_int_eq(field, SMET_FIELD_INVALID);
}
END_TEST

START_TEST(there_is_no_link_behind_the_last)
{
    ck_assert_int_eq(smet_link_once_entered(smet_link_count()), 0);
}
END_TEST

/* --- ranges -------------------------------------------------------------------- */

/* Ranges that end in, begin in or cross the words of a set, of 64 values each. */
START_TEST(ranges_are_the_values_from_one_to_the_other)
{
    struct smet_field_info age = {.size = sizeof age};
    ck_assert_int_eq(smet_field_describe(SMET_FIELD_AGE_YEARS, &age), SMET_OK);
    for (smet_value_t first = age.minimum; first <= age.maximum; first++)
        for (smet_value_t last = first; last <= age.maximum; last++) {
            smet_record *record = smet_record_new();
            smet_value_t values[SUITE_VALUES];
            expect(smet_record_narrow_range(record, age.field, first, last, NULL) == SMET_OK,
                   "refused");
            size_t count = smet_record_values(record, age.field, values, SUITE_VALUES);
            expect(count == (size_t)(last - first + 1), "%zu values", count);
            for (size_t i = 0; i < count; i++)
                expect(values[i] == first + (int)i, "value %d", (int)values[i]);
            smet_record_free(record);
        }
}
END_TEST

/* --- columns ------------------------------------------------------------------- */

enum { ROWS = 5, ARRAYS = 5 };

/* A field that no item reads and a row with a bad code; the other fields are free of each
 * other, or tied by a link. */
static const struct {
    smet_instrument_t instrument;
    smet_field_t fields[3];
} asked[] = {
    {SMET_INSTRUMENT_SINS, {SMET_FIELD_LESION_LEVEL, SMET_FIELD_PAIN, SMET_FIELD_ECOG}},
    {SMET_INSTRUMENT_TOKUHASHI_REVISED,
     {SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_VISCERAL_METASTASES, SMET_FIELD_ECOG}},
};

static void score_columns(int which, uint32_t wanted, uint8_t arrays[ARRAYS][ROWS])
{
    static const uint8_t cells[3][ROWS] = {
        {0, 1, 2, 255, 1}, {1, 0, 255, 255, 0}, {0, 1, 99, 2, 255}};
    struct smet_column columns[3];
    const struct smet_column *list[3];
    for (int c = 0; c < 3; c++) {
        columns[c] = (struct smet_column){.size = sizeof columns[c],
                                          .field = asked[which].fields[c],
                                          .element = SMET_ELEMENT_UINT8,
                                          .has_unknown = 1,
                                          .unknown = 255,
                                          .values = cells[c]};
        list[c] = &columns[c];
    }
    memset(arrays, 77, ARRAYS * ROWS);
    struct smet_score_arrays to = {.size = sizeof to};
    to.minimum = (wanted & 1) != 0 ? arrays[0] : NULL;
    to.maximum = (wanted & 2) != 0 ? arrays[1] : NULL;
    to.bands = (wanted & 4) != 0 ? arrays[2] : NULL;
    to.missing = (wanted & 8) != 0 ? arrays[3] : NULL;
    to.status = (wanted & 16) != 0 ? arrays[4] : NULL;
    ck_assert_int_eq(smet_score_columns(asked[which].instrument, list, 3, ROWS, &to, NULL),
                     SMET_OK);
}

START_TEST(any_array_of_an_answer_may_be_left_out)
{
    uint8_t all[ARRAYS][ROWS], some[ARRAYS][ROWS], untouched[ROWS];
    memset(untouched, 77, sizeof untouched);
    score_columns(_i, 31, all);
    ck_assert_uint_eq(all[4][0], SMET_ROW_GOOD);
    ck_assert_uint_eq(all[4][2], SMET_ROW_BAD_CODE);
    for (uint32_t wanted = 0; wanted < 32; wanted++) {
        score_columns(_i, wanted, some);
        for (int a = 0; a < ARRAYS; a++)
            ck_assert_mem_eq(some[a], (wanted >> a & 1) != 0 ? all[a] : untouched, ROWS);
    }
}
END_TEST

/* --- foreign text --------------------------------------------------------------- */

/* The room is for 51 bytes, of which a cut text has 48 and an ellipsis of three points. */
START_TEST(quotes_end_at_a_whole_character)
{
    static const struct {
        const char *begin; /* forty times x stands before it */
        const char *end;   /* what is left of it */
    } cuts[] = {
        {"xxxxxxxxxxxxxxxx", "xxxxxxxx"},
        {"xxxxxxx\xC3\xA9xxxxxxx", "xxxxxxx"},
        {"xxxxxx\xC3\xA9xxxxxxx", "xxxxxx\xC3\xA9"},
        {"xxxxxx\xE2\x82\xACxxxxxxx", "xxxxxx"},
        {"xxxxxxx\x7Fxxxxxxxx", "xxxxxxx?"},
    };
    char text[80], wanted[80], room[SMET__QUOTE_SIZE];
    memset(text, 'x', 40);
    memset(wanted, 'x', 40);
    strcpy(text + 40, cuts[_i].begin);
    strcpy(wanted + 40, cuts[_i].end);
    const char *quote = smet__quote(room, text, strlen(text));
    ck_assert_uint_le(strlen(quote), SMET__QUOTE_SIZE - 1);
    ck_assert_msg(strncmp(quote, wanted, strlen(wanted)) == 0, "%s", quote);
    ck_assert(smet__is_utf8(quote, strlen(quote)));
}
END_TEST

/* Bytes that are no characters become question marks, wherever the cut falls. */
START_TEST(quotes_of_other_bytes_are_ascii)
{
    char text[80], room[SMET__QUOTE_SIZE];
    memset(text, '\x80', sizeof text);
    const char *quote = smet__quote(room, text, sizeof text);
    ck_assert(smet__is_utf8(quote, strlen(quote)));
    ck_assert_str_eq(smet__quote(room, "a\xFF\xC3", 3), "a??");
    ck_assert_str_eq(smet__quote(room, "\xC3\xA9", 2), "\xC3\xA9");
    /* What stands behind the text is none of it, and is not read: the sanitizers watch. */
    ck_assert_str_eq(smet__quote(room, "a\xC3\xA9", 2), "a?");
    char *alone = malloc(2);
    ck_assert_ptr_nonnull(alone);
    memcpy(alone, "ab", 2);
    ck_assert_str_eq(smet__quote(room, alone, 2), "ab");
    free(alone);
}
END_TEST

/* --- conditions that no table has -------------------------------------------------- */

#define AGE(...) IS(AGE_YEARS, __VA_ARGS__)
#define SINS_TOTAL ABOUT(SMET__TOTAL, SMET_INSTRUMENT_SINS, BITS_OF(7, 8, 9))

START_TEST(conditions_are_written_in_words)
{
    const struct smet_condition *yes = YES(SACRAL_FRACTURE), *pain = YES(MOTOR_DEFICIT);
    const struct smet_condition *ages[] = {
        AGE(3, 4, 5), AGE(3, 4), AGE(3, 5, 6), AGE(3), AGE(0, 1, 2), AGE(61, 62, 63),
    };
    static const char *const words[] = {"3 to 5", "3 or 4", "3, 5 or 6", "3", "0 to 2",
                                        "61 to 63"};
    char text[512], label[512];
    for (size_t i = 0; i < COUNT_OF(ages); i++) {
        snprintf(label, sizeof label, "%s is %s",
                 smet_term_label(SMET_VOCABULARY_FIELD, SMET_FIELD_AGE_YEARS), words[i]);
        smet__condition_words(ages[i], text, sizeof text);
        ck_assert_str_eq(text, label);
    }
    /* One part, within others, needs no brackets; several do. */
    smet__condition_words(yes, label, sizeof label);
    smet__condition_words(ALL(ANY(yes)), text, sizeof text);
    ck_assert_str_eq(text, label);
    smet__condition_words(ALL(ANY(yes, pain), pain), text, sizeof text);
    ck_assert_int_eq(text[0], '(');
    smet__condition_words(ALL(ANY(yes), pain), text, sizeof text);
    ck_assert_int_ne(text[0], '(');
    smet__condition_words(NOT(ALL(yes)), text, sizeof text);
    ck_assert(strncmp(text, "not ", 4) == 0 && strchr(text, '(') == NULL);
    /* An alarm of several values is bracketed among others. */
    smet__condition_words(ALL(ALARM(SACRAL_FRACTURE, SMET_YES), yes), text, sizeof text);
    ck_assert_int_ne(text[0], '(');
    smet__condition_words(ALL(ALARM(FRANKEL, 0, 1), yes), text, sizeof text);
    ck_assert_int_eq(text[0], '(');
    smet__condition_words(ALL(JUDGED(STABILITY, SMET_STABILITY_STABLE), yes), text, sizeof text);
    ck_assert_int_ne(text[0], '(');
    smet__condition_words(
        ALL(JUDGED(STABILITY, SMET_STABILITY_STABLE, SMET_STABILITY_UNSTABLE), yes), text,
        sizeof text);
    ck_assert_int_eq(text[0], '(');
    smet__condition_words(ALL(SINS_TOTAL, yes), text, sizeof text);
    ck_assert_int_ne(text[0], '(');
}
END_TEST

/* A kind that there is not says nothing, reads nothing and is false. */
START_TEST(an_unknown_kind_is_false)
{
    const struct smet_condition none = {.kind = 99};
    smet_assessment *assessment = suite_assess("");
    char text[8] = "x";
    ck_assert_uint_eq(smet__condition_words(&none, text, sizeof text), 0);
    ck_assert_str_eq(text, "");
    ck_assert(!smet__fields_any(smet__condition_fields(&none, NULL)));
    ck_assert_int_eq(smet__evaluate(&none, assessment).truth, SMET_TRUTH_FALSE);
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(a_rule_that_fires_reads_what_the_rule_reads)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        smet_rule_t rule = smet_term_at(SMET_VOCABULARY_RULE, i);
        const struct smet_condition fires = {.kind = SMET__RULE_FIRES, .subject = (int16_t)rule};
        smet_field_t fields[MANY];
        struct smet_fields read = {{0}};
        size_t count = smet_rule_fields(rule, fields, MANY);
        for (size_t f = 0; f < count; f++)
            smet__fields_add(&read, fields[f]);
        ck_assert(smet__fields_equal(smet__condition_fields(&fires, NULL), read));
    }
}
END_TEST

/* No struct has grown yet; one that does serves who knows it from before, and no further. */
START_TEST(a_struct_that_grew_serves_its_first_callers)
{
    struct grown {
        uint32_t size;
        int32_t old;
        uint64_t added;
    } filled = {.old = 7, .added = UINT64_MAX};
    const size_t first = offsetof(struct grown, added);
    const struct {
        uint32_t size;
        smet_status_t status;
    } callers[] = {
        {(uint32_t)first - 1, SMET_ERROR_STRUCT_SIZE},
        {(uint32_t)first, SMET_OK},
        {(uint32_t)sizeof filled, SMET_OK},
    };
    for (size_t i = 0; i < sizeof callers / sizeof *callers; i++) {
        /* What is not zero in a part that the caller has is no sign of a newer caller. */
        struct grown given = {.size = callers[i].size, .added = 5};
        ck_assert_int_eq(smet__struct_check_grown(&given, first, sizeof given),
                         callers[i].status);
        if (callers[i].status != SMET_OK)
            continue;
        smet__struct_fill(&given, &filled, sizeof filled);
        ck_assert_uint_eq(given.size, callers[i].size);
        ck_assert_int_eq(given.old, 7);
        ck_assert(given.added == (callers[i].size == first ? 5 : UINT64_MAX));
    }
}
END_TEST

/* version.h: "the first number is the same and the second at least as great; before 1.0 ... both
 * are the same" */
START_TEST(an_abi_serves_what_was_made_for_it)
{
    static const struct {
        int32_t major, minor, made_major, made_minor, serves;
    } versions[] = {
        {1, 2, 1, 2, 1}, {1, 2, 1, 1, 1}, {1, 2, 1, 3, 0}, {2, 0, 1, 0, 0}, {1, 9, 2, 0, 0},
        {0, 2, 0, 2, 1}, {0, 3, 0, 2, 0}, {0, 1, 0, 2, 0}, {1, 0, 0, 9, 0}, {0, 2, 1, 2, 0},
    };
    for (size_t i = 0; i < COUNT_OF(versions); i++)
        ck_assert_msg(smet__abi_serves(versions[i].major, versions[i].minor,
                                       versions[i].made_major,
                                       versions[i].made_minor) == versions[i].serves,
                      "row %zu", i);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *all = suite_case(suite, "coverage");
    tcase_add_test(all, lists_may_be_counted_alone);
    tcase_add_test(all, lists_of_an_assessment_may_be_counted_alone);
    tcase_add_test(all, notes_say_when);
    tcase_add_test(all, there_is_no_link_behind_the_last);
    tcase_add_test(all, ranges_are_the_values_from_one_to_the_other);
    tcase_add_loop_test(all, any_array_of_an_answer_may_be_left_out, 0, 2);
    tcase_add_loop_test(all, quotes_end_at_a_whole_character, 0, 5);
    tcase_add_test(all, quotes_of_other_bytes_are_ascii);
    tcase_add_test(all, conditions_are_written_in_words);
    tcase_add_test(all, an_unknown_kind_is_false);
    tcase_add_test(all, a_rule_that_fires_reads_what_the_rule_reads);
    tcase_add_test(all, a_struct_that_grew_serves_its_first_callers);
    tcase_add_test(all, an_abi_serves_what_was_made_for_it);
}
