#include "base/errors.h"
#include "exchange/json/explain.h"
#include "exchange/json/write.h"
#include "exchange/json/parse.h"
#include "exchange/record/read_value.h"
#include "exchange/json/scan.h"

#include <stdlib.h>
#include <string.h>

/* Keys that stand twice are looked for by check_duplicates(), as the caller's own may. */
static json_t *tree_of(const char *text, size_t length, json_error_t *wrong)
{
    return smet__parse(text, length, false, wrong);
}

/* The error of a parser that got no memory. */
static const json_error_t no_memory = {.position = 0};

/* Whether the parser failed at a number in a value of the caller's own. */
static bool is_own_number(const char *text, json_error_t *wrong)
{
    if (json_error_code(wrong) != json_error_numeric_overflow)
        return false;
    json_t *key = smet__scan_member(text, (size_t)wrong->position);
    if (key == NULL)
        *wrong = no_memory;
    bool is_own = smet__is_own_key(key);
    json_decref(key);
    return is_own;
}

/* Parses once more, with the caller's own numbers out of the way. */
static json_t *parse_masked(const char *text, size_t length, json_error_t *wrong)
{
    *wrong = no_memory;
    char *masked = malloc(length);
    if (masked == NULL)
        return NULL;
    memcpy(masked, text, length);
    json_t *root =
        smet__mask_own_numbers(masked, length) ? tree_of(masked, length, wrong) : NULL;
    free(masked);
    return root;
}

static smet_status_t parse(const char *text, size_t length, json_t **root,
                           struct smet_error *error)
{
    json_error_t wrong = {.position = 0};
    *root = tree_of(text, length, &wrong);
    if (*root == NULL && is_own_number(text, &wrong))
        *root = parse_masked(text, length, &wrong);
    if (*root == NULL)
        return smet__refuse_parse(text, &wrong, error);
    if (json_typeof(*root) == JSON_OBJECT)
        return SMET_OK;
    json_decref(*root);
    return smet__refuse_not_object(error);
}

/* Keys seen so far, of the record and of the member that is being walked. */
struct seen {
    bool fields[SMET__LIST_ROOM];
    bool is_own;     /* the member is the caller's own */
    bool has_min;
    bool has_max;
};

static bool see(bool *seen)
{
    bool before = *seen;
    *seen = true;
    return before;
}

/* Whether a key was seen before. Those that are no key of a record are refused elsewhere. */
static bool is_second(struct seen *seen, const json_t *key, int depth)
{
    if (depth == 1) {
        smet_field_t field = smet__field_of_key(key);
        seen->is_own = smet__is_own_key(key);
        seen->has_min = seen->has_max = false;
        return field >= 0 && see(&seen->fields[field]);
    }
    if (seen->is_own)
        return false;
    const char *word = json_string_value(key);
    return (strcmp(word, "min") == 0 && see(&seen->has_min)) ||
           (strcmp(word, "max") == 0 && see(&seen->has_max));
}

/* Refuses a key that stands twice in a text that is JSON. */
static smet_status_t check_duplicates(const char *text, size_t length, struct smet_error *error)
{
    struct seen seen = {.is_own = false};
    struct smet__scan scan = smet__scan_begin(text, length);
    while (smet__scan_next(&scan)) {
        json_t *key = smet__scan_key(&scan);
        if (key == NULL)
            return smet__refuse_no_memory(error);
        bool is_duplicate = is_second(&seen, key, scan.key_depth);
        json_decref(key);
        if (is_duplicate)
            return smet__refuse_duplicate(text, scan.key_end, error);
    }
    return SMET_OK;
}

static smet_status_t read_member(smet_record *record, const char *key, const json_t *value,
                                 struct smet_error *error)
{
    if (key[0] == '_')
        return SMET_OK;
    smet_field_t field = smet_term_find(SMET_VOCABULARY_FIELD, key);
    return field == SMET_FIELD_INVALID ? smet__refuse_unknown_key(key, strlen(key), error)
                                       : smet__read_value(record, field, value, error);
}

static smet_status_t read_members(smet_record *record, json_t *root, struct smet_error *error)
{
    for (void *m = json_object_iter(root); m != NULL; m = json_object_iter_next(root, m)) {
        smet_status_t status =
            read_member(record, json_object_iter_key(m), json_object_iter_value(m), error);
        if (status != SMET_OK)
            return status;
    }
    return SMET_OK;
}

/* Narrows a record to what a narrowed copy of it still allows, which nothing can refuse. */
static void narrow_to_copy(smet_record *record, const smet_record *copy)
{
    smet_value_t values[SMET__VALUE_ROOM];
    size_t fields = smet_term_count(SMET_VOCABULARY_FIELD);
    for (size_t i = 0; i < fields; i++) {
        smet_field_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        size_t count = smet_record_values(copy, field, values, SMET__VALUE_ROOM);
        smet_record_narrow(record, field, values, count, NULL);
    }
}

/* Reads into a copy first, so that a refused text changes nothing. */
static smet_status_t read_root(smet_record *record, json_t *root, struct smet_error *error)
{
    smet_record *copy = smet_record_copy(record);
    if (copy == NULL)
        return smet__refuse_no_memory(error);
    smet_status_t status = read_members(copy, root, error);
    if (status == SMET_OK)
        narrow_to_copy(record, copy);
    smet_record_free(copy);
    return status;
}

static smet_status_t read_text(smet_record *record, const char *text, size_t length,
                               struct smet_error *error)
{
    json_t *root = NULL;
    smet_status_t status = parse(text, length, &root, error);
    if (status != SMET_OK)
        return status;
    status = check_duplicates(text, length, error);
    if (status == SMET_OK)
        status = read_root(record, root, error);
    json_decref(root);
    return status;
}

smet_status_t smet_record_read_json(smet_record *record, const char *text, size_t length,
                                    struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    if (record == NULL || text == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID, "The %s is NULL.",
                            record == NULL ? "record" : "text");
    if (length > SMET_JSON_RECORD_MAX)
        return smet__refuse(error, SMET_ERROR_TOO_LARGE, SMET_FIELD_INVALID,
                            "The text has more than %d bytes.", SMET_JSON_RECORD_MAX);
    if (!smet__is_utf8(text, length))
        return smet__refuse_encoding(text, length, error);
    return read_text(record, text, length, error);
}
