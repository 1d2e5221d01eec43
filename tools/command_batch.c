/*
 * sacralmet batch: a table of records in, the same table with results out.
 */
#define _POSIX_C_SOURCE 200809L
#include "batch.h"
#include "progress.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char help[] =
    "usage: sacralmet batch [--dispositions] [--set KEY=CELL]... [--delimiter C]\n"
    "                       [-o OUT] IN|-\n"
    "\n"
    "Reads a table of records (CSV: RFC 4180, UTF-8) and writes it with results\n"
    "behind: of each instrument KEY_min, KEY_max and KEY_bands, then inconsistencies,\n"
    "then error. The header names fields by key, in any order; other columns are\n"
    "carried through as they are. A row that cannot be read keeps its place, with its\n"
    "error in the last column; the exit status is then 1.\n"
    "\n"
    "  --dispositions   also one column for each intervention, with ? behind what is\n"
    "                   not settled\n"
    "  --set KEY=CELL   fills the empty cells of a field, also where the file has no\n"
    "                   such column; each field once\n"
    "  --delimiter C    what parts the cells of IN and OUT, instead of a comma: one\n"
    "                   ASCII sign of punctuation, or tab\n"
    "  -o, --output OUT writes to OUT, which appears when it is whole; - is standard\n"
    "                   output\n"
    "  -h, --help       this text\n"
    "\n"
    "A cell is empty (unknown), a value, alternatives (S1|S2), or of a whole number a\n"
    "range (40..60). Lines end as the header does; a row is at most 16 MiB long.\n";

struct arguments {
    bool has_dispositions;
    char delimiter;
    const char *input;
    const char *output;
    struct batch_preset *presets; /* room for as many as there are arguments */
    size_t preset_count;
};

/* --- arguments ------------------------------------------------------------- */

static int refuse_preset(const char *argument, const char *reason)
{
    return tool_usage("batch", "batch: --set %s: %s", argument, reason);
}

/* KEY=CELL */
static int take_preset(struct arguments *arguments, char *argument)
{
    const char *equals = strchr(argument, '=');
    if (equals == NULL)
        return refuse_preset(argument, "KEY=CELL is needed");
    struct text key = {0};
    text_add_bytes(&key, argument, (size_t)(equals - argument));
    struct batch_preset preset = {.cell = equals + 1};
    struct smet_error error = {.size = sizeof error};
    smet_record *record = smet_record_new();
    if (record == NULL)
        tool_no_memory();
    bool is_good = smet_record_set_text(record, text_words(&key), preset.cell, &error) == SMET_OK;
    preset.field = smet_term_find(SMET_VOCABULARY_FIELD, text_words(&key));
    smet_record_free(record);
    text_free(&key);
    if (!is_good)
        return refuse_preset(argument, error.message);
    for (size_t i = 0; i < arguments->preset_count; i++)
        if (arguments->presets[i].field == preset.field)
            return refuse_preset(argument, "the field was set before");
    arguments->presets[arguments->preset_count++] = preset;
    return TOOL_DONE;
}

static int take_delimiter(struct arguments *arguments, const char *word)
{
    static const char allowed[] = "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t";
    if (strcmp(word, "tab") == 0 || strcmp(word, "\\t") == 0)
        word = "\t";
    if (strlen(word) != 1 || strchr(allowed, word[0]) == NULL)
        return tool_usage("batch",
                          "batch: --delimiter is one sign of punctuation or tab, and no quote");
    arguments->delimiter = word[0];
    return TOOL_DONE;
}

static int take_option(struct arguments *arguments, char **argv, int option)
{
    switch (option) {
    case TOOL_OPTION_DISPOSITIONS:
        arguments->has_dispositions = true;
        return TOOL_DONE;
    case TOOL_OPTION_SET:
        return take_preset(arguments, optarg);
    case TOOL_OPTION_DELIMITER:
        return take_delimiter(arguments, optarg);
    case 'o':
        arguments->output = optarg;
        return TOOL_DONE;
    default:
        return tool_bad_option(argv, option);
    }
}

/* What take_arguments() returns when help was asked for. */
enum { ASKS_FOR_HELP = -1 };

static int take_arguments(struct arguments *arguments, int argc, char **argv)
{
    static const struct option options[] = {
        {"dispositions", no_argument, NULL, TOOL_OPTION_DISPOSITIONS},
        {"set", required_argument, NULL, TOOL_OPTION_SET},
        {"delimiter", required_argument, NULL, TOOL_OPTION_DELIMITER},
        {"output", required_argument, NULL, 'o'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    int option, status = TOOL_DONE;
    while (status == TOOL_DONE && (option = getopt_long(argc, argv, ":ho:", options, NULL)) != -1)
        status = option == 'h' ? ASKS_FOR_HELP : take_option(arguments, argv, option);
    if (status != TOOL_DONE)
        return status;
    if (argc - optind != 1)
        return tool_usage(argv[0], "batch: one IN is needed, or - for standard input");
    if (arguments->output[0] == '\0')
        return tool_usage(argv[0], "batch: -o needs a name");
    arguments->input = argv[optind];
    return TOOL_DONE;
}

/* --- the table ------------------------------------------------------------- */

/* Whether the whole file was read and could be written so far. */
static bool run_rows(struct batch *batch, struct progress *progress)
{
    enum csv_result result;
    batch_write_header(batch);
    while ((result = csv_next(batch->reader)) == CSV_ROW && !output_failed(batch->output)) {
        batch_enter_row(batch);
        batch_write_row(batch);
        progress_step(progress, batch->rows, csv_offset(batch->reader));
    }
    progress_end(progress);
    if (result == CSV_REFUSED)
        tool_complain("%s: %s", batch->name, csv_error(batch->reader));
    return result != CSV_REFUSED;
}

static int report_bad_rows(const struct batch *batch)
{
    if (batch->bad_rows == 0)
        return TOOL_DONE;
    tool_complain("%s: %llu bad row%s of %llu, see the column error; the first, line %llu: %s",
                  batch->name, (unsigned long long)batch->bad_rows,
                  batch->bad_rows == 1 ? "" : "s", (unsigned long long)batch->rows,
                  (unsigned long long)batch->first_bad_line, text_words(&batch->first_error));
    return TOOL_REFUSED;
}

static int run_table(struct batch *batch, const struct arguments *arguments, int input)
{
    struct progress progress;
    batch_prepare(batch);
    if (!batch_read_header(batch))
        return TOOL_REFUSED;
    batch->output = output_open(arguments->output);
    if (batch->output == NULL)
        return TOOL_REFUSED;
    progress_begin(&progress, input,
                   strcmp(arguments->output, "-") == 0 && isatty(STDOUT_FILENO));
    if (!run_rows(batch, &progress)) {
        output_abandon(batch->output);
        return TOOL_REFUSED;
    }
    if (!output_commit(batch->output))
        return TOOL_REFUSED;
    return report_bad_rows(batch);
}

static int run_file(const struct arguments *arguments)
{
    int input = tool_open_input(arguments->input);
    if (input < 0)
        return TOOL_REFUSED;
    struct batch batch = {
        .name = tool_input_name(arguments->input),
        .delimiter = arguments->delimiter,
        .has_dispositions = arguments->has_dispositions,
        .presets = arguments->presets,
        .preset_count = arguments->preset_count,
        .reader = csv_open(input, arguments->delimiter),
    };
    int status = run_table(&batch, arguments, input);
    batch_free(&batch);
    if (input != STDIN_FILENO)
        close(input);
    return status;
}

int command_batch(int argc, char **argv)
{
    struct arguments arguments = {.delimiter = ',', .output = "-"};
    arguments.presets = tool_allocate(NULL, (size_t)argc * sizeof *arguments.presets);
    int status = take_arguments(&arguments, argc, argv);
    if (status == ASKS_FOR_HELP)
        status = tool_print(help);
    else if (status == TOOL_DONE)
        status = run_file(&arguments);
    free(arguments.presets);
    return status;
}
