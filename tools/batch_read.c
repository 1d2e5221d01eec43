/*
 * From rows to records.
 */
#include "batch.h"

#include "suggest.h"

#include <stdlib.h>
#include <string.h>

/* --- the header ------------------------------------------------------------ */

static bool refuse_header(const struct batch *batch, const char *reason)
{
    tool_complain("%s: line %llu: %s", batch->name,
                  (unsigned long long)csv_line(batch->reader), reason);
    return false;
}

static bool refuse_column(const struct batch *batch, const char *name, const char *reason)
{
    struct text words = {0};
    text_add_format(&words, "%s: %s", name, reason);
    refuse_header(batch, text_words(&words));
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

static struct csv_slice preset_of(const struct batch *batch, smet_field_t field)
{
    for (size_t i = 0; i < batch->preset_count; i++)
        if (batch->presets[i].field == field)
            return (struct csv_slice){batch->presets[i].cell, strlen(batch->presets[i].cell)};
    return (struct csv_slice){"", 0};
}

static bool has_column(const struct batch *batch, smet_field_t field)
{
    for (size_t i = 0; i < batch->column_count; i++)
        if (batch->columns[i].field == field)
            return true;
    return false;
}

static void add_column(struct batch *batch, size_t index, smet_field_t field)
{
    struct batch_column *column = &batch->columns[batch->column_count++];
    memset(column, 0, sizeof *column);
    column->index = index;
    column->field = field;
    column->key = smet_term_key(SMET_VOCABULARY_FIELD, field);
    column->preset = preset_of(batch, field);
}

static bool is_added(const struct batch *batch, const char *name)
{
    for (size_t i = 0; i < batch->added_count; i++)
        if (strcmp(batch->added[i], name) == 0)
            return true;
    return false;
}

static void add_carried(struct text *carried, struct csv_slice name, const char *word)
{
    const char *field = suggest_field(word);
    text_join(carried, ", ", "");
    add_name(carried, name);
    if (field != NULL)
        text_add_format(carried, " (a slip for %s?)", field);
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

static bool read_column(struct batch *batch, size_t index, struct text *carried)
{
    char room[NAME_MAX_LENGTH + 1];
    struct csv_slice name = csv_text(batch->reader, index);
    struct csv_slice raw = csv_raw(batch->reader, index);
    if (raw.length > 0 && raw.at[0] != '"' && memchr(raw.at, '\r', raw.length) != NULL)
        return refuse_header(batch, "lines must end with LF or CRLF, not with CR");
    const char *word = word_of(name, room);
    smet_field_t field = smet_term_find(SMET_VOCABULARY_FIELD, word);
    if (is_added(batch, word))
        return refuse_column(batch, word, "the output has a column of this name");
    if (field >= 0 && has_column(batch, field))
        return refuse_column(batch, word, "the field stands twice in the header");
    if (field >= 0)
        add_column(batch, index, field);
    else
        add_carried(carried, name, word);
    return true;
}

static bool read_columns(struct batch *batch)
{
    struct text carried = {0};
    bool is_good = true;
    for (size_t i = 0; i < batch->cell_count && is_good; i++)
        is_good = read_column(batch, i, &carried);
    if (is_good && carried.length > 0)
        tool_complain("%s: carried through, as these columns are no fields: %s", batch->name,
                      text_words(&carried));
    text_free(&carried);
    return is_good;
}

/* Fields that the file has no column for keep their preset for good. */
static void enter_presets(struct batch *batch)
{
    for (size_t i = 0; i < batch->preset_count; i++) {
        smet_field_t field = batch->presets[i].field;
        if (!has_column(batch, field))
            smet_record_set_text(batch->record, smet_term_key(SMET_VOCABULARY_FIELD, field),
                                 batch->presets[i].cell, NULL);
    }
}

bool batch_read_header(struct batch *batch)
{
    enum csv_result result = csv_next(batch->reader);
    if (result == CSV_REFUSED) {
        tool_complain("%s: %s", batch->name, csv_error(batch->reader));
        return false;
    }
    if (result == CSV_END) {
        tool_complain("%s: the file is empty; a header of field keys is needed", batch->name);
        return false;
    }
    if (csv_row(batch->reader).length == 0)
        return refuse_header(batch, "the line is empty; a header of field keys is needed");
    if (csv_malformed(batch->reader) != 0)
        return refuse_header(batch, "text stands behind a closing quote");
    batch->cell_count = csv_count(batch->reader);
    batch->line_end = csv_row_ends_in_crlf(batch->reader) ? "\r\n" : "\n";
    batch->columns = tool_allocate(NULL, smet_term_count(SMET_VOCABULARY_FIELD) *
                                             sizeof *batch->columns);
    batch->record = smet_record_new();
    if (batch->record == NULL)
        tool_no_memory();
    if (!read_columns(batch))
        return false;
    enter_presets(batch);
    return true;
}

/* --- cells ----------------------------------------------------------------- */

static struct known_cell *slot_of(struct batch_column *column, struct csv_slice cell)
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
static void parse(struct batch_column *column, smet_record *record)
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
static void parse_and_remember(struct batch_column *column, smet_record *record,
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
static void enter_cell(struct batch_column *column, smet_record *record, struct csv_slice cell)
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
static void refuse_count(struct batch *batch)
{
    size_t count = csv_count(batch->reader);
    text_add_format(&batch->error, "row: %zu cell%s, but the header has %zu", count,
                    count == 1 ? "" : "s", batch->cell_count);
    for (size_t i = batch->cell_count; i < count; i++) {
        struct csv_slice cell = csv_text(batch->reader, i);
        text_add(&batch->error, i == batch->cell_count ? "; beyond it: \"" : ", \"");
        text_add_bytes(&batch->error, cell.at, cell.length);
        text_add(&batch->error, "\"");
    }
    text_add(&batch->error, ".");
}

static void enter_cells(struct batch *batch)
{
    for (size_t i = 0; i < batch->column_count; i++) {
        struct batch_column *column = &batch->columns[i];
        struct csv_slice cell = csv_text(batch->reader, column->index);
        enter_cell(column, batch->record, cell.length == 0 ? column->preset : cell);
        if (column->problem[0] != '\0')
            text_join(&batch->error, " ", column->problem);
    }
}

void batch_enter_row(struct batch *batch)
{
    size_t malformed = csv_malformed(batch->reader);
    text_clear(&batch->error);
    if (csv_count(batch->reader) != batch->cell_count)
        refuse_count(batch);
    else if (malformed != 0)
        text_add_format(&batch->error, "row: text stands behind the closing quote of cell %zu.",
                        malformed);
    else
        enter_cells(batch);
    batch->rows++;
    if (batch->error.length == 0)
        return;
    if (batch->bad_rows++ == 0) {
        batch->first_bad_line = csv_line(batch->reader);
        text_add(&batch->first_error, text_words(&batch->error));
    }
}
