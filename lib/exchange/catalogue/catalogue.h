/*
 * The catalogue: everything in the tables, as JSON.
 */
#ifndef SMET_EXCHANGE_CATALOGUE_H
#define SMET_EXCHANGE_CATALOGUE_H

#include "exchange/json/write.h"

/*
 * The clinical content without the versions, for the caller to free; NULL when
 * there is no memory. The digest of the content is the SHA-256 of its compact
 * dump.
 */
json_t *smet__catalogue_content(void);

/* Each puts the parts of its subject into the catalogue. */
void smet__put_record_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_score_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_pathway_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_source_parts(struct smet__tree *tree, json_t *catalogue);
void smet__put_code_parts(struct smet__tree *tree, json_t *catalogue);

/* The beginning of every object of the catalogue: its key and its number. */
json_t *smet__entry(struct smet__tree *tree, const char *key, int32_t number);

/* What writes a condition in words, such as smet_rule_condition(). */
typedef size_t (*smet__speaker)(int32_t of, char *text, size_t capacity);

void smet__put_condition(struct smet__tree *tree, json_t *object, smet__speaker speaker,
                         int32_t of);

#endif
