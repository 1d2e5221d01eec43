/*
 * How a call refuses, and how it takes and fills the structs of its caller.
 */
#ifndef SMET_BASE_ERRORS_H
#define SMET_BASE_ERRORS_H

#include <sacralmet/fields.h>

/* Windows has formats of its own, and those of C where it is asked for them (meson.build). */
#if defined(__MINGW32__) && !defined(__clang__)
#define SMET__FORMAT(at, first) __attribute__((format(gnu_printf, at, first)))
#elif defined(__GNUC__)
#define SMET__FORMAT(at, first) __attribute__((format(printf, at, first)))
#else
#define SMET__FORMAT(at, first)
#endif

/*
 * Whether a struct of the caller can be served: `known` is the size that this
 * library knows. A shorter one would be of no version that ever existed; a
 * longer one is newer, and what we do not know of it must be zero.
 */
smet_status_t smet__struct_check(const void *given, size_t known);

/* The same, and fills a checked error with what to do about it; `name` is the struct's. */
smet_status_t smet__struct_refuse(const void *given, const char *name, size_t known,
                                  struct smet_error *error);

/*
 * The same for a struct that has grown since the release that it appeared in:
 * `first` is its size of then, which old callers still give.
 */
smet_status_t smet__struct_check_grown(const void *given, size_t first, size_t known);

/* Fills a checked struct as far as it goes; `value` has the size that this library knows. */
void smet__struct_fill(void *given, const void *value, size_t known);

/* Whether an error struct can be filled; NULL can always be left alone. */
smet_status_t smet__error_check(const struct smet_error *error);

/* Fills a checked error, if there is one, and returns the status. */
smet_status_t smet__refuse(struct smet_error *error, smet_status_t status, smet_field_t field,
                           const char *format, ...) SMET__FORMAT(4, 5);

/* Room for foreign text that an error quotes. */
enum { SMET__QUOTE_SIZE = 52 };

/*
 * Makes foreign text fit to be quoted: cut to the room, at a whole character,
 * without control characters, and UTF-8 even where it was not.
 */
const char *smet__quote(char room[SMET__QUOTE_SIZE], const char *text, size_t length);

/* Whether text is UTF-8 as RFC 3629 has it. */
int32_t smet__is_utf8(const char *text, size_t length);

#endif
