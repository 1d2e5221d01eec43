/*
 * Data frames, filled cell by cell.
 */
#include "sacralmet_r.h"

/* Row names as R writes "1 to n" for itself. */
static SEXP row_names(R_xlen_t rows)
{
    SEXP names = Rf_allocVector(INTSXP, 2);
    INTEGER(names)[0] = NA_INTEGER;
    INTEGER(names)[1] = -(int)rows;
    return names;
}

SEXP table_new(const struct table_column *columns, R_xlen_t rows)
{
    int count = 0;
    while (columns[count].name != NULL)
        count++;
    SEXP table = PROTECT(Rf_allocVector(VECSXP, count));
    SEXP names = PROTECT(Rf_allocVector(STRSXP, count));
    for (int i = 0; i < count; i++) {
        SET_VECTOR_ELT(table, i, Rf_allocVector(columns[i].type, rows));
        SET_STRING_ELT(names, i, element(columns[i].name));
    }
    Rf_setAttrib(table, R_NamesSymbol, names);
    Rf_setAttrib(table, R_RowNamesSymbol, PROTECT(row_names(rows)));
    Rf_setAttrib(table, R_ClassSymbol, PROTECT(Rf_mkString("data.frame")));
    UNPROTECT(4);
    return table;
}

void put_text(SEXP table, int column, R_xlen_t row, const char *text)
{
    SET_STRING_ELT(VECTOR_ELT(table, column), row, element(text));
}

void put_integer(SEXP table, int column, R_xlen_t row, int value)
{
    INTEGER(VECTOR_ELT(table, column))[row] = value;
}

void put_flag(SEXP table, int column, R_xlen_t row, int value)
{
    LOGICAL(VECTOR_ELT(table, column))[row] = value != 0;
}

void put_list(SEXP table, int column, R_xlen_t row, SEXP value)
{
    SET_VECTOR_ELT(VECTOR_ELT(table, column), row, value);
}

void put_term(SEXP table, int column, R_xlen_t row, smet_vocabulary_t vocabulary, int32_t term)
{
    put_text(table, column, row, smet_term_key(vocabulary, term));
}
