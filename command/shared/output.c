#define _XOPEN_SOURCE 700 /* POSIX, and the signals of timers */
#include "shared/output.h"

#include "shared/text.h"

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
    struct place place;
    int slot;          /* of its temporary name; -1 when it is written in place */
    size_t used;
    char block[BLOCK_SIZE];
};

/* --- the files under way --------------------------------------------------- */

/* Kept outside of the outputs, since a signal handler needs them. */
static char *volatile temporary_names[OUTPUTS_MAX];

/* Those that end a program and leave it the time to clean up. Faults of the program
 * are not among them: what it then has in memory is not to be trusted. */
static const int ending_signals[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,   SIGALRM, SIGUSR1,
                                     SIGUSR2, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF};

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

static int refuse(struct output *output, const char *reason)
{
    tool_complain("%s: %s", output->place.name, reason);
    place_free(&output->place);
    free(output);
    return TOOL_REFUSED;
}

/* The permissions of a file that is new. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Whether a file could be given the owner and the mode of the one that it replaces. */
static bool take_after(int file, const struct stat *before)
{
    struct stat about;
    if (fstat(file, &about) != 0)
        return false;
    uid_t owner = about.st_uid == before->st_uid ? (uid_t)-1 : before->st_uid;
    gid_t group = about.st_gid == before->st_gid ? (gid_t)-1 : before->st_gid;
    if ((owner != (uid_t)-1 || group != (gid_t)-1) && fchown(file, owner, group) != 0)
        return false;
    /* Where a file system knows one mode for all files, it cannot be set, and need not. */
    mode_t mode = before->st_mode & 07777;
    return fchmod(file, mode) == 0 ||
           (fstat(file, &about) == 0 && (about.st_mode & 07777) == mode);
}

/* A name beside another, for mkstemp(); not longer than a name may be. */
static char *temporary_beside(const char *name)
{
    enum { KEPT = 200 };
    const char *slash = strrchr(name, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash + 1 - name);
    size_t rest = strlen(name + folder);
    struct text made = {0};
    text_add_bytes(&made, name, folder + (rest < KEPT ? rest : KEPT));
    text_add(&made, ".XXXXXX");
    return made.at;
}

/* Makes a file beside the final name. */
static int open_temporary(const char *final_name, int slot)
{
    char *name = temporary_beside(final_name);
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
    return file;
}

static int open_file(struct output *output)
{
    const struct place *place = &output->place;
    int slot = free_slot();
    output->file = open_temporary(place->file, slot);
    if (output->file < 0)
        return refuse(output, strerror(errno));
    output->slot = slot;
    if (!place->exists)
        fchmod(output->file, usual_mode());
    if (!place->exists || take_after(output->file, &place->before))
        return TOOL_DONE;
    close(output->file);
    unlink(temporary_names[slot]);
    forget_temporary(slot);
    return refuse(output, "the file is another user's or group's and could not stay so; "
                          "remove it, or write to another");
}

/* Opens what is written as it is. */
static int open_stream(struct output *output)
{
    const struct place *place = &output->place;
    if (place->descriptor == STDOUT_FILENO)
        output->file = STDOUT_FILENO;
    else if (place->descriptor >= 0)
        output->file = fcntl(place->descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    else
        output->file = open(place->file, O_WRONLY | O_CLOEXEC);
    return output->file < 0 ? refuse(output, strerror(errno)) : TOOL_DONE;
}

int output_open(struct output **opened, const struct place_request *request)
{
    struct output *output = tool_allocate(NULL, sizeof *output);
    *opened = NULL;
    output->error = 0;
    output->used = 0;
    output->slot = -1;
    int status = place_find(&output->place, request);
    if (status != TOOL_DONE) {
        free(output);
        return status;
    }
    bool is_stream = output->place.descriptor >= 0 ||
                     (output->place.exists && !S_ISREG(output->place.before.st_mode));
    status = is_stream ? open_stream(output) : open_file(output);
    if (status == TOOL_DONE)
        *opened = output;
    return status;
}

bool output_replaces_input(const struct output *output)
{
    return output->place.is_input;
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

const char *output_name(const struct output *output)
{
    return output->place.name;
}

bool output_is_same(const struct output *output, const struct output *other)
{
    return place_is_same(&output->place, &other->place);
}

bool output_lost_reader(const struct output *output)
{
    return output->error == EPIPE;
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
    if (output->slot >= 0 && temporary_names[output->slot] != NULL) {
        unlink(temporary_names[output->slot]);
        forget_temporary(output->slot);
    }
    place_free(&output->place);
    free(output);
}

bool output_flush(struct output *output)
{
    flush(output);
    if (output->slot >= 0 && output->error == 0)
        note_error(output, fsync(output->file) == 0);
    return output->error == 0;
}

bool output_commit(struct output *output)
{
    output_flush(output);
    bool has_own_file = output->file != STDOUT_FILENO;
    if (has_own_file)
        note_error(output, close(output->file) == 0);
    if (output->slot >= 0 && output->error == 0) {
        bool is_renamed = rename(temporary_names[output->slot], output->place.file) == 0;
        note_error(output, is_renamed);
        if (is_renamed)
            forget_temporary(output->slot);
    }
    bool is_good = output->error == 0;
    if (!is_good && !output_lost_reader(output))
        tool_complain("%s: %s", output->place.name, strerror(output->error));
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
