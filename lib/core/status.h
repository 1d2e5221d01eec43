/*
 * The table of statuses, for walking.
 */
#ifndef SMET_CORE_STATUS_H
#define SMET_CORE_STATUS_H

#include <sacralmet/status.h>

struct smet__status_row {
    smet_status_t status;
    const char *name;
    const char *text;
};

extern const struct smet__status_row smet__statuses[];
extern const size_t smet__status_count;

#endif
