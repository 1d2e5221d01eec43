/*
 * One JSON object a line on standard input: a record, or a FHIR resource; one line
 * on standard output for each: the scores of the record, or of the chart that the
 * resource gives, as {"sins": {"minimum": 0, ...}, ...}; for what is refused
 * {"error": TEXT}.
 */
#include "lines.h"

#include <sacralmet/sacralmet.h>

#include <stdio.h>
#include <string.h>

static void print_bits(const char *name, uint64_t bits)
{
    const char *separator = "";
    printf(",\"%s\":[", name);
    for (int bit = 0; bit < 64; bit++)
        if ((bits >> bit & 1) != 0) {
            printf("%s%d", separator, bit);
            separator = ",";
        }
    printf("]");
}

static void print_bands(const struct smet_score *score)
{
    const char *separator = "";
    printf(",\"bands\":[");
    for (int32_t band = 0; band < SMET_BANDS_MAX; band++) {
        struct smet_band_info info = {.size = sizeof info};
        if ((score->bands >> band & 1) == 0 ||
            smet_band_describe(score->instrument, band, &info) != SMET_OK)
            continue;
        printf("%s\"%s\"", separator, info.key);
        separator = ",";
    }
    printf("]");
}

static int print_scores(const smet_record *record)
{
    putchar('{');
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_score score = {.size = sizeof score};
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        if (smet_record_score(record, instrument, &score, NULL) != SMET_OK)
            return 1;
        printf("%s\"%s\":{\"minimum\":%d,\"maximum\":%d", i == 0 ? "" : ",",
               smet_term_key(SMET_VOCABULARY_INSTRUMENT, instrument), (int)score.minimum,
               (int)score.maximum);
        print_bits("totals", score.totals);
        print_bands(&score);
        putchar('}');
    }
    return puts("}") == EOF;
}

static int score_chart(const char *line, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = smet_chart_new(NULL, &error);
    int failed = chart == NULL || smet_chart_read_fhir(chart, line, length, &error) != SMET_OK
                     ? lines_refuse(&error)
                     : print_scores(smet_chart_record(chart));
    smet_chart_free(chart);
    return failed;
}

static int score_record(const char *line, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_record *record = smet_record_new();
    int failed = record == NULL || smet_record_read_json(record, line, length, &error) != SMET_OK
                     ? lines_refuse(&error)
                     : print_scores(record);
    smet_record_free(record);
    return failed;
}

static int score_line(const char *line, size_t length)
{
    return (strstr(line, "\"resourceType\"") != NULL ? score_chart : score_record)(line, length);
}

int main(void)
{
    return lines_answer("score-lines", score_line);
}
