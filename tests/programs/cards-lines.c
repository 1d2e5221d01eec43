/*
 * A developer's tool: one record JSON a line on standard input, one CDS Hooks response
 * a line on standard output, in the same order; nothing for a refused record.
 *
 * Usage: cards-lines full|scores
 */
#define _POSIX_C_SOURCE 200809L

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 20 };

static int print_cards(const smet_assessment *assessment, const struct smet_answer_options *options,
                       char *text)
{
    size_t length = smet_assessment_write_cards(assessment, NULL, options, text, ROOM);
    return length == 0 || length >= ROOM || puts(text) == EOF;
}

static int answer_line(const char *line, size_t length, const struct smet_answer_options *options,
                       char *text)
{
    smet_assessment *assessment = NULL;
    smet_record *record = smet_record_new();
    int failed = record == NULL;
    if (!failed && smet_record_read_json(record, line, length, NULL) == SMET_OK) {
        assessment = smet_assess(record, NULL);
        failed = assessment == NULL || print_cards(assessment, options, text);
    }
    smet_assessment_free(assessment);
    smet_record_free(record);
    return failed;
}

int main(int argc, char **argv)
{
    struct smet_answer_options options = {.size = sizeof options};
    char *line = NULL, *text = malloc(ROOM);
    size_t room = 0;
    ssize_t length;
    int failed = text == NULL;
    if (argc > 1 && strcmp(argv[1], "scores") == 0)
        options.answer = SMET_ANSWER_SCORES;
    while (!failed && (length = getline(&line, &room, stdin)) != -1)
        failed = answer_line(line, (size_t)length, &options, text);
    free(line);
    free(text);
    if (failed)
        fputs("cards-lines: no memory, or nowhere to write\n", stderr);
    return failed || fflush(stdout) != 0;
}
