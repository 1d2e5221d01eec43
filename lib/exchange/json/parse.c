#include "exchange/json/parse.h"

#include "base/errors.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DEPTH_MAX = 2048,
    NEAR_MAX = 20,             /* bytes of a token that are worth repeating */
    EXPONENT_MAX = 1000000000, /* no text has as many digits */
    EXPONENT_ROOM = 16
};

enum token {
    TOKEN_END = 0,
    TOKEN_INVALID = -1,
    TOKEN_STRING = 's',
    TOKEN_INTEGER = 'i',
    TOKEN_REAL = 'r',
    TOKEN_TRUE = 't',
    TOKEN_FALSE = 'f',
    TOKEN_NULL = 'n'
    /* and each mark is its own token */
};

struct parser {
    const char *text;
    size_t length;
    size_t at;    /* behind what was read */
    size_t begin; /* of the token that was read last */
    json_error_t *wrong;
    int token;
    int depth;
    bool are_keys_unique;
    bool has_failed;
    bool has_escape; /* the token is a string with one */
};

/* What is wrong is what was wrong first. */
static void fail(struct parser *parser, enum json_error_code code, const char *what)
{
    json_error_t *wrong = parser->wrong;
    const char *token = parser->text + parser->begin;
    size_t size = parser->at - parser->begin;
    if (parser->has_failed || wrong == NULL)
        return;
    parser->has_failed = true;
    wrong->position = (int)parser->at;
    if (size == 0 || token[0] == '\0')
        snprintf(wrong->text, sizeof wrong->text, "%s near end of file", what);
    else if (size <= NEAR_MAX)
        snprintf(wrong->text, sizeof wrong->text, "%s near '%.*s'", what, (int)size, token);
    else
        snprintf(wrong->text, sizeof wrong->text, "%s", what);
    wrong->text[sizeof wrong->text - 1] = (char)code;
}

static json_t *no_memory(struct parser *parser)
{
    fail(parser, json_error_out_of_memory, "no memory");
    return NULL;
}

/* A node of the tree, which may not have been made. */
static json_t *node(struct parser *parser, json_t *made)
{
    return made == NULL ? no_memory(parser) : made;
}

/* --- tokens ------------------------------------------------------------------ */

/* The next byte, which is not read yet; -1 behind the text. */
static int peek(const struct parser *parser)
{
    return parser->at < parser->length ? (unsigned char)parser->text[parser->at] : -1;
}

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int hex_digit(int c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Reads a whole character, so that no message ends amid one. */
static void read_character(struct parser *parser)
{
    if (parser->at < parser->length)
        parser->at++;
    while (parser->at < parser->length && (parser->text[parser->at] & 0xC0) == 0x80)
        parser->at++;
}

static int invalid_escape(struct parser *parser)
{
    read_character(parser);
    fail(parser, json_error_invalid_syntax, "invalid escape");
    return TOKEN_INVALID;
}

/* Behind a backslash. */
static int read_escape(struct parser *parser)
{
    int c = peek(parser);
    parser->has_escape = true;
    if (c < 0 || strchr("\"\\/bfnrtu", c) == NULL || c == '\0')
        return invalid_escape(parser);
    parser->at++;
    for (int i = 0; i < 4 && c == 'u'; i++) {
        if (hex_digit(peek(parser)) < 0)
            return invalid_escape(parser);
        parser->at++;
    }
    return TOKEN_STRING;
}

static int unfinished_string(struct parser *parser, int c)
{
    char what[32];
    if (c < 0)
        fail(parser, json_error_premature_end_of_input, "premature end of input");
    if (c == '\n')
        fail(parser, json_error_invalid_syntax, "unexpected newline");
    snprintf(what, sizeof what, "control character 0x%x", (unsigned)c);
    fail(parser, json_error_invalid_syntax, what);
    return TOKEN_INVALID;
}

/* The four digits of an escape. */
static uint32_t code_unit(const char *digits)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++)
        unit = unit << 4 | (uint32_t)hex_digit((unsigned char)digits[i]);
    return unit;
}

static bool is_leading(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_trailing(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Refuses halves of a pair; `at` is behind the string's first quote. */
static int check_pairs(struct parser *parser, size_t at)
{
    char what[40];
    const char *text = parser->text;
    while (text[at] != '"') {
        if (text[at] != '\\' || text[at + 1] != 'u') {
            at += text[at] == '\\' ? 2 : 1;
            continue;
        }
        uint32_t unit = code_unit(text + at + 2);
        bool is_pair = is_leading(unit) && text[at + 6] == '\\' && text[at + 7] == 'u';
        uint32_t second = is_pair ? code_unit(text + at + 8) : 0;
        at += is_pair ? 12 : 6;
        if (!is_leading(unit) && !is_trailing(unit))
            continue;
        if (is_pair && is_trailing(second))
            continue;
        snprintf(what, sizeof what, is_pair ? "invalid Unicode '\\u%04X\\u%04X'"
                                            : "invalid Unicode '\\u%04X'", unit, second);
        fail(parser, json_error_invalid_syntax, what);
        return TOKEN_INVALID;
    }
    return TOKEN_STRING;
}

/* Behind the first quote. */
static int read_string(struct parser *parser)
{
    parser->has_escape = false;
    for (;;) {
        int c = peek(parser);
        if (c < 0x20)
            return unfinished_string(parser, c);
        parser->at++;
        if (c == '"')
            return parser->has_escape ? check_pairs(parser, parser->begin + 1) : TOKEN_STRING;
        if (c == '\\' && read_escape(parser) == TOKEN_INVALID)
            return TOKEN_INVALID;
    }
}

/* Whether there are digits here; reads them. */
static bool read_digits(struct parser *parser)
{
    size_t before = parser->at;
    while (is_digit(peek(parser)))
        parser->at++;
    return parser->at > before;
}

static bool read_one_of(struct parser *parser, int one, int other)
{
    bool is = peek(parser) == one || peek(parser) == other;
    parser->at += is;
    return is;
}

static int read_number(struct parser *parser)
{
    bool is_real = false;
    read_one_of(parser, '-', '-');
    bool has_zero = read_one_of(parser, '0', '0');
    if (has_zero ? is_digit(peek(parser)) : !read_digits(parser))
        return TOKEN_INVALID;
    if (read_one_of(parser, '.', '.')) {
        is_real = true;
        if (!read_digits(parser))
            return TOKEN_INVALID;
    }
    if (read_one_of(parser, 'e', 'E')) {
        is_real = true;
        read_one_of(parser, '+', '-');
        if (!read_digits(parser))
            return TOKEN_INVALID;
    }
    return is_real ? TOKEN_REAL : TOKEN_INTEGER;
}

static int read_word(struct parser *parser)
{
    static const struct {
        const char *word;
        int token;
    } words[] = {{"true", TOKEN_TRUE}, {"false", TOKEN_FALSE}, {"null", TOKEN_NULL}};
    while (is_letter(peek(parser)))
        parser->at++;
    size_t size = parser->at - parser->begin;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].word) == size &&
            memcmp(words[i].word, parser->text + parser->begin, size) == 0)
            return words[i].token;
    return TOKEN_INVALID;
}

static int token_at(struct parser *parser)
{
    int c = peek(parser);
    if (c < 0)
        return TOKEN_END;
    if (is_digit(c) || c == '-')
        return read_number(parser);
    if (is_letter(c))
        return read_word(parser);
    read_character(parser);
    if (c == '"')
        return read_string(parser);
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',' ? c
                                                                                : TOKEN_INVALID;
}

static void next(struct parser *parser)
{
    int c = peek(parser);
    while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        parser->at++;
        c = peek(parser);
    }
    parser->begin = parser->at;
    parser->token = token_at(parser);
}

/* --- what tokens mean -------------------------------------------------------- */

static char *put_utf8(char *to, uint32_t character)
{
    if (character < 0x80) {
        *to++ = (char)character;
        return to;
    }
    int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    *to++ = (char)(lead[more] | character >> (6 * more));
    while (more-- > 0)
        *to++ = (char)(0x80 | (character >> (6 * more) & 0x3F));
    return to;
}

/* Copies the meaning of an escape, and gives what is behind it. */
static const char *decode_escape(const char *from, char **to)
{
    static const char escapes[] = "bfnrt";
    static const char meanings[] = "\b\f\n\r\t";
    const char *escape = strchr(escapes, from[1]);
    if (from[1] != 'u') {
        *(*to)++ = escape == NULL ? from[1] : meanings[escape - escapes];
        return from + 2;
    }
    uint32_t unit = code_unit(from + 2);
    if (!is_leading(unit)) {
        *to = put_utf8(*to, unit);
        return from + 6;
    }
    *to = put_utf8(*to, ((unit - 0xD800) << 10) + (code_unit(from + 8) - 0xDC00) + 0x10000);
    return from + 12;
}

/* The token without quotes and escapes, to be freed; no escape is shorter than its meaning. */
static char *decode(const struct parser *parser, size_t *length)
{
    const char *from = parser->text + parser->begin + 1;
    const char *end = parser->text + parser->at - 1;
    char *word = malloc((size_t)(end - from) + 1);
    char *to = word;
    if (word == NULL)
        return NULL;
    while (from < end) {
        if (*from == '\\')
            from = decode_escape(from, &to);
        else
            *to++ = *from++;
    }
    *to = '\0';
    *length = (size_t)(to - word);
    return word;
}

static json_t *string_of(struct parser *parser)
{
    if (!parser->has_escape)
        return node(parser, json_stringn_nocheck(parser->text + parser->begin + 1,
                                                 parser->at - parser->begin - 2));
    size_t length = 0;
    char *word = decode(parser, &length);
    json_t *string = word == NULL ? NULL : json_stringn_nocheck(word, length);
    free(word);
    return node(parser, string);
}

static json_t *overflow(struct parser *parser)
{
    fail(parser, json_error_numeric_overflow, "number overflow");
    return NULL;
}

/* Gathers below zero, where there is one number more. */
static json_t *integer_of(struct parser *parser)
{
    const char *digit = parser->text + parser->begin;
    const char *end = parser->text + parser->at;
    bool is_negative = *digit == '-';
    long long number = 0;
    for (digit += is_negative; digit < end; digit++) {
        int value = *digit - '0';
        if (number < (LLONG_MIN + value) / 10)
            return overflow(parser);
        number = number * 10 - value;
    }
    if (!is_negative && number == LLONG_MIN)
        return overflow(parser);
    return node(parser, json_integer(is_negative ? number : -number));
}

/* The exponent that is written, as far as it can matter. */
static long exponent_at(const char *at, const char *end)
{
    if (at == end)
        return 0;
    bool is_negative = at[1] == '-';
    long exponent = 0;
    for (at += 1 + (is_negative || at[1] == '+'); at < end; at++)
        exponent = exponent < EXPONENT_MAX / 10 ? exponent * 10 + (*at - '0') : EXPONENT_MAX;
    return is_negative ? -exponent : exponent;
}

/* The digits are given to strtod() without a point, which it reads as its locale has it. */
static json_t *real_of(struct parser *parser)
{
    const char *from = parser->text + parser->begin;
    const char *end = parser->text + parser->at;
    char *digits = malloc((size_t)(end - from) + EXPONENT_ROOM);
    char *to = digits;
    long decimals = 0;
    bool is_behind_point = false;
    if (digits == NULL)
        return no_memory(parser);
    for (; from < end && *from != 'e' && *from != 'E'; from++) {
        decimals += is_behind_point;
        if (*from == '.')
            is_behind_point = true;
        else
            *to++ = *from;
    }
    snprintf(to, EXPONENT_ROOM, "e%ld", exponent_at(from, end) - decimals);
    double number = strtod(digits, NULL);
    free(digits);
    return fabs(number) > DBL_MAX ? overflow(parser) : node(parser, json_real(number));
}

/* --- trees ------------------------------------------------------------------- */

static json_t *value_of(struct parser *parser);

static bool refuse(struct parser *parser, enum json_error_code code, const char *what)
{
    fail(parser, code, what);
    return false;
}

static bool is_key_fine(struct parser *parser, const json_t *object, const char *key,
                        size_t length)
{
    if (strlen(key) != length)
        return refuse(parser, json_error_null_byte_in_key,
                      "NUL byte in object key not supported");
    if (parser->are_keys_unique && json_object_get(object, key) != NULL)
        return refuse(parser, json_error_duplicate_key, "duplicate object key");
    next(parser);
    if (parser->token == ':')
        return true;
    return refuse(parser, json_error_invalid_syntax, "':' expected");
}

/* Adds what comes behind a key. */
static bool add_value(struct parser *parser, json_t *object, const char *key)
{
    next(parser);
    json_t *value = value_of(parser);
    if (value == NULL)
        return false;
    if (json_object_set_new_nocheck(object, key, value) == 0)
        return true;
    no_memory(parser);
    return false;
}

static bool add_member(struct parser *parser, json_t *object)
{
    if (parser->token != TOKEN_STRING)
        return refuse(parser, json_error_invalid_syntax, "string or '}' expected");
    size_t length = 0;
    char *key = decode(parser, &length);
    if (key == NULL)
        return no_memory(parser) != NULL;
    bool is_added =
        is_key_fine(parser, object, key, length) && add_value(parser, object, key);
    free(key);
    return is_added;
}

static bool add_element(struct parser *parser, json_t *array)
{
    json_t *value = value_of(parser);
    if (value == NULL)
        return false;
    if (json_array_append_new(array, value) == 0)
        return true;
    no_memory(parser);
    return false;
}

/* Adds what stands between the brackets, the first of which was read. */
static bool add_all(struct parser *parser, json_t *list, int end,
                    bool (*add)(struct parser *parser, json_t *list))
{
    next(parser);
    if (parser->token == end)
        return true;
    /* Behind a comma at the end, an array lacks its bracket, but an object a key. */
    while (parser->token != TOKEN_END || end == '}') {
        if (!add(parser, list))
            return false;
        next(parser);
        if (parser->token != ',')
            break;
        next(parser);
    }
    if (parser->token == end)
        return true;
    return refuse(parser, json_error_invalid_syntax,
                  end == '}' ? "'}' expected" : "']' expected");
}

static json_t *list_of(struct parser *parser, json_t *list, int end,
                       bool (*add)(struct parser *parser, json_t *list))
{
    if (node(parser, list) != NULL && add_all(parser, list, end, add))
        return list;
    json_decref(list);
    return NULL;
}

static json_t *value_by_token(struct parser *parser)
{
    switch (parser->token) {
    case TOKEN_STRING:
        return string_of(parser);
    case TOKEN_INTEGER:
        return integer_of(parser);
    case TOKEN_REAL:
        return real_of(parser);
    case TOKEN_TRUE:
        return json_true();
    case TOKEN_FALSE:
        return json_false();
    case TOKEN_NULL:
        return json_null();
    case '{':
        return list_of(parser, json_object(), '}', add_member);
    case '[':
        return list_of(parser, json_array(), ']', add_element);
    default:
        fail(parser, json_error_invalid_syntax,
             parser->token == TOKEN_INVALID ? "invalid token" : "unexpected token");
        return NULL;
    }
}

static json_t *value_of(struct parser *parser)
{
    if (parser->depth == DEPTH_MAX) {
        fail(parser, json_error_stack_overflow, "maximum parsing depth reached");
        return NULL;
    }
    parser->depth++;
    json_t *value = value_by_token(parser);
    parser->depth--;
    return value;
}

json_t *smet__parse(const char *text, size_t length, bool are_keys_unique, json_error_t *wrong)
{
    struct parser parser = {.text = text, .length = length, .wrong = wrong,
                            .are_keys_unique = are_keys_unique};
    if (!smet__is_utf8(text, length)) {
        fail(&parser, json_error_invalid_utf8, "unable to decode");
        return NULL;
    }
    next(&parser);
    json_t *root = value_of(&parser);
    if (root == NULL)
        return NULL;
    next(&parser);
    if (parser.token == TOKEN_END)
        return root;
    fail(&parser, json_error_end_of_input_expected, "end of file expected");
    json_decref(root);
    return NULL;
}
