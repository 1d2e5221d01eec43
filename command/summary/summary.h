/*
 * Counts over a table of records.
 */
#ifndef SACRALMET_TOOLS_SUMMARY_H
#define SACRALMET_TOOLS_SUMMARY_H

#include "summary/counts.h"

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
