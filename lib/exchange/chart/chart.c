/*
 * Charts: what was read goes into one as a whole or not at all.
 */
#include "exchange/chart/chart.h"

#include "base/errors.h"
#include "exchange/chart/parse.h"
#include "exchange/chart/read.h"
#include "exchange/json/explain.h"

#include <stdlib.h>
#include <string.h>

/* --- a new chart -------------------------------------------------------------------------- */

static smet_status_t take_patient(smet_chart *chart, const char *patient, struct smet_error *error)
{
    const char *name = smet__patient_name(patient);
    if (name[0] == '\0' || !smet__is_utf8(name, strlen(name)))
        return smet__refuse(error, SMET_ERROR_SYNTAX, SMET_FIELD_INVALID,
                            "patient: an id is needed.");
    chart->patient = smet__text_copy(&chart->texts, name, strlen(name));
    chart->is_named = true;
    return chart->patient == NULL ? smet__refuse_no_memory(error) : SMET_OK;
}

static smet_status_t take_evaluation(smet_chart *chart, const char *date, struct smet_error *error)
{
    struct smet__day last;
    if (strlen(date) != sizeof chart->evaluation_text - 1 ||
        !smet__days_read(date, &chart->evaluation, &last))
        return smet__refuse(error, SMET_ERROR_SYNTAX, SMET_FIELD_INVALID,
                            "evaluation_date: a date is needed, as YYYY-MM-DD.");
    memcpy(chart->evaluation_text, date, sizeof chart->evaluation_text);
    chart->has_evaluation = true;
    return SMET_OK;
}

static smet_status_t take_options(smet_chart *chart, const struct smet_chart_options *options,
                                  struct smet_error *error)
{
    smet_status_t status = SMET_OK;
    chart->codes = options->codes;
    if (options->patient != NULL)
        status = take_patient(chart, options->patient, error);
    if (status == SMET_OK && options->evaluation_date != NULL)
        status = take_evaluation(chart, options->evaluation_date, error);
    return status;
}

static smet_status_t check_options(const struct smet_chart_options *options,
                                   struct smet_error *error)
{
    smet_status_t status = options == NULL ? SMET_OK : smet__struct_check(options, sizeof *options);
    if (status == SMET_OK && options != NULL && options->reserved != 0)
        status = SMET_ERROR_STRUCT_TAIL;
    return status == SMET_OK ? SMET_OK
                             : smet__refuse(error, status, SMET_FIELD_INVALID, "options: %s",
                                            smet_status_text(status));
}

smet_chart *smet_chart_new(const struct smet_chart_options *options, struct smet_error *error)
{
    if (smet__error_check(error) != SMET_OK || check_options(options, error) != SMET_OK)
        return NULL;
    smet_chart *chart = calloc(1, sizeof *chart);
    smet_status_t status = SMET_OK;
    if (chart != NULL)
        chart->record = smet_record_new();
    if (chart == NULL || chart->record == NULL)
        status = smet__refuse_no_memory(error);
    else if (options != NULL)
        status = take_options(chart, options, error);
    if (status == SMET_OK)
        return chart;
    smet_chart_free(chart);
    return NULL;
}

void smet_chart_free(smet_chart *chart)
{
    if (chart == NULL)
        return;
    smet_record_free(chart->record);
    smet__texts_free(&chart->texts);
    smet__names_free(&chart->aliases);
    smet__names_free(&chart->primaries);
    free(chart->facts);
    free(chart->order);
    free(chart);
}

/* --- taking over what was read ------------------------------------------------------------ */

/* What the chart will hold, made before anything of it is changed. */
struct next {
    smet_record *record;
    struct smet__fact *facts;
    uint32_t *order;
    size_t count;
    struct smet__names aliases, primaries;
};

static bool join_names(struct smet__names *joined, const struct smet__names *a,
                       const struct smet__names *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!smet__names_add(joined, a->of[i]))
            return false;
    for (size_t i = 0; i < b->count; i++)
        if (!smet__names_add(joined, b->of[i]))
            return false;
    smet__names_sort(joined);
    return true;
}

static bool make_next(const smet_chart *chart, const struct smet__reading *reading,
                      struct next *next)
{
    next->count = chart->fact_count + reading->count;
    next->facts = malloc((next->count + 1) * sizeof *next->facts);
    next->order = malloc((next->count + 1) * sizeof *next->order);
    if (next->facts == NULL || next->order == NULL ||
        !join_names(&next->aliases, &chart->aliases, &reading->aliases) ||
        !join_names(&next->primaries, &chart->primaries, &reading->primaries))
        return false;
    if (chart->fact_count > 0)
        memcpy(next->facts, chart->facts, chart->fact_count * sizeof *next->facts);
    if (reading->count > 0)
        memcpy(next->facts + chart->fact_count, reading->facts,
               reading->count * sizeof *next->facts);
    next->record = smet__resolve(next->facts, next->count, next->order, &next->primaries,
                                 chart->orphans + reading->orphans);
    return next->record != NULL;
}

static void free_next(struct next *next)
{
    smet__names_free(&next->aliases);
    smet__names_free(&next->primaries);
    free(next->facts);
    free(next->order);
}

static void take_over(smet_chart *chart, struct smet__reading *reading, struct next *next)
{
    smet_record_free(chart->record);
    smet__names_free(&chart->aliases);
    smet__names_free(&chart->primaries);
    free(chart->facts);
    free(chart->order);
    chart->record = next->record;
    chart->facts = next->facts;
    chart->order = next->order;
    chart->fact_count = next->count;
    chart->aliases = next->aliases;
    chart->primaries = next->primaries;
    chart->orphans += reading->orphans;
    chart->serial = reading->serial;
    chart->patient = reading->patient;
    chart->is_named = reading->is_named;
    smet__texts_move(&chart->texts, &reading->texts);
}

static smet_status_t commit(smet_chart *chart, struct smet__reading *reading)
{
    struct next next = {.record = NULL};
    if (make_next(chart, reading, &next)) {
        take_over(chart, reading, &next);
        return SMET_OK;
    }
    free_next(&next);
    return smet__refuse_no_memory(reading->error);
}

/* --- reading ------------------------------------------------------------------------------ */

static smet_status_t read_tree(smet_chart *chart, const json_t *root, struct smet_error *error)
{
    struct smet__reading reading = {
        .chart = chart,
        .error = error,
        .patient = chart->patient,
        .is_named = chart->is_named,
        .serial = chart->serial,
    };
    smet__read_root(&reading, root);
    smet_status_t status = reading.status == SMET_OK ? commit(chart, &reading) : reading.status;
    smet__texts_free(&reading.texts);
    smet__names_free(&reading.aliases);
    smet__names_free(&reading.devices);
    smet__names_free(&reading.primaries);
    free(reading.facts);
    return status;
}

smet_status_t smet_chart_read_fhir(smet_chart *chart, const char *text, size_t length,
                                   struct smet_error *error)
{
    json_t *root = NULL;
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    if (chart == NULL || text == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID, "The %s is NULL.",
                            chart == NULL ? "chart" : "text");
    status = smet__chart_parse(text, length, &root, error);
    if (status == SMET_OK)
        status = read_tree(chart, root, error);
    json_decref(root);
    return status;
}

/* --- what it holds ------------------------------------------------------------------------ */

const smet_record *smet_chart_record(const smet_chart *chart)
{
    return chart == NULL ? NULL : chart->record;
}

const char *smet_chart_patient(const smet_chart *chart)
{
    return chart == NULL ? NULL : chart->patient;
}

size_t smet_chart_fact_count(const smet_chart *chart)
{
    return chart == NULL ? 0 : chart->fact_count;
}

smet_status_t smet_chart_fact(const smet_chart *chart, size_t index, struct smet_chart_fact *fact)
{
    smet_status_t status = smet__struct_check(fact, sizeof *fact);
    if (chart == NULL || fact == NULL)
        return SMET_ERROR_NULL_ARGUMENT;
    if (status != SMET_OK)
        return status;
    if (index >= chart->fact_count)
        return SMET_ERROR_INDEX;
    const struct smet__fact *own = &chart->facts[chart->order[index]];
    struct smet_chart_fact filled = {
        .field = own->field,
        .use = own->use,
        .is_mapping = own->is_mapping,
        .value = own->value,
        .resource = own->resource,
        .path = own->path,
        .system = own->system,
        .code = own->code,
        .effective = own->effective,
        .note = own->note,
    };
    smet__struct_fill(fact, &filled, sizeof filled);
    return SMET_OK;
}
