/*
 * Any bytes as a table for `sacralmet batch` and `sacralmet summary`, run within this
 * process. The first byte chooses options.
 */
#define _GNU_SOURCE
#include "shared/tool.h"
#include "fuzz.h"

#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static int table_of(const uint8_t *data, size_t size)
{
    int file = memfd_create("table", 0);
    fuzz_require(file >= 0);
    for (size_t done = 0; done < size;) {
        ssize_t written = write(file, data + done, size - done);
        fuzz_require(written > 0);
        done += (size_t)written;
    }
    return file;
}

/* Standard output and standard error say much: they go nowhere. */
static void be_quiet(void)
{
    static bool is_quiet;
    if (!is_quiet && getenv("FUZZ_LOUD") == NULL) {
        int nowhere = open("/dev/null", O_WRONLY);
        fuzz_require(nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0);
        close(nowhere);
    }
    is_quiet = true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    be_quiet();
    uint8_t choice = data[0];
    int file = table_of(data + 1, size - 1);
    char name[64];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    /* getopt_long() may move the words about, so they are no constants. */
    static char summary[] = "summary", batch[] = "batch", set[] = "--set=lesion_level=S1|S2",
                delimiter[] = "--delimiter=;", dispositions[] = "--dispositions",
                blocks[] = "--block-size=16";
    char *argv[16];
    int argc = 0;
    bool is_summary = (choice & 8) != 0;
    argv[argc++] = is_summary ? summary : batch;
    if ((choice & 1) != 0)
        argv[argc++] = set;
    if ((choice & 2) != 0)
        argv[argc++] = delimiter;
    if ((choice & 4) != 0 && !is_summary)
        argv[argc++] = dispositions;
    if ((choice & 16) != 0)
        argv[argc++] = blocks;
    argv[argc++] = name;
    argv[argc] = NULL;
    optind = 0; /* getopt_long() of glibc starts anew */
    int status = is_summary ? command_summary(argc, argv) : command_batch(argc, argv);
    fuzz_require(status == TOOL_DONE || status == TOOL_REFUSED || status == TOOL_USAGE);
    close(file);
    return 0;
}
