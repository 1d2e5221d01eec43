/*
 * An answer as a CDS Hooks response.
 */
#include "exchange/cards/detail.h"
#include "exchange/cards/overrides.h"
#include "exchange/cards/summary.h"
#include "exchange/shared/systems.h"
#include "exchange/shared/uuid.h"

static json_t *coding_json(struct smet__tree *tree, const char *system, const char *code,
                           const char *display)
{
    json_t *coding = json_object();
    smet__put_text(tree, coding, "system", system);
    smet__put_text(tree, coding, "code", code);
    smet__put_text(tree, coding, "display", display);
    return coding;
}

/* The review, which is the first of the references and has a DOI. */
static json_t *source_json(struct smet__tree *tree, const struct smet__card *card)
{
    struct smet_reference_info review = {.size = sizeof review};
    smet__must(tree, smet_reference_describe(smet_term_at(SMET_VOCABULARY_REFERENCE, 0), &review));
    json_t *source = json_object();
    smet__put(tree, source, "label",
              json_sprintf("%s. %s %d (libsacralmet %s, content %s)", review.authors,
                           review.journal, (int)review.year, smet_version(),
                           smet_content_version()));
    smet__put(tree, source, "url", json_sprintf("https://doi.org/%s", review.doi));
    smet__put(tree, source, "topic",
              coding_json(tree, SMET__SYSTEM_TOPICS, card->row->key, card->row->label));
    return source;
}

static json_t *overrides_json(struct smet__tree *tree)
{
    json_t *reasons = json_array();
    for (size_t i = 0; i < SMET__OVERRIDE_COUNT; i++)
        smet__add(tree, reasons,
                  coding_json(tree, SMET__SYSTEM_OVERRIDES, smet__overrides[i].key,
                              smet__overrides[i].display));
    return reasons;
}

/* Named by all that it depends on: knowledge, patient, date, and what it says. */
static json_t *uuid_json(const struct smet__card *card)
{
    const struct smet__answer *answer = card->answer;
    const char *const parts[] = {smet_content_digest(),       answer->patient, answer->patient_url,
                                 answer->date,                card->row->key,
                                 smet__said(&card->summary),  smet__said(&card->detail)};
    struct smet__words name = {0};
    char uuid[SMET__UUID_ROOM];
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        smet__say(&name, parts[i] == NULL ? "" : parts[i]);
        smet__say(&name, "\n");
    }
    smet__uuid_of(smet__said(&name), name.length, uuid);
    bool is_whole = !name.has_failed;
    smet__words_free(&name);
    return is_whole ? smet__text(uuid) : NULL;
}

static json_t *card_json(struct smet__tree *tree, struct smet__card *card)
{
    static const char *const indicators[SMET__URGENCY_COUNT] = {"critical", "warning", "info"};
    json_t *object = json_object();
    smet__card_summarize(card);
    smet__card_explain(card);
    smet__put(tree, object, "uuid", uuid_json(card));
    smet__put_text(tree, object, "summary", smet__said(&card->summary));
    smet__put_text(tree, object, "detail", smet__said(&card->detail));
    smet__put_text(tree, object, "indicator", indicators[card->urgency]);
    smet__put(tree, object, "source", source_json(tree, card));
    smet__put(tree, object, "overrideReasons", overrides_json(tree));
    if (card->summary.has_failed || card->detail.has_failed)
        tree->has_failed = true;
    smet__words_free(&card->summary);
    smet__words_free(&card->detail);
    return object;
}

static json_t *cards_json(struct smet__tree *tree, const struct smet__answer *answer)
{
    json_t *cards = json_array();
    for (int urgency = SMET__CRITICAL; urgency < SMET__URGENCY_COUNT; urgency++) {
        for (size_t i = 0; i < SMET__DECISION_COUNT; i++) {
            struct smet__card card = {.answer = answer, .row = &smet__decisions[i]};
            if (smet__card_decide(&card) && (int)card.urgency == urgency)
                smet__add(tree, cards, card_json(tree, &card));
        }
    }
    return cards;
}

size_t smet_assessment_write_cards(const smet_assessment *assessment, const smet_chart *chart,
                                   const struct smet_answer_options *options, char *text,
                                   size_t capacity)
{
    struct smet__answer answer;
    if (!smet__answer_read(assessment, chart, options, &answer))
        return smet__write_nothing(text, capacity);
    struct smet__tree tree = {.has_failed = false};
    json_t *root = json_object();
    smet__put(&tree, root, "cards", cards_json(&tree, &answer));
    return smet__finish(&tree, root, answer.style, text, capacity);
}
