/**
 * @file
 * What the library knows of management: findings, interventions, rules,
 * verdicts and conflicts.
 */
#ifndef SACRALMET_PATHWAY_H
#define SACRALMET_PATHWAY_H

#include <sacralmet/fields.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup pathway Findings, interventions and rules
 * @brief The review's statements, as rules that can be read and walked.
 *
 * An intervention is a thing that can be done. A finding is a condition with a
 * name. A rule is a condition, a verdict on one or more interventions, a
 * rationale, references, its place in the review, and a grade. Rules give
 * options with their sources, never orders.
 *
 * A *verdict* is what one rule says of an intervention; "recommended" is one of
 * the verdicts. A *disposition* is the strongest verdict among the rules that
 * fire on an intervention: what an assessment says of it.
 *
 * Not covered, because the review says nothing of it: radiosensitivity by
 * histology, steroids, analgesics, bone-modifying and systemic drugs, dose
 * constraints, how long a deficit has lasted, repeat conventional irradiation,
 * complete long-standing paralysis, sacrifice of roots, and frameworks such as
 * NOMS and LMNOP.
 * @{
 */

/** A finding: one of `enum smet_finding`. @since 0.1 */
typedef int32_t smet_finding_t;
/** A rule: one of `enum smet_rule`. @since 0.1 */
typedef int32_t smet_rule_t;
/** A conflict that an answer names: one of `enum smet_conflict`. @since 0.1 */
typedef int32_t smet_conflict_t;
/** What is known of a condition: one of `enum smet_truth`. @since 0.1 */
typedef int32_t smet_truth_t;
/** What a rule says of an intervention: one of `enum smet_verdict`. @since 0.1 */
typedef int32_t smet_verdict_t;
/** How well a rule is grounded: one of `enum smet_grade`. @since 0.1 */
typedef int32_t smet_grade_t;
/** A side of the body: one of `enum smet_side`. @since 0.1 */
typedef int32_t smet_side_t;

/** What is known of a condition, over all patients that a record allows. @since 0.1 */
enum smet_truth {
    SMET_TRUTH_INVALID = -1, /**< none */
    SMET_TRUTH_FALSE = 0,    /**< false for every one of them */
    SMET_TRUTH_TRUE = 1,     /**< true for every one of them */
    SMET_TRUTH_UNKNOWN = 2   /**< not known */
};

/**
 * The verdicts: a greater number is stronger. The strongest among the rules
 * that fire is the disposition.
 * @since 0.1
 */
enum smet_verdict {
    SMET_VERDICT_INVALID = -1,        /**< none */
    SMET_VERDICT_NO_RULE = 0,         /**< no rule fires; a disposition only */
    SMET_VERDICT_CAUTION = 10,        /**< stands beside any other; never a disposition */
    SMET_VERDICT_OPTION = 20,         /**< can be considered */
    SMET_VERDICT_RECOMMENDED = 30,    /**< the source recommends it */
    SMET_VERDICT_NOT_RECOMMENDED = 40, /**< the source advises against it, or not yet */
    SMET_VERDICT_CONTRAINDICATED = 50, /**< the source excludes it */
    SMET_VERDICT_OUT_OF_SCOPE = 60,   /**< the review says nothing of such a patient */
    SMET_VERDICT_EMERGENCY = 70       /**< the review treats this as a surgical emergency; a clinician must assess at once */
};

/** The grades of a rule. @since 0.1 */
enum smet_grade {
    SMET_GRADE_INVALID = -1,       /**< none */
    SMET_GRADE_REVIEW = 0,         /**< a statement of the review */
    SMET_GRADE_SERIES = 1,         /**< case series, as the review reports them */
    SMET_GRADE_EXPERT = 2,         /**< the practice of the review's senior author */
    SMET_GRADE_INSTRUMENT = 3,     /**< comes with a score */
    SMET_GRADE_INTERPRETATION = 4  /**< our reading beyond the review's words; the rationale says what was added */
};

/** The sides. @since 0.1 */
enum smet_side {
    SMET_SIDE_INVALID = -1, /**< none */
    SMET_SIDE_LEFT = 0,     /**< the patient's left */
    SMET_SIDE_RIGHT = 1     /**< the patient's right */
};

/** The findings, in the order of the pathway. @since 0.1 */
enum smet_finding {
    SMET_FINDING_INVALID = -1, /**< none */
    SMET_FINDING_CAUDA_EQUINA = 0, /**< cauda equina */
    SMET_FINDING_SPHINCTER_LOSS = 1, /**< sphincter loss */
    SMET_FINDING_EARLY_CAUDA_EQUINA_SIGNS = 2, /**< early cauda equina signs */
    SMET_FINDING_NEUROLOGICAL_EMERGENCY = 3, /**< neurological emergency */
    SMET_FINDING_NEUROLOGICAL_DEFICIT = 4, /**< neurological deficit */
    SMET_FINDING_EPIDURAL_DISEASE = 5, /**< epidural disease */
    SMET_FINDING_NERVE_ROOT_COMPRESSION = 6, /**< nerve root compression */
    SMET_FINDING_ROOT_COMPRESSION_SYMPTOMATIC = 7, /**< root compression symptomatic */
    SMET_FINDING_SACRAL_LESION = 8, /**< sacral lesion */
    SMET_FINDING_UPPER_SACRAL = 9, /**< upper sacral */
    SMET_FINDING_STABLE = 10, /**< stable */
    SMET_FINDING_POTENTIALLY_UNSTABLE = 11, /**< potentially unstable */
    SMET_FINDING_UNSTABLE = 12, /**< unstable */
    SMET_FINDING_INSTABILITY = 13, /**< instability */
    SMET_FINDING_IRRADIATED = 14, /**< irradiated */
    SMET_FINDING_FAILED_RADIOTHERAPY = 15, /**< failed radiotherapy */
    SMET_FINDING_PAIN_PRESENT = 16, /**< pain present */
    SMET_FINDING_VASCULAR_TUMOR = 17, /**< vascular tumor */
    SMET_FINDING_ISOLATED_METASTASIS = 18, /**< isolated metastasis */
    SMET_FINDING_DECOMPRESSION_INDICATED = 19, /**< decompression indicated */
    SMET_FINDING_FIXATION_INDICATED = 20, /**< fixation indicated */
    SMET_FINDING_OPERATION_INDICATED = 21, /**< operation indicated */
    SMET_FINDING_SURGERY_INDICATED = 22 /**< surgery indicated */
};

/** The interventions, in the order of every answer. @since 0.1 */
enum smet_intervention {
    SMET_INTERVENTION_INVALID = -1, /**< none */
    SMET_INTERVENTION_URGENT_DECOMPRESSION = 0, /**< urgent decompression */
    SMET_INTERVENTION_URGENT_SURGICAL_EVALUATION = 1, /**< urgent surgical evaluation */
    SMET_INTERVENTION_SURGICAL_CONSULTATION = 2, /**< surgical consultation */
    SMET_INTERVENTION_METASTASIS_PATHWAY = 3, /**< metastasis pathway */
    SMET_INTERVENTION_MRI_WITH_AND_WITHOUT_CONTRAST = 4, /**< mri with and without contrast */
    SMET_INTERVENTION_CT = 5, /**< ct */
    SMET_INTERVENTION_CT_GUIDED_BIOPSY = 6, /**< ct guided biopsy */
    SMET_INTERVENTION_OPEN_BIOPSY = 7, /**< open biopsy */
    SMET_INTERVENTION_INTRAOPERATIVE_BIOPSY = 8, /**< intraoperative biopsy */
    SMET_INTERVENTION_BIOPSY_CULTURES = 9, /**< biopsy cultures */
    SMET_INTERVENTION_CONVENTIONAL_RADIOTHERAPY = 10, /**< conventional radiotherapy */
    SMET_INTERVENTION_STEREOTACTIC_RADIOSURGERY = 11, /**< stereotactic radiosurgery */
    SMET_INTERVENTION_LAMINECTOMY = 12, /**< laminectomy */
    SMET_INTERVENTION_LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION = 13, /**< laminectomy with lumbopelvic fixation */
    SMET_INTERVENTION_UNILATERAL_LUMBOPELVIC_FIXATION = 14, /**< unilateral lumbopelvic fixation */
    SMET_INTERVENTION_LUMBOPELVIC_STABILIZATION_EVALUATION = 15, /**< lumbopelvic stabilization evaluation */
    SMET_INTERVENTION_PALLIATIVE_SURGERY = 16, /**< palliative surgery */
    SMET_INTERVENTION_EN_BLOC_RESECTION = 17, /**< en bloc resection */
    SMET_INTERVENTION_NONOPERATIVE_CARE = 18, /**< nonoperative care */
    SMET_INTERVENTION_SUPPORTIVE_CARE = 19, /**< supportive care */
    SMET_INTERVENTION_SACROPLASTY = 20, /**< sacroplasty */
    SMET_INTERVENTION_RADIOFREQUENCY_ABLATION = 21, /**< radiofrequency ablation */
    SMET_INTERVENTION_ABLATION_WITH_CEMENT = 22, /**< ablation with cement */
    SMET_INTERVENTION_PALLIATIVE_EMBOLIZATION = 23, /**< palliative embolization */
    SMET_INTERVENTION_PREOPERATIVE_EMBOLIZATION = 24, /**< preoperative embolization */
    SMET_INTERVENTION_AORTIC_BALLOON_OCCLUSION = 25, /**< aortic balloon occlusion */
    SMET_INTERVENTION_PLASTIC_SURGERY_CLOSURE = 26, /**< plastic surgery closure */
    SMET_INTERVENTION_INTRAWOUND_VANCOMYCIN = 27, /**< intrawound vancomycin */
    SMET_INTERVENTION_MINIMALLY_INVASIVE_SCREWS = 28, /**< minimally invasive screws */
    SMET_INTERVENTION_THROMBOEMBOLISM_ASSESSMENT = 29, /**< thromboembolism assessment */
    SMET_INTERVENTION_MULTIDISCIPLINARY_REVIEW = 30, /**< multidisciplinary review */
    SMET_INTERVENTION_MEASURE_SOSGOQ = 31, /**< measure sosgoq */
    SMET_INTERVENTION_MEASURE_PROMIS_PHYSICAL_FUNCTION = 32, /**< measure promis physical function */
    SMET_INTERVENTION_MEASURE_PROMIS_PAIN_INTENSITY = 33, /**< measure promis pain intensity */
    SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS = 34 /**< measure seven domains */
};

/** The rules. Keys and numbers are permanent. @since 0.1 */
enum smet_rule {
    SMET_RULE_INVALID = -1, /**< none */
    SMET_RULE_EMERGENCY_CAUDA_EQUINA = 0, /**< `emergency.cauda_equina` */
    SMET_RULE_EMERGENCY_SPHINCTER_LOSS = 1, /**< `emergency.sphincter_loss` */
    SMET_RULE_EMERGENCY_EARLY_SIGNS = 2, /**< `emergency.early_signs` */
    SMET_RULE_EVALUATION_CONSTIPATION = 3, /**< `evaluation.constipation` */
    SMET_RULE_EMERGENCY_FIRST = 4, /**< `emergency.first` */
    SMET_RULE_EMERGENCY_BEFORE_RADIATION = 5, /**< `emergency.before_radiation` */
    SMET_RULE_EMERGENCY_EVALUATE_FIRST = 6, /**< `emergency.evaluate_first` */
    SMET_RULE_RADIATION_NONE_IN_CAUDA_EQUINA = 7, /**< `radiation.none_in_cauda_equina` */
    SMET_RULE_SCOPE_NOT_METASTASIS = 8, /**< `scope.not_metastasis` */
    SMET_RULE_SCOPE_NOT_SACRAL = 9, /**< `scope.not_sacral` */
    SMET_RULE_SCOPE_LOCAL_EXTENSION = 10, /**< `scope.local_extension` */
    SMET_RULE_IMAGING_MRI = 11, /**< `imaging.mri` */
    SMET_RULE_IMAGING_CT = 12, /**< `imaging.ct` */
    SMET_RULE_IMAGING_RADIOGRAPH_INSUFFICIENT = 13, /**< `imaging.radiograph_insufficient` */
    SMET_RULE_BIOPSY_CT_GUIDED = 14, /**< `biopsy.ct_guided` */
    SMET_RULE_BIOPSY_LOCAL_EXTENSION = 15, /**< `biopsy.local_extension` */
    SMET_RULE_BIOPSY_OPEN = 16, /**< `biopsy.open` */
    SMET_RULE_BIOPSY_INTRAOPERATIVE = 17, /**< `biopsy.intraoperative` */
    SMET_RULE_BIOPSY_CULTURES = 18, /**< `biopsy.cultures` */
    SMET_RULE_DIAGNOSIS_BEFORE_TREATMENT = 19, /**< `diagnosis.before_treatment` */
    SMET_RULE_RADIATION_FIRST_LINE = 20, /**< `radiation.first_line` */
    SMET_RULE_RADIOSURGERY_RECURRENCE = 21, /**< `radiosurgery.recurrence` */
    SMET_RULE_RADIOSURGERY_OPTION = 22, /**< `radiosurgery.option` */
    SMET_RULE_RADIOSURGERY_OSSEOUS = 23, /**< `radiosurgery.osseous` */
    SMET_RULE_RADIOSURGERY_INSTABILITY = 24, /**< `radiosurgery.instability` */
    SMET_RULE_RADIOSURGERY_LARGE = 25, /**< `radiosurgery.large` */
    SMET_RULE_RADIATION_INSTABILITY = 26, /**< `radiation.instability` */
    SMET_RULE_RADIATION_OSSEOUS = 27, /**< `radiation.osseous` */
    SMET_RULE_RADIATION_MECHANICAL_PAIN = 28, /**< `radiation.mechanical_pain` */
    SMET_RULE_RADIATION_REIRRADIATION = 29, /**< `radiation.reirradiation` */
    SMET_RULE_SURGERY_DEFICIT = 30, /**< `surgery.deficit` */
    SMET_RULE_SURGERY_INSTABILITY = 31, /**< `surgery.instability` */
    SMET_RULE_SURGERY_FAILED_RADIOTHERAPY = 32, /**< `surgery.failed_radiotherapy` */
    SMET_RULE_SURGERY_LAMINECTOMY = 33, /**< `surgery.laminectomy` */
    SMET_RULE_SURGERY_LAMINECTOMY_RADICULAR = 34, /**< `surgery.laminectomy_radicular` */
    SMET_RULE_SURGERY_LAMINECTOMY_FIXATION = 35, /**< `surgery.laminectomy_fixation` */
    SMET_RULE_SURGERY_UNILATERAL_FIXATION = 36, /**< `surgery.unilateral_fixation` */
    SMET_RULE_SURGERY_STABILIZATION = 37, /**< `surgery.stabilization` */
    SMET_RULE_SURGERY_LAMINECTOMY_BILATERAL = 38, /**< `surgery.laminectomy_bilateral` */
    SMET_RULE_SURGERY_SINS_BLIND_SPOT = 39, /**< `surgery.sins_blind_spot` */
    SMET_RULE_SURGERY_RESERVED = 40, /**< `surgery.reserved` */
    SMET_RULE_SURGERY_NO_EPIDURAL = 41, /**< `surgery.no_epidural` */
    SMET_RULE_SURGERY_PALLIATIVE = 42, /**< `surgery.palliative` */
    SMET_RULE_SURGERY_NONOPERATIVE_LOW_TOKUHASHI = 43, /**< `surgery.nonoperative_low_tokuhashi` */
    SMET_RULE_SURGERY_SUPPORTIVE_TOMITA = 44, /**< `surgery.supportive_tomita` */
    SMET_RULE_SURGERY_EXCISION_MINIMAL_ROLE = 45, /**< `surgery.excision_minimal_role` */
    SMET_RULE_SURGERY_EXCISION_ISOLATED = 46, /**< `surgery.excision_isolated` */
    SMET_RULE_SURGERY_EXCISION_COMPLICATIONS = 47, /**< `surgery.excision_complications` */
    SMET_RULE_SURGERY_PROGNOSIS = 48, /**< `surgery.prognosis` */
    SMET_RULE_SURGERY_PALLIATIVE_INTENT = 49, /**< `surgery.palliative_intent` */
    SMET_RULE_SURGERY_COMPLICATIONS = 50, /**< `surgery.complications` */
    SMET_RULE_SACROPLASTY_REFRACTORY = 51, /**< `sacroplasty.refractory` */
    SMET_RULE_SACROPLASTY_OPTION = 52, /**< `sacroplasty.option` */
    SMET_RULE_SACROPLASTY_EPIDURAL = 53, /**< `sacroplasty.epidural` */
    SMET_RULE_SACROPLASTY_INSTABILITY = 54, /**< `sacroplasty.instability` */
    SMET_RULE_SACROPLASTY_NEURAL = 55, /**< `sacroplasty.neural` */
    SMET_RULE_SACROPLASTY_PLANNING = 56, /**< `sacroplasty.planning` */
    SMET_RULE_ABLATION_REFRACTORY = 57, /**< `ablation.refractory` */
    SMET_RULE_ABLATION_EPIDURAL = 58, /**< `ablation.epidural` */
    SMET_RULE_ABLATION_INSTABILITY = 59, /**< `ablation.instability` */
    SMET_RULE_ABLATION_WITH_CEMENT = 60, /**< `ablation.with_cement` */
    SMET_RULE_ABLATION_INCONTINENCE = 61, /**< `ablation.incontinence` */
    SMET_RULE_EMBOLIZATION_PAIN = 62, /**< `embolization.pain` */
    SMET_RULE_EMBOLIZATION_SACRAL_NONRESPONSE = 63, /**< `embolization.sacral_nonresponse` */
    SMET_RULE_EMBOLIZATION_PREOPERATIVE = 64, /**< `embolization.preoperative` */
    SMET_RULE_EMBOLIZATION_NO_DELAY = 65, /**< `embolization.no_delay` */
    SMET_RULE_BALLOON_BLOOD_LOSS = 66, /**< `balloon.blood_loss` */
    SMET_RULE_BALLOON_COMPLICATIONS = 67, /**< `balloon.complications` */
    SMET_RULE_PERIOPERATIVE_PRIOR_RADIATION = 68, /**< `perioperative.prior_radiation` */
    SMET_RULE_PERIOPERATIVE_SEQUENCE = 69, /**< `perioperative.sequence` */
    SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE = 70, /**< `perioperative.plastic_closure` */
    SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE_OPTION = 71, /**< `perioperative.plastic_closure_option` */
    SMET_RULE_PERIOPERATIVE_VANCOMYCIN = 72, /**< `perioperative.vancomycin` */
    SMET_RULE_PERIOPERATIVE_MIS_SCREWS = 73, /**< `perioperative.mis_screws` */
    SMET_RULE_SUPPORTIVE_THROMBOEMBOLISM = 74, /**< `supportive.thromboembolism` */
    SMET_RULE_CARE_MULTIDISCIPLINARY = 75, /**< `care.multidisciplinary` */
    SMET_RULE_OUTCOMES_QUALITY_OF_LIFE = 76, /**< `outcomes.quality_of_life` */
    SMET_RULE_OUTCOMES_FUNCTION = 77, /**< `outcomes.function` */
    SMET_RULE_OUTCOMES_PAIN = 78, /**< `outcomes.pain` */
    SMET_RULE_OUTCOMES_DOMAINS = 79 /**< `outcomes.domains` */
};

/** The conflicts that an answer names. @since 0.1 */
enum smet_conflict {
    SMET_CONFLICT_INVALID = -1, /**< none */
    SMET_CONFLICT_INDICATION_AND_PROGNOSIS = 0, /**< indication and prognosis */
    SMET_CONFLICT_EXCISION_AND_SACRAL_RULE = 1, /**< excision and sacral rule */
    SMET_CONFLICT_EXCISION_AND_NO_EPIDURAL = 2, /**< excision and no epidural */
    SMET_CONFLICT_TOKUHASHI_AND_TOMITA = 3, /**< tokuhashi and tomita */
    SMET_CONFLICT_SINS_AND_DECLARED_STABILITY = 4, /**< sins and declared stability */
    SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_NO_EPIDURAL = 5, /**< failed radiotherapy and no epidural */
    SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_ITS_RISK = 6 /**< failed radiotherapy and its risk */
};
/** What a finding is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_finding_info {
    uint32_t size;          /**< in: the size of this struct in bytes */
    smet_finding_t finding; /**< the finding */
    const char *key;        /**< key */
    const char *label;      /**< name for people */
};

/** What an intervention is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_intervention_info {
    uint32_t size;                    /**< in: the size of this struct in bytes */
    smet_intervention_t intervention; /**< the intervention */
    int32_t is_operation;             /**< 1: an operation; else 0 */
    int32_t is_local_treatment;       /**< 1: a local treatment of the lesion; else 0 */
    int32_t is_around_operation;      /**< 1: something done around an operation; else 0 */
    smet_field_t side_opposite_of;    /**< a side may be named, opposite to the one that this field holds; -1 for none */
    const char *key;                  /**< key */
    const char *label;                /**< name for people */
    const char *definition;           /**< what it is */
};

/** What a rule is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_rule_info {
    uint32_t size;          /**< in: the size of this struct in bytes */
    smet_rule_t rule;       /**< the rule */
    smet_verdict_t verdict; /**< what it says of its interventions */
    smet_grade_t grade;     /**< how well it is grounded */
    const char *key;        /**< key */
    const char *rationale;  /**< why */
    const char *section;    /**< its place in the review (headings, parted by semicolons) */
};

/** What a conflict is. Set `size`; the rest zero. Strings are static. @since 0.1 */
struct smet_conflict_info {
    uint32_t size;            /**< in: the size of this struct in bytes */
    smet_conflict_t conflict; /**< the conflict */
    const char *key;          /**< key */
    const char *label;        /**< name for people */
    const char *explanation;  /**< what it says */
};

/**
 * Describes a finding.
 * @param finding the finding
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_UNKNOWN_TERM,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_finding_describe(smet_finding_t finding,
                                             struct smet_finding_info *info);

/**
 * Writes the condition of a finding in words.
 * @param finding the finding
 * @param[out] text room for `capacity` bytes; may be NULL when that is 0.
 *        Always ended with NUL when `capacity` is not 0; cut where it does not
 *        fit.
 * @param capacity how many bytes fit, the ending NUL included
 * @return how many bytes the whole text has, without its NUL; 0 for an unknown
 *         finding
 * @since 0.1
 */
SMET_API size_t smet_finding_condition(smet_finding_t finding, char *text, size_t capacity);

/**
 * Describes an intervention.
 * @param intervention the intervention
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_finding_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_intervention_describe(smet_intervention_t intervention,
                                                  struct smet_intervention_info *info);

/**
 * Describes a rule.
 * @param rule the rule
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_finding_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_rule_describe(smet_rule_t rule, struct smet_rule_info *info);

/**
 * Writes the condition of a rule in words.
 * @param rule the rule
 * @param[out] text as for smet_finding_condition()
 * @param capacity as for smet_finding_condition()
 * @return as smet_finding_condition()
 * @since 0.1
 */
SMET_API size_t smet_rule_condition(smet_rule_t rule, char *text, size_t capacity);

/**
 * The interventions that a rule speaks of, in order.
 * @param rule the rule
 * @param[out] interventions room for `capacity` numbers; may be NULL when that
 *        is 0
 * @param capacity how many fit
 * @return how many there are, which may be more than were written; 0 for an
 *         unknown rule
 * @since 0.1
 */
SMET_API size_t smet_rule_interventions(smet_rule_t rule, smet_intervention_t *interventions,
                                        size_t capacity);

/**
 * The references of a rule. Never none.
 * @param rule the rule
 * @param[out] references room for `capacity` numbers; may be NULL when that is
 *        0
 * @param capacity how many fit
 * @return how many there are; 0 for an unknown rule
 * @since 0.1
 */
SMET_API size_t smet_rule_references(smet_rule_t rule, smet_reference_t *references,
                                     size_t capacity);

/**
 * The outcome figures that bear on a rule.
 * @param rule the rule
 * @param[out] evidence room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are
 * @since 0.1
 */
SMET_API size_t smet_rule_evidence(smet_rule_t rule, smet_evidence_t *evidence, size_t capacity);

/**
 * The fields that a rule's condition reads, through its findings and scores, in
 * the order of the record.
 * @param rule the rule
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are
 * @since 0.1
 */
SMET_API size_t smet_rule_fields(smet_rule_t rule, smet_field_t *fields, size_t capacity);

/**
 * Describes a conflict.
 * @param conflict the conflict
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return as smet_finding_describe()
 * @since 0.1
 */
SMET_API smet_status_t smet_conflict_describe(smet_conflict_t conflict,
                                              struct smet_conflict_info *info);

/**
 * Writes the condition of a conflict in words.
 * @param conflict the conflict
 * @param[out] text as for smet_finding_condition()
 * @param capacity as for smet_finding_condition()
 * @return as smet_finding_condition()
 * @since 0.1
 */
SMET_API size_t smet_conflict_condition(smet_conflict_t conflict, char *text, size_t capacity);

/**
 * The findings, bands and rules that a conflict is between, as keys.
 * @param conflict the conflict
 * @param[out] keys room for `capacity` static strings; may be NULL when that is
 *        0
 * @param capacity how many fit
 * @return how many there are
 * @since 0.1
 */
SMET_API size_t smet_conflict_between(smet_conflict_t conflict, const char **keys,
                                      size_t capacity);

/**
 * How many relations link fields of a record.
 * @return the count
 * @since 0.1
 */
SMET_API size_t smet_link_count(void);

/**
 * A relation between fields, in words.
 * @param index 0 to smet_link_count() - 1
 * @return a static UTF-8 string; NULL when there is none
 * @since 0.1
 */
SMET_API const char *smet_link_text(size_t index);

/**
 * The fields of a relation.
 * @param index 0 to smet_link_count() - 1
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 when there is no such relation
 * @since 0.1
 */
SMET_API size_t smet_link_fields(size_t index, smet_field_t *fields, size_t capacity);

/** What stands for an override that was not entered. Set `size`; the rest zero. @since 0.1 */
struct smet_mapping_info {
    uint32_t size;       /**< in: the size of this struct in bytes */
    smet_field_t field;  /**< the override */
    smet_field_t from;   /**< the field that it is mapped from; -1 for none */
    smet_instrument_t instrument; /**< the instrument whose bands it is mapped from; -1 for none */
    smet_finding_t where; /**< the finding that must hold for the instrument to count; -1 for none */
    uint32_t row_count;  /**< how many rows smet_mapping_row() gives */
    const char *text;    /**< the mapping in words; static */
};

/**
 * How many overrides have a mapping.
 * @return the count
 * @since 0.1
 */
SMET_API size_t smet_mapping_count(void);

/**
 * Describes what stands for an override that was not entered.
 * @param index 0 to smet_mapping_count() - 1
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_NULL_ARGUMENT, ::SMET_ERROR_INDEX,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_mapping_describe(size_t index, struct smet_mapping_info *info);

/**
 * The values of one row of a mapping.
 * @param index the mapping
 * @param row 0 to `row_count` - 1
 * @param to 0: the values mapped from; else the values of the override
 * @param[out] values room for `capacity` values; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 when there is no such row
 * @since 0.1
 */
SMET_API size_t smet_mapping_row(size_t index, size_t row, int32_t to, smet_value_t *values,
                                 size_t capacity);

/**
 * What must be said of one row of a mapping.
 * @param index the mapping
 * @param row 0 to `row_count` - 1
 * @return a static UTF-8 string, empty where there is nothing to say; NULL when
 *         there is no such row
 * @since 0.1
 */
SMET_API const char *smet_mapping_note(size_t index, size_t row);

/**
 * The shortcut of a relation: a field whose value in the relation's first case
 * answers the other field, so that asking for it stands in place of asking for
 * the many that it answers (`neurological_examination`).
 * @param index 0 to smet_link_count() - 1
 * @return the field; -1 when the relation has no shortcut or does not exist
 * @since 0.1
 */
SMET_API smet_field_t smet_link_shortcut(size_t index);

/**
 * Whether a relation says nothing until its first field is entered.
 * @param index 0 to smet_link_count() - 1
 * @return 1 or 0; 0 when there is no such relation
 * @since 0.1
 */
SMET_API int32_t smet_link_once_entered(size_t index);

/**
 * How many cases a relation between fields has; it holds when one of them does.
 * @param index 0 to smet_link_count() - 1
 * @return the count; 0 when there is no such relation
 * @since 0.1
 */
SMET_API size_t smet_link_case_count(size_t index);

/**
 * The values that one case of a relation allows one of its fields.
 * @param index the relation
 * @param which the case
 * @param position the field, by its position in smet_link_fields()
 * @param[out] values room for `capacity` values; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 when there is no such case
 * @since 0.1
 */
SMET_API size_t smet_link_case_values(size_t index, size_t which, size_t position,
                                      smet_value_t *values, size_t capacity);

/**
 * How many checks there are for facts that contradict each other beyond the
 * relations between fields.
 * @return the count
 * @since 0.1
 */
SMET_API size_t smet_check_count(void);

/**
 * What a check reports, in words.
 * @param index 0 to smet_check_count() - 1
 * @return a static UTF-8 string; NULL when there is none
 * @since 0.1
 */
SMET_API const char *smet_check_text(size_t index);

/**
 * The fields that a check names, in order.
 * @param index 0 to smet_check_count() - 1
 * @param[out] fields room for `capacity` numbers; may be NULL when that is 0
 * @param capacity how many fit
 * @return how many there are; 0 when there is no such check
 * @since 0.1
 */
SMET_API size_t smet_check_fields(size_t index, smet_field_t *fields, size_t capacity);

/**
 * Writes the condition of a check in words.
 * @param index 0 to smet_check_count() - 1
 * @param[out] text as for smet_finding_condition()
 * @param capacity as for smet_finding_condition()
 * @return as smet_finding_condition()
 * @since 0.1
 */
SMET_API size_t smet_check_condition(size_t index, char *text, size_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
