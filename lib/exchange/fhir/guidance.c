/*
 * The GuidanceResponse: whether the answer is settled, and what would settle it.
 */
#include "exchange/fhir/parts.h"

/* Fields that could change a disposition, or that a score misses. */
static void find_open(const smet_assessment *assessment, struct smet__set *open)
{
    smet_field_t fields[SMET__LIST_ROOM];
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        size_t count = smet__held(
            smet_assessment_deciding(assessment, intervention, fields, SMET__LIST_ROOM));
        smet__set_add_list(open, fields, count);
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_score score = {.size = sizeof score};
        smet_assessment_score(assessment, smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &score);
        smet__set_add_list(open, score.missing, score.missing_count);
    }
}

/* Whether the evaluation cannot be called complete without more: an emergency may still
 * be found, or a score lies in no one band yet. */
static bool is_incomplete(const smet_assessment *assessment)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INTERVENTION); i++) {
        smet_intervention_t intervention = smet_term_at(SMET_VOCABULARY_INTERVENTION, i);
        if (smet_assessment_alarming(assessment, intervention, NULL, 0) > 0)
            return true;
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        struct smet_score score = {.size = sizeof score};
        smet_assessment_score(assessment, smet_term_at(SMET_VOCABULARY_INSTRUMENT, i), &score);
        if (!score.is_decided)
            return true;
    }
    return false;
}

/* --- what would settle it ----------------------------------------------------- */

static json_t *requirement_json(struct smet__tree *tree, smet_field_t field)
{
    json_t *requirement = json_object(), *filter = json_object();
    smet__put_text(tree, filter, "path", "code");
    smet__put(tree, filter, "code",
              smet__one(tree, smet__term_coding(tree, SMET__SYSTEM_FIELDS, SMET_VOCABULARY_FIELD,
                                                field)));
    smet__put_text(tree, requirement, "type", "Observation");
    smet__put(tree, requirement, "codeFilter", smet__one(tree, filter));
    return requirement;
}

/* First what would settle most, in that order; then the others, in the record's. */
static json_t *requirements_json(struct smet__tree *tree, const smet_assessment *assessment)
{
    json_t *list = json_array();
    struct smet__set left = {.count = 0};
    find_open(assessment, &left);
    for (size_t i = 0; i < smet_assessment_next_count(assessment); i++) {
        struct smet_next_fact fact = {.size = sizeof fact};
        smet__must(tree, smet_assessment_next(assessment, i, &fact));
        smet__add(tree, list, requirement_json(tree, fact.field));
        smet__set_remove(&left, fact.field);
    }
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        if (smet__set_has(&left, field))
            smet__add(tree, list, requirement_json(tree, field));
    }
    return list;
}

void smet__add_guidance(struct smet__bundle *bundle)
{
    struct smet__tree *tree = &bundle->tree;
    json_t *needed = requirements_json(tree, bundle->answer->assessment);
    const char *status = json_array_size(needed) == 0                ? "success"
                         : is_incomplete(bundle->answer->assessment) ? "data-required"
                                                                     : "data-requested";
    json_t *notes = json_array();
    json_t *guidance =
        smet__resource(bundle, "GuidanceResponse", SMET__ENTRY_GUIDANCE, "", status);
    smet__put(tree, guidance, "moduleCanonical",
              json_sprintf("%s.0|%s", SMET__CANONICAL_LIBRARIES, smet_version()));
    smet__put(tree, guidance, "subject", smet__subject(bundle));
    smet__put_date(bundle, guidance, "occurrenceDateTime");
    smet__put(tree, guidance, "performer", smet__device_reference(bundle));
    smet__add_note(tree, notes, SMET__INTENDED_USE);
    smet__put(tree, guidance, "note", notes);
    smet__put(tree, guidance, "outputParameters",
              smet__entry_reference(bundle, SMET__ENTRY_RECOMMENDATIONS, ""));
    smet__put_list(tree, guidance, "dataRequirement", needed);
    smet__add_entry(bundle, SMET__ENTRY_GUIDANCE, "", guidance);
}
