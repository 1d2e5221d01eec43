/*
 * What the parts of `sacralmet summary` share: counts over a table of records.
 */
#ifndef SACRALMET_TOOLS_SUMMARY_H
#define SACRALMET_TOOLS_SUMMARY_H

#include "table.h"

/* Fields and bands are counted by number; sets of both are masks of 64 bits. */
enum { SUMMARY_TERMS = 64 };

struct summary_slot;

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
    struct summary_slot *slots;            /* answers that were worked out before */
};

struct summary {
    struct table table;
    struct summary_instrument *instruments;
    size_t instrument_count;
    smet_value_t *values; /* room for those of any field */
    struct text key;      /* of a row among the answers worked out before */
};

void summary_prepare(struct summary *summary);

/* Counts the row under way; a table_row_taker. */
bool summary_count_row(void *summary);

/* Frees what the counts need; the table is closed apart. */
void summary_free(struct summary *summary);

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
