/*
 * Rows per second of each instrument over columns of 8-bit codes, against a
 * plain copy that reads and writes as many bytes. All that is measured of one
 * cohort takes turns, and of each the best time of all turns counts, so that a
 * machine with other work treats all alike.
 *
 * usage: bench_columns [ROWS [TURNS]]
 *
 * One line of JSON a figure:
 *   benchmark        "columns"
 *   instrument       its key
 *   kernel           "best": the public call; else one kernel, called directly
 *   unknown_percent  share of the cells that are unknown; with 0, the maximum
 *                    is not asked for
 *   threads          among which the rows are shared
 *   rows             of the cohort
 *   rows_per_second
 *   bytes_per_row    read and written
 *   ratio_to_copy    the copy's time over the scoring's: 1 is the speed of memory
 *   speedup          the time with one thread over that with these
 */
#include "cohort/plan.h"

#undef COUNT_OF /* the tables have one of their own */
#include <sacralmet/sacralmet.h>

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { UNKNOWN = 255, ITEMS = 6, TURNS = 15, THREADS = 2, JOBS_MAX = 8 };

static const struct subject {
    smet_instrument_t instrument;
    const char *name;
    int count;
    smet_field_t fields[ITEMS];
} subjects[] = {
    {SMET_INSTRUMENT_SINS, "sins", 6,
     {SMET_FIELD_LESION_LEVEL, SMET_FIELD_PAIN, SMET_FIELD_BONE_LESION, SMET_FIELD_ALIGNMENT,
      SMET_FIELD_VERTEBRAL_COLLAPSE, SMET_FIELD_POSTEROLATERAL_INVOLVEMENT}},
    {SMET_INSTRUMENT_TOKUHASHI_REVISED, "tokuhashi_revised", 6,
     {SMET_FIELD_KARNOFSKY, SMET_FIELD_EXTRASPINAL_BONE_METASTASES,
      SMET_FIELD_VERTEBRAL_METASTASES, SMET_FIELD_MAJOR_ORGAN_METASTASES,
      SMET_FIELD_PRIMARY_TUMOR, SMET_FIELD_FRANKEL}},
    {SMET_INSTRUMENT_TOMITA, "tomita", 3,
     {SMET_FIELD_PRIMARY_TUMOR, SMET_FIELD_VISCERAL_METASTASES, SMET_FIELD_SOLITARY_LESION}},
};

/* A kernel, and whether the machine can run it. */
struct candidate {
    const char *name;
    smet__kernel *kernel; /* NULL: the public call */
    bool runs;
};

/* The part of the rows that one thread works on. */
struct part {
    smet__kernel *kernel;
    const struct subject *subject;
    uint8_t *const *cells;
    uint8_t *minimum, *maximum, *bands;
    size_t first, count;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* What the public call does with columns of bytes, but with the kernel of our choice. */
static void call_kernel(const struct part *part, const struct smet_column *columns,
                        const struct smet_column *const *list)
{
    const struct smet_kernel_output output = {
        .minimum = part->minimum + part->first,
        .maximum = part->maximum == NULL ? NULL : part->maximum + part->first,
        .bands = part->bands + part->first};
    struct smet_plan plan;
    smet__make_plan(part->subject->instrument, list, (size_t)part->subject->count, &plan);
    if (!plan.is_plain)
        abort();
    for (int i = 0; i < plan.task.input_count; i++) {
        plan.task.inputs[i].codes = columns[plan.columns[i]].values;
        plan.task.inputs[i].unknown = NULL;
        plan.task.inputs[i].has_reserved = 1;
        plan.task.inputs[i].reserved = UNKNOWN;
    }
    part->kernel(&plan.task, part->count, &output);
}

static void *score_part(void *given)
{
    const struct part *part = given;
    struct smet_column columns[ITEMS];
    const struct smet_column *list[ITEMS];
    for (int c = 0; c < part->subject->count; c++) {
        columns[c] = (struct smet_column){.size = sizeof columns[c],
                                          .field = part->subject->fields[c],
                                          .element = SMET_ELEMENT_UINT8,
                                          .has_unknown = 1,
                                          .unknown = UNKNOWN,
                                          .values = part->cells[c] + part->first};
        list[c] = &columns[c];
    }
    if (part->kernel != NULL) {
        call_kernel(part, columns, list);
        return NULL;
    }
    const struct smet_score_arrays arrays = {
        .size = sizeof arrays,
        .minimum = part->minimum + part->first,
        .maximum = part->maximum == NULL ? NULL : part->maximum + part->first,
        .bands = part->bands + part->first};
    if (smet_score_columns(part->subject->instrument, list, (size_t)part->subject->count,
                           part->count, &arrays, NULL) != SMET_OK)
        abort();
    return NULL;
}

/* Copies what part `first` of so many bytes is: as many bytes read as written. */
struct copy {
    const uint8_t *from;
    uint8_t *to;
    size_t size;
};

static void *copy_part(void *given)
{
    const struct copy *copy = given;
    memcpy(copy->to, copy->from, copy->size);
    return NULL;
}

/* What takes turns: a job that is shared among threads. */
struct job {
    void *(*run)(void *part);
    void *parts;
    size_t part_size;
    int threads;
    double best; /* seconds */
};

/* A thread that waits for a sign, so that starting it takes no part of the time. */
struct helper {
    pthread_t thread;
    const struct job *job;
    int number;
    atomic_bool is_ready, may_go, is_done;
};

static void run_part(const struct job *job, int number)
{
    job->run((char *)job->parts + (size_t)number * job->part_size);
}

static void *help(void *given)
{
    struct helper *helper = given;
    atomic_store(&helper->is_ready, true);
    while (!atomic_load(&helper->may_go))
        ;
    run_part(helper->job, helper->number);
    atomic_store(&helper->is_done, true);
    return NULL;
}

static void take_turn(struct job *job)
{
    struct helper helpers[THREADS];
    for (int t = 1; t < job->threads; t++) {
        helpers[t].job = job;
        helpers[t].number = t;
        atomic_init(&helpers[t].is_ready, false);
        atomic_init(&helpers[t].may_go, false);
        atomic_init(&helpers[t].is_done, false);
        if (pthread_create(&helpers[t].thread, NULL, help, &helpers[t]) != 0)
            abort();
    }
    for (int t = 1; t < job->threads; t++)
        while (!atomic_load(&helpers[t].is_ready))
            sched_yield();
    double start = now();
    for (int t = 1; t < job->threads; t++)
        atomic_store(&helpers[t].may_go, true);
    run_part(job, 0);
    for (int t = 1; t < job->threads; t++)
        while (!atomic_load(&helpers[t].is_done))
            ;
    double taken = now() - start;
    for (int t = 1; t < job->threads; t++)
        pthread_join(helpers[t].thread, NULL);
    job->best = taken < job->best ? taken : job->best;
}

/* The cohort at hand. */
struct cohort {
    const struct subject *subject;
    uint8_t *cells[ITEMS], *room[5];
    size_t rows;
    int unknown_percent;
};

static size_t bytes_per_row(const struct cohort *cohort)
{
    return (size_t)cohort->subject->count + (cohort->unknown_percent > 0 ? 3 : 2);
}

/* Scoring and the copy with a number of threads, as jobs over their parts. */
struct pair {
    struct part parts[THREADS];
    struct copy copies[THREADS];
    struct job scoring, copying;
};

static void make_pair(const struct cohort *cohort, smet__kernel *kernel, int threads,
                      struct pair *pair)
{
    size_t half = cohort->rows * bytes_per_row(cohort) / 2 / (size_t)threads;
    for (int t = 0; t < threads; t++) {
        size_t first = cohort->rows * (size_t)t / (size_t)threads;
        size_t last = cohort->rows * (size_t)(t + 1) / (size_t)threads;
        pair->parts[t] = (struct part){
            kernel, cohort->subject, cohort->cells, cohort->room[0],
            cohort->unknown_percent > 0 ? cohort->room[1] : NULL, cohort->room[2],
            first, last - first};
        pair->copies[t] = (struct copy){cohort->room[3] + (size_t)t * half,
                                        cohort->room[4] + (size_t)t * half, half};
    }
    pair->scoring = (struct job){score_part, pair->parts, sizeof pair->parts[0], threads, 1e9};
    pair->copying = (struct job){copy_part, pair->copies, sizeof pair->copies[0], threads, 1e9};
}

static void print_figure(const struct cohort *cohort, const char *kernel, const struct pair *pair,
                         double single)
{
    double scoring = pair->scoring.best;
    printf("{\"benchmark\": \"columns\", \"instrument\": \"%s\", \"kernel\": \"%s\", "
           "\"unknown_percent\": %d, \"threads\": %d, \"rows\": %zu, "
           "\"rows_per_second\": %.0f, \"bytes_per_row\": %.1f, \"ratio_to_copy\": %.3f, "
           "\"speedup\": %.2f}\n",
           cohort->subject->name, kernel, cohort->unknown_percent, pair->scoring.threads,
           cohort->rows, (double)cohort->rows / scoring, (double)bytes_per_row(cohort),
           pair->copying.best / scoring, single / scoring);
    fflush(stdout);
}

static void measure(const struct cohort *cohort, int turns)
{
    const struct candidate candidates[] = {
        {"best", NULL, true},
        {"portable", smet__kernel_portable, true},
#if defined(SMET__HAVE_AVX2)
        {"avx2", smet__kernel_avx2, __builtin_cpu_supports("avx2")},
#endif
#if defined(SMET__HAVE_AVX512)
        {"avx512", smet__kernel_avx512, __builtin_cpu_supports("avx512bw")},
#endif
    };
    struct pair pairs[JOBS_MAX];
    const char *names[JOBS_MAX];
    int count = 0;
    for (size_t c = 0; c < sizeof candidates / sizeof candidates[0]; c++)
        for (int threads = 1; candidates[c].runs && threads <= (c == 0 ? THREADS : 1); threads++) {
            names[count] = candidates[c].name;
            make_pair(cohort, candidates[c].kernel, threads, &pairs[count++]);
        }
    for (int turn = 0; turn < turns; turn++)
        for (int p = 0; p < count; p++) {
            take_turn(&pairs[p].copying);
            take_turn(&pairs[p].scoring);
        }
    for (int p = 0; p < count; p++) /* one copy is as good as another */
        for (int q = 0; q < count; q++)
            if (pairs[p].copying.threads == pairs[q].copying.threads &&
                pairs[p].copying.best < pairs[q].copying.best)
                pairs[q].copying.best = pairs[p].copying.best;
    for (int p = 0; p < count; p++)
        print_figure(cohort, names[p], &pairs[p],
                     pairs[p].scoring.threads == 1 ? pairs[p].scoring.best
                                                   : pairs[p - 1].scoring.best);
}

/* Random values of each field, and unknown cells. */
static void fill_cells(const struct cohort *cohort)
{
    uint64_t random = 88172645463325252u;
    for (int c = 0; c < cohort->subject->count; c++) {
        uint8_t values[128];
        size_t count = smet_value_count(cohort->subject->fields[c]);
        if (count == 0)
            abort();
        for (size_t v = 0; v < count; v++)
            values[v] = (uint8_t)smet_value_at(cohort->subject->fields[c], v);
        for (size_t r = 0; r < cohort->rows; r++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            cohort->cells[c][r] = random % 100 < (uint64_t)cohort->unknown_percent
                                      ? (uint8_t)UNKNOWN
                                      : values[(random >> 32) % count];
        }
    }
}

int main(int argc, char **argv)
{
    struct cohort cohort = {
        .rows = argc > 1 ? (size_t)strtoull(argv[1], NULL, 10) : 10000000};
    int turns = argc > 2 ? (int)strtol(argv[2], NULL, 10) : TURNS;
    for (int i = 0; i < ITEMS; i++)
        cohort.cells[i] = malloc(cohort.rows);
    for (int i = 0; i < 5; i++) {
        cohort.room[i] = malloc(i < 3 ? cohort.rows : 5 * cohort.rows);
        memset(cohort.room[i], i, i < 3 ? cohort.rows : 5 * cohort.rows);
    }
    for (size_t s = 0; s < sizeof subjects / sizeof subjects[0]; s++)
        for (int percent = 0; percent <= 10; percent += 10) {
            cohort.subject = &subjects[s];
            cohort.unknown_percent = percent;
            fill_cells(&cohort);
            measure(&cohort, turns);
        }
    for (int i = 0; i < ITEMS; i++)
        free(cohort.cells[i]);
    for (int i = 0; i < 5; i++)
        free(cohort.room[i]);
    return 0;
}
