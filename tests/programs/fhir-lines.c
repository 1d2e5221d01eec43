/*
 * A developer's tool: one record JSON a line on standard input, one FHIR Bundle a
 * line on standard output, in the same order; for a refused record {"error": TEXT}.
 *
 * Usage: fhir-lines [--scores] [--charts] [--patient ID] [--date DATE]
 *
 * --charts: each line is FHIR that a chart reads, and not a record.
 */
#include "lines.h"

#include <stdio.h>
#include <string.h>

static struct smet_answer_options options = {.size = sizeof options};
static int reads_charts;

static size_t write_answer(const smet_assessment *assessment, const smet_chart *chart, char *text,
                           size_t capacity)
{
    return smet_assessment_write_fhir(assessment, chart, &options, text, capacity);
}

static int answer_record(const smet_record *record, const smet_chart *chart)
{
    struct smet_error error = {.size = sizeof error};
    smet_assessment *assessment = smet_assess(record, &error);
    int failed = assessment == NULL || lines_print(write_answer, assessment, chart);
    smet_assessment_free(assessment);
    return failed;
}

static int record_line(const char *line, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_record *record = smet_record_new();
    int failed = record == NULL;
    if (!failed)
        failed = smet_record_read_json(record, line, length, &error) == SMET_OK
                     ? answer_record(record, NULL)
                     : lines_refuse(&error);
    smet_record_free(record);
    return failed;
}

static int chart_line(const char *line, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = smet_chart_new(NULL, &error);
    int failed = chart == NULL;
    if (!failed)
        failed = smet_chart_read_fhir(chart, line, length, &error) == SMET_OK
                     ? answer_record(smet_chart_record(chart), chart)
                     : lines_refuse(&error);
    smet_chart_free(chart);
    return failed;
}

/* One if the arguments are none that are known. */
static int read_arguments(int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--scores") == 0)
            options.answer = SMET_ANSWER_SCORES;
        else if (strcmp(arguments[i], "--charts") == 0)
            reads_charts = 1;
        else if (strcmp(arguments[i], "--patient") == 0 && i + 1 < count)
            options.patient = arguments[++i];
        else if (strcmp(arguments[i], "--date") == 0 && i + 1 < count)
            options.date = arguments[++i];
        else
            return 1;
    }
    return 0;
}

int main(int count, char **arguments)
{
    if (read_arguments(count, arguments)) {
        fputs("usage: fhir-lines [--scores] [--charts] [--patient ID] [--date DATE]\n", stderr);
        return 2;
    }
    return lines_answer("fhir-lines", reads_charts ? chart_line : record_line);
}
