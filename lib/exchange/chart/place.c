/*
 * Places in a text, and the members of objects that stand there.
 */
#include "base/errors.h"
#include "exchange/chart/read.h"

#include <stdio.h>
#include <string.h>

/* --- paths -------------------------------------------------------------------------------- */

enum { INDEX_ROOM = 16 };

/* The index in its brackets; empty for none. */
static size_t index_text(int index, char room[INDEX_ROOM])
{
    room[0] = '\0';
    return index < 0 ? 0 : (size_t)snprintf(room, INDEX_ROOM, "[%d]", index);
}

static size_t path_length(const struct smet__place *place)
{
    char room[INDEX_ROOM];
    size_t length = 0;
    for (; place != NULL; place = place->within)
        length += strlen(place->name) + index_text(place->index, room) + (place->within != NULL);
    return length;
}

const char *smet__path(struct smet__reading *reading, const struct smet__place *place)
{
    char room[INDEX_ROOM];
    size_t end = path_length(place);
    char *path = smet__text_room(&reading->texts, end + 1);
    if (path == NULL) {
        smet__refuse_memory(reading);
        return NULL;
    }
    path[end] = '\0';
    for (; place != NULL; place = place->within) {
        size_t digits = index_text(place->index, room), length = strlen(place->name);
        memcpy(path + (end -= digits), room, digits);
        memcpy(path + (end -= length), place->name, length);
        if (place->within != NULL)
            path[--end] = '.';
    }
    return path;
}

/* --- refusals ----------------------------------------------------------------------------- */

void smet__refuse_memory(struct smet__reading *reading)
{
    if (reading->status == SMET_OK)
        reading->status = smet__refuse(reading->error, SMET_ERROR_NO_MEMORY, SMET_FIELD_INVALID,
                                       "The system gave no memory.");
}

void smet__refuse_place(struct smet__reading *reading, const struct smet__place *place,
                        smet_status_t status, const char *what)
{
    enum { SHOWN = 160 };
    if (reading->status != SMET_OK)
        return;
    const char *path = smet__path(reading, place);
    if (path == NULL)
        return;
    size_t length = strlen(path);
    bool is_cut = length > SHOWN;
    reading->status =
        smet__refuse(reading->error, status, SMET_FIELD_INVALID, "%s%s: %s.", is_cut ? "..." : "",
                     is_cut ? path + length - SHOWN : path, what);
}

/* --- members ------------------------------------------------------------------------------ */

static const json_t *member(struct smet__reading *reading, const struct smet__place *place,
                            const json_t *json, const char *key, json_type type, const char *what)
{
    const json_t *found = json_object_get(json, key);
    if (found == NULL || json_typeof(found) == JSON_NULL)
        return NULL;
    if (json_typeof(found) == type)
        return found;
    struct smet__place at = smet__at(place, key);
    smet__refuse_place(reading, &at, SMET_ERROR_WRONG_KIND, what);
    return NULL;
}

const json_t *smet__object(struct smet__reading *reading, const struct smet__place *place,
                           const json_t *json, const char *key)
{
    return member(reading, place, json, key, JSON_OBJECT, "an object is needed");
}

const json_t *smet__list(struct smet__reading *reading, const struct smet__place *place,
                         const json_t *json, const char *key)
{
    return member(reading, place, json, key, JSON_ARRAY, "a list is needed");
}

const char *smet__string(struct smet__reading *reading, const struct smet__place *place,
                         const json_t *json, const char *key)
{
    const json_t *found = member(reading, place, json, key, JSON_STRING, "a string is needed");
    const char *text = json_string_value(found);
    return text != NULL && strlen(text) == json_string_length(found) ? text : NULL;
}

const json_t *smet__member(struct smet__reading *reading, const struct smet__place *place,
                           const json_t *list, size_t index)
{
    const json_t *found = json_array_get(list, index);
    if (json_typeof(found) == JSON_NULL)
        return NULL;
    if (json_typeof(found) == JSON_OBJECT)
        return found;
    struct smet__place at = *place;
    at.index = (int)index;
    smet__refuse_place(reading, &at, SMET_ERROR_WRONG_KIND, "an object is needed");
    return NULL;
}

int smet__code_among(struct smet__reading *reading, const struct smet__place *place,
                     const json_t *json, const char *key, const char *const *codes, int count)
{
    struct smet__place at = smet__at(place, key), list_at = smet__at(&at, "coding");
    const json_t *concept = smet__object(reading, place, json, key);
    const json_t *list = smet__list(reading, &at, concept, "coding");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *coding = smet__member(reading, &list_at, list, i);
        const char *code = smet__string(reading, &list_at, coding, "code");
        for (int c = 0; code != NULL && c < count; c++)
            if (strcmp(code, codes[c]) == 0)
                return c;
    }
    return -1;
}
