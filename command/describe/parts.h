/*
 * The pieces that descriptions are put together from.
 */
#ifndef SACRALMET_TOOLS_DESCRIBE_PARTS_H
#define SACRALMET_TOOLS_DESCRIBE_PARTS_H

#include "describe/describe.h"
#include "shared/text.h"
#include "shared/wrap.h"

#include <sacralmet/sacralmet.h>

/* Columns: what is said stands behind its name; what belongs to that, further in. */
enum { NAME_COLUMN = 2, SAID_COLUMN = 17, PART_COLUMN = 4, INNER_COLUMN = 6 };

/* More members than any list of the library has. */
enum { LIST_MAX = 256 };

/* A function of the library that lists numbers that belong to a term. */
typedef size_t list_of(int32_t term, int32_t *members, size_t capacity);

/* A function of the library that writes the condition of a term in words. */
typedef size_t condition_of(int32_t term, char *text, size_t capacity);

/* "name  what is said"; nothing at all where nothing is said. What belongs to the
 * same name as before has an empty one. */
void put_said(FILE *out, const char *name, const char *said);

/* The same of a whole number. */
void put_number(FILE *out, const char *name, int32_t number);

/* A condition, after its name. */
void put_condition(FILE *out, const char *name, condition_of *condition, int32_t term);

/* The keys of the members of a list, after its name. */
void put_list(FILE *out, const char *name, list_of *list, int32_t term,
              smet_vocabulary_t vocabulary);

/* The references of a term: the number in the review, where it has one, and the key. */
void put_references(FILE *out, list_of *list, int32_t term);

/* The same, each with its full citation. */
void put_citations(FILE *out, list_of *list, int32_t term);

/* The keys of all terms of a vocabulary whose list holds a member; returns how many. */
size_t put_holders(FILE *out, const char *name, smet_vocabulary_t vocabulary, list_of *list,
                   int32_t member);

/* Whether a term's list holds a member. */
bool list_holds(list_of *list, int32_t term, int32_t member);

/* A paragraph that a heading of its own introduces. */
void put_part(FILE *out, const char *heading);

/* Descriptions that stand in files of their own. */
void describe_field(FILE *out, int32_t field);
void describe_field_use(FILE *out, int32_t field);
void describe_instrument(FILE *out, int32_t instrument);
void describe_instrument_use(FILE *out, int32_t instrument);
void describe_rule(FILE *out, int32_t rule);
void describe_rule_use(FILE *out, int32_t rule);
void describe_intervention(FILE *out, int32_t intervention);
void describe_intervention_use(FILE *out, int32_t intervention);
void describe_reference(FILE *out, int32_t reference);
void describe_reference_use(FILE *out, int32_t reference);
void describe_evidence(FILE *out, int32_t evidence);
void describe_evidence_use(FILE *out, int32_t evidence);
void describe_dispute(FILE *out, int32_t dispute);
void describe_dispute_use(FILE *out, int32_t dispute);

#endif
