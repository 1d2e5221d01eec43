/*
 * Published patients, published mappings and known-wrong vectors, one test a
 * row of data/cases.csv. The columns are those of the clinical authority: id,
 * kind, record (JSON), expect (JSON), source, note.
 *
 * Usage: test_cases CASES.csv
 */
#include "suite.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 6, CASES_MAX = 200 };
enum { ID, KIND, RECORD, EXPECT, SOURCE, NOTE };

struct row {
    char *cell[COLUMNS];
};

static struct row cases[CASES_MAX];
static int case_count;

/* --- CSV: RFC 4180 ------------------------------------------------------- */

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    size_t length = 0, room = 1 << 20;
    char *text = malloc(room);
    if (text != NULL) {
        length = fread(text, 1, room - 1, file);
        text[length] = '\0';
    }
    fclose(file);
    return text;
}

/* Reads one cell at `*at` into itself, without its quotes; returns what stood behind it. */
static char read_cell(char **at, char **cell)
{
    char *from = *at, *to = *at;
    *cell = to;
    if (*from == '"') {
        for (from++; *from != '\0'; from++) {
            if (*from == '"' && *++from != '"')
                break;
            *to++ = *from;
        }
    } else
        while (*from != ',' && *from != '\n' && *from != '\r' && *from != '\0')
            *to++ = *from++;
    char behind = *from;
    if (behind == '\r')
        behind = *++from;
    *at = behind == '\0' ? from : from + 1;
    *to = '\0';
    return behind;
}

/* Reads the rows; false where the text is no such table. */
static bool read_cases(char *text)
{
    static const char *const header[COLUMNS] = {"id", "kind", "record", "expect", "source",
                                                "note"};
    for (int line = 0; *text != '\0'; line++) {
        struct row row = {{NULL}};
        if (case_count == CASES_MAX)
            return false;
        for (int c = 0; c < COLUMNS; c++) {
            char behind = read_cell(&text, &row.cell[c]);
            if (c < COLUMNS - 1 ? behind != ',' : behind != '\n' && behind != '\0')
                return false;
            if (line == 0 && strcmp(row.cell[c], header[c]) != 0)
                return false;
        }
        if (line > 0)
            cases[case_count++] = row;
    }
    return case_count > 0;
}

/* --- the record, as design.md's "Record JSON" has it --------------------- */

/* The value that stands for a field; -1, which no field has, for a key that is no option. */
static smet_value_t value_of(smet_field_t field, const json_t *json)
{
    if (json_is_string(json))
        return smet_value_find(field, json_string_value(json));
    expect(json_is_integer(json), "field %d: neither a string nor an integer", (int)field);
    return (smet_value_t)json_integer_value(json);
}

static smet_status_t enter(smet_record *record, const char *key, const json_t *json,
                           struct smet_error *error)
{
    smet_field_t field = smet_term_find(SMET_VOCABULARY_FIELD, key);
    if (field < 0)
        return smet_record_set_text(record, key, "", error);
    if (json_is_object(json)) {
        const json_t *least = json_object_get(json, "min");
        const json_t *greatest = json_object_get(json, "max");
        return smet_record_narrow_range(
            record, field,
            least != NULL ? value_of(field, least) : smet_value_at(field, 0),
            greatest != NULL ? value_of(field, greatest)
                             : smet_value_at(field, smet_value_count(field) - 1),
            error);
    }
    if (!json_is_array(json))
        return smet_record_set(record, field, value_of(field, json), error);
    smet_value_t values[SUITE_VALUES];
    size_t count = json_array_size(json);
    expect(count <= SUITE_VALUES, "%s: too many values", key);
    for (size_t i = 0; i < count; i++)
        values[i] = value_of(field, json_array_get(json, i));
    return smet_record_narrow(record, field, values, count, error);
}

/* --- what is expected ---------------------------------------------------- */

/* The mask of a list of integers, or of one. */
static uint64_t mask_of(const json_t *json)
{
    if (json_is_integer(json))
        return SUITE_BIT(json_integer_value(json));
    uint64_t mask = 0;
    expect(json_is_array(json), "neither an integer nor a list");
    for (size_t i = 0; i < json_array_size(json); i++)
        mask |= mask_of(json_array_get(json, i));
    return mask;
}

static uint64_t bands_of(smet_instrument_t instrument, const json_t *keys)
{
    uint64_t mask = 0;
    for (size_t i = 0; i < json_array_size(keys); i++) {
        struct smet_band_info band = {.size = sizeof band};
        smet_band_t b = 0;
        while (smet_band_describe(instrument, b, &band) == SMET_OK &&
               strcmp(band.key, json_string_value(json_array_get(keys, i))) != 0)
            band = (struct smet_band_info){.size = sizeof band}, b++;
        expect(band.key != NULL, "no band \"%s\"", json_string_value(json_array_get(keys, i)));
        mask |= SUITE_BIT(b);
    }
    return mask;
}

static void check_scores(const char *id, const smet_record *record, json_t *scores)
{
    const char *instrument_key, *part;
    json_t *parts, *wanted;
    json_object_foreach(scores, instrument_key, parts) {
        smet_instrument_t instrument = suite_term(SMET_VOCABULARY_INSTRUMENT, instrument_key);
        struct smet_score score = {.size = sizeof score};
        expect(smet_record_score(record, instrument, &score, NULL) == SMET_OK, "%s: not scored",
               id);
        json_object_foreach(parts, part, wanted) {
            bool good = false;
            if (strcmp(part, "totals") == 0)
                good = score.totals == mask_of(wanted);
            else if (strcmp(part, "bands") == 0)
                good = score.bands == bands_of(instrument, wanted);
            else if (strcmp(part, "min") == 0)
                good = score.minimum == json_integer_value(wanted);
            else if (strcmp(part, "max") == 0)
                good = score.maximum == json_integer_value(wanted);
            else
                ck_abort_msg("%s: this test does not know \"%s\" of a score", id, part);
            expect(good, "%s: %s %s: totals %llx, bands %llx", id, instrument_key, part,
                   (unsigned long long)score.totals, (unsigned long long)score.bands);
        }
    }
}

static void check_items(const char *id, const smet_record *record, json_t *instruments)
{
    const char *instrument_key, *item_key;
    json_t *items, *wanted;
    json_object_foreach(instruments, instrument_key, items) {
        smet_instrument_t instrument = suite_term(SMET_VOCABULARY_INSTRUMENT, instrument_key);
        json_object_foreach(items, item_key, wanted) {
            struct smet_score_item item = {.size = sizeof item};
            size_t index = 0;
            while (smet_record_score_item(record, instrument, index, &item, NULL) == SMET_OK &&
                   strcmp(item.key, item_key) != 0)
                item = (struct smet_score_item){.size = sizeof item}, index++;
            expect(item.key != NULL, "%s: no item \"%s\"", id, item_key);
            expect(item.points == mask_of(wanted), "%s: %s: points %llx", id, item_key,
                   (unsigned long long)item.points);
        }
    }
}

static void check_dispositions(const char *id, const smet_assessment *assessment, const char *part,
                               json_t *expected)
{
    const char *key;
    json_t *wanted;
    json_object_foreach(expected, key, wanted) {
        struct smet_disposition got =
            suite_disposition(assessment, suite_term(SMET_VOCABULARY_INTERVENTION, key));
        const char *verdict = suite_key(SMET_VOCABULARY_VERDICT, got.disposition);
        if (strcmp(part, "dispositions") == 0)
            expect(strcmp(verdict, json_string_value(wanted)) == 0, "%s: %s is %s", id, key,
                   verdict);
        else if (strcmp(part, "not_dispositions") == 0)
            expect(strcmp(verdict, json_string_value(wanted)) != 0, "%s: %s is %s", id, key,
                   verdict);
        else if (strcmp(part, "settled") == 0)
            expect(got.is_settled == json_is_true(wanted), "%s: %s: settled %d", id, key,
                   (int)got.is_settled);
        else
            expect(got.side == suite_term(SMET_VOCABULARY_SIDE, json_string_value(wanted)),
                   "%s: %s: side %d", id, key, (int)got.side);
    }
}

/* Each field that is named stands in some group of facts that contradict each other. */
static void check_inconsistencies(const char *id, const smet_assessment *assessment,
                                  json_t *expected)
{
    for (size_t i = 0; i < json_array_size(expected); i++) {
        smet_field_t field =
            suite_term(SMET_VOCABULARY_FIELD, json_string_value(json_array_get(expected, i)));
        bool found = false;
        for (size_t g = 0; g < smet_assessment_inconsistency_count(assessment); g++) {
            smet_field_t fields[SUITE_FIELDS];
            size_t count =
                smet_assessment_inconsistency_fields(assessment, g, fields, SUITE_FIELDS);
            for (size_t f = 0; f < count; f++)
                found |= fields[f] == field;
        }
        expect(found, "%s: no inconsistency names field %d", id, (int)field);
    }
}

START_TEST(a_case_comes_out_as_published)
{
    const char *id = cases[_i].cell[ID];
    json_t *facts = json_loads(cases[_i].cell[RECORD], JSON_REJECT_DUPLICATES, NULL);
    json_t *expected = json_loads(cases[_i].cell[EXPECT], JSON_REJECT_DUPLICATES, NULL);
    expect(facts != NULL && json_is_object(expected) && json_object_size(expected) > 0,
           "%s: not as a case should be", id);

    smet_record *record = smet_record_new();
    struct smet_error error = {.size = sizeof error};
    smet_status_t status = SMET_OK;
    const char *key, *part;
    json_t *value;
    json_object_foreach(facts, key, value)
        if (status == SMET_OK)
            status = enter(record, key, value, &error);

    const char *refused = json_string_value(json_object_get(expected, "error"));
    if (refused != NULL) {
        expect(status != SMET_OK, "%s: was accepted", id);
        expect(strncmp(error.message, refused, strlen(refused)) == 0, "%s: \"%s\"", id,
               error.message);
    } else
        expect(status == SMET_OK, "%s: refused: %s", id, error.message);

    smet_assessment *assessment = smet_assess(record, NULL);
    expect(assessment != NULL, "%s: no assessment", id);
    json_object_foreach(expected, part, value) {
        if (strcmp(part, "scores") == 0)
            check_scores(id, record, value);
        else if (strcmp(part, "items") == 0)
            check_items(id, record, value);
        else if (strcmp(part, "dispositions") == 0 || strcmp(part, "not_dispositions") == 0 ||
                 strcmp(part, "settled") == 0 || strcmp(part, "side") == 0)
            check_dispositions(id, assessment, part, value);
        else if (strcmp(part, "inconsistencies") == 0)
            check_inconsistencies(id, assessment, value);
        else
            expect(strcmp(part, "error") == 0, "%s: this test does not know \"%s\"", id, part);
    }
    smet_assessment_free(assessment);
    smet_record_free(record);
    json_decref(facts);
    json_decref(expected);
}
END_TEST

/* The three patients whom the review shows are there (pathway.md, "The review's three
 * patients"). */
START_TEST(the_review_s_patients_are_among_the_cases)
{
    int found = 0;
    for (int i = 0; i < case_count; i++)
        found += strncmp(cases[i].cell[ID], "SEED-F", strlen("SEED-F")) == 0 &&
                 strcmp(cases[i].cell[KIND], "published_patient") == 0;
    ck_assert_int_eq(found, 3);
}
END_TEST

/* README.md of the authority: every number carries its source. */
START_TEST(every_case_has_an_id_of_its_own_and_a_source)
{
    for (int i = 0; i < case_count; i++) {
        ck_assert_str_ne(cases[i].cell[ID], "");
        ck_assert_str_ne(cases[i].cell[SOURCE], "");
        for (int k = 0; k < i; k++)
            ck_assert_str_ne(cases[i].cell[ID], cases[k].cell[ID]);
    }
}
END_TEST

int main(int argument_count, char **arguments)
{
    char *text = argument_count == 2 ? read_whole(arguments[1]) : NULL;
    if (text == NULL || !read_cases(text)) {
        fprintf(stderr, "usage: test_cases CASES.csv (a readable table of cases)\n");
        return EXIT_FAILURE;
    }
    Suite *suite = suite_create("cases");
    TCase *all = suite_case(suite, "cases");
    tcase_add_loop_test(all, a_case_comes_out_as_published, 0, case_count);
    tcase_add_test(all, the_review_s_patients_are_among_the_cases);
    tcase_add_test(all, every_case_has_an_id_of_its_own_and_a_source);
    int status = suite_run(suite);
    free(text);
    return status;
}
