/*
 * sacralmet summary: a table of records in, counts over it out.
 */
#define _POSIX_C_SOURCE 200809L
#include "shared/output.h"
#include "summary/summary.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: sacralmet summary [--format text|json|svg] [--set KEY=CELL]...\n"
    "                         [--delimiter C] [--threads N] [--block-size BYTES]\n"
    "                         [-o OUT] IN|-\n"
    "\n"
    "Reads the same table of records as 'sacralmet batch' and counts, for each\n"
    "instrument: rows decided in each band (one band left); undecided rows, and the\n"
    "bands that are possible in them; complete rows (one total left); the fields that\n"
    "rows miss, the most frequent first, and how many undecided rows each of them\n"
    "alone would decide, whatever its value. A row that cannot be read is left out and\n"
    "counted; the exit status is then 1.\n"
    "\n"
    "  --format text    for people, with bars (the default)\n"
    "  --format json    for programs\n"
    "  --format svg     a drawing that needs nothing else\n"
    "  --set KEY=CELL   fills the empty cells of a field, also where the file has no\n"
    "                   such column; each field once\n"
    "  --delimiter C    what parts the cells of IN, instead of a comma: one ASCII sign\n"
    "                   of punctuation, or tab. A first line sep=X says the same\n"
    "  --threads N      works with so many threads; as many as there are processors\n"
    "                   when it is not given\n"
    "  --block-size BYTES\n"
    "                   how much of IN a thread takes at a time: 1048576 when it is\n"
    "                   not given. The answer is the same with any\n"
    "  -o, --output OUT writes to OUT, which appears when it is whole; - is standard\n"
    "                   output\n"
    "  -h, --help       this text\n";

/* How many lines of the input are worked on at a time. */
enum { LINES_MAX = 16384 };

struct arguments {
    struct table_options table;
    summary_writer *write;
    const char *input;
    const char *output;
};

/* --- arguments ------------------------------------------------------------- */

static int take_format(struct arguments *arguments, const char *word)
{
    static const struct {
        const char *word;
        summary_writer *write;
    } formats[] = {
        {"text", summary_write_text}, {"json", summary_write_json}, {"svg", summary_write_svg}};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i].word, word) == 0) {
            arguments->write = formats[i].write;
            return TOOL_DONE;
        }
    return tool_usage("summary", "summary: --format is text, json or svg, not %s", word);
}

static int take_option(struct arguments *arguments, char **argv, int option)
{
    switch (option) {
    case TOOL_OPTION_FORMAT:
        return take_format(arguments, optarg);
    case 'o':
        arguments->output = optarg;
        return TOOL_DONE;
    default:
        return table_take_option(&arguments->table, argv, option, optarg);
    }
}

static int take_arguments(struct arguments *arguments, int argc, char **argv)
{
    static const struct option options[] = {
        {"format", required_argument, NULL, TOOL_OPTION_FORMAT},
        TABLE_OPTIONS,
        {"output", required_argument, NULL, 'o'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    int option, status = TOOL_DONE;
    while (status == TOOL_DONE && (option = getopt_long(argc, argv, ":ho:", options, NULL)) != -1)
        status = option == 'h' ? TOOL_HELP : take_option(arguments, argv, option);
    if (status != TOOL_DONE)
        return status;
    if (argc - optind != 1)
        return tool_usage(argv[0], "summary: one IN is needed, or - for standard input");
    if (arguments->output[0] == '\0')
        return tool_usage(argv[0], "summary: -o needs a name");
    arguments->input = argv[optind];
    return TOOL_DONE;
}

/* --- the table ------------------------------------------------------------- */

static void *begin_worker(void *subject)
{
    return summary_worker_begin(subject);
}

static void count_rows(void *own, struct table_worker *worker, struct table_block *block)
{
    (void)block;
    summary_count(own, worker);
}

static bool pass_block(void *subject, struct table_block *block)
{
    (void)subject;
    (void)block;
    return true;
}

static void end_worker(void *subject, void *own)
{
    summary_worker_end(subject, own);
}

static bool write_summary(const struct summary *summary, summary_writer *write,
                          struct output *output)
{
    struct text words = {0};
    write(summary, &words);
    output_put(output, words.at, words.length);
    text_free(&words);
    return output_commit(output);
}

static int run_table(struct summary *summary, const struct arguments *arguments)
{
    struct output *output;
    const struct place_request request = {"summary", "-o", arguments->output, false};
    int status = output_open(&output, &request);
    if (status != TOOL_DONE)
        return status;
    const struct table_task task = {summary, begin_worker, count_rows, pass_block, end_worker};
    if (!table_read_header(&summary->table) || !table_run(&summary->table, false, &task)) {
        output_abandon(output);
        return TOOL_REFUSED;
    }
    if (!write_summary(summary, arguments->write, output))
        return TOOL_REFUSED;
    return table_report_bad_rows(&summary->table, "left out");
}

static int run_file(const struct arguments *arguments)
{
    struct summary summary = {
        .table = {.options = &arguments->table, .fate = "left aside", .lines_max = LINES_MAX}};
    if (!table_open(&summary.table, arguments->input))
        return TOOL_REFUSED;
    summary_prepare(&summary);
    int status = run_table(&summary, arguments);
    summary_free(&summary);
    table_close(&summary.table);
    return status;
}

int command_summary(int argc, char **argv)
{
    struct arguments arguments = {.table = table_options_begin("summary", argc),
                                  .write = summary_write_text,
                                  .output = "-"};
    int status = take_arguments(&arguments, argc, argv);
    if (status == TOOL_HELP)
        status = tool_print(help);
    else if (status == TOOL_DONE)
        status = run_file(&arguments);
    table_options_end(&arguments.table);
    return status;
}
