#include "table/entry.h"

#include <string.h>

void entry_begin(struct entry *entry, char delimiter, size_t cell_count, struct cells *cells,
                 const size_t *index, size_t column_count, const smet_record *record)
{
    *entry = (struct entry){.row = {.delimiter = delimiter},
                            .cell_count = cell_count,
                            .cells = cells,
                            .index = index,
                            .column_count = column_count,
                            .record = smet_record_copy(record)};
    if (entry->record == NULL)
        tool_no_memory();
}

void entry_end(struct entry *entry)
{
    csv_free(&entry->row);
    text_free(&entry->cell);
    text_free(&entry->error);
    smet_record_free(entry->record);
}

/* What stands beyond the header is said here, as there is no column for it. */
static void refuse_count(struct entry *entry)
{
    size_t count = entry->row.count;
    text_add_format(&entry->error, "row: %zu cell%s, but the header has %zu", count,
                    count == 1 ? "" : "s", entry->cell_count);
    for (size_t i = entry->cell_count; i < count; i++) {
        struct csv_slice cell = csv_text(&entry->row, i);
        text_add(&entry->error, i == entry->cell_count ? "; beyond it: \"" : ", \"");
        text_add_bytes(&entry->error, cell.at, cell.length);
        text_add(&entry->error, "\"");
    }
    text_add(&entry->error, ".");
}

/* Parses a cell that says more than one value, or is bad. */
static void parse(struct entry *entry, const struct cells *cells, struct csv_slice cell)
{
    struct smet_error error = {.size = sizeof error};
    text_clear(&entry->cell);
    text_add_bytes(&entry->cell, cell.at, cell.length);
    if (strlen(text_words(&entry->cell)) != cell.length) {
        text_join(&entry->error, " ", cells->key);
        text_add(&entry->error, ": the cell holds a NUL.");
    } else if (smet_record_set_text(entry->record, cells->key, text_words(&entry->cell),
                                    &error) != SMET_OK) {
        text_join(&entry->error, " ", error.message);
    }
}

static void enter_cell(struct entry *entry, struct cells *cells, struct csv_slice cell)
{
    uint8_t code = cells_code(cells, cell.at, cell.length);
    smet_record_clear(entry->record, cells->field);
    if (code < CELL_VALUES)
        smet_record_set(entry->record, cells->field, code, NULL);
    else if (code == CELL_OTHER)
        parse(entry, cells, cell.length == 0 ? cells->preset : cell);
}

static void enter_cells(struct entry *entry)
{
    for (size_t i = 0; i < entry->column_count; i++)
        enter_cell(entry, &entry->cells[i], csv_text(&entry->row, entry->index[i]));
}

bool entry_take(struct entry *entry, const char *at, const char *end, enum csv_end at_end)
{
    text_clear(&entry->error);
    if (!csv_scan(&entry->row, at, end, at_end))
        text_add(&entry->error, entry->row.refusal);
    else if (entry->row.count != entry->cell_count)
        refuse_count(entry);
    else if (entry->row.malformed != 0)
        text_add_format(&entry->error, "row: text stands behind the closing quote of cell %zu.",
                        entry->row.malformed);
    else
        enter_cells(entry);
    return entry->error.length == 0;
}
