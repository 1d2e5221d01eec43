/*
 * From answers to text.
 */
#include "batch/batch.h"

#include <stdlib.h>
#include <string.h>

/* --- what the file has ----------------------------------------------------- */

/* A cell of a bad row. One with text behind its closing quote comes out in quotes
 * of its own: the output is well formed, whatever the input was. */
static void add_carried_cell(struct text *out, const struct csv_row *row, size_t index)
{
    struct csv_slice raw = csv_raw(row, index);
    if (csv_is_malformed(row, index))
        batch_add_quoted(out, raw.at, raw.length);
    else
        text_add_bytes(out, raw.at, raw.length);
}

static void add_carried(struct text *out, const struct csv_row *row, size_t cell_count)
{
    if (row->count == cell_count && row->malformed == 0) {
        text_add_bytes(out, row->all.at, row->all.length);
        return;
    }
    for (size_t i = 0; i < cell_count; i++) {
        if (i > 0)
            text_add_byte(out, row->delimiter);
        if (i < row->count)
            add_carried_cell(out, row, i);
    }
}

/* A row of the gathered errors: its line, what was bad, and the cells as they are.
 * In the header the first two are names. */
static void add_error_row(struct text *out, const struct table *table, const struct csv_row *row,
                          const char *line, const char *error, size_t length)
{
    text_add(out, line);
    text_add_byte(out, row->delimiter);
    batch_add_cell(out, row->delimiter, error, length);
    text_add_byte(out, row->delimiter);
    add_carried(out, row, table->cell_count);
    text_add(out, table->line_end);
}

void batch_write_header(struct batch *batch)
{
    const struct table *table = &batch->table;
    struct text out = {0};
    text_add_bytes(&out, text_words(&table->lead), table->lead.length);
    add_carried(&out, &table->header, table->cell_count);
    for (size_t i = 0; i < batch->added_count; i++) {
        text_add_byte(&out, table->header.delimiter);
        batch_add_cell(&out, table->header.delimiter, batch->added[i], strlen(batch->added[i]));
    }
    text_add(&out, table->line_end);
    output_put(batch->output, out.at, out.length);
    text_clear(&out);
    if (batch->errors != NULL) {
        text_add_bytes(&out, text_words(&table->lead), table->lead.length);
        add_error_row(&out, table, &table->header, "line", "error", strlen("error"));
        output_put(batch->errors, out.at, out.length);
    }
    text_free(&out);
}

/* --- a row that is assessed by itself -------------------------------------- */

static void add_dispositions(struct batch_worker *own, const smet_assessment *assessment,
                             struct text *out)
{
    for (size_t i = 0; i < own->batch->intervention_count; i++) {
        struct smet_disposition disposition = {.size = sizeof disposition};
        smet_assessment_disposition(assessment, smet_term_at(SMET_VOCABULARY_INTERVENTION, i),
                                    &disposition);
        batch_add_disposition(out, &own->cell, own->batch, disposition.disposition,
                              disposition.is_settled != 0);
    }
}

/* The fields of an inconsistency. */
static void add_group(struct batch_worker *own, const smet_assessment *assessment, size_t index)
{
    smet_field_t fields[64];
    size_t count = smet_assessment_inconsistency_fields(assessment, index, fields, 64);
    for (size_t i = 0; i < count && i < 64; i++) {
        if (own->cell.length > 0)
            text_add(&own->cell, i == 0 ? "|" : "+");
        text_add(&own->cell, smet_term_key(SMET_VOCABULARY_FIELD, fields[i]));
    }
}

static void add_results(struct batch_worker *own, const smet_record *record, struct text *out)
{
    const struct batch *batch = own->batch;
    char delimiter = batch->table.delimiter;
    smet_assessment *assessment = smet_assess(record, NULL);
    if (assessment == NULL)
        tool_no_memory();
    for (size_t i = 0; i < batch->instrument_count; i++) {
        struct smet_score score = {.size = sizeof score};
        smet_assessment_score(assessment, batch->instruments[i].instrument, &score);
        batch_add_score(out, &own->cell, delimiter, &batch->instruments[i], score.minimum,
                        score.maximum, score.bands);
    }
    add_dispositions(own, assessment, out);
    for (size_t i = 0; i < smet_assessment_inconsistency_count(assessment); i++)
        add_group(own, assessment, i);
    batch_add_own_cell(out, &own->cell, delimiter);
    smet_assessment_free(assessment);
}

static void add_no_results(const struct batch *batch, struct text *out)
{
    for (size_t i = 0; i < batch->result_count; i++)
        text_add_byte(out, batch->table.delimiter);
}

static void gather_error(const struct batch *batch, struct table_worker *worker, size_t row,
                         struct text *out)
{
    char line[24];
    const struct text *error = &worker->entry.error;
    snprintf(line, sizeof line, "%llu", (unsigned long long)table_line(worker, row));
    add_error_row(out, &batch->table, &worker->entry.row, line, text_words(error),
                  error->length);
}

static void write_assessed_row(struct batch_worker *own, struct table_worker *worker, size_t row,
                               struct table_block *block)
{
    const struct batch *batch = own->batch;
    const struct text *error = &worker->entry.error;
    struct text *out = &block->output;
    bool is_good = table_enter(worker, row);
    add_carried(out, &worker->entry.row, batch->table.cell_count);
    if (is_good)
        add_results(own, worker->entry.record, out);
    else
        add_no_results(batch, out);
    if (!is_good && batch->errors != NULL)
        gather_error(batch, worker, row, &block->errors);
    text_add_byte(out, batch->table.delimiter);
    batch_add_cell(out, batch->table.delimiter, text_words(error), error->length);
    text_add(out, batch->table.line_end);
}

/* --- a block --------------------------------------------------------------- */

static void write_answered_row(struct batch_worker *own, const struct row *row, size_t number,
                               struct table_block *block)
{
    text_add_bytes(&block->output, block->block.bytes + row->begin, row->length);
    batch_write_answer(own->answers, number, &block->output);
}

void batch_write_rows(struct batch_worker *own, struct table_worker *worker,
                      struct table_block *block)
{
    const struct rows *rows = &worker->rows;
    batch_answer(own->answers, rows);
    for (size_t i = 0; i < rows->count; i++)
        if (batch_has_answer(own->answers, rows, i))
            write_answered_row(own, &rows->at[i], i, block);
        else
            write_assessed_row(own, worker, i, block);
}

struct batch_worker *batch_worker_begin(const struct batch *batch)
{
    struct batch_worker *worker = tool_allocate(NULL, sizeof *worker);
    *worker = (struct batch_worker){.batch = batch, .answers = batch_answers_begin(batch)};
    return worker;
}

void batch_worker_end(struct batch_worker *worker)
{
    batch_answers_end(worker->answers);
    text_free(&worker->cell);
    free(worker);
}
