#include "score/score.h"

#include "base/errors.h"

/* What the field of an item holds: an override's own values, or what is mapped in its place. */
static struct smet_values used(const struct smet_item_row *item, const struct smet_linked *linked,
                               smet_field_t *field, const char **note)
{
    const struct smet_mapping *mapping = smet__mapping_of(item->field);
    *field = item->field;
    *note = "";
    if (mapping == NULL || smet__linked_entered(linked, item->field))
        return linked->possible[item->field];
    bool varies;
    *field = mapping->from;
    return smet__mapped(mapping, linked, &varies, note);
}

static uint64_t points_of(const struct smet_item_row *item, struct smet_values values)
{
    uint64_t points = 0;
    for (int r = 0; r < item->row_count; r++)
        if (smet__values_meet(item->rows[r].values, values))
            points |= BIT(item->rows[r].points);
    return points;
}

/* Every sum of a total of one set and points of the other. */
static uint64_t sums(uint64_t totals, uint64_t points)
{
    uint64_t all = 0;
    for (; points != 0; points &= points - 1)
        all |= totals << __builtin_ctzll(points);
    return all;
}

/*
 * The links that tie two of the fields that are read to each other. These fields
 * cannot be combined freely, so totals are summed case by case: within a case
 * the fields are independent. Two items are never tied through a third field
 * alone; a test of the tables holds that.
 */
static const struct smet_link *tie(struct smet_fields read, const struct smet_linked *linked,
                                   int *from)
{
    for (; *from < smet__link_count; (*from)++) {
        const struct smet_link *link = &smet__links[*from];
        int own = 0;
        for (int i = 0; i < link->field_count; i++)
            own += smet__fields_has(read, link->fields[i]);
        if (own < 2 || !smet__link_is_active(link, linked))
            continue;
        (*from)++;
        return link;
    }
    return NULL;
}

/* Points of each item within one case of a link; false when the case is impossible. */
static bool within_case(const struct smet_instrument_row *row, struct smet_fields read,
                        const struct smet_link *link, int which, const struct smet_linked *linked,
                        uint64_t *points)
{
    for (int k = 0; k < link->field_count; k++) {
        smet_field_t field = link->fields[k];
        struct smet_values kept =
            smet__values_and(link->cases[which].allowed[k], linked->possible[field]);
        if (smet__values_empty(kept))
            return false;
        if (!smet__fields_has(read, field))
            continue;
        for (int i = 0; i < row->item_count; i++)
            if (row->items[i].field == field)
                points[i] &= points_of(&row->items[i], kept);
    }
    return true;
}

static uint64_t totals_of(const struct smet_instrument_row *row, struct smet_fields read,
                          const struct smet_linked *linked, const uint64_t *points, int from)
{
    const struct smet_link *link = tie(read, linked, &from);
    uint64_t totals = 0;
    if (link == NULL) {
        totals = BIT(0);
        for (int i = 0; i < row->item_count; i++)
            totals = sums(totals, points[i]);
        return totals;
    }
    for (int c = 0; c < link->case_count; c++) {
        uint64_t narrowed[SMET__ITEMS_MAX];
        for (int i = 0; i < row->item_count; i++)
            narrowed[i] = points[i];
        if (within_case(row, read, link, c, linked, narrowed))
            totals |= totals_of(row, read, linked, narrowed, from);
    }
    return totals;
}

uint64_t smet__score_items(smet_instrument_t instrument, uint64_t items,
                           const struct smet_linked *linked, uint64_t points[SMET__ITEMS_MAX])
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    struct smet_fields read = {{0}};
    for (int i = 0; i < row->item_count; i++) {
        const struct smet_item_row *item = &row->items[i];
        smet_field_t field;
        const char *note;
        points[i] = BIT(0);
        if ((items >> i & 1) == 0)
            continue;
        points[i] = points_of(item, used(item, linked, &field, &note));
        smet__fields_add(&read, item->field);
    }
    return totals_of(row, read, linked, points, 0);
}

/* The fields that could still decide between the points of an open item. */
static struct smet_fields open_fields(const struct smet_item_row *item,
                                      const struct smet_linked *linked)
{
    const struct smet_mapping *mapping = smet__mapping_of(item->field);
    struct smet_fields fields = smet__fields_of(item->field);
    if (mapping != NULL && !smet__linked_entered(linked, item->field))
        smet__fields_add(&fields, mapping->from);
    return smet__fields_and(fields, linked->open);
}

void smet__score(smet_instrument_t instrument, const struct smet_record *record,
                 const struct smet_linked *linked, struct smet_score_state *state)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    state->missing = smet__fields_none();
    state->bands = 0;
    uint64_t totals =
        smet__score_items(instrument, smet__mask_of(row->item_count), linked, state->points);
    for (int i = 0; i < row->item_count; i++)
        /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult) all were asked for */
        if ((state->points[i] & (state->points[i] - 1)) != 0)
            state->missing =
                smet__fields_or(state->missing, open_fields(&row->items[i], linked));
    uint64_t reported = record->entered[row->reported].word[0];
    state->reported_fits = (totals & reported) != 0;
    state->totals = state->reported_fits ? totals & reported : totals;
    if ((state->totals & (state->totals - 1)) == 0)
        state->missing = smet__fields_none();
    for (int b = 0; b < row->band_count; b++) {
        const struct smet_band_row *band = &row->bands[b];
        if ((state->totals & smet__score_band_totals(band)) != 0)
            state->bands |= BIT(b);
    }
}

static int spread(uint64_t points)
{
    return 63 - __builtin_clzll(points) - __builtin_ctzll(points);
}

void smet__score_answer(smet_instrument_t instrument, const struct smet_linked *linked,
                        const struct smet_score_state *state, struct smet_score *score)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    *score = (struct smet_score){
        .instrument = instrument,
        .minimum = __builtin_ctzll(state->totals),
        .maximum = 63 - __builtin_clzll(state->totals),
        .totals = state->totals,
        .bands = (uint32_t)state->bands,
        .is_defined = 1, /* every instrument of the tables gives each patient a total */
        .is_complete = (state->totals & (state->totals - 1)) == 0,
        .is_decided = (state->bands & (state->bands - 1)) == 0,
        .item_count = (uint32_t)row->item_count,
    };
    for (int i = 0; i < SMET_SCORE_MISSING_MAX; i++)
        score->missing[i] = SMET_FIELD_INVALID;

    /* The widest items first; among equals, in the order of the items. */
    int widest = 0;
    for (int i = 0; i < row->item_count; i++)
        if (spread(state->points[i]) > widest)
            widest = spread(state->points[i]);
    for (int width = widest; width > 0; width--)
        for (int i = 0; i < row->item_count; i++) {
            if (spread(state->points[i]) != width)
                continue;
            struct smet_fields fields =
                smet__fields_and(open_fields(&row->items[i], linked), state->missing);
            smet_field_t own = row->items[i].field;
            if (smet__fields_has(fields, own))
                score->missing[score->missing_count++] = own;
            smet__fields_drop(&fields, own);
            if (smet__fields_any(fields))
                score->missing[score->missing_count++] = smet__fields_first(fields);
        }
}

void smet__score_item(smet_instrument_t instrument, int index, const struct smet_linked *linked,
                      struct smet_score_item *item)
{
    const struct smet_item_row *row = &smet__instruments[instrument]->items[index];
    smet_field_t field;
    const char *note;
    struct smet_values values = used(row, linked, &field, &note);
    *item = (struct smet_score_item){
        .field = field,
        .points = points_of(row, values),
        .option = smet__values_many(linked->possible[field])
                      ? -1
                      : smet__values_next(&linked->possible[field], 0),
        .is_derived = smet__fields_has(linked->derived, field),
        .is_set_aside = smet__fields_has(linked->aside, field),
        .key = row->key,
        .note = "",
        .caveat = row->caveat == NULL ? "" : row->caveat,
        .label = row->label,
    };
    if (item->is_set_aside) {
        item->note = "Contradicts another entered fact and is taken as unknown here.";
        return;
    }
    if (!smet__linked_entered(linked, field) && !item->is_derived)
        return; /* nothing is known of it, so there is nothing to remark */
    item->note = note;
    for (int r = 0; r < row->row_count && item->note[0] == '\0'; r++)
        if (row->rows[r].note != NULL && smet__values_meet(row->rows[r].values, values))
            item->note = row->rows[r].note;
}

size_t smet__score_notes(smet_instrument_t instrument, const struct smet_linked *linked,
                         const char **notes, size_t capacity)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    size_t count = 0;
    for (int n = 0; n < row->note_count; n++) {
        const struct smet_note_row *note = &row->notes[n];
        if (note->field != SMET_FIELD_INVALID &&
            !smet__values_meet(linked->possible[note->field], note->values))
            continue;
        if (count < capacity && notes != NULL)
            notes[count] = note->text;
        count++;
    }
    return count;
}

struct smet_fields smet__score_fields(smet_instrument_t instrument)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    struct smet_fields fields = smet__fields_of(row->reported);
    for (int i = 0; i < row->item_count; i++) {
        const struct smet_mapping *mapping = smet__mapping_of(row->items[i].field);
        smet__fields_add(&fields, row->items[i].field);
        if (mapping != NULL)
            smet__fields_add(&fields, mapping->from);
    }
    return fields;
}

/* --- the public calls -------------------------------------------------- */

/* What the calls that fill a struct begin with; `name` is the struct's. */
static smet_status_t check(const smet_record *record, smet_instrument_t instrument,
                           const void *given, const char *name, size_t known,
                           struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status == SMET_OK)
        status = smet__struct_refuse(given, name, known, error);
    if (status != SMET_OK)
        return status;
    if (record == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The record is NULL.");
    if (!smet__is_instrument(instrument))
        return smet__refuse(error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                            "There is no instrument with number %d.", (int)instrument);
    return SMET_OK;
}

/* Whether an instrument has an item with this index. */
static bool has_item(smet_instrument_t instrument, size_t index)
{
    return smet__is_instrument(instrument) &&
           index < (size_t)smet__instruments[instrument]->item_count;
}

smet_status_t smet_record_score(const smet_record *record, smet_instrument_t instrument,
                                struct smet_score *score, struct smet_error *error)
{
    smet_status_t status = check(record, instrument, score, "smet_score", sizeof *score, error);
    if (status != SMET_OK)
        return status;
    struct smet_linked linked;
    struct smet_score_state state;
    struct smet_score filled;
    smet__link(record, &linked);
    smet__score(instrument, record, &linked, &state);
    smet__score_answer(instrument, &linked, &state, &filled);
    smet__struct_fill(score, &filled, sizeof filled);
    return SMET_OK;
}

smet_status_t smet_record_score_item(const smet_record *record, smet_instrument_t instrument,
                                     size_t index, struct smet_score_item *item,
                                     struct smet_error *error)
{
    smet_status_t status =
        check(record, instrument, item, "smet_score_item", sizeof *item, error);
    if (status != SMET_OK)
        return status;
    if (!has_item(instrument, index))
        return smet__refuse(error, SMET_ERROR_INDEX, SMET_FIELD_INVALID,
                            "%s has items 0 to %d, none with this index.",
                            smet__instruments[instrument]->key,
                            smet__instruments[instrument]->item_count - 1);
    struct smet_linked linked;
    struct smet_score_item filled;
    smet__link(record, &linked);
    smet__score_item(instrument, (int)index, &linked, &filled);
    smet__struct_fill(item, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_record_score_item_derived_from(const smet_record *record,
                                           smet_instrument_t instrument, size_t index,
                                           smet_field_t *fields, size_t capacity)
{
    if (record == NULL || !has_item(instrument, index))
        return 0;
    struct smet_linked linked;
    struct smet_score_item item;
    smet__link(record, &linked);
    smet__score_item(instrument, (int)index, &linked, &item);
    return smet__fields_list(linked.from[item.field], fields, capacity);
}

size_t smet_record_score_notes(const smet_record *record, smet_instrument_t instrument,
                               const char **notes, size_t capacity)
{
    if (record == NULL || !smet__is_instrument(instrument))
        return 0;
    struct smet_linked linked;
    smet__link(record, &linked);
    return smet__score_notes(instrument, &linked, notes, capacity);
}
