/*
 * The options of an answer, checked once for all that write one.
 */
#include "exchange/shared/answer.h"

#include "base/errors.h"
#include "exchange/shared/date.h"
#include "exchange/json/write.h"

#include <string.h>

bool smet__is_fhir_id(const char *text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789-.";
    size_t length = strlen(text);
    return length >= 1 && length <= 64 && strspn(text, allowed) == length;
}

/* --- options ------------------------------------------------------------------ */

static bool is_checked(const struct smet_answer_options *options)
{
    return smet__struct_check(options, sizeof *options) == SMET_OK &&
           smet__is_style(options->style) && options->reserved == 0 &&
           (options->answer == SMET_ANSWER_FULL || options->answer == SMET_ANSWER_SCORES) &&
           (options->date == NULL || smet__is_fhir_date(options->date));
}

static const char *without_type(const char *patient)
{
    static const char type[] = "Patient/";
    size_t length = sizeof type - 1;
    return strncmp(patient, type, length) == 0 ? patient + length : patient;
}

/* The patient who was named and the chart's must be one. A chart's patient who has no id
 * yet, as in a transaction, can be named. */
static bool read_patient(struct smet__answer *answer, const char *named)
{
    const char *charted = smet_chart_patient(answer->chart);
    if (charted != NULL && smet__is_fhir_id(charted))
        answer->patient = charted;
    else if (named == NULL)
        answer->patient_url = charted;
    if (named == NULL)
        return true;
    named = without_type(named);
    if (answer->patient != NULL && strcmp(named, answer->patient) != 0)
        return false;
    answer->patient = named;
    return smet__is_fhir_id(named);
}

bool smet__answer_read(const smet_assessment *assessment, const smet_chart *chart,
                       const struct smet_answer_options *options, struct smet__answer *answer)
{
    static const struct smet_answer_options none = {.size = sizeof none};
    if (options == NULL)
        options = &none;
    if (assessment == NULL || !is_checked(options))
        return false;
    *answer = (struct smet__answer){
        .assessment = assessment,
        .chart = chart,
        .style = options->style,
        .scores_only = options->answer == SMET_ANSWER_SCORES,
        .date = options->date,
    };
#ifdef SMET__SCORES_ONLY
    answer->scores_only = true;
#endif
    return read_patient(answer, options->patient);
}
