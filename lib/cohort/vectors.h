/*
 * Vectors of bytes: the compiler's own, LANES wide, so that one source serves
 * x86, Arm and whatever else. What has no operator has a function here, by the
 * machine's instruction where there is one.
 */
#ifndef SMET_COHORT_VECTORS_H
#define SMET_COHORT_VECTORS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if defined(__AVX512BW__)
#include <immintrin.h>
#define LANES 64
#define ON_X86(name) _mm512_##name
typedef __m512i machine;
#elif defined(__AVX2__)
#include <immintrin.h>
#define LANES 32
#define ON_X86(name) _mm256_##name
typedef __m256i machine;
#elif defined(__SSE2__)
#include <emmintrin.h>
#define LANES 16
#define ON_X86(name) _mm_##name
typedef __m128i machine;
#else
#if defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#define HAS_NEON 1
#endif
#define LANES 16
#endif

#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)

enum { LINE = 64 }; /* bytes that a cache moves together */

typedef uint8_t bytes __attribute__((vector_size(LANES)));
typedef int8_t signed_bytes __attribute__((vector_size(LANES)));

static inline bytes all(uint8_t value)
{
    return (bytes){0} + value;
}

static inline bytes load(const uint8_t *from)
{
    bytes loaded;
    /* Not NULL: of a task's inputs the direct ones, those that are loaded, are the first. */
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker) */
    memcpy(&loaded, from, sizeof loaded);
    return loaded;
}

/* Sixteen bytes, over and over. */
static inline bytes repeat(const uint8_t *from)
{
#if defined(__AVX512BW__)
    return (bytes)_mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)from));
#elif defined(__AVX2__)
    return (bytes)_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)from));
#else
    return load(from);
#endif
}

/* Stops at 255. */
static inline bytes add_up_to_limit(bytes a, bytes b)
{
#if defined(ON_X86)
    return (bytes)ON_X86(adds_epu8)((machine)a, (machine)b);
#elif defined(HAS_NEON)
    return (bytes)vqaddq_u8((uint8x16_t)a, (uint8x16_t)b);
#else
    bytes sum = a + b;
    return sum | (bytes)(sum < a);
#endif
}

/* How much `a` lies beyond `b`, or 0. */
static inline bytes beyond(bytes a, bytes b)
{
#if defined(ON_X86)
    return (bytes)ON_X86(subs_epu8)((machine)a, (machine)b);
#elif defined(HAS_NEON)
    return (bytes)vqsubq_u8((uint8x16_t)a, (uint8x16_t)b);
#else
    return (a - b) & (bytes)(a > b);
#endif
}

static inline bytes lesser(bytes a, bytes b)
{
#if defined(ON_X86)
    return (bytes)ON_X86(min_epu8)((machine)a, (machine)b);
#elif defined(HAS_NEON)
    return (bytes)vminq_u8((uint8x16_t)a, (uint8x16_t)b);
#else
    bytes below = (bytes)(a < b);
    return (a & below) | (b & ~below);
#endif
}

static inline bytes larger(bytes a, bytes b)
{
#if defined(ON_X86)
    return (bytes)ON_X86(max_epu8)((machine)a, (machine)b);
#elif defined(HAS_NEON)
    return (bytes)vmaxq_u8((uint8x16_t)a, (uint8x16_t)b);
#else
    bytes above = (bytes)(a > b);
    return (a & above) | (b & ~above);
#endif
}

/* Truths are bytes of 0xFF and 0. */

static inline bytes equal(bytes a, bytes b)
{
#if defined(__AVX512BW__)
    return (bytes)_mm512_movm_epi8(_mm512_cmpeq_epi8_mask((machine)a, (machine)b));
#else
    return (bytes)(a == b);
#endif
}

/* Both below 128. */
static inline bytes greater(bytes a, bytes b)
{
#if defined(__AVX512BW__)
    return (bytes)_mm512_movm_epi8(_mm512_cmpgt_epi8_mask((machine)a, (machine)b));
#else
    return (bytes)((signed_bytes)a > (signed_bytes)b);
#endif
}

/* Where `a` has its top bit set, or `b` is not zero. */
static inline bytes marked(bytes a, bytes b)
{
#if defined(__AVX512BW__)
    return (bytes)_mm512_movm_epi8(_mm512_movepi8_mask((machine)a) |
                                   _mm512_test_epi8_mask((machine)b, (machine)b));
#else
    return (bytes)((signed_bytes)(a | add_up_to_limit(b, all(0x7F))) < 0);
#endif
}

/* Whether any bit is set. */
static inline bool has_any(bytes a)
{
#if defined(__AVX512BW__)
    return _mm512_test_epi64_mask((machine)a, (machine)a) != 0;
#elif defined(__AVX2__)
    return !_mm256_testz_si256((machine)a, (machine)a);
#elif defined(__SSE2__)
    return _mm_movemask_epi8((machine)(a == all(0))) != 0xFFFF;
#else
    uint64_t eights[LANES / 8], found = 0;
    memcpy(eights, &a, sizeof eights);
    for (int i = 0; i < LANES / 8; i++)
        found |= eights[i];
    return found != 0;
#endif
}

#if defined(__AVX2__) || defined(HAS_NEON)

#define HAS_SHUFFLE 1

/* Entries of each sixteen of `table`, by the low four bits; 0 where the top bit is set. */
static inline bytes shuffle(bytes table, bytes index)
{
#if defined(HAS_NEON)
    return (bytes)vqtbl1q_u8((uint8x16_t)table, (uint8x16_t)(index & 0x8F));
#else
    return (bytes)ON_X86(shuffle_epi8)((machine)table, (machine)index);
#endif
}

/* Four bits from bit `shift` on, which is at most the fifth. */
static inline bytes middle_bits(bytes a, int shift)
{
#if defined(HAS_NEON)
    return (bytes)vshlq_u8((uint8x16_t)a, vdupq_n_s8((int8_t)-shift)) & 0x0F;
#else
    return (bytes)ON_X86(srl_epi16)((machine)a, _mm_cvtsi32_si128(shift)) & 0x0F;
#endif
}

#endif

static inline void store(uint8_t *to, bytes value)
{
    memcpy(to, &value, sizeof value);
}

/* Writes past the caches where the machine can; `to` is aligned to LANES. */
static inline void stream(uint8_t *to, bytes value)
{
#if defined(__AVX512BW__)
    _mm512_stream_si512((machine *)(void *)to, (machine)value);
#elif defined(__AVX2__)
    _mm256_stream_si256((machine *)(void *)to, (machine)value);
#elif defined(__SSE2__)
    _mm_stream_si128((machine *)(void *)to, (machine)value);
#else
    store(to, value);
#endif
}

/* What was streamed is seen by others before what is written from here on. */
static inline void end_streams(void)
{
#if defined(__SSE2__)
    _mm_sfence();
#endif
}

#endif
