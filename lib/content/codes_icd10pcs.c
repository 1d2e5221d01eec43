/*
 * Procedures of ICD-10-PCS, section D, radiation therapy. The section has no
 * stereotactic modality for bone, so that a beam on bone may have been either.
 */
#include "content/codes.h"

#define ANY_RADIOTHERAPY                                                                           \
    ONLY(SMET_PRIOR_RADIOTHERAPY_CONVENTIONAL, SMET_PRIOR_RADIOTHERAPY_STEREOTACTIC,               \
         SMET_PRIOR_RADIOTHERAPY_BOTH)

static const struct smet_code_row rows[] = {
    {"DP08", SMET_FIELD_PRIOR_RADIOTHERAPY, ANY_RADIOTHERAPY, SMET__CODE_AT_SACRUM,
     "Beam radiation of pelvic bones, with a body site in the sacrum, is taken as radiotherapy of "
     "this lesion; the code does not say whether it was stereotactic."},
    {"DP0C", SMET_FIELD_PRIOR_RADIOTHERAPY, ANY_RADIOTHERAPY, SMET__CODE_AT_SACRUM,
     "Beam radiation of another bone, with a body site in the sacrum, is taken as radiotherapy of "
     "this lesion; the code does not say whether it was stereotactic."},
};

const struct smet_code_table smet__codes_icd10pcs = {rows, COUNT_OF(rows)};
