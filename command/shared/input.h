/*
 * What is read.
 */
#ifndef SACRALMET_COMMAND_INPUT_H
#define SACRALMET_COMMAND_INPUT_H

/* What an input is called in messages. */
const char *tool_input_name(const char *operand);

/* Opens an operand for reading, "-" for standard input, so that no output can be the
 * same file; complains and gives -1 where that cannot be done. */
int tool_open_input(const char *operand);

#endif
