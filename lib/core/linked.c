#include "core/linked.h"

#include "base/never.h"

#include <string.h>

bool smet__link_is_active(const struct smet_link *link, const struct smet_linked *linked)
{
    if (link->once_entered && !smet__linked_entered(linked, link->fields[0]))
        return false;
    return !smet__fields_any(linked->aside) || !smet__link_meets(link, linked->aside);
}

struct smet_fields smet__tied(struct smet_fields fields)
{
    struct smet_fields before;
    do {
        before = fields;
        for (int l = 0; l < smet__link_count; l++)
            if (smet__link_meets(&smet__links[l], fields))
                fields = smet__fields_or(fields, smet__link_fields(&smet__links[l]));
    } while (!smet__fields_equal(before, fields));
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
    smet__links_add(&linked->broken, which);
    for (int i = 0; i < (link->is_shortcut ? 1 : link->field_count); i++)
        smet__fields_add(&linked->aside, link->fields[i]);
}

/* Narrows the fields of a link; says which changed, and whether the link can hold. */
static bool narrow(const struct smet_link *link, struct smet_linked *linked,
                   struct smet_fields *changed)
{
    struct smet_values support[SMET__LINK_FIELDS];
    if (!supported(link, linked->possible, support))
        return false;
    /* What narrowed a field is a field that was narrower than its domain before. */
    struct smet_fields telling = {{0}};
    for (int i = 0; i < link->field_count; i++)
        if (!smet__values_equal(linked->possible[link->fields[i]],
                                smet__fields[link->fields[i]].domain))
            smet__fields_add(&telling, link->fields[i]);
    for (int i = 0; i < link->field_count; i++) {
        smet_field_t f = link->fields[i];
        if (smet__values_equal(support[i], linked->possible[f]))
            continue;
        linked->possible[f] = support[i];
        struct smet_fields others = smet__fields_minus(telling, smet__fields_of(f));
        linked->from[f] = smet__fields_or(linked->from[f], others);
        if (smet__fields_any(others))
            smet__fields_add(&linked->derived, f);
        smet__fields_add(changed, f);
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
    struct smet_fields changed = smet__fields_minus(linked->entered, linked->aside);
    while (smet__fields_any(changed)) {
        const struct smet_fields now = changed;
        changed = smet__fields_none();
        for (int l = 0; l < smet__link_count; l++) {
            const struct smet_link *link = &smet__links[l];
            if (!smet__link_meets(link, smet__fields_or(now, changed)) ||
                !smet__link_is_active(link, linked))
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
    linked->entered = linked->derived = smet__fields_none();
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        bool aside = smet__fields_has(linked->aside, f);
        linked->possible[f] = aside ? smet__fields[f].domain : record->entered[f];
        if (!smet__values_equal(record->entered[f], smet__fields[f].domain))
            smet__fields_add(&linked->entered, f);
    }
}

void smet__link(const struct smet_record *record, struct smet_linked *linked)
{
    linked->aside = smet__fields_none();
    linked->broken = smet__links_none();
    start(record, linked);

    /* Links that cannot hold for their fields as entered. Shortcuts are judged by the same facts,
     * so all are found before any is set aside. */
    struct smet_links broken = {{0}};
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        struct smet_values support[SMET__LINK_FIELDS];
        if (smet__link_meets(link, linked->entered) && smet__link_is_active(link, linked) &&
            !supported(link, linked->possible, support))
            smet__links_add(&broken, l);
    }
    SMET__FOR_EACH(l, broken)
        set_aside(l, linked);
    if (smet__links_any(broken))
        start(record, linked);

    /* Links that each can hold, but not together: the one that fails and those that share a field
     * with it are broken, whichever of them was tried first. */
    for (int failed = settle(linked); failed >= 0; failed = settle(linked)) {
        const struct smet_fields shared = smet__link_fields(&smet__links[failed]);
        for (int l = 0; l < smet__link_count; l++)
            /* Never: of what shares a field with a link that fails here, all was active, too. */
            if (smet__link_meets(&smet__links[l], shared) &&
                !SMET__NEVER(!smet__link_is_active(&smet__links[l], linked)))
                smet__links_add(&broken, l);
        const struct smet_links fresh = smet__links_minus(broken, linked->broken);
        SMET__FOR_EACH(l, fresh)
            set_aside(l, linked);
        start(record, linked);
    }

    /* Every field has two values or more, so one of which nothing is known is open. */
    const struct smet_fields known = smet__fields_or(linked->entered, linked->derived);
    linked->open = smet__fields_below(SMET__FIELD_COUNT);
    SMET__FOR_EACH(f, known)
        if (!smet__values_many(linked->possible[f]))
            smet__fields_drop(&linked->open, f);
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
