/*
 * A RiskAssessment for each prognosis that a score gives. The sources give bands of
 * expected survival and no probability, so there is none.
 */
#include "exchange/fhir/parts.h"

/* The months that bands speak of, together; 0 where there is no bound. */
struct months {
    int32_t minimum, maximum;
};

/* Bounds at their widest. Bands that speak of months rise with them, as a test holds: the
 * first has the least, and the last the most. */
static void widen(struct months *months, const struct smet_band_info *band, bool is_first)
{
    if (is_first)
        months->minimum = band->survival_minimum;
    months->maximum = band->survival_maximum;
}

/* --- the prediction ----------------------------------------------------------- */

static void put_months(struct smet__tree *tree, json_t *prediction, const struct months *months)
{
    json_t *range = json_object();
    if (months->minimum > 0)
        smet__put(tree, range, "low", smet__months_quantity(tree, months->minimum));
    if (months->maximum > 0)
        smet__put(tree, range, "high", smet__months_quantity(tree, months->maximum));
    if (json_object_size(range) > 0)
        smet__put(tree, prediction, "whenRange", range);
    else
        json_decref(range);
}

/* One prediction: several would be read as all of them. The one band has its code;
 * several are said in words, as codings of one concept mean the same. */
static json_t *prediction_json(struct smet__tree *tree, const struct smet_instrument_info *info,
                               const struct smet_score *score)
{
    struct smet__words words = {0};
    struct months months = {0, 0};
    json_t *coding = NULL;
    for (smet_band_t band = 0; band < (smet_band_t)info->band_count; band++) {
        struct smet_band_info row = {.size = sizeof row};
        if ((score->bands >> band & 1) == 0)
            continue;
        smet__must(tree, smet_band_describe(info->instrument, band, &row));
        widen(&months, &row, words.length == 0);
        smet__say_next(&words, ", or ", row.label);
        if (score->is_decided)
            coding = smet__owned_coding(tree, SMET__SYSTEM_BANDS, info->key, row.key, row.label);
    }
    json_t *prediction = json_object(), *outcome = json_object();
    if (coding != NULL)
        smet__put(tree, outcome, "coding", smet__one(tree, coding));
    smet__put(tree, outcome, "text", smet__words_json(&words));
    smet__put(tree, prediction, "outcome", outcome);
    put_months(tree, prediction, &months);
    return prediction;
}

/* --- notes -------------------------------------------------------------------- */

/* Each band of a prognosis has a strategy, as a test holds. */
static void add_strategies(struct smet__tree *tree, json_t *notes,
                           const struct smet_instrument_info *info, const struct smet_score *score)
{
    for (smet_band_t band = 0; band < (smet_band_t)info->band_count; band++) {
        struct smet_band_info row = {.size = sizeof row};
        struct smet__words words = {0};
        smet__must(tree, smet_band_describe(info->instrument, band, &row));
        if ((score->bands >> band & 1) == 0)
            continue;
        smet__say(&words, row.label);
        smet__say_next(&words, ": ", row.strategy);
        smet__add_words(tree, notes, &words);
    }
}

/* A patient whom the review does not cover may be one whom the score does not. */
static void add_scope(struct smet__bundle *bundle, json_t *notes)
{
    const smet_assessment *assessment = bundle->answer->assessment;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        smet_rule_t rule = smet_term_at(SMET_VOCABULARY_RULE, i);
        struct smet_rule_info info = {.size = sizeof info};
        struct smet_rule_state state = {.size = sizeof state};
        smet_intervention_t first = SMET_INTERVENTION_INVALID;
        smet_rule_describe(rule, &info);
        if (info.verdict != SMET_VERDICT_OUT_OF_SCOPE)
            continue;
        smet_rule_interventions(rule, &first, 1);
        smet__must(&bundle->tree, smet_assessment_rule(assessment, first, rule, &state));
        if (state.fires == SMET_TRUTH_TRUE)
            smet__add_note(&bundle->tree, notes, info.rationale);
    }
}

static json_t *notes_json(struct smet__bundle *bundle, const struct smet_instrument_info *info,
                          const struct smet_score *score)
{
    struct smet__tree *tree = &bundle->tree;
    const char *texts[SMET__LIST_ROOM];
    size_t count = smet__held(
        smet_record_score_notes(bundle->record, info->instrument, texts, SMET__LIST_ROOM));
    json_t *notes = json_array();
    smet__add_note(tree, notes,
                   "Bands describe the groups in which a score was made; they decide nothing for "
                   "one patient. No source gives a probability for one patient, so none is given.");
    add_scope(bundle, notes);
    add_strategies(tree, notes, info, score);
    for (size_t i = 0; i < count; i++)
        smet__add_note(tree, notes, texts[i]);
    return notes;
}

/* --- the RiskAssessment ------------------------------------------------------------------ */

static json_t *assessment_json(struct smet__bundle *bundle,
                               const struct smet_instrument_info *info,
                               const struct smet_score *score)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *basis = json_array();
    json_t *risk = smet__resource(bundle, "RiskAssessment", SMET__ENTRY_PROGNOSIS, info->key,
                                  score->is_decided ? "final" : "preliminary");
    smet__put(tree, risk, "method",
              smet__concept(tree, smet__coding(tree, SMET__SYSTEM_SCORES, info->key, info->label),
                            info->label));
    smet__put(tree, risk, "code", smet__concept(tree, NULL, "prognosis"));
    smet__put(tree, risk, "subject", smet__subject(bundle));
    smet__put_date(bundle, risk, "occurrenceDateTime");
    smet__put(tree, risk, "performer", smet__device_reference(bundle));
    smet__add(tree, basis, smet__entry_reference(bundle, SMET__ENTRY_SCORE, info->key));
    const struct smet__set read = smet__read_by_score(bundle, info->instrument);
    smet__add_chart_references(bundle, basis, &read, NULL);
    smet__put(tree, risk, "basis", basis);
    smet__put(tree, risk, "prediction", smet__one(tree, prediction_json(tree, info, score)));
    smet__put(tree, risk, "note", notes_json(bundle, info, score));
    return risk;
}

/* A score that excludes no band gives no prognosis. */
void smet__add_prognoses(struct smet__bundle *bundle)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        struct smet_instrument_info info = {.size = sizeof info};
        struct smet_score score = {.size = sizeof score};
        smet__must(&bundle->tree, smet_instrument_describe(instrument, &info));
        smet__must(&bundle->tree,
                   smet_assessment_score(bundle->answer->assessment, instrument, &score));
        if (info.is_prognostic &&
                 score.bands != (UINT32_C(1) << info.band_count) - 1)
            smet__add_entry(bundle, SMET__ENTRY_PROGNOSIS, info.key,
                            assessment_json(bundle, &info, &score));
    }
}
