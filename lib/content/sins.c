/*
 * Spinal Instability Neoplastic Score, 0 to 18 points, higher is less stable.
 *
 * Fisher CG, DiPaola CP, Ryken TC, et al. A novel classification system for
 * spinal instability in neoplastic disease: an evidence-based approach and
 * expert consensus from the Spine Oncology Study Group. Spine
 * 2010;35(22):E1221-9. Reliability: Fourney DR, et al. J Clin Oncol
 * 2011;29(22):3072-7.
 */
#include "content/instruments.h"

static const struct smet_points_row location[] = {
    {3,
     ONLY(SMET_LESION_LEVEL_OCCIPUT, SMET_LESION_LEVEL_C1, SMET_LESION_LEVEL_C2,
          SMET_LESION_LEVEL_C7, SMET_LESION_LEVEL_T1, SMET_LESION_LEVEL_T2, SMET_LESION_LEVEL_T11,
          SMET_LESION_LEVEL_T12, SMET_LESION_LEVEL_L1, SMET_LESION_LEVEL_L5, SMET_LESION_LEVEL_S1),
     "junctional (occiput to C2, C7 to T2, T11 to L1, L5 to S1)", NULL},
    {2,
     ONLY(SMET_LESION_LEVEL_C3, SMET_LESION_LEVEL_C4, SMET_LESION_LEVEL_C5, SMET_LESION_LEVEL_C6,
          SMET_LESION_LEVEL_L2, SMET_LESION_LEVEL_L3, SMET_LESION_LEVEL_L4),
     "mobile (C3 to C6, L2 to L4)", NULL},
    {1, SPAN(SMET_LESION_LEVEL_T3, SMET_LESION_LEVEL_T10), "semirigid (T3 to T10)", NULL},
    {0, SPAN(SMET_LESION_LEVEL_S2, SMET_LESION_LEVEL_S5), "rigid (S2 to S5)", NULL},
};

static const struct smet_points_row pain[] = {
    {3, ONLY(SMET_PAIN_MECHANICAL), "mechanical", NULL},
    {1, ONLY(SMET_PAIN_NONMECHANICAL), "occasional, not mechanical", NULL},
    {0, ONLY(SMET_PAIN_NONE), "none", NULL},
};

static const struct smet_points_row bone_lesion[] = {
    {2, ONLY(SMET_BONE_LESION_LYTIC), "lytic", NULL},
    {1, ONLY(SMET_BONE_LESION_MIXED), "mixed", NULL},
    {0, ONLY(SMET_BONE_LESION_BLASTIC), "blastic", NULL},
};

static const struct smet_points_row alignment[] = {
    {4, ONLY(SMET_ALIGNMENT_SUBLUXATION), "subluxation or translation", NULL},
    {2, ONLY(SMET_ALIGNMENT_DEFORMITY), "new deformity (kyphosis or scoliosis)", NULL},
    {0, ONLY(SMET_ALIGNMENT_NORMAL), "normal", NULL},
};

static const struct smet_points_row collapse[] = {
    {3, ONLY(SMET_VERTEBRAL_COLLAPSE_OVER_HALF), "over half", NULL},
    {2, ONLY(SMET_VERTEBRAL_COLLAPSE_UP_TO_HALF), "up to half",
     "Exactly 50 % is counted as up to half; the original leaves it undefined."},
    {1, ONLY(SMET_VERTEBRAL_COLLAPSE_BODY_INVOLVED_OVER_HALF),
     "no collapse, over half of the body involved", NULL},
    {0, ONLY(SMET_VERTEBRAL_COLLAPSE_NONE), "none of these", NULL},
};

static const struct smet_points_row posterolateral[] = {
    {3, ONLY(SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL), "bilateral", NULL},
    {1, ONLY(SMET_POSTEROLATERAL_INVOLVEMENT_UNILATERAL), "unilateral", NULL},
    {0, ONLY(SMET_POSTEROLATERAL_INVOLVEMENT_NONE), "none", NULL},
};

static const struct smet_item_row items[] = {
    {"location", "location", SMET_FIELD_LESION_LEVEL, ROWS(location), NULL, AGREED},
    {"pain", "pain", SMET_FIELD_PAIN, ROWS(pain), NULL, "agreed; a 3, 2, 1 misprint circulates"},
    {"bone_lesion", "bone lesion", SMET_FIELD_BONE_LESION, ROWS(bone_lesion), NULL, AGREED},
    {"alignment", "alignment", SMET_FIELD_ALIGNMENT, ROWS(alignment), NULL, AGREED},
    {"collapse", "vertebral body collapse", SMET_FIELD_VERTEBRAL_COLLAPSE, ROWS(collapse), NULL,
     AGREED},
    {"posterolateral", "posterolateral involvement", SMET_FIELD_POSTEROLATERAL_INVOLVEMENT,
     ROWS(posterolateral), NULL, AGREED},
};

static const struct smet_band_row bands[] = {
    [SMET_SINS_BAND_STABLE] = {"stable", "stable", NULL, NULL, AGREED, 0, 6},
    [SMET_SINS_BAND_POTENTIALLY_UNSTABLE] = {
        "potentially_unstable", "potentially unstable",
        "impending instability (the review); indeterminate, possibly impending instability (the "
        "original)",
        "The original advises surgical consultation from 7 points up.", AGREED, 7, 12},
    [SMET_SINS_BAND_UNSTABLE] = {"unstable", "unstable", NULL,
                                 "The original advises surgical consultation from 7 points up.",
                                 AGREED, 13, 18},
};

static const struct smet_note_row notes[] = {
    {"limited validity in the lower sacrum", SMET_FIELD_LESION_LEVEL,
     SPAN(SMET_LESION_LEVEL_S3, SMET_LESION_LEVEL_S5)},
    {"the review uses SINS for symptomatic upper sacral lesions (S1, S2)", SMET_FIELD_LESION_LEVEL,
     SPAN(SMET_LESION_LEVEL_S3, SMET_LESION_LEVEL_S5)},
    {"SINS has no item for the sacroiliac joint, the ilium or the ala", SMET_FIELD_INVALID,
     {{0, 0}}},
    {"SINS does not predict survival (C statistic 0.54)", SMET_FIELD_INVALID, {{0, 0}}},
    {"sensitivity 95.7 %, specificity 79.5 % for potentially unstable or unstable",
     SMET_FIELD_INVALID, {{0, 0}}},
};

static const uint8_t references[] = {SMET_REFERENCE_FISHER_2010, SMET_REFERENCE_FOURNEY_2011,
                                     SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_SPINE_J_2022};

const struct smet_instrument_row smet__sins = {
    .key = "sins",
    .label = "Spinal Instability Neoplastic Score",
    .alias = "SINS",
    .direction = SMET_DIRECTION_HIGHER_IS_WORSE,
    .minimum = 0,
    .maximum = 18,
    .reported = SMET_FIELD_REPORTED_SINS,
    TABLES,
};
