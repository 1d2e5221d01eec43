/**
 * @file
 * The scores: revised Tokuhashi, Tomita, SINS.
 */
#ifndef SACRALMET_SCORE_H
#define SACRALMET_SCORE_H

#include <sacralmet/record.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup score Scores
 * @brief Sums of items, given as the exact set of totals that a record allows.
 *
 * An item whose field is unknown or narrowed has several possible points, and
 * the answer is every total that some possible patient has: not only the least
 * and the greatest. A score is complete when one total is left; it is decided
 * when one band is left, complete or not. Scoring allocates nothing.
 * @{
 */

/** The instruments. @since 0.1 */
enum smet_instrument {
    SMET_INSTRUMENT_INVALID = -1,          /**< no instrument */
    SMET_INSTRUMENT_TOKUHASHI_REVISED = 0, /**< revised Tokuhashi score, 0 to 15, higher is better */
    SMET_INSTRUMENT_TOMITA = 1,            /**< Tomita score, 2 to 10, higher is worse */
    SMET_INSTRUMENT_SINS = 2               /**< Spinal Instability Neoplastic Score, 0 to 18, higher is less stable */
};

/** A band of an instrument: its position, from the least totals up. @since 0.1 */
typedef int32_t smet_band_t;

/** Bands of the revised Tokuhashi score. @since 0.1 */
enum smet_tokuhashi_revised_band {
    SMET_TOKUHASHI_REVISED_BAND_INVALID = -1,           /**< no band */
    SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS = 0,     /**< 0 to 8 */
    SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_6_MONTHS = 1,  /**< 9 to 11 */
    SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS = 2  /**< 12 to 15 */
};

/** Bands of the Tomita score. @since 0.1 */
enum smet_tomita_band {
    SMET_TOMITA_BAND_INVALID = -1,              /**< no band */
    SMET_TOMITA_BAND_LONG_TERM_CONTROL = 0,     /**< 2 to 3 */
    SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL = 1,   /**< 4 to 5 */
    SMET_TOMITA_BAND_SHORT_TERM_PALLIATION = 2, /**< 6 to 7 */
    SMET_TOMITA_BAND_TERMINAL_CARE = 3          /**< 8 to 10 */
};

/** Bands of SINS. @since 0.1 */
enum smet_sins_band {
    SMET_SINS_BAND_INVALID = -1,             /**< no band */
    SMET_SINS_BAND_STABLE = 0,               /**< 0 to 6 */
    SMET_SINS_BAND_POTENTIALLY_UNSTABLE = 1, /**< 7 to 12 */
    SMET_SINS_BAND_UNSTABLE = 2              /**< 13 to 18 */
};

/** Whether a higher total is better or worse. @since 0.1 */
typedef int32_t smet_direction_t;

/** The directions of an instrument. @since 0.1 */
enum smet_direction {
    SMET_DIRECTION_INVALID = -1,         /**< no direction */
    SMET_DIRECTION_HIGHER_IS_BETTER = 0, /**< a higher total is better */
    SMET_DIRECTION_HIGHER_IS_WORSE = 1   /**< a higher total is worse */
};

/** Room in the answers below. @since 0.1 */
enum smet_score_room {
    SMET_BANDS_MAX = 8,         /**< bands that an instrument has at most */
    SMET_SCORE_MISSING_MAX = 32 /**< fields that a ::smet_score can name as missing */
};

/**
 * The answer of one instrument. Set `size` to `sizeof(struct smet_score)` and
 * the rest to zero before the call.
 * @since 0.1
 */
struct smet_score {
    uint32_t size;                                /**< in: the size of this struct in bytes */
    smet_instrument_t instrument;                 /**< the instrument */
    int32_t minimum;                              /**< least possible total, in points */
    int32_t maximum;                              /**< greatest possible total, in points */
    uint64_t totals;                              /**< the exact set: bit t is set when total t is possible; totals lie from 0 to 63 */
    uint32_t bands;                               /**< bit b is set when a possible total lies in band b; there are at most ::SMET_BANDS_MAX */
    int32_t is_defined;                           /**< 1: every patient that the record allows has a total; else 0 */
    int32_t is_complete;                          /**< 1: one total is left; else 0 */
    int32_t is_decided;                           /**< 1: one band is left; else 0 */
    uint32_t item_count;                          /**< how many items smet_record_score_item() gives */
    uint32_t missing_count;                       /**< how many of `missing` are filled */
    smet_field_t missing[SMET_SCORE_MISSING_MAX]; /**< fields that leave their item open, most influential first; -1 behind them */
};

/**
 * One item of a score, for one record. Set `size` to
 * `sizeof(struct smet_score_item)` and the rest to zero before the call.
 * @since 0.1
 */
struct smet_score_item {
    uint32_t size;         /**< in: the size of this struct in bytes */
    smet_field_t field;    /**< the field that was read */
    uint64_t points;       /**< bit p is set when p points are possible; points lie from 0 to 63 */
    smet_value_t option;   /**< the value that gave them; -1 while more than one is possible */
    int32_t is_derived;    /**< 1: a linked field narrowed what was used; else 0 */
    int32_t is_set_aside;  /**< 1: the field contradicts another and was taken as unknown; else 0 */
    int32_t reserved;      /**< zero */
    const char *key;       /**< key of the item, static */
    const char *note;      /**< what must be said of this value; static, empty where there is nothing */
    const char *caveat;    /**< what must always be said of this item; static, empty where there is nothing */
    const char *label;     /**< label of the item, static */
};

/**
 * Scores a record with one instrument.
 * @param[in] record the record; NULL is refused
 * @param instrument the instrument
 * @param[in,out] score owned by the caller, `size` set; NULL is refused
 * @param[in,out] error may be NULL; says what was wrong, also of a `size` that
 *        was not set
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 *
 * Source of the methods: Tokuhashi et al. 2005, Tomita et al. 2001, Fisher et
 * al. 2010; smet_instrument_describe() gives the full references.
 */
SMET_API smet_status_t smet_record_score(const smet_record *record, smet_instrument_t instrument,
                                         struct smet_score *score, struct smet_error *error);

/**
 * One item of a score.
 * @param[in] record the record; NULL is refused
 * @param instrument the instrument
 * @param index 0 to `item_count` - 1 of the score
 * @param[in,out] item owned by the caller, `size` set; NULL is refused
 * @param[in,out] error may be NULL
 * @return as smet_record_score(), and ::SMET_ERROR_INDEX
 * @since 0.1
 */
SMET_API smet_status_t smet_record_score_item(const smet_record *record,
                                              smet_instrument_t instrument, size_t index,
                                              struct smet_score_item *item,
                                              struct smet_error *error);

/**
 * The fields that narrowed the field of an item, in the order of the record.
 * @param[in] record the record; NULL is refused
 * @param instrument the instrument
 * @param index 0 to `item_count` - 1 of the score
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL,
 *         where there is no such item, and where none did
 * @since 0.1
 */
SMET_API size_t smet_record_score_item_derived_from(const smet_record *record,
                                                    smet_instrument_t instrument, size_t index,
                                                    smet_field_t *fields, size_t capacity);

/**
 * What must be said beside a score of this record: limits of validity and
 * accuracy.
 * @param[in] record the record; NULL is refused
 * @param instrument the instrument
 * @param[out] notes room for `capacity` static strings; may be NULL when that
 *        is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL
 *         or an unknown instrument
 * @since 0.1
 */
SMET_API size_t smet_record_score_notes(const smet_record *record, smet_instrument_t instrument,
                                        const char **notes, size_t capacity);

/** @} */

/**
 * @defgroup instruments The tables of the instruments
 * @ingroup score
 * @brief Items, points, bands and their sources, as the library uses them.
 * @{
 */

/** What an instrument is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_instrument_info {
    uint32_t size;                /**< in: the size of this struct in bytes */
    smet_instrument_t instrument; /**< the instrument */
    int32_t minimum;              /**< least total, in points */
    int32_t maximum;              /**< greatest total, in points */
    smet_direction_t direction;   /**< whether higher is better or worse */
    smet_field_t reported_field;  /**< the field for a total found in the chart; -1 for none */
    uint32_t item_count;          /**< how many items */
    uint32_t band_count;          /**< how many bands */
    uint32_t note_count;          /**< how many notes of validity and accuracy */
    int32_t is_prognostic;        /**< 1: its bands speak of a prognosis; else 0 */
    const char *key;              /**< key */
    const char *label;            /**< name */
    const char *alias;            /**< other name in use; empty where there is none */
};

/** What an item is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_item_info {
    uint32_t size;       /**< in: the size of this struct in bytes */
    smet_field_t field;  /**< the field that it reads (an override, where the item has one) */
    smet_field_t mapped_from; /**< the field that is mapped where the override is not entered; -1 for none */
    uint32_t row_count;  /**< how many rows of points */
    const char *key;     /**< key */
    const char *label;   /**< name */
    const char *caveat;  /**< what must always be said of it; empty where there is nothing */
    const char *provenance; /**< where its points were checked */
};

/** One row of points. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_points_info {
    uint32_t size;     /**< in: the size of this struct in bytes */
    int32_t points;    /**< the points */
    const char *label; /**< what the row says, such as "moderate" */
    const char *note;  /**< what must be said of it; empty where there is nothing */
};

/** What a band is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_band_info {
    uint32_t size;        /**< in: the size of this struct in bytes */
    smet_band_t band;     /**< the band's number */
    int32_t minimum;      /**< least total */
    int32_t maximum;      /**< greatest total */
    const char *key;      /**< key */
    const char *label;    /**< what it says of the patient */
    const char *alias;    /**< other names in use; empty where there is none */
    const char *strategy; /**< what its authors attach to it; empty where there is nothing */
    const char *provenance; /**< where its edges were checked */
    int32_t survival_minimum; /**< the least survival that it speaks of, in months; 0 where it names none */
    int32_t survival_maximum; /**< the survival that it speaks of lies under this many months; 0 where it names none */
};

/**
 * Describes an instrument.
 * @param instrument the instrument
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_instrument_describe(smet_instrument_t instrument,
                                                struct smet_instrument_info *info);

/**
 * The references of an instrument, the original first.
 * @param instrument the instrument
 * @param[out] references room for `capacity` numbers; may be NULL when that is
 *        0
 * @param capacity how many fit
 * @return how many there are; 0 for an unknown instrument
 * @since 0.1
 */
SMET_API size_t smet_instrument_references(smet_instrument_t instrument,
                                           smet_reference_t *references, size_t capacity);

/**
 * A note of an instrument, by position.
 * @param instrument the instrument
 * @param index 0 to `note_count` - 1
 * @return a static UTF-8 string; NULL when there is none
 * @since 0.1
 */
SMET_API const char *smet_instrument_note(smet_instrument_t instrument, size_t index);

/**
 * When a note of an instrument is shown: while a field may have one of some
 * values.
 * @param instrument the instrument
 * @param index 0 to `note_count` - 1
 * @param[out] field that field, -1 where the note is always shown; may be NULL
 * @param[out] values room for `capacity` values; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many values there are; 0 where the note is always shown or does
 *         not exist
 * @since 0.1
 */
SMET_API size_t smet_instrument_note_when(smet_instrument_t instrument, size_t index,
                                          smet_field_t *field, smet_value_t *values,
                                          size_t capacity);

/**
 * Describes an item.
 * @param instrument the instrument
 * @param index 0 to `item_count` - 1
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_instrument_describe(), and ::SMET_ERROR_INDEX
 * @since 0.1
 */
SMET_API smet_status_t smet_item_describe(smet_instrument_t instrument, size_t index,
                                          struct smet_item_info *info);

/**
 * Describes one row of points of an item.
 * @param instrument the instrument
 * @param index the item
 * @param row 0 to `row_count` - 1
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_item_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_points_describe(smet_instrument_t instrument, size_t index, size_t row,
                                            struct smet_points_info *info);

/**
 * The values of the item's field that a row of points covers, rising.
 * @param instrument the instrument
 * @param index the item
 * @param row the row
 * @param[out] values room for `capacity` values; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 when there is no such row
 * @since 0.1
 */
SMET_API size_t smet_points_values(smet_instrument_t instrument, size_t index, size_t row,
                                   smet_value_t *values, size_t capacity);

/**
 * Describes a band.
 * @param instrument the instrument
 * @param band 0 to `band_count` - 1, rising totals
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_item_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_band_describe(smet_instrument_t instrument, smet_band_t band,
                                          struct smet_band_info *info);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
