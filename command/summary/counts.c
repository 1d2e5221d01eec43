#include "summary/counts.h"

#define BIT(number) (UINT64_C(1) << (number))

/* The fields of a relation, as a mask. */
static uint64_t link_mask(size_t index)
{
    smet_field_t fields[SUMMARY_TERMS];
    uint64_t mask = 0;
    size_t count = smet_link_fields(index, fields, SUMMARY_TERMS);
    for (size_t i = 0; i < count && i < SUMMARY_TERMS; i++)
        mask |= BIT(fields[i]);
    return mask;
}

uint64_t summary_related(uint64_t fields)
{
    uint64_t before;
    do {
        before = fields;
        for (size_t i = 0; i < smet_link_count(); i++)
            if ((link_mask(i) & fields) != 0)
                fields |= link_mask(i);
    } while (fields != before);
    return fields;
}

void summary_count_members(uint64_t *counts, uint64_t set, uint64_t times)
{
    for (int i = 0; set >> i != 0; i++) {
        counts[i] += (set >> i & 1) * times;
        if (i == SUMMARY_TERMS - 1)
            break;
    }
}
