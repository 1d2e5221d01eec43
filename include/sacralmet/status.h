/**
 * @file
 * How a call says whether it was carried out.
 */
#ifndef SACRALMET_STATUS_H
#define SACRALMET_STATUS_H

#include <sacralmet/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup status Statuses and errors
 * @brief Every call that can be refused returns a status; a refused call has
 *        changed nothing.
 *
 * Statuses are integers with a meaning that never changes: 0 is good, negative
 * is refused. Whoever wants to know more hands in a ::smet_error of their own.
 * Nothing is remembered between calls.
 * @{
 */

/** A status: ::SMET_OK or one of the negative enumerators. @since 0.1 */
typedef int32_t smet_status_t;

/**
 * The statuses. Codes are never reused; treat an unknown negative one as
 * "refused".
 * @since 0.1
 */
enum smet_status {
    SMET_STATUS_INVALID = -1,       /**< no status at all; never returned by a call */
    SMET_OK = 0,                    /**< done */
    SMET_ERROR_NULL_ARGUMENT = -2,  /**< NULL where an object is needed */
    SMET_ERROR_STRUCT_SIZE = -3,    /**< `size` of a struct is none that this library can serve: it was not set to `sizeof` the struct before the call */
    SMET_ERROR_STRUCT_TAIL = -4,    /**< bytes of a newer struct that this library does not know are not zero */
    SMET_ERROR_UNKNOWN_FIELD = -5,  /**< no field has this number or key */
    SMET_ERROR_UNKNOWN_OPTION = -6, /**< the field has no option with this number or key */
    SMET_ERROR_OUT_OF_RANGE = -7,   /**< an integer below or above the field's bounds, or not a multiple of its step */
    SMET_ERROR_REVERSED_RANGE = -8, /**< the lower bound is above the upper one */
    SMET_ERROR_EMPTY_SET = -9,      /**< a set of possible values with no member */
    SMET_ERROR_CONTRADICTION = -10, /**< nothing would be left of the values still possible */
    SMET_ERROR_WRONG_KIND = -11,    /**< a range for a field that is no integer, or a value of the wrong type */
    SMET_ERROR_UNKNOWN_TERM = -12,  /**< no such instrument, intervention, rule, ... */
    SMET_ERROR_NO_MEMORY = -13,     /**< the system gave no memory */
    SMET_ERROR_SYNTAX = -14,        /**< text that does not follow its grammar */
    SMET_ERROR_DUPLICATE = -15,     /**< a key stands twice where it may stand once */
    SMET_ERROR_ENCODING = -16,      /**< text that is not UTF-8 */
    SMET_ERROR_TOO_LARGE = -17,     /**< text beyond a stated limit */
    SMET_ERROR_INDEX = -18          /**< an index at or beyond the count */
};

/**
 * What was wrong with a refused call, in a form for programs and one for
 * people.
 *
 * Owned by the caller. Set `size` to `sizeof(struct smet_error)` and the rest
 * to zero; every function that takes one accepts NULL for "I do not care". It
 * is written only when the call is refused. A struct whose own `size` is wrong
 * is itself refused and left alone.
 * @since 0.1
 */
struct smet_error {
    uint32_t size;        /**< in: the size of this struct in bytes */
    smet_status_t status; /**< out: the status that the call returned */
    smet_field_t field;   /**< out: the field that it is about, -1 for none */
    uint32_t line;        /**< out: line in the text that was read, from 1; 0 for none */
    uint32_t column;      /**< out: column in characters, from 1; 0 for none */
    char message[236];    /**< out: one English sentence, UTF-8, ends with NUL; begins with the field's key where there is one */
};

/**
 * The name of a status as it stands in this header, such as
 * `SMET_ERROR_CONTRADICTION`.
 * @param status any number
 * @return a static ASCII string; NULL when there is no such status
 * @since 0.1
 */
SMET_API const char *smet_status_name(smet_status_t status);

/**
 * The meaning of a status in one English sentence.
 * @param status any number
 * @return a static UTF-8 string; NULL when there is no such status
 * @since 0.1
 */
SMET_API const char *smet_status_text(smet_status_t status);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
