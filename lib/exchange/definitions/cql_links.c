/*
 * Definitions, CQL: the relations between fields.
 */
#include "exchange/definitions/cql_links.h"

#include <stdio.h>
#include <string.h>

/* Whether, when `broken` cannot hold, a field is set aside: all of its fields, or its shortcut. */
static bool sets_aside(size_t broken, smet_field_t field)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(broken, fields);
    smet_field_t shortcut = smet_link_shortcut(broken);
    if (shortcut != SMET_FIELD_INVALID)
        return shortcut == field;
    for (size_t i = 0; i < count; i++)
        if (fields[i] == field)
            return true;
    return false;
}

static bool keeps_out(size_t broken, size_t link)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields);
    for (size_t i = 0; i < count; i++)
        if (sets_aside(broken, fields[i]))
            return true;
    return false;
}

/* What asks of a relation whether it bears on something. */
typedef bool (*bearing)(size_t broken, size_t on);

/* Puts whether one of the relations that bear on something is set aside; false where none does. */
static bool put_any_aside(const struct smet__cql *cql, const char *list, bearing bears, size_t on)
{
    bool found = false;
    for (size_t link = 0; link < smet__cql_link_count(); link++) {
        if (!cql->has_link[link] || !bears(link, on))
            continue;
        smet__print(cql->words, found ? ", '" : "exists (%s intersect { '", list);
        smet__cql_put_link(cql->words, link);
        smet__say(cql->words, "'");
        found = true;
    }
    if (found)
        smet__say(cql->words, " })");
    return found;
}

void smet__cql_put_inactive(const struct smet__cql *cql, size_t link)
{
    put_any_aside(cql, "S.\"set aside\"", keeps_out, link);
}

/* --- conditions ------------------------------------------------------------ */

/* That a field may have one of the values of a case; nothing where it may have any. */
static bool put_may_be(struct smet__words *words, const char *separator, const char *from,
                       smet_field_t field, const smet_value_t *values, size_t count)
{
    if (count == smet_value_count(field))
        return false;
    smet__print(words, "%sexists ", separator);
    smet__cql_put_within(words, from, field, values, count);
    return true;
}

/* That one case of a relation can hold. Each says something, as a test holds. */
static void put_case(struct smet__words *words, size_t link, size_t which, const char *from)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields);
    const char *separator = "";
    for (size_t i = 0; i < count; i++) {
        smet_value_t values[SMET__VALUE_ROOM];
        size_t found = smet__cql_case(link, which, i, values);
        if (put_may_be(words, separator, from, fields[i], values, found))
            separator = "\n      and ";
    }
}

/* The type of what "Cases of" gives. */
static void put_case_types(struct smet__words *words, size_t link)
{
    smet__say(words, "Tuple {");
    for (size_t c = 0; c < smet_link_case_count(link); c++)
        smet__print(words, "%s case%zu Boolean", c == 0 ? "" : ",", c + 1);
    smet__say(words, " }");
}

/* --- functions ------------------------------------------------------------- */

/* Which cases of a relation can hold. */
static void write_cases(const struct smet__cql *cql, size_t link)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields);
    smet__cql_put_comment(cql->words, "// ", smet_link_text(link));
    smet__say(cql->words, "define function \"Cases of ");
    smet__cql_put_link(cql->words, link);
    smet__say(cql->words, "\"(F Tuple {");
    for (size_t i = 0; i < count; i++)
        smet__print(cql->words, "%s \"%s\" List<%s>", i == 0 ? "" : ",",
                    smet__cql_key(fields[i]),
                    smet__cql_is_number(fields[i]) ? "Integer" : "String");
    smet__say(cql->words, " }):\n  Tuple {");
    for (size_t c = 0; c < smet_link_case_count(link); c++) {
        smet__print(cql->words, "%s\n    case%zu: ", c == 0 ? "" : ",", c + 1);
        put_case(cql->words, link, c, "F");
    }
    smet__say(cql->words, " }\n\n");
}

/*
 * What the cases that can hold leave of one field: where all can, every value, as they
 * leave out none together, as a test holds.
 */
static void write_left(const struct smet__cql *cql, size_t link, size_t position,
                       smet_field_t field)
{
    smet__print(cql->words, "define function \"%s by ", smet__cql_key(field));
    smet__cql_put_link(cql->words, link);
    smet__print(cql->words, "\"(Possible List<%s>, Aside Boolean, C ",
                smet__cql_is_number(field) ? "Integer" : "String");
    put_case_types(cql->words, link);
    smet__say(cql->words, "):\n  if Aside");
    for (size_t c = 0; c < smet_link_case_count(link); c++)
        smet__print(cql->words, "%sC.case%zu", c == 0 ? " or (" : " and ", c + 1);
    smet__say(cql->words, ") then Possible\n  else Possible V\n    where ");
    for (size_t c = 0; c < smet_link_case_count(link); c++) {
        smet_value_t values[SMET__VALUE_ROOM];
        size_t count = smet__cql_case(link, c, position, values);
        smet__print(cql->words, "%s(C.case%zu", c == 0 ? "" : "\n      or ", c + 1);
        if (count < smet_value_count(field)) {
            smet__say(cql->words, " and ");
            smet__cql_put_is_one_of(cql->words, field, "V", values, count);
        }
        smet__say(cql->words, ")");
    }
    smet__say(cql->words, "\n\n");
}

static void write_link(const struct smet__cql *cql, size_t link)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields);
    write_cases(cql, link);
    for (size_t i = 0; i < count; i++)
        write_left(cql, link, i, fields[i]);
}

/* `"Cases of a+b"(Tuple { "a": S."a", "b": S."b" })` */
static void put_cases(const struct smet__cql *cql, size_t link, const char *from)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields);
    smet__say(cql->words, "\"Cases of ");
    smet__cql_put_link(cql->words, link);
    smet__say(cql->words, "\"(Tuple {");
    for (size_t i = 0; i < count; i++)
        smet__print(cql->words, "%s \"%s\": %s.\"%s\"", i == 0 ? "" : ",",
                    smet__cql_key(fields[i]), from, smet__cql_key(fields[i]));
    smet__say(cql->words, " })");
}

static void write_broken(const struct smet__cql *cql)
{
    const char *separator = "";
    smet__say(cql->words, "// The relations that cannot hold for the facts.\n"
                          "define function \"Contradictions\"(F ");
    smet__cql_put_facts(cql);
    smet__say(cql->words, "):\n  ({");
    for (size_t link = 0; link < smet__cql_link_count(); link++) {
        if (!cql->has_link[link])
            continue;
        smet__print(cql->words, "%s\n    Tuple { name: '", separator);
        smet__cql_put_link(cql->words, link);
        smet__say(cql->words, "', holds: ");
        for (size_t c = 0; c < smet_link_case_count(link); c++) {
            smet__say(cql->words, c == 0 ? "" : " or ");
            smet__say(cql->words, "(");
            put_case(cql->words, link, c, "F");
            smet__say(cql->words, ")");
        }
        smet__say(cql->words, " }");
        separator = ",";
    }
    smet__say(cql->words, " }) L\n    where not L.holds\n    return L.name\n\n");
}

static bool bears_on_field(size_t broken, size_t field)
{
    return sets_aside(broken, (smet_field_t)field);
}

static void write_set_aside(const struct smet__cql *cql)
{
    smet__say(cql->words,
              "// What contradicts is taken as unknown: all fields of a relation that cannot\n"
              "// hold, or only the field that is a shortcut for others.\n"
              "define function \"Set aside\"(F ");
    smet__cql_put_facts(cql);
    smet__say(cql->words, ", Broken List<String>):\n  Tuple {");
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        const char *key = smet__cql_key(f);
        smet__print(cql->words, "\n    \"%s\": if ", key);
        size_t mark = cql->words->length;
        if (put_any_aside(cql, "Broken", bears_on_field, (size_t)f)) {
            smet__print(cql->words, " then \"All %s\" else F.\"%s\",", key, key);
        } else if (!cql->words->has_failed) {
            cql->words->length = mark - strlen("if ");
            smet__print(cql->words, "F.\"%s\",", key);
        }
    }
    smet__say(cql->words, "\n    \"set aside\": Broken }\n\n");
}

/* What the relations before the position `last` leave of a field; the latest stands outermost. */
static void put_left(const struct smet__cql *cql, smet_field_t field, size_t last)
{
    for (size_t link = last; link-- > 0;) {
        smet_field_t fields[SMET__LIST_ROOM];
        size_t count = smet__cql_link_fields(link, fields), i = 0;
        while (i < count && fields[i] != field)
            i++;
        if (!cql->has_link[link] || i == count)
            continue;
        smet__print(cql->words, "\n      \"%s by ", smet__cql_key(field));
        smet__cql_put_link(cql->words, link);
        smet__say(cql->words, "\"(");
        put_left(cql, field, link);
        smet__say(cql->words, ",\n        ");
        smet__cql_put_inactive(cql, link);
        smet__say(cql->words, ",\n        ");
        put_cases(cql, link, "S");
        smet__say(cql->words, ")");
        return;
    }
    smet__print(cql->words, "S.\"%s\"", smet__cql_key(field));
}

static void write_round(const struct smet__cql *cql)
{
    smet__say(cql->words, "// Leaves of each field the values that the others support.\n"
                          "define function \"Round\"(S ");
    smet__cql_put_state(cql);
    smet__say(cql->words, "):\n  Tuple {");
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        smet__print(cql->words, "\n    \"%s\": ", smet__cql_key(f));
        put_left(cql, f, smet__cql_link_count());
        smet__say(cql->words, ",");
    }
    smet__say(cql->words, "\n    \"set aside\": S.\"set aside\" }\n\n");
}

/* As many rounds as there can be fields for a fact to travel through, twice; most stop at two. */
static void write_settled(const struct smet__cql *cql)
{
    size_t rounds = 0;
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f))
        rounds += 2;
    smet__say(cql->words, "define function \"Step\"(Before ");
    smet__cql_put_state(cql);
    smet__say(cql->words, ", After ");
    smet__cql_put_state(cql);
    smet__say(cql->words,
              "):\n  Tuple { state: After, done: Before = After }\n\n"
              "// Narrows again and again until nothing changes.\n"
              "define function \"Settled\"(S ");
    smet__cql_put_state(cql);
    smet__say(cql->words, "):\n  (({");
    for (size_t i = 1; i <= rounds; i++)
        smet__print(cql->words, "%s %zu", i == 1 ? "" : ",", i);
    smet__say(cql->words, " }) I\n"
                          "    aggregate R starting (\"Step\"(S, \"Round\"(S))):\n"
                          "      if R.done then R else \"Step\"(R.state, "
                          "\"Round\"(R.state))).state\n\n");
}

void smet__cql_write_links(const struct smet__cql *cql)
{
    for (size_t link = 0; link < smet__cql_link_count(); link++)
        if (cql->has_link[link])
            write_link(cql, link);
    write_broken(cql);
    write_set_aside(cql);
    write_round(cql);
    write_settled(cql);
}
