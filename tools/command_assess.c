/*
 * sacralmet assess: one record in, everything that can be said of it out.
 */
#define _DEFAULT_SOURCE /* struct winsize */
#include "report.h"
#include "tool.h"

#include <sacralmet/exchange.h>

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char help[] =
    "usage: sacralmet assess [--format text|json] FILE|-\n"
    "\n"
    "Reads one record, a JSON object of field keys and values, and prints everything\n"
    "that can be said of it: scores, interventions with the rules and sources behind\n"
    "them, contradictions, and the facts that would settle most.\n"
    "\n"
    "  --format text|json   for people (the default) or for programs\n"
    "  -h, --help           this text\n"
    "\n"
    "A value is an option's key (\"ecog\": \"3\") or a whole number (\"karnofsky\": 80); a\n"
    "list means one of its members, {\"min\": 40, \"max\": 60} a range, and null or\n"
    "nothing is unknown, which is never 'no'. 'sacralmet catalog' lists the fields.\n"
    "Color is used on a terminal, unless NO_COLOR is set.\n";

/* The width that a line of prose should have on this output. */
static int report_width(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 80;
    return size.ws_col < 80 ? 80 : size.ws_col > 100 ? 100 : size.ws_col;
}

static bool report_color(void)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (!isatty(STDOUT_FILENO) || (refused != NULL && refused[0] != '\0'))
        return false;
    return terminal == NULL || strcmp(terminal, "dumb") != 0;
}

/* Reads a whole file, but no more than the library refuses anyway. */
static char *read_record_text(const char *operand, size_t *length)
{
    const size_t limit = (size_t)SMET_JSON_RECORD_MAX + 1;
    int file = tool_open_input(operand);
    if (file < 0)
        return NULL;
    char *text = NULL;
    size_t capacity = 0;
    ssize_t got = 1;
    for (*length = 0; got > 0 && *length < limit; *length += got > 0 ? (size_t)got : 0) {
        if (*length == capacity) {
            capacity = capacity == 0 ? 65536 : capacity * 2;
            capacity = capacity > limit ? limit : capacity;
            text = tool_allocate(text, capacity);
        }
        do
            got = read(file, text + *length, capacity - *length);
        while (got < 0 && errno == EINTR);
    }
    if (got < 0) {
        tool_complain("%s: %s", tool_input_name(operand), strerror(errno));
        free(text);
        text = NULL;
    }
    if (file != STDIN_FILENO)
        close(file);
    return text;
}

static smet_assessment *assess_file(const char *operand)
{
    struct smet_error error = {.size = sizeof error};
    size_t length = 0;
    char *text = read_record_text(operand, &length);
    if (text == NULL)
        return NULL;
    smet_record *record = smet_record_new();
    if (record == NULL)
        tool_no_memory();
    smet_assessment *assessment = NULL;
    if (smet_record_read_json(record, text, length, &error) == SMET_OK)
        assessment = smet_assess(record, &error);
    if (assessment == NULL)
        tool_complain("%s: %s", tool_input_name(operand), error.message);
    smet_record_free(record);
    free(text);
    return assessment;
}

static size_t write_json(const void *assessment, char *text, size_t capacity)
{
    return smet_assessment_write_json(assessment, SMET_JSON_INDENTED, text, capacity);
}

static int print_assessment(const smet_assessment *assessment, enum tool_format format)
{
    if (format == TOOL_FORMAT_JSON)
        return tool_print_json(write_json, assessment);
    const struct report_style style = {.width = report_width(), .color = report_color()};
    smet_tool_write_report(stdout, assessment, &style);
    return tool_finish_output();
}

int command_assess(int argc, char **argv)
{
    enum tool_format format;
    int status;
    if (!tool_take_format(argc, argv, help, &format, &status))
        return status;
    if (argc - optind != 1)
        return tool_usage(argv[0], "assess: one FILE is needed, or - for standard input");
    smet_assessment *assessment = assess_file(argv[optind]);
    if (assessment == NULL)
        return TOOL_REFUSED;
    status = print_assessment(assessment, format);
    smet_assessment_free(assessment);
    return status;
}
