/*
 * Arrow arrays and streams of any format, with offsets, bitmaps, dictionaries and
 * strings. Buffers are as large as the lengths say, and no larger: what the
 * interface cannot express is not tried.
 */
#include "fuzz.h"

#include <sacralmet/arrow.h>

enum { CHILDREN_MAX = 5, ROWS_MAX = 40, MEMORY_MAX = 256, KEYS_MAX = 6 };

/* Everything an input needs, freed at the end, whoever held it. */
static void *memory[MEMORY_MAX];
static size_t memory_count;

static void *keep(size_t size)
{
    fuzz_require(memory_count < MEMORY_MAX);
    return memory[memory_count++] = fuzz_memory(size);
}

static void let_go(void)
{
    while (memory_count > 0)
        free(memory[--memory_count]);
}

static void release_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
    array->release = NULL;
}

/* --- arrays ----------------------------------------------------------------- */

static const char *any_format(struct fuzz_input *input)
{
    static const char *const formats[] = {"c", "C", "s", "S", "i", "I", "l", "L",
                                          "b", "u", "U", "vu", "n", "g", "+s", ""};
    uint8_t byte = fuzz_byte(input);
    if (byte < 240)
        return formats[byte % 16];
    char *text = fuzz_text(input, 8);
    fuzz_require(memory_count < MEMORY_MAX);
    memory[memory_count++] = text;
    return text;
}

static size_t width_of(const char *format)
{
    switch (format[0]) {
    case 'c':
    case 'C':
        return 1;
    case 's':
    case 'S':
        return 2;
    case 'i':
    case 'I':
        return 4;
    default:
        return 8;
    }
}

/* The bytes of strings: keys of values and whatever the input has. */
static char *any_letters(struct fuzz_input *input, size_t *length)
{
    static const char *const keys[] = {"mechanical", "S1", "yes", "lytic", "none", "E"};
    uint8_t byte = fuzz_byte(input);
    char *text = byte < 200 ? NULL : fuzz_text(input, 20);
    const char *words = text != NULL ? text : keys[byte % KEYS_MAX];
    *length = strlen(words);
    char *letters = fuzz_memory(*length + 1);
    memcpy(letters, words, *length);
    free(text);
    return letters;
}

static void fill_strings(struct ArrowArray *array, struct fuzz_input *input, bool is_large,
                         size_t cells)
{
    char *data = NULL;
    size_t size = 0;
    int64_t *large = keep((cells + 1) * sizeof *large);
    int32_t *small = keep((cells + 1) * sizeof *small);
    for (size_t i = 0; i < cells; i++) {
        size_t length;
        char *letters = any_letters(input, &length);
        large[i] = (int64_t)size;
        small[i] = (int32_t)size;
        data = realloc(data, size + length + 1);
        fuzz_require(data != NULL);
        memcpy(data + size, letters, length);
        size += length;
        free(letters);
    }
    large[cells] = (int64_t)size;
    small[cells] = (int32_t)size;
    char *exact = keep(size);
    if (size > 0)
        memcpy(exact, data, size);
    free(data);
    array->buffers[1] = is_large ? (const void *)large : (const void *)small;
    array->buffers[2] = exact;
    array->n_buffers = 3;
}

/* A view of twelve bytes and less has its letters within: length, then letters. */
static void fill_views(struct ArrowArray *array, struct fuzz_input *input, size_t cells)
{
    uint8_t *views = keep(16 * cells);
    for (size_t i = 0; i < cells; i++) {
        size_t length;
        char *letters = any_letters(input, &length);
        int32_t short_length = (int32_t)(length > 12 ? 12 : length);
        memset(views + 16 * i, 0, 16);
        memcpy(views + 16 * i, &short_length, sizeof short_length);
        memcpy(views + 16 * i + 4, letters, (size_t)short_length);
        free(letters);
    }
    int64_t *sizes = keep(sizeof *sizes);
    *sizes = 0;
    array->buffers[1] = views;
    array->buffers[2] = sizes;
    array->n_buffers = 3;
}

static void fill_bytes(uint8_t *bytes, size_t count, struct fuzz_input *input)
{
    for (size_t i = 0; i < count; i++)
        bytes[i] = fuzz_byte(input);
}

static void fill_cells(struct ArrowArray *array, const char *format, struct fuzz_input *input)
{
    size_t cells = (size_t)(array->length + array->offset);
    array->buffers = keep(3 * sizeof *array->buffers);
    array->buffers[0] = array->buffers[1] = array->buffers[2] = NULL;
    array->null_count = (fuzz_byte(input) & 1) != 0 ? -1 : 0;
    if ((fuzz_byte(input) & 1) != 0) {
        uint8_t *bits = keep((cells + 7) / 8);
        fill_bytes(bits, (cells + 7) / 8, input);
        array->buffers[0] = bits;
    }
    array->n_buffers = 2;
    if (strcmp(format, "u") == 0 || strcmp(format, "U") == 0) {
        fill_strings(array, input, format[0] == 'U', cells);
    } else if (strcmp(format, "vu") == 0) {
        fill_views(array, input, cells);
    } else if (strcmp(format, "n") == 0) {
        array->n_buffers = 0;
    } else {
        uint8_t *values = keep(cells * width_of(format));
        fill_bytes(values, cells * width_of(format), input);
        array->buffers[1] = values;
    }
}

static void make_column(struct ArrowSchema *schema, struct ArrowArray *array,
                        struct fuzz_input *input, int64_t rows)
{
    const char *key = smet_term_key(SMET_VOCABULARY_FIELD, fuzz_byte(input) % 52);
    *schema = (struct ArrowSchema){.format = any_format(input),
                                   .name = key,
                                   .flags = ARROW_FLAG_NULLABLE,
                                   .release = release_schema};
    *array = (struct ArrowArray){
        .length = rows, .offset = fuzz_byte(input) % 16, .release = release_array};
    uint8_t strange = fuzz_byte(input);
    fill_cells(array, schema->format, input);
    if (strange >= 250) /* said to be shorter than the rows, or with a buffer less */
        array->length = rows / 2;
    if (strange == 249)
        array->n_buffers = 1;
    if (strange < 60) {
        schema->dictionary = keep(sizeof *schema->dictionary);
        array->dictionary = keep(sizeof *array->dictionary);
        *schema->dictionary =
            (struct ArrowSchema){.format = strange < 30 ? "u" : any_format(input), .name = "",
                                 .release = release_schema};
        *array->dictionary =
            (struct ArrowArray){.length = strange % 8, .release = release_array};
        fill_cells(array->dictionary, schema->dictionary->format, input);
    }
}

static void make_table(struct ArrowSchema *schema, struct ArrowArray *array,
                       struct fuzz_input *input)
{
    int64_t count = fuzz_byte(input) % (CHILDREN_MAX + 1);
    *schema = (struct ArrowSchema){
        .format = "+s", .name = "", .n_children = count, .release = release_schema};
    *array = (struct ArrowArray){.length = fuzz_byte(input) % (ROWS_MAX + 1),
                                 .offset = fuzz_byte(input) % 8,
                                 .null_count = -1,
                                 .n_buffers = 1,
                                 .n_children = count,
                                 .release = release_array};
    size_t rows = (size_t)(array->length + array->offset);
    array->buffers = keep(sizeof *array->buffers);
    array->buffers[0] = NULL;
    if ((fuzz_byte(input) & 1) != 0) {
        uint8_t *bits = keep((rows + 7) / 8);
        fill_bytes(bits, (rows + 7) / 8, input);
        array->buffers[0] = bits;
    }
    schema->children = keep(CHILDREN_MAX * sizeof *schema->children);
    array->children = keep(CHILDREN_MAX * sizeof *array->children);
    for (int64_t c = 0; c < count; c++) {
        schema->children[c] = keep(sizeof *schema->children[c]);
        array->children[c] = keep(sizeof *array->children[c]);
        make_column(schema->children[c], array->children[c], input, (int64_t)rows);
    }
}

/* --- a stream of one table, twice ------------------------------------------- */

static struct ArrowSchema given_schema;
static struct ArrowArray given_array;
static int given_times;

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    (void)stream;
    *out = given_schema;
    return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    (void)stream;
    *out = given_array;
    if (given_times-- <= 0)
        out->release = NULL;
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream)
{
    (void)stream;
    return NULL;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    stream->release = NULL;
}

static void drain(struct ArrowArrayStream *stream)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    if (stream->get_schema(stream, &schema) == 0)
        schema.release(&schema);
    for (int i = 0; i < 4; i++) {
        if (stream->get_next(stream, &array) != 0) {
            fuzz_require(stream->get_last_error(stream) != NULL);
            break;
        }
        if (array.release == NULL)
            break;
        fuzz_require(array.length == given_array.length);
        array.release(&array);
    }
    stream->release(stream);
}

/* --- calls ------------------------------------------------------------------- */

static void call_once(uint8_t what, const smet_intervention_t *wanted, size_t wanted_count)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct smet_error error = {.size = sizeof error};
    smet_status_t status =
        (what & 1) != 0
            ? smet_score_arrow(what / 2 % 3, &given_schema, &given_array, &schema, &array, &error)
            : smet_assess_arrow(wanted, wanted_count, &given_schema, &given_array, &schema,
                                &array, &error);
    if (status != SMET_OK) {
        fuzz_require(error.status == status && error.message[0] != '\0');
        return;
    }
    fuzz_require(array.length == given_array.length);
    array.release(&array);
    schema.release(&schema);
}

static void call_stream(uint8_t what, const smet_intervention_t *wanted, size_t wanted_count)
{
    struct ArrowArrayStream stream, from = {get_schema, get_next, get_last_error, release_stream,
                                            NULL};
    given_times = 2;
    smet_status_t status =
        (what & 1) != 0 ? smet_score_arrow_stream(what / 2 % 3, &from, &stream, NULL)
                        : smet_assess_arrow_stream(wanted, wanted_count, &from, &stream, NULL);
    if (status == SMET_OK)
        drain(&stream);
    else
        from.release(&from);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = {data, size};
    uint8_t what = fuzz_byte(&input);
    smet_intervention_t wanted[3];
    size_t wanted_count = fuzz_byte(&input) % 4;
    for (size_t i = 0; i < wanted_count; i++)
        wanted[i] = fuzz_number(&input);
    make_table(&given_schema, &given_array, &input);
    if (what < 128)
        call_once(what, wanted_count == 0 ? NULL : wanted, wanted_count);
    else
        call_stream(what, wanted_count == 0 ? NULL : wanted, wanted_count);
    let_go();
    return 0;
}
