/*
 * From a text to a tree.
 */
#ifndef SMET_EXCHANGE_CHART_PARSE_H
#define SMET_EXCHANGE_CHART_PARSE_H

#include <sacralmet/chart.h>

#include <jansson.h>

/* Parses a text, without keys that stand twice; `*root` is for the caller to let go. */
smet_status_t smet__chart_parse(const char *text, size_t length, json_t **root,
                                struct smet_error *error);

#endif
