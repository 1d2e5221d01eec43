typedef int32_t smet_field_t;
typedef int32_t smet_instrument_t;
typedef int32_t smet_intervention_t;
typedef int32_t smet_reference_t;
typedef int32_t smet_evidence_t;
typedef int32_t smet_status_t;
enum smet_status {
    SMET_STATUS_INVALID = -1,
    SMET_OK = 0,
    SMET_ERROR_NULL_ARGUMENT = -2,
    SMET_ERROR_STRUCT_SIZE = -3,
    SMET_ERROR_STRUCT_TAIL = -4,
    SMET_ERROR_UNKNOWN_FIELD = -5,
    SMET_ERROR_UNKNOWN_OPTION = -6,
    SMET_ERROR_OUT_OF_RANGE = -7,
    SMET_ERROR_REVERSED_RANGE = -8,
    SMET_ERROR_EMPTY_SET = -9,
    SMET_ERROR_CONTRADICTION = -10,
    SMET_ERROR_WRONG_KIND = -11,
    SMET_ERROR_UNKNOWN_TERM = -12,
    SMET_ERROR_NO_MEMORY = -13,
    SMET_ERROR_SYNTAX = -14,
    SMET_ERROR_DUPLICATE = -15,
    SMET_ERROR_ENCODING = -16,
    SMET_ERROR_TOO_LARGE = -17,
    SMET_ERROR_INDEX = -18
};
struct smet_error {
    uint32_t size;
    smet_status_t status;
    smet_field_t field;
    uint32_t line;
    uint32_t column;
    char message[236];
};
const char *smet_status_name(smet_status_t status);
const char *smet_status_text(smet_status_t status);
typedef int32_t smet_value_t;
enum smet_field {
    SMET_FIELD_INVALID = -1,
    SMET_FIELD_AGE_YEARS = 0,
    SMET_FIELD_PRIMARY_TUMOR = 1,
    SMET_FIELD_TUMOR_GROWTH = 2,
    SMET_FIELD_HYPERVASCULAR = 3,
    SMET_FIELD_LOCAL_EXTENSION = 4,
    SMET_FIELD_SOLITARY_LESION = 5,
    SMET_FIELD_EXTRASPINAL_BONE_METASTASES = 6,
    SMET_FIELD_VERTEBRAL_METASTASES = 7,
    SMET_FIELD_MAJOR_ORGAN_METASTASES = 8,
    SMET_FIELD_VISCERAL_METASTASES = 9,
    SMET_FIELD_KARNOFSKY = 10,
    SMET_FIELD_ECOG = 11,
    SMET_FIELD_LONG_TERM_SURVIVAL_EXPECTED = 12,
    SMET_FIELD_NEUROLOGICAL_EXAMINATION = 13,
    SMET_FIELD_FRANKEL = 14,
    SMET_FIELD_CAUDA_EQUINA_SYNDROME = 15,
    SMET_FIELD_BLADDER = 16,
    SMET_FIELD_BOWEL = 17,
    SMET_FIELD_MOTOR_DEFICIT = 18,
    SMET_FIELD_SENSORY_DEFICIT = 19,
    SMET_FIELD_SEXUAL_DYSFUNCTION = 20,
    SMET_FIELD_RADICULOPATHY = 21,
    SMET_FIELD_ACUTE_DETERIORATION = 22,
    SMET_FIELD_NERVE_ROOT_COMPRESSION = 23,
    SMET_FIELD_OSSEOUS_COMPRESSION = 24,
    SMET_FIELD_AMBULATION = 25,
    SMET_FIELD_PAIN = 26,
    SMET_FIELD_PAIN_SCORE = 27,
    SMET_FIELD_PAIN_UNRELENTING = 28,
    SMET_FIELD_LESION_LEVEL = 29,
    SMET_FIELD_BONE_LESION = 30,
    SMET_FIELD_ALIGNMENT = 31,
    SMET_FIELD_VERTEBRAL_COLLAPSE = 32,
    SMET_FIELD_POSTEROLATERAL_INVOLVEMENT = 33,
    SMET_FIELD_STABILITY = 34,
    SMET_FIELD_EPIDURAL_DISEASE = 35,
    SMET_FIELD_ESCC = 36,
    SMET_FIELD_ILIUM_INVOLVEMENT = 37,
    SMET_FIELD_SACRAL_FRACTURE = 38,
    SMET_FIELD_LESION_LARGE = 39,
    SMET_FIELD_RADIOGRAPH = 40,
    SMET_FIELD_MRI = 41,
    SMET_FIELD_CT_DONE = 42,
    SMET_FIELD_TISSUE_DIAGNOSIS = 43,
    SMET_FIELD_CULTURES_SENT = 44,
    SMET_FIELD_PRIOR_RADIOTHERAPY = 45,
    SMET_FIELD_RADIOTHERAPY_OUTCOME = 46,
    SMET_FIELD_REPORTED_SINS = 47,
    SMET_FIELD_REPORTED_TOKUHASHI_REVISED = 48,
    SMET_FIELD_REPORTED_TOMITA = 49
};
enum smet_yes_no {
    SMET_YES_NO_INVALID = -1,
    SMET_NO = 0,
    SMET_YES = 1
};
enum smet_primary_tumor {
    SMET_PRIMARY_TUMOR_INVALID = -1,
    SMET_PRIMARY_TUMOR_LUNG = 0,
    SMET_PRIMARY_TUMOR_BREAST = 1,
    SMET_PRIMARY_TUMOR_PROSTATE = 2,
    SMET_PRIMARY_TUMOR_KIDNEY = 3,
    SMET_PRIMARY_TUMOR_THYROID = 4,
    SMET_PRIMARY_TUMOR_LIVER = 5,
    SMET_PRIMARY_TUMOR_GALLBLADDER = 6,
    SMET_PRIMARY_TUMOR_STOMACH = 7,
    SMET_PRIMARY_TUMOR_ESOPHAGUS = 8,
    SMET_PRIMARY_TUMOR_PANCREAS = 9,
    SMET_PRIMARY_TUMOR_COLON = 10,
    SMET_PRIMARY_TUMOR_RECTUM = 11,
    SMET_PRIMARY_TUMOR_BLADDER = 12,
    SMET_PRIMARY_TUMOR_UTERUS = 13,
    SMET_PRIMARY_TUMOR_CERVIX = 14,
    SMET_PRIMARY_TUMOR_OVARY = 15,
    SMET_PRIMARY_TUMOR_MELANOMA = 16,
    SMET_PRIMARY_TUMOR_OSTEOSARCOMA = 17,
    SMET_PRIMARY_TUMOR_SARCOMA = 18,
    SMET_PRIMARY_TUMOR_CARCINOID = 19,
    SMET_PRIMARY_TUMOR_MYELOMA = 20,
    SMET_PRIMARY_TUMOR_LYMPHOMA = 21,
    SMET_PRIMARY_TUMOR_HEAD_AND_NECK = 22,
    SMET_PRIMARY_TUMOR_TESTIS = 23,
    SMET_PRIMARY_TUMOR_OTHER = 24,
    SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY = 25
};
enum smet_tumor_growth {
    SMET_TUMOR_GROWTH_INVALID = -1,
    SMET_TUMOR_GROWTH_SLOW = 0,
    SMET_TUMOR_GROWTH_MODERATE = 1,
    SMET_TUMOR_GROWTH_RAPID = 2
};
enum smet_major_organ_metastases {
    SMET_MAJOR_ORGAN_METASTASES_INVALID = -1,
    SMET_MAJOR_ORGAN_METASTASES_NONE = 0,
    SMET_MAJOR_ORGAN_METASTASES_REMOVABLE = 1,
    SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE = 2
};
enum smet_visceral_metastases {
    SMET_VISCERAL_METASTASES_INVALID = -1,
    SMET_VISCERAL_METASTASES_NONE = 0,
    SMET_VISCERAL_METASTASES_TREATABLE = 1,
    SMET_VISCERAL_METASTASES_UNTREATABLE = 2
};
enum smet_ecog {
    SMET_ECOG_INVALID = -1,
    SMET_ECOG_0 = 0,
    SMET_ECOG_1 = 1,
    SMET_ECOG_2 = 2,
    SMET_ECOG_3 = 3,
    SMET_ECOG_4 = 4
};
enum smet_neurological_examination {
    SMET_NEUROLOGICAL_EXAMINATION_INVALID = -1,
    SMET_NEUROLOGICAL_EXAMINATION_NORMAL = 0,
    SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL = 1
};
enum smet_frankel {
    SMET_FRANKEL_INVALID = -1,
    SMET_FRANKEL_A = 0,
    SMET_FRANKEL_B = 1,
    SMET_FRANKEL_C = 2,
    SMET_FRANKEL_D = 3,
    SMET_FRANKEL_E = 4
};
enum smet_bladder {
    SMET_BLADDER_INVALID = -1,
    SMET_BLADDER_NORMAL = 0,
    SMET_BLADDER_RETENTION = 1,
    SMET_BLADDER_INCONTINENCE = 2,
    SMET_BLADDER_OTHER_CAUSE = 3
};
enum smet_bowel {
    SMET_BOWEL_INVALID = -1,
    SMET_BOWEL_NORMAL = 0,
    SMET_BOWEL_CONSTIPATION = 1,
    SMET_BOWEL_INCONTINENCE = 2,
    SMET_BOWEL_OTHER_CAUSE = 3
};
enum smet_ambulation {
    SMET_AMBULATION_INVALID = -1,
    SMET_AMBULATION_INDEPENDENT = 0,
    SMET_AMBULATION_AIDED = 1,
    SMET_AMBULATION_NONE = 2
};
enum smet_pain {
    SMET_PAIN_INVALID = -1,
    SMET_PAIN_NONE = 0,
    SMET_PAIN_NONMECHANICAL = 1,
    SMET_PAIN_MECHANICAL = 2
};
enum smet_lesion_level {
    SMET_LESION_LEVEL_INVALID = -1,
    SMET_LESION_LEVEL_OCCIPUT = 0,
    SMET_LESION_LEVEL_C1 = 1,
    SMET_LESION_LEVEL_C2 = 2,
    SMET_LESION_LEVEL_C3 = 3,
    SMET_LESION_LEVEL_C4 = 4,
    SMET_LESION_LEVEL_C5 = 5,
    SMET_LESION_LEVEL_C6 = 6,
    SMET_LESION_LEVEL_C7 = 7,
    SMET_LESION_LEVEL_T1 = 8,
    SMET_LESION_LEVEL_T2 = 9,
    SMET_LESION_LEVEL_T3 = 10,
    SMET_LESION_LEVEL_T4 = 11,
    SMET_LESION_LEVEL_T5 = 12,
    SMET_LESION_LEVEL_T6 = 13,
    SMET_LESION_LEVEL_T7 = 14,
    SMET_LESION_LEVEL_T8 = 15,
    SMET_LESION_LEVEL_T9 = 16,
    SMET_LESION_LEVEL_T10 = 17,
    SMET_LESION_LEVEL_T11 = 18,
    SMET_LESION_LEVEL_T12 = 19,
    SMET_LESION_LEVEL_L1 = 20,
    SMET_LESION_LEVEL_L2 = 21,
    SMET_LESION_LEVEL_L3 = 22,
    SMET_LESION_LEVEL_L4 = 23,
    SMET_LESION_LEVEL_L5 = 24,
    SMET_LESION_LEVEL_S1 = 25,
    SMET_LESION_LEVEL_S2 = 26,
    SMET_LESION_LEVEL_S3 = 27,
    SMET_LESION_LEVEL_S4 = 28,
    SMET_LESION_LEVEL_S5 = 29
};
enum smet_bone_lesion {
    SMET_BONE_LESION_INVALID = -1,
    SMET_BONE_LESION_BLASTIC = 0,
    SMET_BONE_LESION_MIXED = 1,
    SMET_BONE_LESION_LYTIC = 2
};
enum smet_alignment {
    SMET_ALIGNMENT_INVALID = -1,
    SMET_ALIGNMENT_NORMAL = 0,
    SMET_ALIGNMENT_DEFORMITY = 1,
    SMET_ALIGNMENT_SUBLUXATION = 2
};
enum smet_vertebral_collapse {
    SMET_VERTEBRAL_COLLAPSE_INVALID = -1,
    SMET_VERTEBRAL_COLLAPSE_NONE = 0,
    SMET_VERTEBRAL_COLLAPSE_BODY_INVOLVED_OVER_HALF = 1,
    SMET_VERTEBRAL_COLLAPSE_UP_TO_HALF = 2,
    SMET_VERTEBRAL_COLLAPSE_OVER_HALF = 3
};
enum smet_posterolateral_involvement {
    SMET_POSTEROLATERAL_INVOLVEMENT_INVALID = -1,
    SMET_POSTEROLATERAL_INVOLVEMENT_NONE = 0,
    SMET_POSTEROLATERAL_INVOLVEMENT_UNILATERAL = 1,
    SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL = 2
};
enum smet_stability {
    SMET_STABILITY_INVALID = -1,
    SMET_STABILITY_STABLE = 0,
    SMET_STABILITY_POTENTIALLY_UNSTABLE = 1,
    SMET_STABILITY_UNSTABLE = 2
};
enum smet_escc {
    SMET_ESCC_INVALID = -1,
    SMET_ESCC_0 = 0,
    SMET_ESCC_1A = 1,
    SMET_ESCC_1B = 2,
    SMET_ESCC_1C = 3,
    SMET_ESCC_2 = 4,
    SMET_ESCC_3 = 5
};
enum smet_ilium_involvement {
    SMET_ILIUM_INVOLVEMENT_INVALID = -1,
    SMET_ILIUM_INVOLVEMENT_NONE = 0,
    SMET_ILIUM_INVOLVEMENT_LEFT = 1,
    SMET_ILIUM_INVOLVEMENT_RIGHT = 2,
    SMET_ILIUM_INVOLVEMENT_BILATERAL = 3
};
enum smet_radiograph {
    SMET_RADIOGRAPH_INVALID = -1,
    SMET_RADIOGRAPH_NOT_DONE = 0,
    SMET_RADIOGRAPH_UNREMARKABLE = 1,
    SMET_RADIOGRAPH_ARCUATE_LINES_LOST = 2,
    SMET_RADIOGRAPH_OTHER_ABNORMALITY = 3
};
enum smet_mri {
    SMET_MRI_INVALID = -1,
    SMET_MRI_NOT_DONE = 0,
    SMET_MRI_WITHOUT_CONTRAST = 1,
    SMET_MRI_WITH_AND_WITHOUT_CONTRAST = 2
};
enum smet_tissue_diagnosis {
    SMET_TISSUE_DIAGNOSIS_INVALID = -1,
    SMET_TISSUE_DIAGNOSIS_NONE = 0,
    SMET_TISSUE_DIAGNOSIS_INSUFFICIENT = 1,
    SMET_TISSUE_DIAGNOSIS_METASTASIS = 2,
    SMET_TISSUE_DIAGNOSIS_INFECTION = 3,
    SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA = 4
};
enum smet_prior_radiotherapy {
    SMET_PRIOR_RADIOTHERAPY_INVALID = -1,
    SMET_PRIOR_RADIOTHERAPY_NONE = 0,
    SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL = 1,
    SMET_PRIOR_RADIOTHERAPY_STEREOTACTIC = 2,
    SMET_PRIOR_RADIOTHERAPY_BOTH = 3
};
enum smet_radiotherapy_outcome {
    SMET_RADIOTHERAPY_OUTCOME_INVALID = -1,
    SMET_RADIOTHERAPY_OUTCOME_CONTROLLED = 0,
    SMET_RADIOTHERAPY_OUTCOME_PERSISTENT_PAIN = 1,
    SMET_RADIOTHERAPY_OUTCOME_PROGRESSION = 2
};
typedef int32_t smet_field_kind_t;
enum smet_field_kind {
    SMET_KIND_INVALID = -1,
    SMET_KIND_CHOICE = 0,
    SMET_KIND_YES_NO = 1,
    SMET_KIND_INTEGER = 2
};
typedef int32_t smet_field_group_t;
enum smet_field_group {
    SMET_GROUP_INVALID = -1,
    SMET_GROUP_DISEASE = 0,
    SMET_GROUP_NEUROLOGY = 1,
    SMET_GROUP_PAIN = 2,
    SMET_GROUP_LESION = 3,
    SMET_GROUP_TREATMENT = 4,
    SMET_GROUP_REPORTED = 5
};
struct smet_field_info {
    uint32_t size;
    smet_field_t field;
    smet_field_kind_t kind;
    smet_field_group_t group;
    int32_t minimum;
    int32_t maximum;
    int32_t step;
    int32_t is_override;
    const char *key;
    const char *label;
    const char *definition;
};
smet_status_t smet_field_describe(smet_field_t field, struct smet_field_info *info);
size_t smet_value_count(smet_field_t field);
smet_value_t smet_value_at(smet_field_t field, size_t index);
const char *smet_value_key(smet_field_t field, smet_value_t value);
const char *smet_value_label(smet_field_t field, smet_value_t value);
const char *smet_value_definition(smet_field_t field, smet_value_t value);
smet_value_t smet_value_find(smet_field_t field, const char *key);
typedef int32_t smet_finding_t;
typedef int32_t smet_rule_t;
typedef int32_t smet_conflict_t;
typedef int32_t smet_truth_t;
typedef int32_t smet_verdict_t;
typedef int32_t smet_grade_t;
typedef int32_t smet_side_t;
enum smet_truth {
    SMET_TRUTH_INVALID = -1,
    SMET_TRUTH_FALSE = 0,
    SMET_TRUTH_TRUE = 1,
    SMET_TRUTH_UNKNOWN = 2
};
enum smet_verdict {
    SMET_VERDICT_INVALID = -1,
    SMET_VERDICT_NO_RULE = 0,
    SMET_VERDICT_CAUTION = 10,
    SMET_VERDICT_OPTION = 20,
    SMET_VERDICT_RECOMMENDED = 30,
    SMET_VERDICT_NOT_RECOMMENDED = 40,
    SMET_VERDICT_CONTRAINDICATED = 50,
    SMET_VERDICT_OUT_OF_SCOPE = 60,
    SMET_VERDICT_EMERGENCY = 70
};
enum smet_grade {
    SMET_GRADE_INVALID = -1,
    SMET_GRADE_REVIEW = 0,
    SMET_GRADE_SERIES = 1,
    SMET_GRADE_EXPERT = 2,
    SMET_GRADE_INSTRUMENT = 3,
    SMET_GRADE_INTERPRETATION = 4
};
enum smet_side {
    SMET_SIDE_INVALID = -1,
    SMET_SIDE_LEFT = 0,
    SMET_SIDE_RIGHT = 1
};
enum smet_finding {
    SMET_FINDING_INVALID = -1,
    SMET_FINDING_CAUDA_EQUINA = 0,
    SMET_FINDING_SPHINCTER_LOSS = 1,
    SMET_FINDING_EARLY_CAUDA_EQUINA_SIGNS = 2,
    SMET_FINDING_NEUROLOGICAL_EMERGENCY = 3,
    SMET_FINDING_NEUROLOGICAL_DEFICIT = 4,
    SMET_FINDING_EPIDURAL_DISEASE = 5,
    SMET_FINDING_NERVE_ROOT_COMPRESSION = 6,
    SMET_FINDING_ROOT_COMPRESSION_SYMPTOMATIC = 7,
    SMET_FINDING_SACRAL_LESION = 8,
    SMET_FINDING_UPPER_SACRAL = 9,
    SMET_FINDING_STABLE = 10,
    SMET_FINDING_POTENTIALLY_UNSTABLE = 11,
    SMET_FINDING_UNSTABLE = 12,
    SMET_FINDING_INSTABILITY = 13,
    SMET_FINDING_IRRADIATED = 14,
    SMET_FINDING_FAILED_RADIOTHERAPY = 15,
    SMET_FINDING_PAIN_PRESENT = 16,
    SMET_FINDING_VASCULAR_TUMOR = 17,
    SMET_FINDING_ISOLATED_METASTASIS = 18,
    SMET_FINDING_DECOMPRESSION_INDICATED = 19,
    SMET_FINDING_FIXATION_INDICATED = 20,
    SMET_FINDING_OPERATION_INDICATED = 21,
    SMET_FINDING_SURGERY_INDICATED = 22
};
enum smet_intervention {
    SMET_INTERVENTION_INVALID = -1,
    SMET_INTERVENTION_URGENT_DECOMPRESSION = 0,
    SMET_INTERVENTION_URGENT_SURGICAL_EVALUATION = 1,
    SMET_INTERVENTION_SURGICAL_CONSULTATION = 2,
    SMET_INTERVENTION_METASTASIS_PATHWAY = 3,
    SMET_INTERVENTION_MRI_WITH_AND_WITHOUT_CONTRAST = 4,
    SMET_INTERVENTION_CT = 5,
    SMET_INTERVENTION_CT_GUIDED_BIOPSY = 6,
    SMET_INTERVENTION_OPEN_BIOPSY = 7,
    SMET_INTERVENTION_INTRAOPERATIVE_BIOPSY = 8,
    SMET_INTERVENTION_BIOPSY_CULTURES = 9,
    SMET_INTERVENTION_CONVENTIONAL_RADIOTHERAPY = 10,
    SMET_INTERVENTION_STEREOTACTIC_RADIOSURGERY = 11,
    SMET_INTERVENTION_LAMINECTOMY = 12,
    SMET_INTERVENTION_LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION = 13,
    SMET_INTERVENTION_UNILATERAL_LUMBOPELVIC_FIXATION = 14,
    SMET_INTERVENTION_LUMBOPELVIC_STABILIZATION_EVALUATION = 15,
    SMET_INTERVENTION_PALLIATIVE_SURGERY = 16,
    SMET_INTERVENTION_EN_BLOC_RESECTION = 17,
    SMET_INTERVENTION_NONOPERATIVE_CARE = 18,
    SMET_INTERVENTION_SUPPORTIVE_CARE = 19,
    SMET_INTERVENTION_SACROPLASTY = 20,
    SMET_INTERVENTION_RADIOFREQUENCY_ABLATION = 21,
    SMET_INTERVENTION_ABLATION_WITH_CEMENT = 22,
    SMET_INTERVENTION_PALLIATIVE_EMBOLIZATION = 23,
    SMET_INTERVENTION_PREOPERATIVE_EMBOLIZATION = 24,
    SMET_INTERVENTION_AORTIC_BALLOON_OCCLUSION = 25,
    SMET_INTERVENTION_PLASTIC_SURGERY_CLOSURE = 26,
    SMET_INTERVENTION_INTRAWOUND_VANCOMYCIN = 27,
    SMET_INTERVENTION_MINIMALLY_INVASIVE_SCREWS = 28,
    SMET_INTERVENTION_THROMBOEMBOLISM_ASSESSMENT = 29,
    SMET_INTERVENTION_MULTIDISCIPLINARY_REVIEW = 30,
    SMET_INTERVENTION_MEASURE_SOSGOQ = 31,
    SMET_INTERVENTION_MEASURE_PROMIS_PHYSICAL_FUNCTION = 32,
    SMET_INTERVENTION_MEASURE_PROMIS_PAIN_INTENSITY = 33,
    SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS = 34
};
enum smet_rule {
    SMET_RULE_INVALID = -1,
    SMET_RULE_EMERGENCY_CAUDA_EQUINA = 0,
    SMET_RULE_EMERGENCY_SPHINCTER_LOSS = 1,
    SMET_RULE_EMERGENCY_EARLY_SIGNS = 2,
    SMET_RULE_EVALUATION_CONSTIPATION = 3,
    SMET_RULE_EMERGENCY_FIRST = 4,
    SMET_RULE_EMERGENCY_BEFORE_RADIATION = 5,
    SMET_RULE_EMERGENCY_EVALUATE_FIRST = 6,
    SMET_RULE_RADIATION_NONE_IN_CAUDA_EQUINA = 7,
    SMET_RULE_SCOPE_NOT_METASTASIS = 8,
    SMET_RULE_SCOPE_NOT_SACRAL = 9,
    SMET_RULE_SCOPE_LOCAL_EXTENSION = 10,
    SMET_RULE_IMAGING_MRI = 11,
    SMET_RULE_IMAGING_CT = 12,
    SMET_RULE_IMAGING_RADIOGRAPH_INSUFFICIENT = 13,
    SMET_RULE_BIOPSY_CT_GUIDED = 14,
    SMET_RULE_BIOPSY_LOCAL_EXTENSION = 15,
    SMET_RULE_BIOPSY_OPEN = 16,
    SMET_RULE_BIOPSY_INTRAOPERATIVE = 17,
    SMET_RULE_BIOPSY_CULTURES = 18,
    SMET_RULE_DIAGNOSIS_BEFORE_TREATMENT = 19,
    SMET_RULE_RADIATION_FIRST_LINE = 20,
    SMET_RULE_RADIOSURGERY_RECURRENCE = 21,
    SMET_RULE_RADIOSURGERY_OPTION = 22,
    SMET_RULE_RADIOSURGERY_OSSEOUS = 23,
    SMET_RULE_RADIOSURGERY_INSTABILITY = 24,
    SMET_RULE_RADIOSURGERY_LARGE = 25,
    SMET_RULE_RADIATION_INSTABILITY = 26,
    SMET_RULE_RADIATION_OSSEOUS = 27,
    SMET_RULE_RADIATION_MECHANICAL_PAIN = 28,
    SMET_RULE_RADIATION_REIRRADIATION = 29,
    SMET_RULE_SURGERY_DEFICIT = 30,
    SMET_RULE_SURGERY_INSTABILITY = 31,
    SMET_RULE_SURGERY_FAILED_RADIOTHERAPY = 32,
    SMET_RULE_SURGERY_LAMINECTOMY = 33,
    SMET_RULE_SURGERY_LAMINECTOMY_RADICULAR = 34,
    SMET_RULE_SURGERY_LAMINECTOMY_FIXATION = 35,
    SMET_RULE_SURGERY_UNILATERAL_FIXATION = 36,
    SMET_RULE_SURGERY_STABILIZATION = 37,
    SMET_RULE_SURGERY_LAMINECTOMY_BILATERAL = 38,
    SMET_RULE_SURGERY_SINS_BLIND_SPOT = 39,
    SMET_RULE_SURGERY_RESERVED = 40,
    SMET_RULE_SURGERY_NO_EPIDURAL = 41,
    SMET_RULE_SURGERY_PALLIATIVE = 42,
    SMET_RULE_SURGERY_NONOPERATIVE_LOW_TOKUHASHI = 43,
    SMET_RULE_SURGERY_SUPPORTIVE_TOMITA = 44,
    SMET_RULE_SURGERY_EXCISION_MINIMAL_ROLE = 45,
    SMET_RULE_SURGERY_EXCISION_ISOLATED = 46,
    SMET_RULE_SURGERY_EXCISION_COMPLICATIONS = 47,
    SMET_RULE_SURGERY_PROGNOSIS = 48,
    SMET_RULE_SURGERY_PALLIATIVE_INTENT = 49,
    SMET_RULE_SURGERY_COMPLICATIONS = 50,
    SMET_RULE_SACROPLASTY_REFRACTORY = 51,
    SMET_RULE_SACROPLASTY_OPTION = 52,
    SMET_RULE_SACROPLASTY_EPIDURAL = 53,
    SMET_RULE_SACROPLASTY_INSTABILITY = 54,
    SMET_RULE_SACROPLASTY_NEURAL = 55,
    SMET_RULE_SACROPLASTY_PLANNING = 56,
    SMET_RULE_ABLATION_REFRACTORY = 57,
    SMET_RULE_ABLATION_EPIDURAL = 58,
    SMET_RULE_ABLATION_INSTABILITY = 59,
    SMET_RULE_ABLATION_WITH_CEMENT = 60,
    SMET_RULE_ABLATION_INCONTINENCE = 61,
    SMET_RULE_EMBOLIZATION_PAIN = 62,
    SMET_RULE_EMBOLIZATION_SACRAL_NONRESPONSE = 63,
    SMET_RULE_EMBOLIZATION_PREOPERATIVE = 64,
    SMET_RULE_EMBOLIZATION_NO_DELAY = 65,
    SMET_RULE_BALLOON_BLOOD_LOSS = 66,
    SMET_RULE_BALLOON_COMPLICATIONS = 67,
    SMET_RULE_PERIOPERATIVE_PRIOR_RADIATION = 68,
    SMET_RULE_PERIOPERATIVE_SEQUENCE = 69,
    SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE = 70,
    SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE_OPTION = 71,
    SMET_RULE_PERIOPERATIVE_VANCOMYCIN = 72,
    SMET_RULE_PERIOPERATIVE_MIS_SCREWS = 73,
    SMET_RULE_SUPPORTIVE_THROMBOEMBOLISM = 74,
    SMET_RULE_CARE_MULTIDISCIPLINARY = 75,
    SMET_RULE_OUTCOMES_QUALITY_OF_LIFE = 76,
    SMET_RULE_OUTCOMES_FUNCTION = 77,
    SMET_RULE_OUTCOMES_PAIN = 78,
    SMET_RULE_OUTCOMES_DOMAINS = 79
};
enum smet_conflict {
    SMET_CONFLICT_INVALID = -1,
    SMET_CONFLICT_INDICATION_AND_PROGNOSIS = 0,
    SMET_CONFLICT_EXCISION_AND_SACRAL_RULE = 1,
    SMET_CONFLICT_EXCISION_AND_NO_EPIDURAL = 2,
    SMET_CONFLICT_TOKUHASHI_AND_TOMITA = 3,
    SMET_CONFLICT_SINS_AND_DECLARED_STABILITY = 4,
    SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_NO_EPIDURAL = 5,
    SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_ITS_RISK = 6
};
struct smet_finding_info {
    uint32_t size;
    smet_finding_t finding;
    const char *key;
    const char *label;
};
struct smet_intervention_info {
    uint32_t size;
    smet_intervention_t intervention;
    int32_t is_operation;
    int32_t is_local_treatment;
    int32_t is_around_operation;
    smet_field_t side_opposite_of;
    const char *key;
    const char *label;
    const char *definition;
};
struct smet_rule_info {
    uint32_t size;
    smet_rule_t rule;
    smet_verdict_t verdict;
    smet_grade_t grade;
    const char *key;
    const char *rationale;
    const char *section;
};
struct smet_conflict_info {
    uint32_t size;
    smet_conflict_t conflict;
    const char *key;
    const char *label;
    const char *explanation;
};
smet_status_t smet_finding_describe(smet_finding_t finding, struct smet_finding_info *info);
size_t smet_finding_condition(smet_finding_t finding, char *text, size_t capacity);
smet_status_t smet_intervention_describe(smet_intervention_t intervention,
    struct smet_intervention_info *info);
smet_status_t smet_rule_describe(smet_rule_t rule, struct smet_rule_info *info);
size_t smet_rule_condition(smet_rule_t rule, char *text, size_t capacity);
size_t smet_rule_interventions(smet_rule_t rule, smet_intervention_t *interventions, size_t
    capacity);
size_t smet_rule_references(smet_rule_t rule, smet_reference_t *references, size_t capacity);
size_t smet_rule_evidence(smet_rule_t rule, smet_evidence_t *evidence, size_t capacity);
size_t smet_rule_fields(smet_rule_t rule, smet_field_t *fields, size_t capacity);
smet_status_t smet_conflict_describe(smet_conflict_t conflict, struct smet_conflict_info *info);
size_t smet_conflict_condition(smet_conflict_t conflict, char *text, size_t capacity);
size_t smet_conflict_between(smet_conflict_t conflict, const char **keys, size_t capacity);
size_t smet_link_count(void);
const char *smet_link_text(size_t index);
size_t smet_link_fields(size_t index, smet_field_t *fields, size_t capacity);
struct smet_mapping_info {
    uint32_t size;
    smet_field_t field;
    smet_field_t from;
    smet_instrument_t instrument;
    smet_finding_t where;
    uint32_t row_count;
    const char *text;
};
size_t smet_mapping_count(void);
smet_status_t smet_mapping_describe(size_t index, struct smet_mapping_info *info);
size_t smet_mapping_row(size_t index, size_t row, int32_t to, smet_value_t *values, size_t
    capacity);
const char *smet_mapping_note(size_t index, size_t row);
smet_field_t smet_link_shortcut(size_t index);
int32_t smet_link_once_entered(size_t index);
size_t smet_link_case_count(size_t index);
size_t smet_link_case_values(size_t index, size_t which, size_t position, smet_value_t *values,
    size_t capacity);
size_t smet_check_count(void);
const char *smet_check_text(size_t index);
size_t smet_check_fields(size_t index, smet_field_t *fields, size_t capacity);
size_t smet_check_condition(size_t index, char *text, size_t capacity);
typedef struct smet_record smet_record;
smet_record *smet_record_new(void);
smet_record *smet_record_copy(const smet_record *record);
void smet_record_free(smet_record *record);
smet_status_t smet_record_set_option(smet_record *record, const char *field_key, const char
    *option_key, struct smet_error *error);
smet_status_t smet_record_set(smet_record *record, smet_field_t field, smet_value_t value,
    struct smet_error *error);
smet_status_t smet_record_narrow(smet_record *record, smet_field_t field, const smet_value_t
    *values, size_t count, struct smet_error *error);
smet_status_t smet_record_narrow_range(smet_record *record, smet_field_t field, smet_value_t
    minimum, smet_value_t maximum, struct smet_error *error);
smet_status_t smet_record_set_text(smet_record *record, const char *field_key, const char *text,
    struct smet_error *error);
smet_status_t smet_record_clear(smet_record *record, smet_field_t field);
int32_t smet_record_is_entered(const smet_record *record, smet_field_t field);
int32_t smet_record_is_possible(const smet_record *record, smet_field_t field, smet_value_t value);
size_t smet_record_values(const smet_record *record, smet_field_t field, smet_value_t *values,
    size_t capacity);
enum smet_instrument {
    SMET_INSTRUMENT_INVALID = -1,
    SMET_INSTRUMENT_TOKUHASHI_REVISED = 0,
    SMET_INSTRUMENT_TOMITA = 1,
    SMET_INSTRUMENT_SINS = 2
};
typedef int32_t smet_band_t;
enum smet_tokuhashi_revised_band {
    SMET_TOKUHASHI_REVISED_BAND_INVALID = -1,
    SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS = 0,
    SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_6_MONTHS = 1,
    SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS = 2
};
enum smet_tomita_band {
    SMET_TOMITA_BAND_INVALID = -1,
    SMET_TOMITA_BAND_LONG_TERM_CONTROL = 0,
    SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL = 1,
    SMET_TOMITA_BAND_SHORT_TERM_PALLIATION = 2,
    SMET_TOMITA_BAND_TERMINAL_CARE = 3
};
enum smet_sins_band {
    SMET_SINS_BAND_INVALID = -1,
    SMET_SINS_BAND_STABLE = 0,
    SMET_SINS_BAND_POTENTIALLY_UNSTABLE = 1,
    SMET_SINS_BAND_UNSTABLE = 2
};
typedef int32_t smet_direction_t;
enum smet_direction {
    SMET_DIRECTION_INVALID = -1,
    SMET_DIRECTION_HIGHER_IS_BETTER = 0,
    SMET_DIRECTION_HIGHER_IS_WORSE = 1
};
enum smet_score_room {
    SMET_BANDS_MAX = 8,
    SMET_SCORE_MISSING_MAX = 32
};
struct smet_score {
    uint32_t size;
    smet_instrument_t instrument;
    int32_t minimum;
    int32_t maximum;
    uint64_t totals;
    uint32_t bands;
    int32_t is_defined;
    int32_t is_complete;
    int32_t is_decided;
    uint32_t item_count;
    uint32_t missing_count;
    smet_field_t missing[32];
};
struct smet_score_item {
    uint32_t size;
    smet_field_t field;
    uint64_t points;
    smet_value_t option;
    int32_t is_derived;
    int32_t is_set_aside;
    int32_t reserved;
    const char *key;
    const char *note;
    const char *caveat;
    const char *label;
};
smet_status_t smet_record_score(const smet_record *record, smet_instrument_t instrument,
    struct smet_score *score, struct smet_error *error);
smet_status_t smet_record_score_item(const smet_record *record, smet_instrument_t instrument, size_t
    index, struct smet_score_item *item, struct smet_error *error);
size_t smet_record_score_item_derived_from(const smet_record *record, smet_instrument_t instrument,
    size_t index, smet_field_t *fields, size_t capacity);
size_t smet_record_score_notes(const smet_record *record, smet_instrument_t instrument, const char
    **notes, size_t capacity);
struct smet_instrument_info {
    uint32_t size;
    smet_instrument_t instrument;
    int32_t minimum;
    int32_t maximum;
    smet_direction_t direction;
    smet_field_t reported_field;
    uint32_t item_count;
    uint32_t band_count;
    uint32_t note_count;
    int32_t is_prognostic;
    const char *key;
    const char *label;
    const char *alias;
};
struct smet_item_info {
    uint32_t size;
    smet_field_t field;
    smet_field_t mapped_from;
    uint32_t row_count;
    const char *key;
    const char *label;
    const char *caveat;
    const char *provenance;
};
struct smet_points_info {
    uint32_t size;
    int32_t points;
    const char *label;
    const char *note;
};
struct smet_band_info {
    uint32_t size;
    smet_band_t band;
    int32_t minimum;
    int32_t maximum;
    const char *key;
    const char *label;
    const char *alias;
    const char *strategy;
    const char *provenance;
    int32_t survival_minimum;
    int32_t survival_maximum;
};
smet_status_t smet_instrument_describe(smet_instrument_t instrument, struct smet_instrument_info
    *info);
size_t smet_instrument_references(smet_instrument_t instrument, smet_reference_t *references, size_t
    capacity);
const char *smet_instrument_note(smet_instrument_t instrument, size_t index);
size_t smet_instrument_note_when(smet_instrument_t instrument, size_t index, smet_field_t *field,
    smet_value_t *values, size_t capacity);
smet_status_t smet_item_describe(smet_instrument_t instrument, size_t index, struct smet_item_info
    *info);
smet_status_t smet_points_describe(smet_instrument_t instrument, size_t index, size_t row,
    struct smet_points_info *info);
size_t smet_points_values(smet_instrument_t instrument, size_t index, size_t row, smet_value_t
    *values, size_t capacity);
smet_status_t smet_band_describe(smet_instrument_t instrument, smet_band_t band,
    struct smet_band_info *info);
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};
smet_status_t smet_score_arrow(smet_instrument_t instrument, const struct ArrowSchema *schema, const
    struct ArrowArray *array, struct ArrowSchema *out_schema, struct ArrowArray *out_array,
    struct smet_error *error);
smet_status_t smet_score_arrow_stream(smet_instrument_t instrument, struct ArrowArrayStream *input,
    struct ArrowArrayStream *output, struct smet_error *error);
smet_status_t smet_assess_arrow(const smet_intervention_t *interventions, size_t intervention_count,
    const struct ArrowSchema *schema, const struct ArrowArray *array, struct ArrowSchema
    *out_schema, struct ArrowArray *out_array, struct smet_error *error);
smet_status_t smet_assess_arrow_stream(const smet_intervention_t *interventions, size_t
    intervention_count, struct ArrowArrayStream *input, struct ArrowArrayStream *output,
    struct smet_error *error);
typedef struct smet_assessment smet_assessment;
enum smet_assessment_room {
    SMET_POSSIBLE_MAX = 16,
    SMET_NEXT_MAX = 5
};
struct smet_disposition {
    uint32_t size;
    smet_intervention_t intervention;
    smet_verdict_t disposition;
    int32_t is_settled;
    smet_side_t side;
    uint32_t possible_count;
    smet_verdict_t possible[16];
};
struct smet_rule_state {
    uint32_t size;
    smet_rule_t rule;
    smet_verdict_t verdict;
    smet_truth_t fires;
    int32_t is_overruled;
};
struct smet_next_fact {
    uint32_t size;
    smet_field_t field;
    int32_t may_show_emergency;
};
smet_assessment *smet_assess(const smet_record *record, struct smet_error *error);
smet_assessment *smet_assessment_copy(const smet_assessment *assessment);
void smet_assessment_free(smet_assessment *assessment);
const smet_record *smet_assessment_record(const smet_assessment *assessment);
smet_status_t smet_assessment_disposition(const smet_assessment *assessment, smet_intervention_t
    intervention, struct smet_disposition *disposition);
size_t smet_assessment_deciding(const smet_assessment *assessment, smet_intervention_t intervention,
    smet_field_t *fields, size_t capacity);
size_t smet_assessment_alarming(const smet_assessment *assessment, smet_intervention_t intervention,
    smet_field_t *fields, size_t capacity);
size_t smet_assessment_disposition_count(const smet_assessment *assessment);
smet_status_t smet_assessment_disposition_at(const smet_assessment *assessment, size_t index,
    struct smet_disposition *disposition);
size_t smet_assessment_rules(const smet_assessment *assessment, smet_intervention_t intervention,
    smet_rule_t *rules, size_t capacity);
smet_status_t smet_assessment_rule(const smet_assessment *assessment, smet_intervention_t
    intervention, smet_rule_t rule, struct smet_rule_state *state);
size_t smet_assessment_rule_derived(const smet_assessment *assessment, smet_rule_t rule,
    smet_field_t *fields, size_t capacity);
size_t smet_assessment_cautions(const smet_assessment *assessment, smet_intervention_t intervention,
    smet_rule_t *rules, size_t capacity);
smet_truth_t smet_assessment_finding(const smet_assessment *assessment, smet_finding_t finding);
smet_status_t smet_assessment_score(const smet_assessment *assessment, smet_instrument_t instrument,
    struct smet_score *score);
size_t smet_assessment_values(const smet_assessment *assessment, smet_field_t field, smet_value_t
    *values, size_t capacity);
size_t smet_assessment_derived_from(const smet_assessment *assessment, smet_field_t field,
    smet_field_t *fields, size_t capacity);
size_t smet_assessment_conflicts(const smet_assessment *assessment, smet_conflict_t *conflicts,
    size_t capacity);
size_t smet_assessment_inconsistency_count(const smet_assessment *assessment);
size_t smet_assessment_inconsistency_fields(const smet_assessment *assessment, size_t index,
    smet_field_t *fields, size_t capacity);
const char *smet_assessment_inconsistency_text(const smet_assessment *assessment, size_t index);
size_t smet_assessment_next_count(const smet_assessment *assessment);
smet_status_t smet_assessment_next(const smet_assessment *assessment, size_t index,
    struct smet_next_fact *fact);
size_t smet_assessment_next_interventions(const smet_assessment *assessment, size_t index,
    smet_intervention_t *interventions, size_t capacity);
size_t smet_assessment_next_instruments(const smet_assessment *assessment, size_t index,
    smet_instrument_t *instruments, size_t capacity);
typedef int32_t smet_element_t;
enum smet_element {
    SMET_ELEMENT_INVALID = -1,
    SMET_ELEMENT_INT8 = 0,
    SMET_ELEMENT_UINT8 = 1,
    SMET_ELEMENT_INT16 = 2,
    SMET_ELEMENT_UINT16 = 3,
    SMET_ELEMENT_INT32 = 4,
    SMET_ELEMENT_UINT32 = 5
};
enum smet_set_cell {
    SMET_SET_CELL = 128,
    SMET_SETS_MAX = 120
};
struct smet_column {
    uint32_t size;
    smet_field_t field;
    smet_element_t element;
    int32_t has_unknown;
    int64_t unknown;
    const void *values;
    const uint8_t *validity;
    uint64_t validity_offset;
    uint32_t set_count;
    uint32_t reserved;
    const uint64_t *sets;
    const void *more;
};
enum smet_row_status {
    SMET_ROW_STATUS_INVALID = -1,
    SMET_ROW_GOOD = 0,
    SMET_ROW_BAD_CODE = 1
};
enum smet_no_answer {
    SMET_NO_TOTAL = 255,
    SMET_NO_DISPOSITION = 255
};
struct smet_score_arrays {
    uint32_t size;
    uint32_t reserved;
    uint8_t *minimum;
    uint8_t *maximum;
    uint8_t *bands;
    uint8_t *missing;
    uint8_t *status;
};
struct smet_disposition_arrays {
    uint32_t size;
    uint32_t intervention_count;
    uint8_t *const *dispositions;
    uint8_t *const *settled;
    uint8_t *status;
};
struct smet_check_arrays {
    uint32_t size;
    uint32_t reserved;
    uint8_t *inconsistent;
    uint8_t *status;
    uint32_t relation_count;
    uint32_t check_count;
    uint8_t *const *relations;
    uint8_t *const *checks;
};
smet_status_t smet_score_columns(smet_instrument_t instrument, const struct smet_column *const
    *columns, size_t column_count, size_t row_count, const struct smet_score_arrays *output,
    struct smet_error *error);
smet_status_t smet_assess_columns(const struct smet_column *const *columns, size_t column_count,
    size_t row_count, const struct smet_disposition_arrays *output, struct smet_error *error);
smet_status_t smet_check_columns(const struct smet_column *const *columns, size_t column_count,
    size_t row_count, const struct smet_check_arrays *output, struct smet_error *error);
typedef int32_t smet_evidence_status_t;
typedef int32_t smet_dispute_t;
enum smet_reference {
    SMET_REFERENCE_INVALID = -1,
    SMET_REFERENCE_MIKA_2018 = 0,
    SMET_REFERENCE_NCI_2018 = 1,
    SMET_REFERENCE_NADER_2004 = 2,
    SMET_REFERENCE_KOLLENDER_2003 = 3,
    SMET_REFERENCE_BATSON_1995 = 4,
    SMET_REFERENCE_SUNDERMEYER_2005 = 5,
    SMET_REFERENCE_SANTINI_2012 = 6,
    SMET_REFERENCE_FELDENZER_1989 = 7,
    SMET_REFERENCE_FINIELS_1997 = 8,
    SMET_REFERENCE_KORTMAN_2013 = 9,
    SMET_REFERENCE_WUISMAN_2000 = 10,
    SMET_REFERENCE_OZDEMIR_1999 = 11,
    SMET_REFERENCE_QURAISHI_2012 = 12,
    SMET_REFERENCE_MIRALBELL_1990 = 13,
    SMET_REFERENCE_MUSAHL_2008 = 14,
    SMET_REFERENCE_AMOROSA_1985 = 15,
    SMET_REFERENCE_GUPTA_2014 = 16,
    SMET_REFERENCE_GERBER_2008 = 17,
    SMET_REFERENCE_NASIR_2006 = 18,
    SMET_REFERENCE_GIBBS_2003 = 19,
    SMET_REFERENCE_MCCLELLAND_2017 = 20,
    SMET_REFERENCE_AHMED_2012 = 21,
    SMET_REFERENCE_GERSZTEN_2007 = 22,
    SMET_REFERENCE_WITHAM_2006 = 23,
    SMET_REFERENCE_FEIZ_ERFAN_2012 = 24,
    SMET_REFERENCE_TOKUHASHI_2005 = 25,
    SMET_REFERENCE_KAWAHARA_2009 = 26,
    SMET_REFERENCE_DU_2016 = 27,
    SMET_REFERENCE_FOURNEY_2011 = 28,
    SMET_REFERENCE_FACCHINI_2016 = 29,
    SMET_REFERENCE_NAIR_2013 = 30,
    SMET_REFERENCE_TANG_2010 = 31,
    SMET_REFERENCE_MASALA_2006 = 32,
    SMET_REFERENCE_CHO_2010 = 33,
    SMET_REFERENCE_HIRSCH_2013 = 34,
    SMET_REFERENCE_JAYARAMAN_2009 = 35,
    SMET_REFERENCE_ZHANG_2008 = 36,
    SMET_REFERENCE_CHO_2016 = 37,
    SMET_REFERENCE_AGARAWAL_2006 = 38,
    SMET_REFERENCE_BLOMLIE_1996 = 39,
    SMET_REFERENCE_MADAELIL_2016 = 40,
    SMET_REFERENCE_MOUSSAZADEH_2015 = 41,
    SMET_REFERENCE_ANDRESEN_2014 = 42,
    SMET_REFERENCE_BARBER_2013 = 43,
    SMET_REFERENCE_WALLACE_2015 = 44,
    SMET_REFERENCE_GOETZ_2004 = 45,
    SMET_REFERENCE_BURAIMOH_2017 = 46,
    SMET_REFERENCE_CHOI_2016 = 47,
    SMET_REFERENCE_DOLAN_2016 = 48,
    SMET_REFERENCE_MESFIN_2016 = 49,
    SMET_REFERENCE_OKAFOR_2016 = 50,
    SMET_REFERENCE_STREET_2009 = 51,
    SMET_REFERENCE_STREET_2010 = 52,
    SMET_REFERENCE_PAULINO_PEREIRA_2017 = 53,
    SMET_REFERENCE_VAN_WULFFTEN_PALTHE_2017 = 54,
    SMET_REFERENCE_TOMITA_2001 = 55,
    SMET_REFERENCE_FISHER_2010 = 56,
    SMET_REFERENCE_SPINE_J_2022 = 57,
    SMET_REFERENCE_OKEN_1982 = 58,
    SMET_REFERENCE_ECOG_ACRIN = 59,
    SMET_REFERENCE_MA_2010 = 60,
    SMET_REFERENCE_PRASAD_2018 = 61,
    SMET_REFERENCE_BILSKY_2010 = 62,
    SMET_REFERENCE_SERLIN_1995 = 63
};
enum smet_evidence {
    SMET_EVIDENCE_INVALID = -1,
    SMET_EVIDENCE_E1 = 1,
    SMET_EVIDENCE_E2 = 2,
    SMET_EVIDENCE_E3 = 3,
    SMET_EVIDENCE_E4 = 4,
    SMET_EVIDENCE_E5 = 5,
    SMET_EVIDENCE_E6 = 6,
    SMET_EVIDENCE_E7 = 7,
    SMET_EVIDENCE_E8 = 8,
    SMET_EVIDENCE_E9 = 9,
    SMET_EVIDENCE_E10 = 10,
    SMET_EVIDENCE_E11 = 11,
    SMET_EVIDENCE_E12 = 12,
    SMET_EVIDENCE_E13 = 13
};
enum smet_evidence_status {
    SMET_EVIDENCE_STATUS_INVALID = -1,
    SMET_EVIDENCE_STATUS_AS_REVIEWED = 0,
    SMET_EVIDENCE_STATUS_CHECKED = 1,
    SMET_EVIDENCE_STATUS_CONFLICT = 2,
    SMET_EVIDENCE_STATUS_ABSTRACT = 3
};
enum smet_dispute {
    SMET_DISPUTE_INVALID = -1,
    SMET_DISPUTE_C1 = 1,
    SMET_DISPUTE_C2 = 2,
    SMET_DISPUTE_C3 = 3,
    SMET_DISPUTE_C4 = 4,
    SMET_DISPUTE_C5 = 5,
    SMET_DISPUTE_C6 = 6,
    SMET_DISPUTE_C7 = 7,
    SMET_DISPUTE_C8 = 8,
    SMET_DISPUTE_C9 = 9
};
struct smet_reference_info {
    uint32_t size;
    smet_reference_t reference;
    int32_t number;
    int32_t year;
    const char *key;
    const char *authors;
    const char *title;
    const char *journal;
    const char *volume;
    const char *pages;
    const char *doi;
    const char *pmid;
    const char *citation;
};
struct smet_evidence_info {
    uint32_t size;
    smet_evidence_t evidence;
    smet_reference_t reference;
    smet_evidence_status_t status;
    int32_t n;
    uint32_t reserved;
    const char *key;
    const char *label;
    const char *measure;
    const char *before;
    const char *after;
    const char *p;
    const char *statement;
    const char *disagreement;
};
struct smet_dispute_info {
    uint32_t size;
    smet_dispute_t dispute;
    const char *key;
    const char *label;
    const char *statement;
    const char *choice;
};
smet_status_t smet_reference_describe(smet_reference_t reference, struct smet_reference_info *info);
smet_status_t smet_evidence_describe(smet_evidence_t evidence, struct smet_evidence_info *info);
size_t smet_evidence_interventions(smet_evidence_t evidence, smet_intervention_t *interventions,
    size_t capacity);
smet_status_t smet_dispute_describe(smet_dispute_t dispute, struct smet_dispute_info *info);
size_t smet_dispute_references(smet_dispute_t dispute, smet_reference_t *references, size_t
    capacity);
typedef int32_t smet_vocabulary_t;
enum smet_vocabulary {
    SMET_VOCABULARY_INVALID = -1,
    SMET_VOCABULARY_STATUS = 0,
    SMET_VOCABULARY_FIELD = 1,
    SMET_VOCABULARY_FIELD_KIND = 2,
    SMET_VOCABULARY_FIELD_GROUP = 3,
    SMET_VOCABULARY_INSTRUMENT = 4,
    SMET_VOCABULARY_DIRECTION = 5,
    SMET_VOCABULARY_FINDING = 6,
    SMET_VOCABULARY_TRUTH = 7,
    SMET_VOCABULARY_INTERVENTION = 8,
    SMET_VOCABULARY_RULE = 9,
    SMET_VOCABULARY_VERDICT = 10,
    SMET_VOCABULARY_GRADE = 11,
    SMET_VOCABULARY_SIDE = 12,
    SMET_VOCABULARY_CONFLICT = 13,
    SMET_VOCABULARY_REFERENCE = 14,
    SMET_VOCABULARY_EVIDENCE = 15,
    SMET_VOCABULARY_EVIDENCE_STATUS = 16,
    SMET_VOCABULARY_DISPUTE = 17,
    SMET_VOCABULARY_VOCABULARY = 18
};
size_t smet_term_count(smet_vocabulary_t vocabulary);
int32_t smet_term_at(smet_vocabulary_t vocabulary, size_t index);
const char *smet_term_key(smet_vocabulary_t vocabulary, int32_t term);
const char *smet_term_label(smet_vocabulary_t vocabulary, int32_t term);
int32_t smet_term_find(smet_vocabulary_t vocabulary, const char *key);
enum smet_version_of_headers {
    SMET_VERSION_MAJOR = 0,
    SMET_VERSION_MINOR = 1,
    SMET_VERSION_PATCH = 0,
    SMET_ABI_VERSION_MAJOR = 0,
    SMET_ABI_VERSION_MINOR = 2
};
const char *smet_version(void);
uint32_t smet_version_number(void);
const char *smet_abi_version(void);
int32_t smet_abi_serves(int32_t major, int32_t minor);
const char *smet_content_version(void);
const char *smet_content_digest(void);
