/*
 * A record read through the links between its fields: what is possible once
 * every fact has said what it says of the others.
 */
#ifndef SMET_CORE_LINKED_H
#define SMET_CORE_LINKED_H

#include "core/record.h"
#include "core/sets.h"

struct smet_linked {
    /* What is still possible of each field. A field set aside has all its values. */
    struct smet_values possible[SMET__FIELD_COUNT];
    struct smet_fields from[SMET__FIELD_COUNT]; /* the fields that narrowed each */
    struct smet_fields entered; /* those with fewer values, as entered, than they have */
    struct smet_fields open;    /* those with more than one possible value */
    struct smet_fields derived; /* those that a link narrowed */
    struct smet_fields aside;   /* those taken as unknown because of a contradiction */
    struct smet_links broken;   /* the links that cannot hold */
};

/* Reads a record through the links. */
void smet__link(const struct smet_record *record, struct smet_linked *linked);

/* Whether a link says anything of this record. */
bool smet__link_is_active(const struct smet_link *link, const struct smet_linked *linked);

/* Every field that some fields are tied to by links, themselves included. */
struct smet_fields smet__tied(struct smet_fields fields);

/* Whether an override was entered. */
static inline bool smet__linked_entered(const struct smet_linked *linked, smet_field_t field)
{
    return smet__fields_has(linked->entered, field);
}

/*
 * What a mapping from a field gives for what is possible of that field. `varies`
 * says whether that field, narrowed further, could still change it; `note` is
 * the note of the first row used that has one.
 */
struct smet_values smet__mapped(const struct smet_mapping *mapping,
                                const struct smet_linked *linked, bool *varies,
                                const char **note);

/* The mapping of an override; NULL when it has none. */
const struct smet_mapping *smet__mapping_of(smet_field_t field);

#endif
