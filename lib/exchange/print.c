#include "exchange/print.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void print(struct smet__words *words, size_t room, const char *format, va_list list)
{
    char *text = malloc(room);
    if (text == NULL || vsnprintf(text, room, format, list) < 0)
        words->has_failed = true;
    else
        smet__say(words, text);
    free(text);
}

void smet__print(struct smet__words *words, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    va_start(list, format);
    print(words, length < 0 ? 0 : (size_t)length + 1, format, list);
    va_end(list);
}
