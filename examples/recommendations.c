/*
 * Assesses one patient and prints what there is to say, in the reader's order,
 * each statement with its rationale, its grade and its citations.
 *
 * The patient is the second of the review's three (Mika and Mesfin 2018,
 * Figure 2).
 */
#include <sacralmet/sacralmet.h>
#include <stdio.h>

/* Facts as a system would import them: field keys and cells of text. */
static const struct {
    const char *field;
    const char *cell;
} facts[] = {
    {"age_years", "78"},           {"primary_tumor", "colon"},
    {"lesion_level", "S1"},        {"bone_lesion", "lytic"},
    {"sacral_fracture", "yes"},    {"radiculopathy", "yes"},
    {"ilium_involvement", "none"}, {"nerve_root_compression", "yes"},
    {"reported_sins", "9"},        {"cauda_equina_syndrome", "no"},
    {"prior_radiotherapy", "none"}, {"tissue_diagnosis", "metastasis"},
};

enum { ROOM = 64 };

/* One rule: why, how well it is grounded, where it stands in the review, and what it cites. */
static void print_rule(const char *lead, smet_rule_t rule)
{
    struct smet_rule_info info = {.size = sizeof info};
    if (smet_rule_describe(rule, &info) != SMET_OK)
        return;
    printf("    %s%s\n", lead, info.rationale);
    printf("      grade: %s; review: %s\n", smet_term_label(SMET_VOCABULARY_GRADE, info.grade),
           info.section);

    smet_reference_t references[ROOM];
    size_t count = smet_rule_references(rule, references, ROOM);
    for (size_t i = 0; i < count && i < ROOM; i++) {
        struct smet_reference_info reference = {.size = sizeof reference};
        if (smet_reference_describe(references[i], &reference) == SMET_OK)
            printf("      cites: %s\n", reference.citation);
    }
}

/* One intervention: its disposition, the rules that give it, and the cautions beside it. */
static void print_disposition(const smet_assessment *assessment,
                              const struct smet_disposition *found)
{
    smet_intervention_t intervention = found->intervention;
    printf("\n%s: %s", smet_term_label(SMET_VOCABULARY_INTERVENTION, intervention),
           smet_term_label(SMET_VOCABULARY_VERDICT, found->disposition));
    if (found->side != SMET_SIDE_INVALID)
        printf(", side: %s", smet_term_label(SMET_VOCABULARY_SIDE, found->side));
    printf("\n");

    /* Not settled: a stronger verdict may come. Never hide this from the reader. */
    for (uint32_t i = 0; !found->is_settled && i < found->possible_count; i++)
        if (found->possible[i] != found->disposition)
            printf("    could still become: %s\n",
                   smet_term_label(SMET_VOCABULARY_VERDICT, found->possible[i]));

    smet_rule_t rules[ROOM];
    size_t count = smet_assessment_rules(assessment, intervention, rules, ROOM);
    for (size_t i = 0; i < count && i < ROOM; i++) {
        struct smet_rule_state state = {.size = sizeof state};
        if (smet_assessment_rule(assessment, intervention, rules[i], &state) == SMET_OK &&
            state.fires == SMET_TRUTH_TRUE && state.verdict == found->disposition)
            print_rule("", rules[i]);
    }
    count = smet_assessment_cautions(assessment, intervention, rules, ROOM);
    for (size_t i = 0; i < count && i < ROOM; i++)
        print_rule("Caution: ", rules[i]);
}

int main(void)
{
    struct smet_error error = {.size = sizeof error};
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        if (smet_record_set_text(record, facts[i].field, facts[i].cell, &error) != SMET_OK) {
            /* A sentence for people; status and field are there for programs. */
            fprintf(stderr, "%s: %s\n", smet_status_name(error.status), error.message);
            smet_record_free(record);
            return 1;
        }
    }

    smet_assessment *assessment = smet_assess(record, &error);
    smet_record_free(record); /* the assessment does not need it any more */
    if (assessment == NULL) {
        fprintf(stderr, "%s: %s\n", smet_status_name(error.status), error.message);
        return 1;
    }

    printf("content %s of libsacralmet %s\n", smet_content_version(), smet_version());
    size_t count = smet_assessment_disposition_count(assessment);
    for (size_t i = 0; i < count; i++) {
        struct smet_disposition found = {.size = sizeof found};
        if (smet_assessment_disposition_at(assessment, i, &found) == SMET_OK)
            print_disposition(assessment, &found);
    }

    printf("\nWorth finding out next:\n");
    for (size_t i = 0; i < smet_assessment_next_count(assessment); i++) {
        struct smet_next_fact fact = {.size = sizeof fact};
        if (smet_assessment_next(assessment, i, &fact) == SMET_OK)
            printf("    %s%s\n", smet_term_label(SMET_VOCABULARY_FIELD, fact.field),
                   fact.may_show_emergency ? " (could reveal an emergency)" : "");
    }
    smet_assessment_free(assessment);
    return 0;
}
