/*
 * A build that gives scores alone: -Drecommendations=false. This program holds its own
 * objects of the two sources that the option touches, compiled with it; what is asked for
 * makes no difference.
 */
#include "suite.h"

#include <jansson.h>
#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>
#include <stdlib.h>
#include <string.h>

/* The review's first patient (Figure 1), of whom the most urgent things would be said, with a
 * stability that SINS gives. */
static const char facts[] =
    "cauda_equina_syndrome=yes epidural_disease=yes nerve_root_compression=yes lesion_level=S1 "
    "reported_sins=4 tissue_diagnosis=metastasis";

typedef size_t writer(const smet_assessment *assessment, const smet_chart *chart,
                      const struct smet_answer_options *options, char *text, size_t capacity);

static char *written(writer *write, int32_t answer)
{
    const struct smet_answer_options options = {.size = sizeof options, .answer = answer};
    smet_assessment *assessment = suite_assess(facts);
    size_t length = write(assessment, NULL, &options, NULL, 0);
    ck_assert_uint_gt(length, 0);
    char *text = malloc(length + 1);
    ck_assert_uint_eq(write(assessment, NULL, &options, text, length + 1), length);
    smet_assessment_free(assessment);
    return text;
}

static size_t write_json(const smet_assessment *assessment, const smet_chart *chart,
                         const struct smet_answer_options *options, char *text, size_t capacity)
{
    (void)chart;
    return options->answer == SMET_ANSWER_SCORES
               ? smet_assessment_write_scores_json(assessment, options->style, text, capacity)
               : smet_assessment_write_json(assessment, options->style, text, capacity);
}

START_TEST(test_asking_makes_no_difference)
{
    static writer *const writers[] = {smet_assessment_write_cards, smet_assessment_write_fhir,
                                      write_json};
    char *full = written(writers[_i], SMET_ANSWER_FULL);
    char *scores = written(writers[_i], SMET_ANSWER_SCORES);
    ck_assert_str_eq(full, scores);
    ck_assert_ptr_nonnull(strstr(full, "SINS"));
    ck_assert_ptr_null(strstr(full, "laminectomy"));
    ck_assert_ptr_null(strstr(full, "urgent_decompression"));
    ck_assert_ptr_null(strstr(full, "urgent decompression"));
    free(full);
    free(scores);
}
END_TEST

START_TEST(test_json_says_so)
{
    static const char *const empty[] = {"interventions", "conflicts", "next", "findings",
                                        "evidence"};
    char *text = written(write_json, SMET_ANSWER_FULL);
    json_t *root = json_loads(text, 0, NULL);
    ck_assert_str_eq(json_string_value(json_object_get(root, "answer")), "scores_only");
    for (size_t i = 0; i < COUNT_OF(empty); i++) {
        ck_assert(json_is_array(json_object_get(root, empty[i])));
        ck_assert_uint_eq(json_array_size(json_object_get(root, empty[i])), 0);
    }
    ck_assert_uint_eq(json_array_size(json_object_get(root, "scores")), 3);
    ck_assert_uint_eq(json_object_size(json_object_get(root, "versions")), 4);
    json_decref(root);
    free(text);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *all = suite_case(suite, "all");
    tcase_add_loop_test(all, test_asking_makes_no_difference, 0, 3);
    tcase_add_test(all, test_json_says_so);
}
