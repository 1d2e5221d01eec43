#include "bulk/bulk.h"

#include "shared/input.h"
#include "bulk/lines.h"
#include "bulk/resource.h"
#include "shared/output.h"
#include "shared/progress.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A patient whose resources stand in lines of their own. */
struct gathered {
    char *id;
    smet_chart *chart;
};

struct bulk {
    const struct answer_options *options;
    const smet_code_map *codes;
    struct output *output;
    struct text line; /* being put together */
    struct bulk_lines lines;
    struct progress progress;
    uint64_t bad;

    struct gathered *patients; /* in the order in which they were met */
    size_t patient_count;
    size_t *slots; /* by id: 1 + the number of the patient; 0 is free */
    size_t slot_count;
};

/* --- lines of the answer ------------------------------------------------------------ */

static void put_line(struct bulk *bulk)
{
    output_put(bulk->output, text_words(&bulk->line), bulk->line.length);
    output_put_byte(bulk->output, '\n');
    text_clear(&bulk->line);
}

static void put_answer(struct bulk *bulk, const smet_chart *chart)
{
    smet_assessment *assessment = smet_assess(smet_chart_record(chart), NULL);
    if (assessment == NULL)
        tool_no_memory();
    answer_add(&bulk->line, bulk->options, assessment, chart);
    smet_assessment_free(assessment);
    put_line(bulk);
}

/* A line that cannot be answered keeps its place. */
static void put_outcome(struct bulk *bulk, const char *code, const char *why)
{
    struct text diagnostics = {0};
    text_add_format(&diagnostics, "line %llu: ", (unsigned long long)bulk->lines.number);
    text_add(&diagnostics, why);
    json_t *outcome = json_pack("{s:s, s:[{s:s, s:s, s:s}]}", "resourceType", "OperationOutcome",
                                "issue", "severity", "error", "code", code, "diagnostics",
                                text_words(&diagnostics));
    char *words = outcome == NULL ? NULL : json_dumps(outcome, JSON_COMPACT);
    if (words == NULL)
        tool_no_memory();
    text_add(&bulk->line, words);
    put_line(bulk);
    bulk->bad++;
    free(words);
    json_decref(outcome);
    text_free(&diagnostics);
}

static void put_refusal(struct bulk *bulk, const struct smet_error *error)
{
    static const struct {
        smet_status_t status;
        const char *code; /* of the issue types of FHIR */
    } codes[] = {
        {SMET_ERROR_SYNTAX, "structure"},
        {SMET_ERROR_ENCODING, "structure"},
        {SMET_ERROR_WRONG_KIND, "structure"},
        {SMET_ERROR_TOO_LARGE, "too-long"},
    };
    const char *code = "invalid";
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i].status == error->status)
            code = codes[i].code;
    put_outcome(bulk, code, error->message);
}

/* --- patients ----------------------------------------------------------------------- */

static size_t slot_of(const struct bulk *bulk, const char *id)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (const char *at = id; *at != '\0'; at++)
        hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211);
    size_t slot = (size_t)hash & (bulk->slot_count - 1);
    while (bulk->slots[slot] != 0 &&
           strcmp(bulk->patients[bulk->slots[slot] - 1].id, id) != 0)
        slot = (slot + 1) & (bulk->slot_count - 1);
    return slot;
}

/* Keeps at least half of the slots free. */
static void make_slots(struct bulk *bulk)
{
    if (bulk->slot_count > 2 * bulk->patient_count)
        return;
    bulk->slot_count = bulk->slot_count == 0 ? 1024 : bulk->slot_count * 2;
    bulk->slots = tool_allocate(bulk->slots, bulk->slot_count * sizeof *bulk->slots);
    memset(bulk->slots, 0, bulk->slot_count * sizeof *bulk->slots);
    bulk->patients =
        tool_allocate(bulk->patients, bulk->slot_count / 2 * sizeof *bulk->patients);
    for (size_t i = 0; i < bulk->patient_count; i++)
        bulk->slots[slot_of(bulk, bulk->patients[i].id)] = i + 1;
}

/* The chart of a patient; takes `id` over. */
static smet_chart *chart_of(struct bulk *bulk, char *id)
{
    make_slots(bulk);
    size_t slot = slot_of(bulk, id);
    if (bulk->slots[slot] != 0) {
        free(id);
        return bulk->patients[bulk->slots[slot] - 1].chart;
    }
    smet_chart *chart = answer_new_chart(bulk->options, bulk->codes, id);
    bulk->patients[bulk->patient_count++] = (struct gathered){id, chart};
    bulk->slots[slot] = bulk->patient_count;
    return chart;
}

static void free_patients(struct bulk *bulk)
{
    for (size_t i = 0; i < bulk->patient_count; i++) {
        smet_chart_free(bulk->patients[i].chart);
        free(bulk->patients[i].id);
    }
    free(bulk->patients);
    free(bulk->slots);
}

/* --- lines of the input --------------------------------------------------------------- */

static void read_whole_patient(struct bulk *bulk, const char *text, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    smet_chart *chart = answer_new_chart(bulk->options, bulk->codes, NULL);
    if (smet_chart_read_fhir(chart, text, length, &error) == SMET_OK)
        put_answer(bulk, chart);
    else
        put_refusal(bulk, &error);
    smet_chart_free(chart);
}

/* A resource that names no patient says nothing of one; one that is no JSON is refused by
 * the library, in its words. */
static void read_resource(struct bulk *bulk, const char *text, size_t length)
{
    struct smet_error error = {.size = sizeof error};
    bool is_json;
    char *patient = bulk_patient_of(text, length, &is_json);
    if (!is_json)
        read_whole_patient(bulk, text, length);
    else if (patient != NULL &&
             smet_chart_read_fhir(chart_of(bulk, patient), text, length, &error) != SMET_OK)
        put_refusal(bulk, &error);
}

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
            return false;
    return true;
}

static void read_line(struct bulk *bulk, enum bulk_line kind, const char *text, size_t length)
{
    if (kind == BULK_LINE_TOO_LONG)
        put_outcome(bulk, "too-long", "The line is longer than is read at a time.");
    else if (is_blank(text, length))
        return;
    else if (bulk_is_single(text, length))
        read_resource(bulk, text, length);
    else
        read_whole_patient(bulk, text, length);
}

static bool read_lines(struct bulk *bulk)
{
    const char *text;
    size_t length;
    enum bulk_line kind;
    while ((kind = bulk_lines_next(&bulk->lines, &text, &length)) < BULK_LINES_END) {
        read_line(bulk, kind, text, length);
        progress_step(&bulk->progress, bulk->lines.number, bulk->lines.bytes);
        if (output_failed(bulk->output))
            return true;
    }
    if (kind == BULK_LINES_FAILED)
        tool_complain("%s: %s", tool_input_name(bulk->options->input),
                      strerror(bulk->lines.error));
    return kind != BULK_LINES_FAILED;
}

static bool run_lines(struct bulk *bulk)
{
    bool to_terminal = strcmp(bulk->options->output, "-") == 0 && isatty(STDOUT_FILENO);
    progress_begin(&bulk->progress, bulk->lines.file, to_terminal);
    bool is_good = read_lines(bulk);
    for (size_t i = 0; is_good && i < bulk->patient_count && !output_failed(bulk->output); i++)
        put_answer(bulk, bulk->patients[i].chart);
    progress_end(&bulk->progress);
    return is_good;
}

static int report_bad_lines(const struct bulk *bulk)
{
    if (bulk->bad == 0)
        return TOOL_DONE;
    tool_complain("%s: %llu line%s could not be read; see the OperationOutcome of each",
                  tool_input_name(bulk->options->input), (unsigned long long)bulk->bad,
                  bulk->bad == 1 ? "" : "s");
    return TOOL_REFUSED;
}

static int run_output(struct bulk *bulk)
{
    const struct place_request request = {bulk->options->command, "-o", bulk->options->output,
                                          false};
    int status = output_open(&bulk->output, &request);
    if (status != TOOL_DONE)
        return status;
    if (!run_lines(bulk)) {
        output_abandon(bulk->output);
        return TOOL_REFUSED;
    }
    return output_commit(bulk->output) ? report_bad_lines(bulk) : TOOL_REFUSED;
}

int bulk_run(const struct answer_options *options)
{
    struct answer_options compact = *options;
    compact.is_compact = true;
    struct bulk bulk = {.options = &compact};
    smet_code_map *codes;
    if (!answer_read_codes(options, &codes))
        return TOOL_REFUSED;
    bulk.codes = codes;
    int status = TOOL_REFUSED, file = tool_open_input(options->input);
    if (file >= 0) {
        bulk_lines_begin(&bulk.lines, file, SMET_CHART_TEXT_MAX);
        status = run_output(&bulk);
        bulk_lines_free(&bulk.lines);
        if (file != STDIN_FILENO)
            close(file);
    }
    text_free(&bulk.line);
    free_patients(&bulk);
    smet_code_map_free(codes);
    return status;
}
