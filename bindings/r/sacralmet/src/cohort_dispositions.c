/*
 * The dispositions of a data frame.
 */
#include "cohort.h"

#include <stdio.h>

enum { INTERVENTIONS = 512, VERDICTS = 64, NAME = 96 };

struct question {
    struct frame frame;
    smet_intervention_t wanted[INTERVENTIONS];
    SEXP columns[INTERVENTIONS][2]; /* disposition and whether it is settled */
    size_t count;
    uint8_t *dispositions[INTERVENTIONS], *settled[INTERVENTIONS]; /* by number */
    SEXP levels;
    int level_of[VERDICTS]; /* by number of the verdict */
};

/* --- columns of the answer ----------------------------------------------- */

static SEXP answer_table(const struct question *question)
{
    size_t count = 2 * question->count + 2;
    char (*names)[NAME] = (char (*)[NAME])R_alloc(count, NAME);
    struct table_column *columns =
        (struct table_column *)R_alloc(count + 1, sizeof *columns);
    for (size_t i = 0; i < 2 * question->count; i++) {
        snprintf(names[i], NAME, "%s%s",
                 smet_term_key(SMET_VOCABULARY_INTERVENTION, question->wanted[i / 2]),
                 i % 2 == 0 ? "" : "_settled");
        columns[i] = (struct table_column){names[i], i % 2 == 0 ? INTSXP : LGLSXP};
    }
    columns[count - 2] = (struct table_column){"inconsistent", LGLSXP};
    columns[count - 1] = (struct table_column){"error", STRSXP};
    columns[count] = (struct table_column){NULL, NILSXP};
    return table_new(columns, question->frame.rows);
}

static void list_verdicts(struct question *question, SEXP keep)
{
    size_t count = smet_term_count(SMET_VOCABULARY_VERDICT);
    question->levels = Rf_allocVector(STRSXP, (R_xlen_t)count);
    SET_VECTOR_ELT(keep, 2, question->levels);
    for (size_t i = 0; i < count; i++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        const char *key = smet_term_key(SMET_VOCABULARY_VERDICT, verdict);
        SET_STRING_ELT(question->levels, (R_xlen_t)i, element(key));
        question->level_of[verdict % VERDICTS] = (int)i + 1;
    }
}

/* Makes factors of the dispositions. */
static void point_at(struct question *question, SEXP table)
{
    for (size_t i = 0; i < question->count; i++) {
        SEXP factor = VECTOR_ELT(table, (R_xlen_t)(2 * i));
        question->columns[i][0] = factor;
        question->columns[i][1] = VECTOR_ELT(table, (R_xlen_t)(2 * i + 1));
        Rf_setAttrib(factor, R_LevelsSymbol, question->levels);
        Rf_setAttrib(factor, R_ClassSymbol, PROTECT(Rf_mkString("factor")));
        UNPROTECT(1);
    }
}

/* --- rows ---------------------------------------------------------------- */

static smet_status_t answer_chunk(void *asked, size_t rows, struct smet_error *error)
{
    struct question *question = asked;
    struct frame *frame = &question->frame;
    const struct smet_check_arrays checks = {.size = sizeof checks,
                                             .inconsistent = frame->inconsistent};
    const struct smet_disposition_arrays arrays = {.size = sizeof arrays,
                                                   .intervention_count = INTERVENTIONS,
                                                   .dispositions = question->dispositions,
                                                   .settled = question->settled,
                                                   .status = frame->status};
    smet_status_t status =
        smet_assess_columns(frame->pointers, frame->column_count, rows, &arrays, error);
    if (status != SMET_OK)
        return status;
    return smet_check_columns(frame->pointers, frame->column_count, rows, &checks, error);
}

static smet_status_t answer_odd_row(void *asked, R_xlen_t row, size_t at)
{
    struct question *question = asked;
    if (!frame_enter_row(&question->frame, row))
        return SMET_OK;
    smet_assessment *assessment = smet_assess(question->frame.record, NULL);
    if (assessment == NULL)
        return SMET_ERROR_NO_MEMORY;
    for (size_t i = 0; i < question->count; i++) {
        struct smet_disposition it = {.size = sizeof it};
        smet_intervention_t intervention = question->wanted[i];
        smet_assessment_disposition(assessment, intervention, &it);
        question->dispositions[intervention][at] = (uint8_t)it.disposition;
        question->settled[intervention][at] = (uint8_t)it.is_settled;
    }
    question->frame.inconsistent[at] = smet_assessment_inconsistency_count(assessment) > 0;
    smet_assessment_free(assessment);
    question->frame.status[at] = SMET_ROW_GOOD;
    return SMET_OK;
}

static void write_row(void *asked, R_xlen_t row, size_t at, int is_good)
{
    const struct question *question = asked;
    for (size_t i = 0; i < question->count; i++) {
        smet_intervention_t intervention = question->wanted[i];
        uint8_t verdict = question->dispositions[intervention][at];
        INTEGER(question->columns[i][0])[row] =
            is_good ? question->level_of[verdict % VERDICTS] : NA_INTEGER;
        LOGICAL(question->columns[i][1])[row] =
            is_good ? question->settled[intervention][at] : NA_LOGICAL;
    }
}

static const struct frame_steps steps = {answer_chunk, answer_odd_row, write_row};

/* --- the routine --------------------------------------------------------- */

static void make_room(struct question *question, SEXP interventions)
{
    R_xlen_t count = XLENGTH(interventions);
    for (R_xlen_t i = 0; i < count && i < INTERVENTIONS; i++) {
        smet_intervention_t intervention = smet_term_find(
            SMET_VOCABULARY_INTERVENTION, CHAR(STRING_ELT(interventions, i)));
        if (intervention < 0 || intervention >= INTERVENTIONS)
            continue;
        question->wanted[question->count++] = intervention;
        question->dispositions[intervention] = chunk_room();
        question->settled[intervention] = chunk_room();
    }
}

SEXP sacralmet_dispositions_frame(SEXP columns, SEXP keys, SEXP rows, SEXP interventions)
{
    struct question question = {.count = 0};
    SEXP keep = PROTECT(Rf_allocVector(VECSXP, FRAME_KEEPS));
    SEXP answer = frame_read(&question.frame, columns, keys, rows, keep);
    if (answer == R_NilValue) {
        make_room(&question, interventions);
        list_verdicts(&question, keep);
        SEXP table = answer_table(&question);
        SET_VECTOR_ELT(keep, 3, table);
        point_at(&question, table);
        answer = frame_answer(&question.frame, &steps, &question, table);
    }
    UNPROTECT(1);
    return answer;
}
