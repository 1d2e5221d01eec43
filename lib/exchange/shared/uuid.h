/*
 * Names: UUIDs made from what is named (RFC 9562, version 5), so that the
 * same input gives the same one.
 */
#ifndef SMET_EXCHANGE_UUID_H
#define SMET_EXCHANGE_UUID_H

#include <stddef.h>

enum { SMET__UUID_ROOM = 37 };

/* The UUID of a name in the library's own namespace, which is the UUID of its OID. */
void smet__uuid_of(const char *name, size_t length, char uuid[SMET__UUID_ROOM]);

#endif
