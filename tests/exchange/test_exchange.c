/*
 * Records in, assessments and the catalogue out, as JSON.
 */
#include "suite.h"

#include "exchange/catalogue/catalogue.h"

#include <jansson.h>
#include <sacralmet/exchange.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- reading: helpers ------------------------------------------------------- */

static smet_status_t read_text(smet_record *record, const char *text, size_t length,
                               struct smet_error *error)
{
    *error = (struct smet_error){.size = sizeof *error};
    return smet_record_read_json(record, text, length, error);
}

/* Reads a text into a record that holds facts; whatever comes of it must hang together. */
static smet_status_t read_safely(const char *facts, const char *text, size_t length,
                                 struct smet_error *error)
{
    struct suite_snapshot before, after;
    smet_record *record = suite_record(facts);
    suite_read(record, &before);
    smet_status_t status = read_text(record, text, length, error);
    suite_read(record, &after);
    smet_record_free(record);
    if (status == SMET_OK)
        return status;
    expect(suite_same(&before, &after), "a refused text has changed the record: %.200s", text);
    expect(error->status == status, "status %d, but %d in the error", (int)status,
           (int)error->status);
    expect(smet_status_name(status) != NULL, "no status: %d", (int)status);
    expect(memchr(error->message, '\0', sizeof error->message) != NULL, "no end");
    expect(suite_is_utf8(error->message), "not UTF-8: %s", error->message);
    expect(strpbrk(error->message, "\n\r\t\x1b\x7f") == NULL, "control characters in: %s",
           error->message);
    expect(error->message[0] != '\0', "no message for: %.200s", text);
    return status;
}

static bool begins(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* --- reading: what is accepted ------------------------------------------------ */

static const struct {
    const char *text;
    const char *facts; /* the same in the words of smet_record_set_text() */
} accepted[] = {
    {"{}", ""},
    {" \t\r\n{ \n } \n", ""},
    {"{\"ecog\":\"3\"}", "ecog=3"},
    {"{\"cauda_equina_syndrome\":\"yes\"}", "cauda_equina_syndrome=yes"},
    {"{\"karnofsky\":80}", "karnofsky=80"},
    {"{\"pain_score\":0}", "pain_score=0"},
    {"{\"pain_score\":-0}", "pain_score=0"},
    {"{\"age_years\":120,\"reported_tomita\":2}", "age_years=120 reported_tomita=2"},
    {"{\"ecog\":null,\"karnofsky\":null}", ""},
    {"{\"ecog\":[\"3\",\"1\",\"3\"]}", "ecog=1|3"},
    {"{\"ecog\":[\"0\",\"1\",\"2\",\"3\",\"4\"]}", ""},
    {"{\"karnofsky\":[80]}", "karnofsky=80"},
    {"{\"karnofsky\":[80,10]}", "karnofsky=10|80"},
    {"{\"karnofsky\":{\"min\":40,\"max\":50}}", "karnofsky=40|50"},
    {"{\"karnofsky\":{\"max\":50,\"min\":50}}", "karnofsky=50"},
    {"{\"karnofsky\":{\"min\":90}}", "karnofsky=90|100"},
    {"{\"karnofsky\":{\"max\":20}}", "karnofsky=10|20"},
    {"{\"reported_tomita\":{\"max\":3}}", "reported_tomita=2|3"},
    {"{\"escc\":\"1a\",\"lesion_level\":[\"S1\",\"T12\"]}", "escc=1a lesion_level=T12|S1"},
    {"{\"\\u0065cog\":\"\\u0033\"}", "ecog=3"},
    /* The caller's own: of any kind, any size, and more than once. */
    {"{\"_\":1,\"_note\":\"\\u0000 Kr\xC3\xBCger\",\"_list\":[[],{}],\"ecog\":\"3\"}", "ecog=3"},
    {"{\"_id\":123456789012345678901234567890,\"ecog\":\"3\"}", "ecog=3"},
    {"{\"\\u005fid\":[1e999,-1.5E+999,\"1e999\\\"\"],\"ecog\":\"3\"}", "ecog=3"},
    {"{\"_a\":99999999999999999999,\"ecog\":\"3\",\"_b\":{\"x\":99999999999999999999}}", "ecog=3"},
    {"{\"_a\":1,\"_a\":2,\"_b\":{\"min\":1,\"min\":2}}", ""},
    /* A member of the caller's own is no field's: its keys are not counted with those. */
    {"{\"_old\":{\"ecog\":\"1\"},\"ecog\":\"3\"}", "ecog=3"},
};

START_TEST(test_accepted)
{
    struct suite_snapshot wanted, got;
    struct smet_error error;
    smet_record *record = smet_record_new();
    smet_record *same = suite_record(accepted[_i].facts);
    smet_status_t status =
        read_text(record, accepted[_i].text, strlen(accepted[_i].text), &error);
    ck_assert_msg(status == SMET_OK, "%s: %s", accepted[_i].text, error.message);
    ck_assert_int_eq(error.status, SMET_OK);
    ck_assert_str_eq(error.message, "");
    suite_read(record, &got);
    suite_read(same, &wanted);
    ck_assert_msg(suite_same(&wanted, &got), "%s", accepted[_i].text);
    smet_record_free(record);
    smet_record_free(same);
}
END_TEST

START_TEST(test_narrows_what_is_there)
{
    struct smet_error error;
    struct suite_values values;
    smet_record *record = suite_record("karnofsky=40..60 ecog=2|3");
    const char text[] = "{\"karnofsky\":{\"min\":60},\"ecog\":null,\"pain\":\"none\"}";
    ck_assert_int_eq(read_text(record, text, strlen(text), &error), SMET_OK);
    values.count = smet_record_values(record, SMET_FIELD_KARNOFSKY, values.value, SUITE_VALUES);
    ck_assert_uint_eq(values.count, 1);
    ck_assert_int_eq(values.value[0], 60);
    ck_assert_uint_eq(smet_record_values(record, SMET_FIELD_ECOG, NULL, 0), 2);
    ck_assert_int_eq(smet_record_is_entered(record, SMET_FIELD_PAIN), 1);
    smet_record_free(record);
}
END_TEST

/* Every value of every field, alone and in a list. */
START_TEST(test_every_value)
{
    char text[128];
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        struct smet_field_info info = {.size = sizeof info};
        ck_assert_int_eq(smet_field_describe(f, &info), SMET_OK);
        const char *quote = info.kind == SMET_KIND_INTEGER ? "" : "\"";
        for (size_t i = 0; i < smet_value_count(f); i++) {
            smet_value_t value = smet_value_at(f, i), got = -1;
            const char *key = smet_value_key(f, value);
            for (int is_list = 0; is_list < 2; is_list++) {
                struct smet_error error;
                smet_record *record = smet_record_new();
                snprintf(text, sizeof text, is_list ? "{\"%s\":[%s%s%s]}" : "{\"%s\":%s%s%s}",
                         info.key, quote, key, quote);
                expect(read_text(record, text, strlen(text), &error) == SMET_OK, "%s: %s", text,
                       error.message);
                expect(smet_record_values(record, f, &got, 1) == 1 && got == value, "%s", text);
                smet_record_free(record);
            }
        }
    }
}
END_TEST

/* --- reading: what is refused ------------------------------------------------- */

#define LONG_KEY "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const struct {
    const char *text;
    smet_status_t status;
    smet_field_t field;
    const char *beginning;
    uint32_t line, column; /* 0: not looked at */
} refused[] = {
    /* keys */
    {"{\"foo\":1}", SMET_ERROR_UNKNOWN_FIELD, -1, "foo: ", 0, 0},
    {"{\"ECOG\":\"1\"}", SMET_ERROR_UNKNOWN_FIELD, -1, "ECOG: ", 0, 0},
    {"{\"ecog \":\"1\"}", SMET_ERROR_UNKNOWN_FIELD, -1, "ecog : ", 0, 0},
    {"{\"foo\":null}", SMET_ERROR_UNKNOWN_FIELD, -1, "foo: ", 0, 0},
    {"{\"ec\\u0001\\nog\":1}", SMET_ERROR_UNKNOWN_FIELD, -1, "ec??og: ", 0, 0},
    {"{\"eco\\u0000g\":1}", SMET_ERROR_UNKNOWN_FIELD, -1, "eco?g: ", 0, 0},
    {"{\"ecog\\u0000\":1}", SMET_ERROR_UNKNOWN_FIELD, -1, "ecog?: ", 0, 0},
    {"{\"_o\\u0000\":1}", SMET_ERROR_SYNTAX, -1, "_o?: ", 0, 0},
    {"{\"karnofsky\":{\"mi\\u0000n\":10}}", SMET_ERROR_SYNTAX, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    {"{\"" LONG_KEY "\xC3\xA9\xC3\xA9\":1}", SMET_ERROR_UNKNOWN_FIELD, -1, LONG_KEY "...: ", 0, 0},
    {"{\"foo\":99999999999999999999}", SMET_ERROR_UNKNOWN_FIELD, -1, "foo: ", 0, 0},
    /* choices */
    {"{\"ecog\":\"5\"}", SMET_ERROR_UNKNOWN_OPTION, SMET_FIELD_ECOG, "ecog: \"5\" ", 0, 0},
    {"{\"ecog\":\"\"}", SMET_ERROR_UNKNOWN_OPTION, SMET_FIELD_ECOG, "ecog: \"\" ", 0, 0},
    {"{\"ecog\":\"3\\u0000\"}", SMET_ERROR_UNKNOWN_OPTION, SMET_FIELD_ECOG, "ecog: \"3?\" ", 0, 0},
    {"{\"ecog\":3}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":3.0}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"cauda_equina_syndrome\":true}", SMET_ERROR_WRONG_KIND,
     SMET_FIELD_CAUDA_EQUINA_SYNDROME, "cauda_equina_syndrome: ", 0, 0},
    {"{\"ecog\":{\"min\":1}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":{}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":[]}", SMET_ERROR_EMPTY_SET, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":[\"1\",\"5\"]}", SMET_ERROR_UNKNOWN_OPTION, SMET_FIELD_ECOG, "ecog: \"5\" ", 0, 0},
    {"{\"ecog\":[null]}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":[[\"1\"]]}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":[\"1\",1]}", SMET_ERROR_WRONG_KIND, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    /* integers */
    {"{\"karnofsky\":\"80\"}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":80.0}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":8e1}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":1e999}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":true}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":0}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY, "karnofsky: 0 ", 0, 0},
    {"{\"karnofsky\":110}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY, "karnofsky: 110 ", 0, 0},
    {"{\"karnofsky\":85}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY, "karnofsky: 85 ", 0, 0},
    {"{\"karnofsky\":4294967376}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY,
     "karnofsky: the number is too large", 0, 0},
    {"{\"age_years\":-1}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_AGE_YEARS, "age_years: -1 ", 0, 0},
    {"{\"age_years\":-9223372036854775808}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_AGE_YEARS,
     "age_years: the number is too small", 0, 0},
    {"{\"age_years\":9223372036854775808}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_AGE_YEARS,
     "age_years: ", 0, 0},
    {"{\"ecog\":\"3\",\n\"age_years\":[{\"x\":-99999999999999999999}]}", SMET_ERROR_OUT_OF_RANGE,
     SMET_FIELD_AGE_YEARS, "age_years: ", 0, 0},
    {"{\"_x\":99999999999999999999,\"age_years\":99999999999999999999}", SMET_ERROR_OUT_OF_RANGE,
     SMET_FIELD_AGE_YEARS, "age_years: ", 0, 0},
    {"{\"karnofsky\":[]}", SMET_ERROR_EMPTY_SET, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":[80,85]}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY,
     "karnofsky: 85 ", 0, 0},
    {"{\"karnofsky\":[80,{\"min\":10}]}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    /* ranges */
    {"{\"karnofsky\":{}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":{\"x\":1}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    {"{\"karnofsky\":{\"min\":10,\"_x\":1}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    {"{\"karnofsky\":{\"min\":null}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    {"{\"karnofsky\":{\"min\":\"10\"}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    {"{\"karnofsky\":{\"max\":80.0}}", SMET_ERROR_WRONG_KIND, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    {"{\"karnofsky\":{\"min\":15}}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY,
     "karnofsky: 15 ", 0, 0},
    {"{\"karnofsky\":{\"max\":101}}", SMET_ERROR_OUT_OF_RANGE, SMET_FIELD_KARNOFSKY,
     "karnofsky: 101 ", 0, 0},
    {"{\"karnofsky\":{\"min\":60,\"max\":50}}", SMET_ERROR_REVERSED_RANGE, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    /* keys that stand twice */
    {"{\"ecog\":\"1\",\"ecog\":\"1\"}", SMET_ERROR_DUPLICATE, SMET_FIELD_ECOG, "ecog: ", 1, 18},
    {"{\"ecog\":null,\n \"\\u0065cog\":\"1\"}", SMET_ERROR_DUPLICATE, SMET_FIELD_ECOG,
     "ecog: ", 2, 12},
    {"{\"karnofsky\":{\"min\":10,\"min\":20}}", SMET_ERROR_DUPLICATE, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 1, 28},
    {"{\"karnofsky\":{\"max\":10,\"m\\u0061x\":10}}", SMET_ERROR_DUPLICATE, SMET_FIELD_KARNOFSKY,
     "karnofsky: ", 0, 0},
    {"{\"_a\":\"\\\"{[\",\"ecog\":\"1\",\"ecog\":\"2\"}", SMET_ERROR_DUPLICATE, SMET_FIELD_ECOG,
     "ecog: ", 0, 0},
    /* contradictions with what is there: karnofsky=40..60 ecog=2|3 */
    {"{\"ecog\":\"1\"}", SMET_ERROR_CONTRADICTION, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"ecog\":[\"0\",\"4\"]}", SMET_ERROR_CONTRADICTION, SMET_FIELD_ECOG, "ecog: ", 0, 0},
    {"{\"pain\":\"none\",\"karnofsky\":{\"min\":70}}", SMET_ERROR_CONTRADICTION,
     SMET_FIELD_KARNOFSKY, "karnofsky: ", 0, 0},
    /* The first member at fault is named, and those before it are not kept. */
    {"{\"pain\":\"none\",\"foo\":1,\"ecog\":7}", SMET_ERROR_UNKNOWN_FIELD, -1, "foo: ", 0, 0},
    /* no object */
    {"[]", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    {"[{\"ecog\":\"3\"}]", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    {"null", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    {"\"ecog\"", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    {"3", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    {"[99999999999999999999]", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    {"[{\"ecog\":99999999999999999999}]", SMET_ERROR_WRONG_KIND, -1, "record: ", 0, 0},
    /* no JSON */
    {"", SMET_ERROR_SYNTAX, -1, "line 1, column 1: ", 1, 1},
    {"{", SMET_ERROR_SYNTAX, -1, "line 1, column 1: ", 1, 1},
    {"{\"ecog\":\"3\"", SMET_ERROR_SYNTAX, -1, "line 1, column 11: ", 1, 11},
    {"{\"ecog\":\"3\",}", SMET_ERROR_SYNTAX, -1, "line 1, column 13: ", 1, 13},
    {"{\"ecog\":\"3\"}}", SMET_ERROR_SYNTAX, -1, "line 1, column 13: ", 1, 13},
    {"{\"ecog\":\"3\"}\n{}", SMET_ERROR_SYNTAX, -1, "line 2, column 1: ", 2, 1},
    {"{\"_\":\"\xC3\xA9\xC3\xA9\",\n\n  \"ecog\" 3}", SMET_ERROR_SYNTAX, -1,
     "line 3, column 10: ", 3, 10},
    {"{'ecog':3}", SMET_ERROR_SYNTAX, -1, "line 1, column 2: ", 1, 2},
    {"{\"karnofsky\":080}", SMET_ERROR_SYNTAX, -1, "line 1, column 14: ", 1, 14},
    {"{\"karnofsky\":+80}", SMET_ERROR_SYNTAX, -1, "line 1, column 14: ", 1, 14},
    {"{\"karnofsky\":NaN}", SMET_ERROR_SYNTAX, -1, "line 1, column 16: ", 1, 16},
    {"{\"ecog\":\"3\" /* */}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"ecog\":\"a\nb\"}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"ecog\":\"\x01\"}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"ecog\":\"\\x33\"}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"ecog\":\"\\ud800\"}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"\xEF\xBB\xBF{}", SMET_ERROR_SYNTAX, -1, "line 1, column 1: ", 1, 1},
    /* Numbers of the caller's own are ignored, but must be numbers. */
    {"{\"_\":99999999999999999999x}", SMET_ERROR_SYNTAX, -1, "line 1, column 26: ", 1, 26},
    {"{\"_\":[1e999,--1]}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"_\":[1e999,012]}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"_\":[1e999,1.]}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"_\":[1e999,.5]}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    {"{\"_\":[1e999,1 2]}", SMET_ERROR_SYNTAX, -1, "line 1, ", 0, 0},
    /* no UTF-8 */
    {"{\"_\":\"\xFF\"}", SMET_ERROR_ENCODING, -1, "line 1, column 7: ", 1, 7},
    {"{\"_\":\"\xC3\xA9\",\n\"\xE2\x82\":1}", SMET_ERROR_ENCODING, -1, "line 2, column 2: ", 2, 2},
    {"{\"_\":\"\xED\xA0\x80\"}", SMET_ERROR_ENCODING, -1, "line 1, column 7: ", 1, 7},
    {"{\"_\":\"\xC0\x80\"}", SMET_ERROR_ENCODING, -1, "line 1, column 7: ", 1, 7},
    {"{}\xF4\x90\x80\x80", SMET_ERROR_ENCODING, -1, "line 1, column 3: ", 1, 3},
    {"{}\xC3", SMET_ERROR_ENCODING, -1, "line 1, column 3: ", 1, 3},
    {"{\"ecog\":7, \"_\":\"\x80\"}", SMET_ERROR_ENCODING, -1, "line 1, column 17: ", 1, 17},
};

START_TEST(test_refused)
{
    struct smet_error error;
    const char *text = refused[_i].text;
    smet_status_t status = read_safely("karnofsky=40..60 ecog=2|3", text, strlen(text), &error);
    ck_assert_msg(status == refused[_i].status, "%s: %s (%s)", text, smet_status_name(status),
                  error.message);
    ck_assert_msg(begins(error.message, refused[_i].beginning), "%s: %s", text, error.message);
    ck_assert_msg(error.field == refused[_i].field, "%s: field %d", text, (int)error.field);
    if (refused[_i].line > 0)
        ck_assert_msg(error.line == refused[_i].line && error.column == refused[_i].column,
                      "%s: line %u, column %u", text, error.line, error.column);
    if (status == SMET_ERROR_SYNTAX || status == SMET_ERROR_ENCODING)
        ck_assert_msg(error.line > 0 && error.column > 0, "%s: no place", text);
}
END_TEST

START_TEST(test_nul_bytes)
{
    static const struct {
        const char *text;
        size_t length;
    } texts[] = {{"\0", 1}, {"{\0}", 3}, {"{}\0", 3}, {"{\"ecog\0\":\"3\"}", 13},
                 {"{\"ecog\":\"3\0\"}", 13}, {"{\"ecog\":\0\"3\"}", 13}};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct smet_error error;
        ck_assert_int_eq(read_safely("", texts[i].text, texts[i].length, &error),
                         SMET_ERROR_SYNTAX);
        ck_assert_msg(begins(error.message, "line 1, column "), "%s", error.message);
    }
}
END_TEST

START_TEST(test_arguments)
{
    struct smet_error error = {.size = sizeof error};
    struct {
        struct smet_error known;
        char tail[8];
    } newer;
    smet_record *record = smet_record_new();
    ck_assert_int_eq(smet_record_read_json(NULL, "{}", 2, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(error.status, SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_record_read_json(record, NULL, 0, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_record_read_json(record, "{}", 2, NULL), SMET_OK);
    ck_assert_int_eq(smet_record_read_json(record, "{\"ecog\":7}", 10, NULL),
                     SMET_ERROR_WRONG_KIND);
    ck_assert_int_eq(smet_record_read_json(record, "{", 1, NULL), SMET_ERROR_SYNTAX);
    ck_assert_int_eq(smet_record_read_json(record, "\xFF", 1, NULL), SMET_ERROR_ENCODING);
    ck_assert_int_eq(smet_record_read_json(record, "{\"ecog\":\"1\",\"ecog\":\"1\"}", 23, NULL),
                     SMET_ERROR_DUPLICATE);

    error.size = 4;
    ck_assert_int_eq(smet_record_read_json(record, "{\"ecog\":\"3\"}", 12, &error),
                     SMET_ERROR_STRUCT_SIZE);
    memset(&newer, 0, sizeof newer);
    newer.known.size = sizeof newer;
    newer.tail[7] = 1;
    ck_assert_int_eq(smet_record_read_json(record, "{\"ecog\":\"3\"}", 12, &newer.known),
                     SMET_ERROR_STRUCT_TAIL);
    ck_assert_int_eq(smet_record_is_entered(record, SMET_FIELD_ECOG), 0);
    newer.tail[7] = 0;
    ck_assert_int_eq(smet_record_read_json(record, "{\"ecog\":3}", 10, &newer.known),
                     SMET_ERROR_WRONG_KIND);
    ck_assert_uint_eq(newer.known.size, sizeof newer);
    ck_assert(begins(newer.known.message, "ecog: "));
    smet_record_free(record);
}
END_TEST

/* --- reading: hostile texts ---------------------------------------------------- */

static const char sample[] =
    "{ \"karnofsky\" : {\"min\":40, \"max\":60},\r\n\t\"ecog\":[\"2\",\"3\"], \"_n\\u006fte\":"
    "\"\xE2\x82\xAC \\\"{[\\ud83d\\ude00\", \"_\":[1.5e-3,-0,true,false,null,{\"a\":[[]]},"
    "123456789012345678901234567890], \"age_years\":63 }";

START_TEST(test_truncated)
{
    struct smet_error error;
    size_t length = strlen(sample);
    ck_assert_int_eq(read_safely("", sample, length, &error), SMET_OK);
    for (size_t cut = 0; cut < length; cut++) {
        char *text = malloc(cut + 1); /* of the exact size, for tools that watch its end */
        memcpy(text, sample, cut);
        text = realloc(text, cut > 0 ? cut : 1);
        smet_status_t status = read_safely("pain=none", text, cut, &error);
        expect(status == SMET_ERROR_SYNTAX || status == SMET_ERROR_ENCODING, "cut at %zu: %d", cut,
               (int)status);
        expect(error.line > 0 && error.column > 0, "cut at %zu: no place", cut);
        free(text);
    }
}
END_TEST

/* Every byte replaced with every other one; what comes of it must hang together. */
START_TEST(test_each_byte_changed)
{
    struct smet_error error;
    size_t length = strlen(sample);
    char *text = malloc(length);
    for (size_t i = 0; i < length; i++) {
        for (int byte = 0; byte < 256; byte++) {
            memcpy(text, sample, length);
            text[i] = (char)byte;
            read_safely("pain=none", text, length, &error);
        }
    }
    free(text);
}
END_TEST

/* Pieces of JSON in any order. */
START_TEST(test_random_pieces)
{
    static const char *const pieces[] = {
        "{", "}", "[", "]", ",", ":", "\"ecog\"", "\"karnofsky\"", "\"_own\"", "\"min\"", "\"max\"",
        "\"3\"", "80", "99999999999999999999", "1e999", "null", "\"", "\\", "\"\\u0000\"", "\n"};
    suite_random random = 7;
    for (int n = 0; n < 200000; n++) {
        char text[512] = "{";
        struct smet_error error;
        for (uint32_t i = suite_below(&random, 20); i > 0; i--)
            strcat(text, pieces[suite_below(&random, COUNT_OF(pieces))]);
        read_safely("", text, strlen(text), &error);
    }
}
END_TEST

START_TEST(test_deep)
{
    static const char *const openings[] = {"[", "{\"_\":", "[{\"a\":"};
    enum { DEPTH = 100000 };
    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        size_t size = strlen(openings[i]);
        char *text = malloc(DEPTH * size + 1);
        for (size_t n = 0; n < DEPTH; n++)
            memcpy(text + n * size, openings[i], size);
        struct smet_error error;
        ck_assert_int_eq(read_safely("", text, DEPTH * size, &error), SMET_ERROR_SYNTAX);
        ck_assert_msg(begins(error.message, "line 1, column "), "%s", error.message);
        ck_assert_uint_gt(error.column, 1000);
        free(text);
    }
}
END_TEST

START_TEST(test_large)
{
    static char text[SMET_JSON_RECORD_MAX + 2];
    struct smet_error error;
    memset(text, 'x', 1000000);
    memcpy(text, "{\"ecog\":\"", 9);
    memcpy(text + 999998, "\"}", 2);
    ck_assert_int_eq(read_safely("", text, 1000000, &error), SMET_ERROR_UNKNOWN_OPTION);
    ck_assert(begins(error.message, "ecog: \"xxxxx"));
    memset(text, 'x', 1000000);
    memcpy(text, "{\"", 2);
    memcpy(text + 999996, "\":1}", 4);
    ck_assert_int_eq(read_safely("", text, 1000000, &error), SMET_ERROR_UNKNOWN_FIELD);
    ck_assert(begins(error.message, "xxxxx"));

    memset(text, ' ', sizeof text);
    memcpy(text, "{\"ecog\":\"3\"}", 12);
    ck_assert_int_eq(read_safely("", text, SMET_JSON_RECORD_MAX, &error), SMET_OK);
    ck_assert_int_eq(read_safely("", text, SMET_JSON_RECORD_MAX + 1, &error),
                     SMET_ERROR_TOO_LARGE);
    ck_assert_int_eq(read_safely("", text, SIZE_MAX, &error), SMET_ERROR_TOO_LARGE);
}
END_TEST

/* Many numbers that only the second way of reading takes: time must stay in proportion. */
START_TEST(test_many_own_numbers)
{
    enum { COUNT = 100000 };
    static const char number[] = "99999999999999999999,";
    char *text = malloc(COUNT * strlen(number) + 64);
    char *end = text + sprintf(text, "{\"_\":[");
    for (int i = 0; i < COUNT; i++)
        end += sprintf(end, "%s", number);
    end += sprintf(end, "0],\"ecog\":\"3\"}");
    struct smet_error error;
    ck_assert_int_eq(read_safely("", text, (size_t)(end - text), &error), SMET_OK);
    free(text);
}
END_TEST

/* --- writing: helpers ------------------------------------------------------------ */

/* One of the three that write, of something. */
typedef size_t (*writer)(const void *what, int32_t style, char *text, size_t capacity);

static size_t write_record(const void *what, int32_t style, char *text, size_t capacity)
{
    return smet_record_write_json(what, style, text, capacity);
}

static size_t write_assessment(const void *what, int32_t style, char *text, size_t capacity)
{
    return smet_assessment_write_json(what, style, text, capacity);
}

static size_t write_catalogue(const void *what, int32_t style, char *text, size_t capacity)
{
    (void)what;
    return smet_catalogue_write_json(style, text, capacity);
}

static char *written(writer write, const void *what, int32_t style)
{
    size_t length = write(what, style, NULL, 0);
    expect(length > 0, "nothing was written");
    char *text = malloc(length + 1);
    memset(text, 'x', length + 1);
    expect(write(what, style, text, length + 1) == length, "another length the second time");
    expect(strlen(text) == length, "the text is not as long as said");
    expect(suite_is_utf8(text), "not UTF-8");
    return text;
}

static json_t *parsed(const char *text)
{
    json_error_t error;
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    expect(json != NULL, "%s at %d", error.text, error.position);
    return json;
}

static json_t *parsed_assessment(const char *record_text)
{
    struct smet_error error;
    smet_record *record = smet_record_new();
    expect(read_text(record, record_text, strlen(record_text), &error) == SMET_OK, "%s",
           error.message);
    smet_assessment *assessment = smet_assess(record, &error);
    expect(assessment != NULL, "%s", error.message);
    char *text = written(write_assessment, assessment, SMET_JSON_COMPACT);
    json_t *json = parsed(text);
    free(text);
    smet_assessment_free(assessment);
    smet_record_free(record);
    return json;
}

/* The member of an object, which must be there and of a type. */
static json_t *member(const json_t *object, const char *key, json_type type)
{
    json_t *value = json_object_get(object, key);
    expect(value != NULL, "no %s", key);
    bool is_bool = type == JSON_TRUE && json_is_boolean(value);
    expect(is_bool || json_typeof(value) == type, "%s is of type %d", key, json_typeof(value));
    return value;
}

static const char *word(const json_t *object, const char *key)
{
    return json_string_value(member(object, key, JSON_STRING));
}

/* A list of keys of a vocabulary. */
static void expect_terms(const json_t *object, const char *key, smet_vocabulary_t vocabulary)
{
    size_t i;
    json_t *term;
    json_array_foreach(member(object, key, JSON_ARRAY), i, term) {
        expect(json_is_string(term), "%s holds no strings", key);
        expect(smet_term_find(vocabulary, json_string_value(term)) >= 0, "%s holds %s", key,
               json_string_value(term));
    }
}

static void expect_term(const json_t *object, const char *key, smet_vocabulary_t vocabulary)
{
    expect(smet_term_find(vocabulary, word(object, key)) >= 0, "%s is %s", key,
           word(object, key));
}

/* --- writing: the record ----------------------------------------------------------- */

START_TEST(test_record_forms)
{
    static const struct {
        const char *facts;
        const char *text;
    } forms[] = {
        {"", "{}"},
        {"ecog=3", "{\"ecog\":\"3\"}"},
        {"ecog=3|1", "{\"ecog\":[\"1\",\"3\"]}"},
        {"karnofsky=80", "{\"karnofsky\":80}"},
        {"karnofsky=40|50", "{\"karnofsky\":{\"min\":40,\"max\":50}}"},
        {"karnofsky=40..60", "{\"karnofsky\":{\"min\":40,\"max\":60}}"},
        {"karnofsky=40|60", "{\"karnofsky\":[40,60]}"},
        {"age_years=0..119", "{\"age_years\":{\"min\":0,\"max\":119}}"},
        {"age_years=0..120", "{}"},
        {"pain_score=1|2|4", "{\"pain_score\":[1,2,4]}"},
        {"pain=none ecog=0 age_years=7", "{\"age_years\":7,\"ecog\":\"0\",\"pain\":\"none\"}"},
        {"frankel=C|D", "{\"frankel\":[\"C\",\"D\"]}"},
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        smet_record *record = suite_record(forms[i].facts);
        char *text = written(write_record, record, SMET_JSON_COMPACT);
        ck_assert_str_eq(text, forms[i].text);
        free(text);
        smet_record_free(record);
    }
    smet_record *record = suite_record("ecog=3|1 karnofsky=80");
    char *text = written(write_record, record, SMET_JSON_INDENTED);
    ck_assert_str_eq(text, "{\n  \"karnofsky\": 80,\n  \"ecog\": [\n    \"1\",\n    \"3\"\n  ]\n}");
    free(text);
    smet_record_free(record);
}
END_TEST

START_TEST(test_record_round_trip)
{
    suite_random random = 42;
    for (int n = 0; n < 5000; n++) {
        struct suite_snapshot before, after;
        smet_record *record = smet_record_new();
        smet_record *back = smet_record_new();
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
            struct suite_values values;
            if (!suite_chance(&random, 50))
                continue;
            suite_some_values(&random, record, f, -1, &values);
            suite_narrow(record, f, &values);
        }
        char *text = written(write_record, record, n % 2 == 0 ? SMET_JSON_COMPACT
                                                              : SMET_JSON_INDENTED);
        struct smet_error error;
        expect(read_text(back, text, strlen(text), &error) == SMET_OK, "%s: %s", text,
               error.message);
        suite_read(record, &before);
        suite_read(back, &after);
        expect(suite_same(&before, &after), "%s", text);
        free(text);
        smet_record_free(record);
        smet_record_free(back);
    }
}
END_TEST

/* --- writing: the assessment --------------------------------------------------------- */

/* The review's three patients, as in the cases (Mika and Mesfin 2018, Figures 1 to 3). */
static const struct {
    const char *record;
    const char *dispositions; /* "intervention=disposition ..." */
} patients[] = {
    {"{\"age_years\":23,\"primary_tumor\":\"melanoma\",\"cauda_equina_syndrome\":\"yes\","
     "\"epidural_disease\":\"yes\",\"nerve_root_compression\":\"yes\",\"sacral_fracture\":\"no\","
     "\"stability\":\"stable\",\"tissue_diagnosis\":\"metastasis\","
     "\"lesion_level\":[\"S1\",\"S2\",\"S3\",\"S4\",\"S5\"]}",
     "urgent_decompression=emergency laminectomy=recommended "
     "conventional_radiotherapy=contraindicated stereotactic_radiosurgery=contraindicated "
     "sacroplasty=contraindicated"},
    {"{\"age_years\":78,\"primary_tumor\":\"colon\",\"lesion_level\":\"S1\","
     "\"bone_lesion\":\"lytic\",\"sacral_fracture\":\"yes\",\"radiculopathy\":\"yes\","
     "\"nerve_root_compression\":\"yes\",\"ilium_involvement\":\"none\","
     "\"cauda_equina_syndrome\":\"no\",\"reported_sins\":9,\"prior_radiotherapy\":\"none\","
     "\"tissue_diagnosis\":\"metastasis\"}",
     "laminectomy_with_lumbopelvic_fixation=recommended surgical_consultation=recommended "
     "conventional_radiotherapy=recommended"},
    {"{\"age_years\":63,\"primary_tumor\":\"uterus\",\"lesion_level\":\"S3\","
     "\"sacral_fracture\":\"yes\",\"ilium_involvement\":\"right\",\"radiculopathy\":\"yes\","
     "\"nerve_root_compression\":\"yes\",\"pain\":\"mechanical\","
     "\"prior_radiotherapy\":\"conventional\",\"radiotherapy_outcome\":\"progression\","
     "\"stability\":\"unstable\",\"cauda_equina_syndrome\":\"no\","
     "\"tissue_diagnosis\":\"metastasis\"}",
     "unilateral_lumbopelvic_fixation=recommended stereotactic_radiosurgery=option "
     "plastic_surgery_closure=recommended"},
};

static json_t *intervention(const json_t *assessment, const char *key)
{
    smet_intervention_t number = smet_term_find(SMET_VOCABULARY_INTERVENTION, key);
    expect(number >= 0, "no intervention %s", key);
    return json_array_get(member(assessment, "interventions", JSON_ARRAY), (size_t)number);
}

static void expect_dispositions(const json_t *assessment, const char *dispositions)
{
    char pair[64];
    while (suite_next_word(&dispositions, ' ', pair)) {
        char *disposition = strchr(pair, '=');
        *disposition++ = '\0';
        ck_assert_str_eq(word(intervention(assessment, pair), "disposition"), disposition);
    }
}

static void expect_score(const json_t *score)
{
    size_t i;
    json_t *item;
    json_t *totals = member(score, "totals", JSON_ARRAY);
    size_t count = json_array_size(totals);
    expect_term(score, "instrument", SMET_VOCABULARY_INSTRUMENT);
    expect(count > 0, "no totals");
    expect(json_equal(member(score, "min", JSON_INTEGER), json_array_get(totals, 0)), "min");
    expect(json_equal(member(score, "max", JSON_INTEGER), json_array_get(totals, count - 1)),
           "max");
    expect(json_is_true(member(score, "complete", JSON_TRUE)) == (count == 1), "complete");
    expect(json_is_true(member(score, "decided", JSON_TRUE)) ==
               (json_array_size(member(score, "bands", JSON_ARRAY)) == 1),
           "decided");
    expect_terms(score, "missing", SMET_VOCABULARY_FIELD);
    expect_terms(score, "references", SMET_VOCABULARY_REFERENCE);
    member(score, "notes", JSON_ARRAY);
    json_array_foreach(member(score, "items", JSON_ARRAY), i, item) {
        word(item, "item");
        expect_term(item, "field", SMET_VOCABULARY_FIELD);
        expect(json_array_size(member(item, "points", JSON_ARRAY)) > 0, "no points");
        const json_t *option = json_object_get(item, "option");
        expect(json_is_string(option) || json_is_null(option), "option");
        member(item, "derived", JSON_TRUE);
        word(item, "note");
        expect_terms(item, "derived_from", SMET_VOCABULARY_FIELD);
        member(item, "set_aside", JSON_TRUE);
    }
}

static void expect_rule(const json_t *rule)
{
    const char *state = word(rule, "state");
    expect_term(rule, "rule", SMET_VOCABULARY_RULE);
    expect_term(rule, "verdict", SMET_VOCABULARY_VERDICT);
    expect(strcmp(state, "fires") == 0 || strcmp(state, "may_fire") == 0, "state %s", state);
    member(rule, "overruled", JSON_TRUE);
    expect_term(rule, "grade", SMET_VOCABULARY_GRADE);
    expect(strlen(word(rule, "rationale")) > 0, "no rationale");
    expect(strlen(word(rule, "section")) > 0, "no section");
    expect_terms(rule, "references", SMET_VOCABULARY_REFERENCE);
    expect(json_array_size(json_object_get(rule, "references")) > 0, "no references");
    expect_terms(rule, "evidence", SMET_VOCABULARY_EVIDENCE);
    expect_terms(rule, "derived", SMET_VOCABULARY_FIELD);
}

static void expect_intervention(const json_t *known, size_t index)
{
    size_t i;
    json_t *part;
    smet_intervention_t number = smet_term_at(SMET_VOCABULARY_INTERVENTION, index);
    ck_assert_str_eq(word(known, "intervention"),
                     smet_term_key(SMET_VOCABULARY_INTERVENTION, number));
    expect_term(known, "disposition", SMET_VOCABULARY_VERDICT);
    expect(strlen(word(known, "label")) > 0, "no label");
    expect_terms(known, "possible", SMET_VOCABULARY_VERDICT);
    expect_terms(known, "deciding", SMET_VOCABULARY_FIELD);
    size_t possible = json_array_size(json_object_get(known, "possible"));
    expect(json_is_true(member(known, "settled", JSON_TRUE)) == (possible == 1), "settled");
    json_array_foreach(member(known, "rules", JSON_ARRAY), i, part)
        expect_rule(part);
    json_array_foreach(member(known, "cautions", JSON_ARRAY), i, part) {
        expect_term(part, "rule", SMET_VOCABULARY_RULE);
        expect(strlen(word(part, "text")) > 0, "no text");
        expect_terms(part, "references", SMET_VOCABULARY_REFERENCE);
    }
    if (json_object_get(known, "side") != NULL)
        expect_term(known, "side", SMET_VOCABULARY_SIDE);
}

static void expect_fact(const json_t *fact)
{
    expect_term(fact, "field", SMET_VOCABULARY_FIELD);
    expect(strlen(word(fact, "label")) > 0, "no label");
    expect_terms(fact, "interventions", SMET_VOCABULARY_INTERVENTION);
    expect_terms(fact, "scores", SMET_VOCABULARY_INSTRUMENT);
}

/* Whether an object with this value of a key is in a list. */
static bool is_listed(const json_t *list, const char *key, const char *value)
{
    size_t i;
    json_t *entry;
    json_array_foreach(list, i, entry)
        if (strcmp(word(entry, key), value) == 0)
            return true;
    return false;
}

/* Every reference and figure that stands anywhere in the answer is explained at its end. */
static void expect_explained(const json_t *json, const json_t *root)
{
    const char *key;
    json_t *value, *term;
    size_t i;
    if (json_is_array(json))
        json_array_foreach(json, i, value)
            expect_explained(value, root);
    if (!json_is_object(json))
        return;
    json_object_foreach((json_t *)(uintptr_t)json, key, value) {
        if (json != root && strcmp(key, "references") == 0)
            json_array_foreach(value, i, term)
                expect(is_listed(json_object_get(root, "references"), "key",
                                 json_string_value(term)),
                       "%s is not explained", json_string_value(term));
        else if (json != root && strcmp(key, "evidence") == 0 && json_is_array(value))
            json_array_foreach(value, i, term)
                expect(is_listed(json_object_get(root, "evidence"), "evidence",
                                 json_string_value(term)),
                       "%s is not explained", json_string_value(term));
        else if (strcmp(key, "reference") == 0)
            expect(is_listed(json_object_get(root, "references"), "key",
                             json_string_value(value)),
                   "%s is not explained", json_string_value(value));
        else
            expect_explained(value, root);
    }
}

static void expect_versions(const json_t *root)
{
    const json_t *versions = member(root, "versions", JSON_OBJECT);
    ck_assert_str_eq(word(versions, "release"), smet_version());
    ck_assert_str_eq(word(versions, "abi"), smet_abi_version());
    ck_assert_str_eq(word(versions, "content"), smet_content_version());
    ck_assert_str_eq(word(versions, "digest"), smet_content_digest());
}

static void expect_assessment(const json_t *root)
{
    size_t i;
    json_t *part;
    expect_versions(root);
    json_array_foreach(member(root, "scores", JSON_ARRAY), i, part)
        expect_score(part);
    ck_assert_uint_eq(i, smet_term_count(SMET_VOCABULARY_INSTRUMENT));
    json_array_foreach(member(root, "interventions", JSON_ARRAY), i, part)
        expect_intervention(part, i);
    ck_assert_uint_eq(i, smet_term_count(SMET_VOCABULARY_INTERVENTION));
    json_array_foreach(member(root, "conflicts", JSON_ARRAY), i, part) {
        expect_term(part, "conflict", SMET_VOCABULARY_CONFLICT);
        expect(json_array_size(member(part, "between", JSON_ARRAY)) > 0, "between nothing");
        expect(strlen(word(part, "explanation")) > 0, "no explanation");
    }
    json_array_foreach(member(root, "inconsistencies", JSON_ARRAY), i, part) {
        expect_terms(part, "fields", SMET_VOCABULARY_FIELD);
        expect(strlen(word(part, "explanation")) > 0, "no explanation");
    }
    json_array_foreach(member(root, "next", JSON_ARRAY), i, part)
        expect_fact(part);
    expect(i <= SMET_NEXT_MAX, "%zu next facts", i);
    json_array_foreach(member(root, "findings", JSON_ARRAY), i, part) {
        expect_term(part, "finding", SMET_VOCABULARY_FINDING);
        expect_term(part, "truth", SMET_VOCABULARY_TRUTH);
    }
    ck_assert_uint_eq(i, smet_term_count(SMET_VOCABULARY_FINDING));
    expect(strlen(word(root, "intended_use")) > 0, "no intended use");
    expect_explained(root, root);
}

START_TEST(test_patients)
{
    json_t *assessment = parsed_assessment(patients[_i].record);
    expect_assessment(assessment);
    expect_dispositions(assessment, patients[_i].dispositions);
    json_t *side = json_object_get(intervention(assessment, "unilateral_lumbopelvic_fixation"),
                                   "side");
    if (_i == 2) /* the right ilium is involved: fixation on the left */
        ck_assert_str_eq(json_string_value(side), "left");
    else
        ck_assert_ptr_null(side);
    json_decref(assessment);
}
END_TEST

START_TEST(test_record_in_assessment)
{
    for (size_t i = 0; i < COUNT_OF(patients); i++) {
        json_t *assessment = parsed_assessment(patients[i].record);
        json_t *entered = member(assessment, "record", JSON_OBJECT);
        json_t *given = parsed(patients[i].record);
        ck_assert(json_equal(entered, given));
        json_decref(given);
        json_decref(assessment);
    }
}
END_TEST

/* SINS of the second patient: only the chart's total is known. */
START_TEST(test_score_of_a_patient)
{
    json_t *assessment = parsed_assessment(patients[1].record);
    json_t *sins =
        json_array_get(member(assessment, "scores", JSON_ARRAY), SMET_INSTRUMENT_SINS);
    ck_assert_str_eq(word(sins, "instrument"), "sins");
    char *totals = json_dumps(member(sins, "totals", JSON_ARRAY), JSON_COMPACT);
    char *bands = json_dumps(member(sins, "bands", JSON_ARRAY), JSON_COMPACT);
    ck_assert_str_eq(totals, "[9]");
    ck_assert_str_eq(bands, "[\"potentially_unstable\"]");
    json_t *location = json_array_get(member(sins, "items", JSON_ARRAY), 0);
    ck_assert_str_eq(word(location, "item"), "location");
    ck_assert_str_eq(word(location, "option"), "S1");
    free(totals);
    free(bands);
    json_decref(assessment);
}
END_TEST

/* An item that a linked field narrowed, and one whose fields contradict each other. */
START_TEST(test_derived_and_set_aside)
{
    json_t *assessment = parsed_assessment(
        "{\"ecog\":\"2\",\"major_organ_metastases\":\"none\","
        "\"visceral_metastases\":\"untreatable\"}");
    expect_assessment(assessment);
    json_t *tokuhashi = json_array_get(member(assessment, "scores", JSON_ARRAY), 0);
    json_t *condition = json_array_get(member(tokuhashi, "items", JSON_ARRAY), 0);
    ck_assert_str_eq(word(condition, "item"), "general_condition");
    ck_assert(json_is_true(member(condition, "derived", JSON_TRUE)));
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(condition, "derived_from"),
                                                      0)),
                     "ecog");
    ck_assert(json_is_null(json_object_get(condition, "option")));
    json_t *organs = json_array_get(member(tokuhashi, "items", JSON_ARRAY), 3);
    ck_assert_str_eq(word(organs, "item"), "major_organs");
    ck_assert(json_is_true(member(organs, "set_aside", JSON_TRUE)));
    ck_assert_uint_eq(json_array_size(member(assessment, "inconsistencies", JSON_ARRAY)), 1);
    json_decref(assessment);
}
END_TEST

START_TEST(test_random_assessments)
{
    suite_random random = 5;
    for (int n = 0; n < 150; n++) {
        smet_record *record = smet_record_new();
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
            struct suite_values values;
            if (!suite_chance(&random, (uint32_t)(10 + n % 80)))
                continue;
            suite_some_values(&random, record, f, -1, &values);
            suite_narrow(record, f, &values);
        }
        smet_assessment *assessment = smet_assess(record, NULL);
        smet_assessment *copy = smet_assessment_copy(assessment);
        char *text = written(write_assessment, assessment,
                             n % 2 == 0 ? SMET_JSON_COMPACT : SMET_JSON_INDENTED);
        char *again = written(write_assessment, copy,
                              n % 2 == 0 ? SMET_JSON_COMPACT : SMET_JSON_INDENTED);
        expect(strcmp(text, again) == 0, "not the same for the same input");
        json_t *json = parsed(text);
        expect_assessment(json);
        json_decref(json);
        free(text);
        free(again);
        smet_assessment_free(copy);
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

/* --- writing: the catalogue -------------------------------------------------------------- */

/* A list with one object for each term of a vocabulary, in order. */
static void expect_each(const json_t *catalogue, const char *key, smet_vocabulary_t vocabulary)
{
    size_t i;
    json_t *entry;
    json_array_foreach(member(catalogue, key, JSON_ARRAY), i, entry) {
        int32_t number = smet_term_at(vocabulary, i);
        ck_assert_str_eq(word(entry, "key"), smet_term_key(vocabulary, number));
        ck_assert_int_eq(json_integer_value(member(entry, "number", JSON_INTEGER)), number);
    }
    ck_assert_uint_eq(i, smet_term_count(vocabulary));
}

static void expect_conditions(const json_t *catalogue, const char *key)
{
    size_t i;
    json_t *entry;
    json_array_foreach(member(catalogue, key, JSON_ARRAY), i, entry)
        expect(strlen(word(entry, "condition")) > 0, "%s %zu has no condition", key, i);
}

START_TEST(test_catalogue)
{
    char *text = written(write_catalogue, NULL, SMET_JSON_INDENTED);
    json_t *catalogue = parsed(text);
    expect_versions(catalogue);
    expect_each(catalogue, "fields", SMET_VOCABULARY_FIELD);
    expect_each(catalogue, "instruments", SMET_VOCABULARY_INSTRUMENT);
    expect_each(catalogue, "findings", SMET_VOCABULARY_FINDING);
    expect_each(catalogue, "interventions", SMET_VOCABULARY_INTERVENTION);
    expect_each(catalogue, "rules", SMET_VOCABULARY_RULE);
    expect_each(catalogue, "conflicts", SMET_VOCABULARY_CONFLICT);
    expect_each(catalogue, "references", SMET_VOCABULARY_REFERENCE);
    expect_each(catalogue, "evidence", SMET_VOCABULARY_EVIDENCE);
    expect_each(catalogue, "disputes", SMET_VOCABULARY_DISPUTE);
    expect_conditions(catalogue, "findings");
    expect_conditions(catalogue, "rules");
    expect_conditions(catalogue, "conflicts");
    expect_conditions(catalogue, "checks");
    const json_t *words = member(catalogue, "vocabularies", JSON_OBJECT);
    expect_each(words, "verdict", SMET_VOCABULARY_VERDICT);
    expect_each(words, "grade", SMET_VOCABULARY_GRADE);
    expect_each(words, "evidence_status", SMET_VOCABULARY_EVIDENCE_STATUS);
    ck_assert_uint_eq(json_array_size(member(catalogue, "links", JSON_ARRAY)), smet_link_count());
    ck_assert_uint_eq(json_array_size(member(catalogue, "mappings", JSON_ARRAY)),
                      smet_mapping_count());
    ck_assert_uint_eq(json_array_size(member(catalogue, "checks", JSON_ARRAY)),
                      smet_check_count());
    ck_assert_uint_gt(json_array_size(member(catalogue, "not_covered", JSON_ARRAY)), 0);
    json_decref(catalogue);
    free(text);
}
END_TEST

/* --- writing: buffers, styles, memory ------------------------------------------------------ */

/* Whatever the room: the beginning of the text, ended, and nothing behind it touched. */
static void expect_cut(writer write, const void *what, const char *whole, size_t capacity)
{
    size_t length = strlen(whole);
    size_t fits = capacity == 0 ? 0 : length < capacity ? length : capacity - 1;
    char *room = malloc(capacity + 1);
    memset(room, '#', capacity + 1);
    expect(write(what, SMET_JSON_COMPACT, room, capacity) == length, "length for %zu", capacity);
    expect(memcmp(room, whole, fits) == 0, "text for %zu", capacity);
    expect(capacity == 0 || room[fits] == '\0', "end for %zu", capacity);
    expect(room[capacity] == '#', "written beyond %zu", capacity);
    free(room);
}

START_TEST(test_capacity)
{
    smet_record *record = suite_record("ecog=3|1 karnofsky=80 primary_tumor=kidney|lung");
    smet_assessment *assessment = smet_assess(record, NULL);
    const struct {
        writer write;
        const void *what;
    } all[] = {{write_record, record}, {write_assessment, assessment}, {write_catalogue, NULL}};
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        char *whole = written(all[i].write, all[i].what, SMET_JSON_COMPACT);
        size_t length = strlen(whole);
        size_t step = length < 1000 ? 1 : length / 50;
        for (size_t capacity = 0; capacity <= length + 2; capacity += step)
            expect_cut(all[i].write, all[i].what, whole, capacity);
        for (size_t capacity = length - 2; capacity <= length + 2; capacity++)
            expect_cut(all[i].write, all[i].what, whole, capacity);
        free(whole);
    }
    smet_assessment_free(assessment);
    smet_record_free(record);
}
END_TEST

START_TEST(test_write_refused)
{
    static const int32_t styles[] = {SMET_JSON_STYLE_INVALID, 2, INT32_MAX, INT32_MIN};
    smet_record *record = smet_record_new();
    smet_assessment *assessment = smet_assess(record, NULL);
    char text[8] = "#######";
    for (size_t i = 0; i < COUNT_OF(styles); i++) {
        ck_assert_uint_eq(smet_record_write_json(record, styles[i], NULL, 0), 0);
        ck_assert_uint_eq(smet_assessment_write_json(assessment, styles[i], text, 8), 0);
        ck_assert_uint_eq(smet_catalogue_write_json(styles[i], NULL, 0), 0);
    }
    ck_assert_str_eq(text, "");
    text[0] = '#';
    ck_assert_uint_eq(smet_record_write_json(NULL, SMET_JSON_COMPACT, text, 8), 0);
    ck_assert_str_eq(text, "");
    ck_assert_uint_eq(smet_record_write_json(NULL, SMET_JSON_COMPACT, NULL, 0), 0);
    /* Without room, not even the end of a text. */
    text[0] = '#';
    ck_assert_uint_eq(smet_record_write_json(NULL, SMET_JSON_COMPACT, text, 0), 0);
    ck_assert_int_eq(text[0], '#');
    ck_assert_uint_eq(smet_assessment_write_json(NULL, SMET_JSON_COMPACT, NULL, 0), 0);
    smet_assessment_free(assessment);
    smet_record_free(record);
}
END_TEST

/* An allocator that gives so many blocks and then no more. */
static long blocks_left;
static long blocks_held;

static void *scarce_malloc(size_t size)
{
    if (blocks_left-- <= 0)
        return NULL;
    blocks_held++;
    return malloc(size);
}

static void counted_free(void *block)
{
    if (block != NULL)
        blocks_held--;
    free(block);
}

static void expect_scarce(writer write, const void *what, long step)
{
    size_t length = 0;
    char text[4];
    for (long blocks = 0; length == 0; blocks += step) {
        blocks_left = blocks;
        blocks_held = 0;
        text[0] = '#';
        length = write(what, SMET_JSON_COMPACT, text, sizeof text);
        expect(blocks_held == 0, "%ld blocks are lost of %ld", blocks_held, blocks);
        expect(length > 0 || text[0] == '\0', "text without memory");
    }
}

START_TEST(test_no_memory_to_write)
{
    smet_record *record = suite_record("ecog=3|1 karnofsky=80 primary_tumor=kidney|lung");
    smet_assessment *assessment = smet_assess(record, NULL);
    json_set_alloc_funcs(scarce_malloc, counted_free);
    expect_scarce(write_record, record, 1);
    expect_scarce(write_assessment, assessment, 211);
    expect_scarce(write_catalogue, NULL, 499);
    smet_assessment_free(assessment);
    smet_record_free(record);
}
END_TEST

/* Only the first block is refused: further on the parser does not tell memory from syntax. */
START_TEST(test_no_memory_to_read)
{
    struct smet_error error;
    json_set_alloc_funcs(scarce_malloc, counted_free);
    blocks_left = 0;
    ck_assert_int_eq(read_safely("", sample, strlen(sample), &error), SMET_ERROR_NO_MEMORY);
    ck_assert_int_eq(blocks_held, 0);
    blocks_left = 1000000;
    ck_assert_int_eq(read_safely("", sample, strlen(sample), &error), SMET_OK);
    ck_assert_int_eq(blocks_held, 0);
}
END_TEST

/* --- the content alone ------------------------------------------------------------------------ */

/* The digest is taken of the catalogue without its versions. */
START_TEST(test_content)
{
    size_t length = smet_catalogue_write_json(SMET_JSON_COMPACT, NULL, 0);
    char *text = malloc(length + 1);
    ck_assert_uint_eq(smet_catalogue_write_json(SMET_JSON_COMPACT, text, length + 1), length);
    json_t *catalogue = json_loads(text, 0, NULL), *content = smet__catalogue_content();
    ck_assert_int_eq(json_object_del(catalogue, "versions"), 0);
    ck_assert_int_eq(json_equal(catalogue, content), 1);
    json_decref(content);
    json_decref(catalogue);
    free(text);
}
END_TEST

START_TEST(test_no_memory_for_content)
{
    json_t *content = NULL;
    json_set_alloc_funcs(scarce_malloc, counted_free);
    for (long blocks = 0; content == NULL; blocks += 4999) {
        blocks_left = blocks;
        blocks_held = 0;
        content = smet__catalogue_content();
        expect(content != NULL || blocks_held == 0, "%ld blocks are lost", blocks_held);
    }
    json_decref(content);
    ck_assert_int_eq(blocks_held, 0);
}
END_TEST

/* --- the suite -------------------------------------------------------------------------------- */

void suite_tests(Suite *suite)
{
    TCase *reading = suite_case(suite, "reading");
    tcase_add_loop_test(reading, test_accepted, 0, COUNT_OF(accepted));
    tcase_add_test(reading, test_narrows_what_is_there);
    tcase_add_test(reading, test_every_value);
    tcase_add_loop_test(reading, test_refused, 0, COUNT_OF(refused));
    tcase_add_test(reading, test_nul_bytes);
    tcase_add_test(reading, test_arguments);
    TCase *hostile = suite_case(suite, "hostile texts");
    tcase_add_test(hostile, test_truncated);
    tcase_add_test(hostile, test_each_byte_changed);
    tcase_add_test(hostile, test_random_pieces);
    tcase_add_test(hostile, test_deep);
    tcase_add_test(hostile, test_large);
    tcase_add_test(hostile, test_many_own_numbers);
    TCase *writing = suite_case(suite, "writing");
    tcase_add_test(writing, test_record_forms);
    tcase_add_test(writing, test_record_round_trip);
    tcase_add_loop_test(writing, test_patients, 0, COUNT_OF(patients));
    tcase_add_test(writing, test_record_in_assessment);
    tcase_add_test(writing, test_score_of_a_patient);
    tcase_add_test(writing, test_derived_and_set_aside);
    tcase_add_test(writing, test_random_assessments);
    tcase_add_test(writing, test_catalogue);
    TCase *room = suite_case(suite, "room and memory");
    tcase_add_test(room, test_capacity);
    tcase_add_test(room, test_write_refused);
    tcase_add_test(room, test_no_memory_to_write);
    tcase_add_test(room, test_no_memory_to_read);
    tcase_add_test(room, test_content);
    tcase_add_test(room, test_no_memory_for_content);
}
