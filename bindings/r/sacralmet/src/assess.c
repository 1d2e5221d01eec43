/*
 * What an assessment says of interventions, rules, findings and facts.
 */
#include "sacralmet_r.h"

/* Room for the lists that the library gives; it has fewer of each. */
enum { ROOM = 512 };

static size_t fitting(size_t count)
{
    return count < ROOM ? count : ROOM;
}

/* What lists fields of an assessment, such as smet_assessment_deciding(). */
typedef size_t (*field_lister)(const smet_assessment *assessment, int32_t of,
                               smet_field_t *fields, size_t capacity);

static SEXP fields_of(const smet_assessment *assessment, int32_t of, field_lister lister)
{
    smet_field_t fields[ROOM];
    return keys_of(SMET_VOCABULARY_FIELD, fields,
                   fitting(lister(assessment, of, fields, ROOM)));
}

static void put_disposition(SEXP table, R_xlen_t row, const smet_assessment *assessment,
                            smet_intervention_t intervention)
{
    struct smet_disposition it = {.size = sizeof it};
    smet_rule_t rules[ROOM];
    smet_assessment_disposition(assessment, intervention, &it);
    put_term(table, 0, row, SMET_VOCABULARY_INTERVENTION, intervention);
    put_text(table, 1, row, smet_term_label(SMET_VOCABULARY_INTERVENTION, intervention));
    put_term(table, 2, row, SMET_VOCABULARY_VERDICT, it.disposition);
    put_flag(table, 3, row, it.is_settled);
    put_list(table, 4, row, keys_of(SMET_VOCABULARY_VERDICT, it.possible, it.possible_count));
    put_term(table, 5, row, SMET_VOCABULARY_SIDE, it.side);
    put_list(table, 6, row, fields_of(assessment, intervention, smet_assessment_deciding));
    put_list(table, 7, row, fields_of(assessment, intervention, smet_assessment_alarming));
    size_t count = fitting(smet_assessment_rules(assessment, intervention, rules, ROOM));
    put_list(table, 8, row, keys_of(SMET_VOCABULARY_RULE, rules, count));
    count = fitting(smet_assessment_cautions(assessment, intervention, rules, ROOM));
    put_list(table, 9, row, keys_of(SMET_VOCABULARY_RULE, rules, count));
}

SEXP sacralmet_assessed_interventions(SEXP handle)
{
    static const struct table_column columns[] = {
        {"intervention", STRSXP}, {"label", STRSXP},    {"disposition", STRSXP},
        {"settled", LGLSXP},      {"possible", VECSXP}, {"side", STRSXP},
        {"deciding", VECSXP},     {"alarming", VECSXP}, {"rules", VECSXP},
        {"cautions", VECSXP},     {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    if (assessment == NULL)
        return refusal_of_handle();
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_INTERVENTION);
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++)
        put_disposition(table, i, assessment,
                        smet_term_at(SMET_VOCABULARY_INTERVENTION, (size_t)i));
    UNPROTECT(1);
    return table;
}

/* The interventions with something to say, in the order of a reader. */
SEXP sacralmet_assessed_order(SEXP handle)
{
    const smet_assessment *assessment = assessment_in(handle);
    int32_t order[ROOM];
    size_t count = fitting(smet_assessment_disposition_count(assessment));
    if (assessment == NULL)
        return refusal_of_handle();
    for (size_t i = 0; i < count; i++) {
        struct smet_disposition it = {.size = sizeof it};
        smet_assessment_disposition_at(assessment, i, &it);
        order[i] = it.intervention;
    }
    return keys_of(SMET_VOCABULARY_INTERVENTION, order, count);
}

static R_xlen_t count_rules(const smet_assessment *assessment)
{
    R_xlen_t count = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++)
        count += (R_xlen_t)fitting(smet_assessment_rules(
            assessment, smet_term_at(SMET_VOCABULARY_INTERVENTION, i), NULL, 0));
    return count;
}

static void put_rule(SEXP table, R_xlen_t row, const smet_assessment *assessment,
                     smet_intervention_t intervention, smet_rule_t rule)
{
    struct smet_rule_state state = {.size = sizeof state};
    smet_assessment_rule(assessment, intervention, rule, &state);
    put_term(table, 0, row, SMET_VOCABULARY_INTERVENTION, intervention);
    put_term(table, 1, row, SMET_VOCABULARY_RULE, rule);
    put_term(table, 2, row, SMET_VOCABULARY_VERDICT, state.verdict);
    put_term(table, 3, row, SMET_VOCABULARY_TRUTH, state.fires);
    put_flag(table, 4, row, state.is_overruled);
    put_list(table, 5, row, fields_of(assessment, rule, smet_assessment_rule_derived));
}

SEXP sacralmet_assessed_rules(SEXP handle)
{
    static const struct table_column columns[] = {
        {"intervention", STRSXP}, {"rule", STRSXP},      {"verdict", STRSXP}, {"fires", STRSXP},
        {"overruled", LGLSXP},    {"derived", VECSXP}, {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    smet_rule_t rules[ROOM];
    R_xlen_t row = 0;
    if (assessment == NULL)
        return refusal_of_handle();
    SEXP table = PROTECT(table_new(columns, count_rules(assessment)));
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        size_t count = fitting(smet_assessment_rules(assessment, intervention, rules, ROOM));
        for (size_t r = 0; r < count; r++)
            put_rule(table, row++, assessment, intervention, rules[r]);
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_assessed_findings(SEXP handle)
{
    static const struct table_column columns[] = {
        {"finding", STRSXP}, {"label", STRSXP}, {"truth", STRSXP}, {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    R_xlen_t count = (R_xlen_t)smet_term_count(SMET_VOCABULARY_FINDING);
    if (assessment == NULL)
        return refusal_of_handle();
    SEXP table = PROTECT(table_new(columns, count));
    for (R_xlen_t i = 0; i < count; i++) {
        smet_finding_t finding = smet_term_at(SMET_VOCABULARY_FINDING, (size_t)i);
        put_term(table, 0, i, SMET_VOCABULARY_FINDING, finding);
        put_text(table, 1, i, smet_term_label(SMET_VOCABULARY_FINDING, finding));
        put_term(table, 2, i, SMET_VOCABULARY_TRUTH, smet_assessment_finding(assessment, finding));
    }
    UNPROTECT(1);
    return table;
}

/* The fields that others narrowed: what is left of each, and which these were. */
SEXP sacralmet_assessed_derived(SEXP handle)
{
    static const struct table_column columns[] = {
        {"field", STRSXP}, {"values", VECSXP}, {"from", VECSXP}, {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    size_t count = smet_term_count(SMET_VOCABULARY_FIELD);
    smet_value_t values[ROOM];
    R_xlen_t row = 0, rows = 0;
    if (assessment == NULL)
        return refusal_of_handle();
    for (size_t i = 0; i < count; i++)
        rows += smet_assessment_derived_from(assessment, smet_term_at(SMET_VOCABULARY_FIELD, i),
                                             NULL, 0) > 0;
    SEXP table = PROTECT(table_new(columns, rows));
    for (size_t i = 0; i < count; i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (smet_assessment_derived_from(assessment, field, NULL, 0) == 0)
            continue;
        size_t left = fitting(smet_assessment_values(assessment, field, values, ROOM));
        put_term(table, 0, row, SMET_VOCABULARY_FIELD, field);
        put_list(table, 1, row, value_keys(field, values, left));
        put_list(table, 2, row++, fields_of(assessment, field, smet_assessment_derived_from));
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_assessed_conflicts(SEXP handle)
{
    const smet_assessment *assessment = assessment_in(handle);
    smet_conflict_t conflicts[ROOM];
    if (assessment == NULL)
        return refusal_of_handle();
    return keys_of(SMET_VOCABULARY_CONFLICT, conflicts,
                   fitting(smet_assessment_conflicts(assessment, conflicts, ROOM)));
}

SEXP sacralmet_assessed_inconsistencies(SEXP handle)
{
    static const struct table_column columns[] = {
        {"fields", VECSXP}, {"text", STRSXP}, {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    smet_field_t fields[ROOM];
    if (assessment == NULL)
        return refusal_of_handle();
    size_t count = smet_assessment_inconsistency_count(assessment);
    SEXP table = PROTECT(table_new(columns, (R_xlen_t)count));
    for (size_t i = 0; i < count; i++) {
        size_t named = fitting(smet_assessment_inconsistency_fields(assessment, i, fields, ROOM));
        put_list(table, 0, (R_xlen_t)i, keys_of(SMET_VOCABULARY_FIELD, fields, named));
        put_text(table, 1, (R_xlen_t)i, smet_assessment_inconsistency_text(assessment, i));
    }
    UNPROTECT(1);
    return table;
}

SEXP sacralmet_assessed_next(SEXP handle)
{
    static const struct table_column columns[] = {
        {"field", STRSXP},         {"label", STRSXP},       {"may_show_emergency", LGLSXP},
        {"interventions", VECSXP}, {"instruments", VECSXP}, {NULL, NILSXP}};
    const smet_assessment *assessment = assessment_in(handle);
    if (assessment == NULL)
        return refusal_of_handle();
    size_t count = smet_assessment_next_count(assessment);
    SEXP table = PROTECT(table_new(columns, (R_xlen_t)count));
    for (size_t i = 0; i < count; i++) {
        struct smet_next_fact fact = {.size = sizeof fact};
        int32_t terms[ROOM];
        R_xlen_t row = (R_xlen_t)i;
        smet_assessment_next(assessment, i, &fact);
        put_term(table, 0, row, SMET_VOCABULARY_FIELD, fact.field);
        put_text(table, 1, row, smet_term_label(SMET_VOCABULARY_FIELD, fact.field));
        put_flag(table, 2, row, fact.may_show_emergency);
        size_t count_of =
            fitting(smet_assessment_next_interventions(assessment, i, terms, ROOM));
        put_list(table, 3, row, keys_of(SMET_VOCABULARY_INTERVENTION, terms, count_of));
        count_of = fitting(smet_assessment_next_instruments(assessment, i, terms, ROOM));
        put_list(table, 4, row, keys_of(SMET_VOCABULARY_INSTRUMENT, terms, count_of));
    }
    UNPROTECT(1);
    return table;
}
