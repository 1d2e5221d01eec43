/*
 * Rows taken apart: the answer to a row is put together of the answers to parts,
 * each of which depends on a few columns alone. Cells that no table tells apart
 * are of one class, so that a part has few combinations of classes, and the
 * answer to each is worked out at most once, when it first occurs.
 *
 * All of it stands on the caller's stack: no memory is allocated.
 */
#ifndef SMET_COHORT_PARTS_H
#define SMET_COHORT_PARTS_H

#include "cohort/column.h"
#include "core/record.h"
#include "core/sets.h"

enum {
    SMET__PART_ROWS = 128,    /* rows that are worked on at a time */
    SMET__PARTS_MAX = 48,
    SMET__PART_ANSWERS = 2048, /* answers kept in tables, by combination of classes */
    SMET__PART_SEEN = 512,        /* answers kept of parts with more combinations */
    /* Columns of classes: those of cells, and behind them one an instrument, of its scores. */
    SMET__PART_COLUMNS = SMET__COLUMNS_MAX + SMET__INSTRUMENT_COUNT,
    SMET__CLASS_UNKNOWN = 0,
    SMET__CLASS_BAD = 0x80     /* an unknown cell of a bad row */
};

struct smet_part {
    struct smet_fields fields;      /* those with a column that it depends on */
    struct smet_instruments scores; /* the instruments whose scores it depends on */
    /* What is asked of these: some items of an instrument, or some checks. */
    smet_instrument_t subject; /* SMET_INSTRUMENT_INVALID: checks */
    uint32_t items;            /* mask */
    struct smet_checks checks;
    int column_count;
    uint8_t columns[SMET__PART_COLUMNS];
    int start; /* where its table begins; -1 for a part that has too many combinations */
};

struct smet_parts;

/*
 * The answer to a part for a row of the block; never 0. The record holds the cells
 * of its fields alone.
 */
typedef uint32_t smet__part_answer(const struct smet_parts *parts, const struct smet_part *part,
                                   const struct smet_record *record, size_t row);

struct smet_parts {
    const struct smet_column *const *columns;
    size_t column_count;
    struct smet_fields given; /* those with a column */
    smet__part_answer *answer;
    int part_count;
    struct smet_part parts[SMET__PARTS_MAX];
    uint8_t class_count[SMET__PART_COLUMNS];
    uint8_t class_of[SMET__COLUMNS_MAX][256]; /* by code */
    /* Of the block of rows at hand; those of scores are the task's to fill in. */
    uint8_t classes[SMET__PART_COLUMNS][SMET__PART_ROWS];
    uint8_t bad[SMET__PART_ROWS]; /* 1 for a row with a bad code */
    uint32_t answers[SMET__PART_ANSWERS]; /* 0: not yet known */
    struct {
        uint64_t which; /* part and combination; 0: none */
        uint32_t answer;
    } seen[SMET__PART_SEEN];
};

/* Begins with one class for all known cells of each column, and no part. */
void smet__parts_begin(struct smet_parts *parts, const struct smet_column *const *columns,
                       size_t column_count, smet__part_answer *answer);

/* Sets the values of a field that are in a set apart from those that are not. */
void smet__parts_split(struct smet_parts *parts, smet_field_t field, struct smet_values set);

/* Sets every value of a field apart from every other. */
void smet__parts_split_all(struct smet_parts *parts, smet_field_t field);

/* Sets the values apart that the links of some fields tell apart. */
void smet__parts_split_by_links(struct smet_parts *parts, struct smet_fields fields);

/* Adds a part that depends on some fields, of which those with a column count; no instrument is
 * its subject yet. */
struct smet_part *smet__parts_add(struct smet_parts *parts, struct smet_fields fields);

/* Where the classes of an instrument's scores stand. */
static inline int smet__score_column(smet_instrument_t instrument)
{
    return SMET__COLUMNS_MAX + instrument;
}

/* How many combinations of classes a part has; all splits must have been made. */
uint64_t smet__part_size(const struct smet_parts *parts, const struct smet_part *part);

/* Gives the parts their tables. What comes before may be changed no more. */
void smet__parts_end(struct smet_parts *parts);

/* Reads the cells of a block of rows. */
void smet__parts_read(struct smet_parts *parts, size_t first, size_t count);

/* The answers to a part for the rows of the block. */
void smet__part_answers(struct smet_parts *parts, const struct smet_part *part, size_t count,
                        uint32_t *answers);

#endif
