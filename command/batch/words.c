#include "batch/words.h"

_Static_assert(WORDS_SLOTS == 1 << (32 - 22), "a slot's number is the top bits of a product");

const struct word *words_keep(struct words *words, uint32_t key, const struct text *kept)
{
    if (words->count == WORDS_MAX)
        return NULL;
    size_t slot = words_slot_of(key);
    while (words->slots[slot].length != 0)
        slot = (slot + 1) % WORDS_SLOTS;
    words->slots[slot] = (struct word){key, (uint32_t)kept->length, words->text.length};
    text_add_bytes(&words->text, kept->at, kept->length);
    memset(text_room(&words->text, WORDS_STRIDE), 0, WORDS_STRIDE);
    words->longest = kept->length > words->longest ? kept->length : words->longest;
    words->count++;
    return &words->slots[slot];
}

void words_free(struct words *words)
{
    text_free(&words->text);
}
