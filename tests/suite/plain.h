/*
 * A second, plain implementation of what the clinical authority says of linked
 * fields and instruments: chains of conditions about one patient, written from
 * record.md and instruments.md and not from the library's tables.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "suite.h"

/* --- record.md, "Linked fields": relations of the values of one patient -- */

enum {
    PLAIN_ORGANS,
    PLAIN_ESCC_EPIDURAL,
    PLAIN_ESCC_ROOTS,
    PLAIN_PERFORMANCE,
    PLAIN_FRANKEL_MOTOR,
    PLAIN_FRANKEL_SENSORY,
    PLAIN_PAIN_SCORE,
    PLAIN_PAIN_UNRELENTING,
    PLAIN_COUNTS,
    PLAIN_OUTCOME, /* only once radiotherapy_outcome is entered */
    PLAIN_EXAMINED_FIRST,
    PLAIN_EXAMINED_LAST = PLAIN_EXAMINED_FIRST + 8,
    PLAIN_RELATION_COUNT
};

struct plain_relation {
    int field_count;
    smet_field_t field[3]; /* in the order of the line */
};

extern const struct plain_relation plain_relations[PLAIN_RELATION_COUNT];

/* Whether a relation holds for a patient. Of an outcome without radiotherapy it does not. */
bool plain_holds(int relation, const struct suite_patient *patient);

/* What a record says once its links are applied. */
struct plain_linked {
    struct suite_snapshot entered;
    struct suite_snapshot possible;
    uint64_t aside;   /* mask of the fields taken as unknown because of a contradiction */
    uint64_t derived; /* mask of the fields that a link narrowed */
    size_t group_count;
    uint64_t group[PLAIN_RELATION_COUNT]; /* the contradictions: masks of their fields */
};

void plain_link(const smet_record *record, struct plain_linked *linked);

/* --- instruments.md ------------------------------------------------------ */

/* Points of the items. */
int plain_location(smet_value_t level);
int plain_pain(smet_value_t pain);
int plain_bone_lesion(smet_value_t bone_lesion);
int plain_alignment(smet_value_t alignment);
int plain_collapse(smet_value_t collapse);
int plain_posterolateral(smet_value_t involvement);

int plain_general_condition(smet_value_t karnofsky);
int plain_extraspinal(smet_value_t foci);
int plain_vertebral(smet_value_t bodies);
int plain_major_organs(smet_value_t organs);
int plain_primary_site(smet_value_t primary);
int plain_palsy(smet_value_t frankel);

int plain_growth(smet_value_t growth);
int plain_visceral(smet_value_t visceral);
int plain_bone(smet_value_t solitary);

/* Growth class of a primary; -1 where the original gives none. */
smet_value_t plain_growth_class(smet_value_t primary);

/* The band that a total lies in. */
smet_band_t plain_band(smet_instrument_t instrument, int total);

/* The mask of the bands that a mask of totals lies in. */
uint64_t plain_bands(smet_instrument_t instrument, uint64_t totals);

#endif
