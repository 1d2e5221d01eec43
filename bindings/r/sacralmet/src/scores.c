/*
 * The scores of one assessment.
 */
#include "sacralmet_r.h"

enum { NOTES = 32, FIELDS = 512 };

/* The keys of the bands in a set, those of the least totals first. */
static SEXP band_keys(smet_instrument_t instrument, uint32_t bands)
{
    int count = 0;
    for (int b = 0; b < SMET_BANDS_MAX; b++)
        count += (int)(bands >> b & 1);
    SEXP keys = PROTECT(Rf_allocVector(STRSXP, count));
    for (int b = 0, at = 0; b < SMET_BANDS_MAX; b++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((bands >> b & 1) == 0)
            continue;
        smet_band_describe(instrument, b, &info);
        SET_STRING_ELT(keys, at++, element(info.key));
    }
    UNPROTECT(1);
    return keys;
}

static void put_score(SEXP table, R_xlen_t row, const smet_assessment *assessment,
                      smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    smet_assessment_score(assessment, instrument, &score);
    put_term(table, 0, row, SMET_VOCABULARY_INSTRUMENT, instrument);
    put_text(table, 1, row, smet_term_label(SMET_VOCABULARY_INSTRUMENT, instrument));
    put_integer(table, 2, row, score.minimum);
    put_integer(table, 3, row, score.maximum);
    put_list(table, 4, row, numbers_of_bits(score.totals));
    put_list(table, 5, row, band_keys(instrument, score.bands));
    put_flag(table, 6, row, score.is_complete);
    put_flag(table, 7, row, score.is_decided);
    put_list(table, 8, row, keys_of(SMET_VOCABULARY_FIELD, score.missing, score.missing_count));
}

SEXP sacralmet_assessed_scores(SEXP handle)
{
    static const struct table_column columns[] = {
        {"instrument", STRSXP}, {"label", STRSXP}, {"minimum", INTSXP},  {"maximum", INTSXP},
        {"totals", VECSXP},     {"bands", VECSXP}, {"complete", LGLSXP}, {"decided", LGLSXP},
        {"missing", VECSXP},    {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    if (assessment == NULL)
        return refusal_of_handle();
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++)
        put_score(table, i, assessment, smet_term_at(SMET_VOCABULARY_INSTRUMENT, (size_t)i));
    UNPROTECT(1);
    return table;
}

static void put_item(SEXP table, R_xlen_t row, const smet_record *record,
                     smet_instrument_t instrument, const struct smet_score_item *item)
{
    smet_field_t from[FIELDS];
    size_t count =
        smet_record_score_item_derived_from(record, instrument, (size_t)row, from, FIELDS);
    put_text(table, 0, row, item->key);
    put_term(table, 1, row, SMET_VOCABULARY_FIELD, item->field);
    put_list(table, 2, row, numbers_of_bits(item->points));
    put_text(table, 3, row, item->option < 0 ? NULL : smet_value_key(item->field, item->option));
    put_flag(table, 4, row, item->is_derived);
    put_list(table, 5, row, keys_of(SMET_VOCABULARY_FIELD, from, count < FIELDS ? count : FIELDS));
    put_flag(table, 6, row, item->is_set_aside);
    put_text(table, 7, row, item->note);
    put_text(table, 8, row, item->caveat);
}

SEXP sacralmet_assessed_items(SEXP handle, SEXP key)
{
    static const struct table_column columns[] = {
        {"item", STRSXP},         {"field", STRSXP},     {"points", VECSXP},
        {"option", STRSXP},       {"derived", LGLSXP},   {"derived_from", VECSXP},
        {"set_aside", LGLSXP},    {"note", STRSXP},      {"caveat", STRSXP},
        {NULL, NILSXP}};
    const smet_record *record = smet_assessment_record(assessment_in(handle));
    smet_instrument_t instrument = term_of(SMET_VOCABULARY_INSTRUMENT, key);
    struct smet_instrument_info info = {.size = sizeof info};
    if (record == NULL)
        return refusal_of_handle();
    smet_status_t status = smet_instrument_describe(instrument, &info);
    if (status != SMET_OK)
        return refusal(status, SMET_FIELD_INVALID, NULL);
    SEXP table = PROTECT(table_new(columns, (R_xlen_t)info.item_count));
    for (size_t i = 0; i < info.item_count; i++) {
        struct smet_score_item item = {.size = sizeof item};
        smet_record_score_item(record, instrument, i, &item, NULL);
        put_item(table, (R_xlen_t)i, record, instrument, &item);
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_assessed_notes(SEXP handle, SEXP key)
{
    const smet_record *record = smet_assessment_record(assessment_in(handle));
    const char *notes[NOTES];
    if (record == NULL)
        return refusal_of_handle();
    size_t count =
        smet_record_score_notes(record, term_of(SMET_VOCABULARY_INSTRUMENT, key), notes, NOTES);
    SEXP vector = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)(count < NOTES ? count : NOTES)));
    for (R_xlen_t i = 0; i < XLENGTH(vector); i++)
        SET_STRING_ELT(vector, i, element(notes[i]));
    UNPROTECT(1);
    return vector;
}
