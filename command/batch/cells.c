/*
 * Cells of results.
 */
#include "batch/batch.h"

static bool needs_quotes(char delimiter, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == delimiter || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
            return true;
    return false;
}

void batch_add_quoted(struct text *out, const char *text, size_t length)
{
    text_add_byte(out, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            text_add_byte(out, '"');
        text_add_byte(out, text[i]);
    }
    text_add_byte(out, '"');
}

void batch_add_cell(struct text *out, char delimiter, const char *text, size_t length)
{
    if (needs_quotes(delimiter, text, length))
        batch_add_quoted(out, text, length);
    else
        text_add_bytes(out, text, length);
}

void batch_add_own_cell(struct text *out, struct text *cell, char delimiter)
{
    text_add_byte(out, delimiter);
    batch_add_cell(out, delimiter, text_words(cell), cell->length);
    text_clear(cell);
}

void batch_add_score(struct text *out, struct text *cell, char delimiter,
                     const struct batch_instrument *own, int32_t minimum, int32_t maximum,
                     uint64_t bands)
{
    text_add_byte(out, delimiter);
    text_add_number(out, minimum);
    text_add_byte(out, delimiter);
    text_add_number(out, maximum);
    for (int band = 0; bands >> band != 0; band++)
        if (bands >> band & 1)
            text_join(cell, "|", own->bands[band]);
    batch_add_own_cell(out, cell, delimiter);
}

void batch_add_disposition(struct text *out, struct text *cell, const struct batch *batch,
                           smet_verdict_t verdict, bool is_settled)
{
    text_add(cell, batch->verdicts[verdict]);
    if (!is_settled)
        text_add(cell, "?");
    batch_add_own_cell(out, cell, batch->table.delimiter);
}
