/*
 * Answers as CDS Hooks cards. What a response must look like is from HL7's CDS Hooks
 * (summary below 140 characters, indicators, override reasons with a display, nothing
 * empty but `cards`); what the review's three patients must be told is from Mika and
 * Mesfin 2018, Figures 1 to 3.
 */
#include "suite.h"

#undef COUNT_OF /* the tables have one of their own */

#include "content/decisions.h"
#include "core/sets.h"
#include "exchange/shared/uuid.h"
#include "exchange/cards/card.h"
#include "exchange/cards/overrides.h"

#include <jansson.h>
#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 19 };

static const struct smet_answer_options full = {.size = sizeof full};
static const struct smet_answer_options scores = {.size = sizeof scores,
                                                  .answer = SMET_ANSWER_SCORES};

static char *write_cards(const smet_assessment *assessment, const smet_chart *chart,
                         const struct smet_answer_options *options)
{
    char *text = malloc(ROOM);
    size_t length = smet_assessment_write_cards(assessment, chart, options, text, ROOM);
    expect(length > 0 && length < ROOM, "no cards were written");
    expect(strlen(text) == length, "the length is not that of the text");
    return text;
}

static json_t *cards_of(const char *facts, const struct smet_answer_options *options)
{
    smet_assessment *assessment = suite_assess(facts);
    char *text = write_cards(assessment, NULL, options);
    json_t *response = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    expect(response != NULL, "no JSON: %s", text);
    json_t *cards = json_incref(json_object_get(response, "cards"));
    json_decref(response);
    smet_assessment_free(assessment);
    free(text);
    return cards;
}

static const char *text_in(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    expect(text != NULL, "no %s", key);
    return text;
}

/* Whether the detail of the first card has some words. */
static bool first_detail_has(const char *facts, const char *words)
{
    json_t *cards = cards_of(facts, &full);
    bool has = strstr(text_in(json_array_get(cards, 0), "detail"), words) != NULL;
    json_decref(cards);
    return has;
}

static const char *topic_of(const json_t *card)
{
    return text_in(json_object_get(json_object_get(card, "source"), "topic"), "code");
}

static json_t *card_on(const json_t *cards, const char *topic)
{
    size_t index;
    json_t *card;
    json_array_foreach(cards, index, card)
        if (strcmp(topic_of(card), topic) == 0)
            return card;
    return NULL;
}

/* "critical:emergency warning:contraindication" */
static const char *outline(const json_t *cards)
{
    static char words[512];
    size_t index;
    json_t *card;
    words[0] = '\0';
    json_array_foreach(cards, index, card)
    {
        suite_append(words, sizeof words, index > 0 ? " " : "", text_in(card, "indicator"));
        suite_append(words, sizeof words, ":", topic_of(card));
    }
    return words;
}

/* --- what is told of whom --------------------------------------------------------- */

#define FIGURE_1                                                                        \
    "age_years=23 primary_tumor=melanoma cauda_equina_syndrome=yes epidural_disease=yes " \
    "nerve_root_compression=yes sacral_fracture=no stability=stable "                    \
    "tissue_diagnosis=metastasis lesion_level=S1|S2|S3|S4|S5"
#define FIGURE_2                                                                       \
    "age_years=78 primary_tumor=colon lesion_level=S1 bone_lesion=lytic "              \
    "sacral_fracture=yes radiculopathy=yes nerve_root_compression=yes "                \
    "ilium_involvement=none cauda_equina_syndrome=no reported_sins=9 "                 \
    "prior_radiotherapy=none tissue_diagnosis=metastasis"
#define FIGURE_3                                                                       \
    "age_years=63 primary_tumor=uterus lesion_level=S3 sacral_fracture=yes "           \
    "ilium_involvement=right radiculopathy=yes nerve_root_compression=yes "            \
    "pain=mechanical prior_radiotherapy=conventional radiotherapy_outcome=progression " \
    "stability=unstable cauda_equina_syndrome=no tissue_diagnosis=metastasis"

static const struct {
    const char *facts;
    const char *outline;        /* of all */
    const char *outline_scores; /* without recommendations */
    const char *topic;          /* one of the cards, and what its summary has */
    const char *words;
} told[] = {
    /* Nothing is known: nothing is said. */
    {"", "", "", NULL, NULL},
    /* Any patient with a cancer: no lesion of the spine is stated. */
    {"age_years=60 primary_tumor=breast ecog=1 pain_score=4 bowel=constipation", "", "", NULL,
     NULL},
    /* The syndrome is an emergency, whatever else is known; nothing more is said to a patient
     * of whom no lesion is stated. */
    {"cauda_equina_syndrome=yes", "critical:emergency", "", "emergency",
     "a clinician must assess at once: urgent decompression"},
    {FIGURE_1, "critical:emergency warning:contraindication info:operation", "", "operation",
     "the review recommends surgical consultation, laminectomy;"},
    {FIGURE_1, "critical:emergency warning:contraindication info:operation", "",
     "contraindication", "conventional radiotherapy, stereotactic radiosurgery"},
    {FIGURE_2,
     "warning:emergency warning:contraindication warning:operation info:radiation",
     "warning:operation", "operation",
     "SINS 9, potentially unstable; the review recommends surgical consultation, laminectomy with "
     "lumbopelvic fixation"},
    {FIGURE_2,
     "warning:emergency warning:contraindication warning:operation info:radiation",
     "warning:operation", "radiation",
     "the review recommends conventional radiotherapy (open)"},
    {FIGURE_3,
     "warning:emergency warning:contraindication warning:operation info:radiation "
     "info:pain_procedures",
     "", "operation", "unilateral lumbopelvic fixation on the left"},
    {FIGURE_3,
     "warning:emergency warning:contraindication warning:operation info:radiation "
     "info:pain_procedures",
     "", "emergency",
     "not excluded until these are known: bladder, bowel"},
    /* The examination excludes it, so no card speaks of it. */
    {"lesion_level=S1 neurological_examination=normal", "", "", NULL, NULL},
    /* Tissue that is no metastasis is outside the review (its Diagnosis). */
    {"lesion_level=S2 neurological_examination=normal tissue_diagnosis=infection",
     "warning:scope", "", "scope", "management as a sacral metastasis"},
    /* Facts that contradict each other, in both kinds of answer. */
    {"frankel=E motor_deficit=yes lesion_level=L3",
     "warning:emergency warning:contradiction warning:scope warning:operation",
     "warning:contradiction",
     "contradiction", "Frankel grade, motor deficit"},
    /* A prognosis is told once a score has one band. */
    {"lesion_level=S2 neurological_examination=normal reported_tomita=3",
     "info:prognosis", "info:prognosis", "prognosis", "Tomita score 3, long-term local control"},
};

START_TEST(test_told)
{
    json_t *cards = cards_of(told[_i].facts, &full);
    ck_assert_str_eq(outline(cards), told[_i].outline);
    if (told[_i].topic != NULL) {
        json_t *card = card_on(cards, told[_i].topic);
        ck_assert_msg(strstr(text_in(card, "summary"), told[_i].words) != NULL, "%s: %s",
                      told[_i].words, text_in(card, "summary"));
    }
    json_decref(cards);
    cards = cards_of(told[_i].facts, &scores);
    ck_assert_str_eq(outline(cards), told[_i].outline_scores);
    json_decref(cards);
}
END_TEST

START_TEST(test_detail_has_reasons)
{
    json_t *cards = cards_of(FIGURE_2, &full);
    const char *detail = text_in(card_on(cards, "operation"), "detail");
    static const char *const parts[] = {
        "**laminectomy with lumbopelvic fixation**: recommended", "practice of the review's senior",
        "Caution: ", "Figures: ", "**Spinal Instability Neoplastic Score** 9, of 0 to 18",
        "lesion level: 3 (S1)", "SINS does not predict survival", "**Still open**",
        "**Facts that were read**", "- nerve root compression: yes", "**Sources**",
        "\\[27\\] Du Z", "<https://doi.org/10.1371/journal.pone.0168313>",
        "Options with their sources, not orders."};
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        ck_assert_msg(strstr(detail, parts[i]) != NULL, "%s is not in: %s", parts[i], detail);
    json_decref(cards);
}
END_TEST

/* Rule evaluation.constipation: beside a radiculopathy, an urgent evaluation by a surgeon is
 * recommended, "though not by itself an emergency". With all signs of one denied, none is open. */
START_TEST(test_urgent_but_no_emergency)
{
    json_t *cards = cards_of("lesion_level=S1 bowel=constipation radiculopathy=yes "
                             "cauda_equina_syndrome=no bladder=normal sensory_deficit=no "
                             "sexual_dysfunction=no acute_deterioration=no",
                             &full);
    const json_t *card = card_on(cards, "emergency");
    ck_assert_ptr_nonnull(card);
    ck_assert_str_eq(text_in(card, "indicator"), "warning");
    ck_assert_str_eq(text_in(card, "summary"),
                     "The review recommends urgent surgical evaluation");
    ck_assert_ptr_null(strstr(text_in(card, "detail"), "not excluded"));
    json_decref(cards);
}
END_TEST

START_TEST(test_no_lesion_is_said)
{
    static const char words[] = "The record states no lesion of the spine";
    ck_assert(first_detail_has("cauda_equina_syndrome=yes", words));
    ck_assert(!first_detail_has("cauda_equina_syndrome=yes lesion_level=S2", words));
    ck_assert(!first_detail_has("cauda_equina_syndrome=yes tissue_diagnosis=metastasis", words));
}
END_TEST

/* --- form -------------------------------------------------------------------------- */

static void check_filled(json_t *value, const char *where)
{
    size_t index;
    const char *key;
    json_t *member;
    expect(!json_is_null(value), "null in %s", where);
    if (json_is_string(value))
        expect(json_string_length(value) > 0, "empty text in %s", where);
    if (json_is_array(value)) {
        expect(json_array_size(value) > 0, "empty list in %s", where);
        json_array_foreach(value, index, member) check_filled(member, where);
    }
    if (json_is_object(value)) {
        expect(json_object_size(value) > 0, "empty object in %s", where);
        json_object_foreach(value, key, member) check_filled(member, key);
    }
}

static int rank_of(const char *indicator)
{
    static const char *const indicators[] = {"critical", "warning", "info"};
    for (int i = 0; i < (int)COUNT_OF(indicators); i++)
        if (strcmp(indicator, indicators[i]) == 0)
            return i;
    ck_abort_msg("no indicator: %s", indicator);
    return -1;
}

/* Counted anew: bytes that begin a character. */
static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += (*text & 0xc0) != 0x80;
    return count;
}

static void check_card(json_t *card)
{
    static const char begin[] = "https://doi.org/10.";
    const json_t *source = json_object_get(card, "source");
    const char *summary = text_in(card, "summary");
    check_filled(card, "card");
    expect(characters(summary) <= 139, "%d characters: %s", (int)characters(summary), summary);
    expect(strchr(summary, '\n') == NULL, "two lines: %s", summary);
    expect(summary[strlen(summary) - 1] != ' ', "unfinished: %s", summary);
    expect(strlen(text_in(card, "uuid")) == 36, "no uuid");
    expect(text_in(source, "label")[0] != '\0', "no label");
    expect(strncmp(text_in(source, "url"), begin, sizeof begin - 1) == 0, "no DOI");
    expect(json_object_get(card, "suggestions") == NULL &&
               json_object_get(card, "selectionBehavior") == NULL,
           "a suggestion is an order");
    expect(json_array_size(json_object_get(card, "overrideReasons")) == SMET__OVERRIDE_COUNT,
           "not all reasons");
    expect(suite_is_utf8(text_in(card, "detail")), "no UTF-8");
}

static void check_response(const char *text)
{
    json_t *response = json_loads(text, JSON_REJECT_DUPLICATES, NULL), *card;
    const json_t *cards = json_object_get(response, "cards");
    size_t index;
    int rank = 0;
    uint64_t topics = 0;
    expect(json_object_size(response) == 1 && json_is_array(cards), "no response: %.100s", text);
    json_array_foreach(cards, index, card)
    {
        int now = rank_of(text_in(card, "indicator"));
        check_card(card);
        expect(now >= rank, "not in order of urgency: %s", outline(cards));
        rank = now;
        for (size_t i = 0; i < SMET__DECISION_COUNT; i++)
            if (strcmp(smet__decisions[i].key, topic_of(card)) == 0) {
                expect((topics & SUITE_BIT(i)) == 0, "a topic twice: %s", outline(cards));
                topics |= SUITE_BIT(i);
            }
    }
    json_decref(response);
}

START_TEST(test_random)
{
    suite_random random = 20180701u + (unsigned)_i;
    for (int i = 0; i < 200; i++) {
        smet_record *record = suite_any_record(&random, i % 3 == 0);
        smet_assessment *assessment = suite_assess_record(record);
        char *one = write_cards(assessment, NULL, i % 2 == 0 ? &full : &scores);
        char *two = write_cards(assessment, NULL, i % 2 == 0 ? &full : &scores);
        check_response(one);
        expect(strcmp(one, two) == 0, "not the same twice");
        free(one);
        free(two);
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

/* Scores alone: no intervention is named, whatever the record. "CT" stands in other words. */
START_TEST(test_scores_name_no_intervention)
{
    suite_random random = 77;
    for (int i = 0; i < 300; i++) {
        smet_record *record = suite_any_record(&random, i % 2 == 0);
        smet_assessment *assessment = suite_assess_record(record);
        char *text = write_cards(assessment, NULL, &scores);
        for (size_t k = 0; k < smet_term_count(SMET_VOCABULARY_INTERVENTION); k++) {
            const char *label = smet_term_label(SMET_VOCABULARY_INTERVENTION,
                                                smet_term_at(SMET_VOCABULARY_INTERVENTION, k));
            expect(strlen(label) < 4 || strstr(text, label) == NULL, "%s in %s", label, text);
        }
        expect(strstr(text, "recommends") == NULL, "%s", text);
        free(text);
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

START_TEST(test_empty)
{
    struct smet_answer_options indented = full;
    indented.style = SMET_JSON_INDENTED;
    smet_assessment *assessment = suite_assess("");
    char *text = write_cards(assessment, NULL, NULL);
    ck_assert_str_eq(text, "{\"cards\":[]}");
    free(text);
    text = write_cards(assessment, NULL, &indented);
    ck_assert_str_eq(text, "{\n  \"cards\": []\n}");
    free(text);
    smet_assessment_free(assessment);
}
END_TEST

/* --- arguments ---------------------------------------------------------------------- */

START_TEST(test_cut)
{
    smet_assessment *assessment = suite_assess(FIGURE_1);
    char *whole = write_cards(assessment, NULL, &full);
    size_t length = strlen(whole);
    const size_t capacities[] = {0, 1, 2, 10, 100, length / 2, length - 1, length, length + 1};
    for (size_t i = 0; i < COUNT_OF(capacities); i++) {
        size_t capacity = capacities[i];
        char *text = malloc(capacity + 1);
        memset(text, 'x', capacity + 1);
        ck_assert_uint_eq(smet_assessment_write_cards(assessment, NULL, &full, text, capacity),
                          length);
        ck_assert_int_eq(text[capacity], 'x');
        if (capacity > 0) {
            size_t kept = capacity <= length ? capacity - 1 : length;
            ck_assert_uint_eq(strlen(text), kept);
            ck_assert_int_eq(memcmp(text, whole, kept), 0);
        }
        free(text);
    }
    ck_assert_uint_eq(smet_assessment_write_cards(assessment, NULL, &full, NULL, 0), length);
    free(whole);
    smet_assessment_free(assessment);
}
END_TEST

static void check_refused(const smet_assessment *assessment,
                          const struct smet_answer_options *options)
{
    char text[8] = "before";
    ck_assert_uint_eq(smet_assessment_write_cards(assessment, NULL, options, text, sizeof text),
                      0);
    ck_assert_str_eq(text, "");
}

START_TEST(test_refused)
{
    smet_assessment *assessment = suite_assess(FIGURE_1);
    struct {
        struct smet_answer_options options;
        uint64_t tail;
    } longer = {.options = {.size = sizeof longer}, .tail = 1};
    struct smet_answer_options options = full;
    check_refused(NULL, &full);
    check_refused(NULL, NULL);
    options.size = 4;
    check_refused(assessment, &options);
    check_refused(assessment, &longer.options);
    longer.tail = 0;
    ck_assert_uint_gt(smet_assessment_write_cards(assessment, NULL, &longer.options, NULL, 0), 0);
    for (int32_t number = -1; number < 4; number++) {
        options = full;
        options.style = number;
        if (number != SMET_JSON_COMPACT && number != SMET_JSON_INDENTED)
            check_refused(assessment, &options);
        options = full;
        options.answer = number;
        if (number != SMET_ANSWER_FULL && number != SMET_ANSWER_SCORES)
            check_refused(assessment, &options);
    }
    options = full;
    options.reserved = 1;
    check_refused(assessment, &options);
    static const char *const dates[] = {"", "2026-13-01", "2026-1-1", "yesterday",
                                        "2026-01-01T12:00:00"};
    for (size_t i = 0; i < COUNT_OF(dates); i++) {
        options = full;
        options.date = dates[i];
        check_refused(assessment, &options);
    }
    static const char *const patients[] = {"", "a b", "Patient/", "a/b"};
    for (size_t i = 0; i < COUNT_OF(patients); i++) {
        options = full;
        options.patient = patients[i];
        check_refused(assessment, &options);
    }
    smet_assessment_free(assessment);
}
END_TEST

/* --- names -------------------------------------------------------------------------- */

/* The values are those of Python's uuid.uuid5(), by
 * uuid.UUID(int=314544391309007770220674861938800342127); lengths around a block's. */
START_TEST(test_uuid)
{
    static const struct {
        size_t length;
        const char *uuid;
    } names[] = {
        {0, "6a5ebded-0e40-5d5f-b183-1262a6017d43"},
        {55, "9b1c0e4e-9fca-5256-8025-18d570a82792"},
        {56, "08ed3170-0727-5b3f-b752-af5cc31307ac"},
        {64, "e3d58066-d3e6-5bb7-bd7e-0dd10e1284da"},
        {200, "3eea3984-6e9d-5a59-879e-eb080a82b28e"},
    };
    char name[200], uuid[SMET__UUID_ROOM];
    memset(name, 'x', sizeof name);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        smet__uuid_of(name, names[i].length, uuid);
        ck_assert_str_eq(uuid, names[i].uuid);
    }
    smet__uuid_of("abc", 3, uuid);
    ck_assert_str_eq(uuid, "8cb614c8-52c7-5a31-8298-38b5406e1173");
}
END_TEST

static void first_uuid(const char *facts, const char *patient, const char *date, char uuid[40])
{
    struct smet_answer_options options = full;
    options.patient = patient;
    options.date = date;
    json_t *cards = cards_of(facts, &options);
    strcpy(uuid, text_in(json_array_get(cards, 0), "uuid"));
    json_decref(cards);
}

START_TEST(test_uuid_of_a_card)
{
    char one[40], other[40];
    first_uuid(FIGURE_1, "p1", "2026-01-01", one);
    first_uuid(FIGURE_1, "Patient/p1", "2026-01-01", other);
    ck_assert_str_eq(one, other);
    first_uuid(FIGURE_1, "p2", "2026-01-01", other);
    ck_assert_str_ne(one, other);
    first_uuid(FIGURE_1, "p1", "2026-01-02", other);
    ck_assert_str_ne(one, other);
    first_uuid(FIGURE_2, "p1", "2026-01-01", other);
    ck_assert_str_ne(one, other);
}
END_TEST

/* --- Markdown ------------------------------------------------------------------------- */

/* What must not be markup, by GitHub's specification of its Markdown. */
static const struct {
    const char *text;
    const char *escaped;
} markdown[] = {
    {"", ""},
    {"plain words, 4.12 L (a-b): 7.", "plain words, 4.12 L (a-b): 7."},
    {"*bold* _x_ `code` ~no~", "\\*bold\\* \\_x\\_ \\`code\\` \\~no\\~"},
    {"<b onclick=x>&amp;", "\\<b onclick=x\\>\\&amp;"},
    {"[x](javascript:y) ![i](z)", "\\[x\\](javascript:y) \\!\\[i\\](z)"},
    {"back\\slash | {x} $y$ @z #1", "back\\\\slash \\| \\{x\\} \\$y\\$ \\@z \\#1"},
    {"two\nlines\r\n\ttab", "two lines   tab"},
    {"# heading", "\\# heading"},
    {"- list", "\\- list"},
    {"+ list", "\\+ list"},
    {"1. list", "1\\. list"},
    {"12) list", "12\\) list"},
    {"   - list", "   \\- list"},
    {"  3. list", "  3\\. list"},
    {"===", "\\==="},
    {"https://example.org www.example.org", "https\\://example.org www\\.example.org"},
    {".com a.b", ".com a.b"},
    {"a\x7f" "b", "a b"},
    {"\xe2\x89\xa5 50 % \xf0\x9d\x84\x9e", "\xe2\x89\xa5 50 % \xf0\x9d\x84\x9e"},
};

START_TEST(test_markdown)
{
    struct smet__words words = {0};
    smet__say_escaped(&words, markdown[_i].text);
    ck_assert_str_eq(smet__said(&words), markdown[_i].escaped);
    smet__words_free(&words);
}
END_TEST

START_TEST(test_words)
{
    static const struct {
        int64_t number;
        const char *text;
    } numbers[] = {{0, "0"}, {7, "7"}, {-42, "-42"}, {INT64_MAX, "9223372036854775807"},
                   {INT64_MIN, "-9223372036854775808"}};
    struct smet__words words = {0};
    ck_assert_str_eq(smet__said(&words), "");
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        smet__say_number(&words, numbers[i].number);
        ck_assert_str_eq(smet__said(&words), numbers[i].text);
        smet__words_free(&words);
    }
    for (int i = 0; i < 1000; i++)
        smet__say(&words, "ten bytes.");
    ck_assert_uint_eq(words.length, 10000);
    ck_assert_uint_eq(strlen(smet__said(&words)), 10000);
    smet__words_free(&words);
    ck_assert_uint_eq(smet__code_points("a\xc3\xa9\xe2\x89\xa5\xf0\x9d\x84\x9e"), 4);
}
END_TEST

/* --- the tables ----------------------------------------------------------------------- */

START_TEST(test_decisions)
{
    int seen[SMET__INTERVENTION_COUNT] = {0};
    for (int i = 0; i < smet__without_card.count; i++)
        seen[smet__without_card.of[i]]++;
    for (size_t i = 0; i < SMET__DECISION_COUNT; i++) {
        const struct smet__decision_row *row = &smet__decisions[i];
        for (int k = 0; k < row->interventions.count; k++)
            seen[row->interventions.of[k]]++;
        ck_assert_uint_le(strlen(row->label), 30);
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(row->key, smet__decisions[k].key);
    }
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
        ck_assert_msg(seen[i] == 1, "%s has a card %d times",
                      smet_term_key(SMET_VOCABULARY_INTERVENTION, i), seen[i]);
}
END_TEST

/* Every conflict and every instrument has a card to be told in. */
START_TEST(test_decisions_cover)
{
    struct smet_conflicts conflicts = {{0}};
    struct smet_instruments instruments = {{0}};
    for (size_t i = 0; i < SMET__DECISION_COUNT; i++) {
        conflicts = smet__conflicts_or(
            conflicts, smet__conflicts_from_list(smet__decisions[i].conflicts));
        instruments = smet__instruments_or(
            instruments, smet__instruments_from_list(smet__decisions[i].instruments));
    }
    ck_assert_int_eq(smet__conflicts_size(conflicts), SMET__CONFLICT_COUNT);
    ck_assert_int_eq(smet__instruments_size(instruments), SMET__INSTRUMENT_COUNT);
}
END_TEST

/* Labels that begin a summary leave room for names; cards cite DOIs as they are, of which the
 * review's must be there: RFC 3986 lets these signs stand in a path. */
START_TEST(test_fit_for_cards)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-_:;()";
    for (size_t i = 0; i < SMET__DECISION_COUNT; i++)
        ck_assert_uint_lt(smet__code_points(smet__decisions[i].label), 40);
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++) {
        struct smet_reference_info info = {.size = sizeof info};
        smet_reference_t reference = smet_term_at(SMET_VOCABULARY_REFERENCE, i);
        ck_assert_int_eq(smet_reference_describe(reference, &info), SMET_OK);
        ck_assert_uint_eq(strspn(info.doi, plain), strlen(info.doi));
        expect(i > 0 || info.doi[0] != '\0', "the review has no DOI");
    }
}
END_TEST

/* The longest that a list can begin with leaves room for its first name. */
START_TEST(test_first_names_fit)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        const char *label = smet_term_label(SMET_VOCABULARY_INTERVENTION,
                                            smet_term_at(SMET_VOCABULARY_INTERVENTION, i));
        ck_assert_uint_le(strlen("Surgical emergency in the review; a clinician must assess at "
                                 "once:  on the right (open) and 99 more") +
                              strlen(label),
                          139);
    }
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *telling = suite_case(suite, "telling");
    tcase_add_loop_test(telling, test_told, 0, COUNT_OF(told));
    tcase_add_test(telling, test_detail_has_reasons);
    tcase_add_test(telling, test_urgent_but_no_emergency);
    tcase_add_test(telling, test_no_lesion_is_said);
    TCase *form = suite_case(suite, "form");
    tcase_add_loop_test(form, test_random, 0, 5);
    tcase_add_test(form, test_scores_name_no_intervention);
    tcase_add_test(form, test_empty);
    TCase *arguments = suite_case(suite, "arguments");
    tcase_add_test(arguments, test_cut);
    tcase_add_test(arguments, test_refused);
    TCase *names = suite_case(suite, "names");
    tcase_add_test(names, test_uuid);
    tcase_add_test(names, test_uuid_of_a_card);
    TCase *words = suite_case(suite, "words");
    tcase_add_loop_test(words, test_markdown, 0, COUNT_OF(markdown));
    tcase_add_test(words, test_words);
    TCase *tables = suite_case(suite, "tables");
    tcase_add_test(tables, test_decisions);
    tcase_add_test(tables, test_decisions_cover);
    tcase_add_test(tables, test_first_names_fit);
    tcase_add_test(tables, test_fit_for_cards);
}
