#include "exchange/shared/answer.h"
#include "exchange/assessment/parts.h"

static json_t *conflict_json(struct smet__tree *tree, smet_conflict_t conflict)
{
    struct smet_conflict_info info = {.size = sizeof info};
    smet__must(tree, smet_conflict_describe(conflict, &info));
    json_t *object = json_object();
    smet__put_text(tree, object, "conflict", info.key);
    smet__put(tree, object, "between", smet__between_json(tree, conflict));
    smet__put_text(tree, object, "explanation", info.explanation);
    return object;
}

static json_t *conflicts_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    smet_conflict_t conflicts[SMET__LIST_ROOM];
    size_t count = smet__held(smet_assessment_conflicts(assessment, conflicts, SMET__LIST_ROOM));
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, conflict_json(tree, conflicts[i]));
    return list;
}

static json_t *inconsistency_json(struct smet__tree *tree, const smet_assessment *assessment,
                                  size_t index)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__held(
        smet_assessment_inconsistency_fields(assessment, index, fields, SMET__LIST_ROOM));
    json_t *object = json_object();
    smet__put(tree, object, "fields", smet__terms(tree, SMET_VOCABULARY_FIELD, fields, count));
    smet__put_text(tree, object, "explanation",
                   smet_assessment_inconsistency_text(assessment, index));
    return object;
}

static json_t *inconsistencies_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *list = json_array();
    size_t count = smet_assessment_inconsistency_count(assessment);
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, inconsistency_json(tree, assessment, i));
    return list;
}

/* smet_assessment_next_interventions() or smet_assessment_next_instruments() */
typedef size_t (*next_lister)(const smet_assessment *assessment, size_t index, int32_t *terms,
                              size_t capacity);

/* The keys of what one of the facts bears on. */
static json_t *bears_on_json(struct smet__tree *tree, const smet_assessment *assessment,
                             size_t index, smet_vocabulary_t vocabulary, next_lister lister)
{
    int32_t terms[SMET__LIST_ROOM];
    size_t count = smet__held(lister(assessment, index, terms, SMET__LIST_ROOM));
    return smet__terms(tree, vocabulary, terms, count);
}

static json_t *fact_json(struct smet__tree *tree, const smet_assessment *assessment, size_t index)
{
    struct smet_next_fact fact = {.size = sizeof fact};
    smet__must(tree, smet_assessment_next(assessment, index, &fact));
    json_t *object = json_object();
    smet__put_term(tree, object, "field", SMET_VOCABULARY_FIELD, fact.field);
    smet__put_text(tree, object, "label", smet_term_label(SMET_VOCABULARY_FIELD, fact.field));
    smet__put(tree, object, "interventions",
              bears_on_json(tree, assessment, index, SMET_VOCABULARY_INTERVENTION,
                            smet_assessment_next_interventions));
    smet__put(tree, object, "scores",
              bears_on_json(tree, assessment, index, SMET_VOCABULARY_INSTRUMENT,
                            smet_assessment_next_instruments));
    smet__put_bool(tree, object, "may_show_emergency", fact.may_show_emergency);
    return object;
}

static json_t *next_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *list = json_array();
    size_t count = smet_assessment_next_count(assessment);
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, fact_json(tree, assessment, i));
    return list;
}

static json_t *findings_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *list = json_array();
    size_t count = smet_term_count(SMET_VOCABULARY_FINDING);
    for (size_t i = 0; i < count; i++) {
        smet_finding_t finding = smet_term_at(SMET_VOCABULARY_FINDING, i);
        json_t *object = json_object();
        smet__put_term(tree, object, "finding", SMET_VOCABULARY_FINDING, finding);
        smet__put_term(tree, object, "truth", SMET_VOCABULARY_TRUTH,
                       smet_assessment_finding(assessment, finding));
        smet__add(tree, list, object);
    }
    return list;
}

static json_t *evidence_json(struct smet__tree *tree, smet_evidence_t evidence)
{
    struct smet_evidence_info info = {.size = sizeof info};
    smet__must(tree, smet_evidence_describe(evidence, &info));
    smet__remember(tree->references, info.reference);
    json_t *object = json_object();
    smet__put_text(tree, object, "evidence", info.key);
    smet__put_text(tree, object, "statement", info.statement);
    smet__put_term(tree, object, "status", SMET_VOCABULARY_EVIDENCE_STATUS, info.status);
    smet__put_text(tree, object, "disagreement", info.disagreement);
    smet__put_term(tree, object, "reference", SMET_VOCABULARY_REFERENCE, info.reference);
    return object;
}

static json_t *reference_json(struct smet__tree *tree, smet_reference_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet__must(tree, smet_reference_describe(reference, &info));
    json_t *object = json_object();
    smet__put_text(tree, object, "key", info.key);
    smet__put_text(tree, object, "citation", info.citation);
    return object;
}

/* One object for each term that the answer names. */
static json_t *named_json(struct smet__tree *tree, const bool *named, smet__maker make)
{
    json_t *list = json_array();
    for (int32_t term = 0; term < SMET__LIST_ROOM; term++)
        if (named[term])
            smet__add(tree, list, make(tree, term));
    return list;
}

/* Every key is there, but nothing that speaks of an intervention. */
static json_t *scores_only_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    static const char *const left_out[] = {"interventions", "conflicts", "next", "findings",
                                           "evidence"};
    json_t *root = json_object();
    smet__put(tree, root, "versions", smet__versions_json(tree));
    smet__put(tree, root, "scores", smet__scores_json(tree, assessment));
    smet__put(tree, root, "inconsistencies", inconsistencies_json(tree, assessment));
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        smet__put(tree, root, left_out[i], json_array());
    smet__put(tree, root, "record", smet__record_json(tree, smet_assessment_record(assessment)));
    smet__put(tree, root, "references", named_json(tree, tree->references, reference_json));
    smet__put_text(tree, root, "answer", "scores_only");
    smet__put_text(tree, root, "intended_use", SMET__INTENDED_USE_OF_SCORES);
    return root;
}

static json_t *assessment_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *root = json_object();
    smet__put(tree, root, "versions", smet__versions_json(tree));
    smet__put(tree, root, "scores", smet__scores_json(tree, assessment));
    smet__put(tree, root, "interventions", smet__interventions_json(tree, assessment));
    smet__put(tree, root, "conflicts", conflicts_json(tree, assessment));
    smet__put(tree, root, "inconsistencies", inconsistencies_json(tree, assessment));
    smet__put(tree, root, "next", next_json(tree, assessment));
    smet__put(tree, root, "findings", findings_json(tree, assessment));
    smet__put(tree, root, "record", smet__record_json(tree, smet_assessment_record(assessment)));
    /* Outcome figures name references of their own, so they come first. */
    json_t *evidence = named_json(tree, tree->evidence, evidence_json);
    smet__put(tree, root, "references", named_json(tree, tree->references, reference_json));
    smet__put(tree, root, "evidence", evidence);
    smet__put_text(tree, root, "answer", "full");
    smet__put_text(tree, root, "intended_use", SMET__INTENDED_USE);
    return root;
}

static size_t write(const smet_assessment *assessment, bool scores_only, int32_t style,
                    char *text, size_t capacity)
{
    if (assessment == NULL || !smet__is_style(style))
        return smet__write_nothing(text, capacity);
    struct smet__tree tree = {.has_failed = false};
    json_t *root = scores_only ? scores_only_json(&tree, assessment)
                               : assessment_json(&tree, assessment);
    return smet__finish(&tree, root, style, text, capacity);
}

size_t smet_assessment_write_json(const smet_assessment *assessment, int32_t style, char *text,
                                  size_t capacity)
{
#ifdef SMET__SCORES_ONLY
    const bool scores_only = true;
#else
    const bool scores_only = false;
#endif
    return write(assessment, scores_only, style, text, capacity);
}

size_t smet_assessment_write_scores_json(const smet_assessment *assessment, int32_t style,
                                         char *text, size_t capacity)
{
    return write(assessment, true, style, text, capacity);
}
