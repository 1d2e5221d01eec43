/*
 * Answers of questionnaires: the link id of an item is the key of a field.
 */
#include "exchange/chart/read.h"
#include "exchange/shared/systems.h"

#include <string.h>

/* What answers count of a questionnaire that is not ours: its link ids may mean anything. */
enum whose { OURS, FOREIGN };

static enum whose whose_is(struct smet__source *source)
{
    static const char ours[] = SMET__CANONICAL_QUESTIONNAIRES ".";
    const char *url = smet__string(source->reading, source->place, source->json, "questionnaire");
    return url == NULL || strncmp(url, ours, sizeof ours - 1) == 0 ? OURS : FOREIGN;
}

static bool open_response(struct smet__source *source)
{
    if (source->is_open)
        return true;
    if (!smet__open(source))
        return false;
    const char *status = smet__string(source->reading, source->place, source->json, "status");
    if (status == NULL || (strcmp(status, "completed") != 0 && strcmp(status, "amended") != 0))
        smet__not_used(source, SMET_FACT_WRONG_STATUS,
                       "The questionnaire is not completed, or was entered in error.");
    smet__take_time(source, "authored");
    return source->reading->status == SMET_OK;
}

/* --- answers ------------------------------------------------------------------------------ */

/* Whether an answer is a coding of the library's own. */
static bool is_own_coding(struct smet__reading *reading, const struct smet__place *place,
                          const json_t *answer)
{
    struct smet__place at = smet__at(place, "valueCoding");
    const json_t *coding = smet__object(reading, place, answer, "valueCoding");
    const char *system = smet__string(reading, &at, coding, "system");
    return system != NULL && strcmp(system, SMET__SYSTEM_VALUES) == 0;
}

/* The answers of one item: alternatives, of which each must be a value. */
static enum smet__value_state read_answers(struct smet__source *source,
                                           const struct smet__place *place, const json_t *answers,
                                           enum whose whose, struct smet__value *value)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(place, "answer");
    enum smet__value_state all = SMET__VALUE_ABSENT;
    for (size_t i = 0; i < json_array_size(answers) && reading->status == SMET_OK; i++) {
        struct smet__place here = {place, "answer", (int)i};
        const json_t *answer = smet__member(reading, &at, answers, i);
        if (answer == NULL || (whose == FOREIGN && !is_own_coding(reading, &here, answer)))
            continue;
        enum smet__value_state state = smet__read_value_x(source, &here, answer, value);
        if (state == SMET__VALUE_WRONG)
            return state;
        if (state == SMET__VALUE_READ)
            all = state;
    }
    return all;
}

static void read_field(struct smet__source *source, const struct smet__place *place,
                       const json_t *answers, enum whose whose, const char *key)
{
    struct smet__value value = {.field = smet_term_find(SMET_VOCABULARY_FIELD, key)};
    if (value.field < 0)
        return;
    enum smet__value_state state = read_answers(source, place, answers, whose, &value);
    if (state == SMET__VALUE_ABSENT || !open_response(source))
        return;
    struct smet__place at = smet__at(place, "answer");
    struct smet__statement statement = {
        .place = &at,
        .field = value.field,
        .is_mapping = value.is_mapped,
        .note = value.is_mapped ? SMET__MAP_NOTE : "",
        .system = SMET__SYSTEM_FIELDS,
        .code = key,
    };
    if (state == SMET__VALUE_READ) {
        statement.says = value.says;
    } else {
        statement.use = SMET_FACT_UNREADABLE;
        statement.reason = value.reason;
    }
    smet__add_fact(source, &statement);
}

/* --- items -------------------------------------------------------------------------------- */

static void read_items(struct smet__source *source, const struct smet__place *place,
                       const json_t *holder, enum whose whose, int depth);

/* Items stand below items, and below answers. */
static void read_below(struct smet__source *source, const struct smet__place *place,
                       const json_t *item, const json_t *answers, enum whose whose, int depth)
{
    struct smet__place at = smet__at(place, "answer");
    read_items(source, place, item, whose, depth + 1);
    for (size_t i = 0; i < json_array_size(answers); i++) {
        struct smet__place here = {place, "answer", (int)i};
        const json_t *answer = smet__member(source->reading, &at, answers, i);
        if (answer != NULL)
            read_items(source, &here, answer, whose, depth + 1);
    }
}

static void read_item(struct smet__source *source, const struct smet__place *place,
                      const json_t *item, enum whose whose, int depth)
{
    struct smet__reading *reading = source->reading;
    const char *key = smet__string(reading, place, item, "linkId");
    const json_t *answers = smet__list(reading, place, item, "answer");
    bool is_modified = json_array_size(smet__list(reading, place, item, "modifierExtension")) > 0;
    if (key != NULL && answers != NULL && !is_modified)
        read_field(source, place, answers, whose, key);
    read_below(source, place, item, answers, whose, depth);
}

static void read_items(struct smet__source *source, const struct smet__place *place,
                       const json_t *holder, enum whose whose, int depth)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(place, "item");
    const json_t *items = smet__list(reading, place, holder, "item");
    if (items != NULL && depth >= SMET_CHART_DEPTH_MAX)
        smet__refuse_place(reading, &at, SMET_ERROR_TOO_LARGE, "items nest too deep");
    for (size_t i = 0; i < json_array_size(items) && reading->status == SMET_OK; i++) {
        struct smet__place here = {place, "item", (int)i};
        const json_t *item = smet__member(reading, &at, items, i);
        if (item != NULL)
            read_item(source, &here, item, whose, depth);
    }
}

void smet__read_response(struct smet__source *source)
{
    read_items(source, source->place, source->json, whose_is(source), 0);
}
