/*
 * From the columns of a data frame to codes of a byte each, from a row to a
 * record, and from all rows to their answers.
 *
 * A cell is a key of its field, as text, as a factor's level, or as the number
 * that it is written with; never the number of an option, which nobody has in
 * mind who writes 2 for ESCC grade 2.
 */
#include "cohort.h"

#include <R_ext/Utils.h>
#include <stdio.h>

/* Rows that are answered between two looks at whether the user wants to stop. */
enum { CHUNK = 1 << 17 };

/* Values are 0 to 127. A cell that is no single value has a code that no field
 * has, so that the library leaves its row out. */
enum { CODE_ODD = 254, CODE_UNKNOWN = 255, CODES = 128 };

static uint8_t code_of_text(smet_field_t field, const char *text)
{
    smet_value_t value = smet_value_find(field, text);
    if (value >= 0)
        return (uint8_t)value;
    return text[0] == '\0' ? CODE_UNKNOWN : CODE_ODD;
}

/* What a translation took of R's memory is given back. */
static uint8_t code_of_element(smet_field_t field, SEXP cell)
{
    const void *mark = vmaxget();
    uint8_t code = CODE_UNKNOWN;
    if (cell != NA_STRING)
        code = code_of_text(field, Rf_translateCharUTF8(cell));
    vmaxset(mark);
    return code;
}

/* --- columns by type ----------------------------------------------------- */

/* R keeps one copy of equal strings, and all of them as long as the column's cells
 * are laid out: the place of one that was seen tells its code. */
static void read_texts(SEXP column, smet_field_t field, uint8_t *codes)
{
    enum { SLOTS = 256 };
    SEXP seen[SLOTS] = {NULL};
    uint8_t known[SLOTS] = {0};
    const SEXP *cells = STRING_PTR_RO(column);
    for (R_xlen_t i = 0; i < XLENGTH(column); i++) {
        SEXP cell = cells[i];
        size_t slot = (uintptr_t)cell / 64 % SLOTS;
        if (seen[slot] != cell) {
            known[slot] = code_of_element(field, cell);
            seen[slot] = cell;
        }
        codes[i] = known[slot];
    }
}

/* `levels` has the codes of the levels. */
static void read_factor(SEXP column, SEXP labels, smet_field_t field, uint8_t *levels,
                        uint8_t *codes)
{
    R_xlen_t count = XLENGTH(labels);
    for (R_xlen_t i = 0; i < count; i++)
        levels[i] = code_of_element(field, STRING_ELT(labels, i));
    for (R_xlen_t i = 0; i < XLENGTH(column); i++) {
        int level = INTEGER(column)[i];
        if (level == NA_INTEGER)
            codes[i] = CODE_UNKNOWN;
        else
            codes[i] = level >= 1 && level <= count ? levels[level - 1] : CODE_ODD;
    }
}

static void list_integers(smet_field_t field, uint8_t codes[CODES])
{
    char text[16];
    for (int value = 0; value < CODES; value++) {
        snprintf(text, sizeof text, "%d", value);
        codes[value] = code_of_text(field, text);
    }
}

static void read_integers(SEXP column, smet_field_t field, uint8_t *codes)
{
    uint8_t known[CODES];
    list_integers(field, known);
    for (R_xlen_t i = 0; i < XLENGTH(column); i++) {
        int value = INTEGER(column)[i];
        codes[i] = value == NA_INTEGER              ? CODE_UNKNOWN
                   : value >= 0 && value < CODES ? known[value]
                                                    : CODE_ODD;
    }
}

static void read_doubles(SEXP column, smet_field_t field, uint8_t *codes)
{
    uint8_t known[CODES];
    list_integers(field, known);
    for (R_xlen_t i = 0; i < XLENGTH(column); i++) {
        double value = REAL(column)[i];
        codes[i] = CODE_ODD;
        /* NaN is the result of a calculation that failed, but R takes it as NA too. */
        if (ISNAN(value))
            codes[i] = CODE_UNKNOWN;
        else if (value >= 0 && value < CODES && value == (int)value)
            codes[i] = known[(int)value];
    }
}

static const char *text_of_flag(int flag)
{
    return flag ? "yes" : "no";
}

static void read_flags(SEXP column, smet_field_t field, uint8_t *codes)
{
    uint8_t no = code_of_text(field, text_of_flag(0)), yes = code_of_text(field, text_of_flag(1));
    for (R_xlen_t i = 0; i < XLENGTH(column); i++) {
        int value = LOGICAL(column)[i];
        codes[i] = value == NA_LOGICAL ? CODE_UNKNOWN : value ? yes : no;
    }
}

/* A class may give the elements another meaning, as integer64 and dates do. */
static int has_class_of_its_own(SEXP column)
{
    SEXP classes = Rf_getAttrib(column, R_ClassSymbol);
    /* I() adds a class and takes none off: labelled cells in it are labelled cells. */
    int is_plain_as_is = Rf_inherits(column, "AsIs") && XLENGTH(classes) == 1;
    return OBJECT(column) && !Rf_isFactor(column) && !is_plain_as_is;
}

static int read_column(SEXP column, smet_field_t field, uint8_t *codes)
{
    if (has_class_of_its_own(column))
        return 0;
    if (Rf_isFactor(column)) {
        SEXP labels = Rf_getAttrib(column, R_LevelsSymbol);
        uint8_t *levels = (uint8_t *)R_alloc((size_t)XLENGTH(labels) + 1, 1);
        read_factor(column, labels, field, levels, codes);
    } else if (TYPEOF(column) == STRSXP)
        read_texts(column, field, codes);
    else if (TYPEOF(column) == INTSXP)
        read_integers(column, field, codes);
    else if (TYPEOF(column) == REALSXP)
        read_doubles(column, field, codes);
    else if (TYPEOF(column) == LGLSXP)
        read_flags(column, field, codes);
    else
        return 0;
    return 1;
}

/* --- the frame ----------------------------------------------------------- */

static SEXP refusal_of_column(smet_field_t field, const char *what)
{
    char message[160];
    snprintf(message, sizeof message, "%s: %s", smet_term_key(SMET_VOCABULARY_FIELD, field),
             what);
    return refusal(SMET_ERROR_WRONG_KIND, field, message);
}

static SEXP read_codes(struct frame *frame, size_t which)
{
    SEXP column = VECTOR_ELT(frame->columns, (R_xlen_t)which);
    smet_field_t field = frame->fields[which];
    if (XLENGTH(column) != frame->rows)
        return refusal_of_column(field, "the column has not as many cells as the data frame has "
                                        "rows");
    frame->codes[which] = (uint8_t *)R_alloc((size_t)frame->rows + 1, 1);
    if (!read_column(column, field, frame->codes[which]))
        return refusal_of_column(field, "a column of text, a factor, numbers or logical values "
                                        "can be read, no other class");
    return R_NilValue;
}

static void no_errors(struct frame *frame)
{
    for (R_xlen_t i = 0; i < frame->rows; i++)
        SET_STRING_ELT(frame->error, i, NA_STRING);
}

uint8_t *chunk_room(void)
{
    return (uint8_t *)R_alloc(CHUNK, 1);
}

SEXP frame_read(struct frame *frame, SEXP columns, SEXP keys, SEXP rows, SEXP keep)
{
    size_t count = (size_t)XLENGTH(columns);
    SEXP handle = record_handle();
    SET_VECTOR_ELT(keep, 0, handle);
    frame->record = record_in(handle);
    if (frame->record == NULL)
        return handle;
    frame->columns = columns;
    frame->column_count = count;
    frame->rows = Rf_asInteger(rows);
    frame->error = Rf_allocVector(STRSXP, frame->rows);
    SET_VECTOR_ELT(keep, 1, frame->error);
    no_errors(frame);
    frame->fields = (smet_field_t *)R_alloc(count + 1, sizeof *frame->fields);
    frame->codes = (uint8_t **)R_alloc(count + 1, sizeof *frame->codes);
    frame->at = (struct smet_column *)R_alloc(count + 1, sizeof *frame->at);
    frame->pointers = (const struct smet_column **)R_alloc(count + 1, sizeof *frame->pointers);
    frame->status = chunk_room();
    frame->inconsistent = chunk_room();
    for (size_t i = 0; i < count; i++) {
        SEXP key = STRING_ELT(keys, (R_xlen_t)i);
        frame->fields[i] =
            smet_term_find(SMET_VOCABULARY_FIELD, Rf_translateCharUTF8(key));
        SEXP refused = read_codes(frame, i);
        if (refused != R_NilValue)
            return refused;
    }
    return R_NilValue;
}

/* Points the columns at a row. */
static void frame_at(struct frame *frame, R_xlen_t row)
{
    for (size_t i = 0; i < frame->column_count; i++) {
        frame->at[i] = (struct smet_column){.size = sizeof frame->at[i],
                                            .field = frame->fields[i],
                                            .element = SMET_ELEMENT_UINT8,
                                            .has_unknown = 1,
                                            .unknown = CODE_UNKNOWN,
                                            .values = frame->codes[i] + row};
        frame->pointers[i] = &frame->at[i];
    }
}

/* --- a row as a record --------------------------------------------------- */

/* The text of a cell; numbers are written to `number`. */
static const char *text_of_cell(SEXP column, R_xlen_t row, char *number, size_t size)
{
    if (Rf_isFactor(column)) {
        SEXP labels = Rf_getAttrib(column, R_LevelsSymbol);
        int level = INTEGER(column)[row];
        if (level >= 1 && level <= XLENGTH(labels))
            return Rf_translateCharUTF8(STRING_ELT(labels, level - 1));
        snprintf(number, size, "level %d", level);
    } else if (TYPEOF(column) == STRSXP)
        return Rf_translateCharUTF8(STRING_ELT(column, row));
    else if (TYPEOF(column) == INTSXP)
        snprintf(number, size, "%d", INTEGER(column)[row]);
    else if (TYPEOF(column) == REALSXP)
        snprintf(number, size, "%.15g", REAL(column)[row]);
    else
        snprintf(number, size, "%s", text_of_flag(LOGICAL(column)[row]));
    return number;
}

int frame_enter_row(struct frame *frame, R_xlen_t row)
{
    const void *mark = vmaxget();
    char number[64];
    int is_good = 1;
    for (size_t i = 0; i < frame->column_count; i++)
        smet_record_clear(frame->record, frame->fields[i]);
    for (size_t i = 0; is_good && i < frame->column_count; i++) {
        struct smet_error error = {.size = sizeof error};
        SEXP column = VECTOR_ELT(frame->columns, (R_xlen_t)i);
        if (frame->codes[i][row] == CODE_UNKNOWN)
            continue;
        const char *text = text_of_cell(column, row, number, sizeof number);
        if (smet_record_set_text(frame->record,
                                 smet_term_key(SMET_VOCABULARY_FIELD, frame->fields[i]), text,
                                 &error) == SMET_OK)
            continue;
        SET_STRING_ELT(frame->error, row, element(error.message));
        is_good = 0;
    }
    vmaxset(mark);
    return is_good;
}

/* --- all rows ------------------------------------------------------------ */

SEXP frame_answer(struct frame *frame, const struct frame_steps *steps, void *question,
                  SEXP table)
{
    SEXP inconsistent = VECTOR_ELT(table, XLENGTH(table) - 2);
    /* Once also for a frame without rows: columns can be wrong then too. */
    for (R_xlen_t row = 0; row == 0 || row < frame->rows; row += CHUNK) {
        struct smet_error error = {.size = sizeof error};
        size_t rows = (size_t)(frame->rows - row < CHUNK ? frame->rows - row : CHUNK);
        frame_at(frame, row);
        smet_status_t status = steps->answer_chunk(question, rows, &error);
        for (size_t at = 0; status == SMET_OK && at < rows; at++) {
            R_xlen_t here = row + (R_xlen_t)at;
            if (frame->status[at] != SMET_ROW_GOOD)
                status = steps->answer_odd_row(question, here, at);
            int is_good = frame->status[at] == SMET_ROW_GOOD;
            LOGICAL(inconsistent)[here] = is_good ? frame->inconsistent[at] : NA_LOGICAL;
            steps->write_row(question, here, at, is_good);
        }
        if (status != SMET_OK)
            return refusal_of(status, &error);
        R_CheckUserInterrupt();
    }
    SET_VECTOR_ELT(table, XLENGTH(table) - 1, frame->error);
    return table;
}
