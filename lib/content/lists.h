/*
 * What every description of a table row needs: lists of numbers for the caller,
 * and texts that are empty rather than NULL.
 */
#ifndef SMET_CONTENT_LISTS_H
#define SMET_CONTENT_LISTS_H

#include "content/tables.h"

static inline const char *smet__or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

/* Whether a number is in a list. */
static inline bool smet__list_has(struct smet_list list, int32_t number)
{
    for (int i = 0; i < list.count; i++)
        if (list.of[i] == number)
            return true;
    return false;
}

/* Writes at most `capacity` numbers of a list; returns how many there are. */
static inline size_t smet__numbers_list(struct smet_list list, int32_t *numbers, size_t capacity)
{
    for (int i = 0; i < list.count && numbers != NULL && (size_t)i < capacity; i++)
        numbers[i] = list.of[i];
    return (size_t)list.count;
}

#endif
