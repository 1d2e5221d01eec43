/*
 * Writes the clinical content as compact JSON, without the versions: what the
 * digest of the content is taken of. A developer's tool, not installed.
 */
#include "exchange/catalogue/catalogue.h"

#include <stdio.h>

int main(void)
{
    json_t *content = smet__catalogue_content();
    if (content == NULL || json_dumpf(content, stdout, JSON_COMPACT) != 0 || fflush(stdout) != 0) {
        fputs("content-json: the content could not be written\n", stderr);
        return 1;
    }
    json_decref(content);
    return 0;
}
