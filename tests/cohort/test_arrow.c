/*
 * Arrow arrays give the answers of the plain columns: random tables in every
 * format, sliced in parent and child, with nulls wherever Arrow can have them.
 * Every buffer of the producer below ends where its last cell does, so that
 * reading beyond shows under a memory checker.
 */
#include "suite.h"

#include <sacralmet/arrow.h>
#include <sacralmet/columns.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNKNOWN = 200, COLUMNS = 8, ROWS = 1500, BUFFERS = 6, BLOCKS = 200, KEYS = 64 };

/* --- a producer ----------------------------------------------------------- */

struct producer {
    struct ArrowSchema schema, schemas[COLUMNS], entry_schemas[COLUMNS], *schema_list[COLUMNS];
    struct ArrowArray array, arrays[COLUMNS], entries[COLUMNS], *array_list[COLUMNS];
    const void *struct_buffers[1], *buffers[COLUMNS][BUFFERS], *entry_buffers[COLUMNS][BUFFERS];
    void *blocks[BLOCKS];
    size_t block_count;
    int schema_releases, array_releases;
};

static void schema_release(struct ArrowSchema *schema)
{
    ((struct producer *)schema->private_data)->schema_releases++;
    schema->release = NULL;
}

static void array_release(struct ArrowArray *array)
{
    ((struct producer *)array->private_data)->array_releases++;
    array->release = NULL;
}

/* Memory of the producer, of just this size. */
static void *block(struct producer *producer, size_t size)
{
    expect(producer->block_count < BLOCKS, "the test has too many blocks");
    void *memory = malloc(size);
    memset(memory, 0x77, size);
    producer->blocks[producer->block_count++] = memory;
    return memory;
}

/* An empty struct of so many rows behind an offset. */
static struct producer *producer_new(size_t offset, size_t rows)
{
    struct producer *producer = calloc(1, sizeof *producer);
    producer->schema = (struct ArrowSchema){.format = "+s",
                                            .children = producer->schema_list,
                                            .release = schema_release,
                                            .private_data = producer};
    producer->array = (struct ArrowArray){.length = (int64_t)rows,
                                          .offset = (int64_t)offset,
                                          .n_buffers = 1,
                                          .buffers = producer->struct_buffers,
                                          .children = producer->array_list,
                                          .release = array_release,
                                          .private_data = producer};
    return producer;
}

static void producer_free(struct producer *producer)
{
    for (size_t i = 0; i < producer->block_count; i++)
        free(producer->blocks[i]);
    free(producer);
}

/* Adds a column without cells; returns its number. */
static size_t add_column(struct producer *producer, const char *name, const char *format,
                         size_t offset, size_t rows, int64_t buffers)
{
    size_t c = (size_t)producer->schema.n_children++;
    producer->array.n_children++;
    producer->schemas[c] = (struct ArrowSchema){.format = format,
                                                .name = name,
                                                .flags = ARROW_FLAG_NULLABLE,
                                                .release = schema_release,
                                                .private_data = producer};
    producer->arrays[c] = (struct ArrowArray){.length = (int64_t)rows,
                                              .null_count = -1,
                                              .offset = (int64_t)offset,
                                              .n_buffers = buffers,
                                              .buffers = producer->buffers[c],
                                              .release = array_release,
                                              .private_data = producer};
    producer->schema_list[c] = &producer->schemas[c];
    producer->array_list[c] = &producer->arrays[c];
    return c;
}

/* A column of bytes, the simplest that there is. */
static size_t add_bytes(struct producer *producer, const char *name, const uint8_t *cells,
                        size_t rows)
{
    size_t c = add_column(producer, name, "C", 0, rows, 2);
    producer->buffers[c][1] = memcpy(block(producer, rows + 1), cells, rows);
    return c;
}

static void put_bit(uint8_t *bits, size_t at, bool is_set)
{
    bits[at / 8] = (uint8_t)((bits[at / 8] & ~(1u << at % 8)) | (unsigned)is_set << at % 8);
}

static size_t put_integer(char letter, void *values, size_t at, int64_t value)
{
    switch (letter) {
    case 'c':
    case 'C':
        ((uint8_t *)values)[at] = (uint8_t)value;
        return 1;
    case 's':
    case 'S':
        ((uint16_t *)values)[at] = (uint16_t)value;
        return 2;
    case 'i':
    case 'I':
        ((uint32_t *)values)[at] = (uint32_t)value;
        return 4;
    default:
        ((uint64_t *)values)[at] = (uint64_t)value;
        return 8;
    }
}

static size_t integer_size(char letter)
{
    uint64_t value[1];
    return put_integer(letter, value, 0, 0);
}

/* Buffers of text from the second on; returns how many there are with the first. */
static int64_t put_text(struct producer *producer, const char *format, const char *const *texts,
                        size_t count, const void **buffers)
{
    size_t total = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        total += strlen(texts[i]);
    char *bytes = block(producer, total);
    if (format[0] == 'v') {
        char *views = block(producer, count * 16);
        int64_t *sizes = block(producer, 2 * sizeof *sizes);
        for (size_t i = 0; i < count; i++) {
            int32_t view[4] = {(int32_t)strlen(texts[i]), 0, 1, (int32_t)at};
            bool is_short = view[0] <= 12;
            memcpy(&view[1], texts[i], (size_t)(is_short ? view[0] : 4));
            memcpy(views + 16 * i, view, 16);
            if (is_short && view[0] < 12)
                memset(views + 16 * i + 4 + view[0], 0, (size_t)(12 - view[0]));
            memcpy(bytes + at, texts[i], strlen(texts[i]));
            at += strlen(texts[i]);
        }
        buffers[1] = views;
        buffers[2] = bytes; /* all text is in the second of two */
        buffers[3] = bytes;
        buffers[4] = sizes;
        return 5;
    }
    char letter = format[0] == 'u' ? 'i' : 'l';
    void *offsets = block(producer, (count + 1) * integer_size(letter));
    for (size_t i = 0; i < count; i++) {
        put_integer(letter, offsets, i, (int64_t)at);
        memcpy(bytes + at, texts[i], strlen(texts[i]));
        at += strlen(texts[i]);
    }
    put_integer(letter, offsets, count, (int64_t)at);
    buffers[1] = offsets;
    buffers[2] = bytes;
    return 3;
}

/* --- random columns -------------------------------------------------------- */

struct table {
    size_t rows, columns, before; /* before: the offset of the structs */
    smet_field_t fields[COLUMNS];
    uint8_t cells[COLUMNS][ROWS];
    bool hidden[ROWS]; /* the struct is null */
};

static const char bogus[] = "bogus_beyond_twelve";

static const char *key_of(smet_field_t field, uint8_t cell)
{
    return cell < 128 ? smet_value_key(field, cell) : bogus;
}

/* Whether a format can hold every cell as it is; what it cannot is changed in the table. */
static void fit(struct table *table, size_t c, bool has_nulls, bool has_bad)
{
    for (size_t r = 0; r < table->rows; r++) {
        uint8_t *cell = &table->cells[c][r];
        if (*cell == UNKNOWN ? !has_nulls : *cell >= 128 && !has_bad)
            *cell = (uint8_t)smet_value_at(table->fields[c], 0);
    }
}

/* The cell at a place in the buffers: rows before and behind the slice hold rubbish. */
static uint8_t cell_at(const struct table *table, size_t c, size_t skipped, size_t at)
{
    smet_field_t field = table->fields[c];
    uint8_t rubbish = (uint8_t)smet_value_at(field, smet_value_count(field) - 1);
    if (at < skipped || at >= skipped + table->rows || table->hidden[at - skipped])
        return rubbish;
    return table->cells[c][at - skipped];
}

static const uint8_t *any_validity(suite_random *random, struct producer *producer,
                                   const struct table *table, size_t c, size_t skipped, size_t size)
{
    uint8_t *bits = block(producer, (size + 7) / 8);
    for (size_t i = 0; i < size; i++)
        put_bit(bits, i, cell_at(table, c, skipped, i) != UNKNOWN &&
                             (i < skipped || i >= skipped + table->rows ||
                              !table->hidden[i - skipped] || suite_chance(random, 50)));
    return bits;
}

/* Integers that are no value in their own type: in one of 8 bits with a sign they are negative. */
static void put_integers(struct producer *producer, const struct table *table, size_t c,
                         char letter, size_t skipped, size_t size)
{
    void *values = block(producer, size * integer_size(letter));
    for (size_t i = 0; i < size; i++)
        put_integer(letter, values, i, cell_at(table, c, skipped, i));
    producer->buffers[c][1] = values;
}

static void put_bits(struct producer *producer, const struct table *table, size_t c, size_t skipped,
                     size_t size)
{
    uint8_t *bits = block(producer, (size + 7) / 8);
    for (size_t i = 0; i < size; i++)
        put_bit(bits, i, cell_at(table, c, skipped, i) == 1);
    producer->buffers[c][1] = bits;
}

static void put_texts(struct producer *producer, const struct table *table, size_t c,
                      const char *format, size_t skipped, size_t size)
{
    const char **texts = malloc((size + 1) * sizeof *texts);
    for (size_t i = 0; i < size; i++) {
        uint8_t cell = cell_at(table, c, skipped, i);
        texts[i] = cell == UNKNOWN ? "" : key_of(table->fields[c], cell);
    }
    producer->arrays[c].n_buffers = put_text(producer, format, texts, size, producer->buffers[c]);
    free(texts);
}

/* Indices into a dictionary of all keys, backwards, one that is none, and a null; itself sliced. */
static void put_indices(suite_random *random, struct producer *producer, const struct table *table,
                        size_t c, char letter, const char *format, size_t skipped, size_t size)
{
    smet_field_t field = table->fields[c];
    size_t values = smet_value_count(field), offset = suite_below(random, 3), count = 0;
    const char *texts[130];
    uint8_t *validity = block(producer, (offset + values + 2 + 7) / 8);
    while (count < offset)
        texts[count++] = "before the slice";
    for (size_t v = values; v > 0; v--)
        texts[count++] = smet_value_key(field, smet_value_at(field, v - 1));
    texts[count++] = bogus;
    texts[count++] = "";
    for (size_t i = 0; i < count; i++)
        put_bit(validity, i, i + 1 < count);
    producer->entry_schemas[c] = (struct ArrowSchema){
        .format = format, .release = schema_release, .private_data = producer};
    producer->entries[c] = (struct ArrowArray){
        .length = (int64_t)(count - offset),
        .null_count = -1,
        .offset = (int64_t)offset,
        .n_buffers = put_text(producer, format, texts, count, producer->entry_buffers[c]),
        .buffers = producer->entry_buffers[c],
        .release = array_release,
        .private_data = producer};
    producer->entry_buffers[c][0] = validity;
    producer->schemas[c].dictionary = &producer->entry_schemas[c];
    producer->arrays[c].dictionary = &producer->entries[c];

    void *indices = block(producer, size * integer_size(letter));
    for (size_t i = 0; i < size; i++) {
        uint8_t cell = cell_at(table, c, skipped, i);
        size_t v = 0;
        while (v < values && smet_value_at(field, v) != cell)
            v++;
        int64_t index = (int64_t)(values - 1 - v);
        if (cell == UNKNOWN)
            index = (int64_t)values + 1;
        else if (v == values)
            index = suite_chance(random, 50)   ? (int64_t)values
                    : suite_chance(random, 50) ? -1
                                               : 125;
        put_integer(letter, indices, i, index);
    }
    producer->buffers[c][1] = indices;
}

static void any_column(suite_random *random, struct producer *producer, struct table *table,
                       size_t c)
{
    static const char *const integers[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
    static const char *const texts[] = {"u", "U", "vu"};
    smet_field_t field = table->fields[c];
    struct smet_field_info info = {.size = sizeof info};
    smet_field_describe(field, &info);
    const char *integer = integers[suite_below(random, 8)], *text = texts[suite_below(random, 3)];
    uint32_t form = suite_below(random, info.kind == SMET_KIND_YES_NO ? 4 : 3);
    bool has_nulls = suite_chance(random, 60);
    size_t offset = suite_below(random, 20), skipped = offset + table->before;
    size_t size = skipped + table->rows + suite_below(random, 3);
    add_column(producer, info.key, form == 3 ? "b" : form == 2 ? text : integer, offset,
               size - offset, 2);
    fit(table, c, has_nulls || form == 1, form != 3);
    if (has_nulls)
        producer->buffers[c][0] = any_validity(random, producer, table, c, skipped, size);
    else
        producer->arrays[c].null_count = suite_chance(random, 50) ? 0 : -1;
    if (form == 0)
        put_integers(producer, table, c, integer[0], skipped, size);
    else if (form == 1)
        put_indices(random, producer, table, c, integer[0], text, skipped, size);
    else if (form == 2)
        put_texts(producer, table, c, text, skipped, size);
    else
        put_bits(producer, table, c, skipped, size);
}

static void any_cells(suite_random *random, struct table *table)
{
    static const smet_field_t often[] = {
        SMET_FIELD_LESION_LEVEL, SMET_FIELD_PAIN, SMET_FIELD_BONE_LESION, SMET_FIELD_ALIGNMENT,
        SMET_FIELD_VERTEBRAL_COLLAPSE, SMET_FIELD_SOLITARY_LESION, SMET_FIELD_KARNOFSKY,
        SMET_FIELD_FRANKEL, SMET_FIELD_PRIMARY_TUMOR, SMET_FIELD_MOTOR_DEFICIT};
    uint32_t bad = suite_chance(random, 50) ? 0 : 2;
    for (size_t c = 0; c < table->columns; c++)
        for (bool is_new = false; !is_new;) {
            is_new = true;
            table->fields[c] = often[suite_below(random, COUNT_OF(often))];
            for (size_t k = 0; k < c; k++)
                is_new &= table->fields[k] != table->fields[c];
        }
    for (size_t c = 0; c < table->columns; c++)
        for (size_t r = 0; r < table->rows; r++) {
            smet_field_t field = table->fields[c];
            uint32_t good = suite_below(random, (uint32_t)smet_value_count(field));
            uint32_t wrong = 210 + suite_below(random, 40);
            table->cells[c][r] = suite_chance(random, 20)    ? UNKNOWN
                                 : suite_chance(random, bad) ? (uint8_t)wrong
                                                             : (uint8_t)smet_value_at(field, good);
        }
}

/* A random struct array, and in the table what it holds. */
static struct producer *any_array(suite_random *random, struct table *table)
{
    table->rows = suite_below(random, suite_chance(random, 80) ? 60 : ROWS);
    table->columns = suite_below(random, COLUMNS + 1);
    table->before = suite_chance(random, 50) ? 0 : suite_below(random, 20);
    memset(table->hidden, 0, sizeof table->hidden);
    any_cells(random, table);
    struct producer *producer = producer_new(table->before, table->rows);
    if (suite_chance(random, 30)) {
        uint8_t *bits = block(producer, (table->before + table->rows + 7) / 8);
        for (size_t r = 0; r < table->rows; r++) {
            table->hidden[r] = suite_chance(random, 20);
            put_bit(bits, table->before + r, !table->hidden[r]);
        }
        producer->struct_buffers[0] = bits;
        producer->array.null_count = -1;
    }
    for (size_t c = 0; c < table->columns; c++)
        any_column(random, producer, table, c);
    for (size_t c = 0; c < table->columns; c++)
        for (size_t r = 0; r < table->rows; r++)
            if (table->hidden[r])
                table->cells[c][r] = UNKNOWN;
    return producer;
}

/* --- what comes out --------------------------------------------------------- */

static bool is_valid(const struct ArrowArray *array, size_t row)
{
    const uint8_t *bits = array->buffers[0];
    return bits == NULL || (bits[row / 8] >> row % 8 & 1) != 0;
}

static const uint8_t *values_of(const struct ArrowArray *array, int child)
{
    return array->children[child]->buffers[1];
}

static void expect_child(const struct ArrowArray *child, size_t rows, const uint8_t *values,
                         const uint8_t *status)
{
    int64_t nulls = 0;
    expect(child->length == (int64_t)rows && child->offset == 0 && child->n_buffers == 2 &&
               child->n_children == 0 && child->dictionary == NULL,
           "the shape of a child");
    for (size_t r = 0; r < rows; r++) {
        expect(is_valid(child, r) == (status[r] == SMET_ROW_GOOD), "validity of row %zu", r);
        expect(((const uint8_t *)child->buffers[1])[r] == values[r], "row %zu", r);
        nulls += status[r] != SMET_ROW_GOOD;
    }
    expect(child->null_count == nulls, "the count of nulls");
}

/* The table's columns as bytes. */
static void plain_columns(const struct table *table, struct smet_column columns[COLUMNS],
                          const struct smet_column *list[COLUMNS])
{
    for (size_t c = 0; c < table->columns; c++) {
        columns[c] = (struct smet_column){.size = sizeof columns[c],
                                          .field = table->fields[c],
                                          .element = SMET_ELEMENT_UINT8,
                                          .has_unknown = 1,
                                          .unknown = UNKNOWN,
                                          .values = table->cells[c]};
        list[c] = &columns[c];
    }
}

static void expect_parent(const struct ArrowArray *array, size_t rows, int64_t children)
{
    expect(array->length == (int64_t)rows && array->null_count == 0 && array->offset == 0 &&
               array->n_buffers == 1 && array->n_children == children,
           "the shape of the answers");
}

/* Compares with the answers of the plain columns. */
static void expect_answers(smet_instrument_t instrument, const struct table *table,
                           const struct ArrowArray *array)
{
    static const uint8_t all_good[ROWS];
    uint8_t minimum[ROWS], maximum[ROWS], bands[ROWS], missing[ROWS], status[ROWS];
    struct smet_column columns[COLUMNS];
    const struct smet_column *list[COLUMNS];
    const struct smet_score_arrays arrays = {.size = sizeof arrays,
                                             .minimum = minimum,
                                             .maximum = maximum,
                                             .bands = bands,
                                             .missing = missing,
                                             .status = status};
    plain_columns(table, columns, list);
    expect(smet_score_columns(instrument, list, table->columns, table->rows, &arrays, NULL) ==
               SMET_OK,
           "plain columns");
    expect_parent(array, table->rows, 5);
    expect_child(array->children[0], table->rows, minimum, status);
    expect_child(array->children[1], table->rows, maximum, status);
    expect_child(array->children[2], table->rows, bands, status);
    expect_child(array->children[3], table->rows, missing, status);
    expect_child(array->children[4], table->rows, status, all_good);
}

START_TEST(test_random_arrays)
{
    suite_random random = 20100915;
    static struct table table;
    for (int round = 0; round < 3000; round++) {
        struct producer *producer = any_array(&random, &table);
        for (smet_instrument_t i = 0; i <= SMET_INSTRUMENT_SINS; i++) {
            struct ArrowArray answers;
            struct smet_error error = {.size = sizeof error};
            smet_status_t status = smet_score_arrow(i, &producer->schema, &producer->array, NULL,
                                                    &answers, &error);
            expect(status == SMET_OK, "%s", error.message);
            expect_answers(i, &table, &answers);
            answers.release(&answers);
            expect(answers.release == NULL, "released");
        }
        expect(producer->schema_releases == 0 && producer->array_releases == 0,
               "the input is borrowed");
        producer_free(producer);
    }
}
END_TEST

START_TEST(test_answer_schema)
{
    static const struct {
        smet_instrument_t instrument;
        const char *names[5];
    } cases[] = {
        {SMET_INSTRUMENT_SINS, {"sins_min", "sins_max", "sins_bands", "sins_missing", "status"}},
        {SMET_INSTRUMENT_TOMITA,
         {"tomita_min", "tomita_max", "tomita_bands", "tomita_missing", "status"}},
    };
    for (size_t k = 0; k < COUNT_OF(cases); k++) {
        struct producer *producer = producer_new(0, 0);
        struct ArrowSchema schema;
        struct ArrowArray array;
        ck_assert_int_eq(smet_score_arrow(cases[k].instrument, &producer->schema, &producer->array,
                                          &schema, &array, NULL),
                         SMET_OK);
        ck_assert_str_eq(schema.format, "+s");
        ck_assert_int_eq(schema.n_children, 5);
        for (int i = 0; i < 5; i++) {
            ck_assert_str_eq(schema.children[i]->name, cases[k].names[i]);
            ck_assert_str_eq(schema.children[i]->format, "C");
            ck_assert_int_eq(schema.children[i]->flags, i < 4 ? ARROW_FLAG_NULLABLE : 0);
        }
        schema.release(&schema);
        ck_assert(schema.release == NULL);
        array.release(&array);
        producer_free(producer);
    }
}
END_TEST

/* A consumer may take children away; they outlive their parent. */
START_TEST(test_moved_children)
{
    const uint8_t pain[3] = {SMET_PAIN_NONE, SMET_PAIN_MECHANICAL, 9};
    struct producer *producer = producer_new(0, 3);
    struct ArrowSchema schema, name;
    struct ArrowArray array, minimum;
    add_bytes(producer, "pain", pain, 3);
    ck_assert_int_eq(smet_score_arrow(SMET_INSTRUMENT_SINS, &producer->schema, &producer->array,
                                      &schema, &array, NULL),
                     SMET_OK);
    minimum = *array.children[0];
    array.children[0]->release = NULL;
    array.release(&array);
    name = *schema.children[0];
    schema.children[0]->release = NULL;
    schema.release(&schema);
    producer_free(producer);

    const uint8_t *values = minimum.buffers[1];
    ck_assert_uint_eq(values[0], 0);
    ck_assert_uint_eq(values[1], 3); /* mechanical pain: 3 points, Fisher 2010 */
    ck_assert_uint_eq(values[2], SMET_NO_TOTAL);
    ck_assert(is_valid(&minimum, 1) && !is_valid(&minimum, 2));
    ck_assert_int_eq(minimum.null_count, 1);
    ck_assert_str_eq(name.name, "sins_min");
    minimum.release(&minimum);
    name.release(&name);
}
END_TEST

/* Nulls of both levels, a column of nulls, and columns that are no field's. */
START_TEST(test_nulls)
{
    const uint8_t pain[4] = {SMET_PAIN_NONE, SMET_PAIN_MECHANICAL, 9, 9};
    const uint8_t structs = 0x7, cells = 0xB;
    struct producer *producer = producer_new(0, 4);
    struct ArrowArray array;
    size_t c = add_bytes(producer, "pain", pain, 4);
    producer->buffers[c][0] = &cells;
    producer->struct_buffers[0] = &structs;
    add_column(producer, "lesion_level", "n", 0, 4, 0);
    add_column(producer, "admitted", "tdD", 0, 4, 2);
    add_column(producer, NULL, "+l", 0, 4, 2);
    ck_assert_int_eq(smet_score_arrow(SMET_INSTRUMENT_SINS, &producer->schema, &producer->array,
                                      NULL, &array, NULL),
                     SMET_OK);
    const uint8_t *minimum = values_of(&array, 0), *maximum = values_of(&array, 1);
    ck_assert_uint_eq(maximum[0], 15); /* 18 without the 3 points of pain */
    ck_assert_uint_eq(minimum[1], 3);
    ck_assert_uint_eq(maximum[2], 18); /* a null cell; what stands there is not looked at */
    ck_assert_uint_eq(maximum[3], 18); /* a null struct */
    ck_assert_int_eq(array.children[0]->null_count, 0);
    array.release(&array);
    producer_free(producer);
}
END_TEST

/* Without rows no buffer need be there. */
START_TEST(test_empty)
{
    static const char *const formats[] = {"C", "l", "u", "vu", "n"};
    for (size_t k = 0; k < COUNT_OF(formats); k++) {
        struct producer *producer = producer_new(0, 0);
        struct ArrowArray array;
        add_column(producer, "pain", formats[k], 0, 0, 3);
        producer->arrays[0].buffers = NULL;
        producer->array.buffers = NULL;
        ck_assert_int_eq(smet_score_arrow(SMET_INSTRUMENT_SINS, &producer->schema, &producer->array,
                                          NULL, &array, NULL),
                         SMET_OK);
        ck_assert_int_eq(array.length, 0);
        array.release(&array);
        producer_free(producer);
    }
}
END_TEST

/* Text that is no key, and that only looks like one. */
START_TEST(test_text)
{
    const int32_t offsets[] = {0, 10, 10, 14, 17, 21, 31};
    const char bytes[] = "mechanicalNONEnonnone\0\0\0\0\0\0\0\0\0\0";
    struct producer *producer = producer_new(0, 6);
    struct ArrowArray array;
    size_t c = add_column(producer, "pain", "u", 0, 6, 3);
    producer->buffers[c][1] = offsets;
    producer->buffers[c][2] = bytes;
    ck_assert_int_eq(smet_score_arrow(SMET_INSTRUMENT_SINS, &producer->schema, &producer->array,
                                      NULL, &array, NULL),
                     SMET_OK);
    static const uint8_t expected[6] = {0, 1, 1, 1, 0, 1};
    ck_assert_mem_eq(values_of(&array, 4), expected, 6);
    array.release(&array);
    producer_free(producer);
}
END_TEST

/* Buffers need not be aligned. */
START_TEST(test_unaligned)
{
    _Alignas(8) char room[24] = {0};
    const int32_t pain[3] = {SMET_PAIN_NONE, SMET_PAIN_MECHANICAL, 70000};
    struct producer *producer = producer_new(0, 3);
    struct ArrowArray array;
    size_t c = add_column(producer, "pain", "i", 0, 3, 2);
    producer->buffers[c][1] = memcpy(room + 1, pain, sizeof pain);
    ck_assert_int_eq(smet_score_arrow(SMET_INSTRUMENT_SINS, &producer->schema, &producer->array,
                                      NULL, &array, NULL),
                     SMET_OK);
    ck_assert_uint_eq(values_of(&array, 0)[1], 3);
    ck_assert_uint_eq(values_of(&array, 4)[2], SMET_ROW_BAD_CODE);
    array.release(&array);
    producer_free(producer);
}
END_TEST

/* --- dispositions ------------------------------------------------------------ */

enum { INTERVENTIONS = SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS + 1 };

/* Whether the entry of a dictionary is a text. */
static bool is_entry(const struct ArrowArray *dictionary, int8_t index, const char *text)
{
    const int32_t *offsets = dictionary->buffers[1];
    expect(index >= 0 && index < dictionary->length, "index %d", index);
    size_t length = (size_t)(offsets[index + 1] - offsets[index]);
    return length == strlen(text) &&
           memcmp((const char *)dictionary->buffers[2] + offsets[index], text, length) == 0;
}

/* Compares the two children of an intervention with the answers of the plain columns. */
static void expect_disposition(struct ArrowArray *const *children, size_t rows,
                               const uint8_t *verdicts, const uint8_t *settled,
                               const uint8_t *status)
{
    const struct ArrowArray *verdict = children[0], *truth = children[1];
    const int8_t *indices = verdict->buffers[1];
    const uint8_t *bits = truth->buffers[1];
    int64_t nulls = 0;
    expect(verdict->length == (int64_t)rows && verdict->n_buffers == 2 && verdict->offset == 0 &&
               verdict->dictionary != NULL && verdict->dictionary->n_buffers == 3 &&
               truth->length == (int64_t)rows && truth->n_buffers == 2 && truth->offset == 0 &&
               truth->dictionary == NULL,
           "the shape of a disposition");
    for (size_t r = 0; r < rows; r++) {
        bool good = status[r] == SMET_ROW_GOOD;
        nulls += !good;
        expect(is_valid(verdict, r) == good && is_valid(truth, r) == good, "validity of row %zu",
               r);
        if (!good)
            continue;
        const char *key = smet_term_key(SMET_VOCABULARY_VERDICT, verdicts[r]);
        expect(is_entry(verdict->dictionary, indices[r], key), "row %zu is not %s", r, key);
        expect((bits[r / 8] >> r % 8 & 1) == settled[r], "row %zu, settled", r);
    }
    expect(verdict->null_count == nulls && truth->null_count == nulls, "the count of nulls");
}

/* What the plain columns give. */
struct dispositions {
    uint8_t verdicts[INTERVENTIONS][ROWS], settled[INTERVENTIONS][ROWS], status[ROWS];
};

static void assess_plainly(const struct table *table, struct dispositions *to)
{
    struct smet_column columns[COLUMNS];
    const struct smet_column *list[COLUMNS];
    uint8_t *verdicts[INTERVENTIONS], *settled[INTERVENTIONS];
    for (int i = 0; i < INTERVENTIONS; i++) {
        verdicts[i] = to->verdicts[i];
        settled[i] = to->settled[i];
    }
    const struct smet_disposition_arrays arrays = {.size = sizeof arrays,
                                                   .intervention_count = INTERVENTIONS,
                                                   .dispositions = verdicts,
                                                   .settled = settled,
                                                   .status = to->status};
    plain_columns(table, columns, list);
    expect(smet_assess_columns(list, table->columns, table->rows, &arrays, NULL) == SMET_OK,
           "plain columns");
}

/* Some interventions, shuffled, without repeats. */
static size_t any_interventions(suite_random *random, smet_intervention_t list[INTERVENTIONS])
{
    for (int i = 0; i < INTERVENTIONS; i++) {
        uint32_t at = suite_below(random, (uint32_t)i + 1);
        list[i] = list[at];
        list[at] = i;
    }
    return suite_below(random, INTERVENTIONS + 1);
}

START_TEST(test_random_dispositions)
{
    static const uint8_t all_good[ROWS];
    static struct table table;
    static struct dispositions plain;
    suite_random random = 20180303;
    for (int round = 0; round < 150; round++) {
        struct producer *producer = any_array(&random, &table);
        smet_intervention_t chosen[INTERVENTIONS];
        size_t count = any_interventions(&random, chosen);
        bool all = suite_chance(&random, 30);
        struct ArrowArray answers;
        struct smet_error error = {.size = sizeof error};
        smet_status_t status =
            smet_assess_arrow(all ? NULL : chosen, all ? 0 : count, &producer->schema,
                              &producer->array, NULL, &answers, &error);
        expect(status == SMET_OK, "%s", error.message);
        assess_plainly(&table, &plain);
        count = all ? INTERVENTIONS : count;
        expect_parent(&answers, table.rows, (int64_t)(2 * count + 1));
        for (size_t i = 0; i < count; i++) {
            smet_intervention_t which = all ? (smet_intervention_t)i : chosen[i];
            expect_disposition(answers.children + 2 * i, table.rows, plain.verdicts[which],
                               plain.settled[which], plain.status);
        }
        expect_child(answers.children[2 * count], table.rows, plain.status, all_good);
        answers.release(&answers);
        expect(producer->schema_releases == 0 && producer->array_releases == 0,
               "the input is borrowed");
        producer_free(producer);
    }
}
END_TEST

/* The type, and a child that its consumer took away: its dictionary goes with it. Of another child
 * the dictionary alone is taken. */
START_TEST(test_disposition_schema)
{
    static const smet_intervention_t chosen[] = {SMET_INTERVENTION_SACROPLASTY,
                                                 SMET_INTERVENTION_CT};
    static const char *const names[] = {"sacroplasty", "sacroplasty_settled", "ct", "ct_settled",
                                        "status"};
    static const char *const formats[] = {"c", "b", "c", "b", "C"};
    const uint8_t done[3] = {SMET_NO, SMET_YES, 9};
    struct producer *producer = producer_new(0, 3);
    struct ArrowSchema schema, type, entry_type;
    struct ArrowArray array, ct, entries;
    add_bytes(producer, "ct_done", done, 3);
    ck_assert_int_eq(smet_assess_arrow(chosen, 2, &producer->schema, &producer->array, &schema,
                                       &array, NULL),
                     SMET_OK);
    ck_assert_int_eq(schema.n_children, 5);
    for (int i = 0; i < 5; i++) {
        ck_assert_str_eq(schema.children[i]->name, names[i]);
        ck_assert_str_eq(schema.children[i]->format, formats[i]);
        ck_assert_int_eq(schema.children[i]->flags, i < 4 ? ARROW_FLAG_NULLABLE : 0);
        ck_assert((schema.children[i]->dictionary != NULL) == (formats[i][0] == 'c'));
    }
    type = *schema.children[2];
    schema.children[2]->release = NULL;
    entry_type = *schema.children[0]->dictionary;
    schema.children[0]->dictionary->release = NULL;
    schema.release(&schema);
    ct = *array.children[2];
    array.children[2]->release = NULL;
    entries = *array.children[0]->dictionary;
    array.children[0]->dictionary->release = NULL;
    array.release(&array);
    producer_free(producer);

    ck_assert_str_eq(entry_type.format, "u");
    ck_assert(is_entry(&entries, 0, smet_term_key(SMET_VOCABULARY_VERDICT,
                                                  smet_term_at(SMET_VOCABULARY_VERDICT, 0))));
    entry_type.release(&entry_type);
    entries.release(&entries);

    ck_assert_str_eq(type.name, "ct");
    ck_assert_str_eq(type.dictionary->format, "u");
    type.release(&type);
    const int8_t *indices = ct.buffers[1];
    /* imaging.ct: recommended while no CT was done; no other rule speaks of it. */
    ck_assert(is_entry(ct.dictionary, indices[0], "recommended"));
    ck_assert(is_entry(ct.dictionary, indices[1], "no_rule"));
    ck_assert(is_valid(&ct, 1) && !is_valid(&ct, 2));
    ck_assert_int_eq(ct.dictionary->length, (int64_t)smet_term_count(SMET_VOCABULARY_VERDICT));
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT); i++) {
        int32_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        ck_assert(is_entry(ct.dictionary, (int8_t)i,
                           smet_term_key(SMET_VOCABULARY_VERDICT, verdict)));
    }
    ct.release(&ct);
    ck_assert(ct.release == NULL);
}
END_TEST

START_TEST(test_disposition_arguments)
{
    static const smet_intervention_t twice[] = {SMET_INTERVENTION_CT, SMET_INTERVENTION_SACROPLASTY,
                                                SMET_INTERVENTION_CT};
    static const smet_intervention_t none[] = {INTERVENTIONS}, negative[] = {-1};
    const struct {
        const smet_intervention_t *list;
        size_t count;
        smet_status_t status;
        const char *message;
    } cases[] = {
        {NULL, 1, SMET_ERROR_NULL_ARGUMENT, "The interventions are NULL."},
        {none, 1, SMET_ERROR_UNKNOWN_TERM, "There is no intervention with number 35."},
        {negative, 1, SMET_ERROR_UNKNOWN_TERM, "There is no intervention with number -1."},
        {twice, 3, SMET_ERROR_DUPLICATE, "The intervention ct is asked for twice."},
    };
    struct producer *producer = producer_new(0, 0);
    struct ArrowArray array = {.length = 77};
    struct ArrowArrayStream stream = {.release = NULL}, output = {.release = NULL};
    for (size_t k = 0; k < COUNT_OF(cases); k++) {
        struct smet_error error = {.size = sizeof error};
        ck_assert_int_eq(smet_assess_arrow(cases[k].list, cases[k].count, &producer->schema,
                                           &producer->array, NULL, &array, &error),
                         cases[k].status);
        ck_assert_str_eq(error.message, cases[k].message);
        error.message[0] = '\0';
        ck_assert_int_eq(smet_assess_arrow_stream(cases[k].list, cases[k].count, &stream, &output,
                                                  &error),
                         cases[k].status);
        ck_assert_str_eq(error.message, cases[k].message);
    }
    ck_assert_int_eq(smet_assess_arrow(twice, 2, &producer->schema, &producer->array, NULL, NULL,
                                       NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assess_arrow(twice, 2, NULL, &producer->array, NULL, &array, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assess_arrow_stream(twice, 2, NULL, &output, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_assess_arrow_stream(twice, 2, &stream, &output, NULL),
                     SMET_ERROR_WRONG_KIND);
    ck_assert_int_eq(smet_assess_arrow_stream(twice, 2, &stream, NULL, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(array.length, 77);
    ck_assert(output.release == NULL);

    /* No intervention at all: the status alone. */
    ck_assert_int_eq(smet_assess_arrow(twice, 0, &producer->schema, &producer->array, NULL, &array,
                                       NULL),
                     SMET_OK);
    ck_assert_int_eq(array.n_children, 1);
    array.release(&array);
    producer_free(producer);
}
END_TEST

/* --- refusals --------------------------------------------------------------- */

static const char nothing_written[] = "not written";

static void expect_refused(const struct producer *producer, smet_status_t expected,
                           const char *message)
{
    struct ArrowSchema schema = {.format = nothing_written};
    struct ArrowArray array = {.length = 77};
    struct smet_error error = {.size = sizeof error};
    ck_assert_int_eq(smet_score_arrow(SMET_INSTRUMENT_SINS, &producer->schema, &producer->array,
                                      &schema, &array, &error),
                     expected);
    ck_assert_msg(strncmp(error.message, message, strlen(message)) == 0, "%s", error.message);
    ck_assert_ptr_eq(schema.format, nothing_written);
    ck_assert(schema.release == NULL);
    ck_assert_int_eq(array.length, 77);
    ck_assert(array.release == NULL);
    ck_assert_int_eq(producer->schema_releases + producer->array_releases, 0);
}

START_TEST(test_formats)
{
    static const char *const formats[] = {"g", "f", "e", "z", "tdD", "+l", "d:3,0", "cc", "", "uu",
                                          "b", "\n"};
    const uint8_t cells[2] = {0, 1};
    for (size_t k = 0; k < COUNT_OF(formats); k++) {
        struct producer *producer = producer_new(0, 2);
        add_bytes(producer, "pain", cells, 2);
        producer->schemas[0].format = formats[k];
        expect_refused(producer, SMET_ERROR_WRONG_KIND, "pain: ");
        producer->schemas[0].format = "C";
        producer->schemas[0].dictionary = &producer->entry_schemas[0];
        producer->entry_schemas[0].format = formats[k];
        expect_refused(producer, SMET_ERROR_WRONG_KIND, "pain: the dictionary");
        producer->entry_schemas[0].format = "u";
        producer->schemas[0].format = "u";
        expect_refused(producer, SMET_ERROR_WRONG_KIND, "pain: the dictionary's index");
        producer->schemas[0].format = NULL;
        expect_refused(producer, SMET_ERROR_WRONG_KIND, "pain: ");
        producer_free(producer);
    }
}
END_TEST

START_TEST(test_refusals)
{
    const uint8_t cells[4] = {0, 1, 2, 0};
    struct producer *producer = producer_new(0, 4);
    add_bytes(producer, "pain", cells, 4);
    struct ArrowArray *array = &producer->array, *child = &producer->arrays[0];

    array->length = 5;
    expect_refused(producer, SMET_ERROR_OUT_OF_RANGE, "pain: ");
    array->length = -1;
    expect_refused(producer, SMET_ERROR_OUT_OF_RANGE, "The array");
    array->length = 3;
    array->offset = 2;
    expect_refused(producer, SMET_ERROR_OUT_OF_RANGE, "pain: ");
    array->offset = INT64_MAX;
    expect_refused(producer, SMET_ERROR_OUT_OF_RANGE, "The array");
    array->offset = 0;
    child->offset = -1;
    expect_refused(producer, SMET_ERROR_OUT_OF_RANGE, "pain: ");
    child->offset = 0;
    child->null_count = 1;
    expect_refused(producer, SMET_ERROR_NULL_ARGUMENT, "pain: ");
    child->null_count = -1;
    array->null_count = 1;
    expect_refused(producer, SMET_ERROR_NULL_ARGUMENT, "The array");
    array->null_count = 0;
    child->n_buffers = 1;
    expect_refused(producer, SMET_ERROR_WRONG_KIND, "pain: ");
    child->n_buffers = 2;
    const void *values = child->buffers[1];
    child->buffers[1] = NULL;
    expect_refused(producer, SMET_ERROR_NULL_ARGUMENT, "pain: ");
    child->buffers[1] = values;
    producer->array_list[0] = NULL;
    expect_refused(producer, SMET_ERROR_NULL_ARGUMENT, "pain: ");
    producer->array_list[0] = child;
    producer->schema_list[0] = NULL;
    expect_refused(producer, SMET_ERROR_NULL_ARGUMENT, "A child");
    producer->schema_list[0] = &producer->schemas[0];
    array->n_children = 0;
    expect_refused(producer, SMET_ERROR_WRONG_KIND, "The array");
    array->n_children = 1;
    array->release = NULL;
    expect_refused(producer, SMET_ERROR_WRONG_KIND, "The array was released");
    array->release = array_release;
    producer->schema.release = NULL;
    expect_refused(producer, SMET_ERROR_WRONG_KIND, "The schema was released");
    producer->schema.release = schema_release;
    producer->schema.format = "C";
    expect_refused(producer, SMET_ERROR_WRONG_KIND, "The schema has the format \"C\"");
    producer->schema.format = "+s";
    producer->schemas[0].dictionary = &producer->entry_schemas[0];
    producer->entry_schemas[0].format = "u";
    expect_refused(producer, SMET_ERROR_WRONG_KIND, "pain: the array has no dictionary");
    producer->schemas[0].dictionary = NULL;
    add_bytes(producer, "pain", cells, 4);
    expect_refused(producer, SMET_ERROR_DUPLICATE, "pain: the field has two columns.");
    producer_free(producer);
}
END_TEST

START_TEST(test_arguments)
{
    struct producer *producer = producer_new(0, 0);
    struct ArrowArray array = {.length = 77};
    struct ArrowArrayStream stream = {.release = NULL}, output = {.release = NULL};
    struct smet_error error = {.size = 3};
    const smet_instrument_t sins = SMET_INSTRUMENT_SINS;
    const struct ArrowSchema *schema = &producer->schema;
    ck_assert_int_eq(smet_score_arrow(9, schema, &producer->array, NULL, &array, NULL),
                     SMET_ERROR_UNKNOWN_TERM);
    ck_assert_int_eq(smet_score_arrow(sins, NULL, &producer->array, NULL, &array, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_arrow(sins, schema, NULL, NULL, &array, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_arrow(sins, schema, &producer->array, NULL, NULL, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_arrow(sins, schema, &producer->array, NULL, &array, &error),
                     SMET_ERROR_STRUCT_SIZE);
    ck_assert_int_eq(array.length, 77);
    ck_assert_int_eq(smet_score_arrow_stream(sins, NULL, &output, NULL), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_arrow_stream(sins, &stream, &output, NULL), SMET_ERROR_WRONG_KIND);
    ck_assert_int_eq(smet_score_arrow_stream(sins, &stream, NULL, NULL), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_score_arrow_stream(9, &stream, &output, NULL), SMET_ERROR_UNKNOWN_TERM);
    producer_free(producer);
}
END_TEST

/* --- streams ---------------------------------------------------------------- */

/* Three batches: a good one, one that is too short, and a good one; then an error, then the end. */
struct batches {
    struct producer *producer[3];
    size_t next;
    int schema_code, releases;
};

static int batches_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
    struct batches *batches = stream->private_data;
    if (batches->schema_code == 0)
        *schema = batches->producer[0]->schema;
    return batches->schema_code;
}

static int batches_next(struct ArrowArrayStream *stream, struct ArrowArray *array)
{
    struct batches *batches = stream->private_data;
    size_t at = batches->next++;
    if (at == 3)
        return EIO;
    *array = at < 3 ? batches->producer[at]->array : (struct ArrowArray){.release = NULL};
    return 0;
}

static const char *batches_error(struct ArrowArrayStream *stream)
{
    (void)stream;
    return "the line is dead";
}

static void batches_release(struct ArrowArrayStream *stream)
{
    ((struct batches *)stream->private_data)->releases++;
    stream->release = NULL;
}

static struct ArrowArrayStream batches_new(struct batches *batches)
{
    const uint8_t pain[2] = {SMET_PAIN_NONE, SMET_PAIN_MECHANICAL};
    *batches = (struct batches){.next = 0};
    for (size_t i = 0; i < 3; i++) {
        batches->producer[i] = producer_new(0, i == 1 ? 3 : 2);
        add_bytes(batches->producer[i], "pain", pain, 2);
    }
    return (struct ArrowArrayStream){.get_schema = batches_schema,
                                     .get_next = batches_next,
                                     .get_last_error = batches_error,
                                     .release = batches_release,
                                     .private_data = batches};
}

static void batches_free(struct batches *batches)
{
    for (size_t i = 0; i < 3; i++)
        producer_free(batches->producer[i]);
}

START_TEST(test_stream)
{
    struct batches batches;
    struct ArrowArrayStream input = batches_new(&batches), output;
    struct ArrowSchema schema;
    struct ArrowArray array;
    ck_assert_int_eq(smet_score_arrow_stream(SMET_INSTRUMENT_SINS, &input, &output, NULL), SMET_OK);
    ck_assert(input.release == NULL);
    ck_assert_int_eq(batches.producer[0]->schema_releases, 1);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(output.get_schema(&output, &schema), 0);
        ck_assert_str_eq(schema.children[1]->name, "sins_max");
        schema.release(&schema);
    }
    for (int i = 0; i < 3; i++) {
        memset(&array, 0, sizeof array);
        int code = output.get_next(&output, &array);
        ck_assert_int_eq(batches.producer[i]->array_releases, 1);
        if (i == 1) {
            ck_assert_int_eq(code, EINVAL);
            ck_assert_ptr_nonnull(strstr(output.get_last_error(&output), "pain: "));
            ck_assert(array.release == NULL);
            continue;
        }
        ck_assert_int_eq(code, 0);
        ck_assert_ptr_null(output.get_last_error(&output));
        ck_assert_uint_eq(values_of(&array, 0)[1], 3);
        array.release(&array);
    }
    ck_assert_int_eq(output.get_next(&output, &array), EIO);
    ck_assert_str_eq(output.get_last_error(&output), "the line is dead");
    array.release = array_release;
    ck_assert_int_eq(output.get_next(&output, &array), 0);
    ck_assert(array.release == NULL); /* the end */
    ck_assert_int_eq(batches.releases, 0);
    output.release(&output);
    ck_assert(output.release == NULL);
    ck_assert_int_eq(batches.releases, 1);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(batches.producer[i]->array_releases, 1);
    batches_free(&batches);
}
END_TEST

/* Dispositions go the same way; the list of interventions is the stream's own. */
START_TEST(test_disposition_stream)
{
    struct batches batches;
    struct ArrowArrayStream input = batches_new(&batches), output;
    struct ArrowSchema schema;
    struct ArrowArray array;
    smet_intervention_t chosen[] = {SMET_INTERVENTION_CT};
    ck_assert_int_eq(smet_assess_arrow_stream(chosen, 1, &input, &output, NULL), SMET_OK);
    chosen[0] = SMET_INTERVENTION_SACROPLASTY;
    ck_assert_int_eq(output.get_schema(&output, &schema), 0);
    ck_assert_int_eq(schema.n_children, 3);
    ck_assert_str_eq(schema.children[1]->name, "ct_settled");
    schema.release(&schema);
    ck_assert_int_eq(output.get_next(&output, &array), 0);
    ck_assert_int_eq(array.length, 2);
    const struct ArrowArray *ct = array.children[0];
    /* Whether a CT was done is not known. */
    ck_assert(is_entry(ct->dictionary, ((const int8_t *)ct->buffers[1])[1], "no_rule"));
    ck_assert_uint_eq(values_of(&array, 1)[0], 0);
    array.release(&array);
    array.release = NULL;
    ck_assert_int_eq(output.get_next(&output, &array), EINVAL);
    ck_assert(array.release == NULL);
    output.release(&output);
    ck_assert_int_eq(batches.releases, 1);
    batches_free(&batches);
}
END_TEST

/* Refused, a stream stays with its owner. */
START_TEST(test_stream_refusals)
{
    struct batches batches;
    struct ArrowArrayStream input = batches_new(&batches), output = {.private_data = &batches};
    struct smet_error error = {.size = sizeof error};
    const smet_instrument_t sins = SMET_INSTRUMENT_SINS;
    batches.schema_code = EIO;
    ck_assert_int_eq(smet_score_arrow_stream(sins, &input, &output, &error), SMET_ERROR_WRONG_KIND);
    ck_assert_ptr_nonnull(strstr(error.message, "the line is dead"));
    batches.schema_code = 0;
    batches.producer[0]->schemas[0].format = "g";
    ck_assert_int_eq(smet_score_arrow_stream(sins, &input, &output, &error), SMET_ERROR_WRONG_KIND);
    ck_assert_str_eq(error.message, "pain: the column has the format \"g\", which cannot be read.");
    ck_assert_int_eq(error.field, SMET_FIELD_PAIN);
    ck_assert_int_eq(batches.producer[0]->schema_releases, 1);
    ck_assert_ptr_eq(output.private_data, &batches);
    ck_assert_int_eq(batches.releases, 0);
    input.release(&input);
    batches_free(&batches);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *arrays = suite_case(suite, "arrays");
    tcase_add_test(arrays, test_random_arrays);
    tcase_add_test(arrays, test_answer_schema);
    tcase_add_test(arrays, test_moved_children);
    tcase_add_test(arrays, test_nulls);
    tcase_add_test(arrays, test_empty);
    tcase_add_test(arrays, test_text);
    tcase_add_test(arrays, test_unaligned);
    TCase *dispositions = suite_case(suite, "dispositions");
    tcase_add_test(dispositions, test_random_dispositions);
    tcase_add_test(dispositions, test_disposition_schema);
    tcase_add_test(dispositions, test_disposition_arguments);
    TCase *refusals = suite_case(suite, "refusals");
    tcase_add_test(refusals, test_formats);
    tcase_add_test(refusals, test_refusals);
    tcase_add_test(refusals, test_arguments);
    TCase *streams = suite_case(suite, "streams");
    tcase_add_test(streams, test_stream);
    tcase_add_test(streams, test_disposition_stream);
    tcase_add_test(streams, test_stream_refusals);
}
