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

#endif
