/*
 * Cells: pairs of a field's key and a text, for one record. A refused one changes
 * nothing; one that is taken narrows.
 */
#include "fuzz.h"

static uint64_t possible_of(const smet_record *record, smet_field_t field)
{
    smet_value_t values[128];
    size_t count = smet_record_values(record, field, values, 128);
    uint64_t sum = 0;
    fuzz_require(count > 0 && count <= 128);
    for (size_t i = 0; i < count; i++)
        sum = sum * 131 + (uint64_t)values[i] + 1;
    return sum;
}

static void enter(smet_record *record, struct fuzz_input *input)
{
    uint8_t byte = fuzz_byte(input);
    const char *key = smet_term_key(SMET_VOCABULARY_FIELD, byte);
    char *own_key = key == NULL ? fuzz_text(input, 40) : NULL;
    char *text = fuzz_text(input, 80);
    smet_field_t field = key == NULL ? SMET_FIELD_INVALID : byte;
    size_t before = field < 0 ? 0 : smet_record_values(record, field, NULL, 0);
    uint64_t sum = field < 0 ? 0 : possible_of(record, field);
    struct smet_error error = {.size = sizeof error};
    smet_status_t status =
        smet_record_set_text(record, key == NULL ? own_key : key, text, &error);
    if (status == SMET_OK && field >= 0)
        fuzz_require(smet_record_values(record, field, NULL, 0) <= before);
    if (status != SMET_OK) {
        fuzz_require(error.status == status && error.message[0] != '\0');
        fuzz_require(memchr(error.message, '\0', sizeof error.message) != NULL);
        fuzz_require(field < 0 || possible_of(record, field) == sum);
    }
    free(own_key);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = {data, size};
    smet_record *record = smet_record_new();
    while (input.left > 0)
        enter(record, &input);
    smet_record_free(record);
    return 0;
}
