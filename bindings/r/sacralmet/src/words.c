/*
 * Words and numbers of the library as vectors of R.
 */
#include "sacralmet_r.h"

SEXP element(const char *text)
{
    return text == NULL ? NA_STRING : Rf_mkCharCE(text, CE_UTF8);
}

const char *text_of(SEXP vector)
{
    if (TYPEOF(vector) != STRSXP || XLENGTH(vector) != 1 || STRING_ELT(vector, 0) == NA_STRING)
        return NULL;
    return Rf_translateCharUTF8(STRING_ELT(vector, 0));
}

int32_t term_of(smet_vocabulary_t vocabulary, SEXP key)
{
    return smet_term_find(vocabulary, text_of(key));
}

SEXP keys_of(smet_vocabulary_t vocabulary, const int32_t *terms, size_t count)
{
    SEXP keys = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));
    for (size_t i = 0; i < count; i++)
        SET_STRING_ELT(keys, (R_xlen_t)i, element(smet_term_key(vocabulary, terms[i])));
    UNPROTECT(1);
    return keys;
}

/* Writes the numbers in a set; returns how many there are. */
static size_t list_bits(uint64_t bits, int32_t numbers[64])
{
    size_t count = 0;
    for (int32_t bit = 0; bit < 64; bit++)
        if (bits >> bit & 1)
            numbers[count++] = bit;
    return count;
}

SEXP numbers_of_bits(uint64_t bits)
{
    int32_t numbers[64];
    size_t count = list_bits(bits, numbers);
    SEXP vector = Rf_allocVector(INTSXP, (R_xlen_t)count);
    for (size_t i = 0; i < count; i++)
        INTEGER(vector)[i] = numbers[i];
    return vector;
}

SEXP value_keys(smet_field_t field, const smet_value_t *values, size_t count)
{
    SEXP keys = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));
    for (size_t i = 0; i < count; i++)
        SET_STRING_ELT(keys, (R_xlen_t)i, element(smet_value_key(field, values[i])));
    UNPROTECT(1);
    return keys;
}
