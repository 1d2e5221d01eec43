/**
 * @file
 * Cohorts: columns in, columns out.
 */
#ifndef SACRALMET_COLUMNS_H
#define SACRALMET_COLUMNS_H

#include <sacralmet/pathway.h>
#include <sacralmet/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup columns Cohorts in columns
 * @brief The same answers for millions of patients, at the speed of memory.
 *
 * A cohort is a set of columns of equal length, one a field. A cell is a value
 * of its field, unknown, or one of the sets of values that its column lists.
 * Answers go into the caller's arrays and are those that the one-record calls
 * give: a row is a record in which every known cell was entered with
 * smet_record_set(), or smet_record_narrow() where it names a set.
 *
 * No memory is allocated and no thread started. Rows do not depend on each
 * other: any slice of a table, in any order, gives the same rows, so that the
 * caller can share rows among threads of their own.
 * @{
 */

/** The type of a column's elements: one of `enum smet_element`. @since 0.1 */
typedef int32_t smet_element_t;

/** Types of elements, in the machine's byte order. @since 0.1 */
enum smet_element {
    SMET_ELEMENT_INVALID = -1, /**< none */
    SMET_ELEMENT_INT8 = 0,     /**< signed, 8 bits */
    SMET_ELEMENT_UINT8 = 1,    /**< unsigned, 8 bits */
    SMET_ELEMENT_INT16 = 2,    /**< signed, 16 bits */
    SMET_ELEMENT_UINT16 = 3,   /**< unsigned, 16 bits */
    SMET_ELEMENT_INT32 = 4,    /**< signed, 32 bits */
    SMET_ELEMENT_UINT32 = 5    /**< unsigned, 32 bits */
};

/** Cells that name a set of values. @since 0.1 */
enum smet_set_cell {
    SMET_SET_CELL = 128,    /**< a cell 128 + k names set k of its column */
    SMET_SETS_MAX = 120     /**< sets that a column can have */
};

/**
 * One column. Set `size` to `sizeof(struct smet_column)` and what is not used to
 * zero. Borrowed during the call.
 * @since 0.1
 */
struct smet_column {
    uint32_t size;            /**< the size of this struct in bytes */
    smet_field_t field;       /**< the field; a field may have one column */
    smet_element_t element;   /**< the type of the elements */
    int32_t has_unknown;      /**< 1: `unknown` is the reserved value that means unknown; 0: there is none */
    int64_t unknown;          /**< that value; it may be one that the field never has, such as -1 or 255 */
    const void *values;       /**< the elements, one a row, aligned for their type */
    const uint8_t *validity;  /**< bit i + validity_offset is 1 where row i is known (least significant bit first, as in Arrow); NULL: every row is */
    uint64_t validity_offset; /**< bits before that of the first row */
    uint32_t set_count;       /**< how many sets of values cells may name, at most ::SMET_SETS_MAX; 0: none */
    uint32_t reserved;        /**< zero */
    const uint64_t *sets;     /**< set k is the words 2 k and 2 k + 1, in which bit v is set where value v is possible, v from 0 to 127. Not with signed elements of 8 bits */
    const void *more;         /**< NULL */
};

/** What is said of a row. @since 0.1 */
enum smet_row_status {
    SMET_ROW_STATUS_INVALID = -1, /**< none */
    SMET_ROW_GOOD = 0,            /**< answered */
    SMET_ROW_BAD_CODE = 1         /**< a cell holds no value of its field, or names a set without values or with others; the row has no answer */
};

/** What stands in a row without an answer. @since 0.1 */
enum smet_no_answer {
    SMET_NO_TOTAL = 255,      /**< for a total */
    SMET_NO_DISPOSITION = 255 /**< for a disposition */
};

/**
 * Where the answers of one instrument go. Set `size` to
 * `sizeof(struct smet_score_arrays)`; an array that is not wanted is NULL. Each
 * array has room for every row.
 * @since 0.1
 */
struct smet_score_arrays {
    uint32_t size;     /**< the size of this struct in bytes */
    uint32_t reserved; /**< zero */
    uint8_t *minimum;  /**< least possible total; ::SMET_NO_TOTAL in a bad row */
    uint8_t *maximum;  /**< greatest possible total; ::SMET_NO_TOTAL in a bad row */
    uint8_t *bands;    /**< bit b is set when band b is possible; 0 in a bad row */
    uint8_t *missing;  /**< bit i is set when item i leaves more than one value of points, and more than one total is left; 0 in a bad row */
    uint8_t *status;   /**< `enum smet_row_status` */
};

/**
 * Where dispositions go. Set `size` to `sizeof(struct smet_disposition_arrays)`;
 * an array that is not wanted is NULL. Each array has room for every row.
 * @since 0.1
 */
struct smet_disposition_arrays {
    uint32_t size;                /**< the size of this struct in bytes */
    uint32_t intervention_count;  /**< how many pointers stand in each list below; interventions beyond are not wanted */
    uint8_t *const *dispositions; /**< by intervention: `enum smet_verdict`; ::SMET_NO_DISPOSITION in a bad row */
    uint8_t *const *settled;      /**< by intervention: 1 settled, 0 not, 0 in a bad row; may be NULL */
    uint8_t *status;              /**< `enum smet_row_status`; may be NULL */
};

/**
 * Where goes which rows contradict themselves. Set `size` to
 * `sizeof(struct smet_check_arrays)`; an array that is not wanted is NULL. Each
 * array has room for every row.
 * @since 0.1
 */
struct smet_check_arrays {
    uint32_t size;         /**< the size of this struct in bytes */
    uint32_t reserved;     /**< zero */
    uint8_t *inconsistent; /**< 1 where smet_assessment_inconsistency_count() of the row's assessment is not 0, else 0; 0 in a bad row */
    uint8_t *status;       /**< `enum smet_row_status` */
    uint32_t relation_count;   /**< how many pointers stand in `relations`; relations beyond are not wanted */
    uint32_t check_count;      /**< how many pointers stand in `checks`; checks beyond are not wanted */
    uint8_t *const *relations; /**< by relation, 0 to smet_link_count() - 1: 1 where it cannot hold, else 0; may be NULL, and so may each */
    uint8_t *const *checks;    /**< by check, 0 to smet_check_count() - 1: 1 where it reports something, else 0; may be NULL, and so may each */
};

/**
 * Scores rows with one instrument.
 * @param instrument the instrument
 * @param[in] columns `column_count` columns; one that bears on no item is only
 *        checked for bad codes; may be NULL when that is 0
 * @param column_count how many
 * @param row_count how many rows
 * @param[in] output owned by the caller, `size` set; the arrays that it names
 *        are written; NULL is refused
 * @param[in,out] error may be NULL; names the column's field
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_UNKNOWN_FIELD, ::SMET_ERROR_WRONG_KIND for an element
 *         type that does not exist or cannot name sets, ::SMET_ERROR_TOO_LARGE for
 *         more than ::SMET_SETS_MAX sets, ::SMET_ERROR_DUPLICATE for a field with two
 *         columns, ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL. Refused,
 *         nothing was written. A bad code refuses its row alone.
 * @since 0.1
 */
SMET_API smet_status_t smet_score_columns(smet_instrument_t instrument,
                                          const struct smet_column *const *columns,
                                          size_t column_count, size_t row_count,
                                          const struct smet_score_arrays *output,
                                          struct smet_error *error);

/**
 * Gives the dispositions of rows, for one intervention or for all.
 * @param[in] columns `column_count` columns; may be NULL when that is 0
 * @param column_count how many
 * @param row_count how many rows
 * @param[in] output owned by the caller, `size` set; the arrays that it names
 *        are written; NULL is refused
 * @param[in,out] error may be NULL; names the column's field
 * @return as smet_score_columns()
 * @since 0.1
 */
SMET_API smet_status_t smet_assess_columns(const struct smet_column *const *columns,
                                           size_t column_count, size_t row_count,
                                           const struct smet_disposition_arrays *output,
                                           struct smet_error *error);

/**
 * Finds the rows that hold inconsistencies: facts that contradict each other.
 *
 * Which facts these are, smet_assess() of such a row tells. What a call finds out
 * about combinations of cells it keeps until its end, so that rows cost least
 * where a call has ten thousand or more.
 * @param[in] columns `column_count` columns; may be NULL when that is 0
 * @param column_count how many
 * @param row_count how many rows
 * @param[in] output owned by the caller, `size` set; the arrays that it names
 *        are written; NULL is refused
 * @param[in,out] error may be NULL; names the column's field
 * @return as smet_score_columns()
 * @since 0.1
 */
SMET_API smet_status_t smet_check_columns(const struct smet_column *const *columns,
                                          size_t column_count, size_t row_count,
                                          const struct smet_check_arrays *output,
                                          struct smet_error *error);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
