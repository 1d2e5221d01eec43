#define _POSIX_C_SOURCE 200809L
#include "shared/input.h"

#include "shared/place.h"
#include "shared/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

const char *tool_input_name(const char *operand)
{
    return strcmp(operand, "-") == 0 ? "standard input" : operand;
}

int tool_open_input(const char *operand)
{
    int file = STDIN_FILENO;
    if (strcmp(operand, "-") != 0)
        file = open(operand, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        tool_complain("%s: %s", operand, strerror(errno));
    else
        place_note_input(file, tool_input_name(operand));
    return file;
}
