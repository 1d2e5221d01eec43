/*
 * Definitions, CQL: the score from possible values.
 */
#ifndef SMET_EXCHANGE_DEFINITION_CQL_SUMS_H
#define SMET_EXCHANGE_DEFINITION_CQL_SUMS_H

#include "exchange/definitions/cql_parts.h"

/* The sums: points of the items, totals, bands. */
void smet__cql_write_sums(const struct smet__cql *cql);

#endif
