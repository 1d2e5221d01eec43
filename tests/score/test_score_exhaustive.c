/*
 * The scores against plain enumeration: every item with each of its values,
 * unknown, and narrowed to each pair of its values; the wanted totals are those
 * of all complete patients, one by one.
 *
 * test_score.c has the same domains against sums of sets, and sets larger than
 * pairs. Where the product of all values is too large, it goes over
 * representatives of each row of points, and over each value or pair once beside
 * them; the tests say where.
 */
#include "cohort.h"
#include "plain.h"
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- axes: a field and the sets that it goes through --------------------- */

enum { AXES_MAX = 12, UNKNOWN_GROWTH = -1 };

struct axis {
    smet_field_t field;
    int (*points)(smet_value_t value); /* NULL: the field gives no points itself */
    size_t count;
    struct suite_values *sets;
};

static struct axis axis_of(smet_field_t field, int (*points)(smet_value_t value))
{
    return (struct axis){field, points, 0, NULL};
}

static void add(struct axis *axis, const struct suite_values *set)
{
    axis->sets = realloc(axis->sets, (axis->count + 1) * sizeof *axis->sets);
    expect(axis->sets != NULL, "no memory");
    axis->sets[axis->count++] = *set;
}

/* The listed values, or all that the field has. */
static struct suite_values listed(smet_field_t field, const char *list)
{
    struct suite_values values = {0, {0}};
    if (list == NULL)
        suite_domain(field, &values);
    else
        for (char *end; *list != '\0'; list = end + (*end == ' '))
            values.value[values.count++] = (smet_value_t)strtol(list, &end, 10);
    return values;
}

static void add_unknown(struct axis *axis)
{
    struct suite_values all;
    suite_domain(axis->field, &all);
    add(axis, &all);
}

static void add_singles(struct axis *axis, const char *list)
{
    struct suite_values values = listed(axis->field, list);
    for (size_t i = 0; i < values.count; i++)
        add(axis, &(struct suite_values){1, {values.value[i]}});
}

static void add_pairs(struct axis *axis, const char *list)
{
    struct suite_values values = listed(axis->field, list);
    for (size_t i = 0; i < values.count; i++)
        for (size_t j = i + 1; j < values.count; j++)
            add(axis, &(struct suite_values){2, {values.value[i], values.value[j]}});
}

static void free_axes(struct axis *axes, int count)
{
    for (int i = 0; i < count; i++)
        free(axes[i].sets);
}

/* --- all patients -------------------------------------------------------- */

struct product {
    smet_instrument_t instrument;
    int axis_count;
    struct axis *axes;
    int points[AXES_MAX][SUITE_VALUES];         /* of each axis's values */
    uint64_t relations[AXES_MAX];               /* those whose last field the axis is */
    const struct suite_values *chosen[AXES_MAX];
    bool growth_is_open; /* the clinician's class is not entered: that of the primary counts */
    struct suite_patient patient;
    uint64_t totals;
    size_t records, contradictions;
};

static uint64_t fields_of(int relation)
{
    uint64_t mask = 0;
    for (int i = 0; i < plain_relations[relation].field_count; i++)
        mask |= SUITE_BIT(plain_relations[relation].field[i]);
    return mask;
}

static void prepare(struct product *product)
{
    uint64_t known = 0;
    for (int a = 0; a < product->axis_count; a++) {
        const struct axis *axis = &product->axes[a];
        struct suite_values all;
        suite_domain(axis->field, &all);
        for (size_t i = 0; i < all.count; i++)
            product->points[a][all.value[i]] =
                axis->points == NULL ? 0 : axis->points(all.value[i]);
        known |= SUITE_BIT(axis->field);
        product->relations[a] = 0;
        for (int r = 0; r < PLAIN_RELATION_COUNT; r++)
            if ((fields_of(r) & ~known) == 0 && (fields_of(r) >> axis->field & 1) != 0)
                product->relations[a] |= SUITE_BIT(r);
    }
}

/* Whether the patient's values up to an axis can be those of one patient. */
static bool is_someone(const struct product *product, int axis, uint64_t aside)
{
    for (int r = 0; product->relations[axis] >> r != 0; r++)
        if ((product->relations[axis] >> r & 1) != 0 && (fields_of(r) & aside) == 0 &&
            !plain_holds(r, &product->patient))
            return false;
    /* "growth: the clinician's class where entered, else that of the primary" */
    if (product->axes[axis].field != SMET_FIELD_TUMOR_GROWTH || !product->growth_is_open)
        return true;
    smet_value_t class = plain_growth_class(product->patient.value[SMET_FIELD_PRIMARY_TUMOR]);
    return class == UNKNOWN_GROWTH || class == product->patient.value[SMET_FIELD_TUMOR_GROWTH];
}

static void visit(struct product *product, int axis, int total, uint64_t aside)
{
    if (axis == product->axis_count) {
        product->totals |= SUITE_BIT(total);
        return;
    }
    const struct suite_values *set = product->chosen[axis];
    for (size_t i = 0; i < set->count; i++) {
        product->patient.value[product->axes[axis].field] = set->value[i];
        if (is_someone(product, axis, aside))
            visit(product, axis + 1, total + product->points[axis][set->value[i]], aside);
    }
}

/* Where no patient has such facts, the fields that contradict each other are taken as unknown. */
static void visit_without_contradictions(struct product *product, const smet_record *record)
{
    struct plain_linked linked;
    const struct suite_values *chosen[AXES_MAX];
    memcpy(chosen, product->chosen, sizeof chosen);
    plain_link(record, &linked);
    expect(linked.group_count > 0, "no patient, and no contradiction");
    for (int a = 0; a < product->axis_count; a++)
        product->chosen[a] = &linked.possible.field[product->axes[a].field];
    visit(product, 0, 0, linked.aside);
    memcpy(product->chosen, chosen, sizeof chosen);
    product->contradictions++;
}

static bool is_one(uint64_t mask)
{
    return (mask & (mask - 1)) == 0;
}

static void check(struct product *product, const smet_record *record)
{
    struct smet_score score = {.size = sizeof score};
    product->totals = 0;
    visit(product, 0, 0, 0);
    if (product->totals == 0)
        visit_without_contradictions(product, record);
    const uint64_t totals = product->totals;
    const uint64_t bands = plain_bands(product->instrument, totals);
    expect(smet_record_score(record, product->instrument, &score, NULL) == SMET_OK, "not scored");
    expect(score.totals == totals && totals != 0, "totals %llx, not %llx",
           (unsigned long long)score.totals, (unsigned long long)totals);
    expect((totals & (SUITE_BIT(score.minimum) - 1)) == 0 && (totals >> score.minimum & 1) != 0,
           "minimum %d of %llx", (int)score.minimum, (unsigned long long)totals);
    expect(totals >> score.maximum == 1, "maximum %d of %llx", (int)score.maximum,
           (unsigned long long)totals);
    expect(score.bands == bands, "bands %llx, not %llx", (unsigned long long)score.bands,
           (unsigned long long)bands);
    expect(score.is_complete == is_one(totals) && score.is_decided == is_one(bands),
           "complete %d, decided %d", (int)score.is_complete, (int)score.is_decided);
    product->records++;
}

static void go_over(struct product *product, int axis, const smet_record *so_far)
{
    if (axis == product->axis_count) {
        check(product, so_far);
        return;
    }
    const struct axis *of = &product->axes[axis];
    for (size_t s = 0; s < of->count; s++) {
        smet_record *record = smet_record_copy(so_far);
        suite_narrow(record, of->field, &of->sets[s]);
        product->chosen[axis] = &of->sets[s];
        if (of->field == SMET_FIELD_TUMOR_GROWTH)
            product->growth_is_open = smet_record_is_entered(record, of->field) == 0;
        go_over(product, axis + 1, record);
        smet_record_free(record);
    }
}

/* How many records were compared; `contradictions` gets how many of them no patient has. */
static size_t compare(smet_instrument_t instrument, struct axis *axes, int count,
                      size_t *contradictions)
{
    struct product product = {.instrument = instrument, .axis_count = count, .axes = axes};
    expect(count <= AXES_MAX, "%d axes", count);
    prepare(&product);
    smet_record *record = smet_record_new();
    go_over(&product, 0, record);
    smet_record_free(record);
    free_axes(axes, count);
    *contradictions = product.contradictions;
    printf("%zu records of %s compared\n", product.records,
           smet_term_key(SMET_VOCABULARY_INSTRUMENT, instrument));
    fflush(stdout);
    return product.records;
}

/* The same where all facts go together. */
static size_t compare_free(smet_instrument_t instrument, struct axis *axes, int count)
{
    size_t contradictions;
    size_t records = compare(instrument, axes, count, &contradictions);
    ck_assert_uint_eq(contradictions, 0);
    return records;
}

/* --- SINS ---------------------------------------------------------------- */

enum { SINS_ITEMS = 6, TOKUHASHI_ITEMS = 6 };

static void sins_axes(struct axis axes[SINS_ITEMS])
{
    axes[0] = axis_of(SMET_FIELD_LESION_LEVEL, plain_location);
    axes[1] = axis_of(SMET_FIELD_PAIN, plain_pain);
    axes[2] = axis_of(SMET_FIELD_BONE_LESION, plain_bone_lesion);
    axes[3] = axis_of(SMET_FIELD_ALIGNMENT, plain_alignment);
    axes[4] = axis_of(SMET_FIELD_VERTEBRAL_COLLAPSE, plain_collapse);
    axes[5] = axis_of(SMET_FIELD_POSTEROLATERAL_INVOLVEMENT, plain_posterolateral);
}

/* Each value or unknown, all combinations: 31 * 4 * 4 * 4 * 5 * 4. */
START_TEST(sins_each_value_or_unknown)
{
    struct axis axes[SINS_ITEMS];
    sins_axes(axes);
    for (int i = 0; i < SINS_ITEMS; i++) {
        add_singles(&axes[i], NULL);
        add_unknown(&axes[i]);
    }
    ck_assert_uint_eq(compare_free(SMET_INSTRUMENT_SINS, axes, SINS_ITEMS), 39680);
}
END_TEST

/* Each pair of values of every item, all combinations: 435 * 3 * 3 * 3 * 6 * 3. */
START_TEST(sins_each_pair)
{
    struct axis axes[SINS_ITEMS];
    sins_axes(axes);
    for (int i = 0; i < SINS_ITEMS; i++)
        add_pairs(&axes[i], NULL);
    ck_assert_uint_eq(compare_free(SMET_INSTRUMENT_SINS, axes, SINS_ITEMS), 211410);
}
END_TEST

/* Each value, unknown or pair mixed, all combinations; of the levels one each of junctional,
 * mobile, semirigid and rigid: (4 + 1 + 6) * 7 * 7 * 7 * 11 * 7. */
START_TEST(sins_values_unknowns_and_pairs_mixed)
{
    struct axis axes[SINS_ITEMS];
    sins_axes(axes);
    for (int i = 0; i < SINS_ITEMS; i++) {
        char levels[32];
        snprintf(levels, sizeof levels, "%d %d %d %d", SMET_LESION_LEVEL_T5, SMET_LESION_LEVEL_L3,
                 SMET_LESION_LEVEL_S1, SMET_LESION_LEVEL_S2);
        const char *list = i == 0 ? levels : NULL;
        add_singles(&axes[i], list);
        add_unknown(&axes[i]);
        add_pairs(&axes[i], list);
    }
    ck_assert_uint_eq(compare_free(SMET_INSTRUMENT_SINS, axes, SINS_ITEMS), 290521);
}
END_TEST

/* --- Tomita -------------------------------------------------------------- */

/* Each value, unknown or pair of the primary, the clinician's growth class, the visceral
 * metastases and the solitary lesion, mixed, all combinations: (26 + 1 + 325) * 7 * 7 * 3. A
 * solitary lesion of either kind is unknown. */
START_TEST(tomita_values_unknowns_and_pairs_mixed)
{
    struct axis axes[] = {
        axis_of(SMET_FIELD_PRIMARY_TUMOR, NULL),
        axis_of(SMET_FIELD_TUMOR_GROWTH, plain_growth),
        axis_of(SMET_FIELD_VISCERAL_METASTASES, plain_visceral),
        axis_of(SMET_FIELD_SOLITARY_LESION, plain_bone),
    };
    for (size_t i = 0; i < COUNT_OF(axes); i++) {
        add_singles(&axes[i], NULL);
        add_pairs(&axes[i], NULL);
        if (axes[i].field != SMET_FIELD_SOLITARY_LESION)
            add_unknown(&axes[i]);
    }
    ck_assert_uint_eq(compare_free(SMET_INSTRUMENT_TOMITA, axes, COUNT_OF(axes)), 51744);
}
END_TEST

/* --- revised Tokuhashi --------------------------------------------------- */

enum { EXTRASPINAL, VERTEBRAL, KARNOFSKY, ORGANS, PRIMARY, FRANKEL };

static void tokuhashi_axes(struct axis axes[TOKUHASHI_ITEMS])
{
    axes[EXTRASPINAL] = axis_of(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, plain_extraspinal);
    axes[VERTEBRAL] = axis_of(SMET_FIELD_VERTEBRAL_METASTASES, plain_vertebral);
    axes[KARNOFSKY] = axis_of(SMET_FIELD_KARNOFSKY, plain_general_condition);
    axes[ORGANS] = axis_of(SMET_FIELD_MAJOR_ORGAN_METASTASES, plain_major_organs);
    axes[PRIMARY] = axis_of(SMET_FIELD_PRIMARY_TUMOR, plain_primary_site);
    axes[FRANKEL] = axis_of(SMET_FIELD_FRANKEL, plain_palsy);
}

/* Both edges of each row of points; of the organs and the Frankel grades, all values. */
static void representatives(int axis, char list[64])
{
    switch (axis) {
    case EXTRASPINAL:
        snprintf(list, 64, "0 1 2 3 99");
        break;
    case VERTEBRAL:
        snprintf(list, 64, "1 2 3 30");
        break;
    case KARNOFSKY:
        snprintf(list, 64, "10 40 50 70 80 100");
        break;
    case PRIMARY: /* 0 to 5 points; two with 2 */
        snprintf(list, 64, "%d %d %d %d %d %d %d", SMET_PRIMARY_TUMOR_LUNG,
                 SMET_PRIMARY_TUMOR_LIVER, SMET_PRIMARY_TUMOR_COLON, SMET_PRIMARY_TUMOR_OTHER,
                 SMET_PRIMARY_TUMOR_KIDNEY, SMET_PRIMARY_TUMOR_RECTUM, SMET_PRIMARY_TUMOR_BREAST);
        break;
    default:
        list[0] = '\0';
        break;
    }
}

static void add_representatives(struct axis *axis, int which,
                                void (*add_sets)(struct axis *axis, const char *list))
{
    char list[64];
    representatives(which, list);
    add_sets(axis, list[0] == '\0' ? NULL : list);
}

/* Each representative or unknown, all combinations: 6 * 5 * 7 * 4 * 8 * 6. */
START_TEST(tokuhashi_each_representative_or_unknown)
{
    struct axis axes[TOKUHASHI_ITEMS];
    tokuhashi_axes(axes);
    for (int i = 0; i < TOKUHASHI_ITEMS; i++) {
        add_representatives(&axes[i], i, add_singles);
        add_unknown(&axes[i]);
    }
    ck_assert_uint_eq(
        compare_free(SMET_INSTRUMENT_TOKUHASHI_REVISED, axes, TOKUHASHI_ITEMS), 40320);
}
END_TEST

/* Each pair of representatives, all combinations: 10 * 6 * 15 * 3 * 21 * 10. */
START_TEST(tokuhashi_each_pair_of_representatives)
{
    struct axis axes[TOKUHASHI_ITEMS];
    tokuhashi_axes(axes);
    for (int i = 0; i < TOKUHASHI_ITEMS; i++)
        add_representatives(&axes[i], i, add_pairs);
    ck_assert_uint_eq(
        compare_free(SMET_INSTRUMENT_TOKUHASHI_REVISED, axes, TOKUHASHI_ITEMS), 567000);
}
END_TEST

/* Each value and each pair of one item, beside each value and each pair of two others; the rest
 * as one complete patient. The other items and their representatives are as above. */
START_TEST(tokuhashi_each_value_and_pair_of_each_item)
{
    static const size_t wanted[TOKUHASHI_ITEMS] = {
        /* (values + pairs) of the item, then of the representatives of the two others */
        (100 + 4950) * (4 + 6) * (6 + 15), (30 + 435) * (6 + 15) * (3 + 3),
        (10 + 45) * (3 + 3) * (7 + 21),    (3 + 3) * (7 + 21) * (5 + 10),
        (26 + 325) * (5 + 10) * (5 + 10),  (5 + 10) * (5 + 10) * (4 + 6),
    };
    struct axis axes[TOKUHASHI_ITEMS];
    tokuhashi_axes(axes);
    add_singles(&axes[_i], NULL);
    add_pairs(&axes[_i], NULL);
    for (int beside = 1; beside < TOKUHASHI_ITEMS; beside++) {
        int i = (_i + beside) % TOKUHASHI_ITEMS;
        if (beside < 3) {
            add_representatives(&axes[i], i, add_singles);
            add_representatives(&axes[i], i, add_pairs);
        } else {
            struct suite_values all;
            suite_domain(axes[i].field, &all);
            add(&axes[i], &(struct suite_values){1, {all.value[all.count / 2]}});
        }
    }
    ck_assert_uint_eq(
        compare_free(SMET_INSTRUMENT_TOKUHASHI_REVISED, axes, TOKUHASHI_ITEMS), wanted[_i]);
}
END_TEST

/* Every value or unknown of every item, all 22 million combinations, through the columns, which
 * give the least and the greatest total, the bands and the open items. */
static void check_rows(const struct cohort *counts, const smet_value_t value[4],
                       const struct smet_score_arrays *output)
{
    static int (*const points[4])(smet_value_t value) = {plain_general_condition,
                                                         plain_major_organs, plain_primary_site,
                                                         plain_palsy};
    static const int greatest[4] = {2, 2, 5, 2};
    /* Items of the answer: general condition, extraspinal, vertebral, organs, primary, palsy. */
    static const int position[4] = {0, 3, 4, 5};
    int least = 0, most = 0, open = 0;
    for (int i = 0; i < 4; i++) {
        bool known = value[i] != COHORT_UNKNOWN;
        least += known ? points[i](value[i]) : 0;
        most += known ? points[i](value[i]) : greatest[i];
        open |= known ? 0 : 1 << position[i];
    }
    for (size_t r = 0; r < counts->rows; r++) {
        int e = counts->cells[0][r], v = counts->cells[1][r];
        int low = least + (e == COHORT_UNKNOWN ? 0 : plain_extraspinal(e)) +
                  (v == COHORT_UNKNOWN ? 0 : plain_vertebral(v));
        int high = most + (e == COHORT_UNKNOWN ? 2 : plain_extraspinal(e)) +
                   (v == COHORT_UNKNOWN ? 2 : plain_vertebral(v));
        int missing =
            open | (e == COHORT_UNKNOWN ? 1 << 1 : 0) | (v == COHORT_UNKNOWN ? 1 << 2 : 0);
        /* Points of every item but the primary are 0, 1, 2; those of the primary 0 to 5: no total
         * between the least and the greatest is left out. */
        uint64_t totals = (SUITE_BIT(high + 1) - 1) & ~(SUITE_BIT(low) - 1);
        expect(output->status[r] == SMET_ROW_GOOD && output->minimum[r] == low &&
                   output->maximum[r] == high && output->missing[r] == missing &&
                   output->bands[r] == plain_bands(SMET_INSTRUMENT_TOKUHASHI_REVISED, totals),
               "row %zu: %d to %d, not %d to %d", r, output->minimum[r], output->maximum[r], low,
               high);
    }
}

START_TEST(tokuhashi_each_value_or_unknown_in_columns)
{
    const struct cohort_axis of[] = {cohort_axis(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, NULL),
                                     cohort_axis(SMET_FIELD_VERTEBRAL_METASTASES, NULL)};
    const struct cohort_axis others[4] = {
        cohort_axis(SMET_FIELD_KARNOFSKY, NULL),
        cohort_axis(SMET_FIELD_MAJOR_ORGAN_METASTASES, NULL),
        cohort_axis(SMET_FIELD_PRIMARY_TUMOR, NULL), cohort_axis(SMET_FIELD_FRANKEL, NULL)};
    struct cohort counts = cohort_product(of, COUNT_OF(of));
    struct smet_column columns[6];
    const struct smet_column *list[6];
    uint8_t *block[9];
    for (size_t i = 0; i < COUNT_OF(block); i++)
        block[i] = malloc(counts.rows);
    cohort_bytes(&counts, columns);
    for (int i = 0; i < 4; i++)
        columns[2 + i] = (struct smet_column){.size = sizeof columns[0], .field = others[i].field,
                                              .element = SMET_ELEMENT_UINT8, .has_unknown = 1,
                                              .unknown = COHORT_UNKNOWN, .values = block[i]};
    for (int i = 0; i < 6; i++)
        list[i] = &columns[i];
    const struct smet_score_arrays output = {.size = sizeof output, .minimum = block[4],
                                             .maximum = block[5], .bands = block[6],
                                             .missing = block[7], .status = block[8]};
    size_t rows = 0;
    int at[4];
    for (at[0] = 0; at[0] < others[0].count; at[0]++)
    for (at[1] = 0; at[1] < others[1].count; at[1]++)
    for (at[2] = 0; at[2] < others[2].count; at[2]++)
    for (at[3] = 0; at[3] < others[3].count; at[3]++) {
        smet_value_t value[4];
        for (int i = 0; i < 4; i++) {
            value[i] = others[i].values[at[i]];
            memset(block[i], value[i], counts.rows);
        }
        expect(smet_score_columns(SMET_INSTRUMENT_TOKUHASHI_REVISED, list, 6, counts.rows,
                                  &output, NULL) == SMET_OK, "not scored");
        check_rows(&counts, value, &output);
        rows += counts.rows;
    }
    ck_assert_uint_eq(rows, (size_t)101 * 31 * 11 * 4 * 27 * 6);
    for (size_t i = 0; i < COUNT_OF(block); i++)
        free(block[i]);
    cohort_free(&counts);
}
END_TEST

/* --- items that links tie to other fields -------------------------------- */

/* Each value, unknown or pair of both counts' representatives and the solitary lesion, which
 * record.md ties together: (5 + 1 + 10) * (4 + 1 + 6) * 3, in two instruments. */
START_TEST(linked_counts)
{
    static const struct {
        smet_instrument_t instrument;
        int (*points[3])(smet_value_t value);
    } cases[] = {
        {SMET_INSTRUMENT_TOKUHASHI_REVISED, {plain_extraspinal, NULL, plain_vertebral}},
        {SMET_INSTRUMENT_TOMITA, {NULL, plain_bone, NULL}},
    };
    struct axis axes[AXES_MAX] = {
        axis_of(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, cases[_i].points[0]),
        axis_of(SMET_FIELD_SOLITARY_LESION, cases[_i].points[1]),
        axis_of(SMET_FIELD_VERTEBRAL_METASTASES, cases[_i].points[2]),
    };
    for (int i = 0; i < 3; i++) {
        int which = i == 0 ? EXTRASPINAL : i == 2 ? VERTEBRAL : ORGANS;
        add_representatives(&axes[i], which, add_singles);
        add_representatives(&axes[i], which, add_pairs);
        if (i != 1)
            add_unknown(&axes[i]); /* both kinds of solitary lesion are unknown already */
    }
    /* The instrument's other items as those of one complete patient. */
    int count = 3;
    if (cases[_i].instrument == SMET_INSTRUMENT_TOKUHASHI_REVISED) {
        axes[count++] = axis_of(SMET_FIELD_KARNOFSKY, plain_general_condition);
        axes[count++] = axis_of(SMET_FIELD_MAJOR_ORGAN_METASTASES, plain_major_organs);
        axes[count++] = axis_of(SMET_FIELD_PRIMARY_TUMOR, plain_primary_site);
        axes[count++] = axis_of(SMET_FIELD_FRANKEL, plain_palsy);
    } else {
        axes[count++] = axis_of(SMET_FIELD_TUMOR_GROWTH, plain_growth);
        axes[count++] = axis_of(SMET_FIELD_VISCERAL_METASTASES, plain_visceral);
    }
    for (int i = 3; i < count; i++) {
        struct suite_values all;
        suite_domain(axes[i].field, &all);
        add(&axes[i], &(struct suite_values){1, {all.value[0]}});
    }
    size_t contradictions;
    ck_assert_uint_eq(compare(cases[_i].instrument, axes, count, &contradictions), 16 * 11 * 3);
    ck_assert_uint_gt(contradictions, 0);
}
END_TEST

/* Each value, unknown or pair of fields that a link ties to an item. */
static const struct {
    smet_instrument_t instrument;
    smet_field_t field[5];
    int field_count;
    size_t records;
} ties[] = {
    {SMET_INSTRUMENT_TOKUHASHI_REVISED, {SMET_FIELD_ECOG, SMET_FIELD_KARNOFSKY}, 2, 16 * 56},
    {SMET_INSTRUMENT_TOKUHASHI_REVISED,
     {SMET_FIELD_VISCERAL_METASTASES, SMET_FIELD_MAJOR_ORGAN_METASTASES}, 2, 7 * 7},
    {SMET_INSTRUMENT_TOMITA,
     {SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_VISCERAL_METASTASES}, 2, 7 * 7},
    {SMET_INSTRUMENT_TOKUHASHI_REVISED,
     {SMET_FIELD_NEUROLOGICAL_EXAMINATION, SMET_FIELD_MOTOR_DEFICIT,
      SMET_FIELD_SENSORY_DEFICIT, SMET_FIELD_FRANKEL}, 4, 3 * 3 * 3 * 16},
    {SMET_INSTRUMENT_SINS,
     {SMET_FIELD_PAIN_SCORE, SMET_FIELD_PAIN_UNRELENTING, SMET_FIELD_PAIN}, 3, 67 * 3 * 7},
};

static int (*points_by_field(smet_instrument_t instrument, smet_field_t field))(smet_value_t)
{
    struct axis axes[TOKUHASHI_ITEMS];
    if (instrument == SMET_INSTRUMENT_TOMITA)
        return field == SMET_FIELD_VISCERAL_METASTASES ? plain_visceral : NULL;
    if (instrument == SMET_INSTRUMENT_SINS)
        sins_axes(axes);
    else
        tokuhashi_axes(axes);
    for (size_t i = 0; i < COUNT_OF(axes); i++)
        if (axes[i].field == field)
            return axes[i].points;
    return NULL;
}

/* The instrument's other items, entered with the first value of each. */
static int add_others(smet_instrument_t instrument, struct axis *axes, int count)
{
    struct axis all[TOKUHASHI_ITEMS] = {
        axis_of(SMET_FIELD_TUMOR_GROWTH, plain_growth),
        axis_of(SMET_FIELD_VISCERAL_METASTASES, plain_visceral),
        axis_of(SMET_FIELD_SOLITARY_LESION, plain_bone),
    };
    int all_count = 3;
    if (instrument != SMET_INSTRUMENT_TOMITA) {
        all_count = TOKUHASHI_ITEMS;
        if (instrument == SMET_INSTRUMENT_SINS)
            sins_axes(all);
        else
            tokuhashi_axes(all);
    }
    for (int i = 0; i < all_count; i++) {
        bool is_there = false;
        for (int k = 0; k < count; k++)
            is_there |= axes[k].field == all[i].field;
        if (is_there)
            continue;
        struct suite_values domain;
        suite_domain(all[i].field, &domain);
        axes[count] = all[i];
        add(&axes[count++], &(struct suite_values){1, {domain.value[0]}});
    }
    return count;
}

START_TEST(linked_items)
{
    struct axis axes[AXES_MAX];
    int count = ties[_i].field_count;
    for (int i = 0; i < count; i++) {
        smet_field_t field = ties[_i].field[i];
        axes[i] = axis_of(field, points_by_field(ties[_i].instrument, field));
        add_singles(&axes[i], NULL);
        add_pairs(&axes[i], NULL);
        if (smet_value_count(field) > 2)
            add_unknown(&axes[i]);
    }
    count = add_others(ties[_i].instrument, axes, count);
    size_t contradictions;
    ck_assert_uint_eq(compare(ties[_i].instrument, axes, count, &contradictions),
                      ties[_i].records);
    ck_assert_uint_gt(contradictions, 0);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *sins = suite_exhaustive_case(suite, "SINS");
    tcase_add_test(sins, sins_each_value_or_unknown);
    tcase_add_test(sins, sins_each_pair);
    tcase_add_test(sins, sins_values_unknowns_and_pairs_mixed);

    TCase *tomita = suite_exhaustive_case(suite, "Tomita");
    tcase_add_test(tomita, tomita_values_unknowns_and_pairs_mixed);

    TCase *tokuhashi = suite_exhaustive_case(suite, "revised Tokuhashi");
    tcase_add_test(tokuhashi, tokuhashi_each_representative_or_unknown);
    tcase_add_test(tokuhashi, tokuhashi_each_pair_of_representatives);
    tcase_add_loop_test(tokuhashi, tokuhashi_each_value_and_pair_of_each_item, 0, TOKUHASHI_ITEMS);
    tcase_add_test(tokuhashi, tokuhashi_each_value_or_unknown_in_columns);

    TCase *linked = suite_exhaustive_case(suite, "linked fields");
    tcase_add_loop_test(linked, linked_counts, 0, 2);
    tcase_add_loop_test(linked, linked_items, 0, (int)COUNT_OF(ties));
}
