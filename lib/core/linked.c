#include "core/linked.h"

#include "core/never.h"

#include <string.h>

bool smet__link_is_active(const struct smet_link *link, const struct smet_linked *linked)
{
    if (link->once_entered && !smet__linked_entered(linked, link->fields[0]))
        return false;
    return (linked->aside & link->mask) == 0;
}

uint64_t smet__tied(uint64_t fields)
{
    for (uint64_t before = 0; before != fields;) {
        before = fields;
        for (int l = 0; l < smet__link_count; l++)
            if ((smet__links[l].mask & fields) != 0)
                fields |= smet__links[l].mask;
    }
    return fields;
}

/* What a link leaves of its fields: for each, the values that some case supports. */
static bool supported(const struct smet_link *link, const struct smet_values *possible,
                      struct smet_values support[SMET__LINK_FIELDS])
{
    bool any = false;
    memset(support, 0, SMET__LINK_FIELDS * sizeof support[0]);
    for (int c = 0; c < link->case_count; c++) {
        struct smet_values kept[SMET__LINK_FIELDS];
        bool holds = true;
        for (int i = 0; i < link->field_count && holds; i++) {
            kept[i] = smet__values_and(link->cases[c].allowed[i], possible[link->fields[i]]);
            holds = !smet__values_empty(kept[i]);
        }
        if (!holds)
            continue;
        any = true;
        for (int i = 0; i < link->field_count; i++)
            support[i] = smet__values_or(support[i], kept[i]);
    }
    return any;
}

/* A link that cannot hold: its fields are taken as unknown, or its shortcut alone. */
static void set_aside(int which, struct smet_linked *linked)
{
    const struct smet_link *link = &smet__links[which];
    linked->broken |= BIT(which);
    linked->aside |= link->is_shortcut ? BIT(link->fields[0]) : link->mask;
}

/* Narrows the fields of a link; says which changed, and whether the link can hold. */
static bool narrow(const struct smet_link *link, struct smet_linked *linked, uint64_t *changed)
{
    struct smet_values support[SMET__LINK_FIELDS];
    if (!supported(link, linked->possible, support))
        return false;
    /* What narrowed a field is a field that was narrower than its domain before. */
    uint64_t telling = 0;
    for (int i = 0; i < link->field_count; i++)
        if (!smet__values_equal(linked->possible[link->fields[i]],
                                smet__fields[link->fields[i]].domain))
            telling |= BIT(link->fields[i]);
    for (int i = 0; i < link->field_count; i++) {
        smet_field_t f = link->fields[i];
        if (smet__values_equal(support[i], linked->possible[f]))
            continue;
        linked->possible[f] = support[i];
        linked->from[f] |= telling & ~BIT(f);
        *changed |= BIT(f);
    }
    return true;
}

/*
 * Narrows along the links until nothing changes. A link says something only of
 * fields that are narrower than their domain, so those alone start the work.
 * Returns the link that no longer can hold, -1 for none.
 */
static int settle(struct smet_linked *linked)
{
    uint64_t changed = linked->entered & ~linked->aside;
    while (changed != 0) {
        uint64_t now = changed;
        changed = 0;
        for (int l = 0; l < smet__link_count; l++) {
            const struct smet_link *link = &smet__links[l];
            if ((link->mask & (now | changed)) == 0 || !smet__link_is_active(link, linked))
                continue;
            if (!narrow(link, linked, &changed))
                return l;
        }
    }
    return -1;
}

static void start(const struct smet_record *record, struct smet_linked *linked)
{
    memset(linked->from, 0, sizeof linked->from);
    linked->entered = 0;
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        bool aside = (linked->aside >> f & 1) != 0;
        linked->possible[f] = aside ? smet__fields[f].domain : record->entered[f];
        if (!smet__values_equal(record->entered[f], smet__fields[f].domain))
            linked->entered |= BIT(f);
    }
}

void smet__link(const struct smet_record *record, struct smet_linked *linked)
{
    linked->aside = linked->broken = 0;
    start(record, linked);

    /* Links that cannot hold for their fields as entered. Shortcuts are judged by the same facts,
     * so all are found before any is set aside. */
    uint64_t broken = 0;
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        struct smet_values support[SMET__LINK_FIELDS];
        if ((link->mask & linked->entered) != 0 && smet__link_is_active(link, linked) &&
            !supported(link, linked->possible, support))
            broken |= BIT(l);
    }
    for (int l = 0; l < smet__link_count; l++)
        if ((broken >> l & 1) != 0)
            set_aside(l, linked);
    if (broken != 0)
        start(record, linked);

    /* Links that each can hold, but not together: the one that fails and those that share a field
     * with it are broken, whichever of them was tried first. */
    for (int failed = settle(linked); failed >= 0; failed = settle(linked)) {
        uint64_t shared = smet__links[failed].mask;
        for (int l = 0; l < smet__link_count; l++)
            /* Never: of what shares a field with a link that fails here, all was active, too. */
            if ((smet__links[l].mask & shared) != 0 &&
                !SMET__NEVER(!smet__link_is_active(&smet__links[l], linked)))
                broken |= BIT(l);
        for (int l = 0; l < smet__link_count; l++)
            if ((broken & ~linked->broken & BIT(l)) != 0)
                set_aside(l, linked);
        start(record, linked);
    }

    linked->open = linked->derived = 0;
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        if (smet__values_many(linked->possible[f]))
            linked->open |= BIT(f);
        if (linked->from[f] != 0)
            linked->derived |= BIT(f);
    }
}

const struct smet_mapping *smet__mapping_of(smet_field_t field)
{
    for (int m = 0; m < SMET__MAPPING_COUNT; m++)
        if (smet__mappings[m].field == field)
            return &smet__mappings[m];
    return NULL;
}

struct smet_values smet__mapped(const struct smet_mapping *mapping,
                                const struct smet_linked *linked, bool *varies, const char **note)
{
    struct smet_values mapped = {{0, 0}};
    *varies = false;
    *note = "";
    for (int r = 0; r < mapping->row_count; r++) {
        const struct smet_mapping_row *row = &mapping->rows[r];
        if (!smet__values_meet(row->from, linked->possible[mapping->from]))
            continue;
        if (!smet__values_empty(mapped) && !smet__values_equal(mapped, row->to))
            *varies = true;
        if (**note == '\0')
            *note = row->note;
        mapped = smet__values_or(mapped, row->to);
    }
    return mapped;
}
