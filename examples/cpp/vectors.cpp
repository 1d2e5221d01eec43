/*
 * Runs the vectors that every binding runs.
 *
 * Usage: vectors VECTORS.json
 */
#include "sacralmet.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

using nlohmann::json;
using namespace sacralmet;

namespace {

json keys(smet_vocabulary_t vocabulary, const std::vector<int32_t> &terms)
{
    json list = json::array();
    for (int32_t term : terms)
        list.push_back(key(vocabulary, term));
    return list;
}

json score_json(const Score &score)
{
    return {{"minimum", score.minimum()},
            {"maximum", score.maximum()},
            {"totals", score.totals()},
            {"bands", score.band_keys()},
            {"complete", score.complete()},
            {"decided", score.decided()},
            {"missing", keys(SMET_VOCABULARY_FIELD, score.missing())}};
}

json intervention_json(const Assessment &assessment, smet_intervention_t intervention)
{
    Disposition got = assessment.disposition(intervention);
    std::string side = key(SMET_VOCABULARY_SIDE, got.side());
    return {{"disposition", got.verdict_key()},
            {"settled", got.settled()},
            {"possible", keys(SMET_VOCABULARY_VERDICT, got.possible())},
            {"side", side.empty() ? "none" : side},
            {"deciding", keys(SMET_VOCABULARY_FIELD, got.deciding())},
            {"rules", keys(SMET_VOCABULARY_RULE, assessment.rules(intervention))},
            {"cautions", keys(SMET_VOCABULARY_RULE, assessment.cautions(intervention))}};
}

json refusal_json(std::size_t index, const Error &error)
{
    return {{"index", index},
            {"status", error.status_name()},
            {"field", error.field() < 0 ? json(nullptr) : json(error.field_key())},
            {"message", error.what()}};
}

json enter(Record &record, const json &entries)
{
    json refused = json::array();
    for (std::size_t i = 0; i < entries.size(); i++)
        try {
            record.set(entries[i][0].get<std::string>(), entries[i][1].get<std::string>());
        } catch (const Error &error) {
            refused.push_back(refusal_json(i, error));
        }
    return refused;
}

json inconsistencies_json(const Assessment &assessment)
{
    json groups = json::array();
    for (const Inconsistency &group : assessment.inconsistencies())
        groups.push_back(
            {{"fields", keys(SMET_VOCABULARY_FIELD, group.fields)}, {"text", group.text}});
    return groups;
}

json next_json(const Assessment &assessment)
{
    json fields = json::array();
    for (const smet_next_fact &fact : assessment.next())
        fields.push_back(key(SMET_VOCABULARY_FIELD, fact.field));
    return fields;
}

/* The vector that the library gives for the record of another. */
json answer(const json &vector)
{
    Record record;
    json got = {{"id", vector["id"]}, {"record", vector["record"]}, {"facts", vector["facts"]}};
    got["refused"] = enter(record, vector["record"]);
    Assessment assessment(record);
    for (const Term &term : Vocabulary(SMET_VOCABULARY_INSTRUMENT)) {
        got["scores"][term.key] = score_json(assessment.score(term.number));
        if (score_json(record.score(term.number)) != got["scores"][term.key])
            throw std::runtime_error("the record is scored unlike the assessment");
    }
    for (const Term &term : Vocabulary(SMET_VOCABULARY_INTERVENTION))
        got["interventions"][term.key] = intervention_json(assessment, term.number);
    got["conflicts"] = keys(SMET_VOCABULARY_CONFLICT, assessment.conflicts());
    got["inconsistencies"] = inconsistencies_json(assessment);
    got["next"] = next_json(assessment);
    return got;
}

json versions()
{
    return {{"release", smet_version()},
            {"abi", smet_abi_version()},
            {"content", smet_content_version()},
            {"digest", smet_content_digest()}};
}

/* How many places differ; the first of them are named. */
std::size_t compare(const std::string &id, const json &wanted, const json &got)
{
    if (wanted == got)
        return 0;
    json changes = json::diff(wanted, got);
    for (std::size_t i = 0; i < changes.size() && i < 5; i++)
        std::cout << id << ": " << changes[i]["path"].get<std::string>() << " differs\n";
    return changes.size();
}

int run(const char *path)
{
    json file = json::parse(std::ifstream(path));
    std::size_t differences = compare("the file", file["versions"], versions());
    for (const json &vector : file["vectors"])
        differences += compare(vector["id"].get<std::string>(), vector, answer(vector));
    std::cout << "C++: " << file["vectors"].size() << " vectors, " << differences
              << " differences\n";
    return differences == 0 && !file["vectors"].empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc == 2)
            return run(argv[1]);
        std::cerr << "usage: vectors VECTORS.json\n";
    } catch (const std::exception &error) {
        std::cerr << "vectors: " << error.what() << '\n';
    }
    return EXIT_FAILURE;
}
