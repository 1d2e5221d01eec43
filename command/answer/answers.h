/*
 * What the subcommands that answer for one patient share: their options, the chart
 * that they read, and the forms in which an answer is written.
 */
#ifndef SACRALMET_TOOLS_ANSWERS_H
#define SACRALMET_TOOLS_ANSWERS_H

#include "shared/text.h"

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>

/* The forms of an answer. */
enum answer_format { ANSWER_TEXT, ANSWER_JSON, ANSWER_FHIR, ANSWER_CARDS };

struct answer_options {
    const char *command; /* for messages */
    enum answer_format format;
    bool scores_only;
    bool is_bulk;
    bool is_compact;      /* JSON in one line */
    const char *patient;  /* NULL: not said */
    const char *date;     /* NULL: not said */
    const char *codes;    /* a file of more codes; NULL: none */
    const char *output;   /* "-" is standard output */
    const char *input;
};

/* The options that a subcommand knows beside --help. */
enum answer_option {
    ANSWER_TAKES_FORMAT = 1,
    ANSWER_TAKES_CODES = 2,
    ANSWER_TAKES_BULK = 4
};

/* Takes the command line, whose one operand is called `operand` in messages. TOOL_DONE:
 * go on; TOOL_HELP: the help was asked for; else end with what is returned. */
int answer_take_options(struct answer_options *options, int argc, char **argv,
                        unsigned takes, const char *operand);

/* --- charts ----------------------------------------------------------------------- */

/* Reads the file of more codes. False, and complains, where it cannot be read; `codes`
 * stays NULL where none was named. */
bool answer_read_codes(const struct answer_options *options, smet_code_map **codes);

/* A new chart as the options have it; never NULL. `patient` NULL: any. */
smet_chart *answer_new_chart(const struct answer_options *options, const smet_code_map *codes,
                             const char *patient);

/* --- writing ---------------------------------------------------------------------- */

/* Puts an answer behind `text`; `chart` may be NULL. Ends the program where there is no
 * memory. */
void answer_add(struct text *text, const struct answer_options *options,
                const smet_assessment *assessment, const smet_chart *chart);

/* Writes an answer where the options want it, and returns the exit status. */
int answer_write(const struct answer_options *options, const smet_assessment *assessment,
                 const smet_chart *chart);

/* The whole of it for one patient: reads the input as FHIR, assesses, writes. Returns
 * the exit status. */
int answer_run(const struct answer_options *options);

#endif
