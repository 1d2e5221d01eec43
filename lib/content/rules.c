/*
 * The rules of the pathway: what the review says, of which interventions, when,
 * and on what ground. In the order of the pathway, under its headings.
 */
#include "content/tables.h"

/* --- groups of interventions -------------------------------------------- */

#define TO(intervention) SMET_INTERVENTION_##intervention

#define RADIOTHERAPIES TO(CONVENTIONAL_RADIOTHERAPY), TO(STEREOTACTIC_RADIOSURGERY)
#define ABLATIONS TO(RADIOFREQUENCY_ABLATION), TO(ABLATION_WITH_CEMENT)
#define CEMENT_PROCEDURES TO(SACROPLASTY), TO(ABLATION_WITH_CEMENT)
#define LOCAL_TREATMENTS_BUT_RADIOTHERAPY \
    TO(SACROPLASTY), ABLATIONS, TO(PALLIATIVE_EMBOLIZATION)
#define LOCAL_TREATMENTS RADIOTHERAPIES, LOCAL_TREATMENTS_BUT_RADIOTHERAPY

#define OPERATIONS_THAT_PALLIATE                                             \
    TO(LAMINECTOMY), TO(LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION),              \
        TO(UNILATERAL_LUMBOPELVIC_FIXATION), TO(PALLIATIVE_SURGERY)
#define OPERATIONS_THAT_CAN_WAIT OPERATIONS_THAT_PALLIATE, TO(EN_BLOC_RESECTION)
#define OPERATIONS TO(URGENT_DECOMPRESSION), OPERATIONS_THAT_CAN_WAIT
#define AROUND_AN_OPERATION                                                  \
    TO(PREOPERATIVE_EMBOLIZATION), TO(AORTIC_BALLOON_OCCLUSION),             \
        TO(PLASTIC_SURGERY_CLOSURE), TO(INTRAWOUND_VANCOMYCIN),              \
        TO(MINIMALLY_INVASIVE_SCREWS)

#define LAMINECTOMIES_AND_PALLIATIVE_SURGERY                                 \
    TO(LAMINECTOMY), TO(LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION),              \
        TO(PALLIATIVE_SURGERY)

/* What the review speaks of for metastases in the sacrum alone. */
#define FOR_SACRAL_METASTASES                                                \
    TO(METASTASIS_PATHWAY), LOCAL_TREATMENTS, OPERATIONS_THAT_CAN_WAIT,      \
        AROUND_AN_OPERATION, TO(LUMBOPELVIC_STABILIZATION_EVALUATION)

/* --- conditions that several rules share -------------------------------- */

#define NO_TISSUE_DIAGNOSIS_YET \
    IS(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_NONE, SMET_TISSUE_DIAGNOSIS_INSUFFICIENT)

#define ISOLATED_WITH_LONG_SURVIVAL_EXPECTED \
    ALL(FINDING(ISOLATED_METASTASIS), YES(LONG_TERM_SURVIVAL_EXPECTED))

/* Painful, not controlled by radiotherapy, no neural element involved. */
#define REFRACTORY_AND_CLEAR_OF_NERVES        \
    ALL(FINDING(PAIN_PRESENT),                \
        FINDING(FAILED_RADIOTHERAPY),         \
        NOT(FINDING(NEUROLOGICAL_DEFICIT)),   \
        NOT(FINDING(NERVE_ROOT_COMPRESSION)), \
        NOT(FINDING(EPIDURAL_DISEASE)))

/* ------------------------------------------------------------------------ */

const struct smet_rule_row smet__rules[SMET__RULE_COUNT] = {

    /* --- Emergency and scope --------------------------------------------- */

    [SMET_RULE_EMERGENCY_CAUDA_EQUINA] = {
        .key = "emergency.cauda_equina",
        .verdict = SMET_VERDICT_EMERGENCY,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(URGENT_DECOMPRESSION))},
        .when = FINDING(CAUDA_EQUINA),
        .rationale =
            "The review treats this as a surgical emergency; a clinician must assess at once. "
            "Its answer to cauda equina syndrome from a sacral metastasis is prompt "
            "decompression.",
        .section = "Management; Clinical Presentation",
        .references = {LIST(SMET_REFERENCE_MUSAHL_2008)},
    },
    [SMET_RULE_EMERGENCY_SPHINCTER_LOSS] = {
        .key = "emergency.sphincter_loss",
        .verdict = SMET_VERDICT_EMERGENCY,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(URGENT_DECOMPRESSION))},
        .when = FINDING(SPHINCTER_LOSS),
        .rationale =
            "The review treats this as a surgical emergency; a clinician must assess at once. "
            "It names incontinence of bowel and bladder together and answers it with prompt "
            "decompression. What is added here: loss of control of either one is enough.",
        .section = "Clinical Presentation",
        .references = {LIST(SMET_REFERENCE_MUSAHL_2008)},
    },
    [SMET_RULE_EMERGENCY_EARLY_SIGNS] = {
        .key = "emergency.early_signs",
        .verdict = SMET_VERDICT_EMERGENCY,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(URGENT_SURGICAL_EVALUATION))},
        .when = ANY(FINDING(EARLY_CAUDA_EQUINA_SIGNS), YES(ACUTE_DETERIORATION)),
        .rationale =
            "The review treats this as a surgical emergency; a clinician must assess at once. "
            "It counts urinary retention and constipation among the signs of cauda equina "
            "syndrome that come before incontinence, and would not have surgery delayed in "
            "acute neurological deterioration. Constipation is taken as such a sign only "
            "beside a sensory deficit or sexual dysfunction.",
        .section = "Clinical Presentation; Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_EVALUATION_CONSTIPATION] = {
        .key = "evaluation.constipation",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(URGENT_SURGICAL_EVALUATION))},
        .when = ALL(IS(BOWEL, SMET_BOWEL_CONSTIPATION), YES(RADICULOPATHY)),
        .rationale =
            "The review counts constipation among the ways in which cauda equina syndrome can "
            "present. What is added here: together with radiculopathy it is reason enough for "
            "an urgent evaluation by a surgeon, though not by itself an emergency.",
        .section = "Clinical Presentation",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_EMERGENCY_FIRST] = {
        .key = "emergency.first",
        .verdict = SMET_VERDICT_NOT_RECOMMENDED,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(LOCAL_TREATMENTS_BUT_RADIOTHERAPY, TO(CT_GUIDED_BIOPSY),
                               TO(OPEN_BIOPSY), TO(EN_BLOC_RESECTION))},
        .when = FINDING(NEUROLOGICAL_EMERGENCY),
        .rationale =
            "The review would not let surgery wait in acute neurological deterioration or "
            "cauda equina syndrome, and holds an intraoperative biopsy to be enough then. "
            "What is added here: until a neurological emergency has been evaluated or "
            "relieved, cement, ablation, embolization for pain, a separate biopsy and en bloc "
            "resection are not recommended.",
        .section = "Diagnosis; Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_EMERGENCY_BEFORE_RADIATION] = {
        .key = "emergency.before_radiation",
        .verdict = SMET_VERDICT_NOT_RECOMMENDED,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(RADIOTHERAPIES)},
        .when = ANY(FINDING(CAUDA_EQUINA), FINDING(SPHINCTER_LOSS)),
        .rationale =
            "In cauda equina syndrome the review turns to prompt decompression and sees no "
            "role for radiation. What is added here: loss of bladder or bowel control is "
            "treated alike, and radiotherapy is not recommended until it is relieved.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_EMERGENCY_EVALUATE_FIRST] = {
        .key = "emergency.evaluate_first",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(RADIOTHERAPIES)},
        .when = ANY(FINDING(EARLY_CAUDA_EQUINA_SIGNS), YES(ACUTE_DETERIORATION)),
        .rationale =
            "The review would not have surgery delayed in acute neurological deterioration or "
            "cauda equina syndrome. What is added here: with early signs of the syndrome, or "
            "with acute deterioration, surgical evaluation comes before radiotherapy.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_RADIATION_NONE_IN_CAUDA_EQUINA] = {
        .key = "radiation.none_in_cauda_equina",
        .verdict = SMET_VERDICT_CONTRAINDICATED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(RADIOTHERAPIES)},
        .when = FINDING(CAUDA_EQUINA),
        .rationale =
            "The review excludes radiation as treatment of cauda equina syndrome from a sacral "
            "metastasis. After decompression it is open again.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SCOPE_NOT_METASTASIS] = {
        .key = "scope.not_metastasis",
        .verdict = SMET_VERDICT_OUT_OF_SCOPE,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(FOR_SACRAL_METASTASES, TO(NONOPERATIVE_CARE), TO(SUPPORTIVE_CARE))},
        .when = IS(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_INFECTION,
                   SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA),
        .rationale =
            "Tissue is what tells a metastasis from an infection or a sarcoma. Once it has "
            "shown an infection or a primary sarcoma, what the review says of metastases does "
            "not hold.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_GERBER_2008, SMET_REFERENCE_NASIR_2006)},
    },
    [SMET_RULE_SCOPE_NOT_SACRAL] = {
        .key = "scope.not_sacral",
        .verdict = SMET_VERDICT_OUT_OF_SCOPE,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(FOR_SACRAL_METASTASES)},
        .when = NOT(FINDING(SACRAL_LESION)),
        .rationale =
            "The review is about metastases of the sacrum and says nothing of a lesion "
            "elsewhere. The scores hold for the whole spine and are computed all the same.",
        .section = "Title",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SCOPE_LOCAL_EXTENSION] = {
        .key = "scope.local_extension",
        .verdict = SMET_VERDICT_OUT_OF_SCOPE,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(EN_BLOC_RESECTION))},
        .when = YES(LOCAL_EXTENSION),
        .rationale =
            "What the review says of excision is about metastases. Of a pelvic primary that "
            "has grown directly into the sacrum it says nothing here.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },

    /* --- Work-up ---------------------------------------------------------- */

    [SMET_RULE_IMAGING_MRI] = {
        .key = "imaging.mri",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MRI_WITH_AND_WITHOUT_CONTRAST))},
        .when = IS(MRI, SMET_MRI_NOT_DONE, SMET_MRI_WITHOUT_CONTRAST),
        .rationale =
            "MRI with and without contrast is the review's gold standard for judging a "
            "metastasis in the sacrum; MRI without contrast alone falls short of it.",
        .section = "Imaging",
        .references = {LIST(SMET_REFERENCE_GERBER_2008)},
    },
    [SMET_RULE_IMAGING_CT] = {
        .key = "imaging.ct",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(CT))},
        .when = NO(CT_DONE),
        .rationale =
            "CT helps to judge how far the lesion is lytic or blastic.",
        .section = "Imaging",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_IMAGING_RADIOGRAPH_INSUFFICIENT] = {
        .key = "imaging.radiograph_insufficient",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MRI_WITH_AND_WITHOUT_CONTRAST))},
        .when = ALL(IS_NOT(RADIOGRAPH, SMET_RADIOGRAPH_NOT_DONE),
                    IS(MRI, SMET_MRI_NOT_DONE),
                    NO(CT_DONE)),
        .rationale =
            "Plain radiographs alone are not enough: in the sacrum they are unreliable even "
            "where disease has been confirmed. Loss of the sacral arcuate lines is the sign to "
            "look for. Insufficiency fractures are often not displaced and hard to see.",
        .section = "Imaging",
        .references = {LIST(SMET_REFERENCE_OZDEMIR_1999, SMET_REFERENCE_AMOROSA_1985,
                            SMET_REFERENCE_GUPTA_2014)},
    },
    [SMET_RULE_BIOPSY_CT_GUIDED] = {
        .key = "biopsy.ct_guided",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(CT_GUIDED_BIOPSY))},
        .when = ALL(IS(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_NONE), NO(LOCAL_EXTENSION)),
        .rationale =
            "The review wants a tissue diagnosis before treatment, to tell infection, sarcoma "
            "and metastasis apart. CT-guided biopsy is used most often, at minimal risk.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_GERBER_2008, SMET_REFERENCE_NASIR_2006)},
    },
    [SMET_RULE_BIOPSY_LOCAL_EXTENSION] = {
        .key = "biopsy.local_extension",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(CT_GUIDED_BIOPSY))},
        .when = ALL(IS(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_NONE), YES(LOCAL_EXTENSION)),
        .rationale =
            "Where a pelvic primary, such as colon or endometrial cancer, has grown directly "
            "into the sacrum, the review allows that a biopsy may not be needed; it stays an "
            "option.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_BIOPSY_OPEN] = {
        .key = "biopsy.open",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(OPEN_BIOPSY))},
        .when = IS(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_INSUFFICIENT),
        .rationale =
            "Where the tissue obtained does not suffice, open biopsy is the review's next step.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_BIOPSY_INTRAOPERATIVE] = {
        .key = "biopsy.intraoperative",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(INTRAOPERATIVE_BIOPSY))},
        .when = ALL(NO_TISSUE_DIAGNOSIS_YET, FINDING(NEUROLOGICAL_EMERGENCY)),
        .rationale =
            "In acute neurological deterioration or cauda equina syndrome the review would not "
            "delay surgery for a tissue diagnosis: tissue taken during the operation is enough.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_BIOPSY_CULTURES] = {
        .key = "biopsy.cultures",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(BIOPSY_CULTURES))},
        .when = ALL(NO_TISSUE_DIAGNOSIS_YET, NO(CULTURES_SENT)),
        .rationale =
            "The review would have cultures go with the biopsy, lest an infection beside the "
            "tumor be missed.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_DIAGNOSIS_BEFORE_TREATMENT] = {
        .key = "diagnosis.before_treatment",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(LOCAL_TREATMENTS, OPERATIONS_THAT_CAN_WAIT)},
        .when = NO_TISSUE_DIAGNOSIS_YET,
        .rationale =
            "The review regards a tissue diagnosis as essential before treatment, and an "
            "insufficient sample does not give one. Where a pelvic primary extends into the "
            "sacrum it may be unneeded.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_GERBER_2008, SMET_REFERENCE_NASIR_2006)},
    },

    /* --- Radiation -------------------------------------------------------- */

    [SMET_RULE_RADIATION_FIRST_LINE] = {
        .key = "radiation.first_line",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(CONVENTIONAL_RADIOTHERAPY))},
        .when = ALL(NOT(FINDING(IRRADIATED)), NOT(FINDING(CAUDA_EQUINA))),
        .rationale =
            "Conventional radiotherapy is the review's first line against sacral metastases, "
            "with 30 to 40 Gy in several fractions.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_GIBBS_2003)},
        .evidence = {LIST(SMET_EVIDENCE_E11)},
    },
    [SMET_RULE_RADIOSURGERY_RECURRENCE] = {
        .key = "radiosurgery.recurrence",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(STEREOTACTIC_RADIOSURGERY))},
        .when = ALL(IS(PRIOR_RADIOTHERAPY, SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL),
                    IS(RADIOTHERAPY_OUTCOME, SMET_RADIOTHERAPY_OUTCOME_PROGRESSION),
                    NOT(FINDING(CAUDA_EQUINA))),
        .rationale =
            "For a sacral lesion that comes back after conventional radiotherapy the review "
            "names stereotactic radiosurgery as a possible treatment.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_AHMED_2012)},
        .evidence = {LIST(SMET_EVIDENCE_E1)},
    },
    [SMET_RULE_RADIOSURGERY_OPTION] = {
        .key = "radiosurgery.option",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(STEREOTACTIC_RADIOSURGERY))},
        .when = ALL(NOT(FINDING(CAUDA_EQUINA)),
                    IS(PRIOR_RADIOTHERAPY, SMET_PRIOR_RADIOTHERAPY_NONE,
                       SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL)),
        .rationale =
            "Radiosurgery of the spine and sacrum is in growing use; in 103 sacral cases of "
            "one series pain decreased, with fewer complications. The review says nothing of "
            "repeating it.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MCCLELLAND_2017, SMET_REFERENCE_GERSZTEN_2007)},
        .evidence = {LIST(SMET_EVIDENCE_E1)},
    },
    [SMET_RULE_RADIOSURGERY_OSSEOUS] = {
        .key = "radiosurgery.osseous",
        .verdict = SMET_VERDICT_CONTRAINDICATED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(STEREOTACTIC_RADIOSURGERY))},
        .when = ALL(FINDING(NEUROLOGICAL_DEFICIT), YES(OSSEOUS_COMPRESSION)),
        .rationale =
            "The review sees no indication for radiosurgery where bone that presses on neural "
            "structures causes a neurological deficit.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_GERSZTEN_2007, SMET_REFERENCE_WITHAM_2006)},
    },
    [SMET_RULE_RADIOSURGERY_INSTABILITY] = {
        .key = "radiosurgery.instability",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(STEREOTACTIC_RADIOSURGERY))},
        .when = FINDING(INSTABILITY),
        .rationale =
            "Where stability is lost or in doubt, the review cautions against radiosurgery as "
            "the sole treatment.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_GERSZTEN_2007, SMET_REFERENCE_WITHAM_2006)},
    },
    [SMET_RULE_RADIOSURGERY_LARGE] = {
        .key = "radiosurgery.large",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(STEREOTACTIC_RADIOSURGERY))},
        .when = YES(LESION_LARGE),
        .rationale =
            "Radiosurgery may fall short of the dose that a large lesion needs. The review "
            "gives no size; the treating team judges.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_GERSZTEN_2007, SMET_REFERENCE_WITHAM_2006)},
    },
    [SMET_RULE_RADIATION_INSTABILITY] = {
        .key = "radiation.instability",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(CONVENTIONAL_RADIOTHERAPY))},
        .when = FINDING(INSTABILITY),
        .rationale =
            "The review lists instability among the indications for surgery. What is added "
            "here: conventional radiotherapy does not restore stability.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012)},
    },
    [SMET_RULE_RADIATION_OSSEOUS] = {
        .key = "radiation.osseous",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(CONVENTIONAL_RADIOTHERAPY))},
        .when = ALL(FINDING(NEUROLOGICAL_DEFICIT), YES(OSSEOUS_COMPRESSION)),
        .rationale =
            "Of radiosurgery the review says that it is not indicated for a deficit caused by "
            "bone. What is added here: conventional radiotherapy does not relieve compression "
            "by bone either.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_GERSZTEN_2007, SMET_REFERENCE_WITHAM_2006)},
    },
    [SMET_RULE_RADIATION_MECHANICAL_PAIN] = {
        .key = "radiation.mechanical_pain",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(RADIOTHERAPIES)},
        .when = ALL(IS(PAIN, SMET_PAIN_MECHANICAL), YES(SACRAL_FRACTURE)),
        .rationale =
            "Radiation does not relieve the mechanical pain that comes from a pathological "
            "fracture of the sacrum.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_AGARAWAL_2006, SMET_REFERENCE_BLOMLIE_1996)},
    },
    [SMET_RULE_RADIATION_REIRRADIATION] = {
        .key = "radiation.reirradiation",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(RADIOTHERAPIES)},
        .when = FINDING(IRRADIATED),
        .rationale =
            "For recurrence after conventional radiotherapy the review knows radiosurgery. What "
            "is added here: whenever a lesion has been irradiated before, the cumulative dose "
            "has to be weighed, and the review gives no limit for it.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_AHMED_2012)},
    },

    /* --- Surgery ---------------------------------------------------------- */

    [SMET_RULE_SURGERY_DEFICIT] = {
        .key = "surgery.deficit",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(SURGICAL_CONSULTATION))},
        .when = FINDING(NEUROLOGICAL_DEFICIT),
        .rationale =
            "A neurological deficit is among the review's indications for surgery.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012)},
    },
    [SMET_RULE_SURGERY_INSTABILITY] = {
        .key = "surgery.instability",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_INSTRUMENT,
        .interventions = {LIST(TO(SURGICAL_CONSULTATION))},
        .when = ANY(FINDING(INSTABILITY), TOTAL_AT_LEAST(SINS, 7, 18)),
        .rationale =
            "Instability is among the review's indications for surgery, and from a SINS total "
            "of 7 up the authors of the score advise surgical consultation.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012, SMET_REFERENCE_FISHER_2010)},
    },
    [SMET_RULE_SURGERY_FAILED_RADIOTHERAPY] = {
        .key = "surgery.failed_radiotherapy",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(SURGICAL_CONSULTATION))},
        .when = FINDING(FAILED_RADIOTHERAPY),
        .rationale =
            "Radiotherapy has failed when pain persists or the lesion progresses after it. "
            "There is a conflict within the review: one sentence makes failed radiotherapy an "
            "indication for surgery, another reserves surgery for deficits and instability.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012)},
    },
    [SMET_RULE_SURGERY_LAMINECTOMY] = {
        .key = "surgery.laminectomy",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_EXPERT,
        .interventions = {LIST(TO(LAMINECTOMY))},
        .when = ALL(FINDING(DECOMPRESSION_INDICATED), FINDING(STABLE)),
        .rationale =
            "Laminectomy serves to clear tumor that compresses roots or causes cauda equina "
            "syndrome. Where nothing speaks for instability the senior author performs it "
            "alone; Figure 1 shows such a patient, with melanoma and cauda equina syndrome.",
        .section = "Management, Fig. 1",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SURGERY_LAMINECTOMY_RADICULAR] = {
        .key = "surgery.laminectomy_radicular",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_EXPERT,
        .interventions = {LIST(TO(LAMINECTOMY))},
        .when = ALL(FINDING(ROOT_COMPRESSION_SYMPTOMATIC), FINDING(STABLE)),
        .rationale =
            "Where compressed roots cause symptoms and the sacrum is stable, the senior author "
            "performs laminectomy alone. For symptoms short of a deficit it is an option.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SURGERY_LAMINECTOMY_FIXATION] = {
        .key = "surgery.laminectomy_fixation",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_EXPERT,
        .interventions = {LIST(TO(LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION))},
        .when = ALL(ANY(FINDING(ROOT_COMPRESSION_SYMPTOMATIC), FINDING(CAUDA_EQUINA)),
                    FINDING(INSTABILITY),
                    IS(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_NONE)),
        .rationale =
            "For root compression with impending instability on SINS the senior author joins "
            "laminectomy with lumbopelvic fixation by lumbar pedicle and iliac screws; Figure 2 "
            "shows such a patient, with an S1 lesion of colon cancer and a SINS of 9. This "
            "holds while neither ilium is diseased.",
        .section = "Management, Fig. 2",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_FISHER_2010)},
    },
    [SMET_RULE_SURGERY_UNILATERAL_FIXATION] = {
        .key = "surgery.unilateral_fixation",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_EXPERT,
        .interventions = {LIST(TO(UNILATERAL_LUMBOPELVIC_FIXATION))},
        .when = ALL(FINDING(FIXATION_INDICATED),
                    IS(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_LEFT,
                       SMET_ILIUM_INVOLVEMENT_RIGHT)),
        .rationale =
            "With instability and disease in one ilium the senior author would place "
            "lumbopelvic instrumentation on the unaffected side only; in Figure 3 the right "
            "ilium is diseased and the left side is instrumented. Laminectomy goes with it "
            "where roots are compressed.",
        .section = "Management, Fig. 3",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SURGERY_STABILIZATION] = {
        .key = "surgery.stabilization",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(LUMBOPELVIC_STABILIZATION_EVALUATION))},
        .when = ANY(ALL(FINDING(UNSTABLE),
                        NOT(FINDING(ROOT_COMPRESSION_SYMPTOMATIC)),
                        NOT(FINDING(CAUDA_EQUINA)),
                        IS(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_NONE)),
                    ALL(FINDING(FIXATION_INDICATED),
                        IS(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_BILATERAL))),
        .rationale =
            "Instability speaks for surgery, but the review names no construct for a sacrum "
            "that is unstable without symptomatic root compression or cauda equina syndrome, "
            "nor for one with both ilia diseased. What is added here: an evaluation for "
            "lumbopelvic stabilization, with decompression where roots are compressed.",
        .section = "Management; Surgical Complications",
        .references = {LIST(SMET_REFERENCE_BURAIMOH_2017)},
    },
    [SMET_RULE_SURGERY_LAMINECTOMY_BILATERAL] = {
        .key = "surgery.laminectomy_bilateral",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(LAMINECTOMY))},
        .when = ALL(FINDING(DECOMPRESSION_INDICATED),
                    FINDING(INSTABILITY),
                    IS(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_BILATERAL)),
        .rationale =
            "For instability with both ilia diseased the review names no construct. What is "
            "added here: where decompression is indicated, laminectomy is an option for it, "
            "while the construct stays open.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SURGERY_SINS_BLIND_SPOT] = {
        .key = "surgery.sins_blind_spot",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(LAMINECTOMY), TO(SACROPLASTY))},
        .when = ALL(NOT(ENTERED(STABILITY)),
                    IS(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_LEFT, SMET_ILIUM_INVOLVEMENT_RIGHT,
                       SMET_ILIUM_INVOLVEMENT_BILATERAL)),
        .rationale =
            "SINS has no item for the ilium or the sacroiliac joint. What is added here: with "
            "disease in an ilium SINS may call stable what is not, so that a clinician's own "
            "judgement of stability is worth having first.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_FISHER_2010)},
    },
    [SMET_RULE_SURGERY_RESERVED] = {
        .key = "surgery.reserved",
        .verdict = SMET_VERDICT_NOT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(LAMINECTOMIES_AND_PALLIATIVE_SURGERY)},
        .when = NOT(FINDING(SURGERY_INDICATED)),
        .rationale =
            "For most sacral metastases the review finds radiotherapy or radiosurgery adequate, "
            "and it reserves surgery for deficits and instability. Failed radiotherapy (on "
            "which its sentences are in conflict) and symptomatic root compression are taken as "
            "indications too; this is about patients with none of the four.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SURGERY_NO_EPIDURAL] = {
        .key = "surgery.no_epidural",
        .verdict = SMET_VERDICT_NOT_RECOMMENDED,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(LAMINECTOMIES_AND_PALLIATIVE_SURGERY)},
        .when = ALL(FINDING(UPPER_SACRAL),
                    NONE_OF(FINDING(EPIDURAL_DISEASE),
                            FINDING(INSTABILITY),
                            FINDING(ROOT_COMPRESSION_SYMPTOMATIC),
                            FINDING(NEUROLOGICAL_EMERGENCY))),
        .rationale =
            "At S1 or S2, without epidural extension, the review does not usually find surgery "
            "indicated, because of risks such as infection of the surgical site; instability "
            "is the one exception that it names. What is added here: symptomatic root "
            "compression and a neurological emergency are exceptions as well.",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_BURAIMOH_2017)},
    },
    [SMET_RULE_SURGERY_PALLIATIVE] = {
        .key = "surgery.palliative",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(PALLIATIVE_SURGERY))},
        .when = FINDING(SURGERY_INDICATED),
        .rationale =
            "For a deficit, instability, failed radiotherapy or symptomatic root compression "
            "palliative surgery can be considered, also at a low revised Tokuhashi score. One "
            "of the largest series saw better bowel function and quality of life after it.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012, SMET_REFERENCE_TOKUHASHI_2005,
                            SMET_REFERENCE_DU_2016)},
        .evidence = {LIST(SMET_EVIDENCE_E2, SMET_EVIDENCE_E3, SMET_EVIDENCE_E13)},
    },
    [SMET_RULE_SURGERY_NONOPERATIVE_LOW_TOKUHASHI] = {
        .key = "surgery.nonoperative_low_tokuhashi",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(NONOPERATIVE_CARE))},
        .when = BAND(TOKUHASHI_REVISED, SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS),
        .rationale =
            "A revised Tokuhashi total of 0 to 8 predicts less than six months of life. At a "
            "low score the review considers care without an operation beside palliative "
            "surgery.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_TOKUHASHI_2005)},
    },
    [SMET_RULE_SURGERY_SUPPORTIVE_TOMITA] = {
        .key = "surgery.supportive_tomita",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_INSTRUMENT,
        .interventions = {LIST(TO(SUPPORTIVE_CARE))},
        .when = BAND(TOMITA, SMET_TOMITA_BAND_TERMINAL_CARE),
        .rationale =
            "A Tomita total of 8 to 10 is the score's band of terminal care, to which its "
            "authors attach supportive care. The review says that a higher score means a "
            "worse prognosis; it cites a later technique paper, beside which the original is "
            "named.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_KAWAHARA_2009, SMET_REFERENCE_TOMITA_2001)},
    },
    [SMET_RULE_SURGERY_EXCISION_MINIMAL_ROLE] = {
        .key = "surgery.excision_minimal_role",
        .verdict = SMET_VERDICT_NOT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(EN_BLOC_RESECTION))},
        .when = NOT(ISOLATED_WITH_LONG_SURVIVAL_EXPECTED),
        .rationale =
            "The review gives excision a minimal role in sacral metastases and keeps en bloc "
            "resection for an isolated metastasis in a patient expected to live longer than a "
            "few years. Where either fails, it is not recommended.",
        .section = "Management; Surgical Complications",
        .references = {LIST(SMET_REFERENCE_CHOI_2016)},
    },
    [SMET_RULE_SURGERY_EXCISION_ISOLATED] = {
        .key = "surgery.excision_isolated",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(EN_BLOC_RESECTION))},
        .when = ISOLATED_WITH_LONG_SURVIVAL_EXPECTED,
        .rationale =
            "An isolated metastasis in a patient expected to live longer than a few years is "
            "the one setting that the review leaves for en bloc resection. No band of a score "
            "reaches that far: the expectation is a clinician's.",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_CHOI_2016)},
    },
    [SMET_RULE_SURGERY_EXCISION_COMPLICATIONS] = {
        .key = "surgery.excision_complications",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(EN_BLOC_RESECTION))},
        .when = ALWAYS,
        .rationale =
            "Complications are frequent after en bloc resection with reconstruction.",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_CHOI_2016)},
    },
    [SMET_RULE_SURGERY_PROGNOSIS] = {
        .key = "surgery.prognosis",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(OPERATIONS)},
        .when = ALL(ANY(BAND(TOKUHASHI_REVISED, SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS),
                        BAND(TOMITA, SMET_TOMITA_BAND_TERMINAL_CARE)),
                    IS_NOT(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_INFECTION,
                           SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA)),
        .rationale =
            "A prognostic score in its worst band may mean that prognosis precludes an "
            "operation; the review uses such scores to ask this. It is for a person to decide, "
            "and a score never cancels an emergency.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_TOKUHASHI_2005, SMET_REFERENCE_KAWAHARA_2009,
                            SMET_REFERENCE_TOMITA_2001)},
    },
    [SMET_RULE_SURGERY_PALLIATIVE_INTENT] = {
        .key = "surgery.palliative_intent",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(URGENT_DECOMPRESSION), OPERATIONS_THAT_PALLIATE)},
        .when = ALWAYS,
        .rationale =
            "Operating on a sacral metastasis is mainly palliative: in the series of 25 "
            "patients median survival was 11 months.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012)},
        .evidence = {LIST(SMET_EVIDENCE_E2)},
    },
    [SMET_RULE_SURGERY_COMPLICATIONS] = {
        .key = "surgery.complications",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(OPERATIONS)},
        .when = ALWAYS,
        .rationale =
            "Complications of sacral surgery touch the wound (poor healing, infection, "
            "seroma), nerves and dura (nerve damage, cerebrospinal fluid leak), vessels "
            "(vessel damage, deep vein thrombosis), the instrumentation (loosening) and the "
            "urinary tract (infection).",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012, SMET_REFERENCE_DU_2016)},
        .evidence = {LIST(SMET_EVIDENCE_E2, SMET_EVIDENCE_E3)},
    },

    /* --- Interventional --------------------------------------------------- */

    [SMET_RULE_SACROPLASTY_REFRACTORY] = {
        .key = "sacroplasty.refractory",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(SACROPLASTY))},
        .when = ALL(FINDING(IRRADIATED),
                    YES(PAIN_UNRELENTING),
                    NOT(FINDING(EPIDURAL_DISEASE)),
                    NOT(FINDING(INSTABILITY))),
        .rationale =
            "Pain that does not relent in an irradiated sacral metastasis is the review's "
            "indication for sacroplasty, given neither epidural disease nor instability. The "
            "figures come from case series.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_MASALA_2006, SMET_REFERENCE_CHO_2010)},
        .evidence = {LIST(SMET_EVIDENCE_E6, SMET_EVIDENCE_E7, SMET_EVIDENCE_E8)},
    },
    [SMET_RULE_SACROPLASTY_OPTION] = {
        .key = "sacroplasty.option",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(SACROPLASTY))},
        .when = ALL(FINDING(PAIN_PRESENT),
                    NOT(FINDING(EPIDURAL_DISEASE)),
                    NOT(FINDING(INSTABILITY))),
        .rationale =
            "For a painful sacral metastasis with neither epidural disease nor instability the "
            "review finds that sacroplasty can be useful. The figures come from case series.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_MASALA_2006)},
        .evidence = {LIST(SMET_EVIDENCE_E6, SMET_EVIDENCE_E7, SMET_EVIDENCE_E8)},
    },
    [SMET_RULE_SACROPLASTY_EPIDURAL] = {
        .key = "sacroplasty.epidural",
        .verdict = SMET_VERDICT_CONTRAINDICATED,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(CEMENT_PROCEDURES)},
        .when = FINDING(EPIDURAL_DISEASE),
        .rationale =
            "Epidural disease rules sacroplasty out, in the review's words a contraindication; "
            "cement placed with an ablation falls under the same statement.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_SACROPLASTY_INSTABILITY] = {
        .key = "sacroplasty.instability",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(SACROPLASTY))},
        .when = FINDING(INSTABILITY),
        .rationale =
            "The review finds sacroplasty useful where there is no instability. Another of its "
            "sentences credits the procedure with stability, yet it is not a treatment for "
            "instability.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_MASALA_2006)},
    },
    [SMET_RULE_SACROPLASTY_NEURAL] = {
        .key = "sacroplasty.neural",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(CEMENT_PROCEDURES)},
        .when = ANY(FINDING(NERVE_ROOT_COMPRESSION), FINDING(NEUROLOGICAL_DEFICIT)),
        .rationale =
            "Needle or cement can injure a sacral root, and leaked cement can encase it; this "
            "bears above all on patients whose roots are compressed or who have a neurological "
            "deficit.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_CHO_2016, SMET_REFERENCE_MOUSSAZADEH_2015,
                            SMET_REFERENCE_BARBER_2013)},
    },
    [SMET_RULE_SACROPLASTY_PLANNING] = {
        .key = "sacroplasty.planning",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(CEMENT_PROCEDURES)},
        .when = ALWAYS,
        .rationale =
            "Landmarks for the needle are difficult in the sacrum, so the procedure is planned "
            "on MRI or CT, and it helps selected patients only. Complications are bleeding, "
            "infection, cerebrospinal fluid leak, injury to a root or the lumbosacral plexus, "
            "bowel and bladder incontinence, and foot drop. Leaked cement that causes "
            "radiculopathy can be removed by laminectomy; a balloon may prevent leakage.",
        .section = "Sacroplasty",
        .references = {LIST(SMET_REFERENCE_GUPTA_2014, SMET_REFERENCE_JAYARAMAN_2009,
                            SMET_REFERENCE_ZHANG_2008, SMET_REFERENCE_CHO_2016,
                            SMET_REFERENCE_MOUSSAZADEH_2015, SMET_REFERENCE_ANDRESEN_2014,
                            SMET_REFERENCE_BARBER_2013)},
    },
    [SMET_RULE_ABLATION_REFRACTORY] = {
        .key = "ablation.refractory",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(RADIOFREQUENCY_ABLATION))},
        .when = REFRACTORY_AND_CLEAR_OF_NERVES,
        .rationale =
            "For a painful metastasis that radiotherapy has not controlled, and that involves "
            "neither neural elements nor the epidural space, the review names radiofrequency "
            "ablation as an option. It knows of no large series and no randomized trial.",
        .section = "Radiofrequency Ablation",
        .references = {LIST(SMET_REFERENCE_MADAELIL_2016, SMET_REFERENCE_GOETZ_2004)},
        .evidence = {LIST(SMET_EVIDENCE_E9, SMET_EVIDENCE_E10)},
    },
    [SMET_RULE_ABLATION_EPIDURAL] = {
        .key = "ablation.epidural",
        .verdict = SMET_VERDICT_CONTRAINDICATED,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(ABLATIONS)},
        .when = ANY(FINDING(EPIDURAL_DISEASE), FINDING(NERVE_ROOT_COMPRESSION)),
        .rationale =
            "The review describes ablation for disease that spares the epidural space and "
            "neural elements. How strict that is remains in conflict, since it then calls "
            "instability \"also\" a relative contraindication; the stricter reading is taken "
            "here.",
        .section = "Radiofrequency Ablation",
        .references = {LIST(SMET_REFERENCE_WALLACE_2015)},
    },
    [SMET_RULE_ABLATION_INSTABILITY] = {
        .key = "ablation.instability",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(ABLATIONS)},
        .when = FINDING(INSTABILITY),
        .rationale =
            "The review counts instability as a relative contraindication to radiofrequency "
            "ablation.",
        .section = "Radiofrequency Ablation",
        .references = {LIST(SMET_REFERENCE_WALLACE_2015)},
    },
    [SMET_RULE_ABLATION_WITH_CEMENT] = {
        .key = "ablation.with_cement",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(ABLATION_WITH_CEMENT))},
        .when = ALL(REFRACTORY_AND_CLEAR_OF_NERVES, NOT(FINDING(INSTABILITY))),
        .rationale =
            "The setting is that of ablation alone, without instability. Ablation and cement "
            "can be paired for pain and local control: in the series of 11 procedures cement "
            "was added in 7.",
        .section = "Sacroplasty; Radiofrequency Ablation",
        .references = {LIST(SMET_REFERENCE_MADAELIL_2016)},
        .evidence = {LIST(SMET_EVIDENCE_E9, SMET_EVIDENCE_E10)},
    },
    [SMET_RULE_ABLATION_INCONTINENCE] = {
        .key = "ablation.incontinence",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(ABLATIONS)},
        .when = ALWAYS,
        .rationale =
            "One of the twelve sacral patients of a series lost control of bowel and bladder "
            "after ablation. The review knows of no large series of sacral metastases.",
        .section = "Radiofrequency Ablation",
        .references = {LIST(SMET_REFERENCE_GOETZ_2004)},
        .evidence = {LIST(SMET_EVIDENCE_E10)},
    },
    [SMET_RULE_EMBOLIZATION_PAIN] = {
        .key = "embolization.pain",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(PALLIATIVE_EMBOLIZATION))},
        .when = FINDING(PAIN_PRESENT),
        .rationale =
            "Selective arterial embolization can serve to control pain from metastases in "
            "spine and sacrum. The review adds that the tumor can shrink, but the abstract of "
            "the paper found no significant change in size: the two are in conflict.",
        .section = "Selective Arterial Embolization",
        .references = {LIST(SMET_REFERENCE_FACCHINI_2016)},
        .evidence = {LIST(SMET_EVIDENCE_E4)},
    },
    [SMET_RULE_EMBOLIZATION_SACRAL_NONRESPONSE] = {
        .key = "embolization.sacral_nonresponse",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(PALLIATIVE_EMBOLIZATION))},
        .when = ALWAYS,
        .rationale =
            "Complications followed in 56.7 % of the series, most of them post-embolization "
            "syndrome. There is a conflict: the review speaks of spine and sacrum alike, but "
            "all five patients of the series who did not respond had sacral metastases.",
        .section = "Selective Arterial Embolization",
        .references = {LIST(SMET_REFERENCE_FACCHINI_2016)},
        .evidence = {LIST(SMET_EVIDENCE_E4)},
    },
    [SMET_RULE_EMBOLIZATION_PREOPERATIVE] = {
        .key = "embolization.preoperative",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(PREOPERATIVE_EMBOLIZATION))},
        .when = ALL(FINDING(VASCULAR_TUMOR), FINDING(OPERATION_INDICATED)),
        .rationale =
            "Where an operation is indicated and the tumor is vascular, as renal cell, "
            "hepatocellular and thyroid cancers are, embolization beforehand is useful and can "
            "lessen blood loss during the operation.",
        .section = "Selective Arterial Embolization",
        .references = {LIST(SMET_REFERENCE_NAIR_2013)},
    },
    [SMET_RULE_EMBOLIZATION_NO_DELAY] = {
        .key = "embolization.no_delay",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(PREOPERATIVE_EMBOLIZATION))},
        .when = FINDING(NEUROLOGICAL_EMERGENCY),
        .rationale =
            "The review would not have surgery delayed in acute neurological deterioration or "
            "cauda equina syndrome. What is added here: embolization before the operation "
            "must not delay decompression either.",
        .section = "Diagnosis",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_BALLOON_BLOOD_LOSS] = {
        .key = "balloon.blood_loss",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(AORTIC_BALLOON_OCCLUSION))},
        .when = FINDING(OPERATION_INDICATED),
        .rationale =
            "A balloon in the abdominal aorta can lessen blood loss. With sacral metastases 30 "
            "patients without it lost 4.12 L and 27 with it 2.78 L (no p-value is given for "
            "these); in the whole cohort of 215 patients the loss was 4337 mL without and 2963 "
            "mL with it (p < 0.001).",
        .section = "Selective Arterial Embolization",
        .references = {LIST(SMET_REFERENCE_TANG_2010)},
        .evidence = {LIST(SMET_EVIDENCE_E5, SMET_EVIDENCE_E13)},
    },
    [SMET_RULE_BALLOON_COMPLICATIONS] = {
        .key = "balloon.complications",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_SERIES,
        .interventions = {LIST(TO(AORTIC_BALLOON_OCCLUSION))},
        .when = ALWAYS,
        .rationale =
            "Embolism of the femoral artery and hematoma at the puncture site are known "
            "complications of aortic balloon occlusion.",
        .section = "Selective Arterial Embolization",
        .references = {LIST(SMET_REFERENCE_TANG_2010)},
        .evidence = {LIST(SMET_EVIDENCE_E5)},
    },

    /* --- Perioperative, supportive, outcomes ------------------------------ */

    [SMET_RULE_PERIOPERATIVE_PRIOR_RADIATION] = {
        .key = "perioperative.prior_radiation",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(OPERATIONS)},
        .when = FINDING(IRRADIATED),
        .rationale =
            "The review reports more complications, those of the wound among them, when "
            "surgery follows radiotherapy. The citation is in conflict: the review credits the "
            "test to two different papers, and the abstract of neither shows it for "
            "complications, so that no p-value is given here.",
        .section = "Management; Surgical Complications",
        .references = {LIST(SMET_REFERENCE_FEIZ_ERFAN_2012, SMET_REFERENCE_DU_2016)},
    },
    [SMET_RULE_PERIOPERATIVE_SEQUENCE] = {
        .key = "perioperative.sequence",
        .verdict = SMET_VERDICT_CAUTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(RADIOTHERAPIES)},
        .when = ALL(NOT(FINDING(IRRADIATED)), FINDING(OPERATION_INDICATED)),
        .rationale =
            "This is about an operation that is indicated before any radiotherapy. The review "
            "reports fewer complications without radiotherapy before surgery, which speaks for "
            "operating first; the citation is in conflict, and no p-value is given here.",
        .section = "Management",
        .references = {LIST(SMET_REFERENCE_DU_2016)},
    },
    [SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE] = {
        .key = "perioperative.plastic_closure",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(PLASTIC_SURGERY_CLOSURE))},
        .when = ALL(FINDING(IRRADIATED), FINDING(OPERATION_INDICATED)),
        .rationale =
            "Where an operation is indicated in an irradiated region, a plastic surgeon's help "
            "with the closure can lower the rate of wound complications.",
        .section = "Conclusions; Surgical Complications",
        .references = {LIST(SMET_REFERENCE_DOLAN_2016)},
    },
    [SMET_RULE_PERIOPERATIVE_PLASTIC_CLOSURE_OPTION] = {
        .key = "perioperative.plastic_closure_option",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(PLASTIC_SURGERY_CLOSURE))},
        .when = FINDING(OPERATION_INDICATED),
        .rationale =
            "Closing the wound together with plastic surgeons is among the review's means "
            "against wound complications and infection.",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_DOLAN_2016)},
    },
    [SMET_RULE_PERIOPERATIVE_VANCOMYCIN] = {
        .key = "perioperative.vancomycin",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(INTRAWOUND_VANCOMYCIN))},
        .when = FINDING(OPERATION_INDICATED),
        .rationale =
            "Vancomycin powder in the wound is among the review's means against wound "
            "complications and infection.",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_OKAFOR_2016)},
    },
    [SMET_RULE_PERIOPERATIVE_MIS_SCREWS] = {
        .key = "perioperative.mis_screws",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MINIMALLY_INVASIVE_SCREWS))},
        .when = ALL(FINDING(FIXATION_INDICATED),
                    IS_NOT(ILIUM_INVOLVEMENT, SMET_ILIUM_INVOLVEMENT_BILATERAL)),
        .rationale =
            "For lumbopelvic instrumentation the review would have minimally invasive screws "
            "considered, with open decompression in the same operation, as a means against "
            "wound complications and infection.",
        .section = "Surgical Complications",
        .references = {LIST(SMET_REFERENCE_MESFIN_2016)},
    },
    [SMET_RULE_SUPPORTIVE_THROMBOEMBOLISM] = {
        .key = "supportive.thromboembolism",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_INTERPRETATION,
        .interventions = {LIST(TO(THROMBOEMBOLISM_ASSESSMENT))},
        .when = IS(AMBULATION, SMET_AMBULATION_AIDED, SMET_AMBULATION_NONE),
        .rationale =
            "The review says that walking less adds to the risk of thromboembolism that cancer "
            "brings already. What is added here: an assessment of that risk as an option for a "
            "patient who walks with an aid or not at all. The citation is in conflict, as the "
            "study cited hardly supports the statement.",
        .section = "Introduction",
        .references = {LIST(SMET_REFERENCE_KORTMAN_2013)},
    },
    [SMET_RULE_CARE_MULTIDISCIPLINARY] = {
        .key = "care.multidisciplinary",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MULTIDISCIPLINARY_REVIEW))},
        .when = ALWAYS,
        .rationale =
            "In the review's view a sacral metastasis is a matter for several disciplines "
            "together.",
        .section = "Conclusions",
        .references = {LIST(SMET_REFERENCE_MIKA_2018)},
    },
    [SMET_RULE_OUTCOMES_QUALITY_OF_LIFE] = {
        .key = "outcomes.quality_of_life",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MEASURE_SOSGOQ))},
        .when = ALWAYS,
        .rationale =
            "The SOSGOQ was made for metastases of the spine, and the latest recommendations "
            "in the review name it for quality of life.",
        .section = "Patient-Reported Outcomes",
        .references = {LIST(SMET_REFERENCE_STREET_2010, SMET_REFERENCE_PAULINO_PEREIRA_2017)},
    },
    [SMET_RULE_OUTCOMES_FUNCTION] = {
        .key = "outcomes.function",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MEASURE_PROMIS_PHYSICAL_FUNCTION))},
        .when = ALWAYS,
        .rationale =
            "The latest recommendations in the review name PROMIS Physical Function for "
            "measuring what patients can do.",
        .section = "Patient-Reported Outcomes",
        .references = {LIST(SMET_REFERENCE_PAULINO_PEREIRA_2017)},
    },
    [SMET_RULE_OUTCOMES_PAIN] = {
        .key = "outcomes.pain",
        .verdict = SMET_VERDICT_RECOMMENDED,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MEASURE_PROMIS_PAIN_INTENSITY))},
        .when = ALWAYS,
        .rationale =
            "The latest recommendations in the review name PROMIS Pain Intensity for "
            "measuring pain.",
        .section = "Patient-Reported Outcomes",
        .references = {LIST(SMET_REFERENCE_PAULINO_PEREIRA_2017)},
    },
    [SMET_RULE_OUTCOMES_DOMAINS] = {
        .key = "outcomes.domains",
        .verdict = SMET_VERDICT_OPTION,
        .grade = SMET_GRADE_REVIEW,
        .interventions = {LIST(TO(MEASURE_SEVEN_DOMAINS))},
        .when = ALWAYS,
        .rationale =
            "Another recommendation is to choose questionnaires that cover seven domains: "
            "mental health, physical health, pain, gastrointestinal symptoms, urinary "
            "incontinence, sexual function and social health.",
        .section = "Patient-Reported Outcomes",
        .references = {LIST(SMET_REFERENCE_VAN_WULFFTEN_PALTHE_2017)},
    },
};
