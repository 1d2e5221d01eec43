/*
 * Everything that the library knows, in words: one description for each thing,
 * shared by `catalog`, which walks all of them, and `explain`, which also says
 * who uses it.
 */
#ifndef SACRALMET_TOOLS_DESCRIBE_H
#define SACRALMET_TOOLS_DESCRIBE_H

#include <sacralmet/terms.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A kind of thing that can be described. */
struct describe_kind {
    smet_vocabulary_t vocabulary;
    const char *name;    /* of one, such as "field" */
    const char *heading; /* of all, such as "Fields" */
    /* What it is. */
    void (*describe)(FILE *out, int32_t term);
    /* What else there is to say: who reads it, who cites it; NULL for nothing. */
    void (*describe_use)(FILE *out, int32_t term);
};

/* The kinds, in the order of the catalogue. */
extern const struct describe_kind describe_kinds[];
extern const size_t describe_kind_count;

/* A line such as "karnofsky (field)". */
void describe_title(FILE *out, const struct describe_kind *kind, int32_t term);

/* What belongs to no one term: relations between fields, mappings, checks. */
void describe_relations(FILE *out);

#endif
