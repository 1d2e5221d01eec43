/*
 * A set of fields, however many there are.
 */
#ifndef SACRALMET_TOOLS_FIELD_SET_H
#define SACRALMET_TOOLS_FIELD_SET_H

#include <sacralmet/sacralmet.h>

#include <stdbool.h>

/* More than there are fields: a set of them begins as all false. */
enum { FIELD_ROOM = 256 };

struct field_set {
    bool has[FIELD_ROOM];
};

static inline void field_set_add(struct field_set *set, const smet_field_t *fields, size_t count)
{
    for (size_t i = 0; i < count && i < FIELD_ROOM; i++)
        if (fields[i] >= 0 && fields[i] < FIELD_ROOM)
            set->has[fields[i]] = true;
}

/* The fields of a set in the order of the record; returns how many there are. */
static inline size_t field_set_list(const struct field_set *set, smet_field_t fields[FIELD_ROOM])
{
    size_t count = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD) && i < FIELD_ROOM; i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (set->has[field])
            fields[count++] = field;
    }
    return count;
}

#endif
