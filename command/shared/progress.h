/*
 * A progress bar on standard error, when that is a terminal.
 */
#ifndef SACRALMET_TOOLS_PROGRESS_H
#define SACRALMET_TOOLS_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    bool is_shown;
    uint64_t size;    /* bytes of the input; 0 when that is not known */
    double began;     /* seconds of a clock that only goes forward */
    double drawn;     /* when it was drawn last */
    uint64_t looked;  /* rows when the clock was read last */
};

/* `input` is the file that is read, `output_is_terminal` whether rows go to the
 * terminal themselves: then there is no bar. */
void progress_begin(struct progress *progress, int input, bool output_is_terminal);

/* After rows: draws, but no more than ten times a second. */
void progress_step(struct progress *progress, uint64_t rows, uint64_t bytes);

/* Wipes the bar, so that messages begin on a line of their own. */
void progress_end(struct progress *progress);

#endif
