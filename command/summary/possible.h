/*
 * The values that a field may still have in a row, as its other cells leave them.
 */
#ifndef SACRALMET_TOOLS_POSSIBLE_H
#define SACRALMET_TOOLS_POSSIBLE_H

#include "table/columns.h"

/* Bit v is set when value v is possible; all are below CELL_VALUES. */
struct value_set {
    uint64_t words[CELL_VALUES / 64];
};

/* How many related columns can be looked at, and how many answers are remembered. */
enum { POSSIBLE_COLUMNS = 16, POSSIBLE_SLOTS = 1024 };

struct possible_slot;

struct possible {
    smet_field_t field;
    const struct columns *columns;
    size_t related[POSSIBLE_COLUMNS]; /* its own column, and those of related fields */
    size_t related_count;
    struct value_set domain;
    struct possible_slot *slots; /* NULL where the domain is the answer to all rows */
};

/* `related` is a mask of the field and those related to it. False where there are too
 * many columns of them, or a value is too great; it must be ended all the same. */
bool possible_begin(struct possible *possible, smet_field_t field, uint64_t related,
                    const struct columns *columns);
void possible_end(struct possible *possible);

/* The values in a plain row. */
struct value_set possible_values(struct possible *possible, size_t row);

bool value_set_has_many(const struct value_set *set);
uint8_t value_set_last(const struct value_set *set);
bool value_set_has(const struct value_set *set, uint8_t value);

#endif
