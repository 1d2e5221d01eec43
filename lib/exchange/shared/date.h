/*
 * Dates and times of FHIR, of any precision.
 */
#ifndef SMET_EXCHANGE_FHIR_DATE_H
#define SMET_EXCHANGE_FHIR_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct smet__day {
    int year, month, day;
};

/*
 * The span of time that a text leaves possible, in milliseconds since 1970 in UTC,
 * or, without a zone, as if it were UTC; `to` is behind its end.
 */
struct smet__time {
    int64_t from, to;
    bool is_said;
    bool has_zone;
};

/* Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a dateTime; what is none of them is not said. */
struct smet__time smet__time_read(const char *text);

/*
 * Reads a date of any precision as its first and its last day; false when it is
 * none. A time behind the day is left out.
 */
bool smet__days_read(const char *text, struct smet__day *first, struct smet__day *last);

/* Completed years from one day to another; negative when it has not come yet. */
int smet__years_between(struct smet__day from, struct smet__day to);

/*
 * The moment from which on everything is certainly later than `time`, as something
 * with or without a zone sees it.
 */
int64_t smet__time_end(struct smet__time time, bool has_zone);

/*
 * Whether a text may be written as a FHIR R4 dateTime: of a day that exists; a time
 * needs seconds and a zone. What is read may be less exact.
 */
bool smet__is_fhir_date(const char *text);

/* Whether such a dateTime has a time, so that it is an instant too. */
bool smet__is_instant(const char *date);

#endif
