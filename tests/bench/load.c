/*
 * The time that dlopen() and dlclose() of libraries take, in turns. Prints of
 * each the least and the median time in microseconds, one library a line.
 *
 * usage: load RUNS LIBRARY...
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double microseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec * 1e-3;
}

static double load_once(const char *path)
{
    double start = microseconds();
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        exit(1);
    }
    dlclose(library);
    return microseconds() - start;
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[1]) : 0, libraries = argc - 2;
    if (runs < 1) {
        fputs("usage: load RUNS LIBRARY...\n", stderr);
        return 2;
    }
    double *times = calloc((size_t)runs * (size_t)libraries, sizeof *times);
    if (times == NULL)
        return 1;
    for (int run = -1; run < runs; run++) /* the first one warms up */
        for (int i = 0; i < libraries; i++) {
            double taken = load_once(argv[i + 2]);
            if (run >= 0)
                times[i * runs + run] = taken;
        }
    for (int i = 0; i < libraries; i++) {
        /* One that stays after dlclose() would not have been loaded again. */
        if (dlopen(argv[i + 2], RTLD_NOW | RTLD_NOLOAD) != NULL) {
            fprintf(stderr, "%s: is not unloaded\n", argv[i + 2]);
            return 1;
        }
        qsort(times + i * runs, (size_t)runs, sizeof *times, compare);
        printf("%.3f %.3f\n", times[i * runs], times[i * runs + runs / 2]);
    }
    free(times);
    return 0;
}
