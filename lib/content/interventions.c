/*
 * The interventions of the pathway: things that can be done, in the order of
 * every answer.
 */
#include "content/tables.h"

const struct smet_intervention_row smet__interventions[SMET__INTERVENTION_COUNT] = {
    [SMET_INTERVENTION_URGENT_DECOMPRESSION] = {
        .key = "urgent_decompression",
        .label = "urgent decompression",
        .definition =
            "Surgical relief, without delay, of pressure on the cauda equina or the sacral "
            "roots.",
        .kind = SMET__KIND_OPERATION,
    },
    [SMET_INTERVENTION_URGENT_SURGICAL_EVALUATION] = {
        .key = "urgent_surgical_evaluation",
        .label = "urgent surgical evaluation",
        .definition =
            "A surgeon's evaluation at once, to judge whether the nerves must be "
            "decompressed.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_SURGICAL_CONSULTATION] = {
        .key = "surgical_consultation",
        .label = "surgical consultation",
        .definition =
            "Asking a spine surgeon whether an operation should be considered.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_METASTASIS_PATHWAY] = {
        .key = "metastasis_pathway",
        .label = "management as a sacral metastasis",
        .definition =
            "Management of the lesion along the review's pathway for sacral metastases.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_MRI_WITH_AND_WITHOUT_CONTRAST] = {
        .key = "mri_with_and_without_contrast",
        .label = "MRI with and without contrast",
        .definition =
            "Magnetic resonance imaging of the sacrum before and after contrast medium is "
            "given.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_CT] = {
        .key = "ct",
        .label = "CT",
        .definition =
            "Computed tomography of the sacrum, to judge lytic and blastic involvement.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_CT_GUIDED_BIOPSY] = {
        .key = "ct_guided_biopsy",
        .label = "CT-guided biopsy",
        .definition =
            "Taking tissue from the lesion through the skin under guidance by computed "
            "tomography.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_OPEN_BIOPSY] = {
        .key = "open_biopsy",
        .label = "open biopsy",
        .definition =
            "Taking tissue from the lesion through an incision.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_INTRAOPERATIVE_BIOPSY] = {
        .key = "intraoperative_biopsy",
        .label = "intraoperative biopsy",
        .definition =
            "Taking tissue during an operation that is done for another reason.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_BIOPSY_CULTURES] = {
        .key = "biopsy_cultures",
        .label = "cultures with the biopsy",
        .definition =
            "Sending part of the specimen for culture, to look for an infection.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_CONVENTIONAL_RADIOTHERAPY] = {
        .key = "conventional_radiotherapy",
        .label = "conventional radiotherapy",
        .definition =
            "External beam radiotherapy of the lesion in several fractions.",
        .kind = SMET__KIND_LOCAL_TREATMENT,
    },
    [SMET_INTERVENTION_STEREOTACTIC_RADIOSURGERY] = {
        .key = "stereotactic_radiosurgery",
        .label = "stereotactic radiosurgery",
        .definition =
            "Radiation focused precisely on the volume of the lesion, to spare neural "
            "elements.",
        .kind = SMET__KIND_LOCAL_TREATMENT,
    },
    [SMET_INTERVENTION_LAMINECTOMY] = {
        .key = "laminectomy",
        .label = "laminectomy",
        .definition =
            "Decompression of the sacral canal and roots through its posterior wall, without "
            "instrumentation.",
        .kind = SMET__KIND_OPERATION,
    },
    [SMET_INTERVENTION_LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION] = {
        .key = "laminectomy_with_lumbopelvic_fixation",
        .label = "laminectomy with lumbopelvic fixation",
        .definition =
            "Laminectomy together with instrumentation from the lumbar spine to the pelvis, "
            "by lumbar pedicle screws and iliac screws.",
        .kind = SMET__KIND_OPERATION,
    },
    [SMET_INTERVENTION_UNILATERAL_LUMBOPELVIC_FIXATION] = {
        .key = "unilateral_lumbopelvic_fixation",
        .label = "unilateral lumbopelvic fixation",
        .definition =
            "Lumbopelvic instrumentation on one side only, that of the unaffected ilium, with "
            "laminectomy where roots are compressed.",
        .kind = SMET__KIND_OPERATION,
        /* The side to instrument: the one opposite to the diseased ilium. */
        .side = &(const struct smet_side_row){
            .field = SMET_FIELD_ILIUM_INVOLVEMENT,
            .left = SMET_ILIUM_INVOLVEMENT_LEFT,
            .right = SMET_ILIUM_INVOLVEMENT_RIGHT,
            .rule = SMET_RULE_SURGERY_UNILATERAL_FIXATION,
        },
    },
    [SMET_INTERVENTION_LUMBOPELVIC_STABILIZATION_EVALUATION] = {
        .key = "lumbopelvic_stabilization_evaluation",
        .label = "evaluation for lumbopelvic stabilization",
        .definition =
            "A surgeon's evaluation of whether and how to stabilize the lumbopelvic junction, "
            "where the review names no construct.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_PALLIATIVE_SURGERY] = {
        .key = "palliative_surgery",
        .label = "palliative surgery",
        .definition =
            "An operation meant to relieve pain or to keep or restore function, not to cure.",
        .kind = SMET__KIND_OPERATION,
    },
    [SMET_INTERVENTION_EN_BLOC_RESECTION] = {
        .key = "en_bloc_resection",
        .label = "en bloc resection",
        .definition =
            "Excision of the lesion in one piece, with reconstruction.",
        .kind = SMET__KIND_OPERATION,
    },
    [SMET_INTERVENTION_NONOPERATIVE_CARE] = {
        .key = "nonoperative_care",
        .label = "nonoperative care",
        .definition =
            "Treatment without an operation.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_SUPPORTIVE_CARE] = {
        .key = "supportive_care",
        .label = "supportive care",
        .definition =
            "Care for comfort and symptoms, without treatment aimed at the tumor.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_SACROPLASTY] = {
        .key = "sacroplasty",
        .label = "sacroplasty",
        .definition =
            "Injection of cement (polymethylmethacrylate) into the diseased part of the "
            "sacrum through the skin.",
        .kind = SMET__KIND_LOCAL_TREATMENT,
    },
    [SMET_INTERVENTION_RADIOFREQUENCY_ABLATION] = {
        .key = "radiofrequency_ablation",
        .label = "radiofrequency ablation",
        .definition =
            "Destruction of tumor and of pain fibers by heat from a radiofrequency probe.",
        .kind = SMET__KIND_LOCAL_TREATMENT,
    },
    [SMET_INTERVENTION_ABLATION_WITH_CEMENT] = {
        .key = "ablation_with_cement",
        .label = "radiofrequency ablation with cement",
        .definition =
            "Radiofrequency ablation followed by injection of cement into the treated bone.",
        .kind = SMET__KIND_LOCAL_TREATMENT,
    },
    [SMET_INTERVENTION_PALLIATIVE_EMBOLIZATION] = {
        .key = "palliative_embolization",
        .label = "palliative embolization",
        .definition =
            "Selective occlusion of the arteries that feed the lesion, to control pain.",
        .kind = SMET__KIND_LOCAL_TREATMENT,
    },
    [SMET_INTERVENTION_PREOPERATIVE_EMBOLIZATION] = {
        .key = "preoperative_embolization",
        .label = "preoperative embolization",
        .definition =
            "Selective occlusion of the arteries that feed a vascular lesion before an "
            "operation, to lessen blood loss.",
        .kind = SMET__KIND_AROUND_OPERATION,
    },
    [SMET_INTERVENTION_AORTIC_BALLOON_OCCLUSION] = {
        .key = "aortic_balloon_occlusion",
        .label = "aortic balloon occlusion",
        .definition =
            "Temporary occlusion of the abdominal aorta by a balloon during an operation, to "
            "lessen blood loss.",
        .kind = SMET__KIND_AROUND_OPERATION,
    },
    [SMET_INTERVENTION_PLASTIC_SURGERY_CLOSURE] = {
        .key = "plastic_surgery_closure",
        .label = "wound closure with plastic surgery",
        .definition =
            "Closure of the surgical wound together with a plastic surgeon.",
        .kind = SMET__KIND_AROUND_OPERATION,
    },
    [SMET_INTERVENTION_INTRAWOUND_VANCOMYCIN] = {
        .key = "intrawound_vancomycin",
        .label = "intrawound vancomycin",
        .definition =
            "Vancomycin powder put into the surgical wound before closure.",
        .kind = SMET__KIND_AROUND_OPERATION,
    },
    [SMET_INTERVENTION_MINIMALLY_INVASIVE_SCREWS] = {
        .key = "minimally_invasive_screws",
        .label = "minimally invasive screws",
        .definition =
            "Placing the screws of a lumbopelvic fixation by a minimally invasive technique, "
            "with open decompression in the same operation.",
        .kind = SMET__KIND_AROUND_OPERATION,
    },
    [SMET_INTERVENTION_THROMBOEMBOLISM_ASSESSMENT] = {
        .key = "thromboembolism_assessment",
        .label = "assessment of thromboembolism risk",
        .definition =
            "A clinician's assessment of the patient's risk of thromboembolism.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_MULTIDISCIPLINARY_REVIEW] = {
        .key = "multidisciplinary_review",
        .label = "multidisciplinary review",
        .definition =
            "Discussion of the patient among the disciplines involved.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_MEASURE_SOSGOQ] = {
        .key = "measure_sosgoq",
        .label = "measure quality of life (SOSGOQ)",
        .definition =
            "Having the patient fill in the Spine Oncology Study Group Outcomes "
            "Questionnaire.",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_MEASURE_PROMIS_PHYSICAL_FUNCTION] = {
        .key = "measure_promis_physical_function",
        .label = "measure physical function (PROMIS)",
        .definition =
            "Having the patient fill in the PROMIS Physical Function measure (Patient- "
            "Reported Outcomes Measurement Information System).",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_MEASURE_PROMIS_PAIN_INTENSITY] = {
        .key = "measure_promis_pain_intensity",
        .label = "measure pain intensity (PROMIS)",
        .definition =
            "Having the patient fill in the PROMIS Pain Intensity measure (Patient-Reported "
            "Outcomes Measurement Information System).",
        .kind = SMET__KIND_OTHER,
    },
    [SMET_INTERVENTION_MEASURE_SEVEN_DOMAINS] = {
        .key = "measure_seven_domains",
        .label = "measure the seven domains",
        .definition =
            "Questionnaires that together cover mental health, physical health, pain, "
            "gastrointestinal symptoms, urinary incontinence, sexual function and social "
            "health.",
        .kind = SMET__KIND_OTHER,
    },
};
