#include "suite.h"

#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- running ------------------------------------------------------------- */

TCase *suite_case(Suite *suite, const char *name)
{
    TCase *test_case = tcase_create(name);
    tcase_set_timeout(test_case, 600);
    suite_add_tcase(suite, test_case);
    return test_case;
}

TCase *suite_exhaustive_case(Suite *suite, const char *name)
{
    TCase *test_case = suite_case(suite, name);
    tcase_set_tags(test_case, "exhaustive");
    return test_case;
}

int suite_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* --- random numbers ------------------------------------------------------ */

uint32_t suite_below(suite_random *random, uint32_t count)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return (uint32_t)((*random >> 16) % count);
}

bool suite_chance(suite_random *random, uint32_t percent)
{
    return suite_below(random, 100) < percent;
}

/* --- records ------------------------------------------------------------- */

void suite_enter(smet_record *record, const char *facts)
{
    char fact[512];
    while (*facts != '\0') {
        size_t length = strcspn(facts, " ");
        expect(length < sizeof fact, "a fact of the test is too long: %s", facts);
        memcpy(fact, facts, length);
        fact[length] = '\0';
        facts += length + (facts[length] == ' ');
        char *cell = strchr(fact, '=');
        expect(cell != NULL, "a fact of the test has no cell: %s", fact);
        *cell++ = '\0';
        struct smet_error error = {.size = sizeof error};
        smet_status_t status = smet_record_set_text(record, fact, cell, &error);
        expect(status == SMET_OK, "refused a fact of the test: %s", error.message);
    }
}

smet_record *suite_record(const char *facts)
{
    smet_record *record = smet_record_new();
    expect(record != NULL, "no record");
    suite_enter(record, facts);
    return record;
}

smet_assessment *suite_assess(const char *facts)
{
    smet_record *record = suite_record(facts);
    smet_assessment *assessment = suite_assess_record(record);
    smet_record_free(record);
    return assessment;
}

bool suite_values_equal(const struct suite_values *a, const struct suite_values *b)
{
    return a->count == b->count && memcmp(a->value, b->value, a->count * sizeof a->value[0]) == 0;
}

bool suite_values_have(const struct suite_values *values, smet_value_t value)
{
    for (size_t i = 0; i < values->count; i++)
        if (values->value[i] == value)
            return true;
    return false;
}

bool suite_values_within(const struct suite_values *a, const struct suite_values *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!suite_values_have(b, a->value[i]))
            return false;
    return true;
}

void suite_domain(smet_field_t field, struct suite_values *values)
{
    values->count = smet_value_count(field);
    expect(values->count > 1 && values->count <= SUITE_VALUES, "field %d has %zu values",
           (int)field, values->count);
    for (size_t i = 0; i < values->count; i++)
        values->value[i] = smet_value_at(field, i);
}

void suite_read(const smet_record *record, struct suite_snapshot *snapshot)
{
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        snapshot->field[f].count =
            smet_record_values(record, f, snapshot->field[f].value, SUITE_VALUES);
}

bool suite_same(const struct suite_snapshot *a, const struct suite_snapshot *b)
{
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        if (!suite_values_equal(&a->field[f], &b->field[f]))
            return false;
    return true;
}

/* --- patients ------------------------------------------------------------ */

static smet_value_t any_value(suite_random *random, smet_field_t field)
{
    switch (field) {
    case SMET_FIELD_LESION_LEVEL:
        if (suite_chance(random, 70))
            return suite_chance(random, 50) ? SMET_LESION_LEVEL_S1 : SMET_LESION_LEVEL_S2;
        break;
    case SMET_FIELD_TISSUE_DIAGNOSIS:
        if (suite_chance(random, 60))
            return SMET_TISSUE_DIAGNOSIS_METASTASIS;
        break;
    case SMET_FIELD_EXTRASPINAL_BONE_METASTASES:
    case SMET_FIELD_VERTEBRAL_METASTASES:
        if (suite_chance(random, 80))
            return smet_value_at(field, suite_below(random, 4));
        break;
    case SMET_FIELD_CAUDA_EQUINA_SYNDROME:
    case SMET_FIELD_ACUTE_DETERIORATION:
    case SMET_FIELD_LOCAL_EXTENSION:
    case SMET_FIELD_PAIN_SCORE:
        if (suite_chance(random, 50))
            return 0;
        break;
    case SMET_FIELD_BLADDER:
    case SMET_FIELD_BOWEL:
        if (suite_chance(random, 40))
            return SMET_BLADDER_NORMAL;
        break;
    case SMET_FIELD_FRANKEL:
        if (suite_chance(random, 40))
            return SMET_FRANKEL_E;
        break;
    default:
        break;
    }
    return smet_value_at(field, suite_below(random, (uint32_t)smet_value_count(field)));
}

struct suite_patient suite_any_patient(suite_random *random)
{
    struct suite_patient patient;
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        patient.value[f] = any_value(random, f);
    if (suite_chance(random, 40)) {
        patient.value[SMET_FIELD_BONE_LESION] = SMET_BONE_LESION_BLASTIC;
        patient.value[SMET_FIELD_ALIGNMENT] = SMET_ALIGNMENT_NORMAL;
    }
    if (suite_chance(random, 40)) {
        patient.value[SMET_FIELD_ESCC] = SMET_ESCC_0;
        patient.value[SMET_FIELD_NERVE_ROOT_COMPRESSION] = SMET_NO;
    }
    if (suite_chance(random, 30)) {
        patient.value[SMET_FIELD_NEUROLOGICAL_EXAMINATION] = SMET_NEUROLOGICAL_EXAMINATION_NORMAL;
        for (int r = PLAIN_EXAMINED_FIRST; r <= PLAIN_EXAMINED_LAST; r++)
            patient.value[plain_relations[r].field[1]] =
                r == PLAIN_EXAMINED_FIRST ? SMET_FRANKEL_E : 0;
    }
    /* Draw again one field of a relation that does not hold, until all hold. */
    for (int r = 0; r < PLAIN_RELATION_COUNT; r++) {
        if (r == PLAIN_OUTCOME || plain_holds(r, &patient))
            continue;
        const struct plain_relation *relation = &plain_relations[r];
        smet_field_t field =
            relation->field[suite_below(random, (uint32_t)relation->field_count)];
        patient.value[field] = any_value(random, field);
        r = -1;
    }
    if (patient.value[SMET_FIELD_PRIOR_RADIOTHERAPY] == SMET_PRIOR_RADIOTHERAPY_NONE)
        patient.value[SMET_FIELD_RADIOTHERAPY_OUTCOME] = -1;
    return patient;
}

void suite_some_values(suite_random *random, const smet_record *record, smet_field_t field,
                       smet_value_t kept, struct suite_values *values)
{
    struct suite_values left;
    left.count = smet_record_values(record, field, left.value, SUITE_VALUES);
    uint32_t share = 10 + suite_below(random, 80);
    values->count = 0;
    for (size_t i = 0; i < left.count; i++)
        if (left.value[i] == kept || suite_chance(random, share))
            values->value[values->count++] = left.value[i];
    if (values->count == 0 || (kept < 0 && suite_chance(random, 30))) {
        values->count = 1;
        values->value[0] = left.value[suite_below(random, (uint32_t)left.count)];
    }
    if (kept >= 0 && suite_chance(random, 30)) {
        values->count = 1;
        values->value[0] = kept;
    }
}

void suite_narrow(smet_record *record, smet_field_t field, const struct suite_values *values)
{
    struct smet_error error = {.size = sizeof error};
    smet_status_t status =
        smet_record_narrow(record, field, values->value, values->count, &error);
    expect(status == SMET_OK, "refused possible values: %s", error.message);
}

smet_record *suite_any_record(suite_random *random, bool is_wild)
{
    struct suite_patient patient = suite_any_patient(random);
    smet_record *record = smet_record_new();
    uint32_t share = 10 + suite_below(random, 90);
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct suite_values values;
        struct smet_field_info info = {.size = sizeof info};
        expect(smet_field_describe(f, &info) == SMET_OK, "field %d", (int)f);
        if (!suite_chance(random, info.is_override ? 15 : share) ||
            (patient.value[f] < 0 && !is_wild))
            continue;
        suite_some_values(random, record, f, is_wild ? -1 : patient.value[f], &values);
        suite_narrow(record, f, &values);
    }
    return record;
}

/* --- assessments ---------------------------------------------------------- */

smet_assessment *suite_assess_record(const smet_record *record)
{
    smet_assessment *assessment = smet_assess(record, NULL);
    expect(assessment != NULL, "no assessment");
    return assessment;
}

struct smet_disposition suite_disposition(const smet_assessment *assessment,
                                          smet_intervention_t intervention)
{
    struct smet_disposition disposition = {.size = sizeof disposition};
    expect(smet_assessment_disposition(assessment, intervention, &disposition) == SMET_OK,
           "intervention %d", (int)intervention);
    return disposition;
}

struct smet_rule_state suite_rule_state(const smet_assessment *assessment,
                                        smet_intervention_t intervention, smet_rule_t rule)
{
    struct smet_rule_state state = {.size = sizeof state};
    expect(smet_assessment_rule(assessment, intervention, rule, &state) == SMET_OK, "rule %d",
           (int)rule);
    return state;
}

struct smet_next_fact suite_next(const smet_assessment *assessment, size_t index)
{
    struct smet_next_fact fact = {.size = sizeof fact};
    expect(smet_assessment_next(assessment, index, &fact) == SMET_OK, "no fact %zu", index);
    return fact;
}

/* A list as a mask; the same list must come whole, and as far as there is room. */
static uint64_t mask_of(const int32_t *terms, size_t count)
{
    uint64_t mask = 0;
    for (size_t i = 0; i < count; i++) {
        expect(terms[i] >= 0 && terms[i] < 64 && (i == 0 || terms[i - 1] < terms[i]),
               "%d is out of order", (int)terms[i]);
        mask |= SUITE_BIT(terms[i]);
    }
    return mask;
}

uint64_t suite_listed(const smet_assessment *assessment, int32_t of, suite_lister lister)
{
    int32_t terms[SUITE_FIELDS];
    size_t count = lister(assessment, of, terms, SUITE_FIELDS);
    return mask_of(terms, count);
}

uint64_t suite_next_interventions(const smet_assessment *assessment, size_t index)
{
    smet_intervention_t interventions[SUITE_FIELDS];
    size_t count =
        smet_assessment_next_interventions(assessment, index, interventions, SUITE_FIELDS);
    return mask_of(interventions, count);
}

uint64_t suite_next_instruments(const smet_assessment *assessment, size_t index)
{
    smet_instrument_t instruments[SUITE_FIELDS];
    size_t count = smet_assessment_next_instruments(assessment, index, instruments, SUITE_FIELDS);
    return mask_of(instruments, count);
}

uint64_t suite_item_derived_from(const smet_record *record, smet_instrument_t instrument,
                                 size_t index)
{
    smet_field_t fields[SUITE_FIELDS];
    size_t count = smet_record_score_item_derived_from(record, instrument, index, fields,
                                                       SUITE_FIELDS);
    return mask_of(fields, count);
}

smet_truth_t suite_rule_truth(const smet_assessment *assessment, smet_rule_t rule)
{
    smet_intervention_t intervention = SMET_INTERVENTION_INVALID;
    expect(smet_rule_interventions(rule, &intervention, 1) > 0, "rule %d", (int)rule);
    return suite_rule_state(assessment, intervention, rule).fires;
}

uint64_t suite_group(const smet_assessment *assessment, size_t group)
{
    smet_field_t list[SUITE_FIELDS];
    uint64_t mask = 0;
    size_t count = smet_assessment_inconsistency_fields(assessment, group, list, SUITE_FIELDS);
    expect(count > 0, "group %zu is empty", group);
    for (size_t i = 0; i < count; i++)
        mask |= SUITE_BIT(list[i]);
    return mask;
}

/* --- words --------------------------------------------------------------- */

int32_t suite_term(smet_vocabulary_t vocabulary, const char *key)
{
    int32_t found = smet_term_find(vocabulary, key);
    expect(found >= 0, "no term \"%s\" in vocabulary %d", key, (int)vocabulary);
    return found;
}

const char *suite_key(smet_vocabulary_t vocabulary, int32_t term)
{
    const char *key = smet_term_key(vocabulary, term);
    return key == NULL ? "(none)" : key;
}

void suite_append(char *list, size_t room, const char *between, const char *word)
{
    size_t length = strlen(list);
    snprintf(list + length, room - length, "%s%s", length == 0 ? "" : between, word);
}

const char *suite_field_keys(uint64_t mask)
{
    static char keys[4096];
    keys[0] = '\0';
    for (smet_field_t f = 0; f < 64; f++)
        if ((mask >> f & 1) != 0)
            suite_append(keys, sizeof keys, " ", suite_key(SMET_VOCABULARY_FIELD, f));
    return keys;
}

uint64_t suite_field_mask(const char *keys)
{
    uint64_t mask = 0;
    char key[64];
    while (suite_next_word(&keys, ' ', key)) {
        mask |= SUITE_BIT(suite_term(SMET_VOCABULARY_FIELD, key));
    }
    return mask;
}

bool suite_next_word(const char **words, char between, char word[64])
{
    if (**words == '\0')
        return false;
    const char *end = strchr(*words, between);
    size_t length = end == NULL ? strlen(*words) : (size_t)(end - *words);
    expect(length < 64, "a word of the test is too long: %s", *words);
    memcpy(word, *words, length);
    word[length] = '\0';
    *words += length + (end != NULL);
    return true;
}

/* The code point that a sequence of bytes spells; -1 where it spells none. */
static long code_point(const unsigned char *byte, int length)
{
    static const long least[] = {0, 0, 0x80, 0x800, 0x10000};
    long point = length == 1 ? byte[0] : byte[0] & (0x7F >> length);
    for (int i = 1; i < length; i++) {
        if ((byte[i] & 0xC0) != 0x80)
            return -1;
        point = point << 6 | (byte[i] & 0x3F);
    }
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return -1;
    return point;
}

bool suite_is_utf8(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;
    while (*byte != '\0') {
        int length = *byte < 0x80             ? 1
                     : (*byte & 0xE0) == 0xC0 ? 2
                     : (*byte & 0xF0) == 0xE0 ? 3
                     : (*byte & 0xF8) == 0xF0 ? 4
                                              : 0;
        if (length == 0 || code_point(byte, length) < 0)
            return false;
        byte += length;
    }
    return true;
}
