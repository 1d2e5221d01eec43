/*
 * From rows to records.
 */
#define _POSIX_C_SOURCE 200809L
#include "table.h"

#include "progress.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- the header ------------------------------------------------------------ */

static bool refuse_header(const struct table *table, const char *reason)
{
    tool_complain("%s: line %llu: %s", table->name,
                  (unsigned long long)csv_line(table->reader), reason);
    return false;
}

static bool refuse_column(const struct table *table, const char *name, const char *reason)
{
    struct text words = {0};
    text_add_format(&words, "%s: %s", name, reason);
    refuse_header(table, text_words(&words));
    text_free(&words);
    return false;
}

/* No field or result has a longer name. */
enum { NAME_MAX_LENGTH = 255 };

/* A name that may stand in a message: a terminal must not obey it. */
static void add_name(struct text *text, struct csv_slice name)
{
    if (name.length == 0)
        text_add(text, "\"\"");
    for (size_t i = 0; i < name.length; i++) {
        char letter = name.at[i];
        bool is_control = (unsigned char)letter < ' ' || letter == 0x7F;
        text_add_bytes(text, is_control ? "?" : &letter, 1);
    }
}

static struct csv_slice preset_of(const struct table *table, smet_field_t field)
{
    for (size_t i = 0; i < table->options->preset_count; i++) {
        const struct table_preset *preset = &table->options->presets[i];
        if (preset->field == field)
            return (struct csv_slice){preset->cell, strlen(preset->cell)};
    }
    return (struct csv_slice){"", 0};
}

static bool has_column(const struct table *table, smet_field_t field)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].field == field)
            return true;
    return false;
}

static void add_column(struct table *table, size_t index, smet_field_t field)
{
    struct table_column *column = &table->columns[table->column_count++];
    memset(column, 0, sizeof *column);
    column->index = index;
    column->field = field;
    column->key = smet_term_key(SMET_VOCABULARY_FIELD, field);
    column->preset = preset_of(table, field);
}

static bool is_taken(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->taken_count; i++)
        if (strcmp(table->taken[i], name) == 0)
            return true;
    return false;
}

static void add_others(struct text *others, struct csv_slice name, const char *word)
{
    const char *field = suggest_field(word);
    text_join(others, ", ", "");
    add_name(others, name);
    if (field != NULL)
        text_add_format(others, " (a slip for %s?)", field);
}

/* A column's name as a word; empty where it can be no field's or result's. */
static const char *word_of(struct csv_slice name, char *room)
{
    bool is_word = name.length <= NAME_MAX_LENGTH &&
                   (name.length == 0 || memchr(name.at, '\0', name.length) == NULL);
    size_t length = is_word ? name.length : 0;
    if (length > 0)
        memcpy(room, name.at, length);
    room[length] = '\0';
    return room;
}

static bool read_column(struct table *table, size_t index, struct text *others)
{
    char room[NAME_MAX_LENGTH + 1];
    struct csv_slice name = csv_text(table->reader, index);
    struct csv_slice raw = csv_raw(table->reader, index);
    if (raw.length > 0 && raw.at[0] != '"' && memchr(raw.at, '\r', raw.length) != NULL)
        return refuse_header(table, "lines must end with LF or CRLF, not with CR");
    const char *word = word_of(name, room);
    smet_field_t field = smet_term_find(SMET_VOCABULARY_FIELD, word);
    if (is_taken(table, word))
        return refuse_column(table, word, "the output has a column of this name");
    if (field >= 0 && has_column(table, field))
        return refuse_column(table, word, "the field stands twice in the header");
    if (field >= 0)
        add_column(table, index, field);
    else
        add_others(others, name, word);
    return true;
}

static bool read_columns(struct table *table)
{
    struct text others = {0};
    bool is_good = true;
    for (size_t i = 0; i < table->cell_count && is_good; i++)
        is_good = read_column(table, i, &others);
    if (is_good && others.length > 0)
        tool_complain("%s: %s, as these columns are no fields: %s", table->name, table->fate,
                      text_words(&others));
    text_free(&others);
    return is_good;
}

/* Fields that the file has no column for keep their preset for good. */
static void enter_presets(struct table *table)
{
    for (size_t i = 0; i < table->options->preset_count; i++) {
        const struct table_preset *preset = &table->options->presets[i];
        if (!has_column(table, preset->field))
            smet_record_set_text(table->record,
                                 smet_term_key(SMET_VOCABULARY_FIELD, preset->field),
                                 preset->cell, NULL);
    }
}

bool table_read_header(struct table *table)
{
    enum csv_result result = csv_next(table->reader);
    if (result == CSV_REFUSED) {
        tool_complain("%s: %s", table->name, csv_error(table->reader));
        return false;
    }
    if (result == CSV_END) {
        tool_complain("%s: the file is empty; a header of field keys is needed", table->name);
        return false;
    }
    if (csv_row(table->reader).length == 0)
        return refuse_header(table, "the line is empty; a header of field keys is needed");
    if (csv_malformed(table->reader) != 0)
        return refuse_header(table, "text stands behind a closing quote");
    table->cell_count = csv_count(table->reader);
    table->line_end = csv_row_ends_in_crlf(table->reader) ? "\r\n" : "\n";
    table->columns = tool_allocate(NULL, smet_term_count(SMET_VOCABULARY_FIELD) *
                                             sizeof *table->columns);
    table->record = smet_record_new();
    if (table->record == NULL)
        tool_no_memory();
    if (!read_columns(table))
        return false;
    enter_presets(table);
    return true;
}

/* --- cells ----------------------------------------------------------------- */

static struct known_cell *slot_of(struct table_column *column, struct csv_slice cell)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < cell.length; i++)
        hash = (hash ^ (unsigned char)cell.at[i]) * 16777619u;
    return &column->known[(hash ^ hash >> 15) % KNOWN_CELLS];
}

static bool is_known(const struct known_cell *known, struct csv_slice cell)
{
    return known->length == cell.length && memcmp(known->text, cell.at, cell.length) == 0;
}

/* Parses the column's current cell into the record. */
static void parse(struct table_column *column, smet_record *record)
{
    struct smet_error error = {.size = sizeof error};
    if (strlen(text_words(&column->current)) != column->current.length)
        snprintf(column->problem, sizeof column->problem, "%s: the cell holds a NUL.",
                 column->key);
    else if (smet_record_set_text(record, column->key, text_words(&column->current), &error) !=
             SMET_OK)
        memcpy(column->problem, error.message, sizeof column->problem);
}

/* Parses the current cell and remembers what came out, where that is one value. */
static void parse_and_remember(struct table_column *column, smet_record *record,
                               struct known_cell *slot)
{
    parse(column, record);
    smet_value_t value;
    if (column->problem[0] != '\0' || smet_record_values(record, column->field, &value, 1) != 1)
        return;
    slot->length = (uint8_t)column->current.length;
    memcpy(slot->text, column->current.at, column->current.length);
    slot->value = value;
}

/* Puts a cell in place of the one that the record holds. */
static void enter_cell(struct table_column *column, smet_record *record, struct csv_slice cell)
{
    if (cell.length == column->current.length &&
        (cell.length == 0 || memcmp(cell.at, column->current.at, cell.length) == 0))
        return;
    text_clear(&column->current);
    text_add_bytes(&column->current, cell.at, cell.length);
    column->problem[0] = '\0';
    smet_record_clear(record, column->field);
    if (cell.length == 0)
        return;
    struct known_cell *slot = cell.length > KNOWN_LENGTH ? NULL : slot_of(column, cell);
    if (slot == NULL)
        parse(column, record);
    else if (is_known(slot, cell))
        smet_record_set(record, column->field, slot->value, NULL);
    else
        parse_and_remember(column, record, slot);
}

/* --- rows ------------------------------------------------------------------ */

/* What stands beyond the header is said here, as there is no column for it. */
static void refuse_count(struct table *table)
{
    size_t count = csv_count(table->reader);
    text_add_format(&table->error, "row: %zu cell%s, but the header has %zu", count,
                    count == 1 ? "" : "s", table->cell_count);
    for (size_t i = table->cell_count; i < count; i++) {
        struct csv_slice cell = csv_text(table->reader, i);
        text_add(&table->error, i == table->cell_count ? "; beyond it: \"" : ", \"");
        text_add_bytes(&table->error, cell.at, cell.length);
        text_add(&table->error, "\"");
    }
    text_add(&table->error, ".");
}

static void enter_cells(struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        struct table_column *column = &table->columns[i];
        struct csv_slice cell = csv_text(table->reader, column->index);
        enter_cell(column, table->record, cell.length == 0 ? column->preset : cell);
        if (column->problem[0] != '\0')
            text_join(&table->error, " ", column->problem);
    }
}

static void enter_row(struct table *table)
{
    size_t malformed = csv_malformed(table->reader);
    text_clear(&table->error);
    if (csv_count(table->reader) != table->cell_count)
        refuse_count(table);
    else if (malformed != 0)
        text_add_format(&table->error, "row: text stands behind the closing quote of cell %zu.",
                        malformed);
    else
        enter_cells(table);
    table->rows++;
    if (table->error.length == 0)
        return;
    if (table->bad_rows++ == 0) {
        table->first_bad_line = csv_line(table->reader);
        text_add(&table->first_error, text_words(&table->error));
    }
}

/* --- the whole ------------------------------------------------------------- */

bool table_open(struct table *table, const char *operand)
{
    table->file = tool_open_input(operand);
    if (table->file < 0)
        return false;
    table->name = tool_input_name(operand);
    table->reader = csv_open(table->file, table->options->delimiter);
    return true;
}

bool table_run(struct table *table, bool is_quiet, table_row_taker *take, void *subject)
{
    struct progress progress;
    enum csv_result result;
    progress_begin(&progress, table->file, is_quiet);
    while ((result = csv_next(table->reader)) == CSV_ROW) {
        enter_row(table);
        if (!take(subject))
            break;
        progress_step(&progress, table->rows, csv_offset(table->reader));
    }
    progress_end(&progress);
    if (result == CSV_REFUSED)
        tool_complain("%s: %s", table->name, csv_error(table->reader));
    return result != CSV_REFUSED;
}

int table_report_bad_rows(const struct table *table, const char *where)
{
    if (table->bad_rows == 0)
        return TOOL_DONE;
    tool_complain("%s: %llu bad row%s of %llu, %s; the first, line %llu: %s", table->name,
                  (unsigned long long)table->bad_rows, table->bad_rows == 1 ? "" : "s",
                  (unsigned long long)table->rows, where,
                  (unsigned long long)table->first_bad_line, text_words(&table->first_error));
    return TOOL_REFUSED;
}

void table_close(struct table *table)
{
    if (table->file < 0)
        return;
    for (size_t i = 0; i < table->column_count; i++)
        text_free(&table->columns[i].current);
    free(table->columns);
    text_free(&table->error);
    text_free(&table->first_error);
    smet_record_free(table->record);
    csv_close(table->reader);
    if (table->file != STDIN_FILENO)
        close(table->file);
}
