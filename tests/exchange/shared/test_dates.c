/*
 * Dates and times of FHIR as they are read: what each leaves possible, and what is none.
 * Seconds since 1970 were taken from GNU date; what is a dateTime, from FHIR R4, of which
 * a time may also come without seconds or without a zone (fhir_date.h).
 */
#include "suite.h"

#include "exchange/shared/date.h"

#include <string.h>

/* --- spans ----------------------------------------------------------------------- */

#define DAY 86400

static const struct {
    const char *text;
    int64_t from, to; /* in seconds */
    bool has_zone;
} spans[] = {
    {"2018", 1514764800, 1546300800, false},
    {"2018-06", 1527811200, 1530403200, false},
    {"2016-02", 1454284800, 1456790400, false},
    {"2016-02-29", 1456704000, 1456790400, false},
    {"1969-12-31", -DAY, 0, false},
    /* A minute, a second; without a zone as if it were UTC. */
    {"2018-06-01T10:00", 1527847200, 1527847260, false},
    {"2018-06-01T10:00:07", 1527847207, 1527847208, false},
    {"2018-06-01T10:00:07Z", 1527847207, 1527847208, true},
    {"2018-06-01T10:00Z", 1527847200, 1527847260, true},
    /* A leap second is the first of the next minute. */
    {"2016-12-31T23:59:60Z", 1483228800, 1483228801, true},
    /* Noon east of UTC came earlier. */
    {"2018-06-01T12:00:00+02:00", 1527847200, 1527847201, true},
    {"2018-06-01T04:30:00-05:30", 1527847200, 1527847201, true},
};

START_TEST(test_spans)
{
    struct smet__time time = smet__time_read(spans[_i].text);
    ck_assert(time.is_said);
    ck_assert_int_eq(time.from, spans[_i].from * 1000);
    ck_assert_int_eq(time.to, spans[_i].to * 1000);
    ck_assert_int_eq(time.has_zone, spans[_i].has_zone);
}
END_TEST

/* Of a part of a second what is finer than a millisecond is left out. */
START_TEST(test_milliseconds)
{
    struct smet__time time = smet__time_read("1970-01-01T00:00:00.0429Z");
    ck_assert_int_eq(time.from, 42);
    ck_assert_int_eq(time.to, 43);
}
END_TEST

static const char *const no_times[] = {
    "", "June", "201", "0000", "2018-", "2018-13", "2018-00", "2018-6", "2018-02-29", "2018-06-00",
    "2018-06-31", "2018-06-01 10:00", "2018T10:00", "2018-06T10:00", "2018-06-01T", "2018-06-01T10",
    "2018-06-01T24:00", "2018-06-01T10:60", "2018-06-01T10:00:61", "2018-06-01T10:00:00.",
    "2018-06-01T10:00:00x", "2018-06-01T10:00:00 ", "2018-06-01T10:00:00+",
    "2018-06-01T10:00:00+15:00",
    "2018-06-01T10:00:00+02", "2018-06-01T10:00:00+0200", "2018-06-01T10:00:00+02:60",
    "2018-06-01T10:00:00-02:", "2018-06-01T10:00:00Z ", "2018-06-01T10:00:00+02:00x",
};

START_TEST(test_no_times)
{
    ck_assert_msg(!smet__time_read(no_times[_i]).is_said, "%s", no_times[_i]);
    ck_assert(!smet__is_fhir_date(no_times[_i]));
}
END_TEST

START_TEST(test_nothing)
{
    ck_assert(!smet__time_read(NULL).is_said);
}
END_TEST

/* --- days ------------------------------------------------------------------------ */

static const struct {
    const char *text;
    int first_month, first_day, last_month, last_day; /* 0: it is none */
} days[] = {
    {"2018", 1, 1, 12, 31},
    {"2018-02", 2, 1, 2, 28},
    {"1900-02", 2, 1, 2, 28}, /* divided by 100 */
    {"2000-02", 2, 1, 2, 29}, /* and by 400 */
    {"2018-06-15", 6, 15, 6, 15},
    {"2018-06-15T", 6, 15, 6, 15}, /* what is behind a day is left out */
    {"2018-06-15T10:00:00Z", 6, 15, 6, 15},
    {"2018-06T10:00", 0, 0, 0, 0}, /* but a month has no time */
    {"2018T10:00", 0, 0, 0, 0},
    {"2018-06-15 10:00", 0, 0, 0, 0},
    {"15.6.2018", 0, 0, 0, 0},
};

START_TEST(test_days)
{
    struct smet__day first, last;
    bool is_read = smet__days_read(days[_i].text, &first, &last);
    ck_assert_int_eq(is_read, days[_i].first_day > 0);
    if (!is_read)
        return;
    ck_assert_int_eq(first.month, days[_i].first_month);
    ck_assert_int_eq(first.day, days[_i].first_day);
    ck_assert_int_eq(last.month, days[_i].last_month);
    ck_assert_int_eq(last.day, days[_i].last_day);
}
END_TEST

/* --- what may be written ----------------------------------------------------------- */

/* FHIR R4, dateTime: a time has seconds and a zone, which is at most 14:00. */
static const struct {
    const char *text;
    bool is_date;
} written[] = {
    {"2018", true},
    {"2018-06", true},
    {"2018-06-01", true},
    {"2018-06-01T10:00:00Z", true},
    {"2018-06-01T10:00:00.5+14:00", true},
    {"2018-06-01T10:00:00-11:30", true},
    {"2018-06-01T10:00:00", false},
    {"2018-06-01T10:00Z", false},
    {"2018-06-01T10:00:00+14:01", false},
    {"2018-06-01T10:00:00+14", false},
};

START_TEST(test_written)
{
    ck_assert_int_eq(smet__is_fhir_date(written[_i].text), written[_i].is_date);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *all = suite_case(suite, "dates");
    tcase_add_loop_test(all, test_spans, 0, COUNT_OF(spans));
    tcase_add_test(all, test_milliseconds);
    tcase_add_loop_test(all, test_no_times, 0, COUNT_OF(no_times));
    tcase_add_test(all, test_nothing);
    tcase_add_loop_test(all, test_days, 0, COUNT_OF(days));
    tcase_add_loop_test(all, test_written, 0, COUNT_OF(written));
}
