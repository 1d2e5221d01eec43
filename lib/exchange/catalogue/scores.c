/*
 * Of the catalogue: the instruments.
 */
#include "exchange/catalogue/parts.h"

static json_t *row_json(struct smet__tree *tree, const struct smet_item_info *item,
                        smet_instrument_t instrument, size_t index, size_t row)
{
    struct smet_points_info info = {.size = sizeof info};
    smet_value_t values[SMET__VALUE_ROOM];
    smet__must(tree, smet_points_describe(instrument, index, row, &info));
    size_t count = smet_points_values(instrument, index, row, values, SMET__VALUE_ROOM);
    json_t *object = json_object();
    smet__put_number(tree, object, "points", info.points);
    smet__put_text(tree, object, "label", info.label);
    smet__put(tree, object, "values", smet__value_keys(tree, item->field, values, count));
    smet__put_text(tree, object, "note", info.note);
    return object;
}

static json_t *item_json(struct smet__tree *tree, smet_instrument_t instrument, size_t index)
{
    struct smet_item_info info = {.size = sizeof info};
    smet__must(tree, smet_item_describe(instrument, index, &info));
    json_t *rows = json_array();
    for (size_t row = 0; row < info.row_count; row++)
        smet__add(tree, rows, row_json(tree, &info, instrument, index, row));
    json_t *object = smet__entry(tree, info.key, (int32_t)index);
    smet__put_text(tree, object, "label", info.label);
    smet__put_term(tree, object, "field", SMET_VOCABULARY_FIELD, info.field);
    smet__put_term(tree, object, "mapped_from", SMET_VOCABULARY_FIELD, info.mapped_from);
    smet__put_text(tree, object, "caveat", info.caveat);
    smet__put_text(tree, object, "provenance", info.provenance);
    smet__put(tree, object, "rows", rows);
    return object;
}

/* Null where there is no such bound. */
static void put_months(struct smet__tree *tree, json_t *object, const char *key, int32_t months)
{
    smet__put(tree, object, key, months == 0 ? json_null() : json_integer(months));
}

static json_t *band_json(struct smet__tree *tree, smet_instrument_t instrument, size_t band)
{
    struct smet_band_info info = {.size = sizeof info};
    smet__must(tree, smet_band_describe(instrument, (smet_band_t)band, &info));
    json_t *object = smet__entry(tree, info.key, info.band);
    smet__put_text(tree, object, "label", info.label);
    smet__put_text(tree, object, "alias", info.alias);
    smet__put_number(tree, object, "minimum", info.minimum);
    smet__put_number(tree, object, "maximum", info.maximum);
    put_months(tree, object, "survival_minimum", info.survival_minimum);
    put_months(tree, object, "survival_maximum", info.survival_maximum);
    smet__put_text(tree, object, "strategy", info.strategy);
    smet__put_text(tree, object, "provenance", info.provenance);
    return object;
}

static json_t *note_json(struct smet__tree *tree, smet_instrument_t instrument, size_t note)
{
    smet_value_t values[SMET__VALUE_ROOM];
    smet_field_t field;
    size_t count = smet_instrument_note_when(instrument, note, &field, values, SMET__VALUE_ROOM);
    json_t *object = json_object();
    smet__put_text(tree, object, "text", smet_instrument_note(instrument, note));
    smet__put_term(tree, object, "while", SMET_VOCABULARY_FIELD, field);
    smet__put(tree, object, "may_be", smet__value_keys(tree, field, values, count));
    return object;
}

/* The parts of an instrument, by position. */
static json_t *parts_json(struct smet__tree *tree, smet_instrument_t instrument, size_t count,
                          json_t *(*make)(struct smet__tree *tree, smet_instrument_t instrument,
                                          size_t index))
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, make(tree, instrument, i));
    return list;
}

static json_t *instrument_json(struct smet__tree *tree, smet_instrument_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    smet__must(tree, smet_instrument_describe(instrument, &info));
    json_t *object = smet__entry(tree, info.key, instrument);
    smet__put_text(tree, object, "label", info.label);
    smet__put_text(tree, object, "alias", info.alias);
    smet__put_term(tree, object, "direction", SMET_VOCABULARY_DIRECTION, info.direction);
    smet__put_number(tree, object, "minimum", info.minimum);
    smet__put_number(tree, object, "maximum", info.maximum);
    smet__put_bool(tree, object, "prognostic", info.is_prognostic);
    smet__put_term(tree, object, "reported_field", SMET_VOCABULARY_FIELD, info.reported_field);
    smet__put(tree, object, "items", parts_json(tree, instrument, info.item_count, item_json));
    smet__put(tree, object, "bands", parts_json(tree, instrument, info.band_count, band_json));
    smet__put(tree, object, "notes", parts_json(tree, instrument, info.note_count, note_json));
    smet__put(tree, object, "references",
              smet__reference_keys(tree, smet_instrument_references, instrument));
    return object;
}

void smet__put_score_parts(struct smet__tree *tree, json_t *catalogue)
{
    smet__put(tree, catalogue, "instruments",
              smet__each(tree, SMET_VOCABULARY_INSTRUMENT, instrument_json));
}
