#include "charts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

smet_chart *chart_new(const struct smet_chart_options *options)
{
    static const struct smet_chart_options usual = {
        .size = sizeof usual, .patient = "p1", .evaluation_date = "2018-06-15"};
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = smet_chart_new(options == NULL ? &usual : options, &error);
    expect(chart != NULL, "no chart: %s", error.message);
    return chart;
}

void chart_read(smet_chart *chart, const char *text)
{
    struct smet_error error = {.size = sizeof error};
    smet_status_t status = smet_chart_read_fhir(chart, text, strlen(text), &error);
    expect(status == SMET_OK, "%s for %.300s", error.message, text);
    expect(error.message[0] == '\0', "a message though nothing was refused");
}

smet_chart *chart_of(const char *text)
{
    smet_chart *chart = chart_new(NULL);
    chart_read(chart, text);
    return chart;
}

void chart_refuses(smet_chart *chart, const char *text, smet_status_t status, const char *beginning)
{
    struct smet_error error = {.size = sizeof error};
    char *before = chart_text(chart);
    smet_status_t got = smet_chart_read_fhir(chart, text, strlen(text), &error);
    expect(got == status, "%s (%s), not %s, for %.300s", smet_status_name(got), error.message,
           smet_status_name(status), text);
    expect(error.status == got, "another status in the error");
    expect(strncmp(error.message, beginning, strlen(beginning)) == 0, "\"%s\", not \"%s\"",
           error.message, beginning);
    char *after = chart_text(chart);
    expect(strcmp(before, after) == 0, "refused, but changed: %s", after);
    free(before);
    free(after);
}

const char *chart_use(smet_fact_use_t use)
{
    static const char *const keys[] = {"used",         "superseded",    "disagrees", "yields",
                                       "wrong_status", "other_patient", "unreadable"};
    expect(use >= 0 && use < (int)COUNT_OF(keys), "no use: %d", (int)use);
    return keys[use];
}

const char *chart_facts(const smet_chart *chart, const char *field)
{
    static char words[4096];
    smet_field_t wanted = suite_term(SMET_VOCABULARY_FIELD, field);
    words[0] = '\0';
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        char word[512];
        expect(smet_chart_fact(chart, i, &fact) == SMET_OK, "no fact %zu", i);
        if (fact.field != wanted)
            continue;
        snprintf(word, sizeof word, "%s%s%s", fact.value, fact.value[0] == '\0' ? "" : " ",
                 chart_use(fact.use));
        suite_append(words, sizeof words, ", ", word);
    }
    return words;
}

struct smet_chart_fact chart_fact(const smet_chart *chart, const char *field)
{
    struct smet_chart_fact found = {.size = 0};
    smet_field_t wanted = suite_term(SMET_VOCABULARY_FIELD, field);
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        expect(smet_chart_fact(chart, i, &fact) == SMET_OK, "no fact %zu", i);
        if (fact.field != wanted)
            continue;
        expect(found.size == 0, "two facts of %s", field);
        found = fact;
    }
    expect(found.size != 0, "no fact of %s", field);
    return found;
}

void chart_holds(const smet_chart *chart, const char *facts)
{
    struct suite_snapshot wanted, got;
    smet_record *record = suite_record(facts);
    suite_read(record, &wanted);
    suite_read(smet_chart_record(chart), &got);
    char *text = chart_text(chart);
    expect(suite_same(&wanted, &got), "not \"%s\" but %s", facts, text);
    free(text);
    smet_record_free(record);
}

bool chart_folders(int argc, char **argv, const char **first, const char **second)
{
    if (argc != 3)
        return false;
    *first = argv[1];
    *second = argv[2];
    return true;
}

char *chart_file(const char *directory, const char *name, size_t *length)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "rb");
    expect(file != NULL, "no file %s", path);
    enum { ROOM = 1 << 20 };
    char *text = malloc(ROOM);
    expect(text != NULL, "no memory");
    size_t size = fread(text, 1, ROOM - 1, file);
    fclose(file);
    expect(size < ROOM - 1, "%s is too long", path);
    text[size] = '\0';
    if (length != NULL)
        *length = size;
    return text;
}

char *chart_text(const smet_chart *chart)
{
    size_t length = smet_chart_write_json(chart, SMET_JSON_COMPACT, NULL, 0);
    char *text = malloc(length + 1);
    expect(length > 0 && text != NULL, "a chart is not written");
    expect(smet_chart_write_json(chart, SMET_JSON_COMPACT, text, length + 1) == length, "cut");
    return text;
}
