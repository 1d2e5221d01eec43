/*
 * The header of a table, and running through its rows.
 */
#define _POSIX_C_SOURCE 200809L
#include "table/table.h"

#include "shared/input.h"
#include "shared/pool.h"
#include "shared/progress.h"
#include "table/slips.h"
#include "describe/suggest.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- the header ------------------------------------------------------------ */

/* The header is the first line, or the one behind a line that names the delimiter. */
static bool refuse_header(const struct table *table, const char *reason)
{
    tool_complain("%s: line %d: %s", table->name, 1 + table->reader.says_delimiter, reason);
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
    *column = (struct table_column){index, field, preset_of(table, field)};
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
    slips_add_name(others, name);
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
    struct csv_slice name = csv_text(&table->header, index);
    struct csv_slice raw = csv_raw(&table->header, index);
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

/* Where nothing is known of any row, every answer would be the same. */
static bool refuse_without_fields(struct table *table)
{
    struct text reason = {0};
    slips_explain(&table->header, &reason);
    refuse_header(table, text_words(&reason));
    text_free(&reason);
    return false;
}

static bool read_columns(struct table *table)
{
    struct text others = {0};
    bool is_good = true;
    for (size_t i = 0; i < table->cell_count && is_good; i++)
        is_good = read_column(table, i, &others);
    if (is_good && table->column_count == 0 && table->options->preset_count == 0)
        is_good = refuse_without_fields(table);
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

/* Reads the first block, which has all of the header. */
static bool read_first_block(struct table *table)
{
    struct block *block = &table->first;
    int error;
    if (!block_read(&table->reader, block, &error) || block->begin == block->length) {
        tool_complain("%s: %s", table->name,
                      error != 0 ? strerror(error)
                                 : "the file is empty; a header of field keys is needed");
        return false;
    }
    size_t valid = block_valid_length(block);
    if (valid < block->length)
        tool_complain("%s: line %llu: the file is not UTF-8", table->name,
                      1 + (unsigned long long)csv_count_lines(block->bytes, valid));
    return valid == block->length;
}

/* Whether a file's lines end with CR alone: it then is one line. */
static bool ends_lines_with_cr(const struct block *block)
{
    const char *at = block->bytes + block->begin, *end = block->bytes + block->length;
    bool is_quoted = false;
    if (memchr(at, '\n', (size_t)(end - at)) != NULL)
        return false;
    for (; at < end; at++) {
        is_quoted ^= *at == '"';
        if (*at == '\r' && !is_quoted)
            return true;
    }
    return false;
}

/* What stands before the header. False where it names another delimiter than was said. */
static bool take_lead(struct table *table)
{
    struct block *block = &table->first;
    table->delimiter = table->reader.delimiter;
    text_add_bytes(&table->lead, block->bytes, block->begin);
    block->first_line += table->reader.says_delimiter;
    if (!table->options->has_delimiter || table->delimiter == table->options->delimiter)
        return true;
    tool_complain("%s: line 1: sep=%c names another delimiter than --delimiter %c", table->name,
                  table->delimiter, table->options->delimiter);
    return false;
}

/* Finds the cells of the header; what stands behind is left of the block. */
static bool scan_header(struct table *table)
{
    struct block *block = &table->first;
    struct csv_row *header = &table->header;
    header->delimiter = table->delimiter;
    if (ends_lines_with_cr(block))
        return refuse_header(table, "lines must end with LF or CRLF, not with CR");
    if (!csv_scan(header, block->bytes + block->begin, block->bytes + block->length,
                  block->end)) {
        tool_complain("%s: line %llu: %s", table->name,
                      (unsigned long long)(block->first_line + header->refused_line),
                      header->refusal);
        return false;
    }
    if (header->all.length == 0)
        return refuse_header(table, "the line is empty; a header of field keys is needed");
    if (header->malformed != 0)
        return refuse_header(table, "text stands behind a closing quote");
    block->begin = (size_t)(header->next - block->bytes);
    block->first_line += header->lines + 1;
    table->cell_count = header->count;
    table->line_end = header->ends_in_crlf ? "\r\n" : "\n";
    return true;
}

bool table_read_header(struct table *table)
{
    if (!read_first_block(table) || !take_lead(table) || !scan_header(table))
        return false;
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

/* --- a block --------------------------------------------------------------- */

uint64_t table_line(struct table_worker *worker, size_t row)
{
    const struct block *block = &worker->block->block;
    size_t begin = worker->rows.at[row].begin;
    worker->line += csv_count_lines(block->bytes + worker->counted_to,
                                    begin - worker->counted_to);
    worker->counted_to = begin;
    return worker->line;
}

bool table_enter(struct table_worker *worker, size_t row)
{
    struct table_block *block = worker->block;
    const char *bytes = block->block.bytes;
    if (entry_take(&worker->entry, bytes + worker->rows.at[row].begin,
                   bytes + block->block.length, block->block.end))
        return true;
    if (block->bad_rows++ == 0) {
        block->first_bad_line = table_line(worker, row);
        text_add(&block->first_error, text_words(&worker->entry.error));
    }
    return false;
}

static void refuse_block(struct table_block *block, uint64_t line, const char *reason)
{
    text_add_format(&block->refusal, "line %llu: %s", (unsigned long long)line, reason);
}

/* Reads the rows of a block; false where the file is refused. */
static bool read_rows(struct table_worker *worker, struct table_block *table_block)
{
    const struct block *block = &table_block->block;
    struct rows *rows = &worker->rows;
    size_t valid = block_valid_length(block);
    worker->block = table_block;
    worker->counted_to = block->begin;
    worker->line = block->first_line;
    if (valid < block->length) {
        uint64_t lines = csv_count_lines(block->bytes + block->begin, valid - block->begin);
        refuse_block(table_block, block->first_line + lines, "the file is not UTF-8");
        return false;
    }
    if (!rows_read(rows, block)) {
        uint64_t line = table_line(worker, rows->count) + rows->scan.refused_line;
        refuse_block(table_block, line, rows->scan.refusal);
        return false;
    }
    table_block->rows = rows->count;
    return true;
}

/* --- running --------------------------------------------------------------- */

/* What a run has in common. */
struct run {
    struct table *table;
    const struct table_task *task;
    struct progress progress;
    bool is_refused;
};

/* What a thread has: that of the table, and the task's own. */
struct run_worker {
    struct table_worker worker;
    const struct table_task *task;
    void *own;
};

static void swap_blocks(struct block *a, struct block *b)
{
    struct block other = *a;
    *a = *b;
    *b = other;
}

static bool read_job(void *subject, void *job)
{
    struct table *table = ((struct run *)subject)->table;
    struct table_block *block = job;
    block->rows = block->bad_rows = 0;
    text_clear(&block->output);
    text_clear(&block->errors);
    text_clear(&block->first_error);
    if (table->first.bytes != NULL)
        swap_blocks(&table->first, &block->block);
    else if (!block_read(&table->reader, &block->block, &table->read_error))
        return false;
    block_drop_blank_end(&block->block);
    return true;
}

static void work_job(void *subject, void *job)
{
    struct run_worker *worker = subject;
    if (read_rows(&worker->worker, job))
        worker->task->work(worker->own, &worker->worker, job);
}

static bool write_job(void *subject, void *job)
{
    struct run *run = subject;
    struct table *table = run->table;
    struct table_block *block = job;
    if (block->refusal.length > 0) {
        progress_end(&run->progress);
        tool_complain("%s: %s", table->name, text_words(&block->refusal));
        run->is_refused = true;
        return false;
    }
    table->rows += block->rows;
    if (block->bad_rows > 0 && table->bad_rows == 0) {
        table->first_bad_line = block->first_bad_line;
        text_add(&table->first_error, text_words(&block->first_error));
    }
    table->bad_rows += block->bad_rows;
    bool goes_on = run->task->write(run->task->subject, block);
    progress_step(&run->progress, table->rows, block->block.offset);
    return goes_on;
}

static void begin_worker(struct run_worker *worker, struct table *table,
                         const struct table_task *task)
{
    struct table_worker *own = &worker->worker;
    worker->task = task;
    own->table = table;
    own->index = tool_allocate(NULL, table->column_count * sizeof *own->index);
    own->cells = tool_allocate(NULL, table->column_count * sizeof *own->cells);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        cells_begin(&own->cells[i], column->field, column->preset);
        own->index[i] = column->index;
    }
    char delimiter = table->delimiter;
    rows_begin(&own->rows, delimiter, table->cell_count, own->cells, own->index,
               table->column_count);
    entry_begin(&own->entry, delimiter, table->cell_count, own->cells, own->index,
                table->column_count, table->record);
    worker->own = task->begin(task->subject);
}

static void end_worker(struct run_worker *worker, size_t column_count)
{
    struct table_worker *own = &worker->worker;
    worker->task->end(worker->task->subject, worker->own);
    for (size_t i = 0; i < column_count; i++)
        cells_end(&own->cells[i]);
    free(own->cells);
    free(own->index);
    entry_end(&own->entry);
    rows_end(&own->rows);
}

static void free_block(struct table_block *block)
{
    block_free(&block->block);
    text_free(&block->output);
    text_free(&block->errors);
    text_free(&block->first_error);
    text_free(&block->refusal);
}

static size_t count_threads(const struct table_options *options)
{
    if (options->thread_count > 0)
        return options->thread_count;
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > POOL_THREADS_MAX ? POOL_THREADS_MAX : (size_t)count;
}

/* Runs with so many threads and jobs; what they are made of has been allocated. */
static void run_pool(struct run *run, size_t thread_count, struct run_worker *workers,
                     struct table_block *blocks, void **pointers)
{
    size_t job_count = thread_count * POOL_JOBS_PER_THREAD;
    for (size_t i = 0; i < thread_count; i++) {
        begin_worker(&workers[i], run->table, run->task);
        pointers[i] = &workers[i];
    }
    memset(blocks, 0, job_count * sizeof *blocks);
    for (size_t i = 0; i < job_count; i++)
        pointers[thread_count + i] = &blocks[i];
    pool_run(&(struct pool){.thread_count = thread_count,
                            .workers = pointers,
                            .jobs = pointers + thread_count,
                            .subject = run,
                            .read = read_job,
                            .work = work_job,
                            .write = write_job});
    for (size_t i = 0; i < job_count; i++)
        free_block(&blocks[i]);
    for (size_t i = 0; i < thread_count; i++)
        end_worker(&workers[i], run->table->column_count);
}

bool table_run(struct table *table, bool is_quiet, const struct table_task *task)
{
    struct run run = {.table = table, .task = task};
    size_t threads = count_threads(table->options);
    struct run_worker *workers = tool_allocate(NULL, threads * sizeof *workers);
    struct table_block *blocks =
        tool_allocate(NULL, threads * POOL_JOBS_PER_THREAD * sizeof *blocks);
    void **pointers =
        tool_allocate(NULL, threads * (1 + POOL_JOBS_PER_THREAD) * sizeof *pointers);
    progress_begin(&run.progress, table->file, is_quiet);
    run_pool(&run, threads, workers, blocks, pointers);
    progress_end(&run.progress);
    free(pointers);
    free(blocks);
    free(workers);
    if (!run.is_refused && table->read_error != 0) {
        tool_complain("%s: %s", table->name, strerror(table->read_error));
        run.is_refused = true;
    }
    return !run.is_refused;
}

/* --- the whole ------------------------------------------------------------- */

bool table_open(struct table *table, const char *operand)
{
    table->file = tool_open_input(operand);
    if (table->file < 0)
        return false;
    table->name = tool_input_name(operand);
    table->reader = (struct block_reader){.file = table->file,
                                          .delimiter = table->options->delimiter,
                                          .size = table->options->block_size,
                                          .lines_max = table->lines_max};
    return true;
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
    csv_free(&table->header);
    free(table->columns);
    text_free(&table->first_error);
    text_free(&table->lead);
    smet_record_free(table->record);
    block_free(&table->first);
    block_reader_free(&table->reader);
    if (table->file != STDIN_FILENO)
        close(table->file);
}
