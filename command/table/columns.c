#include "table/columns.h"

#include <stdlib.h>
#include <string.h>

static void add_column(struct columns *columns, smet_field_t field)
{
    columns->all[columns->count] = (struct smet_column){.size = sizeof(struct smet_column),
                                                        .field = field,
                                                        .element = SMET_ELEMENT_UINT8,
                                                        .has_unknown = 1,
                                                        .unknown = CELL_UNKNOWN};
    columns->pointers[columns->count] = &columns->all[columns->count];
    columns->count++;
}

/* A field that the file has no column for, where a preset says one value of it. */
static void add_preset(struct columns *columns, const smet_record *record, smet_field_t field)
{
    smet_value_t value = 0;
    if (!smet_record_is_entered(record, field))
        return;
    size_t count = smet_record_values(record, field, &value, 1);
    if (count != 1 || value < 0 || value >= CELL_VALUES)
        columns->has_alternatives = true;
    columns->preset_codes[columns->count - columns->of_file] = (uint8_t)value;
    add_column(columns, field);
}

void columns_begin(struct columns *columns, const struct table *table)
{
    size_t most = smet_term_count(SMET_VOCABULARY_FIELD);
    *columns = (struct columns){.of_file = table->column_count};
    columns->all = tool_allocate(NULL, most * sizeof *columns->all);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression) an array of pointers is meant */
    columns->pointers = tool_allocate(NULL, most * sizeof *columns->pointers);
    columns->preset_codes = tool_allocate(NULL, most);
    for (size_t i = 0; i < table->column_count; i++)
        add_column(columns, table->columns[i].field);
    for (size_t i = 0; i < most; i++)
        add_preset(columns, table->record, smet_term_at(SMET_VOCABULARY_FIELD, i));
}

void columns_end(struct columns *columns)
{
    free(columns->all);
    free(columns->pointers);
    free(columns->preset_codes);
    free(columns->presets);
}

static void fill_presets(struct columns *columns, size_t rows)
{
    size_t count = columns->count - columns->of_file;
    if (rows <= columns->rows)
        return;
    columns->rows = rows;
    columns->presets = tool_allocate(columns->presets, count * rows);
    for (size_t i = 0; i < count; i++) {
        uint8_t *codes = columns->presets + i * rows;
        memset(codes, columns->preset_codes[i], rows);
        columns->all[columns->of_file + i].values = codes;
    }
}

void columns_point(struct columns *columns, const struct rows *rows)
{
    fill_presets(columns, rows->stride);
    for (size_t i = 0; i < columns->of_file; i++)
        columns->all[i].values = rows->codes + i * rows->stride;
}

void columns_require(smet_status_t status)
{
    if (status == SMET_OK)
        return;
    tool_complain("columns: %s", smet_status_text(status));
    exit(TOOL_REFUSED);
}
