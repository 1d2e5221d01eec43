/*
 * The innermost loop over rows: codes to points, points to sums, sums to bands.
 * One source, compiled for several instruction sets; all give the same bytes.
 *
 * Most rows of most cohorts are complete, so a kernel first takes rows for such
 * and looks codes up as they are; where it meets anything else, it begins anew,
 * with indexes: the code plus one, and 0 for an unknown cell.
 */
#ifndef SMET_COHORT_KERNEL_H
#define SMET_COHORT_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum {
    SMET__INDEX_LIMIT = 128, /* every good code and index lies below */
    SMET__SIXTEEN = 16,      /* bytes that a shuffle looks up in */
    SMET__SIXTEENS = SMET__INDEX_LIMIT / SMET__SIXTEEN,
    SMET__STEPS_MAX = 192, /* of one task; a plan that needs more is not plain */
    SMET__INPUTS_MAX = 8,
    SMET__BANDS_MAX = 8,
    SMET__WRAPPING = 255, /* the reserved value whose index is 0 without more ado */
    SMET__BAD = 0x80      /* in a table: no value of the field */
};

/* A byte, sixteen times: instruction sets differ in how well they repeat one. */
typedef uint8_t smet_sixteen[SMET__SIXTEEN];

/* --- what machines with byte shuffles read ------------------------------- */

/* How a code or index comes to a place among the sixteens. */
enum smet_shape {
    SMET__DIRECT, /* it is the place; one sixteen */
    SMET__CAPPED, /* what is greater than `cap` is as `cap`; one sixteen */
    SMET__HASHED, /* by four bits in its middle; `home` has what belongs to each place */
    SMET__LONG    /* it is the place in `count` sixteens */
};

/*
 * The entries of a long table: the first sixteen, then the difference (exclusive
 * or) of each sixteen to that before. A shuffle gives zero for what lies below a
 * sixteen and goes round for what lies beyond, so that all together give the entry.
 */
struct smet_table {
    uint8_t shape, shift, count;
    smet_sixteen last; /* the greatest with an entry; what lies beyond is bad */
    smet_sixteen cap, home;
    smet_sixteen low[SMET__SIXTEENS];   /* least points; BAD at a gap */
    smet_sixteen width[SMET__SIXTEENS]; /* greatest less least points */
};

/* --- what other machines read --------------------------------------------- */

/* What happens beyond a code. */
struct smet_step {
    smet_sixteen at, add;
};

/* Some of the task's steps, one after the other. */
struct smet_steps {
    uint8_t first, count;
};

/*
 * The same entries as a curve, by codes. Most are straight: as many points a code
 * as `slope`, one at least, and bends. The others go in steps, and may have gaps and codes that
 * leave the points open. An unknown cell is read as code 0, and set right.
 */
struct smet_curve {
    uint8_t start, width_start;
    uint8_t slope;
    uint8_t is_straight;
    uint8_t gaps_are_listed;      /* else what is good is */
    smet_sixteen last;            /* the greatest good code */
    struct smet_steps bends;      /* each code beyond `at` gives one point more */
    struct smet_steps ups, downs; /* all codes beyond `at` give one more, or one less */
    struct smet_steps jumps;      /* ... give `add` more, modulo 256 */
    struct smet_steps width;      /* jumps */
    struct smet_steps listed;     /* in `at`: codes that are gaps, or all that are good */
    smet_sixteen unknown_low, unknown_width;
};

/* --- one column ------------------------------------------------------------ */

/* One item: a column of codes, and the points that they give. */
struct smet_input {
    const uint8_t *codes;
    const uint8_t *unknown; /* 0xFF where a row is unknown; NULL where none is */
    int has_reserved;       /* `reserved` is a code that means unknown */
    uint8_t reserved;
    uint8_t item;   /* mask of the item; 0 for a column that is only checked */
    uint8_t varies; /* there are codes that leave the points open */
    struct smet_table by_code, by_index;
    struct smet_curve curve;
};

/* --- the task ---------------------------------------------------------------- */

/* The bands that a total leaves possible as the least, or as the greatest, of a row. */
struct smet_band_lookup {
    smet_sixteen base; /* totals up to here are alike; sixteen totals beyond matter */
    smet_sixteen from, upto, exact; /* `exact`: for a total that is both */
    struct smet_steps from_steps, upto_steps, exact_steps;
    uint8_t from_start, upto_start, exact_start;
};

struct smet_kernel_task {
    int input_count;
    int direct_count; /* so many inputs, the first ones, have direct tables */
    int step_count;
    uint8_t least, greatest; /* of the items without a column */
    uint8_t missing;         /* mask of the open items without a column */
    struct smet_band_lookup bands;
    struct smet_input inputs[SMET__INPUTS_MAX];
    struct smet_step steps[SMET__STEPS_MAX];
};

/* Arrays of `count` rows; NULL where one is not wanted. */
struct smet_kernel_output {
    uint8_t *minimum, *maximum, *bands, *missing, *status;
};

/* From so many rows on, answers are written past the caches where the machine can. */
enum { SMET__STREAMED_ROWS = 1 << 21 };

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
