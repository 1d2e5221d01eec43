/*
 * Of the catalogue: references, outcome figures and conflicts of citation.
 */
#include "exchange/catalogue/parts.h"

static json_t *reference_json(struct smet__tree *tree, smet_reference_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet__must(tree, smet_reference_describe(reference, &info));
    json_t *object = smet__entry(tree, info.key, reference);
    smet__put_number(tree, object, "number_in_review", info.number);
    smet__put_text(tree, object, "authors", info.authors);
    smet__put_text(tree, object, "title", info.title);
    smet__put_text(tree, object, "journal", info.journal);
    smet__put_number(tree, object, "year", info.year);
    smet__put_text(tree, object, "volume", info.volume);
    smet__put_text(tree, object, "pages", info.pages);
    smet__put_text(tree, object, "doi", info.doi);
    smet__put_text(tree, object, "pmid", info.pmid);
    smet__put_text(tree, object, "citation", info.citation);
    return object;
}

static void put_figures(struct smet__tree *tree, json_t *object,
                        const struct smet_evidence_info *info)
{
    smet__put_text(tree, object, "measure", info->measure);
    smet__put_number(tree, object, "n", info->n);
    smet__put_text(tree, object, "before", info->before);
    smet__put_text(tree, object, "after", info->after);
    smet__put_text(tree, object, "p", info->p);
    smet__put_text(tree, object, "statement", info->statement);
    smet__put_text(tree, object, "disagreement", info->disagreement);
}

static json_t *evidence_json(struct smet__tree *tree, smet_evidence_t evidence)
{
    struct smet_evidence_info info = {.size = sizeof info};
    smet__must(tree, smet_evidence_describe(evidence, &info));
    json_t *object = smet__entry(tree, info.key, evidence);
    smet__put_text(tree, object, "label", info.label);
    smet__put(tree, object, "interventions",
              smet__listed(tree, SMET_VOCABULARY_INTERVENTION, smet_evidence_interventions,
                           evidence));
    put_figures(tree, object, &info);
    smet__put_term(tree, object, "status", SMET_VOCABULARY_EVIDENCE_STATUS, info.status);
    smet__put_term(tree, object, "reference", SMET_VOCABULARY_REFERENCE, info.reference);
    return object;
}

static json_t *dispute_json(struct smet__tree *tree, smet_dispute_t dispute)
{
    struct smet_dispute_info info = {.size = sizeof info};
    smet__must(tree, smet_dispute_describe(dispute, &info));
    json_t *object = smet__entry(tree, info.key, dispute);
    smet__put_text(tree, object, "label", info.label);
    smet__put_text(tree, object, "statement", info.statement);
    smet__put_text(tree, object, "choice", info.choice);
    smet__put(tree, object, "references",
              smet__reference_keys(tree, smet_dispute_references, dispute));
    return object;
}

void smet__put_source_parts(struct smet__tree *tree, json_t *catalogue)
{
    smet__put(tree, catalogue, "references",
              smet__each(tree, SMET_VOCABULARY_REFERENCE, reference_json));
    smet__put(tree, catalogue, "evidence",
              smet__each(tree, SMET_VOCABULARY_EVIDENCE, evidence_json));
    smet__put(tree, catalogue, "disputes",
              smet__each(tree, SMET_VOCABULARY_DISPUTE, dispute_json));
}
