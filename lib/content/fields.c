/*
 * The fields of the patient's record and the options of each: what a chart can
 * say, in its own terms.
 */
#include "content/tables.h"

#define CHOICE(list) \
    .kind = SMET_KIND_CHOICE, .options = (list), \
    .domain = SPAN(0, COUNT_OF(list) - 1), .minimum = 0, \
    .maximum = COUNT_OF(list) - 1, .step = 1
#define YES_NO \
    .kind = SMET_KIND_YES_NO, .options = yes_no, .domain = SPAN(0, 1), \
    .minimum = 0, .maximum = 1, .step = 1
/* Ten to a hundred in tens. */
#define TENS                                                                     \
    {                                                                            \
        {                                                                        \
            BITS_OF(10, 20, 30, 40, 50, 60), BITS_OF(70 - 64, 80 - 64, 90 - 64, 100 - 64) \
        }                                                                        \
    }
#define INTEGER(first, last) \
    .kind = SMET_KIND_INTEGER, .domain = SPAN(first, last), \
    .minimum = (first), .maximum = (last), .step = 1

static const struct smet_option_row yes_no[] = {
    [SMET_NO] = {"no", "no", ""},
    [SMET_YES] = {"yes", "yes", ""},
};

static const struct smet_option_row primary_tumor[] = {
    [SMET_PRIMARY_TUMOR_LUNG] = {"lung", "lung", ""},
    [SMET_PRIMARY_TUMOR_BREAST] = {"breast", "breast", ""},
    [SMET_PRIMARY_TUMOR_PROSTATE] = {"prostate", "prostate", ""},
    [SMET_PRIMARY_TUMOR_KIDNEY] = {"kidney", "kidney (renal cell)", ""},
    [SMET_PRIMARY_TUMOR_THYROID] = {"thyroid", "thyroid", ""},
    [SMET_PRIMARY_TUMOR_LIVER] = {"liver", "liver (hepatocellular)", ""},
    [SMET_PRIMARY_TUMOR_GALLBLADDER] = {"gallbladder", "gallbladder", ""},
    [SMET_PRIMARY_TUMOR_STOMACH] = {"stomach", "stomach", ""},
    [SMET_PRIMARY_TUMOR_ESOPHAGUS] = {"esophagus", "esophagus", ""},
    [SMET_PRIMARY_TUMOR_PANCREAS] = {"pancreas", "pancreas", ""},
    [SMET_PRIMARY_TUMOR_COLON] = {"colon", "colon", ""},
    [SMET_PRIMARY_TUMOR_RECTUM] = {"rectum", "rectum", ""},
    [SMET_PRIMARY_TUMOR_BLADDER] = {"bladder", "bladder", ""},
    [SMET_PRIMARY_TUMOR_UTERUS] = {"uterus", "uterus (endometrium, corpus)", ""},
    [SMET_PRIMARY_TUMOR_CERVIX] = {"cervix", "cervix", ""},
    [SMET_PRIMARY_TUMOR_OVARY] = {"ovary", "ovary", ""},
    [SMET_PRIMARY_TUMOR_MELANOMA] = {"melanoma", "melanoma", ""},
    [SMET_PRIMARY_TUMOR_OSTEOSARCOMA] = {"osteosarcoma", "osteosarcoma", ""},
    [SMET_PRIMARY_TUMOR_SARCOMA] = {"sarcoma", "sarcoma other than osteosarcoma", ""},
    [SMET_PRIMARY_TUMOR_CARCINOID] = {"carcinoid", "carcinoid (neuroendocrine)", ""},
    [SMET_PRIMARY_TUMOR_MYELOMA] = {"myeloma", "myeloma", ""},
    [SMET_PRIMARY_TUMOR_LYMPHOMA] = {"lymphoma", "lymphoma", ""},
    [SMET_PRIMARY_TUMOR_HEAD_AND_NECK] = {"head_and_neck", "head and neck", ""},
    [SMET_PRIMARY_TUMOR_TESTIS] = {"testis", "testis", ""},
    [SMET_PRIMARY_TUMOR_OTHER] = {"other", "another known primary", ""},
    [SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY] =
        {"unknown_primary", "unknown primary",
         "A search for the primary found none; not the same as a field left unknown."},
};

static const struct smet_option_row tumor_growth[] = {
    [SMET_TUMOR_GROWTH_SLOW] = {"slow", "slow", ""},
    [SMET_TUMOR_GROWTH_MODERATE] = {"moderate", "moderate", ""},
    [SMET_TUMOR_GROWTH_RAPID] = {"rapid", "rapid", ""},
};

static const struct smet_option_row major_organ_metastases[] = {
    [SMET_MAJOR_ORGAN_METASTASES_NONE] = {"none", "none", ""},
    [SMET_MAJOR_ORGAN_METASTASES_REMOVABLE] = {"removable", "removable", ""},
    [SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE] = {"unremovable", "unremovable", ""},
};

static const struct smet_option_row visceral_metastases[] = {
    [SMET_VISCERAL_METASTASES_NONE] = {"none", "none", ""},
    [SMET_VISCERAL_METASTASES_TREATABLE] = {"treatable", "treatable", ""},
    [SMET_VISCERAL_METASTASES_UNTREATABLE] = {"untreatable", "untreatable", ""},
};

static const struct smet_option_row ecog[] = {
    [SMET_ECOG_0] = {"0", "0", "Fully active."},
    [SMET_ECOG_1] =
        {"1", "1",
         "Restricted in strenuous activity, walks, does light work."},
    [SMET_ECOG_2] =
        {"2", "2",
         "Walks and cares for self, cannot work; up and about more than half of waking hours."},
    [SMET_ECOG_3] =
        {"3", "3",
         "Limited self-care; in bed or chair more than half of waking hours."},
    [SMET_ECOG_4] =
        {"4", "4",
         "Completely disabled; no self-care; totally confined to bed or chair."},
};

static const struct smet_option_row neurological_examination[] = {
    [SMET_NEUROLOGICAL_EXAMINATION_NORMAL] = {"normal", "normal", ""},
    [SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL] = {"abnormal", "abnormal", ""},
};

static const struct smet_option_row frankel[] = {
    [SMET_FRANKEL_A] =
        {"A", "A",
         "Complete: no motor and no sensory function below the level."},
    [SMET_FRANKEL_B] = {"B", "B", "Sensory function only below the level."},
    [SMET_FRANKEL_C] = {"C", "C", "Some motor function, of no practical use."},
    [SMET_FRANKEL_D] = {"D", "D", "Useful motor function below the level."},
    [SMET_FRANKEL_E] =
        {"E", "E",
         "Normal motor and sensory function; abnormal reflexes may persist."},
};

static const struct smet_option_row bladder[] = {
    [SMET_BLADDER_NORMAL] = {"normal", "normal", ""},
    [SMET_BLADDER_RETENTION] = {"retention", "retention", ""},
    [SMET_BLADDER_INCONTINENCE] = {"incontinence", "incontinence", ""},
    [SMET_BLADDER_OTHER_CAUSE] =
        {"other_cause", "disturbed by another cause",
         "A disturbance that the clinician puts down to something else, or what remains after decompression."},
};

static const struct smet_option_row bowel[] = {
    [SMET_BOWEL_NORMAL] = {"normal", "normal", ""},
    [SMET_BOWEL_CONSTIPATION] = {"constipation", "constipation", ""},
    [SMET_BOWEL_INCONTINENCE] = {"incontinence", "incontinence", ""},
    [SMET_BOWEL_OTHER_CAUSE] =
        {"other_cause", "disturbed by another cause",
         "A disturbance that the clinician puts down to something else, or what remains after decompression."},
};

static const struct smet_option_row ambulation[] = {
    [SMET_AMBULATION_INDEPENDENT] = {"independent", "independent", ""},
    [SMET_AMBULATION_AIDED] = {"aided", "with an aid", ""},
    [SMET_AMBULATION_NONE] = {"none", "does not walk", ""},
};

static const struct smet_option_row pain[] = {
    [SMET_PAIN_NONE] = {"none", "none", ""},
    [SMET_PAIN_NONMECHANICAL] =
        {"nonmechanical", "not mechanical",
         "Occasional pain that is not mechanical."},
    [SMET_PAIN_MECHANICAL] =
        {"mechanical", "mechanical",
         "Worse with movement or loading, or relieved by lying down."},
};

static const struct smet_option_row lesion_level[] = {
    [SMET_LESION_LEVEL_OCCIPUT] = {"occiput", "occiput", ""},
    [SMET_LESION_LEVEL_C1] = {"C1", "C1", ""},
    [SMET_LESION_LEVEL_C2] = {"C2", "C2", ""},
    [SMET_LESION_LEVEL_C3] = {"C3", "C3", ""},
    [SMET_LESION_LEVEL_C4] = {"C4", "C4", ""},
    [SMET_LESION_LEVEL_C5] = {"C5", "C5", ""},
    [SMET_LESION_LEVEL_C6] = {"C6", "C6", ""},
    [SMET_LESION_LEVEL_C7] = {"C7", "C7", ""},
    [SMET_LESION_LEVEL_T1] = {"T1", "T1", ""},
    [SMET_LESION_LEVEL_T2] = {"T2", "T2", ""},
    [SMET_LESION_LEVEL_T3] = {"T3", "T3", ""},
    [SMET_LESION_LEVEL_T4] = {"T4", "T4", ""},
    [SMET_LESION_LEVEL_T5] = {"T5", "T5", ""},
    [SMET_LESION_LEVEL_T6] = {"T6", "T6", ""},
    [SMET_LESION_LEVEL_T7] = {"T7", "T7", ""},
    [SMET_LESION_LEVEL_T8] = {"T8", "T8", ""},
    [SMET_LESION_LEVEL_T9] = {"T9", "T9", ""},
    [SMET_LESION_LEVEL_T10] = {"T10", "T10", ""},
    [SMET_LESION_LEVEL_T11] = {"T11", "T11", ""},
    [SMET_LESION_LEVEL_T12] = {"T12", "T12", ""},
    [SMET_LESION_LEVEL_L1] = {"L1", "L1", ""},
    [SMET_LESION_LEVEL_L2] = {"L2", "L2", ""},
    [SMET_LESION_LEVEL_L3] = {"L3", "L3", ""},
    [SMET_LESION_LEVEL_L4] = {"L4", "L4", ""},
    [SMET_LESION_LEVEL_L5] = {"L5", "L5", ""},
    [SMET_LESION_LEVEL_S1] = {"S1", "S1", ""},
    [SMET_LESION_LEVEL_S2] = {"S2", "S2", ""},
    [SMET_LESION_LEVEL_S3] = {"S3", "S3", ""},
    [SMET_LESION_LEVEL_S4] = {"S4", "S4", ""},
    [SMET_LESION_LEVEL_S5] = {"S5", "S5", ""},
};

static const struct smet_option_row bone_lesion[] = {
    [SMET_BONE_LESION_BLASTIC] = {"blastic", "blastic", ""},
    [SMET_BONE_LESION_MIXED] = {"mixed", "mixed", ""},
    [SMET_BONE_LESION_LYTIC] = {"lytic", "lytic", ""},
};

static const struct smet_option_row alignment[] = {
    [SMET_ALIGNMENT_NORMAL] = {"normal", "normal", ""},
    [SMET_ALIGNMENT_DEFORMITY] =
        {"deformity", "new deformity",
         "New kyphosis or scoliosis."},
    [SMET_ALIGNMENT_SUBLUXATION] =
        {"subluxation", "subluxation or translation",
         ""},
};

static const struct smet_option_row vertebral_collapse[] = {
    [SMET_VERTEBRAL_COLLAPSE_NONE] =
        {"none", "none",
         "No collapse, and at most half of the body involved."},
    [SMET_VERTEBRAL_COLLAPSE_BODY_INVOLVED_OVER_HALF] =
        {"body_involved_over_half", "no collapse, over half of the body involved",
         ""},
    [SMET_VERTEBRAL_COLLAPSE_UP_TO_HALF] =
        {"up_to_half", "up to half",
         "Collapse of up to 50 %. Exactly 50 % is counted here; the original leaves it undefined."},
    [SMET_VERTEBRAL_COLLAPSE_OVER_HALF] =
        {"over_half", "over half",
         "Collapse of more than 50 %."},
};

static const struct smet_option_row posterolateral_involvement[] = {
    [SMET_POSTEROLATERAL_INVOLVEMENT_NONE] = {"none", "none", ""},
    [SMET_POSTEROLATERAL_INVOLVEMENT_UNILATERAL] = {"unilateral", "unilateral", ""},
    [SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL] = {"bilateral", "bilateral", ""},
};

static const struct smet_option_row stability[] = {
    [SMET_STABILITY_STABLE] = {"stable", "stable", ""},
    [SMET_STABILITY_POTENTIALLY_UNSTABLE] =
        {"potentially_unstable", "potentially unstable",
         ""},
    [SMET_STABILITY_UNSTABLE] = {"unstable", "unstable", ""},
};

static const struct smet_option_row escc[] = {
    [SMET_ESCC_0] = {"0", "0", "Disease in bone only."},
    [SMET_ESCC_1A] =
        {"1a", "1a",
         "Epidural impingement without deformation of the thecal sac."},
    [SMET_ESCC_1B] =
        {"1b", "1b",
         "Deformation of the thecal sac without abutment of the cord."},
    [SMET_ESCC_1C] =
        {"1c", "1c",
         "Deformation of the thecal sac with abutment of the cord, without compression."},
    [SMET_ESCC_2] =
        {"2", "2",
         "Cord compression with cerebrospinal fluid visible around the cord."},
    [SMET_ESCC_3] =
        {"3", "3",
         "Cord compression without cerebrospinal fluid visible around the cord."},
};

static const struct smet_option_row ilium_involvement[] = {
    [SMET_ILIUM_INVOLVEMENT_NONE] = {"none", "none", ""},
    [SMET_ILIUM_INVOLVEMENT_LEFT] = {"left", "left", ""},
    [SMET_ILIUM_INVOLVEMENT_RIGHT] = {"right", "right", ""},
    [SMET_ILIUM_INVOLVEMENT_BILATERAL] = {"bilateral", "bilateral", ""},
};

static const struct smet_option_row radiograph[] = {
    [SMET_RADIOGRAPH_NOT_DONE] = {"not_done", "not done", ""},
    [SMET_RADIOGRAPH_UNREMARKABLE] = {"unremarkable", "unremarkable", ""},
    [SMET_RADIOGRAPH_ARCUATE_LINES_LOST] =
        {"arcuate_lines_lost", "sacral arcuate lines lost",
         ""},
    [SMET_RADIOGRAPH_OTHER_ABNORMALITY] =
        {"other_abnormality", "other abnormality",
         ""},
};

static const struct smet_option_row mri[] = {
    [SMET_MRI_NOT_DONE] = {"not_done", "not done", ""},
    [SMET_MRI_WITHOUT_CONTRAST] = {"without_contrast", "without contrast", ""},
    [SMET_MRI_WITH_AND_WITHOUT_CONTRAST] =
        {"with_and_without_contrast", "with and without contrast",
         ""},
};

static const struct smet_option_row tissue_diagnosis[] = {
    [SMET_TISSUE_DIAGNOSIS_NONE] = {"none", "none yet", ""},
    [SMET_TISSUE_DIAGNOSIS_INSUFFICIENT] = {"insufficient", "insufficient tissue", ""},
    [SMET_TISSUE_DIAGNOSIS_METASTASIS] = {"metastasis", "metastasis", ""},
    [SMET_TISSUE_DIAGNOSIS_INFECTION] = {"infection", "infection", ""},
    [SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA] = {"primary_sarcoma", "primary sarcoma", ""},
};

static const struct smet_option_row prior_radiotherapy[] = {
    [SMET_PRIOR_RADIOTHERAPY_NONE] = {"none", "none", ""},
    [SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL] =
        {"conventional", "conventional",
         ""},
    [SMET_PRIOR_RADIOTHERAPY_STEREOTACTIC] =
        {"stereotactic", "stereotactic",
         ""},
    [SMET_PRIOR_RADIOTHERAPY_BOTH] = {"both", "both", ""},
};

static const struct smet_option_row radiotherapy_outcome[] = {
    [SMET_RADIOTHERAPY_OUTCOME_CONTROLLED] = {"controlled", "controlled", ""},
    [SMET_RADIOTHERAPY_OUTCOME_PERSISTENT_PAIN] =
        {"persistent_pain", "persistent pain",
         ""},
    [SMET_RADIOTHERAPY_OUTCOME_PROGRESSION] =
        {"progression", "progression",
         ""},
};

const struct smet_field_row smet__fields[SMET__FIELD_COUNT] = {
    /* Disease */
    [SMET_FIELD_AGE_YEARS] = {
        .key = "age_years",
        .label = "age",
        .definition =
            "Age in completed years.",
        .group = SMET_GROUP_DISEASE,
        INTEGER(0, 120),
    },
    [SMET_FIELD_PRIMARY_TUMOR] = {
        .key = "primary_tumor",
        .label = "primary tumor",
        .definition =
            "Where the metastasis comes from.",
        .group = SMET_GROUP_DISEASE,
        CHOICE(primary_tumor),
    },
    [SMET_FIELD_TUMOR_GROWTH] = {
        .key = "tumor_growth",
        .label = "tumor growth",
        .definition =
            "The clinician's own Tomita growth class. Entered, it wins over "
            "the class mapped from the primary tumor.",
        .group = SMET_GROUP_DISEASE,
        .is_override = true,
        CHOICE(tumor_growth),
    },
    [SMET_FIELD_HYPERVASCULAR] = {
        .key = "hypervascular",
        .label = "hypervascular tumor",
        .definition =
            "The clinician's own statement. Entered, it wins over what the "
            "primary tumor suggests.",
        .group = SMET_GROUP_DISEASE,
        .is_override = true,
        YES_NO,
    },
    [SMET_FIELD_LOCAL_EXTENSION] = {
        .key = "local_extension",
        .label = "local extension",
        .definition =
            "A pelvic primary has grown directly into the sacrum.",
        .group = SMET_GROUP_DISEASE,
        YES_NO,
    },
    [SMET_FIELD_SOLITARY_LESION] = {
        .key = "solitary_lesion",
        .label = "solitary lesion",
        .definition =
            "The lesion is the only bone focus, however many contiguous "
            "sacral segments it spans.",
        .group = SMET_GROUP_DISEASE,
        YES_NO,
    },
    [SMET_FIELD_EXTRASPINAL_BONE_METASTASES] = {
        .key = "extraspinal_bone_metastases",
        .label = "extraspinal bone metastases",
        .definition =
            "Count of bone foci outside the spine.",
        .group = SMET_GROUP_DISEASE,
        INTEGER(0, 99),
    },
    [SMET_FIELD_VERTEBRAL_METASTASES] = {
        .key = "vertebral_metastases",
        .label = "vertebral metastases",
        .definition =
            "Count of vertebral bodies involved, sacral segments counted "
            "one by one.",
        .group = SMET_GROUP_DISEASE,
        INTEGER(1, 30),
    },
    [SMET_FIELD_MAJOR_ORGAN_METASTASES] = {
        .key = "major_organ_metastases",
        .label = "major organ metastases",
        .definition =
            "Metastases to major internal organs, as Tokuhashi judges them: "
            "can they be removed?",
        .group = SMET_GROUP_DISEASE,
        CHOICE(major_organ_metastases),
    },
    [SMET_FIELD_VISCERAL_METASTASES] = {
        .key = "visceral_metastases",
        .label = "visceral metastases",
        .definition =
            "Visceral metastases, as Tomita judges them: can they be "
            "treated? Removable implies treatable; unremovable implies "
            "nothing.",
        .group = SMET_GROUP_DISEASE,
        CHOICE(visceral_metastases),
    },
    [SMET_FIELD_KARNOFSKY] = {
        .key = "karnofsky",
        .label = "Karnofsky performance status",
        .definition =
            "Karnofsky performance status in tens; 0 (dead) is refused.",
        .group = SMET_GROUP_DISEASE,
        .kind = SMET_KIND_INTEGER, .minimum = 10, .maximum = 100, .step = 10,
        .domain = TENS,
    },
    [SMET_FIELD_ECOG] = {
        .key = "ecog",
        .label = "ECOG performance status",
        .definition =
            "ECOG performance status; 5 (dead) is refused.",
        .group = SMET_GROUP_DISEASE,
        CHOICE(ecog),
    },
    [SMET_FIELD_LONG_TERM_SURVIVAL_EXPECTED] = {
        .key = "long_term_survival_expected",
        .label = "long-term survival expected",
        .definition =
            "The clinician expects survival beyond a few years; no score's "
            "top band says this.",
        .group = SMET_GROUP_DISEASE,
        YES_NO,
    },
    /* Neurology */
    [SMET_FIELD_NEUROLOGICAL_EXAMINATION] = {
        .key = "neurological_examination",
        .label = "neurological examination",
        .definition =
            "The examination as a whole. Normal answers, as absent, each of "
            "the fields that it is linked with; abnormal answers none.",
        .group = SMET_GROUP_NEUROLOGY,
        CHOICE(neurological_examination),
    },
    [SMET_FIELD_FRANKEL] = {
        .key = "frankel",
        .label = "Frankel grade",
        .definition =
            "Frankel grade; entered, never derived from sphincter findings.",
        .group = SMET_GROUP_NEUROLOGY,
        CHOICE(frankel),
    },
    [SMET_FIELD_CAUDA_EQUINA_SYNDROME] = {
        .key = "cauda_equina_syndrome",
        .label = "cauda equina syndrome",
        .definition =
            "Declared by the clinician: present now and not yet "
            "decompressed.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_BLADDER] = {
        .key = "bladder",
        .label = "bladder",
        .definition =
            "Bladder function.",
        .group = SMET_GROUP_NEUROLOGY,
        CHOICE(bladder),
    },
    [SMET_FIELD_BOWEL] = {
        .key = "bowel",
        .label = "bowel",
        .definition =
            "Bowel function.",
        .group = SMET_GROUP_NEUROLOGY,
        CHOICE(bowel),
    },
    [SMET_FIELD_MOTOR_DEFICIT] = {
        .key = "motor_deficit",
        .label = "motor deficit",
        .definition =
            "Weakness on examination.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_SENSORY_DEFICIT] = {
        .key = "sensory_deficit",
        .label = "sensory deficit",
        .definition =
            "Loss or change of sensation on examination.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_SEXUAL_DYSFUNCTION] = {
        .key = "sexual_dysfunction",
        .label = "sexual dysfunction",
        .definition =
            "Disturbed sexual function.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_RADICULOPATHY] = {
        .key = "radiculopathy",
        .label = "radiculopathy",
        .definition =
            "Radicular pain or signs.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_ACUTE_DETERIORATION] = {
        .key = "acute_deterioration",
        .label = "acute deterioration",
        .definition =
            "Neurological function is worsening acutely.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_NERVE_ROOT_COMPRESSION] = {
        .key = "nerve_root_compression",
        .label = "nerve root compression",
        .definition =
            "Sacral roots or the canal are compressed on imaging.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_OSSEOUS_COMPRESSION] = {
        .key = "osseous_compression",
        .label = "osseous compression",
        .definition =
            "The compression is by bone (a retropulsed fragment), not by "
            "soft tumor.",
        .group = SMET_GROUP_NEUROLOGY,
        YES_NO,
    },
    [SMET_FIELD_AMBULATION] = {
        .key = "ambulation",
        .label = "ambulation",
        .definition =
            "How the patient walks.",
        .group = SMET_GROUP_NEUROLOGY,
        CHOICE(ambulation),
    },
    /* Pain */
    [SMET_FIELD_PAIN] = {
        .key = "pain",
        .label = "pain",
        .definition =
            "The kind of pain at the lesion.",
        .group = SMET_GROUP_PAIN,
        CHOICE(pain),
    },
    [SMET_FIELD_PAIN_SCORE] = {
        .key = "pain_score",
        .label = "pain score",
        .definition =
            "Numeric rating of pain: 0 none, 1 to 4 mild, 5 to 6 moderate, "
            "7 to 10 severe.",
        .group = SMET_GROUP_PAIN,
        INTEGER(0, 10),
    },
    [SMET_FIELD_PAIN_UNRELENTING] = {
        .key = "pain_unrelenting",
        .label = "unrelenting pain",
        .definition =
            "The pain does not relent.",
        .group = SMET_GROUP_PAIN,
        YES_NO,
    },
    /* Lesion and imaging */
    [SMET_FIELD_LESION_LEVEL] = {
        .key = "lesion_level",
        .label = "lesion level",
        .definition =
            "Level of the lesion being judged.",
        .group = SMET_GROUP_LESION,
        CHOICE(lesion_level),
    },
    [SMET_FIELD_BONE_LESION] = {
        .key = "bone_lesion",
        .label = "bone lesion",
        .definition =
            "Quality of the bone lesion.",
        .group = SMET_GROUP_LESION,
        CHOICE(bone_lesion),
    },
    [SMET_FIELD_ALIGNMENT] = {
        .key = "alignment",
        .label = "alignment",
        .definition =
            "Spinal alignment on imaging.",
        .group = SMET_GROUP_LESION,
        CHOICE(alignment),
    },
    [SMET_FIELD_VERTEBRAL_COLLAPSE] = {
        .key = "vertebral_collapse",
        .label = "vertebral collapse",
        .definition =
            "Collapse of the vertebral body.",
        .group = SMET_GROUP_LESION,
        CHOICE(vertebral_collapse),
    },
    [SMET_FIELD_POSTEROLATERAL_INVOLVEMENT] = {
        .key = "posterolateral_involvement",
        .label = "posterolateral involvement",
        .definition =
            "Involvement of the posterolateral spinal elements (facet, "
            "pedicle or costovertebral joint).",
        .group = SMET_GROUP_LESION,
        CHOICE(posterolateral_involvement),
    },
    [SMET_FIELD_STABILITY] = {
        .key = "stability",
        .label = "stability in the clinician's judgement",
        .definition =
            "The clinician's own judgement. Entered, it wins over SINS, and "
            "a difference from SINS is reported.",
        .group = SMET_GROUP_LESION,
        .is_override = true,
        CHOICE(stability),
    },
    [SMET_FIELD_EPIDURAL_DISEASE] = {
        .key = "epidural_disease",
        .label = "epidural disease",
        .definition =
            "Tumor in the epidural space.",
        .group = SMET_GROUP_LESION,
        YES_NO,
    },
    [SMET_FIELD_ESCC] = {
        .key = "escc",
        .label = "epidural spinal cord compression (ESCC)",
        .definition =
            "Bilsky's label of epidural disease; a label, not a number, and "
            "only descriptive below the conus.",
        .group = SMET_GROUP_LESION,
        CHOICE(escc),
    },
    [SMET_FIELD_ILIUM_INVOLVEMENT] = {
        .key = "ilium_involvement",
        .label = "ilium involvement",
        .definition =
            "Disease in the ilium, by side.",
        .group = SMET_GROUP_LESION,
        CHOICE(ilium_involvement),
    },
    [SMET_FIELD_SACRAL_FRACTURE] = {
        .key = "sacral_fracture",
        .label = "sacral fracture",
        .definition =
            "A fracture of the sacrum on imaging.",
        .group = SMET_GROUP_LESION,
        YES_NO,
    },
    [SMET_FIELD_LESION_LARGE] = {
        .key = "lesion_large",
        .label = "large lesion",
        .definition =
            "Too large for an adequate radiosurgical dose in the treating "
            "team's judgement; the review gives no size.",
        .group = SMET_GROUP_LESION,
        YES_NO,
    },
    [SMET_FIELD_RADIOGRAPH] = {
        .key = "radiograph",
        .label = "radiograph",
        .definition =
            "Plain radiograph of the sacrum.",
        .group = SMET_GROUP_LESION,
        CHOICE(radiograph),
    },
    [SMET_FIELD_MRI] = {
        .key = "mri",
        .label = "MRI",
        .definition =
            "Magnetic resonance imaging so far.",
        .group = SMET_GROUP_LESION,
        CHOICE(mri),
    },
    [SMET_FIELD_CT_DONE] = {
        .key = "ct_done",
        .label = "CT done",
        .definition =
            "Whether computed tomography was done.",
        .group = SMET_GROUP_LESION,
        YES_NO,
    },
    /* Diagnosis and treatment so far */
    [SMET_FIELD_TISSUE_DIAGNOSIS] = {
        .key = "tissue_diagnosis",
        .label = "tissue diagnosis",
        .definition =
            "What a biopsy of the lesion showed.",
        .group = SMET_GROUP_TREATMENT,
        CHOICE(tissue_diagnosis),
    },
    [SMET_FIELD_CULTURES_SENT] = {
        .key = "cultures_sent",
        .label = "cultures sent",
        .definition =
            "Whether cultures went with the biopsy.",
        .group = SMET_GROUP_TREATMENT,
        YES_NO,
    },
    [SMET_FIELD_PRIOR_RADIOTHERAPY] = {
        .key = "prior_radiotherapy",
        .label = "prior radiotherapy",
        .definition =
            "Radiotherapy that this lesion has had.",
        .group = SMET_GROUP_TREATMENT,
        CHOICE(prior_radiotherapy),
    },
    [SMET_FIELD_RADIOTHERAPY_OUTCOME] = {
        .key = "radiotherapy_outcome",
        .label = "outcome of radiotherapy",
        .definition =
            "What followed the radiotherapy; meaningful after radiotherapy "
            "only.",
        .group = SMET_GROUP_TREATMENT,
        CHOICE(radiotherapy_outcome),
    },
    /* Scores already in the chart */
    [SMET_FIELD_REPORTED_SINS] = {
        .key = "reported_sins",
        .label = "SINS in the chart",
        .definition =
            "A SINS total found in the chart.",
        .group = SMET_GROUP_REPORTED,
        .is_override = true,
        INTEGER(0, 18),
    },
    [SMET_FIELD_REPORTED_TOKUHASHI_REVISED] = {
        .key = "reported_tokuhashi_revised",
        .label = "revised Tokuhashi score in the chart",
        .definition =
            "A revised Tokuhashi total found in the chart.",
        .group = SMET_GROUP_REPORTED,
        .is_override = true,
        INTEGER(0, 15),
    },
    [SMET_FIELD_REPORTED_TOMITA] = {
        .key = "reported_tomita",
        .label = "Tomita score in the chart",
        .definition =
            "A Tomita total found in the chart.",
        .group = SMET_GROUP_REPORTED,
        .is_override = true,
        INTEGER(2, 10),
    },
};
