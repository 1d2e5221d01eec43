/*
 * Formats into a text that grows.
 */
#ifndef SMET_EXCHANGE_PRINT_H
#define SMET_EXCHANGE_PRINT_H

#include "exchange/markdown.h"

#if defined(__GNUC__)
#define SMET__PRINTS(words, first) __attribute__((format(printf, words, first)))
#else
#define SMET__PRINTS(words, first)
#endif

void smet__print(struct smet__words *words, const char *format, ...) SMET__PRINTS(2, 3);

#endif
