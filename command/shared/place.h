/*
 * Where an output goes. It is decided here alone, so that no output is ever a file
 * that is read.
 */
#ifndef SACRALMET_TOOLS_PLACE_H
#define SACRALMET_TOOLS_PLACE_H

#include <stdbool.h>
#include <sys/stat.h>

/* What was asked for. */
struct place_request {
    const char *command; /* for messages */
    const char *option;  /* that names it, for messages */
    const char *name;    /* "-" is standard output */
    bool over_input;     /* a file that is read may be replaced, once all of it was written */
};

struct place {
    const char *name;   /* for messages */
    char *file;         /* to be made, or replaced: behind all links; NULL where there is none */
    int descriptor;     /* that is open already; -1 where there is none */
    bool exists;        /* then `before` says what is there */
    bool is_input;      /* it is a file that is read */
    struct stat before;
};

/* Notes an open file as one that is read. The name must stay. Ends the program where
 * messages would be written into it. */
void place_note_input(int file, const char *name);

/*
 * Decides where an output goes, all inputs having been opened. Nothing is opened or
 * made. Returns the exit status: TOOL_USAGE where the output is an input, TOOL_REFUSED
 * where there can be no output of this name; both complain.
 */
int place_find(struct place *place, const struct place_request *request);

/* Whether what is written to one place would be lost or mixed by the other. */
bool place_is_same(const struct place *place, const struct place *other);

void place_free(struct place *place);

#endif
