/*
 * What stands for a clinician's judgement that was not entered.
 *
 * Growth classes: breast, thyroid, prostate slow; kidney, uterus moderate;
 * lung, stomach, unknown primary rapid, as Tomita 2001 lists them. Colon and
 * melanoma rapid by later literature. The original's "etc." leaves the rest
 * without a class.
 */
#include "content/tables.h"

#define NOT_CLASSIFIED                                                                           \
    "The original lists no growth class for this primary: the item stays open until the tumor's " \
    "growth is entered."

static const struct smet_mapping_row growth[] = {
    {
        ONLY(SMET_PRIMARY_TUMOR_BREAST, SMET_PRIMARY_TUMOR_THYROID, SMET_PRIMARY_TUMOR_PROSTATE),
        ONLY(SMET_TUMOR_GROWTH_SLOW),
        "",
    },
    {
        ONLY(SMET_PRIMARY_TUMOR_KIDNEY, SMET_PRIMARY_TUMOR_UTERUS),
        ONLY(SMET_TUMOR_GROWTH_MODERATE),
        "",
    },
    {
        ONLY(SMET_PRIMARY_TUMOR_LUNG, SMET_PRIMARY_TUMOR_STOMACH,
             SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY),
        ONLY(SMET_TUMOR_GROWTH_RAPID),
        "",
    },
    {
        ONLY(SMET_PRIMARY_TUMOR_COLON, SMET_PRIMARY_TUMOR_MELANOMA),
        ONLY(SMET_TUMOR_GROWTH_RAPID),
        "Placed among the rapid ones by later literature; the original does not list it.",
    },
    {
        ONLY(SMET_PRIMARY_TUMOR_LIVER, SMET_PRIMARY_TUMOR_GALLBLADDER, SMET_PRIMARY_TUMOR_ESOPHAGUS,
             SMET_PRIMARY_TUMOR_PANCREAS, SMET_PRIMARY_TUMOR_RECTUM, SMET_PRIMARY_TUMOR_BLADDER,
             SMET_PRIMARY_TUMOR_CERVIX, SMET_PRIMARY_TUMOR_OVARY),
        ONLY(SMET_TUMOR_GROWTH_SLOW, SMET_TUMOR_GROWTH_MODERATE, SMET_TUMOR_GROWTH_RAPID),
        NOT_CLASSIFIED,
    },
    {
        ONLY(SMET_PRIMARY_TUMOR_OSTEOSARCOMA, SMET_PRIMARY_TUMOR_SARCOMA,
             SMET_PRIMARY_TUMOR_CARCINOID, SMET_PRIMARY_TUMOR_MYELOMA, SMET_PRIMARY_TUMOR_LYMPHOMA,
             SMET_PRIMARY_TUMOR_HEAD_AND_NECK, SMET_PRIMARY_TUMOR_TESTIS, SMET_PRIMARY_TUMOR_OTHER),
        ONLY(SMET_TUMOR_GROWTH_SLOW, SMET_TUMOR_GROWTH_MODERATE, SMET_TUMOR_GROWTH_RAPID),
        NOT_CLASSIFIED,
    },
};

/* The review names renal cell, hepatocellular and thyroid cancers as vascular. */
static const struct smet_mapping_row vascularity[] = {
    {
        ONLY(SMET_PRIMARY_TUMOR_KIDNEY, SMET_PRIMARY_TUMOR_LIVER, SMET_PRIMARY_TUMOR_THYROID),
        ONLY(SMET_YES),
        "",
    },
    {
        {{UP_TO(SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY) & ~BITS_OF(SMET_PRIMARY_TUMOR_KIDNEY,
                                                               SMET_PRIMARY_TUMOR_LIVER,
                                                               SMET_PRIMARY_TUMOR_THYROID),
          0}},
        ONLY(SMET_NO, SMET_YES),
        "The review names no other primary; a clinician may know better.",
    },
};

const struct smet_mapping smet__mappings[SMET__MAPPING_COUNT] = {
    [SMET__MAPPING_TUMOR_GROWTH] = {
        .field = SMET_FIELD_TUMOR_GROWTH,
        .text = "Where the clinician gives no growth class, it is mapped from the primary tumor.",
        .from = SMET_FIELD_PRIMARY_TUMOR,
        .rows = growth,
        .row_count = COUNT_OF(growth),
        .instrument = SMET_INSTRUMENT_INVALID,
        .where = SMET_FINDING_INVALID,
    },
    [SMET__MAPPING_HYPERVASCULAR] = {
        .field = SMET_FIELD_HYPERVASCULAR,
        .text = "Where the clinician says nothing, kidney, liver and thyroid cancers are taken as "
                "vascular, and of others it is not known.",
        .from = SMET_FIELD_PRIMARY_TUMOR,
        .rows = vascularity,
        .row_count = COUNT_OF(vascularity),
        .instrument = SMET_INSTRUMENT_INVALID,
        .where = SMET_FINDING_INVALID,
    },
    [SMET__MAPPING_STABILITY] = {
        .field = SMET_FIELD_STABILITY,
        .text = "Where the clinician gives no judgement, the bands of SINS stand for it, but only "
                "for a lesion at S1 or S2: the review uses SINS for upper sacral lesions.",
        .from = SMET_FIELD_INVALID,
        .instrument = SMET_INSTRUMENT_SINS,
        .where = SMET_FINDING_UPPER_SACRAL,
    },
};
