/*
 * What the files of the package share.
 *
 * R leaves a function that fails by longjmp. Whatever the library allocates is
 * therefore owned by an external pointer before anything else can fail, and
 * memory that the package needs is R's own. The library's refusals are no
 * failures: they come back as conditions, which the R code raises.
 */
#ifndef SACRALMET_R_H
#define SACRALMET_R_H

#include <sacralmet/sacralmet.h>

#define R_NO_REMAP
#include <Rinternals.h>

/* --- conditions ---------------------------------------------------------- */

/* A refusal as a condition; `field` may be -1, and NULL stands for the status's own text. */
SEXP refusal(smet_status_t status, smet_field_t field, const char *message);
SEXP refusal_of(smet_status_t status, const struct smet_error *error);

/* --- handles ------------------------------------------------------------- */

/* A new record in a handle, or a refusal. */
SEXP record_handle(void);

/* What a handle owns; NULL where it is no such handle or its session has ended. */
smet_record *record_in(SEXP handle);
smet_assessment *assessment_in(SEXP handle);

/* The refusal of a handle that owns nothing. */
SEXP refusal_of_handle(void);

/* --- words --------------------------------------------------------------- */

/* UTF-8 text as an element of a character vector; NULL is NA. */
SEXP element(const char *text);

/* The UTF-8 text of a character vector of length one; NULL for NA. */
const char *text_of(SEXP vector);

/* The keys of terms, by number, or by bits of a set. */
SEXP keys_of(smet_vocabulary_t vocabulary, const int32_t *terms, size_t count);

/* The numbers in a set of bits. */
SEXP numbers_of_bits(uint64_t bits);

/* The keys of values of a field. */
SEXP value_keys(smet_field_t field, const smet_value_t *values, size_t count);

/* The term that a character vector of length one names; -1 when there is none. */
int32_t term_of(smet_vocabulary_t vocabulary, SEXP key);

/* --- tables -------------------------------------------------------------- */

/* A column of a data frame: its name, and STRSXP, INTSXP, LGLSXP or VECSXP. */
struct table_column {
    const char *name;
    SEXPTYPE type;
};

/* A data frame with room for so many rows. The columns end with a name of NULL. */
SEXP table_new(const struct table_column *columns, R_xlen_t rows);

void put_text(SEXP table, int column, R_xlen_t row, const char *text);
void put_integer(SEXP table, int column, R_xlen_t row, int value);
void put_flag(SEXP table, int column, R_xlen_t row, int value);
void put_list(SEXP table, int column, R_xlen_t row, SEXP value);

/* The key of a term; NA where there is none. */
void put_term(SEXP table, int column, R_xlen_t row, smet_vocabulary_t vocabulary, int32_t term);

/* --- routines ------------------------------------------------------------ */

SEXP sacralmet_versions(void);
SEXP sacralmet_vocabulary(SEXP key);
SEXP sacralmet_fields(void);
SEXP sacralmet_values(SEXP field);
SEXP sacralmet_instruments(void);
SEXP sacralmet_items(SEXP instrument);
SEXP sacralmet_points(SEXP instrument);
SEXP sacralmet_bands(SEXP instrument);
SEXP sacralmet_interventions(void);
SEXP sacralmet_findings(void);
SEXP sacralmet_rules(void);
SEXP sacralmet_conflicts(void);
SEXP sacralmet_references(void);
SEXP sacralmet_evidence(void);
SEXP sacralmet_disputes(void);

SEXP sacralmet_record_new(void);
SEXP sacralmet_record_copy(SEXP handle);
SEXP sacralmet_record_set_text(SEXP handle, SEXP field, SEXP text);
SEXP sacralmet_record_clear(SEXP handle, SEXP field);
SEXP sacralmet_record_entered(SEXP handle);
SEXP sacralmet_record_values(SEXP handle, SEXP field);

SEXP sacralmet_assess(SEXP handle);
SEXP sacralmet_assessed_interventions(SEXP handle);
SEXP sacralmet_assessed_order(SEXP handle);
SEXP sacralmet_assessed_rules(SEXP handle);
SEXP sacralmet_assessed_findings(SEXP handle);
SEXP sacralmet_assessed_derived(SEXP handle);
SEXP sacralmet_assessed_conflicts(SEXP handle);
SEXP sacralmet_assessed_inconsistencies(SEXP handle);
SEXP sacralmet_assessed_next(SEXP handle);
SEXP sacralmet_assessed_scores(SEXP handle);
SEXP sacralmet_assessed_items(SEXP handle, SEXP instrument);
SEXP sacralmet_assessed_notes(SEXP handle, SEXP instrument);

SEXP sacralmet_score_frame(SEXP columns, SEXP keys, SEXP rows, SEXP instruments);
SEXP sacralmet_dispositions_frame(SEXP columns, SEXP keys, SEXP rows, SEXP interventions);

#endif
