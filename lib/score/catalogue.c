/*
 * The tables of the instruments, as the API gives them.
 */
#include "base/errors.h"
#include "content/lists.h"
#include "score/score.h"

/* What every description begins with. */
static smet_status_t check(const void *given, size_t known, smet_instrument_t instrument)
{
    smet_status_t status = smet__struct_check(given, known);
    if (status != SMET_OK)
        return status;
    return smet__is_instrument(instrument) ? SMET_OK : SMET_ERROR_UNKNOWN_TERM;
}

static const struct smet_item_row *item_at(smet_instrument_t instrument, size_t index)
{
    if (!smet__is_instrument(instrument) ||
        index >= (size_t)smet__instruments[instrument]->item_count)
        return NULL;
    return &smet__instruments[instrument]->items[index];
}

smet_status_t smet_instrument_describe(smet_instrument_t instrument,
                                       struct smet_instrument_info *info)
{
    smet_status_t status = check(info, sizeof *info, instrument);
    if (status != SMET_OK)
        return status;
    const struct smet_instrument_row *row = smet__instruments[instrument];
    const struct smet_instrument_info filled = {
        .instrument = instrument,
        .minimum = row->minimum,
        .maximum = row->maximum,
        .direction = row->direction,
        .reported_field = row->reported,
        .item_count = (uint32_t)row->item_count,
        .band_count = (uint32_t)row->band_count,
        .note_count = (uint32_t)row->note_count,
        .is_prognostic = row->is_prognostic,
        .key = row->key,
        .label = row->label,
        .alias = smet__or_empty(row->alias),
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_instrument_references(smet_instrument_t instrument, int32_t *references,
                                  size_t capacity)
{
    if (!smet__is_instrument(instrument))
        return 0;
    return smet__numbers_list(smet__instruments[instrument]->references, references, capacity);
}

const char *smet_instrument_note(smet_instrument_t instrument, size_t index)
{
    if (!smet__is_instrument(instrument) ||
        index >= (size_t)smet__instruments[instrument]->note_count)
        return NULL;
    return smet__instruments[instrument]->notes[index].text;
}

size_t smet_instrument_note_when(smet_instrument_t instrument, size_t index, smet_field_t *field,
                                 smet_value_t *values, size_t capacity)
{
    smet_field_t found = SMET_FIELD_INVALID;
    size_t count = 0;
    if (smet_instrument_note(instrument, index) != NULL) {
        const struct smet_note_row *note = &smet__instruments[instrument]->notes[index];
        found = note->field;
        count = smet__values_list(note->values, values, capacity);
    }
    if (field != NULL)
        *field = found;
    return count;
}

smet_status_t smet_item_describe(smet_instrument_t instrument, size_t index,
                                 struct smet_item_info *info)
{
    smet_status_t status = check(info, sizeof *info, instrument);
    if (status != SMET_OK)
        return status;
    const struct smet_item_row *item = item_at(instrument, index);
    if (item == NULL)
        return SMET_ERROR_INDEX;
    const struct smet_mapping *mapping = smet__mapping_of(item->field);
    const struct smet_item_info filled = {
        .field = item->field,
        .mapped_from = mapping == NULL ? SMET_FIELD_INVALID : mapping->from,
        .row_count = (uint32_t)item->row_count,
        .key = item->key,
        .label = item->label,
        .caveat = smet__or_empty(item->caveat),
        .provenance = item->provenance,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

smet_status_t smet_points_describe(smet_instrument_t instrument, size_t index, size_t row,
                                   struct smet_points_info *info)
{
    smet_status_t status = check(info, sizeof *info, instrument);
    if (status != SMET_OK)
        return status;
    const struct smet_item_row *item = item_at(instrument, index);
    if (item == NULL || row >= (size_t)item->row_count)
        return SMET_ERROR_INDEX;
    const struct smet_points_info filled = {
        .points = item->rows[row].points,
        .label = item->rows[row].label,
        .note = smet__or_empty(item->rows[row].note),
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_points_values(smet_instrument_t instrument, size_t index, size_t row,
                          smet_value_t *values, size_t capacity)
{
    const struct smet_item_row *item = item_at(instrument, index);
    if (item == NULL || row >= (size_t)item->row_count)
        return 0;
    return smet__values_list(
        smet__values_and(item->rows[row].values, smet__fields[item->field].domain), values,
        capacity);
}

smet_status_t smet_band_describe(smet_instrument_t instrument, smet_band_t band,
                                 struct smet_band_info *info)
{
    smet_status_t status = check(info, sizeof *info, instrument);
    if (status != SMET_OK)
        return status;
    if (band < 0 || band >= smet__instruments[instrument]->band_count)
        return SMET_ERROR_INDEX;
    const struct smet_band_row *row = &smet__instruments[instrument]->bands[band];
    const struct smet_band_info filled = {
        .band = band,
        .minimum = row->minimum,
        .maximum = row->maximum,
        .key = row->key,
        .label = row->label,
        .alias = smet__or_empty(row->alias),
        .strategy = smet__or_empty(row->strategy),
        .provenance = row->provenance,
        .survival_minimum = row->survival_minimum,
        .survival_maximum = row->survival_maximum,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}
