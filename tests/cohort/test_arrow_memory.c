/*
 * The Arrow adapter without memory: whichever allocation fails, the call is
 * refused, has written nothing and keeps nothing, and the input is as it was.
 * Columns need no memory at all.
 */
#include "allocations.h"
#include "suite.h"

#include <sacralmet/arrow.h>
#include <sacralmet/columns.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The allocation behind `count` more of them fails. */
static void fail_behind(int count)
{
    allocations = 0;
    failing = (size_t)count + 1;
}

static bool has_failed(void)
{
    return allocations >= failing;
}

/* --- an array with a dictionary, which the adapter has to convert ----------- */

static const int32_t offsets[] = {0, 4, 14};
static const char keys[] = "nonemechanical";
static const int8_t indices[] = {1, 0, 1};

static const void *struct_buffers[] = {NULL};
static const void *index_buffers[] = {NULL, indices};
static const void *key_buffers[] = {NULL, offsets, keys};
static int releases;

static void release_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
    releases++;
    array->release = NULL;
}

static struct ArrowSchema key_schema = {.format = "u", .release = release_schema};
static struct ArrowSchema pain_schema = {
    .format = "c", .name = "pain", .dictionary = &key_schema, .release = release_schema};
static struct ArrowSchema *schemas[] = {&pain_schema};
static const struct ArrowSchema schema = {
    .format = "+s", .n_children = 1, .children = schemas, .release = release_schema};

static struct ArrowArray key_array = {
    .length = 2, .n_buffers = 3, .buffers = key_buffers, .release = release_array};
static struct ArrowArray pain_array = {.length = 3,
                                       .n_buffers = 2,
                                       .buffers = index_buffers,
                                       .dictionary = &key_array,
                                       .release = release_array};
static struct ArrowArray *arrays[] = {&pain_array};
static const struct ArrowArray array = {.length = 3,
                                        .n_buffers = 1,
                                        .n_children = 1,
                                        .buffers = struct_buffers,
                                        .children = arrays,
                                        .release = release_array};

/* The first allocation is for the codes of a column's dictionary. */
static const char *const no_memory[] = {"pain: the system gave no memory.",
                                        "The system gave no memory."};

/* --- arrays ---------------------------------------------------------------- */

static smet_status_t call(bool is_score, struct ArrowSchema *type, struct ArrowArray *answers,
                          struct smet_error *error)
{
    if (is_score)
        return smet_score_arrow(SMET_INSTRUMENT_SINS, &schema, &array, type, answers, error);
    return smet_assess_arrow(NULL, 0, &schema, &array, type, answers, error);
}

START_TEST(any_allocation_of_a_call_may_fail)
{
    size_t before = held;
    int failures = 0;
    for (int n = 0;; n++) {
        struct ArrowSchema type = {.n_children = 77};
        struct ArrowArray answers = {.length = 77};
        struct smet_error error = {.size = sizeof error};
        fail_behind(n);
        smet_status_t status = call(_i == 0, &type, &answers, &error);
        bool all_succeeded = !has_failed();
        failing = 0;
        if (all_succeeded) {
            expect(status == SMET_OK, "status %d", (int)status);
            expect(answers.length == 3, "answered");
            type.release(&type);
            answers.release(&answers);
            break;
        }
        failures++;
        expect(status == SMET_ERROR_NO_MEMORY, "allocation %d: status %d", n, (int)status);
        expect(strcmp(error.message, no_memory[n > 0]) == 0, "%s", error.message);
        expect(type.n_children == 77 && type.release == NULL && answers.length == 77 &&
                   answers.release == NULL,
               "allocation %d: a refused call wrote", n);
        expect(held == before, "allocation %d: %zu blocks are kept", n, held - before);
    }
    expect(held == before && releases == 0, "%zu blocks are kept", held - before);
    /* The entries' codes, a parent and a block for each child, of array and type. */
    int children = _i == 0 ? 5 : 71, dictionaries = _i == 0 ? 0 : 35;
    ck_assert_int_eq(failures, 1 + 1 + children + dictionaries + 1 + children);
}
END_TEST

/* --- streams --------------------------------------------------------------- */

static int stream_schema(struct ArrowArrayStream *stream, struct ArrowSchema *to)
{
    (void)stream;
    *to = schema;
    return 0;
}

static int stream_next(struct ArrowArrayStream *stream, struct ArrowArray *to)
{
    (void)stream;
    *to = array;
    return 0;
}

static void stream_release(struct ArrowArrayStream *stream)
{
    stream->release = NULL;
}

START_TEST(any_allocation_of_a_stream_may_fail)
{
    size_t before = held;
    struct ArrowArrayStream input = {
        .get_schema = stream_schema, .get_next = stream_next, .release = stream_release};
    struct ArrowArrayStream output = {.release = NULL};
    fail_behind(0);
    smet_status_t status = smet_assess_arrow_stream(NULL, 0, &input, &output, NULL);
    failing = 0;
    expect(status == SMET_ERROR_NO_MEMORY, "status %d", (int)status);
    expect(input.release != NULL && output.release == NULL, "a refused call moved the stream");
    expect(smet_assess_arrow_stream(NULL, 0, &input, &output, NULL) == SMET_OK, "the stream");
    size_t with_stream = held;
    for (int n = 0;; n++) {
        struct ArrowArray answers = {.length = 77};
        releases = 0;
        fail_behind(n);
        int code = output.get_next(&output, &answers);
        expect(releases == 1, "the batch is released, whatever comes");
        if (!has_failed()) {
            expect(code == 0 && n > 71, "answered");
            answers.release(&answers);
            break;
        }
        expect(code == ENOMEM && answers.length == 77, "allocation %d: code %d", n, code);
        expect(strcmp(output.get_last_error(&output), no_memory[n > 0]) == 0, "what was wrong");
        expect(held == with_stream, "allocation %d: %zu blocks are kept", n, held - with_stream);
    }
    for (int n = 0; n < 72; n++) {
        struct ArrowSchema type = {.n_children = 77};
        fail_behind(n);
        int code = output.get_schema(&output, &type);
        failing = 0;
        expect(code == ENOMEM && type.n_children == 77, "allocation %d: code %d", n, code);
        expect(held == with_stream, "allocation %d: %zu blocks are kept", n, held - with_stream);
    }
    output.release(&output);
    expect(held == before, "%zu blocks are kept", held - before);
}
END_TEST

/* --- columns --------------------------------------------------------------- */

START_TEST(columns_allocate_nothing)
{
    uint8_t ecog[] = {0, 4, 2}, karnofsky[] = {100, 100, 255}, inconsistent[3], minimum[3];
    uint8_t disposition[3], *dispositions[] = {disposition};
    const struct smet_column columns[] = {
        {.size = sizeof columns[0], .field = SMET_FIELD_ECOG, .element = SMET_ELEMENT_UINT8,
         .values = ecog},
        {.size = sizeof columns[0], .field = SMET_FIELD_KARNOFSKY, .element = SMET_ELEMENT_UINT8,
         .has_unknown = 1, .unknown = 255, .values = karnofsky}};
    const struct smet_column *list[] = {&columns[0], &columns[1]};
    const struct smet_check_arrays checks = {.size = sizeof checks, .inconsistent = inconsistent};
    const struct smet_score_arrays scores = {.size = sizeof scores, .minimum = minimum};
    const struct smet_disposition_arrays verdicts = {
        .size = sizeof verdicts, .intervention_count = 1, .dispositions = dispositions};
    fail_behind(0); /* an allocation would take it away */
    smet_status_t checked = smet_check_columns(list, 2, 3, &checks, NULL);
    smet_status_t scored =
        smet_score_columns(SMET_INSTRUMENT_TOKUHASHI_REVISED, list, 2, 3, &scores, NULL);
    smet_status_t assessed = smet_assess_columns(list, 2, 3, &verdicts, NULL);
    bool has_allocated = has_failed();
    failing = 0;
    ck_assert(!has_allocated);
    ck_assert(checked == SMET_OK && scored == SMET_OK && assessed == SMET_OK);
    ck_assert_uint_eq(inconsistent[1], 1); /* ECOG 4 goes with Karnofsky 10 to 40 */
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *memory = suite_case(suite, "failing allocations");
    tcase_add_loop_test(memory, any_allocation_of_a_call_may_fail, 0, 2);
    tcase_add_test(memory, any_allocation_of_a_stream_may_fail);
    tcase_add_test(memory, columns_allocate_nothing);
}
