/*
 * Lines in, lines out: what programs share that answer many records in one process.
 */
#ifndef LINES_H
#define LINES_H

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>

/* Has each line of standard input answered, until one answer is not 0. What main() returns;
 * complains under the name of the program where that is not 0. */
int lines_answer(const char *program, int answer(const char *line, size_t length));

/* Writes an answer of any length by the library's convention, and ends the line. Not 0 where
 * there is no memory, or nowhere to write. */
typedef size_t lines_writer(const smet_assessment *assessment, const smet_chart *chart, char *text,
                            size_t capacity);
int lines_print(lines_writer *write, const smet_assessment *assessment, const smet_chart *chart);

/* Prints {"error": TEXT}; as lines_print(). */
int lines_refuse(const struct smet_error *error);

#endif
