/*
 * Findings: conditions with a name, in the order of the pathway. A finding may
 * read those before it.
 *
 * SIGN and ALARM keep a contradiction in the record from hiding an alarm: a
 * sign that is true as entered stays true.
 */
#include "content/tables.h"

/* clang-format off */
const struct smet_finding_row smet__findings[SMET__FINDING_COUNT] = {
    [SMET_FINDING_CAUDA_EQUINA] = {
        "cauda_equina", "cauda equina syndrome",
        SIGN(CAUDA_EQUINA_SYNDROME, SMET_YES)},
    [SMET_FINDING_SPHINCTER_LOSS] = {
        "sphincter_loss", "loss of sphincter control",
        ANY(SIGN(BLADDER, SMET_BLADDER_INCONTINENCE),
            SIGN(BOWEL, SMET_BOWEL_INCONTINENCE))},
    [SMET_FINDING_EARLY_CAUDA_EQUINA_SIGNS] = {
        "early_cauda_equina_signs", "early signs of cauda equina syndrome",
        ANY(SIGN(BLADDER, SMET_BLADDER_RETENTION),
            ALL(SIGN(BOWEL, SMET_BOWEL_CONSTIPATION),
                ANY(SIGN(SENSORY_DEFICIT, SMET_YES),
                    SIGN(SEXUAL_DYSFUNCTION, SMET_YES))))},
    [SMET_FINDING_NEUROLOGICAL_EMERGENCY] = {
        "neurological_emergency", "neurological emergency",
        ANY(FINDING(CAUDA_EQUINA),
            FINDING(SPHINCTER_LOSS),
            FINDING(EARLY_CAUDA_EQUINA_SIGNS),
            SIGN(ACUTE_DETERIORATION, SMET_YES))},
    [SMET_FINDING_NEUROLOGICAL_DEFICIT] = {
        "neurological_deficit", "neurological deficit",
        ANY(SIGN(MOTOR_DEFICIT, SMET_YES),
            SIGN(SENSORY_DEFICIT, SMET_YES),
            FINDING(SPHINCTER_LOSS),
            SIGN(BLADDER, SMET_BLADDER_RETENTION),
            FINDING(CAUDA_EQUINA),
            SIGN(ACUTE_DETERIORATION, SMET_YES),
            SIGN(FRANKEL, SMET_FRANKEL_A, SMET_FRANKEL_B, SMET_FRANKEL_C, SMET_FRANKEL_D))},
    [SMET_FINDING_EPIDURAL_DISEASE] = {
        "epidural_disease", "epidural disease",
        ANY(SIGN(EPIDURAL_DISEASE, SMET_YES),
            ALARM(ESCC, SMET_ESCC_1A, SMET_ESCC_1B, SMET_ESCC_1C, SMET_ESCC_2, SMET_ESCC_3))},
    [SMET_FINDING_NERVE_ROOT_COMPRESSION] = {
        "nerve_root_compression", "nerve root compression",
        ANY(SIGN(NERVE_ROOT_COMPRESSION, SMET_YES),
            ALARM(ESCC, SMET_ESCC_2, SMET_ESCC_3))},
    [SMET_FINDING_ROOT_COMPRESSION_SYMPTOMATIC] = {
        "root_compression_symptomatic", "symptomatic root compression",
        ALL(FINDING(NERVE_ROOT_COMPRESSION),
            ANY(YES(RADICULOPATHY),
                YES(SEXUAL_DYSFUNCTION),
                FINDING(NEUROLOGICAL_DEFICIT)))},
    [SMET_FINDING_SACRAL_LESION] = {
        "sacral_lesion", "sacral lesion",
        IS(LESION_LEVEL, SMET_LESION_LEVEL_S1, SMET_LESION_LEVEL_S2, SMET_LESION_LEVEL_S3,
           SMET_LESION_LEVEL_S4, SMET_LESION_LEVEL_S5)},
    [SMET_FINDING_UPPER_SACRAL] = {
        "upper_sacral", "upper sacral lesion",
        IS(LESION_LEVEL, SMET_LESION_LEVEL_S1, SMET_LESION_LEVEL_S2)},
    [SMET_FINDING_STABLE] = {
        "stable", "stable spine",
        JUDGED(STABILITY, SMET_STABILITY_STABLE)},
    [SMET_FINDING_POTENTIALLY_UNSTABLE] = {
        "potentially_unstable", "potentially unstable spine",
        JUDGED(STABILITY, SMET_STABILITY_POTENTIALLY_UNSTABLE)},
    [SMET_FINDING_UNSTABLE] = {
        "unstable", "unstable spine",
        JUDGED(STABILITY, SMET_STABILITY_UNSTABLE)},
    [SMET_FINDING_INSTABILITY] = {
        "instability", "instability (potential or manifest)",
        JUDGED(STABILITY, SMET_STABILITY_POTENTIALLY_UNSTABLE, SMET_STABILITY_UNSTABLE)},
    [SMET_FINDING_IRRADIATED] = {
        "irradiated", "irradiated before",
        IS_NOT(PRIOR_RADIOTHERAPY, SMET_PRIOR_RADIOTHERAPY_NONE)},
    [SMET_FINDING_FAILED_RADIOTHERAPY] = {
        "failed_radiotherapy", "failed radiotherapy",
        ALL(FINDING(IRRADIATED),
            IS(RADIOTHERAPY_OUTCOME, SMET_RADIOTHERAPY_OUTCOME_PERSISTENT_PAIN,
               SMET_RADIOTHERAPY_OUTCOME_PROGRESSION))},
    [SMET_FINDING_PAIN_PRESENT] = {
        "pain_present", "pain",
        ANY(IS_NOT(PAIN, SMET_PAIN_NONE),
            AT_LEAST(PAIN_SCORE, 1, 10),
            YES(PAIN_UNRELENTING))},
    [SMET_FINDING_VASCULAR_TUMOR] = {
        "vascular_tumor", "vascular tumor",
        JUDGED(HYPERVASCULAR, SMET_YES)},
    [SMET_FINDING_ISOLATED_METASTASIS] = {
        "isolated_metastasis", "isolated metastasis",
        ALL(YES(SOLITARY_LESION),
            IS(VISCERAL_METASTASES, SMET_VISCERAL_METASTASES_NONE))},
    [SMET_FINDING_DECOMPRESSION_INDICATED] = {
        "decompression_indicated", "decompression indicated",
        ANY(FINDING(CAUDA_EQUINA),
            ALL(FINDING(NERVE_ROOT_COMPRESSION),
                FINDING(NEUROLOGICAL_DEFICIT)))},
    [SMET_FINDING_FIXATION_INDICATED] = {
        "fixation_indicated", "fixation indicated",
        ALL(FINDING(INSTABILITY),
            ANY(FINDING(ROOT_COMPRESSION_SYMPTOMATIC),
                FINDING(CAUDA_EQUINA),
                FINDING(UNSTABLE)))},
    [SMET_FINDING_OPERATION_INDICATED] = {
        "operation_indicated", "operation indicated",
        ANY(FINDING(DECOMPRESSION_INDICATED),
            FINDING(SPHINCTER_LOSS),
            FINDING(FIXATION_INDICATED))},
    [SMET_FINDING_SURGERY_INDICATED] = {
        "surgery_indicated", "an indication for surgery",
        ANY(FINDING(NEUROLOGICAL_DEFICIT),
            FINDING(INSTABILITY),
            FINDING(FAILED_RADIOTHERAPY),
            FINDING(ROOT_COMPRESSION_SYMPTOMATIC))},
};
/* clang-format on */
