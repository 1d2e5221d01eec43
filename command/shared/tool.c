#define _POSIX_C_SOURCE 200809L
#include "shared/tool.h"

#include <errno.h>
#include <getopt.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void complain(const char *format, va_list arguments)
{
    fputs("sacralmet: ", stderr);
    vfprintf(stderr, format, arguments);
    putc('\n', stderr);
}

void tool_complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments);
    va_end(arguments);
}

int tool_usage(const char *command, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    complain(format, arguments);
    va_end(arguments);
    fprintf(stderr, "Try 'sacralmet%s%s --help'.\n", command == NULL ? "" : " ",
            command == NULL ? "" : command);
    return TOOL_USAGE;
}

int tool_bad_option(char **argv, int result)
{
    /* A short option may stand among others in one word; only then is it not the
     * whole of the word before optind. */
    const char *word = argv[optind - 1];
    char letter[3] = {'-', (char)optopt, '\0'};
    if (optopt > 0 && optopt < 128 && strncmp(word, "--", 2) != 0)
        word = letter;
    if (result == ':')
        return tool_usage(argv[0], "%s: the option %s needs a value", argv[0], word);
    if (optopt != 0 && strchr(word, '=') != NULL)
        return tool_usage(argv[0], "%s: the option takes no value: %s", argv[0], word);
    return tool_usage(argv[0], "%s: there is no option %s", argv[0], word);
}

void tool_no_memory(void)
{
    tool_complain("there is not enough memory");
    exit(TOOL_REFUSED);
}

void *tool_allocate(void *old, size_t size)
{
    void *new = realloc(old, size > 0 ? size : 1);
    if (new == NULL)
        tool_no_memory();
    return new;
}

char *tool_joined(const char *first, const char *second)
{
    size_t room = strlen(first) + strlen(second) + 1;
    char *both = tool_allocate(NULL, room);
    snprintf(both, room, "%s%s", first, second);
    return both;
}

enum tool_format tool_format_find(const char *word)
{
    if (strcmp(word, "text") == 0)
        return TOOL_FORMAT_TEXT;
    return strcmp(word, "json") == 0 ? TOOL_FORMAT_JSON : TOOL_FORMAT_UNKNOWN;
}

int tool_print(const char *text)
{
    fputs(text, stdout);
    return tool_finish_output();
}

bool tool_is_reader_gone(int file, int reason)
{
    /* A stream forgets why a write failed: whether anyone reads a pipe can be asked. */
    struct pollfd asked = {.fd = file};
    return reason == EPIPE || (poll(&asked, 1, 0) > 0 && (asked.revents & POLLERR) != 0);
}

int tool_finish_output(void)
{
    /* An error of an earlier write has been forgotten by errno, but not by the
     * stream. */
    errno = 0;
    bool is_lost = fflush(stdout) != 0;
    int reason = errno;
    if (!is_lost && !ferror(stdout))
        return TOOL_DONE;
    if (tool_is_reader_gone(STDOUT_FILENO, reason))
        return TOOL_REFUSED;
    tool_complain("standard output: %s",
                  reason != 0 ? strerror(reason) : "not all of it could be written");
    return TOOL_REFUSED;
}

int tool_print_json(tool_json_writer *write, const void *subject)
{
    size_t capacity = 65536;
    char *text = tool_allocate(NULL, capacity);
    size_t length = write(subject, text, capacity);
    if (length >= capacity) {
        capacity = length + 1;
        text = tool_allocate(text, capacity);
        length = write(subject, text, capacity);
    }
    if (length == 0) {
        free(text);
        tool_no_memory();
    }
    fwrite(text, 1, length, stdout);
    if (text[length - 1] != '\n')
        putchar('\n');
    free(text);
    return tool_finish_output();
}

bool tool_take_format(int argc, char **argv, const char *help, enum tool_format *format,
                      int *status)
{
    static const struct option options[] = {
        {"format", required_argument, NULL, TOOL_OPTION_FORMAT},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    int option;
    *format = TOOL_FORMAT_TEXT;
    while ((option = getopt_long(argc, argv, ":h", options, NULL)) != -1) {
        if (option == 'h') {
            *status = tool_print(help);
            return false;
        }
        if (option != TOOL_OPTION_FORMAT) {
            *status = tool_bad_option(argv, option);
            return false;
        }
        *format = tool_format_find(optarg);
        if (*format == TOOL_FORMAT_UNKNOWN) {
            *status = tool_usage(argv[0], "%s: --format is text or json, not %s", argv[0], optarg);
            return false;
        }
    }
    return true;
}
