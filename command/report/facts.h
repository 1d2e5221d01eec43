/*
 * Where the facts of a chart come from, for a reader.
 */
#ifndef SACRALMET_TOOLS_FACTS_H
#define SACRALMET_TOOLS_FACTS_H

#include "report/report.h"

#include <sacralmet/chart.h>

/* Lists every fact with its place, those that do not count with the reason. */
void facts_write(FILE *out, const smet_chart *chart, const struct report_style *style);

#endif
