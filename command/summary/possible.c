#include "summary/possible.h"

#include <stdlib.h>
#include <string.h>

/* An answer, by the codes of the related columns. */
struct possible_slot {
    bool is_used;
    uint8_t codes[POSSIBLE_COLUMNS];
    struct value_set values;
};

/* --- sets ------------------------------------------------------------------ */

bool value_set_has(const struct value_set *set, uint8_t value)
{
    return (set->words[value / 64] >> value % 64 & 1) != 0;
}

static void add(struct value_set *set, smet_value_t value)
{
    set->words[value / 64] |= UINT64_C(1) << value % 64;
}

bool value_set_has_many(const struct value_set *set)
{
    int count = 0;
    for (size_t i = 0; i < CELL_VALUES / 64; i++)
        for (uint64_t left = set->words[i]; left != 0 && count < 2; left &= left - 1)
            count++;
    return count > 1;
}

uint8_t value_set_last(const struct value_set *set)
{
    uint8_t last = CELL_VALUES - 1;
    while (last > 0 && !value_set_has(set, last))
        last--;
    return last;
}

/* --- answers --------------------------------------------------------------- */

bool possible_begin(struct possible *possible, smet_field_t field, uint64_t related,
                    const struct columns *columns)
{
    *possible = (struct possible){.field = field, .columns = columns};
    for (size_t i = 0; i < smet_value_count(field); i++) {
        smet_value_t value = smet_value_at(field, i);
        if (value < 0 || value >= CELL_VALUES)
            return false;
        add(&possible->domain, value);
    }
    for (size_t i = 0; i < columns->count; i++) {
        if ((related >> columns->all[i].field & 1) == 0)
            continue;
        if (possible->related_count == POSSIBLE_COLUMNS)
            return false;
        possible->related[possible->related_count++] = i;
    }
    if (possible->related_count == 0)
        return true;
    possible->slots = calloc(POSSIBLE_SLOTS, sizeof *possible->slots);
    if (possible->slots == NULL)
        tool_no_memory();
    return true;
}

void possible_end(struct possible *possible)
{
    free(possible->slots);
}

/* What an assessment says of a record that has the related cells alone. */
static struct value_set work_out(const struct possible *possible, const uint8_t *codes)
{
    struct value_set values = {{0}};
    smet_value_t list[CELL_VALUES];
    smet_record *record = smet_record_new();
    if (record == NULL)
        tool_no_memory();
    for (size_t i = 0; i < possible->related_count; i++)
        if (codes[i] != CELL_UNKNOWN)
            smet_record_set(record, possible->columns->all[possible->related[i]].field, codes[i],
                            NULL);
    smet_assessment *assessment = smet_assess(record, NULL);
    if (assessment == NULL)
        tool_no_memory();
    size_t count = smet_assessment_values(assessment, possible->field, list, CELL_VALUES);
    for (size_t i = 0; i < count && i < CELL_VALUES; i++)
        add(&values, list[i]);
    smet_assessment_free(assessment);
    smet_record_free(record);
    return values;
}

static struct possible_slot *slot_of(const struct possible *possible, const uint8_t *codes)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < possible->related_count; i++)
        hash = (hash ^ codes[i]) * 16777619u;
    return &possible->slots[(hash ^ hash >> 15) % POSSIBLE_SLOTS];
}

struct value_set possible_values(struct possible *possible, size_t row)
{
    uint8_t codes[POSSIBLE_COLUMNS] = {0};
    if (possible->slots == NULL)
        return possible->domain;
    for (size_t i = 0; i < possible->related_count; i++)
        codes[i] = ((const uint8_t *)possible->columns->all[possible->related[i]].values)[row];
    struct possible_slot *slot = slot_of(possible, codes);
    if (!slot->is_used || memcmp(slot->codes, codes, sizeof codes) != 0) {
        slot->is_used = true;
        memcpy(slot->codes, codes, sizeof codes);
        slot->values = work_out(possible, codes);
    }
    return slot->values;
}
