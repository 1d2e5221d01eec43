/*
 * The caller's memory: structs, lists and texts that calls fill. What is not of
 * a right size, not clean or not there is refused and left alone; nothing is
 * written beyond what the caller gave.
 */
#include "suite.h"

#include <string.h>

enum { LIST_MAX = 128 };

/* --- structs of the caller ----------------------------------------------- */

static smet_record *record;
static smet_assessment *assessment;

static void set_up(void)
{
    record = suite_record("lesion_level=S1 ecog=3 pain=mechanical");
    assessment = smet_assess(record, NULL);
}

static void tear_down(void)
{
    smet_assessment_free(assessment);
    smet_record_free(record);
}

/* Every call that fills a struct, with a number of its own and one that is foreign. */
#define FILLS(name, call)                                  \
    static smet_status_t name(int32_t number, void *given) \
    {                                                      \
        return call;                                       \
    }
FILLS(fill_field, smet_field_describe(number, given))
FILLS(fill_instrument, smet_instrument_describe(number, given))
FILLS(fill_item_of, smet_item_describe(number, 0, given))
FILLS(fill_item, smet_item_describe(SMET_INSTRUMENT_SINS, (size_t)number, given))
FILLS(fill_points_of, smet_points_describe(number, 0, 0, given))
FILLS(fill_points_item, smet_points_describe(SMET_INSTRUMENT_SINS, (size_t)number, 0, given))
FILLS(fill_points, smet_points_describe(SMET_INSTRUMENT_SINS, 0, (size_t)number, given))
FILLS(fill_band_of, smet_band_describe(number, 0, given))
FILLS(fill_band, smet_band_describe(SMET_INSTRUMENT_SINS, number, given))
FILLS(fill_finding, smet_finding_describe(number, given))
FILLS(fill_intervention, smet_intervention_describe(number, given))
FILLS(fill_rule, smet_rule_describe(number, given))
FILLS(fill_conflict, smet_conflict_describe(number, given))
FILLS(fill_mapping, smet_mapping_describe((size_t)number, given))
FILLS(fill_reference, smet_reference_describe(number, given))
FILLS(fill_evidence, smet_evidence_describe(number, given))
FILLS(fill_dispute, smet_dispute_describe(number, given))
FILLS(fill_score, smet_record_score(record, number, given, NULL))
FILLS(fill_score_item_of, smet_record_score_item(record, number, 0, given, NULL))
FILLS(fill_score_item,
      smet_record_score_item(record, SMET_INSTRUMENT_SINS, (size_t)number, given, NULL))
FILLS(fill_disposition, smet_assessment_disposition(assessment, number, given))
FILLS(fill_recommendation, smet_assessment_disposition_at(assessment, (size_t)number, given))
FILLS(fill_rule_state, smet_assessment_rule(assessment, SMET_INTERVENTION_CT, number, given))
FILLS(fill_rule_state_of,
      smet_assessment_rule(assessment, number, SMET_RULE_SCOPE_NOT_SACRAL, given))
FILLS(fill_assessed_score, smet_assessment_score(assessment, number, given))
FILLS(fill_next, smet_assessment_next(assessment, (size_t)number, given))

/* A struct that grew keeps the member that was its last here. */
#define SIZES(type, last)  \
    sizeof(struct type),   \
        offsetof(struct type, last) + sizeof(((struct type *)0)->last)

static const struct {
    const char *name;
    smet_status_t (*fill)(int32_t number, void *given);
    uint32_t size;  /* of the struct now */
    uint32_t first; /* and in the release that it appeared in */
    int32_t good, foreign;
    smet_status_t refusal;
} fills[] = {
    {"field", fill_field, SIZES(smet_field_info, definition), 10, 50, SMET_ERROR_UNKNOWN_FIELD},
    {"instrument", fill_instrument, SIZES(smet_instrument_info, alias), 0, 3,
     SMET_ERROR_UNKNOWN_TERM},
    {"item of an instrument", fill_item_of, SIZES(smet_item_info, provenance), 0, 3,
     SMET_ERROR_UNKNOWN_TERM},
    {"item", fill_item, SIZES(smet_item_info, provenance), 5, 6, SMET_ERROR_INDEX},
    {"points of an instrument", fill_points_of, SIZES(smet_points_info, note), 1, 3,
     SMET_ERROR_UNKNOWN_TERM},
    {"points of an item", fill_points_item, SIZES(smet_points_info, note), 5, 6, SMET_ERROR_INDEX},
    {"points", fill_points, SIZES(smet_points_info, note), 3, 4, SMET_ERROR_INDEX},
    {"band of an instrument", fill_band_of, SIZES(smet_band_info, survival_maximum), 1, 3,
     SMET_ERROR_UNKNOWN_TERM},
    {"band", fill_band, SIZES(smet_band_info, survival_maximum), 2, 3, SMET_ERROR_INDEX},
    {"finding", fill_finding, SIZES(smet_finding_info, label), 22, 23, SMET_ERROR_UNKNOWN_TERM},
    {"intervention", fill_intervention, SIZES(smet_intervention_info, definition), 34, 35,
     SMET_ERROR_UNKNOWN_TERM},
    {"rule", fill_rule, SIZES(smet_rule_info, section), 79, 80, SMET_ERROR_UNKNOWN_TERM},
    {"conflict", fill_conflict, SIZES(smet_conflict_info, explanation), 6, 7,
     SMET_ERROR_UNKNOWN_TERM},
    {"mapping", fill_mapping, SIZES(smet_mapping_info, text), 2, 3, SMET_ERROR_INDEX},
    {"reference", fill_reference, SIZES(smet_reference_info, citation), 63, 64,
     SMET_ERROR_UNKNOWN_TERM},
    {"evidence", fill_evidence, SIZES(smet_evidence_info, disagreement), 13, 14,
     SMET_ERROR_UNKNOWN_TERM},
    {"evidence before the first", fill_evidence, SIZES(smet_evidence_info, disagreement), 1, 0,
     SMET_ERROR_UNKNOWN_TERM},
    {"dispute", fill_dispute, SIZES(smet_dispute_info, choice), 9, 10, SMET_ERROR_UNKNOWN_TERM},
    {"dispute before the first", fill_dispute, SIZES(smet_dispute_info, choice), 1, 0,
     SMET_ERROR_UNKNOWN_TERM},
    {"score", fill_score, SIZES(smet_score, missing), 2, 3, SMET_ERROR_UNKNOWN_TERM},
    {"score item of an instrument", fill_score_item_of, SIZES(smet_score_item, label), 0, 3,
     SMET_ERROR_UNKNOWN_TERM},
    {"score item", fill_score_item, SIZES(smet_score_item, label), 5, 6, SMET_ERROR_INDEX},
    {"disposition", fill_disposition, SIZES(smet_disposition, possible), 34, 35,
     SMET_ERROR_UNKNOWN_TERM},
    {"recommendation", fill_recommendation, SIZES(smet_disposition, possible), 0, 35,
     SMET_ERROR_INDEX},
    {"rule's state", fill_rule_state, SIZES(smet_rule_state, is_overruled), SMET_RULE_IMAGING_CT,
     80, SMET_ERROR_UNKNOWN_TERM},
    {"state of a rule that does not speak of it", fill_rule_state,
     SIZES(smet_rule_state, is_overruled), SMET_RULE_IMAGING_CT, SMET_RULE_IMAGING_MRI,
     SMET_ERROR_UNKNOWN_TERM},
    {"rule's state on an intervention", fill_rule_state_of, SIZES(smet_rule_state, is_overruled),
     SMET_INTERVENTION_LAMINECTOMY, 35, SMET_ERROR_UNKNOWN_TERM},
    {"assessed score", fill_assessed_score, SIZES(smet_score, missing), 2, 3,
     SMET_ERROR_UNKNOWN_TERM},
    {"next fact", fill_next, SIZES(smet_next_fact, may_show_emergency), 0, SMET_NEXT_MAX,
     SMET_ERROR_INDEX},
};

enum { ROOM = 8192 };

/* Room for a struct of any stated size, with canaries behind. */
union room {
    uint64_t aligned[ROOM / 8];
    unsigned char bytes[ROOM];
};

static void prepare(union room *room, uint32_t size, uint32_t clean)
{
    memset(room, 0xC5, sizeof *room);
    memset(room, 0, clean);
    memcpy(room, &size, sizeof size);
}

static void check_refused(int32_t number, const union room *given, smet_status_t refusal, int which)
{
    union room room = *given;
    smet_status_t status = fills[which].fill(number, &room);
    ck_assert_msg(status == refusal, "%s: status %d, not %d", fills[which].name, (int)status,
                  (int)refusal);
    ck_assert_msg(memcmp(&room, given, sizeof room) == 0, "%s: a refused call wrote",
                  fills[which].name);
}

START_TEST(a_struct_of_the_wrong_size_is_refused)
{
    const uint32_t sizes[] = {0, 1, 4, fills[_i].first - 8, fills[_i].first - 1, 5000, 65536,
                              UINT32_MAX};
    for (size_t s = 0; s < COUNT_OF(sizes); s++) {
        union room given;
        prepare(&given, sizes[s], ROOM);
        check_refused(fills[_i].good, &given, SMET_ERROR_STRUCT_SIZE, _i);
    }
    ck_assert_int_eq(fills[_i].fill(fills[_i].good, NULL), SMET_ERROR_NULL_ARGUMENT);
}
END_TEST

START_TEST(a_struct_with_a_dirty_tail_is_refused)
{
    for (uint32_t at = fills[_i].size; at < fills[_i].size + 24; at++) {
        union room given;
        prepare(&given, fills[_i].size + 24, fills[_i].size + 24);
        given.bytes[at] = 0x80;
        check_refused(fills[_i].good, &given, SMET_ERROR_STRUCT_TAIL, _i);
    }
}
END_TEST

START_TEST(a_foreign_number_is_refused)
{
    const int32_t numbers[] = {fills[_i].foreign, -1, -2, 1000, INT32_MAX, INT32_MIN};
    for (size_t n = 0; n < COUNT_OF(numbers); n++) {
        union room given;
        prepare(&given, fills[_i].size, fills[_i].size);
        check_refused(numbers[n], &given, fills[_i].refusal, _i);
    }
}
END_TEST

START_TEST(a_longer_struct_is_filled_alike)
{
    union room plain, longer;
    prepare(&plain, fills[_i].size, fills[_i].size);
    ck_assert_int_eq(fills[_i].fill(fills[_i].good, &plain), SMET_OK);
    for (size_t i = fills[_i].size; i < sizeof plain; i++)
        expect(plain.bytes[i] == 0xC5, "%s: wrote byte %zu", fills[_i].name, i);

    const uint32_t sizes[] = {fills[_i].size + 1, fills[_i].size + 8, 1024, 4096};
    for (size_t s = 0; s < COUNT_OF(sizes); s++) {
        prepare(&longer, sizes[s], sizes[s]);
        ck_assert_int_eq(fills[_i].fill(fills[_i].good, &longer), SMET_OK);
        uint32_t size;
        memcpy(&size, &longer, sizeof size);
        ck_assert_uint_eq(size, sizes[s]);
        ck_assert_int_eq(memcmp(plain.bytes + 4, longer.bytes + 4, fills[_i].size - 4), 0);
        for (size_t i = fills[_i].size; i < sizeof longer; i++)
            expect(longer.bytes[i] == (i < sizes[s] ? 0 : 0xC5), "%s: wrote byte %zu",
                   fills[_i].name, i);
    }
}
END_TEST

/* Whoever was compiled with the first release is served as far as its struct goes. */
START_TEST(a_struct_of_the_first_release_is_filled)
{
    union room now, then;
    prepare(&now, fills[_i].size, fills[_i].size);
    prepare(&then, fills[_i].first, fills[_i].first);
    ck_assert_int_eq(fills[_i].fill(fills[_i].good, &now), SMET_OK);
    ck_assert_int_eq(fills[_i].fill(fills[_i].good, &then), SMET_OK);
    uint32_t size;
    memcpy(&size, &then, sizeof size);
    ck_assert_uint_eq(size, fills[_i].first);
    ck_assert_int_eq(memcmp(now.bytes + 4, then.bytes + 4, fills[_i].first - 4), 0);
    for (size_t i = fills[_i].first; i < sizeof then; i++)
        expect(then.bytes[i] == 0xC5, "%s: wrote byte %zu", fills[_i].name, i);
}
END_TEST

/* What stands in a struct before the call has no part in the answer. */
START_TEST(a_used_struct_is_filled_anew)
{
    union room fresh, used;
    prepare(&fresh, fills[_i].size, fills[_i].size);
    prepare(&used, fills[_i].size, sizeof(uint32_t));
    ck_assert_int_eq(fills[_i].fill(fills[_i].good, &fresh), SMET_OK);
    ck_assert_int_eq(fills[_i].fill(fills[_i].good, &used), SMET_OK);
    ck_assert_int_eq(memcmp(&fresh, &used, fills[_i].size), 0);
}
END_TEST

START_TEST(null_is_refused_where_an_assessment_is_needed)
{
    struct smet_disposition disposition = {.size = sizeof disposition};
    struct smet_rule_state state = {.size = sizeof state};
    struct smet_score score = {.size = sizeof score};
    struct smet_next_fact fact = {.size = sizeof fact};
    ck_assert_int_eq(smet_assessment_disposition(NULL, 0, &disposition), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assessment_disposition_at(NULL, 0, &disposition),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assessment_rule(NULL, 0, 0, &state), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assessment_score(NULL, 0, &score), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assessment_next(NULL, 0, &fact), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_ptr_null(smet_assessment_record(NULL));
    ck_assert_uint_eq(smet_assessment_disposition_count(NULL), 0);
    ck_assert_uint_eq(smet_assessment_rules(NULL, 0, NULL, 0), 0);
    ck_assert_uint_eq(smet_assessment_cautions(NULL, 0, NULL, 0), 0);
    ck_assert_int_eq(smet_assessment_finding(NULL, 0), SMET_TRUTH_INVALID);
    ck_assert_uint_eq(smet_assessment_values(NULL, 0, NULL, 0), 0);
    smet_field_t none_written = -7;
    ck_assert_uint_eq(smet_assessment_derived_from(NULL, 0, &none_written, 1), 0);
    ck_assert_uint_eq(smet_assessment_deciding(NULL, 0, &none_written, 1), 0);
    ck_assert_uint_eq(smet_assessment_alarming(NULL, 0, &none_written, 1), 0);
    ck_assert_uint_eq(smet_assessment_rule_derived(NULL, 0, &none_written, 1), 0);
    ck_assert_uint_eq(smet_assessment_next_interventions(NULL, 0, &none_written, 1), 0);
    ck_assert_uint_eq(smet_assessment_next_instruments(NULL, 0, &none_written, 1), 0);
    ck_assert_uint_eq(smet_record_score_item_derived_from(NULL, 0, 0, &none_written, 1), 0);
    ck_assert_int_eq(none_written, -7);
    ck_assert_uint_eq(smet_assessment_conflicts(NULL, NULL, 0), 0);
    ck_assert_uint_eq(smet_assessment_inconsistency_count(NULL), 0);
    ck_assert_uint_eq(smet_assessment_inconsistency_fields(NULL, 0, NULL, 0), 0);
    ck_assert_ptr_null(smet_assessment_inconsistency_text(NULL, 0));
    ck_assert_uint_eq(smet_assessment_next_count(NULL), 0);
}
END_TEST

START_TEST(an_assessment_knows_no_foreign_number)
{
    static const int32_t none[] = {-1, -2, 64, 1000, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        int32_t list[2] = {-7, -7};
        ck_assert_uint_eq(smet_assessment_rules(assessment, none[i], list, 2), 0);
        ck_assert_uint_eq(smet_assessment_cautions(assessment, none[i], list, 2), 0);
        ck_assert_int_eq(smet_assessment_finding(assessment, none[i]), SMET_TRUTH_INVALID);
        ck_assert_uint_eq(smet_assessment_values(assessment, none[i], list, 2), 0);
        ck_assert_uint_eq(smet_assessment_derived_from(assessment, none[i], list, 2), 0);
        ck_assert_uint_eq(smet_assessment_deciding(assessment, none[i], list, 2), 0);
        ck_assert_uint_eq(smet_assessment_alarming(assessment, none[i], list, 2), 0);
        ck_assert_uint_eq(smet_assessment_rule_derived(assessment, none[i] == 64 ? 80 : none[i],
                                                       list, 2),
                          0);
        size_t beyond = none[i] < 0 ? SIZE_MAX : (size_t)none[i];
        ck_assert_uint_eq(smet_assessment_next_interventions(assessment, beyond, list, 2), 0);
        ck_assert_uint_eq(smet_assessment_next_instruments(assessment, beyond, list, 2), 0);
        ck_assert_uint_eq(smet_record_score_item_derived_from(record, none[i], 0, list, 2), 0);
        ck_assert_uint_eq(smet_record_score_item_derived_from(record, SMET_INSTRUMENT_SINS, beyond,
                                                              list, 2),
                          0);
        ck_assert_int_eq(list[0], -7);
    }
    ck_assert_int_eq(smet_assessment_finding(assessment, 23), SMET_TRUTH_INVALID);
    size_t groups = smet_assessment_inconsistency_count(assessment);
    ck_assert_uint_eq(smet_assessment_inconsistency_fields(assessment, groups, NULL, 0), 0);
    ck_assert_ptr_null(smet_assessment_inconsistency_text(assessment, groups));
    ck_assert_uint_eq(smet_assessment_inconsistency_fields(assessment, SIZE_MAX, NULL, 0), 0);
    ck_assert_ptr_null(smet_assessment_inconsistency_text(assessment, SIZE_MAX));
}
END_TEST

/* An assessment refuses an error that it could not fill, and says so in one that it can. */
START_TEST(an_assessment_refuses_a_bad_error)
{
    struct smet_error error = {.size = sizeof error - 1};
    ck_assert_ptr_null(smet_assess(record, &error));
    ck_assert_int_eq(error.status, 0);
    struct {
        struct smet_error error;
        unsigned char tail[16];
    } longer = {.error = {.size = sizeof longer}, .tail = {[3] = 1}};
    ck_assert_ptr_null(smet_assess(record, &longer.error));
    ck_assert_int_eq(longer.error.status, 0);
    longer.tail[3] = 0;
    ck_assert_ptr_null(smet_assess(NULL, &longer.error));
    ck_assert_int_eq(longer.error.status, SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(longer.error.field, SMET_FIELD_INVALID);
    ck_assert_str_ne(longer.error.message, "");
    ck_assert_ptr_null(smet_assess(NULL, NULL));
}
END_TEST

/* --- lists and texts of the caller --------------------------------------- */

/* Every call that fills a list of numbers, for one of its numbers. */
#define LISTS(name, call)                                              \
    static size_t name(int32_t number, int32_t *list, size_t capacity) \
    {                                                                  \
        return call;                                                   \
    }
LISTS(list_references_of_instrument, smet_instrument_references(number, list, capacity))
LISTS(list_points, smet_points_values(SMET_INSTRUMENT_SINS, 0, (size_t)number, list, capacity))
LISTS(list_rule_interventions, smet_rule_interventions(number, list, capacity))
LISTS(list_rule_references, smet_rule_references(number, list, capacity))
LISTS(list_rule_evidence, smet_rule_evidence(number, list, capacity))
LISTS(list_rule_fields, smet_rule_fields(number, list, capacity))
LISTS(list_link_fields, smet_link_fields((size_t)number, list, capacity))
LISTS(list_link_case, smet_link_case_values((size_t)number, 0, 1, list, capacity))
LISTS(list_mapping_from, smet_mapping_row(0, (size_t)number, 0, list, capacity))
LISTS(list_mapping_to, smet_mapping_row(0, (size_t)number, 1, list, capacity))
LISTS(list_check_fields, smet_check_fields((size_t)number, list, capacity))
LISTS(list_evidence_interventions, smet_evidence_interventions(number, list, capacity))
LISTS(list_dispute_references, smet_dispute_references(number, list, capacity))
LISTS(list_assessed_rules, smet_assessment_rules(assessment, number, list, capacity))
LISTS(list_cautions, smet_assessment_cautions(assessment, number, list, capacity))
LISTS(list_assessed_values, smet_assessment_values(assessment, number, list, capacity))
LISTS(list_inconsistency,
      smet_assessment_inconsistency_fields(assessment, (size_t)number, list, capacity))

static size_t list_conflicts(int32_t number, int32_t *list, size_t capacity)
{
    return number == 0 ? smet_assessment_conflicts(assessment, list, capacity) : 0;
}

static const struct {
    const char *name;
    size_t (*list)(int32_t number, int32_t *list, size_t capacity);
} lists[] = {
    {"references of an instrument", list_references_of_instrument},
    {"values of a row of points", list_points},
    {"interventions of a rule", list_rule_interventions},
    {"references of a rule", list_rule_references},
    {"evidence of a rule", list_rule_evidence},
    {"fields of a rule", list_rule_fields},
    {"fields of a link", list_link_fields},
    {"values of a case of a link", list_link_case},
    {"values that are mapped", list_mapping_from},
    {"values mapped to", list_mapping_to},
    {"fields of a check", list_check_fields},
    {"interventions of evidence", list_evidence_interventions},
    {"references of a dispute", list_dispute_references},
    {"rules of an assessment", list_assessed_rules},
    {"cautions of an assessment", list_cautions},
    {"values of an assessment", list_assessed_values},
    {"fields of an inconsistency", list_inconsistency},
    {"conflicts", list_conflicts},
};

START_TEST(a_list_writes_no_more_than_fits)
{
    size_t longest = 0;
    /* With contradictions and conflicts, so that no list is empty throughout. */
    suite_enter(record, "pain_score=0 pain_unrelenting=yes frankel=E motor_deficit=yes "
                        "primary_tumor=lung visceral_metastases=untreatable solitary_lesion=no "
                        "cauda_equina_syndrome=yes tissue_diagnosis=metastasis");
    smet_assessment_free(assessment);
    assessment = smet_assess(record, NULL);
    for (int32_t number = 0; number < 90; number++) {
        int32_t all[LIST_MAX];
        size_t count = lists[_i].list(number, all, LIST_MAX);
        ck_assert_uint_le(count, LIST_MAX);
        ck_assert_uint_eq(lists[_i].list(number, NULL, 0), count);
        longest = count > longest ? count : longest;
        for (size_t capacity = 0; capacity <= count + 2; capacity++) {
            int32_t room[LIST_MAX + 4];
            for (size_t i = 0; i < COUNT_OF(room); i++)
                room[i] = -99;
            expect(lists[_i].list(number, room, capacity) == count, "%s: %d", lists[_i].name,
                   (int)number);
            for (size_t i = 0; i < COUNT_OF(room); i++)
                expect(room[i] == (i < capacity && i < count ? all[i] : -99),
                       "%s: %d, room for %zu: element %zu", lists[_i].name, (int)number, capacity,
                       i);
        }
    }
    ck_assert_msg(longest > 0, "%s: none has any", lists[_i].name);
}
END_TEST

START_TEST(a_list_of_keys_writes_no_more_than_fits)
{
    for (smet_conflict_t c = 0; smet_term_key(SMET_VOCABULARY_CONFLICT, c) != NULL; c++) {
        static const char canary[] = "canary";
        const char *all[LIST_MAX], *room[LIST_MAX];
        size_t count = smet_conflict_between(c, all, LIST_MAX);
        ck_assert_uint_eq(smet_conflict_between(c, NULL, 0), count);
        for (size_t capacity = 0; capacity <= count + 2; capacity++) {
            for (size_t i = 0; i < LIST_MAX; i++)
                room[i] = canary;
            ck_assert_uint_eq(smet_conflict_between(c, room, capacity), count);
            for (size_t i = 0; i < LIST_MAX; i++)
                expect(room[i] == (i < capacity && i < count ? all[i] : canary),
                       "conflict %d, room for %zu: element %zu", (int)c, capacity, i);
        }
    }
}
END_TEST

static size_t check_condition(int32_t number, char *text, size_t capacity)
{
    return smet_check_condition((size_t)number, text, capacity);
}

static const struct {
    const char *name;
    size_t (*write)(int32_t number, char *text, size_t capacity);
    int32_t count;
} texts[] = {
    {"finding", smet_finding_condition, 23},
    {"rule", smet_rule_condition, 80},
    {"conflict", smet_conflict_condition, 7},
    {"check", check_condition, 11},
};

/* pathway.h: "Always ended with NUL when `capacity` is not 0; cut where it does not fit." */
START_TEST(a_text_writes_no_more_than_fits)
{
    enum { LONGEST = 4096 };
    for (int32_t number = 0; number < texts[_i].count; number++) {
        char all[LONGEST], room[LONGEST + 8];
        size_t length = texts[_i].write(number, all, sizeof all);
        ck_assert_uint_gt(length, 0);
        ck_assert_uint_lt(length, LONGEST);
        ck_assert_uint_eq(strlen(all), length);
        ck_assert_uint_eq(texts[_i].write(number, NULL, 0), length);
        for (size_t capacity = 0; capacity <= length + 2; capacity++) {
            memset(room, 0x7E, sizeof room);
            expect(texts[_i].write(number, room, capacity) == length, "%s %d", texts[_i].name,
                   (int)number);
            size_t kept = capacity == 0 ? 0 : length < capacity ? length : capacity - 1;
            expect(memcmp(room, all, kept) == 0, "%s %d, room for %zu", texts[_i].name,
                   (int)number, capacity);
            expect(capacity == 0 || room[kept] == '\0', "%s %d, room for %zu: no end",
                   texts[_i].name, (int)number, capacity);
            for (size_t i = capacity; i < sizeof room; i++)
                expect(room[i] == 0x7E, "%s %d, room for %zu: wrote byte %zu", texts[_i].name,
                       (int)number, capacity, i);
        }
    }
    ck_assert_uint_eq(texts[_i].write(texts[_i].count, NULL, 0), 0);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *structs = suite_case(suite, "the caller's memory");
    tcase_add_checked_fixture(structs, set_up, tear_down);
    tcase_add_loop_test(structs, a_struct_of_the_wrong_size_is_refused, 0, (int)COUNT_OF(fills));
    tcase_add_loop_test(structs, a_struct_with_a_dirty_tail_is_refused, 0, (int)COUNT_OF(fills));
    tcase_add_loop_test(structs, a_foreign_number_is_refused, 0, (int)COUNT_OF(fills));
    tcase_add_loop_test(structs, a_longer_struct_is_filled_alike, 0, (int)COUNT_OF(fills));
    tcase_add_loop_test(structs, a_struct_of_the_first_release_is_filled, 0,
                        (int)COUNT_OF(fills));
    tcase_add_loop_test(structs, a_used_struct_is_filled_anew, 0, (int)COUNT_OF(fills));
    tcase_add_test(structs, null_is_refused_where_an_assessment_is_needed);
    tcase_add_test(structs, an_assessment_knows_no_foreign_number);
    tcase_add_test(structs, an_assessment_refuses_a_bad_error);
    tcase_add_loop_test(structs, a_list_writes_no_more_than_fits, 0, (int)COUNT_OF(lists));
    tcase_add_test(structs, a_list_of_keys_writes_no_more_than_fits);
    tcase_add_loop_test(structs, a_text_writes_no_more_than_fits, 0, (int)COUNT_OF(texts));
}
