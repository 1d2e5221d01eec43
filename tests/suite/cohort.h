/*
 * What the tests of columns share: tables of codes, the record of a row, and the
 * same tables as columns of every type.
 */
#ifndef COHORT_H
#define COHORT_H

#include "suite.h"

#include <sacralmet/columns.h>

enum { COHORT_UNKNOWN = 200 }; /* no field has this value */

/* A table of bytes, COHORT_UNKNOWN where a cell is unknown. */
struct cohort {
    size_t rows, columns;
    smet_field_t fields[SUITE_FIELDS];
    uint8_t *cells[SUITE_FIELDS];
};

void cohort_free(struct cohort *table);

/* A new record with the known cells of a row; NULL where a cell holds a bad code. */
smet_record *cohort_record(const struct cohort *table, size_t row);

/* The cells that a column of a table of combinations goes through. */
struct cohort_axis {
    smet_field_t field;
    int count;
    int values[SUITE_VALUES];
};

/* Every value of a field, or the listed ones, and unknown. */
struct cohort_axis cohort_axis(smet_field_t field, const char *listed);

/* The table of every combination. */
struct cohort cohort_product(const struct cohort_axis *axes, size_t count);

/* Columns of bytes over a table. */
void cohort_bytes(const struct cohort *table, struct smet_column *columns);

/*
 * The table's columns in random types, with reserved values or bitmaps at random
 * offsets. `blocks` gets what the columns' cells lie in.
 */
void cohort_columns(suite_random *random, const struct cohort *table, struct smet_column *columns,
                    char **blocks);
void cohort_free_columns(struct smet_column *columns, char **blocks, size_t count);

/* Bytes of an element. */
size_t cohort_element_size(smet_element_t element);

#endif
