#define _XOPEN_SOURCE 700 /* POSIX, and what <sys/stat.h> tells of devices */
#include "shared/place.h"

#include "shared/text.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- the files that are read ------------------------------------------------ */

/* A table, and a file that says how to read it. */
enum { INPUTS_MAX = 4 };

static struct input {
    const char *name;
    struct stat about;
} inputs[INPUTS_MAX];
static size_t input_count;

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Whether writing into a file changes what others read from its beginning. */
static bool keeps_bytes(const struct stat *about)
{
    return S_ISREG(about->st_mode) || S_ISBLK(about->st_mode);
}

static void refuse_messages(const char *name)
{
    printf("sacralmet: standard error is the same file as the input %s\n", name);
    exit(tool_finish_output() == TOOL_DONE ? TOOL_USAGE : TOOL_REFUSED);
}

void place_note_input(int file, const char *name)
{
    struct stat about, messages;
    if (fstat(file, &about) != 0 || !keeps_bytes(&about) || input_count == INPUTS_MAX)
        return;
    inputs[input_count++] = (struct input){name, about};
    if (fstat(STDERR_FILENO, &messages) == 0 && is_same_file(&about, &messages))
        refuse_messages(name);
}

static const char *name_of_input(const struct stat *about)
{
    for (size_t i = 0; i < input_count; i++)
        if (is_same_file(&inputs[i].about, about))
            return inputs[i].name;
    return NULL;
}

/* --- names ------------------------------------------------------------------ */

/* A name without its directory. */
static const char *last_part(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash == NULL ? name : slash + 1;
}

static int number_of(const char *digits)
{
    int number = 0;
    if (*digits == '\0')
        return -1;
    for (; *digits != '\0'; digits++) {
        if (*digits < '0' || *digits > '9' || number > 100000)
            return -1;
        number = number * 10 + (*digits - '0');
    }
    return number;
}

/* The open descriptor that a name stands for; -1 where it is a file's. Replacing the
 * file behind it would lose what others write there, and where they had come to. */
static int descriptor_of(const char *name)
{
    static const char *const streams[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/", "/proc/thread-self/fd/"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(name, streams[i]) == 0)
            return i;
        if (strncmp(name, folders[i], strlen(folders[i])) == 0)
            return number_of(name + strlen(folders[i]));
    }
    return -1;
}

/* What a link leads to, with the memory of its name; NULL where it is none. */
static char *follow_once(const char *name)
{
    char target[PATH_MAX];
    ssize_t length = readlink(name, target, sizeof target - 1);
    if (length < 0)
        return NULL;
    target[length] = '\0';
    if (target[0] == '/')
        return tool_joined(target, "");
    struct text joined = {0};
    text_add_bytes(&joined, name, (size_t)(last_part(name) - name));
    text_add(&joined, target);
    return joined.at;
}

/* Links that lead from one to the next; more are taken for a circle. */
enum { LINKS_MAX = 40 };

/* The name behind links, whether a file is there or not, so that a link stays one;
 * NULL, with errno, where they go in circles. */
static char *follow(const char *name)
{
    char *path = tool_joined(name, "");
    for (int i = 0; i < LINKS_MAX; i++) {
        char *next = descriptor_of(path) >= 0 ? NULL : follow_once(path);
        if (next == NULL)
            return path;
        free(path);
        path = next;
    }
    free(path);
    errno = ELOOP;
    return NULL;
}

/* --- deciding --------------------------------------------------------------- */

static int complain(struct place *place)
{
    tool_complain("%s: %s", place->name, strerror(errno));
    place_free(place);
    return TOOL_REFUSED;
}

static int refuse_input(struct place *place, const struct place_request *request)
{
    const char *input = name_of_input(&place->before);
    int status = tool_usage(request->command,
                            "%s: %s %s is the same file as the input %s; nothing was written",
                            request->command, request->option, place->name, input);
    place_free(place);
    return status;
}

static int find_named(struct place *place)
{
    char *path = follow(place->name);
    if (path == NULL)
        return complain(place);
    place->descriptor = descriptor_of(path);
    if (place->descriptor >= 0) {
        free(path);
        place->exists = fstat(place->descriptor, &place->before) == 0;
        return place->exists ? TOOL_DONE : complain(place);
    }
    place->file = path;
    place->exists = stat(path, &place->before) == 0;
    if (place->exists && S_ISREG(place->before.st_mode) && access(path, W_OK) != 0)
        return complain(place);
    return TOOL_DONE;
}

int place_find(struct place *place, const struct place_request *request)
{
    *place = (struct place){.name = request->name, .descriptor = -1};
    if (strcmp(request->name, "-") == 0) {
        place->name = "standard output";
        place->descriptor = STDOUT_FILENO;
        place->exists = fstat(STDOUT_FILENO, &place->before) == 0;
    } else {
        int status = find_named(place);
        if (status != TOOL_DONE)
            return status;
    }
    place->is_input = place->exists && name_of_input(&place->before) != NULL;
    bool is_replaced = place->descriptor < 0 && S_ISREG(place->before.st_mode);
    if (place->is_input && !(request->over_input && is_replaced))
        return refuse_input(place, request);
    return TOOL_DONE;
}

/* --- two places ------------------------------------------------------------- */

/* A name that the directory of a name has; the caller frees it. */
static char *directory_of(const char *name)
{
    struct text directory = {0};
    text_add_bytes(&directory, name, (size_t)(last_part(name) - name));
    text_add(&directory, ".");
    return directory.at;
}

/* Whether two names are of the same directory. */
static bool is_beside(const char *name, const char *other)
{
    struct stat about, about_other;
    char *path = directory_of(name), *path_other = directory_of(other);
    bool is_same = stat(path, &about) == 0 && stat(path_other, &about_other) == 0 &&
                   is_same_file(&about, &about_other);
    free(path);
    free(path_other);
    return is_same;
}

bool place_is_same(const struct place *place, const struct place *other)
{
    if (place->exists && other->exists)
        return is_same_file(&place->before, &other->before) && !S_ISCHR(place->before.st_mode);
    return !place->exists && !other->exists && place->file != NULL && other->file != NULL &&
           strcmp(last_part(place->file), last_part(other->file)) == 0 &&
           is_beside(place->file, other->file);
}

void place_free(struct place *place)
{
    free(place->file);
    place->file = NULL;
}
