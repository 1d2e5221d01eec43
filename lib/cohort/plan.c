#include "cohort/plan.h"

#include "score/score.h"

#include <string.h>

/* --- lookups ----------------------------------------------------------- */

/* Ends a lookup whose table is filled: how far it goes, and the same as steps. */
static void finish_lookup(const struct smet_values *domain, struct smet_lookup *lookup)
{
    uint8_t before = 0;
    lookup->last = 0;
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1))
        lookup->last = v;
    lookup->blocks = lookup->last / 16 + 1;
    lookup->step_count = 0;
    for (int code = 0; code <= lookup->last + 1; code++) {
        uint8_t entry = code > lookup->last ? SMET__BAD : lookup->table[code];
        if (entry == before)
            continue;
        lookup->at[lookup->step_count] = (uint8_t)code;
        lookup->add[lookup->step_count++] = (uint8_t)(entry - before);
        before = entry;
    }
}

void smet__check_lookup(smet_field_t field, struct smet_lookup *lookup)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    memset(lookup->table, SMET__BAD, sizeof lookup->table);
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1))
        lookup->table[v] = 0;
    finish_lookup(domain, lookup);
}

/* The points of an item for one value of the field that is read. */
static uint64_t points_for(const struct smet_item_row *item, smet_field_t field, int32_t value)
{
    struct smet_values values = {{0, 0}}, mapped = {{0, 0}};
    uint64_t points = 0;
    smet__values_add(&values, value);
    if (field != item->field) {
        const struct smet_mapping *mapping = smet__mapping_of(item->field);
        for (int r = 0; r < mapping->row_count; r++)
            if (smet__values_meet(mapping->rows[r].from, values))
                mapped = smet__values_or(mapped, mapping->rows[r].to);
        values = mapped;
    }
    for (int r = 0; r < item->row_count; r++)
        if (smet__values_meet(item->rows[r].values, values))
            points |= BIT(item->rows[r].points);
    return points;
}

static uint64_t all_points(const struct smet_item_row *item)
{
    uint64_t points = 0;
    for (int r = 0; r < item->row_count; r++)
        points |= BIT(item->rows[r].points);
    return points;
}

static uint8_t least_of(uint64_t points)
{
    return (uint8_t)__builtin_ctzll(points);
}

static uint8_t greatest_of(uint64_t points)
{
    return (uint8_t)(63 - __builtin_clzll(points));
}

static void make_input(const struct smet_item_row *item, int index, smet_field_t field,
                       struct smet_input *input)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    uint64_t all = all_points(item);
    memset(input, 0, sizeof *input);
    memset(input->low.table, SMET__BAD, sizeof input->low.table);
    memset(input->high.table, SMET__BAD, sizeof input->high.table);
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        uint64_t points = points_for(item, field, v);
        input->low.table[v] = least_of(points);
        input->high.table[v] = greatest_of(points);
    }
    finish_lookup(domain, &input->low);
    finish_lookup(domain, &input->high);
    input->varies =
        memcmp(input->low.table, input->high.table, sizeof input->low.table) != 0 ? 0xFF : 0;
    input->least = least_of(all);
    input->greatest = greatest_of(all);
    input->item = (uint8_t)(1u << index);
}

/* --- which columns bear on an instrument ------------------------------- */

/* Every field that a field is tied to by links, itself included. */
static uint64_t component(uint64_t fields)
{
    for (uint64_t before = 0; before != fields;) {
        before = fields;
        for (int l = 0; l < smet__link_count; l++)
            if ((smet__links[l].mask & fields) != 0)
                fields |= smet__links[l].mask;
    }
    return fields;
}

/* Whether a link lets two of its fields have any two values together. */
static bool leaves_free(const struct smet_link *link, smet_field_t one, smet_field_t other)
{
    int at[2] = {0, 0};
    for (int i = 0; i < link->field_count; i++) {
        if (link->fields[i] == one)
            at[0] = i;
        if (link->fields[i] == other)
            at[1] = i;
    }
    const struct smet_values *domain = &smet__fields[one].domain;
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        struct smet_values others = {{0, 0}};
        for (int c = 0; c < link->case_count; c++)
            if (smet__values_has(&link->cases[c].allowed[at[0]], v))
                others = smet__values_or(others, link->cases[c].allowed[at[1]]);
        if (!smet__values_within(smet__fields[other].domain, others))
            return false;
    }
    return true;
}

/*
 * Whether the fields in use can be combined freely: no two are tied, or two are
 * by one link alone that leaves them free.
 */
static bool are_free(uint64_t used)
{
    for (uint64_t left = used; left != 0; left &= left - 1) {
        uint64_t tied = component(left & -left), together = tied & used;
        if ((together & (together - 1)) == 0)
            continue;
        uint64_t two = together & (together - 1);
        if ((two & (two - 1)) != 0)
            return false; /* more than two */
        for (int l = 0; l < smet__link_count; l++)
            if ((smet__links[l].mask & tied) != 0 &&
                (smet__links[l].mask != tied ||
                 !leaves_free(&smet__links[l], __builtin_ctzll(together), __builtin_ctzll(two))))
                return false;
    }
    return true;
}

void smet__make_plan(smet_instrument_t instrument, const struct smet_column *const *columns,
                     size_t column_count, struct smet_plan *plan)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    uint64_t given = 0, read = 0, overrides = 0;
    for (size_t c = 0; c < column_count; c++)
        given |= BIT(columns[c]->field);
    for (int i = 0; i < row->item_count; i++) {
        const struct smet_mapping *mapping = smet__mapping_of(row->items[i].field);
        read |= BIT(mapping == NULL ? row->items[i].field : mapping->from);
        if (mapping != NULL)
            overrides |= BIT(row->items[i].field);
    }
    overrides |= BIT(row->reported);
    plan->bearing = component(read | overrides);
    plan->is_plain =
        (given & overrides) == 0 && are_free((given & plan->bearing) | read);
    if (!plan->is_plain)
        return;

    struct smet_kernel_task *task = &plan->task;
    task->input_count = 0;
    task->least = task->greatest = task->missing = 0;
    for (int i = 0; i < row->item_count; i++) {
        const struct smet_item_row *item = &row->items[i];
        const struct smet_mapping *mapping = smet__mapping_of(item->field);
        smet_field_t field = mapping == NULL ? item->field : mapping->from;
        size_t c = 0;
        while (c < column_count && columns[c]->field != field)
            c++;
        if (c < column_count) {
            plan->columns[task->input_count] = (int)c;
            make_input(item, i, field, &task->inputs[task->input_count++]);
            continue;
        }
        uint64_t all = all_points(item);
        task->least = (uint8_t)(task->least + least_of(all));
        task->greatest = (uint8_t)(task->greatest + greatest_of(all));
        task->missing |= (uint8_t)(1u << i);
    }
    task->band_count = row->band_count;
    for (int b = 0; b < row->band_count; b++) {
        task->band_minimum[b] = (uint8_t)row->bands[b].minimum;
        task->band_maximum[b] = (uint8_t)row->bands[b].maximum;
    }
}
