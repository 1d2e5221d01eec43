/*
 * Formats into a text that grows.
 */
#ifndef SMET_EXCHANGE_PRINT_H
#define SMET_EXCHANGE_PRINT_H

#include "base/errors.h"
#include "exchange/shared/markdown.h"

void smet__print(struct smet__words *words, const char *format, ...) SMET__FORMAT(2, 3);

#endif
