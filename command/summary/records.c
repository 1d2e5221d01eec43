/*
 * Counting a row by its record, as alternatives and ranges need it.
 */
#include "summary/counts.h"

#include <stdlib.h>
#include <string.h>

#define BIT(number) (UINT64_C(1) << (number))

/* How many answers are remembered for each instrument, and how long the cells may
 * be that they hang on. */
enum { SLOTS = 2048, SLOT_KEY_LENGTH = 184 };

/* Which fields would decide a row with certain cells. */
struct slot {
    uint16_t length; /* 0 while the slot is free */
    char key[SLOT_KEY_LENGTH];
    uint64_t deciding;
};

struct summary_records {
    size_t instrument_count;
    const smet_record *record; /* of the row under way */
    struct slot *slots;        /* answers that were worked out before, by instrument */
    smet_value_t *values;      /* room for those of any field */
    struct text key;           /* of a row among the answers worked out before */
};

/* --- which fields would decide a row --------------------------------------- */

static bool decides(smet_record *record, smet_instrument_t instrument, smet_field_t field,
                    smet_value_t value)
{
    struct smet_score score = {.size = sizeof score};
    smet_record_clear(record, field);
    return smet_record_set(record, field, value, NULL) == SMET_OK &&
           smet_record_score(record, instrument, &score, NULL) == SMET_OK && score.is_decided != 0;
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
static void put_back(struct summary_records *own, smet_record *copy, smet_field_t field)
{
    size_t count = smet_value_count(field);
    count = smet_record_values(own->record, field, own->values, count);
    smet_record_clear(copy, field);
    smet_record_narrow(copy, field, own->values, count, NULL);
}

static uint64_t find_deciding(struct summary_records *own, const struct smet_score *score)
{
    uint64_t deciding = 0;
    smet_record *copy = smet_record_copy(own->record);
    smet_assessment *assessment = smet_assess(own->record, NULL);
    if (copy == NULL || assessment == NULL)
        tool_no_memory();
    for (uint32_t i = 0; i < score->missing_count; i++) {
        smet_field_t field = score->missing[i];
        size_t count =
            smet_assessment_values(assessment, field, own->values, smet_value_count(field));
        if (all_decide(copy, score->instrument, field, own->values, count))
            deciding |= BIT(field);
        put_back(own, copy, field);
    }
    smet_assessment_free(assessment);
    smet_record_free(copy);
    return deciding;
}

/* --- answers worked out before --------------------------------------------- */

/* The cells that the answer hangs on. NUL, which none of them holds, parts them and
 * begins the key, so that none is empty. Fields without a column are the same in
 * every row. */
static void make_key(struct summary_records *own, struct entry *entry, uint64_t reads)
{
    text_clear(&own->key);
    text_add_bytes(&own->key, "", 1);
    for (size_t i = 0; i < entry->column_count; i++) {
        if ((reads & BIT(entry->cells[i].field)) == 0)
            continue;
        struct csv_slice cell = csv_text(&entry->row, entry->index[i]);
        text_add_bytes(&own->key, cell.at, cell.length);
        text_add_bytes(&own->key, "", 1);
    }
}

static struct slot *slot_of(struct slot *slots, const struct text *key)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < key->length; i++)
        hash = (hash ^ (unsigned char)key->at[i]) * 16777619u;
    return &slots[(hash ^ hash >> 15) % SLOTS];
}

static uint64_t deciding_fields(struct summary_records *own, struct entry *entry, size_t index,
                                const struct summary_instrument *counts,
                                const struct smet_score *score)
{
    make_key(own, entry, counts->reads);
    const struct text *key = &own->key;
    if (key->length > SLOT_KEY_LENGTH)
        return find_deciding(own, score);
    struct slot *slot = slot_of(own->slots + index * SLOTS, key);
    if (slot->length != key->length || memcmp(slot->key, key->at, key->length) != 0) {
        slot->deciding = find_deciding(own, score);
        slot->length = (uint16_t)key->length;
        memcpy(slot->key, key->at, key->length);
    }
    return slot->deciding;
}

/* --- counts ---------------------------------------------------------------- */

static void count_score(struct summary_records *own, struct entry *entry, size_t index,
                        struct summary_instrument *counts)
{
    struct smet_score score = {.size = sizeof score};
    smet_record_score(own->record, counts->info.instrument, &score, NULL);
    counts->complete += score.is_complete != 0;
    for (uint32_t i = 0; i < score.missing_count; i++)
        counts->missing[score.missing[i]]++;
    if (score.is_decided) {
        counts->decided++;
        summary_count_members(counts->decided_in, score.bands, 1);
        return;
    }
    counts->undecided++;
    summary_count_members(counts->possible_in, score.bands, 1);
    summary_count_members(counts->would_decide,
                          deciding_fields(own, entry, index, counts, &score), 1);
}

void summary_records_count(struct summary_records *own, struct entry *entry,
                           struct summary_instrument *counts)
{
    own->record = entry->record;
    for (size_t i = 0; i < own->instrument_count; i++)
        count_score(own, entry, i, &counts[i]);
}

/* --- the whole ------------------------------------------------------------- */

static size_t most_values(void)
{
    size_t most = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        size_t count = smet_value_count(smet_term_at(SMET_VOCABULARY_FIELD, i));
        most = count > most ? count : most;
    }
    return most;
}

struct summary_records *summary_records_begin(const struct summary *summary)
{
    struct summary_records *own = tool_allocate(NULL, sizeof *own);
    *own = (struct summary_records){.instrument_count = summary->instrument_count};
    own->values = tool_allocate(NULL, most_values() * sizeof *own->values);
    own->slots = calloc(own->instrument_count * SLOTS, sizeof *own->slots);
    if (own->slots == NULL)
        tool_no_memory();
    return own;
}

void summary_records_end(struct summary_records *own)
{
    free(own->slots);
    free(own->values);
    text_free(&own->key);
    free(own);
}
