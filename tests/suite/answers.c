#include "answers.h"

void read_answers(const smet_assessment *assessment, struct answers *answers)
{
    for (smet_finding_t f = 0; f < FINDINGS; f++)
        answers->finding[f] = smet_assessment_finding(assessment, f);
    for (smet_rule_t r = 0; r < RULES; r++)
        answers->rule[r] = suite_rule_truth(assessment, r);
    for (smet_intervention_t i = 0; i < INTERVENTIONS; i++)
        answers->disposition[i] = suite_disposition(assessment, i);
    for (smet_instrument_t i = 0; i < INSTRUMENTS; i++) {
        answers->score[i] = (struct smet_score){.size = sizeof answers->score[i]};
        expect(smet_assessment_score(assessment, i, &answers->score[i]) == SMET_OK, "no score");
    }
    answers->group_count = smet_assessment_inconsistency_count(assessment);
    expect(answers->group_count <= GROUPS_MAX, "%zu groups", answers->group_count);
    for (size_t g = 0; g < answers->group_count; g++)
        answers->group[g] = suite_group(assessment, g);
}

void answer(const smet_record *record, struct answers *answers)
{
    smet_assessment *assessment = suite_assess_record(record);
    read_answers(assessment, answers);
    smet_assessment_free(assessment);
}

bool has_new_inconsistency(const struct answers *before, const struct answers *after)
{
    for (size_t a = 0; a < after->group_count; a++) {
        bool known = false;
        for (size_t b = 0; b < before->group_count; b++)
            known |= before->group[b] == after->group[a];
        if (!known)
            return true;
    }
    return false;
}

uint64_t verdicts_of(const struct smet_disposition *disposition)
{
    uint64_t mask = 0;
    for (uint32_t i = 0; i < disposition->possible_count; i++)
        mask |= SUITE_BIT(disposition->possible[i] / 10);
    return mask;
}

/* "A settled disposition never changes when a record is narrowed, provided that no override is
 * entered for the first time and no inconsistency appears." */
void check_narrowed(const struct answers *before, const struct answers *after)
{
    for (smet_finding_t f = 0; f < FINDINGS; f++)
        expect(before->finding[f] == SMET_TRUTH_UNKNOWN || before->finding[f] == after->finding[f],
               "%s changed", suite_key(SMET_VOCABULARY_FINDING, f));
    for (smet_rule_t r = 0; r < RULES; r++)
        expect(before->rule[r] == SMET_TRUTH_UNKNOWN || before->rule[r] == after->rule[r],
               "%s changed", suite_key(SMET_VOCABULARY_RULE, r));
    for (smet_instrument_t i = 0; i < INSTRUMENTS; i++) {
        expect((after->score[i].totals & ~before->score[i].totals) == 0, "totals of %s widened",
               suite_key(SMET_VOCABULARY_INSTRUMENT, i));
        expect((after->score[i].bands & ~before->score[i].bands) == 0, "bands of %s widened",
               suite_key(SMET_VOCABULARY_INSTRUMENT, i));
    }
    for (smet_intervention_t i = 0; i < INTERVENTIONS; i++) {
        const struct smet_disposition *b = &before->disposition[i], *a = &after->disposition[i];
        expect((verdicts_of(a) & ~verdicts_of(b)) == 0, "%s: more became possible",
               suite_key(SMET_VOCABULARY_INTERVENTION, i));
        expect(b->is_settled == 0 ||
                   (a->is_settled == 1 && a->disposition == b->disposition),
               "%s was settled and changed", suite_key(SMET_VOCABULARY_INTERVENTION, i));
    }
}

bool is_judgement(smet_field_t field)
{
    return field == SMET_FIELD_STABILITY || field == SMET_FIELD_TUMOR_GROWTH ||
           field == SMET_FIELD_HYPERVASCULAR;
}
