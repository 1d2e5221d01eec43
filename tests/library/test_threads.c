/*
 * Many threads at once: "Functions that take only const pointers may run at the
 * same time on the same object" (README.md and the headers). Each thread boils
 * down all that it read to one number, which must be the one that a single thread
 * found before. Under ThreadSanitizer the same program shows that no two of them
 * touch the same memory without order.
 */
#include "cohort.h"
#include "suite.h"

#include <sacralmet/arrow.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef TEST_EXCHANGE
#include "charts.h"

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
        take_number(all, (uint64_t)smet_record_score(record, i, &score, NULL));
        take(all, &score, sizeof score);
        for (size_t k = 0; k < score.item_count; k++) {
            struct smet_score_item item = {.size = sizeof item};
            take_number(all, (uint64_t)smet_record_score_item(record, i, k, &item, NULL));
            take_number(all, item.points);
            smet_field_t from[LIST];
            take_list(all, from,
                      smet_record_score_item_derived_from(record, i, k, from, LIST));
            take_text(all, item.key);
            take_text(all, item.note);
            take_text(all, item.caveat);
        }
        size_t count = smet_record_score_notes(record, i, notes, LIST);
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
    for (size_t i = 0; i < smet_assessment_disposition_count(assessment); i++) {
        struct smet_disposition disposition = {.size = sizeof disposition};
        take_number(all,
                    (uint64_t)smet_assessment_disposition_at(assessment, i, &disposition));
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
        take_list(all, list, smet_assessment_derived_from(assessment, f, list, LIST));
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
        take_list(all, list, smet_assessment_next_interventions(assessment, i, list, LIST));
        take_list(all, list, smet_assessment_next_instruments(assessment, i, list, LIST));
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
    const struct arrow_input *input;
#ifdef TEST_EXCHANGE
    const smet_code_map *codes;
    const smet_chart *chart;
#endif
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

/* --- Arrow: one input, borrowed by many -------------------------------------- */

enum { ARROW_ROWS = 4096, ARROW_TEXT = COLUMNS - 1 }; /* the last column holds keys */

/* A struct array of the columns above: bytes with a bitmap, and one of keys. */
struct arrow_input {
    struct ArrowSchema schema, schemas[COLUMNS], *schema_list[COLUMNS];
    struct ArrowArray array, arrays[COLUMNS], *array_list[COLUMNS];
    const void *none[1], *buffers[COLUMNS][3];
    uint8_t validity[COLUMNS][ARROW_ROWS / 8], cells[COLUMNS][ARROW_ROWS];
    int32_t offsets[ARROW_ROWS + 1];
    char keys[ARROW_ROWS * 40];
};

static void never_released(struct ArrowSchema *schema)
{
    ck_abort_msg("%s was released, though it is borrowed", schema->name);
}

static void array_never_released(struct ArrowArray *array)
{
    ck_abort_msg("%d cells were released, though they are borrowed", (int)array->length);
}

/* One cell in four is null, one in a hundred is no value. */
static void fill_column(struct arrow_input *input, int c, suite_random *random)
{
    const uint32_t count = (uint32_t)smet_value_count(column_fields[c]);
    for (size_t r = 0; r < ARROW_ROWS; r++) {
        smet_value_t value = smet_value_at(column_fields[c], suite_below(random, count));
        input->cells[c][r] = suite_below(random, 100) == 0 ? 250 : (uint8_t)value;
        input->validity[c][r / 8] |= (uint8_t)((suite_below(random, 4) != 0) << r % 8);
        if (c != ARROW_TEXT)
            continue;
        const char *key = smet_value_key(column_fields[c], input->cells[c][r]);
        key = key == NULL ? "no such key" : key;
        memcpy(input->keys + input->offsets[r], key, strlen(key));
        input->offsets[r + 1] = input->offsets[r] + (int32_t)strlen(key);
    }
}

static struct arrow_input *arrow_input_new(void)
{
    suite_random random = UINT64_C(0x2545F4914F6CDD1D);
    struct arrow_input *input = calloc(1, sizeof *input);
    input->schema = (struct ArrowSchema){.format = "+s", .name = "all", .n_children = COLUMNS,
                                         .children = input->schema_list,
                                         .release = never_released};
    input->array = (struct ArrowArray){.length = ARROW_ROWS, .n_buffers = 1,
                                       .n_children = COLUMNS, .buffers = input->none,
                                       .children = input->array_list,
                                       .release = array_never_released};
    for (int c = 0; c < COLUMNS; c++) {
        fill_column(input, c, &random);
        const bool is_text = c == ARROW_TEXT;
        input->buffers[c][0] = input->validity[c];
        input->buffers[c][1] = is_text ? (const void *)input->offsets : input->cells[c];
        input->buffers[c][2] = input->keys;
        input->schemas[c] = (struct ArrowSchema){
            .format = is_text ? "u" : "C", .flags = ARROW_FLAG_NULLABLE,
            .name = smet_term_key(SMET_VOCABULARY_FIELD, column_fields[c]),
            .release = never_released};
        input->arrays[c] = (struct ArrowArray){.length = ARROW_ROWS, .null_count = -1,
                                               .n_buffers = is_text ? 3 : 2,
                                               .buffers = input->buffers[c],
                                               .release = array_never_released};
        input->schema_list[c] = &input->schemas[c];
        input->array_list[c] = &input->arrays[c];
    }
    return input;
}

/* Bytes and bits of the answers; a key of a disposition is its index into the dictionary. */
static void take_answers(digest *all, const struct ArrowSchema *schema,
                         const struct ArrowArray *array)
{
    take_number(all, (uint64_t)array->length);
    for (int64_t c = 0; c < array->n_children; c++) {
        const struct ArrowArray *child = array->children[c];
        const char *format = schema->children[c]->format;
        take_text(all, schema->children[c]->name);
        take_text(all, format);
        take_number(all, child->buffers[0] == NULL);
        if (child->buffers[0] != NULL)
            take(all, child->buffers[0], ARROW_ROWS / 8);
        take(all, child->buffers[1], format[0] == 'b' ? ARROW_ROWS / 8 : ARROW_ROWS);
    }
}

static digest read_arrow(const struct arrow_input *input)
{
    digest all = 0;
    for (int i = 0; i < 4; i++) { /* the three scores, and then the dispositions */
        struct ArrowSchema schema;
        struct ArrowArray array;
        struct smet_error error = no_error();
        smet_status_t status =
            i < 3 ? smet_score_arrow(i, &input->schema, &input->array, &schema, &array, &error)
                  : smet_assess_arrow(NULL, 0, &input->schema, &input->array, &schema, &array,
                                      &error);
        take_number(&all, (uint64_t)status);
        if (status != SMET_OK)
            return 0;
        take_answers(&all, &schema, &array);
        array.release(&array);
        schema.release(&schema);
    }
    return all;
}

static void *arrow_body(void *argument)
{
    struct thread *thread = argument;
    pthread_barrier_wait(thread->shared->start);
    thread->found = read_arrow(thread->shared->input);
    return NULL;
}

START_TEST(one_arrow_array_is_read_by_many_threads)
{
    struct arrow_input *input = arrow_input_new();
    const struct shared shared = {.input = input};
    struct thread threads[THREADS];
    const digest alone = read_arrow(input);
    ck_assert_uint_ne(alone, 0);
    run(threads, &shared, arrow_body);
    for (int t = 0; t < THREADS; t++)
        ck_assert_msg(threads[t].found == alone, "thread %d read something else", t);
    free(input);
}
END_TEST

/* --- charts: one a thread, one map of codes for all --------------------------- */

#ifdef TEST_EXCHANGE

static const char map_text[] =
    "{\"codes\":[{\"system\":\"urn:x\",\"code\":\"1\",\"carrier\":\"condition\","
    "\"facts\":{\"cauda_equina_syndrome\":\"yes\"}},"
    "{\"system\":\"urn:x\",\"code\":\"2\",\"carrier\":\"body_site\","
    "\"facts\":{\"lesion_level\":\"S1|S2\"}}]}";

/* Codes of the map, of the library's own systems and of others, and what is superseded. */
static const char bundle_text[] = BUNDLE(
    ENTRY(RESOURCE("Condition", "c1", ACTIVE "," SURE ",\"code\":" CONCEPT("urn:x", "1")
                   ",\"bodySite\":[" CONCEPT("urn:x", "2") "]")) ","
    ENTRY(ILLNESS("c2", "C79.51", SITE("S1"))) "," ENTRY(ILLNESS("c3", "C50.912", "")) ","
    ENTRY(OBSERVATION("o1", FIELDS_SYSTEM, "karnofsky",
                      WHEN("2018-06-01") "\"valueInteger\":40")) ","
    ENTRY(OBSERVATION("o2", FIELDS_SYSTEM, "karnofsky",
                      WHEN("2018-06-10T10:00:00Z") "\"valueInteger\":70")) ","
    ENTRY(OBSERVATION("o3", FIELDS_SYSTEM, "pain_score",
                      WHEN("2018-06-10") "\"valueInteger\":99")));

static size_t write_chart(const void *chart, char *text, size_t capacity)
{
    return smet_chart_write_json(chart, SMET_JSON_COMPACT, text, capacity);
}

struct chart_answer {
    const smet_chart *chart;
    const smet_assessment *assessment;
};

static size_t write_chart_fhir(const void *of, char *text, size_t capacity)
{
    const struct chart_answer *answer = of;
    return smet_assessment_write_fhir(answer->assessment, answer->chart, NULL, text, capacity);
}

static size_t write_chart_cards(const void *of, char *text, size_t capacity)
{
    const struct chart_answer *answer = of;
    return smet_assessment_write_cards(answer->assessment, answer->chart, NULL, text, capacity);
}

/* Facts, record and answers of a chart that nobody writes any more. */
static void read_chart(digest *all, const smet_chart *chart)
{
    smet_assessment *assessment = smet_assess(smet_chart_record(chart), NULL);
    const struct chart_answer answer = {.chart = chart, .assessment = assessment};
    take_text(all, smet_chart_patient(chart));
    take_number(all, smet_chart_fact_count(chart));
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        take_number(all, (uint64_t)smet_chart_fact(chart, i, &fact));
        take_number(all, (uint64_t)fact.field);
        take_number(all, (uint64_t)fact.use);
        take_text(all, fact.value);
        take_text(all, fact.resource);
        take_text(all, fact.path);
        take_text(all, fact.note);
    }
    read_record(all, smet_chart_record(chart));
    write_all(all, write_chart, chart);
    write_all(all, write_chart_fhir, &answer);
    write_all(all, write_chart_cards, &answer);
    smet_assessment_free(assessment);
}

/* A chart of one's own by the shared map, and the shared chart. */
static digest read_charts(const struct shared *shared)
{
    digest all = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const struct smet_chart_options options = {.size = sizeof options,
                                                   .patient = "p1",
                                                   .evaluation_date = "2018-06-15",
                                                   .codes = shared->codes};
        struct smet_error error = no_error();
        smet_chart *chart = smet_chart_new(&options, &error);
        take_number(&all, (uint64_t)smet_chart_read_fhir(chart, bundle_text,
                                                         sizeof bundle_text - 1, &error));
        take_text(&all, error.message);
        take_number(&all, (uint64_t)smet_chart_read_fhir(chart, bundle_text,
                                                         sizeof bundle_text / 2, &error));
        take_text(&all, error.message);
        read_chart(&all, chart);
        smet_chart_free(chart);
        if (shared->chart != NULL)
            read_chart(&all, shared->chart);
    }
    return all;
}

static void *charts_body(void *argument)
{
    struct thread *thread = argument;
    pthread_barrier_wait(thread->shared->start);
    thread->found = read_charts(thread->shared);
    return NULL;
}

START_TEST(charts_of_many_threads_share_a_map_of_codes)
{
    struct smet_error error = no_error();
    smet_code_map *codes = smet_code_map_read_json(map_text, sizeof map_text - 1, &error);
    ck_assert_msg(codes != NULL, "%s", error.message);
    const struct smet_chart_options options = {
        .size = sizeof options, .patient = "p1", .codes = codes};
    smet_chart *chart = smet_chart_new(&options, &error);
    ck_assert_msg(smet_chart_read_fhir(chart, bundle_text, sizeof bundle_text - 1, &error) ==
                      SMET_OK,
                  "%s", error.message);
    /* By the map, and without it nothing says so. */
    ck_assert(!smet_record_is_possible(smet_chart_record(chart), SMET_FIELD_CAUDA_EQUINA_SYNDROME,
                                       0));
    const struct shared shared = {.codes = codes, .chart = chart};
    struct thread threads[THREADS];
    const digest alone = read_charts(&shared);
    run(threads, &shared, charts_body);
    for (int t = 0; t < THREADS; t++)
        ck_assert_msg(threads[t].found == alone, "thread %d read something else", t);
    smet_chart_free(chart);
    smet_code_map_free(codes);
}
END_TEST
#endif

void suite_tests(Suite *suite)
{
    TCase *shared = suite_case(suite, "shared");
    tcase_add_test(shared, one_assessment_is_read_by_many_threads);
    TCase *tables = suite_exhaustive_case(suite, "tables"); /* long under valgrind */
    tcase_add_test(tables, the_tables_are_walked_by_many_threads);
    TCase *own = suite_case(suite, "own");
    tcase_add_test(own, many_records_in_many_threads);
    tcase_add_test(own, slices_of_columns_in_many_threads);
    tcase_add_test(own, one_arrow_array_is_read_by_many_threads);
#ifdef TEST_EXCHANGE
    tcase_add_test(own, charts_of_many_threads_share_a_map_of_codes);
#endif
}
