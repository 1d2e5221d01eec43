/*
 * Rows scored by parts: items that share a field, directly or by links, make one
 * part, whose answer is the exact set of their sums and which of them are open.
 * The sums of different parts add freely.
 */
#include "cohort/score_parts.h"

#include "score/score.h"

/* An answer: a mask of sums, and above it a mask of open items. */
enum { OPEN_AT = 24 };

static const uint32_t sums_mask = (UINT32_C(1) << OPEN_AT) - 1;

_Static_assert(OPEN_AT + (int)SMET__ITEMS_MAX <= 32, "an answer has room for every item");

/* Where the part of the reported total stands: it limits sums, and adds none. */
enum { NO_ITEMS = 0 };

uint32_t smet__score_part(const struct smet_parts *parts, const struct smet_part *part,
                          const struct smet_record *record, size_t row)
{
    const struct smet_instrument_row *instrument = smet__instruments[part->subject];
    struct smet_linked linked;
    uint64_t points[SMET__ITEMS_MAX];
    (void)parts;
    (void)row;
    if (part->items == NO_ITEMS)
        return (uint32_t)record->entered[instrument->reported].word[0];
    smet__link(record, &linked);
    uint32_t answer = (uint32_t)smet__score_items(part->subject, part->items, &linked, points);
    for (int i = 0; i < instrument->item_count; i++)
        if ((points[i] & (points[i] - 1)) != 0)
            answer |= UINT32_C(1) << (OPEN_AT + i);
    return answer;
}

/* The fields that an item depends on, and what of their values it tells apart. */
static struct smet_fields read_item(struct smet_parts *parts, const struct smet_item_row *item)
{
    const struct smet_mapping *mapping = smet__mapping_of(item->field);
    struct smet_fields fields = smet__fields_of(item->field);
    for (int r = 0; r < item->row_count; r++)
        smet__parts_split(parts, item->field, item->rows[r].values);
    if (mapping != NULL) {
        smet__fields_add(&fields, mapping->from);
        for (int r = 0; r < mapping->row_count; r++)
            smet__parts_split(parts, mapping->from, mapping->rows[r].from);
    }
    fields = smet__tied(fields);
    smet__parts_split_by_links(parts, smet__fields_and(fields, parts->given));
    return fields;
}

static void add_part(struct smet_parts *parts, smet_instrument_t instrument,
                     struct smet_fields fields, uint32_t items)
{
    struct smet_part *part = smet__parts_add(parts, fields);
    part->subject = instrument;
    part->items = items;
}

int smet__score_parts_add(struct smet_parts *parts, smet_instrument_t instrument)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    struct smet_fields fields[SMET__ITEMS_MAX];
    uint32_t items[SMET__ITEMS_MAX];
    int count = 0, before = parts->part_count;
    for (int i = 0; i < row->item_count; i++) {
        struct smet_fields together = read_item(parts, &row->items[i]);
        uint32_t which = UINT32_C(1) << i;
        int kept = 0;
        for (int g = 0; g < count; g++)
            if (smet__fields_meet(fields[g], together)) {
                together = smet__fields_or(together, fields[g]);
                which |= items[g];
            } else {
                fields[kept] = fields[g];
                items[kept++] = items[g];
            }
        fields[kept] = together;
        items[kept] = which;
        count = kept + 1;
    }
    for (int g = 0; g < count; g++)
        add_part(parts, instrument, fields[g], items[g]);
    smet__parts_split_all(parts, row->reported);
    if (smet__fields_has(parts->given, row->reported))
        add_part(parts, instrument, smet__fields_of(row->reported), NO_ITEMS);
    return parts->part_count - before;
}

/* --- rows --------------------------------------------------------------- */

static uint32_t add(uint32_t totals, uint32_t points)
{
    uint32_t sums = totals << __builtin_ctz(points);
    for (points &= points - 1; points != 0; points &= points - 1)
        sums |= totals << __builtin_ctz(points);
    return sums;
}

/* A reported total limits the sums; one that is none of them is not used. */
static void take_reported(const uint32_t *answers, size_t count, struct smet_sums *sums)
{
    for (size_t r = 0; r < count; r++) {
        uint32_t left = sums->totals[r] & answers[r];
        sums->fits[r] = left != 0;
        sums->totals[r] = left != 0 ? left : sums->totals[r];
    }
}

void smet__sum_parts(struct smet_parts *parts, int first, int part_count, size_t count,
                     struct smet_sums *sums)
{
    uint32_t answers[SMET__PART_ROWS];
    for (size_t r = 0; r < count; r++) {
        sums->totals[r] = 1;
        sums->open[r] = 0;
        sums->fits[r] = 1;
    }
    for (int p = first; p < first + part_count; p++) {
        smet__part_answers(parts, &parts->parts[p], count, answers);
        if (parts->parts[p].items == NO_ITEMS) {
            take_reported(answers, count, sums);
            continue;
        }
        for (size_t r = 0; r < count; r++)
            sums->totals[r] = add(sums->totals[r], answers[r] & sums_mask);
        for (size_t r = 0; r < count; r++)
            sums->open[r] |= answers[r] >> OPEN_AT;
    }
}

uint8_t smet__bands_of(smet_instrument_t instrument, uint32_t totals)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    uint8_t bands = 0;
    for (int b = 0; b < row->band_count; b++)
        if ((totals & smet__score_band_totals(&row->bands[b])) != 0)
            bands |= (uint8_t)(1u << b);
    return bands;
}

static void write_rows(const struct smet_parts *parts, smet_instrument_t instrument,
                       const struct smet_sums *sums, size_t first, size_t count,
                       const struct smet_score_arrays *arrays)
{
    for (size_t r = 0; r < count; r++) {
        uint32_t totals = sums->totals[r];
        bool bad = parts->bad[r] != 0, single = (totals & (totals - 1)) == 0;
        if (arrays->minimum != NULL)
            arrays->minimum[first + r] = bad ? SMET_NO_TOTAL : (uint8_t)__builtin_ctz(totals);
        if (arrays->maximum != NULL)
            arrays->maximum[first + r] =
                bad ? SMET_NO_TOTAL : (uint8_t)(31 - __builtin_clz(totals));
        if (arrays->bands != NULL)
            arrays->bands[first + r] = bad ? 0 : smet__bands_of(instrument, totals);
        if (arrays->missing != NULL)
            arrays->missing[first + r] = bad || single ? 0 : (uint8_t)sums->open[r];
        if (arrays->status != NULL)
            arrays->status[first + r] = bad ? SMET_ROW_BAD_CODE : SMET_ROW_GOOD;
    }
}

void smet__score_by_parts(smet_instrument_t instrument, const struct smet_column *const *columns,
                          size_t column_count, size_t row_count,
                          const struct smet_score_arrays *arrays)
{
    struct smet_parts parts;
    struct smet_sums sums;
    smet__parts_begin(&parts, columns, column_count, smet__score_part);
    int part_count = smet__score_parts_add(&parts, instrument);
    smet__parts_end(&parts);
    for (size_t first = 0; first < row_count; first += SMET__PART_ROWS) {
        size_t left = row_count - first, count = left < SMET__PART_ROWS ? left : SMET__PART_ROWS;
        smet__parts_read(&parts, first, count);
        smet__sum_parts(&parts, 0, part_count, count, &sums);
        write_rows(&parts, instrument, &sums, first, count, arrays);
    }
}
