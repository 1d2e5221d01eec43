#include "cohort/arrow_output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Each child is a block of its own, because a consumer may take a child out of
 * its parent and release the parent first. So is a dictionary: a child's, which
 * goes with the child.
 */

enum { NAME_SIZE = 64 };

static size_t words(size_t bytes)
{
    return (bytes + 7) / 8;
}

/* --- the type ---------------------------------------------------------- */

struct parent_schema {
    struct ArrowSchema *list[SMET__ARROW_ANSWERS_MAX];
    struct ArrowSchema children[SMET__ARROW_ANSWERS_MAX];
};

struct child_schema {
    char name[NAME_SIZE];
    struct ArrowSchema dictionary;
};

static void release_dictionary_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_child_schema(struct ArrowSchema *schema)
{
    if (schema->dictionary != NULL && schema->dictionary->release != NULL)
        schema->dictionary->release(schema->dictionary);
    free(schema->private_data);
    schema->release = NULL;
}

static void release_parent_schema(struct ArrowSchema *schema)
{
    for (int64_t i = 0; i < schema->n_children; i++)
        if (schema->children[i]->release != NULL)
            schema->children[i]->release(schema->children[i]);
    free(schema->private_data);
    schema->release = NULL;
}

static const char *format_of(enum smet_arrow_cells cells)
{
    if (cells == SMET__ARROW_VERDICTS)
        return "c"; /* the specification prefers indices with a sign */
    return cells == SMET__ARROW_TRUTHS ? "b" : "C";
}

static bool make_child_schema(const struct smet_arrow_answers *answers, int which,
                              struct ArrowSchema *schema)
{
    enum smet_arrow_cells cells = answers->children[which].cells;
    struct child_schema *child = malloc(sizeof *child);
    if (child == NULL)
        return false;
    snprintf(child->name, NAME_SIZE, "%s%s", answers->children[which].key,
             answers->children[which].suffix);
    child->dictionary =
        (struct ArrowSchema){.format = "u", .name = "", .release = release_dictionary_schema};
    *schema = (struct ArrowSchema){
        .format = format_of(cells),
        .name = child->name,
        .flags = cells == SMET__ARROW_STATUS ? 0 : ARROW_FLAG_NULLABLE,
        .dictionary = cells == SMET__ARROW_VERDICTS ? &child->dictionary : NULL,
        .release = release_child_schema,
        .private_data = child,
    };
    return true;
}

bool smet__arrow_answer_schema(const struct smet_arrow_answers *answers,
                               struct ArrowSchema *schema)
{
    const int count = answers->count;
    struct parent_schema *parent = calloc(1, sizeof *parent);
    if (parent == NULL)
        return false;
    *schema = (struct ArrowSchema){
        .format = "+s",
        .name = "",
        .n_children = count,
        .children = parent->list,
        .release = release_parent_schema,
        .private_data = parent,
    };
    for (int i = 0; i < count; i++)
        parent->list[i] = &parent->children[i];
    for (int i = 0; i < count; i++)
        if (!make_child_schema(answers, i, parent->list[i])) {
            release_parent_schema(schema);
            return false;
        }
    return true;
}

/* --- the dictionary ---------------------------------------------------- */

enum { VERDICTS_MAX = 16, KEYS_SIZE = 256 };

/* The keys of all verdicts, by number. */
struct dictionary {
    const void *buffers[3];
    int32_t offsets[VERDICTS_MAX + 1];
    char keys[KEYS_SIZE];
};

static void release_dictionary(struct ArrowArray *array)
{
    free(array->private_data);
    array->release = NULL;
}

static bool make_dictionary(struct ArrowArray *array)
{
    size_t count = smet_term_count(SMET_VOCABULARY_VERDICT), at = 0;
    struct dictionary *dictionary = malloc(sizeof *dictionary);
    if (dictionary == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        int32_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        const char *key = smet_term_key(SMET_VOCABULARY_VERDICT, verdict);
        dictionary->offsets[i] = (int32_t)at;
        /* NOLINTNEXTLINE(bugprone-not-null-terminated-result) Arrow has offsets, and no NUL */
        memcpy(dictionary->keys + at, key, strlen(key));
        at += strlen(key);
    }
    dictionary->offsets[count] = (int32_t)at;
    dictionary->buffers[0] = NULL;
    dictionary->buffers[1] = dictionary->offsets;
    dictionary->buffers[2] = dictionary->keys;
    *array = (struct ArrowArray){
        .length = (int64_t)count,
        .n_buffers = 3,
        .buffers = dictionary->buffers,
        .release = release_dictionary,
        .private_data = dictionary,
    };
    return true;
}

/* --- the cells --------------------------------------------------------- */

struct parent_array {
    const void *buffers[1]; /* no struct is null */
    struct ArrowArray *list[SMET__ARROW_ANSWERS_MAX];
    struct ArrowArray children[SMET__ARROW_ANSWERS_MAX];
};

/* Values of one child, and behind them room for its validity bitmap. */
struct child_array {
    struct ArrowArray dictionary;
    const void *buffers[2];
    uint8_t *values;
    uint8_t *bitmap;
    uint64_t bytes[]; /* aligned as Arrow asks for */
};

static void release_child_array(struct ArrowArray *array)
{
    if (array->dictionary != NULL && array->dictionary->release != NULL)
        array->dictionary->release(array->dictionary);
    free(array->private_data);
    array->release = NULL;
}

static void release_parent_array(struct ArrowArray *array)
{
    for (int64_t i = 0; i < array->n_children; i++)
        if (array->children[i]->release != NULL)
            array->children[i]->release(array->children[i]);
    free(array->private_data);
    array->release = NULL;
}

static bool make_child_array(enum smet_arrow_cells cells, size_t rows, struct ArrowArray *array)
{
    size_t bitmap_at = words(rows), size = bitmap_at + words(words(rows));
    struct child_array *child = malloc(sizeof *child + size * sizeof child->bytes[0]);
    if (child == NULL)
        return false;
    child->values = (uint8_t *)child->bytes;
    child->bitmap = (uint8_t *)(child->bytes + bitmap_at);
    child->buffers[0] = NULL;
    child->buffers[1] = child->values;
    if (cells == SMET__ARROW_VERDICTS && !make_dictionary(&child->dictionary)) {
        free(child);
        return false;
    }
    *array = (struct ArrowArray){
        .length = (int64_t)rows,
        .n_buffers = 2,
        .buffers = child->buffers,
        .dictionary = cells == SMET__ARROW_VERDICTS ? &child->dictionary : NULL,
        .release = release_child_array,
        .private_data = child,
    };
    return true;
}

static struct child_array *child_of(const struct ArrowArray *array, int child)
{
    return array->children[child]->private_data;
}

bool smet__arrow_answer_array(const struct smet_arrow_answers *answers, size_t rows,
                              struct ArrowArray *array, uint8_t *cells[SMET__ARROW_ANSWERS_MAX])
{
    const int count = answers->count;
    struct parent_array *parent = calloc(1, sizeof *parent);
    if (parent == NULL)
        return false;
    *array = (struct ArrowArray){
        .length = (int64_t)rows,
        .n_buffers = 1,
        .n_children = count,
        .buffers = parent->buffers,
        .children = parent->list,
        .release = release_parent_array,
        .private_data = parent,
    };
    for (int i = 0; i < count; i++)
        parent->list[i] = &parent->children[i];
    for (int i = 0; i < count; i++) {
        if (!make_child_array(answers->children[i].cells, rows, parent->list[i])) {
            release_parent_array(array);
            return false;
        }
        cells[i] = child_of(array, i)->values;
    }
    return true;
}

/* --- what the bytes become --------------------------------------------- */

/* Verdicts become indices; what is none, in a bad row, the first. */
static void number_verdicts(uint8_t *values, size_t rows)
{
    uint8_t index_of[256] = {0};
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT); i++)
        index_of[smet_term_at(SMET_VOCABULARY_VERDICT, i)] = (uint8_t)i;
    for (size_t r = 0; r < rows; r++)
        values[r] = index_of[values[r]];
}

/* Bytes become bits, in the same place. */
static void pack_truths(uint8_t *values, size_t rows)
{
    for (size_t r = 0; r < rows; r += 8) {
        uint8_t bits = 0;
        for (size_t i = r; i < rows && i < r + 8; i++)
            bits |= (uint8_t)(values[i] << (i - r));
        values[r / 8] = bits;
    }
}

/* Sets the bits of good rows; returns how many rows are not. */
static int64_t mark_good(const uint8_t *status, size_t rows, uint8_t *bitmap)
{
    int64_t bad = 0;
    memset(bitmap, 0, words(words(rows)) * 8);
    for (size_t i = 0; i < rows; i++) {
        bool is_good = status[i] == SMET_ROW_GOOD;
        bitmap[i / 8] |= (uint8_t)(is_good << (i % 8));
        bad += !is_good;
    }
    return bad;
}

void smet__arrow_answer_finish(const struct smet_arrow_answers *answers, struct ArrowArray *array)
{
    size_t rows = (size_t)array->length;
    const uint8_t *status = child_of(array, answers->count - 1)->values;
    bool has_bad = memchr(status, SMET_ROW_BAD_CODE, rows) != NULL;
    for (int i = 0; i < answers->count; i++) {
        struct child_array *child = child_of(array, i);
        enum smet_arrow_cells cells = answers->children[i].cells;
        if (cells == SMET__ARROW_VERDICTS)
            number_verdicts(child->values, rows);
        if (cells == SMET__ARROW_TRUTHS)
            pack_truths(child->values, rows);
        if (!has_bad || cells == SMET__ARROW_STATUS)
            continue;
        array->children[i]->null_count = mark_good(status, rows, child->bitmap);
        child->buffers[0] = child->bitmap;
    }
}
