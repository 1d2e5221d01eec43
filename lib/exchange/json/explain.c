#include "exchange/json/explain.h"

#include "base/errors.h"
#include "exchange/json/scan.h"

#include <sacralmet/terms.h>

#include <string.h>

/* A place in the text, counted in characters, both from 1. */
struct place {
    uint32_t line;
    uint32_t column;
};

static bool is_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The place of the character that begins at `at`. */
static struct place place_of(const char *text, size_t at)
{
    struct place place = {1, 1};
    for (size_t i = 0; i < at; i++) {
        if (text[i] == '\n')
            place = (struct place){place.line + 1, 1};
        else if (!is_inside(text[i]))
            place.column++;
    }
    return place;
}

/* The place of the last character before `end`. */
static struct place place_before(const char *text, size_t end)
{
    size_t at = end > 0 ? end - 1 : 0;
    while (at > 0 && is_inside(text[at]))
        at--;
    return place_of(text, at);
}

/* Adds the place to an error that was filled. */
static smet_status_t at_place(struct smet_error *error, smet_status_t status, struct place place)
{
    if (error != NULL) {
        error->line = place.line;
        error->column = place.column;
    }
    return status;
}

static smet_status_t refuse_syntax(struct smet_error *error, smet_status_t status,
                                   struct place place, const char *what)
{
    smet__refuse(error, status, SMET_FIELD_INVALID, "line %u, column %u: %s.",
                 (unsigned)place.line, (unsigned)place.column, what);
    return at_place(error, status, place);
}

smet_field_t smet__field_of_key(const json_t *key)
{
    const char *word = json_string_value(key);
    return strlen(word) == json_string_length(key) ? smet_term_find(SMET_VOCABULARY_FIELD, word)
                                                   : SMET_FIELD_INVALID;
}

static smet_status_t refuse_key(struct smet_error *error, smet_status_t status, const json_t *key,
                                const char *what)
{
    char room[SMET__QUOTE_SIZE];
    return smet__refuse(error, status, smet__field_of_key(key), "%s: %s.",
                        smet__quote(room, json_string_value(key), json_string_length(key)), what);
}

smet_status_t smet__refuse_unknown_key(const char *key, size_t length, struct smet_error *error)
{
    char room[SMET__QUOTE_SIZE];
    return smet__refuse(error, SMET_ERROR_UNKNOWN_FIELD, SMET_FIELD_INVALID,
                        "%s: there is no field with this key.", smet__quote(room, key, length));
}

smet_status_t smet__refuse_not_object(struct smet_error *error)
{
    return smet__refuse(error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                        "record: one JSON object is needed.");
}

smet_status_t smet__refuse_encoding(const char *text, size_t length, struct smet_error *error)
{
    size_t at = 0;
    for (size_t step = 1;; at += step) {
        unsigned char lead = (unsigned char)text[at];
        step = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (step > length - at || !smet__is_utf8(text + at, step))
            break;
    }
    return refuse_syntax(error, SMET_ERROR_ENCODING, place_of(text, at),
                         "the text is not UTF-8");
}

smet_status_t smet__refuse_no_memory(struct smet_error *error)
{
    return smet__refuse(error, SMET_ERROR_NO_MEMORY, SMET_FIELD_INVALID,
                        "The system gave no memory.");
}

/* Whether the number that ends the text has a point or an exponent. Before it stands a
 * member's colon, at least. */
static bool is_real(const char *text, size_t end)
{
    while (strchr("0123456789+-", text[end - 1]) != NULL)
        end--;
    return strchr(".eE", text[end - 1]) != NULL;
}

/*
 * The parser refuses two things that are JSON: a number too large for it and a
 * key with the character NUL. They are the fault of a member.
 */
static smet_status_t refuse_member(const char *text, size_t end, const json_t *key, bool is_number,
                                   struct smet_error *error)
{
    if (smet__field_of_key(key) == SMET_FIELD_INVALID && !smet__is_own_key(key))
        return smet__refuse_unknown_key(json_string_value(key), json_string_length(key), error);
    if (!is_number)
        return refuse_key(error, SMET_ERROR_SYNTAX, key, "a key holds the character NUL");
    if (is_real(text, end))
        return refuse_key(error, SMET_ERROR_WRONG_KIND, key,
                          "an integer is needed, without point or exponent");
    return refuse_key(error, SMET_ERROR_OUT_OF_RANGE, key, "the number is too large");
}

static smet_status_t refuse_syntax_error(const char *text, const json_error_t *wrong,
                                         struct smet_error *error)
{
    static const char mark[] = "\xEF\xBB\xBF";
    char what[JSON_ERROR_TEXT_LENGTH];
    size_t length = strlen(wrong->text);
    struct place place = place_before(text, (size_t)wrong->position);
    if (wrong->position >= 3 && memcmp(text, mark, 3) == 0)
        return refuse_syntax(error, SMET_ERROR_SYNTAX, (struct place){1, 1},
                             "JSON has no byte-order mark");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)wrong->text[i];
        what[i] = c < 0x20 || c == 0x7F ? '?' : (char)c;
    }
    what[length] = '\0';
    return refuse_syntax(error, SMET_ERROR_SYNTAX, place, what);
}

smet_status_t smet__refuse_at(const char *text, const json_error_t *wrong, smet_status_t status,
                              const char *what, struct smet_error *error)
{
    size_t end = wrong->position < 0 ? 0 : (size_t)wrong->position;
    return refuse_syntax(error, status, place_before(text, end), what);
}

smet_status_t smet__refuse_parse(const char *text, const json_error_t *wrong,
                                 struct smet_error *error)
{
    size_t end = wrong->position < 0 ? 0 : (size_t)wrong->position;
    enum json_error_code code = json_error_code(wrong);
    if (code == json_error_unknown || code == json_error_out_of_memory)
        return smet__refuse_no_memory(error);
    if (code != json_error_numeric_overflow && code != json_error_null_byte_in_key)
        return refuse_syntax_error(text, wrong, error);
    json_t *key = smet__scan_member(text, end);
    if (key == NULL)
        return smet__refuse_no_memory(error);
    smet_status_t status =
        json_typeof(key) == JSON_NULL
            ? smet__refuse_not_object(error)
            : refuse_member(text, end, key, code == json_error_numeric_overflow, error);
    json_decref(key);
    return at_place(error, status, place_before(text, end));
}

smet_status_t smet__refuse_duplicate(const char *text, size_t at, struct smet_error *error)
{
    json_t *key = smet__scan_member(text, at);
    if (key == NULL)
        return smet__refuse_no_memory(error);
    refuse_key(error, SMET_ERROR_DUPLICATE, key, "a key stands twice");
    json_decref(key);
    return at_place(error, SMET_ERROR_DUPLICATE, place_before(text, at));
}
