/*
 * The scores of an assessment: totals, bands, items and what is missing.
 */
#include "exchange/assessment/parts.h"

/* What must be said of this value, then what must always be said of the item. */
static json_t *note_json(const struct smet_score_item *item)
{
    const char *parts[2] = {item->note, item->caveat};
    const char *space = parts[0][0] != '\0' && parts[1][0] != '\0' ? " " : "";
    return json_sprintf("%s%s%s", parts[0], space, parts[1]);
}

static json_t *derived_from_json(struct smet__tree *tree, const smet_record *record,
                                 smet_instrument_t instrument, size_t index)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__held(smet_record_score_item_derived_from(record, instrument, index,
                                                                  fields, SMET__LIST_ROOM));
    return smet__terms(tree, SMET_VOCABULARY_FIELD, fields, count);
}

static json_t *item_json(struct smet__tree *tree, const smet_record *record,
                         smet_instrument_t instrument, size_t index)
{
    struct smet_score_item item = {.size = sizeof item};
    smet__must(tree, smet_record_score_item(record, instrument, index, &item, NULL));
    json_t *object = json_object();
    smet__put_text(tree, object, "item", item.key);
    smet__put_term(tree, object, "field", SMET_VOCABULARY_FIELD, item.field);
    smet__put(tree, object, "points", smet__bits(tree, item.points));
    smet__put_text(tree, object, "option", smet_value_key(item.field, item.option));
    smet__put_bool(tree, object, "derived", item.is_derived);
    smet__put(tree, object, "note", note_json(&item));
    smet__put(tree, object, "derived_from", derived_from_json(tree, record, instrument, index));
    smet__put_bool(tree, object, "set_aside", item.is_set_aside);
    return object;
}

static json_t *items_json(struct smet__tree *tree, const smet_record *record,
                          const struct smet_score *score)
{
    json_t *items = json_array();
    for (size_t i = 0; i < score->item_count; i++)
        smet__add(tree, items, item_json(tree, record, score->instrument, i));
    return items;
}

static json_t *bands_json(struct smet__tree *tree, const struct smet_score *score)
{
    json_t *bands = json_array();
    for (smet_band_t band = 0; band < SMET_BANDS_MAX; band++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((score->bands >> band & 1) != 0) {
            smet__must(tree, smet_band_describe(score->instrument, band, &info));
            smet__add(tree, bands, smet__text(info.key));
        }
    }
    return bands;
}

static json_t *notes_json(struct smet__tree *tree, const smet_record *record,
                          smet_instrument_t instrument)
{
    const char *notes[SMET__LIST_ROOM];
    size_t count = smet__held(smet_record_score_notes(record, instrument, notes, SMET__LIST_ROOM));
    return smet__texts(tree, notes, count);
}

static json_t *score_json(struct smet__tree *tree, const smet_assessment *assessment,
                          smet_instrument_t instrument)
{
    struct smet_score score = {.size = sizeof score};
    smet__must(tree, smet_assessment_score(assessment, instrument, &score));
    const smet_record *record = smet_assessment_record(assessment);
    json_t *object = json_object();
    smet__put_term(tree, object, "instrument", SMET_VOCABULARY_INSTRUMENT, instrument);
    smet__put_number(tree, object, "min", score.minimum);
    smet__put_number(tree, object, "max", score.maximum);
    smet__put(tree, object, "totals", smet__bits(tree, score.totals));
    smet__put_bool(tree, object, "complete", score.is_complete);
    smet__put_bool(tree, object, "decided", score.is_decided);
    smet__put(tree, object, "bands", bands_json(tree, &score));
    smet__put(tree, object, "items", items_json(tree, record, &score));
    smet__put(tree, object, "missing",
              smet__terms(tree, SMET_VOCABULARY_FIELD, score.missing, score.missing_count));
    smet__put(tree, object, "notes", notes_json(tree, record, instrument));
    smet__put(tree, object, "references",
              smet__reference_keys(tree, smet_instrument_references, instrument));
    return object;
}

json_t *smet__scores_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *scores = json_array();
    size_t count = smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    for (size_t i = 0; i < count; i++)
        smet__add(tree, scores,
                  score_json(tree, assessment, smet_term_at(SMET_VOCABULARY_INSTRUMENT, i)));
    return scores;
}
