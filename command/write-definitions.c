/*
 * Writes the definitions into two directories, which are made where they are not
 * there: FHIR, and CQL. A developer's tool, not installed: what it writes is.
 *
 * Usage: write-definitions FHIR_DIRECTORY CQL_DIRECTORY
 */
#define _POSIX_C_SOURCE 200809L

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#include <direct.h>
#define make_directory(path) _mkdir(path)
#else
#include <sys/stat.h>
#define make_directory(path) mkdir(path, 0777)
#endif

/* A text that ends with one line feed. What was there goes first, so that the directory is new. */
static int write_file(const char *directory, const char *name, const char *text)
{
    char path[4096];
    size_t length = strlen(text);
    int needed = snprintf(path, sizeof path, "%s/%s", directory, name);
    if (needed < 0 || (size_t)needed >= sizeof path || (remove(path) != 0 && errno != ENOENT))
        return 1;
    FILE *file = fopen(path, "wb");
    if (file == NULL)
        return 1;
    int failed = fwrite(text, 1, length, file) != length ||
                 (length > 0 && text[length - 1] != '\n' && fputc('\n', file) == EOF);
    return fclose(file) != 0 || failed;
}

static int write_definition(size_t index, char *directories[2])
{
    const char *name = smet_definition_name(index);
    int is_cql = strcmp(name + strlen(name) - strlen(".cql"), ".cql") == 0;
    size_t room = smet_definition_write(index, SMET_JSON_INDENTED, NULL, 0) + 1;
    char *text = malloc(room);
    int failed = text == NULL || room == 1 ||
                 smet_definition_write(index, SMET_JSON_INDENTED, text, room) + 1 != room ||
                 write_file(directories[is_cql], name, text);
    free(text);
    if (failed)
        fprintf(stderr, "write-definitions: cannot write %s\n", name);
    return failed;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: write-definitions FHIR_DIRECTORY CQL_DIRECTORY\n", stderr);
        return 2;
    }
    for (int i = 1; i < 3; i++)
        if (make_directory(argv[i]) != 0 && errno != EEXIST) {
            fprintf(stderr, "write-definitions: cannot make %s\n", argv[i]);
            return 1;
        }
    for (size_t i = 0; i < smet_definition_count(); i++)
        if (write_definition(i, argv + 1))
            return 1;
    return 0;
}
