#include "table/slips.h"

#include "describe/suggest.h"

#include <sacralmet/sacralmet.h>

#include <stdlib.h>
#include <string.h>

static const char mark[] = "\xEF\xBB\xBF";
enum { MARK = sizeof mark - 1 };

/* No field has a longer name, whatever stands around it. */
enum { NAME_MAX_LENGTH = 255 };

/* How much of a name is shown. */
enum { SHOWN_MAX = 60 };

void slips_add_name(struct text *text, struct csv_slice name)
{
    if (name.length == 0)
        text_add(text, "\"\"");
    for (size_t i = 0; i < name.length; i++) {
        char letter = name.at[i];
        bool is_control = (unsigned char)letter < ' ' || letter == 0x7F;
        text_add_bytes(text, is_control ? "?" : &letter, 1);
    }
}

/* The start of a name, cut between two letters. */
static struct csv_slice start_of(struct csv_slice name)
{
    if (name.length <= SHOWN_MAX)
        return name;
    size_t length = SHOWN_MAX;
    while (length > 0 && ((unsigned char)name.at[length] & 0xC0) == 0x80)
        length--;
    return (struct csv_slice){name.at, length};
}

static bool word_of(struct csv_slice name, char room[NAME_MAX_LENGTH + 1])
{
    if (name.length > NAME_MAX_LENGTH || memchr(name.at, '\0', name.length) != NULL)
        return false;
    memcpy(room, name.at, name.length);
    room[name.length] = '\0';
    return true;
}

/* --- a byte-order mark twice ------------------------------------------------ */

static bool has_mark(struct csv_row *header)
{
    struct csv_slice first = csv_raw(header, 0);
    size_t at = first.length > 0 && first.at[0] == '"';
    return first.length >= at + MARK && memcmp(first.at + at, mark, MARK) == 0;
}

/* --- another delimiter ------------------------------------------------------ */

/* How many parts of a line are fields, were it cut at a delimiter. */
static size_t count_fields(struct csv_slice line, char delimiter, bool *is_cut)
{
    struct csv_row row = {.delimiter = delimiter};
    size_t fields = 0;
    char room[NAME_MAX_LENGTH + 1];
    if (csv_scan(&row, line.at, line.at + line.length, CSV_ROWS_END)) {
        *is_cut = row.count > 1;
        for (size_t i = 0; i < row.count; i++)
            fields += word_of(csv_text(&row, i), room) &&
                      (smet_term_find(SMET_VOCABULARY_FIELD, room) >= 0 ||
                       suggest_field(room) != NULL);
    }
    csv_free(&row);
    return fields;
}

/* The delimiter that would give the most fields; NUL where none is likely. */
static char likely_delimiter(const struct csv_row *header)
{
    static const char usual[] = {';', '\t', ',', '|'};
    char likely = '\0';
    size_t most = 0;
    for (size_t i = 0; i < sizeof usual; i++) {
        bool is_cut = false;
        size_t fields = usual[i] == header->delimiter
                            ? 0
                            : count_fields(header->all, usual[i], &is_cut);
        if (!is_cut)
            continue;
        if (fields > most || (likely == '\0' && header->count == 1)) {
            most = fields > most ? fields : most;
            likely = usual[i];
        }
    }
    return likely;
}

/* --- names that are near ---------------------------------------------------- */

/* How many slips are named. */
enum { NAMED_MAX = 5 };

static void add_near(struct csv_row *header, struct text *near)
{
    char room[NAME_MAX_LENGTH + 1];
    size_t named = 0;
    for (size_t i = 0; i < header->count && named < NAMED_MAX; i++) {
        struct csv_slice name = csv_text(header, i);
        const char *field = word_of(name, room) ? suggest_field(room) : NULL;
        if (field == NULL)
            continue;
        named++;
        text_join(near, ", ", "\"");
        slips_add_name(near, start_of(name));
        text_add_format(near, "\" (%s?)", field);
    }
}

/* --- the reason ------------------------------------------------------------- */

void slips_explain(struct csv_row *header, struct text *reason)
{
    struct text near = {0};
    char delimiter = likely_delimiter(header);
    text_add(reason, "no column is a field, so that nothing would be known of any row");
    add_near(header, &near);
    if (has_mark(header))
        text_add(reason, "; a byte-order mark stands twice before the first name");
    else if (delimiter == '\t')
        text_add(reason, "; --delimiter tab?");
    else if (delimiter != '\0')
        text_add_format(reason, "; --delimiter '%c'?", delimiter);
    else if (near.length > 0)
        text_add_format(reason,
                        "; names are keys, in small letters and without blanks: %s",
                        text_words(&near));
    else
        text_add(reason, "; the names are those that 'sacralmet catalog' lists");
    text_free(&near);
}
