/*
 * Words wrapped to a width, for everything that the command prints for people.
 */
#ifndef SACRALMET_TOOLS_WRAP_H
#define SACRALMET_TOOLS_WRAP_H

#include <stddef.h>
#include <stdio.h>

#if defined(__GNUC__)
#define WRAP_FORMAT(at, first) __attribute__((format(printf, at, first)))
#else
#define WRAP_FORMAT(at, first)
#endif

/* How wide the text is when nothing better is known. */
enum { WRAP_WIDTH = 80 };

/*
 * Writes `text` as one paragraph that ends with a newline: its first line
 * indented by `first_indent` blanks, the others by `indent`, none wider than
 * `width` unless one word is. Blanks between words may come out as one or as a
 * line break; newlines in `text` break lines. A code point is one column wide,
 * and escape sequences that set colors (ESC [ ... m) are none.
 * An empty text gives an empty line.
 */
void wrap_text(FILE *out, int width, int first_indent, int indent, const char *text);

/* The same with a lead, such as a key or a bullet, that stands in the first
 * line's indentation: "lead" is written at `first_indent` and the text begins at
 * column `indent`, or one blank behind a lead that reaches further. */
void wrap_lead(FILE *out, int width, int first_indent, int indent, const char *lead,
               const char *text);

/* wrap_text() of what printf would print; of any length. */
void wrap_format(FILE *out, int width, int first_indent, int indent, const char *format, ...)
    WRAP_FORMAT(5, 6);

/* How many columns a text takes: its code points, color escapes left out. */
size_t wrap_columns(const char *text);

#endif
