/*
 * From records to results.
 */
#include "batch.h"

#include <stdlib.h>
#include <string.h>

/* --- names ----------------------------------------------------------------- */

static void add_name(struct batch *batch, const char *key, const char *suffix)
{
    size_t length = strlen(key) + strlen(suffix) + 1;
    char *name = tool_allocate(NULL, length);
    strcat(strcpy(name, key), suffix);
    batch->added[batch->added_count++] = name;
}

static void prepare_instrument(struct batch *batch, smet_instrument_t instrument)
{
    struct batch_instrument *own = &batch->instruments[batch->instrument_count++];
    struct smet_instrument_info info = {.size = sizeof info};
    own->instrument = instrument;
    smet_instrument_describe(own->instrument, &info);
    own->bands = tool_allocate(NULL, info.band_count * sizeof *own->bands);
    for (uint32_t i = 0; i < info.band_count; i++) {
        struct smet_band_info band = {.size = sizeof band};
        smet_band_describe(own->instrument, (smet_band_t)i, &band);
        own->bands[i] = band.key;
    }
    add_name(batch, info.key, "_min");
    add_name(batch, info.key, "_max");
    add_name(batch, info.key, "_bands");
}

/* Verdicts by number, so that no row has to look for them. */
static void prepare_verdicts(struct batch *batch)
{
    int32_t greatest = 0;
    size_t count = smet_term_count(SMET_VOCABULARY_VERDICT);
    for (size_t i = 0; i < count; i++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        greatest = verdict > greatest ? verdict : greatest;
    }
    batch->verdicts = tool_allocate(NULL, ((size_t)greatest + 1) * sizeof *batch->verdicts);
    for (int32_t verdict = 0; verdict <= greatest; verdict++)
        batch->verdicts[verdict] = smet_term_key(SMET_VOCABULARY_VERDICT, verdict);
}

void batch_prepare(struct batch *batch)
{
    size_t interventions = smet_term_count(SMET_VOCABULARY_INTERVENTION);
    size_t instruments = smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    batch->instruments = tool_allocate(NULL, instruments * sizeof *batch->instruments);
    batch->added =
        tool_allocate(NULL, (3 * instruments + interventions + 2) * sizeof *batch->added);
    for (size_t i = 0; i < instruments; i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        if (batch->wanted == 0 || (batch->wanted >> instrument & 1) != 0)
            prepare_instrument(batch, instrument);
    }
    for (size_t i = 0; i < interventions && batch->has_dispositions; i++)
        add_name(batch,
                 smet_term_key(SMET_VOCABULARY_INTERVENTION,
                               smet_term_at(SMET_VOCABULARY_INTERVENTION, i)),
                 "");
    add_name(batch, "inconsistencies", "");
    batch->result_count = batch->added_count;
    add_name(batch, "error", "");
    batch->table.taken = batch->added;
    batch->table.taken_count = batch->added_count;
    prepare_verdicts(batch);
}

/* --- cells ----------------------------------------------------------------- */

static bool needs_quotes(char delimiter, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == delimiter || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
            return true;
    return false;
}

static void put_quoted(struct output *output, const char *text, size_t length)
{
    output_put_byte(output, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            output_put_byte(output, '"');
        output_put_byte(output, text[i]);
    }
    output_put_byte(output, '"');
}

static void put_text(struct output *output, char delimiter, const char *text, size_t length)
{
    if (needs_quotes(delimiter, text, length))
        put_quoted(output, text, length);
    else
        output_put(output, text, length);
}

static char delimiter_of(const struct batch *batch)
{
    return batch->table.options->delimiter;
}

static void put_delimiter(struct batch *batch)
{
    output_put_byte(batch->output, delimiter_of(batch));
}

static void put_cell(struct batch *batch, const char *text, size_t length)
{
    put_delimiter(batch);
    put_text(batch->output, delimiter_of(batch), text, length);
}

/* The cell that was put together. */
static void put_own_cell(struct batch *batch)
{
    put_cell(batch, text_words(&batch->cell), batch->cell.length);
    text_clear(&batch->cell);
}

/* --- what the file has ----------------------------------------------------- */

/* A cell of a bad row. One with text behind its closing quote comes out in quotes
 * of its own: the output is well formed, whatever the input was. */
static void put_carried_cell(struct output *output, const struct table *table, size_t index)
{
    struct csv_slice raw = csv_raw(table->reader, index);
    if (csv_is_malformed(table->reader, index))
        put_quoted(output, raw.at, raw.length);
    else
        output_put(output, raw.at, raw.length);
}

static void put_carried(struct output *output, const struct table *table)
{
    size_t count = csv_count(table->reader);
    if (count == table->cell_count && csv_malformed(table->reader) == 0) {
        struct csv_slice row = csv_row(table->reader);
        output_put(output, row.at, row.length);
        return;
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        if (i > 0)
            output_put_byte(output, table->options->delimiter);
        if (i < count)
            put_carried_cell(output, table, i);
    }
}

/* A row of the gathered errors: its line, what was bad, and the cells as they are.
 * In the header the first two are names. */
static void put_error_row(const struct batch *batch, const char *line, const char *error,
                          size_t length)
{
    const struct table *table = &batch->table;
    output_put_words(batch->errors, line);
    output_put_byte(batch->errors, delimiter_of(batch));
    put_text(batch->errors, delimiter_of(batch), error, length);
    output_put_byte(batch->errors, delimiter_of(batch));
    put_carried(batch->errors, table);
    output_put_words(batch->errors, table->line_end);
}

void batch_write_header(struct batch *batch)
{
    put_carried(batch->output, &batch->table);
    for (size_t i = 0; i < batch->added_count; i++)
        put_cell(batch, batch->added[i], strlen(batch->added[i]));
    output_put_words(batch->output, batch->table.line_end);
    if (batch->errors != NULL)
        put_error_row(batch, "line", "error", strlen("error"));
}

/* --- results --------------------------------------------------------------- */

static void put_score(struct batch *batch, const struct batch_instrument *own,
                      const smet_assessment *assessment)
{
    struct smet_score score = {.size = sizeof score};
    smet_assessment_score(assessment, own->instrument, &score);
    put_delimiter(batch);
    output_put_number(batch->output, score.minimum);
    put_delimiter(batch);
    output_put_number(batch->output, score.maximum);
    for (int band = 0; score.bands >> band != 0; band++)
        if (score.bands >> band & 1)
            text_join(&batch->cell, "|", own->bands[band]);
    put_own_cell(batch);
}

static void put_dispositions(struct batch *batch, const smet_assessment *assessment)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        struct smet_disposition disposition = {.size = sizeof disposition};
        smet_assessment_disposition(assessment, smet_term_at(SMET_VOCABULARY_INTERVENTION, i),
                                    &disposition);
        text_add(&batch->cell, batch->verdicts[disposition.disposition]);
        if (!disposition.is_settled)
            text_add(&batch->cell, "?");
        put_own_cell(batch);
    }
}

static void add_group(struct batch *batch, const smet_assessment *assessment, size_t index)
{
    smet_field_t fields[64];
    size_t count = smet_assessment_inconsistency_fields(assessment, index, fields, 64);
    for (size_t i = 0; i < count && i < 64; i++) {
        if (batch->cell.length > 0)
            text_add(&batch->cell, i == 0 ? "|" : "+");
        text_add(&batch->cell, smet_term_key(SMET_VOCABULARY_FIELD, fields[i]));
    }
}

static void put_results(struct batch *batch)
{
    smet_assessment *assessment = smet_assess(batch->table.record, NULL);
    if (assessment == NULL)
        tool_no_memory();
    for (size_t i = 0; i < batch->instrument_count; i++)
        put_score(batch, &batch->instruments[i], assessment);
    if (batch->has_dispositions)
        put_dispositions(batch, assessment);
    for (size_t i = 0; i < smet_assessment_inconsistency_count(assessment); i++)
        add_group(batch, assessment, i);
    put_own_cell(batch);
    smet_assessment_free(assessment);
}

static void write_bad_row(struct batch *batch)
{
    char line[24];
    for (size_t i = 0; i < batch->result_count; i++)
        put_delimiter(batch);
    if (batch->errors == NULL)
        return;
    snprintf(line, sizeof line, "%llu", (unsigned long long)csv_line(batch->table.reader));
    put_error_row(batch, line, text_words(&batch->table.error), batch->table.error.length);
}

void batch_write_row(struct batch *batch)
{
    const struct text *error = &batch->table.error;
    put_carried(batch->output, &batch->table);
    if (error->length == 0)
        put_results(batch);
    else
        write_bad_row(batch);
    put_cell(batch, text_words(error), error->length);
    output_put_words(batch->output, batch->table.line_end);
}

/* --- the end --------------------------------------------------------------- */

void batch_free(struct batch *batch)
{
    for (size_t i = 0; i < batch->instrument_count; i++)
        free(batch->instruments[i].bands);
    for (size_t i = 0; i < batch->added_count; i++)
        free(batch->added[i]);
    free(batch->instruments);
    free(batch->verdicts);
    free(batch->added);
    text_free(&batch->cell);
}
