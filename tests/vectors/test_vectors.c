/*
 * The file of vectors is whole, meets what a binding must be tested with, and
 * says what the library says when the same facts come as JSON and its answer
 * leaves as JSON: another way in and another way out.
 *
 * Usage: test_vectors VECTORS.json CASES.csv
 */
#include "suite.h"

#include <jansson.h>
#include <sacralmet/exchange.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GENERATED_MIN = 3000, ANSWER_MAX = 1 << 20 };

static json_t *file;
static json_t *vectors;
static const char *cases_path;

static const char *id_of(const json_t *vector)
{
    return json_string_value(json_object_get(vector, "id"));
}

static const char *word_at(const json_t *list, size_t index)
{
    return json_string_value(json_array_get(list, index));
}

/* The entry of a vector that a refusal is of. */
static const json_t *entry_of(const json_t *vector, const json_t *refusal)
{
    return json_array_get(json_object_get(vector, "record"),
                          (size_t)json_integer_value(json_object_get(refusal, "index")));
}

static bool has_words(const json_t *list, const char *word)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(word_at(list, i), word) == 0)
            return true;
    return false;
}

/* --- what is in the file -------------------------------------------------- */

START_TEST(the_file_names_the_library_that_made_it)
{
    const json_t *versions = json_object_get(file, "versions");
    ck_assert_int_eq(json_integer_value(json_object_get(file, "format")), 1);
    ck_assert_str_eq(json_string_value(json_object_get(versions, "release")), smet_version());
    ck_assert_str_eq(json_string_value(json_object_get(versions, "abi")), smet_abi_version());
    ck_assert_str_eq(json_string_value(json_object_get(versions, "content")),
                     smet_content_version());
    ck_assert_str_eq(json_string_value(json_object_get(versions, "digest")),
                     smet_content_digest());
}
END_TEST

/* Each row of the table stands in one line that begins with its id. */
START_TEST(every_case_comes_first_and_enough_records_follow)
{
    FILE *table = fopen(cases_path, "rb");
    ck_assert_ptr_nonnull(table);
    static char line[1 << 16];
    size_t cases = 0;
    ck_assert_ptr_nonnull(fgets(line, sizeof line, table));
    while (fgets(line, sizeof line, table) != NULL) {
        line[strcspn(line, ",")] = '\0';
        ck_assert_str_eq(id_of(json_array_get(vectors, cases)), line);
        cases++;
    }
    fclose(table);
    ck_assert_uint_gt(cases, 0);
    ck_assert_uint_ge(json_array_size(vectors), cases + GENERATED_MIN);
}
END_TEST

START_TEST(every_id_is_its_vector_s_own)
{
    json_t *seen = json_object();
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const char *id = id_of(json_array_get(vectors, i));
        expect(json_object_get(seen, id) == NULL, "%s stands twice", id);
        json_object_set_new(seen, id, json_true());
    }
    json_decref(seen);
}
END_TEST

static void check_has_every_term(const json_t *vector, const char *part,
                                 smet_vocabulary_t vocabulary)
{
    const json_t *object = json_object_get(vector, part);
    expect(json_object_size(object) == smet_term_count(vocabulary), "%s: %zu %s", id_of(vector),
           json_object_size(object), part);
    for (size_t i = 0; i < smet_term_count(vocabulary); i++) {
        const char *key = smet_term_key(vocabulary, smet_term_at(vocabulary, i));
        expect(json_object_get(object, key) != NULL, "%s: no %s", id_of(vector), key);
    }
}

START_TEST(every_vector_has_all_scores_and_all_interventions)
{
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *vector = json_array_get(vectors, i);
        check_has_every_term(vector, "scores", SMET_VOCABULARY_INSTRUMENT);
        check_has_every_term(vector, "interventions", SMET_VOCABULARY_INTERVENTION);
    }
}
END_TEST

/* --- what is met ----------------------------------------------------------- */

/* Whether a part of some intervention is a word, or a list that has it. */
static bool some_intervention_has(const char *part, const char *word)
{
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const char *key;
        json_t *intervention;
        json_t *all = json_object_get(json_array_get(vectors, i), "interventions");
        json_object_foreach(all, key, intervention) {
            const json_t *found = json_object_get(intervention, part);
            if (json_is_string(found) ? strcmp(json_string_value(found), word) == 0
                                      : has_words(found, word))
                return true;
        }
    }
    return false;
}

static void check_every_term_is_met(smet_vocabulary_t vocabulary, const char *part)
{
    for (size_t i = 0; i < smet_term_count(vocabulary); i++) {
        const char *key = smet_term_key(vocabulary, smet_term_at(vocabulary, i));
        expect(some_intervention_has(part, key), "no intervention has \"%s\" as its %s", key,
               part);
    }
}

START_TEST(every_side_and_every_disposition_is_met)
{
    check_every_term_is_met(SMET_VOCABULARY_SIDE, "side");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT); i++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        const char *key = smet_term_key(SMET_VOCABULARY_VERDICT, verdict);
        /* What comes beside a disposition and is never one, as pathway.h says of it. */
        if (verdict == SMET_VERDICT_CAUTION)
            continue;
        expect(some_intervention_has("disposition", key), "no disposition is \"%s\"", key);
    }
}
END_TEST

/* Vectors in which a list is not empty. */
static size_t count_with(const char *part)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(vectors); i++)
        count += json_array_size(json_object_get(json_array_get(vectors, i), part)) > 0;
    return count;
}

START_TEST(lists_that_are_mostly_empty_are_met_filled_too)
{
    static const char *const parts[] = {"refused", "conflicts", "inconsistencies", "next"};
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        expect(count_with(parts[i]) >= 100, "%s: %zu", parts[i], count_with(parts[i]));
}
END_TEST

/* How many refusals have a status and, where wanted, text beyond ASCII. */
static size_t count_refusals(const char *status, bool is_beyond_ascii)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *vector = json_array_get(vectors, i);
        const json_t *refused = json_object_get(vector, "refused");
        for (size_t r = 0; r < json_array_size(refused); r++) {
            const json_t *refusal = json_array_get(refused, r), *entry = entry_of(vector, refusal);
            bool is_beyond = false;
            for (size_t part = 0; part < 2; part++)
                for (const char *c = word_at(entry, part); *c != '\0'; c++)
                    is_beyond = is_beyond || (unsigned char)*c >= 0x80;
            if (strcmp(json_string_value(json_object_get(refusal, "status")), status) == 0 &&
                (is_beyond || !is_beyond_ascii))
                count++;
        }
    }
    return count;
}

/* All that record.h lists for smet_record_set_text(), but for what text in a file of
   JSON cannot bring about: arguments that are NULL, wrong structs, text that is no UTF-8. */
START_TEST(every_way_to_be_refused_is_met)
{
    static const char *const statuses[] = {
        "SMET_ERROR_UNKNOWN_FIELD",  "SMET_ERROR_UNKNOWN_OPTION", "SMET_ERROR_OUT_OF_RANGE",
        "SMET_ERROR_REVERSED_RANGE", "SMET_ERROR_CONTRADICTION",  "SMET_ERROR_SYNTAX"};
    for (size_t i = 0; i < COUNT_OF(statuses); i++)
        expect(count_refusals(statuses[i], false) >= 100, "%s: %zu", statuses[i],
               count_refusals(statuses[i], false));
    ck_assert_uint_ge(count_refusals("SMET_ERROR_UNKNOWN_FIELD", true), 10);
    ck_assert_uint_ge(count_refusals("SMET_ERROR_UNKNOWN_OPTION", true), 10);
    ck_assert_uint_ge(count_refusals("SMET_ERROR_SYNTAX", true), 10);
}
END_TEST

START_TEST(refusals_name_the_field_first)
{
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *vector = json_array_get(vectors, i);
        const json_t *refused = json_object_get(vector, "refused");
        for (size_t r = 0; r < json_array_size(refused); r++) {
            const json_t *refusal = json_array_get(refused, r);
            const json_t *field = json_object_get(refusal, "field");
            const char *key = word_at(entry_of(vector, refusal), 0);
            const char *message = json_string_value(json_object_get(refusal, "message"));
            if (smet_term_find(SMET_VOCABULARY_FIELD, key) < 0) {
                expect(json_is_null(field), "%s: refusal %zu has a field", id_of(vector), r);
                continue;
            }
            expect(strcmp(json_string_value(field), key) == 0, "%s: %s", id_of(vector), key);
            expect(strncmp(message, key, strlen(key)) == 0, "%s: %s", id_of(vector), message);
        }
    }
}
END_TEST

START_TEST(text_that_says_nothing_is_met)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *record = json_object_get(json_array_get(vectors, i), "record");
        for (size_t e = 0; e < json_array_size(record); e++)
            count += word_at(json_array_get(record, e), 1)[0] == '\0';
    }
    ck_assert_uint_ge(count, 100);
}
END_TEST

/* --- the same as JSON ------------------------------------------------------- */

static json_t *word_json(smet_field_t field, const char *word)
{
    struct smet_field_info info = {.size = sizeof info};
    expect(smet_field_describe(field, &info) == SMET_OK, "no field %d", (int)field);
    return info.kind == SMET_KIND_INTEGER ? json_integer(atoi(word)) : json_string(word);
}

/* What stands in "Record JSON" for the text of an entry. */
static json_t *fact_json(smet_field_t field, const char *text)
{
    const char *dots = strstr(text, "..");
    if (text[0] == '\0')
        return json_null();
    if (dots != NULL)
        return json_pack("{s:i, s:i}", "min", atoi(text), "max", atoi(dots + 2));
    json_t *list = json_array();
    char word[64];
    while (suite_next_word(&text, '|', word))
        json_array_append_new(list, word_json(field, word));
    return list;
}

static void enter_as_json(smet_record *record, const char *id, const json_t *entry)
{
    const char *key = word_at(entry, 0);
    smet_field_t field = suite_term(SMET_VOCABULARY_FIELD, key);
    json_t *json = json_object();
    json_object_set_new(json, key, fact_json(field, word_at(entry, 1)));
    char *text = json_dumps(json, JSON_COMPACT);
    struct smet_error error = {.size = sizeof error};
    expect(smet_record_read_json(record, text, strlen(text), &error) == SMET_OK, "%s: %s", id,
           error.message);
    free(text);
    json_decref(json);
}

static bool is_refused(const json_t *vector, size_t index)
{
    const json_t *refused = json_object_get(vector, "refused");
    for (size_t r = 0; r < json_array_size(refused); r++)
        if ((size_t)json_integer_value(
                json_object_get(json_array_get(refused, r), "index")) == index)
            return true;
    return false;
}

/* The answer, as JSON, to what the library took; what it refused changes nothing. */
static json_t *answer_as_json(const json_t *vector)
{
    static char text[ANSWER_MAX];
    const json_t *entries = json_object_get(vector, "record");
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < json_array_size(entries); i++)
        if (!is_refused(vector, i))
            enter_as_json(record, id_of(vector), json_array_get(entries, i));
    smet_assessment *assessment = suite_assess_record(record);
    size_t length =
        smet_assessment_write_json(assessment, SMET_JSON_COMPACT, text, sizeof text);
    expect(length > 0 && length < sizeof text, "%s: %zu bytes", id_of(vector), length);
    json_t *answer = json_loads(text, 0, NULL);
    expect(answer != NULL, "%s: the answer is no JSON", id_of(vector));
    smet_assessment_free(assessment);
    smet_record_free(record);
    return answer;
}

/* The member of a list whose `key` is a word. */
static const json_t *member_with(const json_t *list, const char *key, const char *word)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *member = json_array_get(list, i);
        if (strcmp(json_string_value(json_object_get(member, key)), word) == 0)
            return member;
    }
    ck_abort_msg("no %s is %s", key, word);
    return NULL;
}

static void check_same(const char *id, const char *where, const json_t *vector, const char *part,
                       const json_t *answer, const char *answer_part)
{
    expect(json_equal(json_object_get(vector, part), json_object_get(answer, answer_part)),
           "%s: %s: %s differs", id, where, part);
}

/* A list of words is the list of `key` of each member of another list. */
static void check_words(const char *id, const char *where, const json_t *words,
                        const json_t *list, const char *key)
{
    expect(json_array_size(words) == json_array_size(list), "%s: %s: %zu and %zu", id, where,
           json_array_size(words), json_array_size(list));
    for (size_t i = 0; i < json_array_size(words); i++)
        expect(json_equal(json_array_get(words, i), json_object_get(json_array_get(list, i), key)),
               "%s: %s %zu: %s", id, where, i, word_at(words, i));
}

static void check_scores(const char *id, json_t *scores, const json_t *answers)
{
    static const char *const parts[][2] = {
        {"minimum", "min"},       {"maximum", "max"},     {"totals", "totals"},  {"bands", "bands"},
        {"complete", "complete"}, {"decided", "decided"}, {"missing", "missing"}};
    const char *key;
    json_t *score;
    json_object_foreach(scores, key, score) {
        const json_t *answer = member_with(answers, "instrument", key);
        for (size_t p = 0; p < COUNT_OF(parts); p++)
            check_same(id, key, score, parts[p][0], answer, parts[p][1]);
    }
}

static void check_interventions(const char *id, json_t *interventions, const json_t *answers)
{
    static const char *const parts[] = {"disposition", "settled", "possible", "deciding"};
    const char *key;
    json_t *intervention;
    json_object_foreach(interventions, key, intervention) {
        const json_t *answer = member_with(answers, "intervention", key);
        const json_t *side = json_object_get(answer, "side");
        for (size_t p = 0; p < COUNT_OF(parts); p++)
            check_same(id, key, intervention, parts[p], answer, parts[p]);
        expect(strcmp(json_string_value(json_object_get(intervention, "side")),
                      side != NULL ? json_string_value(side) : "none") == 0,
               "%s: %s: side differs", id, key);
        check_words(id, "rule", json_object_get(intervention, "rules"),
                    json_object_get(answer, "rules"), "rule");
        check_words(id, "caution", json_object_get(intervention, "cautions"),
                    json_object_get(answer, "cautions"), "rule");
    }
}

static void check_inconsistencies(const char *id, const json_t *groups, const json_t *answers)
{
    expect(json_array_size(groups) == json_array_size(answers), "%s: %zu inconsistencies", id,
           json_array_size(groups));
    for (size_t i = 0; i < json_array_size(groups); i++) {
        const json_t *group = json_array_get(groups, i), *answer = json_array_get(answers, i);
        check_same(id, "inconsistency", group, "fields", answer, "fields");
        check_same(id, "inconsistency", group, "text", answer, "explanation");
    }
}

START_TEST(every_vector_is_the_answer_that_json_gets)
{
    for (size_t i = 0; i < json_array_size(vectors); i++) {
        const json_t *vector = json_array_get(vectors, i);
        const char *id = id_of(vector);
        json_t *answer = answer_as_json(vector);
        check_scores(id, json_object_get(vector, "scores"), json_object_get(answer, "scores"));
        check_interventions(id, json_object_get(vector, "interventions"),
                            json_object_get(answer, "interventions"));
        check_words(id, "conflict", json_object_get(vector, "conflicts"),
                    json_object_get(answer, "conflicts"), "conflict");
        check_inconsistencies(id, json_object_get(vector, "inconsistencies"),
                              json_object_get(answer, "inconsistencies"));
        check_words(id, "next", json_object_get(vector, "next"), json_object_get(answer, "next"),
                    "field");
        json_decref(answer);
    }
}
END_TEST

int main(int argc, char **argv)
{
    json_error_t error;
    file = argc == 3 ? json_load_file(argv[1], JSON_REJECT_DUPLICATES, &error) : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: test_vectors VECTORS.json CASES.csv (readable files)\n");
        return EXIT_FAILURE;
    }
    vectors = json_object_get(file, "vectors");
    cases_path = argv[2];
    Suite *suite = suite_create("vectors");
    TCase *all = suite_case(suite, "vectors");
    tcase_add_test(all, the_file_names_the_library_that_made_it);
    tcase_add_test(all, every_case_comes_first_and_enough_records_follow);
    tcase_add_test(all, every_id_is_its_vector_s_own);
    tcase_add_test(all, every_vector_has_all_scores_and_all_interventions);
    tcase_add_test(all, every_side_and_every_disposition_is_met);
    tcase_add_test(all, lists_that_are_mostly_empty_are_met_filled_too);
    tcase_add_test(all, every_way_to_be_refused_is_met);
    tcase_add_test(all, refusals_name_the_field_first);
    tcase_add_test(all, text_that_says_nothing_is_met);
    TCase *long_ones = suite_exhaustive_case(suite, "as JSON");
    tcase_add_test(long_ones, every_vector_is_the_answer_that_json_gets);
    int status = suite_run(suite);
    json_decref(file);
    return status;
}
