/*
 * A record read through the links between its fields: what is possible once
 * every fact has said what it says of the others.
 */
#ifndef SMET_CORE_LINKED_H
#define SMET_CORE_LINKED_H

#include "core/record.h"

struct smet_linked {
    /* What is still possible of each field. A field set aside has all its values. */
    struct smet_values possible[SMET__FIELD_COUNT];
    /* Mask of the fields that narrowed a field. */
    uint64_t from[SMET__FIELD_COUNT];
    uint64_t entered; /* mask of the fields with fewer values, as entered, than they have */
    uint64_t open;    /* mask of the fields with more than one possible value */
    uint64_t derived; /* mask of the fields that a link narrowed */
    uint64_t aside;   /* mask of the fields taken as unknown because of a contradiction */
    uint64_t broken;  /* mask of the links that cannot hold */
};

/* Reads a record through the links. */
void smet__link(const struct smet_record *record, struct smet_linked *linked);

/* Whether a link says anything of this record. */
bool smet__link_is_active(const struct smet_link *link, const struct smet_linked *linked);

/* Mask of every field that some fields are tied to by links, themselves included. */
uint64_t smet__tied(uint64_t fields);

/* Whether an override was entered. */
static inline bool smet__linked_entered(const struct smet_linked *linked, smet_field_t field)
{
    return (linked->entered >> field & 1) != 0;
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
