/*
 * One Observation a score: the total, the bands, and each item as a component.
 */
#include "exchange/fhir/parts.h"

/* What R4 lets an Observation be derived from, and a chart may hold facts in. */
static const char sources[] = " Observation QuestionnaireResponse DocumentReference ";

/* --- items -------------------------------------------------------------------- */

/* The points that an item can give at all: more than one, as a test holds. */
static uint64_t points_of(smet_instrument_t instrument, size_t index)
{
    struct smet_item_info item = {.size = sizeof item};
    uint64_t points = 0;
    smet_item_describe(instrument, index, &item);
    for (size_t row = 0; row < item.row_count; row++) {
        struct smet_points_info info = {.size = sizeof info};
        smet_points_describe(instrument, index, row, &info);
        points |= UINT64_C(1) << info.points;
    }
    return points;
}

/* Whether of a mask that is not 0 one bit is set. */
static bool is_single(uint64_t mask)
{
    return (mask & (mask - 1)) == 0;
}

/* An integer as it stands; an option with its code. */
static json_t *option_json(struct smet__tree *tree, smet_field_t field, smet_value_t value)
{
    struct smet_field_info info = {.size = sizeof info};
    const char *key = smet_value_key(field, value);
    smet__must(tree, smet_field_describe(field, &info));
    if (info.kind == SMET_KIND_INTEGER)
        return smet__concept(tree, NULL, key);
    const char *label = smet_value_label(field, value);
    return smet__concept(tree, smet__owned_coding(tree, SMET__SYSTEM_VALUES, info.key, key, label),
                         label);
}

/* Where the item's own field is known, it stands beside the points. */
static void put_option(struct smet__tree *tree, json_t *component,
                       const struct smet_score_item *item)
{
    if (item->option >= 0)
        smet__put(tree, component, "interpretation",
                  smet__one(tree, option_json(tree, item->field, item->option)));
}

static json_t *absent_json(struct smet__tree *tree, const char *text)
{
    return smet__concept(
        tree,
        smet__coding(tree, "http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown",
                     "Unknown"),
        text);
}

static void put_points(struct smet__tree *tree, json_t *component,
                       const struct smet_score_item *item, uint64_t all)
{
    if (item->points == all)
        smet__put(tree, component, "dataAbsentReason",
                  absent_json(tree, item->is_set_aside
                                        ? "unknown: set aside, as it contradicts another fact"
                                        : NULL));
    else if (is_single(item->points))
        smet__put_number(tree, component, "valueInteger", __builtin_ctzll(item->points));
    else
        smet__put(tree, component, "valueRange", smet__points_range(tree, item->points));
}

static json_t *component_json(struct smet__tree *tree, const struct smet_instrument_info *info,
                              const struct smet_item_info *row,
                              const struct smet_score_item *item, uint64_t all)
{
    json_t *component = json_object();
    smet__put(tree, component, "code",
              smet__concept(tree,
                            smet__owned_coding(tree, SMET__SYSTEM_SCORES, info->key, row->key,
                                               row->label),
                            row->label));
    put_points(tree, component, item, all);
    put_option(tree, component, item);
    return component;
}

/* What must be said of an item, and of points that are no unbroken range. */
static void add_item_notes(struct smet__tree *tree, json_t *notes,
                           const struct smet_item_info *row, const struct smet_score_item *item,
                           uint64_t all)
{
    struct smet__words words = {0};
    if (!is_single(item->points) && item->points != all) {
        smet__say(&words, "Possible points: ");
        smet__say_bits(&words, item->points);
        smet__say(&words, ".");
    }
    if (item->note[0] != '\0')
        smet__say_next(&words, " ", item->note);
    if (item->caveat[0] != '\0')
        smet__say_next(&words, " ", item->caveat);
    if (words.length > 0) {
        struct smet__words whole = {0};
        smet__say(&whole, row->label);
        smet__say_next(&whole, ": ", smet__said(&words));
        whole.has_failed |= words.has_failed;
        smet__add_words(tree, notes, &whole);
    }
    tree->has_failed |= words.has_failed;
    smet__words_free(&words);
}

static json_t *components_json(struct smet__bundle *bundle,
                               const struct smet_instrument_info *info, json_t *notes)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *list = json_array();
    for (size_t i = 0; i < info->item_count; i++) {
        struct smet_item_info row = {.size = sizeof row};
        struct smet_score_item item = {.size = sizeof item};
        uint64_t all = points_of(info->instrument, i);
        smet__must(tree, smet_item_describe(info->instrument, i, &row));
        smet__must(tree, smet_record_score_item(bundle->record, info->instrument, i, &item, NULL));
        smet__add(tree, list, component_json(tree, info, &row, &item, all));
        add_item_notes(tree, notes, &row, &item, all);
    }
    return list;
}

/* --- the total ---------------------------------------------------------------- */

/* A range that is the instrument's own says nothing: then no value is given. */
static void put_total(struct smet__tree *tree, json_t *observation,
                      const struct smet_instrument_info *info, const struct smet_score *score)
{
    if (score->is_complete)
        smet__put_number(tree, observation, "valueInteger", score->minimum);
    else if (score->minimum > info->minimum || score->maximum < info->maximum)
        smet__put(tree, observation, "valueRange", smet__points_range(tree, score->totals));
    else
        smet__put(tree, observation, "dataAbsentReason", absent_json(tree, NULL));
}

/* A total that leaves several bands is read as one of them, whichever: each says so. */
static void put_bands(struct smet__tree *tree, json_t *observation,
                      const struct smet_instrument_info *info, const struct smet_score *score)
{
    json_t *list = json_array();
    bool is_open = score->bands == (UINT32_C(1) << info->band_count) - 1;
    for (smet_band_t band = 0; !is_open && band < (smet_band_t)info->band_count; band++) {
        struct smet_band_info row = {.size = sizeof row};
        if ((score->bands >> band & 1) == 0)
            continue;
        smet__must(tree, smet_band_describe(info->instrument, band, &row));
        json_t *coding =
            smet__owned_coding(tree, SMET__SYSTEM_BANDS, info->key, row.key, row.label);
        json_t *concept = smet__concept(tree, coding, NULL);
        smet__put(tree, concept, "text",
                  json_sprintf("%s%s", score->is_decided ? "" : "possible: ", row.label));
        smet__add(tree, list, concept);
    }
    smet__put_list(tree, observation, "interpretation", list);
}

/* The bands as reference ranges, so that a reader sees where the edges lie. */
static json_t *ranges_json(struct smet__tree *tree, const struct smet_instrument_info *info)
{
    json_t *list = json_array();
    for (smet_band_t band = 0; band < (smet_band_t)info->band_count; band++) {
        struct smet_band_info row = {.size = sizeof row};
        json_t *range = json_object();
        smet__must(tree, smet_band_describe(info->instrument, band, &row));
        smet__put(tree, range, "low", smet__points_quantity(tree, row.minimum));
        smet__put(tree, range, "high", smet__points_quantity(tree, row.maximum));
        smet__put_text(tree, range, "text", row.label);
        smet__add(tree, list, range);
    }
    return list;
}

/* --- notes -------------------------------------------------------------------- */

static void add_gap_note(struct smet__tree *tree, json_t *notes, const struct smet_score *score)
{
    struct smet__words words = {0};
    uint64_t span = score->totals >> score->minimum;
    if ((span & (span + 1)) == 0)
        return;
    smet__say(&words, "Not every total of the range is possible, only ");
    smet__say_bits(&words, score->totals);
    smet__say(&words, ".");
    smet__add_words(tree, notes, &words);
}

static void add_score_notes(struct smet__bundle *bundle, json_t *notes,
                            smet_instrument_t instrument)
{
    const char *texts[SMET__LIST_ROOM];
    size_t count =
        smet__held(smet_record_score_notes(bundle->record, instrument, texts, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++)
        smet__add_note(&bundle->tree, notes, texts[i]);
}

static void add_sources(struct smet__tree *tree, json_t *notes, smet_instrument_t instrument)
{
    int32_t references[SMET__LIST_ROOM];
    size_t count = smet__held(smet_instrument_references(instrument, references, SMET__LIST_ROOM));
    for (size_t i = 0; i < count; i++) {
        struct smet_reference_info info = {.size = sizeof info};
        struct smet__words words = {0};
        smet__must(tree, smet_reference_describe(references[i], &info));
        smet__say(&words, "Source: ");
        smet__say(&words, info.citation);
        smet__add_words(tree, notes, &words);
    }
}

/* --- the Observation ------------------------------------------------------------------- */

static void put_head(struct smet__bundle *bundle, json_t *observation,
                     const struct smet_instrument_info *info)
{
    struct smet__tree *tree = &bundle->tree;
    static const char categories[] = "http://terminology.hl7.org/CodeSystem/observation-category";
    smet__put(tree, observation, "category",
              smet__one(tree,
                        smet__concept(tree, smet__coding(tree, categories, "survey", "Survey"),
                                      NULL)));
    smet__put(tree, observation, "code",
              smet__concept(tree,
                            smet__coding(tree, SMET__SYSTEM_SCORES, info->key, info->label),
                            info->label));
    smet__put(tree, observation, "subject", smet__subject(bundle));
    smet__put_date(bundle, observation, "effectiveDateTime");
}

static json_t *derived_from_json(struct smet__bundle *bundle, smet_instrument_t instrument)
{
    json_t *list = json_array();
    const struct smet__set read = smet__read_by_score(bundle, instrument);
    smet__add_chart_references(bundle, list, &read, sources);
    return list;
}

static json_t *observation_json(struct smet__bundle *bundle,
                                const struct smet_instrument_info *info,
                                const struct smet_score *score)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *notes = json_array();
    json_t *observation = smet__resource(bundle, "Observation", SMET__ENTRY_SCORE, info->key,
                                         score->is_complete ? "final" : "preliminary");
    json_t *components = components_json(bundle, info, notes);
    put_head(bundle, observation, info);
    put_total(tree, observation, info, score);
    put_bands(tree, observation, info, score);
    add_gap_note(tree, notes, score);
    add_score_notes(bundle, notes, info->instrument);
    add_sources(tree, notes, info->instrument);
    smet__put_list(tree, observation, "note", notes);
    smet__put(tree, observation, "device", smet__device_reference(bundle));
    smet__put(tree, observation, "referenceRange", ranges_json(tree, info));
    smet__put_list(tree, observation, "derivedFrom", derived_from_json(bundle, info->instrument));
    smet__put(tree, observation, "component", components);
    return observation;
}

void smet__add_scores(struct smet__bundle *bundle)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        struct smet_instrument_info info = {.size = sizeof info};
        struct smet_score score = {.size = sizeof score};
        smet__must(&bundle->tree, smet_instrument_describe(instrument, &info));
        smet__must(&bundle->tree,
                   smet_assessment_score(bundle->answer->assessment, instrument, &score));
        smet__add_entry(bundle, SMET__ENTRY_SCORE, info.key,
                        observation_json(bundle, &info, &score));
    }
}
