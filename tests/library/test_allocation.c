/*
 * Every allocation of every public call fails once: the call is refused as its header
 * says, what it was given is as before and goes on working, and nothing is kept.
 *
 * The libraries' calls of malloc() come to suite/allocations.c through the linker, those of
 * the JSON library through json_set_alloc_funcs(). The Arrow adapter has a test of its own,
 * test_arrow_memory.c.
 */
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include "allocations.h"
#include "charts.h"

#include <sacralmet/fhir.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Like expect(), where an allocation may be failing. */
#define demand(condition, ...)         \
    do {                               \
        if (!(condition)) {            \
            failing = 0;               \
            ck_abort_msg(__VA_ARGS__); \
        }                              \
    } while (0)

/* --- what is called ---------------------------------------------------------- */

/* What the calls are given, and room for what they write. */
static smet_record *record;
static smet_assessment *assessment;
static smet_chart *chart;
static char *file, *text, *wanted;
static size_t file_length, wanted_length;
static size_t definition;
static int32_t style;
static const struct smet_answer_options *options;

enum { ROOM = 1 << 22 };

static struct smet_error error;

static bool is_refused(smet_status_t status)
{
    demand(status == SMET_OK || status == SMET_ERROR_NO_MEMORY, "status %d: %s", (int)status,
           error.message);
    demand(status == SMET_OK || error.status == SMET_ERROR_NO_MEMORY, "no error");
    demand(status == SMET_OK || error.message[0] != '\0', "no message");
    return status != SMET_OK;
}

static bool new_record(void)
{
    smet_record *made = smet_record_new();
    smet_record_free(made);
    return made != NULL;
}

static bool copy_record(void)
{
    smet_record *made = smet_record_copy(record);
    smet_record_free(made);
    return made != NULL;
}

static bool assess(void)
{
    smet_assessment *made = smet_assess(record, &error);
    smet_assessment_free(made);
    return made != NULL || !is_refused(error.status);
}

static bool copy_assessment(void)
{
    smet_assessment *made = smet_assessment_copy(assessment);
    smet_assessment_free(made);
    return made != NULL;
}

/* Into a record of its own, which must be as before when it is refused. */
static bool read_record(void)
{
    static struct suite_snapshot before, after;
    size_t count = failing;
    failing = 0;
    smet_record *read = smet_record_copy(record);
    suite_read(read, &before);
    allocations = 0;
    failing = count;
    smet_status_t status = smet_record_read_json(read, file, file_length, &error);
    size_t used = allocations;
    failing = 0;
    suite_read(read, &after);
    bool refused = is_refused(status);
    demand(suite_same(&before, &after) == refused, "changed, or not");
    smet_record_free(read);
    allocations = used;
    failing = count;
    return !refused;
}

static bool written(size_t length)
{
    if (length > 0) {
        demand(wanted == NULL || (length == wanted_length && strcmp(text, wanted) == 0),
               "another text");
        return true;
    }
    demand(text[0] == '\0', "a refused call leaves a text");
    return false;
}

static bool write_record(void)
{
    return written(smet_record_write_json(record, style, text, ROOM));
}

static bool write_assessment(void)
{
    return written(smet_assessment_write_json(assessment, style, text, ROOM));
}

static bool write_scores(void)
{
    return written(smet_assessment_write_scores_json(assessment, style, text, ROOM));
}

static bool write_catalogue(void)
{
    return written(smet_catalogue_write_json(style, text, ROOM));
}

static bool write_chart(void)
{
    return written(smet_chart_write_json(chart, style, text, ROOM));
}

static bool write_fhir(void)
{
    return written(smet_assessment_write_fhir(assessment, chart, options, text, ROOM));
}

static bool write_cards(void)
{
    return written(smet_assessment_write_cards(assessment, chart, options, text, ROOM));
}

static bool write_definition(void)
{
    return written(smet_definition_write(definition, style, text, ROOM));
}

/* The chart has pages already; those that are refused change none of its answers. */
static bool read_chart(void)
{
    smet_status_t status = smet_chart_read_fhir(chart, file, file_length, &error);
    size_t number = failing;
    size_t used = allocations;
    failing = 0;
    bool refused = is_refused(status);
    size_t length = smet_chart_write_json(chart, style, text, ROOM);
    demand(refused || number > used, "a chart is read without memory");
    demand(refused == (length == wanted_length && strcmp(text, wanted) == 0), "changed, or not");
    allocations = used;
    failing = number;
    return !refused;
}

static bool read_map(void)
{
    smet_code_map *made = smet_code_map_read_json(file, file_length, &error);
    smet_code_map_free(made);
    return made != NULL || !is_refused(error.status);
}

static bool new_chart(void)
{
    static const struct smet_chart_options all = {
        .size = sizeof all, .patient = "p1", .evaluation_date = "2018-06-15"};
    smet_chart *made = smet_chart_new(&all, &error);
    smet_chart_free(made);
    return made != NULL || !is_refused(error.status);
}

/* --- failing each ------------------------------------------------------------ */

/* Lets each `step`th allocation fail, the first ones also with all behind. */
enum { MOST_TWICE = 100 };

static void fail_each(bool (*call)(void), size_t first, size_t step)
{
    for (size_t number = first;; number += step) {
        bool is_done = false;
        for (int way = 0; way < (number > MOST_TWICE ? 1 : 2) && !is_done; way++) {
            error = (struct smet_error){.size = sizeof error};
            size_t before = held;
            allocations = 0;
            failing = number;
            fails_on = way == 1;
            bool is_given = call();
            size_t used = allocations;
            failing = 0;
            is_done = used < number;
            expect(is_given || !is_done, "refused without a failure");
            /* A text that was compared may do without what it had no memory for. */
            expect(is_done || !is_given || wanted != NULL, "allocation %zu of %zu", number, used);
            expect(is_given || held == before, "allocation %zu keeps %d blocks", number,
                   (int)(held - before));
        }
        if (is_done)
            return;
    }
}

/*
 * The same for what writes, which must give the same text in the end. Of a call with
 * very many allocations, whose square is out of reach, one in PARTS fails here, and
 * the exhaustive tests let the others fail.
 */
enum { MANY = 4000, PARTS = 29 };

static size_t part; /* 0: what every run does */

static void fail_each_of_writer(bool (*call)(void))
{
    wanted = NULL;
    allocations = 0;
    expect(call(), "nothing is written");
    size_t used = allocations;
    wanted = malloc(strlen(text) + 1);
    strcpy(wanted, text);
    wanted_length = strlen(text);
    if (used > MANY)
        fail_each(call, 1 + part, PARTS);
    else if (part == 0)
        fail_each(call, 1, 1);
    free(wanted);
    wanted = NULL;
}

static const char *examples;
static const char *maps;

/* Facts of every kind: scores of all instruments, contradictions, an emergency, mappings. */
static const char facts[] =
    "age_years=63 primary_tumor=uterus lesion_level=S3 sacral_fracture=yes ilium_involvement=right "
    "radiculopathy=yes nerve_root_compression=yes pain=mechanical karnofsky=40..60 "
    "prior_radiotherapy=conventional radiotherapy_outcome=progression stability=unstable "
    "cauda_equina_syndrome=yes tissue_diagnosis=metastasis reported_sins=9";

static void set_up(void)
{
    record = suite_record(facts);
    assessment = smet_assess(record, NULL);
    text = malloc(ROOM);
    style = SMET_JSON_COMPACT;
    options = NULL;
    chart = NULL;
    file = NULL;
}

static void tear_down(void)
{
    smet_chart_free(chart);
    smet_assessment_free(assessment);
    smet_record_free(record);
    free(file);
    free(text);
}

START_TEST(core)
{
    fail_each(new_record, 1, 1);
    fail_each(copy_record, 1, 1);
    fail_each(assess, 1, 1);
    fail_each(copy_assessment, 1, 1);
}
END_TEST

/* Keys and words of more than sixteen bytes; numbers for which the text is read twice. */
static const char *const records[] = {
    "{}",
    "{\"ecog\":\"3\",\"pain\":[\"none\",\"mechanical\"],\"karnofsky\":{\"min\":40,\"max\":50}}",
    "{\"cauda_equina_syndrome\":\"yes\",\"\\u0070rimary_tumor\":\"\\u006delanoma\",\"_own\":"
    "{\"a text of more than sixteen bytes\":[1.5,true,null,\"\\u00e9\\ud83d\\ude00\"]},"
    "\"epidural_disease\":[\"yes\",\"no\"],\"radiculopathy\":null}",
    "{\"_a\":123456789012345678901234567890,\"_b\":[1e999,-0.5e-3,{\"c\":1}],\"_c\":[1,2,3,4,5,6,7,8,9],"
    "\"age_years\":63,"
    "\"stability\":\"unstable\"}",
};

START_TEST(reading_a_record)
{
    smet_record_free(record);
    record = smet_record_new();
    file_length = strlen(records[_i]);
    file = malloc(file_length + 1);
    strcpy(file, records[_i]);
    if (_i > 0)
        fail_each(read_record, 1, 1);
    /* Into a record that has facts, which stay. */
    suite_enter(record, "lesion_level=S3 age_years=60..70 stability=unstable|stable");
    if (_i > 0)
        fail_each(read_record, 1, 1);
}
END_TEST

/* Refused texts: either what is wrong with them or that there is no memory. */
static const char *const refused[] = {
    "{\"a key of more than sixteen bytes\":1}",
    "{\"cauda_equina_syndrome\":123456789012345678901234567890}",
    "{\"cauda_equina_syndrome\":1.5e400}",
    "{\"cauda_equina_syndrome\\u0000\":1}",
    "{\"ecog\":1,\"ecog\":2}",
    "{\"ecog\":1,\"\\u0065cog\":2}",
    "[\"a text of more than sixteen bytes\"]",
    "[\"a text of more than sixteen bytes\"",
    "\"a text of more than sixteen bytes",
    "123456789012345678901234567890",
    "{\"_a\":123456789012345678901234567890,\"ecog\":9}",
    "{\"_a\":123456789012345678901234567890,",
};

START_TEST(refusing_a_record)
{
    const char *input = refused[_i];
    struct smet_error first = {.size = sizeof first};
    smet_status_t status = smet_record_read_json(record, input, strlen(input), &first);
    expect(status != SMET_OK && status != SMET_ERROR_NO_MEMORY, "status %d", (int)status);
    for (size_t number = 1;; number++) {
        struct smet_error again = {.size = sizeof again};
        size_t before = held;
        allocations = 0;
        failing = number;
        fails_on = false;
        status = smet_record_read_json(record, input, strlen(input), &again);
        size_t used = allocations;
        failing = 0;
        expect(held == before, "kept");
        if (used < number) {
            expect(memcmp(&first, &again, sizeof first) == 0, "another error");
            return;
        }
        /* What is found before the memory ends may be said. */
        expect(status == SMET_ERROR_NO_MEMORY || memcmp(&first, &again, sizeof first) == 0,
               "'%s' at %zu: %s", input, number, again.message);
    }
}
END_TEST

START_TEST(writing_json)
{
    style = _i;
    fail_each_of_writer(write_record);
    fail_each_of_writer(write_scores);
}
END_TEST

START_TEST(writing_an_assessment)
{
    fail_each_of_writer(write_assessment);
}
END_TEST

START_TEST(writing_the_catalogue)
{
    fail_each_of_writer(write_catalogue);
}
END_TEST

START_TEST(writing_definitions)
{
    definition = (size_t)_i;
    fail_each_of_writer(write_definition);
}
END_TEST

static const char *const files[] = {"fhir/cauda_equina.json", "fhir/unilateral.json",
                                    "fhir/unilateral_request.json", "fhir/fixation.json"};

static const struct smet_chart_options june = {.size = sizeof june,
                                               .evaluation_date = "2018-06-15"};

START_TEST(reading_a_chart)
{
    fail_each(new_chart, 1, 1);
    file = chart_file(examples, files[_i], &file_length);
    chart = chart_new(&june);
    fail_each_of_writer(write_chart);
    wanted_length = smet_chart_write_json(chart, style, text, ROOM);
    wanted = malloc(wanted_length + 1);
    strcpy(wanted, text);
    fail_each(read_chart, 1, 1);
    free(wanted);
}
END_TEST

START_TEST(writing_a_chart)
{
    file = chart_file(examples, files[_i], &file_length);
    chart = chart_new(&june);
    chart_read(chart, file);
    fail_each_of_writer(write_chart);
}
END_TEST

START_TEST(reading_a_map)
{
    file = chart_file(maps, "snomed-ct.json", &file_length);
    fail_each(read_map, 1, 1);
}
END_TEST

static const struct smet_answer_options answers[] = {
    {.size = sizeof answers[0], .patient = "p1", .date = "2018-06-15"},
    {.size = sizeof answers[0], .answer = SMET_ANSWER_SCORES},
};

START_TEST(writing_fhir)
{
    options = &answers[_i];
    fail_each_of_writer(write_fhir);
}
END_TEST

START_TEST(writing_cards)
{
    options = &answers[_i];
    fail_each_of_writer(write_cards);
}
END_TEST

/* With the facts of a chart, and where each came from. */
START_TEST(writing_of_a_chart)
{
    file = chart_file(examples, files[_i], &file_length);
    chart = chart_new(&june);
    chart_read(chart, file);
    smet_assessment_free(assessment);
    assessment = smet_assess(smet_chart_record(chart), NULL);
    fail_each_of_writer(write_fhir);
    fail_each_of_writer(write_cards);
}
END_TEST

/* What every run leaves out. */
START_TEST(writing_much)
{
    part = (size_t)_i;
    fail_each_of_writer(write_assessment);
    fail_each_of_writer(write_catalogue);
    for (definition = 0; definition < smet_definition_count(); definition++)
        fail_each_of_writer(write_definition);
    fail_each_of_writer(write_fhir);
    fail_each_of_writer(write_cards);
    file = chart_file(examples, files[1], &file_length);
    chart = chart_new(&june);
    chart_read(chart, file);
    fail_each_of_writer(write_fhir);
    part = 0;
}
END_TEST

int main(int argc, char **argv)
{
    if (!chart_folders(argc, argv, &examples, &maps))
        return EXIT_FAILURE;
    failed_allocations = mmap(NULL, sizeof *failed_allocations, PROT_READ | PROT_WRITE,
                              MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (failed_allocations == MAP_FAILED)
        return EXIT_FAILURE;
    json_set_alloc_funcs(__wrap_malloc, __wrap_free);
    Suite *suite = suite_create("allocation");
    TCase *all = suite_case(suite, "each fails once");
    tcase_set_tags(all, "allocation"); /* a block held too long is found here without valgrind */
    TCase *many = suite_case(suite, "each of very many fails once");
    tcase_set_tags(many, "exhaustive long"); /* many minutes under a sanitizer */
    int definitions = (int)smet_definition_count();
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_checked_fixture(many, set_up, tear_down);
    tcase_add_test(all, core);
    tcase_add_loop_test(all, reading_a_record, 0, (int)COUNT_OF(records));
    tcase_add_loop_test(all, refusing_a_record, 0, (int)COUNT_OF(refused));
    tcase_add_loop_test(all, writing_json, SMET_JSON_COMPACT, SMET_JSON_INDENTED + 1);
    tcase_add_test(all, writing_an_assessment);
    tcase_add_test(all, writing_the_catalogue);
    tcase_add_loop_test(all, writing_definitions, 0, definitions);
    tcase_add_loop_test(all, reading_a_chart, 0, (int)COUNT_OF(files));
    tcase_add_loop_test(all, writing_a_chart, 0, (int)COUNT_OF(files));
    tcase_add_test(all, reading_a_map);
    tcase_add_loop_test(all, writing_fhir, 0, (int)COUNT_OF(answers));
    tcase_add_loop_test(all, writing_cards, 0, (int)COUNT_OF(answers));
    tcase_add_loop_test(all, writing_of_a_chart, 0, (int)COUNT_OF(files));
    tcase_add_loop_test(many, writing_much, 1, PARTS);
    int status = suite_run(suite);
    printf("%zu allocations failed\n", *failed_allocations);
    return status;
}
