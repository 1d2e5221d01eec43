/**
 * @file
 * What every other header needs: the export mark, and the numbers that headers
 * speak of which do not include each other.
 */
#ifndef SACRALMET_BASE_H
#define SACRALMET_BASE_H

#include <stddef.h>
#include <stdint.h>

/* Parsers of foreign-function interfaces know no attributes; on Windows the
 * names come from the .def file, so that no consumer needs a define. */
#if defined(SWIG) || defined(__CFFI__) || defined(LUAJIT_FFI) || \
    defined(PHP_FFI) || defined(_WIN32) || !defined(__GNUC__)
#define SMET_API
#else
#define SMET_API __attribute__((visibility("default")))
#endif

/**
 * @ingroup fields
 * A field: one of `enum smet_field`. @since 0.1
 */
typedef int32_t smet_field_t;

/**
 * @ingroup score
 * An instrument: one of `enum smet_instrument`. @since 0.1
 */
typedef int32_t smet_instrument_t;

/**
 * @ingroup pathway
 * An intervention: one of `enum smet_intervention`. @since 0.1
 */
typedef int32_t smet_intervention_t;

/**
 * @ingroup sources
 * A reference: one of `enum smet_reference`. @since 0.1
 */
typedef int32_t smet_reference_t;

/**
 * @ingroup sources
 * A set of outcome figures: one of `enum smet_evidence`. @since 0.1
 */
typedef int32_t smet_evidence_t;

#endif
