/*
 * A file that is written in big blocks and appears under its name only when it
 * is whole.
 */
#ifndef SACRALMET_TOOLS_OUTPUT_H
#define SACRALMET_TOOLS_OUTPUT_H

#include "shared/place.h"

#include <stddef.h>
#include <stdint.h>

struct output;

/* How many outputs may be open at a time. */
enum { OUTPUTS_MAX = 2 };

/*
 * Opens an output, all inputs having been opened. A regular file is written beside its
 * name and renamed by output_commit(), with the owner and the mode of the file that it
 * replaces; a device, a pipe or an open descriptor is written as it is. What is not
 * committed is removed, also when the program ends by exit() or by a signal that asks
 * it to. OUTPUTS_MAX outputs may be open at a time. Returns the exit status, and
 * complains where it is not TOOL_DONE: TOOL_USAGE for an output that is an input.
 */
int output_open(struct output **output, const struct place_request *request);

/* Whether committing replaces a file that was read. */
bool output_replaces_input(const struct output *output);

void output_put(struct output *output, const char *bytes, size_t length);
void output_put_byte(struct output *output, char byte);

/* Its name in messages. */
const char *output_name(const struct output *output);

/* Whether two outputs are the same file. */
bool output_is_same(const struct output *output, const struct output *other);

/* Whether a write failed; what is put then goes nowhere. */
bool output_failed(const struct output *output);

/* Whether that was because nobody reads any more: nothing is said of it. */
bool output_lost_reader(const struct output *output);

/* Writes all that was put; false where any of it was lost. The file does not appear
 * yet. */
bool output_flush(struct output *output);

/* Finishes and frees. Returns false, and complains, where anything was lost. Nothing is said
 * where nobody reads any more. */
bool output_commit(struct output *output);

/* Removes what was written and frees. NULL is fine. */
void output_abandon(struct output *output);

#endif
