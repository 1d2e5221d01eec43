/*
 * Counting rows.
 */
#include "summary/summary.h"

#include <stdlib.h>
#include <string.h>

#define BIT(number) (UINT64_C(1) << (number))

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

void summary_prepare(struct summary *summary)
{
    summary->instrument_count = smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    size_t size = summary->instrument_count * sizeof *summary->instruments;
    summary->instruments = memset(tool_allocate(NULL, size), 0, size);
    for (size_t i = 0; i < summary->instrument_count; i++) {
        struct summary_instrument *own = &summary->instruments[i];
        own->info.size = sizeof own->info;
        smet_instrument_describe(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &own->info);
        own->reads = summary_related(own_fields(&own->info));
    }
}

void summary_free(struct summary *summary)
{
    free(summary->instruments);
}

/* --- threads --------------------------------------------------------------- */

/* What a thread counts with. */
struct summary_worker {
    const struct summary *summary;
    struct summary_instrument *counts;
    struct summary_columns *columns;
    struct summary_records *records;
};

struct summary_worker *summary_worker_begin(const struct summary *summary)
{
    size_t size = summary->instrument_count * sizeof *summary->instruments;
    struct summary_worker *own = tool_allocate(NULL, sizeof *own);
    own->summary = summary;
    own->counts = memcpy(tool_allocate(NULL, size), summary->instruments, size);
    own->columns = summary_columns_begin(summary);
    own->records = summary_records_begin(summary);
    return own;
}

void summary_count(struct summary_worker *own, struct table_worker *worker)
{
    const struct rows *rows = &worker->rows;
    bool serves = summary_columns_count(own->columns, rows, own->counts);
    for (size_t row = 0; row < rows->count; row++)
        if ((!serves || !rows->at[row].is_plain) && table_enter(worker, row))
            summary_records_count(own->records, &worker->entry, own->counts);
}

static void add_counts(uint64_t *to, const uint64_t *counts)
{
    for (size_t i = 0; i < SUMMARY_TERMS; i++)
        to[i] += counts[i];
}

static void add_instrument(struct summary_instrument *to, const struct summary_instrument *counts)
{
    to->complete += counts->complete;
    to->decided += counts->decided;
    to->undecided += counts->undecided;
    add_counts(to->decided_in, counts->decided_in);
    add_counts(to->possible_in, counts->possible_in);
    add_counts(to->missing, counts->missing);
    add_counts(to->would_decide, counts->would_decide);
}

void summary_worker_end(struct summary *summary, struct summary_worker *own)
{
    for (size_t i = 0; i < summary->instrument_count; i++)
        add_instrument(&summary->instruments[i], &own->counts[i]);
    summary_columns_end(own->columns);
    summary_records_end(own->records);
    free(own->counts);
    free(own);
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
