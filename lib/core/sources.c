/*
 * References, outcome figures and disputes, as the API gives them.
 */
#include "base/errors.h"
#include "content/lists.h"
#include "core/record.h"
#include "core/sets.h"

#include <string.h>

/* The review's own references keep its numbers, 1 to 54. */
enum { REVIEW_LAST = SMET_REFERENCE_VAN_WULFFTEN_PALTHE_2017 };

smet_status_t smet_reference_describe(smet_reference_t reference, struct smet_reference_info *info)
{
    smet_status_t status = smet__struct_check(info, sizeof *info);
    if (status != SMET_OK)
        return status;
    if (reference < 0 || reference >= SMET__REFERENCE_COUNT)
        return SMET_ERROR_UNKNOWN_TERM;
    const struct smet_reference_row *row = &smet__references[reference];
    const struct smet_reference_info filled = {
        .reference = reference,
        .number = reference <= REVIEW_LAST ? reference : 0,
        .year = row->year,
        .key = row->key,
        .authors = smet__or_empty(row->authors),
        .title = smet__or_empty(row->title),
        .journal = smet__or_empty(row->journal),
        .volume = smet__or_empty(row->volume),
        .pages = smet__or_empty(row->pages),
        .doi = smet__or_empty(row->doi),
        .pmid = smet__or_empty(row->pmid),
        .citation = row->citation,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

smet_status_t smet_evidence_describe(smet_evidence_t evidence, struct smet_evidence_info *info)
{
    smet_status_t status = smet__struct_check(info, sizeof *info);
    if (status != SMET_OK)
        return status;
    if (evidence < SMET_EVIDENCE_E1 || evidence >= SMET__EVIDENCE_COUNT)
        return SMET_ERROR_UNKNOWN_TERM;
    const struct smet_evidence_row *row = &smet__evidence[evidence];
    const struct smet_evidence_info filled = {
        .evidence = evidence,
        .reference = row->reference,
        .status = row->status,
        .n = row->n,
        .key = row->key,
        .label = row->label,
        .measure = smet__or_empty(row->measure),
        .before = smet__or_empty(row->before),
        .after = smet__or_empty(row->after),
        .p = smet__or_empty(row->p),
        .statement = row->statement,
        .disagreement = smet__or_empty(row->disagreement),
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_evidence_interventions(smet_evidence_t evidence, int32_t *interventions,
                                   size_t capacity)
{
    if (evidence < SMET_EVIDENCE_E1 || evidence >= SMET__EVIDENCE_COUNT)
        return 0;
    return smet__interventions_list(
        smet__interventions_from_list(smet__evidence[evidence].interventions), interventions, capacity);
}

smet_status_t smet_dispute_describe(smet_dispute_t dispute, struct smet_dispute_info *info)
{
    smet_status_t status = smet__struct_check(info, sizeof *info);
    if (status != SMET_OK)
        return status;
    if (dispute < SMET_DISPUTE_C1 || dispute >= SMET__DISPUTE_COUNT)
        return SMET_ERROR_UNKNOWN_TERM;
    const struct smet_dispute_row *row = &smet__disputes[dispute];
    const struct smet_dispute_info filled = {
        .dispute = dispute,
        .key = row->key,
        .label = row->label,
        .statement = row->statement,
        .choice = row->choice,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_dispute_references(smet_dispute_t dispute, smet_reference_t *references,
                               size_t capacity)
{
    if (dispute < SMET_DISPUTE_C1 || dispute >= SMET__DISPUTE_COUNT)
        return 0;
    return smet__numbers_list(smet__disputes[dispute].references, references, capacity);
}
