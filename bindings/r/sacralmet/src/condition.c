/*
 * Refusals of the library as conditions of R.
 */
#include "sacralmet_r.h"

static SEXP classes(void)
{
    SEXP vector = PROTECT(Rf_allocVector(STRSXP, 3));
    SET_STRING_ELT(vector, 0, Rf_mkChar("sacralmet_error"));
    SET_STRING_ELT(vector, 1, Rf_mkChar("error"));
    SET_STRING_ELT(vector, 2, Rf_mkChar("condition"));
    UNPROTECT(1);
    return vector;
}

SEXP refusal(smet_status_t status, smet_field_t field, const char *message)
{
    const char *names[] = {"message", "call", "status", "field", ""};
    SEXP condition = PROTECT(Rf_mkNamed(VECSXP, names));
    const char *text = message == NULL || message[0] == '\0' ? smet_status_text(status) : message;
    SET_VECTOR_ELT(condition, 0, Rf_ScalarString(PROTECT(element(text))));
    SET_VECTOR_ELT(condition, 2, Rf_ScalarString(PROTECT(element(smet_status_name(status)))));
    SEXP key = PROTECT(element(smet_term_key(SMET_VOCABULARY_FIELD, field)));
    SET_VECTOR_ELT(condition, 3, Rf_ScalarString(key));
    Rf_setAttrib(condition, R_ClassSymbol, PROTECT(classes()));
    UNPROTECT(5);
    return condition;
}

SEXP refusal_of(smet_status_t status, const struct smet_error *error)
{
    /* Calls that take no error leave it as it was. */
    if (error == NULL || error->message[0] == '\0')
        return refusal(status, SMET_FIELD_INVALID, NULL);
    return refusal(status, error->field, error->message);
}
