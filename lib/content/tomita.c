/*
 * Tomita score, 2 to 10 points, higher is worse.
 *
 * Tomita K, Kawahara N, Kobayashi T, Yoshida A, Murakami H, Akamaru T. Surgical
 * strategy for spinal metastases. Spine 2001;26(3):298-306. The review cites a
 * later technique paper.
 */
#include "content/instruments.h"

static const struct smet_points_row growth[] = {
    {1, ONLY(SMET_TUMOR_GROWTH_SLOW), "slow growth", NULL},
    {2, ONLY(SMET_TUMOR_GROWTH_MODERATE), "moderate growth", NULL},
    {4, ONLY(SMET_TUMOR_GROWTH_RAPID), "rapid growth", NULL},
};

static const struct smet_points_row visceral[] = {
    {0, ONLY(SMET_VISCERAL_METASTASES_NONE), "none", NULL},
    {2, ONLY(SMET_VISCERAL_METASTASES_TREATABLE), "treatable", NULL},
    {4, ONLY(SMET_VISCERAL_METASTASES_UNTREATABLE), "untreatable", NULL},
};

static const struct smet_points_row bone[] = {
    {1, ONLY(SMET_YES), "solitary or isolated (the spine's included)", NULL},
    {2, ONLY(SMET_NO), "multiple", NULL},
};

static const struct smet_item_row items[] = {
    {"growth", "growth of the primary tumor", SMET_FIELD_TUMOR_GROWTH, ROWS(growth), NULL,
     "agreed; a 2018 review prints 3 for rapid, impossible with a range of 2 to 10"},
    {"visceral", "visceral metastases", SMET_FIELD_VISCERAL_METASTASES, ROWS(visceral), NULL,
     AGREED},
    {"bone", "bone metastases", SMET_FIELD_SOLITARY_LESION, ROWS(bone),
     "One lesion that spans contiguous sacral segments is one focus.", AGREED},
};

static const struct smet_band_row bands[] = {
    [SMET_TOMITA_BAND_LONG_TERM_CONTROL] = {
        "long_term_control", "long-term local control", NULL,
        "The original attaches wide or marginal excision; for the sacrum the review gives excision "
        "a minimal role.",
        AGREED, 2, 3},
    [SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL] = {
        "middle_term_control", "middle-term local control", NULL,
        "The original attaches marginal or intralesional excision; for the sacrum the review gives "
        "excision a minimal role.",
        AGREED, 4, 5},
    [SMET_TOMITA_BAND_SHORT_TERM_PALLIATION] = {
        "short_term_palliation", "short-term palliation", NULL,
        "The original attaches palliative surgery.", AGREED, 6, 7},
    [SMET_TOMITA_BAND_TERMINAL_CARE] = {
        "terminal_care", "terminal care", NULL, "The original attaches supportive care.", AGREED, 8,
        10},
};

static const struct smet_note_row notes[] = {
    {"predictive accuracy is moderate: C statistic 0.69 for one-year survival in 202 patients "
     "(Spine J 2022;22:39-48)",
     SMET_FIELD_INVALID, {{0, 0}}},
    {"the excision that the original attaches to low totals has a minimal role in the sacrum "
     "(the review)",
     SMET_FIELD_INVALID, {{0, 0}}},
};

static const uint8_t references[] = {SMET_REFERENCE_TOMITA_2001, SMET_REFERENCE_KAWAHARA_2009,
                                     SMET_REFERENCE_MIKA_2018, SMET_REFERENCE_SPINE_J_2022};

const struct smet_instrument_row smet__tomita = {
    .key = "tomita",
    .label = "Tomita score",
    .direction = SMET_DIRECTION_HIGHER_IS_WORSE,
    .minimum = 2,
    .maximum = 10,
    .reported = SMET_FIELD_REPORTED_TOMITA,
    .is_prognostic = 1,
    TABLES,
};
