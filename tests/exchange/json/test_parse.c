/*
 * The parser against that of the JSON library, which is right while there is memory:
 * the same trees, and for other texts the same words at the same place. And what a
 * record's text says where it ends early.
 */
#include "suite.h"

#include "exchange/json/parse.h"

#include <sacralmet/exchange.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* As json_loadb() would have it; `length` bytes, as texts may hold NUL. */
static void compare(const char *text, size_t length, bool are_keys_unique)
{
    json_error_t wanted_wrong = {.position = 0}, wrong = {.position = 0};
    size_t flags = JSON_DECODE_ANY | JSON_ALLOW_NUL |
                   (are_keys_unique ? JSON_REJECT_DUPLICATES : 0);
    /* With a decimal comma the JSON library quotes 1.5 as 1,5. */
    char locale[256];
    strncat(strcpy(locale, ""), setlocale(LC_NUMERIC, NULL), sizeof locale - 1);
    setlocale(LC_NUMERIC, "C");
    json_t *wanted = json_loadb(text, length, flags, &wanted_wrong);
    setlocale(LC_NUMERIC, locale);
    /* A block of its own, so that a byte too far is noticed. */
    char *copy = malloc(length + (length == 0));
    memcpy(copy, text, length);
    json_t *root = smet__parse(copy, length, are_keys_unique, &wrong);
    free(copy);
    if ((wanted == NULL) != (root == NULL))
        ck_abort_msg("'%.*s': %s", (int)length, text, wanted == NULL ? wanted_wrong.text
                                                                     : wrong.text);
    if (wanted != NULL && !json_equal(wanted, root))
        ck_abort_msg("'%.*s' has another meaning", (int)length, text);
    json_decref(wanted);
    json_decref(root);
    if (wanted != NULL || json_error_code(&wrong) == json_error_invalid_utf8)
        return;
    /* The JSON library has a second code for a text that ends, and other words for numbers. */
    enum json_error_code code = json_error_code(&wanted_wrong);
    if (code == json_error_premature_end_of_input)
        code = json_error_invalid_syntax;
    enum json_error_code ours = json_error_code(&wrong);
    if (ours == json_error_premature_end_of_input)
        ours = json_error_invalid_syntax;
    /* It reads a number before it sees that none belongs here. */
    if (code == json_error_numeric_overflow && ours != json_error_numeric_overflow)
        return;
    if (code != ours)
        ck_abort_msg("'%.*s': %s, wanted %s", (int)length, text, wrong.text, wanted_wrong.text);
    if (code == json_error_numeric_overflow) {
        ck_assert_int_eq(wrong.position, wanted_wrong.position);
        return;
    }
    /* It cuts a character that stands behind a backslash. */
    if (strstr(wanted_wrong.text, "invalid escape") != NULL)
        return;
    if (wrong.position != wanted_wrong.position || strcmp(wrong.text, wanted_wrong.text) != 0)
        ck_abort_msg("'%.*s': %d %s, wanted %d %s", (int)length, text, wrong.position, wrong.text,
                     wanted_wrong.position, wanted_wrong.text);
}

static const char *const texts[] = {
    "", " ", "{", "[", "]", "}", ":", ",", "[]", "{}", " [ ] ", "\t{\r\n}\n", "[[]]", "[{}]",
    "[1", "[1,", "[1,]", "[,", "[1 2]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
    "{\"a\" 1}", "{\"a\":1 \"b\"}", "{1:2}", "{,}", "{\"a\":}", "[] []", "[]]", "1 1", "x", "[x]",
    "true", "false", "null", "True", "nul", "nulll", "[true,false,null]", "truefalse", "true1",
    "0", "-0", "-", "-x", "01", "-01", "1", "-1", "12345678901234567890", "9223372036854775807",
    "9223372036854775808", "9223372036854775809", "-9223372036854775808",
    "-9223372036854775809", "9223372036854775810", "99999999999999999999999999", "1.", "1.x",
    "1.5", "-1.5", "0.1", "00.1", ".5", "+1", "1e", "1e+", "1e-", "1ex", "1e5", "1E5", "1e+5",
    "1e-5", "1.5e3", "1.25e-3", "-0.0", "-0e1", "1e308", "1e309", "-1e309", "1e-400", "1e400x",
    "1.7976931348623157e308", "1.7976931348623159e308", "4.9e-324", "2.2250738585072011e-308",
    "0.30000000000000004", "123456789012345678.5", "0.1234567890123456789012345678901234567890",
    "3.14159265358979323846264338327950288419716939937510e00000000000000000000000000001",
    "1e99999999999999999999", "1e-99999999999999999999", "0e99999999999999999999",
    "0.00000000000000000000000000000000000000001e41", "100000000000000000000000e-23",
    "\"\"", "\"a\"", "\"", "\"a", "\"\\", "\"\\\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"",
    "\"\\b\\f\\n\\r\\t\"", "\"\\x\"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"",
    "\"\\u1234\"", "\"\\uABCD\"", "\"\\uabcd\"", "\"\\u00e9\"", "\"\\u0041\"", "\"\\u0000\"",
    "\"\\u07ff\\u0800\\uffff\\u0080\\u007f\"", "\"\\ud83d\\ude00\"", "\"\\uD83D\"",
    "\"\\uD83D\\n\"", "\"\\uD83Dx\"", "\"\\uD83D\\uD83D\"", "\"\\uD83D\\u0041\"", "\"\\uDE00\"",
    "\"\\uDBFF\\uDFFF\"", "\"\\uD800\\uDC00\"", "\"\\ud83d\\ude0\"", "\"\\ud83d\\ude0", "\"\\ug\"",
    "\"\\uG000\"", "\"\\u/\"", "\"\\u:\"", "\"\\u@\"", "\"\\u`\"", "\"a\nb\"", "\"a\tb\"",
    "\"\x01\"", "\"\x1f\"", "\"\x7f\"", "\"\xc3\xa9\"", "\"\xe2\x82\xac\"",
    "\"\xf0\x9f\x98\x80\"", "\xc3\xa9", "\xe2\x82\xac [", "\"\\\xc3\xa9\"", "\"\xc3", "\xff",
    "\"\xed\xa0\x80\"", "\xef\xbb\xbf{}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":{\"a\":2}}",
    "{\"\\u0061\":1,\"a\":2}", "{\"a\\u0000\":1}", "{\"\":1}", "{\"a\":[1,{\"b\":[]}],\"c\":null}",
    "{\"a key of more than sixteen bytes\":\"a value of more than sixteen bytes\"}",
    "\"a string of more than twenty bytes", "[\"a string of more than twenty bytes\" x",
    "anidentifierofmorethantwentyletters", "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18]",
    "/", "'a'", "[1]//", "#", "\"\\'\"", "[\"\\uD83D\\uDE00 and then some more\\uD83D\"]",
    "[0.5,1e1,-2E-2,{\"effectiveDateTime\":\"2018-06-15T10:00:00+02:00\"}]",
};

START_TEST(texts_mean_the_same)
{
    compare(texts[_i], strlen(texts[_i]), false);
    compare(texts[_i], strlen(texts[_i]), true);
}
END_TEST

/* Each beginning of each text, and each text with one byte changed. */
START_TEST(damaged_texts_are_refused_in_the_same_words)
{
    static const char bytes[] = "\"\\{}[]:,01-.eEuadtnx \n/\x01\x80\xc3";
    size_t length = strlen(texts[_i]);
    char text[256];
    ck_assert_uint_lt(length, sizeof text);
    for (size_t end = 0; end < length; end++) {
        compare(texts[_i], end, true);
        for (size_t b = 0; b < sizeof bytes - 1; b++) {
            memcpy(text, texts[_i], length);
            text[end] = bytes[b];
            compare(text, length, b % 2 == 0);
        }
    }
}
END_TEST

START_TEST(depth_is_limited)
{
    enum { MOST = 2048 };
    char text[2 * (MOST + 1)];
    memset(text, '[', MOST);
    memset(text + MOST, ']', MOST);
    compare(text, 2 * MOST, false);
    memset(text, '[', MOST + 1);
    memset(text + MOST + 1, ']', MOST + 1);
    compare(text, sizeof text, false);
}
END_TEST

/* The JSON library overlooks NUL behind a number or a word. */
START_TEST(nul_is_no_space)
{
    static const char *const around[][2] = {{"1", ""}, {"[1", "]"}, {"", "1"}, {"[true", ",1]"},
                                            {"{\"a\":null", "}"}, {"\"", "\""}, {"\"\\", "\""}};
    char text[32];
    json_error_t wrong = {.position = 0};
    size_t length = strlen(around[_i][0]);
    strcpy(text, around[_i][0]);
    strcpy(text + length + 1, around[_i][1]);
    json_t *root = smet__parse(text, length + 1 + strlen(around[_i][1]), false, &wrong);
    ck_assert_ptr_null(root);
    ck_assert_int_ge(wrong.position, (int)length);
    ck_assert_str_ne(wrong.text, "");
}
END_TEST

START_TEST(errors_may_be_left_out)
{
    ck_assert_ptr_null(smet__parse("[", 1, false, NULL));
    ck_assert_ptr_null(smet__parse("\xff", 1, false, NULL));
}
END_TEST

/*
 * Numbers of the caller's own keys are not looked at, whatever their size; what is no
 * JSON stays none where the text ends within one, and is quoted as it stands there.
 * Places are counted by hand: the last byte that belongs to the token.
 */
START_TEST(numbers_may_end_the_text)
{
    static const struct {
        const char *text, *message;
    } ends[] = {
        {"{\"_a\":1e999,\"_b\":1e", "line 1, column 19: invalid token near '1e'."},
        {"{\"_a\":1e999,\"_b\":2e+", "line 1, column 20: invalid token near '2e+'."},
        {"{\"_a\":1e999,\"_b\":3e-x", "line 1, column 20: invalid token near '3e-'."},
        {"{\"_a\":1e999,\"_b\":4ex", "line 1, column 19: invalid token near '4e'."},
        {"{\"_a\":1e999,\"_b\":-5.", "line 1, column 20: invalid token near '-5.'."},
        {"{\"_a\":1e999,\"_b\":1", "line 1, column 18: "},
        {"{\"_a\":1e999,\"_b\":", "line 1, column 17: "},
    };
    struct smet_error error = {.size = sizeof error};
    smet_record *record = smet_record_new();
    ck_assert_int_eq(
        smet_record_read_json(record, ends[_i].text, strlen(ends[_i].text), &error),
        SMET_ERROR_SYNTAX);
    ck_assert_msg(strncmp(error.message, ends[_i].message, strlen(ends[_i].message)) == 0,
                  "%s: %s", ends[_i].text, error.message);
    smet_record_free(record);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *all = suite_case(suite, "parse");
    tcase_add_loop_test(all, texts_mean_the_same, 0, (int)COUNT_OF(texts));
    tcase_add_loop_test(all, damaged_texts_are_refused_in_the_same_words, 0,
                        (int)COUNT_OF(texts));
    tcase_add_test(all, depth_is_limited);
    tcase_add_loop_test(all, nul_is_no_space, 0, 7);
    tcase_add_test(all, errors_may_be_left_out);
    tcase_add_loop_test(all, numbers_may_end_the_text, 0, 7);
}
