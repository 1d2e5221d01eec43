/* Scores one patient: three facts are known, the rest is not. */
#include <sacralmet/sacralmet.h>
#include <stdio.h>

int main(void)
{
    struct smet_error error = {.size = sizeof error};
    struct smet_score sins = {.size = sizeof sins};
    smet_record *record = smet_record_new();
    int refused = smet_record_set_option(record, "lesion_level", "S1", &error) ||
                  smet_record_set_option(record, "pain", "mechanical", &error) ||
                  smet_record_set_text(record, "bone_lesion", "lytic|mixed", &error) ||
                  smet_record_score(record, SMET_INSTRUMENT_SINS, &sins, &error);
    if (refused)
        fprintf(stderr, "refused: %s\n", error.message);
    else
        printf("SINS %d to %d, \"stable\" is %s\n", (int)sins.minimum, (int)sins.maximum,
               sins.bands & 1u << SMET_SINS_BAND_STABLE ? "possible" : "excluded");
    for (uint32_t i = 0; !refused && i < sins.missing_count; i++)
        printf("open: %s\n", smet_term_label(SMET_VOCABULARY_FIELD, sins.missing[i]));
    smet_record_free(record);
    return refused;
}
