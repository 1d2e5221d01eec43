#include "cohort/arrow_input.h"

#include "base/errors.h"
#include "core/record.h"
#include "core/sets.h"

#include <stdlib.h>
#include <string.h>

/* --- formats ----------------------------------------------------------- */

/* A column of the caller's, as messages call it. */
static const char *key_of(const struct smet_arrow_type *type)
{
    return smet__fields[type->field].key;
}

static bool is_integer(const char *format)
{
    return format[0] != '\0' && strchr("cCsSiIlL", format[0]) != NULL && format[1] == '\0';
}

static bool is_text(const char *format)
{
    return strcmp(format, "u") == 0 || strcmp(format, "U") == 0 || strcmp(format, "vu") == 0;
}

static smet_status_t refuse_format(const struct smet_arrow_type *type, const char *what,
                                   const char *format, struct smet_error *error)
{
    char room[SMET__QUOTE_SIZE];
    return smet__refuse(error, SMET_ERROR_WRONG_KIND, type->field,
                        "%s: %s has the format \"%s\", which cannot be read.", key_of(type), what,
                        smet__quote(room, format, strlen(format)));
}

static smet_status_t plan_dictionary(const struct ArrowSchema *schema,
                                     struct smet_arrow_type *type, struct smet_error *error)
{
    const struct ArrowSchema *entries = schema->dictionary;
    if (!is_integer(schema->format))
        return refuse_format(type, "the dictionary's index", schema->format, error);
    if (entries->format == NULL || entries->dictionary != NULL || !is_text(entries->format))
        return refuse_format(type, "the dictionary",
                             entries->format == NULL ? "" : entries->format, error);
    type->form = SMET__ARROW_ENTRIES;
    type->entry = entries->format[0];
    return SMET_OK;
}

static smet_status_t plan_column(const struct ArrowSchema *schema, struct smet_arrow_type *type,
                                 struct smet_error *error)
{
    const char *format = schema->format;
    if (format == NULL)
        return refuse_format(type, "the column", "", error);
    type->letter = format[0];
    if (schema->dictionary != NULL)
        return plan_dictionary(schema, type, error);
    if (is_integer(format))
        type->form = SMET__ARROW_INTEGERS;
    else if (is_text(format))
        type->form = SMET__ARROW_TEXT;
    else if (strcmp(format, "n") == 0)
        type->form = SMET__ARROW_NOTHING;
    else if (strcmp(format, "b") != 0)
        return refuse_format(type, "the column", format, error);
    else if (smet__fields[type->field].kind != SMET_KIND_YES_NO)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, type->field,
                            "%s: the column is of booleans, but the field is not a yes/no one.",
                            key_of(type));
    else
        type->form = SMET__ARROW_BITS;
    return SMET_OK;
}

static smet_status_t check_schema(const struct ArrowSchema *schema, struct smet_error *error)
{
    char room[SMET__QUOTE_SIZE];
    if (schema == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The schema is NULL.");
    if (schema->release == NULL || schema->format == NULL)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                            "The schema was released, or has no format.");
    if (strcmp(schema->format, "+s") != 0 || schema->dictionary != NULL)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                            "The schema has the format \"%s\"; a struct, \"+s\", is needed.",
                            smet__quote(room, schema->format, strlen(schema->format)));
    if (schema->n_children < 0)
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_INVALID,
                            "The schema has less than no children.");
    if (schema->n_children > 0 && schema->children == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The schema's children are NULL.");
    return SMET_OK;
}

smet_status_t smet__arrow_plan(const struct ArrowSchema *schema, struct smet_arrow_plan *plan,
                               struct smet_error *error)
{
    struct smet_fields seen = {{0}};
    smet_status_t status = check_schema(schema, error);
    if (status != SMET_OK)
        return status;
    plan->count = 0;
    plan->child_count = schema->n_children;
    for (int64_t i = 0; i < schema->n_children; i++) {
        const struct ArrowSchema *child = schema->children[i];
        if (child == NULL)
            return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                                "A child of the schema is NULL.");
        if (child->name == NULL)
            continue;
        smet_field_t field = smet__field_find(child->name, strlen(child->name));
        if (field == SMET_FIELD_INVALID)
            continue;
        if (smet__fields_has(seen, field))
            return smet__refuse(error, SMET_ERROR_DUPLICATE, field,
                                "%s: the field has two columns.", child->name);
        smet__fields_add(&seen, field);
        struct smet_arrow_type *type = &plan->types[plan->count++];
        *type = (struct smet_arrow_type){.field = field, .child = i};
        status = plan_column(child, type, error);
        if (status != SMET_OK)
            return status;
    }
    return SMET_OK;
}

/* --- arrays ------------------------------------------------------------ */

/* Whether rows begin and end where bytes and bits can still be counted. */
static bool has_bounds(const struct ArrowArray *array)
{
    /* Views have 16 bytes; three offsets add up; answers must fit into memory. */
    const uint64_t greatest = (SIZE_MAX < INT64_MAX ? SIZE_MAX : INT64_MAX) / 64;
    return array->length >= 0 && array->offset >= 0 && (uint64_t)array->length <= greatest &&
           (uint64_t)array->offset <= greatest;
}

/* How many buffers there must be before the last ones of views. */
static int64_t buffers_needed(enum smet_arrow_form form)
{
    return form == SMET__ARROW_NOTHING ? 0 : form == SMET__ARROW_TEXT ? 3 : 2;
}

/*
 * Whether the buffers are there. An array without rows needs none, and text of no
 * length needs no bytes.
 */
static smet_status_t check_buffers(const struct smet_arrow_type *type, enum smet_arrow_form form,
                                   const struct ArrowArray *array, struct smet_error *error)
{
    int64_t needed = buffers_needed(form);
    if (array->n_buffers < needed)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, type->field,
                            "%s: the array has too few buffers for its format.", key_of(type));
    if (array->length == 0 || needed == 0)
        return SMET_OK;
    if (array->buffers == NULL || array->buffers[1] == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, type->field,
                            "%s: a buffer of the array is NULL.", key_of(type));
    if (array->buffers[0] == NULL && array->null_count > 0)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, type->field,
                            "%s: the array has nulls, but its validity buffer is NULL.",
                            key_of(type));
    return SMET_OK;
}

static const uint8_t *validity_of(const struct ArrowArray *array)
{
    return array->n_buffers > 0 && array->buffers != NULL ? array->buffers[0] : NULL;
}

static bool has_bit(const uint8_t *bits, uint64_t at)
{
    return (bits[at / 8] >> (at % 8) & 1) != 0;
}

/* --- text -------------------------------------------------------------- */

/* A view of text: its length, and its bytes or where they are. */
struct view {
    int32_t length;
    union {
        char bytes[12];
        struct {
            char prefix[4];
            int32_t buffer, offset;
        } far;
    } of;
};

_Static_assert(sizeof(struct view) == 16, "a view has 16 bytes");

/* The code of a key. A zero byte ends no key, so text that has one is none. */
static uint8_t code_of_key(smet_field_t field, const char *key, int64_t length)
{
    if (length <= 0 || memchr(key, '\0', (size_t)length) != NULL)
        return SMET__CODE_BAD;
    smet_value_t value = smet__value_find(field, key, (size_t)length);
    return value < 0 ? SMET__CODE_BAD : (uint8_t)value;
}

static uint8_t code_of_view(smet_field_t field, const struct ArrowArray *array, uint64_t at)
{
    struct view view;
    memcpy(&view, (const char *)array->buffers[1] + at * sizeof view, sizeof view);
    if (view.length <= (int32_t)sizeof view.of.bytes)
        return code_of_key(field, view.of.bytes, view.length);
    /* Behind the buffers of bytes stands one with their sizes. */
    if (view.of.far.buffer < 0 || view.of.far.buffer >= array->n_buffers - 3 ||
        view.of.far.offset < 0)
        return SMET__CODE_BAD;
    const char *bytes = array->buffers[2 + view.of.far.buffer];
    return bytes == NULL ? SMET__CODE_BAD
                         : code_of_key(field, bytes + view.of.far.offset, view.length);
}

/* Buffers need not be aligned, so numbers are copied out. */
static uint8_t code_of_text(smet_field_t field, char letter, const struct ArrowArray *array,
                            uint64_t at)
{
    int64_t begin, end;
    const char *offsets = array->buffers[1], *bytes = array->buffers[2];
    if (letter == 'v')
        return code_of_view(field, array, at);
    if (letter == 'u') {
        int32_t both[2];
        memcpy(both, offsets + at * sizeof both[0], sizeof both);
        begin = both[0];
        end = both[1];
    } else {
        int64_t both[2];
        memcpy(both, offsets + at * sizeof both[0], sizeof both);
        begin = both[0];
        end = both[1];
    }
    if (bytes == NULL || begin < 0 || end < begin)
        return SMET__CODE_BAD;
    return code_of_key(field, bytes + begin, end - begin);
}

/* --- binding ----------------------------------------------------------- */

/* Looks up every entry of a dictionary once. */
static smet_status_t bind_dictionary(struct smet_arrow_column *column, struct smet_error *error)
{
    const struct smet_arrow_type *type = &column->type;
    const struct ArrowArray *entries = column->array->dictionary;
    if (entries == NULL)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, type->field,
                            "%s: the array has no dictionary, but its schema has.", key_of(type));
    if (!has_bounds(entries))
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, type->field,
                            "%s: the dictionary has no possible length and offset.", key_of(type));
    smet_status_t status = check_buffers(type, SMET__ARROW_TEXT, entries, error);
    if (status != SMET_OK || entries->length == 0)
        return status;
    column->entry_count = (uint64_t)entries->length;
    column->entries = malloc((size_t)column->entry_count);
    if (column->entries == NULL)
        return smet__refuse(error, SMET_ERROR_NO_MEMORY, type->field,
                            "%s: the system gave no memory.", key_of(type));
    const uint8_t *validity = validity_of(entries);
    for (uint64_t i = 0; i < column->entry_count; i++) {
        uint64_t at = (uint64_t)entries->offset + i;
        column->entries[i] = validity != NULL && !has_bit(validity, at)
                                 ? SMET__CODE_UNKNOWN
                                 : code_of_text(type->field, type->entry, entries, at);
    }
    return SMET_OK;
}

static smet_status_t bind_column(const struct ArrowArray *parent, struct smet_arrow_column *column,
                                 struct smet_error *error)
{
    const struct smet_arrow_type *type = &column->type;
    const struct ArrowArray *array = parent->children[type->child];
    if (array == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, type->field,
                            "%s: the array is NULL.", key_of(type));
    if (!has_bounds(array) || array->length < parent->offset + parent->length)
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, type->field,
                            "%s: the array has no possible length and offset, or is too short.",
                            key_of(type));
    if (parent->length > 0) {
        smet_status_t status = check_buffers(type, type->form, array, error);
        if (status != SMET_OK)
            return status;
    }
    column->array = array;
    column->start = (uint64_t)parent->offset + (uint64_t)array->offset;
    if (type->form != SMET__ARROW_NOTHING)
        column->validity = validity_of(array);
    return type->form == SMET__ARROW_ENTRIES && parent->length > 0
               ? bind_dictionary(column, error)
               : SMET_OK;
}

static smet_status_t check_array(const struct smet_arrow_plan *plan, const struct ArrowArray *array,
                                 struct smet_error *error)
{
    if (array == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The array is NULL.");
    if (array->release == NULL || array->n_children != plan->child_count)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                            "The array was released, or has other children than its schema.");
    if (array->n_children > 0 && array->children == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The array's children are NULL.");
    if (!has_bounds(array))
        return smet__refuse(error, SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_INVALID,
                            "The array has no possible length and offset.");
    if (array->null_count > 0 && array->length > 0 && validity_of(array) == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The array has nulls, but its validity buffer is NULL.");
    return SMET_OK;
}

smet_status_t smet__arrow_bind(const struct smet_arrow_plan *plan, const struct ArrowArray *array,
                               struct smet_arrow_input *input, struct smet_error *error)
{
    input->count = 0;
    smet_status_t status = check_array(plan, array, error);
    if (status != SMET_OK)
        return status;
    input->rows = (size_t)array->length;
    input->start = (uint64_t)array->offset;
    input->validity = validity_of(array);
    for (size_t c = 0; c < plan->count; c++) {
        struct smet_arrow_column *column = &input->columns[input->count++];
        *column = (struct smet_arrow_column){.type = plan->types[c]};
        status = bind_column(array, column, error);
        if (status != SMET_OK) {
            smet__arrow_unbind(input);
            return status;
        }
    }
    return SMET_OK;
}

void smet__arrow_unbind(struct smet_arrow_input *input)
{
    for (size_t c = 0; c < input->count; c++)
        free(input->columns[c].entries);
    input->count = 0;
}

/* --- cells ------------------------------------------------------------- */

static smet_element_t element_of(char letter, size_t *size)
{
    switch (letter) {
    case 'c':
    case 'C':
        *size = 1;
        return letter == 'c' ? SMET_ELEMENT_INT8 : SMET_ELEMENT_UINT8;
    case 's':
    case 'S':
        *size = 2;
        return letter == 's' ? SMET_ELEMENT_INT16 : SMET_ELEMENT_UINT16;
    case 'i':
    case 'I':
        *size = 4;
        return letter == 'i' ? SMET_ELEMENT_INT32 : SMET_ELEMENT_UINT32;
    default:
        return SMET_ELEMENT_INVALID;
    }
}

bool smet__arrow_in_place(const struct smet_arrow_input *input, size_t c, size_t first,
                          struct smet_column *in_place)
{
    const struct smet_arrow_column *column = &input->columns[c];
    size_t size = 0;
    if (column->type.form != SMET__ARROW_INTEGERS || input->validity != NULL || input->rows == 0)
        return false;
    smet_element_t element = element_of(column->type.letter, &size);
    const char *values = column->array->buffers[1];
    if (element == SMET_ELEMENT_INVALID || (uintptr_t)values % size != 0)
        return false;
    *in_place = (struct smet_column){
        .size = sizeof *in_place,
        .field = column->type.field,
        .element = element,
        .values = values + (column->start + first) * size,
        .validity = column->validity,
        .validity_offset = column->start + first,
    };
    return true;
}

/* One loop for each type. Unsigned numbers too great for an int64_t come out negative. */
#define READ(type)                                                                   \
    do {                                                                             \
        for (size_t i = 0; i < count; i++) {                                         \
            type value;                                                              \
            memcpy(&value, values + (first + i) * sizeof value, sizeof value);       \
            integers[i] = (int64_t)value;                                            \
        }                                                                            \
    } while (0)

static void read_integers(char letter, const char *values, uint64_t first, size_t count,
                          int64_t *integers)
{
    switch (letter) {
    case 'c':
        READ(int8_t);
        break;
    case 'C':
        READ(uint8_t);
        break;
    case 's':
        READ(int16_t);
        break;
    case 'S':
        READ(uint16_t);
        break;
    case 'i':
        READ(int32_t);
        break;
    case 'I':
        READ(uint32_t);
        break;
    case 'l':
        READ(int64_t);
        break;
    default:
        READ(uint64_t);
        break;
    }
}

static void integer_codes(const struct smet_arrow_column *column, uint64_t first, size_t count,
                          uint8_t *codes)
{
    int64_t integers[SMET__ARROW_BLOCK];
    read_integers(column->type.letter, column->array->buffers[1], first, count, integers);
    if (column->type.form == SMET__ARROW_INTEGERS) {
        for (size_t i = 0; i < count; i++)
            codes[i] = integers[i] >= 0 && integers[i] < SMET__VALUE_LIMIT ? (uint8_t)integers[i]
                                                                           : SMET__CODE_BAD;
        return;
    }
    for (size_t i = 0; i < count; i++)
        codes[i] = integers[i] >= 0 && (uint64_t)integers[i] < column->entry_count
                       ? column->entries[integers[i]]
                       : SMET__CODE_BAD;
}

/* 0xFF for each bit that is 0, else 0. */
static void read_zeros(const uint8_t *bits, uint64_t first, size_t count, uint8_t *zeros)
{
    const struct smet_column column = {.validity = bits, .validity_offset = first};
    smet__column_unknown(&column, 0, count, zeros);
}

static void bit_codes(const struct smet_arrow_column *column, uint64_t first, size_t count,
                      uint8_t *codes)
{
    read_zeros(column->array->buffers[1], first, count, codes);
    for (size_t i = 0; i < count; i++)
        codes[i] = codes[i] == 0 ? SMET_YES : SMET_NO;
}

/* Text behind a null is not looked at: its offsets need not mean anything. */
static void text_codes(const struct smet_arrow_column *column, uint64_t first, size_t count,
                       uint8_t *codes)
{
    for (size_t i = 0; i < count; i++)
        codes[i] = column->validity != NULL && !has_bit(column->validity, first + i)
                       ? SMET__CODE_UNKNOWN
                       : code_of_text(column->type.field, column->type.letter, column->array,
                                      first + i);
}

static void mask_codes(const uint8_t *validity, uint64_t first, size_t count, uint8_t *codes)
{
    uint8_t unknown[SMET__ARROW_BLOCK];
    if (validity == NULL)
        return;
    read_zeros(validity, first, count, unknown);
    for (size_t i = 0; i < count; i++)
        codes[i] = unknown[i] != 0 ? SMET__CODE_UNKNOWN : codes[i];
}

void smet__arrow_codes(const struct smet_arrow_input *input, size_t c, size_t first, size_t count,
                       uint8_t *codes)
{
    const struct smet_arrow_column *column = &input->columns[c];
    uint64_t at = column->start + first;
    switch (column->type.form) {
    case SMET__ARROW_NOTHING:
        memset(codes, SMET__CODE_UNKNOWN, count);
        break;
    case SMET__ARROW_INTEGERS:
    case SMET__ARROW_ENTRIES:
        integer_codes(column, at, count, codes);
        break;
    case SMET__ARROW_BITS:
        bit_codes(column, at, count, codes);
        break;
    default: /* text */
        text_codes(column, at, count, codes);
        break;
    }
    mask_codes(column->validity, at, count, codes);
    mask_codes(input->validity, input->start + first, count, codes);
}
