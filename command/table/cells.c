#include "table/cells.h"

#include "shared/text.h"

_Static_assert(CELLS_SLOTS == 1 << (64 - 55), "a slot's number is the top bits of a product");

/* Parses a cell, which may hold anything. */
static uint8_t parse(struct cells *cells, struct csv_slice cell)
{
    struct text words = {0};
    smet_value_t value = 0;
    text_add_bytes(&words, cell.at, cell.length);
    smet_record_clear(cells->record, cells->field);
    bool is_good = strlen(text_words(&words)) == cell.length &&
                   smet_record_set_text(cells->record, cells->key, text_words(&words), NULL) ==
                       SMET_OK;
    text_free(&words);
    if (!is_good)
        return CELL_OTHER;
    if (!smet_record_is_entered(cells->record, cells->field))
        return CELL_UNKNOWN;
    size_t count = smet_record_values(cells->record, cells->field, &value, 1);
    return count == 1 && value >= 0 && value < CELL_VALUES ? (uint8_t)value : CELL_OTHER;
}

void cells_begin(struct cells *cells, smet_field_t field, struct csv_slice preset)
{
    memset(cells, 0, sizeof *cells);
    cells->field = field;
    cells->key = smet_term_key(SMET_VOCABULARY_FIELD, field);
    cells->preset = preset;
    cells->record = smet_record_new();
    if (cells->record == NULL)
        tool_no_memory();
    cells->empty_code = preset.length == 0 ? CELL_UNKNOWN : parse(cells, preset);
}

void cells_end(struct cells *cells)
{
    smet_record_free(cells->record);
}

uint8_t cells_learn(struct cells *cells, const char *at, size_t length)
{
    uint8_t code = parse(cells, (struct csv_slice){at, length});
    if (cells->count == CELLS_MAX || length > CELL_LENGTH_MAX)
        return code;
    struct known_cell known = {.key = cell_key_of(at, length), .code = code};
    size_t slot = cell_slot_of(&known.key);
    while (cells->known[slot].key.length != 0)
        slot = (slot + 1) % CELLS_SLOTS;
    cells->known[slot] = known;
    cells->count++;
    return code;
}
