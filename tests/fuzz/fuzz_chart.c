/*
 * Any bytes as FHIR, read once and then in two halves, with a map of codes or
 * without. What is read can be written as JSON, and as a Bundle or as cards; what is
 * refused leaves the chart as it was. To write an answer takes a hundred times as long
 * as to read most texts, so one text in sixteen is answered.
 */
#include "fuzz.h"

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>

static const char map_text[] =
    "{\"codes\":[{\"system\":\"urn:x\",\"code\":\"1\",\"carrier\":\"condition\","
    "\"facts\":{\"cauda_equina_syndrome\":\"yes\"}},"
    "{\"system\":\"urn:x\",\"code\":\"2\",\"carrier\":\"body_site\","
    "\"facts\":{\"lesion_level\":\"S1|S2\"}}]}";

struct answer {
    const smet_chart *chart;
    const smet_assessment *assessment;
    struct smet_answer_options options;
};

static size_t write_chart(const void *chart, char *text, size_t capacity)
{
    return smet_chart_write_json(chart, SMET_JSON_COMPACT, text, capacity);
}

static size_t write_fhir(const void *subject, char *text, size_t capacity)
{
    const struct answer *answer = subject;
    return smet_assessment_write_fhir(answer->assessment, answer->chart, &answer->options, text,
                                      capacity);
}

static size_t write_cards(const void *subject, char *text, size_t capacity)
{
    const struct answer *answer = subject;
    return smet_assessment_write_cards(answer->assessment, answer->chart, &answer->options, text,
                                       capacity);
}

static void check_facts(const smet_chart *chart)
{
    struct smet_chart_fact fact = {.size = sizeof fact};
    size_t count = smet_chart_fact_count(chart);
    for (size_t i = 0; i < count; i++) {
        fuzz_require(smet_chart_fact(chart, i, &fact) == SMET_OK);
        fuzz_require(smet_term_key(SMET_VOCABULARY_FIELD, fact.field) != NULL);
        fuzz_require(fact.use >= SMET_FACT_USED && fact.value != NULL && fact.resource != NULL);
        fuzz_require(fact.path != NULL && fact.system != NULL && fact.code != NULL);
        fuzz_require(fact.effective != NULL && fact.note != NULL);
    }
    fuzz_require(smet_chart_fact(chart, count, &fact) == SMET_ERROR_INDEX);
}

static void check_answer(fuzz_writer *write, const smet_chart *chart, size_t cut)
{
    size_t length;
    smet_assessment *assessment = smet_assess(smet_chart_record(chart), NULL);
    struct answer answer = {.chart = chart,
                            .assessment = assessment,
                            .options = {.size = sizeof answer.options,
                                        .answer = (int32_t)(cut % 2),
                                        .date = "2024-05-01"}};
    fuzz_require(assessment != NULL);
    free(fuzz_write(write, &answer, cut, &length));
    fuzz_require(length > 0);
    smet_assessment_free(assessment);
}

static void read_into(smet_chart *chart, const char *text, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    size_t before, after;
    char *was = fuzz_write(write_chart, chart, 0, &before);
    smet_status_t status = smet_chart_read_fhir(chart, text, length, &error);
    char *is = fuzz_write(write_chart, chart, 0, &after);
    fuzz_require(status == SMET_OK || (before == after && memcmp(was, is, before) == 0));
    fuzz_require(status == SMET_OK || (error.status == status && error.message[0] != '\0'));
    fuzz_require(memchr(error.message, '\0', sizeof error.message) != NULL);
    free(was);
    free(is);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const char *text = (const char *)data + 1;
    size_t length = size - 1;
    smet_code_map *map = (data[0] & 1) != 0
                             ? smet_code_map_read_json(map_text, sizeof map_text - 1, NULL)
                             : NULL;
    const struct smet_chart_options options = {
        .size = sizeof options,
        .patient = (data[0] & 2) != 0 ? "p1" : NULL,
        .evaluation_date = (data[0] & 4) != 0 ? "2024-05-01" : NULL,
        .codes = map};
    smet_chart *chart = smet_chart_new(&options, NULL);
    read_into(chart, text, length);
    if ((data[0] & 8) != 0) {
        read_into(chart, text, length / 2);
        read_into(chart, text, length);
    }
    smet_chart_patient(chart);
    check_facts(chart);
    if (length % 16 == 0)
        check_answer((data[0] & 16) != 0 ? write_cards : write_fhir, chart, length);
    smet_chart_free(chart);
    smet_code_map_free(map);
    return 0;
}
