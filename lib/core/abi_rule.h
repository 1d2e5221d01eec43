/*
 * Which ABI version serves which: in a header of its own, so that a test can ask of
 * versions that this library does not have.
 */
#ifndef SMET_CORE_ABI_RULE_H
#define SMET_CORE_ABI_RULE_H

#include <stdint.h>

/* Whether a library of one version serves a program that was made for another. */
static inline int32_t smet__abi_serves(int32_t major, int32_t minor, int32_t made_major,
                                       int32_t made_minor)
{
    return major == made_major && (major > 0 ? minor >= made_minor : minor == made_minor);
}

#endif
