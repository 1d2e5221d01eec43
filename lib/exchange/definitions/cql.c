/*
 * Definitions: CQL of an instrument, in two libraries. One computes the score from
 * possible values and knows no model; the other reads those from FHIR.
 */
#include "exchange/definitions/cql_links.h"
#include "exchange/definitions/cql_sums.h"

static void write_comment(const struct smet__cql *cql)
{
    smet_reference_t reference = SMET_REFERENCE_INVALID;
    struct smet_reference_info source = {.size = sizeof source};
    smet__print(cql->words,
                "/*\n"
                " * %s: %d to %d points; %s.\n",
                cql->info.label, (int)cql->info.minimum, (int)cql->info.maximum,
                smet_term_label(SMET_VOCABULARY_DIRECTION, cql->info.direction));
    /* Each instrument has a source, and each field below a definition. */
    smet_instrument_references(cql->info.instrument, &reference, 1);
    smet_reference_describe(reference, &source);
    smet__cql_put_comment(cql->words, " * ", source.citation);
    smet__print(cql->words,
                " *\n"
                " * Made from the tables of libsacralmet, content %s. For professionals and\n"
                " * research; not a medical device.\n"
                " *\n",
                smet_content_version());
}

/* --- the score itself ------------------------------------------------------ */

static void write_core_comment(const struct smet__cql *cql)
{
    write_comment(cql);
    smet__say(
        cql->words,
        " * A fact is the list of the values that it can still have; null is unknown. The\n"
        " * answer has every total that some possible patient has.\n"
        " *\n"
        " * Covered: the items with their fields, what is mapped where a field that overrides\n"
        " * is not entered, the relations between fields, facts that contradict each other in\n"
        " * one relation (taken as unknown), and a total that stands in the chart. Not covered:\n"
        " * facts that contradict each other through several relations. The answer then has no\n"
        " * total and no band, as it has for a value that a field cannot have. The notes that\n"
        " * stand beside a score are the library's.\n"
        " */\n");
}

static void write_parameters(const struct smet__cql *cql)
{
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        struct smet_field_info info = {.size = sizeof info};
        smet_field_describe(f, &info);
        smet__cql_put_comment(cql->words, "// ", info.definition);
        smet__print(cql->words, "parameter \"%s\" List<%s> default null\n\n", info.key,
                    info.kind == SMET_KIND_INTEGER ? "Integer" : "String");
    }
}

static void write_domains(const struct smet__cql *cql)
{
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        smet_value_t values[SMET__VALUE_ROOM];
        size_t count = smet_value_count(f);
        for (size_t i = 0; i < count; i++)
            values[i] = smet_value_at(f, i);
        smet__print(cql->words, "define \"All %s\": ", smet__cql_key(f));
        smet__cql_put_values(cql->words, f, values, count);
        smet__say(cql->words, "\n\n");
    }
}

static void write_known(const struct smet__cql *cql)
{
    const char *separator = "";
    smet__say(cql->words, "// Unknown is every value; what is no value of a field is left out.\n"
                          "define function \"Known\"(F ");
    smet__cql_put_facts(cql);
    smet__say(cql->words, "):\n  Tuple {");
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        const char *key = smet__cql_key(f);
        smet__print(cql->words,
                    "%s\n    \"%s\": if F.\"%s\" is null then \"All %s\"\n"
                    "      else \"All %s\" V where V in F.\"%s\"",
                    separator, key, key, key, key, key);
        separator = ",";
    }
    smet__say(cql->words, " }\n\n");
}

static void write_score(const struct smet__cql *cql)
{
    smet__say(cql->words, "define function \"Score of known\"(F ");
    smet__cql_put_facts(cql);
    smet__say(cql->words, "):\n  \"Score of state\"(\"Settled\"(\"Set aside\"(F, "
                          "\"Contradictions\"(F))))\n\n"
                          "// The score of facts.\n"
                          "define function \"Score of\"(F ");
    smet__cql_put_facts(cql);
    smet__say(cql->words, "):\n  \"Score of known\"(\"Known\"(F))\n\n");
}

static void write_score_of_state(const struct smet__cql *cql)
{
    smet__say(cql->words, "define function \"Score of state\"(S ");
    smet__cql_put_state(cql);
    smet__print(cql->words,
                "):\n  \"Answer\"(\"Narrowed\"(\"Totals of the items\"(S), S.\"%s\"),\n"
                "    S.\"set aside\")\n\n",
                smet__cql_key(cql->info.reported_field));
}

/* The parts of the answer, by name. */
static void write_results(const struct smet__cql *cql)
{
    static const char *const results[][2] = {
        {"Minimum", "minimum"},   {"Maximum", "maximum"},
        {"Totals", "totals"},     {"Complete", "complete"},
        {"Bands", "bands"},       {"Decided", "decided"},
        {"Contradictions between facts", "contradictions"},
    };
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        smet__print(cql->words, "define \"%s\": \"Score\".\"%s\"\n\n", results[i][0],
                    results[i][1]);
}

void smet__write_cql(struct smet__words *words, smet_instrument_t instrument)
{
    struct smet__cql cql;
    char name[SMET__CODE_ROOM];
    const char *separator = "";
    smet__cql_gather(&cql, words, instrument);
    smet__cql_name(name, instrument, false);
    smet__print(words, "library %s version '%s'\n\n", name, smet_content_version());
    write_core_comment(&cql);
    smet__say(words, "\n");
    write_parameters(&cql);
    write_domains(&cql);
    write_known(&cql);
    smet__cql_write_links(&cql);
    smet__cql_write_sums(&cql);
    write_score_of_state(&cql);
    write_score(&cql);
    smet__say(words, "define \"Score\": \"Score of\"(Tuple {");
    for (smet_field_t f = smet__cql_next(&cql, -1); f >= 0; f = smet__cql_next(&cql, f)) {
        smet__print(words, "%s\n  \"%s\": \"%s\"", separator, smet__cql_key(f),
                    smet__cql_key(f));
        separator = ",";
    }
    smet__say(words, " })\n\n");
    write_results(&cql);
}

/* --- from FHIR ------------------------------------------------------------- */

static void write_fhir_comment(const struct smet__cql *cql)
{
    write_comment(cql);
    smet__say(
        cql->words,
        " * Reads Observations whose code is a fact of libsacralmet: an integer as\n"
        " * valueInteger, an option as a coding of valueCodeableConcept, yes/no also as\n"
        " * valueBoolean. What is cancelled, in error or not yet there does not count; of one\n"
        " * fact the latest count, and where several are, or bear no time, any may be true.\n"
        " * Not covered: resources and codes of other kinds, which the library reads too.\n"
        " */\n");
}

/* What an Observation says, as the functions below have it. */
#define SAID                                                                       \
    "List<Tuple {\n    fact String, options List<String>, number Integer, yes Boolean, " \
    "time DateTime }>"

static void write_fhir_helpers(const struct smet__cql *cql)
{
    smet__say(
        cql->words,
        "define \"Usable\":\n"
        "  [Observation] O\n"
        "    where O.status.value in { 'preliminary', 'final', 'amended', 'corrected' }\n\n"
        "define \"Said\":\n"
        "  flatten (\"Usable\" O\n"
        "    let V: O.value\n"
        "    return all ((O.code.coding) C\n"
        "      where C.system.value = '" SMET__SYSTEM_FIELDS "'\n"
        "      return all Tuple {\n"
        "        fact: C.code.value,\n"
        "        options: ((V as FHIR.CodeableConcept).coding) X\n"
        "          where X.system.value = '" SMET__SYSTEM_VALUES "'\n"
        "          return X.code.value,\n"
        "        number: (V as FHIR.integer).value,\n"
        "        yes: (V as FHIR.boolean).value,\n"
        "        time: (O.effective as FHIR.dateTime).value }))\n\n"
        "define function \"Latest\"(Some " SAID "):\n"
        "  if Count(Some) < 2 then Some\n"
        "  else Some S where not exists (Some P where P.time after S.time)\n\n");
    smet__say(
        cql->words,
        "// The keys of the options that one Observation gives.\n"
        "define function \"Keys\"(Options List<String>, Yes Boolean, Fact String):\n"
        "  (Options X where StartsWith(X, Fact + '.') return Substring(X, Length(Fact) + 1))\n"
        "    union (if Yes then { 'yes' } else if not Yes then { 'no' } else List<String>{})\n\n"
        "define function \"Options\"(All " SAID ",\n    Fact String, Every List<String>):\n"
        "  distinct flatten ((\"Latest\"(All S where S.fact = Fact\n"
        "      and exists (\"Keys\"(S.options, S.yes, Fact) intersect Every))) L\n"
        "    return all \"Keys\"(L.options, L.yes, Fact) intersect Every)\n\n"
        "define function \"Numbers\"(All " SAID ",\n    Fact String, Every List<Integer>):\n"
        "  (\"Latest\"(All S where S.fact = Fact and S.number in Every)) L return L.number\n\n"
        "define function \"Or unknown\"(Some List<String>):\n"
        "  if exists Some then Some else null\n\n"
        "define function \"Or unknown\"(Some List<Integer>):\n"
        "  if exists Some then Some else null\n\n");
}

void smet__write_cql_fhir(struct smet__words *words, smet_instrument_t instrument)
{
    struct smet__cql cql;
    char name[SMET__CODE_ROOM], core[SMET__CODE_ROOM];
    const char *separator = "";
    smet__cql_gather(&cql, words, instrument);
    smet__cql_name(name, instrument, true);
    smet__cql_name(core, instrument, false);
    smet__print(words, "library %s version '%s'\n\n", name, smet_content_version());
    write_fhir_comment(&cql);
    smet__print(words,
                "\nusing FHIR version '4.0.1'\n\ninclude %s version '%s' called Core\n\n"
                "context Patient\n\n",
                core, smet_content_version());
    write_fhir_helpers(&cql);
    smet__say(words, "define function \"Score of\"(All " SAID ", Facts List<String>):\n"
                     "  Core.\"Score of\"(Tuple {");
    for (smet_field_t f = smet__cql_next(&cql, -1); f >= 0; f = smet__cql_next(&cql, f)) {
        const char *key = smet__cql_key(f);
        smet__print(words,
                    "%s\n    \"%s\": if '%s' in Facts then\n"
                    "      \"Or unknown\"(\"%s\"(All, '%s', Core.\"All %s\")) else null",
                    separator, key, key,
                    smet__cql_is_number(f) ? "Numbers" : "Options", key, key);
        separator = ",";
    }
    smet__say(words, " })\n\ndefine function \"Score of\"(All " SAID "):\n"
                     "  \"Score of\"(All, All S return S.fact)\n\n"
                     "define \"Score\": \"Score of\"(\"Said\")\n\n");
    write_results(&cql);
}
