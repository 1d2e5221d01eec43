#include "describe/parts.h"

#include <stdlib.h>
#include <string.h>

/* --- pieces ---------------------------------------------------------------- */

void put_said(FILE *out, const char *name, const char *said)
{
    if (said == NULL || said[0] == '\0')
        return;
    if (name[0] == '\0')
        wrap_text(out, WRAP_WIDTH, SAID_COLUMN, SAID_COLUMN, said);
    else
        wrap_lead(out, WRAP_WIDTH, NAME_COLUMN, SAID_COLUMN, name, said);
}

void put_number(FILE *out, const char *name, int32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", (int)number);
    put_said(out, name, digits);
}

void put_condition(FILE *out, const char *name, condition_of *condition, int32_t term)
{
    size_t length = condition(term, NULL, 0);
    char *words = tool_allocate(NULL, length + 1);
    words[0] = '\0';
    condition(term, words, length + 1);
    put_said(out, name, words);
    free(words);
}

static size_t members_of(list_of *list, int32_t term, int32_t *members)
{
    size_t count = list(term, members, LIST_MAX);
    return count < LIST_MAX ? count : LIST_MAX;
}

void put_list(FILE *out, const char *name, list_of *list, int32_t term,
              smet_vocabulary_t vocabulary)
{
    int32_t members[LIST_MAX];
    size_t count = members_of(list, term, members);
    struct text keys = {0};
    for (size_t i = 0; i < count; i++)
        text_join(&keys, ", ", smet_term_key(vocabulary, members[i]));
    put_said(out, name, text_words(&keys));
    text_free(&keys);
}

/* "[16] du_2016"; what the review does not cite has no number. */
static void join_reference(struct text *text, int32_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet_reference_describe(reference, &info);
    text_join(text, ", ", "");
    if (info.number > 0)
        text_add_format(text, "[%d] ", (int)info.number);
    text_add(text, info.key);
}

void put_references(FILE *out, list_of *list, int32_t term)
{
    int32_t references[LIST_MAX];
    size_t count = members_of(list, term, references);
    struct text keys = {0};
    for (size_t i = 0; i < count; i++)
        join_reference(&keys, references[i]);
    put_said(out, "references", text_words(&keys));
    text_free(&keys);
}

void put_citations(FILE *out, list_of *list, int32_t term)
{
    int32_t references[LIST_MAX];
    size_t count = members_of(list, term, references);
    if (count > 0)
        put_part(out, "References");
    for (size_t i = 0; i < count; i++) {
        struct text lead = {0};
        join_reference(&lead, references[i]);
        wrap_format(out, WRAP_WIDTH, PART_COLUMN, INNER_COLUMN, "%s: %s", text_words(&lead),
                    smet_term_label(SMET_VOCABULARY_REFERENCE, references[i]));
        text_free(&lead);
    }
}

bool list_holds(list_of *list, int32_t term, int32_t member)
{
    int32_t members[LIST_MAX];
    size_t count = members_of(list, term, members);
    for (size_t i = 0; i < count; i++)
        if (members[i] == member)
            return true;
    return false;
}

size_t put_holders(FILE *out, const char *name, smet_vocabulary_t vocabulary, list_of *list,
                   int32_t member)
{
    size_t count = 0;
    struct text keys = {0};
    for (size_t i = 0; i < smet_term_count(vocabulary); i++) {
        int32_t term = smet_term_at(vocabulary, i);
        if (!list_holds(list, term, member))
            continue;
        text_join(&keys, ", ", smet_term_key(vocabulary, term));
        count++;
    }
    put_said(out, name, text_words(&keys));
    text_free(&keys);
    return count;
}

void put_part(FILE *out, const char *heading)
{
    putc('\n', out);
    wrap_text(out, WRAP_WIDTH, NAME_COLUMN, NAME_COLUMN, heading);
}

/* --- findings and conflicts ------------------------------------------------ */

static void describe_finding(FILE *out, int32_t finding)
{
    put_said(out, "name", smet_term_label(SMET_VOCABULARY_FINDING, finding));
    put_condition(out, "holds when", smet_finding_condition, finding);
}

static void describe_conflict(FILE *out, int32_t conflict)
{
    struct smet_conflict_info info = {.size = sizeof info};
    smet_conflict_describe(conflict, &info);
    const char *keys[LIST_MAX];
    size_t count = smet_conflict_between(conflict, keys, LIST_MAX);
    struct text between = {0};
    for (size_t i = 0; i < count && i < LIST_MAX; i++)
        text_join(&between, ", ", keys[i]);
    put_said(out, "name", info.label);
    put_said(out, "between", text_words(&between));
    put_condition(out, "when", smet_conflict_condition, conflict);
    put_said(out, "what it says", info.explanation);
    text_free(&between);
}

/* --- what belongs to no one term ------------------------------------------- */

static void heading(FILE *out, const char *text)
{
    fprintf(out, "\n%s\n\n", text);
}

static void describe_links(FILE *out)
{
    const char *before = "";
    heading(out, "Relations between fields");
    for (size_t i = 0; i < smet_link_count(); i++) {
        /* A relation of many fields may be kept as several of two. */
        const char *words = smet_link_text(i);
        if (strcmp(words, before) != 0)
            wrap_text(out, WRAP_WIDTH, NAME_COLUMN, PART_COLUMN, words);
        before = words;
    }
}

static void describe_mappings(FILE *out)
{
    heading(out, "What stands for a judgement that is not entered");
    for (size_t i = 0; i < smet_mapping_count(); i++) {
        struct smet_mapping_info info = {.size = sizeof info};
        smet_mapping_describe(i, &info);
        wrap_format(out, WRAP_WIDTH, NAME_COLUMN, PART_COLUMN, "%s: %s",
                    smet_term_key(SMET_VOCABULARY_FIELD, info.field), info.text);
    }
}

static void describe_checks(FILE *out)
{
    heading(out, "Facts that contradict each other");
    for (size_t i = 0; i < smet_check_count(); i++)
        wrap_text(out, WRAP_WIDTH, NAME_COLUMN, PART_COLUMN, smet_check_text(i));
}

void describe_relations(FILE *out)
{
    describe_links(out);
    describe_mappings(out);
    describe_checks(out);
}

/* --- all kinds ------------------------------------------------------------- */

const struct describe_kind describe_kinds[] = {
    {SMET_VOCABULARY_FIELD, "field", "Fields", describe_field, describe_field_use},
    {SMET_VOCABULARY_INSTRUMENT, "instrument", "Instruments", describe_instrument,
     describe_instrument_use},
    {SMET_VOCABULARY_FINDING, "finding", "Findings", describe_finding, NULL},
    {SMET_VOCABULARY_INTERVENTION, "intervention", "Interventions", describe_intervention,
     describe_intervention_use},
    {SMET_VOCABULARY_RULE, "rule", "Rules", describe_rule, describe_rule_use},
    {SMET_VOCABULARY_CONFLICT, "conflict", "Conflicts", describe_conflict, NULL},
    {SMET_VOCABULARY_REFERENCE, "reference", "References", describe_reference,
     describe_reference_use},
    {SMET_VOCABULARY_EVIDENCE, "evidence", "Evidence", describe_evidence, describe_evidence_use},
    {SMET_VOCABULARY_DISPUTE, "dispute", "Where sources disagree", describe_dispute,
     describe_dispute_use},
};

const size_t describe_kind_count = sizeof describe_kinds / sizeof describe_kinds[0];

void describe_title(FILE *out, const struct describe_kind *kind, int32_t term)
{
    fprintf(out, "%s (%s)\n", smet_term_key(kind->vocabulary, term), kind->name);
}
