#include "describe/suggest.h"

#include "describe/describe.h"

#include <string.h>

/* No key is longer; longer words are near none. */
enum { WORD_MAX = 64 };

/* No distance: not near at all. */
enum { FAR = 1000 };

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static bool is_sign_of_name(char letter)
{
    letter = lower(letter);
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/* Blanks and dashes count as the underscore that keys have. */
static char plain(char letter)
{
    return letter == ' ' || letter == '-' ? '_' : lower(letter);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance of two words, whatever their case. */
static size_t distance(const char *a, const char *b)
{
    size_t above[WORD_MAX + 1], length = strlen(b);
    if (length > WORD_MAX || strlen(a) > WORD_MAX)
        return FAR;
    for (size_t j = 0; j <= length; j++)
        above[j] = j;
    for (size_t i = 0; a[i] != '\0'; i++) {
        size_t diagonal = above[0];
        above[0] = i + 1;
        for (size_t j = 0; j < length; j++) {
            size_t changed = diagonal + (plain(a[i]) != plain(b[j]));
            diagonal = above[j + 1];
            above[j + 1] = least(changed, 1 + least(above[j], above[j + 1]));
        }
    }
    return above[length];
}

static bool begins_with(const char *text, const char *word)
{
    while (*word != '\0' && plain(*text) == plain(*word))
        text++, word++;
    return *word == '\0';
}

static bool holds(const char *text, const char *word)
{
    for (; *text != '\0'; text++)
        if (begins_with(text, word))
            return true;
    return false;
}

/* Keys that hold the word come behind those that are a slip away from it. */
static size_t rank(const char *word, const char *key)
{
    size_t length = strlen(word), away = distance(word, key);
    if (away <= 1 + length / 5)
        return away;
    return length >= 3 && holds(key, word) ? WORD_MAX + strlen(key) : FAR;
}

struct suggestion {
    const char *key;
    size_t rank;
};

/* Keeps the list in order, and a key that two vocabularies share once. */
static void insert(struct suggestion *list, size_t capacity, const char *key, size_t key_rank)
{
    for (size_t i = 0; i < capacity; i++) {
        if (list[i].key != NULL && strcmp(list[i].key, key) == 0)
            return;
        if (key_rank >= list[i].rank)
            continue;
        memmove(list + i + 1, list + i, (capacity - i - 1) * sizeof *list);
        list[i] = (struct suggestion){key, key_rank};
        return;
    }
}

static void insert_all(struct suggestion *list, size_t capacity, const char *word,
                       smet_vocabulary_t vocabulary)
{
    for (size_t i = 0; i < smet_term_count(vocabulary); i++) {
        const char *key = smet_term_key(vocabulary, smet_term_at(vocabulary, i));
        insert(list, capacity, key, rank(word, key));
    }
}

size_t suggest_keys(const char *word, const char **near, size_t capacity)
{
    struct suggestion list[8];
    size_t count = 0, room = least(capacity, sizeof list / sizeof list[0]);
    for (size_t i = 0; i < room; i++)
        list[i] = (struct suggestion){NULL, FAR};
    for (size_t i = 0; i < describe_kind_count; i++)
        insert_all(list, room, word, describe_kinds[i].vocabulary);
    while (count < room && list[count].key != NULL) {
        near[count] = list[count].key;
        count++;
    }
    return count;
}

/* Whether two names differ in nothing but case, blanks and signs; what is not ASCII,
 * as a byte-order mark or a blank that does not break, counts as such. */
static bool is_same_name(const char *a, const char *b)
{
    for (;;) {
        while (*a != '\0' && !is_sign_of_name(*a))
            a++;
        while (*b != '\0' && !is_sign_of_name(*b))
            b++;
        if (lower(*a) != lower(*b))
            return false;
        if (*a == '\0')
            return true;
        a++, b++;
    }
}

/* The field that a word is the key or the label of, but for how it is written. */
static const char *field_named(const char *word)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        int32_t field = smet_term_at(SMET_VOCABULARY_FIELD, i);
        const char *key = smet_term_key(SMET_VOCABULARY_FIELD, field);
        if (is_same_name(word, key) ||
            is_same_name(word, smet_term_label(SMET_VOCABULARY_FIELD, field)))
            return key;
    }
    return NULL;
}

const char *suggest_field(const char *word)
{
    const char *named = field_named(word);
    if (named != NULL)
        return named;
    struct suggestion nearest = {NULL, FAR};
    insert_all(&nearest, 1, word, SMET_VOCABULARY_FIELD);
    /* Short names are near to each other by chance. */
    return nearest.rank <= least(2, strlen(word) / 3) ? nearest.key : NULL;
}
