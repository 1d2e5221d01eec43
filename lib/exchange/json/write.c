#include "exchange/json/write.h"

#include <sacralmet/version.h>

#include <string.h>

void smet__put(struct smet__tree *tree, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        tree->has_failed = true;
}

void smet__add(struct smet__tree *tree, json_t *list, json_t *value)
{
    if (json_array_append_new(list, value) != 0)
        /* A tree is never NULL; an array in it is compared with NULL, which is taken for that. */
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
        tree->has_failed = true;
}

json_t *smet__text(const char *text)
{
    return text == NULL ? json_null() : json_string(text);
}

void smet__put_text(struct smet__tree *tree, json_t *object, const char *key, const char *text)
{
    smet__put(tree, object, key, smet__text(text));
}

void smet__put_number(struct smet__tree *tree, json_t *object, const char *key, int64_t number)
{
    smet__put(tree, object, key, json_integer(number));
}

void smet__put_bool(struct smet__tree *tree, json_t *object, const char *key, bool yes)
{
    smet__put(tree, object, key, json_boolean(yes));
}

void smet__put_term(struct smet__tree *tree, json_t *object, const char *key,
                    smet_vocabulary_t vocabulary, int32_t term)
{
    smet__put_text(tree, object, key, smet_term_key(vocabulary, term));
}

json_t *smet__terms(struct smet__tree *tree, smet_vocabulary_t vocabulary, const int32_t *terms,
                    size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, smet__text(smet_term_key(vocabulary, terms[i])));
    return list;
}

json_t *smet__bits(struct smet__tree *tree, uint64_t mask)
{
    json_t *list = json_array();
    for (int32_t bit = 0; bit < 64; bit++)
        if ((mask >> bit & 1) != 0)
            smet__add(tree, list, json_integer(bit));
    return list;
}

json_t *smet__value_keys(struct smet__tree *tree, smet_field_t field, const smet_value_t *values,
                         size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, smet__text(smet_value_key(field, values[i])));
    return list;
}

json_t *smet__texts(struct smet__tree *tree, const char *const *texts, size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        smet__add(tree, list, smet__text(texts[i]));
    return list;
}

/* The keys that a lister gives; marks in `named`, where there is one, each of its terms. */
static json_t *list_terms(struct smet__tree *tree, smet_vocabulary_t vocabulary,
                          smet__lister lister, int32_t of, bool *named)
{
    int32_t terms[SMET__LIST_ROOM];
    size_t count = smet__held(lister(of, terms, SMET__LIST_ROOM));
    for (size_t i = 0; i < count && named != NULL; i++)
        smet__remember(named, terms[i]);
    return smet__terms(tree, vocabulary, terms, count);
}

json_t *smet__listed(struct smet__tree *tree, smet_vocabulary_t vocabulary, smet__lister lister,
                     int32_t of)
{
    return list_terms(tree, vocabulary, lister, of, NULL);
}

json_t *smet__reference_keys(struct smet__tree *tree, smet__lister lister, int32_t of)
{
    return list_terms(tree, SMET_VOCABULARY_REFERENCE, lister, of, tree->references);
}

json_t *smet__evidence_keys(struct smet__tree *tree, smet__lister lister, int32_t of)
{
    return list_terms(tree, SMET_VOCABULARY_EVIDENCE, lister, of, tree->evidence);
}

json_t *smet__between_json(struct smet__tree *tree, smet_conflict_t conflict)
{
    const char *keys[SMET__LIST_ROOM];
    size_t count = smet__held(smet_conflict_between(conflict, keys, SMET__LIST_ROOM));
    return smet__texts(tree, keys, count);
}

json_t *smet__each(struct smet__tree *tree, smet_vocabulary_t vocabulary, smet__maker make)
{
    json_t *all = json_array();
    size_t count = smet_term_count(vocabulary);
    for (size_t i = 0; i < count; i++)
        smet__add(tree, all, make(tree, smet_term_at(vocabulary, i)));
    return all;
}

json_t *smet__versions_json(struct smet__tree *tree)
{
    json_t *versions = json_object();
    smet__put_text(tree, versions, "release", smet_version());
    smet__put_text(tree, versions, "abi", smet_abi_version());
    smet__put_text(tree, versions, "content", smet_content_version());
    smet__put_text(tree, versions, "digest", smet_content_digest());
    return versions;
}

/* The caller's buffer, and how long the text is so far. */
struct buffer {
    char *text;
    size_t capacity;
    size_t length;
};

/* Keeps of each piece what fits, so that a cut text is the beginning of the whole. */
static int append(const char *piece, size_t size, void *data)
{
    struct buffer *buffer = data;
    if (buffer->length < buffer->capacity) {
        size_t room = buffer->capacity - buffer->length;
        memcpy(buffer->text + buffer->length, piece, size < room ? size : room);
    }
    buffer->length += size;
    return 0;
}

size_t smet__write_nothing(char *text, size_t capacity)
{
    if (text != NULL && capacity > 0)
        text[0] = '\0';
    return 0;
}

size_t smet__finish(struct smet__tree *tree, json_t *root, int32_t style, char *text,
                    size_t capacity)
{
    struct buffer buffer = {text, text == NULL ? 0 : capacity, 0};
    size_t flags = style == SMET_JSON_INDENTED ? JSON_INDENT(2) : JSON_COMPACT;
    bool is_whole =
        !tree->has_failed && json_dump_callback(root, append, &buffer, flags) == 0;
    json_decref(root);
    if (!is_whole)
        return smet__write_nothing(text, capacity);
    if (buffer.capacity > 0)
        text[buffer.length < buffer.capacity ? buffer.length : buffer.capacity - 1] = '\0';
    return buffer.length;
}
