/*
 * What to find out next: for each of the few facts that would settle most, what
 * would follow from each answer. Nothing is guessed: the record is assessed
 * again with each answer.
 */
#include "shared/field_set.h"
#include "shared/names.h"
#include "report/parts.h"
#include "shared/wrap.h"

#include <string.h>

enum { FACTS = 3, GROUPS = 5, VALUES = 128, INTERVENTIONS = 256, NAMES = 3 };

/* The standing of every intervention. */
struct picture {
    smet_verdict_t disposition[INTERVENTIONS];
    bool settled[INTERVENTIONS];
    bool may_be_emergency[INTERVENTIONS];
};

/* The values of a field that lead to the same picture. */
struct group {
    smet_value_t values[VALUES];
    size_t count;
    struct picture picture;
};

static size_t intervention_count(void)
{
    size_t count = smet_term_count(SMET_VOCABULARY_INTERVENTION);
    return count < INTERVENTIONS ? count : INTERVENTIONS;
}

static struct picture take(const smet_assessment *assessment)
{
    struct picture picture;
    memset(&picture, 0, sizeof picture);
    for (size_t i = 0; i < intervention_count(); i++) {
        struct smet_disposition disposition = {.size = sizeof disposition};
        smet_assessment_disposition(assessment, smet_term_at(SMET_VOCABULARY_INTERVENTION, i),
                                    &disposition);
        picture.disposition[i] = disposition.disposition;
        picture.settled[i] = disposition.is_settled != 0;
        picture.may_be_emergency[i] = disposition.possible[0] == SMET_VERDICT_EMERGENCY;
    }
    return picture;
}

/* The assessment of a record with one more fact; NULL when it cannot be entered. */
static smet_assessment *assess_with(const smet_record *record, smet_field_t field,
                                    smet_value_t value)
{
    smet_assessment *assessment = NULL;
    smet_record *copy = smet_record_copy(record);
    if (copy != NULL && smet_record_set(copy, field, value, NULL) == SMET_OK)
        assessment = smet_assess(copy, NULL);
    smet_record_free(copy);
    return assessment;
}

static size_t group_values(const smet_assessment *assessment, smet_field_t field,
                           struct group *groups, size_t capacity)
{
    smet_value_t values[VALUES];
    size_t group_count = 0;
    size_t count = smet_assessment_values(assessment, field, values, VALUES);
    for (size_t v = 0; v < count && v < VALUES; v++) {
        smet_assessment *with =
            assess_with(smet_assessment_record(assessment), field, values[v]);
        size_t g = 0;
        if (with == NULL)
            continue;
        struct picture picture = take(with);
        smet_assessment_free(with);
        while (g < group_count && memcmp(&groups[g].picture, &picture, sizeof picture) != 0)
            g++;
        if (g == capacity)
            continue;
        if (g == group_count) {
            groups[g].count = 0;
            groups[g].picture = picture;
            group_count++;
        }
        groups[g].values[groups[g].count++] = values[v];
    }
    return group_count;
}

/* --- what follows from an answer --------------------------------------- */

static bool any_emergency(const struct picture *picture)
{
    for (size_t i = 0; i < intervention_count(); i++)
        if (picture->may_be_emergency[i])
            return true;
    return false;
}

/* The interventions whose disposition becomes `verdict`: a few names, and how many more. */
static void add_new(struct text *words, const struct picture *before, const struct picture *after,
                    smet_verdict_t verdict)
{
    int count = 0;
    char more[32];
    for (size_t i = 0; i < intervention_count(); i++) {
        if (after->disposition[i] != verdict || before->disposition[i] == verdict)
            continue;
        if (count == 0) {
            text_join(words, "; ", verdict_label(verdict));
            text_add(words, ": ");
        }
        if (count++ < NAMES) {
            text_add(words, count > 1 ? ", " : "");
            text_add(words,
                      intervention_label(smet_term_at(SMET_VOCABULARY_INTERVENTION, i)));
        }
    }
    if (count > NAMES) {
        snprintf(more, sizeof more, " and %d more", count - NAMES);
        text_add(words, more);
    }
}

/* Adds what changes; returns false, and adds nothing, where nothing does. */
static bool add_changes(struct text *words, const struct picture *before,
                        const struct picture *after)
{
    struct text changes = {0};
    char number[64];
    int settled = 0, opened = 0;
    for (size_t v = 0; v < smet_term_count(SMET_VOCABULARY_VERDICT); v++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, v);
        if (verdict != SMET_VERDICT_NO_RULE)
            add_new(&changes, before, after, verdict);
    }
    if (any_emergency(before) && !any_emergency(after))
        text_join(&changes, "; ", "no emergency");
    for (size_t i = 0; i < intervention_count(); i++) {
        settled += after->settled[i] && !before->settled[i];
        opened += !after->settled[i];
    }
    if (settled > 0) {
        snprintf(number, sizeof number, "settles %d more, leaves %d open", settled, opened);
        text_join(&changes, "; ", number);
    }
    bool any = changes.length > 0;
    text_add(words, text_words(&changes));
    text_free(&changes);
    return any;
}

static void write_answer(const struct report *report, const char *answer,
                         const struct picture *before, const struct picture *after)
{
    struct text words = {0};
    text_add(&words, answer);
    text_add(&words, ": ");
    if (!add_changes(&words, before, after))
        text_add(&words, "settles nothing alone");
    wrap_text(report->out, report->style.width, 5, 7, text_words(&words));
    text_free(&words);
}

/* Answer by answer; the one that most values share may stand for the rest. */
static void write_answers(const struct report *report, const smet_assessment *assessment,
                          smet_field_t field)
{
    struct text answer = {0};
    struct group groups[16];
    struct picture before = take(assessment);
    size_t count = group_values(assessment, field, groups, 16), largest = 0;
    if (count == 1 && memcmp(&groups[0].picture, &before, sizeof before) == 0) {
        wrap_text(report->out, report->style.width, 5, 7, "settles nothing alone");
        return;
    }
    for (size_t g = 1; g < count; g++)
        if (groups[g].count > groups[largest].count)
            largest = g;
    bool has_rest = count > 1 && groups[largest].count > 6;
    for (size_t g = 0, written = 0; g < count && written < GROUPS; g++) {
        if (has_rest && g == largest)
            continue;
        text_clear(&answer);
        text_add(&answer, "if ");
        words_values(&answer, field, groups[g].values, groups[g].count);
        write_answer(report, text_words(&answer), &before, &groups[g].picture);
        written++;
    }
    if (has_rest)
        write_answer(report, "if anything else", &before, &groups[largest].picture);
    if (count > GROUPS + (has_rest ? 1 : 0))
        wrap_text(report->out, report->style.width, 5, 7, "other answers differ in detail");
    text_free(&answer);
}

/* --- shortcuts --------------------------------------------------------- */

/* The shortcut that answers a field; -1 when there is none. */
static smet_field_t shortcut_of(smet_field_t field, size_t *link)
{
    for (size_t l = 0; l < smet_link_count(); l++) {
        smet_field_t fields[3];
        if (smet_link_shortcut(l) < 0 || smet_link_fields(l, fields, 3) < 2 || fields[1] != field)
            continue;
        *link = l;
        return fields[0];
    }
    return SMET_FIELD_INVALID;
}

static bool is_open(const smet_assessment *assessment, smet_field_t field)
{
    return smet_assessment_values(assessment, field, NULL, 0) > 1;
}

/*
 * The record with every open field that a shortcut answers as the shortcut would
 * answer it; `fields` gets them, `count` how many they are.
 */
static smet_assessment *assess_unremarkable(const smet_assessment *assessment,
                                            smet_field_t shortcut,
                                            smet_field_t fields[FIELD_ROOM], size_t *count)
{
    smet_record *record = smet_record_copy(smet_assessment_record(assessment));
    smet_assessment *with = NULL;
    *count = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        smet_value_t values[VALUES];
        size_t link = 0;
        if (!is_open(assessment, field) || shortcut_of(field, &link) != shortcut)
            continue;
        size_t allowed = smet_link_case_values(link, 0, 1, values, VALUES);
        if (smet_record_narrow(record, field, values, allowed, NULL) == SMET_OK &&
            *count < FIELD_ROOM)
            fields[(*count)++] = field;
    }
    if (record != NULL)
        with = smet_assess(record, NULL);
    smet_record_free(record);
    return with;
}

/* The answers to single fields that are emergencies at once. */
static void write_alarms(const struct report *report, const smet_assessment *assessment,
                         const smet_field_t *fields, size_t field_count)
{
    struct text words = {0};
    struct picture before = take(assessment);
    for (size_t f = 0; f < field_count; f++) {
        smet_field_t field = fields[f];
        struct group groups[16];
        size_t count = group_values(assessment, field, groups, 16);
        smet_value_t alarms[VALUES];
        size_t alarm_count = 0;
        for (size_t g = 0; g < count; g++)
            for (size_t i = 0; i < intervention_count(); i++)
                if (groups[g].picture.disposition[i] == SMET_VERDICT_EMERGENCY &&
                    before.disposition[i] != SMET_VERDICT_EMERGENCY) {
                    for (size_t v = 0; v < groups[g].count && alarm_count < VALUES; v++)
                        alarms[alarm_count++] = groups[g].values[v];
                    break;
                }
        if (alarm_count == 0)
            continue;
        text_join(&words, "; ", field_label(field));
        text_add(&words, ": ");
        words_values(&words, field, alarms, alarm_count);
    }
    if (words.length > 0)
        wrap_format(report->out, report->style.width, 5, 7, "an emergency at once: %s", text_words(&words));
    text_free(&words);
}

static void add_weight(struct text *words, const smet_assessment *assessment, size_t index)
{
    char number[64];
    int interventions = (int)smet_assessment_next_interventions(assessment, index, NULL, 0);
    int instruments = (int)smet_assessment_next_instruments(assessment, index, NULL, 0);
    snprintf(number, sizeof number, " (bears on %d intervention%s", interventions,
             interventions == 1 ? "" : "s");
    text_add(words, number);
    if (instruments > 0) {
        snprintf(number, sizeof number, ", %d score%s", instruments, instruments == 1 ? "" : "s");
        text_add(words, number);
    }
    text_add(words, ")");
}

/* --- the section ------------------------------------------------------- */

static void write_lead(const struct report *report, int number, const char *text)
{
    char lead[8];
    snprintf(lead, sizeof lead, "%d.", number);
    wrap_lead(report->out, report->style.width, 2, 5, lead, text);
}

/*
 * What is left of a shortcut that can no longer answer at once (the examination
 * is abnormal, but not yet known in full), as one fact.
 */
static void write_rest_of(const struct report *report, const smet_assessment *assessment,
                          smet_field_t shortcut, int number, const smet_assessment *unremarkable,
                          const smet_field_t *fields, size_t count)
{
    struct text words = {0};
    struct picture before = take(assessment), after = take(unremarkable);
    text_add(&words, "the rest of the ");
    text_add(&words, field_label(shortcut));
    text_add(&words, ": ");
    words_fields(&words, fields, count, 9);
    write_lead(report, number, text_words(&words));
    write_answer(report, "if all unremarkable", &before, &after);
    write_alarms(report, assessment, fields, count);
    text_free(&words);
}

/*
 * Writes the fact at an index of the list; returns an assessment to go on from
 * when the list is used up by it, else NULL.
 */
static smet_assessment *write_fact(const struct report *report, const smet_assessment *assessment,
                                   size_t index, int number)
{
    struct text words = {0};
    struct smet_next_fact fact = {.size = sizeof fact};
    size_t link = 0, count;
    smet_field_t fields[FIELD_ROOM];
    smet_assessment_next(assessment, index, &fact);
    smet_field_t shortcut = shortcut_of(fact.field, &link);
    if (shortcut >= 0 && !is_open(assessment, shortcut)) {
        smet_assessment *unremarkable = assess_unremarkable(assessment, shortcut, fields, &count);
        if (unremarkable != NULL && count > 1) {
            write_rest_of(report, assessment, shortcut, number, unremarkable, fields, count);
            text_free(&words);
            return unremarkable;
        }
        smet_assessment_free(unremarkable);
    }
    text_clear(&words);
    text_add(&words, field_label(fact.field));
    add_weight(&words, assessment, index);
    write_lead(report, number, text_words(&words));
    write_answers(report, assessment, fact.field);
    if (fact.may_show_emergency) {
        smet_assessment_free(assess_unremarkable(assessment, fact.field, fields, &count));
        write_alarms(report, assessment, fields, count);
    }
    text_free(&words);
    return NULL;
}

/* Names the facts of the list that were not written out. */
static void write_then(const struct report *report, const smet_assessment *assessment, size_t from)
{
    struct text words = {0};
    for (size_t i = from; i < smet_assessment_next_count(assessment); i++) {
        struct smet_next_fact fact = {.size = sizeof fact};
        smet_assessment_next(assessment, i, &fact);
        text_join(&words, ", ", field_label(fact.field));
    }
    if (words.length > 0)
        wrap_format(report->out, report->style.width, 2, 5, "Then: %s.", text_words(&words));
    text_free(&words);
}

void report_next(const struct report *report)
{
    const smet_assessment *assessment = report->assessment;
    smet_assessment *gone_on = NULL;
    size_t index = 0;
    if (smet_assessment_next_count(assessment) == 0)
        return;
    report_heading(report, "FIND OUT NEXT");
    for (int number = 1; number <= FACTS; number++) {
        if (index >= smet_assessment_next_count(assessment))
            break;
        smet_assessment *after = write_fact(report, assessment, index++, number);
        if (after != NULL) {
            smet_assessment_free(gone_on);
            assessment = gone_on = after;
            index = 0;
        }
    }
    write_then(report, assessment, index);
    smet_assessment_free(gone_on);
}
