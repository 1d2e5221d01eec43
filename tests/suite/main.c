/*
 * main() of every test program that takes no arguments.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

/* Suites are called as their programs: what is behind "test_", up to a dot. */
int main(int count, char **arguments)
{
    static char name[64];
    const char *begin = count > 0 ? strstr(arguments[0], "test_") : NULL;
    for (const char *at = begin; at != NULL; at = strstr(begin, "test_"))
        begin = at + sizeof "test_" - 1;
    if (begin != NULL)
        snprintf(name, sizeof name, "%.*s", (int)strcspn(begin, "."), begin);
    Suite *suite = suite_create(name);
    suite_tests(suite);
    return suite_run(suite);
}
