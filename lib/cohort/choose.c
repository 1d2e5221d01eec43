/*
 * Which kernel and which planes the processor can run. Where the system can resolve a function
 * when it loads the library, that is when the processor is asked; a remembered
 * answer of our own would be writable data, and asking each time is slow on
 * virtual machines.
 */
#include "cohort/kernel.h"
#include "cohort/planes.h"

#if defined(SMET__HAVE_AVX2) && defined(SMET__HAVE_IFUNC)

#include <cpuid.h>

/* Runs before anything of the library, instrumentation included, is set up. */
#define EARLY __attribute__((no_sanitize("address", "undefined"), no_profile_instrument_function))

/* The state of vector registers that the system saves, as XGETBV tells. */
EARLY static unsigned saved_state(void)
{
    unsigned low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

enum set { PORTABLE, AVX2, AVX512 };

EARLY static enum set best_set(void)
{
    enum { YMM = 0x06, ZMM = 0xE6 };
    unsigned eax, ebx, ecx, edx;
    if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx) || (ecx & bit_OSXSAVE) == 0)
        return PORTABLE;
    unsigned state = saved_state();
    if (!__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx))
        return PORTABLE;
#if defined(SMET__HAVE_AVX512)
    if ((ebx & bit_AVX512F) != 0 && (ebx & bit_AVX512BW) != 0 && (state & ZMM) == ZMM)
        return AVX512;
#endif
    return (ebx & bit_AVX2) != 0 && (state & YMM) == YMM ? AVX2 : PORTABLE;
}

__attribute__((used)) EARLY static smet__kernel *resolve_kernel(void)
{
    enum set set = best_set();
#if defined(SMET__HAVE_AVX512)
    if (set == AVX512)
        return smet__kernel_avx512;
#endif
    return set == PORTABLE ? smet__kernel_portable : smet__kernel_avx2;
}

/* Blocks are as wide as the registers of AVX2; wider ones would stand half empty. */
__attribute__((used)) EARLY static smet__planes *resolve_planes(void)
{
    return best_set() == PORTABLE ? smet__planes_portable : smet__planes_avx2;
}

smet__kernel smet__kernel_best __attribute__((ifunc("resolve_kernel")));
smet__planes smet__planes_best __attribute__((ifunc("resolve_planes")));

#else

void smet__kernel_best(const struct smet_kernel_task *task, size_t count,
                       const struct smet_kernel_output *output)
{
    smet__kernel_portable(task, count, output);
}

void smet__planes_best(const struct smet_planes_task *task, size_t first, size_t count)
{
    smet__planes_portable(task, first, count);
}

#endif
