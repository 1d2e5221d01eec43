/*
 * Conditions in words.
 */
#include "base/errors.h"
#include "pathway/assessment.h"

#include <stdio.h>
#include <string.h>

struct text {
    char *at;
    size_t capacity;
    size_t length;
};

static void put(struct text *text, const char *words)
{
    size_t size = strlen(words);
    if (text->at != NULL && text->length < text->capacity) {
        size_t room = text->capacity - text->length;
        memcpy(text->at + text->length, words, size < room ? size : room);
    }
    text->length += size;
}

/* Names one member of a mask; NULL ends nothing: every member has a name. */
typedef const char *name_of(int subject, int member);

static const char *name_value(int field, int value)
{
    return smet_value_label(field, value);
}

static const char *name_band(int instrument, int band)
{
    return smet__instruments[instrument]->bands[band].key;
}

/* "a", "a or b", "a, b or c"; numbers that follow each other as "3 to 7" */
static void put_members(struct text *text, uint64_t members, name_of *name, int subject,
                        bool numbers)
{
    int first = __builtin_ctzll(members), last = 63 - __builtin_clzll(members);
    if (numbers && last > first + 1 && members >> first == smet__mask_of(last - first + 1)) {
        put(text, name(subject, first));
        put(text, " to ");
        put(text, name(subject, last));
        return;
    }
    while (members != 0) {
        int member = __builtin_ctzll(members);
        members &= members - 1;
        put(text, name(subject, member));
        if (members != 0)
            put(text, (members & (members - 1)) == 0 ? " or " : ", ");
    }
}

static void put_field(struct text *text, const struct smet_condition *condition, const char *is)
{
    const struct smet_field_row *row = &smet__fields[condition->subject];
    put(text, row->label);
    put(text, is);
    put_members(text, condition->members, name_value, condition->subject,
                row->kind == SMET_KIND_INTEGER);
}

static bool is_about_field(const struct smet_condition *condition)
{
    return condition->kind == SMET__IS || condition->kind == SMET__SIGN ||
           condition->kind == SMET__JUDGED || condition->kind == SMET__ALARM;
}

/* Whether a part needs brackets, so that its "or" is not read across its neighbors. */
static bool has_own_or(const struct smet_condition *condition)
{
    if (condition->kind == SMET__NOT)
        condition = condition->parts[0];
    return (is_about_field(condition) || condition->kind == SMET__BAND) &&
           (condition->members & (condition->members - 1)) != 0;
}

static const char *instrument_name(int instrument)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    return row->alias != NULL && strlen(row->alias) < strlen(row->label) ? row->alias : row->label;
}

static void put_condition(struct text *text, const struct smet_condition *condition, bool nested);

static void put_parts(struct text *text, const struct smet_condition *condition, bool nested)
{
    bool many = condition->part_count > 1;
    if (nested && many)
        put(text, "(");
    for (int i = 0; i < condition->part_count; i++) {
        const struct smet_condition *part = condition->parts[i];
        bool bracketed = many && has_own_or(part);
        if (i > 0)
            put(text, condition->kind == SMET__ALL ? " and " : " or ");
        put(text, bracketed ? "(" : "");
        put_condition(text, part, many);
        put(text, bracketed ? ")" : "");
    }
    if (nested && many)
        put(text, ")");
}

static void put_condition(struct text *text, const struct smet_condition *condition, bool nested)
{
    int subject = condition->subject;
    char number[16];
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALWAYS:
        put(text, "always");
        break;
    case SMET__ALL:
    case SMET__ANY:
        put_parts(text, condition, nested);
        break;
    case SMET__NOT:
        if (condition->parts[0]->kind == SMET__IS) {
            put_field(text, condition->parts[0], " is not ");
            break;
        }
        if (condition->parts[0]->kind == SMET__ENTERED) {
            put(text, smet__fields[condition->parts[0]->subject].label);
            put(text, " is not entered");
            break;
        }
        put(text, "not ");
        put_condition(text, condition->parts[0], true);
        break;
    case SMET__IS:
        put_field(text, condition, " is ");
        break;
    case SMET__SIGN:
        put_field(text, condition, " is ");
        put(text, " (even if contradicted)");
        break;
    case SMET__ALARM:
        put(text, "in a contradiction, ");
        put_field(text, condition, " is ");
        put(text, " as entered");
        break;
    case SMET__JUDGED:
        put_field(text, condition, " is ");
        put(text, ", as entered or as mapped");
        break;
    case SMET__ENTERED:
        put(text, smet__fields[subject].label);
        put(text, " is entered");
        break;
    case SMET__UNLIKE:
        put(text, smet__fields[subject].label);
        put(text, " is entered, unlike all that would be mapped in its place");
        break;
    case SMET__FINDING:
        put(text, smet__findings[subject].label);
        break;
    case SMET__BAND:
        put(text, instrument_name(subject));
        put(text, " in band ");
        put_members(text, condition->members, name_band, subject, false);
        break;
    case SMET__TOTAL:
        put(text, instrument_name(subject));
        snprintf(number, sizeof number, " of %d", __builtin_ctzll(condition->members));
        put(text, number);
        put(text, " points or more");
        break;
    case SMET__MISFIT:
        put(text, smet__fields[smet__instruments[subject]->reported].label);
        put(text, " is a total that the items cannot give");
        break;
    case SMET__RULE_FIRES:
        put(text, "rule ");
        put(text, smet__rules[subject].key);
        put(text, " fires");
        break;
    }
}

size_t smet__condition_words(const struct smet_condition *condition, char *text, size_t capacity)
{
    struct text out = {text, text == NULL ? 0 : capacity, 0};
    put_condition(&out, condition, false);
    if (out.capacity > 0)
        text[out.length < out.capacity ? out.length : out.capacity - 1] = '\0';
    return out.length;
}
