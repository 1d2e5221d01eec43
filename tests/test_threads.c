/*
 * Many threads at once: "Functions that take only const pointers may run at the
 * same time on the same object" (README.md and the headers). Each thread boils
 * down all that it read to one number, which must be the one that a single thread
 * found before. Under ThreadSanitizer the same program shows that no two of them
 * touch the same memory without order.
 */
#include "cohort.h"
#include "suite.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef TEST_EXCHANGE
#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>
#endif

enum { THREADS = 8, ROUNDS = 3, RECORDS = 100, ROWS = 40000, SLICE = 1009 };

/* --- one number for all that was read (FNV-1a) --------------------------- */

typedef uint64_t digest;

static void take(digest *all, const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++)
        *all = (*all ^ byte[i]) * UINT64_C(0x100000001B3);
}

static void take_number(digest *all, uint64_t number)
{
    take(all, &number, sizeof number);
}

static void take_text(digest *all, const char *text)
{
    take_number(all, text == NULL);
    if (text != NULL)
        take(all, text, strlen(text) + 1);
}

static void take_list(digest *all, const int32_t *list, size_t count)
{
    take_number(all, count);
    take(all, list, count * sizeof *list);
}

enum { LIST = 256 };

/* --- reading everything -------------------------------------------------- */

static void read_record(digest *all, const smet_record *record)
{
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        smet_value_t values[SUITE_VALUES];
        take_list(all, values, smet_record_values(record, f, values, SUITE_VALUES));
        take_number(all, (uint64_t)smet_record_is_entered(record, f));
        take_number(all, (uint64_t)smet_record_is_possible(record, f, 1));
    }
    for (smet_instrument_t i = 0; i < 3; i++) {
        struct smet_score score = {.size = sizeof score};
        const char *notes[LIST];
        take_number(all, (uint64_t)smet_score(record, i, &score));
        take(all, &score, sizeof score);
        for (size_t k = 0; k < score.item_count; k++) {
            struct smet_score_item item = {.size = sizeof item};
            take_number(all, (uint64_t)smet_score_item(record, i, k, &item));
            take_number(all, item.points);
            take_number(all, item.derived_from);
            take_text(all, item.key);
            take_text(all, item.note);
            take_text(all, item.caveat);
        }
        size_t count = smet_score_notes(record, i, notes, LIST);
        for (size_t n = 0; n < count; n++)
            take_text(all, notes[n]);
    }
}

static void read_intervention(digest *all, const smet_assessment *assessment,
                              smet_intervention_t intervention)
{
    struct smet_disposition disposition = {.size = sizeof disposition};
    smet_rule_t rules[LIST];
    take_number(all, (uint64_t)smet_assessment_disposition(assessment, intervention, &disposition));
    take(all, &disposition, sizeof disposition);
    size_t count = smet_assessment_rules(assessment, intervention, rules, LIST);
    take_list(all, rules, count);
    for (size_t r = 0; r < count; r++) {
        struct smet_rule_state state = {.size = sizeof state};
        take_number(all,
                    (uint64_t)smet_assessment_rule(assessment, intervention, rules[r], &state));
        take(all, &state, sizeof state);
    }
    take_list(all, rules, smet_assessment_cautions(assessment, intervention, rules, LIST));
}

static void read_assessment(digest *all, const smet_assessment *assessment)
{
    int32_t list[LIST];
    read_record(all, smet_assessment_record(assessment));
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++)
        read_intervention(all, assessment, (smet_intervention_t)i);
    for (size_t i = 0; i < smet_assessment_recommendation_count(assessment); i++) {
        struct smet_disposition disposition = {.size = sizeof disposition};
        take_number(all,
                    (uint64_t)smet_assessment_recommendation(assessment, i, &disposition));
        take(all, &disposition, sizeof disposition);
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FINDING); i++)
        take_number(all, (uint64_t)smet_assessment_finding(assessment, (smet_finding_t)i));
    for (smet_instrument_t i = 0; i < 3; i++) {
        struct smet_score score = {.size = sizeof score};
        take_number(all, (uint64_t)smet_assessment_score(assessment, i, &score));
        take(all, &score, sizeof score);
    }
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        take_list(all, list, smet_assessment_values(assessment, f, list, LIST));
        take_number(all, smet_assessment_derived_from(assessment, f));
    }
    take_list(all, list, smet_assessment_conflicts(assessment, list, LIST));
    for (size_t i = 0; i < smet_assessment_inconsistency_count(assessment); i++) {
        take_list(all, list, smet_assessment_inconsistency_fields(assessment, i, list, LIST));
        take_text(all, smet_assessment_inconsistency_text(assessment, i));
    }
    for (size_t i = 0; i < smet_assessment_next_count(assessment); i++) {
        struct smet_next_fact fact = {.size = sizeof fact};
        take_number(all, (uint64_t)smet_assessment_next(assessment, i, &fact));
        take(all, &fact, sizeof fact);
    }
}

/* Words, fields, rules and what they cite. */
static void read_tables(digest *all)
{
    static const char *const none = "no such key";
    char text[4096];
    int32_t list[LIST];
    for (smet_vocabulary_t v = 0; v <= SMET_VOCABULARY_VOCABULARY; v++) {
        for (size_t i = 0; i < smet_term_count(v); i++) {
            int32_t term = smet_term_at(v, i);
            take_text(all, smet_term_key(v, term));
            take_text(all, smet_term_label(v, term));
            take_number(all, (uint64_t)smet_term_find(v, smet_term_key(v, term)));
        }
        take_number(all, (uint64_t)smet_term_find(v, none));
    }
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        for (size_t i = 0; i < smet_value_count(f); i++) {
            smet_value_t value = smet_value_at(f, i);
            take_text(all, smet_value_key(f, value));
            take_text(all, smet_value_label(f, value));
            take_text(all, smet_value_definition(f, value));
        }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        smet_rule_t rule = smet_term_at(SMET_VOCABULARY_RULE, i);
        take_number(all, smet_rule_condition(rule, text, sizeof text));
        take_text(all, text);
        take_list(all, list, smet_rule_references(rule, list, LIST));
        take_list(all, list, smet_rule_evidence(rule, list, LIST));
        take_list(all, list, smet_rule_fields(rule, list, LIST));
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_CONFLICT); i++) {
        take_number(all, smet_conflict_condition((smet_conflict_t)i, text, sizeof text));
        take_text(all, text);
    }
    for (size_t i = 0; i < smet_check_count(); i++) {
        take_number(all, smet_check_condition(i, text, sizeof text));
        take_text(all, text);
    }
    for (size_t i = 0; i < smet_link_count(); i++)
        take_text(all, smet_link_text(i));
    take_text(all, smet_content_version());
    take_text(all, smet_content_digest());
}

#ifdef TEST_EXCHANGE
/* Writes with `write` into a room of its own size; what was written goes into the number. */
static void write_all(digest *all, size_t (*write)(const void *of, char *text, size_t capacity),
                      const void *of)
{
    size_t length = write(of, NULL, 0);
    char *text = malloc(length + 1);
    take_number(all, length);
    take_number(all, write(of, text, length + 1) == length);
    take_text(all, text);
    free(text);
}

static size_t write_json(const void *of, char *text, size_t capacity)
{
    return smet_assessment_write_json(of, SMET_JSON_COMPACT, text, capacity);
}

static size_t write_record(const void *of, char *text, size_t capacity)
{
    return smet_record_write_json(of, SMET_JSON_INDENTED, text, capacity);
}

static size_t write_fhir(const void *of, char *text, size_t capacity)
{
    return smet_assessment_write_fhir(of, NULL, NULL, text, capacity);
}

static size_t write_cards(const void *of, char *text, size_t capacity)
{
    return smet_assessment_write_cards(of, NULL, NULL, text, capacity);
}

static size_t write_catalogue(const void *of, char *text, size_t capacity)
{
    (void)of;
    return smet_catalogue_write_json(SMET_JSON_COMPACT, text, capacity);
}

static void exchange_assessment(digest *all, const smet_assessment *assessment)
{
    char text[8192];
    const smet_record *record = smet_assessment_record(assessment);
    write_all(all, write_json, assessment);
    write_all(all, write_fhir, assessment);
    write_all(all, write_cards, assessment);
    write_all(all, write_record, record);
    smet_record *read = smet_record_new();
    size_t length = smet_record_write_json(record, SMET_JSON_COMPACT, text, sizeof text);
    take_number(all, (uint64_t)smet_record_read_json(read, text, length, NULL));
    read_record(all, read);
    smet_record_free(read);
}

static void exchange_tables(digest *all)
{
    write_all(all, write_catalogue, NULL);
    for (size_t i = 0; i < smet_definition_count(); i++) {
        take_text(all, smet_definition_name(i));
        take_number(all, smet_definition_write(i, SMET_JSON_COMPACT, NULL, 0));
    }
}
#else
static void exchange_assessment(digest *all, const smet_assessment *assessment)
{
    (void)all, (void)assessment;
}

static void exchange_tables(digest *all)
{
    (void)all;
}
#endif

/* --- threads ------------------------------------------------------------- */

struct thread {
    pthread_t id;
    int number;
    digest found;
    const struct shared *shared;
};

struct shared {
    const smet_record *record;
    const smet_assessment *assessment;
    pthread_barrier_t *start;
};

/* Runs a body in all threads, which begin together. */
static void run(struct thread threads[THREADS], const struct shared *shared,
                void *(*body)(void *thread))
{
    pthread_barrier_t start;
    struct shared with_start = *shared;
    with_start.start = &start;
    ck_assert_int_eq(pthread_barrier_init(&start, NULL, THREADS), 0);
    for (int t = 0; t < THREADS; t++) {
        threads[t] = (struct thread){.number = t, .shared = &with_start};
        ck_assert_int_eq(pthread_create(&threads[t].id, NULL, body, &threads[t]), 0);
    }
    for (int t = 0; t < THREADS; t++)
        ck_assert_int_eq(pthread_join(threads[t].id, NULL), 0);
    pthread_barrier_destroy(&start);
}

static struct smet_error no_error(void)
{
    return (struct smet_error){.size = sizeof(struct smet_error)};
}

/* Facts that contradict each other, narrow a score and leave much open. */
static const char facts[] = "lesion_level=S1|S2 pain=mechanical bone_lesion=lytic|mixed ecog=1 "
                            "karnofsky=40..60 primary_tumor=breast|lung motor_deficit=yes "
                            "frankel=C|D extraspinal_bone_metastases=0..2";

/* What one thread reads of the shared record and assessment, and of copies. */
static digest read_shared(const struct shared *shared)
{
    digest all = UINT64_C(0xCBF29CE484222325);
    read_record(&all, shared->record);
    read_assessment(&all, shared->assessment);
    exchange_assessment(&all, shared->assessment);
    smet_assessment *again = smet_assess(shared->record, NULL);
    smet_assessment *copy = smet_assessment_copy(shared->assessment);
    smet_record *record = smet_record_copy(shared->record);
    take_number(&all, again != NULL && copy != NULL && record != NULL);
    read_assessment(&all, again);
    read_assessment(&all, copy);
    read_record(&all, record);
    smet_record_free(record);
    smet_assessment_free(copy);
    smet_assessment_free(again);
    return all;
}

static void *shared_body(void *argument)
{
    struct thread *thread = argument;
    pthread_barrier_wait(thread->shared->start);
    thread->found = read_shared(thread->shared);
    for (int round = 1; round < ROUNDS; round++)
        if (read_shared(thread->shared) != thread->found)
            thread->found = 0;
    return NULL;
}

START_TEST(one_assessment_is_read_by_many_threads)
{
    smet_record *record = suite_record(facts);
    smet_assessment *assessment = suite_assess_record(record);
    const struct shared shared = {.record = record, .assessment = assessment};
    struct thread threads[THREADS];
    const digest alone = read_shared(&shared);
    run(threads, &shared, shared_body);
    for (int t = 0; t < THREADS; t++)
        ck_assert_msg(threads[t].found == alone, "thread %d read something else", t);
    smet_assessment_free(assessment);
    smet_record_free(record);
}
END_TEST

static void *tables_body(void *argument)
{
    struct thread *thread = argument;
    pthread_barrier_wait(thread->shared->start);
    read_tables(&thread->found);
    exchange_tables(&thread->found);
    return NULL;
}

START_TEST(the_tables_are_walked_by_many_threads)
{
    const struct shared shared = {.record = NULL};
    struct thread threads[THREADS];
    digest alone = 0;
    read_tables(&alone);
    exchange_tables(&alone);
    run(threads, &shared, tables_body);
    for (int t = 0; t < THREADS; t++)
        ck_assert_msg(threads[t].found == alone, "thread %d read something else", t);
}
END_TEST

/* --- many records in many threads ---------------------------------------- */

/*
 * Records of a thread's own, each built fact by fact, refused facts among them,
 * then scored, assessed and written. Of each field one to three values.
 */
static digest own_records(int number)
{
    suite_random random = UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)number;
    digest all = 0;
    for (int i = 0; i < RECORDS; i++) {
        smet_record *record = smet_record_new();
        for (int fact = 0; fact < 25; fact++) {
            smet_field_t field = (smet_field_t)suite_below(&random, SUITE_FIELDS);
            uint32_t count = (uint32_t)smet_value_count(field);
            smet_value_t values[3];
            for (int v = 0; v < 3; v++)
                values[v] = smet_value_at(field, suite_below(&random, count));
            struct smet_error error = no_error();
            take_number(&all, (uint64_t)smet_record_narrow(record, field, values,
                                                           1 + suite_below(&random, 3), &error));
            take_text(&all, error.message);
            error = no_error();
            take_number(&all, (uint64_t)smet_record_set_text(
                                  record, smet_term_key(SMET_VOCABULARY_FIELD, field),
                                  fact % 5 == 0 ? "no such option" : "", &error));
            take_text(&all, error.message);
        }
        smet_assessment *assessment = smet_assess(record, NULL);
        take_number(&all, assessment != NULL);
        read_assessment(&all, assessment);
        if (i % 10 == 0)
            exchange_assessment(&all, assessment);
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
    return all;
}

static void *own_body(void *argument)
{
    struct thread *thread = argument;
    pthread_barrier_wait(thread->shared->start);
    thread->found = own_records(thread->number);
    return NULL;
}

START_TEST(many_records_in_many_threads)
{
    const struct shared shared = {.record = NULL};
    struct thread threads[THREADS];
    run(threads, &shared, own_body);
    for (int t = 0; t < THREADS; t++)
        ck_assert_msg(threads[t].found == own_records(t), "thread %d found something else", t);
}
END_TEST

/* --- columns: "the caller splits rows among its own threads" -------------- */

enum { COLUMNS = 8, TOTALS = 5, MOST_INTERVENTIONS = 64 };

static const smet_field_t column_fields[COLUMNS] = {
    SMET_FIELD_LESION_LEVEL,         SMET_FIELD_PAIN,
    SMET_FIELD_BONE_LESION,          SMET_FIELD_ALIGNMENT,
    SMET_FIELD_VERTEBRAL_COLLAPSE,   SMET_FIELD_POSTEROLATERAL_INVOLVEMENT,
    SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_VISCERAL_METASTASES,
};

/* The arrays that a run fills. */
struct answer_arrays {
    uint8_t *score[TOTALS];
    uint8_t *disposition[MOST_INTERVENTIONS], *settled[MOST_INTERVENTIONS], *status;
    uint8_t *inconsistent, *checked;
};

static void make_arrays(struct answer_arrays *arrays, size_t interventions)
{
    memset(arrays, 0, sizeof *arrays);
    for (int i = 0; i < TOTALS; i++)
        arrays->score[i] = calloc(ROWS, 1);
    for (size_t i = 0; i < interventions; i++) {
        arrays->disposition[i] = calloc(ROWS, 1);
        arrays->settled[i] = calloc(ROWS, 1);
    }
    arrays->status = calloc(ROWS, 1);
    arrays->inconsistent = calloc(ROWS, 1);
    arrays->checked = calloc(ROWS, 1);
}

static void free_arrays(struct answer_arrays *arrays, size_t interventions)
{
    for (int i = 0; i < TOTALS; i++)
        free(arrays->score[i]);
    for (size_t i = 0; i < interventions; i++) {
        free(arrays->disposition[i]);
        free(arrays->settled[i]);
    }
    free(arrays->status);
    free(arrays->inconsistent);
    free(arrays->checked);
}

struct slice_task {
    struct thread thread;
    const struct smet_column *columns;
    struct answer_arrays *arrays;
    size_t interventions;
};

/* Rows `from` to `to` of the same columns, by the same calls. */
static int answer_rows(const struct slice_task *task, size_t from, size_t to)
{
    struct smet_column columns[COLUMNS];
    const struct smet_column *list[COLUMNS];
    const struct answer_arrays *arrays = task->arrays;
    uint8_t *disposition[MOST_INTERVENTIONS], *settled[MOST_INTERVENTIONS];
    for (int c = 0; c < COLUMNS; c++) {
        columns[c] = task->columns[c];
        columns[c].values = (const uint8_t *)columns[c].values + from;
        list[c] = &columns[c];
    }
    for (size_t i = 0; i < task->interventions; i++) {
        disposition[i] = arrays->disposition[i] + from;
        settled[i] = arrays->settled[i] + from;
    }
    const struct smet_score_arrays scores = {.size = sizeof scores,
                                             .minimum = arrays->score[0] + from,
                                             .maximum = arrays->score[1] + from,
                                             .bands = arrays->score[2] + from,
                                             .missing = arrays->score[3] + from,
                                             .status = arrays->score[4] + from};
    const struct smet_disposition_arrays dispositions = {
        .size = sizeof dispositions, .intervention_count = (uint32_t)task->interventions,
        .dispositions = disposition, .settled = settled, .status = arrays->status + from};
    const struct smet_check_arrays checks = {.size = sizeof checks,
                                             .inconsistent = arrays->inconsistent + from,
                                             .status = arrays->checked + from};
    return smet_score_columns(SMET_INSTRUMENT_SINS, list, COLUMNS, to - from, &scores, NULL) ==
               SMET_OK &&
           smet_assess_columns(list, COLUMNS, to - from, &dispositions, NULL) == SMET_OK &&
           smet_check_columns(list, COLUMNS, to - from, &checks, NULL) == SMET_OK;
}

/* Every THREADS-th slice, so that neighbors in memory are written by different threads. */
static void *slices_body(void *argument)
{
    struct slice_task *task = argument;
    task->thread.found = 1;
    for (size_t from = (size_t)task->thread.number * SLICE; from < ROWS; from += SLICE * THREADS) {
        size_t to = from + SLICE < ROWS ? from + SLICE : ROWS;
        if (!answer_rows(task, from, to))
            task->thread.found = 0;
    }
    return NULL;
}

static void compare_arrays(const struct answer_arrays *a, const struct answer_arrays *b,
                           size_t interventions)
{
    for (int i = 0; i < TOTALS; i++)
        ck_assert_int_eq(memcmp(a->score[i], b->score[i], ROWS), 0);
    for (size_t i = 0; i < interventions; i++) {
        ck_assert_int_eq(memcmp(a->disposition[i], b->disposition[i], ROWS), 0);
        ck_assert_int_eq(memcmp(a->settled[i], b->settled[i], ROWS), 0);
    }
    ck_assert_int_eq(memcmp(a->status, b->status, ROWS), 0);
    ck_assert_int_eq(memcmp(a->inconsistent, b->inconsistent, ROWS), 0);
    ck_assert_int_eq(memcmp(a->checked, b->checked, ROWS), 0);
}

START_TEST(slices_of_columns_in_many_threads)
{
    suite_random random = UINT64_C(0xD1B54A32D192ED03);
    const size_t interventions = smet_term_count(SMET_VOCABULARY_INTERVENTION);
    struct smet_column columns[COLUMNS];
    uint8_t *cells[COLUMNS];
    ck_assert_uint_le(interventions, MOST_INTERVENTIONS);
    for (int c = 0; c < COLUMNS; c++) {
        cells[c] = malloc(ROWS);
        uint32_t count = (uint32_t)smet_value_count(column_fields[c]);
        for (size_t r = 0; r < ROWS; r++) { /* one cell in a thousand is no value */
            uint32_t what = suite_below(&random, 1000);
            cells[c][r] = what == 0    ? 250
                          : what < 300 ? COHORT_UNKNOWN
                                       : (uint8_t)smet_value_at(column_fields[c],
                                                                suite_below(&random, count));
        }
        columns[c] = (struct smet_column){.size = sizeof columns[c], .field = column_fields[c],
                                          .element = SMET_ELEMENT_UINT8, .has_unknown = 1,
                                          .unknown = COHORT_UNKNOWN, .values = cells[c]};
    }
    struct answer_arrays alone, split;
    make_arrays(&alone, interventions);
    make_arrays(&split, interventions);
    const struct slice_task whole = {.columns = columns, .arrays = &alone,
                                     .interventions = interventions};
    ck_assert(answer_rows(&whole, 0, ROWS));
    struct slice_task tasks[THREADS];
    for (int t = 0; t < THREADS; t++) {
        tasks[t] = whole;
        tasks[t].arrays = &split;
        tasks[t].thread.number = t;
        ck_assert_int_eq(pthread_create(&tasks[t].thread.id, NULL, slices_body, &tasks[t]), 0);
    }
    for (int t = 0; t < THREADS; t++) {
        ck_assert_int_eq(pthread_join(tasks[t].thread.id, NULL), 0);
        ck_assert_uint_eq(tasks[t].thread.found, 1);
    }
    compare_arrays(&alone, &split, interventions);
    for (int c = 0; c < COLUMNS; c++)
        free(cells[c]);
    free_arrays(&alone, interventions);
    free_arrays(&split, interventions);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("threads");
    TCase *shared = suite_case(suite, "shared");
    tcase_add_test(shared, one_assessment_is_read_by_many_threads);
    TCase *tables = suite_exhaustive_case(suite, "tables"); /* long under valgrind */
    tcase_add_test(tables, the_tables_are_walked_by_many_threads);
    TCase *own = suite_case(suite, "own");
    tcase_add_test(own, many_records_in_many_threads);
    tcase_add_test(own, slices_of_columns_in_many_threads);
    return suite_run(suite);
}
