#define _POSIX_C_SOURCE 200809L
#include "shared/whole.h"

#include "shared/input.h"
#include "shared/tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *whole_read(const char *operand, size_t limit, size_t *length)
{
    int file = tool_open_input(operand);
    if (file < 0)
        return NULL;
    char *text = tool_allocate(NULL, 1);
    size_t capacity = 0;
    ssize_t got = 1;
    for (*length = 0; got > 0 && *length <= limit; *length += got > 0 ? (size_t)got : 0) {
        if (*length == capacity) {
            capacity = capacity == 0 ? 65536 : capacity * 2;
            capacity = capacity > limit + 1 ? limit + 1 : capacity;
            text = tool_allocate(text, capacity);
        }
        do
            got = read(file, text + *length, capacity - *length);
        while (got < 0 && errno == EINTR);
    }
    if (got < 0) {
        tool_complain("%s: %s", tool_input_name(operand), strerror(errno));
        free(text);
        text = NULL;
    }
    if (file != STDIN_FILENO)
        close(file);
    return text;
}
