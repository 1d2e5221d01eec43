#include "exchange/shared/markdown.h"

#include <stdlib.h>
#include <string.h>

static void say_bytes(struct smet__words *words, const char *bytes, size_t length)
{
    if (words->has_failed)
        return;
    if (words->capacity - words->length <= length) {
        size_t capacity = (words->capacity + length + 1) * 2;
        char *at = realloc(words->at, capacity);
        if (at == NULL) {
            words->has_failed = true;
            return;
        }
        words->at = at;
        words->capacity = capacity;
    }
    memcpy(words->at + words->length, bytes, length);
    words->length += length;
    words->at[words->length] = '\0';
}

void smet__say(struct smet__words *words, const char *text)
{
    say_bytes(words, text, strlen(text));
}

void smet__say_number(struct smet__words *words, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) != 0);
    if (number < 0)
        digits[--at] = '-';
    say_bytes(words, digits + at, sizeof digits - at);
}

/* What is markup, a mention or a formula wherever it stands. */
static bool is_markup(char sign)
{
    return strchr("\\`*_{}[]<>|~&$#@!", sign) != NULL;
}

/* Where the sign stands that would begin a list or underline a heading, counted from 1;
 * 0 for nowhere. */
static size_t lead_of(const char *text)
{
    size_t blanks = strspn(text, " \t\r\n");
    size_t digits = strspn(text + blanks, "0123456789");
    char sign = text[blanks + digits];
    bool is_lead = digits > 0 ? sign == '.' || sign == ')'
                              : sign == '-' || sign == '+' || sign == '=';
    return is_lead ? blanks + digits + 1 : 0;
}

/* Addresses become links by themselves from `://` or `www.` on. */
static bool makes_address(const char *text, size_t at)
{
    return strncmp(text + at, "://", 3) == 0 ||
           (text[at] == '.' && at >= 3 && strncmp(text + at - 3, "www", 3) == 0);
}

void smet__say_escaped(struct smet__words *words, const char *text)
{
    size_t lead = lead_of(text);
    for (size_t i = 0; text[i] != '\0'; i++) {
        unsigned char sign = (unsigned char)text[i];
        if (sign < ' ' || sign == 0x7f) {
            say_bytes(words, " ", 1);
            continue;
        }
        if (is_markup(text[i]) || i + 1 == lead || makes_address(text, i))
            say_bytes(words, "\\", 1);
        say_bytes(words, text + i, 1);
    }
}

const char *smet__said(const struct smet__words *words)
{
    return words->at == NULL ? "" : words->at;
}

void smet__words_free(struct smet__words *words)
{
    free(words->at);
    *words = (struct smet__words){0};
}

size_t smet__code_points(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}
