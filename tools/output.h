/*
 * A file that is written in big blocks and appears under its name only when it
 * is whole.
 */
#ifndef SACRALMET_TOOLS_OUTPUT_H
#define SACRALMET_TOOLS_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct output;

/* How many outputs may be open at a time. */
enum { OUTPUTS_MAX = 2 };

/*
 * Opens an output, "-" for standard output. A regular file is written beside its
 * name and renamed by output_commit(); a device or a pipe is written as it is.
 * What is not committed is removed, also when the program ends by exit(), SIGINT,
 * SIGTERM or SIGHUP. OUTPUTS_MAX outputs may be open at a time. Complains and gives
 * NULL where it cannot be opened.
 */
struct output *output_open(const char *name);

void output_put(struct output *output, const char *bytes, size_t length);
void output_put_byte(struct output *output, char byte);

/* Whether two outputs replace the same file. */
bool output_is_same(const struct output *output, const struct output *other);

/* Whether a write failed; what is put then goes nowhere. */
bool output_failed(const struct output *output);

/* Writes all that was put; false where any of it was lost. The file does not appear
 * yet. */
bool output_flush(struct output *output);

/* Finishes and frees. Returns false, and complains, where anything was lost. */
bool output_commit(struct output *output);

/* Removes what was written and frees. NULL is fine. */
void output_abandon(struct output *output);

#endif
