/*
 * Struct arrays of Arrow, read as columns of codes.
 */
#ifndef SMET_COHORT_ARROW_INPUT_H
#define SMET_COHORT_ARROW_INPUT_H

#include "cohort/column.h"

#include <sacralmet/arrow.h>

/* Rows that are converted at a time: few enough for the stack of a small thread. */
enum { SMET__ARROW_BLOCK = 512 };

/* How the cells of a column are to be read. */
enum smet_arrow_form {
    SMET__ARROW_NOTHING,  /* every cell is unknown */
    SMET__ARROW_INTEGERS, /* values */
    SMET__ARROW_BITS,     /* yes or no */
    SMET__ARROW_TEXT,     /* keys */
    SMET__ARROW_ENTRIES   /* indices into a dictionary of keys */
};

/* What a schema says of one column. */
struct smet_arrow_type {
    smet_field_t field;
    int64_t child;
    enum smet_arrow_form form;
    char letter; /* the format's first, of the integers, indices or text */
    char entry;  /* that of the dictionary's text */
};

/* What a schema says of all columns that are fields. */
struct smet_arrow_plan {
    int64_t child_count;
    size_t count;
    struct smet_arrow_type types[SMET__COLUMNS_MAX];
};

/* One column of one array. */
struct smet_arrow_column {
    struct smet_arrow_type type;
    const struct ArrowArray *array;
    uint64_t start;          /* where the first row stands in the buffers */
    const uint8_t *validity; /* NULL: no cell is null */
    uint8_t *entries;        /* the code of each entry of the dictionary */
    uint64_t entry_count;
};

/* One array. */
struct smet_arrow_input {
    size_t rows;
    uint64_t start;
    const uint8_t *validity; /* of the structs; NULL: none is null */
    size_t count;
    struct smet_arrow_column columns[SMET__COLUMNS_MAX];
};

smet_status_t smet__arrow_plan(const struct ArrowSchema *schema, struct smet_arrow_plan *plan,
                               struct smet_error *error);

/* Borrows an array; what was made on the way is freed by smet__arrow_unbind(). */
smet_status_t smet__arrow_bind(const struct smet_arrow_plan *plan, const struct ArrowArray *array,
                               struct smet_arrow_input *input, struct smet_error *error);

void smet__arrow_unbind(struct smet_arrow_input *input);

/* Makes a column that reads the cells where they lie; false where that cannot be. */
bool smet__arrow_in_place(const struct smet_arrow_input *input, size_t column, size_t first,
                          struct smet_column *in_place);

/* Converts a block of rows: a code, CODE_BAD or CODE_UNKNOWN for each cell. */
void smet__arrow_codes(const struct smet_arrow_input *input, size_t column, size_t first,
                       size_t count, uint8_t *codes);

#endif
