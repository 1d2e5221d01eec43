/*
 * What holds of every record: links against the plain second implementation, and
 * how the parts of an answer agree, over random records that come out the same
 * every time. Narrowing has a program of its own.
 *
 * Quotations are from pathway.md and record.md.
 */
#include "answers.h"
#include "plain.h"

#include <string.h>

/* --- linked fields ------------------------------------------------------- */

/* Against the plain second implementation, contradictions included. */
START_TEST(links_are_applied_as_the_plain_way_applies_them)
{
    enum { ROUNDS = 12000 };
    suite_random random = UINT64_C(0x8CB92BA72F3D8DD7);
    size_t contradicted = 0;
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 2 == 0);
        smet_assessment *assessment = suite_assess_record(record);
        struct plain_linked linked;
        plain_link(record, &linked);
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
            struct suite_values left;
            left.count = smet_assessment_values(assessment, f, left.value, SUITE_VALUES);
            expect(suite_values_equal(&left, &linked.possible.field[f]),
                   "round %d: %zu values of %s, not %zu", round, left.count,
                   suite_key(SMET_VOCABULARY_FIELD, f), linked.possible.field[f].count);
            expect((smet_assessment_derived_from(assessment, f, NULL, 0) != 0) ==
                       ((linked.derived >> f & 1) != 0),
                   "round %d: %s", round, suite_key(SMET_VOCABULARY_FIELD, f));
        }
        /* Those of relations stand before those of the checks. */
        size_t groups = smet_assessment_inconsistency_count(assessment);
        expect(groups >= linked.group_count, "round %d: %zu groups, not %zu", round, groups,
               linked.group_count);
        for (size_t wanted = 0; wanted < linked.group_count; wanted++) {
            bool found = false;
            for (size_t g = 0; g < linked.group_count; g++)
                found |= suite_group(assessment, g) == linked.group[wanted];
            expect(found, "round %d: no group of %s", round,
                   suite_field_keys(linked.group[wanted]));
        }
        contradicted += linked.group_count > 0;
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
    ck_assert_msg(contradicted > ROUNDS / 10, "%zu", contradicted);
}
END_TEST

/* "Every answer that used a narrowed value says that it was derived, and from which field": a field
 * of which nothing is known, or that is set aside, narrows none. */
START_TEST(only_what_is_known_narrows)
{
    enum { ROUNDS = 4000 };
    suite_random random = UINT64_C(0xE7037ED1A0B428DB);
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 2 == 0);
        smet_assessment *assessment = suite_assess_record(record);
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
            uint64_t from = suite_listed(assessment, f, smet_assessment_derived_from);
            expect((from >> f & 1) == 0, "a field narrowed itself");
            for (smet_field_t g = 0; g < SUITE_FIELDS; g++)
                expect((from >> g & 1) == 0 ||
                           smet_assessment_values(assessment, g, NULL, 0) < smet_value_count(g),
                       "round %d: %s is derived from %s, of which nothing is known", round,
                       suite_key(SMET_VOCABULARY_FIELD, f), suite_key(SMET_VOCABULARY_FIELD, g));
        }
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

/* --- the order of a reader ----------------------------------------------- */

/* "For a reader: emergencies; what is out of scope or contraindicated among what would otherwise be
 * offered; what is recommended; options; what is open and what would settle it." */
static int place_of(const smet_assessment *assessment, const struct smet_disposition *disposition)
{
    switch (disposition->disposition) {
    case SMET_VERDICT_EMERGENCY:
        return 0;
    case SMET_VERDICT_RECOMMENDED:
        return 2;
    case SMET_VERDICT_OPTION:
        return 3;
    case SMET_VERDICT_NO_RULE:
        return 4;
    default:
        break;
    }
    smet_rule_t list[RULES];
    size_t count = smet_assessment_rules(assessment, disposition->intervention, list, RULES);
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state =
            suite_rule_state(assessment, disposition->intervention, list[i]);
        if (state.fires == SMET_TRUTH_TRUE && (state.verdict == SMET_VERDICT_RECOMMENDED ||
                                               state.verdict == SMET_VERDICT_OPTION))
            return 1;
    }
    return 5;
}

static void check_reading_order(const smet_assessment *assessment)
{
    size_t count = smet_assessment_disposition_count(assessment), wanted = 0;
    uint64_t seen = 0;
    int before = 0;
    for (size_t i = 0; i < count; i++) {
        struct smet_disposition got = {.size = sizeof got};
        expect(smet_assessment_disposition_at(assessment, i, &got) == SMET_OK, "none at %zu", i);
        struct smet_disposition same = suite_disposition(assessment, got.intervention);
        expect(memcmp(&got, &same, sizeof got) == 0, "not the same disposition");
        expect((seen >> got.intervention & 1) == 0, "an intervention stands twice");
        seen |= SUITE_BIT(got.intervention);
        int place = place_of(assessment, &got);
        expect(place >= before, "%s stands behind what comes later",
               suite_key(SMET_VOCABULARY_INTERVENTION, got.intervention));
        before = place;
    }
    for (smet_intervention_t i = 0; i < INTERVENTIONS; i++) {
        struct smet_disposition got = suite_disposition(assessment, i);
        bool is_said = got.disposition != SMET_VERDICT_NO_RULE || got.is_settled == 0;
        wanted += is_said;
        expect(is_said == ((seen >> i & 1) != 0), "%s", suite_key(SMET_VOCABULARY_INTERVENTION, i));
    }
    expect(count == wanted, "%zu, not %zu", count, wanted);
}

/* --- the parts of an answer ---------------------------------------------- */

/* What the parts of one answer say of each other. */
static void check_disposition(const smet_assessment *assessment, smet_intervention_t intervention)
{
    const char *key = suite_key(SMET_VOCABULARY_INTERVENTION, intervention);
    struct smet_disposition got = suite_disposition(assessment, intervention);
    smet_rule_t list[RULES], shown[RULES];
    size_t count = smet_assessment_rules(assessment, intervention, list, RULES);
    smet_verdict_t strongest = SMET_VERDICT_NO_RULE;
    uint64_t possible = 0;
    size_t firing_cautions = 0, shown_count = 0;
    bool is_offered = false;
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state = suite_rule_state(assessment, intervention, list[i]);
        expect(i == 0 || list[i] > list[i - 1], "%s: rules are not in order", key);
        expect(state.fires != SMET_TRUTH_FALSE, "%s: a rule that does not fire is listed", key);
        if (state.verdict == SMET_VERDICT_CAUTION)
            continue;
        if (state.fires == SMET_TRUTH_TRUE && state.verdict > strongest)
            strongest = state.verdict;
    }
    expect(got.disposition == strongest, "%s is %s", key,
           suite_key(SMET_VOCABULARY_VERDICT, got.disposition));
    possible = SUITE_BIT(strongest / 10);
    for (size_t i = 0; i < count; i++) {
        struct smet_rule_state state = suite_rule_state(assessment, intervention, list[i]);
        bool is_caution = state.verdict == SMET_VERDICT_CAUTION;
        if (state.fires == SMET_TRUTH_UNKNOWN && !is_caution && state.verdict > strongest)
            possible |= SUITE_BIT(state.verdict / 10);
        expect(state.is_overruled ==
                   (state.fires == SMET_TRUTH_TRUE && !is_caution && state.verdict < strongest),
               "%s: overruled is %d", key, (int)state.is_overruled);
    }
    expect(verdicts_of(&got) == possible, "%s: possible %llx, not %llx", key,
           (unsigned long long)verdicts_of(&got), (unsigned long long)possible);
    expect(got.possible_count >= 1 && got.possible_count <= SMET_POSSIBLE_MAX, "%s", key);
    for (uint32_t i = 0; i < SMET_POSSIBLE_MAX; i++) {
        expect((got.possible[i] == SMET_VERDICT_INVALID) == (i >= got.possible_count),
               "%s: possible %u", key, i);
        expect(i == 0 || i >= got.possible_count || got.possible[i] < got.possible[i - 1],
               "%s: not strongest first", key);
        is_offered |= got.possible[i] == SMET_VERDICT_EMERGENCY ||
                      got.possible[i] == SMET_VERDICT_RECOMMENDED ||
                      got.possible[i] == SMET_VERDICT_OPTION;
    }
    expect(got.possible[got.possible_count - 1] == got.disposition, "%s: not its last", key);
    expect(got.is_settled == (got.possible_count == 1), "%s: settled is %d", key,
           (int)got.is_settled);
    uint64_t deciding = suite_listed(assessment, intervention, smet_assessment_deciding);
    uint64_t alarming = suite_listed(assessment, intervention, smet_assessment_alarming);
    expect((deciding == 0) == (got.is_settled == 1), "%s: decided by %s", key,
           suite_field_keys(deciding));
    expect((alarming & ~deciding) == 0, "%s: what could alarm decides", key);
    /* "the fields with more than one possible value" */
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        expect((deciding >> f & 1) == 0 ||
                   smet_assessment_values(assessment, f, NULL, 0) > 1,
               "%s: %s is known", key, suite_key(SMET_VOCABULARY_FIELD, f));
    shown_count = smet_assessment_cautions(assessment, intervention, shown, RULES);
    for (size_t i = 0; i < count && is_offered; i++) {
        struct smet_rule_state state = suite_rule_state(assessment, intervention, list[i]);
        if (state.verdict != SMET_VERDICT_CAUTION || state.fires != SMET_TRUTH_TRUE)
            continue;
        expect(firing_cautions < shown_count && shown[firing_cautions] == list[i],
               "%s: %s is not shown", key, suite_key(SMET_VOCABULARY_RULE, list[i]));
        firing_cautions++;
    }
    expect(firing_cautions == shown_count, "%s: %zu cautions, not %zu", key, shown_count,
           firing_cautions);
}

/* What a field bears on, as masks. */
struct bearing {
    uint64_t interventions, instruments;
};

/*
 * The plain way to what is next: how many interventions and instruments each open
 * field bears on, the examination in place of two or more fields that a normal one
 * would answer, emergencies first, then the greater count, then the record's order.
 */
static void check_next(const smet_assessment *assessment)
{
    struct bearing fact[SUITE_FIELDS];
    memset(fact, 0, sizeof fact);
    for (smet_intervention_t i = 0; i < INTERVENTIONS; i++) {
        uint64_t deciding = suite_listed(assessment, i, smet_assessment_deciding);
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
            if ((deciding >> f & 1) != 0)
                fact[f].interventions |= SUITE_BIT(i);
    }
    for (smet_instrument_t i = 0; i < INSTRUMENTS; i++) {
        struct smet_score score = {.size = sizeof score};
        expect(smet_assessment_score(assessment, i, &score) == SMET_OK, "no score");
        for (uint32_t m = 0; m < score.missing_count; m++)
            fact[score.missing[m]].instruments |= SUITE_BIT(i);
    }
    const smet_field_t examination = SMET_FIELD_NEUROLOGICAL_EXAMINATION;
    const smet_record *record = smet_assessment_record(assessment);
    bool can_be_normal = smet_record_is_entered(record, examination) == 0 &&
                         smet_assessment_values(assessment, examination, NULL, 0) == 2;
    smet_field_t wanted[9];
    int wanted_count = 0;
    for (int r = PLAIN_EXAMINED_FIRST; r <= PLAIN_EXAMINED_LAST; r++) {
        smet_field_t field = plain_relations[r].field[1];
        if ((fact[field].interventions | fact[field].instruments) != 0)
            wanted[wanted_count++] = field;
    }
    if (can_be_normal && wanted_count >= 2)
        for (int i = 0; i < wanted_count; i++) {
            fact[examination].interventions |= fact[wanted[i]].interventions;
            fact[examination].instruments |= fact[wanted[i]].instruments;
            fact[wanted[i]] = (struct bearing){0, 0};
        }

    size_t count = smet_assessment_next_count(assessment), bearing = 0;
    int weight[SUITE_FIELDS];
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
        weight[f] = 0;
        for (int bit = 0; bit < 64; bit++)
            weight[f] += (int)(fact[f].interventions >> bit & 1) +
                         (int)(fact[f].instruments >> bit & 1);
        bearing += weight[f] > 0;
    }
    expect(count == (bearing < SMET_NEXT_MAX ? bearing : SMET_NEXT_MAX), "%zu facts of %zu", count,
           bearing);
    int least = 1 << 20;
    smet_field_t last = SMET_FIELD_INVALID;
    uint64_t named = 0;
    for (size_t i = 0; i < count; i++) {
        struct smet_next_fact got = suite_next(assessment, i);
        expect(suite_next_interventions(assessment, i) == fact[got.field].interventions &&
                   suite_next_instruments(assessment, i) == fact[got.field].instruments &&
                   weight[got.field] > 0,
               "%s bears on other things", suite_key(SMET_VOCABULARY_FIELD, got.field));
        expect((named >> got.field & 1) == 0, "%s stands twice",
               suite_key(SMET_VOCABULARY_FIELD, got.field));
        named |= SUITE_BIT(got.field);
        int rank = weight[got.field] + (got.may_show_emergency != 0 ? 1000 : 0);
        expect(rank < least || (rank == least && got.field > last), "%s stands too late",
               suite_key(SMET_VOCABULARY_FIELD, got.field));
        least = rank;
        last = got.field;
    }
    /* What is left out weighs less than what is named without an emergency, or as much and comes
     * later in the record. */
    for (smet_field_t f = 0; f < SUITE_FIELDS && count == SMET_NEXT_MAX; f++)
        expect((named >> f & 1) != 0 || least >= 1000 || weight[f] < least ||
                   (weight[f] == least && f > last),
               "%s is left out", suite_key(SMET_VOCABULARY_FIELD, f));
}

START_TEST(the_parts_of_an_answer_agree)
{
    enum { ROUNDS = 4000 };
    suite_random random = UINT64_C(0x9FB21C651E98DF25);
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 3 == 0);
        smet_assessment *assessment = suite_assess_record(record);
        struct suite_snapshot entered, assessed;
        suite_read(record, &entered);
        suite_read(smet_assessment_record(assessment), &assessed);
        expect(suite_same(&entered, &assessed), "not the record that was assessed");
        for (smet_intervention_t i = 0; i < INTERVENTIONS; i++)
            check_disposition(assessment, i);
        for (smet_instrument_t i = 0; i < INSTRUMENTS; i++) {
            struct smet_score alone = {.size = sizeof alone}, assessed_score = alone;
            expect(smet_record_score(record, i, &alone, NULL) == SMET_OK &&
                       smet_assessment_score(assessment, i, &assessed_score) == SMET_OK &&
                       memcmp(&alone, &assessed_score, sizeof alone) == 0,
                   "two scores of %s", suite_key(SMET_VOCABULARY_INSTRUMENT, i));
        }
        check_reading_order(assessment);
        check_next(assessment);
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

/* A copy, and the same facts assessed once more, answer alike. */
START_TEST(the_same_facts_give_the_same_answers)
{
    enum { ROUNDS = 1000 };
    suite_random random = UINT64_C(0xC2B2AE3D27D4EB4F);
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 2 == 0);
        struct suite_snapshot facts;
        suite_read(record, &facts);
        /* Entered in another order, a value less at a time. */
        smet_record *again = smet_record_new();
        for (smet_field_t f = SUITE_FIELDS - 1; f >= 0; f--) {
            struct suite_values wider = facts.field[f], all;
            suite_domain(f, &all);
            for (size_t i = 0; i < all.count && wider.count < all.count; i++)
                if (!suite_values_have(&wider, all.value[i]) && suite_chance(&random, 50))
                    wider.value[wider.count++] = all.value[i];
            suite_narrow(again, f, &wider);
            suite_narrow(again, f, &facts.field[f]);
        }
        smet_assessment *first = suite_assess_record(record), *second = suite_assess_record(again);
        smet_assessment *copy = smet_assessment_copy(second);
        smet_assessment_free(second);
        struct answers one, other;
        memset(&one, 0, sizeof one);
        memset(&other, 0, sizeof other);
        read_answers(first, &one);
        read_answers(copy, &other);
        expect(memcmp(&one, &other, sizeof one) == 0, "round %d: not the same", round);
        for (size_t i = 0; i < smet_assessment_next_count(first); i++) {
            struct smet_next_fact a = suite_next(first, i), b = suite_next(copy, i);
            expect(memcmp(&a, &b, sizeof a) == 0 &&
                       suite_next_interventions(first, i) == suite_next_interventions(copy, i) &&
                       suite_next_instruments(first, i) == suite_next_instruments(copy, i),
                   "round %d: next is not the same", round);
        }
        smet_assessment_free(first);
        smet_assessment_free(copy);
        smet_record_free(record);
        smet_record_free(again);
    }
}
END_TEST

/* assessment.h: "1: it could reveal an emergency". Only what a rule of an emergency reads can. */
START_TEST(only_what_an_emergency_reads_may_show_one)
{
    enum { ROUNDS = 3000 };
    suite_random random = UINT64_C(0x589965CC75374CC3);
    uint64_t read = SUITE_BIT(SMET_FIELD_NEUROLOGICAL_EXAMINATION);
    for (smet_rule_t r = 0; r < RULES; r++) {
        struct smet_rule_info info = {.size = sizeof info};
        smet_field_t list[SUITE_FIELDS];
        expect(smet_rule_describe(r, &info) == SMET_OK, "rule %d", (int)r);
        size_t count = smet_rule_fields(r, list, SUITE_FIELDS);
        for (size_t i = 0; i < count && info.verdict == SMET_VERDICT_EMERGENCY; i++)
            read |= SUITE_BIT(list[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 4 == 0);
        smet_assessment *assessment = suite_assess_record(record);
        for (size_t i = 0; i < smet_assessment_next_count(assessment); i++) {
            struct smet_next_fact fact = suite_next(assessment, i);
            expect(fact.may_show_emergency == 0 || (read >> fact.field & 1) != 0,
                   "round %d: %s cannot show an emergency", round,
                   suite_key(SMET_VOCABULARY_FIELD, fact.field));
        }
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
}
END_TEST

/* --- what a rule reads --------------------------------------------------- */

/* Adds the fields that are linked, by way of others too. */
static uint64_t with_linked(uint64_t fields)
{
    for (uint64_t before = 0; before != fields;) {
        before = fields;
        for (int r = 0; r < PLAIN_RELATION_COUNT; r++) {
            uint64_t mask = 0;
            for (int i = 0; i < plain_relations[r].field_count; i++)
                mask |= SUITE_BIT(plain_relations[r].field[i]);
            if ((mask & fields) != 0)
                fields |= mask;
        }
    }
    return fields;
}

/* pathway.h: "The fields that a rule's condition reads, through its findings and scores". What else
 * is known makes no difference, but for what links make of those fields. */
START_TEST(a_rule_reads_the_fields_that_it_names)
{
    enum { ROUNDS = 400 };
    smet_rule_t rule = (smet_rule_t)_i;
    suite_random random = UINT64_C(0xA3B195354A39B70D) + (uint64_t)_i;
    smet_field_t list[SUITE_FIELDS];
    uint64_t named = 0;
    size_t count = smet_rule_fields(rule, list, SUITE_FIELDS);
    for (size_t i = 0; i < count; i++)
        named |= SUITE_BIT(list[i]);
    named = with_linked(named);
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 4 == 0);
        smet_assessment *whole = suite_assess_record(record);
        struct suite_snapshot facts;
        suite_read(record, &facts);
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
            if ((named >> f & 1) == 0)
                smet_record_clear(record, f);
        smet_assessment *part = suite_assess_record(record);
        if (suite_rule_truth(whole, rule) != suite_rule_truth(part, rule)) {
            /* Name a field that makes the difference. */
            for (smet_field_t f = 0; f < SUITE_FIELDS; f++) {
                if ((named >> f & 1) != 0 || facts.field[f].count == smet_value_count(f))
                    continue;
                suite_narrow(record, f, &facts.field[f]);
                smet_assessment *more = suite_assess_record(record);
                expect(suite_rule_truth(more, rule) == suite_rule_truth(part, rule),
                       "%s reads %s and does not name it", suite_key(SMET_VOCABULARY_RULE, rule),
                       suite_key(SMET_VOCABULARY_FIELD, f));
                smet_assessment_free(more);
            }
            ck_abort_msg("%s reads more than it names", suite_key(SMET_VOCABULARY_RULE, rule));
        }
        smet_assessment_free(whole);
        smet_assessment_free(part);
        smet_record_free(record);
    }
}
END_TEST

/* assessment.h: "bit f is set when the condition reads field f and a linked field narrowed it" */
START_TEST(a_rule_says_which_of_its_fields_were_derived)
{
    enum { ROUNDS = 1500 };
    suite_random random = UINT64_C(0x94D049BB133111EB);
    size_t derived_count = 0;
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 4 == 0);
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
            if (is_judgement(f))
                smet_record_clear(record, f);
        smet_assessment *assessment = suite_assess_record(record);
        uint64_t derived = 0;
        for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
            if (smet_assessment_derived_from(assessment, f, NULL, 0) != 0)
                derived |= SUITE_BIT(f);
        for (smet_rule_t r = 0; r < RULES; r++) {
            smet_field_t list[SUITE_FIELDS];
            uint64_t read = 0;
            size_t count = smet_rule_fields(r, list, SUITE_FIELDS);
            for (size_t i = 0; i < count; i++)
                read |= SUITE_BIT(list[i]);
            uint64_t said = suite_listed(assessment, r, smet_assessment_rule_derived);
            expect(said == (read & derived), "%s: derived %s", suite_key(SMET_VOCABULARY_RULE, r),
                   suite_field_keys(said));
            derived_count += said != 0;
        }
        smet_assessment_free(assessment);
        smet_record_free(record);
    }
    ck_assert_uint_gt(derived_count, ROUNDS);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *linked = suite_exhaustive_case(suite, "linked fields");
    tcase_add_test(linked, links_are_applied_as_the_plain_way_applies_them);
    tcase_add_test(linked, only_what_is_known_narrows);

    TCase *answers = suite_case(suite, "answers");
    tcase_add_test(answers, the_parts_of_an_answer_agree);
    tcase_add_test(answers, the_same_facts_give_the_same_answers);
    tcase_add_test(answers, only_what_an_emergency_reads_may_show_one);

    TCase *rules = suite_exhaustive_case(suite, "rules");
    tcase_add_loop_test(rules, a_rule_reads_the_fields_that_it_names, 0, RULES);
    tcase_add_test(rules, a_rule_says_which_of_its_fields_were_derived);
}
