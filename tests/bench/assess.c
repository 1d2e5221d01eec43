/*
 * One assessment of the review's second patient, and one score, for an
 * instruction counter to watch.
 */
#include <sacralmet/sacralmet.h>

#include <stdio.h>

static const char *const facts[][2] = {
    {"age_years", "78"},           {"primary_tumor", "colon"},   {"lesion_level", "S1"},
    {"bone_lesion", "lytic"},      {"sacral_fracture", "yes"},   {"radiculopathy", "yes"},
    {"nerve_root_compression", "yes"}, {"ilium_involvement", "none"},
    {"cauda_equina_syndrome", "no"},   {"reported_sins", "9"},
    {"prior_radiotherapy", "none"},    {"tissue_diagnosis", "metastasis"},
};

int main(void)
{
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        if (smet_record_set_text(record, facts[i][0], facts[i][1], NULL) != SMET_OK)
            return 1;
    smet_assessment *assessment = smet_assess(record, NULL);
    struct smet_score score = {.size = sizeof score};
    if (assessment == NULL ||
        smet_record_score(record, SMET_INSTRUMENT_SINS, &score, NULL) != SMET_OK ||
        !score.is_complete)
        return 1;
    smet_assessment_free(assessment);
    smet_record_free(record);
    return 0;
}
