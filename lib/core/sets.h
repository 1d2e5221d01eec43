/*
 * Sets over the vocabularies that grow. Each has a type of its own, with as many
 * words as its table needs, so that nobody mixes fields with interventions, and a
 * 65th field is one row more and no other change.
 *
 * To add a field, an intervention, an instrument or a conflict: add its enumerator
 * to the public header, its row to the table in lib/content, and let the count at
 * the head of content/tables.h name the last enumerator. The sets follow.
 *
 * Sets are small values, handed over and returned as such:
 *
 *     struct smet_fields open = smet__fields_minus(entered, aside);
 *     smet__fields_add(&open, SMET_FIELD_PAIN);
 *     SMET__FOR_EACH(field, open) {...}
 *
 * What has a bound by definition is no such set: values of a field (base/value_set.h,
 * 0 to 127), points and totals (0 to 63), bands (at most SMET_BANDS_MAX) and items
 * (at most SMET__ITEMS_MAX) are masks.
 */
#ifndef SMET_CORE_SETS_H
#define SMET_CORE_SETS_H

#include "content/lists.h"

/*
 * Each member of a set in turn, rising, as `number`. The set must be a variable that
 * the body leaves alone; `continue` and `return` work in it, `break` does not.
 */
/* NOLINTBEGIN(bugprone-macro-parentheses) what is declared has none around its name */
#define SMET__FOR_EACH(number, set)                                                     \
    for (int word_ = 0; word_ < (int)(sizeof(set) / sizeof(uint64_t)); word_++)         \
        for (uint64_t left_ = (set).word[word_]; left_ != 0; left_ &= left_ - 1)        \
            for (int number = word_ * 64 + __builtin_ctzll(left_), once_ = 1; once_ != 0; \
                 once_ = 0)
/* NOLINTEND(bugprone-macro-parentheses) */

#define SET fields
#define SET_COUNT SMET__FIELD_COUNT
#include "core/set_type.h"

#define SET interventions
#define SET_COUNT SMET__INTERVENTION_COUNT
#include "core/set_type.h"

#define SET instruments
#define SET_COUNT SMET__INSTRUMENT_COUNT
#include "core/set_type.h"

#define SET conflicts
#define SET_COUNT SMET__CONFLICT_COUNT
#include "core/set_type.h"

/* Links and checks are counted by their tables; these state how many they may be. */
#define SET links
#define SET_COUNT SMET__LINKS_MAX
#include "core/set_type.h"

#define SET checks
#define SET_COUNT SMET__CHECKS_MAX
#include "core/set_type.h"

/* Whether a link is about one of some fields. */
static inline bool smet__link_meets(const struct smet_link *link, struct smet_fields fields)
{
    for (int i = 0; i < link->field_count; i++)
        if (smet__fields_has(fields, link->fields[i]))
            return true;
    return false;
}

/* The fields of a link. */
static inline struct smet_fields smet__link_fields(const struct smet_link *link)
{
    struct smet_fields fields = {{0}};
    for (int i = 0; i < link->field_count; i++)
        smet__fields_add(&fields, link->fields[i]);
    return fields;
}

#endif
