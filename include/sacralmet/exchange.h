/**
 * @file
 * Records in, assessments out, as JSON. Needs libsacralmet-exchange.
 */
#ifndef SACRALMET_EXCHANGE_H
#define SACRALMET_EXCHANGE_H

#include <sacralmet/assessment.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup exchange Exchange
 * @brief JSON for records, assessments and the catalogue.
 *
 * A library of its own, `libsacralmet-exchange`, so that the core needs libc
 * alone.
 *
 * Functions that write fill the caller's buffer, end it with NUL when
 * `capacity` is not 0, and return how many bytes the whole text has without its
 * NUL; a text that does not fit is cut, so call again with more room. The text
 * is UTF-8, the same for the same input, byte for byte.
 * @{
 */

/** Limits. @since 0.1 */
enum smet_json_limit {
    SMET_JSON_RECORD_MAX = 16777216 /**< the longest record that is read, in bytes */
};

/** How JSON is written. @since 0.1 */
enum smet_json_style {
    SMET_JSON_STYLE_INVALID = -1, /**< none */
    SMET_JSON_COMPACT = 0,        /**< one line */
    SMET_JSON_INDENTED = 1        /**< for people */
};

/**
 * Reads a record: one object, field keys to values.
 *
 * A choice takes an option's key as a string, an integer field a JSON integer.
 * A list narrows to its members, an object with `min`, `max` or both narrows an
 * integer field, `null` says nothing. Keys that begin with `_` are ignored.
 * @param[in,out] record a record; what is read narrows what it holds; NULL is
 *        refused. Refused, it is as it was.
 * @param[in] text `length` bytes of UTF-8; need not end with NUL; NULL is
 *        refused
 * @param length its length in bytes, at most ::SMET_JSON_RECORD_MAX
 * @param[in,out] error may be NULL; the message begins with the field's key
 *        where there is one, else line and column are set
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_SYNTAX,
 *         ::SMET_ERROR_ENCODING, ::SMET_ERROR_DUPLICATE, ::SMET_ERROR_TOO_LARGE,
 *         ::SMET_ERROR_NO_MEMORY, ::SMET_ERROR_UNKNOWN_FIELD,
 *         ::SMET_ERROR_UNKNOWN_OPTION, ::SMET_ERROR_OUT_OF_RANGE,
 *         ::SMET_ERROR_REVERSED_RANGE, ::SMET_ERROR_EMPTY_SET,
 *         ::SMET_ERROR_WRONG_KIND, ::SMET_ERROR_CONTRADICTION,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_record_read_json(smet_record *record, const char *text, size_t length,
                                             struct smet_error *error);

/**
 * Writes a record as it was entered; reading it back gives an equal record.
 * @param[in] record the record; NULL is refused
 * @param style one of `enum smet_json_style`
 * @param[out] text room for `capacity` bytes; may be NULL when that is 0
 * @param capacity how many bytes fit, the ending NUL included
 * @return the length of the whole text; 0 when refused or out of memory
 * @since 0.1
 */
SMET_API size_t smet_record_write_json(const smet_record *record, int32_t style, char *text,
                                       size_t capacity);

/**
 * Writes an assessment.
 * @param[in] assessment the assessment; NULL is refused
 * @param style one of `enum smet_json_style`
 * @param[out] text as for smet_record_write_json()
 * @param capacity as for smet_record_write_json()
 * @return as smet_record_write_json()
 * @since 0.1
 */
SMET_API size_t smet_assessment_write_json(const smet_assessment *assessment, int32_t style,
                                           char *text, size_t capacity);

/**
 * Writes an assessment without recommendations: every list is there, but
 * `interventions`, `conflicts`, `next`, `findings` and `evidence` are empty, and
 * `answer` is `scores_only` instead of `full`. In a build made with
 * `-Drecommendations=false`, smet_assessment_write_json() writes this too.
 * @param[in] assessment the assessment; NULL is refused
 * @param style one of `enum smet_json_style`
 * @param[out] text as for smet_record_write_json()
 * @param capacity as for smet_record_write_json()
 * @return as smet_record_write_json()
 * @since 0.1
 */
SMET_API size_t smet_assessment_write_scores_json(const smet_assessment *assessment, int32_t style,
                                                  char *text, size_t capacity);

/**
 * Writes the whole catalogue: fields, instruments, findings, interventions,
 * rules, conflicts, references, evidence, disputes, and the words of every
 * vocabulary.
 * @param style one of `enum smet_json_style`
 * @param[out] text as for smet_record_write_json()
 * @param capacity as for smet_record_write_json()
 * @return as smet_record_write_json()
 * @since 0.1
 */
SMET_API size_t smet_catalogue_write_json(int32_t style, char *text, size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
