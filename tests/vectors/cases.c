/*
 * The cases of the clinical authority: a table whose cells "id" and "record" are
 * the first and the third, the record as JSON.
 */
#include "entries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID = 0, RECORD = 2, COLUMNS = 6, TEXT_MAX = 4096, FILE_MAX = 1 << 20 };

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        stop("%s: cannot be opened", path);
    char *text = malloc(FILE_MAX);
    if (text == NULL)
        stop("no memory");
    size_t length = fread(text, 1, FILE_MAX, file);
    if (length == FILE_MAX || ferror(file))
        stop("%s: cannot be read, or is too long", path);
    text[length] = '\0';
    fclose(file);
    return text;
}

/* Takes the quotes off the cell at `*at`, in its place, and goes on to the next. */
static char *read_cell(char **at)
{
    char *cell = *at, *from = *at, *to = *at;
    if (*from == '"') {
        for (from++; *from != '\0' && (*from != '"' || *++from == '"'); from++)
            *to++ = *from;
    } else
        while (strchr(",\r\n", *from) == NULL)
            *to++ = *from++;
    from += *from == '\r';
    *at = from + (*from != '\0');
    *to = '\0';
    return cell;
}

static void value_text(const char *key, const json_t *value, char *text)
{
    char digits[32];
    const char *word = digits;
    if (json_is_string(value))
        word = json_string_value(value);
    else if (json_is_integer(value))
        snprintf(digits, sizeof digits, "%ld", (long)json_integer_value(value));
    else
        stop("%s: neither a string nor an integer", key);
    add_word(text, TEXT_MAX, word);
}

static void range_text(const char *key, const json_t *range, char *text)
{
    smet_field_t field = smet_term_find(SMET_VOCABULARY_FIELD, key);
    struct smet_field_info info = {.size = sizeof info};
    if (smet_field_describe(field, &info) != SMET_OK)
        stop("%s: a range of no field", key);
    const json_t *least = json_object_get(range, "min");
    const json_t *greatest = json_object_get(range, "max");
    snprintf(text, TEXT_MAX, "%d..%d",
             least != NULL ? (int)json_integer_value(least) : (int)info.minimum,
             greatest != NULL ? (int)json_integer_value(greatest) : (int)info.maximum);
}

/* What stands in "Record JSON" for a field, as text for smet_record_set_text(). */
static void fact_text(const char *key, const json_t *fact, char *text)
{
    text[0] = '\0';
    if (json_is_object(fact)) {
        range_text(key, fact, text);
        return;
    }
    if (!json_is_array(fact)) {
        value_text(key, fact, text);
        return;
    }
    for (size_t i = 0; i < json_array_size(fact); i++)
        value_text(key, json_array_get(fact, i), text);
}

static json_t *entries_of(const char *id, const char *text)
{
    json_error_t error;
    json_t *record = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(record))
        stop("%s: %s", id, record == NULL ? error.text : "the record is no object");
    json_t *entries = json_array();
    const char *key;
    json_t *fact;
    json_object_foreach(record, key, fact) {
        char room[TEXT_MAX];
        if (key[0] == '_' || json_is_null(fact))
            continue;
        fact_text(key, fact, room);
        add_entry(entries, key, room);
    }
    json_decref(record);
    return entries;
}

json_t *read_cases(const char *path)
{
    char *text = read_whole(path);
    json_t *cases = json_array();
    char *at = text;
    for (int line = 0; *at != '\0'; line++) {
        char *cell[COLUMNS];
        for (int c = 0; c < COLUMNS; c++)
            cell[c] = read_cell(&at);
        if (line == 0) {
            if (strcmp(cell[ID], "id") != 0 || strcmp(cell[RECORD], "record") != 0)
                stop("%s: not a table of cases", path);
            continue;
        }
        json_t *one = json_object();
        put(one, "id", json_string(cell[ID]));
        put(one, "record", entries_of(cell[ID], cell[RECORD]));
        append(cases, one);
    }
    free(text);
    return cases;
}
