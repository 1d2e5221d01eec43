/*
 * The outcome figures, E1 to E13: what was measured, in whom, with what result,
 * which reference reports it, and how far the figure was checked.
 *
 * A figure stands as the review prints it, or as the abstract of the cited paper
 * does; the status says which, and where the two differ both are told. No p is
 * given where none is stated. Row 0 is empty.
 */
#include "content/tables.h"

#define ON(intervention) SMET_INTERVENTION_##intervention
#define ON_PALLIATIVE_OPERATIONS                                                          \
    ON(PALLIATIVE_SURGERY), ON(LAMINECTOMY), ON(LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION),   \
        ON(UNILATERAL_LUMBOPELVIC_FIXATION)

const struct smet_evidence_row smet__evidence[SMET__EVIDENCE_COUNT] = {
    [SMET_EVIDENCE_E1] = {
        .key = "E1",
        .label = "radiosurgery of sacral metastases",
        .interventions = {LIST(ON(STEREOTACTIC_RADIOSURGERY))},
        .reference = SMET_REFERENCE_GERSZTEN_2007,
        .status = SMET_EVIDENCE_STATUS_AS_REVIEWED,
        .n = 103,
        .measure = "pain and complications",
        .statement =
            "In 103 sacral cases treated with radiosurgery, the review reports less pain and "
            "fewer complications; it gives no pain scores.",
    },
    [SMET_EVIDENCE_E2] = {
        .key = "E2",
        .label = "survival and complications after palliative operations, 25 patients",
        .interventions = {LIST(ON_PALLIATIVE_OPERATIONS)},
        .reference = SMET_REFERENCE_FEIZ_ERFAN_2012,
        .status = SMET_EVIDENCE_STATUS_CHECKED,
        .n = 25,
        .measure = "median survival",
        .after = "11 months (95 % CI 5.4-16.6)",
        .statement =
            "Of 25 patients operated on for sacral metastases, 24 for pain, 12 had "
            "instrumentation and fusion; median survival was 11 months. The abstract of the paper "
            "adds the 95 % confidence interval (5.4 to 16.6 months) and complications in 10 "
            "patients (40 %).",
    },
    [SMET_EVIDENCE_E3] = {
        .key = "E3",
        .label = "outcome of palliative operations, 154 patients",
        .interventions = {LIST(ON_PALLIATIVE_OPERATIONS)},
        .reference = SMET_REFERENCE_DU_2016,
        .status = SMET_EVIDENCE_STATUS_ABSTRACT,
        .n = 154,
        .measure = "mean pain on a visual analog scale, before and one month after surgery",
        .before = "7.04",
        .after = "1.66",
        .p = "0.003",
        .statement =
            "In 154 patients operated on for sacral metastases, survival was 71.8, 41.1 and "
            "22.5 % and local control 95.4, 90.9 and 79.4 % at 6, 12 and 24 months, with 29 "
            "complications (18.8 %). Mean pain fell from 7.04 to 1.66 at one month (p = 0.003), "
            "and bowel function and quality of life improved.",
        .disagreement =
            "The figures come from the abstract of the paper. The review gives the conclusion "
            "only: effective palliation, with better bowel function and quality of life.",
    },
    [SMET_EVIDENCE_E4] = {
        .key = "E4",
        .label = "palliative embolization, 164 patients",
        .interventions = {LIST(ON(PALLIATIVE_EMBOLIZATION))},
        .reference = SMET_REFERENCE_FACCHINI_2016,
        .status = SMET_EVIDENCE_STATUS_CONFLICT,
        .n = 164,
        .measure = "patients with complications of embolization",
        .after = "56.7 % (93 of 164)",
        .statement =
            "In 164 patients with spinal metastases, embolization was followed by complications "
            "in 93 (56.7 %), most of them post-embolization syndrome. Pain was halved in 159 "
            "(97 %), all five non-responders had sacral metastases, and the change in tumor size "
            "was not significant.",
        .disagreement =
            "The review says that the tumor can shrink; in the abstract of the paper the change "
            "in size was not significant. The review applies the result to spine and sacrum "
            "alike; in the abstract the only patients without a response had sacral metastases.",
    },
    [SMET_EVIDENCE_E5] = {
        .key = "E5",
        .label = "blood loss with and without aortic balloon occlusion, 215 patients",
        .interventions = {LIST(ON(AORTIC_BALLOON_OCCLUSION))},
        .reference = SMET_REFERENCE_TANG_2010,
        .status = SMET_EVIDENCE_STATUS_CHECKED,
        .n = 215,
        .measure = "blood loss in the whole cohort, without and with the balloon",
        .before = "4337 mL",
        .after = "2963 mL",
        .p = "< 0.001",
        .statement =
            "In 215 patients operated on for sacral tumors, blood loss was 4337 mL without and "
            "2963 mL with aortic balloon occlusion (p < 0.001; checked in the abstract of the "
            "paper); femoral artery embolism and hematoma occurred. For sacral metastases alone "
            "the review gives 4.12 L in 30 patients without and 2.78 L in 27 with it, as reviewed "
            "and without a p-value.",
    },
    [SMET_EVIDENCE_E6] = {
        .key = "E6",
        .label = "sacroplasty for sacral lesions, 39 of 243 patients",
        .interventions = {LIST(ON(SACROPLASTY))},
        .reference = SMET_REFERENCE_KORTMAN_2013,
        .status = SMET_EVIDENCE_STATUS_CHECKED,
        .n = 39,
        .measure = "mean pain on a visual analog scale, before and after",
        .before = "9.0",
        .after = "2.6",
        .statement =
            "In the 39 patients with sacral lesions, of 243 in a multicenter series, mean pain "
            "fell from 9.0 to 2.6 after sacroplasty. Relief was complete in 18 %, partial in 72 % "
            "and absent in 10 %.",
    },
    [SMET_EVIDENCE_E7] = {
        .key = "E7",
        .label = "sacroplasty for 25 cancer-associated insufficiency fractures",
        .interventions = {LIST(ON(SACROPLASTY))},
        .reference = SMET_REFERENCE_MOUSSAZADEH_2015,
        .status = SMET_EVIDENCE_STATUS_CONFLICT,
        .n = 25,
        .measure = "patients with severe pain (7 to 10) before, and with less pain after",
        .before = "84 % with severe pain",
        .after = "80 % with less pain at a median of 6.5 months",
        .statement =
            "Before sacroplasty 84 % had severe pain (7 to 10); 80 % had less pain at a median of "
            "6.5 months, and 56 % had mild pain (1 to 4) at the last follow-up. Of those who "
            "needed walking aids 6 needed fewer and 3 walked again; 18 of the 25 fractures were "
            "related to radiation, so this is mostly evidence on insufficiency fractures.",
        .disagreement =
            "The review counts 17 patients who needed walking aids before; the abstract of the "
            "paper counts 13.",
    },
    [SMET_EVIDENCE_E8] = {
        .key = "E8",
        .label = "sacroplasty at one large center",
        .interventions = {LIST(ON(SACROPLASTY))},
        .reference = SMET_REFERENCE_GUPTA_2014,
        .status = SMET_EVIDENCE_STATUS_AS_REVIEWED,
        .measure = "median pain on a visual analog scale, before and after",
        .before = "8.0",
        .after = "4.0",
        .statement =
            "The review reports that median pain fell from 8.0 to 4.0 after sacroplasty without a "
            "gain in functional mobility. Osteoporotic or traumatic fractures gained more relief "
            "than fractures related to cancer.",
        .disagreement =
            "The review's figures are not in the abstract of the paper. There, in the 27 patients "
            "with recorded data, median pain fell from 9.0 to 3.0 and functional mobility improved "
            "from 3.0 to 1.0 (p < 0.001 for both).",
    },
    [SMET_EVIDENCE_E9] = {
        .key = "E9",
        .label = "radiofrequency ablation, 11 procedures for 16 sacral metastases",
        .interventions = {LIST(ON(RADIOFREQUENCY_ABLATION))},
        .reference = SMET_REFERENCE_MADAELIL_2016,
        .status = SMET_EVIDENCE_STATUS_CHECKED,
        .n = 11,
        .measure = "median pain score, before and one month after",
        .before = "8",
        .after = "3",
        .p = "0.004",
        .statement =
            "In 11 ablations of 16 sacral metastases, median pain fell from 8 to 3 (p = 0.004) "
            "without complications; cement was added in 7.",
    },
    [SMET_EVIDENCE_E10] = {
        .key = "E10",
        .label = "incontinence after radiofrequency ablation in the sacrum, 12 of 43 patients",
        .interventions = {LIST(ON(RADIOFREQUENCY_ABLATION))},
        .reference = SMET_REFERENCE_GOETZ_2004,
        .status = SMET_EVIDENCE_STATUS_AS_REVIEWED,
        .n = 12,
        .measure = "bowel and bladder incontinence after ablation in the sacrum",
        .after = "1 of 12",
        .statement =
            "Of 43 patients whose bone metastases were ablated, 12 (28 %) were treated in the "
            "sacrum; one of these became incontinent of bowel and bladder.",
        .disagreement =
            "The abstract of the paper calls the incontinence transient; the review does not say "
            "how long it lasted.",
    },
    [SMET_EVIDENCE_E11] = {
        .key = "E11",
        .label = "incomplete pain relief after conventional radiotherapy",
        .interventions = {LIST(ON(CONVENTIONAL_RADIOTHERAPY))},
        .reference = SMET_REFERENCE_AGARAWAL_2006,
        .status = SMET_EVIDENCE_STATUS_AS_REVIEWED,
        .measure = "patients without complete pain relief",
        .after = "up to two thirds",
        .statement =
            "Up to two thirds of patients treated with radiotherapy are left without complete "
            "pain relief.",
    },
    [SMET_EVIDENCE_E12] = {
        .key = "E12",
        .label = "how frequent sacral metastases are",
        .reference = SMET_REFERENCE_NADER_2004,
        .status = SMET_EVIDENCE_STATUS_AS_REVIEWED,
        .measure = "share of metastatic spine disease",
        .after = "1 to 7 %",
        .statement = "Sacral metastases make up 1 to 7 % of metastatic spine disease.",
    },
    [SMET_EVIDENCE_E13] = {
        .key = "E13",
        .label = "what went with local control after palliative operations",
        .interventions = {LIST(ON_PALLIATIVE_OPERATIONS, ON(AORTIC_BALLOON_OCCLUSION))},
        .reference = SMET_REFERENCE_DU_2016,
        .status = SMET_EVIDENCE_STATUS_CONFLICT,
        .n = 154,
        .measure = "local control",
        .statement =
            "Local control was better in rapidly growing tumors and where aortic balloon "
            "occlusion was used; the abstract of the paper adds the lack of preoperative "
            "radiotherapy.",
        .disagreement =
            "The review names two factors, rapid growth and balloon occlusion. The abstract of "
            "the paper names three: these and the lack of preoperative radiotherapy, which the "
            "review ties to complications instead.",
    },
};
