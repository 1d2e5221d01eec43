/*
 * Arrow arrays and streams that no engine should give: each is refused, or its row is
 * bad, and nothing is read beyond what is there.
 */
#include "suite.h"

#include <sacralmet/arrow.h>

#include <limits.h>
#include <string.h>

static void release_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
    array->release = NULL;
}

/* One column, pain, of two rows: as text, as views, or as indices into a dictionary. */
struct table {
    struct ArrowSchema schema, column, entries;
    struct ArrowArray array, values, dictionary;
    struct ArrowSchema *schemas[1];
    struct ArrowArray *arrays[1];
    const void *none[1], *buffers[4], *keys[3];
    int32_t offsets[3];
    int64_t wide[3];
    int8_t indices[2];
    struct {
        int32_t length;
        char prefix[4];
        int32_t buffer, offset;
    } views[2];
};

static const char text[] = "nonemechanical";

static void set_up(struct table *t, const char *format, bool has_dictionary)
{
    *t = (struct table){.offsets = {0, 4, 14}, .wide = {0, 4, 14}, .indices = {0, 1}};
    memcpy(&t->views[0].prefix, "none", 4);
    t->views[0].length = 4;
    t->views[1].length = 14;
    t->schemas[0] = &t->column;
    t->arrays[0] = &t->values;
    t->entries = (struct ArrowSchema){.format = "u", .release = release_schema};
    t->column = (struct ArrowSchema){.format = format, .name = "pain", .release = release_schema};
    t->schema = (struct ArrowSchema){
        .format = "+s", .n_children = 1, .children = t->schemas, .release = release_schema};
    t->keys[1] = t->offsets;
    t->keys[2] = text;
    t->dictionary = (struct ArrowArray){
        .length = 2, .n_buffers = 3, .buffers = t->keys, .release = release_array};
    t->buffers[1] = has_dictionary      ? (const void *)t->indices
                    : format[0] == 'v'  ? (const void *)t->views
                    : format[0] == 'U'  ? (const void *)t->wide
                                        : (const void *)t->offsets;
    t->buffers[2] = text;
    t->values = (struct ArrowArray){.length = 2,
                                    .n_buffers = has_dictionary ? 2 : format[0] == 'v' ? 4 : 3,
                                    .buffers = t->buffers,
                                    .release = release_array};
    if (has_dictionary) {
        t->column.dictionary = &t->entries;
        t->values.dictionary = &t->dictionary;
    }
    t->array = (struct ArrowArray){.length = 2, .n_buffers = 1, .n_children = 1,
                                   .buffers = t->none, .children = t->arrays,
                                   .release = release_array};
}

/* The status of a call, and of its second row: whether an answer was given. */
static smet_status_t ask(const struct table *t, uint8_t *row)
{
    struct ArrowSchema type;
    struct ArrowArray answers;
    struct smet_error error = {.size = sizeof error};
    smet_status_t status = smet_score_arrow(SMET_INSTRUMENT_SINS, &t->schema, &t->array, &type,
                                            &answers, &error);
    ck_assert_int_eq(error.status, status == SMET_OK ? 0 : status);
    if (status != SMET_OK)
        return status;
    *row = answers.length > 1 && answers.children[0]->null_count == 0;
    type.release(&type);
    answers.release(&answers);
    return SMET_OK;
}

#define REFUSED(table, expected)                                 \
    do {                                                         \
        uint8_t row_of_it;                                       \
        ck_assert_int_eq(ask(&(table), &row_of_it), (expected)); \
    } while (0)

#define BAD_ROW(table)                                          \
    do {                                                        \
        uint8_t is_good_row = 2;                                \
        ck_assert_int_eq(ask(&(table), &is_good_row), SMET_OK); \
        ck_assert_uint_eq(is_good_row, 0);                      \
    } while (0)

#define GOOD_ROW(table)                                         \
    do {                                                        \
        uint8_t is_good_row = 2;                                \
        ck_assert_int_eq(ask(&(table), &is_good_row), SMET_OK); \
        ck_assert_uint_eq(is_good_row, 1);                      \
    } while (0)

START_TEST(schemas)
{
    struct table t;
    set_up(&t, "u", false);
    GOOD_ROW(t);
    t.schema.n_children = -1;
    REFUSED(t, SMET_ERROR_OUT_OF_RANGE);
    set_up(&t, "u", false);
    t.schema.children = NULL;
    REFUSED(t, SMET_ERROR_NULL_ARGUMENT);
    set_up(&t, "u", false);
    t.schema.dictionary = &t.entries;
    REFUSED(t, SMET_ERROR_WRONG_KIND);
    set_up(&t, "u", false);
    t.schema.format = NULL;
    REFUSED(t, SMET_ERROR_WRONG_KIND);
    set_up(&t, "c", true);
    GOOD_ROW(t);
    t.entries.format = NULL;
    REFUSED(t, SMET_ERROR_WRONG_KIND);
    set_up(&t, "c", true);
    t.entries.dictionary = &t.entries;
    REFUSED(t, SMET_ERROR_WRONG_KIND);
}
END_TEST

START_TEST(arrays)
{
    struct table t;
    set_up(&t, "u", false);
    t.array.children = NULL;
    REFUSED(t, SMET_ERROR_NULL_ARGUMENT);
    set_up(&t, "u", false);
    t.array.offset = INT64_MAX;
    REFUSED(t, SMET_ERROR_OUT_OF_RANGE);
    set_up(&t, "u", false);
    t.array.length = t.values.length = INT64_MAX;
    REFUSED(t, SMET_ERROR_OUT_OF_RANGE);
    set_up(&t, "u", false);
    t.array.null_count = 1;
    REFUSED(t, SMET_ERROR_NULL_ARGUMENT);
    t.array.buffers = NULL;
    REFUSED(t, SMET_ERROR_NULL_ARGUMENT);
    t.array.n_buffers = 0;
    REFUSED(t, SMET_ERROR_NULL_ARGUMENT);
    /* With its buffer it may have nulls: here the first row alone. */
    static const uint8_t second_row = 2;
    set_up(&t, "u", false);
    t.array.null_count = 1;
    t.none[0] = &second_row;
    GOOD_ROW(t);
    /* Without rows there is nothing that could be null. */
    set_up(&t, "u", false);
    t.array.length = t.values.length = 0;
    t.array.null_count = 1;
    t.values.buffers = NULL;
    uint8_t row;
    ck_assert_int_eq(ask(&t, &row), SMET_OK);
    set_up(&t, "u", false);
    t.values.buffers = NULL;
    REFUSED(t, SMET_ERROR_NULL_ARGUMENT);
    set_up(&t, "c", true);
    t.dictionary.length = -1;
    REFUSED(t, SMET_ERROR_OUT_OF_RANGE);
    set_up(&t, "c", true);
    t.dictionary.n_buffers = 1;
    REFUSED(t, SMET_ERROR_WRONG_KIND);
    /* No entry: an index of one is bad. */
    set_up(&t, "c", true);
    t.dictionary.length = 0;
    BAD_ROW(t);
}
END_TEST

START_TEST(texts)
{
    struct table t;
    set_up(&t, "u", false);
    t.buffers[2] = NULL;
    BAD_ROW(t);
    set_up(&t, "u", false);
    t.offsets[1] = -4;
    BAD_ROW(t);
    set_up(&t, "u", false);
    t.offsets[2] = 2;
    BAD_ROW(t);
    set_up(&t, "U", false);
    GOOD_ROW(t);
    t.wide[2] = 3;
    BAD_ROW(t);
}
END_TEST

/* Text of more than twelve bytes lies in a buffer, which has to be one. */
START_TEST(views)
{
    struct table t;
    set_up(&t, "vu", false);
    t.views[1] = t.views[0];
    GOOD_ROW(t);
    t.views[1].length = -1;
    BAD_ROW(t);
    t.views[1].length = 13;
    t.views[1].buffer = -1;
    BAD_ROW(t);
    t.views[1].buffer = 1;
    BAD_ROW(t);
    t.views[1].buffer = 0;
    t.views[1].offset = -1;
    BAD_ROW(t);
    t.views[1].offset = 0;
    BAD_ROW(t);
    t.buffers[2] = NULL;
    BAD_ROW(t);
}
END_TEST

/* --- streams ------------------------------------------------------------------- */

static struct table streamed;
static int schema_code;
static bool gives_schema, ends_itself;

static int stream_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
    (void)stream;
    if (gives_schema)
        *schema = streamed.schema;
    else
        *schema = (struct ArrowSchema){.release = NULL};
    return schema_code;
}

static int stream_next(struct ArrowArrayStream *stream, struct ArrowArray *array)
{
    *array = (struct ArrowArray){.release = NULL};
    if (ends_itself)
        stream->release = NULL;
    return ends_itself ? 0 : 5;
}

static const char *stream_silence(struct ArrowArrayStream *stream)
{
    (void)stream;
    return NULL;
}

static void stream_release(struct ArrowArrayStream *stream)
{
    stream->release = NULL;
}

START_TEST(streams)
{
    struct smet_error error = {.size = sizeof error};
    struct ArrowArrayStream input = {.get_schema = stream_schema, .get_next = stream_next,
                                     .release = stream_release};
    struct ArrowArrayStream output;
    set_up(&streamed, "u", false);
    /* No reason is given: there is no function for it, or it says nothing. */
    for (int way = 0; way < 2; way++) {
        schema_code = 5;
        gives_schema = false;
        input.get_last_error = way == 0 ? NULL : stream_silence;
        ck_assert_int_eq(smet_score_arrow_stream(SMET_INSTRUMENT_SINS, &input, &output, &error),
                         SMET_ERROR_WRONG_KIND);
        ck_assert_ptr_nonnull(strstr(error.message, "no reason given"));
    }
    schema_code = 0;
    ck_assert_int_eq(smet_score_arrow_stream(SMET_INSTRUMENT_SINS, &input, &output, &error),
                     SMET_ERROR_WRONG_KIND);
    gives_schema = true;
    struct ArrowArray answers;
    ck_assert_int_eq(smet_score_arrow_stream(SMET_INSTRUMENT_SINS, &input, &output, NULL), SMET_OK);
    ends_itself = false;
    ck_assert_int_eq(output.get_next(&output, &answers), 5);
    ck_assert_ptr_null(output.get_last_error(&output));
    /* A stream that releases itself is not released again. */
    ends_itself = true;
    ck_assert_int_eq(output.get_next(&output, &answers), 0);
    ck_assert(answers.release == NULL);
    output.release(&output);
    ck_assert(output.release == NULL);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *all = suite_case(suite, "refused");
    tcase_add_test(all, schemas);
    tcase_add_test(all, arrays);
    tcase_add_test(all, texts);
    tcase_add_test(all, views);
    tcase_add_test(all, streams);
}
