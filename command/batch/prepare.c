/*
 * The words that results need, and the names of their columns.
 */
#include "batch/batch.h"

#include <stdlib.h>
#include <string.h>

static void add_name(struct batch *batch, const char *key, const char *suffix)
{
    batch->added[batch->added_count++] = tool_joined(key, suffix);
}

static void prepare_instrument(struct batch *batch, smet_instrument_t instrument)
{
    struct batch_instrument *own = &batch->instruments[batch->instrument_count++];
    struct smet_instrument_info info = {.size = sizeof info};
    own->instrument = instrument;
    smet_instrument_describe(own->instrument, &info);
    own->bands = tool_allocate(NULL, info.band_count * sizeof *own->bands);
    for (uint32_t i = 0; i < info.band_count; i++) {
        struct smet_band_info band = {.size = sizeof band};
        smet_band_describe(own->instrument, (smet_band_t)i, &band);
        own->bands[i] = band.key;
    }
    add_name(batch, info.key, "_min");
    add_name(batch, info.key, "_max");
    add_name(batch, info.key, "_bands");
}

/* Verdicts by number, so that no row has to look for them. */
static void prepare_verdicts(struct batch *batch)
{
    int32_t greatest = 0;
    size_t count = smet_term_count(SMET_VOCABULARY_VERDICT);
    for (size_t i = 0; i < count; i++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        greatest = verdict > greatest ? verdict : greatest;
    }
    batch->verdict_count = (size_t)greatest + 1;
    batch->verdicts = tool_allocate(NULL, batch->verdict_count * sizeof *batch->verdicts);
    for (int32_t verdict = 0; verdict <= greatest; verdict++)
        batch->verdicts[verdict] = smet_term_key(SMET_VOCABULARY_VERDICT, verdict);
}

void batch_prepare(struct batch *batch)
{
    size_t interventions =
        batch->has_dispositions ? smet_term_count(SMET_VOCABULARY_INTERVENTION) : 0;
    batch->intervention_count = interventions;
    size_t instruments = smet_term_count(SMET_VOCABULARY_INSTRUMENT);
    batch->instruments = tool_allocate(NULL, instruments * sizeof *batch->instruments);
    batch->added =
        tool_allocate(NULL, (3 * instruments + interventions + 2) * sizeof *batch->added);
    for (size_t i = 0; i < instruments; i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        if (batch->wanted == 0 || (batch->wanted >> instrument & 1) != 0)
            prepare_instrument(batch, instrument);
    }
    for (size_t i = 0; i < interventions; i++)
        add_name(batch,
                 smet_term_key(SMET_VOCABULARY_INTERVENTION,
                               smet_term_at(SMET_VOCABULARY_INTERVENTION, i)),
                 "");
    add_name(batch, "inconsistencies", "");
    batch->result_count = batch->added_count;
    add_name(batch, "error", "");
    batch->table.taken = batch->added;
    batch->table.taken_count = batch->added_count;
    prepare_verdicts(batch);
}

void batch_free(struct batch *batch)
{
    for (size_t i = 0; i < batch->instrument_count; i++)
        free(batch->instruments[i].bands);
    for (size_t i = 0; i < batch->added_count; i++)
        free(batch->added[i]);
    free(batch->instruments);
    free(batch->verdicts);
    free(batch->added);
}
