/*
 * Observations of LOINC: mCODE's performance scores with the answer lists LL529-9
 * and LL4986-7, the ASIA impairment scale, and the numeric rating of pain.
 */
#include "content/codes.h"

static const struct smet_answer_row ecog[] = {
    {"LA9622-7", SMET_ECOG_0}, {"LA9623-5", SMET_ECOG_1}, {"LA9624-3", SMET_ECOG_2},
    {"LA9625-0", SMET_ECOG_3}, {"LA9626-8", SMET_ECOG_4}, {"LA9627-6", -1},
};

static const struct smet_answer_row karnofsky[] = {
    {"LA29175-9", 100}, {"LA29176-7", 90}, {"LA29177-5", 80}, {"LA29178-3", 70},
    {"LA29179-1", 60},  {"LA29180-9", 50}, {"LA29181-7", 40}, {"LA29182-5", 30},
    {"LA29183-3", 20},  {"LA29184-1", 10}, {"LA9627-6", -1},
};

const struct smet_observation_row smet__codes_loinc[] = {
    {"72514-3", SMET_FIELD_PAIN_SCORE, true, NULL, 0,
     "Pain severity, verbal numeric rating from 0 to 10: taken as that of this lesion, wherever "
     "the "
     "pain is."},
    {"89243-0", SMET_FIELD_KARNOFSKY, false, karnofsky, COUNT_OF(karnofsky),
     "Karnofsky performance status; 0 stands for death and is none of the field's values."},
    {"89247-1", SMET_FIELD_ECOG, false, ecog, COUNT_OF(ecog),
     "ECOG performance status; 5 stands for death and is none of the field's values."},
    {"97843-7", SMET_FIELD_FRANKEL, true, NULL, 0,
     "The letter of the ASIA impairment scale is taken as the Frankel grade: a mapping, the two "
     "scales are not the same."},
};

const int smet__codes_loinc_count = COUNT_OF(smet__codes_loinc);
