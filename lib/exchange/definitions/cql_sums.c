/*
 * Definitions, CQL: points of items, their sums, and bands.
 */
#include "exchange/definitions/cql_sums.h"
#include "exchange/definitions/cql_links.h"

#include <stdio.h>

/* A case of a relation that totals are summed within. */
struct within {
    size_t link;
    size_t which;
    const struct within *outer;
};

static const struct smet_mapping_info *mapping_of(smet_field_t field,
                                                  struct smet_mapping_info *info, size_t *index)
{
    for (*index = 0; *index < smet_mapping_count(); (*index)++) {
        *info = (struct smet_mapping_info){.size = sizeof *info};
        smet_mapping_describe(*index, info);
        if (info->field == field)
            return info;
    }
    return NULL;
}

/* --- tables ---------------------------------------------------------------- */

/* One row of points; its integers leave out none between them, as a test holds. */
static void put_row(const struct smet__cql *cql, const struct smet_item_info *item, size_t index,
                    size_t row, const char **separator)
{
    struct smet_points_info info = {.size = sizeof info};
    smet_value_t values[SMET__VALUE_ROOM];
    smet_points_describe(cql->info.instrument, index, row, &info);
    size_t count =
        smet_points_values(cql->info.instrument, index, row, values, SMET__VALUE_ROOM);
    if (!smet__cql_is_number(item->field)) {
        smet__print(cql->words, "%s\n  Tuple { points: %d, keys: ", *separator,
                    (int)info.points);
        smet__cql_put_values(cql->words, item->field, values, count);
        smet__say(cql->words, " }");
        *separator = ",";
        return;
    }
    smet__print(cql->words, "%s\n  Tuple { points: %d, low: %d, high: %d }", *separator,
                (int)info.points, (int)values[0], (int)values[count - 1]);
    *separator = ",";
}

static void write_points(const struct smet__cql *cql)
{
    for (size_t i = 0; i < cql->info.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        const char *separator = "";
        smet_item_describe(cql->info.instrument, i, &item);
        smet__print(cql->words, "// Points of: %s.\ndefine \"Points of %s\": {", item.label,
                    item.key);
        for (size_t row = 0; row < item.row_count; row++)
            put_row(cql, &item, i, row, &separator);
        smet__say(cql->words, " }\n\n");
    }
}

static void write_bands(const struct smet__cql *cql)
{
    smet__say(cql->words, "define \"All bands\": {");
    for (size_t i = 0; i < cql->info.band_count; i++) {
        struct smet_band_info band = {.size = sizeof band};
        smet_band_describe(cql->info.instrument, (smet_band_t)i, &band);
        smet__print(cql->words, "%s\n  Tuple { band: '%s', low: %d, high: %d }",
                    i == 0 ? "" : ",", band.key, (int)band.minimum, (int)band.maximum);
    }
    smet__say(cql->words, " }\n\n");
}

static void write_mapping(const struct smet__cql *cql, size_t index,
                          const struct smet_mapping_info *info)
{
    const char *key = smet__cql_key(info->field);
    smet__cql_put_comment(cql->words, "// ", info->text);
    smet__print(cql->words, "define \"Mapping to %s\": {", key);
    for (size_t row = 0; row < info->row_count; row++) {
        smet_value_t values[SMET__VALUE_ROOM];
        smet__say(cql->words, row == 0 ? "\n  Tuple { others: " : ",\n  Tuple { others: ");
        size_t count = smet_mapping_row(index, row, 0, values, SMET__VALUE_ROOM);
        smet__cql_put_values(cql->words, info->from, values, count);
        smet__say(cql->words, ", own: ");
        count = smet_mapping_row(index, row, 1, values, SMET__VALUE_ROOM);
        smet__cql_put_values(cql->words, info->field, values, count);
        smet__say(cql->words, " }");
    }
    smet__print(cql->words,
                " }\n\n// An override, while it is entered; else what is mapped.\n"
                "define function \"Used %s\"(Own List<String>, Others List<String>):\n"
                "  if Count(Own) < %zu then Own\n"
                "  else distinct flatten (\"Mapping to %s\" R\n"
                "    where exists (R.others intersect Others)\n"
                "    return all R.own)\n\n",
                key, smet_value_count(info->field), key);
}

static void write_mappings(const struct smet__cql *cql)
{
    for (size_t i = 0; i < cql->info.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        struct smet_mapping_info info;
        size_t index;
        smet_item_describe(cql->info.instrument, i, &item);
        if (mapping_of(item.field, &info, &index) != NULL)
            write_mapping(cql, index, &info);
    }
}

/* --- totals ---------------------------------------------------------------- */

/* The case of a relation that a field is in; NULL where it is in none. */
static const struct within *case_of(smet_field_t field, const struct within *within,
                                    size_t *position)
{
    const struct within *found = NULL;
    for (; within != NULL; within = within->outer) {
        smet_field_t fields[SMET__LIST_ROOM];
        size_t count = smet__cql_link_fields(within->link, fields);
        for (size_t i = 0; i < count; i++)
            if (fields[i] == field) {
                *position = i;
                found = within;
            }
    }
    return found;
}

/*
 * The possible values of a field, within the cases that are given. A field is in one
 * of them at most, as a test holds.
 */
static void put_possible(const struct smet__cql *cql, smet_field_t field,
                         const struct within *within)
{
    smet_value_t values[SMET__VALUE_ROOM];
    size_t position = 0;
    const struct within *found = case_of(field, within, &position);
    if (found == NULL)
        smet__print(cql->words, "S.\"%s\"", smet__cql_key(field));
    else
        smet__cql_put_within(cql->words, "S", field, values,
                             smet__cql_case(found->link, found->which, position, values));
}

static void put_item_points(const struct smet__cql *cql, size_t index,
                            const struct within *within)
{
    struct smet_item_info item = {.size = sizeof item};
    struct smet_mapping_info mapping;
    size_t at;
    smet_item_describe(cql->info.instrument, index, &item);
    smet__print(cql->words, "\"Points of %s\"(\"Points of %s\", ",
                smet__cql_is_number(item.field) ? "a number" : "an option", item.key);
    if (mapping_of(item.field, &mapping, &at) != NULL) {
        smet__print(cql->words, "\"Used %s\"(", smet__cql_key(item.field));
        put_possible(cql, item.field, within);
        smet__say(cql->words, ", ");
        put_possible(cql, mapping.from, within);
        smet__say(cql->words, ")");
    } else {
        put_possible(cql, item.field, within);
    }
    smet__say(cql->words, ")");
}

static bool is_read(const struct smet__cql *cql, smet_field_t field)
{
    for (size_t i = 0; i < cql->info.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        smet_item_describe(cql->info.instrument, i, &item);
        if (item.field == field)
            return true;
    }
    return false;
}

/* Whether a relation ties two items to each other. */
static bool ties(const struct smet__cql *cql, size_t link)
{
    smet_field_t fields[SMET__LIST_ROOM];
    size_t count = smet__cql_link_fields(link, fields), read = 0;
    for (size_t i = 0; i < count; i++)
        read += is_read(cql, fields[i]);
    return cql->has_link[link] && read > 1;
}

/* Whether an item is tied to another. */
static bool is_tied(const struct smet__cql *cql, size_t index)
{
    struct smet_item_info item = {.size = sizeof item};
    smet_item_describe(cql->info.instrument, index, &item);
    for (size_t link = 0; link < smet__cql_link_count(); link++) {
        smet_field_t fields[SMET__LIST_ROOM];
        size_t count = smet__cql_link_fields(link, fields);
        for (size_t i = 0; i < count; i++)
            if (fields[i] == item.field && ties(cql, link))
                return true;
    }
    return false;
}

/* The sums of the points of the items that are tied, or of those that are not. */
static void put_sum(const struct smet__cql *cql, bool tied, const struct within *within)
{
    for (size_t i = 0; i < cql->info.item_count; i++)
        if (is_tied(cql, i) == tied)
            smet__say(cql->words, "\"Sums\"(");
    smet__say(cql->words, "{ 0 }");
    for (size_t i = 0; i < cql->info.item_count; i++) {
        if (is_tied(cql, i) != tied)
            continue;
        smet__say(cql->words, ",\n      ");
        put_item_points(cql, i, within);
        smet__say(cql->words, ")");
    }
}

/* The totals of the items that are tied, case by case. */
static void put_tied(const struct smet__cql *cql, size_t link, const struct within *within)
{
    while (link < smet__cql_link_count() && !ties(cql, link))
        link++;
    if (link == smet__cql_link_count()) {
        put_sum(cql, true, within);
        return;
    }
    smet__say(cql->words, "if ");
    smet__cql_put_inactive(cql, link);
    smet__say(cql->words, " then\n      ");
    put_tied(cql, link + 1, within);
    smet__say(cql->words, "\n    else distinct flatten {");
    for (size_t c = 0; c < smet_link_case_count(link); c++) {
        const struct within inner = {link, c, within};
        smet_field_t fields[SMET__LIST_ROOM];
        size_t count = smet__cql_link_fields(link, fields);
        smet__say(cql->words, c == 0 ? "\n    if " : ",\n    if ");
        for (size_t i = 0; i < count; i++) {
            smet__say(cql->words, i == 0 ? "exists " : " and exists ");
            put_possible(cql, fields[i], &inner);
        }
        smet__say(cql->words, " then\n      ");
        put_tied(cql, link + 1, &inner);
        smet__say(cql->words, "\n    else List<Integer>{}");
    }
    smet__say(cql->words, " }");
}

static void put_totals(const struct smet__cql *cql)
{
    bool has_tie = false;
    for (size_t link = 0; link < smet__cql_link_count(); link++)
        has_tie = has_tie || ties(cql, link);
    if (has_tie)
        smet__say(cql->words, "\"Sums\"(");
    put_sum(cql, false, NULL);
    if (has_tie) {
        smet__say(cql->words, ",\n    ");
        put_tied(cql, 0, NULL);
        smet__say(cql->words, ")");
    }
}

static void write_helpers(const struct smet__cql *cql)
{
    smet__say(
        cql->words,
        "define function \"Points of an option\"(\n"
        "    Rows List<Tuple { points Integer, keys List<String> }>, Possible List<String>):\n"
        "  Rows R where exists (R.keys intersect Possible) return R.points\n\n"
        "define function \"Points of a number\"(\n"
        "    Rows List<Tuple { points Integer, low Integer, high Integer }>,\n"
        "    Possible List<Integer>):\n"
        "  Rows R\n"
        "    where if Min(Possible) >= R.low and Min(Possible) <= R.high then true\n"
        "      else if Max(Possible) >= R.low and Max(Possible) <= R.high then true\n"
        "      else exists (Possible X where X >= R.low and X <= R.high)\n"
        "    return R.points\n\n"
        "define function \"Sums\"(Some List<Integer>, Others List<Integer>):\n"
        "  from Some A, Others B return A + B\n\n");
}

static void write_totals(const struct smet__cql *cql)
{
    const char *separator = "";
    smet__say(cql->words,
              "// False where relations that hold one by one do not hold together: then there "
              "is\n// no answer.\n"
              "define function \"Is possible\"(S ");
    smet__cql_put_state(cql);
    smet__say(cql->words, "):\n  ");
    for (smet_field_t f = smet__cql_next(cql, -1); f >= 0; f = smet__cql_next(cql, f)) {
        smet__print(cql->words, "%sexists S.\"%s\"", separator, smet__cql_key(f));
        separator = "\n    and ";
    }
    smet__say(cql->words, "\n\n// Every total that some possible patient has.\n"
                          "define function \"Totals of the items\"(S ");
    smet__cql_put_state(cql);
    smet__say(cql->words, "):\n  if not \"Is possible\"(S) then List<Integer>{}\n  else\n    ");
    put_totals(cql);
    smet__say(cql->words, "\n\n");
}

static void write_answer(const struct smet__cql *cql)
{
    smet__say(
        cql->words,
        "// A total that stands in the chart narrows them, where it fits.\n"
        "define function \"Narrowed\"(Totals List<Integer>, Reported List<Integer>):\n"
        "  if exists (Totals intersect Reported) then Totals intersect Reported else Totals\n\n"
        "define function \"Bands of\"(Totals List<Integer>):\n"
        "  \"All bands\" B where exists (Totals X where X >= B.low and X <= B.high)\n"
        "    return B.band\n\n"
        "define function \"Answer\"(\n"
        "    Totals List<Integer>, Bands List<String>, Aside List<String>):\n"
        "  Tuple {\n"
        "    \"minimum\": Min(Totals),\n"
        "    \"maximum\": Max(Totals),\n"
        "    \"totals\": Totals X sort asc,\n"
        "    \"complete\": Count(Totals) = 1,\n"
        "    \"bands\": Bands,\n"
        "    \"decided\": Count(Bands) = 1,\n"
        "    \"contradictions\": Aside }\n\n"
        "define function \"Answer\"(Totals List<Integer>, Aside List<String>):\n"
        "  \"Answer\"(Totals, \"Bands of\"(Totals), Aside)\n\n");
}

void smet__cql_write_sums(const struct smet__cql *cql)
{
    write_points(cql);
    write_bands(cql);
    write_mappings(cql);
    write_helpers(cql);
    write_totals(cql);
    write_answer(cql);
}
