/*
 * sacralmet cards: what a CDS Hooks service would answer.
 */
#include "answer/answers.h"

static const char help[] =
    "usage: sacralmet cards [--patient ID] [--date DATE] [--codes FILE]\n"
    "                       [--scores-only] [-o OUT] PREFETCH|-\n"
    "\n"
    "Reads a CDS Hooks request, its prefetch object, or a FHIR R4 Bundle, and writes\n"
    "the response: one card a decision, the most urgent first; no card where there is\n"
    "nothing to say.\n"
    "\n"
    "  --patient ID     the patient, where the resources are of more than one\n"
    "  --date DATE      when this is asked, a date of FHIR; ages are told by it\n"
    "  --codes FILE     more codes that stand for facts\n"
    "  --scores-only    scores and contradictions, without recommendations\n"
    "  -o, --output OUT writes to OUT, which appears when it is whole; - is standard\n"
    "                   output\n"
    "  -h, --help       this text\n";

int command_cards(int argc, char **argv)
{
    struct answer_options options = {.format = ANSWER_CARDS, .output = "-"};
    int status = answer_take_options(&options, argc, argv, ANSWER_TAKES_CODES, "PREFETCH");
    if (status == TOOL_HELP)
        return tool_print(help);
    return status == TOOL_DONE ? answer_run(&options) : status;
}
