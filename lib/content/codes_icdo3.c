/*
 * ICD-O-3: topography, which has the digits of ICD-10's sites, and morphology.
 *
 * A topography alone does not say what grew there. Sites where a carcinoma is the
 * rule are taken as such; of the others the morphology must speak. Bare codes.
 */
#include "content/codes.h"

#define SITE(code, primary)                                                                        \
    {                                                                                              \
        code, SMET_FIELD_PRIMARY_TUMOR, ONLY(primary), SMET__CODE_LASTING, SITE_NOTE               \
    }
#define SITES(code, ...)                                                                           \
    {                                                                                              \
        code, SMET_FIELD_PRIMARY_TUMOR, ONLY(__VA_ARGS__), SMET__CODE_LASTING, SITE_NOTE           \
    }
#define SITE_NOTE                                                                                  \
    "The topography of a primary cancer is taken as a carcinoma of that site, unless a "           \
    "morphology "                                                                                  \
    "says otherwise."

#define HEAD_AND_NECK SMET_PRIMARY_TUMOR_HEAD_AND_NECK

/* clang-format off */
static const struct smet_code_row topography[] = {
    SITE("C00", HEAD_AND_NECK), SITE("C01", HEAD_AND_NECK), SITE("C02", HEAD_AND_NECK),
    SITE("C03", HEAD_AND_NECK), SITE("C04", HEAD_AND_NECK), SITE("C05", HEAD_AND_NECK),
    SITE("C06", HEAD_AND_NECK), SITE("C07", HEAD_AND_NECK), SITE("C08", HEAD_AND_NECK),
    SITE("C09", HEAD_AND_NECK), SITE("C10", HEAD_AND_NECK), SITE("C11", HEAD_AND_NECK),
    SITE("C12", HEAD_AND_NECK), SITE("C13", HEAD_AND_NECK), SITE("C14", HEAD_AND_NECK),
    SITE("C15", SMET_PRIMARY_TUMOR_ESOPHAGUS),
    SITE("C16", SMET_PRIMARY_TUMOR_STOMACH),
    SITE("C18", SMET_PRIMARY_TUMOR_COLON),
    SITES("C18.1", SMET_PRIMARY_TUMOR_COLON, SMET_PRIMARY_TUMOR_OTHER),
    SITES("C19", SMET_PRIMARY_TUMOR_COLON, SMET_PRIMARY_TUMOR_RECTUM),
    SITE("C20", SMET_PRIMARY_TUMOR_RECTUM),
    SITES("C22.0", SMET_PRIMARY_TUMOR_LIVER, SMET_PRIMARY_TUMOR_OTHER),
    SITES("C22.1", SMET_PRIMARY_TUMOR_LIVER, SMET_PRIMARY_TUMOR_GALLBLADDER,
          SMET_PRIMARY_TUMOR_OTHER),
    SITE("C23", SMET_PRIMARY_TUMOR_GALLBLADDER),
    SITES("C24", SMET_PRIMARY_TUMOR_GALLBLADDER,
          SMET_PRIMARY_TUMOR_OTHER),
    SITE("C25", SMET_PRIMARY_TUMOR_PANCREAS),
    SITES("C25.4", SMET_PRIMARY_TUMOR_PANCREAS, SMET_PRIMARY_TUMOR_CARCINOID),
    SITE("C30", HEAD_AND_NECK), SITE("C31", HEAD_AND_NECK), SITE("C32", HEAD_AND_NECK),
    SITE("C34", SMET_PRIMARY_TUMOR_LUNG),
    SITE("C50", SMET_PRIMARY_TUMOR_BREAST),
    SITE("C53", SMET_PRIMARY_TUMOR_CERVIX),
    SITE("C54", SMET_PRIMARY_TUMOR_UTERUS),
    SITES("C54.2", SMET_PRIMARY_TUMOR_UTERUS, SMET_PRIMARY_TUMOR_SARCOMA),
    SITES("C55", SMET_PRIMARY_TUMOR_UTERUS, SMET_PRIMARY_TUMOR_CERVIX),
    SITE("C56", SMET_PRIMARY_TUMOR_OVARY),
    SITE("C61", SMET_PRIMARY_TUMOR_PROSTATE),
    SITE("C62", SMET_PRIMARY_TUMOR_TESTIS),
    SITE("C64", SMET_PRIMARY_TUMOR_KIDNEY),
    SITE("C67", SMET_PRIMARY_TUMOR_BLADDER),
    SITE("C73", SMET_PRIMARY_TUMOR_THYROID),
    {"C80.9", SMET_FIELD_PRIMARY_TUMOR, ONLY(SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY), SMET__CODE_LASTING,
     "A topography that is not known is taken as an unknown primary: that a search found none is "
     "our reading."},
};
/* clang-format on */

const struct smet_code_table smet__codes_icdo3_topography = {topography, COUNT_OF(topography)};

/*
 * Ranges that do not overlap, rising; what lies between them says nothing. 9180 to
 * 9187, 9192 to 9195 and 9200 are osteosarcomas, as a surveillance study of the
 * United States lists them (PMC4476493).
 */
const struct smet_morphology_row smet__morphologies[] = {
    {8010, 8239, {{0}}, "A carcinoma: the topography says the primary."},
    {8240, 8242, ONLY(SMET_PRIMARY_TUMOR_CARCINOID), "A carcinoid."},
    {8243, 8249, ONLY(SMET_PRIMARY_TUMOR_CARCINOID, SMET_PRIMARY_TUMOR_OTHER),
     "A neuroendocrine tumor, which may be a carcinoid."},
    {8250, 8576, {{0}}, "A carcinoma: the topography says the primary."},
    {8720, 8790, ONLY(SMET_PRIMARY_TUMOR_MELANOMA), "A melanoma."},
    {8800, 8921, ONLY(SMET_PRIMARY_TUMOR_SARCOMA), "A sarcoma of soft tissue."},
    {9180, 9187, ONLY(SMET_PRIMARY_TUMOR_OSTEOSARCOMA), "An osteosarcoma."},
    {9192, 9195, ONLY(SMET_PRIMARY_TUMOR_OSTEOSARCOMA), "An osteosarcoma."},
    {9220, 9220, ONLY(SMET_PRIMARY_TUMOR_SARCOMA), "A chondrosarcoma."},
    {9260, 9260, ONLY(SMET_PRIMARY_TUMOR_SARCOMA), "An Ewing sarcoma."},
    {9590, 9729, ONLY(SMET_PRIMARY_TUMOR_LYMPHOMA), "A lymphoma."},
    {9732, 9732, ONLY(SMET_PRIMARY_TUMOR_MYELOMA), "A myeloma."},
};

const int smet__morphology_count = COUNT_OF(smet__morphologies);
