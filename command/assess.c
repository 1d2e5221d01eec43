/*
 * sacralmet assess: one record in, everything that can be said of it out.
 */
#include "shared/input.h"
#include "answer/answers.h"
#include "shared/whole.h"

#include <stdlib.h>

static const char help[] =
    "usage: sacralmet assess [--format text|json|fhir] [--scores-only]\n"
    "                        [--patient ID] [--date DATE] [-o OUT] FILE|-\n"
    "\n"
    "Reads one record, a JSON object of field keys and values, and prints everything\n"
    "that can be said of it: scores, interventions with the rules and sources behind\n"
    "them, contradictions, and the facts that would settle most.\n"
    "\n"
    "  --format FORMAT      text for people (the default), json for programs, or fhir,\n"
    "                       a FHIR R4 Bundle\n"
    "  --scores-only        scores and contradictions, without recommendations\n"
    "  --patient ID         in FHIR: of whom the answer is\n"
    "  --date DATE          in FHIR: when it was given\n"
    "  -o, --output OUT     writes to OUT, which appears when it is whole; - is standard\n"
    "                       output\n"
    "  -h, --help           this text\n"
    "\n"
    "A value is an option's key (\"ecog\": \"3\") or a whole number (\"karnofsky\": 80); a\n"
    "list means one of its members, {\"min\": 40, \"max\": 60} a range, and null or\n"
    "nothing is unknown, which is never 'no'. 'sacralmet catalog' lists the fields.\n"
    "Color is used on a terminal, unless NO_COLOR is set.\n";

static smet_assessment *assess_file(const char *operand)
{
    struct smet_error error = {.size = sizeof error};
    size_t length = 0;
    char *text = whole_read(operand, SMET_JSON_RECORD_MAX, &length);
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

int command_assess(int argc, char **argv)
{
    struct answer_options options = {.format = ANSWER_TEXT, .output = "-"};
    int status = answer_take_options(&options, argc, argv, ANSWER_TAKES_FORMAT, "FILE");
    if (status == TOOL_HELP)
        return tool_print(help);
    if (status != TOOL_DONE)
        return status;
    smet_assessment *assessment = assess_file(options.input);
    if (assessment == NULL)
        return TOOL_REFUSED;
    status = answer_write(&options, assessment, NULL);
    smet_assessment_free(assessment);
    return status;
}
