#define _XOPEN_SOURCE 700 /* POSIX, and realpath() */
#include "output.h"

#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK_SIZE = 1 << 18 };

struct output {
    int file;
    int error;         /* errno of the first write that failed; 0 for none */
    const char *name;  /* for messages */
    char *final_name;  /* where it is renamed to; NULL when it is written in place */
    int slot;          /* of its temporary name, where it has one */
    size_t used;
    char block[BLOCK_SIZE];
};

/* --- the files under way --------------------------------------------------- */

/* Kept outside of the outputs, since a signal handler needs them. */
static char *volatile temporary_names[OUTPUTS_MAX];

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

static void remove_temporaries(void)
{
    for (int i = 0; i < OUTPUTS_MAX; i++)
        if (temporary_names[i] != NULL)
            unlink(temporary_names[i]);
}

static void remove_and_end(int number)
{
    remove_temporaries();
    /* The handler was removed by SA_RESETHAND, so that this ends the program as
     * the signal would have. */
    raise(number);
}

static sigset_t ending_set(void)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof ending_signals / sizeof ending_signals[0]; i++)
        sigaddset(&set, ending_signals[i]);
    return set;
}

static void watch_signals(void)
{
    struct sigaction action = {.sa_handler = remove_and_end, .sa_flags = SA_RESETHAND};
    action.sa_mask = ending_set();
    for (size_t i = 0; i < sizeof ending_signals / sizeof ending_signals[0]; i++) {
        struct sigaction before;
        sigaction(ending_signals[i], NULL, &before);
        if (before.sa_handler != SIG_IGN) /* as under nohup */
            sigaction(ending_signals[i], &action, NULL);
    }
}

static void forget_temporary(int slot)
{
    char *name = temporary_names[slot];
    temporary_names[slot] = NULL;
    free(name);
}

/* A slot that no open output uses. */
static int free_slot(void)
{
    int slot = 0;
    while (slot < OUTPUTS_MAX - 1 && temporary_names[slot] != NULL)
        slot++;
    return slot;
}

/* --- opening --------------------------------------------------------------- */

static struct output *refuse(struct output *output)
{
    tool_complain("%s: %s", output->name, strerror(errno));
    free(output->final_name);
    free(output);
    return NULL;
}

/* What the new file's permissions shall be: those of the file that it replaces,
 * or of any new file. */
static mode_t permissions(const struct stat *before)
{
    if (before != NULL)
        return before->st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Makes a file beside the final name. */
static int open_temporary(const char *final_name, mode_t mode, int slot)
{
    char *name = tool_joined(final_name, ".XXXXXX");
    sigset_t ending = ending_set(), before;
    static bool is_watching;
    if (!is_watching) {
        watch_signals();
        atexit(remove_temporaries);
        is_watching = true;
    }
    sigprocmask(SIG_BLOCK, &ending, &before);
    int file = mkstemp(name);
    if (file >= 0)
        temporary_names[slot] = name;
    else
        free(name);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (file >= 0)
        fchmod(file, mode);
    return file;
}

/* The name behind links, so that a link stays one. */
static char *resolve(const char *name)
{
    char *resolved = realpath(name, NULL);
    return resolved != NULL ? resolved : tool_joined(name, "");
}

static int open_named(struct output *output)
{
    struct stat before;
    bool exists = stat(output->name, &before) == 0;
    if (exists && !S_ISREG(before.st_mode))
        return open(output->name, O_WRONLY | O_CLOEXEC);
    if (exists && access(output->name, W_OK) != 0)
        return -1;
    output->final_name = resolve(output->name);
    output->slot = free_slot();
    return open_temporary(output->final_name, permissions(exists ? &before : NULL), output->slot);
}

struct output *output_open(const char *name)
{
    struct output *output = tool_allocate(NULL, sizeof *output);
    output->error = 0;
    output->used = 0;
    output->final_name = NULL;
    output->name = name;
    if (strcmp(name, "-") == 0) {
        output->name = "standard output";
        output->file = STDOUT_FILENO;
        return output;
    }
    output->file = open_named(output);
    return output->file < 0 ? refuse(output) : output;
}

/* --- writing --------------------------------------------------------------- */

static void write_out(struct output *output, const char *bytes, size_t length)
{
    while (length > 0 && output->error == 0) {
        ssize_t written = write(output->file, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno != EINTR) {
            output->error = errno;
        }
    }
}

static void flush(struct output *output)
{
    write_out(output, output->block, output->used);
    output->used = 0;
}

void output_put(struct output *output, const char *bytes, size_t length)
{
    if (length > BLOCK_SIZE - output->used)
        flush(output);
    if (length > BLOCK_SIZE) {
        write_out(output, bytes, length);
        return;
    }
    memcpy(output->block + output->used, bytes, length);
    output->used += length;
}

void output_put_byte(struct output *output, char byte)
{
    if (output->used == BLOCK_SIZE)
        flush(output);
    output->block[output->used++] = byte;
}

/* A name without its directory. */
static const char *last_part(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash == NULL ? name : slash + 1;
}

/* A name that the directory of a name has; the caller frees it. */
static char *directory_of(const char *name)
{
    size_t length = (size_t)(last_part(name) - name);
    char *directory = tool_joined(name, "."); /* with room for the dot behind a slash */
    directory[length] = '.';
    directory[length + 1] = '\0';
    return directory;
}

/* Whether two names are of the same directory. */
static bool is_beside(const char *name, const char *other)
{
    struct stat about, about_other;
    char *path = directory_of(name), *path_other = directory_of(other);
    bool is_same = stat(path, &about) == 0 && stat(path_other, &about_other) == 0 &&
                   about.st_dev == about_other.st_dev && about.st_ino == about_other.st_ino;
    free(path);
    free(path_other);
    return is_same;
}

bool output_is_same(const struct output *output, const struct output *other)
{
    const char *name = output->final_name, *other_name = other->final_name;
    return name != NULL && other_name != NULL &&
           strcmp(last_part(name), last_part(other_name)) == 0 && is_beside(name, other_name);
}

bool output_failed(const struct output *output)
{
    return output->error != 0;
}

/* --- the end --------------------------------------------------------------- */

static void note_error(struct output *output, bool is_good)
{
    if (!is_good && output->error == 0)
        output->error = errno;
}

static void dispose(struct output *output)
{
    if (output->final_name != NULL && temporary_names[output->slot] != NULL) {
        unlink(temporary_names[output->slot]);
        forget_temporary(output->slot);
    }
    free(output->final_name);
    free(output);
}

bool output_flush(struct output *output)
{
    flush(output);
    if (output->final_name != NULL && output->error == 0)
        note_error(output, fsync(output->file) == 0);
    return output->error == 0;
}

bool output_commit(struct output *output)
{
    output_flush(output);
    bool has_own_file = output->file != STDOUT_FILENO;
    if (has_own_file)
        note_error(output, close(output->file) == 0);
    if (output->final_name != NULL && output->error == 0) {
        bool is_renamed = rename(temporary_names[output->slot], output->final_name) == 0;
        note_error(output, is_renamed);
        if (is_renamed)
            forget_temporary(output->slot);
    }
    bool is_good = output->error == 0;
    if (!is_good)
        tool_complain("%s: %s", output->name, strerror(output->error));
    dispose(output);
    return is_good;
}

void output_abandon(struct output *output)
{
    if (output == NULL)
        return;
    if (output->file != STDOUT_FILENO)
        close(output->file);
    dispose(output);
}
