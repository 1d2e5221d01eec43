/**
 * @file
 * What every other header needs: the export mark.
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

#endif
