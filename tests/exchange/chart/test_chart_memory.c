/*
 * Charts without memory: whichever allocation fails, the call is refused, nothing
 * has changed and nothing leaks.
 *
 * Those of the JSON library do not fail here: test_allocation.c has them fail, too.
 */
#include "allocations.h"
#include "charts.h"

#include <stdlib.h>
#include <string.h>

static const char *examples;
static const char *maps;

/* Starts to count, and lets the allocation with this number fail. */
static void begin(size_t number)
{
    allocations = 0;
    failing = number;
}

static void end(void)
{
    failing = 0;
}

static const char *const files[] = {"fhir/cauda_equina.json", "fhir/unilateral.json",
                                    "fhir/unilateral_request.json"};

/* The chart is one of two pages: what the first gave must stay when the second is refused. */
START_TEST(test_read)
{
    size_t length;
    char *text = chart_file(examples, files[_i], &length);
    struct smet_chart_options options = {.size = sizeof options, .evaluation_date = "2018-06-15"};
    for (size_t number = 1;; number++) {
        struct smet_error error = {.size = sizeof error};
        smet_chart *chart = chart_new(&options);
        for (int page = 0; page < 2; page++) {
            char *before = chart_text(chart);
            begin(number);
            smet_status_t status = smet_chart_read_fhir(chart, text, length, &error);
            size_t used = allocations;
            end();
            expect(status == SMET_OK || status == SMET_ERROR_NO_MEMORY, "%s at %zu", error.message,
                   number);
            expect((status == SMET_OK) == (used < number), "%zu of %zu", number, used);
            char *after = chart_text(chart);
            expect(status == SMET_OK || strcmp(before, after) == 0, "changed at %zu", number);
            free(before);
            free(after);
            if (status == SMET_OK && page == 1) {
                smet_chart_free(chart);
                free(text);
                return;
            }
            if (page == 0 && status != SMET_OK)
                chart_read(chart, text);
        }
        smet_chart_free(chart);
    }
}
END_TEST

/*
 * Texts share blocks, so that few of them are allocated themselves. Here each is
 * longer than a block, and what follows it needs a block of its own.
 */
#define URL(number) "\"fullUrl\":\"urn:@" number "\","
#define LONG_CODE "{\"coding\":[{\"system\":\"urn:@\",\"code\":\"@\"}]}"
#define OF_PATIENT "\"subject\":{\"reference\":\"urn:@1\"},"
#define DEVICE_SYSTEM "\"identifier\":[{\"system\":\"" OID ".3.0\"}]"

#define DEVICE(id) "\"resource\":{\"resourceType\":\"Device\"," id DEVICE_SYSTEM "}"
#define PATIENT(more) "{" URL("1") "\"resource\":{\"resourceType\":\"Patient\"" more "}},"

static const char long_page[] = BUNDLE(
    PATIENT("") PATIENT(",\"id\":\"@a\"") PATIENT(",\"id\":\"@b\"")
    "{" DEVICE("\"id\":\"@a\",") "},{" URL("2") DEVICE("\"id\":\"@b\",") "},"
    "{" URL("1") "\"resource\":{\"resourceType\":\"Patient\",\"id\":\"@\","
        "\"birthDate\":\"1995-03-10\"}},"
    "{" URL("3") "\"resource\":{\"resourceType\":\"Observation\",\"id\":\"@\"," OF_PATIENT
        "\"x\":1e999,\"status\":\"final\",\"effectiveDateTime\":\"@\",\"code\":" LONG_CODE ","
        "\"valueRange\":{\"low\":{\"value\":1}}}},"
    "{" URL("4") "\"resource\":{\"resourceType\":\"Condition\"," OF_PATIENT ACTIVE ",\"code\":"
        CONCEPT(ICD10CM, "C79.51") ",\"extension\":[{\"url\":"
        "\"http://hl7.org/fhir/StructureDefinition/condition-related\",\"valueReference\":{"
        "\"reference\":\"Condition/@\"}}]}},"
    "{" URL("5") "\"resource\":{\"resourceType\":\"Procedure\"," OF_PATIENT "\"code\":"
        CONCEPT(VALUES_SYSTEM, "prior_radiotherapy.both") "}}");
static const char long_map[] =
    "{\"codes\":[{\"system\":\"urn:@\",\"code\":\"@\",\"carrier\":\"observation\","
    "\"same_as\":" CODING(LOINC, "72514-3") "}]}";

/* A text with a word of more than a block for each "@"; the caller frees it. */
static char *lengthen(const char *format)
{
    enum { WORD = 3000, ROOM = 64 * WORD };
    char *text = malloc(ROOM), *at = text;
    for (; *format != '\0'; format++) {
        size_t length = *format == '@' ? WORD : 1;
        expect(at + length < text + ROOM, "no room");
        memset(at, *format == '@' ? 'x' : *format, length);
        at += length;
    }
    *at = '\0';
    return text;
}

/* Reads a text with each allocation failing once; `facts` are what it has. */
static void expect_refusals(const struct smet_chart_options *options, const char *text,
                            size_t facts)
{
    for (size_t number = 1;; number++) {
        struct smet_error error = {.size = sizeof error};
        smet_chart *chart = chart_new(options);
        begin(number);
        smet_status_t status = smet_chart_read_fhir(chart, text, strlen(text), &error);
        size_t used = allocations;
        end();
        expect(status == (used < number ? SMET_OK : SMET_ERROR_NO_MEMORY), "%s at %zu of %zu",
               error.message, number, used);
        expect(smet_chart_fact_count(chart) == (used < number ? facts : 0), "facts at %zu", number);
        smet_chart_free(chart);
        if (used < number)
            return;
    }
}

/* The patient may be named, and then the id is another name. */
START_TEST(test_long_names)
{
    char *text = lengthen(long_page), *codes = lengthen(long_map), *name = lengthen("urn:@1");
    smet_code_map *map = smet_code_map_read_json(codes, strlen(codes), NULL);
    expect(map != NULL, "no map");
    struct smet_chart_options options = {.size = sizeof options,
                                         .patient = _i / 2 == 0 ? name : NULL,
                                         .evaluation_date = "2018-06-15",
                                         .codes = map};
    fails_on = _i % 2 == 1;
    expect_refusals(&options, text, 4);
    fails_on = false;
    smet_code_map_free(map);
    free(name);
    free(codes);
    free(text);
}
END_TEST

/* What is wrong is told with its place; without memory for that, that there is none. */
START_TEST(test_refused)
{
    static const char text[] = "{\"resourceType\":\"Bundle\",\"entry\":7}";
    smet_chart *chart = chart_new(NULL);
    size_t number = 0;
    for (bool has_failed = true; has_failed;) {
        struct smet_error error = {.size = sizeof error};
        begin(++number);
        smet_status_t status = smet_chart_read_fhir(chart, text, strlen(text), &error);
        has_failed = allocations >= number;
        end();
        expect(status == (has_failed ? SMET_ERROR_NO_MEMORY : SMET_ERROR_WRONG_KIND), "%s",
               error.message);
    }
    expect(number > 1, "nothing was allocated");
    smet_chart_free(chart);
}
END_TEST

START_TEST(test_new)
{
    struct smet_chart_options options = {
        .size = sizeof options, .patient = "p1", .evaluation_date = "2018-06-15"};
    for (size_t number = 1;; number++) {
        struct smet_error error = {.size = sizeof error};
        begin(number);
        smet_chart *chart = smet_chart_new(&options, &error);
        size_t used = allocations;
        end();
        expect((chart != NULL) == (used < number), "%zu of %zu", number, used);
        expect(chart != NULL || error.status == SMET_ERROR_NO_MEMORY, "%s", error.message);
        smet_chart_free(chart);
        if (chart != NULL)
            return;
    }
}
END_TEST

START_TEST(test_map)
{
    size_t length;
    char *text = chart_file(maps, "snomed-ct.json", &length);
    for (size_t number = 1;; number++) {
        struct smet_error error = {.size = sizeof error};
        begin(number);
        smet_code_map *map = smet_code_map_read_json(text, length, &error);
        size_t used = allocations;
        end();
        expect((map != NULL) == (used < number), "%zu of %zu", number, used);
        expect(map != NULL || error.status == SMET_ERROR_NO_MEMORY, "%s", error.message);
        smet_code_map_free(map);
        if (map != NULL)
            break;
    }
    free(text);
}
END_TEST

int main(int argc, char **argv)
{
    if (!chart_folders(argc, argv, &examples, &maps))
        return EXIT_FAILURE;
    Suite *suite = suite_create("chart memory");
    TCase *all = suite_case(suite, "memory");
    tcase_add_loop_test(all, test_read, 0, (int)COUNT_OF(files));
    tcase_add_loop_test(all, test_long_names, 0, 4);
    tcase_add_test(all, test_refused);
    tcase_add_test(all, test_new);
    tcase_add_test(all, test_map);
    return suite_run(suite);
}
