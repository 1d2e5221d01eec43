/* Any bytes as a map of codes: it is refused with words, or a chart can use it. */
#include "fuzz.h"

#include <sacralmet/chart.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char condition[] =
        "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},"
        "\"code\":{\"coding\":[{\"system\":\"urn:x\",\"code\":\"1\"}]},"
        "\"bodySite\":[{\"coding\":[{\"system\":\"urn:x\",\"code\":\"2\"}]}]}";
    struct smet_error error = {.size = sizeof error};
    smet_code_map *map = smet_code_map_read_json((const char *)data, size, &error);
    if (map == NULL) {
        fuzz_require(error.status != SMET_OK && error.message[0] != '\0');
        fuzz_require(memchr(error.message, '\0', sizeof error.message) != NULL);
        return 0;
    }
    const struct smet_chart_options options = {.size = sizeof options, .codes = map};
    smet_chart *chart = smet_chart_new(&options, NULL);
    fuzz_require(smet_chart_read_fhir(chart, condition, sizeof condition - 1, NULL) == SMET_OK);
    fuzz_require(smet_chart_record(chart) != NULL);
    smet_chart_free(chart);
    smet_code_map_free(map);
    return 0;
}
