/*
 * Many patients: newline-delimited FHIR in, one line for each patient out.
 */
#ifndef SACRALMET_TOOLS_BULK_H
#define SACRALMET_TOOLS_BULK_H

#include "answer/answers.h"

/* Returns the exit status. */
int bulk_run(const struct answer_options *options);

#endif
