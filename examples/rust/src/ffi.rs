//! The functions, structs and numbers of the C headers, as they are.
//!
//! Made by `make-ffi.sh` with bindgen; not to be edited. What each is, is said in
//! the headers. A test compares this file with them.
#![allow(missing_docs, non_camel_case_types, non_upper_case_globals)]
#![allow(clippy::all, unreachable_pub)]

pub type smet_field_t = i32;
pub type smet_instrument_t = i32;
pub type smet_intervention_t = i32;
pub type smet_reference_t = i32;
pub type smet_evidence_t = i32;
pub type smet_status_t = i32;
pub const SMET_STATUS_INVALID: smet_status = -1;
pub const SMET_OK: smet_status = 0;
pub const SMET_ERROR_NULL_ARGUMENT: smet_status = -2;
pub const SMET_ERROR_STRUCT_SIZE: smet_status = -3;
pub const SMET_ERROR_STRUCT_TAIL: smet_status = -4;
pub const SMET_ERROR_UNKNOWN_FIELD: smet_status = -5;
pub const SMET_ERROR_UNKNOWN_OPTION: smet_status = -6;
pub const SMET_ERROR_OUT_OF_RANGE: smet_status = -7;
pub const SMET_ERROR_REVERSED_RANGE: smet_status = -8;
pub const SMET_ERROR_EMPTY_SET: smet_status = -9;
pub const SMET_ERROR_CONTRADICTION: smet_status = -10;
pub const SMET_ERROR_WRONG_KIND: smet_status = -11;
pub const SMET_ERROR_UNKNOWN_TERM: smet_status = -12;
pub const SMET_ERROR_NO_MEMORY: smet_status = -13;
pub const SMET_ERROR_SYNTAX: smet_status = -14;
pub const SMET_ERROR_DUPLICATE: smet_status = -15;
pub const SMET_ERROR_ENCODING: smet_status = -16;
pub const SMET_ERROR_TOO_LARGE: smet_status = -17;
pub const SMET_ERROR_INDEX: smet_status = -18;
pub type smet_status = ::std::os::raw::c_int;
#[repr(C)]
pub struct smet_error {
    pub size: u32,
    pub status: smet_status_t,
    pub field: smet_field_t,
    pub line: u32,
    pub column: u32,
    pub message: [::std::os::raw::c_char; 236usize],
}
impl Default for smet_error {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_status_name(status: smet_status_t) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_status_text(status: smet_status_t) -> *const ::std::os::raw::c_char;
}
pub type smet_value_t = i32;
pub const SMET_FIELD_INVALID: smet_field = -1;
pub const SMET_FIELD_AGE_YEARS: smet_field = 0;
pub const SMET_FIELD_PRIMARY_TUMOR: smet_field = 1;
pub const SMET_FIELD_TUMOR_GROWTH: smet_field = 2;
pub const SMET_FIELD_HYPERVASCULAR: smet_field = 3;
pub const SMET_FIELD_LOCAL_EXTENSION: smet_field = 4;
pub const SMET_FIELD_SOLITARY_LESION: smet_field = 5;
pub const SMET_FIELD_EXTRASPINAL_BONE_METASTASES: smet_field = 6;
pub const SMET_FIELD_VERTEBRAL_METASTASES: smet_field = 7;
pub const SMET_FIELD_MAJOR_ORGAN_METASTASES: smet_field = 8;
pub const SMET_FIELD_VISCERAL_METASTASES: smet_field = 9;
pub const SMET_FIELD_KARNOFSKY: smet_field = 10;
pub const SMET_FIELD_ECOG: smet_field = 11;
pub const SMET_FIELD_LONG_TERM_SURVIVAL_EXPECTED: smet_field = 12;
pub const SMET_FIELD_NEUROLOGICAL_EXAMINATION: smet_field = 13;
pub const SMET_FIELD_FRANKEL: smet_field = 14;
pub const SMET_FIELD_CAUDA_EQUINA_SYNDROME: smet_field = 15;
pub const SMET_FIELD_BLADDER: smet_field = 16;
pub const SMET_FIELD_BOWEL: smet_field = 17;
pub const SMET_FIELD_MOTOR_DEFICIT: smet_field = 18;
pub const SMET_FIELD_SENSORY_DEFICIT: smet_field = 19;
pub const SMET_FIELD_SEXUAL_DYSFUNCTION: smet_field = 20;
pub const SMET_FIELD_RADICULOPATHY: smet_field = 21;
pub const SMET_FIELD_ACUTE_DETERIORATION: smet_field = 22;
pub const SMET_FIELD_NERVE_ROOT_COMPRESSION: smet_field = 23;
pub const SMET_FIELD_OSSEOUS_COMPRESSION: smet_field = 24;
pub const SMET_FIELD_AMBULATION: smet_field = 25;
pub const SMET_FIELD_PAIN: smet_field = 26;
pub const SMET_FIELD_PAIN_SCORE: smet_field = 27;
pub const SMET_FIELD_PAIN_UNRELENTING: smet_field = 28;
pub const SMET_FIELD_LESION_LEVEL: smet_field = 29;
pub const SMET_FIELD_BONE_LESION: smet_field = 30;
pub const SMET_FIELD_ALIGNMENT: smet_field = 31;
pub const SMET_FIELD_VERTEBRAL_COLLAPSE: smet_field = 32;
pub const SMET_FIELD_POSTEROLATERAL_INVOLVEMENT: smet_field = 33;
pub const SMET_FIELD_STABILITY: smet_field = 34;
pub const SMET_FIELD_EPIDURAL_DISEASE: smet_field = 35;
pub const SMET_FIELD_ESCC: smet_field = 36;
pub const SMET_FIELD_ILIUM_INVOLVEMENT: smet_field = 37;
pub const SMET_FIELD_SACRAL_FRACTURE: smet_field = 38;
pub const SMET_FIELD_LESION_LARGE: smet_field = 39;
pub const SMET_FIELD_RADIOGRAPH: smet_field = 40;
pub const SMET_FIELD_MRI: smet_field = 41;
pub const SMET_FIELD_CT_DONE: smet_field = 42;
pub const SMET_FIELD_TISSUE_DIAGNOSIS: smet_field = 43;
pub const SMET_FIELD_CULTURES_SENT: smet_field = 44;
pub const SMET_FIELD_PRIOR_RADIOTHERAPY: smet_field = 45;
pub const SMET_FIELD_RADIOTHERAPY_OUTCOME: smet_field = 46;
pub const SMET_FIELD_REPORTED_SINS: smet_field = 47;
pub const SMET_FIELD_REPORTED_TOKUHASHI_REVISED: smet_field = 48;
pub const SMET_FIELD_REPORTED_TOMITA: smet_field = 49;
pub type smet_field = ::std::os::raw::c_int;
pub const SMET_YES_NO_INVALID: smet_yes_no = -1;
pub const SMET_NO: smet_yes_no = 0;
pub const SMET_YES: smet_yes_no = 1;
pub type smet_yes_no = ::std::os::raw::c_int;
pub const SMET_PRIMARY_TUMOR_INVALID: smet_primary_tumor = -1;
pub const SMET_PRIMARY_TUMOR_LUNG: smet_primary_tumor = 0;
pub const SMET_PRIMARY_TUMOR_BREAST: smet_primary_tumor = 1;
pub const SMET_PRIMARY_TUMOR_PROSTATE: smet_primary_tumor = 2;
pub const SMET_PRIMARY_TUMOR_KIDNEY: smet_primary_tumor = 3;
pub const SMET_PRIMARY_TUMOR_THYROID: smet_primary_tumor = 4;
pub const SMET_PRIMARY_TUMOR_LIVER: smet_primary_tumor = 5;
pub const SMET_PRIMARY_TUMOR_GALLBLADDER: smet_primary_tumor = 6;
pub const SMET_PRIMARY_TUMOR_STOMACH: smet_primary_tumor = 7;
pub const SMET_PRIMARY_TUMOR_ESOPHAGUS: smet_primary_tumor = 8;
pub const SMET_PRIMARY_TUMOR_PANCREAS: smet_primary_tumor = 9;
pub const SMET_PRIMARY_TUMOR_COLON: smet_primary_tumor = 10;
pub const SMET_PRIMARY_TUMOR_RECTUM: smet_primary_tumor = 11;
pub const SMET_PRIMARY_TUMOR_BLADDER: smet_primary_tumor = 12;
pub const SMET_PRIMARY_TUMOR_UTERUS: smet_primary_tumor = 13;
pub const SMET_PRIMARY_TUMOR_CERVIX: smet_primary_tumor = 14;
pub const SMET_PRIMARY_TUMOR_OVARY: smet_primary_tumor = 15;
pub const SMET_PRIMARY_TUMOR_MELANOMA: smet_primary_tumor = 16;
pub const SMET_PRIMARY_TUMOR_OSTEOSARCOMA: smet_primary_tumor = 17;
pub const SMET_PRIMARY_TUMOR_SARCOMA: smet_primary_tumor = 18;
pub const SMET_PRIMARY_TUMOR_CARCINOID: smet_primary_tumor = 19;
pub const SMET_PRIMARY_TUMOR_MYELOMA: smet_primary_tumor = 20;
pub const SMET_PRIMARY_TUMOR_LYMPHOMA: smet_primary_tumor = 21;
pub const SMET_PRIMARY_TUMOR_HEAD_AND_NECK: smet_primary_tumor = 22;
pub const SMET_PRIMARY_TUMOR_TESTIS: smet_primary_tumor = 23;
pub const SMET_PRIMARY_TUMOR_OTHER: smet_primary_tumor = 24;
pub const SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY: smet_primary_tumor = 25;
pub type smet_primary_tumor = ::std::os::raw::c_int;
pub const SMET_TUMOR_GROWTH_INVALID: smet_tumor_growth = -1;
pub const SMET_TUMOR_GROWTH_SLOW: smet_tumor_growth = 0;
pub const SMET_TUMOR_GROWTH_MODERATE: smet_tumor_growth = 1;
pub const SMET_TUMOR_GROWTH_RAPID: smet_tumor_growth = 2;
pub type smet_tumor_growth = ::std::os::raw::c_int;
pub const SMET_MAJOR_ORGAN_METASTASES_INVALID: smet_major_organ_metastases = -1;
pub const SMET_MAJOR_ORGAN_METASTASES_NONE: smet_major_organ_metastases = 0;
pub const SMET_MAJOR_ORGAN_METASTASES_REMOVABLE: smet_major_organ_metastases = 1;
pub const SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE: smet_major_organ_metastases = 2;
pub type smet_major_organ_metastases = ::std::os::raw::c_int;
pub const SMET_VISCERAL_METASTASES_INVALID: smet_visceral_metastases = -1;
pub const SMET_VISCERAL_METASTASES_NONE: smet_visceral_metastases = 0;
pub const SMET_VISCERAL_METASTASES_TREATABLE: smet_visceral_metastases = 1;
pub const SMET_VISCERAL_METASTASES_UNTREATABLE: smet_visceral_metastases = 2;
pub type smet_visceral_metastases = ::std::os::raw::c_int;
pub const SMET_ECOG_INVALID: smet_ecog = -1;
pub const SMET_ECOG_0: smet_ecog = 0;
pub const SMET_ECOG_1: smet_ecog = 1;
pub const SMET_ECOG_2: smet_ecog = 2;
pub const SMET_ECOG_3: smet_ecog = 3;
pub const SMET_ECOG_4: smet_ecog = 4;
pub type smet_ecog = ::std::os::raw::c_int;
pub const SMET_NEUROLOGICAL_EXAMINATION_INVALID: smet_neurological_examination = -1;
pub const SMET_NEUROLOGICAL_EXAMINATION_NORMAL: smet_neurological_examination = 0;
pub const SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL: smet_neurological_examination = 1;
pub type smet_neurological_examination = ::std::os::raw::c_int;
pub const SMET_FRANKEL_INVALID: smet_frankel = -1;
pub const SMET_FRANKEL_A: smet_frankel = 0;
pub const SMET_FRANKEL_B: smet_frankel = 1;
pub const SMET_FRANKEL_C: smet_frankel = 2;
pub const SMET_FRANKEL_D: smet_frankel = 3;
pub const SMET_FRANKEL_E: smet_frankel = 4;
pub type smet_frankel = ::std::os::raw::c_int;
pub const SMET_BLADDER_INVALID: smet_bladder = -1;
pub const SMET_BLADDER_NORMAL: smet_bladder = 0;
pub const SMET_BLADDER_RETENTION: smet_bladder = 1;
pub const SMET_BLADDER_INCONTINENCE: smet_bladder = 2;
pub const SMET_BLADDER_OTHER_CAUSE: smet_bladder = 3;
pub type smet_bladder = ::std::os::raw::c_int;
pub const SMET_BOWEL_INVALID: smet_bowel = -1;
pub const SMET_BOWEL_NORMAL: smet_bowel = 0;
pub const SMET_BOWEL_CONSTIPATION: smet_bowel = 1;
pub const SMET_BOWEL_INCONTINENCE: smet_bowel = 2;
pub const SMET_BOWEL_OTHER_CAUSE: smet_bowel = 3;
pub type smet_bowel = ::std::os::raw::c_int;
pub const SMET_AMBULATION_INVALID: smet_ambulation = -1;
pub const SMET_AMBULATION_INDEPENDENT: smet_ambulation = 0;
pub const SMET_AMBULATION_AIDED: smet_ambulation = 1;
pub const SMET_AMBULATION_NONE: smet_ambulation = 2;
pub type smet_ambulation = ::std::os::raw::c_int;
pub const SMET_PAIN_INVALID: smet_pain = -1;
pub const SMET_PAIN_NONE: smet_pain = 0;
pub const SMET_PAIN_NONMECHANICAL: smet_pain = 1;
pub const SMET_PAIN_MECHANICAL: smet_pain = 2;
pub type smet_pain = ::std::os::raw::c_int;
pub const SMET_LESION_LEVEL_INVALID: smet_lesion_level = -1;
pub const SMET_LESION_LEVEL_OCCIPUT: smet_lesion_level = 0;
pub const SMET_LESION_LEVEL_C1: smet_lesion_level = 1;
pub const SMET_LESION_LEVEL_C2: smet_lesion_level = 2;
pub const SMET_LESION_LEVEL_C3: smet_lesion_level = 3;
pub const SMET_LESION_LEVEL_C4: smet_lesion_level = 4;
pub const SMET_LESION_LEVEL_C5: smet_lesion_level = 5;
pub const SMET_LESION_LEVEL_C6: smet_lesion_level = 6;
pub const SMET_LESION_LEVEL_C7: smet_lesion_level = 7;
pub const SMET_LESION_LEVEL_T1: smet_lesion_level = 8;
pub const SMET_LESION_LEVEL_T2: smet_lesion_level = 9;
pub const SMET_LESION_LEVEL_T3: smet_lesion_level = 10;
pub const SMET_LESION_LEVEL_T4: smet_lesion_level = 11;
pub const SMET_LESION_LEVEL_T5: smet_lesion_level = 12;
pub const SMET_LESION_LEVEL_T6: smet_lesion_level = 13;
pub const SMET_LESION_LEVEL_T7: smet_lesion_level = 14;
pub const SMET_LESION_LEVEL_T8: smet_lesion_level = 15;
pub const SMET_LESION_LEVEL_T9: smet_lesion_level = 16;
pub const SMET_LESION_LEVEL_T10: smet_lesion_level = 17;
pub const SMET_LESION_LEVEL_T11: smet_lesion_level = 18;
pub const SMET_LESION_LEVEL_T12: smet_lesion_level = 19;
pub const SMET_LESION_LEVEL_L1: smet_lesion_level = 20;
pub const SMET_LESION_LEVEL_L2: smet_lesion_level = 21;
pub const SMET_LESION_LEVEL_L3: smet_lesion_level = 22;
pub const SMET_LESION_LEVEL_L4: smet_lesion_level = 23;
pub const SMET_LESION_LEVEL_L5: smet_lesion_level = 24;
pub const SMET_LESION_LEVEL_S1: smet_lesion_level = 25;
pub const SMET_LESION_LEVEL_S2: smet_lesion_level = 26;
pub const SMET_LESION_LEVEL_S3: smet_lesion_level = 27;
pub const SMET_LESION_LEVEL_S4: smet_lesion_level = 28;
pub const SMET_LESION_LEVEL_S5: smet_lesion_level = 29;
pub type smet_lesion_level = ::std::os::raw::c_int;
pub const SMET_BONE_LESION_INVALID: smet_bone_lesion = -1;
pub const SMET_BONE_LESION_BLASTIC: smet_bone_lesion = 0;
pub const SMET_BONE_LESION_MIXED: smet_bone_lesion = 1;
pub const SMET_BONE_LESION_LYTIC: smet_bone_lesion = 2;
pub type smet_bone_lesion = ::std::os::raw::c_int;
pub const SMET_ALIGNMENT_INVALID: smet_alignment = -1;
pub const SMET_ALIGNMENT_NORMAL: smet_alignment = 0;
pub const SMET_ALIGNMENT_DEFORMITY: smet_alignment = 1;
pub const SMET_ALIGNMENT_SUBLUXATION: smet_alignment = 2;
pub type smet_alignment = ::std::os::raw::c_int;
pub const SMET_VERTEBRAL_COLLAPSE_INVALID: smet_vertebral_collapse = -1;
pub const SMET_VERTEBRAL_COLLAPSE_NONE: smet_vertebral_collapse = 0;
pub const SMET_VERTEBRAL_COLLAPSE_BODY_INVOLVED_OVER_HALF: smet_vertebral_collapse = 1;
pub const SMET_VERTEBRAL_COLLAPSE_UP_TO_HALF: smet_vertebral_collapse = 2;
pub const SMET_VERTEBRAL_COLLAPSE_OVER_HALF: smet_vertebral_collapse = 3;
pub type smet_vertebral_collapse = ::std::os::raw::c_int;
pub const SMET_POSTEROLATERAL_INVOLVEMENT_INVALID: smet_posterolateral_involvement = -1;
pub const SMET_POSTEROLATERAL_INVOLVEMENT_NONE: smet_posterolateral_involvement = 0;
pub const SMET_POSTEROLATERAL_INVOLVEMENT_UNILATERAL: smet_posterolateral_involvement = 1;
pub const SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL: smet_posterolateral_involvement = 2;
pub type smet_posterolateral_involvement = ::std::os::raw::c_int;
pub const SMET_STABILITY_INVALID: smet_stability = -1;
pub const SMET_STABILITY_STABLE: smet_stability = 0;
pub const SMET_STABILITY_POTENTIALLY_UNSTABLE: smet_stability = 1;
pub const SMET_STABILITY_UNSTABLE: smet_stability = 2;
pub type smet_stability = ::std::os::raw::c_int;
pub const SMET_ESCC_INVALID: smet_escc = -1;
pub const SMET_ESCC_0: smet_escc = 0;
pub const SMET_ESCC_1A: smet_escc = 1;
pub const SMET_ESCC_1B: smet_escc = 2;
pub const SMET_ESCC_1C: smet_escc = 3;
pub const SMET_ESCC_2: smet_escc = 4;
pub const SMET_ESCC_3: smet_escc = 5;
pub type smet_escc = ::std::os::raw::c_int;
pub const SMET_ILIUM_INVOLVEMENT_INVALID: smet_ilium_involvement = -1;
pub const SMET_ILIUM_INVOLVEMENT_NONE: smet_ilium_involvement = 0;
pub const SMET_ILIUM_INVOLVEMENT_LEFT: smet_ilium_involvement = 1;
pub const SMET_ILIUM_INVOLVEMENT_RIGHT: smet_ilium_involvement = 2;
pub const SMET_ILIUM_INVOLVEMENT_BILATERAL: smet_ilium_involvement = 3;
pub type smet_ilium_involvement = ::std::os::raw::c_int;
pub const SMET_RADIOGRAPH_INVALID: smet_radiograph = -1;
pub const SMET_RADIOGRAPH_NOT_DONE: smet_radiograph = 0;
pub const SMET_RADIOGRAPH_UNREMARKABLE: smet_radiograph = 1;
pub const SMET_RADIOGRAPH_ARCUATE_LINES_LOST: smet_radiograph = 2;
pub const SMET_RADIOGRAPH_OTHER_ABNORMALITY: smet_radiograph = 3;
pub type smet_radiograph = ::std::os::raw::c_int;
pub const SMET_MRI_INVALID: smet_mri = -1;
pub const SMET_MRI_NOT_DONE: smet_mri = 0;
pub const SMET_MRI_WITHOUT_CONTRAST: smet_mri = 1;
pub const SMET_MRI_WITH_AND_WITHOUT_CONTRAST: smet_mri = 2;
pub type smet_mri = ::std::os::raw::c_int;
pub const SMET_TISSUE_DIAGNOSIS_INVALID: smet_tissue_diagnosis = -1;
pub const SMET_TISSUE_DIAGNOSIS_NONE: smet_tissue_diagnosis = 0;
pub const SMET_TISSUE_DIAGNOSIS_INSUFFICIENT: smet_tissue_diagnosis = 1;
pub const SMET_TISSUE_DIAGNOSIS_METASTASIS: smet_tissue_diagnosis = 2;
pub const SMET_TISSUE_DIAGNOSIS_INFECTION: smet_tissue_diagnosis = 3;
pub const SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA: smet_tissue_diagnosis = 4;
pub type smet_tissue_diagnosis = ::std::os::raw::c_int;
pub const SMET_PRIOR_RADIOTHERAPY_INVALID: smet_prior_radiotherapy = -1;
pub const SMET_PRIOR_RADIOTHERAPY_NONE: smet_prior_radiotherapy = 0;
pub const SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL: smet_prior_radiotherapy = 1;
pub const SMET_PRIOR_RADIOTHERAPY_STEREOTACTIC: smet_prior_radiotherapy = 2;
pub const SMET_PRIOR_RADIOTHERAPY_BOTH: smet_prior_radiotherapy = 3;
pub type smet_prior_radiotherapy = ::std::os::raw::c_int;
pub const SMET_RADIOTHERAPY_OUTCOME_INVALID: smet_radiotherapy_outcome = -1;
pub const SMET_RADIOTHERAPY_OUTCOME_CONTROLLED: smet_radiotherapy_outcome = 0;
pub const SMET_RADIOTHERAPY_OUTCOME_PERSISTENT_PAIN: smet_radiotherapy_outcome = 1;
pub const SMET_RADIOTHERAPY_OUTCOME_PROGRESSION: smet_radiotherapy_outcome = 2;
pub type smet_radiotherapy_outcome = ::std::os::raw::c_int;
pub type smet_field_kind_t = i32;
pub const SMET_KIND_INVALID: smet_field_kind = -1;
pub const SMET_KIND_CHOICE: smet_field_kind = 0;
pub const SMET_KIND_YES_NO: smet_field_kind = 1;
pub const SMET_KIND_INTEGER: smet_field_kind = 2;
pub type smet_field_kind = ::std::os::raw::c_int;
pub type smet_field_group_t = i32;
pub const SMET_GROUP_INVALID: smet_field_group = -1;
pub const SMET_GROUP_DISEASE: smet_field_group = 0;
pub const SMET_GROUP_NEUROLOGY: smet_field_group = 1;
pub const SMET_GROUP_PAIN: smet_field_group = 2;
pub const SMET_GROUP_LESION: smet_field_group = 3;
pub const SMET_GROUP_TREATMENT: smet_field_group = 4;
pub const SMET_GROUP_REPORTED: smet_field_group = 5;
pub type smet_field_group = ::std::os::raw::c_int;
#[repr(C)]
pub struct smet_field_info {
    pub size: u32,
    pub field: smet_field_t,
    pub kind: smet_field_kind_t,
    pub group: smet_field_group_t,
    pub minimum: i32,
    pub maximum: i32,
    pub step: i32,
    pub is_override: i32,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub definition: *const ::std::os::raw::c_char,
}
impl Default for smet_field_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_field_describe(field: smet_field_t, info: *mut smet_field_info) -> smet_status_t;
}
extern "C" {
    pub fn smet_value_count(field: smet_field_t) -> usize;
}
extern "C" {
    pub fn smet_value_at(field: smet_field_t, index: usize) -> smet_value_t;
}
extern "C" {
    pub fn smet_value_key(
        field: smet_field_t,
        value: smet_value_t,
    ) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_value_label(
        field: smet_field_t,
        value: smet_value_t,
    ) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_value_definition(
        field: smet_field_t,
        value: smet_value_t,
    ) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_value_find(field: smet_field_t, key: *const ::std::os::raw::c_char)
        -> smet_value_t;
}
pub type smet_finding_t = i32;
pub type smet_rule_t = i32;
pub type smet_conflict_t = i32;
pub type smet_truth_t = i32;
pub type smet_verdict_t = i32;
pub type smet_grade_t = i32;
pub type smet_side_t = i32;
pub const SMET_TRUTH_INVALID: smet_truth = -1;
pub const SMET_TRUTH_FALSE: smet_truth = 0;
pub const SMET_TRUTH_TRUE: smet_truth = 1;
pub const SMET_TRUTH_UNKNOWN: smet_truth = 2;
pub type smet_truth = ::std::os::raw::c_int;
pub const SMET_VERDICT_INVALID: smet_verdict = -1;
pub const SMET_VERDICT_NO_RULE: smet_verdict = 0;
pub const SMET_VERDICT_CAUTION: smet_verdict = 10;
pub const SMET_VERDICT_OPTION: smet_verdict = 20;
pub const SMET_VERDICT_RECOMMENDED: smet_verdict = 30;
pub const SMET_VERDICT_NOT_RECOMMENDED: smet_verdict = 40;
pub const SMET_VERDICT_CONTRAINDICATED: smet_verdict = 50;
pub const SMET_VERDICT_OUT_OF_SCOPE: smet_verdict = 60;
pub const SMET_VERDICT_EMERGENCY: smet_verdict = 70;
pub type smet_verdict = ::std::os::raw::c_int;
pub const SMET_GRADE_INVALID: smet_grade = -1;
pub const SMET_GRADE_REVIEW: smet_grade = 0;
pub const SMET_GRADE_SERIES: smet_grade = 1;
pub const SMET_GRADE_EXPERT: smet_grade = 2;
pub const SMET_GRADE_INSTRUMENT: smet_grade = 3;
pub const SMET_GRADE_INTERPRETATION: smet_grade = 4;
pub type smet_grade = ::std::os::raw::c_int;
pub const SMET_SIDE_INVALID: smet_side = -1;
pub const SMET_SIDE_LEFT: smet_side = 0;
pub const SMET_SIDE_RIGHT: smet_side = 1;
pub type smet_side = ::std::os::raw::c_int;
pub const SMET_FINDING_INVALID: smet_finding = -1;
pub const SMET_FINDING_CAUDA_EQUINA: smet_finding = 0;
pub const SMET_FINDING_SPHINCTER_LOSS: smet_finding = 1;
pub const SMET_FINDING_EARLY_CAUDA_EQUINA_SIGNS: smet_finding = 2;
pub const SMET_FINDING_NEUROLOGICAL_EMERGENCY: smet_finding = 3;
pub const SMET_FINDING_NEUROLOGICAL_DEFICIT: smet_finding = 4;
pub const SMET_FINDING_EPIDURAL_DISEASE: smet_finding = 5;
pub const SMET_FINDING_NERVE_ROOT_COMPRESSION: smet_finding = 6;
pub const SMET_FINDING_ROOT_COMPRESSION_SYMPTOMATIC: smet_finding = 7;
pub const SMET_FINDING_SACRAL_LESION: smet_finding = 8;
pub const SMET_FINDING_UPPER_SACRAL: smet_finding = 9;
pub const SMET_FINDING_STABLE: smet_finding = 10;
pub const SMET_FINDING_POTENTIALLY_UNSTABLE: smet_finding = 11;
pub const SMET_FINDING_UNSTABLE: smet_finding = 12;
pub const SMET_FINDING_INSTABILITY: smet_finding = 13;
pub const SMET_FINDING_IRRADIATED: smet_finding = 14;
pub const SMET_FINDING_FAILED_RADIOTHERAPY: smet_finding = 15;
pub const SMET_FINDING_PAIN_PRESENT: smet_finding = 16;
pub const SMET_FINDING_VASCULAR_TUMOR: smet_finding = 17;
pub const SMET_FINDING_ISOLATED_METASTASIS: smet_finding = 18;
pub const SMET_FINDING_DECOMPRESSION_INDICATED: smet_finding = 19;
pub const SMET_FINDING_FIXATION_INDICATED: smet_finding = 20;
pub const SMET_FINDING_OPERATION_INDICATED: smet_finding = 21;
pub const SMET_FINDING_SURGERY_INDICATED: smet_finding = 22;
pub type smet_finding = ::std::os::raw::c_int;
pub const SMET_INTERVENTION_INVALID: smet_intervention = -1;
pub const SMET_INTERVENTION_URGENT_DECOMPRESSION: smet_intervention = 0;
pub const SMET_INTERVENTION_URGENT_SURGICAL_EVALUATION: smet_intervention = 1;
pub const SMET_INTERVENTION_SURGICAL_CONSULTATION: smet_intervention = 2;
pub const SMET_INTERVENTION_METASTASIS_PATHWAY: smet_intervention = 3;
pub const SMET_INTERVENTION_MRI_WITH_AND_WITHOUT_CONTRAST: smet_intervention = 4;
pub const SMET_INTERVENTION_CT: smet_intervention = 5;
pub const SMET_INTERVENTION_CT_GUIDED_BIOPSY: smet_intervention = 6;
pub const SMET_INTERVENTION_OPEN_BIOPSY: smet_intervention = 7;
pub const SMET_INTERVENTION_INTRAOPERATIVE_BIOPSY: smet_intervention = 8;
pub const SMET_INTERVENTION_BIOPSY_CULTURES: smet_intervention = 9;
pub const SMET_INTERVENTION_CONVENTIONAL_RADIOTHERAPY: smet_intervention = 10;
pub const SMET_INTERVENTION_STEREOTACTIC_RADIOSURGERY: smet_intervention = 11;
pub const SMET_INTERVENTION_LAMINECTOMY: smet_intervention = 12;
pub const SMET_INTERVENTION_LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION: smet_intervention = 13;
pub const SMET_INTERVENTION_UNILATERAL_LUMBOPELVIC_FIXATION: smet_intervention = 14;
pub const SMET_INTERVENTION_LUMBOPELVIC_STABILIZATION_EVALUATION: smet_intervention = 15;
pub const SMET_INTERVENTION_PALLIATIVE_SURGERY: smet_intervention = 16;
pub const SMET_INTERVENTION_EN_BLOC_RESECTION: smet_intervention = 17;
pub const SMET_INTERVENTION_NONOPERATIVE_CARE: smet_intervention = 18;
pub const SMET_INTERVENTION_SUPPORTIVE_CARE: smet_intervention = 19;
pub const SMET_INTERVENTION_SACROPLASTY: smet_intervention = 20;
pub const SMET_INTERVENTION_RADIOFREQUENCY_ABLATION: smet_intervention = 21;
pub const SMET_INTERVENTION_ABLATION_WITH_CEMENT: smet_intervention = 22;
pub const SMET_INTERVENTION_PALLIATIVE_EMBOLIZATION: smet_intervention = 23;
pub const SMET_INTERVENTION_PREOPERATIVE_EMBOLIZATION: smet_intervention = 24;
pub const SMET_INTERVENTION_AORTIC_BALLOON_OCCLUSION: smet_intervention = 25;
pub const SMET_INTERVENTION_PLASTIC_SURGERY_CLOSURE: smet_intervention = 26;
pub const SMET_INTERVENTION_INTRAWOUND_VANCOMYCIN: smet_intervention = 27;
pub const SMET_INTERVENTION_MINIMALLY_INVASIVE_SCREWS: smet_intervention = 28;
pub const SMET_INTERVENTION_THROMBOEMBOLISM_ASSESSMENT: smet_intervention = 29;
pub const SMET_INTERVENTION_MULTIDISCIPLINARY_REVIEW: smet_intervention = 30;
pub const SMET_INTERVENTION_MEASURE_SOSGOQ: smet_intervention = 31;
pub const SMET_INTERVENTION_MEASURE_PROMIS_PHYSICAL_FUNCTION: smet_intervention = 32;
pub const SMET_INTERVENTION_MEASURE_PROMIS_PAIN_INTENSITY: smet_intervention = 33;
pub const SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS: smet_intervention = 34;
pub type smet_intervention = ::std::os::raw::c_int;
pub const SMET_RULE_INVALID: smet_rule = -1;
pub const SMET_RULE_EMERGENCY_CAUDA_EQUINA: smet_rule = 0;
pub const SMET_RULE_EMERGENCY_SPHINCTER_LOSS: smet_rule = 1;
pub const SMET_RULE_EMERGENCY_EARLY_SIGNS: smet_rule = 2;
pub const SMET_RULE_EVALUATION_CONSTIPATION: smet_rule = 3;
pub const SMET_RULE_EMERGENCY_FIRST: smet_rule = 4;
pub const SMET_RULE_EMERGENCY_BEFORE_RADIATION: smet_rule = 5;
pub const SMET_RULE_EMERGENCY_EVALUATE_FIRST: smet_rule = 6;
pub const SMET_RULE_RADIATION_NONE_IN_CAUDA_EQUINA: smet_rule = 7;
pub const SMET_RULE_SCOPE_NOT_METASTASIS: smet_rule = 8;
pub const SMET_RULE_SCOPE_NOT_SACRAL: smet_rule = 9;
pub const SMET_RULE_SCOPE_LOCAL_EXTENSION: smet_rule = 10;
pub const SMET_RULE_IMAGING_MRI: smet_rule = 11;
pub const SMET_RULE_IMAGING_CT: smet_rule = 12;
pub const SMET_RULE_IMAGING_RADIOGRAPH_INSUFFICIENT: smet_rule = 13;
pub const SMET_RULE_BIOPSY_CT_GUIDED: smet_rule = 14;
pub const SMET_RULE_BIOPSY_LOCAL_EXTENSION: smet_rule = 15;
pub const SMET_RULE_BIOPSY_OPEN: smet_rule = 16;
pub const SMET_RULE_BIOPSY_INTRAOPERATIVE: smet_rule = 17;
pub const SMET_RULE_BIOPSY_CULTURES: smet_rule = 18;
pub const SMET_RULE_DIAGNOSIS_BEFORE_TREATMENT: smet_rule = 19;
pub const SMET_RULE_RADIATION_FIRST_LINE: smet_rule = 20;
pub const SMET_RULE_RADIOSURGERY_RECURRENCE: smet_rule = 21;
pub const SMET_RULE_RADIOSURGERY_OPTION: smet_rule = 22;
pub const SMET_RULE_RADIOSURGERY_OSSEOUS: smet_rule = 23;
pub const SMET_RULE_RADIOSURGERY_INSTABILITY: smet_rule = 24;
pub const SMET_RULE_RADIOSURGERY_LARGE: smet_rule = 25;
pub const SMET_RULE_RADIATION_INSTABILITY: smet_rule = 26;
pub const SMET_RULE_RADIATION_OSSEOUS: smet_rule = 27;
pub const SMET_RULE_RADIATION_MECHANICAL_PAIN: smet_rule = 28;
pub const SMET_RULE_RADIATION_REIRRADIATION: smet_rule = 29;
pub const SMET_RULE_SURGERY_DEFICIT: smet_rule = 30;
pub const SMET_RULE_SURGERY_INSTABILITY: smet_rule = 31;
pub const SMET_RULE_SURGERY_FAILED_RADIOTHERAPY: smet_rule = 32;
pub const SMET_RULE_SURGERY_LAMINECTOMY: smet_rule = 33;
pub const SMET_RULE_SURGERY_LAMINECTOMY_RADICULAR: smet_rule = 34;
pub const SMET_RULE_SURGERY_LAMINECTOMY_FIXATION: smet_rule = 35;
pub const SMET_RULE_SURGERY_UNILATERAL_FIXATION: smet_rule = 36;
pub const SMET_RULE_SURGERY_STABILIZATION: smet_rule = 37;
pub const SMET_RULE_SURGERY_LAMINECTOMY_BILATERAL: smet_rule = 38;
pub const SMET_RULE_SURGERY_SINS_BLIND_SPOT: smet_rule = 39;
pub const SMET_RULE_SURGERY_RESERVED: smet_rule = 40;
pub const SMET_RULE_SURGERY_NO_EPIDURAL: smet_rule = 41;
pub const SMET_RULE_SURGERY_PALLIATIVE: smet_rule = 42;
pub const SMET_RULE_SURGERY_NONOPERATIVE_LOW_TOKUHASHI: smet_rule = 43;
pub const SMET_RULE_SURGERY_SUPPORTIVE_TOMITA: smet_rule = 44;
pub const SMET_RULE_SURGERY_EXCISION_MINIMAL_ROLE: smet_rule = 45;
pub const SMET_RULE_SURGERY_EXCISION_ISOLATED: smet_rule = 46;
pub const SMET_RULE_SURGERY_EXCISION_COMPLICATIONS: smet_rule = 47;
pub const SMET_RULE_SURGERY_PROGNOSIS: smet_rule = 48;
pub const SMET_RULE_SURGERY_PALLIATIVE_INTENT: smet_rule = 49;
pub const SMET_RULE_SURGERY_COMPLICATIONS: smet_rule = 50;
pub const SMET_RULE_SACROPLASTY_REFRACTORY: smet_rule = 51;
pub const SMET_RULE_SACROPLASTY_OPTION: smet_rule = 52;
pub const SMET_RULE_SACROPLASTY_EPIDURAL: smet_rule = 53;
pub const SMET_RULE_SACROPLASTY_INSTABILITY: smet_rule = 54;
pub const SMET_RULE_SACROPLASTY_NEURAL: smet_rule = 55;
pub const SMET_RULE_SACROPLASTY_PLANNING: smet_rule = 56;
pub const SMET_RULE_ABLATION_REFRACTORY: smet_rule = 57;
pub const SMET_RULE_ABLATION_EPIDURAL: smet_rule = 58;
pub const SMET_RULE_ABLATION_INSTABILITY: smet_rule = 59;
pub const SMET_RULE_ABLATION_WITH_CEMENT: smet_rule = 60;
pub const SMET_RULE_ABLATION_INCONTINENCE: smet_rule = 61;
pub const SMET_RULE_EMBOLIZATION_PAIN: smet_rule = 62;
pub const SMET_RULE_EMBOLIZATION_SACRAL_NONRESPONSE: smet_rule = 63;
pub const SMET_RULE_EMBOLIZATION_PREOPERATIVE: smet_rule = 64;
pub const SMET_RULE_EMBOLIZATION_NO_DELAY: smet_rule = 65;
pub const SMET_RULE_BALLOON_BLOOD_LOSS: smet_rule = 66;
pub const SMET_RULE_BALLOON_COMPLICATIONS: smet_rule = 67;
pub const SMET_RULE_PERIOPERATIVE_PRIOR_RADIATION: smet_rule = 68;
pub const SMET_RULE_PERIOPERATIVE_SEQUENCE: smet_rule = 69;
pub const SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE: smet_rule = 70;
pub const SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE_OPTION: smet_rule = 71;
pub const SMET_RULE_PERIOPERATIVE_VANCOMYCIN: smet_rule = 72;
pub const SMET_RULE_PERIOPERATIVE_MIS_SCREWS: smet_rule = 73;
pub const SMET_RULE_SUPPORTIVE_THROMBOEMBOLISM: smet_rule = 74;
pub const SMET_RULE_CARE_MULTIDISCIPLINARY: smet_rule = 75;
pub const SMET_RULE_OUTCOMES_QUALITY_OF_LIFE: smet_rule = 76;
pub const SMET_RULE_OUTCOMES_FUNCTION: smet_rule = 77;
pub const SMET_RULE_OUTCOMES_PAIN: smet_rule = 78;
pub const SMET_RULE_OUTCOMES_DOMAINS: smet_rule = 79;
pub type smet_rule = ::std::os::raw::c_int;
pub const SMET_CONFLICT_INVALID: smet_conflict = -1;
pub const SMET_CONFLICT_INDICATION_AND_PROGNOSIS: smet_conflict = 0;
pub const SMET_CONFLICT_EXCISION_AND_SACRAL_RULE: smet_conflict = 1;
pub const SMET_CONFLICT_EXCISION_AND_NO_EPIDURAL: smet_conflict = 2;
pub const SMET_CONFLICT_TOKUHASHI_AND_TOMITA: smet_conflict = 3;
pub const SMET_CONFLICT_SINS_AND_DECLARED_STABILITY: smet_conflict = 4;
pub const SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_NO_EPIDURAL: smet_conflict = 5;
pub const SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_ITS_RISK: smet_conflict = 6;
pub type smet_conflict = ::std::os::raw::c_int;
#[repr(C)]
pub struct smet_finding_info {
    pub size: u32,
    pub finding: smet_finding_t,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
}
impl Default for smet_finding_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_intervention_info {
    pub size: u32,
    pub intervention: smet_intervention_t,
    pub is_operation: i32,
    pub is_local_treatment: i32,
    pub is_around_operation: i32,
    pub side_opposite_of: smet_field_t,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub definition: *const ::std::os::raw::c_char,
}
impl Default for smet_intervention_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_rule_info {
    pub size: u32,
    pub rule: smet_rule_t,
    pub verdict: smet_verdict_t,
    pub grade: smet_grade_t,
    pub key: *const ::std::os::raw::c_char,
    pub rationale: *const ::std::os::raw::c_char,
    pub section: *const ::std::os::raw::c_char,
}
impl Default for smet_rule_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_conflict_info {
    pub size: u32,
    pub conflict: smet_conflict_t,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub explanation: *const ::std::os::raw::c_char,
}
impl Default for smet_conflict_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_finding_describe(
        finding: smet_finding_t,
        info: *mut smet_finding_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_finding_condition(
        finding: smet_finding_t,
        text: *mut ::std::os::raw::c_char,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_intervention_describe(
        intervention: smet_intervention_t,
        info: *mut smet_intervention_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_rule_describe(rule: smet_rule_t, info: *mut smet_rule_info) -> smet_status_t;
}
extern "C" {
    pub fn smet_rule_condition(
        rule: smet_rule_t,
        text: *mut ::std::os::raw::c_char,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_rule_interventions(
        rule: smet_rule_t,
        interventions: *mut smet_intervention_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_rule_references(
        rule: smet_rule_t,
        references: *mut smet_reference_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_rule_evidence(
        rule: smet_rule_t,
        evidence: *mut smet_evidence_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_rule_fields(rule: smet_rule_t, fields: *mut smet_field_t, capacity: usize)
        -> usize;
}
extern "C" {
    pub fn smet_conflict_describe(
        conflict: smet_conflict_t,
        info: *mut smet_conflict_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_conflict_condition(
        conflict: smet_conflict_t,
        text: *mut ::std::os::raw::c_char,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_conflict_between(
        conflict: smet_conflict_t,
        keys: *mut *const ::std::os::raw::c_char,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_link_count() -> usize;
}
extern "C" {
    pub fn smet_link_text(index: usize) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_link_fields(index: usize, fields: *mut smet_field_t, capacity: usize) -> usize;
}
#[repr(C)]
pub struct smet_mapping_info {
    pub size: u32,
    pub field: smet_field_t,
    pub from: smet_field_t,
    pub instrument: smet_instrument_t,
    pub where_: smet_finding_t,
    pub row_count: u32,
    pub text: *const ::std::os::raw::c_char,
}
impl Default for smet_mapping_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_mapping_count() -> usize;
}
extern "C" {
    pub fn smet_mapping_describe(index: usize, info: *mut smet_mapping_info) -> smet_status_t;
}
extern "C" {
    pub fn smet_mapping_row(
        index: usize,
        row: usize,
        to: i32,
        values: *mut smet_value_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_mapping_note(index: usize, row: usize) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_link_shortcut(index: usize) -> smet_field_t;
}
extern "C" {
    pub fn smet_link_once_entered(index: usize) -> i32;
}
extern "C" {
    pub fn smet_link_case_count(index: usize) -> usize;
}
extern "C" {
    pub fn smet_link_case_values(
        index: usize,
        which: usize,
        position: usize,
        values: *mut smet_value_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_check_count() -> usize;
}
extern "C" {
    pub fn smet_check_text(index: usize) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_check_fields(index: usize, fields: *mut smet_field_t, capacity: usize) -> usize;
}
extern "C" {
    pub fn smet_check_condition(
        index: usize,
        text: *mut ::std::os::raw::c_char,
        capacity: usize,
    ) -> usize;
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct smet_record {
    _unused: [u8; 0],
}
extern "C" {
    pub fn smet_record_new() -> *mut smet_record;
}
extern "C" {
    pub fn smet_record_copy(record: *const smet_record) -> *mut smet_record;
}
extern "C" {
    pub fn smet_record_free(record: *mut smet_record);
}
extern "C" {
    pub fn smet_record_set_option(
        record: *mut smet_record,
        field_key: *const ::std::os::raw::c_char,
        option_key: *const ::std::os::raw::c_char,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_set(
        record: *mut smet_record,
        field: smet_field_t,
        value: smet_value_t,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_narrow(
        record: *mut smet_record,
        field: smet_field_t,
        values: *const smet_value_t,
        count: usize,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_narrow_range(
        record: *mut smet_record,
        field: smet_field_t,
        minimum: smet_value_t,
        maximum: smet_value_t,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_set_text(
        record: *mut smet_record,
        field_key: *const ::std::os::raw::c_char,
        text: *const ::std::os::raw::c_char,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_clear(record: *mut smet_record, field: smet_field_t) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_is_entered(record: *const smet_record, field: smet_field_t) -> i32;
}
extern "C" {
    pub fn smet_record_is_possible(
        record: *const smet_record,
        field: smet_field_t,
        value: smet_value_t,
    ) -> i32;
}
extern "C" {
    pub fn smet_record_values(
        record: *const smet_record,
        field: smet_field_t,
        values: *mut smet_value_t,
        capacity: usize,
    ) -> usize;
}
pub const SMET_INSTRUMENT_INVALID: smet_instrument = -1;
pub const SMET_INSTRUMENT_TOKUHASHI_REVISED: smet_instrument = 0;
pub const SMET_INSTRUMENT_TOMITA: smet_instrument = 1;
pub const SMET_INSTRUMENT_SINS: smet_instrument = 2;
pub type smet_instrument = ::std::os::raw::c_int;
pub type smet_band_t = i32;
pub const SMET_TOKUHASHI_REVISED_BAND_INVALID: smet_tokuhashi_revised_band = -1;
pub const SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS: smet_tokuhashi_revised_band = 0;
pub const SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_6_MONTHS: smet_tokuhashi_revised_band = 1;
pub const SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS: smet_tokuhashi_revised_band = 2;
pub type smet_tokuhashi_revised_band = ::std::os::raw::c_int;
pub const SMET_TOMITA_BAND_INVALID: smet_tomita_band = -1;
pub const SMET_TOMITA_BAND_LONG_TERM_CONTROL: smet_tomita_band = 0;
pub const SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL: smet_tomita_band = 1;
pub const SMET_TOMITA_BAND_SHORT_TERM_PALLIATION: smet_tomita_band = 2;
pub const SMET_TOMITA_BAND_TERMINAL_CARE: smet_tomita_band = 3;
pub type smet_tomita_band = ::std::os::raw::c_int;
pub const SMET_SINS_BAND_INVALID: smet_sins_band = -1;
pub const SMET_SINS_BAND_STABLE: smet_sins_band = 0;
pub const SMET_SINS_BAND_POTENTIALLY_UNSTABLE: smet_sins_band = 1;
pub const SMET_SINS_BAND_UNSTABLE: smet_sins_band = 2;
pub type smet_sins_band = ::std::os::raw::c_int;
pub type smet_direction_t = i32;
pub const SMET_DIRECTION_INVALID: smet_direction = -1;
pub const SMET_DIRECTION_HIGHER_IS_BETTER: smet_direction = 0;
pub const SMET_DIRECTION_HIGHER_IS_WORSE: smet_direction = 1;
pub type smet_direction = ::std::os::raw::c_int;
pub const SMET_BANDS_MAX: smet_score_room = 8;
pub const SMET_SCORE_MISSING_MAX: smet_score_room = 32;
pub type smet_score_room = ::std::os::raw::c_uint;
#[repr(C)]
pub struct smet_score {
    pub size: u32,
    pub instrument: smet_instrument_t,
    pub minimum: i32,
    pub maximum: i32,
    pub totals: u64,
    pub bands: u32,
    pub is_defined: i32,
    pub is_complete: i32,
    pub is_decided: i32,
    pub item_count: u32,
    pub missing_count: u32,
    pub missing: [smet_field_t; 32usize],
}
impl Default for smet_score {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_score_item {
    pub size: u32,
    pub field: smet_field_t,
    pub points: u64,
    pub option: smet_value_t,
    pub is_derived: i32,
    pub is_set_aside: i32,
    pub reserved: i32,
    pub key: *const ::std::os::raw::c_char,
    pub note: *const ::std::os::raw::c_char,
    pub caveat: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
}
impl Default for smet_score_item {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_record_score(
        record: *const smet_record,
        instrument: smet_instrument_t,
        score: *mut smet_score,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_score_item(
        record: *const smet_record,
        instrument: smet_instrument_t,
        index: usize,
        item: *mut smet_score_item,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_record_score_item_derived_from(
        record: *const smet_record,
        instrument: smet_instrument_t,
        index: usize,
        fields: *mut smet_field_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_record_score_notes(
        record: *const smet_record,
        instrument: smet_instrument_t,
        notes: *mut *const ::std::os::raw::c_char,
        capacity: usize,
    ) -> usize;
}
#[repr(C)]
pub struct smet_instrument_info {
    pub size: u32,
    pub instrument: smet_instrument_t,
    pub minimum: i32,
    pub maximum: i32,
    pub direction: smet_direction_t,
    pub reported_field: smet_field_t,
    pub item_count: u32,
    pub band_count: u32,
    pub note_count: u32,
    pub is_prognostic: i32,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub alias: *const ::std::os::raw::c_char,
}
impl Default for smet_instrument_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_item_info {
    pub size: u32,
    pub field: smet_field_t,
    pub mapped_from: smet_field_t,
    pub row_count: u32,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub caveat: *const ::std::os::raw::c_char,
    pub provenance: *const ::std::os::raw::c_char,
}
impl Default for smet_item_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_points_info {
    pub size: u32,
    pub points: i32,
    pub label: *const ::std::os::raw::c_char,
    pub note: *const ::std::os::raw::c_char,
}
impl Default for smet_points_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_band_info {
    pub size: u32,
    pub band: smet_band_t,
    pub minimum: i32,
    pub maximum: i32,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub alias: *const ::std::os::raw::c_char,
    pub strategy: *const ::std::os::raw::c_char,
    pub provenance: *const ::std::os::raw::c_char,
    pub survival_minimum: i32,
    pub survival_maximum: i32,
}
impl Default for smet_band_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_instrument_describe(
        instrument: smet_instrument_t,
        info: *mut smet_instrument_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_instrument_references(
        instrument: smet_instrument_t,
        references: *mut smet_reference_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_instrument_note(
        instrument: smet_instrument_t,
        index: usize,
    ) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_instrument_note_when(
        instrument: smet_instrument_t,
        index: usize,
        field: *mut smet_field_t,
        values: *mut smet_value_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_item_describe(
        instrument: smet_instrument_t,
        index: usize,
        info: *mut smet_item_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_points_describe(
        instrument: smet_instrument_t,
        index: usize,
        row: usize,
        info: *mut smet_points_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_points_values(
        instrument: smet_instrument_t,
        index: usize,
        row: usize,
        values: *mut smet_value_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_band_describe(
        instrument: smet_instrument_t,
        band: smet_band_t,
        info: *mut smet_band_info,
    ) -> smet_status_t;
}
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct smet_assessment {
    _unused: [u8; 0],
}
pub const SMET_POSSIBLE_MAX: smet_assessment_room = 16;
pub const SMET_NEXT_MAX: smet_assessment_room = 5;
pub type smet_assessment_room = ::std::os::raw::c_uint;
#[repr(C)]
pub struct smet_disposition {
    pub size: u32,
    pub intervention: smet_intervention_t,
    pub disposition: smet_verdict_t,
    pub is_settled: i32,
    pub side: smet_side_t,
    pub possible_count: u32,
    pub possible: [smet_verdict_t; 16usize],
}
impl Default for smet_disposition {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_rule_state {
    pub size: u32,
    pub rule: smet_rule_t,
    pub verdict: smet_verdict_t,
    pub fires: smet_truth_t,
    pub is_overruled: i32,
}
impl Default for smet_rule_state {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_next_fact {
    pub size: u32,
    pub field: smet_field_t,
    pub may_show_emergency: i32,
}
impl Default for smet_next_fact {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_assess(record: *const smet_record, error: *mut smet_error) -> *mut smet_assessment;
}
extern "C" {
    pub fn smet_assessment_copy(assessment: *const smet_assessment) -> *mut smet_assessment;
}
extern "C" {
    pub fn smet_assessment_free(assessment: *mut smet_assessment);
}
extern "C" {
    pub fn smet_assessment_record(assessment: *const smet_assessment) -> *const smet_record;
}
extern "C" {
    pub fn smet_assessment_disposition(
        assessment: *const smet_assessment,
        intervention: smet_intervention_t,
        disposition: *mut smet_disposition,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_assessment_deciding(
        assessment: *const smet_assessment,
        intervention: smet_intervention_t,
        fields: *mut smet_field_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_alarming(
        assessment: *const smet_assessment,
        intervention: smet_intervention_t,
        fields: *mut smet_field_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_disposition_count(assessment: *const smet_assessment) -> usize;
}
extern "C" {
    pub fn smet_assessment_disposition_at(
        assessment: *const smet_assessment,
        index: usize,
        disposition: *mut smet_disposition,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_assessment_rules(
        assessment: *const smet_assessment,
        intervention: smet_intervention_t,
        rules: *mut smet_rule_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_rule(
        assessment: *const smet_assessment,
        intervention: smet_intervention_t,
        rule: smet_rule_t,
        state: *mut smet_rule_state,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_assessment_rule_derived(
        assessment: *const smet_assessment,
        rule: smet_rule_t,
        fields: *mut smet_field_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_cautions(
        assessment: *const smet_assessment,
        intervention: smet_intervention_t,
        rules: *mut smet_rule_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_finding(
        assessment: *const smet_assessment,
        finding: smet_finding_t,
    ) -> smet_truth_t;
}
extern "C" {
    pub fn smet_assessment_score(
        assessment: *const smet_assessment,
        instrument: smet_instrument_t,
        score: *mut smet_score,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_assessment_values(
        assessment: *const smet_assessment,
        field: smet_field_t,
        values: *mut smet_value_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_derived_from(
        assessment: *const smet_assessment,
        field: smet_field_t,
        fields: *mut smet_field_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_conflicts(
        assessment: *const smet_assessment,
        conflicts: *mut smet_conflict_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_inconsistency_count(assessment: *const smet_assessment) -> usize;
}
extern "C" {
    pub fn smet_assessment_inconsistency_fields(
        assessment: *const smet_assessment,
        index: usize,
        fields: *mut smet_field_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_inconsistency_text(
        assessment: *const smet_assessment,
        index: usize,
    ) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_assessment_next_count(assessment: *const smet_assessment) -> usize;
}
extern "C" {
    pub fn smet_assessment_next(
        assessment: *const smet_assessment,
        index: usize,
        fact: *mut smet_next_fact,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_assessment_next_interventions(
        assessment: *const smet_assessment,
        index: usize,
        interventions: *mut smet_intervention_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_assessment_next_instruments(
        assessment: *const smet_assessment,
        index: usize,
        instruments: *mut smet_instrument_t,
        capacity: usize,
    ) -> usize;
}
pub type smet_element_t = i32;
pub const SMET_ELEMENT_INVALID: smet_element = -1;
pub const SMET_ELEMENT_INT8: smet_element = 0;
pub const SMET_ELEMENT_UINT8: smet_element = 1;
pub const SMET_ELEMENT_INT16: smet_element = 2;
pub const SMET_ELEMENT_UINT16: smet_element = 3;
pub const SMET_ELEMENT_INT32: smet_element = 4;
pub const SMET_ELEMENT_UINT32: smet_element = 5;
pub type smet_element = ::std::os::raw::c_int;
pub const SMET_SET_CELL: smet_set_cell = 128;
pub const SMET_SETS_MAX: smet_set_cell = 120;
pub type smet_set_cell = ::std::os::raw::c_uint;
#[repr(C)]
pub struct smet_column {
    pub size: u32,
    pub field: smet_field_t,
    pub element: smet_element_t,
    pub has_unknown: i32,
    pub unknown: i64,
    pub values: *const ::std::os::raw::c_void,
    pub validity: *const u8,
    pub validity_offset: u64,
    pub set_count: u32,
    pub reserved: u32,
    pub sets: *const u64,
    pub more: *const ::std::os::raw::c_void,
}
impl Default for smet_column {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
pub const SMET_ROW_STATUS_INVALID: smet_row_status = -1;
pub const SMET_ROW_GOOD: smet_row_status = 0;
pub const SMET_ROW_BAD_CODE: smet_row_status = 1;
pub type smet_row_status = ::std::os::raw::c_int;
pub const SMET_NO_TOTAL: smet_no_answer = 255;
pub const SMET_NO_DISPOSITION: smet_no_answer = 255;
pub type smet_no_answer = ::std::os::raw::c_uint;
#[repr(C)]
pub struct smet_score_arrays {
    pub size: u32,
    pub reserved: u32,
    pub minimum: *mut u8,
    pub maximum: *mut u8,
    pub bands: *mut u8,
    pub missing: *mut u8,
    pub status: *mut u8,
}
impl Default for smet_score_arrays {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_disposition_arrays {
    pub size: u32,
    pub intervention_count: u32,
    pub dispositions: *const *mut u8,
    pub settled: *const *mut u8,
    pub status: *mut u8,
}
impl Default for smet_disposition_arrays {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_check_arrays {
    pub size: u32,
    pub reserved: u32,
    pub inconsistent: *mut u8,
    pub status: *mut u8,
    pub relation_count: u32,
    pub check_count: u32,
    pub relations: *const *mut u8,
    pub checks: *const *mut u8,
}
impl Default for smet_check_arrays {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_score_columns(
        instrument: smet_instrument_t,
        columns: *const *const smet_column,
        column_count: usize,
        row_count: usize,
        output: *const smet_score_arrays,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_assess_columns(
        columns: *const *const smet_column,
        column_count: usize,
        row_count: usize,
        output: *const smet_disposition_arrays,
        error: *mut smet_error,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_check_columns(
        columns: *const *const smet_column,
        column_count: usize,
        row_count: usize,
        output: *const smet_check_arrays,
        error: *mut smet_error,
    ) -> smet_status_t;
}
pub type smet_evidence_status_t = i32;
pub type smet_dispute_t = i32;
pub const SMET_REFERENCE_INVALID: smet_reference = -1;
pub const SMET_REFERENCE_MIKA_2018: smet_reference = 0;
pub const SMET_REFERENCE_NCI_2018: smet_reference = 1;
pub const SMET_REFERENCE_NADER_2004: smet_reference = 2;
pub const SMET_REFERENCE_KOLLENDER_2003: smet_reference = 3;
pub const SMET_REFERENCE_BATSON_1995: smet_reference = 4;
pub const SMET_REFERENCE_SUNDERMEYER_2005: smet_reference = 5;
pub const SMET_REFERENCE_SANTINI_2012: smet_reference = 6;
pub const SMET_REFERENCE_FELDENZER_1989: smet_reference = 7;
pub const SMET_REFERENCE_FINIELS_1997: smet_reference = 8;
pub const SMET_REFERENCE_KORTMAN_2013: smet_reference = 9;
pub const SMET_REFERENCE_WUISMAN_2000: smet_reference = 10;
pub const SMET_REFERENCE_OZDEMIR_1999: smet_reference = 11;
pub const SMET_REFERENCE_QURAISHI_2012: smet_reference = 12;
pub const SMET_REFERENCE_MIRALBELL_1990: smet_reference = 13;
pub const SMET_REFERENCE_MUSAHL_2008: smet_reference = 14;
pub const SMET_REFERENCE_AMOROSA_1985: smet_reference = 15;
pub const SMET_REFERENCE_GUPTA_2014: smet_reference = 16;
pub const SMET_REFERENCE_GERBER_2008: smet_reference = 17;
pub const SMET_REFERENCE_NASIR_2006: smet_reference = 18;
pub const SMET_REFERENCE_GIBBS_2003: smet_reference = 19;
pub const SMET_REFERENCE_MCCLELLAND_2017: smet_reference = 20;
pub const SMET_REFERENCE_AHMED_2012: smet_reference = 21;
pub const SMET_REFERENCE_GERSZTEN_2007: smet_reference = 22;
pub const SMET_REFERENCE_WITHAM_2006: smet_reference = 23;
pub const SMET_REFERENCE_FEIZ_ERFAN_2012: smet_reference = 24;
pub const SMET_REFERENCE_TOKUHASHI_2005: smet_reference = 25;
pub const SMET_REFERENCE_KAWAHARA_2009: smet_reference = 26;
pub const SMET_REFERENCE_DU_2016: smet_reference = 27;
pub const SMET_REFERENCE_FOURNEY_2011: smet_reference = 28;
pub const SMET_REFERENCE_FACCHINI_2016: smet_reference = 29;
pub const SMET_REFERENCE_NAIR_2013: smet_reference = 30;
pub const SMET_REFERENCE_TANG_2010: smet_reference = 31;
pub const SMET_REFERENCE_MASALA_2006: smet_reference = 32;
pub const SMET_REFERENCE_CHO_2010: smet_reference = 33;
pub const SMET_REFERENCE_HIRSCH_2013: smet_reference = 34;
pub const SMET_REFERENCE_JAYARAMAN_2009: smet_reference = 35;
pub const SMET_REFERENCE_ZHANG_2008: smet_reference = 36;
pub const SMET_REFERENCE_CHO_2016: smet_reference = 37;
pub const SMET_REFERENCE_AGARAWAL_2006: smet_reference = 38;
pub const SMET_REFERENCE_BLOMLIE_1996: smet_reference = 39;
pub const SMET_REFERENCE_MADAELIL_2016: smet_reference = 40;
pub const SMET_REFERENCE_MOUSSAZADEH_2015: smet_reference = 41;
pub const SMET_REFERENCE_ANDRESEN_2014: smet_reference = 42;
pub const SMET_REFERENCE_BARBER_2013: smet_reference = 43;
pub const SMET_REFERENCE_WALLACE_2015: smet_reference = 44;
pub const SMET_REFERENCE_GOETZ_2004: smet_reference = 45;
pub const SMET_REFERENCE_BURAIMOH_2017: smet_reference = 46;
pub const SMET_REFERENCE_CHOI_2016: smet_reference = 47;
pub const SMET_REFERENCE_DOLAN_2016: smet_reference = 48;
pub const SMET_REFERENCE_MESFIN_2016: smet_reference = 49;
pub const SMET_REFERENCE_OKAFOR_2016: smet_reference = 50;
pub const SMET_REFERENCE_STREET_2009: smet_reference = 51;
pub const SMET_REFERENCE_STREET_2010: smet_reference = 52;
pub const SMET_REFERENCE_PAULINO_PEREIRA_2017: smet_reference = 53;
pub const SMET_REFERENCE_VAN_WULFFTEN_PALTHE_2017: smet_reference = 54;
pub const SMET_REFERENCE_TOMITA_2001: smet_reference = 55;
pub const SMET_REFERENCE_FISHER_2010: smet_reference = 56;
pub const SMET_REFERENCE_SPINE_J_2022: smet_reference = 57;
pub const SMET_REFERENCE_OKEN_1982: smet_reference = 58;
pub const SMET_REFERENCE_ECOG_ACRIN: smet_reference = 59;
pub const SMET_REFERENCE_MA_2010: smet_reference = 60;
pub const SMET_REFERENCE_PRASAD_2018: smet_reference = 61;
pub const SMET_REFERENCE_BILSKY_2010: smet_reference = 62;
pub const SMET_REFERENCE_SERLIN_1995: smet_reference = 63;
pub type smet_reference = ::std::os::raw::c_int;
pub const SMET_EVIDENCE_INVALID: smet_evidence = -1;
pub const SMET_EVIDENCE_E1: smet_evidence = 1;
pub const SMET_EVIDENCE_E2: smet_evidence = 2;
pub const SMET_EVIDENCE_E3: smet_evidence = 3;
pub const SMET_EVIDENCE_E4: smet_evidence = 4;
pub const SMET_EVIDENCE_E5: smet_evidence = 5;
pub const SMET_EVIDENCE_E6: smet_evidence = 6;
pub const SMET_EVIDENCE_E7: smet_evidence = 7;
pub const SMET_EVIDENCE_E8: smet_evidence = 8;
pub const SMET_EVIDENCE_E9: smet_evidence = 9;
pub const SMET_EVIDENCE_E10: smet_evidence = 10;
pub const SMET_EVIDENCE_E11: smet_evidence = 11;
pub const SMET_EVIDENCE_E12: smet_evidence = 12;
pub const SMET_EVIDENCE_E13: smet_evidence = 13;
pub type smet_evidence = ::std::os::raw::c_int;
pub const SMET_EVIDENCE_STATUS_INVALID: smet_evidence_status = -1;
pub const SMET_EVIDENCE_STATUS_AS_REVIEWED: smet_evidence_status = 0;
pub const SMET_EVIDENCE_STATUS_CHECKED: smet_evidence_status = 1;
pub const SMET_EVIDENCE_STATUS_CONFLICT: smet_evidence_status = 2;
pub const SMET_EVIDENCE_STATUS_ABSTRACT: smet_evidence_status = 3;
pub type smet_evidence_status = ::std::os::raw::c_int;
pub const SMET_DISPUTE_INVALID: smet_dispute = -1;
pub const SMET_DISPUTE_C1: smet_dispute = 1;
pub const SMET_DISPUTE_C2: smet_dispute = 2;
pub const SMET_DISPUTE_C3: smet_dispute = 3;
pub const SMET_DISPUTE_C4: smet_dispute = 4;
pub const SMET_DISPUTE_C5: smet_dispute = 5;
pub const SMET_DISPUTE_C6: smet_dispute = 6;
pub const SMET_DISPUTE_C7: smet_dispute = 7;
pub const SMET_DISPUTE_C8: smet_dispute = 8;
pub const SMET_DISPUTE_C9: smet_dispute = 9;
pub type smet_dispute = ::std::os::raw::c_int;
#[repr(C)]
pub struct smet_reference_info {
    pub size: u32,
    pub reference: smet_reference_t,
    pub number: i32,
    pub year: i32,
    pub key: *const ::std::os::raw::c_char,
    pub authors: *const ::std::os::raw::c_char,
    pub title: *const ::std::os::raw::c_char,
    pub journal: *const ::std::os::raw::c_char,
    pub volume: *const ::std::os::raw::c_char,
    pub pages: *const ::std::os::raw::c_char,
    pub doi: *const ::std::os::raw::c_char,
    pub pmid: *const ::std::os::raw::c_char,
    pub citation: *const ::std::os::raw::c_char,
}
impl Default for smet_reference_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_evidence_info {
    pub size: u32,
    pub evidence: smet_evidence_t,
    pub reference: smet_reference_t,
    pub status: smet_evidence_status_t,
    pub n: i32,
    pub reserved: u32,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub measure: *const ::std::os::raw::c_char,
    pub before: *const ::std::os::raw::c_char,
    pub after: *const ::std::os::raw::c_char,
    pub p: *const ::std::os::raw::c_char,
    pub statement: *const ::std::os::raw::c_char,
    pub disagreement: *const ::std::os::raw::c_char,
}
impl Default for smet_evidence_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
#[repr(C)]
pub struct smet_dispute_info {
    pub size: u32,
    pub dispute: smet_dispute_t,
    pub key: *const ::std::os::raw::c_char,
    pub label: *const ::std::os::raw::c_char,
    pub statement: *const ::std::os::raw::c_char,
    pub choice: *const ::std::os::raw::c_char,
}
impl Default for smet_dispute_info {
    fn default() -> Self {
        let mut s = ::std::mem::MaybeUninit::<Self>::uninit();
        unsafe {
            ::std::ptr::write_bytes(s.as_mut_ptr(), 0, 1);
            s.assume_init()
        }
    }
}
extern "C" {
    pub fn smet_reference_describe(
        reference: smet_reference_t,
        info: *mut smet_reference_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_evidence_describe(
        evidence: smet_evidence_t,
        info: *mut smet_evidence_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_evidence_interventions(
        evidence: smet_evidence_t,
        interventions: *mut smet_intervention_t,
        capacity: usize,
    ) -> usize;
}
extern "C" {
    pub fn smet_dispute_describe(
        dispute: smet_dispute_t,
        info: *mut smet_dispute_info,
    ) -> smet_status_t;
}
extern "C" {
    pub fn smet_dispute_references(
        dispute: smet_dispute_t,
        references: *mut smet_reference_t,
        capacity: usize,
    ) -> usize;
}
pub type smet_vocabulary_t = i32;
pub const SMET_VOCABULARY_INVALID: smet_vocabulary = -1;
pub const SMET_VOCABULARY_STATUS: smet_vocabulary = 0;
pub const SMET_VOCABULARY_FIELD: smet_vocabulary = 1;
pub const SMET_VOCABULARY_FIELD_KIND: smet_vocabulary = 2;
pub const SMET_VOCABULARY_FIELD_GROUP: smet_vocabulary = 3;
pub const SMET_VOCABULARY_INSTRUMENT: smet_vocabulary = 4;
pub const SMET_VOCABULARY_DIRECTION: smet_vocabulary = 5;
pub const SMET_VOCABULARY_FINDING: smet_vocabulary = 6;
pub const SMET_VOCABULARY_TRUTH: smet_vocabulary = 7;
pub const SMET_VOCABULARY_INTERVENTION: smet_vocabulary = 8;
pub const SMET_VOCABULARY_RULE: smet_vocabulary = 9;
pub const SMET_VOCABULARY_VERDICT: smet_vocabulary = 10;
pub const SMET_VOCABULARY_GRADE: smet_vocabulary = 11;
pub const SMET_VOCABULARY_SIDE: smet_vocabulary = 12;
pub const SMET_VOCABULARY_CONFLICT: smet_vocabulary = 13;
pub const SMET_VOCABULARY_REFERENCE: smet_vocabulary = 14;
pub const SMET_VOCABULARY_EVIDENCE: smet_vocabulary = 15;
pub const SMET_VOCABULARY_EVIDENCE_STATUS: smet_vocabulary = 16;
pub const SMET_VOCABULARY_DISPUTE: smet_vocabulary = 17;
pub const SMET_VOCABULARY_VOCABULARY: smet_vocabulary = 18;
pub type smet_vocabulary = ::std::os::raw::c_int;
extern "C" {
    pub fn smet_term_count(vocabulary: smet_vocabulary_t) -> usize;
}
extern "C" {
    pub fn smet_term_at(vocabulary: smet_vocabulary_t, index: usize) -> i32;
}
extern "C" {
    pub fn smet_term_key(vocabulary: smet_vocabulary_t, term: i32)
        -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_term_label(
        vocabulary: smet_vocabulary_t,
        term: i32,
    ) -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_term_find(vocabulary: smet_vocabulary_t, key: *const ::std::os::raw::c_char)
        -> i32;
}
pub const SMET_VERSION_MAJOR: smet_version_of_headers = 0;
pub const SMET_VERSION_MINOR: smet_version_of_headers = 1;
pub const SMET_VERSION_PATCH: smet_version_of_headers = 0;
pub const SMET_ABI_VERSION_MAJOR: smet_version_of_headers = 0;
pub const SMET_ABI_VERSION_MINOR: smet_version_of_headers = 2;
pub type smet_version_of_headers = ::std::os::raw::c_uint;
extern "C" {
    pub fn smet_version() -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_version_number() -> u32;
}
extern "C" {
    pub fn smet_abi_version() -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_abi_serves(major: i32, minor: i32) -> i32;
}
extern "C" {
    pub fn smet_content_version() -> *const ::std::os::raw::c_char;
}
extern "C" {
    pub fn smet_content_digest() -> *const ::std::os::raw::c_char;
}
