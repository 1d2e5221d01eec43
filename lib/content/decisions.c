#include "content/decisions.h"

#define TO(intervention) SMET_INTERVENTION_##intervention
#define BY(instrument) SMET_INSTRUMENT_##instrument
#define WITH(conflict) SMET_CONFLICT_##conflict
#define FACT(field) SMET_FIELD_##field

const struct smet__decision_row smet__decisions[SMET__DECISION_COUNT] = {
    {
        .key = "emergency",
        .label = "Emergency",
        .kind = SMET__DECISION_EMERGENCY,
        .interventions = {LIST(TO(URGENT_DECOMPRESSION), TO(URGENT_SURGICAL_EVALUATION))},
        .conflicts = {LIST(WITH(INDICATION_AND_PROGNOSIS))},
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "contradiction",
        .label = "Check the record",
        .kind = SMET__DECISION_CONTRADICTION,
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "scope",
        .label = "Outside the review",
        .kind = SMET__DECISION_SCOPE,
        .interventions = {LIST(TO(METASTASIS_PATHWAY))},
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "contraindication",
        .label = "Contraindicated",
        .kind = SMET__DECISION_RULED_OUT,
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "operation",
        .label = "Operation and stability",
        .kind = SMET__DECISION_OFFER,
        .interventions = {LIST(TO(SURGICAL_CONSULTATION), TO(LAMINECTOMY),
                               TO(LAMINECTOMY_WITH_LUMBOPELVIC_FIXATION),
                               TO(UNILATERAL_LUMBOPELVIC_FIXATION),
                               TO(LUMBOPELVIC_STABILIZATION_EVALUATION), TO(PALLIATIVE_SURGERY),
                               TO(EN_BLOC_RESECTION), TO(PREOPERATIVE_EMBOLIZATION),
                               TO(AORTIC_BALLOON_OCCLUSION), TO(PLASTIC_SURGERY_CLOSURE),
                               TO(INTRAWOUND_VANCOMYCIN), TO(MINIMALLY_INVASIVE_SCREWS))},
        .instruments = {LIST(BY(SINS))},
        .conflicts = {LIST(WITH(EXCISION_AND_SACRAL_RULE), WITH(EXCISION_AND_NO_EPIDURAL),
                           WITH(SINS_AND_DECLARED_STABILITY),
                           WITH(FAILED_RADIOTHERAPY_AND_NO_EPIDURAL),
                           WITH(FAILED_RADIOTHERAPY_AND_ITS_RISK), WITH(INDICATION_AND_PROGNOSIS))},
        .warning = SMET_FINDING_INSTABILITY,
    },
    {
        .key = "radiation",
        .label = "Radiation",
        .kind = SMET__DECISION_OFFER,
        .interventions = {LIST(TO(CONVENTIONAL_RADIOTHERAPY), TO(STEREOTACTIC_RADIOSURGERY))},
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "pain_procedures",
        .label = "Procedures for pain",
        .kind = SMET__DECISION_OFFER,
        .interventions = {LIST(TO(SACROPLASTY), TO(RADIOFREQUENCY_ABLATION),
                               TO(ABLATION_WITH_CEMENT), TO(PALLIATIVE_EMBOLIZATION))},
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "diagnosis",
        .label = "Imaging and tissue",
        .kind = SMET__DECISION_OFFER,
        .interventions = {LIST(TO(MRI_WITH_AND_WITHOUT_CONTRAST), TO(CT), TO(CT_GUIDED_BIOPSY),
                               TO(OPEN_BIOPSY), TO(INTRAOPERATIVE_BIOPSY), TO(BIOPSY_CULTURES))},
        .warning = SMET_FINDING_INVALID,
    },
    {
        .key = "prognosis",
        .label = "Prognosis",
        .kind = SMET__DECISION_OFFER,
        .interventions = {LIST(TO(NONOPERATIVE_CARE), TO(SUPPORTIVE_CARE))},
        .instruments = {LIST(BY(TOKUHASHI_REVISED), BY(TOMITA))},
        .conflicts = {LIST(WITH(TOKUHASHI_AND_TOMITA), WITH(INDICATION_AND_PROGNOSIS))},
        .warning = SMET_FINDING_INVALID,
    },
};

const struct smet_list smet__without_card = {
    LIST(TO(THROMBOEMBOLISM_ASSESSMENT), TO(MULTIDISCIPLINARY_REVIEW), TO(MEASURE_SOSGOQ),
         TO(MEASURE_PROMIS_PHYSICAL_FUNCTION), TO(MEASURE_PROMIS_PAIN_INTENSITY),
         TO(MEASURE_SEVEN_DOMAINS))};

const struct smet_list smet__facts_of_a_lesion = {
    LIST(FACT(LESION_LEVEL), FACT(BONE_LESION), FACT(ALIGNMENT), FACT(VERTEBRAL_COLLAPSE),
         FACT(POSTEROLATERAL_INVOLVEMENT), FACT(STABILITY), FACT(EPIDURAL_DISEASE), FACT(ESCC),
         FACT(ILIUM_INVOLVEMENT), FACT(SACRAL_FRACTURE), FACT(LESION_LARGE),
         FACT(NERVE_ROOT_COMPRESSION), FACT(OSSEOUS_COMPRESSION), FACT(LOCAL_EXTENSION),
         FACT(SOLITARY_LESION), FACT(VERTEBRAL_METASTASES), FACT(TISSUE_DIAGNOSIS),
         FACT(REPORTED_SINS), FACT(REPORTED_TOKUHASHI_REVISED), FACT(REPORTED_TOMITA))};

const smet_finding_t smet__subject_finding = SMET_FINDING_SACRAL_LESION;
