/**
 * @file
 * Cohorts as Arrow arrays, by the Arrow C Data Interface.
 *
 * Not included by `sacralmet.h`: it defines names that are not this library's.
 */
#ifndef SACRALMET_ARROW_H
#define SACRALMET_ARROW_H

#include <sacralmet/pathway.h>
#include <sacralmet/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup arrow Cohorts as Arrow arrays
 * @brief Tables of an engine or a data frame in, tables of answers out, without
 *        a dependency and, where the columns allow it, without a copy.
 *
 * The structs are those of the Arrow C Data Interface and the Arrow C Stream
 * Interface, under the guards that the specification asks for, so that any
 * other header that has them can be included too.
 *
 * **In** comes a struct array (format `+s`): a record batch. A child whose name
 * is the key of a field is that field's column; other children are not looked
 * at. A cell that is null is unknown, and in a row whose struct is null every
 * cell is unknown. What a column may hold:
 *
 * | Format                        | Cells                                        |
 * | ----------------------------- | -------------------------------------------- |
 * | `c` `C` `s` `S` `i` `I` `l` `L` | the integer itself, or the option's number |
 * | `b`                           | a yes/no field: 0 no, 1 yes                   |
 * | `u` `U` `vu`                  | the key of the value, such as `mechanical`    |
 * | any integer, with a dictionary of `u`, `U` or `vu` | the same                 |
 * | `n`                           | nothing is known                              |
 *
 * Integers of 32 bits and less are read where they lie, unless structs can be
 * null; other columns are read a block of rows at a time. Any other format is
 * refused, with a message that begins with the column's name. What no value of
 * the field is (a number, a key, an index beyond the dictionary) is a bad code:
 * its row has no answer, the others have theirs.
 *
 * **Out** comes a struct array; none of its rows is null. Its last child is the
 * rows' status, and in a row with a bad code every other child is null. Scores
 * have these children, for an instrument whose key is KEY:
 *
 * | Child         | Format | Cells                                                |
 * | ------------- | ------ | ---------------------------------------------------- |
 * | `KEY_min`     | `C`    | least possible total                                  |
 * | `KEY_max`     | `C`    | greatest possible total                               |
 * | `KEY_bands`   | `C`    | bit b is set when band b is possible                  |
 * | `KEY_missing` | `C`    | bit i is set when item i leaves more than one value of points, and more than one total is left |
 * | `status`      | `C`    | `enum smet_row_status`; never null                    |
 *
 * Dispositions have two children for each intervention, whose key is KEY:
 *
 * | Child         | Format | Cells                                                |
 * | ------------- | ------ | ---------------------------------------------------- |
 * | `KEY`         | `c`, with a dictionary of `u` | the key of the disposition    |
 * | `KEY_settled` | `b`    | whether nothing that is unknown can change it         |
 * | `status`      | `C`    | as above                                              |
 *
 * The dictionary has the keys of all verdicts by rising number. It is not marked
 * as ordered: what prevails over what is no order of merit.
 *
 * Answers are those of smet_score_columns() and smet_assess_columns(). The
 * interface does not say how large buffers are: an array that lies about its
 * length cannot be found out.
 * @{
 */

#ifndef ARROW_C_DATA_INTERFACE
/** Guards the structs of the Arrow C Data Interface. */
#define ARROW_C_DATA_INTERFACE

/** The order of a dictionary's entries means something. */
#define ARROW_FLAG_DICTIONARY_ORDERED 1
/** The column may have nulls. */
#define ARROW_FLAG_NULLABLE 2
/** A map's keys are sorted. */
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** The type of an array, as the Arrow C Data Interface has it. */
struct ArrowSchema {
    const char *format;              /**< the type, as a format string */
    const char *name;                /**< the column's name; may be NULL */
    const char *metadata;            /**< in the specification's encoding; may be NULL */
    int64_t flags;                   /**< of `ARROW_FLAG_...` */
    int64_t n_children;              /**< how many children */
    struct ArrowSchema **children;   /**< the children's types */
    struct ArrowSchema *dictionary;  /**< the type of the dictionary's entries; NULL: none */
    void (*release)(struct ArrowSchema *); /**< frees it; NULL: it was released */
    void *private_data;              /**< the producer's own */
};

/** The cells of an array, as the Arrow C Data Interface has it. */
struct ArrowArray {
    int64_t length;                 /**< how many cells */
    int64_t null_count;             /**< how many are null; -1: not counted */
    int64_t offset;                 /**< cells in the buffers before the first */
    int64_t n_buffers;              /**< how many buffers */
    int64_t n_children;             /**< how many children */
    const void **buffers;           /**< the first is the validity bitmap, where the type has one */
    struct ArrowArray **children;   /**< the children */
    struct ArrowArray *dictionary;  /**< the dictionary's entries; NULL: none */
    void (*release)(struct ArrowArray *); /**< frees it; NULL: it was released */
    void *private_data;             /**< the producer's own */
};
#endif

#ifndef ARROW_C_STREAM_INTERFACE
/** Guards the struct of the Arrow C Stream Interface. */
#define ARROW_C_STREAM_INTERFACE

/** A source of arrays of one type, as the Arrow C Stream Interface has it. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out); /**< gives the type; 0 or an errno */
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out); /**< gives the next array, a released one at the end; 0 or an errno */
    const char *(*get_last_error)(struct ArrowArrayStream *); /**< what was wrong with the last call; may be NULL */
    void (*release)(struct ArrowArrayStream *); /**< frees it; NULL: it was released */
    void *private_data; /**< the producer's own */
};
#endif

/**
 * Scores the rows of a struct array with one instrument.
 * @param instrument the instrument
 * @param[in] schema the type of `array`; borrowed, never released here; NULL is
 *        refused
 * @param[in] array the rows; borrowed, never released here; NULL is refused
 * @param[out] out_schema where the type of the answers goes, owned by the
 *        caller, who calls its `release`; NULL where it is not wanted
 * @param[out] out_array where the answers go, owned by the caller, who calls
 *        its `release`; they share nothing with `array`. What both held before
 *        is not looked at; NULL is refused
 * @param[in,out] error may be NULL; names the column's field
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT (also for a buffer that is
 *         missing), ::SMET_ERROR_UNKNOWN_TERM, ::SMET_ERROR_WRONG_KIND for a
 *         format that cannot be read and for an array that does not fit its
 *         schema or was released, ::SMET_ERROR_OUT_OF_RANGE for a length or an
 *         offset that cannot be, ::SMET_ERROR_DUPLICATE for a field with two
 *         columns, ::SMET_ERROR_NO_MEMORY, ::SMET_ERROR_STRUCT_SIZE,
 *         ::SMET_ERROR_STRUCT_TAIL. Refused, nothing was written
 * @since 0.1
 */
SMET_API smet_status_t smet_score_arrow(smet_instrument_t instrument,
                                        const struct ArrowSchema *schema,
                                        const struct ArrowArray *array,
                                        struct ArrowSchema *out_schema,
                                        struct ArrowArray *out_array, struct smet_error *error);

/**
 * Makes a stream that scores the struct arrays of another, one for one, as they
 * are asked for.
 *
 * A batch that cannot be scored is an error of the stream's `get_next`: EINVAL,
 * or ENOMEM, and its `get_last_error` says why; an error of `input` is handed
 * on. The stream is used by one thread at a time.
 * @param instrument the instrument
 * @param[in,out] input the stream that is read; NULL is refused. It is moved
 *        into `output`: its `release` is then NULL, and releasing `output`
 *        releases it. Refused, it stays with the caller, and its schema may
 *        have been asked for
 * @param[out] output where the new stream goes, owned by the caller, who calls
 *        its `release`; NULL is refused. What it held before is not looked at
 * @param[in,out] error may be NULL; names the column's field
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_WRONG_KIND for a format that cannot be read, and for a
 *         stream that was released or gives no schema, ::SMET_ERROR_DUPLICATE
 *         for a field with two columns, ::SMET_ERROR_NO_MEMORY,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL. Refused, nothing
 *         was written
 * @since 0.1
 */
SMET_API smet_status_t smet_score_arrow_stream(smet_instrument_t instrument,
                                               struct ArrowArrayStream *input,
                                               struct ArrowArrayStream *output,
                                               struct smet_error *error);

/**
 * Gives the dispositions of the rows of a struct array.
 * @param[in] interventions `intervention_count` of them, those that are wanted,
 *        each once, in the order in which they shall come; NULL: every one, in
 *        the order of their numbers
 * @param intervention_count how many; 0 where `interventions` is NULL
 * @param[in] schema the type of `array`; borrowed, never released here; NULL is
 *        refused
 * @param[in] array the rows; borrowed, never released here; NULL is refused
 * @param[out] out_schema as in smet_score_arrow()
 * @param[out] out_array as in smet_score_arrow()
 * @param[in,out] error may be NULL; names the column's field
 * @return as smet_score_arrow(); ::SMET_ERROR_UNKNOWN_TERM for an intervention
 *         that does not exist, ::SMET_ERROR_DUPLICATE for one asked for twice
 * @since 0.1
 */
SMET_API smet_status_t smet_assess_arrow(const smet_intervention_t *interventions,
                                         size_t intervention_count,
                                         const struct ArrowSchema *schema,
                                         const struct ArrowArray *array,
                                         struct ArrowSchema *out_schema,
                                         struct ArrowArray *out_array, struct smet_error *error);

/**
 * Makes a stream that gives the dispositions of the rows of another's struct
 * arrays, one array for one, as they are asked for.
 *
 * What smet_score_arrow_stream() says of errors and of `input` holds here too.
 * @param[in] interventions as in smet_assess_arrow(); not looked at after the
 *        call
 * @param intervention_count as in smet_assess_arrow()
 * @param[in,out] input the stream that is read; moved into `output`, unless
 *        refused; NULL is refused
 * @param[out] output where the new stream goes, owned by the caller, who calls
 *        its `release`; NULL is refused. What it held before is not looked at
 * @param[in,out] error may be NULL; names the column's field
 * @return as smet_score_arrow_stream(); ::SMET_ERROR_UNKNOWN_TERM for an
 *         intervention that does not exist, ::SMET_ERROR_DUPLICATE for one asked
 *         for twice
 * @since 0.1
 */
SMET_API smet_status_t smet_assess_arrow_stream(const smet_intervention_t *interventions,
                                                size_t intervention_count,
                                                struct ArrowArrayStream *input,
                                                struct ArrowArrayStream *output,
                                                struct smet_error *error);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
