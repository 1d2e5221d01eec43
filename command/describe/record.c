/*
 * Fields and instruments in words.
 */
#include "describe/parts.h"

#include <string.h>

/* --- fields ---------------------------------------------------------------- */

static void put_option(FILE *out, smet_field_t field, smet_value_t value)
{
    const char *key = smet_value_key(field, value), *label = smet_value_label(field, value);
    const char *definition = smet_value_definition(field, value);
    struct text said = {0};
    if (strcmp(key, label) != 0)
        text_add(&said, label);
    if (definition[0] != '\0')
        text_join(&said, ": ", definition);
    wrap_lead(out, WRAP_WIDTH, SAID_COLUMN, SAID_COLUMN + 20, key, text_words(&said));
    text_free(&said);
}

static void put_options(FILE *out, const struct smet_field_info *info)
{
    put_said(out, "values", "one of");
    for (size_t i = 0; i < smet_value_count(info->field); i++)
        put_option(out, info->field, smet_value_at(info->field, i));
}

static void put_values(FILE *out, const struct smet_field_info *info)
{
    if (info->kind == SMET_KIND_CHOICE) {
        put_options(out, info);
        return;
    }
    struct text said = {0};
    if (info->kind == SMET_KIND_YES_NO)
        text_add(&said, "yes or no");
    else if (info->step == 1)
        text_add_format(&said, "a whole number from %d to %d", (int)info->minimum,
                        (int)info->maximum);
    else
        text_add_format(&said, "a multiple of %d from %d to %d", (int)info->step,
                        (int)info->minimum, (int)info->maximum);
    put_said(out, "values", text_words(&said));
    text_free(&said);
}

void describe_field(FILE *out, int32_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_field_describe(field, &info);
    put_said(out, "name", info.label);
    put_said(out, "meaning", info.definition);
    put_said(out, "group", smet_term_label(SMET_VOCABULARY_FIELD_GROUP, info.group));
    put_values(out, &info);
    if (info.is_override)
        put_said(out, "override", "wins over what the library would derive");
}

static bool holds_field(const smet_field_t *fields, size_t count, smet_field_t field)
{
    for (size_t i = 0; i < count; i++)
        if (fields[i] == field)
            return true;
    return false;
}

static void put_links(FILE *out, smet_field_t field)
{
    const char *before = "";
    for (size_t i = 0; i < smet_link_count(); i++) {
        smet_field_t fields[LIST_MAX];
        size_t count = smet_link_fields(i, fields, LIST_MAX);
        const char *words = smet_link_text(i);
        if (!holds_field(fields, count, field) || strcmp(words, before) == 0)
            continue;
        put_said(out, before[0] == '\0' ? "linked" : "", words);
        before = words;
    }
}

static void put_mappings(FILE *out, smet_field_t field)
{
    for (size_t i = 0; i < smet_mapping_count(); i++) {
        struct smet_mapping_info info = {.size = sizeof info};
        smet_mapping_describe(i, &info);
        if (info.field == field || info.from == field)
            put_said(out, "mapped", info.text);
    }
}

static void put_checks(FILE *out, smet_field_t field)
{
    const char *name = "checked";
    for (size_t i = 0; i < smet_check_count(); i++) {
        smet_field_t fields[LIST_MAX];
        size_t count = smet_check_fields(i, fields, LIST_MAX);
        if (!holds_field(fields, count, field))
            continue;
        put_said(out, name, smet_check_text(i));
        name = "";
    }
}

/* "sins: pain, tomita: ..." of the items that read the field. */
static void put_items_reading(FILE *out, smet_field_t field)
{
    struct text said = {0};
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_instrument_info info = {.size = sizeof info};
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &info);
        for (uint32_t n = 0; n < info.item_count; n++) {
            struct smet_item_info item = {.size = sizeof item};
            smet_item_describe(info.instrument, n, &item);
            if (item.field != field && item.mapped_from != field)
                continue;
            text_join(&said, "; ", info.key);
            text_add_format(&said, ", %s", item.label);
        }
        if (info.reported_field == field) {
            text_join(&said, "; ", info.key);
            text_add(&said, ", as a total found in the chart");
        }
    }
    put_said(out, "scored by", text_words(&said));
    text_free(&said);
}

void describe_field_use(FILE *out, int32_t field)
{
    put_links(out, field);
    put_mappings(out, field);
    put_checks(out, field);
    put_items_reading(out, field);
    put_holders(out, "read by rules", SMET_VOCABULARY_RULE, smet_rule_fields, field);
}

/* --- instruments ----------------------------------------------------------- */

static void put_points(FILE *out, const struct smet_instrument_info *instrument, uint32_t index,
                       const struct smet_item_info *item, uint32_t row)
{
    struct smet_points_info info = {.size = sizeof info};
    smet_points_describe(instrument->instrument, index, row, &info);
    smet_value_t values[LIST_MAX];
    size_t count = smet_points_values(instrument->instrument, index, row, values, LIST_MAX);
    struct smet_field_info field = {.size = sizeof field};
    smet_field_describe(item->field, &field);
    struct text said = {0};
    text_add_format(&said, "%s (", info.label);
    if (field.kind == SMET_KIND_INTEGER && count > 1) {
        text_add_format(&said, "%d to %d", (int)values[0], (int)values[count - 1]);
    } else {
        for (size_t i = 0; i < count && i < LIST_MAX; i++)
            text_add_format(&said, "%s%s", i > 0 ? ", " : "",
                            smet_value_key(item->field, values[i]));
    }
    text_add(&said, ")");
    if (info.note[0] != '\0')
        text_join(&said, ". ", info.note);
    char lead[24];
    snprintf(lead, sizeof lead, "%d", (int)info.points);
    wrap_lead(out, WRAP_WIDTH, INNER_COLUMN, INNER_COLUMN + 4, lead, text_words(&said));
    text_free(&said);
}

static void put_item(FILE *out, const struct smet_instrument_info *instrument, uint32_t index)
{
    struct smet_item_info item = {.size = sizeof item};
    smet_item_describe(instrument->instrument, index, &item);
    struct text said = {0};
    text_add_format(&said, "%s: %s, from the field %s", item.key, item.label,
                    smet_term_key(SMET_VOCABULARY_FIELD, item.field));
    if (item.mapped_from >= 0)
        text_add_format(&said, " (mapped from %s where that is not entered)",
                        smet_term_key(SMET_VOCABULARY_FIELD, item.mapped_from));
    put_part(out, text_words(&said));
    for (uint32_t row = 0; row < item.row_count; row++)
        put_points(out, instrument, index, &item, row);
    if (item.caveat[0] != '\0')
        wrap_text(out, WRAP_WIDTH, INNER_COLUMN, INNER_COLUMN, item.caveat);
    text_free(&said);
}

static void put_band(FILE *out, const struct smet_instrument_info *instrument, smet_band_t band)
{
    struct smet_band_info info = {.size = sizeof info};
    smet_band_describe(instrument->instrument, band, &info);
    char lead[32];
    snprintf(lead, sizeof lead, "%d to %d", (int)info.minimum, (int)info.maximum);
    struct text said = {0};
    text_add_format(&said, "%s: %s", info.key, info.label);
    if (info.alias[0] != '\0')
        text_add_format(&said, " (also: %s)", info.alias);
    if (info.strategy[0] != '\0')
        text_join(&said, ". ", info.strategy);
    wrap_lead(out, WRAP_WIDTH, INNER_COLUMN, SAID_COLUMN, lead, text_words(&said));
    text_free(&said);
}

void describe_instrument(FILE *out, int32_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    smet_instrument_describe(instrument, &info);
    struct text said = {0};
    text_add_format(&said, "%d to %d, %s", (int)info.minimum, (int)info.maximum,
                    smet_term_label(SMET_VOCABULARY_DIRECTION, info.direction));
    put_said(out, "name", info.label);
    put_said(out, "also", info.alias);
    put_said(out, "totals", text_words(&said));
    text_free(&said);
    if (info.reported_field >= 0)
        put_said(out, "in the chart", smet_term_key(SMET_VOCABULARY_FIELD, info.reported_field));
    for (uint32_t i = 0; i < info.note_count; i++)
        put_said(out, i == 0 ? "notes" : "", smet_instrument_note(instrument, i));
    put_references(out, smet_instrument_references, instrument);
    for (uint32_t i = 0; i < info.item_count; i++)
        put_item(out, &info, i);
    put_part(out, "Bands");
    for (uint32_t i = 0; i < info.band_count; i++)
        put_band(out, &info, (smet_band_t)i);
}

static void put_provenance(FILE *out, const struct smet_instrument_info *info)
{
    put_part(out, "Where the points and the edges of the bands were checked");
    for (uint32_t i = 0; i < info->item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        smet_item_describe(info->instrument, i, &item);
        wrap_format(out, WRAP_WIDTH, PART_COLUMN, INNER_COLUMN, "%s: %s", item.key,
                    item.provenance);
    }
    for (uint32_t i = 0; i < info->band_count; i++) {
        struct smet_band_info band = {.size = sizeof band};
        smet_band_describe(info->instrument, (smet_band_t)i, &band);
        wrap_format(out, WRAP_WIDTH, PART_COLUMN, INNER_COLUMN, "%s: %s", band.key,
                    band.provenance);
    }
}

void describe_instrument_use(FILE *out, int32_t instrument)
{
    struct smet_instrument_info info = {.size = sizeof info};
    smet_instrument_describe(instrument, &info);
    put_provenance(out, &info);
    put_citations(out, smet_instrument_references, instrument);
}
