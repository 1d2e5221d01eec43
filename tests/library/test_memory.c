/*
 * What the library asks of the system: scoring allocates nothing, an assessment
 * is one allocation, and no memory is a refusal like any other.
 */
#include "allocations.h"
#include "suite.h"

#include <stdlib.h>
#include <string.h>

/* Unknown, partly known, contradictory, and much of it known. */
static const char *const records[] = {
    "",
    "ecog=3 pain=none|mechanical lesion_level=S1|S2",
    "frankel=E motor_deficit=yes escc=2 epidural_disease=no nerve_root_compression=no",
    "age_years=63 primary_tumor=uterus lesion_level=S3 sacral_fracture=yes "
    "ilium_involvement=right radiculopathy=yes nerve_root_compression=yes pain=mechanical "
    "prior_radiotherapy=conventional radiotherapy_outcome=progression stability=unstable "
    "cauda_equina_syndrome=no tissue_diagnosis=metastasis reported_sins=9",
};

START_TEST(scoring_allocates_nothing)
{
    smet_record *record = suite_record(records[_i]);
    allocations = 0;
    for (smet_instrument_t instrument = 0; instrument < 3; instrument++) {
        struct smet_score score = {.size = sizeof score};
        expect(smet_record_score(record, instrument, &score, NULL) == SMET_OK, "not scored");
        for (size_t i = 0; i < score.item_count; i++) {
            struct smet_score_item item = {.size = sizeof item};
            expect(smet_record_score_item(record, instrument, i, &item, NULL) == SMET_OK,
                   "no item");
        }
        const char *notes[16];
        expect(smet_record_score_notes(record, instrument, notes, COUNT_OF(notes)) > 0, "no notes");
    }
    expect(allocations == 0, "%zu allocations", allocations);
    smet_record_free(record);
}
END_TEST

START_TEST(entering_allocates_nothing)
{
    smet_record *record = smet_record_new();
    struct smet_error error = {.size = sizeof error};
    allocations = 0;
    suite_enter(record, records[_i]);
    smet_record_set_text(record, "karnofsky", "no number", &error);
    smet_record_set_text(record, "no_field", "", &error);
    smet_record_clear(record, SMET_FIELD_PAIN);
    expect(allocations == 0, "%zu allocations", allocations);
    smet_record_free(record);
}
END_TEST

START_TEST(a_record_is_one_allocation)
{
    allocations = 0;
    smet_record *record = smet_record_new();
    expect(allocations == 1, "%zu allocations", allocations);
    smet_record *copy = smet_record_copy(record);
    expect(allocations == 2, "%zu allocations", allocations);
    smet_record_free(record);
    smet_record_free(copy);
}
END_TEST

START_TEST(an_assessment_is_one_allocation_and_reading_it_none)
{
    smet_record *record = suite_record(records[_i]);
    allocations = 0;
    smet_assessment *assessment = smet_assess(record, NULL);
    expect(allocations == 1, "%zu allocations", allocations);
    smet_assessment *copy = smet_assessment_copy(assessment);
    expect(allocations == 2, "%zu allocations", allocations);
    for (smet_intervention_t i = 0; smet_term_key(SMET_VOCABULARY_INTERVENTION, i) != NULL; i++) {
        struct smet_disposition disposition = {.size = sizeof disposition};
        expect(smet_assessment_disposition(copy, i, &disposition) == SMET_OK, "none for %d",
               (int)i);
        smet_rule_t rules[128];
        size_t count = smet_assessment_rules(copy, i, rules, COUNT_OF(rules));
        for (size_t r = 0; r < count; r++) {
            struct smet_rule_state state = {.size = sizeof state};
            char words[2048];
            expect(smet_assessment_rule(copy, i, rules[r], &state) == SMET_OK, "no rule");
            expect(smet_rule_condition(rules[r], words, sizeof words) > 0, "no words");
        }
        smet_assessment_cautions(copy, i, rules, COUNT_OF(rules));
    }
    struct smet_disposition disposition = {.size = sizeof disposition};
    expect(smet_assessment_disposition_at(copy, 0, &disposition) == SMET_OK, "none");
    struct smet_next_fact fact = {.size = sizeof fact};
    expect(smet_assessment_next(copy, 0, &fact) == SMET_OK, "nothing next");
    for (size_t i = 0; i < smet_assessment_inconsistency_count(copy); i++)
        expect(smet_assessment_inconsistency_text(copy, i) != NULL, "no text");
    expect(allocations == 2, "%zu allocations", allocations);
    smet_assessment_free(assessment);
    smet_assessment_free(copy);
    smet_record_free(record);
}
END_TEST

/* The copy holds no part of what it was copied from. */
START_TEST(a_copied_assessment_lives_on_its_own)
{
    smet_record *record = suite_record(records[_i]);
    smet_assessment *assessment = smet_assess(record, NULL);
    smet_record_free(record);
    smet_assessment *copy = smet_assessment_copy(assessment);
    smet_assessment_free(assessment);
    struct suite_snapshot assessed, wanted;
    suite_read(smet_assessment_record(copy), &assessed);
    record = suite_record(records[_i]);
    suite_read(record, &wanted);
    ck_assert(suite_same(&assessed, &wanted));
    smet_record_free(record);
    smet_assessment_free(copy);
}
END_TEST

START_TEST(no_memory_is_refused)
{
    smet_record *record = suite_record(records[1]);
    smet_assessment *assessment = smet_assess(record, NULL);
    struct suite_snapshot before, after;
    suite_read(record, &before);
    struct smet_error error = {.size = sizeof error};
    failing = allocations + 1;
    fails_on = true;
    smet_record *made = smet_record_new();
    smet_record *copied = smet_record_copy(record);
    smet_assessment *assessed = smet_assess(record, &error);
    smet_assessment *assessed_silently = smet_assess(record, NULL);
    smet_assessment *assessment_copied = smet_assessment_copy(assessment);
    failing = 0;
    fails_on = false;
    ck_assert_ptr_null(made);
    ck_assert_ptr_null(copied);
    ck_assert_ptr_null(assessed);
    ck_assert_ptr_null(assessed_silently);
    ck_assert_ptr_null(assessment_copied);
    ck_assert_int_eq(error.status, SMET_ERROR_NO_MEMORY);
    ck_assert_int_eq(error.field, SMET_FIELD_INVALID);
    ck_assert_str_ne(error.message, "");
    suite_read(record, &after);
    ck_assert(suite_same(&before, &after));
    smet_record_free(record);
    smet_assessment_free(assessment);
}
END_TEST

START_TEST(null_is_freed_and_copied_as_the_header_says)
{
    allocations = 0;
    smet_record_free(NULL);
    smet_assessment_free(NULL);
    expect(smet_record_copy(NULL) == NULL, "a copy of nothing");
    expect(smet_assessment_copy(NULL) == NULL, "a copy of nothing");
    expect(smet_assess(NULL, NULL) == NULL, "an assessment of nothing");
    expect(allocations == 0, "%zu allocations", allocations);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *all = suite_case(suite, "memory");
    tcase_add_loop_test(all, scoring_allocates_nothing, 0, (int)COUNT_OF(records));
    tcase_add_loop_test(all, entering_allocates_nothing, 0, (int)COUNT_OF(records));
    tcase_add_test(all, a_record_is_one_allocation);
    tcase_add_loop_test(all, an_assessment_is_one_allocation_and_reading_it_none, 0,
                        (int)COUNT_OF(records));
    tcase_add_loop_test(all, a_copied_assessment_lives_on_its_own, 0, (int)COUNT_OF(records));
    tcase_add_test(all, no_memory_is_refused);
    tcase_add_test(all, null_is_freed_and_copied_as_the_header_says);
}
