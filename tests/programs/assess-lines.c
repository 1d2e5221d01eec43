/*
 * A developer's tool: one record JSON a line on standard input, one assessment
 * JSON a line on standard output, in the same order; for a refused record
 * {"error": TEXT}. Fast enough to compare many thousand answers.
 */
#include "lines.h"

static size_t write_answer(const smet_assessment *assessment, const smet_chart *chart, char *text,
                           size_t capacity)
{
    (void)chart;
    return smet_assessment_write_json(assessment, SMET_JSON_COMPACT, text, capacity);
}

static int assess_line(const char *line, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_assessment *assessment = NULL;
    smet_record *record = smet_record_new();
    int failed = 1;
    if (record != NULL && smet_record_read_json(record, line, length, &error) != SMET_OK)
        failed = lines_refuse(&error);
    else if ((assessment = smet_assess(record, &error)) != NULL)
        failed = lines_print(write_answer, assessment, NULL);
    smet_assessment_free(assessment);
    smet_record_free(record);
    return failed;
}

int main(void)
{
    return lines_answer("assess-lines", assess_line);
}
