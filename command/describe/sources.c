/*
 * References, outcome figures and disputes in words.
 */
#include "describe/parts.h"

/* --- references ------------------------------------------------------------ */

void describe_reference(FILE *out, int32_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet_reference_describe(reference, &info);
    put_said(out, "citation", info.citation);
    if (info.number > 0)
        put_number(out, "number", info.number);
    put_said(out, "PubMed", info.pmid);
}

static size_t reference_of_evidence(int32_t evidence, int32_t *references, size_t capacity)
{
    struct smet_evidence_info info = {.size = sizeof info};
    if (smet_evidence_describe(evidence, &info) != SMET_OK)
        return 0;
    if (capacity > 0)
        references[0] = info.reference;
    return 1;
}

void describe_reference_use(FILE *out, int32_t reference)
{
    size_t count = put_holders(out, "instruments", SMET_VOCABULARY_INSTRUMENT,
                               smet_instrument_references, reference);
    count += put_holders(out, "rules", SMET_VOCABULARY_RULE, smet_rule_references, reference);
    count += put_holders(out, "evidence", SMET_VOCABULARY_EVIDENCE, reference_of_evidence,
                         reference);
    count += put_holders(out, "disputes", SMET_VOCABULARY_DISPUTE, smet_dispute_references,
                         reference);
    if (count == 0)
        put_said(out, "used by", "nothing in this library");
}

/* --- outcome figures ------------------------------------------------------- */

void describe_evidence(FILE *out, int32_t evidence)
{
    struct smet_evidence_info info = {.size = sizeof info};
    smet_evidence_describe(evidence, &info);
    put_said(out, "about", info.label);
    put_said(out, "statement", info.statement);
    put_said(out, "measured", info.measure);
    if (info.n > 0)
        put_number(out, "n", info.n);
    put_said(out, "before", info.before);
    put_said(out, "after", info.after);
    put_said(out, "p", info.p);
    put_said(out, "checked", smet_term_label(SMET_VOCABULARY_EVIDENCE_STATUS, info.status));
    put_said(out, "disagreement", info.disagreement);
    put_list(out, "interventions", smet_evidence_interventions, evidence,
             SMET_VOCABULARY_INTERVENTION);
    put_references(out, reference_of_evidence, evidence);
}

void describe_evidence_use(FILE *out, int32_t evidence)
{
    put_holders(out, "rules", SMET_VOCABULARY_RULE, smet_rule_evidence, evidence);
    put_citations(out, reference_of_evidence, evidence);
}

/* --- disputes -------------------------------------------------------------- */

void describe_dispute(FILE *out, int32_t dispute)
{
    struct smet_dispute_info info = {.size = sizeof info};
    smet_dispute_describe(dispute, &info);
    put_said(out, "about", info.label);
    put_said(out, "who says what", info.statement);
    put_said(out, "our choice", info.choice);
    put_references(out, smet_dispute_references, dispute);
}

void describe_dispute_use(FILE *out, int32_t dispute)
{
    put_citations(out, smet_dispute_references, dispute);
}
