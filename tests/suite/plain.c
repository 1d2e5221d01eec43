#include "plain.h"

#include <string.h>

/* --- record.md, "Linked fields" ------------------------------------------ */

#define EXAMINED(field) {2, {SMET_FIELD_NEUROLOGICAL_EXAMINATION, field}}

const struct plain_relation plain_relations[PLAIN_RELATION_COUNT] = {
    [PLAIN_ORGANS] = {2, {SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_VISCERAL_METASTASES}},
    [PLAIN_ESCC_EPIDURAL] = {2, {SMET_FIELD_ESCC, SMET_FIELD_EPIDURAL_DISEASE}},
    [PLAIN_ESCC_ROOTS] = {2, {SMET_FIELD_ESCC, SMET_FIELD_NERVE_ROOT_COMPRESSION}},
    [PLAIN_PERFORMANCE] = {2, {SMET_FIELD_ECOG, SMET_FIELD_KARNOFSKY}},
    [PLAIN_FRANKEL_MOTOR] = {2, {SMET_FIELD_FRANKEL, SMET_FIELD_MOTOR_DEFICIT}},
    [PLAIN_FRANKEL_SENSORY] = {2, {SMET_FIELD_FRANKEL, SMET_FIELD_SENSORY_DEFICIT}},
    [PLAIN_PAIN_SCORE] = {2, {SMET_FIELD_PAIN, SMET_FIELD_PAIN_SCORE}},
    [PLAIN_PAIN_UNRELENTING] = {2, {SMET_FIELD_PAIN, SMET_FIELD_PAIN_UNRELENTING}},
    [PLAIN_COUNTS] = {3,
                      {SMET_FIELD_EXTRASPINAL_BONE_METASTASES, SMET_FIELD_SOLITARY_LESION,
                       SMET_FIELD_VERTEBRAL_METASTASES}},
    [PLAIN_OUTCOME] = {2, {SMET_FIELD_RADIOTHERAPY_OUTCOME, SMET_FIELD_PRIOR_RADIOTHERAPY}},
    [PLAIN_EXAMINED_FIRST] = EXAMINED(SMET_FIELD_FRANKEL),
    EXAMINED(SMET_FIELD_MOTOR_DEFICIT),
    EXAMINED(SMET_FIELD_SENSORY_DEFICIT),
    EXAMINED(SMET_FIELD_SEXUAL_DYSFUNCTION),
    EXAMINED(SMET_FIELD_RADICULOPATHY),
    EXAMINED(SMET_FIELD_CAUDA_EQUINA_SYNDROME),
    EXAMINED(SMET_FIELD_ACUTE_DETERIORATION),
    EXAMINED(SMET_FIELD_BLADDER),
    EXAMINED(SMET_FIELD_BOWEL),
};

/* "ECOG 0 gives 90 to 100; 1 gives 70 to 90; 2 gives 50 to 70; 3 gives 30 to 60; 4 gives 10 to
 * 40" (record.md, "ECOG to Karnofsky") */
static bool performance_agrees(smet_value_t ecog, smet_value_t karnofsky)
{
    if (ecog == SMET_ECOG_0)
        return karnofsky >= 90;
    if (ecog == SMET_ECOG_1)
        return karnofsky >= 70 && karnofsky <= 90;
    if (ecog == SMET_ECOG_2)
        return karnofsky >= 50 && karnofsky <= 70;
    if (ecog == SMET_ECOG_3)
        return karnofsky >= 30 && karnofsky <= 60;
    return karnofsky <= 40;
}

/* "extraspinal_bone_metastases 1 or more only with solitary_lesion no; 0 together with
 * vertebral_metastases 1 only with yes" */
static bool counts_agree(smet_value_t extraspinal, smet_value_t solitary, smet_value_t vertebral)
{
    if (extraspinal >= 1)
        return solitary == SMET_NO;
    if (vertebral == 1)
        return solitary == SMET_YES;
    return true;
}

/* "(none, none), (removable, treatable), (unremovable, treatable), (unremovable, untreatable)" */
static bool organs_agree(smet_value_t organs, smet_value_t visceral)
{
    if (organs == SMET_MAJOR_ORGAN_METASTASES_NONE)
        return visceral == SMET_VISCERAL_METASTASES_NONE;
    if (organs == SMET_MAJOR_ORGAN_METASTASES_REMOVABLE)
        return visceral == SMET_VISCERAL_METASTASES_TREATABLE;
    return visceral == SMET_VISCERAL_METASTASES_TREATABLE ||
           visceral == SMET_VISCERAL_METASTASES_UNTREATABLE;
}

/* What a normal examination allows a field that it answers. */
static bool is_unremarkable(smet_field_t field, smet_value_t value)
{
    if (field == SMET_FIELD_FRANKEL)
        return value == SMET_FRANKEL_E;
    if (field == SMET_FIELD_BLADDER)
        return value == SMET_BLADDER_NORMAL || value == SMET_BLADDER_OTHER_CAUSE;
    if (field == SMET_FIELD_BOWEL)
        return value == SMET_BOWEL_NORMAL || value == SMET_BOWEL_OTHER_CAUSE;
    return value == SMET_NO;
}

bool plain_holds(int relation, const struct suite_patient *patient)
{
    const smet_value_t *value = patient->value;
    switch (relation) {
    case PLAIN_ORGANS:
        return organs_agree(value[SMET_FIELD_MAJOR_ORGAN_METASTASES],
                            value[SMET_FIELD_VISCERAL_METASTASES]);
    case PLAIN_ESCC_EPIDURAL:
        return (value[SMET_FIELD_ESCC] == SMET_ESCC_0) ==
               (value[SMET_FIELD_EPIDURAL_DISEASE] == SMET_NO);
    case PLAIN_ESCC_ROOTS:
        return (value[SMET_FIELD_ESCC] != SMET_ESCC_2 && value[SMET_FIELD_ESCC] != SMET_ESCC_3) ||
               value[SMET_FIELD_NERVE_ROOT_COMPRESSION] == SMET_YES;
    case PLAIN_PERFORMANCE:
        return performance_agrees(value[SMET_FIELD_ECOG], value[SMET_FIELD_KARNOFSKY]);
    case PLAIN_FRANKEL_MOTOR:
        return value[SMET_FIELD_FRANKEL] != SMET_FRANKEL_E ||
               value[SMET_FIELD_MOTOR_DEFICIT] == SMET_NO;
    case PLAIN_FRANKEL_SENSORY:
        return value[SMET_FIELD_FRANKEL] != SMET_FRANKEL_E ||
               value[SMET_FIELD_SENSORY_DEFICIT] == SMET_NO;
    case PLAIN_PAIN_SCORE:
        return value[SMET_FIELD_PAIN] != SMET_PAIN_NONE || value[SMET_FIELD_PAIN_SCORE] == 0;
    case PLAIN_PAIN_UNRELENTING:
        return value[SMET_FIELD_PAIN] != SMET_PAIN_NONE ||
               value[SMET_FIELD_PAIN_UNRELENTING] == SMET_NO;
    case PLAIN_COUNTS:
        return counts_agree(value[SMET_FIELD_EXTRASPINAL_BONE_METASTASES],
                            value[SMET_FIELD_SOLITARY_LESION],
                            value[SMET_FIELD_VERTEBRAL_METASTASES]);
    case PLAIN_OUTCOME:
        return value[SMET_FIELD_PRIOR_RADIOTHERAPY] != SMET_PRIOR_RADIOTHERAPY_NONE;
    default:
        break;
    }
    smet_field_t answered = plain_relations[relation].field[1];
    return value[SMET_FIELD_NEUROLOGICAL_EXAMINATION] == SMET_NEUROLOGICAL_EXAMINATION_ABNORMAL ||
           is_unremarkable(answered, value[answered]);
}

static bool is_entered(const struct suite_snapshot *entered, smet_field_t field)
{
    return entered->field[field].count < smet_value_count(field);
}

/*
 * For each field of a relation, which of its values stand in a combination that
 * holds, by trying all combinations; false when none holds.
 */
static bool try_all(int which, const struct suite_snapshot *sets,
                    bool kept[3][SUITE_VALUES])
{
    const struct plain_relation *relation = &plain_relations[which];
    const struct suite_values none = {1, {0}};
    const struct suite_values *set[3] = {&none, &none, &none};
    bool any = false;
    struct suite_patient patient;
    memset(&patient, 0, sizeof patient);
    memset(kept, 0, 3 * sizeof kept[0]);
    for (int i = 0; i < relation->field_count; i++)
        set[i] = &sets->field[relation->field[i]];
    for (size_t a = 0; a < set[0]->count; a++)
        for (size_t b = 0; b < set[1]->count; b++)
            for (size_t c = 0; c < set[2]->count; c++) {
                const size_t at[3] = {a, b, c};
                for (int i = 0; i < relation->field_count; i++)
                    patient.value[relation->field[i]] = set[i]->value[at[i]];
                if (!plain_holds(which, &patient))
                    continue;
                any = true;
                for (int i = 0; i < 3; i++)
                    kept[i][at[i]] = true;
            }
    return any;
}

/* "a field is narrowed to the values that some possible value of the other allows" */
static bool narrow(int which, struct plain_linked *linked)
{
    const struct plain_relation *relation = &plain_relations[which];
    bool kept[3][SUITE_VALUES];
    bool changed = false;
    ck_assert_msg(try_all(which, &linked->possible, kept), "relation %d came to nothing", which);
    for (int i = 0; i < relation->field_count; i++) {
        struct suite_values *values = &linked->possible.field[relation->field[i]];
        size_t count = 0;
        for (size_t v = 0; v < values->count; v++)
            if (kept[i][v])
                values->value[count++] = values->value[v];
        if (count == values->count)
            continue;
        values->count = count;
        linked->derived |= SUITE_BIT(relation->field[i]);
        changed = true;
    }
    return changed;
}

static uint64_t mask_of(int which)
{
    uint64_t mask = 0;
    for (int i = 0; i < plain_relations[which].field_count; i++)
        mask |= SUITE_BIT(plain_relations[which].field[i]);
    return mask;
}

static bool takes_part(int which, const struct plain_linked *linked)
{
    if (which == PLAIN_OUTCOME && !is_entered(&linked->entered, SMET_FIELD_RADIOTHERAPY_OUTCOME))
        return false;
    return (mask_of(which) & linked->aside) == 0;
}

/* Whether no ESCC label serves both of its relations, though each can hold alone. */
static bool escc_serves_neither(const struct suite_snapshot *entered)
{
    bool with_epidural[3][SUITE_VALUES], with_roots[3][SUITE_VALUES];
    if (!try_all(PLAIN_ESCC_EPIDURAL, entered, with_epidural) ||
        !try_all(PLAIN_ESCC_ROOTS, entered, with_roots))
        return false;
    for (size_t v = 0; v < entered->field[SMET_FIELD_ESCC].count; v++)
        if (with_epidural[0][v] && with_roots[0][v])
            return false;
    return true;
}

void plain_link(const smet_record *record, struct plain_linked *linked)
{
    bool kept[3][SUITE_VALUES];
    memset(linked, 0, sizeof *linked);
    suite_read(record, &linked->entered);
    linked->possible = linked->entered;

    /* "Where a relation cannot hold for its fields as entered, it is reported as an inconsistency,
     * and none of its fields narrows, or is narrowed by, anything." */
    uint64_t aside = 0;
    bool escc = escc_serves_neither(&linked->entered);
    for (int r = 0; r < PLAIN_EXAMINED_FIRST; r++) {
        bool breaks = (r == PLAIN_ESCC_EPIDURAL || r == PLAIN_ESCC_ROOTS) && escc;
        if (!takes_part(r, linked) || (try_all(r, &linked->entered, kept) && !breaks))
            continue;
        aside |= mask_of(r);
        linked->group[linked->group_count++] = mask_of(r);
    }
    /* "neurological_examination alone is set aside where it contradicts a field that it
     * answers"; "for the examination one group" */
    uint64_t contradicted = 0;
    for (int r = PLAIN_EXAMINED_FIRST; r <= PLAIN_EXAMINED_LAST; r++)
        if (!try_all(r, &linked->entered, kept))
            contradicted |= mask_of(r);
    if (contradicted != 0) {
        aside |= SUITE_BIT(SMET_FIELD_NEUROLOGICAL_EXAMINATION);
        linked->group[linked->group_count++] = contradicted;
    }
    linked->aside = aside;
    for (smet_field_t f = 0; f < SUITE_FIELDS; f++)
        if ((aside >> f & 1) != 0)
            suite_domain(f, &linked->possible.field[f]);

    /* "again and again until nothing changes"; a relation of unknown fields says nothing. */
    for (bool changed = true; changed;) {
        changed = false;
        for (int r = 0; r < PLAIN_RELATION_COUNT; r++) {
            bool known = false;
            for (int i = 0; i < plain_relations[r].field_count; i++)
                known |= is_entered(&linked->possible, plain_relations[r].field[i]);
            if (known && takes_part(r, linked))
                changed |= narrow(r, linked);
        }
    }
}

/* --- instruments.md, 3: SINS --------------------------------------------- */

/* "junctional 3: occiput-C2, C7-T2, T11-L1, L5-S1; mobile 2: C3-C6, L2-L4; semirigid 1: T3-T10;
 * rigid 0: S2-S5" */
int plain_location(smet_value_t level)
{
    if (level <= SMET_LESION_LEVEL_C2)
        return 3;
    if (level <= SMET_LESION_LEVEL_C6)
        return 2;
    if (level <= SMET_LESION_LEVEL_T2)
        return 3;
    if (level <= SMET_LESION_LEVEL_T10)
        return 1;
    if (level <= SMET_LESION_LEVEL_L1)
        return 3;
    if (level <= SMET_LESION_LEVEL_L4)
        return 2;
    if (level <= SMET_LESION_LEVEL_S1)
        return 3;
    return 0;
}

/* "mechanical 3; occasional, not mechanical 1; none 0" */
int plain_pain(smet_value_t pain)
{
    if (pain == SMET_PAIN_MECHANICAL)
        return 3;
    return pain == SMET_PAIN_NONMECHANICAL ? 1 : 0;
}

/* "lytic 2; mixed 1; blastic 0" */
int plain_bone_lesion(smet_value_t bone_lesion)
{
    if (bone_lesion == SMET_BONE_LESION_LYTIC)
        return 2;
    return bone_lesion == SMET_BONE_LESION_MIXED ? 1 : 0;
}

/* "subluxation or translation 4; new deformity 2; normal 0" */
int plain_alignment(smet_value_t alignment)
{
    if (alignment == SMET_ALIGNMENT_SUBLUXATION)
        return 4;
    return alignment == SMET_ALIGNMENT_DEFORMITY ? 2 : 0;
}

/* "over half 3; up to half 2; no collapse with over half of the body involved 1; none of these
 * 0" */
int plain_collapse(smet_value_t collapse)
{
    if (collapse == SMET_VERTEBRAL_COLLAPSE_OVER_HALF)
        return 3;
    if (collapse == SMET_VERTEBRAL_COLLAPSE_UP_TO_HALF)
        return 2;
    return collapse == SMET_VERTEBRAL_COLLAPSE_BODY_INVOLVED_OVER_HALF ? 1 : 0;
}

/* "bilateral 3; unilateral 1; none 0" */
int plain_posterolateral(smet_value_t involvement)
{
    if (involvement == SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL)
        return 3;
    return involvement == SMET_POSTEROLATERAL_INVOLVEMENT_UNILATERAL ? 1 : 0;
}

/* --- instruments.md, 1: revised Tokuhashi score -------------------------- */

/* "10-40 poor 0; 50-70 moderate 1; 80-100 good 2" */
int plain_general_condition(smet_value_t karnofsky)
{
    if (karnofsky <= 40)
        return 0;
    return karnofsky <= 70 ? 1 : 2;
}

/* "3 or more 0; 1-2 1; none 2" */
int plain_extraspinal(smet_value_t foci)
{
    if (foci >= 3)
        return 0;
    return foci >= 1 ? 1 : 2;
}

/* "3 or more 0; 2 1; 1 2" */
int plain_vertebral(smet_value_t bodies)
{
    if (bodies >= 3)
        return 0;
    return bodies == 2 ? 1 : 2;
}

/* "unremovable 0; removable 1; none 2" */
int plain_major_organs(smet_value_t organs)
{
    if (organs == SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE)
        return 0;
    return organs == SMET_MAJOR_ORGAN_METASTASES_REMOVABLE ? 1 : 2;
}

/* "lung, osteosarcoma, stomach, bladder, esophagus, pancreas 0; liver, gallbladder, unidentified
 * 1; others 2; kidney, uterus 3; rectum 4; thyroid, breast, prostate, carcinoid 5"; "cervix is
 * scored with uterus 3" */
int plain_primary_site(smet_value_t primary)
{
    switch (primary) {
    case SMET_PRIMARY_TUMOR_LUNG:
    case SMET_PRIMARY_TUMOR_OSTEOSARCOMA:
    case SMET_PRIMARY_TUMOR_STOMACH:
    case SMET_PRIMARY_TUMOR_BLADDER:
    case SMET_PRIMARY_TUMOR_ESOPHAGUS:
    case SMET_PRIMARY_TUMOR_PANCREAS:
        return 0;
    case SMET_PRIMARY_TUMOR_LIVER:
    case SMET_PRIMARY_TUMOR_GALLBLADDER:
    case SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY:
        return 1;
    case SMET_PRIMARY_TUMOR_KIDNEY:
    case SMET_PRIMARY_TUMOR_UTERUS:
    case SMET_PRIMARY_TUMOR_CERVIX:
        return 3;
    case SMET_PRIMARY_TUMOR_RECTUM:
        return 4;
    case SMET_PRIMARY_TUMOR_THYROID:
    case SMET_PRIMARY_TUMOR_BREAST:
    case SMET_PRIMARY_TUMOR_PROSTATE:
    case SMET_PRIMARY_TUMOR_CARCINOID:
        return 5;
    default:
        return 2;
    }
}

/* "A, B complete 0; C, D incomplete 1; E none 2" */
int plain_palsy(smet_value_t frankel)
{
    if (frankel <= SMET_FRANKEL_B)
        return 0;
    return frankel <= SMET_FRANKEL_D ? 1 : 2;
}

/* --- instruments.md, 2: Tomita score ------------------------------------- */

/* "slow 1; moderate 2; rapid 4" */
int plain_growth(smet_value_t growth)
{
    if (growth == SMET_TUMOR_GROWTH_SLOW)
        return 1;
    return growth == SMET_TUMOR_GROWTH_MODERATE ? 2 : 4;
}

/* "none 0; treatable 2; untreatable 4" */
int plain_visceral(smet_value_t visceral)
{
    if (visceral == SMET_VISCERAL_METASTASES_NONE)
        return 0;
    return visceral == SMET_VISCERAL_METASTASES_TREATABLE ? 2 : 4;
}

/* "yes, solitary or isolated 1; no, multiple 2" */
int plain_bone(smet_value_t solitary)
{
    return solitary == SMET_YES ? 1 : 2;
}

/* "Listed: breast, thyroid, prostate slow; kidney, uterus moderate; lung, stomach, unknown primary
 * rapid. Placed by later literature: colon and melanoma rapid. Everything else is not
 * classified" */
smet_value_t plain_growth_class(smet_value_t primary)
{
    switch (primary) {
    case SMET_PRIMARY_TUMOR_BREAST:
    case SMET_PRIMARY_TUMOR_THYROID:
    case SMET_PRIMARY_TUMOR_PROSTATE:
        return SMET_TUMOR_GROWTH_SLOW;
    case SMET_PRIMARY_TUMOR_KIDNEY:
    case SMET_PRIMARY_TUMOR_UTERUS:
        return SMET_TUMOR_GROWTH_MODERATE;
    case SMET_PRIMARY_TUMOR_LUNG:
    case SMET_PRIMARY_TUMOR_STOMACH:
    case SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY:
    case SMET_PRIMARY_TUMOR_COLON:
    case SMET_PRIMARY_TUMOR_MELANOMA:
        return SMET_TUMOR_GROWTH_RAPID;
    default:
        return -1;
    }
}

/* --- bands --------------------------------------------------------------- */

smet_band_t plain_band(smet_instrument_t instrument, int total)
{
    switch (instrument) {
    case SMET_INSTRUMENT_TOKUHASHI_REVISED: /* "0-8", "9-11", "12-15" */
        return total <= 8    ? SMET_TOKUHASHI_REVISED_BAND_UNDER_6_MONTHS
               : total <= 11 ? SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_6_MONTHS
                             : SMET_TOKUHASHI_REVISED_BAND_AT_LEAST_12_MONTHS;
    case SMET_INSTRUMENT_TOMITA: /* "2-3", "4-5", "6-7", "8-10" */
        return total <= 3   ? SMET_TOMITA_BAND_LONG_TERM_CONTROL
               : total <= 5 ? SMET_TOMITA_BAND_MIDDLE_TERM_CONTROL
               : total <= 7 ? SMET_TOMITA_BAND_SHORT_TERM_PALLIATION
                            : SMET_TOMITA_BAND_TERMINAL_CARE;
    default: /* SINS: "0-6", "7-12", "13-18" */
        return total <= 6    ? SMET_SINS_BAND_STABLE
               : total <= 12 ? SMET_SINS_BAND_POTENTIALLY_UNSTABLE
                             : SMET_SINS_BAND_UNSTABLE;
    }
}

uint64_t plain_bands(smet_instrument_t instrument, uint64_t totals)
{
    uint64_t bands = 0;
    for (int total = 0; total < 64; total++)
        if ((totals >> total & 1) != 0)
            bands |= SUITE_BIT(plain_band(instrument, total));
    return bands;
}
