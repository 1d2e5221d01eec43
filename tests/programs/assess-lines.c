/*
 * A developer's tool: one record JSON a line on standard input, one assessment
 * JSON a line on standard output, in the same order; for a refused record
 * {"error": TEXT}. Fast enough to compare many thousand answers.
 */
#define _POSIX_C_SOURCE 200809L

#include <sacralmet/exchange.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* A buffer that grows to the longest answer and is used for all. */
static char *answer;
static size_t capacity;

static int print_answer(const smet_assessment *assessment)
{
    size_t length = smet_assessment_write_json(assessment, SMET_JSON_COMPACT, answer, capacity);
    if (length >= capacity) {
        free(answer);
        capacity = 2 * length + 1;
        answer = malloc(capacity);
        if (answer == NULL)
            return 1;
        length = smet_assessment_write_json(assessment, SMET_JSON_COMPACT, answer, capacity);
    }
    return length == 0 || puts(answer) == EOF;
}

static int print_error(const struct smet_error *error)
{
    json_t *refusal = json_pack("{s:s}", "error", error->message);
    int failed = refusal == NULL || json_dumpf(refusal, stdout, JSON_COMPACT) != 0;
    json_decref(refusal);
    return failed || putchar('\n') == EOF;
}

static int assess_line(const char *line, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_assessment *assessment = NULL;
    smet_record *record = smet_record_new();
    int failed = 1;
    if (record != NULL && smet_record_read_json(record, line, length, &error) != SMET_OK)
        failed = print_error(&error);
    else if ((assessment = smet_assess(record, &error)) != NULL)
        failed = print_answer(assessment);
    smet_assessment_free(assessment);
    smet_record_free(record);
    return failed;
}

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    int failed = 0;
    while (!failed && (length = getline(&line, &room, stdin)) != -1)
        failed = assess_line(line, (size_t)length);
    free(line);
    free(answer);
    if (failed)
        fputs("assess-lines: no memory, or nowhere to write\n", stderr);
    return failed || fflush(stdout) != 0;
}
