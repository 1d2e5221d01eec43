/*
 * Statuses and versions: names, texts, numbers.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

/* status.h; "Codes are never reused". */
static const struct {
    smet_status_t status;
    int32_t number;
    const char *name;
} statuses[] = {
    {SMET_OK, 0, "SMET_OK"},
    {SMET_ERROR_NULL_ARGUMENT, -2, "SMET_ERROR_NULL_ARGUMENT"},
    {SMET_ERROR_STRUCT_SIZE, -3, "SMET_ERROR_STRUCT_SIZE"},
    {SMET_ERROR_STRUCT_TAIL, -4, "SMET_ERROR_STRUCT_TAIL"},
    {SMET_ERROR_UNKNOWN_FIELD, -5, "SMET_ERROR_UNKNOWN_FIELD"},
    {SMET_ERROR_UNKNOWN_OPTION, -6, "SMET_ERROR_UNKNOWN_OPTION"},
    {SMET_ERROR_OUT_OF_RANGE, -7, "SMET_ERROR_OUT_OF_RANGE"},
    {SMET_ERROR_REVERSED_RANGE, -8, "SMET_ERROR_REVERSED_RANGE"},
    {SMET_ERROR_EMPTY_SET, -9, "SMET_ERROR_EMPTY_SET"},
    {SMET_ERROR_CONTRADICTION, -10, "SMET_ERROR_CONTRADICTION"},
    {SMET_ERROR_WRONG_KIND, -11, "SMET_ERROR_WRONG_KIND"},
    {SMET_ERROR_UNKNOWN_TERM, -12, "SMET_ERROR_UNKNOWN_TERM"},
    {SMET_ERROR_NO_MEMORY, -13, "SMET_ERROR_NO_MEMORY"},
    {SMET_ERROR_SYNTAX, -14, "SMET_ERROR_SYNTAX"},
    {SMET_ERROR_DUPLICATE, -15, "SMET_ERROR_DUPLICATE"},
    {SMET_ERROR_ENCODING, -16, "SMET_ERROR_ENCODING"},
    {SMET_ERROR_TOO_LARGE, -17, "SMET_ERROR_TOO_LARGE"},
    {SMET_ERROR_INDEX, -18, "SMET_ERROR_INDEX"},
};

START_TEST(a_status_has_its_number_and_name)
{
    ck_assert_int_eq(statuses[_i].status, statuses[_i].number);
    const char *name = smet_status_name(statuses[_i].status);
    ck_assert_ptr_nonnull(name);
    ck_assert_str_eq(name, statuses[_i].name);
}
END_TEST

START_TEST(a_status_has_a_sentence_of_its_own)
{
    const char *text = smet_status_text(statuses[_i].status);
    ck_assert_ptr_nonnull(text);
    ck_assert(suite_is_utf8(text));
    ck_assert_uint_gt(strlen(text), 4);
    ck_assert_int_eq(text[strlen(text) - 1], '.');
    ck_assert(text[0] >= 'A' && text[0] <= 'Z');
    for (int i = 0; i < _i; i++)
        ck_assert_str_ne(text, smet_status_text(statuses[i].status));
}
END_TEST

START_TEST(the_walk_gives_every_status_once)
{
    ck_assert_uint_eq(smet_term_count(SMET_VOCABULARY_STATUS), COUNT_OF(statuses));
    for (size_t i = 0; i < COUNT_OF(statuses); i++) {
        ck_assert_int_eq(smet_term_at(SMET_VOCABULARY_STATUS, i), statuses[i].status);
        ck_assert_str_eq(smet_term_key(SMET_VOCABULARY_STATUS, statuses[i].status),
                         statuses[i].name);
        ck_assert_str_eq(smet_term_label(SMET_VOCABULARY_STATUS, statuses[i].status),
                         smet_status_text(statuses[i].status));
        ck_assert_int_eq(smet_term_find(SMET_VOCABULARY_STATUS, statuses[i].name),
                         statuses[i].status);
    }
}
END_TEST

START_TEST(no_other_number_is_a_status)
{
    for (int32_t number = -300; number < 300; number++) {
        bool known = false;
        for (size_t i = 0; i < COUNT_OF(statuses); i++)
            known |= statuses[i].number == number;
        ck_assert_int_eq(smet_status_name(number) != NULL, known);
        ck_assert_int_eq(smet_status_text(number) != NULL, known);
    }
    ck_assert_ptr_null(smet_status_name(SMET_STATUS_INVALID));
    ck_assert_ptr_null(smet_status_name(INT32_MIN));
    ck_assert_ptr_null(smet_status_text(INT32_MAX));
}
END_TEST

/* --- versions ------------------------------------------------------------ */

/* Whether text is three decimal numbers without leading zeros, parted by points. */
static bool is_version(const char *text)
{
    unsigned part[3];
    char again[64];
    if (sscanf(text, "%u.%u.%u", &part[0], &part[1], &part[2]) != 3)
        return false;
    snprintf(again, sizeof again, "%u.%u.%u", part[0], part[1], part[2]);
    return strcmp(again, text) == 0;
}

START_TEST(versions_are_three_numbers)
{
    ck_assert(is_version(smet_version()));
    ck_assert(is_version(smet_abi_version()));
    ck_assert(is_version(smet_content_version()));
}
END_TEST

/* version.h: "major * 1 000 000 + minor * 1 000 + patch" */
START_TEST(the_headers_are_of_the_library_that_is_running)
{
    char text[64];
    snprintf(text, sizeof text, "%d.%d.%d", SMET_VERSION_MAJOR, SMET_VERSION_MINOR,
             SMET_VERSION_PATCH);
    ck_assert_str_eq(smet_version(), text);
    ck_assert_uint_eq(smet_version_number(), SMET_VERSION_MAJOR * 1000000u +
                                                 SMET_VERSION_MINOR * 1000u + SMET_VERSION_PATCH);
}
END_TEST

/* version.h: `smet_abi_serves(SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR)` */
START_TEST(the_library_serves_what_was_made_for_it)
{
    char text[64];
    snprintf(text, sizeof text, "%d.%d.", SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR);
    ck_assert(strncmp(smet_abi_version(), text, strlen(text)) == 0);
    ck_assert_int_eq(smet_abi_serves(SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR), 1);
    ck_assert_int_eq(smet_abi_serves(SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR + 1), 0);
    ck_assert_int_eq(smet_abi_serves(SMET_ABI_VERSION_MAJOR + 1, SMET_ABI_VERSION_MINOR), 0);
    ck_assert_int_eq(smet_abi_serves(-1, INT32_MAX), 0);
}
END_TEST

/* version.h: "The SHA-256 of the whole clinical content ..., in 64 hexadecimal digits" */
START_TEST(the_digest_is_a_sha_256)
{
    const char *digest = smet_content_digest();
    ck_assert_uint_eq(strlen(digest), 64);
    ck_assert_uint_eq(strspn(digest, "0123456789abcdef"), 64);
    ck_assert_msg(strspn(digest, "0") < 64, "the digest was never made");
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *words = suite_case(suite, "statuses");
    tcase_add_loop_test(words, a_status_has_its_number_and_name, 0, (int)COUNT_OF(statuses));
    tcase_add_loop_test(words, a_status_has_a_sentence_of_its_own, 0, (int)COUNT_OF(statuses));
    tcase_add_test(words, the_walk_gives_every_status_once);
    tcase_add_test(words, no_other_number_is_a_status);

    TCase *versions = suite_case(suite, "versions");
    tcase_add_test(versions, versions_are_three_numbers);
    tcase_add_test(versions, the_library_serves_what_was_made_for_it);
    tcase_add_test(versions, the_headers_are_of_the_library_that_is_running);
    tcase_add_test(versions, the_digest_is_a_sha_256);
}
