#include "exchange/definitions/print.h"

#include "base/never.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void print(struct smet__words *words, size_t room, const char *format, va_list list)
{
    char *text = malloc(room);
    if (text == NULL) {
        words->has_failed = true;
        return;
    }
    vsnprintf(text, room, format, list);
    smet__say(words, text);
    free(text);
}

void smet__print(struct smet__words *words, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    /* Never: what is formatted are short texts and numbers. */
    if (SMET__NEVER(length < 0)) {
        words->has_failed = true;
        return;
    }
    va_start(list, format);
    print(words, (size_t)length + 1, format, list);
    va_end(list);
}
