/*
 * A question is hidden only where the answer to another leaves nothing to ask: the
 * relations between fields say where. While that other one is unanswered, it is
 * asked.
 *
 * What an emergency rule reads is always asked, so that an answer which contradicts
 * another one is still there to be seen.
 */
#include "exchange/definitions/enable.h"

#include "exchange/definitions/definition.h"

static bool is_alarm(smet_field_t field)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++) {
        struct smet_rule_info rule = {.size = sizeof rule};
        smet_field_t fields[SMET__LIST_ROOM];
        smet_rule_describe(smet_term_at(SMET_VOCABULARY_RULE, i), &rule);
        if (rule.verdict != SMET_VERDICT_EMERGENCY)
            continue;
        size_t count = smet__held(smet_rule_fields(rule.rule, fields, SMET__LIST_ROOM));
        for (size_t k = 0; k < count; k++)
            if (fields[k] == field)
                return true;
    }
    return false;
}

/* Whether a case of a relation allows a value of the field at a position. */
static bool allows(size_t link, size_t which, size_t position, smet_value_t value)
{
    smet_value_t values[SMET__VALUE_ROOM];
    size_t count = smet_link_case_values(link, which, position, values, SMET__VALUE_ROOM);
    for (size_t i = 0; i < count; i++)
        if (values[i] == value)
            return true;
    return false;
}

/* How many values the field at `position` has left where the one at `by` has a value. */
static size_t left(size_t link, smet_field_t field, size_t position, size_t by,
                   smet_value_t value)
{
    size_t count = 0;
    for (size_t i = 0; i < smet_value_count(field); i++) {
        bool is_left = false;
        for (size_t c = 0; c < smet_link_case_count(link) && !is_left; c++)
            is_left = allows(link, c, by, value) &&
                      allows(link, c, position, smet_value_at(field, i));
        count += is_left;
    }
    return count;
}

/*
 * Whether a relation of two fields can hide the question of the one at `position`:
 * it is answered by a shortcut, or speaks only once that field is entered.
 */
static bool can_hide(size_t link, smet_field_t field, const smet_field_t pair[2],
                     size_t *position)
{
    *position = pair[1] == field;
    if (pair[*position] != field)
        return false;
    smet_field_t other = pair[1 - *position];
    return smet_link_shortcut(link) == other ||
           (smet_link_once_entered(link) && *position == 0);
}

static json_t *condition_json(struct smet__tree *tree, smet_field_t question,
                              const char *operator)
{
    json_t *condition = json_object();
    smet__put_text(tree, condition, "question", smet_term_key(SMET_VOCABULARY_FIELD, question));
    smet__put_text(tree, condition, "operator", operator);
    return condition;
}

/* Asked while the other question is unanswered, or has an answer that leaves something to ask. */
static json_t *conditions_json(struct smet__tree *tree, size_t link, smet_field_t field,
                               size_t position, smet_field_t other)
{
    json_t *list = json_array();
    json_t *unanswered = condition_json(tree, other, "exists");
    bool is_shortcut = smet_link_shortcut(link) == other;
    smet__put_bool(tree, unanswered, "answerBoolean", false);
    smet__add(tree, list, unanswered);
    for (size_t i = 0; i < smet_value_count(other); i++) {
        smet_value_t value = smet_value_at(other, i);
        size_t count = left(link, field, position, 1 - position, value);
        if (count == 0 || (is_shortcut && count == 1))
            continue;
        json_t *condition = condition_json(tree, other, "=");
        smet__put(tree, condition, "answerCoding", smet__value_coding(tree, other, value));
        smet__add(tree, list, condition);
    }
    return list;
}

void smet__put_enable_when(struct smet__tree *tree, json_t *question, smet_field_t field)
{
    if (is_alarm(field))
        return;
    for (size_t link = 0; link < smet_link_count(); link++) {
        smet_field_t pair[2];
        size_t position;
        if (smet_link_fields(link, pair, 2) != 2 || !can_hide(link, field, pair, &position))
            continue;
        smet__put(tree, question, "enableWhen",
                  conditions_json(tree, link, field, position, pair[1 - position]));
        smet__put_text(tree, question, "enableBehavior", "any");
        return;
    }
}
