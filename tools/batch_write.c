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

static void prepare_instrument(struct batch *batch, size_t index)
{
    struct batch_instrument *own = &batch->instruments[index];
    struct smet_instrument_info info = {.size = sizeof info};
    own->instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, index);
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
    batch->instrument_count = smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    batch->instruments =
        tool_allocate(NULL, batch->instrument_count * sizeof *batch->instruments);
    batch->added = tool_allocate(NULL, (3 * batch->instrument_count + interventions + 2) *
                                           sizeof *batch->added);
    for (size_t i = 0; i < batch->instrument_count; i++)
        prepare_instrument(batch, i);
    for (size_t i = 0; i < interventions && batch->has_dispositions; i++)
        add_name(batch,
                 smet_term_key(SMET_VOCABULARY_INTERVENTION,
                               smet_term_at(SMET_VOCABULARY_INTERVENTION, i)),
                 "");
    add_name(batch, "inconsistencies", "");
    batch->result_count = batch->added_count;
    add_name(batch, "error", "");
    prepare_verdicts(batch);
}

/* --- cells ----------------------------------------------------------------- */

static bool needs_quotes(const struct batch *batch, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == batch->delimiter || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
            return true;
    return false;
}

static void put_quoted(struct batch *batch, const char *text, size_t length)
{
    output_put_byte(batch->output, '"');
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"')
            output_put_byte(batch->output, '"');
        output_put_byte(batch->output, text[i]);
    }
    output_put_byte(batch->output, '"');
}

static void put_cell(struct batch *batch, const char *text, size_t length)
{
    output_put_byte(batch->output, batch->delimiter);
    if (needs_quotes(batch, text, length))
        put_quoted(batch, text, length);
    else
        output_put(batch->output, text, length);
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
static void put_carried_cell(struct batch *batch, size_t index)
{
    struct csv_slice raw = csv_raw(batch->reader, index);
    if (csv_is_malformed(batch->reader, index))
        put_quoted(batch, raw.at, raw.length);
    else
        output_put(batch->output, raw.at, raw.length);
}

static void put_carried(struct batch *batch)
{
    size_t count = csv_count(batch->reader);
    if (count == batch->cell_count && csv_malformed(batch->reader) == 0) {
        struct csv_slice row = csv_row(batch->reader);
        output_put(batch->output, row.at, row.length);
        return;
    }
    for (size_t i = 0; i < batch->cell_count; i++) {
        if (i > 0)
            output_put_byte(batch->output, batch->delimiter);
        if (i < count)
            put_carried_cell(batch, i);
    }
}

void batch_write_header(struct batch *batch)
{
    put_carried(batch);
    for (size_t i = 0; i < batch->added_count; i++)
        put_cell(batch, batch->added[i], strlen(batch->added[i]));
    output_put_words(batch->output, batch->line_end);
}

/* --- results --------------------------------------------------------------- */

static void put_score(struct batch *batch, const struct batch_instrument *own,
                      const smet_assessment *assessment)
{
    struct smet_score score = {.size = sizeof score};
    smet_assessment_score(assessment, own->instrument, &score);
    output_put_byte(batch->output, batch->delimiter);
    output_put_number(batch->output, score.minimum);
    output_put_byte(batch->output, batch->delimiter);
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
    smet_assessment *assessment = smet_assess(batch->record, NULL);
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

void batch_write_row(struct batch *batch)
{
    put_carried(batch);
    if (batch->error.length == 0)
        put_results(batch);
    else
        for (size_t i = 0; i < batch->result_count; i++)
            output_put_byte(batch->output, batch->delimiter);
    put_cell(batch, text_words(&batch->error), batch->error.length);
    output_put_words(batch->output, batch->line_end);
}

/* --- the end --------------------------------------------------------------- */

void batch_free(struct batch *batch)
{
    for (size_t i = 0; i < batch->column_count; i++)
        text_free(&batch->columns[i].current);
    for (size_t i = 0; i < batch->instrument_count; i++)
        free(batch->instruments[i].bands);
    for (size_t i = 0; i < batch->added_count; i++)
        free(batch->added[i]);
    free(batch->columns);
    free(batch->instruments);
    free(batch->verdicts);
    free(batch->added);
    text_free(&batch->error);
    text_free(&batch->cell);
    text_free(&batch->first_error);
    smet_record_free(batch->record);
    csv_close(batch->reader);
}
