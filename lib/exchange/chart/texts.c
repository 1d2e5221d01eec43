/*
 * Texts that live as long as their chart, many to one allocation.
 */
#include "exchange/chart/chart.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 2048 };

struct smet__text_block {
    struct smet__text_block *next;
    size_t used, size;
    char text[];
};

char *smet__text_room(struct smet__texts *texts, size_t size)
{
    struct smet__text_block *block = texts->blocks;
    if (block == NULL || block->size - block->used < size) {
        size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
        struct smet__text_block *made = malloc(sizeof *made + room);
        if (made == NULL)
            return NULL;
        *made = (struct smet__text_block){.next = block, .size = room};
        texts->blocks = block = made;
    }
    char *text = block->text + block->used;
    block->used += size;
    return text;
}

const char *smet__text_copy(struct smet__texts *texts, const char *text, size_t length)
{
    char *copy = smet__text_room(texts, length + 1);
    if (copy == NULL)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

void smet__texts_move(struct smet__texts *to, struct smet__texts *from)
{
    struct smet__text_block **end = &from->blocks;
    while (*end != NULL)
        end = &(*end)->next;
    *end = to->blocks;
    to->blocks = from->blocks;
    from->blocks = NULL;
}

void smet__texts_free(struct smet__texts *texts)
{
    while (texts->blocks != NULL) {
        struct smet__text_block *block = texts->blocks;
        texts->blocks = block->next;
        free(block);
    }
}

/* --- lists of names ----------------------------------------------------------------------- */

bool smet__names_add(struct smet__names *names, const char *name)
{
    if (names->count == names->room) {
        size_t room = names->room == 0 ? 4 : 2 * names->room;
        const char **of = realloc(names->of, room * sizeof *of);
        if (of == NULL)
            return false;
        names->of = of;
        names->room = room;
    }
    names->of[names->count++] = name;
    return true;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void smet__names_sort(struct smet__names *names)
{
    if (names->count > 1)
        qsort(names->of, names->count, sizeof *names->of, compare);
}

bool smet__names_have(const struct smet__names *names, const char *name)
{
    return names->count > 0 &&
           bsearch(&name, names->of, names->count, sizeof *names->of, compare) != NULL;
}

void smet__names_free(struct smet__names *names)
{
    free(names->of);
    *names = (struct smet__names){.of = NULL};
}
