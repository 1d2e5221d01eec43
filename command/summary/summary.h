/*
 * What the parts of `sacralmet summary` share: counts over a table of records.
 */
#ifndef SACRALMET_TOOLS_SUMMARY_H
#define SACRALMET_TOOLS_SUMMARY_H

#include "table/table.h"

/* Fields and bands are counted by number; sets of both are masks of 64 bits. */
enum { SUMMARY_TERMS = 64 };

/* The counts of one instrument. */
struct summary_instrument {
    struct smet_instrument_info info;
    uint64_t complete;                     /* rows with one total left */
    uint64_t decided, undecided;           /* rows with one band left, with more */
    uint64_t decided_in[SUMMARY_TERMS];    /* by band: rows with only this one left */
    uint64_t possible_in[SUMMARY_TERMS];   /* by band: undecided rows that may be in it */
    uint64_t missing[SUMMARY_TERMS];       /* by field: rows that miss it */
    uint64_t would_decide[SUMMARY_TERMS];  /* by field: undecided rows that it alone decides */
    uint64_t reads;                        /* the fields that its answers can depend on */
};

struct summary {
    struct table table;
    struct summary_instrument *instruments;
    size_t instrument_count;
};

void summary_prepare(struct summary *summary);

/* Frees what the counts need; the table is closed apart. */
void summary_free(struct summary *summary);

/* What a thread counts with. */
struct summary_worker;

struct summary_worker *summary_worker_begin(const struct summary *summary);

/* Counts the rows of a block. */
void summary_count(struct summary_worker *own, struct table_worker *worker);

/* Adds what a thread counted, and frees it. */
void summary_worker_end(struct summary *summary, struct summary_worker *own);

/* --- the parts of a thread's counting --------------------------------------- */

/* Adds to the count of each member of a set. */
void summary_count_members(uint64_t *counts, uint64_t set, uint64_t times);

/* The fields of a mask, and those related to them over any number of steps. */
uint64_t summary_related(uint64_t fields);

/* Rows column by column. False where that cannot be done with this table: then none
 * was counted, else the plain ones were. `counts` are those of each instrument. */
struct summary_columns;
struct summary_columns *summary_columns_begin(const struct summary *summary);
bool summary_columns_count(struct summary_columns *own, const struct rows *rows,
                           struct summary_instrument *counts);
void summary_columns_end(struct summary_columns *own);

/* Rows record by record: the one that an entry holds. */
struct summary_records;
struct summary_records *summary_records_begin(const struct summary *summary);
void summary_records_count(struct summary_records *own, struct entry *entry,
                           struct summary_instrument *counts);
void summary_records_end(struct summary_records *own);

/* --- what the counts come to ------------------------------------------------ */

/* How many rows were answered. */
uint64_t summary_answered(const struct summary *summary);

/* The fields that any row misses, the most frequent first; returns how many. */
size_t summary_missing(const struct summary_instrument *own, smet_field_t *fields);

struct smet_band_info summary_band(const struct summary_instrument *own, uint32_t band);

/* A share in whole percent; 0 of nothing. */
unsigned summary_percent(uint64_t part, uint64_t whole);

/* --- ways to write them ---------------------------------------------------- */

typedef void summary_writer(const struct summary *summary, struct text *out);

summary_writer summary_write_text, summary_write_json, summary_write_svg;

#endif
