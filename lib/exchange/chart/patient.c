/*
 * Age, from the birth date and the day that the caller gives.
 */
#include "exchange/chart/read.h"

enum { OLDEST = 120 };

/* The ages that a birth date of any precision leaves possible; empty for one that cannot be. */
static struct smet_values ages(const struct smet__reading *reading, const char *birth_date)
{
    struct smet_values says = {{0}};
    struct smet__day first, last;
    if (!smet__days_read(birth_date, &first, &last))
        return says;
    int youngest = smet__years_between(last, reading->chart->evaluation);
    int oldest = smet__years_between(first, reading->chart->evaluation);
    for (int age = youngest < 0 ? 0 : youngest; age <= oldest && age <= OLDEST; age++)
        smet__values_add(&says, age);
    return says;
}

void smet__read_patient(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    const char *birth_date = smet__string(reading, source->place, source->json, "birthDate");
    if (birth_date == NULL || !reading->chart->has_evaluation)
        return;
    struct smet__place at = smet__at(source->place, "birthDate");
    struct smet__statement statement = {
        .place = &at,
        .field = SMET_FIELD_AGE_YEARS,
        .says = ages(reading, birth_date),
        .outranks = true,
        .note = "Completed years on the day of evaluation.",
    };
    if (smet__values_empty(statement.says)) {
        statement.use = SMET_FACT_UNREADABLE;
        statement.reason =
            "No birth date that gives an age from 0 to 120 on the day of evaluation.";
    }
    source->is_standing = true;
    smet__add_fact(source, &statement);
}
