/*
 * What the library knows, walked at run time.
 */
#include "sacralmet_r.h"

/* Room for lists that have fewer members, and for conditions in words. */
enum { LIST = 128, WORDS = 8192 };

static size_t fitting(size_t count)
{
    return count < LIST ? count : LIST;
}

SEXP sacralmet_versions(void)
{
    const char *names[] = {"release", "abi", "content", "digest"};
    const char *values[] = {smet_version(), smet_abi_version(), smet_content_version(),
                            smet_content_digest()};
    SEXP versions = PROTECT(Rf_allocVector(STRSXP, 4));
    SEXP keys = PROTECT(Rf_allocVector(STRSXP, 4));
    for (int i = 0; i < 4; i++) {
        SET_STRING_ELT(versions, i, element(values[i]));
        SET_STRING_ELT(keys, i, element(names[i]));
    }
    Rf_setAttrib(versions, R_NamesSymbol, keys);
    UNPROTECT(2);
    return versions;
}

SEXP sacralmet_vocabulary(SEXP key)
{
    static const struct table_column columns[] = {
        {"number", INTSXP}, {"key", STRSXP}, {"label", STRSXP}, {NULL, NILSXP}};
    smet_vocabulary_t vocabulary = term_of(SMET_VOCABULARY_VOCABULARY, key);
    R_xlen_t count = (R_xlen_t)smet_term_count(vocabulary);
    if (count == 0)
        return refusal(SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID, NULL);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        int32_t term = smet_term_at(vocabulary, (size_t)i);
        put_integer(table, 0, i, term);
        put_term(table, 1, i, vocabulary, term);
        put_text(table, 2, i, smet_term_label(vocabulary, term));
    }
    UNPROTECT(1);
    return table;
}

/* --- the record ---------------------------------------------------------- */

SEXP sacralmet_fields(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},     {"label", STRSXP}, {"kind", STRSXP},       {"group", STRSXP},
        {"minimum", INTSXP}, {"maximum", INTSXP}, {"step", INTSXP},     {"override", LGLSXP},
        {"definition", STRSXP}, {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_FIELD);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, (size_t)i), &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_term(table, 2, i, SMET_VOCABULARY_FIELD_KIND, info.kind);
        put_term(table, 3, i, SMET_VOCABULARY_FIELD_GROUP, info.group);
        put_integer(table, 4, i, info.kind == SMET_KIND_INTEGER ? info.minimum : NA_INTEGER);
        put_integer(table, 5, i, info.kind == SMET_KIND_INTEGER ? info.maximum : NA_INTEGER);
        put_integer(table, 6, i, info.kind == SMET_KIND_INTEGER ? info.step : NA_INTEGER);
        put_flag(table, 7, i, info.is_override);
        put_text(table, 8, i, info.definition);
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_values(SEXP key)
{
    static const struct table_column columns[] = {
        {"key", STRSXP}, {"label", STRSXP}, {"definition", STRSXP}, {NULL, NILSXP}};
    smet_field_t field = term_of(SMET_VOCABULARY_FIELD, key);
    R_xlen_t count = (R_xlen_t)smet_value_count(field);
    if (field == SMET_FIELD_INVALID)
        return refusal(SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID, NULL);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        smet_value_t value = smet_value_at(field, (size_t)i);
        put_text(table, 0, i, smet_value_key(field, value));
        put_text(table, 1, i, smet_value_label(field, value));
        put_text(table, 2, i, smet_value_definition(field, value));
    }
    UNPROTECT(1);
    return table;
}

/* --- the instruments ----------------------------------------------------- */

SEXP sacralmet_instruments(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},       {"label", STRSXP},      {"alias", STRSXP},
        {"minimum", INTSXP},   {"maximum", INTSXP},    {"direction", STRSXP},
        {"prognostic", LGLSXP}, {"reported_field", STRSXP}, {"references", VECSXP},
        {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    int32_t references[LIST];
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_instrument_info info = {.size = sizeof info};
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, (size_t)i);
        smet_instrument_describe(instrument, &info);
        size_t cited = fitting(smet_instrument_references(instrument, references, LIST));
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_text(table, 2, i, info.alias);
        put_integer(table, 3, i, info.minimum);
        put_integer(table, 4, i, info.maximum);
        put_term(table, 5, i, SMET_VOCABULARY_DIRECTION, info.direction);
        put_flag(table, 6, i, info.is_prognostic);
        put_term(table, 7, i, SMET_VOCABULARY_FIELD, info.reported_field);
        put_list(table, 8, i, keys_of(SMET_VOCABULARY_REFERENCE, references, cited));
    }
    UNPROTECT(1);
    return table;
}

static smet_status_t describe_instrument(SEXP key, struct smet_instrument_info *info)
{
    *info = (struct smet_instrument_info){.size = sizeof *info};
    return smet_instrument_describe(term_of(SMET_VOCABULARY_INSTRUMENT, key), info);
}

SEXP sacralmet_items(SEXP key)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},    {"label", STRSXP},      {"field", STRSXP}, {"mapped_from", STRSXP},
        {"caveat", STRSXP}, {"provenance", STRSXP}, {NULL, NILSXP}};
    struct smet_instrument_info instrument;
    smet_status_t status = describe_instrument(key, &instrument);
    if (status != SMET_OK)
        return refusal(status, SMET_FIELD_INVALID, NULL);
    SEXP table = PROTECT(table_new(columns, (R_xlen_t)instrument.item_count));
    for (R_xlen_t i = 0; i < (R_xlen_t)instrument.item_count; i++) {
        struct smet_item_info info = {.size = sizeof info};
        smet_item_describe(instrument.instrument, (size_t)i, &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_term(table, 2, i, SMET_VOCABULARY_FIELD, info.field);
        put_term(table, 3, i, SMET_VOCABULARY_FIELD, info.mapped_from);
        put_text(table, 4, i, info.caveat);
        put_text(table, 5, i, info.provenance);
    }
    UNPROTECT(1);
    return table;
}

static R_xlen_t count_points(const struct smet_instrument_info *instrument)
{
    R_xlen_t rows = 0;
    for (size_t i = 0; i < instrument->item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        smet_item_describe(instrument->instrument, i, &item);
        rows += (R_xlen_t)item.row_count;
    }
    return rows;
}

SEXP sacralmet_points(SEXP key)
{
    static const struct table_column columns[] = {{"item", STRSXP},  {"points", INTSXP},
                                                  {"label", STRSXP}, {"values", VECSXP},
                                                  {"note", STRSXP},  {NULL, NILSXP}};
    struct smet_instrument_info instrument;
    smet_value_t values[LIST];
    R_xlen_t at = 0;
    smet_status_t status = describe_instrument(key, &instrument);
    if (status != SMET_OK)
        return refusal(status, SMET_FIELD_INVALID, NULL);
    SEXP table = PROTECT(table_new(columns, count_points(&instrument)));
    for (size_t i = 0; i < instrument.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        smet_item_describe(instrument.instrument, i, &item);
        for (size_t row = 0; row < item.row_count; row++, at++) {
            struct smet_points_info info = {.size = sizeof info};
            smet_points_describe(instrument.instrument, i, row, &info);
            size_t count = fitting(
                smet_points_values(instrument.instrument, i, row, values, LIST));
            put_text(table, 0, at, item.key);
            put_integer(table, 1, at, info.points);
            put_text(table, 2, at, info.label);
            put_list(table, 3, at, value_keys(item.field, values, count));
            put_text(table, 4, at, info.note);
        }
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_bands(SEXP key)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},     {"label", STRSXP},    {"alias", STRSXP},      {"minimum", INTSXP},
        {"maximum", INTSXP}, {"strategy", STRSXP}, {"provenance", STRSXP}, {NULL, NILSXP}};
    struct smet_instrument_info instrument;
    smet_status_t status = describe_instrument(key, &instrument);
    if (status != SMET_OK)
        return refusal(status, SMET_FIELD_INVALID, NULL);
    SEXP table = PROTECT(table_new(columns, (R_xlen_t)instrument.band_count));
    for (R_xlen_t i = 0; i < (R_xlen_t)instrument.band_count; i++) {
        struct smet_band_info info = {.size = sizeof info};
        smet_band_describe(instrument.instrument, (smet_band_t)i, &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_text(table, 2, i, info.alias);
        put_integer(table, 3, i, info.minimum);
        put_integer(table, 4, i, info.maximum);
        put_text(table, 5, i, info.strategy);
        put_text(table, 6, i, info.provenance);
    }
    UNPROTECT(1);
    return table;
}

/* --- the pathway --------------------------------------------------------- */

SEXP sacralmet_interventions(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},             {"label", STRSXP},
        {"definition", STRSXP},      {"operation", LGLSXP},
        {"local_treatment", LGLSXP}, {"around_operation", LGLSXP},
        {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_INTERVENTION);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_intervention_info info = {.size = sizeof info};
        smet_intervention_describe(smet_term_at(SMET_VOCABULARY_INTERVENTION, (size_t)i), &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_text(table, 2, i, info.definition);
        put_flag(table, 3, i, info.is_operation);
        put_flag(table, 4, i, info.is_local_treatment);
        put_flag(table, 5, i, info.is_around_operation);
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_findings(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP}, {"label", STRSXP}, {"condition", STRSXP}, {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_FINDING);
    char words[WORDS];
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        smet_finding_t finding = smet_term_at(SMET_VOCABULARY_FINDING, (size_t)i);
        smet_finding_condition(finding, words, sizeof words);
        put_term(table, 0, i, SMET_VOCABULARY_FINDING, finding);
        put_text(table, 1, i, smet_term_label(SMET_VOCABULARY_FINDING, finding));
        put_text(table, 2, i, words);
    }
    UNPROTECT(1);
    return table;
}

static void put_rule(SEXP table, R_xlen_t row, smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    int32_t list[LIST];
    char words[WORDS];
    smet_rule_describe(rule, &info);
    smet_rule_condition(rule, words, sizeof words);
    put_text(table, 0, row, info.key);
    put_term(table, 1, row, SMET_VOCABULARY_VERDICT, info.verdict);
    put_term(table, 2, row, SMET_VOCABULARY_GRADE, info.grade);
    put_text(table, 3, row, smet_term_label(SMET_VOCABULARY_GRADE, info.grade));
    put_text(table, 4, row, words);
    put_text(table, 5, row, info.rationale);
    put_text(table, 6, row, info.section);
    size_t count = fitting(smet_rule_interventions(rule, list, LIST));
    put_list(table, 7, row, keys_of(SMET_VOCABULARY_INTERVENTION, list, count));
    count = fitting(smet_rule_references(rule, list, LIST));
    put_list(table, 8, row, keys_of(SMET_VOCABULARY_REFERENCE, list, count));
    count = fitting(smet_rule_evidence(rule, list, LIST));
    put_list(table, 9, row, keys_of(SMET_VOCABULARY_EVIDENCE, list, count));
    count = fitting(smet_rule_fields(rule, list, LIST));
    put_list(table, 10, row, keys_of(SMET_VOCABULARY_FIELD, list, count));
}

SEXP sacralmet_rules(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},           {"verdict", STRSXP},    {"grade", STRSXP},
        {"grade_label", STRSXP},   {"condition", STRSXP},  {"rationale", STRSXP},
        {"section", STRSXP},       {"interventions", VECSXP}, {"references", VECSXP},
        {"evidence", VECSXP},      {"fields", VECSXP},     {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_RULE);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++)
        put_rule(table, i, smet_term_at(SMET_VOCABULARY_RULE, (size_t)i));
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_conflicts(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP}, {"label", STRSXP}, {"explanation", STRSXP}, {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_CONFLICT);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_conflict_info info = {.size = sizeof info};
        smet_conflict_describe(smet_term_at(SMET_VOCABULARY_CONFLICT, (size_t)i), &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_text(table, 2, i, info.explanation);
    }
    UNPROTECT(1);
    return table;
}

/* --- the sources --------------------------------------------------------- */

SEXP sacralmet_references(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},    {"number", INTSXP}, {"year", INTSXP}, {"authors", STRSXP},
        {"title", STRSXP},  {"journal", STRSXP}, {"doi", STRSXP}, {"pmid", STRSXP},
        {"citation", STRSXP}, {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_REFERENCE);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_reference_info info = {.size = sizeof info};
        smet_reference_describe(smet_term_at(SMET_VOCABULARY_REFERENCE, (size_t)i), &info);
        put_text(table, 0, i, info.key);
        put_integer(table, 1, i, info.number == 0 ? NA_INTEGER : info.number);
        put_integer(table, 2, i, info.year == 0 ? NA_INTEGER : info.year);
        put_text(table, 3, i, info.authors);
        put_text(table, 4, i, info.title);
        put_text(table, 5, i, info.journal);
        put_text(table, 6, i, info.doi);
        put_text(table, 7, i, info.pmid);
        put_text(table, 8, i, info.citation);
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_evidence(void)
{
    static const struct table_column columns[] = {
        {"key", STRSXP},    {"label", STRSXP},     {"reference", STRSXP},    {"status", STRSXP},
        {"n", INTSXP},      {"measure", STRSXP},   {"before", STRSXP},       {"after", STRSXP},
        {"p", STRSXP},      {"statement", STRSXP}, {"disagreement", STRSXP}, {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_EVIDENCE);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_evidence_info info = {.size = sizeof info};
        smet_evidence_describe(smet_term_at(SMET_VOCABULARY_EVIDENCE, (size_t)i), &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_term(table, 2, i, SMET_VOCABULARY_REFERENCE, info.reference);
        put_term(table, 3, i, SMET_VOCABULARY_EVIDENCE_STATUS, info.status);
        put_integer(table, 4, i, info.n == 0 ? NA_INTEGER : info.n);
        put_text(table, 5, i, info.measure);
        put_text(table, 6, i, info.before);
        put_text(table, 7, i, info.after);
        put_text(table, 8, i, info.p);
        put_text(table, 9, i, info.statement);
        put_text(table, 10, i, info.disagreement);
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_disputes(void)
{
    static const struct table_column columns[] = {{"key", STRSXP},       {"label", STRSXP},
                                                  {"statement", STRSXP}, {"choice", STRSXP},
                                                  {NULL, NILSXP}};
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_DISPUTE);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        struct smet_dispute_info info = {.size = sizeof info};
        smet_dispute_describe(smet_term_at(SMET_VOCABULARY_DISPUTE, (size_t)i), &info);
        put_text(table, 0, i, info.key);
        put_text(table, 1, i, info.label);
        put_text(table, 2, i, info.statement);
        put_text(table, 3, i, info.choice);
    }
    UNPROTECT(1);
    return table;
}
