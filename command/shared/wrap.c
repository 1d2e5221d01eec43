#include "shared/wrap.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The length of a color escape at `text`, 0 where there is none. */
static size_t escape_length(const char *text)
{
    if (text[0] != '\033' || text[1] != '[')
        return 0;
    size_t length = 2 + strspn(text + 2, "0123456789;");
    return text[length] == 'm' ? length + 1 : 0;
}

/* The columns of `length` bytes: every byte that begins a code point is one. */
static size_t columns_of(const char *text, size_t length)
{
    size_t columns = 0;
    for (size_t i = 0; i < length; i++) {
        size_t escape = escape_length(text + i);
        if (escape != 0)
            i += escape - 1;
        else if (((unsigned char)text[i] & 0xC0) != 0x80)
            columns++;
    }
    return columns;
}

size_t wrap_columns(const char *text)
{
    return columns_of(text, strlen(text));
}

/* A line under way: how far it is written, and where its next word must begin. */
struct line {
    FILE *out;
    size_t limit;  /* columns of a line */
    size_t column; /* columns written */
    size_t margin; /* where the next word begins at the earliest */
    bool is_empty; /* no word stands in the line yet */
};

static void break_line(struct line *line, int indent)
{
    putc('\n', line->out);
    line->column = 0;
    line->margin = indent > 0 ? (size_t)indent : 0;
    line->is_empty = true;
}

/* Indentation is only written before a word, so that no line ends in blanks. */
static void write_word(struct line *line, int indent, const char *word, size_t length)
{
    size_t columns = columns_of(word, length);
    size_t gap = line->is_empty ? 0 : 1;
    if (line->column + gap + columns > line->limit && !line->is_empty) {
        break_line(line, indent);
        gap = 0;
    }
    if (line->is_empty && line->margin > line->column)
        gap = line->margin - line->column;
    for (size_t i = 0; i < gap; i++)
        putc(' ', line->out);
    fwrite(word, 1, length, line->out);
    line->column += gap + columns;
    line->is_empty = false;
}

static void write_words(struct line *line, int indent, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");
        if (length > 0)
            write_word(line, indent, text, length);
        else if (*text == '\n')
            break_line(line, indent);
        text += length > 0 ? length : 1;
    }
    putc('\n', line->out);
}

static struct line begin_line(FILE *out, int width, int first_indent)
{
    struct line line = {.out = out, .is_empty = true};
    line.limit = width > 0 ? (size_t)width : 1;
    line.margin = first_indent > 0 ? (size_t)first_indent : 0;
    return line;
}

void wrap_text(FILE *out, int width, int first_indent, int indent, const char *text)
{
    struct line line = begin_line(out, width, first_indent);
    write_words(&line, indent, text);
}

void wrap_lead(FILE *out, int width, int first_indent, int indent, const char *lead,
               const char *text)
{
    struct line line = begin_line(out, width, first_indent);
    if (lead[0] != '\0') {
        write_word(&line, indent, lead, strlen(lead));
        size_t margin = indent > 0 ? (size_t)indent : 0;
        line.margin = line.column < margin ? margin : line.column + 1;
        line.is_empty = true;
    }
    write_words(&line, indent, text);
}

void wrap_format(FILE *out, int width, int first_indent, int indent, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text != NULL) {
        vsnprintf(text, (size_t)length + 1, format, again);
        wrap_text(out, width, first_indent, indent, text);
    }
    va_end(again);
    free(text);
}
