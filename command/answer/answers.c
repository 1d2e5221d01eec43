#define _GNU_SOURCE /* struct winsize; open_memstream() */
#include "answer/answers.h"

#include "shared/input.h"
#include "report/facts.h"
#include "shared/output.h"
#include "report/report.h"
#include "shared/whole.h"

#include <getopt.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* --- options ---------------------------------------------------------------------- */

enum { OPTION_PATIENT = 1024, OPTION_DATE, OPTION_CODES, OPTION_SCORES_ONLY, OPTION_BULK };

static int take_format(struct answer_options *options, const char *command, const char *word)
{
    static const char *const words[] = {
        [ANSWER_TEXT] = "text", [ANSWER_JSON] = "json", [ANSWER_FHIR] = "fhir"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0) {
            options->format = (enum answer_format)i;
            return TOOL_DONE;
        }
    return tool_usage(command, "%s: --format is text, json or fhir, not %s", command, word);
}

static int take_option(struct answer_options *options, char **argv, int option)
{
    switch (option) {
    case TOOL_OPTION_FORMAT:
        return take_format(options, argv[0], optarg);
    case OPTION_PATIENT:
        options->patient = optarg;
        return TOOL_DONE;
    case OPTION_DATE:
        options->date = optarg;
        return TOOL_DONE;
    case OPTION_CODES:
        options->codes = optarg;
        return TOOL_DONE;
    case OPTION_SCORES_ONLY:
        options->scores_only = true;
        return TOOL_DONE;
    case OPTION_BULK:
        options->is_bulk = true;
        return TOOL_DONE;
    case 'o':
        options->output = optarg;
        return TOOL_DONE;
    default:
        return tool_bad_option(argv, option);
    }
}

/* Adds the long options that a subcommand knows; returns how many there are. */
static size_t list_options(struct option *list, unsigned takes)
{
    static const struct {
        struct option option;
        unsigned takes;
    } all[] = {
        {{"format", required_argument, NULL, TOOL_OPTION_FORMAT}, ANSWER_TAKES_FORMAT},
        {{"patient", required_argument, NULL, OPTION_PATIENT}, 0},
        {{"date", required_argument, NULL, OPTION_DATE}, 0},
        {{"codes", required_argument, NULL, OPTION_CODES}, ANSWER_TAKES_CODES},
        {{"scores-only", no_argument, NULL, OPTION_SCORES_ONLY}, 0},
        {{"bulk", no_argument, NULL, OPTION_BULK}, ANSWER_TAKES_BULK},
        {{"output", required_argument, NULL, 'o'}, 0},
        {{"help", no_argument, NULL, 'h'}, 0},
    };
    size_t count = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].takes == 0 || (takes & all[i].takes) != 0)
            list[count++] = all[i].option;
    list[count] = (struct option){0};
    return count;
}

static size_t write_answer(const struct answer_options *options, const smet_assessment *assessment,
                           const smet_chart *chart, char *text, size_t capacity)
{
    const struct smet_answer_options answer = {
        .size = sizeof answer,
        .style = options->is_compact ? SMET_JSON_COMPACT : SMET_JSON_INDENTED,
        .answer = options->scores_only ? SMET_ANSWER_SCORES : SMET_ANSWER_FULL,
        .patient = options->patient,
        .date = options->date,
    };
    return options->format == ANSWER_CARDS
               ? smet_assessment_write_cards(assessment, chart, &answer, text, capacity)
               : smet_assessment_write_fhir(assessment, chart, &answer, text, capacity);
}

/* Whether the library takes a date or an id: the answer to nothing is written with it. */
static bool is_taken(const char *patient, const char *date)
{
    const struct answer_options options = {
        .format = ANSWER_CARDS, .patient = patient, .date = date};
    smet_record *record = smet_record_new();
    smet_assessment *assessment = record == NULL ? NULL : smet_assess(record, NULL);
    if (assessment == NULL)
        tool_no_memory();
    bool is_good = write_answer(&options, assessment, NULL, NULL, 0) > 0;
    smet_assessment_free(assessment);
    smet_record_free(record);
    return is_good;
}

static bool ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text), room = strlen(ending);
    return length >= room && strcmp(text + length - room, ending) == 0;
}

static int check_options(struct answer_options *options, const char *command, unsigned takes)
{
    if (options->patient != NULL && !is_taken(options->patient, NULL))
        return tool_usage(command, "%s: --patient is no id of FHIR: %s", command,
                          options->patient);
    if (options->date != NULL && !is_taken(NULL, options->date))
        return tool_usage(command, "%s: --date is no date of FHIR: %s", command, options->date);
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference) "-", or what -o was given */
    if (options->output[0] == '\0')
        return tool_usage(command, "%s: -o needs a name", command);
    if ((takes & ANSWER_TAKES_BULK) != 0 && ends_with(options->input, ".ndjson"))
        options->is_bulk = true;
    if (options->is_bulk && options->format != ANSWER_FHIR)
        return tool_usage(command, "%s: many patients have answers in FHIR alone", command);
    if (options->is_bulk && options->patient != NULL)
        return tool_usage(command, "%s: --patient is for one patient, not for many", command);
    return TOOL_DONE;
}

int answer_take_options(struct answer_options *options, int argc, char **argv, unsigned takes,
                        const char *operand)
{
    struct option list[16];
    int option, status = TOOL_DONE;
    list_options(list, takes);
    while (status == TOOL_DONE && (option = getopt_long(argc, argv, ":ho:", list, NULL)) != -1)
        status = option == 'h' ? TOOL_HELP : take_option(options, argv, option);
    if (status != TOOL_DONE)
        return status;
#ifdef SMET__SCORES_ONLY
    options->scores_only = true;
#endif
    if (argc - optind != 1)
        return tool_usage(argv[0], "%s: one %s is needed, or - for standard input", argv[0],
                          operand);
    options->command = argv[0];
    options->input = argv[optind];
    return check_options(options, argv[0], takes);
}

/* --- charts ----------------------------------------------------------------------- */

bool answer_read_codes(const struct answer_options *options, smet_code_map **codes)
{
    struct smet_error error = {.size = sizeof error};
    size_t length = 0;
    *codes = NULL;
    if (options->codes == NULL)
        return true;
    char *text = whole_read(options->codes, SMET_CHART_TEXT_MAX, &length);
    if (text == NULL)
        return false;
    *codes = smet_code_map_read_json(text, length, &error);
    if (*codes == NULL)
        tool_complain("%s: %s", tool_input_name(options->codes), error.message);
    free(text);
    return *codes != NULL;
}

smet_chart *answer_new_chart(const struct answer_options *options, const smet_code_map *codes,
                             const char *patient)
{
    char day[sizeof "2026-01-31"] = "";
    if (options->date != NULL && strlen(options->date) >= sizeof day - 1)
        memcpy(day, options->date, sizeof day - 1);
    const struct smet_chart_options chart_options = {
        .size = sizeof chart_options,
        .patient = patient,
        .evaluation_date = day[0] != '\0' ? day : NULL,
        .codes = codes,
    };
    smet_chart *chart = smet_chart_new(&chart_options, NULL);
    if (chart == NULL)
        tool_no_memory();
    return chart;
}

static smet_assessment *read_chart(const struct answer_options *options, smet_chart *chart)
{
    struct smet_error error = {.size = sizeof error};
    smet_assessment *assessment = NULL;
    size_t length = 0;
    char *text = whole_read(options->input, SMET_CHART_TEXT_MAX, &length);
    if (text == NULL)
        return NULL;
    if (smet_chart_read_fhir(chart, text, length, &error) == SMET_OK)
        assessment = smet_assess(smet_chart_record(chart), &error);
    if (assessment == NULL)
        tool_complain("%s: %s", tool_input_name(options->input), error.message);
    free(text);
    return assessment;
}

/* --- writing ---------------------------------------------------------------------- */

/* The width that a line of prose should have on this output. */
static int report_width(bool is_terminal)
{
    struct winsize size;
    if (!is_terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 80;
    return size.ws_col < 80 ? 80 : size.ws_col > 100 ? 100 : size.ws_col;
}

static bool report_color(bool is_terminal)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (!is_terminal || (refused != NULL && refused[0] != '\0'))
        return false;
    return terminal == NULL || strcmp(terminal, "dumb") != 0;
}

static void add_report(struct text *text, const struct answer_options *options,
                       const smet_assessment *assessment, const smet_chart *chart)
{
    bool is_terminal = strcmp(options->output, "-") == 0 && isatty(STDOUT_FILENO);
    const struct report_style style = {
        .width = report_width(is_terminal),
        .color = report_color(is_terminal),
        .scores_only = options->scores_only,
    };
    char *words = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&words, &length);
    if (out == NULL)
        tool_no_memory();
    smet_tool_write_report(out, assessment, &style);
    if (chart != NULL)
        facts_write(out, chart, &style);
    if (fclose(out) != 0)
        tool_no_memory();
    text_add_bytes(text, words, length);
    free(words);
}

/* What writes by the library's convention. */
typedef size_t writer(const struct answer_options *options, const smet_assessment *assessment,
                      const smet_chart *chart, char *text, size_t capacity);

static size_t write_assessment(const struct answer_options *options,
                               const smet_assessment *assessment, const smet_chart *chart,
                               char *text, size_t capacity)
{
    (void)chart;
    return options->scores_only
               ? smet_assessment_write_scores_json(assessment, SMET_JSON_INDENTED, text, capacity)
               : smet_assessment_write_json(assessment, SMET_JSON_INDENTED, text, capacity);
}

static size_t write_chart(const struct answer_options *options, const smet_assessment *assessment,
                          const smet_chart *chart, char *text, size_t capacity)
{
    (void)options;
    (void)assessment;
    return smet_chart_write_json(chart, SMET_JSON_COMPACT, text, capacity);
}

/* Into the room that the text has, which a text used again has from before. */
static void add_written(struct text *text, writer *write, const struct answer_options *options,
                        const smet_assessment *assessment, const smet_chart *chart)
{
    size_t needed = 65536;
    for (;;) {
        if (text->capacity < text->length + needed) {
            text->capacity = text->length + needed;
            text->at = tool_allocate(text->at, text->capacity);
        }
        size_t room = text->capacity - text->length;
        size_t length = write(options, assessment, chart, text->at + text->length, room);
        if (length == 0)
            tool_no_memory();
        if (length < room) {
            text->length += length;
            return;
        }
        needed = length + length / 4 + 1;
    }
}

static json_t *written_json(writer *write, const struct answer_options *options,
                            const smet_assessment *assessment, const smet_chart *chart)
{
    struct text text = {0};
    add_written(&text, write, options, assessment, chart);
    json_t *root = json_loadb(text_words(&text), text.length, 0, NULL);
    text_free(&text);
    if (root == NULL)
        tool_no_memory();
    return root;
}

/* The assessment, with the patient and the facts of the chart behind. */
static void add_json_with_facts(struct text *text, const struct answer_options *options,
                                const smet_assessment *assessment, const smet_chart *chart)
{
    static const char *const members[] = {"patient", "facts"};
    json_t *root = written_json(write_assessment, options, assessment, chart);
    json_t *charted = written_json(write_chart, options, assessment, chart);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        json_t *member = json_object_get(charted, members[i]);
        if (member != NULL && json_object_set(root, members[i], member) != 0)
            tool_no_memory();
    }
    char *words = json_dumps(root, JSON_INDENT(2));
    if (words == NULL)
        tool_no_memory();
    text_add(text, words);
    free(words);
    json_decref(charted);
    json_decref(root);
}

void answer_add(struct text *text, const struct answer_options *options,
                const smet_assessment *assessment, const smet_chart *chart)
{
    if (options->format == ANSWER_TEXT)
        add_report(text, options, assessment, chart);
    else if (options->format != ANSWER_JSON)
        add_written(text, write_answer, options, assessment, chart);
    else if (chart != NULL)
        add_json_with_facts(text, options, assessment, chart);
    else
        add_written(text, write_assessment, options, assessment, chart);
}

int answer_write(const struct answer_options *options, const smet_assessment *assessment,
                 const smet_chart *chart)
{
    struct output *output;
    int status = output_open(&output, &(struct place_request){options->command, "-o",
                                                              options->output, false});
    if (status != TOOL_DONE)
        return status;
    struct text text = {0};
    answer_add(&text, options, assessment, chart);
    output_put(output, text_words(&text), text.length);
    if (text.length > 0 && text.at[text.length - 1] != '\n')
        output_put_byte(output, '\n');
    text_free(&text);
    return output_commit(output) ? TOOL_DONE : TOOL_REFUSED;
}

int answer_run(const struct answer_options *options)
{
    smet_code_map *codes;
    int status = TOOL_REFUSED;
    if (!answer_read_codes(options, &codes))
        return TOOL_REFUSED;
    smet_chart *chart = answer_new_chart(options, codes, options->patient);
    smet_assessment *assessment = read_chart(options, chart);
    if (assessment != NULL)
        status = answer_write(options, assessment, chart);
    smet_assessment_free(assessment);
    smet_chart_free(chart);
    smet_code_map_free(codes);
    return status;
}
