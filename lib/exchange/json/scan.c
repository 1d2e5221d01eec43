#include "exchange/json/scan.h"

#include "exchange/json/parse.h"

#include <string.h>

struct smet__scan smet__scan_begin(const char *text, size_t end)
{
    return (struct smet__scan){.text = text, .end = end};
}

/* Behind the closing quote of the string whose opening quote is at `begin`. */
static size_t string_end(const char *text, size_t begin, size_t end)
{
    size_t at = begin + 1;
    while (at < end && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return at < end ? at + 1 : end;
}

static bool is_walked(int depth)
{
    return depth == 1 || depth == 2;
}

/* Takes a byte that is in no string into account. */
static void step(struct smet__scan *scan, char c)
{
    if (c == '{' || c == '[')
        scan->depth++;
    else if (c == '}' || c == ']')
        scan->depth--;
    if (!is_walked(scan->depth))
        return;
    if (c == '{' || c == '[')
        scan->level[scan->depth].is_object = c == '{';
    if (c == '{' || c == '[' || c == ',')
        scan->level[scan->depth].expects_key = scan->level[scan->depth].is_object;
    else if (c == ':')
        scan->level[scan->depth].expects_key = false;
}

/* Whether a string that begins here is a key that the walk stops at. */
static bool is_key(const struct smet__scan *scan)
{
    return is_walked(scan->depth) && scan->level[1].is_object &&
           scan->level[scan->depth].expects_key;
}

bool smet__scan_next(struct smet__scan *scan)
{
    while (scan->at < scan->end) {
        size_t begin = scan->at;
        if (scan->text[begin] != '"') {
            step(scan, scan->text[scan->at++]);
            continue;
        }
        scan->at = string_end(scan->text, begin, scan->end);
        if (is_key(scan)) {
            scan->key_begin = begin;
            scan->key_end = scan->at;
            scan->key_depth = scan->depth;
            return true;
        }
    }
    return false;
}

json_t *smet__scan_key(const struct smet__scan *scan)
{
    json_error_t wrong;
    json_t *key = smet__parse(scan->text + scan->key_begin, scan->key_end - scan->key_begin, false,
                              &wrong);
    return key == NULL && json_error_code(&wrong) != json_error_out_of_memory ? json_null() : key;
}

json_t *smet__scan_member(const char *text, size_t end)
{
    struct smet__scan scan = smet__scan_begin(text, end);
    struct smet__scan found = {.key_depth = 0};
    while (smet__scan_next(&scan))
        if (scan.key_depth == 1)
            found = scan;
    return found.key_depth == 0 ? json_null() : smet__scan_key(&found);
}

static size_t skip_digits(const char *text, size_t at, size_t end)
{
    while (at < end && text[at] >= '0' && text[at] <= '9')
        at++;
    return at;
}

/* Behind the number that begins before the end with a digit, as JSON writes it; `at` when none
 * does. */
static size_t number_end(const char *text, size_t at, size_t end)
{
    size_t whole = text[at] == '0' ? at + 1 : skip_digits(text, at, end);
    if (whole == at)
        return at;
    size_t number = whole;
    if (number < end && text[number] == '.') {
        size_t fraction = skip_digits(text, number + 1, end);
        if (fraction > number + 1)
            number = fraction;
    }
    if (number < end && (text[number] == 'e' || text[number] == 'E')) {
        size_t sign = number + 1;
        if (sign < end && (text[sign] == '+' || text[sign] == '-'))
            sign++;
        size_t exponent = skip_digits(text, sign, end);
        if (exponent > sign)
            number = exponent;
    }
    return number;
}

static void mask_numbers(char *text, size_t at, size_t end)
{
    while (at < end) {
        size_t next = text[at] == '"' ? string_end(text, at, end) : number_end(text, at, end);
        if (next > at && text[at] != '"')
            memset(text + at + 1, ' ', next - at - 1);
        at = next > at ? next : at + 1;
    }
}

bool smet__is_own_key(const json_t *key)
{
    return json_string_length(key) > 0 && json_string_value(key)[0] == '_';
}

bool smet__mask_own_numbers(char *text, size_t length)
{
    struct smet__scan scan = smet__scan_begin(text, length);
    bool is_more = smet__scan_next(&scan);
    while (is_more) {
        json_t *key = smet__scan_key(&scan);
        size_t value = scan.key_end;
        if (key == NULL)
            return false;
        do
            is_more = smet__scan_next(&scan);
        while (is_more && scan.key_depth != 1);
        if (smet__is_own_key(key))
            mask_numbers(text, value, is_more ? scan.key_begin : length);
        json_decref(key);
    }
    return true;
}
