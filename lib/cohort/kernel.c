/*
 * Compiled once for each instruction set, with KERNEL as the name. Vectors are
 * the compiler's own, LANES bytes wide, so that one source serves x86, Arm and
 * whatever else; only the lookup has a shape for x86's byte shuffles.
 */
#include "cohort/kernel.h"

#include <string.h>

#if defined(__AVX512BW__)
#include <immintrin.h>
#define LANES 64
#elif defined(__AVX2__)
#include <immintrin.h>
#define LANES 32
#else
#define LANES 16
#endif

typedef uint8_t bytes __attribute__((vector_size(LANES)));

static inline bytes all(uint8_t value)
{
    return (bytes){0} + value;
}

static inline bytes load(const uint8_t *from)
{
    bytes loaded;
    memcpy(&loaded, from, sizeof loaded);
    return loaded;
}

static inline void store(uint8_t *to, bytes value)
{
    memcpy(to, &value, sizeof value);
}

/*
 * Masks: a truth for each lane. AVX-512 has registers for them; elsewhere they
 * are bytes of 0xFF and 0.
 */
#if defined(__AVX512BW__)

typedef __mmask64 mask;

static inline mask equal(bytes a, bytes b)
{
    return _mm512_cmpeq_epu8_mask((__m512i)a, (__m512i)b);
}

static inline mask at_most(bytes a, bytes b)
{
    return _mm512_cmple_epu8_mask((__m512i)a, (__m512i)b);
}

/* The lanes whose top bit is set. */
static inline mask marked(bytes a)
{
    return _mm512_movepi8_mask((__m512i)a);
}

static inline bytes choose(mask of, bytes yes, bytes no)
{
    return (bytes)_mm512_mask_blend_epi8(of, (__m512i)no, (__m512i)yes);
}

#else

typedef bytes mask;

static inline mask equal(bytes a, bytes b)
{
    return (mask)(a == b);
}

static inline mask at_most(bytes a, bytes b)
{
    return (mask)(a <= b);
}

/* The lanes whose top bit is set. */
static inline mask marked(bytes a)
{
    return (mask)(a >= all(0x80));
}

static inline bytes choose(mask of, bytes yes, bytes no)
{
    return (of & yes) | (~of & no);
}

#endif

#if defined(__AVX2__)

#if defined(__AVX512BW__)
#define SHUFFLE(table, index) (bytes) _mm512_shuffle_epi8((__m512i)(table), (__m512i)(index))
#define ADD_SATURATED(a, b) (bytes) _mm512_adds_epu8((__m512i)(a), (__m512i)(b))
#define REPEAT(sixteen) (bytes) _mm512_broadcast_i32x4(sixteen)
#else
#define SHUFFLE(table, index) (bytes) _mm256_shuffle_epi8((__m256i)(table), (__m256i)(index))
#define ADD_SATURATED(a, b) (bytes) _mm256_adds_epu8((__m256i)(a), (__m256i)(b))
#define REPEAT(sixteen) (bytes) _mm256_broadcastsi128_si256(sixteen)
#endif

/*
 * A shuffle looks up sixteen entries and gives zero where the index has its top
 * bit set; a saturated addition sets that bit for every code of another sixteen.
 */
static inline bytes look_up(const struct smet_lookup *lookup, bytes codes)
{
    bytes found = ADD_SATURATED(codes, all((uint8_t)(127 - lookup->last))) & SMET__BAD;
    __m128i sixteen;
    memcpy(&sixteen, lookup->table, sizeof sixteen);
    if (lookup->blocks == 1) /* most fields; what a code beyond gives is bad already */
        return found | SHUFFLE(REPEAT(sixteen), codes);
    for (int b = 0; b < lookup->blocks; b++) {
        memcpy(&sixteen, lookup->table + 16 * b, sizeof sixteen);
        bytes index = ADD_SATURATED(codes - all((uint8_t)(16 * b)), all(0x70));
        found |= SHUFFLE(REPEAT(sixteen), index);
    }
    return found;
}

#else

static inline bytes look_up(const struct smet_lookup *lookup, bytes codes)
{
    bytes found = {0};
    for (int s = 0; s < lookup->step_count; s++)
        found += (bytes)(codes >= all(lookup->at[s])) & all(lookup->add[s]);
    return found;
}

#endif

/* What is summed over the items of LANES rows. */
struct sums {
    bytes least, greatest, missing;
    mask bad;
};

static inline void add(const struct smet_input *input, size_t row, struct sums *sums)
{
    bytes codes = load(input->codes + row);
    bytes low = look_up(&input->low, codes), high = low;
    mask unknown = (mask){0};
    if (input->unknown != NULL)
        unknown = marked(load(input->unknown + row));
    if (input->has_reserved)
        unknown |= equal(codes, all(input->reserved));
    mask open = unknown;
    if (input->varies) {
        high = look_up(&input->high, codes);
        open |= ~equal(low, high);
    }
    sums->bad |= marked(low) & ~unknown;
    sums->least += choose(unknown, all(input->least), low);
    sums->greatest += choose(unknown, all(input->greatest), high);
    sums->missing |= choose(open, all(input->item), all(0));
}

static inline void finish(const struct smet_kernel_task *task, size_t row, struct sums *sums,
                          const struct smet_kernel_output *output)
{
    if (output->minimum != NULL)
        store(output->minimum + row, choose(sums->bad, all(0xFF), sums->least));
    if (output->maximum != NULL)
        store(output->maximum + row, choose(sums->bad, all(0xFF), sums->greatest));
    if (output->bands != NULL) {
        bytes bands = all(0);
        for (int b = 0; b < task->band_count; b++)
            bands |= choose(at_most(sums->least, all(task->band_maximum[b])) &
                                at_most(all(task->band_minimum[b]), sums->greatest),
                            all((uint8_t)(1u << b)), all(0));
        store(output->bands + row, choose(sums->bad, all(0), bands));
    }
    if (output->missing != NULL)
        store(output->missing + row,
              choose(sums->bad | equal(sums->least, sums->greatest), all(0), sums->missing));
    if (output->status != NULL)
        store(output->status + row, choose(sums->bad, all(1), all(0)));
}

static inline struct sums start(const struct smet_kernel_task *task)
{
    return (struct sums){all(task->least), all(task->greatest), all(task->missing), (mask){0}};
}

static inline void take_one(const struct smet_kernel_task *task, size_t row,
                            const struct smet_kernel_output *output)
{
    struct sums sums = start(task);
    for (int i = 0; i < task->input_count; i++)
        add(&task->inputs[i], row, &sums);
    finish(task, row, &sums, output);
}

/* Two vectors at a time, so that what is loaded of an item serves both. */
static inline void take_two(const struct smet_kernel_task *task, size_t row,
                            const struct smet_kernel_output *output)
{
    struct sums first = start(task), second = first;
    for (int i = 0; i < task->input_count; i++) {
        add(&task->inputs[i], row, &first);
        add(&task->inputs[i], row + LANES, &second);
    }
    finish(task, row, &first, output);
    finish(task, row + LANES, &second, output);
}

static void copy_to(uint8_t *to, size_t row, const uint8_t *from, size_t count)
{
    if (to != NULL)
        memcpy(to + row, from, count);
}

/* The rows beyond the last whole vector go through a vector of their own. */
static void take_rest(const struct smet_kernel_task *task, size_t row, size_t count,
                      const struct smet_kernel_output *output)
{
    uint8_t cells[2 * SMET__INPUTS_MAX][LANES], answers[5][LANES];
    struct smet_kernel_task rest = *task;
    size_t left = count - row;
    memset(cells, 0, sizeof cells);
    for (int i = 0; i < task->input_count; i++) {
        memcpy(cells[2 * i], task->inputs[i].codes + row, left);
        rest.inputs[i].codes = cells[2 * i];
        if (task->inputs[i].unknown == NULL)
            continue;
        memcpy(cells[2 * i + 1], task->inputs[i].unknown + row, left);
        rest.inputs[i].unknown = cells[2 * i + 1];
    }
    const struct smet_kernel_output to = {answers[0], answers[1], answers[2], answers[3],
                                          answers[4]};
    take_one(&rest, 0, &to);
    copy_to(output->minimum, row, to.minimum, left);
    copy_to(output->maximum, row, to.maximum, left);
    copy_to(output->bands, row, to.bands, left);
    copy_to(output->missing, row, to.missing, left);
    copy_to(output->status, row, to.status, left);
}

void KERNEL(const struct smet_kernel_task *task, size_t count,
            const struct smet_kernel_output *output)
{
    size_t row = 0;
    for (; row + 2 * LANES <= count; row += 2 * LANES)
        take_two(task, row, output);
    if (row + LANES <= count) {
        take_one(task, row, output);
        row += LANES;
    }
    if (row < count)
        take_rest(task, row, count, output);
}
