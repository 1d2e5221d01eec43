/*
 * A developer's tool: one record JSON a line on standard input, one CDS Hooks response
 * a line on standard output, in the same order; nothing for a refused record.
 *
 * Usage: cards-lines full|scores
 */
#include "lines.h"

#include <string.h>

static struct smet_answer_options options = {.size = sizeof options};

static size_t write_cards(const smet_assessment *assessment, const smet_chart *chart, char *text,
                          size_t capacity)
{
    return smet_assessment_write_cards(assessment, chart, &options, text, capacity);
}

static int answer_line(const char *line, size_t length)
{
    smet_assessment *assessment = NULL;
    smet_record *record = smet_record_new();
    int failed = record == NULL;
    if (!failed && smet_record_read_json(record, line, length, NULL) == SMET_OK) {
        assessment = smet_assess(record, NULL);
        failed = assessment == NULL || lines_print(write_cards, assessment, NULL);
    }
    smet_assessment_free(assessment);
    smet_record_free(record);
    return failed;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "scores") == 0)
        options.answer = SMET_ANSWER_SCORES;
    return lines_answer("cards-lines", answer_line);
}
