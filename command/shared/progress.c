#define _POSIX_C_SOURCE 200809L
#include "shared/progress.h"

#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const double INTERVAL = 0.1;

/* Rows between two looks at the clock. */
enum { ROWS_PER_LOOK = 64 };

enum { BAR_WIDTH = 24 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void progress_begin(struct progress *progress, int input, bool output_is_terminal)
{
    struct stat about;
    *progress = (struct progress){.is_shown = isatty(STDERR_FILENO) && !output_is_terminal};
    if (fstat(input, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0)
        progress->size = (uint64_t)about.st_size;
    progress->began = progress->drawn = now();
}

static void draw_bar(double part)
{
    char bar[BAR_WIDTH + 1];
    for (int i = 0; i < BAR_WIDTH; i++)
        bar[i] = i < part * BAR_WIDTH ? '#' : '-';
    bar[BAR_WIDTH] = '\0';
    fprintf(stderr, "[%s] %3.0f %%  ", bar, part * 100);
}

static void draw(const struct progress *progress, uint64_t rows, uint64_t bytes)
{
    double elapsed = progress->drawn - progress->began;
    double part = progress->size == 0 ? 0 : (double)bytes / (double)progress->size;
    fputc('\r', stderr);
    if (part > 0 && part <= 1)
        draw_bar(part);
    fprintf(stderr, "%llu rows  %.0f rows/s", (unsigned long long)rows, (double)rows / elapsed);
    if (part > 0 && part <= 1) {
        unsigned long left = (unsigned long)(elapsed * (1 - part) / part + 0.5);
        fprintf(stderr, "  %lu:%02lu left", left / 60, left % 60);
    }
    fputs("\033[K", stderr);
    fflush(stderr);
}

void progress_step(struct progress *progress, uint64_t rows, uint64_t bytes)
{
    if (!progress->is_shown || rows - progress->looked < ROWS_PER_LOOK)
        return;
    progress->looked = rows;
    double time = now();
    if (time - progress->drawn < INTERVAL)
        return;
    progress->drawn = time;
    draw(progress, rows, bytes);
}

void progress_end(struct progress *progress)
{
    if (progress->is_shown && progress->drawn > progress->began)
        fputs("\r\033[K", stderr);
    progress->is_shown = false;
}
