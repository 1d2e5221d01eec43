/*
 * Runs a program with its output thrown away, and prints what it took: seconds,
 * seconds of processors, and the most memory in KiB. Small itself, because a
 * program's peak of memory begins with that of the process that it replaces.
 *
 * usage: run PROGRAM [ARGUMENT]...
 */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double seconds(const struct timeval *time)
{
    return (double)time->tv_sec + 1e-6 * (double)time->tv_usec;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("usage: run PROGRAM [ARGUMENT]...\n", stderr);
        return 2;
    }
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        if (nothing >= 0 && dup2(nothing, STDOUT_FILENO) >= 0)
            execvp(argv[1], argv + 1);
        perror(argv[1]);
        _exit(127);
    }
    int status;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        perror(argv[1]);
        return 1;
    }
    double taken = now() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s failed\n", argv[1]);
        return 1;
    }
    printf("%.6f %.6f %ld\n", taken, seconds(&used.ru_utime) + seconds(&used.ru_stime),
           used.ru_maxrss);
    return 0;
}
