/*
 * The conflicts that an answer names: statements that hold of one patient at
 * once and pull different ways.
 */
#include "content/tables.h"

#define BETWEEN(...)                                               \
    .between = (const char *const[]){__VA_ARGS__},                 \
    .between_count = (int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

const struct smet_conflict_row smet__conflicts[SMET__CONFLICT_COUNT] = {
    [SMET_CONFLICT_INDICATION_AND_PROGNOSIS] = {
        .key = "indication_and_prognosis",
        .label = "indication and prognosis",
        .explanation =
            "There is a neurological emergency or an indication to operate, and a prognostic "
            "score lies in its worst band. The emergency or indication stands; a decision on "
            "the goals of care is a person's.",
        .when = ALL(ANY(FINDING(NEUROLOGICAL_EMERGENCY), FINDING(OPERATION_INDICATED)),
                    ANY(BAND(TOKUHASHI_REVISED, SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS),
                        BAND(TOMITA, SMET_TOMITA_BAND_TERMINAL_CARE)),
                    IS_NOT(TISSUE_DIAGNOSIS, SMET_TISSUE_DIAGNOSIS_INFECTION,
                           SMET_TISSUE_DIAGNOSIS_PRIMARY_SARCOMA)),
        BETWEEN("neurological_emergency", "operation_indicated", "under_6_months",
                "terminal_care"),
    },
    [SMET_CONFLICT_EXCISION_AND_SACRAL_RULE] = {
        .key = "excision_and_sacral_rule",
        .label = "excision by score and the rule for the sacrum",
        .explanation =
            "A prognostic score lies in a band to which its authors attach excision, while the "
            "review gives excision a minimal role in sacral metastases and its conditions are "
            "not met. The rule for the sacrum stands.",
        .when = ALL(ANY(BAND(TOMITA, SMET_TOMITA_BAND_LONG_TERM_CONTROL,
                             SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL),
                        BAND(TOKUHASHI_REVISED,
                             SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS)),
                    FIRES(SURGERY_EXCISION_MINIMAL_ROLE)),
        BETWEEN("long_term_control", "middle_term_control", "at_least_12_months",
                "surgery.excision_minimal_role"),
    },
    [SMET_CONFLICT_EXCISION_AND_NO_EPIDURAL] = {
        .key = "excision_and_no_epidural",
        .label = "excision without epidural disease",
        .explanation =
            "En bloc resection is an option for this isolated metastasis, yet the lesion is at "
            "S1 or S2 with neither epidural disease nor instability, where the review does not "
            "usually find surgery indicated. Both are said.",
        .when = ALL(FIRES(SURGERY_EXCISION_ISOLATED),
                    FINDING(UPPER_SACRAL),
                    NOT(FINDING(EPIDURAL_DISEASE)),
                    NOT(FINDING(INSTABILITY))),
        BETWEEN("surgery.excision_isolated", "upper_sacral", "epidural_disease",
                "instability"),
    },
    [SMET_CONFLICT_TOKUHASHI_AND_TOMITA] = {
        .key = "tokuhashi_and_tomita",
        .label = "revised Tokuhashi and Tomita scores",
        .explanation =
            "The revised Tokuhashi score and the Tomita score point opposite ways: one to a "
            "long survival, the other to a short one.",
        .when = ANY(ALL(BAND(TOKUHASHI_REVISED,
                             SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS),
                        BAND(TOMITA, SMET_TOMITA_BAND_SHORT_TERM_PALLIATION,
                             SMET_TOMITA_BAND_TERMINAL_CARE)),
                    ALL(BAND(TOKUHASHI_REVISED, SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS),
                        BAND(TOMITA, SMET_TOMITA_BAND_LONG_TERM_CONTROL,
                             SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL))),
        BETWEEN("at_least_12_months", "short_term_palliation", "terminal_care",
                "under_6_months", "long_term_control", "middle_term_control"),
    },
    [SMET_CONFLICT_SINS_AND_DECLARED_STABILITY] = {
        .key = "sins_and_declared_stability",
        .label = "SINS and declared stability",
        .explanation =
            "The stability that a clinician declared is unlike every SINS band still possible, "
            "and the lesion is at S1 or S2, where SINS can guide. The declared one is used.",
        .when = ALL(ENTERED(STABILITY), UNLIKE(STABILITY), FINDING(UPPER_SACRAL)),
        BETWEEN("stable", "potentially_unstable", "unstable", "upper_sacral"),
    },
    [SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_NO_EPIDURAL] = {
        .key = "failed_radiotherapy_and_no_epidural",
        .label = "failed radiotherapy without epidural disease",
        .explanation =
            "One sentence of the review makes failed radiotherapy an indication for surgery; "
            "another finds surgery not usually indicated at S1 or S2 without epidural "
            "extension. The review gives both, and both apply.",
        .when = ALL(FINDING(FAILED_RADIOTHERAPY), FIRES(SURGERY_NO_EPIDURAL)),
        BETWEEN("failed_radiotherapy", "surgery.no_epidural"),
    },
    [SMET_CONFLICT_FAILED_RADIOTHERAPY_AND_ITS_RISK] = {
        .key = "failed_radiotherapy_and_its_risk",
        .label = "failed radiotherapy and its risk",
        .explanation =
            "Failed radiotherapy is at once among the review's indications for surgery and, as "
            "prior radiotherapy, a reported risk for complications after it; for that risk the "
            "citation is in conflict.",
        .when = ALL(FINDING(FAILED_RADIOTHERAPY), FINDING(SURGERY_INDICATED)),
        BETWEEN("failed_radiotherapy", "surgery_indicated"),
    },
};
