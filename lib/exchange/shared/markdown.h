/*
 * A text that grows, in GitHub-flavored Markdown: what is ours is said as it is,
 * what comes from elsewhere is escaped, so that it is read as it stands.
 */
#ifndef SMET_EXCHANGE_MARKDOWN_H
#define SMET_EXCHANGE_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Begins as all zero; `at` ends with NUL once something was said. */
struct smet__words {
    char *at;
    size_t length;
    size_t capacity;
    bool has_failed; /* no memory; what was said before is kept */
};

/* Says ASCII or UTF-8 text as it is. */
void smet__say(struct smet__words *words, const char *text);
void smet__say_number(struct smet__words *words, int64_t number);

/* Says a text so that nothing of it is markup: no emphasis, no link, no table, no
 * HTML, no heading or list at its beginning, all on one line. */
void smet__say_escaped(struct smet__words *words, const char *text);

/* The text, never NULL. */
const char *smet__said(const struct smet__words *words);

void smet__words_free(struct smet__words *words);

/* How many code points a text of UTF-8 has. */
size_t smet__code_points(const char *text);

#endif
