/**
 * @file
 * Everything that the library can say of one record.
 */
#ifndef SACRALMET_ASSESSMENT_H
#define SACRALMET_ASSESSMENT_H

#include <sacralmet/pathway.h>
#include <sacralmet/record.h>
#include <sacralmet/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup assessment Assessments
 * @brief Dispositions of every intervention, what is settled, and what would
 *        settle the rest.
 *
 * A verdict is what one rule says of an intervention; its disposition is the
 * strongest verdict among the rules that fire. It may say "recommended" and it
 * may say "contraindicated".
 *
 * An assessment is made once from a record, never changes, and does not need
 * the record any more. Any number of threads may read it.
 *
 * Functions that fill an array write at most `capacity` elements and return how
 * many there are, so that a call with NULL and 0 asks for the count.
 * @{
 */

/** An assessment. Opaque, immutable. @since 0.1 */
typedef struct smet_assessment smet_assessment;

/** Room in the answers below. @since 0.1 */
enum smet_assessment_room {
    SMET_POSSIBLE_MAX = 16, /**< verdicts that a ::smet_disposition can list */
    SMET_NEXT_MAX = 5       /**< facts that smet_assessment_next() gives at most */
};

/**
 * What is known of one intervention. Set `size` to
 * `sizeof(struct smet_disposition)` and the rest to zero before the call.
 * @since 0.1
 */
struct smet_disposition {
    uint32_t size;                              /**< in: the size of this struct in bytes */
    smet_intervention_t intervention;           /**< the intervention */
    smet_verdict_t disposition;                 /**< the strongest verdict among the rules that fire */
    int32_t is_settled;                         /**< 1: no rule that may fire is stronger; else 0 */
    smet_side_t side;                           /**< the side that is named; -1 for none */
    uint32_t possible_count;                    /**< how many of `possible` are filled */
    smet_verdict_t possible[SMET_POSSIBLE_MAX]; /**< the disposition and each stronger verdict that may come, strongest first; -1 behind them */
};

/**
 * One rule that fires or may fire on an intervention. Set `size`; the rest
 * zero.
 * @since 0.1
 */
struct smet_rule_state {
    uint32_t size;          /**< in: the size of this struct in bytes */
    smet_rule_t rule;       /**< the rule */
    smet_verdict_t verdict; /**< what it says */
    smet_truth_t fires;     /**< ::SMET_TRUTH_TRUE fires, ::SMET_TRUTH_UNKNOWN may fire */
    int32_t is_overruled;   /**< 1: it fires, is no caution, and a stronger rule fires too; else 0 */
};

/**
 * A fact that would settle much. Set `size`; the rest zero.
 * @since 0.1
 */
struct smet_next_fact {
    uint32_t size;              /**< in: the size of this struct in bytes */
    smet_field_t field;         /**< the field to find out */
    int32_t may_show_emergency; /**< 1: it could reveal an emergency; else 0 */
};

/**
 * Assesses a record: one allocation.
 * @param[in] record the record; NULL is refused
 * @param[in,out] error may be NULL
 * @return an assessment that the caller owns and gives to
 *         smet_assessment_free(); NULL when refused: ::SMET_ERROR_NULL_ARGUMENT,
 *         ::SMET_ERROR_NO_MEMORY, and of `error` itself ::SMET_ERROR_STRUCT_SIZE
 *         or ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 *
 * Source of the method: Mika and Mesfin 2018; rules combine by Kleene's
 * three-valued logic.
 */
SMET_API smet_assessment *smet_assess(const smet_record *record, struct smet_error *error);

/**
 * Copies an assessment.
 * @param[in] assessment may be NULL
 * @return an assessment that the caller owns and gives to
 *         smet_assessment_free(); NULL when there is no memory or `assessment` is
 *         NULL
 * @since 0.1
 */
SMET_API smet_assessment *smet_assessment_copy(const smet_assessment *assessment);

/**
 * Frees an assessment.
 * @param[in] assessment NULL is fine
 * @since 0.1
 */
SMET_API void smet_assessment_free(smet_assessment *assessment);

/**
 * The record that was assessed, as it was entered.
 * @param[in] assessment the assessment; NULL is refused
 * @return a borrowed record, which lives as long as the assessment and is not
 *         freed; NULL for NULL
 * @since 0.1
 */
SMET_API const smet_record *smet_assessment_record(const smet_assessment *assessment);

/**
 * What is known of one intervention.
 * @param[in] assessment the assessment; NULL is refused
 * @param intervention the intervention
 * @param[in,out] disposition owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_assessment_disposition(const smet_assessment *assessment,
                                                   smet_intervention_t intervention,
                                                   struct smet_disposition *disposition);

/**
 * The fields, still open, that could change the disposition of an intervention,
 * in the order of the record.
 * @param[in] assessment the assessment; NULL is refused
 * @param intervention the intervention
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL
 *         or an unknown intervention, and where the disposition is settled
 * @since 0.1
 */
SMET_API size_t smet_assessment_deciding(const smet_assessment *assessment,
                                         smet_intervention_t intervention, smet_field_t *fields,
                                         size_t capacity);

/**
 * Of the fields of smet_assessment_deciding(), those that could still make it an
 * emergency.
 * @param[in] assessment the assessment; NULL is refused
 * @param intervention the intervention
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return as smet_assessment_deciding()
 * @since 0.1
 */
SMET_API size_t smet_assessment_alarming(const smet_assessment *assessment,
                                         smet_intervention_t intervention, smet_field_t *fields,
                                         size_t capacity);

/**
 * How many interventions there is something to say of.
 * @param[in] assessment the assessment; NULL is refused
 * @return the count; 0 for NULL
 * @since 0.1
 */
SMET_API size_t smet_assessment_disposition_count(const smet_assessment *assessment);

/**
 * What there is to say, in the order of a reader: emergencies; what is ruled
 * out among what would otherwise be offered; what is recommended; options; what
 * is open; the rest. An intervention of which no rule says or may say anything
 * is left out.
 * @param[in] assessment the assessment; NULL is refused
 * @param index 0 to smet_assessment_disposition_count() - 1
 * @param[in,out] disposition owned by the caller, `size` set; NULL is refused
 * @return as smet_assessment_disposition(), and ::SMET_ERROR_INDEX
 * @since 0.1
 */
SMET_API smet_status_t smet_assessment_disposition_at(const smet_assessment *assessment,
                                                      size_t index,
                                                      struct smet_disposition *disposition);

/**
 * The rules that fire or may fire on an intervention, in the order of the rules.
 * @param[in] assessment the assessment; NULL is refused
 * @param intervention the intervention
 * @param[out] rules room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 for NULL or an unknown intervention
 * @since 0.1
 */
SMET_API size_t smet_assessment_rules(const smet_assessment *assessment,
                                      smet_intervention_t intervention, smet_rule_t *rules,
                                      size_t capacity);

/**
 * How a rule stands on an intervention.
 * @param[in] assessment the assessment; NULL is refused
 * @param intervention the intervention
 * @param rule a rule that speaks of it
 * @param[in,out] state owned by the caller, `size` set; NULL is refused
 * @return as smet_assessment_disposition(); ::SMET_ERROR_UNKNOWN_TERM also for a
 *         rule that does not speak of the intervention
 * @since 0.1
 */
SMET_API smet_status_t smet_assessment_rule(const smet_assessment *assessment,
                                            smet_intervention_t intervention, smet_rule_t rule,
                                            struct smet_rule_state *state);

/**
 * The fields that a rule's condition reads and that a linked field narrowed, in
 * the order of the record: what it rests on besides the entered facts.
 * @param[in] assessment the assessment; NULL is refused
 * @param rule the rule
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL
 *         or an unknown rule
 * @since 0.1
 */
SMET_API size_t smet_assessment_rule_derived(const smet_assessment *assessment, smet_rule_t rule,
                                             smet_field_t *fields, size_t capacity);

/**
 * The cautions to show with an intervention: those that fire, where its
 * disposition or a possible one is emergency, recommended or option.
 * @param[in] assessment the assessment; NULL is refused
 * @param intervention the intervention
 * @param[out] rules room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are
 * @since 0.1
 */
SMET_API size_t smet_assessment_cautions(const smet_assessment *assessment,
                                         smet_intervention_t intervention, smet_rule_t *rules,
                                         size_t capacity);

/**
 * What is known of a finding.
 * @param[in] assessment the assessment; NULL is refused
 * @param finding the finding
 * @return a truth; ::SMET_TRUTH_INVALID for NULL or an unknown finding
 * @since 0.1
 */
SMET_API smet_truth_t smet_assessment_finding(const smet_assessment *assessment,
                                              smet_finding_t finding);

/**
 * The score of an instrument, as smet_record_score() gives it.
 * @param[in] assessment the assessment; NULL is refused
 * @param instrument the instrument
 * @param[in,out] score owned by the caller, `size` set; NULL is refused
 * @return as smet_assessment_disposition()
 * @since 0.1
 */
SMET_API smet_status_t smet_assessment_score(const smet_assessment *assessment,
                                             smet_instrument_t instrument,
                                             struct smet_score *score);

/**
 * The values of a field that are still possible once linked fields were
 * applied, rising. A field that contradicts another is taken as unknown.
 * @param[in] assessment the assessment; NULL is refused
 * @param field the field
 * @param[out] values room for `capacity` values; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 for NULL or an unknown field
 * @since 0.1
 */
SMET_API size_t smet_assessment_values(const smet_assessment *assessment, smet_field_t field,
                                       smet_value_t *values, size_t capacity);

/**
 * The fields that narrowed a field, in the order of the record.
 * @param[in] assessment the assessment; NULL is refused
 * @param field the field
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL
 *         or an unknown field, and where none did
 * @since 0.1
 */
SMET_API size_t smet_assessment_derived_from(const smet_assessment *assessment, smet_field_t field,
                                             smet_field_t *fields, size_t capacity);

/**
 * The conflicts of this patient, in order.
 * @param[in] assessment the assessment; NULL is refused
 * @param[out] conflicts room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are
 * @since 0.1
 */
SMET_API size_t smet_assessment_conflicts(const smet_assessment *assessment,
                                          smet_conflict_t *conflicts, size_t capacity);

/**
 * How many groups of entered facts contradict each other.
 * @param[in] assessment the assessment; NULL is refused
 * @return the count; 0 for NULL
 * @since 0.1
 */
SMET_API size_t smet_assessment_inconsistency_count(const smet_assessment *assessment);

/**
 * The fields of one group of facts that contradict each other.
 * @param[in] assessment the assessment; NULL is refused
 * @param index 0 to smet_assessment_inconsistency_count() - 1
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 when there is no such group
 * @since 0.1
 */
SMET_API size_t smet_assessment_inconsistency_fields(const smet_assessment *assessment,
                                                     size_t index, smet_field_t *fields,
                                                     size_t capacity);

/**
 * What is wrong with one group of facts, and what the library does about it.
 * @param[in] assessment the assessment; NULL is refused
 * @param index 0 to smet_assessment_inconsistency_count() - 1
 * @return a static UTF-8 string; NULL when there is no such group
 * @since 0.1
 */
SMET_API const char *smet_assessment_inconsistency_text(const smet_assessment *assessment,
                                                        size_t index);

/**
 * The facts that would settle most, those that could reveal an emergency first;
 * at most ::SMET_NEXT_MAX. The neurological examination stands in place of the
 * many fields that it answers.
 * @param[in] assessment the assessment; NULL is refused
 * @return how many there are; 0 for NULL
 * @since 0.1
 */
SMET_API size_t smet_assessment_next_count(const smet_assessment *assessment);

/**
 * One of the facts that would settle most.
 * @param[in] assessment the assessment; NULL is refused
 * @param index 0 to smet_assessment_next_count() - 1
 * @param[in,out] fact owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_INDEX,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_assessment_next(const smet_assessment *assessment, size_t index,
                                            struct smet_next_fact *fact);

/**
 * The interventions that one of the facts that would settle most bears on, in
 * order.
 * @param[in] assessment the assessment; NULL is refused
 * @param index 0 to smet_assessment_next_count() - 1
 * @param[out] interventions room for `capacity` numbers; may be NULL when that
 *        is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for NULL
 *         and where there is no such fact
 * @since 0.1
 */
SMET_API size_t smet_assessment_next_interventions(const smet_assessment *assessment, size_t index,
                                                   smet_intervention_t *interventions,
                                                   size_t capacity);

/**
 * The instruments that miss one of the facts that would settle most, in order.
 * @param[in] assessment the assessment; NULL is refused
 * @param index 0 to smet_assessment_next_count() - 1
 * @param[out] instruments room for `capacity` numbers; may be NULL when that is
 *        0
 * @param capacity how many fit
 * @return as smet_assessment_next_interventions()
 * @since 0.1
 */
SMET_API size_t smet_assessment_next_instruments(const smet_assessment *assessment, size_t index,
                                                 smet_instrument_t *instruments, size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
