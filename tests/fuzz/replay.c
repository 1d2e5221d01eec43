/*
 * Runs a fuzz target over files: what was found once is tried again with every
 * compiler, without a fuzzer.
 *
 * usage: replay-TARGET FILE...
 */
#include "fuzz.h"

#include <stdio.h>

static int replay(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        perror(name);
        return 1;
    }
    uint8_t *data = NULL;
    size_t size = 0, got;
    do {
        data = realloc(data, size + 65536);
        if (data == NULL)
            abort();
        got = fread(data + size, 1, 65536, file);
        size += got;
    } while (got > 0);
    fclose(file);
    /* Of the exact size, so that a byte read beyond is seen. */
    uint8_t *exact = fuzz_memory(size);
    memcpy(exact, data, size);
    free(data);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

int main(int argc, char **argv)
{
    int status = 0;
    for (int i = 1; i < argc; i++)
        status |= replay(argv[i]);
    printf("%d inputs\n", argc - 1);
    return status;
}
