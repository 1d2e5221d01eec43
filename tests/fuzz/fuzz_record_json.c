/*
 * Any bytes as record JSON. What is read can be written, read back, and assessed;
 * what is refused leaves the record as it was and gets an error in UTF-8 words.
 */
#include "fuzz.h"

#include <sacralmet/exchange.h>

static size_t write_record(const void *record, char *text, size_t capacity)
{
    return smet_record_write_json(record, SMET_JSON_COMPACT, text, capacity);
}

static size_t write_assessment(const void *assessment, char *text, size_t capacity)
{
    return smet_assessment_write_json(assessment, SMET_JSON_INDENTED, text, capacity);
}

static size_t write_scores(const void *assessment, char *text, size_t capacity)
{
    return smet_assessment_write_scores_json(assessment, SMET_JSON_COMPACT, text, capacity);
}

static void check_error(smet_status_t status, const struct smet_error *error)
{
    fuzz_require(error->status == status && smet_status_name(status) != NULL);
    fuzz_require(memchr(error->message, '\0', sizeof error->message) != NULL);
    fuzz_require(error->message[0] != '\0');
}

static void check_read(const smet_record *record, size_t cut)
{
    size_t length, again;
    char *text = fuzz_write(write_record, record, cut, &length);
    smet_record *back = smet_record_new();
    fuzz_require(smet_record_read_json(back, text, length, NULL) == SMET_OK);
    char *second = fuzz_write(write_record, back, 0, &again);
    fuzz_require(length == again && memcmp(text, second, length) == 0);
    free(text);
    free(second);
    smet_record_free(back);

    smet_assessment *assessment = smet_assess(record, NULL);
    free(fuzz_write(write_assessment, assessment, cut, &length));
    fuzz_require(length > 0);
    free(fuzz_write(write_scores, assessment, cut, &length));
    fuzz_require(length > 0);
    smet_assessment_free(assessment);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    smet_record *record = smet_record_new();
    smet_record_set(record, SMET_FIELD_PAIN, SMET_PAIN_MECHANICAL, NULL);
    size_t length;
    char *before = fuzz_write(write_record, record, 0, &length);
    struct smet_error error = {.size = sizeof error};
    smet_status_t status = smet_record_read_json(record, (const char *)data, size, &error);
    if (status == SMET_OK) {
        check_read(record, size);
    } else {
        size_t after;
        check_error(status, &error);
        char *unchanged = fuzz_write(write_record, record, 0, &after);
        fuzz_require(length == after && memcmp(before, unchanged, length) == 0);
        free(unchanged);
    }
    free(before);
    smet_record_free(record);
    return 0;
}
