/*
 * The options of an answer, checked once for all that write one.
 */
#include "exchange/answer.h"

#include "core/errors.h"
#include "exchange/json.h"

#include <string.h>

bool smet__is_fhir_id(const char *text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789-.";
    size_t length = strlen(text);
    return length >= 1 && length <= 64 && strspn(text, allowed) == length;
}

/* --- dates -------------------------------------------------------------------- */

/* Takes `count` digits off the text as a number within bounds. */
static bool take_number(const char **text, int count, int low, int high, int *number)
{
    int value = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9')
            return false;
        value = value * 10 + (**text - '0');
    }
    *number = value;
    return value >= low && value <= high;
}

static bool take(const char **text, char wanted)
{
    if (**text != wanted)
        return false;
    (*text)++;
    return true;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

/* `Z`, or an offset of at most 14 hours. */
static bool take_zone(const char **text)
{
    int hours, minutes;
    if (take(text, 'Z'))
        return true;
    return (take(text, '+') || take(text, '-')) && take_number(text, 2, 0, 14, &hours) &&
           take(text, ':') && take_number(text, 2, 0, hours == 14 ? 0 : 59, &minutes);
}

/* Seconds may be 60, as in a leap second. */
static bool take_time(const char **text)
{
    int number;
    if (!take_number(text, 2, 0, 23, &number) || !take(text, ':') ||
        !take_number(text, 2, 0, 59, &number) || !take(text, ':') ||
        !take_number(text, 2, 0, 60, &number))
        return false;
    if (take(text, '.')) {
        size_t digits = strspn(*text, "0123456789");
        *text += digits;
        if (digits == 0)
            return false;
    }
    return take_zone(text);
}

bool smet__is_fhir_date(const char *text)
{
    int year, month, day;
    if (!take_number(&text, 4, 1, 9999, &year))
        return false;
    if (*text == '\0')
        return true;
    if (!take(&text, '-') || !take_number(&text, 2, 1, 12, &month))
        return false;
    if (*text == '\0')
        return true;
    if (!take(&text, '-') || !take_number(&text, 2, 1, days_of(year, month), &day))
        return false;
    if (*text == '\0')
        return true;
    return take(&text, 'T') && take_time(&text) && *text == '\0';
}

bool smet__is_instant(const char *date)
{
    return strchr(date, 'T') != NULL;
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
