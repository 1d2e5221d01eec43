/*
 * Answers and definitions with any options: a struct of any size, a style, a date
 * and an id of any letters, any index.
 */
#include "fuzz.h"

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>

static size_t write_catalogue(const void *style, char *text, size_t capacity)
{
    return smet_catalogue_write_json(*(const int32_t *)style, text, capacity);
}

struct wanted {
    size_t index;
    int32_t style;
};

static size_t write_definition(const void *subject, char *text, size_t capacity)
{
    const struct wanted *wanted = subject;
    return smet_definition_write(wanted->index, wanted->style, text, capacity);
}

static void answer(struct fuzz_input *input)
{
    char *patient = fuzz_text(input, 70), *date = fuzz_text(input, 40);
    uint8_t flags = fuzz_byte(input);
    struct smet_answer_options options = {
        .size = flags < 200 ? (uint32_t)sizeof options : fuzz_byte(input) % sizeof options,
        .style = fuzz_number(input),
        .answer = fuzz_number(input),
        .patient = (flags & 1) != 0 ? patient : NULL,
        .date = (flags & 2) != 0 ? date : NULL};
    smet_record *record = smet_record_new();
    for (int i = 0; i < 6; i++)
        smet_record_set(record, fuzz_number(input), fuzz_number(input), NULL);
    smet_assessment *assessment = smet_assess(record, NULL);
    size_t capacity = 256 * (size_t)fuzz_byte(input);
    char *text = fuzz_memory(capacity);
    size_t length = smet_assessment_write_fhir(assessment, NULL, &options, text, capacity);
    fuzz_require(capacity == 0 || memchr(text, '\0', capacity) != NULL);
    size_t cards = smet_assessment_write_cards(assessment, NULL, &options, text, capacity);
    fuzz_require((length == 0) == (cards == 0));
    free(text);
    smet_assessment_free(assessment);
    smet_record_free(record);
    free(patient);
    free(date);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = {data, size};
    size_t length;
    struct wanted wanted = {fuzz_index(&input), fuzz_number(&input)};
    const char *name = smet_definition_name(wanted.index);
    fuzz_require((name != NULL) == (wanted.index < smet_definition_count()));
    if (fuzz_byte(&input) < 8) {
        free(fuzz_write(write_definition, &wanted, fuzz_byte(&input), &length));
        fuzz_require(length == 0 || name != NULL);
        free(fuzz_write(write_catalogue, &wanted.style, fuzz_byte(&input), &length));
    }
    for (int i = 0; i < 4 && input.left > 0; i++)
        answer(&input);
    return 0;
}
