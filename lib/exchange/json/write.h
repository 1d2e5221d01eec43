/*
 * What the writers share: trees that notice missing memory once, lists of keys,
 * and the way from a tree into the caller's buffer.
 */
#ifndef SMET_EXCHANGE_JSON_H
#define SMET_EXCHANGE_JSON_H

#include "base/never.h"

#include <sacralmet/exchange.h>
#include <sacralmet/sacralmet.h>

#include <jansson.h>
#include <stdbool.h>

enum {
    SMET__VALUE_ROOM = 128, /* all values of all fields lie within 0 to 127 */
    SMET__LIST_ROOM = 256   /* more than any list of terms has members */
};

/*
 * A tree under construction. Whatever cannot be made or kept marks it as failed
 * and is let go, so that builders need not look; smet__finish() does. Terms
 * named on the way are remembered, to be explained at the end.
 */
struct smet__tree {
    bool has_failed;
    bool references[SMET__LIST_ROOM];
    bool evidence[SMET__LIST_ROOM];
};

static inline void smet__remember(bool named[SMET__LIST_ROOM], int32_t term)
{
    /* Never: there is room for every term. */
    if (SMET__NEVER(term >= SMET__LIST_ROOM) || term < 0)
        return;
    named[term] = true;
}

/*
 * What tells of a term, or of a member of a list, that comes from the library's own
 * lists says SMET_OK. Did it not, the tree would have failed.
 */
static inline void smet__must(struct smet__tree *tree, smet_status_t status)
{
    tree->has_failed |= status != SMET_OK;
}

/* How many members of a list there are, of which SMET__LIST_ROOM were asked for. */
static inline size_t smet__held(size_t count)
{
    /* Never: no list is as long. */
    return SMET__NEVER(count > SMET__LIST_ROOM) ? SMET__LIST_ROOM : count;
}

/* Takes `value` over, also when it fails; NULL for either is a failure. */
void smet__put(struct smet__tree *tree, json_t *object, const char *key, json_t *value);
void smet__add(struct smet__tree *tree, json_t *list, json_t *value);

/* A string; null for NULL. */
json_t *smet__text(const char *text);

void smet__put_text(struct smet__tree *tree, json_t *object, const char *key, const char *text);
void smet__put_number(struct smet__tree *tree, json_t *object, const char *key, int64_t number);
void smet__put_bool(struct smet__tree *tree, json_t *object, const char *key, bool yes);

/* The key of a term; null for -1. */
void smet__put_term(struct smet__tree *tree, json_t *object, const char *key,
                    smet_vocabulary_t vocabulary, int32_t term);

/* Lists: the keys of terms, and of values; texts. */
json_t *smet__terms(struct smet__tree *tree, smet_vocabulary_t vocabulary, const int32_t *terms,
                    size_t count);
json_t *smet__value_keys(struct smet__tree *tree, smet_field_t field, const smet_value_t *values,
                         size_t count);

json_t *smet__texts(struct smet__tree *tree, const char *const *texts, size_t count);

/* The numbers of the bits that are set, rising. */
json_t *smet__bits(struct smet__tree *tree, uint64_t mask);

/* What lists the terms that belong to another, such as smet_rule_references(). */
typedef size_t (*smet__lister)(int32_t of, int32_t *terms, size_t capacity);

/* The keys that a lister gives. */
json_t *smet__listed(struct smet__tree *tree, smet_vocabulary_t vocabulary, smet__lister lister,
                     int32_t of);

/* The same for references and for outcome figures, which the tree remembers. */
json_t *smet__reference_keys(struct smet__tree *tree, smet__lister lister, int32_t of);
json_t *smet__evidence_keys(struct smet__tree *tree, smet__lister lister, int32_t of);

/* The keys of the findings, bands and rules that a conflict is between. */
json_t *smet__between_json(struct smet__tree *tree, smet_conflict_t conflict);

/* What makes the object of one term. */
typedef json_t *(*smet__maker)(struct smet__tree *tree, int32_t term);

/* One object for each term of a vocabulary, in its order. */
json_t *smet__each(struct smet__tree *tree, smet_vocabulary_t vocabulary, smet__maker make);

/* The versions that stand in every answer. */
json_t *smet__versions_json(struct smet__tree *tree);

/* A record as it was entered. */
json_t *smet__record_json(struct smet__tree *tree, const smet_record *record);

/*
 * Writes the tree into the caller's buffer and frees it; the length of the
 * whole text, or 0 when the tree has failed.
 */
size_t smet__finish(struct smet__tree *tree, json_t *root, int32_t style, char *text,
                    size_t capacity);

/* Nothing to write: an empty text where there is room, and 0. */
size_t smet__write_nothing(char *text, size_t capacity);

static inline bool smet__is_style(int32_t style)
{
    return style == SMET_JSON_COMPACT || style == SMET_JSON_INDENTED;
}

#endif
