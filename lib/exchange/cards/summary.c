/*
 * What a card says in one sentence that is never too long: of lists, as much as there
 * is room for, and how many more there are.
 */
#include "exchange/cards/summary.h"

#include <string.h>

enum { NAMES_MAX = 64, NAME_ROOM = 128 };

/* What is to be listed. */
struct names {
    char at[NAMES_MAX][NAME_ROOM];
    size_t count;
    bool has_failed; /* no memory or room for one of them */
};

static void add_name(struct names *names, const char *label, const char *behind)
{
    size_t length = strlen(label), more = strlen(behind);
    /* Never: there is room for each intervention, field and score, and for its name. */
    if (SMET__NEVER((names->count >= NAMES_MAX) | (length + more >= NAME_ROOM))) {
        names->has_failed = true;
        return;
    }
    char *name = names->at[names->count++];
    /* NOLINTNEXTLINE(bugprone-not-null-terminated-result) the end comes with the rest */
    memcpy(name, label, length);
    memcpy(name + length, behind, more + 1);
}

/* Adds a name that was put together, and frees it. */
static void add_words(struct names *names, struct smet__words *name, const char *behind)
{
    names->has_failed |= name->has_failed;
    add_name(names, smet__said(name), behind);
    smet__words_free(name);
}

/* What was said so far is a label, or what had room. */
static size_t room_in(const struct smet__words *words)
{
    return SMET__SUMMARY_MAX - smet__code_points(smet__said(words));
}

/* Says `lead` and as many of the names as fit; nothing where not even one does. */
static void say_names(struct smet__words *words, const char *lead, const struct names *names)
{
    static const size_t more_room = sizeof " and 99 more" - 1;
    size_t room = room_in(words), used = smet__code_points(lead), said = 0;
    words->has_failed |= names->has_failed;
    for (; said < names->count; said++) {
        size_t next = smet__code_points(names->at[said]) + (said > 0 ? 2 : 0);
        if (used + next + (said + 1 < names->count ? more_room : 0) > room)
            break;
        smet__say(words, said == 0 ? lead : ", ");
        smet__say(words, names->at[said]);
        used += next;
    }
    if (said == 0 || said == names->count)
        return;
    smet__say(words, " and ");
    smet__say_number(words, (int64_t)(names->count - said));
    smet__say(words, " more");
}

static void say_fields(struct smet__words *words, const char *lead,
                       const struct smet__set *fields)
{
    struct names names = {.count = 0};
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (smet__set_has(fields, field))
            add_name(&names, smet_term_label(SMET_VOCABULARY_FIELD, field), "");
    }
    say_names(words, lead, &names);
}

/* Those of a card's interventions that have a verdict now. */
static void say_interventions(struct smet__card *card, const char *lead, smet_verdict_t verdict)
{
    struct smet_disposition disposition;
    struct names names = {.count = 0};
    for (size_t i = 0; smet__card_next(card, &i, &disposition);) {
        if (disposition.disposition != verdict)
            continue;
        const char *label = smet_term_label(SMET_VOCABULARY_INTERVENTION, disposition.intervention);
        struct smet__words name = {0};
        smet__say(&name, label);
        if (disposition.side != SMET_SIDE_INVALID) {
            smet__say(&name, " on the ");
            smet__say(&name, smet_term_label(SMET_VOCABULARY_SIDE, disposition.side));
        }
        add_words(&names, &name, disposition.is_settled ? "" : " (open)");
    }
    say_names(&card->summary, lead, &names);
}

const char *smet__short_name(smet_instrument_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    /* Never: it comes from a list of those that there are. */
    if (SMET__NEVER(smet_instrument_describe(instrument, &info) != SMET_OK))
        return "";
    bool has_shorter = info.alias[0] != '\0' &&
                       smet__code_points(info.alias) < smet__code_points(info.label);
    return has_shorter ? info.alias : info.label;
}

void smet__say_totals(struct smet__words *words, const struct smet_score *score)
{
    smet__say_number(words, score->minimum);
    if (score->maximum == score->minimum)
        return;
    smet__say(words, " to ");
    smet__say_number(words, score->maximum);
}

/* "SINS 9, potentially unstable" */
static void add_score(struct names *names, const struct smet__card *card,
                      smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    struct smet__words name = {0};
    smet_assessment_score(card->answer->assessment, instrument, &score);
    smet__say(&name, smet__short_name(instrument));
    smet__say(&name, " ");
    smet__say_totals(&name, &score);
    for (smet_band_t band = 0; score.is_decided && band < SMET_BANDS_MAX; band++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((score.bands >> band & 1) == 0)
            continue;
        smet_band_describe(instrument, band, &info);
        smet__say(&name, ", ");
        smet__say(&name, info.label);
    }
    add_words(names, &name, "");
}

static void summarize_offer(struct smet__card *card)
{
    struct names scores = {.count = 0};
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        if (smet__score_is_telling(card, instrument))
            add_score(&scores, card, instrument);
    }
    smet__say(&card->summary, card->row->label);
    size_t before = card->summary.length;
    say_names(&card->summary, ": ", &scores);
    say_interventions(card, card->summary.length == before ? ": the review recommends "
                                                            : "; the review recommends ",
                      SMET_VERDICT_RECOMMENDED);
    say_interventions(card, card->summary.length == before ? ": options in the review: "
                                                            : "; options: ",
                      SMET_VERDICT_OPTION);
}

static void summarize_emergency(struct smet__card *card)
{
    if (card->urgency == SMET__CRITICAL) {
        say_interventions(card,
                          "Surgical emergency in the review; a clinician must assess at once: ",
                          SMET_VERDICT_EMERGENCY);
        return;
    }
    struct smet__set alarming = {.count = 0};
    smet__add_alarming(card, &alarming);
    say_interventions(card, "The review recommends ", SMET_VERDICT_RECOMMENDED);
    say_fields(&card->summary,
               card->summary.length > 0 ? "; emergency not excluded: find out "
                                        : "Emergency not excluded until these are known: ",
               &alarming);
}

static void summarize_contradiction(struct smet__card *card)
{
    struct smet__set fields = {.count = 0};
    smet__add_contradicting(card->answer, &fields);
    smet__add_disagreeing(card->answer, &fields);
    say_fields(&card->summary, "Check the record; facts contradict each other: ", &fields);
}

static void summarize_scope(struct smet__card *card)
{
    say_interventions(card, "Outside the review, which says nothing here of ",
                      SMET_VERDICT_OUT_OF_SCOPE);
}

static void summarize_ruled_out(struct smet__card *card)
{
    say_interventions(card, "Contraindicated in the review: ", SMET_VERDICT_CONTRAINDICATED);
}

void smet__card_summarize(struct smet__card *card)
{
    static void (*const summarize[])(struct smet__card *card) = {
        [SMET__DECISION_EMERGENCY] = summarize_emergency,
        [SMET__DECISION_CONTRADICTION] = summarize_contradiction,
        [SMET__DECISION_SCOPE] = summarize_scope,
        [SMET__DECISION_RULED_OUT] = summarize_ruled_out,
        [SMET__DECISION_OFFER] = summarize_offer,
    };
    summarize[card->row->kind](card);
}
