/*
 * Charts without memory: whichever allocation fails, the call is refused, nothing
 * has changed and nothing leaks.
 *
 * The libraries are linked with --wrap, so that each of their allocations comes
 * here. Those of the JSON library do not: version 2.14 overlooks some failures of
 * its own, and writes beyond its buffer then.
 */
#include "charts.h"

#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

static size_t allocations;
static size_t failing; /* the number of the one that fails; 0: none */

static bool fails(void)
{
    return ++allocations == failing;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return fails() ? NULL : __real_realloc(memory, size);
}

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
    if (argc != 3)
        return EXIT_FAILURE;
    examples = argv[1];
    maps = argv[2];
    Suite *suite = suite_create("chart memory");
    TCase *all = suite_case(suite, "memory");
    tcase_add_loop_test(all, test_read, 0, (int)COUNT_OF(files));
    tcase_add_test(all, test_new);
    tcase_add_test(all, test_map);
    return suite_run(suite);
}
