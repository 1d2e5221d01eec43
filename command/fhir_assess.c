/*
 * sacralmet fhir-assess: FHIR resources of one patient in, or of many, answers out.
 */
#include "answer/answers.h"
#include "bulk/bulk.h"

static const char help[] =
    "usage: sacralmet fhir-assess [--format fhir|json|text] [--patient ID]\n"
    "                             [--date DATE] [--codes FILE] [--scores-only]\n"
    "                             [-o OUT] BUNDLE|-\n"
    "       sacralmet fhir-assess --bulk [--date DATE] [--codes FILE]\n"
    "                             [--scores-only] [-o OUT] RESOURCES.ndjson|-\n"
    "\n"
    "Reads FHIR R4 resources of one patient and prints everything that can be said:\n"
    "as a Bundle of Observations and their like, as the JSON of 'sacralmet assess' with\n"
    "the facts behind, or for people. Each fact keeps the place that it was read from,\n"
    "also those that do not count, with the reason.\n"
    "\n"
    "  --format FORMAT  fhir (the default), json or text\n"
    "  --patient ID     the patient, where the resources are of more than one\n"
    "  --date DATE      when this is asked, a date of FHIR; ages are told by it\n"
    "  --codes FILE     more codes that stand for facts\n"
    "  --scores-only    scores and contradictions, without recommendations\n"
    "  --bulk           newline-delimited JSON in and out; so is a file .ndjson\n"
    "  -o, --output OUT writes to OUT, which appears when it is whole; - is standard\n"
    "                   output\n"
    "  -h, --help       this text\n"
    "\n"
    "With --bulk, a line that is a Bundle is one patient, answered at once by one line.\n"
    "Lines that are single resources, as a bulk export has them, are gathered by patient\n"
    "and answered at the end, in the order in which the patients were met: their facts\n"
    "are kept until then. A line that cannot be read is answered by an OperationOutcome\n"
    "in its place; the exit status is then 1, and standard error has their count.\n";

int command_fhir_assess(int argc, char **argv)
{
    struct answer_options options = {.format = ANSWER_FHIR, .output = "-"};
    int status =
        answer_take_options(&options, argc, argv,
                            ANSWER_TAKES_FORMAT | ANSWER_TAKES_CODES | ANSWER_TAKES_BULK, "BUNDLE");
    if (status == TOOL_HELP)
        return tool_print(help);
    if (status != TOOL_DONE)
        return status;
    return options.is_bulk ? bulk_run(&options) : answer_run(&options);
}
