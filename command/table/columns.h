/*
 * The columns of a table as the library takes them: those of the file, and behind
 * them those of presets, which say the same in every row.
 */
#ifndef SACRALMET_TOOLS_COLUMNS_H
#define SACRALMET_TOOLS_COLUMNS_H

#include "table/table.h"

struct columns {
    bool has_alternatives; /* a preset says several values: no row has codes alone */
    struct smet_column *all;
    const struct smet_column **pointers;
    size_t count, of_file;
    uint8_t *preset_codes;
    uint8_t *presets; /* each code, once a row */
    size_t rows;      /* so many */
};

/* The header has been read. */
void columns_begin(struct columns *columns, const struct table *table);
void columns_end(struct columns *columns);

/* Points the columns at the rows of a block. */
void columns_point(struct columns *columns, const struct rows *rows);

/* Ends the program where the library refuses columns, which no input makes it do. */
void columns_require(smet_status_t status);

#endif
