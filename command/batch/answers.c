/*
 * Answers to the plain rows of a block, column by column.
 */
#include "batch/batch.h"
#include "table/columns.h"
#include "batch/words.h"

#include <stdlib.h>
#include <string.h>

/* Where the answers of one instrument go. */
struct score_column {
    const struct batch_instrument *instrument;
    uint8_t *minimum, *maximum, *bands;
    struct words words;
};

struct batch_answers {
    const struct batch *batch;
    struct columns columns;

    struct score_column *scores;
    uint8_t **dispositions, **settled;
    uint8_t *inconsistent;
    uint8_t *room; /* of all of them */
    size_t rows;   /* so many have room */

    struct words verdicts;
    struct text word, cell; /* being put together */
};

/* --- room ------------------------------------------------------------------ */

struct batch_answers *batch_answers_begin(const struct batch *batch)
{
    struct batch_answers *answers = tool_allocate(NULL, sizeof *answers);
    memset(answers, 0, sizeof *answers);
    answers->batch = batch;
    size_t size = batch->instrument_count * sizeof *answers->scores;
    answers->scores = memset(tool_allocate(NULL, size), 0, size);
    for (size_t i = 0; i < batch->instrument_count; i++)
        answers->scores[i].instrument = &batch->instruments[i];
    size_t pointers = batch->intervention_count * sizeof *answers->dispositions;
    answers->dispositions = tool_allocate(NULL, pointers);
    answers->settled = tool_allocate(NULL, pointers);
    columns_begin(&answers->columns, &batch->table);
    return answers;
}

void batch_answers_end(struct batch_answers *answers)
{
    for (size_t i = 0; i < answers->batch->instrument_count; i++)
        words_free(&answers->scores[i].words);
    words_free(&answers->verdicts);
    free(answers->scores);
    free(answers->dispositions);
    free(answers->settled);
    columns_end(&answers->columns);
    free(answers->room);
    text_free(&answers->word);
    text_free(&answers->cell);
    free(answers);
}

/* The next of the arrays that share the room. */
static uint8_t *next_array(struct batch_answers *answers, uint8_t **room)
{
    uint8_t *array = *room;
    *room += answers->rows;
    return array;
}

/* Room for so many rows in each array. */
static void make_room(struct batch_answers *answers, size_t rows)
{
    const struct batch *batch = answers->batch;
    size_t arrays = 3 * batch->instrument_count + 2 * batch->intervention_count + 1;
    if (rows <= answers->rows)
        return;
    answers->rows = rows;
    uint8_t *room = answers->room = tool_allocate(answers->room, arrays * rows);
    for (size_t i = 0; i < batch->instrument_count; i++) {
        answers->scores[i].minimum = next_array(answers, &room);
        answers->scores[i].maximum = next_array(answers, &room);
        answers->scores[i].bands = next_array(answers, &room);
    }
    for (size_t i = 0; i < batch->intervention_count; i++) {
        answers->dispositions[i] = next_array(answers, &room);
        answers->settled[i] = next_array(answers, &room);
    }
    answers->inconsistent = next_array(answers, &room);
}

/* --- answers --------------------------------------------------------------- */

static void answer_scores(struct batch_answers *answers, size_t rows)
{
    for (size_t i = 0; i < answers->batch->instrument_count; i++) {
        const struct score_column *score = &answers->scores[i];
        const struct smet_score_arrays arrays = {.size = sizeof arrays,
                                                 .minimum = score->minimum,
                                                 .maximum = score->maximum,
                                                 .bands = score->bands};
        columns_require(smet_score_columns(score->instrument->instrument,
                                           answers->columns.pointers, answers->columns.count,
                                           rows, &arrays, NULL));
    }
}

static void answer_dispositions(struct batch_answers *answers, size_t rows)
{
    const struct smet_disposition_arrays arrays = {
        .size = sizeof arrays,
        .intervention_count = (uint32_t)answers->batch->intervention_count,
        .dispositions = answers->dispositions,
        .settled = answers->settled};
    if (arrays.intervention_count > 0)
        columns_require(smet_assess_columns(answers->columns.pointers, answers->columns.count,
                                            rows, &arrays, NULL));
}

void batch_answer(struct batch_answers *answers, const struct rows *rows)
{
    if (answers->columns.has_alternatives)
        return;
    make_room(answers, rows->stride);
    columns_point(&answers->columns, rows);
    const struct smet_check_arrays checks = {.size = sizeof checks,
                                             .inconsistent = answers->inconsistent};
    answer_scores(answers, rows->count);
    answer_dispositions(answers, rows->count);
    columns_require(smet_check_columns(answers->columns.pointers, answers->columns.count,
                                       rows->count, &checks, NULL));
}

bool batch_has_answer(const struct batch_answers *answers, const struct rows *rows, size_t row)
{
    return !answers->columns.has_alternatives && rows->at[row].is_plain &&
           answers->inconsistent[row] == 0;
}

/* --- words ----------------------------------------------------------------- */

/* Adds words, from where they are kept if there is room. */
static void add_kept(struct text *out, struct words *words, uint32_t key, struct text *made)
{
    words_keep(words, key, made);
    text_add_bytes(out, made->at, made->length);
    text_clear(made);
}

static void add_score(struct batch_answers *answers, struct score_column *score, size_t row,
                      struct text *out)
{
    uint8_t minimum = score->minimum[row], maximum = score->maximum[row];
    uint8_t bands = score->bands[row];
    uint32_t key = (uint32_t)minimum | (uint32_t)maximum << 8 | (uint32_t)bands << 16;
    const struct word *word = words_find(&score->words, key);
    if (word != NULL) {
        char *room = text_room(out, word->length + WORDS_STRIDE);
        text_grow(out, words_copy(&score->words, word, room));
        return;
    }
    batch_add_score(&answers->word, &answers->cell, answers->batch->table.delimiter,
                    score->instrument, minimum, maximum, bands);
    add_kept(out, &score->words, key, &answers->word);
}

static void add_disposition(struct batch_answers *answers, size_t intervention, size_t row,
                            struct text *out)
{
    uint8_t verdict = answers->dispositions[intervention][row];
    uint8_t is_settled = answers->settled[intervention][row];
    uint32_t key = (uint32_t)verdict << 1 | is_settled;
    const struct word *word = words_find(&answers->verdicts, key);
    if (word != NULL) {
        char *room = text_room(out, word->length + WORDS_STRIDE);
        text_grow(out, words_copy(&answers->verdicts, word, room));
        return;
    }
    batch_add_disposition(&answers->word, &answers->cell, answers->batch, verdict,
                          is_settled != 0);
    add_kept(out, &answers->verdicts, key, &answers->word);
}

void batch_write_answer(struct batch_answers *answers, size_t row, struct text *out)
{
    const struct batch *batch = answers->batch;
    for (size_t i = 0; i < batch->instrument_count; i++)
        add_score(answers, &answers->scores[i], row, out);
    for (size_t i = 0; i < batch->intervention_count; i++)
        add_disposition(answers, i, row, out);
    /* No inconsistency, and no error. */
    char empty[2] = {batch->table.delimiter, batch->table.delimiter};
    text_add_bytes(out, empty, sizeof empty);
    text_add(out, batch->table.line_end);
}
