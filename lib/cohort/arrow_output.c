#include "cohort/arrow_output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The children, in order. */
enum { MINIMUM, MAXIMUM, BANDS, STATUS, CHILDREN };

/*
 * Each child is a block of its own, because a consumer may take a child out of
 * its parent and release the parent first.
 */

/* --- the type ---------------------------------------------------------- */

enum { NAME_SIZE = 64 };

struct parent_schema {
    struct ArrowSchema *list[CHILDREN];
    struct ArrowSchema children[CHILDREN];
};

static void release_child_schema(struct ArrowSchema *schema)
{
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

static bool make_child_schema(const char *key, int child, struct ArrowSchema *schema)
{
    static const char *const suffixes[] = {"_min", "_max", "_bands"};
    char *name = malloc(NAME_SIZE);
    if (name == NULL)
        return false;
    if (child == STATUS)
        snprintf(name, NAME_SIZE, "status");
    else
        snprintf(name, NAME_SIZE, "%s%s", key, suffixes[child]);
    *schema = (struct ArrowSchema){
        .format = "C",
        .name = name,
        .flags = child == STATUS ? 0 : ARROW_FLAG_NULLABLE,
        .release = release_child_schema,
        .private_data = name,
    };
    return true;
}

bool smet__arrow_answer_schema(smet_instrument_t instrument, struct ArrowSchema *schema)
{
    struct parent_schema *parent = calloc(1, sizeof *parent);
    if (parent == NULL)
        return false;
    *schema = (struct ArrowSchema){
        .format = "+s",
        .name = "",
        .n_children = CHILDREN,
        .children = parent->list,
        .release = release_parent_schema,
        .private_data = parent,
    };
    for (int i = 0; i < CHILDREN; i++)
        parent->list[i] = &parent->children[i];
    for (int i = 0; i < CHILDREN; i++)
        if (!make_child_schema(smet__instruments[instrument]->key, i, parent->list[i])) {
            release_parent_schema(schema);
            return false;
        }
    return true;
}

/* --- the cells --------------------------------------------------------- */

struct parent_array {
    const void *buffers[1]; /* no struct is null */
    struct ArrowArray *list[CHILDREN];
    struct ArrowArray children[CHILDREN];
};

/* Values of one child, and behind them room for its validity bitmap. */
struct child_array {
    const void *buffers[2];
    uint8_t *values;
    uint8_t *bitmap;
    uint64_t bytes[]; /* aligned as Arrow asks for */
};

static void release_child_array(struct ArrowArray *array)
{
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

static size_t words(size_t bytes)
{
    return (bytes + 7) / 8;
}

static bool make_child_array(size_t rows, struct ArrowArray *array)
{
    size_t bitmap_at = words(rows), size = bitmap_at + words(words(rows));
    struct child_array *child = malloc(sizeof *child + size * sizeof child->bytes[0]);
    if (child == NULL)
        return false;
    child->values = (uint8_t *)child->bytes;
    child->bitmap = (uint8_t *)(child->bytes + bitmap_at);
    child->buffers[0] = NULL;
    child->buffers[1] = child->values;
    *array = (struct ArrowArray){
        .length = (int64_t)rows,
        .n_buffers = 2,
        .buffers = child->buffers,
        .release = release_child_array,
        .private_data = child,
    };
    return true;
}

static uint8_t *values_of(const struct ArrowArray *array, int child)
{
    const struct child_array *block = array->children[child]->private_data;
    return block->values;
}

bool smet__arrow_answer_array(size_t rows, struct ArrowArray *array,
                              struct smet_score_arrays *arrays)
{
    struct parent_array *parent = calloc(1, sizeof *parent);
    if (parent == NULL)
        return false;
    *array = (struct ArrowArray){
        .length = (int64_t)rows,
        .n_buffers = 1,
        .n_children = CHILDREN,
        .buffers = parent->buffers,
        .children = parent->list,
        .release = release_parent_array,
        .private_data = parent,
    };
    for (int i = 0; i < CHILDREN; i++)
        parent->list[i] = &parent->children[i];
    for (int i = 0; i < CHILDREN; i++)
        if (!make_child_array(rows, parent->list[i])) {
            release_parent_array(array);
            return false;
        }
    *arrays = (struct smet_score_arrays){
        .size = sizeof *arrays,
        .minimum = values_of(array, MINIMUM),
        .maximum = values_of(array, MAXIMUM),
        .bands = values_of(array, BANDS),
        .status = values_of(array, STATUS),
    };
    return true;
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

void smet__arrow_answer_finish(struct ArrowArray *array)
{
    size_t rows = (size_t)array->length;
    const uint8_t *status = values_of(array, STATUS);
    if (memchr(status, SMET_ROW_BAD_CODE, rows) == NULL)
        return;
    for (int i = MINIMUM; i < STATUS; i++) {
        struct child_array *child = array->children[i]->private_data;
        array->children[i]->null_count = mark_good(status, rows, child->bitmap);
        child->buffers[0] = child->bitmap;
    }
}
