/**
 * @file
 * Answers as FHIR R4 Bundles and as CDS Hooks cards, and the definitions that
 * they use. Needs libsacralmet-exchange.
 */
#ifndef SACRALMET_FHIR_H
#define SACRALMET_FHIR_H

#include <sacralmet/assessment.h>
#include <sacralmet/chart.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup fhir FHIR and CDS Hooks
 * @brief What an EHR can file, show, and build its forms from.
 *
 * Every function here writes as those of @ref exchange do: into the caller's
 * buffer, cut where it does not fit, with the length of the whole text returned,
 * and the same bytes for the same input.
 *
 * The answers give options with their sources, never orders. A build made with
 * `-Drecommendations=false` writes scores alone, whatever the options say.
 * @{
 */

/** How much of an answer is written. @since 0.1 */
enum smet_answer {
    SMET_ANSWER_INVALID = -1, /**< none */
    SMET_ANSWER_FULL = 0,     /**< everything */
    SMET_ANSWER_SCORES = 1    /**< scores and facts that contradict each other, without recommendations */
};

/**
 * How an answer is written. Set `size` to `sizeof(struct smet_answer_options)` and
 * what is not used to zero.
 * @since 0.1
 */
struct smet_answer_options {
    uint32_t size;       /**< the size of this struct in bytes */
    int32_t style;       /**< one of `enum smet_json_style`, of exchange.h */
    int32_t answer;      /**< one of `enum smet_answer` */
    uint32_t reserved;   /**< zero */
    const char *patient; /**< the patient's id, as `p1` or `Patient/p1`; NULL: the chart's, and where there is none, a reference without an id */
    const char *date;    /**< when the answer was given, a FHIR dateTime with a zone, or a date; NULL: not said */
};

/**
 * Writes an answer as one FHIR R4 Bundle of type `collection`.
 *
 * It holds, the urgent first, a DetectedIssue for what is an emergency and for what
 * may still be one, for each contraindication and conflict, and for facts that
 * contradict each other; an Observation for each score, with its items as
 * components; a RiskAssessment for each prognosis that a score gives, with a range of
 * months where the score's source has one and without a probability; a
 * GuidanceResponse, whose status and data requirements say what would settle the
 * answer; the Parameters that it puts out, with every intervention of which there is
 * something to say, and the rules, grades and sources behind it; a Parameters with
 * the record and the facts that it was made of, each with the resource and the path
 * that it was read from; and the Device that gives it, with the versions of library
 * and content. As ::SMET_ANSWER_SCORES, only Observations, facts that contradict each
 * other, the Parameters with the facts, and the Device are left. Facts of other
 * patients are never written. doc/fhir.md shows how to read it.
 * @param[in] assessment the assessment; NULL is refused
 * @param[in] chart where its facts came from; NULL: the facts are those of the
 *        assessment's record, without provenance
 * @param[in] options NULL: all zero
 * @param[out] text room for `capacity` bytes; may be NULL when that is 0
 * @param capacity how many bytes fit, the ending NUL included
 * @return the length of the whole text; 0 when refused (no assessment, a style, an
 *         answer, a date or an id that is none, a patient who is not the chart's, a
 *         struct's size or tail) or out of memory
 * @since 0.1
 */
SMET_API size_t smet_assessment_write_fhir(const smet_assessment *assessment,
                                           const smet_chart *chart,
                                           const struct smet_answer_options *options, char *text,
                                           size_t capacity);

/**
 * Writes an answer as a CDS Hooks response: one card a decision, the most urgent
 * first; `"cards": []` where there is nothing to say.
 * @param[in] assessment the assessment; NULL is refused
 * @param[in] chart where its facts came from; may be NULL
 * @param[in] options NULL: all zero
 * @param[out] text as for smet_assessment_write_fhir()
 * @param capacity as for smet_assessment_write_fhir()
 * @return as smet_assessment_write_fhir()
 * @since 0.1
 */
SMET_API size_t smet_assessment_write_cards(const smet_assessment *assessment,
                                            const smet_chart *chart,
                                            const struct smet_answer_options *options, char *text,
                                            size_t capacity);

/**
 * How many definitions there are: code systems, value sets, questionnaires and
 * libraries of CQL, all made from the library's description of itself.
 * @return the count
 * @since 0.1
 */
SMET_API size_t smet_definition_count(void);

/**
 * The file name of a definition, such as `Questionnaire-sins.json`; one that ends in
 * `.cql` is CQL, the others are FHIR R4 in JSON.
 * @param index from 0
 * @return a static ASCII string; NULL when there is no such definition
 * @since 0.1
 */
SMET_API const char *smet_definition_name(size_t index);

/**
 * Writes a definition.
 * @param index from 0
 * @param style one of `enum smet_json_style`; CQL has one style
 * @param[out] text as for smet_assessment_write_fhir()
 * @param capacity as for smet_assessment_write_fhir()
 * @return the length of the whole text; 0 when refused or out of memory
 * @since 0.1
 */
SMET_API size_t smet_definition_write(size_t index, int32_t style, char *text, size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
