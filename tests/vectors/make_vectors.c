/*
 * Writes the test vectors that every binding runs: records, and what the library
 * says of each. doc/bindings.md describes the file.
 *
 * Usage: make_vectors CASES.csv VECTORS.json
 */
#include "entries.h"

#include <stdio.h>
#include <stdlib.h>

/* Where the vectors go, one a line. */
struct output {
    FILE *file;
    size_t count;
};

static void write_json(FILE *file, json_t *json)
{
    if (json_dumpf(json, file, JSON_COMPACT) != 0)
        stop("cannot be written");
    json_decref(json);
}

static void write_vector(const char *id, json_t *entries, void *data)
{
    struct output *output = data;
    fputs(output->count++ == 0 ? "\n" : ",\n", output->file);
    write_json(output->file, make_vector(id, entries));
}

static void write_cases(const char *path, struct output *output)
{
    json_t *cases = read_cases(path);
    for (size_t i = 0; i < json_array_size(cases); i++) {
        const json_t *one = json_array_get(cases, i);
        write_vector(json_string_value(json_object_get(one, "id")),
                     json_object_get(one, "record"), output);
    }
    json_decref(cases);
}

static json_t *versions(void)
{
    json_t *json = json_object();
    put(json, "release", json_string(smet_version()));
    put(json, "abi", json_string(smet_abi_version()));
    put(json, "content", json_string(smet_content_version()));
    put(json, "digest", json_string(smet_content_digest()));
    return json;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: make_vectors CASES.csv VECTORS.json\n", stderr);
        return 2;
    }
    struct output output = {.file = fopen(argv[2], "wb")};
    if (output.file == NULL)
        stop("%s: cannot be written", argv[2]);
    fputs("{\"format\":1,\n\"versions\":", output.file);
    write_json(output.file, versions());
    fputs(",\n\"vectors\":[", output.file);
    write_cases(argv[1], &output);
    generate(write_vector, &output);
    fputs("\n]}\n", output.file);
    if (fclose(output.file) != 0)
        stop("%s: cannot be written", argv[2]);
    return EXIT_SUCCESS;
}
