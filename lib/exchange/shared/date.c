#include "exchange/shared/date.h"

#include <stddef.h>
#include <string.h>

enum {
    SECOND = 1000,
    MINUTE = 60 * SECOND,
    HOUR = 60 * MINUTE,
    DAY = 24 * HOUR,
    /* Zones reach from 12 hours behind UTC to 14 before it. */
    WEST = 12 * HOUR,
    EAST = 14 * HOUR
};

/* --- reading ------------------------------------------------------------------------------ */

/* Takes so many digits off the text; false for fewer, and for a number out of bounds. */
static bool take_number(const char **text, int digits, int low, int high, int *number)
{
    int value = 0;
    for (int i = 0; i < digits; i++, (*text)++) {
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

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Reads the days that the text begins with. */
static bool take_days(const char **text, struct smet__day *first, struct smet__day *last)
{
    *first = (struct smet__day){.month = 1, .day = 1};
    *last = (struct smet__day){.month = 12, .day = 31};
    if (!take_number(text, 4, 1, 9999, &first->year))
        return false;
    last->year = first->year;
    if (!take(text, '-'))
        return true;
    if (!take_number(text, 2, 1, 12, &first->month))
        return false;
    last->month = first->month;
    last->day = days_of(first->year, first->month);
    if (!take(text, '-'))
        return true;
    if (!take_number(text, 2, 1, last->day, &first->day))
        return false;
    last->day = first->day;
    return true;
}

/* Whether what was read is one day: a month and a year begin and end on different ones. */
static bool is_one_day(struct smet__day first, struct smet__day last)
{
    return first.day == last.day;
}

/* Days since 1970, by the Gregorian calendar. */
static int64_t days_since_1970(struct smet__day day)
{
    int64_t years = day.year - 1;
    int64_t days = years * 365 + years / 4 - years / 100 + years / 400;
    for (int month = 1; month < day.month; month++)
        days += days_of(day.year, month);
    return days + day.day - 1 - 719162;
}

/* The part of a second; what is finer than a millisecond is left out. */
static bool take_fraction(const char **text, int *milliseconds)
{
    int scale = 100, digits = 0;
    for (; **text >= '0' && **text <= '9'; (*text)++, digits++) {
        *milliseconds += (**text - '0') * scale;
        scale /= 10;
    }
    return digits > 0;
}

/* A time of day and how long it may be; seconds may be 60, as in a leap second. */
static bool take_clock(const char **text, int64_t *from, int64_t *length)
{
    int hour, minute, second = 0, milliseconds = 0;
    *length = MINUTE;
    if (!take_number(text, 2, 0, 23, &hour) || !take(text, ':') ||
        !take_number(text, 2, 0, 59, &minute))
        return false;
    if (take(text, ':')) {
        *length = SECOND;
        if (!take_number(text, 2, 0, 60, &second))
            return false;
        if (take(text, '.')) {
            *length = 1;
            if (!take_fraction(text, &milliseconds))
                return false;
        }
    }
    *from = (int64_t)hour * HOUR + (int64_t)minute * MINUTE + (int64_t)second * SECOND +
            milliseconds;
    return true;
}

/* A zone, or none, as what it is ahead of UTC. */
static bool take_zone(const char **text, bool *has_zone, int64_t *ahead)
{
    int hours, minutes;
    *ahead = 0;
    *has_zone = true;
    if (take(text, 'Z'))
        return true;
    if (**text == '\0') {
        *has_zone = false;
        return true;
    }
    bool is_behind = take(text, '-');
    if (!is_behind && !take(text, '+'))
        return false;
    if (!take_number(text, 2, 0, 14, &hours) || !take(text, ':') ||
        !take_number(text, 2, 0, 59, &minutes))
        return false;
    *ahead = (int64_t)hours * HOUR + (int64_t)minutes * MINUTE;
    if (is_behind)
        *ahead = -*ahead;
    return true;
}

struct smet__time smet__time_read(const char *text)
{
    static const struct smet__time none = {.is_said = false};
    struct smet__day first, last;
    struct smet__time time = {.is_said = true};
    if (text == NULL || !take_days(&text, &first, &last))
        return none;
    time.from = days_since_1970(first) * DAY;
    time.to = (days_since_1970(last) + 1) * DAY;
    if (*text == '\0')
        return time;
    int64_t clock, length, ahead;
    if (!is_one_day(first, last) || !take(&text, 'T') || !take_clock(&text, &clock, &length) ||
        !take_zone(&text, &time.has_zone, &ahead) || *text != '\0')
        return none;
    time.from += clock - ahead;
    time.to = time.from + length;
    return time;
}

bool smet__days_read(const char *text, struct smet__day *first, struct smet__day *last)
{
    if (!take_days(&text, first, last))
        return false;
    return *text == '\0' || (*text == 'T' && is_one_day(*first, *last));
}

/* --- what may be written ------------------------------------------------------------------ */

/* A zone as the standard has it: `Z`, or an offset of at most 14 hours. */
static bool take_written_zone(const char **text)
{
    int hours, minutes;
    if (take(text, 'Z'))
        return true;
    return (take(text, '+') || take(text, '-')) && take_number(text, 2, 0, 14, &hours) &&
           take(text, ':') && take_number(text, 2, 0, hours == 14 ? 0 : 59, &minutes);
}

/* Where a time is written, it has seconds and a zone. */
static bool take_written_time(const char **text)
{
    int64_t from, length;
    return take_clock(text, &from, &length) && length <= SECOND && take_written_zone(text);
}

bool smet__is_fhir_date(const char *text)
{
    struct smet__day first, last;
    if (!take_days(&text, &first, &last))
        return false;
    if (*text == '\0')
        return true;
    return is_one_day(first, last) && take(&text, 'T') && take_written_time(&text) && *text == '\0';
}

bool smet__is_instant(const char *date)
{
    return strchr(date, 'T') != NULL;
}

/* --- comparing ---------------------------------------------------------------------------- */

int smet__years_between(struct smet__day from, struct smet__day to)
{
    int years = to.year - from.year;
    bool is_before = to.month < from.month || (to.month == from.month && to.day < from.day);
    return years - is_before;
}

int64_t smet__time_end(struct smet__time time, bool has_zone)
{
    if (time.has_zone == has_zone)
        return time.to;
    /* A day ends last in the west; a moment was on the latest day in the east. */
    return time.has_zone ? time.to + EAST : time.to + WEST;
}
