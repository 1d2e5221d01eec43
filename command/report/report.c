/*
 * The text report: for a clinician at a screen. Emergencies first; then what
 * can be said; the scores; the few facts that would settle most, and what would
 * follow from each; then, below the first screen, what is open, why, and from
 * which source.
 */
#include "shared/field_set.h"
#include "report/report.h"

#include "shared/names.h"
#include "report/parts.h"
#include "shared/wrap.h"

#include <string.h>

void report_reference(const struct report *report, struct text *words, int32_t reference)
{
    report->cited[reference & (REPORT_REFERENCES - 1)] = true;
    words_reference(words, reference);
}

void report_references(const struct report *report, struct text *words, smet_rule_t rule)
{
    int32_t references[16];
    size_t count = smet_rule_references(rule, references, 16);
    for (size_t i = 0; i < count && i < 16; i++) {
        text_add(words, i > 0 ? " " : "");
        report_reference(report, words, references[i]);
    }
}

static void alarm_heading(const struct report *report, const char *text)
{
    fprintf(report->out, "\n%s%s%s\n", paint(report, RED), text, paint(report, PLAIN));
}

/* The interventions with something to say, in the order of a reader. */
/* NOLINTBEGIN(bugprone-macro-parentheses) what is declared has none around its name */
#define FOR_EACH_RECOMMENDATION(report, disposition)                                              \
    struct smet_disposition disposition = {.size = sizeof disposition};                           \
    for (size_t index_ = 0;                                                                       \
         smet_assessment_disposition_at((report)->assessment, index_, &disposition) == SMET_OK;   \
         index_++)
/* NOLINTEND(bugprone-macro-parentheses) */

static bool may_be(const struct smet_disposition *disposition, smet_verdict_t verdict)
{
    for (uint32_t i = 0; i < disposition->possible_count; i++)
        if (disposition->possible[i] == verdict)
            return true;
    return false;
}

/* The rules that fire on an intervention with a verdict; returns how many there are. */
static size_t firing_rules(const struct report *report, smet_intervention_t intervention,
                           smet_verdict_t verdict, smet_rule_t *rules, size_t capacity)
{
    size_t all = smet_assessment_rules(report->assessment, intervention, NULL, 0), count = 0;
    smet_rule_t list[128];
    smet_assessment_rules(report->assessment, intervention, list, 128);
    for (size_t i = 0; i < all && i < 128; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        smet_assessment_rule(report->assessment, intervention, list[i], &state);
        if (state.fires == SMET_TRUTH_TRUE && state.verdict == verdict && count < capacity)
            rules[count++] = list[i];
    }
    return count;
}

/* Whether what is said holds for every patient: its rule reads no field. */
static bool is_for_everyone(const struct report *report,
                            const struct smet_disposition *disposition)
{
    smet_rule_t rule;
    return firing_rules(report, disposition->intervention, disposition->disposition, &rule, 1) ==
               1 &&
           smet_rule_fields(rule, NULL, 0) == 0;
}

static bool is_offered(smet_verdict_t verdict)
{
    return verdict == SMET_VERDICT_RECOMMENDED || verdict == SMET_VERDICT_OPTION;
}

/* --- what stands first ------------------------------------------------- */

static void write_rationales(const struct report *report, smet_intervention_t intervention,
                             smet_verdict_t verdict, int indent)
{
    struct text words = {0};
    smet_rule_t rules[16];
    size_t count = firing_rules(report, intervention, verdict, rules, 16);
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_info info = {.size = sizeof info};
        smet_rule_describe(rules[i], &info);
        text_clear(&words);
        text_add(&words, info.rationale);
        text_add(&words, " ");
        report_references(report, &words, rules[i]);
        wrap_text(report->out, report->style.width, indent, indent, text_words(&words));
    }
    text_free(&words);
}

static void write_emergencies(const struct report *report)
{
    struct text words = {0};
    struct field_set not_excluded = {.has = {false}};
    smet_field_t fields[FIELD_ROOM];
    bool any = false;
    FOR_EACH_RECOMMENDATION(report, disposition)
    {
        if (disposition.disposition == SMET_VERDICT_EMERGENCY) {
            if (!any)
                alarm_heading(report, "EMERGENCY");
            any = true;
            wrap_format(report->out, report->style.width, 2, 4, "%s%s%s", paint(report, BOLD),
                        intervention_label(disposition.intervention), paint(report, PLAIN));
            write_rationales(report, disposition.intervention, SMET_VERDICT_EMERGENCY, 4);
        } else if (may_be(&disposition, SMET_VERDICT_EMERGENCY)) {
            text_join(&words, ", ", intervention_label(disposition.intervention));
            size_t alarming = smet_assessment_alarming(
                report->assessment, disposition.intervention, fields, FIELD_ROOM);
            field_set_add(&not_excluded, fields, alarming);
        }
    }
    size_t count = field_set_list(&not_excluded, fields);
    if (count == 0) {
        text_free(&words);
        return;
    }
    alarm_heading(report, any ? "FURTHER EMERGENCY NOT EXCLUDED" : "EMERGENCY NOT EXCLUDED");
    text_add(&words, " - until these are known: ");
    words_fields(&words, fields, count, 6);
    wrap_format(report->out, report->style.width, 2, 2, "%s.", text_words(&words));
    text_free(&words);
}

static void write_inconsistencies(const struct report *report)
{
    struct text words = {0};
    size_t count = smet_assessment_inconsistency_count(report->assessment);
    if (count == 0) {
        text_free(&words);
        return;
    }
    fprintf(report->out, "\n%sCHECK THE RECORD%s\n", paint(report, YELLOW), paint(report, PLAIN));
    for (size_t i = 0; i < count; i++) {
        smet_field_t fields[FIELD_ROOM];
        size_t named =
            smet_assessment_inconsistency_fields(report->assessment, i, fields, FIELD_ROOM);
        text_clear(&words);
        for (size_t f = 0; f < named; f++)
            text_join(&words, ", ", field_label(fields[f]));
        text_add(&words, ": ");
        text_add(&words, smet_assessment_inconsistency_text(report->assessment, i));
        wrap_lead(report->out, report->style.width, 2, 4, "!", text_words(&words));
    }
    text_free(&words);
}

/* --- what can be said -------------------------------------------------- */

/* Adds the fields that could change the disposition of an intervention. */
static void add_deciding(const struct report *report, struct text *words,
                         smet_intervention_t intervention, size_t most)
{
    smet_field_t fields[FIELD_ROOM];
    size_t count =
        smet_assessment_deciding(report->assessment, intervention, fields, FIELD_ROOM);
    words_fields(words, fields, count, most);
}

static void write_line(const struct report *report, const struct smet_disposition *disposition)
{
    struct text words = {0};
    smet_rule_t rules[16];
    size_t count =
        firing_rules(report, disposition->intervention, disposition->disposition, rules, 16);
    text_clear(&words);
    text_add(&words, intervention_label(disposition->intervention));
    if (disposition->side != SMET_SIDE_INVALID) {
        text_add(&words, ", on the ");
        text_add(&words, smet_term_label(SMET_VOCABULARY_SIDE, disposition->side));
    }
    for (size_t i = 0; i < count; i++) {
        text_add(&words, " ");
        report_references(report, &words, rules[i]);
    }
    wrap_lead(report->out, report->style.width, 2, 4, disposition->is_settled ? "-" : "?",
              text_words(&words));
    if (disposition->is_settled) {
        text_free(&words);
        return;
    }
    text_clear(&words);
    text_add(&words, "could still be ");
    for (uint32_t i = 0; i + 1 < disposition->possible_count; i++) {
        if (i > 0)
            text_add(&words, i + 2 == disposition->possible_count ? " or " : ", ");
        text_add(&words, verdict_label(disposition->possible[i]));
    }
    text_add(&words, ", depending on ");
    add_deciding(report, &words, disposition->intervention, 3);
    wrap_text(report->out, report->style.width, 4, 4, text_words(&words));
    text_free(&words);
}

static void write_verdict(const struct report *report, smet_verdict_t verdict, const char *heading,
                          const char *color)
{
    bool any = false;
    FOR_EACH_RECOMMENDATION(report, disposition)
    {
        if (disposition.disposition != verdict || is_for_everyone(report, &disposition))
            continue;
        if (!any)
            fprintf(report->out, "\n%s%s%s\n", paint(report, color), heading,
                    paint(report, PLAIN));
        any = true;
        write_line(report, &disposition);
    }
}

/* What is ruled out, by verdict; the names alone, for the reasons stand below. */
static void write_ruled_out(const struct report *report)
{
    struct text words = {0};
    static const smet_verdict_t verdicts[] = {
        SMET_VERDICT_OUT_OF_SCOPE, SMET_VERDICT_CONTRAINDICATED, SMET_VERDICT_NOT_RECOMMENDED};
    bool any = false;
    for (size_t v = 0; v < sizeof verdicts / sizeof verdicts[0]; v++) {
        text_clear(&words);
        FOR_EACH_RECOMMENDATION(report, disposition)
        {
            if (disposition.disposition == verdicts[v]) {
                text_join(&words, ", ", intervention_label(disposition.intervention));
                text_add(&words, disposition.is_settled ? "" : " (?)");
            }
        }
        if (words.length == 0)
            continue;
        if (!any)
            report_heading(report, "RULED OUT");
        any = true;
        wrap_format(report->out, report->style.width, 2, 4, "%s: %s",
                    verdict_label(verdicts[v]), text_words(&words));
    }
    text_free(&words);
}

static void write_for_everyone(const struct report *report)
{
    struct text words = {0};
    FOR_EACH_RECOMMENDATION(report, disposition)
    {
        smet_rule_t rule;
        if (!is_offered(disposition.disposition) || !is_for_everyone(report, &disposition) ||
            firing_rules(report, disposition.intervention, disposition.disposition, &rule, 1) == 0)
            continue;
        text_join(&words, "; ", intervention_label(disposition.intervention));
        text_add(&words, " ");
        report_references(report, &words, rule);
    }
    if (words.length == 0) {
        text_free(&words);
        return;
    }
    report_heading(report, "FOR EVERY PATIENT");
    wrap_format(report->out, report->style.width, 2, 2, "%s.", text_words(&words));
    text_free(&words);
}

/* --- the scores -------------------------------------------------------- */

static void write_totals(struct text *words, const struct smet_score *score)
{
    char number[32];
    int count = __builtin_popcountll(score->totals);
    if (count > 4 || score->is_complete) {
        snprintf(number, sizeof number, score->is_complete ? "%d" : "%d to %d", (int)score->minimum,
                 (int)score->maximum);
        text_add(words, number);
        return;
    }
    for (int total = 0, listed = 0; total < 64; total++) {
        if ((score->totals >> total & 1) == 0)
            continue;
        snprintf(number, sizeof number, "%s%d",
                 listed == 0           ? ""
                 : listed + 1 == count ? " or "
                                       : ", ",
                 total);
        text_add(words, number);
        listed++;
    }
}

static void write_score(const struct report *report, smet_instrument_t instrument)
{
    struct text words = {0};
    struct smet_score score = {.size = sizeof score};
    struct smet_instrument_info info = {.size = sizeof info};
    smet_assessment_score(report->assessment, instrument, &score);
    smet_instrument_describe(instrument, &info);
    text_add(&words, info.label);
    text_add(&words, ": ");
    write_totals(&words, &score);
    char rest[64];
    snprintf(rest, sizeof rest, " of %d to %d; ", (int)info.minimum, (int)info.maximum);
    text_add(&words, rest);
    int bands = __builtin_popcount(score.bands);
    if (bands == (int)info.band_count)
        text_add(&words, "every band is possible");
    else
        for (smet_band_t b = 0, listed = 0; b < (smet_band_t)info.band_count; b++) {
            struct smet_band_info band = {.size = sizeof band};
            if ((score.bands >> b & 1) == 0)
                continue;
            smet_band_describe(instrument, b, &band);
            text_add(&words, listed++ > 0 ? " or " : "");
            text_add(&words, band.label);
        }
    wrap_lead(report->out, report->style.width, 2, 4, score.is_decided ? "-" : "?",
              text_words(&words));
    if (score.missing_count == 0) {
        text_free(&words);
        return;
    }
    text_clear(&words);
    uint32_t shown = bands == (int)info.band_count ? 3 : score.missing_count;
    for (uint32_t i = 0; i < score.missing_count && i < shown; i++)
        text_join(&words, ", ", field_label(score.missing[i]));
    if (shown < score.missing_count) {
        snprintf(rest, sizeof rest, " and %d more", (int)(score.missing_count - shown));
        text_add(&words, rest);
    }
    wrap_format(report->out, report->style.width, 4, 6, "missing: %s", text_words(&words));
    text_free(&words);
}

static void write_scores(const struct report *report)
{
    report_heading(report, "SCORES");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++)
        write_score(report, smet_term_at(SMET_VOCABULARY_INSTRUMENT, i));
}

/* --- below the first screen -------------------------------------------- */

static void write_open(const struct report *report)
{
    struct text words = {0};
    bool any = false;
    FOR_EACH_RECOMMENDATION(report, disposition)
    {
        if (disposition.disposition != SMET_VERDICT_NO_RULE || disposition.is_settled)
            continue;
        if (!any)
            report_heading(report, "STILL OPEN");
        any = true;
        text_clear(&words);
        text_add(&words, intervention_label(disposition.intervention));
        text_add(&words, ": could be ");
        for (uint32_t i = 0; i + 1 < disposition.possible_count; i++) {
            text_add(&words, i > 0 ? ", " : "");
            text_add(&words, verdict_label(disposition.possible[i]));
        }
        text_add(&words, "; depends on ");
        add_deciding(report, &words, disposition.intervention, 4);
        wrap_lead(report->out, report->style.width, 2, 4, "?", text_words(&words));
    }
    text_free(&words);
}

static void write_rule(const struct report *report, smet_rule_t rule, const char *lead)
{
    struct text words = {0};
    struct smet_rule_info info = {.size = sizeof info};
    smet_rule_describe(rule, &info);
    if (report->explained[rule & (REPORT_RULES - 1)]) {
        text_add(&words, info.key);
        text_add(&words, ", as above");
        wrap_lead(report->out, report->style.width, 4, 6, lead, text_words(&words));
        text_free(&words);
        return;
    }
    report->explained[rule & (REPORT_RULES - 1)] = true;
    text_add(&words, info.rationale);
    text_add(&words, " (");
    text_add(&words, info.key);
    text_add(&words, "; ");
    text_add(&words, smet_term_label(SMET_VOCABULARY_GRADE, info.grade));
    text_add(&words, "; ");
    text_add(&words, info.section);
    text_add(&words, "; ");
    report_references(report, &words, rule);
    text_add(&words, ")");
    wrap_lead(report->out, report->style.width, 4, 6, lead, text_words(&words));
    text_free(&words);
}

static void write_derived(const struct report *report, const struct field_set *derived)
{
    struct text words = {0};
    smet_field_t fields[FIELD_ROOM];
    size_t narrowed = field_set_list(derived, fields);
    for (size_t i = 0; i < narrowed; i++) {
        smet_field_t field = fields[i], from[FIELD_ROOM];
        smet_value_t values[128];
        size_t count = smet_assessment_values(report->assessment, field, values, 128);
        size_t from_count =
            smet_assessment_derived_from(report->assessment, field, from, FIELD_ROOM);
        text_clear(&words);
        text_add(&words, field_label(field));
        text_add(&words, " was derived from ");
        words_fields(&words, from, from_count, 9);
        text_add(&words, ": ");
        words_values(&words, field, values, count);
        wrap_text(report->out, report->style.width, 6, 6, text_words(&words));
    }
    text_free(&words);
}

static void write_evidence(const struct report *report, smet_rule_t rule, uint64_t *shown)
{
    struct text words = {0};
    int32_t evidence[16];
    size_t count = smet_rule_evidence(rule, evidence, 16);
    for (size_t i = 0; i < count && i < 16; i++) {
        struct smet_evidence_info info = {.size = sizeof info};
        if (smet_evidence_describe(evidence[i], &info) != SMET_OK ||
            (*shown >> evidence[i] & 1) != 0)
            continue;
        *shown |= (uint64_t)1 << evidence[i];
        text_clear(&words);
        text_add(&words, info.statement);
        text_add(&words, " ");
        report_reference(report, &words, info.reference);
        if (info.disagreement[0] != '\0') {
            text_add(&words, " Disagreement: ");
            text_add(&words, info.disagreement);
        }
        wrap_lead(report->out, report->style.width, 4, 6, info.key, text_words(&words));
    }
    text_free(&words);
}

static void write_why(const struct report *report, const struct smet_disposition *disposition)
{
    smet_rule_t rules[32];
    struct field_set derived = {.has = {false}};
    uint64_t shown = 0;
    fprintf(report->out, "\n  %s%s%s: %s%s\n", paint(report, BOLD),
            intervention_label(disposition->intervention), paint(report, PLAIN),
            verdict_label(disposition->disposition), disposition->is_settled ? "" : " (open)");
    size_t count = smet_assessment_rules(report->assessment, disposition->intervention, rules, 32);
    for (size_t i = 0; i < count && i < 32; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        smet_assessment_rule(report->assessment, disposition->intervention, rules[i], &state);
        if (state.fires != SMET_TRUTH_TRUE || state.verdict == SMET_VERDICT_CAUTION)
            continue;
        write_rule(report, rules[i], state.is_overruled ? "~" : "-");
        write_evidence(report, rules[i], &shown);
        smet_field_t fields[FIELD_ROOM];
        size_t narrowed =
            smet_assessment_rule_derived(report->assessment, rules[i], fields, FIELD_ROOM);
        field_set_add(&derived, fields, narrowed);
    }
    count = smet_assessment_cautions(report->assessment, disposition->intervention, rules, 32);
    for (size_t i = 0; i < count && i < 32; i++)
        write_rule(report, rules[i], "!");
    write_derived(report, &derived);
}

static void write_reasons(const struct report *report)
{
    report_heading(report, "WHY, AND FROM WHICH SOURCE   (- says so  ~ overruled  ! caution)");
    FOR_EACH_RECOMMENDATION(report, disposition)
    {
        if (disposition.disposition != SMET_VERDICT_NO_RULE &&
            !is_for_everyone(report, &disposition))
            write_why(report, &disposition);
    }
}

static void write_score_notes(const struct report *report)
{
    struct text title = {0}, words = {0};
    report_heading(report, "HOW THE SCORES COME ABOUT");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        const smet_record *record = smet_assessment_record(report->assessment);
        struct smet_score_item item = {.size = sizeof item};
        const char *notes[16];
        int32_t references[16];
        size_t cited = smet_instrument_references(instrument, references, 16);
        text_clear(&title);
        for (size_t k = 0; k < cited && k < 16; k++) {
            text_add(&title, " ");
            report_reference(report, &title, references[k]);
        }
        fprintf(report->out, "\n");
        wrap_format(report->out, report->style.width, 2, 4, "%s%s%s%s", paint(report, BOLD),
                    smet_term_label(SMET_VOCABULARY_INSTRUMENT, instrument),
                    paint(report, PLAIN), text_words(&title));
        for (size_t k = 0;
             smet_record_score_item(record, instrument, k, &item, NULL) == SMET_OK; k++) {
            char number[16];
            text_clear(&words);
            for (int p = 0, listed = 0; p < 64; p++)
                if ((item.points >> p & 1) != 0) {
                    snprintf(number, sizeof number, "%s%d", listed++ > 0 ? " or " : "", p);
                    text_add(&words, number);
                }
            text_add(&words, "  ");
            text_add(&words, field_label(item.field));
            text_add(&words, item.option < 0 ? ": open" : ": ");
            if (item.option >= 0)
                text_add(&words, smet_value_label(item.field, item.option));
            if (item.is_derived) {
                text_add(&words, " (derived from ");
                smet_field_t from[FIELD_ROOM];
                size_t from_count = smet_record_score_item_derived_from(record, instrument, k,
                                                                        from, FIELD_ROOM);
                words_fields(&words, from, from_count, 9);
                text_add(&words, ")");
            }
            if (item.note[0] != '\0') {
                text_add(&words, ". ");
                text_add(&words, item.note);
            }
            wrap_text(report->out, report->style.width, 4, 6, text_words(&words));
        }
        size_t count = smet_record_score_notes(record, instrument, notes, 16);
        for (size_t k = 0; k < count && k < 16; k++)
            wrap_lead(report->out, report->style.width, 4, 6, "!", notes[k]);
    }
    text_free(&title);
    text_free(&words);
}

static void write_conflicts(const struct report *report)
{
    struct text words = {0};
    smet_conflict_t conflicts[32];
    size_t count = smet_assessment_conflicts(report->assessment, conflicts, 32);
    if (count == 0) {
        text_free(&words);
        return;
    }
    report_heading(report, "WHERE THE SOURCES PULL APART");
    for (size_t i = 0; i < count && i < 32; i++) {
        struct smet_conflict_info info = {.size = sizeof info};
        smet_conflict_describe(conflicts[i], &info);
        text_clear(&words);
        text_add(&words, info.label);
        text_add(&words, ": ");
        text_add(&words, info.explanation);
        wrap_lead(report->out, report->style.width, 2, 4, "-", text_words(&words));
    }
    text_free(&words);
}

/* Every reference that was named, once, in the review's order. */
static void write_sources(const struct report *report)
{
    struct text words = {0};
    report_heading(report, "SOURCES");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++) {
        int32_t reference = smet_term_at(SMET_VOCABULARY_REFERENCE, i);
        if (!report->cited[reference & (REPORT_REFERENCES - 1)])
            continue;
        text_clear(&words);
        words_reference(&words, reference);
        wrap_lead(report->out, report->style.width, 2, 7, text_words(&words),
                  smet_term_label(SMET_VOCABULARY_REFERENCE, reference));
    }
    text_free(&words);
}

static void write_opening(const struct report *report)
{
    const smet_record *record = smet_assessment_record(report->assessment);
    int entered = 0;
    size_t count = smet_term_count(SMET_VOCABULARY_FIELD);
    for (size_t i = 0; i < count; i++)
        entered += smet_record_is_entered(record, smet_term_at(SMET_VOCABULARY_FIELD, i));
    wrap_format(report->out, report->style.width, 0, 0,
                "Management of sacral metastases: %d of %d facts are entered. What is not entered "
                "is unknown, never \"no\". A question mark means: not settled.",
                entered, (int)count);
}

static void write_close(const struct report *report)
{
    fprintf(report->out, "\n");
    wrap_format(report->out, report->style.width, 0, 0,
                "%s: decision support for professionals, not a medical device. sacralmet %s, "
                "content %s (%.12s).",
                report->style.scores_only
                    ? "Scores with their sources, without recommendations"
                    : "Options with their sources, never orders",
                smet_version(), smet_content_version(), smet_content_digest());
}

static void cite_instruments(const struct report *report)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        int32_t references[16];
        size_t count = smet_instrument_references(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i),
                                                  references, 16);
        for (size_t k = 0; k < count && k < 16; k++)
            report->cited[references[k] & (REPORT_REFERENCES - 1)] = true;
    }
}

static void write_scores_only(const struct report *report)
{
    cite_instruments(report);
    write_inconsistencies(report);
    write_scores(report);
    write_score_notes(report);
    write_sources(report);
    write_close(report);
}

void smet_tool_write_report(FILE *out, const smet_assessment *assessment,
                            const struct report_style *style)
{
    bool cited[REPORT_REFERENCES] = {false}, explained[REPORT_RULES] = {false};
    const struct report report = {out, assessment, *style, cited, explained};
    write_opening(&report);
    if (style->scores_only) {
        write_scores_only(&report);
        return;
    }
    write_emergencies(&report);
    write_inconsistencies(&report);
    write_verdict(&report, SMET_VERDICT_RECOMMENDED, "RECOMMENDED", GREEN);
    write_verdict(&report, SMET_VERDICT_OPTION, "OPTIONS", GREEN);
    write_ruled_out(&report);
    write_for_everyone(&report);
    write_scores(&report);
    report_next(&report);
    write_conflicts(&report);
    write_open(&report);
    write_score_notes(&report);
    write_reasons(&report);
    write_sources(&report);
    write_close(&report);
}
