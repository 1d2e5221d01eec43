/*
 * What is counted, and the two ways to count it.
 */
#ifndef SACRALMET_COMMAND_SUMMARY_COUNTS_H
#define SACRALMET_COMMAND_SUMMARY_COUNTS_H

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

#endif
