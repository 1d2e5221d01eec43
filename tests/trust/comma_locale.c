/*
 * Loaded into a program before it starts: it runs in the locale of its
 * environment, and ends at once unless that has a comma where C has a point.
 * Programs begin in the locale "C" whatever the environment says; without this
 * nothing would be tested.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void use_the_locale(void)
{
    char text[16];
    char *end;
    setlocale(LC_ALL, "");
    snprintf(text, sizeof text, "%.1f", 1.5);
    if (strcmp(text, "1,5") != 0 || strtod("1,5", &end) != 1.5 || *end != '\0') {
        fprintf(stderr, "no comma: 1.5 is written %s\n", text);
        abort();
    }
}
