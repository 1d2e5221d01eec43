/*
 * Rows per second of each instrument over columns of 8-bit codes, against a
 * plain copy that reads and writes as many bytes, in the same run. One line of
 * JSON a figure; `ratio` is the copy's time over the scoring's, so 1 is the speed
 * of memory.
 *
 * usage: bench_columns [ROWS]
 */
#include <sacralmet/sacralmet.h>

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { UNKNOWN = 255, ITEMS = 6, RUNS = 9, THREADS = 2 };

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

/* The part of the rows that one thread works on. */
struct part {
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

/* The best time of several runs of a job that is shared among threads. */
static double best_time(void *(*job)(void *), void *parts, size_t part_size, int threads)
{
    double best = 1e9;
    for (int run = 0; run < RUNS; run++) {
        pthread_t others[THREADS];
        double start = now();
        for (int t = 1; t < threads; t++)
            pthread_create(&others[t], NULL, job, (char *)parts + (size_t)t * part_size);
        job(parts);
        for (int t = 1; t < threads; t++)
            pthread_join(others[t], NULL);
        double taken = now() - start;
        best = taken < best ? taken : best;
    }
    return best;
}

static void measure(const struct subject *subject, uint8_t *const *cells, uint8_t *const *room,
                    size_t rows, int unknown_percent)
{
    bool with_maximum = unknown_percent > 0;
    size_t bytes = rows * (size_t)(subject->count + (with_maximum ? 3 : 2));
    double single = 0;
    for (int threads = 1; threads <= THREADS; threads++) {
        struct part parts[THREADS];
        struct copy copies[THREADS];
        for (int t = 0; t < threads; t++) {
            size_t first = rows * (size_t)t / (size_t)threads;
            size_t last = rows * (size_t)(t + 1) / (size_t)threads;
            parts[t] = (struct part){subject, cells, room[0], with_maximum ? room[1] : NULL,
                                     room[2], first, last - first};
            size_t half = bytes / 2 / (size_t)threads;
            copies[t] = (struct copy){room[3] + (size_t)t * half, room[4] + (size_t)t * half, half};
        }
        double scoring = best_time(score_part, parts, sizeof parts[0], threads);
        double copying = best_time(copy_part, copies, sizeof copies[0], threads);
        single = threads == 1 ? scoring : single;
        printf("{\"benchmark\": \"columns\", \"instrument\": \"%s\", \"unknown_percent\": %d, "
               "\"threads\": %d, \"rows\": %zu, \"rows_per_second\": %.0f, "
               "\"bytes_per_row\": %.1f, \"ratio_to_copy\": %.3f, \"speedup\": %.2f}\n",
               subject->name, unknown_percent, threads, rows, (double)rows / scoring,
               (double)bytes / (double)rows, copying / scoring, single / scoring);
        fflush(stdout);
    }
}

int main(int argc, char **argv)
{
    size_t rows = argc > 1 ? (size_t)strtoull(argv[1], NULL, 10) : 10000000;
    uint8_t *cells[ITEMS], *room[5];
    for (int i = 0; i < ITEMS; i++)
        cells[i] = malloc(rows);
    for (int i = 0; i < 5; i++) {
        room[i] = malloc(i < 3 ? rows : 5 * rows);
        memset(room[i], i, i < 3 ? rows : 5 * rows);
    }
    for (size_t s = 0; s < sizeof subjects / sizeof subjects[0]; s++)
        for (int percent = 0; percent <= 10; percent += 10) {
            uint64_t random = 88172645463325252u;
            for (int c = 0; c < subjects[s].count; c++) {
                uint8_t values[128];
                size_t count = smet_value_count(subjects[s].fields[c]);
                for (size_t v = 0; v < count; v++)
                    values[v] = (uint8_t)smet_value_at(subjects[s].fields[c], v);
                for (size_t r = 0; r < rows; r++) {
                    random ^= random << 13;
                    random ^= random >> 7;
                    random ^= random << 17;
                    cells[c][r] = random % 100 < (uint64_t)percent
                                      ? (uint8_t)UNKNOWN
                                      : values[(random >> 32) % count];
                }
            }
            measure(&subjects[s], cells, room, rows, percent);
        }
    for (int i = 0; i < ITEMS; i++)
        free(cells[i]);
    for (int i = 0; i < 5; i++)
        free(room[i]);
    return 0;
}
