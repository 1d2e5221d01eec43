/*
 * From JSON text to a tree. The JSON library's own parser does not notice that it
 * got no memory for a long string or number: it goes on with a part of it, and may
 * read and write beyond it. So only its trees are used, whose calls do notice.
 */
#ifndef SMET_EXCHANGE_PARSE_H
#define SMET_EXCHANGE_PARSE_H

#include <jansson.h>
#include <stdbool.h>

/*
 * The tree of any JSON value. Else NULL, and `wrong` (may be NULL) has the code, the
 * words and, as position, how many bytes were read; of its members no other is set.
 * Strings may hold NUL, keys not. A key that stands twice is refused or, where it
 * may be, the last one holds.
 */
json_t *smet__parse(const char *text, size_t length, bool are_keys_unique, json_error_t *wrong);

#endif
