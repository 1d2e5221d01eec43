#define _POSIX_C_SOURCE 200809L

#include "lines.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* A buffer that grows to the longest answer and is used for all. */
static char *room;
static size_t capacity;

int lines_print(lines_writer *write, const smet_assessment *assessment, const smet_chart *chart)
{
    size_t length = write(assessment, chart, room, capacity);
    if (length >= capacity) {
        free(room);
        capacity = 2 * length + 1;
        room = malloc(capacity);
        if (room == NULL)
            return 1;
        length = write(assessment, chart, room, capacity);
    }
    return length == 0 || puts(room) == EOF;
}

int lines_refuse(const struct smet_error *error)
{
    json_t *refusal = json_pack("{s:s}", "error", error->message);
    int failed = refusal == NULL || json_dumpf(refusal, stdout, JSON_COMPACT) != 0;
    json_decref(refusal);
    return failed || putchar('\n') == EOF;
}

int lines_answer(const char *program, int answer(const char *line, size_t length))
{
    char *line = NULL;
    size_t space = 0;
    ssize_t length;
    int failed = 0;
    while (!failed && (length = getline(&line, &space, stdin)) != -1)
        failed = answer(line, (size_t)length);
    free(line);
    free(room);
    if (failed)
        fprintf(stderr, "%s: refused, no memory, or nowhere to write\n", program);
    return failed || fflush(stdout) != 0;
}
