/*
 * What an instrument's CQL speaks of: its items' fields, and those that relations
 * tie to them.
 */
#ifndef SMET_EXCHANGE_DEFINITION_CQL_PARTS_H
#define SMET_EXCHANGE_DEFINITION_CQL_PARTS_H

#include "exchange/definitions/definition.h"

struct smet__cql {
    struct smet__words *words;
    struct smet_instrument_info info;
    bool has_field[SMET__LIST_ROOM]; /* by number, the reported total's among them */
    bool has_link[SMET__LIST_ROOM];  /* by position */
};

void smet__cql_gather(struct smet__cql *cql, struct smet__words *words,
                      smet_instrument_t instrument);

/* Walks the fields in the order of the record: the next one behind `field`, or -1. */
smet_field_t smet__cql_next(const struct smet__cql *cql, smet_field_t field);

static inline const char *smet__cql_key(smet_field_t field)
{
    return smet_term_key(SMET_VOCABULARY_FIELD, field);
}

bool smet__cql_is_number(smet_field_t field);

static inline size_t smet__cql_link_count(void)
{
    return smet__held(smet_link_count());
}

/* How many fields a relation has; they are filled in. */
size_t smet__cql_link_fields(size_t link, smet_field_t fields[SMET__LIST_ROOM]);

/* The name of a relation: the keys of its fields, joined. */
void smet__cql_put_link(struct smet__words *words, size_t link);

/* A text in lines that begin with a margin. */
void smet__cql_put_comment(struct smet__words *words, const char *margin, const char *text);

/* `{ 'a', 'b' }`, or numbers. */
void smet__cql_put_values(struct smet__words *words, smet_field_t field,
                          const smet_value_t *values, size_t count);

/* A condition on `name`, that it is one of the values of the field. */
void smet__cql_put_is_one_of(struct smet__words *words, smet_field_t field, const char *name,
                             const smet_value_t *values, size_t count);

/* `(S."field" intersect { ... })`: those of the list that are among the values. */
void smet__cql_put_within(struct smet__words *words, const char *from, smet_field_t field,
                          const smet_value_t *values, size_t count);

/* The values that a case of a relation allows its field at a position. */
size_t smet__cql_case(size_t link, size_t which, size_t position,
                      smet_value_t values[SMET__VALUE_ROOM]);

/* Puts the type of the facts: possible values, field by field. */
void smet__cql_put_facts(const struct smet__cql *cql);

/* The same, with the relations that are set aside. */
void smet__cql_put_state(const struct smet__cql *cql);

#endif
