/*
 * From text to a tree. What the parser refuses, though it is JSON, are numbers
 * beyond its reach: no fact needs them, so they are read as null.
 */
#include "base/errors.h"
#include "exchange/chart/parse.h"
#include "exchange/json/explain.h"
#include "exchange/json/parse.h"

#include <stdlib.h>
#include <string.h>

/* The longest number that the parser takes for certain. */
enum { SAFE_DIGITS = 18 };

static size_t string_end(const char *text, size_t at, size_t length)
{
    for (at++; at < length && text[at] != '"'; at++)
        if (text[at] == '\\')
            at++;
    return at < length ? at + 1 : length;
}

static size_t number_end(const char *text, size_t at, size_t length)
{
    while (at < length && text[at] != '\0' && strchr("0123456789+-.eE", text[at]) != NULL)
        at++;
    return at;
}

/* Whether the parser may find a number too large. */
static bool is_large(const char *number, size_t length)
{
    return length > SAFE_DIGITS ||
           (length >= 4 && (memchr(number, 'e', length) || memchr(number, 'E', length)));
}

static void mask_numbers(char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        if (text[at] == '"') {
            at = string_end(text, at, length);
            continue;
        }
        bool is_number = text[at] == '-' || (text[at] >= '0' && text[at] <= '9');
        size_t end = is_number ? number_end(text, at, length) : at + 1;
        if (is_number && is_large(text + at, end - at)) {
            memset(text + at, ' ', end - at);
            /* NOLINTNEXTLINE(bugprone-not-null-terminated-result) in the middle of a text */
            memcpy(text + at, "null", 4);
        }
        at = end;
    }
}

static json_t *parse_masked(const char *text, size_t length, json_error_t *wrong)
{
    json_t *root = NULL;
    char *masked = malloc(length);
    *wrong = (json_error_t){.position = 0};
    if (masked == NULL)
        return NULL;
    memcpy(masked, text, length);
    mask_numbers(masked, length);
    root = smet__parse(masked, length, true, wrong);
    free(masked);
    return root;
}

static smet_status_t refuse_parse(const char *text, size_t length, const json_error_t *wrong,
                                  struct smet_error *error)
{
    enum json_error_code code = json_error_code(wrong);
    if (!smet__is_utf8(text, length))
        return smet__refuse_encoding(text, length, error);
    if (code == json_error_duplicate_key)
        return smet__refuse_at(text, wrong, SMET_ERROR_DUPLICATE, "a key stands twice", error);
    if (code == json_error_null_byte_in_key)
        return smet__refuse_at(text, wrong, SMET_ERROR_SYNTAX, "a key holds the character NUL",
                               error);
    return smet__refuse_parse(text, wrong, error);
}

smet_status_t smet__chart_parse(const char *text, size_t length, json_t **root,
                                struct smet_error *error)
{
    json_error_t wrong = {.position = 0};
    if (length > SMET_CHART_TEXT_MAX)
        return smet__refuse(error, SMET_ERROR_TOO_LARGE, SMET_FIELD_INVALID,
                            "The text has more than %d bytes.", SMET_CHART_TEXT_MAX);
    *root = smet__parse(text, length, true, &wrong);
    if (*root == NULL && json_error_code(&wrong) == json_error_numeric_overflow)
        *root = parse_masked(text, length, &wrong);
    return *root == NULL ? refuse_parse(text, length, &wrong, error) : SMET_OK;
}
