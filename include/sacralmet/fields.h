/**
 * @file
 * The facts of a patient's record, and the values that each can have.
 */
#ifndef SACRALMET_FIELDS_H
#define SACRALMET_FIELDS_H

#include <sacralmet/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup fields Fields and their values
 * @brief What a record can hold, in a chart's own terms.
 *
 * A field is a choice of listed options, a yes/no question, or an integer with
 * bounds. A value is always an `int32_t`: the option's enumerator, or the
 * integer itself. All values of all fields lie within 0 to 127. The names used
 * in JSON, CSV and on the command line are the keys: the enumerators' words in
 * lower case.
 * @{
 */

/** A value of a field: an option's number, or the integer itself. @since 0.1 */
typedef int32_t smet_value_t;

/** The fields, in the order of the record. @since 0.1 */
enum smet_field {
    SMET_FIELD_INVALID = -1, /**< no field */

    /* Disease */
    SMET_FIELD_AGE_YEARS = 0, /**< age, 0 to 120 */
    SMET_FIELD_PRIMARY_TUMOR = 1, /**< primary tumor */
    SMET_FIELD_TUMOR_GROWTH = 2, /**< tumor growth; an override */
    SMET_FIELD_HYPERVASCULAR = 3, /**< hypervascular tumor (yes/no); an override */
    SMET_FIELD_LOCAL_EXTENSION = 4, /**< local extension (yes/no) */
    SMET_FIELD_SOLITARY_LESION = 5, /**< solitary lesion (yes/no) */
    SMET_FIELD_EXTRASPINAL_BONE_METASTASES = 6, /**< extraspinal bone metastases, 0 to 99 */
    SMET_FIELD_VERTEBRAL_METASTASES = 7, /**< vertebral metastases, 1 to 30 */
    SMET_FIELD_MAJOR_ORGAN_METASTASES = 8, /**< major organ metastases */
    SMET_FIELD_VISCERAL_METASTASES = 9, /**< visceral metastases */
    SMET_FIELD_KARNOFSKY = 10, /**< Karnofsky performance status, 10 to 100 in tens */
    SMET_FIELD_ECOG = 11, /**< ECOG performance status */
    SMET_FIELD_LONG_TERM_SURVIVAL_EXPECTED = 12, /**< long-term survival expected (yes/no) */

    /* Neurology */
    SMET_FIELD_NEUROLOGICAL_EXAMINATION = 13, /**< neurological examination */
    SMET_FIELD_FRANKEL = 14, /**< Frankel grade */
    SMET_FIELD_CAUDA_EQUINA_SYNDROME = 15, /**< cauda equina syndrome (yes/no) */
    SMET_FIELD_BLADDER = 16, /**< bladder */
    SMET_FIELD_BOWEL = 17, /**< bowel */
    SMET_FIELD_MOTOR_DEFICIT = 18, /**< motor deficit (yes/no) */
    SMET_FIELD_SENSORY_DEFICIT = 19, /**< sensory deficit (yes/no) */
    SMET_FIELD_SEXUAL_DYSFUNCTION = 20, /**< sexual dysfunction (yes/no) */
    SMET_FIELD_RADICULOPATHY = 21, /**< radiculopathy (yes/no) */
    SMET_FIELD_ACUTE_DETERIORATION = 22, /**< acute deterioration (yes/no) */
    SMET_FIELD_NERVE_ROOT_COMPRESSION = 23, /**< nerve root compression (yes/no) */
    SMET_FIELD_OSSEOUS_COMPRESSION = 24, /**< osseous compression (yes/no) */
    SMET_FIELD_AMBULATION = 25, /**< ambulation */

    /* Pain */
    SMET_FIELD_PAIN = 26, /**< pain */
    SMET_FIELD_PAIN_SCORE = 27, /**< pain score, 0 to 10 */
    SMET_FIELD_PAIN_UNRELENTING = 28, /**< unrelenting pain (yes/no) */

    /* Lesion and imaging */
    SMET_FIELD_LESION_LEVEL = 29, /**< lesion level */
    SMET_FIELD_BONE_LESION = 30, /**< bone lesion */
    SMET_FIELD_ALIGNMENT = 31, /**< alignment */
    SMET_FIELD_VERTEBRAL_COLLAPSE = 32, /**< vertebral collapse */
    SMET_FIELD_POSTEROLATERAL_INVOLVEMENT = 33, /**< posterolateral involvement */
    SMET_FIELD_STABILITY = 34, /**< stability in the clinician's judgement; an override */
    SMET_FIELD_EPIDURAL_DISEASE = 35, /**< epidural disease (yes/no) */
    SMET_FIELD_ESCC = 36, /**< epidural spinal cord compression (ESCC) */
    SMET_FIELD_ILIUM_INVOLVEMENT = 37, /**< ilium involvement */
    SMET_FIELD_SACRAL_FRACTURE = 38, /**< sacral fracture (yes/no) */
    SMET_FIELD_LESION_LARGE = 39, /**< large lesion (yes/no) */
    SMET_FIELD_RADIOGRAPH = 40, /**< radiograph */
    SMET_FIELD_MRI = 41, /**< MRI */
    SMET_FIELD_CT_DONE = 42, /**< CT done (yes/no) */

    /* Diagnosis and treatment so far */
    SMET_FIELD_TISSUE_DIAGNOSIS = 43, /**< tissue diagnosis */
    SMET_FIELD_CULTURES_SENT = 44, /**< cultures sent (yes/no) */
    SMET_FIELD_PRIOR_RADIOTHERAPY = 45, /**< prior radiotherapy */
    SMET_FIELD_RADIOTHERAPY_OUTCOME = 46, /**< outcome of radiotherapy */

    /* Scores already in the chart */
    SMET_FIELD_REPORTED_SINS = 47, /**< SINS in the chart, 0 to 18; an override */
    SMET_FIELD_REPORTED_TOKUHASHI_REVISED = 48, /**< revised Tokuhashi score in the chart, 0 to 15; an override */
    SMET_FIELD_REPORTED_TOMITA = 49 /**< Tomita score in the chart, 2 to 10; an override */
};

/** Options of every yes/no field. @since 0.1 */
enum smet_yes_no {
    SMET_YES_NO_INVALID = -1, /**< no option */
    SMET_NO = 0,              /**< no */
    SMET_YES = 1              /**< yes */
};

/** Options of ::SMET_FIELD_PRIMARY_TUMOR. @since 0.1 */
enum smet_primary_tumor {
    SMET_PRIMARY_TUMOR_INVALID = -1, /**< no option */
    SMET_PRIMARY_TUMOR_LUNG = 0, /**< lung */
    SMET_PRIMARY_TUMOR_BREAST = 1, /**< breast */
    SMET_PRIMARY_TUMOR_PROSTATE = 2, /**< prostate */
    SMET_PRIMARY_TUMOR_KIDNEY = 3, /**< kidney (renal cell) */
    SMET_PRIMARY_TUMOR_THYROID = 4, /**< thyroid */
    SMET_PRIMARY_TUMOR_LIVER = 5, /**< liver (hepatocellular) */
    SMET_PRIMARY_TUMOR_GALLBLADDER = 6, /**< gallbladder */
    SMET_PRIMARY_TUMOR_STOMACH = 7, /**< stomach */
    SMET_PRIMARY_TUMOR_ESOPHAGUS = 8, /**< esophagus */
    SMET_PRIMARY_TUMOR_PANCREAS = 9, /**< pancreas */
    SMET_PRIMARY_TUMOR_COLON = 10, /**< colon */
    SMET_PRIMARY_TUMOR_RECTUM = 11, /**< rectum */
    SMET_PRIMARY_TUMOR_BLADDER = 12, /**< bladder */
    SMET_PRIMARY_TUMOR_UTERUS = 13, /**< uterus (endometrium, corpus) */
    SMET_PRIMARY_TUMOR_CERVIX = 14, /**< cervix */
    SMET_PRIMARY_TUMOR_OVARY = 15, /**< ovary */
    SMET_PRIMARY_TUMOR_MELANOMA = 16, /**< melanoma */
    SMET_PRIMARY_TUMOR_OSTEOSARCOMA = 17, /**< osteosarcoma */
    SMET_PRIMARY_TUMOR_SARCOMA = 18, /**< sarcoma other than osteosarcoma */
    SMET_PRIMARY_TUMOR_CARCINOID = 19, /**< carcinoid (neuroendocrine) */
    SMET_PRIMARY_TUMOR_MYELOMA = 20, /**< myeloma */
    SMET_PRIMARY_TUMOR_LYMPHOMA = 21, /**< lymphoma */
    SMET_PRIMARY_TUMOR_HEAD_AND_NECK = 22, /**< head and neck */
    SMET_PRIMARY_TUMOR_TESTIS = 23, /**< testis */
    SMET_PRIMARY_TUMOR_OTHER = 24, /**< another known primary */
    SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY = 25 /**< unknown primary */
};

/** Options of ::SMET_FIELD_TUMOR_GROWTH. @since 0.1 */
enum smet_tumor_growth {
    SMET_TUMOR_GROWTH_INVALID = -1, /**< no option */
    SMET_TUMOR_GROWTH_SLOW = 0, /**< slow */
    SMET_TUMOR_GROWTH_MODERATE = 1, /**< moderate */
    SMET_TUMOR_GROWTH_RAPID = 2 /**< rapid */
};

/** Options of ::SMET_FIELD_MAJOR_ORGAN_METASTASES. @since 0.1 */
enum smet_major_organ_metastases {
    SMET_MAJOR_ORGAN_METASTASES_INVALID = -1, /**< no option */
    SMET_MAJOR_ORGAN_METASTASES_NONE = 0, /**< none */
    SMET_MAJOR_ORGAN_METASTASES_REMOVABLE = 1, /**< removable */
    SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE = 2 /**< unremovable */
};

/** Options of ::SMET_FIELD_VISCERAL_METASTASES. @since 0.1 */
enum smet_visceral_metastases {
    SMET_VISCERAL_METASTASES_INVALID = -1, /**< no option */
    SMET_VISCERAL_METASTASES_NONE = 0, /**< none */
    SMET_VISCERAL_METASTASES_TREATABLE = 1, /**< treatable */
    SMET_VISCERAL_METASTASES_UNTREATABLE = 2 /**< untreatable */
};

/** Options of ::SMET_FIELD_ECOG. @since 0.1 */
enum smet_ecog {
    SMET_ECOG_INVALID = -1, /**< no option */
    SMET_ECOG_0 = 0, /**< 0 */
    SMET_ECOG_1 = 1, /**< 1 */
    SMET_ECOG_2 = 2, /**< 2 */
    SMET_ECOG_3 = 3, /**< 3 */
    SMET_ECOG_4 = 4 /**< 4 */
};

/** Options of ::SMET_FIELD_NEUROLOGICAL_EXAMINATION. @since 0.1 */
enum smet_neurological_examination {
    SMET_NEUROLOGICAL_EXAMINATION_INVALID = -1, /**< no option */
    SMET_NEUROLOGICAL_EXAMINATION_NORMAL = 0, /**< normal */
    SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL = 1 /**< abnormal */
};

/** Options of ::SMET_FIELD_FRANKEL. @since 0.1 */
enum smet_frankel {
    SMET_FRANKEL_INVALID = -1, /**< no option */
    SMET_FRANKEL_A = 0, /**< A */
    SMET_FRANKEL_B = 1, /**< B */
    SMET_FRANKEL_C = 2, /**< C */
    SMET_FRANKEL_D = 3, /**< D */
    SMET_FRANKEL_E = 4 /**< E */
};

/** Options of ::SMET_FIELD_BLADDER. @since 0.1 */
enum smet_bladder {
    SMET_BLADDER_INVALID = -1, /**< no option */
    SMET_BLADDER_NORMAL = 0, /**< normal */
    SMET_BLADDER_RETENTION = 1, /**< retention */
    SMET_BLADDER_INCONTINENCE = 2, /**< incontinence */
    SMET_BLADDER_OTHER_CAUSE = 3 /**< disturbed by another cause */
};

/** Options of ::SMET_FIELD_BOWEL. @since 0.1 */
enum smet_bowel {
    SMET_BOWEL_INVALID = -1, /**< no option */
    SMET_BOWEL_NORMAL = 0, /**< normal */
    SMET_BOWEL_CONSTIPATION = 1, /**< constipation */
    SMET_BOWEL_INCONTINENCE = 2, /**< incontinence */
    SMET_BOWEL_OTHER_CAUSE = 3 /**< disturbed by another cause */
};

/** Options of ::SMET_FIELD_AMBULATION. @since 0.1 */
enum smet_ambulation {
    SMET_AMBULATION_INVALID = -1, /**< no option */
    SMET_AMBULATION_INDEPENDENT = 0, /**< independent */
    SMET_AMBULATION_AIDED = 1, /**< with an aid */
    SMET_AMBULATION_NONE = 2 /**< does not walk */
};

/** Options of ::SMET_FIELD_PAIN. @since 0.1 */
enum smet_pain {
    SMET_PAIN_INVALID = -1, /**< no option */
    SMET_PAIN_NONE = 0, /**< none */
    SMET_PAIN_NONMECHANICAL = 1, /**< not mechanical */
    SMET_PAIN_MECHANICAL = 2 /**< mechanical */
};

/** Options of ::SMET_FIELD_LESION_LEVEL. @since 0.1 */
enum smet_lesion_level {
    SMET_LESION_LEVEL_INVALID = -1, /**< no option */
    SMET_LESION_LEVEL_OCCIPUT = 0, /**< occiput */
    SMET_LESION_LEVEL_C1 = 1, /**< C1 */
    SMET_LESION_LEVEL_C2 = 2, /**< C2 */
    SMET_LESION_LEVEL_C3 = 3, /**< C3 */
    SMET_LESION_LEVEL_C4 = 4, /**< C4 */
    SMET_LESION_LEVEL_C5 = 5, /**< C5 */
    SMET_LESION_LEVEL_C6 = 6, /**< C6 */
    SMET_LESION_LEVEL_C7 = 7, /**< C7 */
    SMET_LESION_LEVEL_T1 = 8, /**< T1 */
    SMET_LESION_LEVEL_T2 = 9, /**< T2 */
    SMET_LESION_LEVEL_T3 = 10, /**< T3 */
    SMET_LESION_LEVEL_T4 = 11, /**< T4 */
    SMET_LESION_LEVEL_T5 = 12, /**< T5 */
    SMET_LESION_LEVEL_T6 = 13, /**< T6 */
    SMET_LESION_LEVEL_T7 = 14, /**< T7 */
    SMET_LESION_LEVEL_T8 = 15, /**< T8 */
    SMET_LESION_LEVEL_T9 = 16, /**< T9 */
    SMET_LESION_LEVEL_T10 = 17, /**< T10 */
    SMET_LESION_LEVEL_T11 = 18, /**< T11 */
    SMET_LESION_LEVEL_T12 = 19, /**< T12 */
    SMET_LESION_LEVEL_L1 = 20, /**< L1 */
    SMET_LESION_LEVEL_L2 = 21, /**< L2 */
    SMET_LESION_LEVEL_L3 = 22, /**< L3 */
    SMET_LESION_LEVEL_L4 = 23, /**< L4 */
    SMET_LESION_LEVEL_L5 = 24, /**< L5 */
    SMET_LESION_LEVEL_S1 = 25, /**< S1 */
    SMET_LESION_LEVEL_S2 = 26, /**< S2 */
    SMET_LESION_LEVEL_S3 = 27, /**< S3 */
    SMET_LESION_LEVEL_S4 = 28, /**< S4 */
    SMET_LESION_LEVEL_S5 = 29 /**< S5 */
};

/** Options of ::SMET_FIELD_BONE_LESION. @since 0.1 */
enum smet_bone_lesion {
    SMET_BONE_LESION_INVALID = -1, /**< no option */
    SMET_BONE_LESION_BLASTIC = 0, /**< blastic */
    SMET_BONE_LESION_MIXED = 1, /**< mixed */
    SMET_BONE_LESION_LYTIC = 2 /**< lytic */
};

/** Options of ::SMET_FIELD_ALIGNMENT. @since 0.1 */
enum smet_alignment {
    SMET_ALIGNMENT_INVALID = -1, /**< no option */
    SMET_ALIGNMENT_NORMAL = 0, /**< normal */
    SMET_ALIGNMENT_DEFORMITY = 1, /**< new deformity */
    SMET_ALIGNMENT_SUBLUXATION = 2 /**< subluxation or translation */
};

/** Options of ::SMET_FIELD_VERTEBRAL_COLLAPSE. @since 0.1 */
enum smet_vertebral_collapse {
    SMET_VERTEBRAL_COLLAPSE_INVALID = -1, /**< no option */
    SMET_VERTEBRAL_COLLAPSE_NONE = 0, /**< none */
    SMET_VERTEBRAL_COLLAPSE_BODY_INVOLVED_OVER_HALF = 1, /**< no collapse, over half of the body involved */
    SMET_VERTEBRAL_COLLAPSE_UP_TO_HALF = 2, /**< up to half */
    SMET_VERTEBRAL_COLLAPSE_OVER_HALF = 3 /**< over half */
};

/** Options of ::SMET_FIELD_POSTEROLATERAL_INVOLVEMENT. @since 0.1 */
enum smet_posterolateral_involvement {
    SMET_POSTEROLATERAL_INVOLVEMENT_INVALID = -1, /**< no option */
    SMET_POSTEROLATERAL_INVOLVEMENT_NONE = 0, /**< none */
    SMET_POSTEROLATERAL_INVOLVEMENT_UNILATERAL = 1, /**< unilateral */
    SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL = 2 /**< bilateral */
};

/** Options of ::SMET_FIELD_STABILITY. @since 0.1 */
enum smet_stability {
    SMET_STABILITY_INVALID = -1, /**< no option */
    SMET_STABILITY_STABLE = 0, /**< stable */
    SMET_STABILITY_POTENTIALLY_UNSTABLE = 1, /**< potentially unstable */
    SMET_STABILITY_UNSTABLE = 2 /**< unstable */
};

/** Options of ::SMET_FIELD_ESCC. @since 0.1 */
enum smet_escc {
    SMET_ESCC_INVALID = -1, /**< no option */
    SMET_ESCC_0 = 0, /**< 0 */
    SMET_ESCC_1A = 1, /**< 1a */
    SMET_ESCC_1B = 2, /**< 1b */
    SMET_ESCC_1C = 3, /**< 1c */
    SMET_ESCC_2 = 4, /**< 2 */
    SMET_ESCC_3 = 5 /**< 3 */
};

/** Options of ::SMET_FIELD_ILIUM_INVOLVEMENT. @since 0.1 */
enum smet_ilium_involvement {
    SMET_ILIUM_INVOLVEMENT_INVALID = -1, /**< no option */
    SMET_ILIUM_INVOLVEMENT_NONE = 0, /**< none */
    SMET_ILIUM_INVOLVEMENT_LEFT = 1, /**< left */
    SMET_ILIUM_INVOLVEMENT_RIGHT = 2, /**< right */
    SMET_ILIUM_INVOLVEMENT_BILATERAL = 3 /**< bilateral */
};

/** Options of ::SMET_FIELD_RADIOGRAPH. @since 0.1 */
enum smet_radiograph {
    SMET_RADIOGRAPH_INVALID = -1, /**< no option */
    SMET_RADIOGRAPH_NOT_DONE = 0, /**< not done */
    SMET_RADIOGRAPH_UNREMARKABLE = 1, /**< unremarkable */
    SMET_RADIOGRAPH_ARCUATE_LINES_LOST = 2, /**< sacral arcuate lines lost */
    SMET_RADIOGRAPH_OTHER_ABNORMALITY = 3 /**< other abnormality */
};

/** Options of ::SMET_FIELD_MRI. @since 0.1 */
enum smet_mri {
    SMET_MRI_INVALID = -1, /**< no option */
    SMET_MRI_NOT_DONE = 0, /**< not done */
    SMET_MRI_WITHOUT_CONTRAST = 1, /**< without contrast */
    SMET_MRI_WITH_AND_WITHOUT_CONTRAST = 2 /**< with and without contrast */
};

/** Options of ::SMET_FIELD_TISSUE_DIAGNOSIS. @since 0.1 */
enum smet_tissue_diagnosis {
    SMET_TISSUE_DIAGNOSIS_INVALID = -1, /**< no option */
    SMET_TISSUE_DIAGNOSIS_NONE = 0, /**< none yet */
    SMET_TISSUE_DIAGNOSIS_INSUFFICIENT = 1, /**< insufficient tissue */
    SMET_TISSUE_DIAGNOSIS_METASTASIS = 2, /**< metastasis */
    SMET_TISSUE_DIAGNOSIS_INFECTION = 3, /**< infection */
    SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA = 4 /**< primary sarcoma */
};

/** Options of ::SMET_FIELD_PRIOR_RADIOTHERAPY. @since 0.1 */
enum smet_prior_radiotherapy {
    SMET_PRIOR_RADIOTHERAPY_INVALID = -1, /**< no option */
    SMET_PRIOR_RADIOTHERAPY_NONE = 0, /**< none */
    SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL = 1, /**< conventional */
    SMET_PRIOR_RADIOTHERAPY_STEREOTACTIC = 2, /**< stereotactic */
    SMET_PRIOR_RADIOTHERAPY_BOTH = 3 /**< both */
};

/** Options of ::SMET_FIELD_RADIOTHERAPY_OUTCOME. @since 0.1 */
enum smet_radiotherapy_outcome {
    SMET_RADIOTHERAPY_OUTCOME_INVALID = -1, /**< no option */
    SMET_RADIOTHERAPY_OUTCOME_CONTROLLED = 0, /**< controlled */
    SMET_RADIOTHERAPY_OUTCOME_PERSISTENT_PAIN = 1, /**< persistent pain */
    SMET_RADIOTHERAPY_OUTCOME_PROGRESSION = 2 /**< progression */
};

/** What kind of values a field has. @since 0.1 */
typedef int32_t smet_field_kind_t;

/** The kinds of field. @since 0.1 */
enum smet_field_kind {
    SMET_KIND_INVALID = -1, /**< no kind */
    SMET_KIND_CHOICE = 0,   /**< one of listed options */
    SMET_KIND_YES_NO = 1,   /**< a choice of no and yes */
    SMET_KIND_INTEGER = 2   /**< an integer with bounds and a step */
};

/** The part of the record that a field belongs to. @since 0.1 */
typedef int32_t smet_field_group_t;

/** The parts of the record. @since 0.1 */
enum smet_field_group {
    SMET_GROUP_INVALID = -1,  /**< no group */
    SMET_GROUP_DISEASE = 0,   /**< disease */
    SMET_GROUP_NEUROLOGY = 1, /**< neurology */
    SMET_GROUP_PAIN = 2,      /**< pain */
    SMET_GROUP_LESION = 3,    /**< lesion and imaging */
    SMET_GROUP_TREATMENT = 4, /**< diagnosis and treatment so far */
    SMET_GROUP_REPORTED = 5   /**< scores already in the chart */
};

/**
 * What a field is. Set `size` to `sizeof(struct smet_field_info)` and the rest
 * to zero before the call. Strings are static UTF-8 and never NULL.
 * @since 0.1
 */
struct smet_field_info {
    uint32_t size;            /**< in: the size of this struct in bytes */
    smet_field_t field;       /**< the field */
    smet_field_kind_t kind;   /**< choice, yes/no or integer */
    smet_field_group_t group; /**< part of the record */
    int32_t minimum;          /**< least value (least option number of a choice) */
    int32_t maximum;          /**< greatest value */
    int32_t step;             /**< values are multiples of this (1 for most) */
    int32_t is_override;      /**< 1: a clinician's own judgement or a chart's own number, that wins over what is derived; else 0 */
    const char *key;          /**< key, such as "karnofsky" */
    const char *label;        /**< short label for people */
    const char *definition;   /**< what the field asks for */
};

/**
 * Describes a field.
 * @param field the field
 * @param[in,out] info owned by the caller, `size` set; NULL is refused
 * @return ::SMET_OK, ::SMET_ERROR_UNKNOWN_FIELD, ::SMET_ERROR_NULL_ARGUMENT,
 *         ::SMET_ERROR_STRUCT_SIZE, ::SMET_ERROR_STRUCT_TAIL
 * @since 0.1
 */
SMET_API smet_status_t smet_field_describe(smet_field_t field, struct smet_field_info *info);

/**
 * How many values a field can have.
 * @param field the field
 * @return the count; 0 when there is no such field
 * @since 0.1
 */
SMET_API size_t smet_value_count(smet_field_t field);

/**
 * One value of a field, by position.
 * @param field the field
 * @param index 0 to smet_value_count() - 1, in the order of the record's
 *        definition (integers rising)
 * @return the value; -1 when there is none
 * @since 0.1
 */
SMET_API smet_value_t smet_value_at(smet_field_t field, size_t index);

/**
 * The key of a value: the option's key, or the integer in decimal digits.
 * @param field the field
 * @param value the value
 * @return a static ASCII string; NULL when the field has no such value
 * @since 0.1
 */
SMET_API const char *smet_value_key(smet_field_t field, smet_value_t value);

/**
 * The label of a value, for people.
 * @param field the field
 * @param value the value
 * @return a static UTF-8 string; NULL when the field has no such value
 * @since 0.1
 */
SMET_API const char *smet_value_label(smet_field_t field, smet_value_t value);

/**
 * What a value means, where its label does not say enough (ESCC and Frankel
 * grades, for example).
 * @param field the field
 * @param value the value
 * @return a static UTF-8 string, empty where there is nothing to add; NULL when
 *         the field has no such value
 * @since 0.1
 */
SMET_API const char *smet_value_definition(smet_field_t field, smet_value_t value);

/**
 * The value with a key. Exact: case counts, nothing is trimmed, integers are
 * decimal digits without sign or leading zero.
 * @param field the field
 * @param[in] key UTF-8 text; NULL finds nothing
 * @return the value; -1 when the field has none with that key
 * @since 0.1
 */
SMET_API smet_value_t smet_value_find(smet_field_t field, const char *key);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
