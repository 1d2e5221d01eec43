/*
 * Definitions, CQL: the relations between fields.
 */
#ifndef SMET_EXCHANGE_DEFINITION_CQL_LINKS_H
#define SMET_EXCHANGE_DEFINITION_CQL_LINKS_H

#include "exchange/definitions/cql_parts.h"

/* Relations: which cannot hold, what is set aside for it, and what the others leave. */
void smet__cql_write_links(const struct smet__cql *cql);

/*
 * Whether a relation takes part: puts `exists (S."set aside" intersect { ... })`, the
 * relations that keep it from doing so when they cannot hold.
 */
void smet__cql_put_inactive(const struct smet__cql *cql, size_t link);

#endif
