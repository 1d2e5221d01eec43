/*
 * The innermost loop over rows: codes to points, points to sums, sums to bands.
 * One source, compiled for several instruction sets; all give the same bytes.
 */
#ifndef SMET_COHORT_KERNEL_H
#define SMET_COHORT_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum {
    SMET__LANES_MAX = 64,   /* rows that any instruction set takes at a time */
    SMET__TABLE_SIZE = 128, /* every value of every field lies below */
    SMET__STEPS_MAX = 32,
    SMET__INPUTS_MAX = 8,
    SMET__BANDS_MAX = 8,
    SMET__BAD = 0x80        /* in a table: no value of the field */
};

/* From a code to points, as a table and as a sum of steps: both say the same. */
struct smet_lookup {
    uint8_t table[SMET__TABLE_SIZE];
    int last;   /* the greatest code with an entry; beyond, codes are bad */
    int blocks; /* how many sixteens of the table are used */
    int step_count;
    uint8_t at[SMET__STEPS_MAX];  /* from this code on ... */
    uint8_t add[SMET__STEPS_MAX]; /* ... this is added, modulo 256 */
};

/* One item: a column of codes, and the points that they give. */
struct smet_input {
    const uint8_t *codes;
    const uint8_t *unknown; /* 0xFF where a row is unknown; NULL where none is */
    int has_reserved;       /* `reserved` is a code that means unknown */
    uint8_t reserved;
    uint8_t least, greatest; /* points of an unknown row */
    uint8_t item;            /* mask of the item; 0 for a column that is only checked */
    uint8_t varies;          /* 0xFF: `high` differs from `low` */
    struct smet_lookup low, high;
};

struct smet_kernel_task {
    int input_count;
    struct smet_input inputs[SMET__INPUTS_MAX];
    uint8_t least, greatest; /* of the items without a column */
    uint8_t missing;         /* mask of the open items without a column */
    int band_count;
    uint8_t band_minimum[SMET__BANDS_MAX], band_maximum[SMET__BANDS_MAX];
};

/* Arrays of `count` rows; NULL where one is not wanted. */
struct smet_kernel_output {
    uint8_t *minimum, *maximum, *bands, *missing, *status;
};

typedef void smet__kernel(const struct smet_kernel_task *task, size_t count,
                          const struct smet_kernel_output *output);

/* For every machine; with the vectors of the compiler's baseline. */
smet__kernel smet__kernel_portable;

#if defined(SMET__HAVE_AVX2)
smet__kernel smet__kernel_avx2;
#endif
#if defined(SMET__HAVE_AVX512)
smet__kernel smet__kernel_avx512;
#endif

/* The best for the machine that is running. */
smet__kernel smet__kernel_best;

#endif
