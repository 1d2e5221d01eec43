/*
 * Columns as the caller has them, read as codes: one byte a cell.
 */
#ifndef SMET_COHORT_COLUMN_H
#define SMET_COHORT_COLUMN_H

#include "content/tables.h"

#include <sacralmet/columns.h>

enum {
    SMET__CODE_BAD = 254,     /* a cell whose value no field has */
    SMET__CODE_UNKNOWN = 255, /* a cell that holds the reserved value */
    SMET__COLUMNS_MAX = SMET__FIELD_COUNT
};

/* Whether answers can go into a struct of arrays; what every public call begins with. */
smet_status_t smet__columns_output_check(const void *output, size_t known,
                                         struct smet_error *error);

/* Whether columns can be read; at most one a field. */
smet_status_t smet__columns_check(const struct smet_column *const *columns, size_t count,
                                  size_t row_count, struct smet_error *error);

/* Whether the elements are bytes that can be taken as codes where they lie. */
bool smet__column_is_bytes(const struct smet_column *column);

/* The reserved value as a byte; false where no cell of bytes can hold it. */
bool smet__column_reserved(const struct smet_column *column, uint8_t *reserved);

/* Codes of `count` rows from `first` on, those that name sets among them; CODE_UNKNOWN where
 * the reserved value stands. */
void smet__column_codes(const struct smet_column *column, size_t first, size_t count,
                        uint8_t *codes);

/* 0xFF for each row of a column with a validity bitmap that is unknown, else 0. */
void smet__column_unknown(const struct smet_column *column, size_t first, size_t count,
                          uint8_t *unknown);

#endif
