/*
 * Sequences of calls on handles, with any numbers: records, assessments, and the
 * library's description of itself. Buffers have the exact size that is told.
 */
#include "fuzz.h"

enum { HANDLES = 4 };

static smet_record *records[HANDLES];
static smet_assessment *assessments[HANDLES];

static smet_record **any_record(struct fuzz_input *input)
{
    return &records[fuzz_byte(input) % HANDLES];
}

static smet_assessment **any_assessment(struct fuzz_input *input)
{
    return &assessments[fuzz_byte(input) % HANDLES];
}

/* --- records --------------------------------------------------------------- */

static void check_error(smet_status_t status, const struct smet_error *error)
{
    if (status == SMET_OK)
        return;
    fuzz_require(smet_status_name(status) != NULL && smet_status_text(status) != NULL);
    fuzz_require(error->status == status);
    fuzz_require(memchr(error->message, '\0', sizeof error->message) != NULL);
}

static void narrow_record(smet_record *record, struct fuzz_input *input)
{
    size_t count = fuzz_byte(input) % 9;
    smet_value_t *values = fuzz_memory(count * sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = fuzz_number(input);
    struct smet_error error = {.size = sizeof error};
    check_error(smet_record_narrow(record, fuzz_number(input), values, count, &error), &error);
    free(values);
}

static void change_record(struct fuzz_input *input)
{
    smet_record **record = any_record(input);
    struct smet_error error = {.size = sizeof error};
    switch (fuzz_byte(input) % 7) {
    case 0:
        smet_record_free(*record);
        *record = smet_record_new();
        break;
    case 1: {
        smet_record **from = any_record(input);
        if (from != record) {
            smet_record_free(*record);
            *record = smet_record_copy(*from);
        }
        break;
    }
    case 2:
        check_error(smet_record_set(*record, fuzz_number(input), fuzz_number(input), &error),
                    &error);
        break;
    case 3:
        narrow_record(*record, input);
        break;
    case 4: {
        smet_field_t field = fuzz_number(input);
        check_error(smet_record_narrow_range(*record, field, fuzz_number(input),
                                             fuzz_number(input), &error),
                    &error);
        break;
    }
    case 5:
        smet_record_clear(*record, fuzz_number(input));
        break;
    default: {
        char *key = fuzz_text(input, 30), *text = fuzz_text(input, 60);
        check_error(smet_record_set_option(*record, key, text, &error), &error);
        check_error(smet_record_set_text(*record, key, text, &error), &error);
        free(key);
        free(text);
    }
    }
}

static void read_record(struct fuzz_input *input)
{
    const smet_record *record = *any_record(input);
    smet_field_t field = fuzz_number(input);
    size_t capacity = fuzz_byte(input);
    smet_value_t *values = fuzz_memory(capacity * sizeof *values);
    size_t count = smet_record_values(record, field, values, capacity);
    for (size_t i = 0; i < count && i < capacity; i++)
        fuzz_require(smet_record_is_possible(record, field, values[i]) == 1);
    fuzz_require(record == NULL || count <= smet_value_count(field));
    smet_record_is_entered(record, field);
    smet_record_is_possible(record, field, fuzz_number(input));
    free(values);
}

/* --- structs ---------------------------------------------------------------- */

/* A struct of any size, its tail zero or not. */
static void *any_struct(struct fuzz_input *input, size_t known)
{
    uint8_t byte = fuzz_byte(input);
    uint32_t size = byte < 200 ? (uint32_t)known : byte;
    void *given = fuzz_memory(size < 4 ? 4 : size);
    memset(given, byte % 2, size < 4 ? 4 : size);
    memcpy(given, &size, sizeof size);
    return given;
}

#define WITH_STRUCT(type, call)                                      \
    do {                                                             \
        struct type *info = any_struct(input, sizeof(struct type));  \
        smet_status_t status = (call);                               \
        fuzz_require(status == SMET_OK || smet_status_name(status)); \
        free(info);                                                  \
    } while (0)

static void score_record(struct fuzz_input *input)
{
    const smet_record *record = *any_record(input);
    smet_instrument_t instrument = fuzz_number(input);
    WITH_STRUCT(smet_score, smet_record_score(record, instrument, info, NULL));
    size_t index = fuzz_index(input);
    WITH_STRUCT(smet_score_item, smet_record_score_item(record, instrument, index, info, NULL));
    smet_field_t from[4];
    fuzz_require(smet_record_score_item_derived_from(record, instrument, index, from, 4) <=
                 smet_term_count(SMET_VOCABULARY_FIELD));
    size_t capacity = fuzz_byte(input) % 8;
    const char **notes = fuzz_memory(capacity * sizeof *notes);
    size_t count = smet_record_score_notes(record, instrument, notes, capacity);
    for (size_t i = 0; i < count && i < capacity; i++)
        fuzz_require(notes[i][0] != '\0');
    free(notes);
}

/* --- assessments ------------------------------------------------------------ */

static void make_assessment(struct fuzz_input *input)
{
    smet_assessment **assessment = any_assessment(input);
    switch (fuzz_byte(input) % 3) {
    case 0:
        smet_assessment_free(*assessment);
        *assessment = smet_assess(*any_record(input), NULL);
        break;
    case 1: {
        smet_assessment **from = any_assessment(input);
        if (from != assessment) {
            smet_assessment_free(*assessment);
            *assessment = smet_assessment_copy(*from);
        }
        break;
    }
    default:
        smet_assessment_free(*assessment);
        *assessment = NULL;
    }
}

static void list_of_assessment(struct fuzz_input *input)
{
    const smet_assessment *assessment = *any_assessment(input);
    int32_t of = fuzz_number(input);
    size_t index = fuzz_index(input), capacity = fuzz_byte(input);
    int32_t *list = fuzz_memory(capacity * sizeof *list);
    smet_assessment_rules(assessment, of, list, capacity);
    smet_assessment_cautions(assessment, of, list, capacity);
    smet_assessment_values(assessment, of, list, capacity);
    smet_assessment_conflicts(assessment, list, capacity);
    smet_assessment_derived_from(assessment, of, list, capacity);
    smet_assessment_deciding(assessment, of, list, capacity);
    smet_assessment_alarming(assessment, of, list, capacity);
    smet_assessment_rule_derived(assessment, of, list, capacity);
    smet_assessment_next_interventions(assessment, index, list, capacity);
    smet_assessment_next_instruments(assessment, index, list, capacity);
    smet_assessment_inconsistency_fields(assessment, index, list, capacity);
    free(list);
    smet_assessment_inconsistency_text(assessment, index);
    smet_assessment_inconsistency_count(assessment);
    smet_assessment_finding(assessment, of);
    fuzz_require((smet_assessment_record(assessment) == NULL) == (assessment == NULL));
    fuzz_require(smet_assessment_next_count(assessment) <= SMET_NEXT_MAX);
}

static void read_assessment(struct fuzz_input *input)
{
    const smet_assessment *assessment = *any_assessment(input);
    int32_t of = fuzz_number(input);
    size_t index = fuzz_index(input);
    WITH_STRUCT(smet_disposition, smet_assessment_disposition(assessment, of, info));
    WITH_STRUCT(smet_disposition, smet_assessment_disposition_at(assessment, index, info));
    WITH_STRUCT(smet_score, smet_assessment_score(assessment, of, info));
    WITH_STRUCT(smet_next_fact, smet_assessment_next(assessment, index, info));
    smet_rule_t rule = fuzz_number(input);
    WITH_STRUCT(smet_rule_state, smet_assessment_rule(assessment, of, rule, info));
    fuzz_require(smet_assessment_disposition_count(assessment) <=
                 smet_term_count(SMET_VOCABULARY_INTERVENTION));
}

/* --- the description -------------------------------------------------------- */

static void describe(struct fuzz_input *input)
{
    int32_t term = fuzz_number(input);
    size_t index = fuzz_index(input), row = fuzz_index(input);
    WITH_STRUCT(smet_field_info, smet_field_describe(term, info));
    WITH_STRUCT(smet_instrument_info, smet_instrument_describe(term, info));
    WITH_STRUCT(smet_item_info, smet_item_describe(term, index, info));
    WITH_STRUCT(smet_points_info, smet_points_describe(term, index, row, info));
    WITH_STRUCT(smet_band_info, smet_band_describe(term, (smet_band_t)index, info));
    WITH_STRUCT(smet_finding_info, smet_finding_describe(term, info));
    WITH_STRUCT(smet_intervention_info, smet_intervention_describe(term, info));
    WITH_STRUCT(smet_rule_info, smet_rule_describe(term, info));
    WITH_STRUCT(smet_conflict_info, smet_conflict_describe(term, info));
    WITH_STRUCT(smet_mapping_info, smet_mapping_describe(index, info));
    WITH_STRUCT(smet_reference_info, smet_reference_describe(term, info));
    WITH_STRUCT(smet_evidence_info, smet_evidence_describe(term, info));
    WITH_STRUCT(smet_dispute_info, smet_dispute_describe(term, info));
}

static void list(struct fuzz_input *input)
{
    int32_t term = fuzz_number(input);
    size_t index = fuzz_index(input), row = fuzz_index(input), capacity = fuzz_byte(input);
    int32_t *out = fuzz_memory(capacity * sizeof *out);
    smet_field_t field;
    smet_instrument_references(term, out, capacity);
    smet_instrument_note_when(term, index, &field, out, capacity);
    smet_points_values(term, index, row, out, capacity);
    smet_rule_interventions(term, out, capacity);
    smet_rule_references(term, out, capacity);
    smet_rule_evidence(term, out, capacity);
    smet_rule_fields(term, out, capacity);
    smet_link_fields(index, out, capacity);
    smet_link_case_values(index, row, fuzz_index(input), out, capacity);
    smet_mapping_row(index, row, fuzz_number(input), out, capacity);
    smet_check_fields(index, out, capacity);
    smet_evidence_interventions(term, out, capacity);
    smet_dispute_references(term, out, capacity);
    free(out);
    const char **keys = fuzz_memory(capacity * sizeof *keys);
    smet_conflict_between(term, keys, capacity);
    free(keys);
}

static void spell(struct fuzz_input *input)
{
    int32_t term = fuzz_number(input), value = fuzz_number(input);
    size_t index = fuzz_index(input), capacity = fuzz_byte(input);
    char *text = fuzz_memory(capacity);
    smet_finding_condition(term, text, capacity);
    smet_rule_condition(term, text, capacity);
    smet_conflict_condition(term, text, capacity);
    smet_check_condition(index, text, capacity);
    free(text);
    const char *key = smet_value_key(term, value);
    fuzz_require(key == NULL || smet_value_find(term, key) == value);
    smet_value_label(term, value);
    smet_value_definition(term, value);
    smet_value_at(term, index);
    smet_instrument_note(term, index);
    smet_link_text(index);
    smet_link_shortcut(index);
    smet_link_once_entered(index);
    smet_link_case_count(index);
    smet_mapping_note(index, (size_t)term);
    smet_check_text(index);
    smet_status_name(term);
    smet_status_text(term);
}

static void name(struct fuzz_input *input)
{
    smet_vocabulary_t vocabulary = fuzz_number(input);
    int32_t term = smet_term_at(vocabulary, fuzz_index(input));
    const char *key = smet_term_key(vocabulary, term);
    fuzz_require(key == NULL || smet_term_find(vocabulary, key) == term);
    fuzz_require((smet_term_label(vocabulary, term) == NULL) == (key == NULL));
    smet_term_key(vocabulary, fuzz_number(input));
    char *word = fuzz_text(input, 40);
    term = smet_term_find(vocabulary, word);
    fuzz_require(term < 0 || strcmp(smet_term_key(vocabulary, term), word) == 0);
    smet_value_find(fuzz_number(input), word);
    free(word);
    fuzz_require(smet_link_count() > 0 && smet_mapping_count() > 0 && smet_check_count() > 0);
    fuzz_require(smet_version() != NULL && smet_version_number() > 0);
    fuzz_require(smet_abi_version() != NULL && smet_content_version() != NULL);
    int32_t serves = smet_abi_serves(fuzz_number(input), fuzz_number(input));
    fuzz_require(serves == 0 || serves == 1);
    fuzz_require(strlen(smet_content_digest()) == 64);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const calls[])(struct fuzz_input *) = {
        change_record, change_record, read_record, score_record, make_assessment,
        read_assessment, list_of_assessment, describe, list, spell, name};
    struct fuzz_input input = {data, size};
    records[0] = smet_record_new();
    while (input.left > 0)
        calls[fuzz_byte(&input) % (sizeof calls / sizeof calls[0])](&input);
    for (int i = 0; i < HANDLES; i++) {
        smet_record_free(records[i]);
        smet_assessment_free(assessments[i]);
        records[i] = NULL;
        assessments[i] = NULL;
    }
    return 0;
}
