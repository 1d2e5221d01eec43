/**
 * @file
 * The words of the library: every enumeration, walked, named and found alike.
 */
#ifndef SACRALMET_TERMS_H
#define SACRALMET_TERMS_H

#include <sacralmet/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup terms Vocabularies
 * @brief Walk every enumeration at run time; names, labels and numbers come
 *        from the library that is running.
 *
 * A vocabulary is one enumeration (fields, instruments, verdicts, ...); a term
 * is one member of it, a number that never changes its meaning. Five functions
 * serve them all, so that a binding can make its enumerations in one loop.
 * The values of a field are walked with smet_value_count() and its neighbours.
 * @{
 */

/** A vocabulary: one of `enum smet_vocabulary`. @since 0.1 */
typedef int32_t smet_vocabulary_t;

/** The vocabularies. @since 0.1 */
enum smet_vocabulary {
    SMET_VOCABULARY_INVALID = -1,        /**< no vocabulary */
    SMET_VOCABULARY_STATUS = 0,          /**< `enum smet_status` */
    SMET_VOCABULARY_FIELD = 1,           /**< `enum smet_field` */
    SMET_VOCABULARY_FIELD_KIND = 2,      /**< `enum smet_field_kind` */
    SMET_VOCABULARY_FIELD_GROUP = 3,     /**< `enum smet_field_group` */
    SMET_VOCABULARY_INSTRUMENT = 4,      /**< `enum smet_instrument` */
    SMET_VOCABULARY_DIRECTION = 5,       /**< `enum smet_direction` */
    SMET_VOCABULARY_FINDING = 6,         /**< `enum smet_finding` */
    SMET_VOCABULARY_TRUTH = 7,           /**< `enum smet_truth` */
    SMET_VOCABULARY_INTERVENTION = 8,    /**< `enum smet_intervention` */
    SMET_VOCABULARY_RULE = 9,            /**< `enum smet_rule` */
    SMET_VOCABULARY_VERDICT = 10,        /**< `enum smet_verdict` */
    SMET_VOCABULARY_GRADE = 11,          /**< `enum smet_grade` */
    SMET_VOCABULARY_SIDE = 12,           /**< `enum smet_side` */
    SMET_VOCABULARY_CONFLICT = 13,       /**< `enum smet_conflict` */
    SMET_VOCABULARY_REFERENCE = 14,      /**< `enum smet_reference` */
    SMET_VOCABULARY_EVIDENCE = 15,       /**< `enum smet_evidence` */
    SMET_VOCABULARY_EVIDENCE_STATUS = 16, /**< `enum smet_evidence_status` */
    SMET_VOCABULARY_DISPUTE = 17,        /**< `enum smet_dispute` */
    SMET_VOCABULARY_VOCABULARY = 18      /**< this one */
};

/**
 * How many terms a vocabulary has.
 * @param vocabulary the vocabulary
 * @return the count; 0 when there is no such vocabulary
 * @since 0.1
 */
SMET_API size_t smet_term_count(smet_vocabulary_t vocabulary);

/**
 * One term of a vocabulary, by position.
 * @param vocabulary the vocabulary
 * @param index 0 to smet_term_count() - 1
 * @return the term's number. Out of range gives the INVALID member, -1.
 * @since 0.1
 */
SMET_API int32_t smet_term_at(smet_vocabulary_t vocabulary, size_t index);

/**
 * The key of a term: the word that stands in JSON, CSV and on the command line.
 * @param vocabulary the vocabulary
 * @param term its number
 * @return a static ASCII string; NULL when there is no such term
 * @since 0.1
 */
SMET_API const char *smet_term_key(smet_vocabulary_t vocabulary, int32_t term);

/**
 * The label of a term, for people.
 * @param vocabulary the vocabulary
 * @param term its number
 * @return a static UTF-8 string; NULL when there is no such term
 * @since 0.1
 */
SMET_API const char *smet_term_label(smet_vocabulary_t vocabulary, int32_t term);

/**
 * The term with a key. Exact: case counts and nothing is trimmed.
 * @param vocabulary the vocabulary
 * @param[in] key UTF-8 text; NULL finds nothing
 * @return the term's number; the INVALID member, -1, when there is none
 * @since 0.1
 */
SMET_API int32_t smet_term_find(smet_vocabulary_t vocabulary, const char *key);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
