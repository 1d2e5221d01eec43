#include "cohort/plan.h"

#include "cohort/lookup.h"
#include "base/never.h"
#include "score/score.h"

#include <string.h>

/* --- lookups ----------------------------------------------------------- */

void smet__make_check_task(smet_field_t field, struct smet_kernel_task *task)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    struct smet_entries entries = {.is_good = {true}};
    int column = 0;
    memset(task, 0, sizeof *task);
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        entries.is_good[v + 1] = true;
        entries.last = v + 1;
    }
    task->input_count = 1;
    smet__make_lookups(&entries, task, &task->inputs[0]);
    smet__order_inputs(task, &column);
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

/* False where the task has no room for the item. */
static bool add_input(const struct smet_item_row *item, int index, smet_field_t field,
                      struct smet_kernel_task *task)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    struct smet_input *input = &task->inputs[task->input_count++];
    struct smet_entries entries = {.is_good = {true}};
    entries.least[0] = least_of(all_points(item));
    entries.greatest[0] = greatest_of(all_points(item));
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        uint64_t points = points_for(item, field, v);
        entries.is_good[v + 1] = true;
        entries.least[v + 1] = least_of(points);
        entries.greatest[v + 1] = greatest_of(points);
        entries.last = v + 1;
    }
    input->item = (uint8_t)(1u << index);
    return smet__make_lookups(&entries, task, input);
}

/* --- which columns bear on an instrument ------------------------------- */

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
static bool are_free(struct smet_fields used)
{
    SMET__FOR_EACH(field, used) {
        const struct smet_fields tied = smet__tied(smet__fields_of(field));
        struct smet_fields others = smet__fields_and(tied, used);
        smet__fields_drop(&others, field);
        if (!smet__fields_any(others))
            continue;
        if (smet__fields_many(others))
            return false; /* more than two */
        for (int l = 0; l < smet__link_count; l++)
            if (smet__link_meets(&smet__links[l], tied) &&
                (!smet__fields_equal(smet__link_fields(&smet__links[l]), tied) ||
                 !leaves_free(&smet__links[l], field, smet__fields_first(others))))
                return false;
    }
    return true;
}

static bool make_bands(const struct smet_instrument_row *row, int greatest,
                       struct smet_kernel_task *task)
{
    uint8_t minimum[SMET__BANDS_MAX], maximum[SMET__BANDS_MAX];
    for (int b = 0; b < row->band_count; b++) {
        minimum[b] = (uint8_t)row->bands[b].minimum;
        maximum[b] = (uint8_t)row->bands[b].maximum;
    }
    return smet__make_band_lookup(minimum, maximum, row->band_count, greatest, task);
}

/* Fills the task of a plan; false where the kernel has no room for the instrument. */
static bool make_task(const struct smet_instrument_row *row,
                      const struct smet_column *const *columns, size_t column_count,
                      struct smet_plan *plan)
{
    struct smet_kernel_task *task = &plan->task;
    int greatest = 0;
    task->input_count = task->step_count = 0;
    task->least = task->greatest = task->missing = 0;
    for (int i = 0; i < row->item_count; i++) {
        const struct smet_item_row *item = &row->items[i];
        const struct smet_mapping *mapping = smet__mapping_of(item->field);
        smet_field_t field = mapping == NULL ? item->field : mapping->from;
        uint64_t all = all_points(item);
        size_t c = 0;
        greatest += greatest_of(all);
        while (c < column_count && columns[c]->field != field)
            c++;
        if (c < column_count) {
            plan->columns[task->input_count] = (int)c;
            /* Never: the kernel has room for each instrument. */
            if (SMET__NEVER(!add_input(item, i, field, task)))
                return false;
            continue;
        }
        task->least = (uint8_t)(task->least + least_of(all));
        task->greatest = (uint8_t)(task->greatest + greatest_of(all));
        task->missing |= (uint8_t)(1u << i);
    }
    smet__order_inputs(task, plan->columns);
    return make_bands(row, greatest, task);
}

void smet__make_plan(smet_instrument_t instrument, const struct smet_column *const *columns,
                     size_t column_count, struct smet_plan *plan)
{
    const struct smet_instrument_row *row = smet__instruments[instrument];
    struct smet_fields given = {{0}}, read = {{0}}, overrides = {{0}};
    bool has_sets = false;
    for (size_t c = 0; c < column_count; c++) {
        smet__fields_add(&given, columns[c]->field);
        has_sets |= columns[c]->set_count > 0;
    }
    for (int i = 0; i < row->item_count; i++) {
        const struct smet_mapping *mapping = smet__mapping_of(row->items[i].field);
        smet__fields_add(&read, mapping == NULL ? row->items[i].field : mapping->from);
        if (mapping != NULL)
            smet__fields_add(&overrides, row->items[i].field);
    }
    smet__fields_add(&overrides, row->reported);
    const struct smet_fields tied = smet__tied(smet__fields_or(read, overrides));
    plan->is_plain = !has_sets && !smet__fields_meet(given, overrides) &&
                     are_free(smet__fields_or(smet__fields_and(given, tied), read));
    if (plan->is_plain)
        plan->is_plain = make_task(row, columns, column_count, plan);
}
