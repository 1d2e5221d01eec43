/*
 * Definitions, CQL: the parts that its makers share.
 */
#include "exchange/definitions/cql_parts.h"

#include <stdio.h>
#include <string.h>

bool smet__cql_is_number(smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_field_describe(field, &info);
    return info.kind == SMET_KIND_INTEGER;
}

size_t smet__cql_link_fields(size_t link, smet_field_t fields[SMET__LIST_ROOM])
{
    return smet__held(smet_link_fields(link, fields, SMET__LIST_ROOM));
}

size_t smet__cql_case(size_t link, size_t which, size_t position,
                      smet_value_t values[SMET__VALUE_ROOM])
{
    return smet_link_case_values(link, which, position, values, SMET__VALUE_ROOM);
}

static void gather_items(struct smet__cql *cql)
{
    for (size_t i = 0; i < cql->info.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        smet_item_describe(cql->info.instrument, i, &item);
        smet__remember(cql->has_field, item.field);
        smet__remember(cql->has_field, item.mapped_from);
    }
}

/*
 * Takes in the relations that touch what is there, and their fields; whether there
 * was one. Those that speak only once a field is entered tie none of the items'
 * fields, as a test holds.
 */
static bool gather_links(struct smet__cql *cql)
{
    bool found = false;
    for (size_t link = 0; link < smet__cql_link_count(); link++) {
        smet_field_t fields[SMET__LIST_ROOM];
        size_t count = smet__cql_link_fields(link, fields);
        bool touches = false;
        for (size_t i = 0; i < count; i++)
            touches = touches || cql->has_field[fields[i]];
        if (!touches || cql->has_link[link])
            continue;
        found = cql->has_link[link] = true;
        for (size_t i = 0; i < count; i++)
            smet__remember(cql->has_field, fields[i]);
    }
    return found;
}

void smet__cql_gather(struct smet__cql *cql, struct smet__words *words,
                      smet_instrument_t instrument)
{
    *cql = (struct smet__cql){.words = words, .info = {.size = sizeof cql->info}};
    smet_instrument_describe(instrument, &cql->info);
    gather_items(cql);
    while (gather_links(cql))
        continue;
    smet__remember(cql->has_field, cql->info.reported_field);
}

smet_field_t smet__cql_next(const struct smet__cql *cql, smet_field_t field)
{
    for (field++; field < SMET__LIST_ROOM; field++)
        if (cql->has_field[field])
            return field;
    return SMET_FIELD_INVALID;
}

void smet__cql_put_link(struct smet__words *words, size_t link)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields);
    for (size_t i = 0; i < count; i++)
        smet__print(words, "%s%s", i == 0 ? "" : "+", smet__cql_key(fields[i]));
}

void smet__cql_put_comment(struct smet__words *words, const char *margin, const char *text)
{
    enum { COLUMNS = 92 };
    while (*text != '\0') {
        size_t length, next = strcspn(text, " ");
        do {
            length = next;
            next += strspn(text + next, " ");
            next += strcspn(text + next, " ");
        } while (next > length && next <= COLUMNS);
        smet__print(words, "%s%.*s\n", margin, (int)length, text);
        text += length;
        text += strspn(text, " ");
    }
}

void smet__cql_put_values(struct smet__words *words, smet_field_t field,
                          const smet_value_t *values, size_t count)
{
    const char *quote = smet__cql_is_number(field) ? "" : "'";
    smet__say(words, "{");
    for (size_t i = 0; i < count; i++)
        smet__print(words, "%s%s%s%s%s", i == 0 ? "" : ",", i % 12 == 0 && i > 0 ? "\n  " : " ",
                    quote, smet_value_key(field, values[i]), quote);
    smet__say(words, " }");
}

/* Whether the values, which rise, leave out none between them. */
static bool is_run(smet_field_t field, const smet_value_t *values, size_t count)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_field_describe(field, &info);
    return values[count - 1] - values[0] == (smet_value_t)(count - 1) * info.step;
}

void smet__cql_put_is_one_of(struct smet__words *words, smet_field_t field, const char *name,
                             const smet_value_t *values, size_t count)
{
    bool is_number = smet__cql_is_number(field);
    const char *quote = is_number ? "" : "'";
    if (count == 1) {
        smet__print(words, "%s = %s%s%s", name, quote, smet_value_key(field, values[0]), quote);
    } else if (is_number && count > 2 &&
               /* Never: what a case allows of a number leaves out none between. */
               !SMET__NEVER(!is_run(field, values, count))) {
        smet__print(words, "(%s >= %d and %s <= %d)", name, (int)values[0], name,
                    (int)values[count - 1]);
    } else {
        smet__print(words, "%s in ", name);
        smet__cql_put_values(words, field, values, count);
    }
}

/* The values of a field that are not among these; how many. */
static size_t others_of(smet_field_t field, const smet_value_t *values, size_t count,
                        smet_value_t others[SMET__VALUE_ROOM])
{
    size_t found = 0;
    for (size_t i = 0; i < smet_value_count(field); i++) {
        smet_value_t value = smet_value_at(field, i);
        bool is_one = false;
        for (size_t k = 0; k < count; k++)
            is_one = is_one || values[k] == value;
        if (!is_one)
            others[found++] = value;
    }
    return found;
}

void smet__cql_put_within(struct smet__words *words, const char *from, smet_field_t field,
                          const smet_value_t *values, size_t count)
{
    smet_value_t others[SMET__VALUE_ROOM];
    size_t left = others_of(field, values, count, others);
    if (left == 0) {
        smet__print(words, "%s.\"%s\"", from, smet__cql_key(field));
        return;
    }
    smet__print(words, "(%s.\"%s\" %s ", from, smet__cql_key(field),
                count <= left ? "intersect" : "except");
    smet__cql_put_values(words, field, count <= left ? values : others,
                         count <= left ? count : left);
    smet__say(words, ")");
}

static void put_members(const struct smet__cql *cql)
{
    const char *separator = "";
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        smet__print(cql->words, "%s\n    \"%s\" List<%s>", separator, smet__cql_key(f),
                    smet__cql_is_number(f) ? "Integer" : "String");
        separator = ",";
    }
}

void smet__cql_put_facts(const struct smet__cql *cql)
{
    smet__say(cql->words, "Tuple {");
    put_members(cql);
    smet__say(cql->words, " }");
}

void smet__cql_put_state(const struct smet__cql *cql)
{
    smet__say(cql->words, "Tuple {");
    put_members(cql);
    smet__say(cql->words, ",\n    \"set aside\" List<String> }");
}

void smet__cql_id(char id[SMET__ID_ROOM], smet_instrument_t instrument, bool reads_fhir)
{
    smet__id_of(id, smet_term_key(SMET_VOCABULARY_INSTRUMENT, instrument));
    size_t length = strlen(id);
    snprintf(id + length, SMET__ID_ROOM - length, "%s", reads_fhir ? "-FHIR" : "");
}

void smet__cql_name(char name[SMET__CODE_ROOM], smet_instrument_t instrument, bool reads_fhir)
{
    char id[SMET__ID_ROOM];
    smet__cql_id(id, instrument, reads_fhir);
    smet__name_of(name, id);
}
