/*
 * The scores of a data frame.
 */
#include "cohort.h"

#include <stdio.h>

/* Where the answers of one instrument go. */
struct score_answer {
    smet_instrument_t instrument;
    uint8_t *minimum, *maximum, *bands;
    SEXP totals[2], words; /* columns of the answer */
};

struct score_question {
    struct frame frame;
    struct score_answer *answers;
    size_t count;
    SEXP names; /* of sets of bands, by instrument and bits */
};

enum { SETS = 256, BANDS = 8, NAME = 96 };

/* The keys of a set of bands, joined as in a CSV file. */
static void name_bands(smet_instrument_t instrument, unsigned bands, char *text, size_t size)
{
    int length = 0;
    text[0] = '\0';
    for (smet_band_t b = 0; b < BANDS; b++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((bands >> b & 1) == 0 || smet_band_describe(instrument, b, &info) != SMET_OK)
            continue;
        int added = snprintf(text + length, size - (size_t)length, "%s%s", length > 0 ? "|" : "",
                             info.key);
        if (added < 0 || (size_t)added >= size - (size_t)length)
            return;
        length += added;
    }
}

/* The element for a set, made once. */
static SEXP bands_element(struct score_question *question, size_t which, unsigned bands)
{
    char text[512];
    R_xlen_t at = (R_xlen_t)(which * SETS + bands);
    SEXP names = question->names;
    if (STRING_ELT(names, at) == NA_STRING) {
        name_bands(question->answers[which].instrument, bands, text, sizeof text);
        SET_STRING_ELT(names, at, element(text));
    }
    return STRING_ELT(names, at);
}

/* --- columns of the answer ----------------------------------------------- */

/* KEY_min, KEY_max and KEY_bands for each instrument, inconsistent, error. */
static SEXP answer_table(struct score_question *question)
{
    static const char *const ends[] = {"min", "max", "bands"};
    size_t count = 3 * question->count + 2;
    char (*names)[NAME] = (char (*)[NAME])R_alloc(count, NAME);
    struct table_column *columns =
        (struct table_column *)R_alloc(count + 1, sizeof *columns);
    for (size_t i = 0; i < 3 * question->count; i++) {
        snprintf(names[i], NAME, "%s_%s",
                 smet_term_key(SMET_VOCABULARY_INSTRUMENT, question->answers[i / 3].instrument),
                 ends[i % 3]);
        columns[i] = (struct table_column){names[i], i % 3 == 2 ? STRSXP : INTSXP};
    }
    columns[count - 2] = (struct table_column){"inconsistent", LGLSXP};
    columns[count - 1] = (struct table_column){"error", STRSXP};
    columns[count] = (struct table_column){NULL, NILSXP};
    return table_new(columns, question->frame.rows);
}

static void point_at(struct score_question *question, SEXP table)
{
    for (size_t i = 0; i < question->count; i++) {
        struct score_answer *answer = &question->answers[i];
        answer->totals[0] = VECTOR_ELT(table, (R_xlen_t)(3 * i));
        answer->totals[1] = VECTOR_ELT(table, (R_xlen_t)(3 * i + 1));
        answer->words = VECTOR_ELT(table, (R_xlen_t)(3 * i + 2));
    }
}

/* --- rows ---------------------------------------------------------------- */

static smet_status_t score_chunk(void *asked, size_t rows, struct smet_error *error)
{
    struct score_question *question = asked;
    struct frame *frame = &question->frame;
    const struct smet_check_arrays checks = {.size = sizeof checks,
                                             .inconsistent = frame->inconsistent,
                                             .status = frame->status};
    smet_status_t status =
        smet_check_columns(frame->pointers, frame->column_count, rows, &checks, error);
    for (size_t i = 0; status == SMET_OK && i < question->count; i++) {
        const struct score_answer *answer = &question->answers[i];
        const struct smet_score_arrays arrays = {.size = sizeof arrays,
                                                 .minimum = answer->minimum,
                                                 .maximum = answer->maximum,
                                                 .bands = answer->bands,
                                                 .status = frame->status};
        status = smet_score_columns(answer->instrument, frame->pointers, frame->column_count,
                                    rows, &arrays, error);
    }
    return status;
}

static smet_status_t score_odd_row(void *asked, R_xlen_t row, size_t at)
{
    struct score_question *question = asked;
    if (!frame_enter_row(&question->frame, row))
        return SMET_OK;
    for (size_t i = 0; i < question->count; i++) {
        struct score_answer *answer = &question->answers[i];
        struct smet_score score = {.size = sizeof score};
        smet_record_score(question->frame.record, answer->instrument, &score, NULL);
        answer->minimum[at] = (uint8_t)score.minimum;
        answer->maximum[at] = (uint8_t)score.maximum;
        answer->bands[at] = (uint8_t)score.bands;
    }
    smet_assessment *assessment = smet_assess(question->frame.record, NULL);
    if (assessment == NULL)
        return SMET_ERROR_NO_MEMORY;
    question->frame.inconsistent[at] = smet_assessment_inconsistency_count(assessment) > 0;
    smet_assessment_free(assessment);
    question->frame.status[at] = SMET_ROW_GOOD;
    return SMET_OK;
}

static void write_row(void *asked, R_xlen_t row, size_t at, int is_good)
{
    struct score_question *question = asked;
    for (size_t i = 0; i < question->count; i++) {
        const struct score_answer *answer = &question->answers[i];
        INTEGER(answer->totals[0])[row] = is_good ? answer->minimum[at] : NA_INTEGER;
        INTEGER(answer->totals[1])[row] = is_good ? answer->maximum[at] : NA_INTEGER;
        SET_STRING_ELT(answer->words, row,
                       is_good ? bands_element(question, i, answer->bands[at]) : NA_STRING);
    }
}

static const struct frame_steps steps = {score_chunk, score_odd_row, write_row};

/* --- the routine --------------------------------------------------------- */

static void make_room(struct score_question *question, SEXP instruments)
{
    question->count = (size_t)XLENGTH(instruments);
    question->answers =
        (struct score_answer *)R_alloc(question->count + 1, sizeof *question->answers);
    for (size_t i = 0; i < question->count; i++) {
        SEXP key = STRING_ELT(instruments, (R_xlen_t)i);
        question->answers[i] = (struct score_answer){
            .instrument = smet_term_find(SMET_VOCABULARY_INSTRUMENT, CHAR(key)),
            .minimum = chunk_room(),
            .maximum = chunk_room(),
            .bands = chunk_room()};
    }
}

/* The names of sets of bands, none made yet. */
static SEXP no_names(size_t instruments)
{
    SEXP names = Rf_allocVector(STRSXP, (R_xlen_t)(instruments * SETS));
    for (R_xlen_t i = 0; i < XLENGTH(names); i++)
        SET_STRING_ELT(names, i, NA_STRING);
    return names;
}

SEXP sacralmet_score_frame(SEXP columns, SEXP keys, SEXP rows, SEXP instruments)
{
    struct score_question question = {.count = 0};
    SEXP keep = PROTECT(Rf_allocVector(VECSXP, FRAME_KEEPS));
    SEXP answer = frame_read(&question.frame, columns, keys, rows, keep);
    if (answer == R_NilValue) {
        make_room(&question, instruments);
        question.names = no_names(question.count);
        SET_VECTOR_ELT(keep, 2, question.names);
        SEXP table = answer_table(&question);
        SET_VECTOR_ELT(keep, 3, table);
        point_at(&question, table);
        answer = frame_answer(&question.frame, &steps, &question, table);
    }
    UNPROTECT(1);
    return answer;
}
