/* What the vectors do not ask of sacralmet.hpp: copies, moves, clearing, walks, errors. */
#include "sacralmet.hpp"

#include <cstdlib>
#include <iostream>
#include <set>
#include <utility>

using namespace sacralmet;

namespace {

int failures;

void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::cout << "failed: " << what << '\n';
    failures++;
}

/* The error that a call throws. */
template <typename Call> Error error_of(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return Error(SMET_OK);
}

std::size_t entered(const Record &record)
{
    std::size_t count = 0;
    for (const Term &field : Vocabulary(SMET_VOCABULARY_FIELD))
        count += record.is_entered(field.number);
    return count;
}

void a_copy_is_another_record()
{
    Record one;
    one.set("ecog", "3");
    Record other = one;
    other.set("pain", "mechanical");
    expect(entered(one) == 1 && entered(other) == 2, "a copy takes facts of its own");
    one = other;
    expect(entered(one) == 2, "assigned, it has the other's facts");
    Record moved = std::move(other);
    expect(entered(moved) == 2, "moved, it keeps its facts");
    Assessment assessment(moved);
    Assessment same = assessment;
    expect(same.next().size() == assessment.next().size(), "a copied assessment says the same");
}

void what_was_moved_away_is_refused()
{
    Record record;
    Record moved = std::move(record);
    expect(error_of([&] { record.set("ecog", "3"); }).status() == SMET_ERROR_NULL_ARGUMENT,
           "entering into what was moved away");
    expect(error_of([&] { Assessment assessment(record); }).status() == SMET_ERROR_NULL_ARGUMENT,
           "assessing what was moved away");
}

void facts_can_be_narrowed_and_cleared()
{
    Record record;
    record.narrow_range(SMET_FIELD_KARNOFSKY, 40, 60).narrow(SMET_FIELD_KARNOFSKY, {50, 60, 100});
    expect(record.values(SMET_FIELD_KARNOFSKY) == std::vector<smet_value_t>({50, 60}),
           "what two entries leave");
    expect(record.is_possible(SMET_FIELD_KARNOFSKY, 50), "50 is left");
    expect(!record.is_possible(SMET_FIELD_KARNOFSKY, 40), "40 is not left");
    record.clear(SMET_FIELD_KARNOFSKY);
    expect(entered(record) == 0, "cleared, nothing is entered");
    record.set(SMET_FIELD_ECOG, SMET_ECOG_3);
    Assessment assessment(record);
    /* The clinical authority on records: "ECOG 3 gives 30 to 60". */
    expect(assessment.values(SMET_FIELD_KARNOFSKY) == std::vector<smet_value_t>({30, 40, 50, 60}),
           "a linked field is narrowed");
}

void errors_say_what_and_where()
{
    Record record;
    record.set("pain", "none");
    Error error = error_of([&] { record.set("pain", "mechanical"); });
    expect(error.status() == SMET_ERROR_CONTRADICTION, "the status of a contradiction");
    expect(error.status_name() == "SMET_ERROR_CONTRADICTION", "its name");
    expect(error.field() == SMET_FIELD_PAIN && error.field_key() == "pain", "its field");
    expect(std::string(error.what()).find("pain: ") == 0, "its message begins with the field");
    error = error_of([&] { record.set("karnofsky", std::string("40\0", 3)); });
    expect(error.status() == SMET_ERROR_SYNTAX && error.field_key() == "karnofsky",
           "a NUL within a text");
    expect(error_of([&] { record.set("no_such_field", "1"); }).field() == SMET_FIELD_INVALID,
           "no field");
    expect(error_of([&] { Vocabulary(SMET_VOCABULARY_RULE).find("x"); }).status() ==
               SMET_ERROR_UNKNOWN_TERM,
           "no rule");
    expect(error_of([&] { Assessment(record).disposition(-1); }).status() ==
               SMET_ERROR_UNKNOWN_TERM,
           "no intervention");
    expect(entered(record) == 1, "what is refused changes nothing");
}

void every_vocabulary_can_be_walked()
{
    for (const Term &vocabulary : Vocabulary(SMET_VOCABULARY_VOCABULARY)) {
        Vocabulary terms(vocabulary.number);
        std::set<std::string> keys;
        for (const Term &term : terms) {
            keys.insert(term.key);
            expect(terms.find(term.key) == term.number, "a key finds its term");
        }
        expect(terms.size() > 0 && keys.size() == terms.size(), "each term has a key of its own");
    }
    for (const Term &field : Vocabulary(SMET_VOCABULARY_FIELD)) {
        expect(describe_field(field.number).key == field.key, "a field is described");
        for (const Term &value : Values(field.number))
            Record().set(field.key, value.key);
    }
}

void dispositions_come_with_their_rules()
{
    Record record;
    record.set("cauda_equina_syndrome", "yes").set("tissue_diagnosis", "metastasis");
    record.set("lesion_level", "S1").set("epidural_disease", "yes");
    Assessment assessment(record);
    std::vector<Disposition> all = assessment.dispositions();
    expect(!all.empty() && all[0].verdict_key() == "emergency", "an emergency comes first");
    for (const Disposition &one : all)
        for (smet_rule_t rule : assessment.rules(one.intervention())) {
            expect(describe_rule(rule).verdict == assessment.rule(one.intervention(), rule).verdict,
                   "a rule says what its description says");
        }
}

void nothing_piles_up()
{
    for (int i = 0; i < 100000; i++) {
        Record record;
        record.set("ecog", "3");
        error_of([&] { record.set("ecog", "x"); });
        Assessment assessment(record);
    }
}

} // namespace

int main()
{
    a_copy_is_another_record();
    what_was_moved_away_is_refused();
    facts_can_be_narrowed_and_cleared();
    errors_say_what_and_where();
    every_vocabulary_can_be_walked();
    dispositions_come_with_their_rules();
    nothing_piles_up();
    std::cout << (failures == 0 ? "all hold\n" : "some do not hold\n");
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
