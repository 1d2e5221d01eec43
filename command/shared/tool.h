/*
 * What the subcommands share: how they end, complain and write.
 */
#ifndef SACRALMET_TOOLS_TOOL_H
#define SACRALMET_TOOLS_TOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#if defined(__GNUC__)
#define TOOL_FORMAT(at, first) __attribute__((format(printf, at, first)))
#define TOOL_NORETURN __attribute__((noreturn))
#else
#define TOOL_FORMAT(at, first)
#define TOOL_NORETURN
#endif

/* The exit statuses. */
enum {
    TOOL_DONE = 0,
    TOOL_REFUSED = 1, /* the input was refused, or the output failed */
    TOOL_USAGE = 2,   /* wrong usage */
    TOOL_HELP = -1    /* none: help was asked for, while options are taken */
};

/* What getopt_long() returns for options that have a long name only. */
enum {
    TOOL_OPTION_FORMAT = 256,
    TOOL_OPTION_DISPOSITIONS,
    TOOL_OPTION_SET,
    TOOL_OPTION_DELIMITER,
    TOOL_OPTION_INSTRUMENT,
    TOOL_OPTION_ERRORS,
    TOOL_OPTION_IN_PLACE,
    TOOL_OPTION_THREADS,
    TOOL_OPTION_BLOCK_SIZE
};

/* The subcommands. argv[0] is the subcommand's name; the exit status is returned. */
int command_assess(int argc, char **argv);
int command_batch(int argc, char **argv);
int command_cards(int argc, char **argv);
int command_catalog(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_fhir_assess(int argc, char **argv);
int command_summary(int argc, char **argv);

/* One line on standard error, behind the program's name. */
void tool_complain(const char *format, ...) TOOL_FORMAT(1, 2);

/* Wrong usage: one line and a hint on standard error; returns TOOL_USAGE. `command`
 * may be NULL. */
int tool_usage(const char *command, const char *format, ...) TOOL_FORMAT(2, 3);

/* The same for an option that getopt_long() refused by returning `result`. */
int tool_bad_option(char **argv, int result);

/* Ends the program: no memory. */
void tool_no_memory(void) TOOL_NORETURN;

/* malloc() and realloc() that end the program where there is no memory. */
void *tool_allocate(void *old, size_t size);

/* Two texts in one; the caller frees it. */
char *tool_joined(const char *first, const char *second);

/* How an answer is written. */
enum tool_format { TOOL_FORMAT_UNKNOWN = -1, TOOL_FORMAT_TEXT, TOOL_FORMAT_JSON };

enum tool_format tool_format_find(const char *word);

/*
 * Takes the options of a subcommand that knows --format and --help alone. True:
 * go on, with optind at the first operand; false: end with `status`.
 */
bool tool_take_format(int argc, char **argv, const char *help, enum tool_format *format,
                      int *status);

/* Prints a text on standard output and returns the exit status. */
int tool_print(const char *text);

/* Whether writing failed because nobody reads any more, as behind `| head`: that is
 * asked for, and nothing is said. `reason` is the errno, 0 where it is not known. */
bool tool_is_reader_gone(int file, int reason);

/* Writes what is left of standard output; complains where any of it was lost.
 * Returns the exit status. */
int tool_finish_output(void);

/* Writes JSON that comes by the library's convention: `write` fills `capacity`
 * bytes and returns the length of the whole. Returns the exit status. */
typedef size_t tool_json_writer(const void *subject, char *text, size_t capacity);
int tool_print_json(tool_json_writer *write, const void *subject);

#endif
