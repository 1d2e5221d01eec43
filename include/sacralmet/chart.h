/**
 * @file
 * Charts: FHIR R4 resources in, facts with their provenance out. Needs
 * libsacralmet-exchange.
 */
#ifndef SACRALMET_CHART_H
#define SACRALMET_CHART_H

#include <sacralmet/record.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup chart Charts
 * @brief What FHIR R4 resources say of one patient, and where each fact stands.
 *
 * A chart gathers facts of one patient from Bundles, single resources, and the
 * prefetch of CDS Hooks requests. Each fact keeps the resource and the path that
 * it was read from, also the facts that do not count, with the reason. What no
 * resource says stays unknown: nothing is read from an absence.
 *
 * **What never counts**: resources of another patient, or of a subject that cannot
 * be told; an Observation or QuestionnaireResponse that is cancelled, in error or
 * not yet filled; a Condition that is in error, refuted or unconfirmed, or no
 * longer active where the fact must hold now; a Procedure that was not completed;
 * what has a modifier extension. The library's own answers are not facts: they
 * are passed over.
 *
 * **What counts when facts of one field differ**, in this order:
 * 1. Of one resource that was read more than once, the version updated last, else
 *    read last.
 * 2. Of Observations and answers of questionnaires, a fact is superseded where
 *    another one certainly follows it in effective time. Times that overlap (two
 *    of one day, a month and a day within it) or that are not said follow
 *    nothing. What is left narrows the field together; where nothing would be
 *    left, any may be true, and the field is left with all of them.
 * 3. Conditions, Procedures and the birth date last: they narrow the field
 *    further, whatever their dates. Where nothing would be left, what was said
 *    certainly before a Condition began (or was recorded, where its onset is not
 *    said) or a Procedure was done is superseded; the birth date outranks a stated
 *    age; and of what is still at odds any may be true.
 * 4. A chart may hold several primary cancers and bone metastases at several
 *    levels. Any of them may be the one that is asked for, so the field is left
 *    with all, unless facts of step 2 tell which, or every bone metastasis names
 *    its primary (by FHIR's extension `condition-related`).
 * 5. A Condition of cauda equina syndrome or of a sacral fracture that is
 *    unconfirmed, or does not say that it is active, never says "yes"; but what
 *    others say to the contrary is taken back to unknown.
 * @{
 */

/** Limits. @since 0.1 */
enum smet_chart_limit {
    SMET_CHART_TEXT_MAX = 67108864,  /**< the longest text that one call reads, in bytes */
    SMET_CHART_FACTS_MAX = 1000000,  /**< how many facts a chart holds */
    SMET_CHART_DEPTH_MAX = 64        /**< how deep Bundles and the items of questionnaires nest */
};

/* --- codes of a site ------------------------------------------------------- */

/**
 * More codes that stand for facts, such as those of a system that a site has a
 * licence for. Opaque; immutable once read.
 * @since 0.1
 */
typedef struct smet_code_map smet_code_map;

/**
 * Reads a map of codes.
 *
 * It is a JSON object whose `codes` lists objects with
 * - `system` and `code`: the site's;
 * - `carrier`, where the code stands: `condition` (Condition.code), `body_site` (of a
 *   Condition or Procedure), `observation` (the code of an Observation or of its
 *   component), `answer` (a coded value of an Observation or an answer of a
 *   questionnaire), `procedure` (Procedure.code);
 * - either `same_as`, an object with the `system` and `code` of a code that the
 *   library knows, or `facts`, an object of field keys to cells, as in a CSV file.
 *   An `observation` has `same_as`, an `answer` either.
 *
 * The library's own codes win over those of a map. Other keys that are allowed and
 * ignored: `notice` beside `codes`, `display` within, and keys that begin with `_`.
 * @param[in] text `length` bytes of UTF-8; need not end with NUL; NULL is
 *        refused
 * @param length its length in bytes, at most ::SMET_CHART_TEXT_MAX
 * @param[in,out] error may be NULL; the message begins with the path of what
 *        was wrong
 * @return a map that the caller owns and gives to smet_code_map_free(); NULL when
 *         refused: ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_SYNTAX,
 *         ::SMET_ERROR_ENCODING, ::SMET_ERROR_DUPLICATE for a key or a code that
 *         stands twice, ::SMET_ERROR_TOO_LARGE, ::SMET_ERROR_UNKNOWN_TERM for a
 *         carrier, for a key and for a code that `same_as` names and the library
 *         does not know, ::SMET_ERROR_WRONG_KIND, ::SMET_ERROR_NO_MEMORY, of
 *         `facts` those of smet_record_set_text(), and of `error` itself
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_code_map *smet_code_map_read_json(const char *text, size_t length,
                                                struct smet_error *error);

/**
 * Frees a map of codes.
 * @param[in] map NULL is fine; no chart that uses it may be read into
 *        afterwards
 * @since 0.1
 */
SMET_API void smet_code_map_free(smet_code_map *map);

/* --- charts ---------------------------------------------------------------- */

/** What FHIR says of one patient. Opaque. @since 0.1 */
typedef struct smet_chart smet_chart;

/**
 * How a chart is read. Set `size` to `sizeof(struct smet_chart_options)` and what is
 * not used to zero.
 * @since 0.1
 */
struct smet_chart_options {
    uint32_t size;               /**< the size of this struct in bytes */
    uint32_t reserved;           /**< zero */
    const char *patient;         /**< the patient's id, as `p1` or `Patient/p1`, or a URN; NULL: the one that a CDS Hooks request names, else the only one that the resources name. Copied */
    const char *evaluation_date; /**< `YYYY-MM-DD`; NULL: no age is read from a birth date. Copied */
    const smet_code_map *codes;  /**< more codes; borrowed until the chart is freed; NULL: none */
};

/**
 * Makes an empty chart.
 * @param[in] options NULL: none
 * @param[in,out] error may be NULL
 * @return a chart that the caller owns and gives to smet_chart_free(); NULL when
 *         refused: ::SMET_ERROR_SYNTAX for a date that is none or an empty id,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL,
 *         ::SMET_ERROR_NO_MEMORY
 * @since 0.1
 */
SMET_API smet_chart *smet_chart_new(const struct smet_chart_options *options,
                                    struct smet_error *error);

/**
 * Frees a chart and every text that it gave.
 * @param[in] chart NULL is fine
 * @since 0.1
 */
SMET_API void smet_chart_free(smet_chart *chart);

/**
 * Reads a FHIR R4 Bundle, a single resource, a CDS Hooks request or its prefetch
 * object, in JSON. May be called again, for the pages of a search. Resources that
 * say nothing of any field are passed over; entries that are null, empty searches
 * and OperationOutcomes are fine.
 * @param[in,out] chart a chart; NULL is refused. Refused, it is as it was
 * @param[in] text `length` bytes of UTF-8; need not end with NUL; NULL is
 *        refused
 * @param length its length in bytes, at most ::SMET_CHART_TEXT_MAX
 * @param[in,out] error may be NULL; line and column are set for what is no
 *        JSON, else the message begins with the path of what was wrong
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_SYNTAX,
 *         ::SMET_ERROR_ENCODING, ::SMET_ERROR_TOO_LARGE, ::SMET_ERROR_WRONG_KIND
 *         for JSON that is none of the above, or an element of a resource with
 *         the wrong type of JSON; ::SMET_ERROR_DUPLICATE where no patient was
 *         named and the resources are of more than one, or a key stands twice in
 *         an object; ::SMET_ERROR_NO_MEMORY, and of `error` itself
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_chart_read_fhir(smet_chart *chart, const char *text, size_t length,
                                            struct smet_error *error);

/**
 * The record that the facts which count give.
 * @param[in] chart the chart; NULL is refused
 * @return the chart's own record, borrowed: good until the chart is read into
 *         again or freed; NULL for NULL
 * @since 0.1
 */
SMET_API const smet_record *smet_chart_record(const smet_chart *chart);

/**
 * The patient that the chart is of.
 * @param[in] chart the chart; NULL is refused
 * @return the id without `Patient/`, or a URN where the patient has no id;
 *         borrowed: good until the chart is freed. NULL where no resource named
 *         one yet, and for NULL
 * @since 0.1
 */
SMET_API const char *smet_chart_patient(const smet_chart *chart);

/* --- facts ----------------------------------------------------------------- */

/** Whether a fact counts: one of `enum smet_fact_use`. @since 0.1 */
typedef int32_t smet_fact_use_t;

/** Whether a fact counts, and if not, why. @since 0.1 */
enum smet_fact_use {
    SMET_FACT_INVALID = -1,      /**< none */
    SMET_FACT_USED = 0,          /**< it counts */
    SMET_FACT_SUPERSEDED = 1,    /**< a later one of the same field counts, or a later version of the resource */
    SMET_FACT_DISAGREES = 2,     /**< it counts as one of several that cannot all be true: any may be */
    SMET_FACT_YIELDS = 3,        /**< facts that outrank it say otherwise */
    SMET_FACT_WRONG_STATUS = 4,  /**< in error, refuted, unconfirmed, cancelled, resolved, not carried out */
    SMET_FACT_OTHER_PATIENT = 5, /**< of another patient, or nobody can tell of whom */
    SMET_FACT_UNREADABLE = 6     /**< a code that is known, without what the field needs: a value that it can have, a site */
};

/**
 * One fact of a chart. Set `size` to `sizeof(struct smet_chart_fact)` before a call
 * fills it. Texts belong to the chart and are good until it is freed; none is
 * NULL, "" stands for "not said".
 * @since 0.1
 */
struct smet_chart_fact {
    uint32_t size;         /**< the size of this struct in bytes */
    smet_field_t field;    /**< the field */
    smet_fact_use_t use;   /**< whether it counts */
    int32_t is_mapping;    /**< 1: a decision of ours lies between the code and the field; `note` says which */
    const char *value;     /**< what it says is possible, as a cell: `3`, `50..70`, `removable|unremovable` */
    const char *resource;  /**< the resource: `Observation/ecog-1`, else its full URL, else its path */
    const char *path;      /**< where it stands, in FHIRPath: `Bundle.entry[3].resource.value`; from a prefetch `prefetch.key.entry[0].resource.value` */
    const char *system;    /**< the system of the code that was read */
    const char *code;      /**< the code that was read */
    const char *effective; /**< its effective time, as it stands */
    const char *note;      /**< why it does not count, or counts only as one of several; else the mapping, in words */
};

/**
 * How many facts a chart has, those that do not count included.
 * @param[in] chart the chart; NULL is refused
 * @return the count
 * @since 0.1
 */
SMET_API size_t smet_chart_fact_count(const smet_chart *chart);

/**
 * One fact; they stand in the order of the fields, within a field in the order in
 * which they were read.
 * @param[in] chart the chart; NULL is refused
 * @param index from 0
 * @param[in,out] fact owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_INDEX,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_chart_fact(const smet_chart *chart, size_t index,
                                       struct smet_chart_fact *fact);

/**
 * Writes a chart as JSON: `patient`, `record`, and `facts` with what
 * ::smet_chart_fact has; `use` is a word: `used`, `superseded`, `disagrees`, `yields`,
 * `wrong_status`, `other_patient`, `unreadable`.
 * @param[in] chart the chart; NULL is refused
 * @param style one of `enum smet_json_style`
 * @param[out] text room for `capacity` bytes; may be NULL when that is 0
 * @param capacity how many bytes fit, the ending NUL included
 * @return the length of the whole text; 0 when refused or out of memory
 * @since 0.1
 */
SMET_API size_t smet_chart_write_json(const smet_chart *chart, int32_t style, char *text,
                                      size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
