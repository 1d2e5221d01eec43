/*
 * Counting plain rows, column by column.
 */
#include "summary/counts.h"
#include "summary/trials.h"

#include <stdlib.h>
#include <string.h>

#define BIT(number) (UINT64_C(1) << (number))

/* Sets of bands and of items, as the library gives them. */
enum { SETS = 256, ITEMS_MAX = 8 };

struct item {
    smet_field_t field, mapped_from;
};

/* One instrument. */
struct scored {
    smet_instrument_t instrument;
    struct item items[ITEMS_MAX];
    uint32_t item_count;
    uint8_t *minimum, *maximum, *bands, *missing;
    uint64_t decided[SETS], undecided[SETS]; /* rows of a block, by set of bands */
    struct trials trials;
};

struct summary_columns {
    struct columns columns;
    bool serves;
    struct scored *scored;
    size_t count;
    struct possible possible[SUMMARY_TERMS]; /* by field; those of items alone are begun */
    uint64_t begun;
    uint8_t *room; /* of the arrays */
    size_t rows;   /* so many have room */
};

/* --- the instruments ------------------------------------------------------- */

static void begin_possible(struct summary_columns *own, smet_field_t field)
{
    if ((own->begun & BIT(field)) != 0)
        return;
    own->begun |= BIT(field);
    own->serves &= possible_begin(&own->possible[field], field, summary_related(BIT(field)),
                                  &own->columns);
}

/* An item whose field stands for another one is asked whether it was entered, which
 * only shows where nothing else can narrow it. */
static void begin_item(struct summary_columns *own, struct item *item)
{
    begin_possible(own, item->field);
    if (item->mapped_from < 0)
        return;
    begin_possible(own, item->mapped_from);
    own->serves &= summary_related(BIT(item->field)) == BIT(item->field);
}

static void begin_scored(struct summary_columns *own, struct scored *scored,
                         const struct summary_instrument *instrument)
{
    uint64_t open = 0;
    scored->instrument = instrument->info.instrument;
    scored->item_count = instrument->info.item_count;
    own->serves &= scored->item_count <= ITEMS_MAX;
    for (uint32_t i = 0; i < scored->item_count && own->serves; i++) {
        struct smet_item_info info = {.size = sizeof info};
        smet_item_describe(scored->instrument, i, &info);
        scored->items[i] = (struct item){info.field, info.mapped_from};
        open |= BIT(info.field) | (info.mapped_from < 0 ? 0 : BIT(info.mapped_from));
        begin_item(own, &scored->items[i]);
    }
    trials_begin(&scored->trials, scored->instrument, instrument->reads, open, &own->columns);
}

struct summary_columns *summary_columns_begin(const struct summary *summary)
{
    struct summary_columns *own = tool_allocate(NULL, sizeof *own);
    memset(own, 0, sizeof *own);
    columns_begin(&own->columns, &summary->table);
    own->serves = !own->columns.has_alternatives;
    own->count = summary->instrument_count;
    size_t size = own->count * sizeof *own->scored;
    own->scored = memset(tool_allocate(NULL, size), 0, size);
    for (size_t i = 0; i < own->count; i++)
        begin_scored(own, &own->scored[i], &summary->instruments[i]);
    return own;
}

void summary_columns_end(struct summary_columns *own)
{
    for (size_t i = 0; i < own->count; i++)
        trials_end(&own->scored[i].trials);
    for (int field = 0; field < SUMMARY_TERMS; field++)
        if ((own->begun & BIT(field)) != 0)
            possible_end(&own->possible[field]);
    columns_end(&own->columns);
    free(own->scored);
    free(own->room);
    free(own);
}

/* --- one row --------------------------------------------------------------- */

/* Counts a field that a row misses; where the row is undecided, it is tried. False
 * where one value is left of it. */
static bool count_open(struct summary_columns *own, struct scored *scored, size_t row,
                       smet_field_t field, struct summary_instrument *counts)
{
    struct value_set values = possible_values(&own->possible[field], row);
    uint8_t bands = scored->bands[row];
    if (!value_set_has_many(&values))
        return false;
    counts->missing[field]++;
    if ((bands & (bands - 1)) != 0)
        trials_add(&scored->trials, row, field, &values);
    return true;
}

/* An item is open by its own field, and where that was not entered, by the one that it
 * stands for. */
static void count_missing(struct summary_columns *own, struct scored *scored, size_t row,
                          struct summary_instrument *counts)
{
    for (uint32_t i = 0; i < scored->item_count; i++) {
        const struct item *item = &scored->items[i];
        if ((scored->missing[row] >> i & 1) != 0 &&
            count_open(own, scored, row, item->field, counts) && item->mapped_from >= 0)
            count_open(own, scored, row, item->mapped_from, counts);
    }
}

/* --- a block --------------------------------------------------------------- */

static void make_room(struct summary_columns *own, size_t rows)
{
    if (rows <= own->rows)
        return;
    own->rows = rows;
    uint8_t *room = own->room = tool_allocate(own->room, 4 * own->count * rows);
    for (size_t i = 0; i < own->count; i++, room += 4 * rows) {
        own->scored[i].minimum = room;
        own->scored[i].maximum = room + rows;
        own->scored[i].bands = room + 2 * rows;
        own->scored[i].missing = room + 3 * rows;
    }
}

static void count_rows(struct summary_columns *own, struct scored *scored,
                       const struct rows *rows, struct summary_instrument *counts)
{
    for (size_t row = 0; row < rows->count; row++) {
        uint8_t bands = scored->bands[row];
        if (!rows->at[row].is_plain)
            continue;
        counts->complete += scored->minimum[row] == scored->maximum[row];
        if ((bands & (bands - 1)) == 0)
            scored->decided[bands]++;
        else
            scored->undecided[bands]++;
        if (scored->missing[row] != 0)
            count_missing(own, scored, row, counts);
    }
}

/* Adds up what was counted by sets of bands. */
static void add_sets(struct scored *scored, struct summary_instrument *counts)
{
    for (uint64_t bands = 0; bands < SETS; bands++) {
        counts->decided += scored->decided[bands];
        counts->undecided += scored->undecided[bands];
        summary_count_members(counts->decided_in, bands, scored->decided[bands]);
        summary_count_members(counts->possible_in, bands, scored->undecided[bands]);
    }
    memset(scored->decided, 0, sizeof scored->decided);
    memset(scored->undecided, 0, sizeof scored->undecided);
}

bool summary_columns_count(struct summary_columns *own, const struct rows *rows,
                           struct summary_instrument *counts)
{
    if (!own->serves)
        return false;
    make_room(own, rows->stride);
    columns_point(&own->columns, rows);
    for (size_t i = 0; i < own->count; i++) {
        struct scored *scored = &own->scored[i];
        const struct smet_score_arrays arrays = {.size = sizeof arrays,
                                                 .minimum = scored->minimum,
                                                 .maximum = scored->maximum,
                                                 .bands = scored->bands,
                                                 .missing = scored->missing};
        columns_require(smet_score_columns(scored->instrument, own->columns.pointers,
                                           own->columns.count, rows->count, &arrays, NULL));
        count_rows(own, scored, rows, &counts[i]);
        trials_run(&scored->trials, counts[i].would_decide);
        add_sets(scored, &counts[i]);
    }
    return true;
}
