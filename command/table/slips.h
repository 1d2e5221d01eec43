/*
 * What is likely wrong with a header in which no column is a field.
 */
#ifndef SACRALMET_TOOLS_SLIPS_H
#define SACRALMET_TOOLS_SLIPS_H

#include "table/csv.h"
#include "shared/text.h"

/* Says in `reason` why none of a header's columns is a field, and what would help. */
void slips_explain(struct csv_row *header, struct text *reason);

/* Adds a name that may stand in a message: a terminal must not obey it. */
void slips_add_name(struct text *text, struct csv_slice name);

#endif
