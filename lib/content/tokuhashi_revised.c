/*
 * Revised Tokuhashi score, 0 to 15 points, higher is better.
 *
 * Tokuhashi Y, Matsuzaki H, Oda H, Oshima M, Ryu J. A revised scoring system for
 * preoperative evaluation of metastatic spine tumor prognosis. Spine
 * 2005;30(19):2186-91. The review calls it "modified".
 */
#include "content/instruments.h"

static const struct smet_points_row general_condition[] = {
    {0, SPAN(10, 40), "poor (Karnofsky 10 to 40)", NULL},
    {1, {{BITS_OF(50, 60), BIT(70 - 64)}}, "moderate (Karnofsky 50 to 70)", NULL},
    {2, SPAN(80, 100), "good (Karnofsky 80 to 100)", NULL},
};

static const struct smet_points_row extraspinal_bone[] = {
    {0, SPAN(3, 99), "3 or more", NULL},
    {1, SPAN(1, 2), "1 or 2", NULL},
    {2, ONLY(0), "none", NULL},
};

static const struct smet_points_row vertebral[] = {
    {0, SPAN(3, 30), "3 or more", NULL},
    {1, ONLY(2), "2", NULL},
    {2, ONLY(1), "1", NULL},
};

static const struct smet_points_row major_organs[] = {
    {0, ONLY(SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE), "unremovable", NULL},
    {1, ONLY(SMET_MAJOR_ORGAN_METASTASES_REMOVABLE), "removable", NULL},
    {2, ONLY(SMET_MAJOR_ORGAN_METASTASES_NONE), "none", NULL},
};

static const struct smet_points_row primary_site[] = {
    {0,
     ONLY(SMET_PRIMARY_TUMOR_LUNG, SMET_PRIMARY_TUMOR_OSTEOSARCOMA, SMET_PRIMARY_TUMOR_STOMACH,
          SMET_PRIMARY_TUMOR_BLADDER, SMET_PRIMARY_TUMOR_ESOPHAGUS, SMET_PRIMARY_TUMOR_PANCREAS),
     "lung, osteosarcoma, stomach, bladder, esophagus, pancreas", NULL},
    {1, ONLY(SMET_PRIMARY_TUMOR_LIVER, SMET_PRIMARY_TUMOR_GALLBLADDER), "liver, gallbladder", NULL},
    {1, ONLY(SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY), "unidentified",
     "Unidentified means that a search found no primary; it is not the same as a primary that is "
     "not entered."},
    {2, ONLY(SMET_PRIMARY_TUMOR_COLON), "others",
     "Colon is not listed and falls to \"others\"; it is not rectum."},
    {2,
     ONLY(SMET_PRIMARY_TUMOR_MELANOMA, SMET_PRIMARY_TUMOR_SARCOMA, SMET_PRIMARY_TUMOR_OVARY,
          SMET_PRIMARY_TUMOR_MYELOMA, SMET_PRIMARY_TUMOR_LYMPHOMA, SMET_PRIMARY_TUMOR_HEAD_AND_NECK,
          SMET_PRIMARY_TUMOR_TESTIS, SMET_PRIMARY_TUMOR_OTHER),
     "others", "This primary is not listed and falls to \"others\"."},
    {3, ONLY(SMET_PRIMARY_TUMOR_KIDNEY, SMET_PRIMARY_TUMOR_UTERUS), "kidney, uterus", NULL},
    {3, ONLY(SMET_PRIMARY_TUMOR_CERVIX), "uterus",
     "Cervix is scored with uterus: an interpretation, not in the original table."},
    {4, ONLY(SMET_PRIMARY_TUMOR_RECTUM), "rectum", NULL},
    {5,
     ONLY(SMET_PRIMARY_TUMOR_THYROID, SMET_PRIMARY_TUMOR_BREAST, SMET_PRIMARY_TUMOR_PROSTATE,
          SMET_PRIMARY_TUMOR_CARCINOID),
     "thyroid, breast, prostate, carcinoid", NULL},
};

static const struct smet_points_row palsy[] = {
    {0, ONLY(SMET_FRANKEL_A, SMET_FRANKEL_B), "complete (Frankel A, B)", NULL},
    {1, ONLY(SMET_FRANKEL_C, SMET_FRANKEL_D), "incomplete (Frankel C, D)", NULL},
    {2, ONLY(SMET_FRANKEL_E), "none (Frankel E)", NULL},
};

static const struct smet_item_row items[] = {
    {"general_condition", "general condition", SMET_FIELD_KARNOFSKY, ROWS(general_condition), NULL,
     AGREED},
    {"extraspinal_bone", "extraspinal bone metastases", SMET_FIELD_EXTRASPINAL_BONE_METASTASES,
     ROWS(extraspinal_bone), NULL, AGREED},
    {"vertebral", "metastases in the vertebral bodies", SMET_FIELD_VERTEBRAL_METASTASES,
     ROWS(vertebral),
     "No source says how one lesion that spans several segments counts: segments are counted one "
     "by one here. Disputed: a rival table (0, 1 to 2, 3 or more) circulates in two later reviews.",
     "agreed by three tables and by a national guideline's reprint, corrected with the author's "
     "permission; a rival table circulates"},
    {"major_organs", "metastases to major organs", SMET_FIELD_MAJOR_ORGAN_METASTASES,
     ROWS(major_organs), NULL, AGREED},
    {"primary_site", "primary site", SMET_FIELD_PRIMARY_TUMOR, ROWS(primary_site), NULL, AGREED},
    {"palsy", "palsy", SMET_FIELD_FRANKEL, ROWS(palsy), NULL, AGREED},
};

static const struct smet_band_row bands[] = {
    [SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS] = {
        "under_6_months", "predicted survival under 6 months", NULL,
        "The original attaches conservative treatment or palliative surgery; the review, palliative "
        "surgery or non-surgical options.",
        AGREED, 0, 8, .survival_maximum = 6},
    [SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_6_MONTHS] = {
        "at_least_6_months", "predicted survival of 6 months or more", NULL,
        "The original attaches palliative surgery and, exceptionally, excision of a single lesion "
        "without metastases to major organs (one source).",
        AGREED, 9, 11, .survival_minimum = 6},
    [SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS] = {
        "at_least_12_months", "predicted survival of 12 months or more", NULL,
        "The original attaches excision (one source); for the sacrum the review gives excision a "
        "minimal role.",
        AGREED, 12, 15, .survival_minimum = 12},
};

static const struct smet_note_row notes[] = {
    {"predictive accuracy is moderate: C statistic 0.67 for one-year survival in 202 patients "
     "(Spine J 2022;22:39-48)",
     SMET_FIELD_INVALID, {{0, 0}}},
};

static const uint8_t references[] = {SMET_REFERENCE_TOKUHASHI_2005, SMET_REFERENCE_MIKA_2018,
                                     SMET_REFERENCE_SPINE_J_2022, SMET_REFERENCE_ECOG_ACRIN,
                                     SMET_REFERENCE_MA_2010, SMET_REFERENCE_PRASAD_2018};

const struct smet_instrument_row smet__tokuhashi_revised = {
    .key = "tokuhashi_revised",
    .label = "revised Tokuhashi score",
    .alias = "modified Tokuhashi score",
    .direction = SMET_DIRECTION_HIGHER_IS_BETTER,
    .minimum = 0,
    .maximum = 15,
    .reported = SMET_FIELD_REPORTED_TOKUHASHI_REVISED,
    .is_prognostic = 1,
    TABLES,
};
