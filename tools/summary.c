/*
 * Counting rows.
 */
#include "summary.h"

#include <stdlib.h>
#include <string.h>

#define BIT(number) (UINT64_C(1) << (number))

/* How many answers are remembered for each instrument, and how long the cells may
 * be that they hang on. */
enum { SLOTS = 2048, SLOT_KEY_LENGTH = 184 };

/* Which fields would decide a row with certain cells. */
struct summary_slot {
    uint16_t length; /* 0 while the slot is free */
    char key[SLOT_KEY_LENGTH];
    uint64_t deciding;
};

/* --- what an instrument's answers can depend on ---------------------------- */

static uint64_t own_fields(const struct smet_instrument_info *info)
{
    uint64_t fields = info->reported_field < 0 ? 0 : BIT(info->reported_field);
    for (uint32_t i = 0; i < info->item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        smet_item_describe(info->instrument, i, &item);
        fields |= BIT(item.field);
        if (item.mapped_from >= 0)
            fields |= BIT(item.mapped_from);
    }
    return fields;
}

/* The fields of a relation, as a mask. */
static uint64_t link_mask(size_t index)
{
    smet_field_t fields[SUMMARY_TERMS];
    uint64_t mask = 0;
    size_t count = smet_link_fields(index, fields, SUMMARY_TERMS);
    for (size_t i = 0; i < count && i < SUMMARY_TERMS; i++)
        mask |= BIT(fields[i]);
    return mask;
}

/* With what is related to them, over any number of steps. */
static uint64_t with_linked(uint64_t fields)
{
    uint64_t before;
    do {
        before = fields;
        for (size_t i = 0; i < smet_link_count(); i++)
            if ((link_mask(i) & fields) != 0)
                fields |= link_mask(i);
    } while (fields != before);
    return fields;
}

void summary_prepare(struct summary *summary)
{
    size_t most = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        size_t count = smet_value_count(smet_term_at(SMET_VOCABULARY_FIELD, i));
        most = count > most ? count : most;
    }
    summary->values = tool_allocate(NULL, most * sizeof *summary->values);
    summary->instrument_count = smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    size_t size = summary->instrument_count * sizeof *summary->instruments;
    summary->instruments = memset(tool_allocate(NULL, size), 0, size);
    for (size_t i = 0; i < summary->instrument_count; i++) {
        struct summary_instrument *own = &summary->instruments[i];
        own->info.size = sizeof own->info;
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &own->info);
        own->reads = with_linked(own_fields(&own->info));
        own->slots = calloc(SLOTS, sizeof *own->slots);
        if (own->slots == NULL)
            tool_no_memory();
    }
}

/* --- which fields would decide a row --------------------------------------- */

static bool decides(smet_record *record, smet_instrument_t instrument, smet_field_t field,
                    smet_value_t value)
{
    struct smet_score score = {.size = sizeof score};
    smet_record_clear(record, field);
    return smet_record_set(record, field, value, NULL) == SMET_OK &&
           smet_score(record, instrument, &score) == SMET_OK && score.decided != 0;
}

/* Whether each of the values leaves one band. The ends come first, since there it
 * mostly shows when one does not. */
static bool all_decide(smet_record *record, smet_instrument_t instrument, smet_field_t field,
                       const smet_value_t *values, size_t count)
{
    bool is_deciding = count > 0 && decides(record, instrument, field, values[count - 1]);
    for (size_t i = 0; i + 1 < count && is_deciding; i++)
        is_deciding = decides(record, instrument, field, values[i]);
    return is_deciding;
}

/* Puts a field of a copy back to what the record has. */
static void put_back(struct summary *summary, smet_record *copy, smet_field_t field)
{
    size_t count = smet_value_count(field);
    count = smet_record_values(summary->table.record, field, summary->values, count);
    smet_record_clear(copy, field);
    smet_record_narrow(copy, field, summary->values, count, NULL);
}

static uint64_t find_deciding(struct summary *summary, const struct smet_score *score)
{
    uint64_t deciding = 0;
    smet_record *copy = smet_record_copy(summary->table.record);
    smet_assessment *assessment = smet_assess(summary->table.record, NULL);
    if (copy == NULL || assessment == NULL)
        tool_no_memory();
    for (uint32_t i = 0; i < score->missing_count; i++) {
        smet_field_t field = score->missing[i];
        size_t count = smet_assessment_values(assessment, field, summary->values,
                                              smet_value_count(field));
        if (all_decide(copy, score->instrument, field, summary->values, count))
            deciding |= BIT(field);
        put_back(summary, copy, field);
    }
    smet_assessment_free(assessment);
    smet_record_free(copy);
    return deciding;
}

/* --- answers worked out before --------------------------------------------- */

/* The cells that the answer hangs on. NUL, which none of them holds, parts them and
 * begins the key, so that none is empty. Fields without a column are the same in
 * every row. */
static void make_key(struct summary *summary, uint64_t reads)
{
    text_clear(&summary->key);
    text_add_bytes(&summary->key, "", 1);
    for (size_t i = 0; i < summary->table.column_count; i++) {
        const struct table_column *column = &summary->table.columns[i];
        if ((reads & BIT(column->field)) == 0)
            continue;
        text_add_bytes(&summary->key, text_words(&column->current), column->current.length);
        text_add_bytes(&summary->key, "", 1);
    }
}

static struct summary_slot *slot_of(const struct summary_instrument *own, const struct text *key)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < key->length; i++)
        hash = (hash ^ (unsigned char)key->at[i]) * 16777619u;
    return &own->slots[(hash ^ hash >> 15) % SLOTS];
}

static uint64_t deciding_fields(struct summary *summary, const struct summary_instrument *own,
                                const struct smet_score *score)
{
    make_key(summary, own->reads);
    const struct text *key = &summary->key;
    if (key->length > SLOT_KEY_LENGTH)
        return find_deciding(summary, score);
    struct summary_slot *slot = slot_of(own, key);
    if (slot->length != key->length || memcmp(slot->key, key->at, key->length) != 0) {
        slot->deciding = find_deciding(summary, score);
        slot->length = (uint16_t)key->length;
        memcpy(slot->key, key->at, key->length);
    }
    return slot->deciding;
}

/* --- counts ---------------------------------------------------------------- */

/* Adds one to each member of a set. */
static void count_members(uint64_t *counts, uint64_t set)
{
    for (int i = 0; set >> i != 0; i++) {
        counts[i] += set >> i & 1;
        if (i == SUMMARY_TERMS - 1)
            break;
    }
}

static void count_score(struct summary *summary, struct summary_instrument *own)
{
    struct smet_score score = {.size = sizeof score};
    smet_score(summary->table.record, own->info.instrument, &score);
    own->complete += score.complete != 0;
    for (uint32_t i = 0; i < score.missing_count; i++)
        own->missing[score.missing[i]]++;
    if (score.decided) {
        own->decided++;
        count_members(own->decided_in, score.bands);
        return;
    }
    own->undecided++;
    count_members(own->possible_in, score.bands);
    count_members(own->would_decide, deciding_fields(summary, own, &score));
}

bool summary_count_row(void *subject)
{
    struct summary *summary = subject;
    for (size_t i = 0; i < summary->instrument_count && summary->table.error.length == 0; i++)
        count_score(summary, &summary->instruments[i]);
    return true;
}

void summary_free(struct summary *summary)
{
    for (size_t i = 0; i < summary->instrument_count; i++)
        free(summary->instruments[i].slots);
    free(summary->instruments);
    free(summary->values);
    text_free(&summary->key);
}

/* --- what they come to ----------------------------------------------------- */

uint64_t summary_answered(const struct summary *summary)
{
    return summary->table.rows - summary->table.bad_rows;
}

/* Whether a field comes before another: more rows miss it, or it decides more. */
static bool comes_before(const struct summary_instrument *own, smet_field_t field,
                         smet_field_t other)
{
    if (own->missing[field] != own->missing[other])
        return own->missing[field] > own->missing[other];
    return own->would_decide[field] > own->would_decide[other];
}

size_t summary_missing(const struct summary_instrument *own, smet_field_t *fields)
{
    size_t count = 0;
    for (smet_field_t field = 0; field < SUMMARY_TERMS; field++) {
        if (own->missing[field] == 0)
            continue;
        size_t at = count++;
        for (; at > 0 && comes_before(own, field, fields[at - 1]); at--)
            fields[at] = fields[at - 1];
        fields[at] = field;
    }
    return count;
}

struct smet_band_info summary_band(const struct summary_instrument *own, uint32_t band)
{
    struct smet_band_info info = {.size = sizeof info};
    smet_band_describe(own->info.instrument, (smet_band_t)band, &info);
    return info;
}

unsigned summary_percent(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0 : (unsigned)((double)part * 100 / (double)whole + 0.5);
}
