/**
 * @file
 * The patient's record: what is known at one decision.
 */
#ifndef SACRALMET_RECORD_H
#define SACRALMET_RECORD_H

#include <sacralmet/fields.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup record The record
 * @brief A record is a set of possible patients.
 *
 * Every field holds the set of values that are still possible. A field never
 * touched holds all of them: unknown is not "no". Entering a fact narrows the
 * set; facts may come in any order. What would leave nothing possible is
 * refused as a contradiction and changes nothing; smet_record_clear() makes
 * room for a correction.
 *
 * Fields constrain each other (ECOG and Karnofsky, Frankel grade and motor
 * deficit, ...). Those links are applied when a record is scored or assessed,
 * not here: reading back gives what was entered. Facts that contradict each
 * other across fields are never refused; the assessment reports them.
 *
 * One thread may write a record at a time; any number may read it while none
 * writes.
 * @{
 */

/** A patient's record. Opaque. @since 0.1 */
typedef struct smet_record smet_record;

/**
 * Makes an empty record: everything unknown.
 * @return a record that the caller owns and gives to smet_record_free(); NULL
 *         when there is no memory
 * @since 0.1
 */
SMET_API smet_record *smet_record_new(void);

/**
 * Copies a record.
 * @param[in] record may be NULL
 * @return a record that the caller owns and gives to smet_record_free(); NULL
 *         when there is no memory or `record` is NULL
 * @since 0.1
 */
SMET_API smet_record *smet_record_copy(const smet_record *record);

/**
 * Frees a record.
 * @param[in] record NULL is fine
 * @since 0.1
 */
SMET_API void smet_record_free(smet_record *record);

/**
 * Enters one value by its keys: of those still possible, only this one stays.
 *
 *     smet_record_set_option(record, "lesion_level", "S1", &error);
 *
 * Both keys are looked up: a key of another field's option is refused. To enter
 * several values, a range or a cell that may be empty, see
 * smet_record_set_text().
 * @param[in,out] record the record; NULL is refused
 * @param[in] field_key the field's key, UTF-8; NULL is refused
 * @param[in] option_key the option's key, or the integer in decimal digits
 *        without sign or leading zero, UTF-8; NULL is refused
 * @param[in,out] error may be NULL; its message begins with the field's key
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_FIELD,
 *         ::SMET_ERROR_UNKNOWN_OPTION, ::SMET_ERROR_OUT_OF_RANGE,
 *         ::SMET_ERROR_CONTRADICTION, ::SMET_ERROR_SYNTAX for what is no integer
 *         where one is needed, ::SMET_ERROR_ENCODING, and of `error` itself
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL. Refused, the
 *         record is as it was.
 * @since 0.1
 */
SMET_API smet_status_t smet_record_set_option(smet_record *record, const char *field_key,
                                              const char *option_key, struct smet_error *error);

/**
 * Enters one value by its number: of those still possible, only this one stays.
 *
 * A number is not tied to its field: that of another field's option is believed
 * where this field has an option with the same number. The enumerators carry
 * their field's name, so that `smet_record_set(record, SMET_FIELD_LESION_LEVEL,
 * SMET_LESION_LEVEL_S1, &error)` can be checked by eye; who has keys uses
 * smet_record_set_option(), which checks them.
 * @param[in,out] record the record; NULL is refused
 * @param field the field
 * @param value an option's number, or the integer
 * @param[in,out] error may be NULL; says what was wrong
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_FIELD,
 *         ::SMET_ERROR_UNKNOWN_OPTION, ::SMET_ERROR_OUT_OF_RANGE,
 *         ::SMET_ERROR_CONTRADICTION, and of `error` itself
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL. Refused, the
 *         record is as it was.
 * @since 0.1
 */
SMET_API smet_status_t smet_record_set(smet_record *record, smet_field_t field, smet_value_t value,
                                       struct smet_error *error);

/**
 * Narrows a field to several values: of those still possible, only these stay.
 * @param[in,out] record the record; NULL is refused
 * @param field the field
 * @param[in] values `count` values; repeats are fine; NULL is refused
 * @param count how many; 0 is refused
 * @param[in,out] error may be NULL
 * @return as smet_record_set(), and ::SMET_ERROR_EMPTY_SET
 * @since 0.1
 */
SMET_API smet_status_t smet_record_narrow(smet_record *record, smet_field_t field,
                                          const smet_value_t *values, size_t count,
                                          struct smet_error *error);

/**
 * Narrows an integer field to a range.
 * @param[in,out] record the record; NULL is refused
 * @param field an integer field
 * @param minimum least value, itself permitted
 * @param maximum greatest value, itself permitted
 * @param[in,out] error may be NULL
 * @return as smet_record_set(), and ::SMET_ERROR_WRONG_KIND for a field that is
 *         no integer, ::SMET_ERROR_REVERSED_RANGE
 * @since 0.1
 */
SMET_API smet_status_t smet_record_narrow_range(smet_record *record, smet_field_t field,
                                                smet_value_t minimum, smet_value_t maximum,
                                                struct smet_error *error);

/**
 * Enters what a text says of a field, for importers:
 * `cell = "" / value *("|" value) / integer ".." integer`.
 *
 * Empty text says nothing and changes nothing. Alternatives narrow; a range
 * narrows an integer field. Integers are decimal digits without sign or leading
 * zero. No blanks are trimmed.
 * @param[in,out] record the record; NULL is refused
 * @param[in] field_key the field's key; NULL is refused
 * @param[in] text UTF-8, ends with NUL; NULL is refused
 * @param[in,out] error may be NULL; its message begins with the field's key
 * @return as smet_record_narrow() and smet_record_narrow_range(), and
 *         ::SMET_ERROR_SYNTAX, ::SMET_ERROR_ENCODING
 * @since 0.1
 */
SMET_API smet_status_t smet_record_set_text(smet_record *record, const char *field_key,
                                            const char *text, struct smet_error *error);

/**
 * Forgets what was entered in a field: it is unknown again.
 * @param[in,out] record the record; NULL is refused
 * @param field the field
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_FIELD
 * @since 0.1
 */
SMET_API smet_status_t smet_record_clear(smet_record *record, smet_field_t field);

/**
 * Whether a field is entered: fewer values are possible than it has.
 * @param[in] record the record; NULL is refused
 * @param field the field
 * @return 1 or 0; 0 for NULL and for an unknown field
 * @since 0.1
 */
SMET_API int32_t smet_record_is_entered(const smet_record *record, smet_field_t field);

/**
 * Whether a value is still possible, as entered.
 * @param[in] record the record; NULL is refused
 * @param field the field
 * @param value an option's number, or the integer
 * @return 1 or 0; 0 for NULL, an unknown field or a value that it cannot have
 * @since 0.1
 */
SMET_API int32_t smet_record_is_possible(const smet_record *record, smet_field_t field,
                                         smet_value_t value);

/**
 * Reads back the values still possible, as entered, rising.
 * @param[in] record the record; NULL is refused
 * @param field the field
 * @param[out] values room for `capacity` values; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL
 *         or an unknown field
 * @since 0.1
 */
SMET_API size_t smet_record_values(const smet_record *record, smet_field_t field,
                                   smet_value_t *values, size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
