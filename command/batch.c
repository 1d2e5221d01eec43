/*
 * sacralmet batch: a table of records in, the same table with results out.
 */
#define _POSIX_C_SOURCE 200809L
#include "batch/batch.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "usage: sacralmet batch [--instrument KEY]... [--dispositions]\n"
    "                       [--set KEY=CELL]... [--delimiter C] [--errors FILE]\n"
    "                       [--threads N] [--block-size BYTES] [-o OUT] IN|-\n"
    "       sacralmet batch [OPTION]... --in-place IN\n"
    "\n"
    "Reads a table of records (CSV: RFC 4180, UTF-8) and writes it with results\n"
    "behind: of each instrument KEY_min, KEY_max and KEY_bands, then inconsistencies,\n"
    "then error. The header names fields by key, in any order; other columns are\n"
    "carried through as they are. A row that cannot be read keeps its place, with its\n"
    "error in the last column; the exit status is then 1.\n"
    "\n"
    "  --instrument KEY only this instrument's columns; may be repeated, for several\n"
    "  --dispositions   also one column for each intervention, with ? behind what is\n"
    "                   not settled\n"
    "  --set KEY=CELL   fills the empty cells of a field, also where the file has no\n"
    "                   such column; each field once\n"
    "  --delimiter C    what parts the cells of IN and OUT, instead of a comma: one\n"
    "                   ASCII sign of punctuation, or tab. A first line sep=X says the\n"
    "                   same\n"
    "  --errors FILE    also gathers the bad rows in FILE: the number of the line, the\n"
    "                   error, and the row's cells as they came in; a header alone\n"
    "                   when there are none\n"
    "  --threads N      works with so many threads; as many as there are processors\n"
    "                   when it is not given\n"
    "  --block-size BYTES\n"
    "                   how much of IN a thread takes at a time: 1048576 when it is\n"
    "                   not given. The answer is the same with any\n"
    "  -o, --output OUT writes to OUT, which appears when it is whole; - is standard\n"
    "                   output. OUT and FILE may not be IN\n"
    "  --in-place       writes over IN, which is replaced once the whole was written\n"
    "  -h, --help       this text\n"
    "\n"
    "A cell is empty (unknown), a value, alternatives (S1|S2), or of a whole number a\n"
    "range (40..60). Lines end as the header does; a row is at most 16 MiB long. A last line\n"
    "that is blank is no row.\n";

/* How many lines of the input are worked on at a time: they bound the output that
 * waits to be written. */
enum { LINES_SCORED = 16384, LINES_ASSESSED = 4096 };

struct arguments {
    struct table_options table;
    bool has_dispositions;
    bool in_place;
    uint64_t instruments; /* bit i is set when instrument i was named */
    const char *input;
    const char *output; /* NULL: not said */
    const char *errors; /* NULL where bad rows are not gathered */
};

/* --- arguments ------------------------------------------------------------- */

static int take_instrument(struct arguments *arguments, const char *key)
{
    smet_instrument_t instrument = smet_term_find(SMET_VOCABULARY_INSTRUMENT, key);
    if (instrument >= 0) {
        arguments->instruments |= UINT64_C(1) << instrument;
        return TOOL_DONE;
    }
    struct text keys = {0};
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++)
        text_join(&keys, ", ",
                  smet_term_key(SMET_VOCABULARY_INSTRUMENT,
                                smet_term_at(SMET_VOCABULARY_INSTRUMENT, i)));
    int status = tool_usage("batch", "batch: there is no instrument %s; there are %s", key,
                            text_words(&keys));
    text_free(&keys);
    return status;
}

static int take_option(struct arguments *arguments, char **argv, int option)
{
    switch (option) {
    case TOOL_OPTION_DISPOSITIONS:
        arguments->has_dispositions = true;
        return TOOL_DONE;
    case TOOL_OPTION_INSTRUMENT:
        return take_instrument(arguments, optarg);
    case TOOL_OPTION_IN_PLACE:
        arguments->in_place = true;
        return TOOL_DONE;
    case TOOL_OPTION_ERRORS:
        arguments->errors = optarg;
        return TOOL_DONE;
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
        {"dispositions", no_argument, NULL, TOOL_OPTION_DISPOSITIONS},
        {"instrument", required_argument, NULL, TOOL_OPTION_INSTRUMENT},
        {"errors", required_argument, NULL, TOOL_OPTION_ERRORS},
        {"in-place", no_argument, NULL, TOOL_OPTION_IN_PLACE},
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
        return tool_usage(argv[0], "batch: one IN is needed, or - for standard input");
    arguments->input = argv[optind];
    if (arguments->output == NULL)
        arguments->output = arguments->in_place ? arguments->input : "-";
    if (arguments->in_place && strcmp(arguments->output, "-") == 0)
        return tool_usage(argv[0], "batch: --in-place needs the name of a file");
    if (arguments->output[0] == '\0')
        return tool_usage(argv[0], "batch: -o needs a name");
    if (arguments->errors != NULL && arguments->errors[0] == '\0')
        return tool_usage(argv[0], "batch: --errors needs a name");
    if (arguments->errors != NULL && strcmp(arguments->errors, arguments->output) == 0)
        return tool_usage(argv[0], "batch: --errors and -o need two places");
    return TOOL_DONE;
}

/* --- the table ------------------------------------------------------------- */

static int open_outputs(struct batch *batch, const struct arguments *arguments)
{
    int status = output_open(&batch->output, &(struct place_request){"batch", "-o",
                                                                     arguments->output,
                                                                     arguments->in_place});
    if (status == TOOL_DONE && arguments->in_place && !output_replaces_input(batch->output))
        return tool_usage("batch", "batch: --in-place writes over IN, but -o %s is another file",
                          arguments->output);
    if (status != TOOL_DONE || arguments->errors == NULL)
        return status;
    status = output_open(&batch->errors, &(struct place_request){"batch", "--errors",
                                                                 arguments->errors, false});
    if (status == TOOL_DONE && output_is_same(batch->output, batch->errors)) {
        tool_complain("%s: --errors and -o are the same file", arguments->errors);
        return TOOL_REFUSED;
    }
    return status;
}

static void abandon_outputs(struct batch *batch)
{
    output_abandon(batch->errors);
    output_abandon(batch->output);
}

/* The table appears last, so that whoever sees it can look for its errors; where it
 * cannot appear, they do not either. */
static bool commit_outputs(struct batch *batch)
{
    if (batch->errors == NULL || !output_flush(batch->output)) {
        if (batch->errors != NULL && output_lost_reader(batch->output))
            tool_complain("%s: not made, as nobody read the table to its end",
                          output_name(batch->errors));
        output_abandon(batch->errors);
        return output_commit(batch->output);
    }
    if (!output_commit(batch->errors)) {
        output_abandon(batch->output);
        return false;
    }
    return output_commit(batch->output);
}

static void *begin_worker(void *subject)
{
    return batch_worker_begin(subject);
}

static void write_rows(void *own, struct table_worker *worker, struct table_block *block)
{
    batch_write_rows(own, worker, block);
}

static void end_worker(void *subject, void *own)
{
    (void)subject;
    batch_worker_end(own);
}

static bool put_block(void *subject, struct table_block *block)
{
    struct batch *batch = subject;
    output_put(batch->output, text_words(&block->output), block->output.length);
    if (batch->errors != NULL)
        output_put(batch->errors, text_words(&block->errors), block->errors.length);
    return !output_failed(batch->output) &&
           (batch->errors == NULL || !output_failed(batch->errors));
}

static bool is_terminal(const char *output)
{
    return output != NULL && strcmp(output, "-") == 0 && isatty(STDOUT_FILENO);
}

static int report_bad_rows(const struct batch *batch, const struct arguments *arguments)
{
    struct text where = {0};
    text_add(&where, "see ");
    text_add(&where, arguments->errors == NULL             ? "the column error"
                     : strcmp(arguments->errors, "-") == 0 ? "standard output"
                                                           : arguments->errors);
    int status = table_report_bad_rows(&batch->table, text_words(&where));
    text_free(&where);
    return status;
}

static int run_table(struct batch *batch, const struct arguments *arguments)
{
    bool is_quiet = is_terminal(arguments->output) || is_terminal(arguments->errors);
    int status = open_outputs(batch, arguments);
    if (status == TOOL_DONE && !table_read_header(&batch->table))
        status = TOOL_REFUSED;
    if (status != TOOL_DONE) {
        abandon_outputs(batch);
        return status;
    }
    batch_write_header(batch);
    const struct table_task task = {batch, begin_worker, write_rows, put_block, end_worker};
    if (!table_run(&batch->table, is_quiet, &task)) {
        abandon_outputs(batch);
        return TOOL_REFUSED;
    }
    return commit_outputs(batch) ? report_bad_rows(batch, arguments) : TOOL_REFUSED;
}

static int run_file(const struct arguments *arguments)
{
    struct batch batch = {
        .table = {.options = &arguments->table,
                  .fate = "carried through",
                  .lines_max = arguments->has_dispositions ? LINES_ASSESSED : LINES_SCORED},
        .wanted = arguments->instruments,
        .has_dispositions = arguments->has_dispositions,
    };
    if (!table_open(&batch.table, arguments->input))
        return TOOL_REFUSED;
    batch_prepare(&batch);
    int status = run_table(&batch, arguments);
    batch_free(&batch);
    table_close(&batch.table);
    return status;
}

int command_batch(int argc, char **argv)
{
    struct arguments arguments = {.table = table_options_begin("batch", argc)};
    int status = take_arguments(&arguments, argc, argv);
    if (status == TOOL_HELP)
        status = tool_print(help);
    else if (status == TOOL_DONE)
        status = run_file(&arguments);
    table_options_end(&arguments.table);
    return status;
}
