/*
 * The tables, read through the API alone: what they hold is what the clinical
 * authority says, whole, in order, and each of it with its source.
 *
 * Quotations are from record.md, instruments.md, pathway.md and evidence.md.
 */
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VOCABULARIES = SMET_VOCABULARY_VOCABULARY + 1, INSTRUMENTS = 3, LIST_MAX = 128 };

/* --- texts --------------------------------------------------------------- */

/* A key is a word that needs no quotes in JSON, CSV or a shell. */
static void check_key(const char *key)
{
    expect(key != NULL && key[0] != '\0', "no key");
    for (const char *c = key; *c != '\0'; c++)
        expect((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
                   *c == '_' || *c == '.',
               "\"%s\" is no key", key);
}

/* What a reader would stumble over in any text. */
static void check_text(const char *what, const char *text)
{
    static const char *const never[] = {"  ", ("TO" "DO"), ("FIX" "ME"), ("XX" "X"), " .", " ,",
                                        "..", ",,", "( ", " )", "\t", "\n", "\r", "(null)", "%s", "%d"};
    expect(text != NULL, "%s: no text", what);
    expect(suite_is_utf8(text), "%s: not UTF-8", what);
    for (size_t i = 0; i < COUNT_OF(never); i++)
        expect(strstr(text, never[i]) == NULL, "%s has \"%s\": \"%s\"", what, never[i], text);
    size_t length = strlen(text);
    expect(length == 0 || (text[0] != ' ' && text[length - 1] != ' '), "%s: blanks around \"%s\"",
           what, text);
}

static void check_words(const char *what, const char *text)
{
    check_text(what, text);
    expect(text[0] != '\0', "%s is empty", what);
}

/* A text made of whole sentences. */
static void check_sentences(const char *what, const char *text)
{
    check_words(what, text);
    char last = text[strlen(text) - 1];
    expect(last == '.' || last == '?', "%s does not end: \"%s\"", what, text);
}

static bool has_word(const char *words, const char *wanted)
{
    char word[64];
    while (suite_next_word(&words, ' ', word))
        if (strcmp(word, wanted) == 0)
            return true;
    return false;
}

static struct smet_field_info field_info(smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    expect(smet_field_describe(field, &info) == SMET_OK, "field %d", (int)field);
    return info;
}

static struct smet_instrument_info instrument_info(smet_instrument_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    expect(smet_instrument_describe(instrument, &info) == SMET_OK, "instrument %d",
           (int)instrument);
    return info;
}

static struct smet_item_info item_info(smet_instrument_t instrument, size_t index)
{
    struct smet_item_info info = {.size = sizeof info};
    expect(smet_item_describe(instrument, index, &info) == SMET_OK, "item %zu", index);
    return info;
}

static struct smet_rule_info rule_info(smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    expect(smet_rule_describe(rule, &info) == SMET_OK, "rule %d", (int)rule);
    return info;
}

static struct smet_reference_info reference_info(smet_reference_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    expect(smet_reference_describe(reference, &info) == SMET_OK, "reference %d", (int)reference);
    return info;
}

static int32_t count_of(smet_vocabulary_t vocabulary)
{
    return (int32_t)smet_term_count(vocabulary);
}

/* --- vocabularies -------------------------------------------------------- */

START_TEST(every_vocabulary_is_walked_named_and_found)
{
    smet_vocabulary_t vocabulary = (smet_vocabulary_t)_i;
    size_t count = smet_term_count(vocabulary);
    ck_assert_uint_gt(count, 1);
    for (size_t i = 0; i < count; i++) {
        int32_t number = smet_term_at(vocabulary, i);
        expect(number != -1, "the INVALID member is walked");
        const char *key = smet_term_key(vocabulary, number);
        check_key(key);
        check_words(key, smet_term_label(vocabulary, number));
        expect(smet_term_find(vocabulary, key) == number, "%s is not found", key);
        for (size_t k = 0; k < i; k++)
            expect(smet_term_at(vocabulary, k) != number, "%s is walked twice", key);

        /* "Exact: case counts and nothing is trimmed." */
        char other[80];
        snprintf(other, sizeof other, "%s ", key);
        expect(smet_term_find(vocabulary, other) == -1, "\"%s\" is found", other);
        snprintf(other, sizeof other, " %s", key);
        expect(smet_term_find(vocabulary, other) == -1, "\"%s\" is found", other);
        snprintf(other, sizeof other, "%s", key);
        other[0] = (char)(other[0] ^ 0x20);
        expect(smet_term_find(vocabulary, other) == -1, "\"%s\" is found", other);
        other[strlen(other) - 1] = '\0';
        other[0] = key[0];
        expect(smet_term_find(vocabulary, other) != number, "\"%s\" is found", other);
    }
    ck_assert_int_eq(smet_term_at(vocabulary, count), -1);
    ck_assert_int_eq(smet_term_at(vocabulary, count + 1), -1);
    ck_assert_int_eq(smet_term_at(vocabulary, SIZE_MAX), -1);
    ck_assert_int_eq(smet_term_find(vocabulary, NULL), -1);
    ck_assert_int_eq(smet_term_find(vocabulary, ""), -1);
}
END_TEST

START_TEST(no_other_number_is_a_term)
{
    smet_vocabulary_t vocabulary = (smet_vocabulary_t)_i;
    size_t found = 0;
    for (int32_t number = -300; number < 300; number++) {
        bool known = false;
        for (size_t i = 0; i < smet_term_count(vocabulary); i++)
            known |= smet_term_at(vocabulary, i) == number;
        found += known;
        ck_assert_msg((smet_term_key(vocabulary, number) != NULL) == known, "term %d",
                      (int)number);
        ck_assert_msg((smet_term_label(vocabulary, number) != NULL) == known, "term %d",
                      (int)number);
    }
    ck_assert_uint_eq(found, smet_term_count(vocabulary));
    ck_assert_ptr_null(smet_term_key(vocabulary, -1));
    ck_assert_ptr_null(smet_term_key(vocabulary, INT32_MIN));
    ck_assert_ptr_null(smet_term_label(vocabulary, INT32_MAX));
}
END_TEST

START_TEST(no_other_number_is_a_vocabulary)
{
    static const smet_vocabulary_t none[] = {SMET_VOCABULARY_INVALID, -2, VOCABULARIES, 64, 255,
                                             INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        ck_assert_uint_eq(smet_term_count(none[i]), 0);
        ck_assert_int_eq(smet_term_at(none[i], 0), -1);
        ck_assert_ptr_null(smet_term_key(none[i], 0));
        ck_assert_ptr_null(smet_term_label(none[i], 0));
        ck_assert_int_eq(smet_term_find(none[i], "yes"), -1);
    }
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_VOCABULARY), VOCABULARIES);
    ck_assert_uint_eq(smet_term_count(VOCABULARIES), 0);
}
END_TEST

/* Keys that stand beside each other somewhere: in a record or a table ("No field, instrument,
 * output column or intervention shares a key with another"), and behind `sacralmet explain`. */
START_TEST(no_key_means_two_things)
{
    static const smet_vocabulary_t words[] = {SMET_VOCABULARY_FIELD, SMET_VOCABULARY_INSTRUMENT,
                                              SMET_VOCABULARY_INTERVENTION, SMET_VOCABULARY_RULE,
                                              SMET_VOCABULARY_REFERENCE};
    static char key[512][64];
    size_t count = 0;
    for (size_t w = 0; w < COUNT_OF(words); w++)
        for (size_t i = 0; i < smet_term_count(words[w]); i++)
            snprintf(key[count++], sizeof key[0], "%s",
                     smet_term_key(words[w], smet_term_at(words[w], i)));
    for (smet_instrument_t i = 0; i < INSTRUMENTS; i++)
        for (int column = 0; column < 3; column++) {
            static const char *const ends[] = {"min", "max", "bands"};
            snprintf(key[count++], sizeof key[0], "%s_%s", instrument_info(i).key, ends[column]);
        }
    snprintf(key[count++], sizeof key[0], "inconsistencies");
    snprintf(key[count++], sizeof key[0], "error");
    snprintf(key[count++], sizeof key[0], "row");
    ck_assert_uint_lt(count, COUNT_OF(key));
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < a; b++)
            expect(strcmp(key[a], key[b]) != 0, "\"%s\" means two things", key[a]);
}
END_TEST

/* "Verdicts, strongest first"; "a greater number is stronger" (pathway.h) */
START_TEST(verdicts_are_in_the_order_of_their_strength)
{
    static const char *const strongest_first[] = {"emergency", "out_of_scope", "contraindicated",
                                                  "not_recommended", "recommended", "option"};
    int32_t before = INT32_MAX;
    for (size_t i = 0; i < COUNT_OF(strongest_first); i++) {
        int32_t verdict = smet_term_find(SMET_VOCABULARY_VERDICT, strongest_first[i]);
        ck_assert_int_ge(verdict, 0);
        ck_assert_int_lt(verdict, before);
        before = verdict;
    }
    ck_assert_int_lt(smet_term_find(SMET_VOCABULARY_VERDICT, "caution"), before);
    ck_assert_int_eq(smet_term_find(SMET_VOCABULARY_VERDICT, "no_rule"), 0);
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_VERDICT), 8);
}
END_TEST

/* --- the record's definition --------------------------------------------- */

/* record.md, the tables: every field in order, its kind, whether it is an override, its options in
 * order. */
static const struct {
    const char *key;
    smet_field_kind_t kind;
    smet_field_group_t group;
    int32_t is_override;
    const char *options;
} fields[] = {
    {"age_years", SMET_KIND_INTEGER, SMET_GROUP_DISEASE, 0, ""},
    {"primary_tumor", SMET_KIND_CHOICE, SMET_GROUP_DISEASE, 0,
     "lung breast prostate kidney thyroid liver gallbladder stomach esophagus pancreas "
     "colon rectum bladder uterus cervix ovary melanoma osteosarcoma sarcoma carcinoid "
     "myeloma lymphoma head_and_neck testis other unknown_primary"},
    {"tumor_growth", SMET_KIND_CHOICE, SMET_GROUP_DISEASE, 1, "slow moderate rapid"},
    {"hypervascular", SMET_KIND_YES_NO, SMET_GROUP_DISEASE, 1, "no yes"},
    {"local_extension", SMET_KIND_YES_NO, SMET_GROUP_DISEASE, 0, "no yes"},
    {"solitary_lesion", SMET_KIND_YES_NO, SMET_GROUP_DISEASE, 0, "no yes"},
    {"extraspinal_bone_metastases", SMET_KIND_INTEGER, SMET_GROUP_DISEASE, 0, ""},
    {"vertebral_metastases", SMET_KIND_INTEGER, SMET_GROUP_DISEASE, 0, ""},
    {"major_organ_metastases", SMET_KIND_CHOICE, SMET_GROUP_DISEASE, 0,
     "none removable unremovable"},
    {"visceral_metastases", SMET_KIND_CHOICE, SMET_GROUP_DISEASE, 0, "none treatable untreatable"},
    {"karnofsky", SMET_KIND_INTEGER, SMET_GROUP_DISEASE, 0, ""},
    {"ecog", SMET_KIND_CHOICE, SMET_GROUP_DISEASE, 0, "0 1 2 3 4"},
    {"long_term_survival_expected", SMET_KIND_YES_NO, SMET_GROUP_DISEASE, 0, "no yes"},
    {"neurological_examination", SMET_KIND_CHOICE, SMET_GROUP_NEUROLOGY, 0, "normal abnormal"},
    {"frankel", SMET_KIND_CHOICE, SMET_GROUP_NEUROLOGY, 0, "A B C D E"},
    {"cauda_equina_syndrome", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"bladder", SMET_KIND_CHOICE, SMET_GROUP_NEUROLOGY, 0,
     "normal retention incontinence other_cause"},
    {"bowel", SMET_KIND_CHOICE, SMET_GROUP_NEUROLOGY, 0,
     "normal constipation incontinence other_cause"},
    {"motor_deficit", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"sensory_deficit", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"sexual_dysfunction", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"radiculopathy", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"acute_deterioration", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"nerve_root_compression", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"osseous_compression", SMET_KIND_YES_NO, SMET_GROUP_NEUROLOGY, 0, "no yes"},
    {"ambulation", SMET_KIND_CHOICE, SMET_GROUP_NEUROLOGY, 0, "independent aided none"},
    {"pain", SMET_KIND_CHOICE, SMET_GROUP_PAIN, 0, "none nonmechanical mechanical"},
    {"pain_score", SMET_KIND_INTEGER, SMET_GROUP_PAIN, 0, ""},
    {"pain_unrelenting", SMET_KIND_YES_NO, SMET_GROUP_PAIN, 0, "no yes"},
    {"lesion_level", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0,
     "occiput C1 C2 C3 C4 C5 C6 C7 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 L1 L2 L3 L4 L5 S1"
     " S2 S3 S4 S5"},
    {"bone_lesion", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0, "blastic mixed lytic"},
    {"alignment", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0, "normal deformity subluxation"},
    {"vertebral_collapse", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0,
     "none body_involved_over_half up_to_half over_half"},
    {"posterolateral_involvement", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0,
     "none unilateral bilateral"},
    {"stability", SMET_KIND_CHOICE, SMET_GROUP_LESION, 1, "stable potentially_unstable unstable"},
    {"epidural_disease", SMET_KIND_YES_NO, SMET_GROUP_LESION, 0, "no yes"},
    {"escc", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0, "0 1a 1b 1c 2 3"},
    {"ilium_involvement", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0, "none left right bilateral"},
    {"sacral_fracture", SMET_KIND_YES_NO, SMET_GROUP_LESION, 0, "no yes"},
    {"lesion_large", SMET_KIND_YES_NO, SMET_GROUP_LESION, 0, "no yes"},
    {"radiograph", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0,
     "not_done unremarkable arcuate_lines_lost other_abnormality"},
    {"mri", SMET_KIND_CHOICE, SMET_GROUP_LESION, 0,
     "not_done without_contrast with_and_without_contrast"},
    {"ct_done", SMET_KIND_YES_NO, SMET_GROUP_LESION, 0, "no yes"},
    {"tissue_diagnosis", SMET_KIND_CHOICE, SMET_GROUP_TREATMENT, 0,
     "none insufficient metastasis infection primary_sarcoma"},
    {"cultures_sent", SMET_KIND_YES_NO, SMET_GROUP_TREATMENT, 0, "no yes"},
    {"prior_radiotherapy", SMET_KIND_CHOICE, SMET_GROUP_TREATMENT, 0,
     "none conventional stereotactic both"},
    {"radiotherapy_outcome", SMET_KIND_CHOICE, SMET_GROUP_TREATMENT, 0,
     "controlled persistent_pain progression"},
    {"reported_sins", SMET_KIND_INTEGER, SMET_GROUP_REPORTED, 1, ""},
    {"reported_tokuhashi_revised", SMET_KIND_INTEGER, SMET_GROUP_REPORTED, 1, ""},
    {"reported_tomita", SMET_KIND_INTEGER, SMET_GROUP_REPORTED, 1, ""},
};

START_TEST(the_fields_are_those_of_the_record_s_definition)
{
    smet_field_t field = (smet_field_t)_i;
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_FIELD), COUNT_OF(fields));
    struct smet_field_info info = field_info(field);
    ck_assert_int_eq(info.field, field);
    ck_assert_str_eq(info.key, fields[_i].key);
    ck_assert_int_eq(info.kind, fields[_i].kind);
    ck_assert_int_eq(info.group, fields[_i].group);
    ck_assert_int_eq(info.is_override, fields[_i].is_override);
    if (info.kind == SMET_KIND_INTEGER)
        return;
    const char *options = fields[_i].options;
    char option[64];
    smet_value_t value = 0;
    for (; suite_next_word(&options, ' ', option); value++) {
        ck_assert_ptr_nonnull(smet_value_key(field, value));
        ck_assert_str_eq(smet_value_key(field, value), option);
    }
    ck_assert_uint_eq(smet_value_count(field), (size_t)value);
    ck_assert_int_eq(info.minimum, 0);
    ck_assert_int_eq(info.maximum, value - 1);
    ck_assert_int_eq(info.step, 1);
}
END_TEST

START_TEST(a_field_is_described_in_words)
{
    smet_field_t field = (smet_field_t)_i;
    struct smet_field_info info = field_info(field);
    ck_assert_str_eq(info.key, smet_term_key(SMET_VOCABULARY_FIELD, field));
    ck_assert_str_eq(info.label, smet_term_label(SMET_VOCABULARY_FIELD, field));
    check_words(info.key, info.label);
    check_sentences(info.key, info.definition);
    ck_assert_ptr_nonnull(smet_term_key(SMET_VOCABULARY_FIELD_KIND, info.kind));
    ck_assert_ptr_nonnull(smet_term_key(SMET_VOCABULARY_FIELD_GROUP, info.group));
}
END_TEST

START_TEST(the_values_of_a_field_are_walked_named_and_found)
{
    smet_field_t field = (smet_field_t)_i;
    struct smet_field_info info = field_info(field);
    size_t count = smet_value_count(field);
    ck_assert_uint_gt(count, 1);
    smet_value_t before = -1;
    for (size_t i = 0; i < count; i++) {
        smet_value_t value = smet_value_at(field, i);
        ck_assert_int_gt(value, before);
        before = value;
        const char *key = smet_value_key(field, value);
        check_key(key);
        check_words(key, smet_value_label(field, value));
        check_text(key, smet_value_definition(field, value));
        if (smet_value_definition(field, value)[0] != '\0')
            check_sentences(key, smet_value_definition(field, value));
        ck_assert_int_eq(smet_value_find(field, key), value);
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(key, smet_value_key(field, smet_value_at(field, k)));
        if (info.kind == SMET_KIND_INTEGER) {
            char digits[16];
            snprintf(digits, sizeof digits, "%d", (int)value);
            ck_assert_str_eq(key, digits);
            snprintf(digits, sizeof digits, "0%d", (int)value);
            ck_assert_int_eq(smet_value_find(field, digits), -1);
            snprintf(digits, sizeof digits, "+%d", (int)value);
            ck_assert_int_eq(smet_value_find(field, digits), -1);
        }
    }
    ck_assert_int_eq(smet_value_at(field, 0), info.minimum);
    ck_assert_int_eq(smet_value_at(field, count - 1), info.maximum);
    ck_assert_uint_eq(count, (size_t)((info.maximum - info.minimum) / info.step + 1));
    ck_assert(info.minimum >= 0 && info.maximum <= 127); /* fields.h: "within 0 to 127" */

    ck_assert_int_eq(smet_value_at(field, count), -1);
    ck_assert_int_eq(smet_value_at(field, SIZE_MAX), -1);
    ck_assert_int_eq(smet_value_find(field, NULL), -1);
    ck_assert_int_eq(smet_value_find(field, ""), -1);
    for (smet_value_t v = -3; v < 300; v++) {
        bool known = v >= info.minimum && v <= info.maximum && v % info.step == 0;
        ck_assert_int_eq(smet_value_key(field, v) != NULL, known);
        ck_assert_int_eq(smet_value_label(field, v) != NULL, known);
        ck_assert_int_eq(smet_value_definition(field, v) != NULL, known);
    }
    ck_assert_ptr_null(smet_value_key(field, INT32_MAX));
    ck_assert_ptr_null(smet_value_key(field, INT32_MIN));
}
END_TEST

START_TEST(no_other_number_is_a_field)
{
    static const smet_field_t none[] = {SMET_FIELD_INVALID, -2, SUITE_FIELDS, 63, 64, 255,
                                        INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        ck_assert_uint_eq(smet_value_count(none[i]), 0);
        ck_assert_int_eq(smet_value_at(none[i], 0), -1);
        ck_assert_ptr_null(smet_value_key(none[i], 0));
        ck_assert_ptr_null(smet_value_label(none[i], 0));
        ck_assert_ptr_null(smet_value_definition(none[i], 0));
        ck_assert_int_eq(smet_value_find(none[i], "yes"), -1);
    }
}
END_TEST

/* instruments.md, 4: "Frankel A-E; ... ESCC: labels with their definitions" */
START_TEST(descriptive_scales_have_definitions)
{
    static const smet_field_t scales[] = {SMET_FIELD_FRANKEL, SMET_FIELD_ECOG, SMET_FIELD_ESCC};
    for (size_t s = 0; s < COUNT_OF(scales); s++)
        for (size_t i = 0; i < smet_value_count(scales[s]); i++)
            check_sentences(field_info(scales[s]).key,
                            smet_value_definition(scales[s], smet_value_at(scales[s], i)));
}
END_TEST

/* --- linked fields ------------------------------------------------------- */

static size_t link_fields(size_t link, smet_field_t list[3])
{
    size_t count = smet_link_fields(link, list, 3);
    expect(count == 2 || count == 3, "link %zu has %zu fields", link, count);
    return count;
}

/* record.md: "Each line holds one or more relations between two or three fields". What narrows
 * along a relation relies on this: no value is lost while the other fields are unknown. */
START_TEST(every_value_is_supported_by_a_case_of_each_link)
{
    ck_assert_uint_gt(smet_link_count(), 0);
    for (size_t link = 0; link < smet_link_count(); link++) {
        smet_field_t list[3];
        size_t count = link_fields(link, list);
        check_sentences("a link", smet_link_text(link));
        ck_assert_uint_gt(smet_link_case_count(link), 0);
        for (size_t position = 0; position < count; position++) {
            struct suite_values all, supported = {0, {0}};
            suite_domain(list[position], &all);
            for (size_t c = 0; c < smet_link_case_count(link); c++) {
                smet_value_t values[LIST_MAX];
                size_t allowed = smet_link_case_values(link, c, position, values, LIST_MAX);
                expect(allowed > 0 && allowed <= all.count, "link %zu, case %zu allows %zu", link,
                       c, allowed);
                for (size_t v = 0; v < allowed; v++) {
                    expect(suite_values_have(&all, values[v]), "link %zu: a foreign value", link);
                    if (!suite_values_have(&supported, values[v]))
                        supported.value[supported.count++] = values[v];
                }
            }
            /* "radiotherapy_outcome, once entered, only with prior_radiotherapy not none": this
             * one speaks only of records that have an outcome. */
            bool once_entered = list[0] == SMET_FIELD_RADIOTHERAPY_OUTCOME;
            bool but_none = once_entered && list[position] == SMET_FIELD_PRIOR_RADIOTHERAPY;
            ck_assert_uint_eq(supported.count, all.count - but_none);
            ck_assert_int_eq(
                but_none && suite_values_have(&supported, SMET_PRIOR_RADIOTHERAPY_NONE), 0);
        }
    }
}
END_TEST

START_TEST(a_link_is_between_fields_of_the_record_and_said_once)
{
    for (size_t link = 0; link < smet_link_count(); link++) {
        smet_field_t list[3], other[3];
        size_t count = link_fields(link, list);
        for (size_t i = 0; i < count; i++) {
            ck_assert(list[i] >= 0 && list[i] < SUITE_FIELDS);
            ck_assert_int_eq(field_info(list[i]).is_override, 0);
            for (size_t k = 0; k < i; k++)
                ck_assert_int_ne(list[i], list[k]);
        }
        ck_assert_uint_eq(smet_link_case_values(link, 0, count, NULL, 0), 0);
        for (size_t before = 0; before < link; before++)
            ck_assert(link_fields(before, other) != count ||
                      memcmp(list, other, count * sizeof list[0]) != 0);
    }
    ck_assert_ptr_null(smet_link_text(smet_link_count()));
    ck_assert_ptr_null(smet_link_text(SIZE_MAX));
    ck_assert_uint_eq(smet_link_fields(smet_link_count(), NULL, 0), 0);
    ck_assert_uint_eq(smet_link_case_count(smet_link_count()), 0);
    ck_assert_uint_eq(smet_link_case_values(smet_link_count(), 0, 0, NULL, 0), 0);
    ck_assert_uint_eq(smet_link_case_values(0, smet_link_case_count(0), 0, NULL, 0), 0);
    ck_assert_uint_eq(smet_link_case_values(0, 0, smet_link_fields(0, NULL, 0), NULL, 0), 0);
    ck_assert_uint_eq(smet_link_case_values(0, 0, 3, NULL, 0), 0);
    ck_assert_uint_eq(smet_link_case_values(0, 0, SIZE_MAX, NULL, 0), 0);
}
END_TEST

/* "`neurological_examination` ...: a shortcut; `normal` answers the fields named under linked
 * fields" */
START_TEST(the_examination_is_the_one_shortcut)
{
    size_t answered = 0;
    for (size_t link = 0; link < smet_link_count(); link++) {
        smet_field_t list[3];
        link_fields(link, list);
        bool is_shortcut = list[0] == SMET_FIELD_NEUROLOGICAL_EXAMINATION;
        answered += is_shortcut;
        ck_assert_int_eq(smet_link_shortcut(link), is_shortcut ? list[0] : SMET_FIELD_INVALID);
    }
    ck_assert_uint_eq(answered, 9);
    ck_assert_int_eq(smet_link_shortcut(smet_link_count()), SMET_FIELD_INVALID);
    ck_assert_int_eq(smet_link_shortcut(SIZE_MAX), SMET_FIELD_INVALID);
}
END_TEST

/* "`radiotherapy_outcome`, once entered, only with `prior_radiotherapy` not none": no other line
 * says "once entered". */
START_TEST(one_link_holds_once_its_field_is_entered)
{
    for (size_t link = 0; link < smet_link_count(); link++) {
        smet_field_t list[3];
        link_fields(link, list);
        ck_assert_int_eq(smet_link_once_entered(link),
                         list[0] == SMET_FIELD_RADIOTHERAPY_OUTCOME);
    }
    ck_assert_int_eq(smet_link_once_entered(smet_link_count()), 0);
    ck_assert_int_eq(smet_link_once_entered(SIZE_MAX), 0);
}
END_TEST

/*
 * Totals are summed over the cases of links that tie two items directly. Two
 * items that were tied only by way of other fields would be summed as if they
 * were free of each other.
 */
START_TEST(no_items_are_tied_only_by_way_of_other_fields)
{
    for (smet_instrument_t instrument = 0; instrument < INSTRUMENTS; instrument++) {
        uint64_t read = 0;
        for (size_t i = 0; i < instrument_info(instrument).item_count; i++) {
            struct smet_item_info item = item_info(instrument, i);
            read |= SUITE_BIT(item.field);
            if (item.mapped_from >= 0)
                read |= SUITE_BIT(item.mapped_from);
        }
        for (smet_field_t from = 0; from < SUITE_FIELDS; from++) {
            if ((read >> from & 1) == 0)
                continue;
            uint64_t tied = SUITE_BIT(from), reached = SUITE_BIT(from);
            for (int steps = 0; steps < SUITE_FIELDS; steps++) {
                uint64_t next = reached;
                for (size_t link = 0; link < smet_link_count(); link++) {
                    smet_field_t list[3];
                    uint64_t mask = 0;
                    size_t count = link_fields(link, list);
                    for (size_t i = 0; i < count; i++)
                        mask |= SUITE_BIT(list[i]);
                    if ((mask & reached) != 0)
                        next |= mask;
                    if ((mask >> from & 1) != 0)
                        tied |= mask;
                }
                reached = next;
            }
            ck_assert_msg((reached & read & ~tied) == 0, "instrument %d: field %d is tied to %s",
                          (int)instrument, (int)from,
                          suite_field_keys(reached & read & ~tied));
        }
    }
}
END_TEST

/* --- mappings and checks ------------------------------------------------- */

static size_t mapping_of(smet_field_t field, struct smet_mapping_info *found)
{
    for (size_t m = 0; m < smet_mapping_count(); m++) {
        *found = (struct smet_mapping_info){.size = sizeof *found};
        expect(smet_mapping_describe(m, found) == SMET_OK, "mapping %zu", m);
        if (found->field == field)
            return m;
    }
    ck_abort_msg("field %d has no mapping", (int)field);
    return 0;
}

START_TEST(mappings_are_of_overrides_and_cover_what_they_map_from)
{
    ck_assert_uint_eq(smet_mapping_count(), 3);
    for (size_t m = 0; m < smet_mapping_count(); m++) {
        struct smet_mapping_info info = {.size = sizeof info};
        ck_assert_int_eq(smet_mapping_describe(m, &info), SMET_OK);
        ck_assert_int_eq(field_info(info.field).is_override, 1);
        check_sentences("a mapping", info.text);
        if (info.from < 0) {
            ck_assert_uint_eq(info.row_count, 0);
            ck_assert_int_ge(info.instrument, 0);
            ck_assert_ptr_nonnull(smet_term_key(SMET_VOCABULARY_FINDING, info.where));
            continue;
        }
        ck_assert_int_eq(info.instrument, SMET_INSTRUMENT_INVALID);
        ck_assert_int_eq(info.where, SMET_FINDING_INVALID);
        size_t seen[SUITE_VALUES] = {0};
        for (size_t row = 0; row < info.row_count; row++) {
            smet_value_t values[LIST_MAX];
            size_t count = smet_mapping_row(m, row, 0, values, LIST_MAX);
            ck_assert_uint_gt(count, 0);
            for (size_t i = 0; i < count; i++)
                seen[values[i]]++;
            count = smet_mapping_row(m, row, 1, values, LIST_MAX);
            ck_assert_uint_gt(count, 0);
            for (size_t i = 0; i < count; i++)
                ck_assert_ptr_nonnull(smet_value_key(info.field, values[i]));
            check_text("a mapping's note", smet_mapping_note(m, row));
        }
        for (smet_value_t v = 0; v < SUITE_VALUES; v++)
            ck_assert_uint_eq(seen[v], smet_value_key(info.from, v) != NULL);
        ck_assert_uint_eq(smet_mapping_row(m, info.row_count, 0, NULL, 0), 0);
        ck_assert_ptr_null(smet_mapping_note(m, info.row_count));
    }
    ck_assert_uint_eq(smet_mapping_row(smet_mapping_count(), 0, 0, NULL, 0), 0);
    ck_assert_ptr_null(smet_mapping_note(smet_mapping_count(), 0));
}
END_TEST

/* "`stability` where entered; else, where `upper_sacral` is true, the SINS bands still
 * possible" */
START_TEST(stability_is_mapped_from_sins_for_upper_sacral_lesions)
{
    struct smet_mapping_info info;
    mapping_of(SMET_FIELD_STABILITY, &info);
    ck_assert_int_eq(info.from, SMET_FIELD_INVALID);
    ck_assert_int_eq(info.instrument, SMET_INSTRUMENT_SINS);
    ck_assert_int_eq(info.where, SMET_FINDING_UPPER_SACRAL);
    /* The bands and the options are the same words in the same order. */
    for (smet_value_t v = 0; v < 3; v++) {
        struct smet_band_info band = {.size = sizeof band};
        ck_assert_int_eq(smet_band_describe(SMET_INSTRUMENT_SINS, v, &band), SMET_OK);
        ck_assert_str_eq(band.key, smet_value_key(SMET_FIELD_STABILITY, v));
    }
}
END_TEST

/* "`hypervascular` yes where entered; else primary kidney, liver or thyroid"; "with other
 * primaries it stays unknown" */
START_TEST(vascularity_is_mapped_from_three_primaries)
{
    struct smet_mapping_info info;
    size_t mapping = mapping_of(SMET_FIELD_HYPERVASCULAR, &info);
    ck_assert_int_eq(info.from, SMET_FIELD_PRIMARY_TUMOR);
    for (size_t row = 0; row < info.row_count; row++) {
        smet_value_t from[LIST_MAX], to[LIST_MAX];
        size_t count = smet_mapping_row(mapping, row, 0, from, LIST_MAX);
        size_t classes = smet_mapping_row(mapping, row, 1, to, LIST_MAX);
        for (size_t i = 0; i < count; i++) {
            bool named = from[i] == SMET_PRIMARY_TUMOR_KIDNEY ||
                         from[i] == SMET_PRIMARY_TUMOR_LIVER ||
                         from[i] == SMET_PRIMARY_TUMOR_THYROID;
            ck_assert_uint_eq(classes, named ? 1u : 2u);
            ck_assert_int_eq(to[classes - 1], SMET_YES);
        }
    }
}
END_TEST

/* record.md, "Inconsistencies": the table, in its order */
static const char *const checks[] = {
    "stability",
    "tumor_growth primary_tumor",
    "hypervascular primary_tumor",
    "reported_sins",
    "reported_tokuhashi_revised",
    "reported_tomita",
    "cauda_equina_syndrome nerve_root_compression epidural_disease",
    "bladder bowel nerve_root_compression epidural_disease",
    "nerve_root_compression osseous_compression",
    "cauda_equina_syndrome frankel bladder bowel",
    "frankel motor_deficit sensory_deficit bladder bowel",
};

START_TEST(the_checks_are_those_of_the_table)
{
    ck_assert_uint_eq(smet_check_count(), COUNT_OF(checks));
    for (size_t i = 0; i < COUNT_OF(checks); i++) {
        smet_field_t list[8];
        size_t count = smet_check_fields(i, list, COUNT_OF(list));
        const char *keys = checks[i];
        char key[64], words[2048];
        for (size_t k = 0; k < count; k++) {
            ck_assert(suite_next_word(&keys, ' ', key));
            ck_assert_str_eq(smet_term_key(SMET_VOCABULARY_FIELD, list[k]), key);
        }
        ck_assert_str_eq(keys, "");
        check_sentences(checks[i], smet_check_text(i));
        ck_assert_uint_lt(smet_check_condition(i, words, sizeof words), sizeof words);
        check_words(checks[i], words);
    }
    ck_assert_ptr_null(smet_check_text(COUNT_OF(checks)));
    ck_assert_ptr_null(smet_check_text(SIZE_MAX));
    ck_assert_uint_eq(smet_check_fields(COUNT_OF(checks), NULL, 0), 0);
    ck_assert_uint_eq(smet_check_condition(COUNT_OF(checks), NULL, 0), 0);
}
END_TEST

/* --- instruments --------------------------------------------------------- */

/* instruments.md, the headings and "Bands"; months of survival as the bands of the revised
 * Tokuhashi score are named there, and for no other score */
static const struct {
    const char *key;
    int32_t minimum, maximum;
    smet_direction_t direction;
    const char *reported;
    const char *alias; /* that it must have */
    struct {
        const char *key;
        int32_t minimum, maximum;
        int32_t survival_minimum, survival_maximum;
    } bands[4];
    smet_reference_t original;
} instruments[] = {
    {"tokuhashi_revised", 0, 15, SMET_DIRECTION_HIGHER_IS_BETTER, "reported_tokuhashi_revised",
     "modified",
     {{"under_6_months", 0, 8, 0, 6}, {"at_least_6_months", 9, 11, 6, 0},
      {"at_least_12_months", 12, 15, 12, 0}},
     SMET_REFERENCE_TOKUHASHI_2005},
    {"tomita", 2, 10, SMET_DIRECTION_HIGHER_IS_WORSE, "reported_tomita", "",
     {{"long_term_control", 2, 3}, {"middle_term_control", 4, 5}, {"short_term_palliation", 6, 7},
      {"terminal_care", 8, 10}},
     SMET_REFERENCE_TOMITA_2001},
    {"sins", 0, 18, SMET_DIRECTION_HIGHER_IS_WORSE, "reported_sins", "SINS",
     {{"stable", 0, 6}, {"potentially_unstable", 7, 12}, {"unstable", 13, 18}},
     SMET_REFERENCE_FISHER_2010},
};

START_TEST(an_instrument_has_its_range_and_bands)
{
    smet_instrument_t instrument = (smet_instrument_t)_i;
    struct smet_instrument_info info = instrument_info(instrument);
    ck_assert_str_eq(info.key, instruments[_i].key);
    ck_assert_int_eq(info.minimum, instruments[_i].minimum);
    ck_assert_int_eq(info.maximum, instruments[_i].maximum);
    ck_assert_int_eq(info.direction, instruments[_i].direction);
    ck_assert_str_eq(field_info(info.reported_field).key, instruments[_i].reported);
    ck_assert_int_eq(field_info(info.reported_field).minimum, info.minimum);
    ck_assert_int_eq(field_info(info.reported_field).maximum, info.maximum);
    ck_assert_ptr_nonnull(strstr(info.alias, instruments[_i].alias));
    check_words(info.key, info.label);
    for (smet_band_t b = 0; b < (smet_band_t)info.band_count; b++) {
        struct smet_band_info band = {.size = sizeof band};
        ck_assert_int_eq(smet_band_describe(instrument, b, &band), SMET_OK);
        ck_assert_str_eq(band.key, instruments[_i].bands[b].key);
        ck_assert_int_eq(band.minimum, instruments[_i].bands[b].minimum);
        ck_assert_int_eq(band.maximum, instruments[_i].bands[b].maximum);
        ck_assert_int_eq(band.survival_minimum, instruments[_i].bands[b].survival_minimum);
        ck_assert_int_eq(band.survival_maximum, instruments[_i].bands[b].survival_maximum);
    }
    /* "it does not predict survival", of SINS */
    ck_assert_int_eq(info.is_prognostic, instrument != SMET_INSTRUMENT_SINS);
}
END_TEST

START_TEST(bands_tile_the_range)
{
    smet_instrument_t instrument = (smet_instrument_t)_i;
    struct smet_instrument_info info = instrument_info(instrument);
    int32_t next = info.minimum;
    ck_assert_uint_gt(info.band_count, 1);
    for (smet_band_t b = 0; b < (smet_band_t)info.band_count; b++) {
        struct smet_band_info band = {.size = sizeof band};
        ck_assert_int_eq(smet_band_describe(instrument, b, &band), SMET_OK);
        ck_assert_int_eq(band.band, b);
        ck_assert_int_eq(band.minimum, next);
        ck_assert_int_ge(band.maximum, band.minimum);
        next = band.maximum + 1;
        check_key(band.key);
        check_words(band.key, band.label);
        check_words(band.key, band.provenance);
        check_text(band.key, band.alias);
        check_text(band.key, band.strategy);
        for (smet_band_t before = 0; before < b; before++) {
            struct smet_band_info other = {.size = sizeof other};
            smet_band_describe(instrument, before, &other);
            ck_assert_str_ne(band.key, other.key);
        }
    }
    ck_assert_int_eq(next, info.maximum + 1);
}
END_TEST

/* "SINS 7-12: both as aliases"; "From 7 up: surgical consultation"; excision and the sacrum */
START_TEST(a_band_says_what_its_authors_attach_to_it)
{
    static const struct {
        smet_instrument_t instrument;
        smet_band_t band;
        const char *words;
    } said[] = {
        {SMET_INSTRUMENT_SINS, 1, "impending instability"},
        {SMET_INSTRUMENT_SINS, 1, "indeterminate"},
        {SMET_INSTRUMENT_SINS, 1, "consultation"},
        {SMET_INSTRUMENT_SINS, 2, "consultation"},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, 0, "conservative"},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, 1, "single lesion"},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, 2, "excision"},
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, 2, "minimal role"},
        {SMET_INSTRUMENT_TOMITA, 0, "wide or marginal"},
        {SMET_INSTRUMENT_TOMITA, 0, "minimal role"},
        {SMET_INSTRUMENT_TOMITA, 1, "marginal or intralesional"},
        {SMET_INSTRUMENT_TOMITA, 1, "minimal role"},
        {SMET_INSTRUMENT_TOMITA, 2, "palliative surgery"},
        {SMET_INSTRUMENT_TOMITA, 3, "supportive care"},
    };
    for (size_t i = 0; i < COUNT_OF(said); i++) {
        struct smet_band_info band = {.size = sizeof band};
        ck_assert_int_eq(smet_band_describe(said[i].instrument, said[i].band, &band), SMET_OK);
        ck_assert_msg(strstr(band.alias, said[i].words) != NULL ||
                          strstr(band.strategy, said[i].words) != NULL,
                      "%s does not say \"%s\"", band.key, said[i].words);
    }
}
END_TEST

/* Every permitted value stands in exactly one row; the rows' least and greatest points sum to the
 * range. */
START_TEST(rows_of_points_cover_the_domain_and_the_range)
{
    smet_instrument_t instrument = (smet_instrument_t)_i;
    struct smet_instrument_info info = instrument_info(instrument);
    int32_t least = 0, greatest = 0;
    ck_assert_uint_gt(info.item_count, 1);
    for (size_t i = 0; i < info.item_count; i++) {
        struct smet_item_info item = item_info(instrument, i);
        size_t seen[SUITE_VALUES] = {0};
        int32_t low = INT32_MAX, high = INT32_MIN;
        check_key(item.key);
        check_words(item.key, item.label);
        check_words(item.key, item.provenance);
        check_text(item.key, item.caveat);
        ck_assert_uint_gt(item.row_count, 1);
        for (size_t row = 0; row < item.row_count; row++) {
            struct smet_points_info points = {.size = sizeof points};
            ck_assert_int_eq(smet_points_describe(instrument, i, row, &points), SMET_OK);
            check_words(item.key, points.label);
            check_text(item.key, points.note);
            ck_assert_int_ge(points.points, 0);
            low = points.points < low ? points.points : low;
            high = points.points > high ? points.points : high;
            smet_value_t values[LIST_MAX];
            size_t count = smet_points_values(instrument, i, row, values, LIST_MAX);
            ck_assert_uint_gt(count, 0);
            ck_assert_uint_le(count, LIST_MAX);
            for (size_t v = 0; v < count; v++) {
                ck_assert(v == 0 || values[v] > values[v - 1]);
                seen[values[v]]++;
            }
        }
        for (smet_value_t v = 0; v < SUITE_VALUES; v++)
            ck_assert_msg(seen[v] == (smet_value_key(item.field, v) != NULL),
                          "%s: value %d stands in %zu rows", item.key, (int)v, seen[v]);
        for (size_t before = 0; before < i; before++) {
            ck_assert_str_ne(item.key, item_info(instrument, before).key);
            ck_assert_int_ne(item.field, item_info(instrument, before).field);
        }
        least += low;
        greatest += high;
        ck_assert_uint_eq(smet_points_values(instrument, i, item.row_count, NULL, 0), 0);
    }
    ck_assert_int_eq(least, info.minimum);
    ck_assert_int_eq(greatest, info.maximum);
    ck_assert_uint_eq(smet_points_values(instrument, info.item_count, 0, NULL, 0), 0);
}
END_TEST

START_TEST(an_instrument_has_notes_and_its_original_first)
{
    smet_instrument_t instrument = (smet_instrument_t)_i;
    struct smet_instrument_info info = instrument_info(instrument);
    ck_assert_uint_gt(info.note_count, 0);
    for (size_t i = 0; i < info.note_count; i++) {
        const char *note = smet_instrument_note(instrument, i);
        check_words(info.key, note);
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(note, smet_instrument_note(instrument, k));
    }
    ck_assert_ptr_null(smet_instrument_note(instrument, info.note_count));
    ck_assert_ptr_null(smet_instrument_note(instrument, SIZE_MAX));
    int32_t references[LIST_MAX];
    size_t count = smet_instrument_references(instrument, references, LIST_MAX);
    ck_assert_uint_gt(count, 0);
    ck_assert_int_eq(references[0], instruments[_i].original);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(reference_info(references[i]).reference, references[i]);
        for (size_t k = 0; k < i; k++)
            ck_assert_int_ne(references[i], references[k]);
    }
}
END_TEST

START_TEST(no_other_number_is_an_instrument)
{
    static const smet_instrument_t none[] = {SMET_INSTRUMENT_INVALID, -2, INSTRUMENTS, 64,
                                             INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        ck_assert_uint_eq(smet_instrument_references(none[i], NULL, 0), 0);
        ck_assert_ptr_null(smet_instrument_note(none[i], 0));
        ck_assert_uint_eq(smet_points_values(none[i], 0, 0, NULL, 0), 0);
    }
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_INSTRUMENT), INSTRUMENTS);
}
END_TEST

/* --- the pathway --------------------------------------------------------- */

/* pathway.md, "Groups": the interventions in order, and the groups */
static const char interventions[] =
    "urgent_decompression urgent_surgical_evaluation surgical_consultation metastasis_pathway "
    "mri_with_and_without_contrast ct ct_guided_biopsy open_biopsy intraoperative_biopsy "
    "biopsy_cultures conventional_radiotherapy stereotactic_radiosurgery laminectomy "
    "laminectomy_with_lumbopelvic_fixation unilateral_lumbopelvic_fixation "
    "lumbopelvic_stabilization_evaluation palliative_surgery en_bloc_resection nonoperative_care "
    "supportive_care sacroplasty radiofrequency_ablation ablation_with_cement "
    "palliative_embolization preoperative_embolization aortic_balloon_occlusion "
    "plastic_surgery_closure intrawound_vancomycin minimally_invasive_screws "
    "thromboembolism_assessment multidisciplinary_review measure_sosgoq "
    "measure_promis_physical_function measure_promis_pain_intensity measure_seven_domains";
static const char operations[] =
    "urgent_decompression laminectomy laminectomy_with_lumbopelvic_fixation "
    "unilateral_lumbopelvic_fixation palliative_surgery en_bloc_resection";
static const char local_treatments[] =
    "conventional_radiotherapy stereotactic_radiosurgery sacroplasty radiofrequency_ablation "
    "ablation_with_cement palliative_embolization";
static const char around_an_operation[] =
    "preoperative_embolization aortic_balloon_occlusion plastic_surgery_closure "
    "intrawound_vancomycin minimally_invasive_screws";

START_TEST(the_interventions_are_those_of_the_pathway)
{
    const char *words = interventions;
    char key[64];
    smet_intervention_t intervention = 0;
    for (; suite_next_word(&words, ' ', key); intervention++) {
        struct smet_intervention_info info = {.size = sizeof info};
        ck_assert_int_eq(smet_intervention_describe(intervention, &info), SMET_OK);
        ck_assert_int_eq(info.intervention, intervention);
        ck_assert_str_eq(info.key, key);
        check_words(key, info.label);
        check_sentences(key, info.definition);
        ck_assert_int_eq(info.is_operation, has_word(operations, key));
        ck_assert_int_eq(info.is_local_treatment, has_word(local_treatments, key));
        ck_assert_int_eq(info.is_around_operation, has_word(around_an_operation, key));
    }
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_INTERVENTION), (size_t)intervention);
}
END_TEST

/* pathway.md, "Rules": verdict, grade, interventions and the review's reference numbers ("" where
 * the sentence cites nothing) of every rule in order. */
static const struct {
    const char *key;
    smet_verdict_t verdict;
    smet_grade_t grade;
    const char *interventions;
    const char *references;
} rules[] = {
    {"emergency.cauda_equina", SMET_VERDICT_EMERGENCY, SMET_GRADE_REVIEW,
     "urgent_decompression",
     "14"},
    {"emergency.sphincter_loss", SMET_VERDICT_EMERGENCY, SMET_GRADE_INTERPRETATION,
     "urgent_decompression",
     "14"},
    {"emergency.early_signs", SMET_VERDICT_EMERGENCY, SMET_GRADE_REVIEW,
     "urgent_surgical_evaluation",
     ""},
    {"evaluation.constipation", SMET_VERDICT_RECOMMENDED, SMET_GRADE_INTERPRETATION,
     "urgent_surgical_evaluation",
     ""},
    {"emergency.first", SMET_VERDICT_NOT_RECOMMENDED, SMET_GRADE_INTERPRETATION,
     "ct_guided_biopsy open_biopsy en_bloc_resection sacroplasty radiofrequency_ablation "
     "ablation_with_cement palliative_embolization",
     ""},
    {"emergency.before_radiation", SMET_VERDICT_NOT_RECOMMENDED, SMET_GRADE_INTERPRETATION,
     "conventional_radiotherapy stereotactic_radiosurgery",
     ""},
    {"emergency.evaluate_first", SMET_VERDICT_CAUTION, SMET_GRADE_INTERPRETATION,
     "conventional_radiotherapy stereotactic_radiosurgery",
     ""},
    {"radiation.none_in_cauda_equina", SMET_VERDICT_CONTRAINDICATED, SMET_GRADE_REVIEW,
     "conventional_radiotherapy stereotactic_radiosurgery",
     ""},
    {"scope.not_metastasis", SMET_VERDICT_OUT_OF_SCOPE, SMET_GRADE_REVIEW,
     "metastasis_pathway conventional_radiotherapy stereotactic_radiosurgery laminectomy "
     "laminectomy_with_lumbopelvic_fixation unilateral_lumbopelvic_fixation "
     "lumbopelvic_stabilization_evaluation palliative_surgery en_bloc_resection "
     "nonoperative_care supportive_care sacroplasty radiofrequency_ablation "
     "ablation_with_cement palliative_embolization preoperative_embolization "
     "aortic_balloon_occlusion plastic_surgery_closure intrawound_vancomycin "
     "minimally_invasive_screws",
     "17 18"},
    {"scope.not_sacral", SMET_VERDICT_OUT_OF_SCOPE, SMET_GRADE_REVIEW,
     "metastasis_pathway conventional_radiotherapy stereotactic_radiosurgery laminectomy "
     "laminectomy_with_lumbopelvic_fixation unilateral_lumbopelvic_fixation "
     "lumbopelvic_stabilization_evaluation palliative_surgery en_bloc_resection sacroplasty"
     " radiofrequency_ablation ablation_with_cement palliative_embolization "
     "preoperative_embolization aortic_balloon_occlusion plastic_surgery_closure "
     "intrawound_vancomycin minimally_invasive_screws",
     ""},
    {"scope.local_extension", SMET_VERDICT_OUT_OF_SCOPE, SMET_GRADE_REVIEW,
     "en_bloc_resection",
     ""},
    {"imaging.mri", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "mri_with_and_without_contrast",
     "17"},
    {"imaging.ct", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "ct",
     ""},
    {"imaging.radiograph_insufficient", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "mri_with_and_without_contrast",
     "11 15 16"},
    {"biopsy.ct_guided", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "ct_guided_biopsy",
     "17 18"},
    {"biopsy.local_extension", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "ct_guided_biopsy",
     ""},
    {"biopsy.open", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "open_biopsy",
     ""},
    {"biopsy.intraoperative", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "intraoperative_biopsy",
     ""},
    {"biopsy.cultures", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "biopsy_cultures",
     ""},
    {"diagnosis.before_treatment", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "conventional_radiotherapy stereotactic_radiosurgery laminectomy "
     "laminectomy_with_lumbopelvic_fixation unilateral_lumbopelvic_fixation "
     "palliative_surgery en_bloc_resection sacroplasty radiofrequency_ablation "
     "ablation_with_cement palliative_embolization",
     "17 18"},
    {"radiation.first_line", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "conventional_radiotherapy",
     "19"},
    {"radiosurgery.recurrence", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "stereotactic_radiosurgery",
     "21"},
    {"radiosurgery.option", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "stereotactic_radiosurgery",
     "20 22"},
    {"radiosurgery.osseous", SMET_VERDICT_CONTRAINDICATED, SMET_GRADE_REVIEW,
     "stereotactic_radiosurgery",
     "22 23"},
    {"radiosurgery.instability", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "stereotactic_radiosurgery",
     "22 23"},
    {"radiosurgery.large", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "stereotactic_radiosurgery",
     "22 23"},
    {"radiation.instability", SMET_VERDICT_CAUTION, SMET_GRADE_INTERPRETATION,
     "conventional_radiotherapy",
     "24"},
    {"radiation.osseous", SMET_VERDICT_CAUTION, SMET_GRADE_INTERPRETATION,
     "conventional_radiotherapy",
     "22 23"},
    {"radiation.mechanical_pain", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "conventional_radiotherapy stereotactic_radiosurgery",
     "38 39"},
    {"radiation.reirradiation", SMET_VERDICT_CAUTION, SMET_GRADE_INTERPRETATION,
     "conventional_radiotherapy stereotactic_radiosurgery",
     "21"},
    {"surgery.deficit", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "surgical_consultation",
     "24"},
    {"surgery.instability", SMET_VERDICT_RECOMMENDED, SMET_GRADE_INSTRUMENT,
     "surgical_consultation",
     "24"},
    {"surgery.failed_radiotherapy", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "surgical_consultation",
     "24"},
    {"surgery.laminectomy", SMET_VERDICT_RECOMMENDED, SMET_GRADE_EXPERT,
     "laminectomy",
     ""},
    {"surgery.laminectomy_radicular", SMET_VERDICT_OPTION, SMET_GRADE_EXPERT,
     "laminectomy",
     ""},
    {"surgery.laminectomy_fixation", SMET_VERDICT_RECOMMENDED, SMET_GRADE_EXPERT,
     "laminectomy_with_lumbopelvic_fixation",
     ""},
    {"surgery.unilateral_fixation", SMET_VERDICT_RECOMMENDED, SMET_GRADE_EXPERT,
     "unilateral_lumbopelvic_fixation",
     ""},
    {"surgery.stabilization", SMET_VERDICT_RECOMMENDED, SMET_GRADE_INTERPRETATION,
     "lumbopelvic_stabilization_evaluation",
     "46"},
    {"surgery.laminectomy_bilateral", SMET_VERDICT_OPTION, SMET_GRADE_INTERPRETATION,
     "laminectomy",
     ""},
    {"surgery.sins_blind_spot", SMET_VERDICT_CAUTION, SMET_GRADE_INTERPRETATION,
     "laminectomy sacroplasty",
     ""},
    {"surgery.reserved", SMET_VERDICT_NOT_RECOMMENDED, SMET_GRADE_REVIEW,
     "laminectomy laminectomy_with_lumbopelvic_fixation palliative_surgery",
     ""},
    {"surgery.no_epidural", SMET_VERDICT_NOT_RECOMMENDED, SMET_GRADE_INTERPRETATION,
     "laminectomy laminectomy_with_lumbopelvic_fixation palliative_surgery",
     "46"},
    {"surgery.palliative", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "palliative_surgery",
     "24 25 27"},
    {"surgery.nonoperative_low_tokuhashi", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "nonoperative_care",
     "25"},
    {"surgery.supportive_tomita", SMET_VERDICT_OPTION, SMET_GRADE_INSTRUMENT,
     "supportive_care",
     "26"},
    {"surgery.excision_minimal_role", SMET_VERDICT_NOT_RECOMMENDED, SMET_GRADE_REVIEW,
     "en_bloc_resection",
     "47"},
    {"surgery.excision_isolated", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "en_bloc_resection",
     "47"},
    {"surgery.excision_complications", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "en_bloc_resection",
     "47"},
    {"surgery.prognosis", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "urgent_decompression laminectomy laminectomy_with_lumbopelvic_fixation "
     "unilateral_lumbopelvic_fixation palliative_surgery en_bloc_resection",
     "25 26"},
    {"surgery.palliative_intent", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "urgent_decompression laminectomy laminectomy_with_lumbopelvic_fixation "
     "unilateral_lumbopelvic_fixation palliative_surgery",
     "24"},
    {"surgery.complications", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "urgent_decompression laminectomy laminectomy_with_lumbopelvic_fixation "
     "unilateral_lumbopelvic_fixation palliative_surgery en_bloc_resection",
     "24 27"},
    {"sacroplasty.refractory", SMET_VERDICT_RECOMMENDED, SMET_GRADE_SERIES,
     "sacroplasty",
     "32 33"},
    {"sacroplasty.option", SMET_VERDICT_OPTION, SMET_GRADE_SERIES,
     "sacroplasty",
     "32"},
    {"sacroplasty.epidural", SMET_VERDICT_CONTRAINDICATED, SMET_GRADE_SERIES,
     "sacroplasty ablation_with_cement",
     ""},
    {"sacroplasty.instability", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "sacroplasty",
     "32"},
    {"sacroplasty.neural", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "sacroplasty ablation_with_cement",
     "37 41 43"},
    {"sacroplasty.planning", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "sacroplasty ablation_with_cement",
     "16 35 36 37 41 42 43"},
    {"ablation.refractory", SMET_VERDICT_OPTION, SMET_GRADE_SERIES,
     "radiofrequency_ablation",
     "40 45"},
    {"ablation.epidural", SMET_VERDICT_CONTRAINDICATED, SMET_GRADE_SERIES,
     "radiofrequency_ablation ablation_with_cement",
     "44"},
    {"ablation.instability", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "radiofrequency_ablation ablation_with_cement",
     "44"},
    {"ablation.with_cement", SMET_VERDICT_OPTION, SMET_GRADE_SERIES,
     "ablation_with_cement",
     "40"},
    {"ablation.incontinence", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "radiofrequency_ablation ablation_with_cement",
     "45"},
    {"embolization.pain", SMET_VERDICT_OPTION, SMET_GRADE_SERIES,
     "palliative_embolization",
     "29"},
    {"embolization.sacral_nonresponse", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "palliative_embolization",
     "29"},
    {"embolization.preoperative", SMET_VERDICT_RECOMMENDED, SMET_GRADE_SERIES,
     "preoperative_embolization",
     "30"},
    {"embolization.no_delay", SMET_VERDICT_CAUTION, SMET_GRADE_INTERPRETATION,
     "preoperative_embolization",
     ""},
    {"balloon.blood_loss", SMET_VERDICT_OPTION, SMET_GRADE_SERIES,
     "aortic_balloon_occlusion",
     "31"},
    {"balloon.complications", SMET_VERDICT_CAUTION, SMET_GRADE_SERIES,
     "aortic_balloon_occlusion",
     "31"},
    {"perioperative.prior_radiation", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "urgent_decompression laminectomy laminectomy_with_lumbopelvic_fixation "
     "unilateral_lumbopelvic_fixation palliative_surgery en_bloc_resection",
     "24 27"},
    {"perioperative.sequence", SMET_VERDICT_CAUTION, SMET_GRADE_REVIEW,
     "conventional_radiotherapy stereotactic_radiosurgery",
     "27"},
    {"perioperative.plastic_closure", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "plastic_surgery_closure",
     "48"},
    {"perioperative.plastic_closure_option", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "plastic_surgery_closure",
     "48"},
    {"perioperative.vancomycin", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "intrawound_vancomycin",
     "50"},
    {"perioperative.mis_screws", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "minimally_invasive_screws",
     "49"},
    {"supportive.thromboembolism", SMET_VERDICT_OPTION, SMET_GRADE_INTERPRETATION,
     "thromboembolism_assessment",
     "9"},
    {"care.multidisciplinary", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "multidisciplinary_review",
     ""},
    {"outcomes.quality_of_life", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "measure_sosgoq",
     "52 53"},
    {"outcomes.function", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "measure_promis_physical_function",
     "53"},
    {"outcomes.pain", SMET_VERDICT_RECOMMENDED, SMET_GRADE_REVIEW,
     "measure_promis_pain_intensity",
     "53"},
    {"outcomes.domains", SMET_VERDICT_OPTION, SMET_GRADE_REVIEW,
     "measure_seven_domains",
     "54"},
};

START_TEST(a_rule_is_that_of_the_pathway)
{
    smet_rule_t rule = (smet_rule_t)_i;
    ck_assert_int_eq(count_of(SMET_VOCABULARY_RULE), (int32_t)COUNT_OF(rules));
    struct smet_rule_info info = rule_info(rule);
    ck_assert_str_eq(info.key, rules[_i].key);
    ck_assert_int_eq(info.verdict, rules[_i].verdict);
    ck_assert_msg(info.grade == rules[_i].grade, "%s is graded %s", info.key,
                  smet_term_key(SMET_VOCABULARY_GRADE, info.grade));

    smet_intervention_t list[LIST_MAX];
    size_t count = smet_rule_interventions(rule, list, LIST_MAX);
    const char *keys = rules[_i].interventions;
    char key[64];
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(suite_next_word(&keys, ' ', key), "%s speaks of %zu", info.key, count);
        ck_assert_str_eq(smet_term_key(SMET_VOCABULARY_INTERVENTION, list[i]), key);
    }
    ck_assert_msg(keys[0] == '\0', "%s does not speak of %s", info.key, keys);
}
END_TEST

/* "Where the review's sentence cites nothing, the reference is the review itself." Others may
 * stand beside those that the row cites. */
START_TEST(a_rule_cites_what_the_review_cites)
{
    smet_rule_t rule = (smet_rule_t)_i;
    int32_t list[LIST_MAX];
    size_t count = smet_rule_references(rule, list, LIST_MAX);
    const char *numbers = rules[_i].references;
    char number[64];
    ck_assert_uint_gt(count, 0);
    if (numbers[0] == '\0')
        ck_assert_int_eq(list[0], SMET_REFERENCE_MIKA_2018);
    while (suite_next_word(&numbers, ' ', number)) {
        bool found = false;
        for (size_t i = 0; i < count; i++)
            found |= list[i] == atoi(number);
        ck_assert_msg(found, "%s does not cite [%s]", rules[_i].key, number);
    }
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(reference_info(list[i]).reference, list[i]);
        for (size_t k = 0; k < i; k++)
            ck_assert_int_ne(list[i], list[k]);
    }
}
END_TEST

START_TEST(a_rule_says_why_and_where)
{
    smet_rule_t rule = (smet_rule_t)_i;
    struct smet_rule_info info = rule_info(rule);
    char words[4096];
    check_sentences(info.key, info.rationale);
    check_words(info.key, info.section);
    ck_assert_uint_gt(strlen(info.rationale), 30);
    ck_assert_uint_lt(smet_rule_condition(rule, words, sizeof words), sizeof words);
    check_words(info.key, words);
    ck_assert_str_eq(info.rationale, smet_term_label(SMET_VOCABULARY_RULE, rule));
    for (smet_rule_t before = 0; before < rule; before++)
        ck_assert_str_ne(info.rationale, rule_info(before).rationale);
    /* "the rationale says what was added" */
    if (info.grade == SMET_GRADE_INTERPRETATION)
        ck_assert_msg(strstr(info.rationale, "added") != NULL, "%s does not say what was added",
                      info.key);
    /* "An emergency says that the review treats this as a surgical emergency and that a clinician
     * must assess at once." */
    if (info.verdict == SMET_VERDICT_EMERGENCY) {
        ck_assert_ptr_nonnull(strstr(info.rationale, "surgical emergency"));
        ck_assert_ptr_nonnull(strstr(info.rationale, "clinician must assess at once"));
    }
    smet_field_t fields_read[SUITE_FIELDS];
    size_t count = smet_rule_fields(rule, fields_read, SUITE_FIELDS);
    ck_assert_int_eq(count == 0, strcmp(words, "always") == 0);
    for (size_t i = 1; i < count; i++)
        ck_assert_int_gt(fields_read[i], fields_read[i - 1]);
}
END_TEST

/* evidence.md, C8: "cite the originals beside them". A rule that speaks of a score, or reads one,
 * cites the paper in which the score stands. */
START_TEST(a_rule_that_speaks_of_a_score_cites_its_original)
{
    static const struct {
        const char *name;
        smet_reference_t original;
    } scores[] = {{"SINS", SMET_REFERENCE_FISHER_2010},
                  {"Tokuhashi", SMET_REFERENCE_TOKUHASHI_2005},
                  {"Tomita", SMET_REFERENCE_TOMITA_2001}};
    smet_rule_t rule = (smet_rule_t)_i;
    char words[4096];
    smet_rule_condition(rule, words, sizeof words);
    int32_t list[LIST_MAX];
    size_t count = smet_rule_references(rule, list, LIST_MAX);
    for (size_t s = 0; s < COUNT_OF(scores); s++) {
        bool found = strstr(words, scores[s].name) == NULL &&
                     strstr(rule_info(rule).rationale, scores[s].name) == NULL;
        for (size_t i = 0; i < count; i++)
            found |= list[i] == scores[s].original;
        ck_assert_msg(found, "%s speaks of %s and does not cite it", rules[_i].key, scores[s].name);
    }
}
END_TEST

/* evidence.md, "Outcome figures": each figure stands with the rules that offer its intervention,
 * one of harm also with the caution about it. E12, how common sacral metastases are, belongs to
 * no rule. */
static const struct {
    const char *rule;
    const char *evidence;
} rule_figures[] = {
    {"radiation.first_line", "E11"},
    {"radiosurgery.recurrence", "E1"},
    {"radiosurgery.option", "E1"},
    {"surgery.palliative", "E2 E3 E13"},
    {"surgery.palliative_intent", "E2"},
    {"surgery.complications", "E2 E3"},
    {"sacroplasty.refractory", "E6 E7 E8"},
    {"sacroplasty.option", "E6 E7 E8"},
    {"ablation.refractory", "E9 E10"},
    {"ablation.with_cement", "E9 E10"},
    {"ablation.incontinence", "E10"},
    {"embolization.pain", "E4"},
    {"embolization.sacral_nonresponse", "E4"},
    {"balloon.blood_loss", "E5 E13"},
    {"balloon.complications", "E5"},
};

START_TEST(a_rule_has_the_figures_of_its_intervention)
{
    const char *expected = "";
    for (size_t f = 0; f < COUNT_OF(rule_figures); f++) {
        ck_assert_int_ge(smet_term_find(SMET_VOCABULARY_RULE, rule_figures[f].rule), 0);
        if (strcmp(rule_figures[f].rule, rules[_i].key) == 0)
            expected = rule_figures[f].evidence;
    }
    int32_t list[LIST_MAX];
    size_t count = smet_rule_evidence((smet_rule_t)_i, list, LIST_MAX);
    char found[64] = "";
    for (size_t i = 0; i < count; i++) {
        const char *key = smet_term_key(SMET_VOCABULARY_EVIDENCE, list[i]);
        ck_assert_ptr_nonnull(key);
        size_t length = strlen(found);
        snprintf(found + length, sizeof found - length, "%s%s", i == 0 ? "" : " ", key);
    }
    ck_assert_msg(strcmp(found, expected) == 0, "%s has the figures \"%s\"", rules[_i].key, found);
}
END_TEST

/* The section is a heading of the review, in so many words, or its title or introduction, with the
 * figure that shows such a patient. */
START_TEST(a_rule_s_section_is_a_heading_of_the_review)
{
    static const char *const headings[] = {
        "Title", "Introduction", "Clinical Presentation", "Imaging", "Diagnosis", "Management",
        "Surgical Complications", "Sacroplasty", "Radiofrequency Ablation",
        "Selective Arterial Embolization", "Patient-Reported Outcomes", "Conclusions"};
    struct smet_rule_info info = rule_info((smet_rule_t)_i);
    const char *sections = info.section;
    while (sections[0] != '\0') {
        size_t length = strcspn(sections, ",;");
        bool found = false;
        for (size_t h = 0; h < COUNT_OF(headings); h++)
            found |= strlen(headings[h]) == length && strncmp(headings[h], sections, length) == 0;
        ck_assert_msg(found, "%s: section \"%s\"", info.key, sections);
        sections += length;
        if (strncmp(sections, ", Fig. ", 7) == 0 && sections[7] >= '1' && sections[7] <= '3')
            sections += 8;
        ck_assert_msg(sections[0] == ';' || sections[0] == '\0', "%s: section \"%s\"", info.key,
                      info.section);
        sections += strspn(sections, "; ");
    }
}
END_TEST

/* pathway.md, "Rules", with the items of instruments.md: a rule on a band reads what the score
 * reads, and the total that a chart may hold. */
START_TEST(a_rule_on_a_band_reads_the_score)
{
    static const char *const reads[][2] = {
        {"surgery.supportive_tomita",
         "primary_tumor tumor_growth solitary_lesion visceral_metastases reported_tomita"},
        {"surgery.nonoperative_low_tokuhashi",
         "primary_tumor extraspinal_bone_metastases vertebral_metastases major_organ_metastases "
         "karnofsky frankel reported_tokuhashi_revised"},
        {"scope.not_sacral", "lesion_level"},
        {"biopsy.cultures", "tissue_diagnosis cultures_sent"},
    };
    for (size_t i = 0; i < COUNT_OF(reads); i++) {
        smet_field_t list[SUITE_FIELDS];
        smet_rule_t rule = smet_term_find(SMET_VOCABULARY_RULE, reads[i][0]);
        size_t count = smet_rule_fields(rule, list, SUITE_FIELDS);
        uint64_t mask = 0;
        for (size_t f = 0; f < count; f++)
            mask |= SUITE_BIT(list[f]);
        ck_assert_msg(mask == suite_field_mask(reads[i][1]), "%s reads %s", reads[i][0],
                      suite_field_keys(mask));
    }
}
END_TEST

START_TEST(no_other_number_is_a_rule)
{
    static const smet_rule_t none[] = {SMET_RULE_INVALID, -2, (smet_rule_t)COUNT_OF(rules), 255,
                                       INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        char room[8] = "canary";
        ck_assert_uint_eq(smet_rule_interventions(none[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_rule_references(none[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_rule_evidence(none[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_rule_fields(none[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_rule_condition(none[i], room, sizeof room), 0);
        ck_assert_uint_eq(smet_finding_condition(none[i], room, sizeof room), 0);
        ck_assert_uint_eq(smet_conflict_condition(none[i], room, sizeof room), 0);
        ck_assert_uint_eq(smet_conflict_between(none[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_evidence_interventions(none[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_dispute_references(none[i], NULL, 0), 0);
    }
    ck_assert_uint_eq(smet_finding_condition(count_of(SMET_VOCABULARY_FINDING), NULL, 0), 0);
    ck_assert_uint_eq(smet_conflict_condition(count_of(SMET_VOCABULARY_CONFLICT), NULL, 0), 0);
    ck_assert_uint_eq(smet_conflict_between(count_of(SMET_VOCABULARY_CONFLICT), NULL, 0), 0);
    /* E1 to E13, C1 to C9 */
    static const int32_t beside[][2] = {{0, 14}, {0, 10}};
    for (int i = 0; i < 2; i++) {
        struct smet_evidence_info evidence_info = {.size = sizeof evidence_info};
        struct smet_dispute_info dispute_info = {.size = sizeof dispute_info};
        ck_assert_uint_eq(smet_evidence_interventions(beside[0][i], NULL, 0), 0);
        ck_assert_uint_eq(smet_dispute_references(beside[1][i], NULL, 0), 0);
        ck_assert_int_eq(smet_evidence_describe(beside[0][i], &evidence_info),
                         SMET_ERROR_UNKNOWN_TERM);
        ck_assert_int_eq(smet_dispute_describe(beside[1][i], &dispute_info),
                         SMET_ERROR_UNKNOWN_TERM);
    }
}
END_TEST

START_TEST(findings_have_conditions_in_words)
{
    for (smet_finding_t f = 0; f < count_of(SMET_VOCABULARY_FINDING); f++) {
        struct smet_finding_info info = {.size = sizeof info};
        char words[4096];
        ck_assert_int_eq(smet_finding_describe(f, &info), SMET_OK);
        ck_assert_int_eq(info.finding, f);
        check_key(info.key);
        check_words(info.key, info.label);
        ck_assert_uint_lt(smet_finding_condition(f, words, sizeof words), sizeof words);
        check_words(info.key, words);
    }
}
END_TEST

/* pathway.md, the columns "condition", "yes when" and "when", and record.md, "Inconsistencies": in
 * the words of the labels, with brackets wherever an "or" could be read across its neighbors. */
static const struct {
    smet_vocabulary_t of; /* SMET_VOCABULARY_STATUS: the check with the number in `key` */
    const char *key, *words;
} said[] = {
    {SMET_VOCABULARY_RULE, "care.multidisciplinary", "always"},
    {SMET_VOCABULARY_RULE, "evaluation.constipation",
     "bowel is constipation and radiculopathy is yes"},
    {SMET_VOCABULARY_RULE, "scope.not_sacral", "not sacral lesion"},
    {SMET_VOCABULARY_RULE, "imaging.radiograph_insufficient",
     "radiograph is not not done and MRI is not done and CT done is no"},
    {SMET_VOCABULARY_RULE, "diagnosis.before_treatment",
     "tissue diagnosis is none yet or insufficient tissue"},
    {SMET_VOCABULARY_RULE, "biopsy.cultures",
     "(tissue diagnosis is none yet or insufficient tissue) and cultures sent is no"},
    {SMET_VOCABULARY_RULE, "surgery.instability",
     "instability (potential or manifest) or SINS of 7 points or more"},
    {SMET_VOCABULARY_RULE, "surgery.stabilization",
     "(unstable spine and not symptomatic root compression and not cauda equina syndrome and "
     "ilium involvement is none) or (fixation indicated and ilium involvement is bilateral)"},
    {SMET_VOCABULARY_RULE, "surgery.sins_blind_spot",
     "stability in the clinician's judgement is not entered and (ilium involvement is left, right "
     "or bilateral)"},
    {SMET_VOCABULARY_RULE, "surgery.no_epidural",
     "upper sacral lesion and not (epidural disease or instability (potential or manifest) or "
     "symptomatic root compression or neurological emergency)"},
    {SMET_VOCABULARY_RULE, "surgery.excision_minimal_role",
     "not (isolated metastasis and long-term survival expected is yes)"},
    {SMET_VOCABULARY_RULE, "surgery.prognosis",
     "(revised Tokuhashi score in band under_6_months or Tomita score in band terminal_care) and "
     "(tissue diagnosis is not infection or primary sarcoma)"},
    {SMET_VOCABULARY_RULE, "perioperative.mis_screws",
     "fixation indicated and ilium involvement is not bilateral"},
    {SMET_VOCABULARY_FINDING, "early_cauda_equina_signs",
     "bladder is retention (even if contradicted) or (bowel is constipation (even if contradicted) "
     "and (sensory deficit is yes (even if contradicted) or sexual dysfunction is yes (even if "
     "contradicted)))"},
    {SMET_VOCABULARY_FINDING, "nerve_root_compression",
     "nerve root compression is yes (even if contradicted) or (in a contradiction, epidural spinal "
     "cord compression (ESCC) is 2 or 3 as entered)"},
    {SMET_VOCABULARY_FINDING, "upper_sacral", "lesion level is S1 or S2"},
    {SMET_VOCABULARY_FINDING, "pain_present",
     "pain is not none or (pain score is 1 to 10) or unrelenting pain is yes"},
    {SMET_VOCABULARY_FINDING, "instability",
     "stability in the clinician's judgement is potentially unstable or unstable, as entered or as "
     "mapped"},
    {SMET_VOCABULARY_CONFLICT, "excision_and_sacral_rule",
     "((Tomita score in band long_term_control or middle_term_control) or revised Tokuhashi score "
     "in band at_least_12_months) and rule surgery.excision_minimal_role fires"},
    {SMET_VOCABULARY_CONFLICT, "sins_and_declared_stability",
     "stability in the clinician's judgement is entered and stability in the clinician's judgement "
     "is entered, unlike all that would be mapped in its place and upper sacral lesion"},
    {SMET_VOCABULARY_STATUS, "3", "SINS in the chart is a total that the items cannot give"},
    {SMET_VOCABULARY_STATUS, "10",
     "(Frankel grade is A, B, C or D) and motor deficit is no and sensory deficit is no and bladder "
     "is normal and bowel is normal and cauda equina syndrome is no"},
};

static size_t words_of(smet_vocabulary_t vocabulary, const char *key, char *text, size_t capacity)
{
    int32_t term = smet_term_find(vocabulary, key);
    switch (vocabulary) {
    case SMET_VOCABULARY_RULE:
        return smet_rule_condition(term, text, capacity);
    case SMET_VOCABULARY_FINDING:
        return smet_finding_condition(term, text, capacity);
    case SMET_VOCABULARY_CONFLICT:
        return smet_conflict_condition(term, text, capacity);
    default:
        return smet_check_condition((size_t)strtoul(key, NULL, 10), text, capacity);
    }
}

START_TEST(conditions_read_as_they_are_written)
{
    char words[512], cut[512];
    size_t length = words_of(said[_i].of, said[_i].key, words, sizeof words);
    ck_assert_str_eq(words, said[_i].words);
    ck_assert_uint_eq(length, strlen(words));
    /* What does not fit is cut, and nothing behind the room is written. */
    for (size_t room = 0; room <= length + 1; room++) {
        memset(cut, '#', sizeof cut);
        ck_assert_uint_eq(words_of(said[_i].of, said[_i].key, cut, room), length);
        size_t kept = room == 0 ? 0 : room > length ? length : room - 1;
        ck_assert_int_eq(memcmp(cut, words, kept), 0);
        if (room > 0)
            ck_assert_int_eq(cut[kept], '\0');
        ck_assert_int_eq(cut[room], '#');
    }
}
END_TEST

/* pathway.md, "Conflicts that the answer names" */
static const char *const conflicts[] = {
    "indication_and_prognosis", "excision_and_sacral_rule", "excision_and_no_epidural",
    "tokuhashi_and_tomita", "sins_and_declared_stability", "failed_radiotherapy_and_no_epidural",
    "failed_radiotherapy_and_its_risk"};

static bool is_band(const char *key)
{
    for (smet_instrument_t i = 0; i < INSTRUMENTS; i++)
        for (smet_band_t b = 0; b < (smet_band_t)instrument_info(i).band_count; b++) {
            struct smet_band_info band = {.size = sizeof band};
            smet_band_describe(i, b, &band);
            if (strcmp(band.key, key) == 0)
                return true;
        }
    return false;
}

START_TEST(conflicts_are_between_findings_bands_and_rules)
{
    ck_assert_int_eq(count_of(SMET_VOCABULARY_CONFLICT), (int32_t)COUNT_OF(conflicts));
    for (smet_conflict_t c = 0; c < (smet_conflict_t)COUNT_OF(conflicts); c++) {
        struct smet_conflict_info info = {.size = sizeof info};
        char words[4096];
        const char *between[LIST_MAX];
        ck_assert_int_eq(smet_conflict_describe(c, &info), SMET_OK);
        ck_assert_int_eq(info.conflict, c);
        ck_assert_str_eq(info.key, conflicts[c]);
        check_words(info.key, info.label);
        check_sentences(info.key, info.explanation);
        ck_assert_uint_lt(smet_conflict_condition(c, words, sizeof words), sizeof words);
        check_words(info.key, words);
        size_t count = smet_conflict_between(c, between, LIST_MAX);
        ck_assert_uint_gt(count, 1);
        for (size_t i = 0; i < count; i++)
            ck_assert_msg(smet_term_find(SMET_VOCABULARY_FINDING, between[i]) >= 0 ||
                              smet_term_find(SMET_VOCABULARY_RULE, between[i]) >= 0 ||
                              is_band(between[i]),
                          "%s: between \"%s\"", info.key, between[i]);
    }
}
END_TEST

/* --- sources ------------------------------------------------------------- */

/* The first author and the year of the review's 54 references (its list of references). */
static const struct {
    const char *author;
    int32_t year; /* 0: a web page */
} review[] = {
    {"National Cancer Institute", 0}, {"Nader", 2004}, {"Kollender", 2003}, {"Batson", 1995},
    {"Sundermeyer", 2005}, {"Santini", 2012}, {"Feldenzer", 1989}, {"Finiels", 1997},
    {"Kortman", 2013}, {"Wuisman", 2000}, {"Ozdemir", 1999}, {"Quraishi", 2012},
    {"Miralbell", 1990}, {"Musahl", 2008}, {"Amorosa", 1985}, {"Gupta", 2014}, {"Gerber", 2008},
    {"Nasir", 2006}, {"Gibbs", 2003}, {"McClelland", 2017}, {"Ahmed", 2012}, {"Gerszten", 2007},
    {"Witham", 2006}, {"Feiz-Erfan", 2012}, {"Tokuhashi", 2005}, {"Kawahara", 2009}, {"Du", 2016},
    {"Fourney", 2011}, {"Facchini", 2016}, {"Nair", 2013}, {"Tang", 2010}, {"Masala", 2006},
    {"Cho", 2010}, {"Hirsch", 2013}, {"Jayaraman", 2009}, {"Zhang", 2008}, {"Cho", 2016},
    {"Agarawal", 2006}, {"Blomlie", 1996}, {"Madaelil", 2016}, {"Moussazadeh", 2015},
    {"Andresen", 2014}, {"Barber", 2013}, {"Wallace", 2015}, {"Goetz", 2004}, {"Buraimoh", 2017},
    {"Choi", 2016}, {"Dolan", 2016}, {"Mesfin", 2016}, {"Okafor", 2016}, {"Street", 2009},
    {"Street", 2010}, {"Paulino Pereira", 2017}, {"van Wulfften Palthe", 2017},
};

START_TEST(the_review_s_references_keep_their_numbers)
{
    ck_assert_uint_eq(COUNT_OF(review), 54);
    size_t numbered[COUNT_OF(review) + 1] = {0};
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++) {
        struct smet_reference_info info =
            reference_info(smet_term_at(SMET_VOCABULARY_REFERENCE, i));
        ck_assert(info.number >= 0 && info.number <= 54);
        numbered[info.number]++;
    }
    for (int32_t number = 1; number <= 54; number++) {
        ck_assert_uint_eq(numbered[number], 1);
        struct smet_reference_info info = reference_info(number);
        ck_assert_int_eq(info.number, number);
        ck_assert_msg(strncmp(info.authors, review[number - 1].author,
                              strlen(review[number - 1].author)) == 0,
                      "[%d] is by %s", (int)number, info.authors);
        ck_assert_msg(info.year == review[number - 1].year, "[%d] is of %d", (int)number,
                      (int)info.year);
    }
    ck_assert_int_eq(reference_info(SMET_REFERENCE_MIKA_2018).number, 0);
}
END_TEST

START_TEST(a_citation_holds_its_parts)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++) {
        struct smet_reference_info info =
            reference_info(smet_term_at(SMET_VOCABULARY_REFERENCE, i));
        const char *const parts[] = {info.authors, info.title, info.journal, info.volume,
                                     info.pages, info.doi, info.pmid};
        check_key(info.key);
        check_words(info.key, info.citation);
        check_words(info.key, info.title);
        for (size_t p = 0; p < COUNT_OF(parts); p++) {
            check_text(info.key, parts[p]);
            ck_assert_msg(strstr(info.citation, parts[p]) != NULL, "%s: \"%s\" is not in \"%s\"",
                          info.key, parts[p], info.citation);
        }
        ck_assert_msg(info.authors[0] != '\0' || info.journal[0] != '\0', "%s is nobody's",
                      info.key);
        if (info.year != 0) {
            char year[16];
            snprintf(year, sizeof year, "%d", (int)info.year);
            ck_assert(info.year > 1900 && info.year < 2100);
            ck_assert_msg(strstr(info.citation, year) != NULL, "%s: no year", info.key);
            ck_assert_msg(strstr(info.key, year) != NULL, "%s is of %s", info.key, year);
        }
        /* A DOI is written alone, and a PubMed number is a number. */
        ck_assert(info.doi[0] == '\0' || strncmp(info.doi, "10.", 3) == 0);
        ck_assert_uint_eq(strspn(info.pmid, "0123456789"), strlen(info.pmid));
        for (size_t k = 0; k < i; k++) {
            struct smet_reference_info other =
                reference_info(smet_term_at(SMET_VOCABULARY_REFERENCE, k));
            ck_assert_str_ne(info.citation, other.citation);
            ck_assert(info.doi[0] == '\0' || strcmp(info.doi, other.doi) != 0);
            ck_assert(info.pmid[0] == '\0' || strcmp(info.pmid, other.pmid) != 0);
        }
    }
}
END_TEST

/* instruments.md and evidence.md: identifiers that they print */
START_TEST(identifiers_are_those_that_were_checked)
{
    static const struct {
        smet_reference_t reference;
        int32_t year;
        const char *identifier;
    } printed[] = {
        {SMET_REFERENCE_TOKUHASHI_2005, 2005, "16205345"},
        {SMET_REFERENCE_TOMITA_2001, 2001, "11224867"},
        {SMET_REFERENCE_FISHER_2010, 2010, "20562730"},
        {SMET_REFERENCE_FISHER_2010, 2010, "10.1097/BRS.0b013e3181e16ae2"},
        {SMET_REFERENCE_FOURNEY_2011, 2011, "10.1200/JCO.2010.34.3897"},
        {SMET_REFERENCE_SPINE_J_2022, 2022, "10.1016/j.spinee.2021.03.007"},
        {SMET_REFERENCE_DU_2016, 2016, "10.1371/journal.pone.0168313"},
        {SMET_REFERENCE_FACCHINI_2016, 2016, "10.1007/s00590-015-1726-y"},
        {SMET_REFERENCE_MA_2010, 2010, "10.1016/j.ejca.2010.06.126"},
        {SMET_REFERENCE_PRASAD_2018, 2018, "10.5306/wjco.v9.i7.140"},
        {SMET_REFERENCE_OKEN_1982, 1982, "649-55"},
        {SMET_REFERENCE_BILSKY_2010, 2010, "324-8"},
        {SMET_REFERENCE_MIKA_2018, 2018, "JBJS Rev"},
    };
    for (size_t i = 0; i < COUNT_OF(printed); i++) {
        struct smet_reference_info info = reference_info(printed[i].reference);
        ck_assert_int_eq(info.year, printed[i].year);
        ck_assert_msg(strstr(info.citation, printed[i].identifier) != NULL, "\"%s\" has no %s",
                      info.citation, printed[i].identifier);
    }
}
END_TEST

/* evidence.md, the table: reference, status, and figures that the statement must print */
static const struct {
    const char *key;
    smet_reference_t reference;
    smet_evidence_status_t status;
    const char *interventions; /* that must be among them */
    const char *figures;       /* parted by ; */
    int32_t n;                 /* 0 where the table gives none */
    const char *before, *after, *p;
} evidence[] = {
    {"E1", 22, SMET_EVIDENCE_STATUS_AS_REVIEWED, "stereotactic_radiosurgery", "103",
     103, "", "", ""},
    {"E2", 24, SMET_EVIDENCE_STATUS_CHECKED, "palliative_surgery",
     "25 patients;24;12;11 months;5.4;16.6;10;40 %", 25, "", "11 months (95 % CI 5.4-16.6)", ""},
    {"E3", 27, SMET_EVIDENCE_STATUS_ABSTRACT, "palliative_surgery",
     "154;71.8;41.1;22.5;95.4;90.9;79.4;29;18.8;7.04;1.66;0.003;6, 12 and 24",
     154, "7.04", "1.66", "0.003"},
    {"E4", 29, SMET_EVIDENCE_STATUS_CONFLICT, "palliative_embolization",
     "56.7;93;164;159;97;non-responders", 164, "", "56.7 % (93 of 164)", ""},
    {"E5", 31, SMET_EVIDENCE_STATUS_CHECKED, "aortic_balloon_occlusion",
     "30;4.12;27;2.78;215;337;963;0.001", 215, "4337 mL", "2963 mL", "< 0.001"},
    {"E6", 9, SMET_EVIDENCE_STATUS_CHECKED, "sacroplasty", "39;243;9.0;2.6;18;72;10",
     39, "9.0", "2.6", ""},
    {"E7", 41, SMET_EVIDENCE_STATUS_CONFLICT, "sacroplasty", "84;80;6.5;56",
     25, "84 % with severe pain", "80 % with less pain at a median of 6.5 months", ""},
    {"E8", 16, SMET_EVIDENCE_STATUS_AS_REVIEWED, "sacroplasty", "8.0;4.0", 0, "8.0", "4.0", ""},
    {"E9", 40, SMET_EVIDENCE_STATUS_CHECKED, "radiofrequency_ablation", "11;16;8;3;0.004;7",
     11, "8", "3", "0.004"},
    {"E10", 45, SMET_EVIDENCE_STATUS_AS_REVIEWED, "radiofrequency_ablation", "43;12;28",
     12, "", "1 of 12", ""},
    {"E11", 38, SMET_EVIDENCE_STATUS_AS_REVIEWED, "conventional_radiotherapy", "two thirds",
     0, "", "up to two thirds", ""},
    {"E12", 2, SMET_EVIDENCE_STATUS_AS_REVIEWED, "", "1 to 7", 0, "", "1 to 7 %", ""},
    {"E13", 27, SMET_EVIDENCE_STATUS_CONFLICT, "palliative_surgery aortic_balloon_occlusion",
     "ocal control;rapid;balloon;lack of preoperative radiotherapy", 154, "", "", ""},
};

START_TEST(outcome_figures_are_those_that_were_read)
{
    smet_evidence_t number = (smet_evidence_t)(_i + 1);
    struct smet_evidence_info info = {.size = sizeof info};
    ck_assert_int_eq(smet_evidence_describe(number, &info), SMET_OK);
    ck_assert_int_eq(info.evidence, number);
    ck_assert_str_eq(info.key, evidence[_i].key);
    ck_assert_int_eq(smet_term_find(SMET_VOCABULARY_EVIDENCE, info.key), number);
    ck_assert_int_eq(info.reference, evidence[_i].reference);
    ck_assert_msg(info.status == evidence[_i].status, "%s is %s", info.key,
                  smet_term_key(SMET_VOCABULARY_EVIDENCE_STATUS, info.status));
    ck_assert_int_eq(info.n, evidence[_i].n);
    ck_assert_str_eq(info.before, evidence[_i].before);
    ck_assert_str_eq(info.after, evidence[_i].after);
    ck_assert_str_eq(info.p, evidence[_i].p);
    check_words(info.key, info.label);
    check_words(info.key, info.measure);
    check_sentences(info.key, info.statement);
    const char *const texts[] = {info.before, info.after, info.p, info.disagreement};
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        check_text(info.key, texts[i]);
    /* "`conflict` (they differ: both are kept and the answer says so)" */
    if (info.status == SMET_EVIDENCE_STATUS_CONFLICT)
        check_sentences(info.key, info.disagreement);

    const char *figures = evidence[_i].figures;
    char figure[64];
    while (suite_next_word(&figures, ';', figure))
        ck_assert_msg(strstr(info.statement, figure) != NULL, "%s does not print %s: \"%s\"",
                      info.key, figure, info.statement);

    int32_t list[LIST_MAX];
    size_t count = smet_evidence_interventions(number, list, LIST_MAX);
    const char *keys = evidence[_i].interventions;
    char key[64];
    ck_assert_int_eq(count == 0, keys[0] == '\0');
    while (suite_next_word(&keys, ' ', key)) {
        bool found = false;
        for (size_t i = 0; i < count; i++)
            found |= list[i] == smet_term_find(SMET_VOCABULARY_INTERVENTION, key);
        ck_assert_msg(found, "%s is not about %s", info.key, key);
    }
}
END_TEST

/* E6: "The review's "204 cases ..., 24 due to sacral metastasis" cannot be read: do not encode
 * 24"; C1: "print no p-value as settled" */
START_TEST(figures_that_cannot_be_read_are_not_printed)
{
    struct smet_evidence_info info = {.size = sizeof info};
    ck_assert_int_eq(smet_evidence_describe(SMET_EVIDENCE_E6, &info), SMET_OK);
    ck_assert_int_ne(info.n, 24);
    ck_assert_ptr_null(strstr(info.after, "24"));
    /* E7: "18 of 25 fractures"; of how many patients is not said */
    ck_assert_int_eq(smet_evidence_describe(SMET_EVIDENCE_E7, &info), SMET_OK);
    ck_assert_ptr_null(strstr(info.label, "patients"));
    struct smet_rule_info rule = rule_info(SMET_RULE_PERIOPERATIVE_PRIOR_RADIATION);
    ck_assert_ptr_null(strstr(rule.rationale, "0.003"));
    ck_assert_ptr_nonnull(strstr(rule.rationale, "conflict"));
}
END_TEST

START_TEST(disputes_say_who_says_what_and_what_was_chosen)
{
    ck_assert_int_eq(count_of(SMET_VOCABULARY_DISPUTE), 9);
    for (smet_dispute_t d = 1; d <= 9; d++) {
        struct smet_dispute_info info = {.size = sizeof info};
        char key[8];
        ck_assert_int_eq(smet_dispute_describe(d, &info), SMET_OK);
        ck_assert_int_eq(info.dispute, d);
        snprintf(key, sizeof key, "C%d", (int)d);
        ck_assert_str_eq(info.key, key);
        ck_assert_int_eq(smet_term_find(SMET_VOCABULARY_DISPUTE, key), d);
        check_words(key, info.label);
        check_sentences(key, info.statement);
        check_sentences(key, info.choice);
        int32_t list[LIST_MAX];
        size_t count = smet_dispute_references(d, list, LIST_MAX);
        ck_assert_uint_gt(count, 0);
        for (size_t i = 0; i < count; i++)
            ck_assert_int_eq(reference_info(list[i]).reference, list[i]);
    }
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *words = suite_case(suite, "vocabularies");
    tcase_add_loop_test(words, every_vocabulary_is_walked_named_and_found, 0, VOCABULARIES);
    tcase_add_loop_test(words, no_other_number_is_a_term, 0, VOCABULARIES);
    tcase_add_test(words, no_other_number_is_a_vocabulary);
    tcase_add_test(words, no_key_means_two_things);
    tcase_add_test(words, verdicts_are_in_the_order_of_their_strength);

    TCase *definition = suite_case(suite, "fields");
    tcase_add_loop_test(definition, the_fields_are_those_of_the_record_s_definition, 0,
                        (int)COUNT_OF(fields));
    tcase_add_loop_test(definition, a_field_is_described_in_words, 0, SUITE_FIELDS);
    tcase_add_loop_test(definition, the_values_of_a_field_are_walked_named_and_found, 0,
                        SUITE_FIELDS);
    tcase_add_test(definition, no_other_number_is_a_field);
    tcase_add_test(definition, descriptive_scales_have_definitions);

    TCase *links = suite_case(suite, "links, mappings, checks");
    tcase_add_test(links, every_value_is_supported_by_a_case_of_each_link);
    tcase_add_test(links, a_link_is_between_fields_of_the_record_and_said_once);
    tcase_add_test(links, the_examination_is_the_one_shortcut);
    tcase_add_test(links, one_link_holds_once_its_field_is_entered);
    tcase_add_test(links, no_items_are_tied_only_by_way_of_other_fields);
    tcase_add_test(links, mappings_are_of_overrides_and_cover_what_they_map_from);
    tcase_add_test(links, stability_is_mapped_from_sins_for_upper_sacral_lesions);
    tcase_add_test(links, vascularity_is_mapped_from_three_primaries);
    tcase_add_test(links, the_checks_are_those_of_the_table);

    TCase *scores = suite_case(suite, "instruments");
    tcase_add_loop_test(scores, an_instrument_has_its_range_and_bands, 0, INSTRUMENTS);
    tcase_add_loop_test(scores, bands_tile_the_range, 0, INSTRUMENTS);
    tcase_add_test(scores, a_band_says_what_its_authors_attach_to_it);
    tcase_add_loop_test(scores, rows_of_points_cover_the_domain_and_the_range, 0, INSTRUMENTS);
    tcase_add_loop_test(scores, an_instrument_has_notes_and_its_original_first, 0, INSTRUMENTS);
    tcase_add_test(scores, no_other_number_is_an_instrument);

    TCase *pathway = suite_case(suite, "pathway");
    tcase_add_test(pathway, the_interventions_are_those_of_the_pathway);
    tcase_add_loop_test(pathway, a_rule_is_that_of_the_pathway, 0, (int)COUNT_OF(rules));
    tcase_add_loop_test(pathway, a_rule_cites_what_the_review_cites, 0, (int)COUNT_OF(rules));
    tcase_add_loop_test(pathway, a_rule_says_why_and_where, 0, (int)COUNT_OF(rules));
    tcase_add_loop_test(pathway, a_rule_that_speaks_of_a_score_cites_its_original, 0,
                        (int)COUNT_OF(rules));
    tcase_add_loop_test(pathway, a_rule_has_the_figures_of_its_intervention, 0,
                        (int)COUNT_OF(rules));
    tcase_add_loop_test(pathway, a_rule_s_section_is_a_heading_of_the_review, 0,
                        (int)COUNT_OF(rules));
    tcase_add_test(pathway, a_rule_on_a_band_reads_the_score);
    tcase_add_test(pathway, no_other_number_is_a_rule);
    tcase_add_test(pathway, findings_have_conditions_in_words);
    tcase_add_loop_test(pathway, conditions_read_as_they_are_written, 0, (int)COUNT_OF(said));
    tcase_add_test(pathway, conflicts_are_between_findings_bands_and_rules);

    TCase *sources = suite_case(suite, "sources");
    tcase_add_test(sources, the_review_s_references_keep_their_numbers);
    tcase_add_test(sources, a_citation_holds_its_parts);
    tcase_add_test(sources, identifiers_are_those_that_were_checked);
    tcase_add_loop_test(sources, outcome_figures_are_those_that_were_read, 0,
                        (int)COUNT_OF(evidence));
    tcase_add_test(sources, figures_that_cannot_be_read_are_not_printed);
    tcase_add_test(sources, disputes_say_who_says_what_and_what_was_chosen);
}
