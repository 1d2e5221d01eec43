/*
 * The scores: the whole input domain of each instrument, unknowns included,
 * against the plain second implementation; narrowed records against the
 * enumeration of all their patients.
 *
 * Quotations are from instruments.md and record.md.
 */
#include "plain.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

/* --- what is wanted ------------------------------------------------------ */

enum { ITEMS_MAX = 8, UNKNOWN = -1 };

struct wanted_item {
    const char *key;
    smet_field_t field;  /* the field that is read */
    smet_value_t option; /* -1 while more than one value is possible */
    uint64_t points;     /* mask */
    uint64_t open;       /* mask of the fields to name as missing, where the points are open */
};

struct wanted {
    int item_count;
    struct wanted_item item[ITEMS_MAX];
    uint64_t totals;
};

static int least_of(uint64_t mask)
{
    int bit = 0;
    while ((mask >> bit & 1) == 0)
        bit++;
    return bit;
}

static int greatest_of(uint64_t mask)
{
    int bit = 63;
    while ((mask >> bit & 1) == 0)
        bit--;
    return bit;
}

static bool is_one(uint64_t mask)
{
    return mask != 0 && least_of(mask) == greatest_of(mask);
}

/* Every sum of a member of one mask and a member of the other. */
static uint64_t sums(uint64_t a, uint64_t b)
{
    uint64_t all = 0;
    for (int points = 0; points < 20; points++)
        if ((a >> points & 1) != 0)
            all |= b << points;
    return all;
}

/* Totals where all items are free of each other. */
static uint64_t free_totals(const struct wanted *wanted)
{
    uint64_t totals = 1;
    for (int i = 0; i < wanted->item_count; i++)
        totals = sums(totals, wanted->item[i].points);
    return totals;
}

/* "most influential first: by greatest minus least points, falling, then in the order of the
 * items"; "empty when one total is left" */
static int wanted_missing(const struct wanted *wanted, smet_field_t missing[])
{
    int count = 0;
    if (is_one(wanted->totals))
        return 0;
    for (int spread = 18; spread > 0; spread--)
        for (int i = 0; i < wanted->item_count; i++) {
            const struct wanted_item *item = &wanted->item[i];
            if (greatest_of(item->points) - least_of(item->points) != spread)
                continue;
            /* "tumor_growth, then primary_tumor" */
            if (strcmp(item->key, "growth") == 0) {
                if ((item->open >> SMET_FIELD_TUMOR_GROWTH & 1) != 0)
                    missing[count++] = SMET_FIELD_TUMOR_GROWTH;
                if ((item->open >> SMET_FIELD_PRIMARY_TUMOR & 1) != 0)
                    missing[count++] = SMET_FIELD_PRIMARY_TUMOR;
            } else
                missing[count++] = item->field;
        }
    return count;
}

static void check_score(const smet_record *record, smet_instrument_t instrument,
                        const struct wanted *wanted)
{
    struct smet_score score = {.size = sizeof score};
    expect(smet_record_score(record, instrument, &score, NULL) == SMET_OK, "not scored");
    expect(score.size == sizeof score && score.instrument == instrument, "not this instrument");
    expect(score.totals == wanted->totals, "totals %llx, not %llx",
           (unsigned long long)score.totals, (unsigned long long)wanted->totals);
    expect(score.minimum == least_of(wanted->totals), "minimum %d", (int)score.minimum);
    expect(score.maximum == greatest_of(wanted->totals), "maximum %d", (int)score.maximum);
    uint64_t bands = plain_bands(instrument, wanted->totals);
    expect(score.bands == bands, "bands %llx, not %llx", (unsigned long long)score.bands,
           (unsigned long long)bands);
    expect(score.is_complete == is_one(wanted->totals), "complete is %d", (int)score.is_complete);
    expect(score.is_decided == is_one(bands), "decided is %d", (int)score.is_decided);
    expect(score.item_count == (uint32_t)wanted->item_count, "%u items", score.item_count);

    smet_field_t missing[ITEMS_MAX * 2];
    int count = wanted_missing(wanted, missing);
    expect(score.missing_count == (uint32_t)count, "%u missing, not %d", score.missing_count,
           count);
    for (int i = 0; i < SMET_SCORE_MISSING_MAX; i++)
        expect(score.missing[i] == (i < count ? missing[i] : SMET_FIELD_INVALID),
               "missing %d is field %d", i, (int)score.missing[i]);
}

static struct smet_score_item item_of(const smet_record *record, smet_instrument_t instrument,
                                      int index)
{
    struct smet_score_item item = {.size = sizeof item};
    expect(smet_record_score_item(record, instrument, (size_t)index, &item, NULL) == SMET_OK,
           "no item %d", index);
    return item;
}

static void check_items(const smet_record *record, smet_instrument_t instrument,
                        const struct wanted *wanted)
{
    for (int i = 0; i < wanted->item_count; i++) {
        const struct wanted_item *want = &wanted->item[i];
        struct smet_score_item item = item_of(record, instrument, i);
        expect(strcmp(item.key, want->key) == 0, "item %d is %s, not %s", i, item.key, want->key);
        struct smet_item_info info = {.size = sizeof info};
        expect(smet_item_describe(instrument, (size_t)i, &info) == SMET_OK &&
                   strcmp(item.label, info.label) == 0,
               "%s is called %s", item.key, item.label);
        expect(item.field == want->field, "%s reads field %d", item.key, (int)item.field);
        expect(item.points == want->points, "%s: points %llx, not %llx", item.key,
               (unsigned long long)item.points, (unsigned long long)want->points);
        expect(item.option == want->option, "%s: option %d, not %d", item.key, (int)item.option,
               (int)want->option);
        expect(item.reserved == 0 && item.note != NULL && item.caveat != NULL, "%s is not whole",
               item.key);
    }
}

/* --- the items of each instrument, in its order -------------------------- */

struct item {
    const char *key;
    smet_field_t field;
    int (*points)(smet_value_t value);
};

static const struct item sins_items[] = {
    {"location", SMET_FIELD_LESION_LEVEL, plain_location},
    {"pain", SMET_FIELD_PAIN, plain_pain},
    {"bone_lesion", SMET_FIELD_BONE_LESION, plain_bone_lesion},
    {"alignment", SMET_FIELD_ALIGNMENT, plain_alignment},
    {"collapse", SMET_FIELD_VERTEBRAL_COLLAPSE, plain_collapse},
    {"posterolateral", SMET_FIELD_POSTEROLATERAL_INVOLVEMENT, plain_posterolateral},
};

enum { GENERAL_CONDITION, EXTRASPINAL, VERTEBRAL, MAJOR_ORGANS, PRIMARY_SITE, PALSY };

static const struct item tokuhashi_items[] = {
    [GENERAL_CONDITION] = {"general_condition", SMET_FIELD_KARNOFSKY, plain_general_condition},
    [EXTRASPINAL] = {"extraspinal_bone", SMET_FIELD_EXTRASPINAL_BONE_METASTASES,
                     plain_extraspinal},
    [VERTEBRAL] = {"vertebral", SMET_FIELD_VERTEBRAL_METASTASES, plain_vertebral},
    [MAJOR_ORGANS] = {"major_organs", SMET_FIELD_MAJOR_ORGAN_METASTASES, plain_major_organs},
    [PRIMARY_SITE] = {"primary_site", SMET_FIELD_PRIMARY_TUMOR, plain_primary_site},
    [PALSY] = {"palsy", SMET_FIELD_FRANKEL, plain_palsy},
};

enum { GROWTH, VISCERAL, BONE };

static const struct item tomita_items[] = {
    [GROWTH] = {"growth", SMET_FIELD_TUMOR_GROWTH, plain_growth},
    [VISCERAL] = {"visceral", SMET_FIELD_VISCERAL_METASTASES, plain_visceral},
    [BONE] = {"bone", SMET_FIELD_SOLITARY_LESION, plain_bone},
};

static const struct {
    const struct item *items;
    int count;
} items_of[] = {
    [SMET_INSTRUMENT_TOKUHASHI_REVISED] = {tokuhashi_items, COUNT_OF(tokuhashi_items)},
    [SMET_INSTRUMENT_TOMITA] = {tomita_items, COUNT_OF(tomita_items)},
    [SMET_INSTRUMENT_SINS] = {sins_items, COUNT_OF(sins_items)},
};

/* An item of a field with these possible values. */
static struct wanted_item want_item(const struct item *item, const struct suite_values *values)
{
    struct wanted_item want = {item->key, item->field, UNKNOWN, 0, 0};
    for (size_t i = 0; i < values->count; i++)
        want.points |= SUITE_BIT(item->points(values->value[i]));
    if (values->count == 1)
        want.option = values->value[0];
    else
        want.open = SUITE_BIT(item->field);
    return want;
}

/* The growth item: the clinician's class where entered, else that of each possible primary, and
 * all three where the original gives none. */
static struct wanted_item want_growth(bool is_entered, const struct suite_values *growth,
                                      const struct suite_values *primary)
{
    struct wanted_item want = want_item(&tomita_items[GROWTH], growth);
    if (is_entered)
        return want;
    want = (struct wanted_item){"growth", SMET_FIELD_PRIMARY_TUMOR, UNKNOWN, 0,
                                SUITE_BIT(SMET_FIELD_TUMOR_GROWTH)};
    for (size_t i = 0; i < primary->count; i++) {
        smet_value_t class = plain_growth_class(primary->value[i]);
        want.points |= class < 0 ? SUITE_BIT(1) | SUITE_BIT(2) | SUITE_BIT(4)
                                 : SUITE_BIT(plain_growth(class));
    }
    if (primary->count == 1)
        want.option = primary->value[0];
    else
        want.open |= SUITE_BIT(SMET_FIELD_PRIMARY_TUMOR);
    return want;
}

/* A value, or all of them where it is UNKNOWN. */
static struct suite_values one_or_all(smet_field_t field, smet_value_t value)
{
    struct suite_values values = {1, {value}};
    if (value == UNKNOWN)
        suite_domain(field, &values);
    return values;
}

static void enter(smet_record *record, smet_field_t field, smet_value_t value)
{
    if (value != UNKNOWN)
        expect(smet_record_set(record, field, value, NULL) == SMET_OK, "field %d: %d",
               (int)field, (int)value);
}

/* The members of a mask of values. */
static struct suite_values values_of(uint64_t mask)
{
    struct suite_values values = {0, {0}};
    for (smet_value_t v = 0; v < 64; v++)
        if ((mask >> v & 1) != 0)
            values.value[values.count++] = v;
    return values;
}

/* --- SINS ---------------------------------------------------------------- */

/* Every level, every option of every other item, and each of them unknown. */
START_TEST(sins_over_its_whole_domain)
{
    size_t records = 0;
    smet_value_t value[6];
    for (value[0] = UNKNOWN; value[0] <= SMET_LESION_LEVEL_S5; value[0]++)
    for (value[1] = UNKNOWN; value[1] <= SMET_PAIN_MECHANICAL; value[1]++)
    for (value[2] = UNKNOWN; value[2] <= SMET_BONE_LESION_LYTIC; value[2]++)
    for (value[3] = UNKNOWN; value[3] <= SMET_ALIGNMENT_SUBLUXATION; value[3]++)
    for (value[4] = UNKNOWN; value[4] <= SMET_VERTEBRAL_COLLAPSE_OVER_HALF; value[4]++)
    for (value[5] = UNKNOWN; value[5] <= SMET_POSTEROLATERAL_INVOLVEMENT_BILATERAL; value[5]++) {
        smet_record *record = smet_record_new();
        struct wanted wanted = {.item_count = 6};
        for (int i = 0; i < 6; i++) {
            struct suite_values values = one_or_all(sins_items[i].field, value[i]);
            enter(record, sins_items[i].field, value[i]);
            wanted.item[i] = want_item(&sins_items[i], &values);
        }
        wanted.totals = free_totals(&wanted);
        check_score(record, SMET_INSTRUMENT_SINS, &wanted);
        check_items(record, SMET_INSTRUMENT_SINS, &wanted);
        smet_record_free(record);
        records++;
    }
    ck_assert_uint_eq(records, 31 * 4 * 4 * 4 * 5 * 4);
}
END_TEST

/* Every set of options of every item; of the levels, every set of the four kinds of location.
 * "the exact set of totals (not only its ends: SINS alignment is 0, 2 or 4, never 3)" */
START_TEST(sins_over_all_sets_of_options)
{
    static const smet_value_t kinds[] = {SMET_LESION_LEVEL_S1, SMET_LESION_LEVEL_L3,
                                         SMET_LESION_LEVEL_T5, SMET_LESION_LEVEL_S2};
    size_t records = 0;
    uint64_t set[6];
    for (set[0] = 1; set[0] < 16; set[0]++)
    for (set[1] = 1; set[1] < 8; set[1]++)
    for (set[2] = 1; set[2] < 8; set[2]++)
    for (set[3] = 1; set[3] < 8; set[3]++)
    for (set[4] = 1; set[4] < 16; set[4]++) {
        struct suite_values values = {0, {0}};
        for (int k = 0; k < 4; k++)
            if ((set[0] >> k & 1) != 0)
                values.value[values.count++] = kinds[k];
        smet_record *most = smet_record_new();
        struct wanted wanted = {.item_count = 6};
        for (int i = 0; i < 5; i++) {
            if (i > 0)
                values = values_of(set[i]);
            suite_narrow(most, sins_items[i].field, &values);
            wanted.item[i] = want_item(&sins_items[i], &values);
        }
        for (set[5] = 1; set[5] < 8; set[5]++) {
            smet_record *record = smet_record_copy(most);
            values = values_of(set[5]);
            suite_narrow(record, sins_items[5].field, &values);
            wanted.item[5] = want_item(&sins_items[5], &values);
            wanted.totals = free_totals(&wanted);
            check_score(record, SMET_INSTRUMENT_SINS, &wanted);
            smet_record_free(record);
            records++;
        }
        smet_record_free(most);
    }
    ck_assert_uint_eq(records, 15 * 7 * 7 * 7 * 15 * 7);
}
END_TEST

/* --- Tomita -------------------------------------------------------------- */

/* Every primary, growth class, visceral and solitary option and reported total, and each of them
 * unknown. "A reported total narrows the instrument's set of totals to what both allow; ... Where
 * nothing is left, the items win." */
START_TEST(tomita_over_its_whole_domain)
{
    size_t records = 0;
    for (smet_value_t primary = UNKNOWN; primary <= SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY; primary++)
    for (smet_value_t growth = UNKNOWN; growth <= SMET_TUMOR_GROWTH_RAPID; growth++)
        for (smet_value_t visceral = UNKNOWN; visceral <= SMET_VISCERAL_METASTASES_UNTREATABLE;
             visceral++)
            for (smet_value_t solitary = UNKNOWN; solitary <= SMET_YES; solitary++)
                for (smet_value_t reported = 1; reported <= 10; reported++) { /* 1: none */
                    smet_record *record = smet_record_new();
                    enter(record, SMET_FIELD_PRIMARY_TUMOR, primary);
                    enter(record, SMET_FIELD_TUMOR_GROWTH, growth);
                    enter(record, SMET_FIELD_VISCERAL_METASTASES, visceral);
                    enter(record, SMET_FIELD_SOLITARY_LESION, solitary);
                    enter(record, SMET_FIELD_REPORTED_TOMITA, reported == 1 ? UNKNOWN : reported);

                    struct suite_values primaries = one_or_all(SMET_FIELD_PRIMARY_TUMOR, primary);
                    struct suite_values growths = one_or_all(SMET_FIELD_TUMOR_GROWTH, growth);
                    struct suite_values viscerals =
                        one_or_all(SMET_FIELD_VISCERAL_METASTASES, visceral);
                    struct suite_values solitaries =
                        one_or_all(SMET_FIELD_SOLITARY_LESION, solitary);
                    struct wanted wanted = {.item_count = 3};
                    wanted.item[GROWTH] = want_growth(growth != UNKNOWN, &growths, &primaries);
                    wanted.item[VISCERAL] = want_item(&tomita_items[VISCERAL], &viscerals);
                    wanted.item[BONE] = want_item(&tomita_items[BONE], &solitaries);
                    wanted.totals = free_totals(&wanted);
                    if (reported > 1 && (wanted.totals & SUITE_BIT(reported)) != 0)
                        wanted.totals = SUITE_BIT(reported);
                    check_score(record, SMET_INSTRUMENT_TOMITA, &wanted);
                    check_items(record, SMET_INSTRUMENT_TOMITA, &wanted);
                    smet_record_free(record);
                    records++;
                }
    ck_assert_uint_eq(records, 27 * 4 * 4 * 3 * 10);
}
END_TEST

/* Every set of growth, visceral and solitary options beside every pair of primaries: "lung or
 * breast" is slow 1 or rapid 4, never moderate. */
START_TEST(tomita_over_all_sets_of_options)
{
    for (smet_value_t a = 0; a <= SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY; a++)
    for (smet_value_t b = a; b <= SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY; b++)
    for (uint64_t growth = 1; growth < 8; growth++)
    for (uint64_t visceral = 1; visceral < 8; visceral++)
    for (uint64_t solitary = 1; solitary < 4; solitary++) {
        const struct suite_values primaries = {a == b ? 1 : 2, {a, b}};
        const struct suite_values growths = values_of(growth);
        const struct suite_values viscerals = values_of(visceral);
        const struct suite_values solitaries = values_of(solitary);
        smet_record *record = smet_record_new();
        suite_narrow(record, SMET_FIELD_PRIMARY_TUMOR, &primaries);
        suite_narrow(record, SMET_FIELD_TUMOR_GROWTH, &growths);
        suite_narrow(record, SMET_FIELD_VISCERAL_METASTASES, &viscerals);
        suite_narrow(record, SMET_FIELD_SOLITARY_LESION, &solitaries);
        struct wanted wanted = {.item_count = 3};
        wanted.item[GROWTH] = want_growth(growth != 7, &growths, &primaries);
        wanted.item[VISCERAL] = want_item(&tomita_items[VISCERAL], &viscerals);
        wanted.item[BONE] = want_item(&tomita_items[BONE], &solitaries);
        wanted.totals = free_totals(&wanted);
        check_score(record, SMET_INSTRUMENT_TOMITA, &wanted);
        smet_record_free(record);
    }
}
END_TEST

/* --- revised Tokuhashi --------------------------------------------------- */

/* What the two counts and the solitary lesion leave of the counts' items, by trying all. Where
 * nothing is left, all three are taken as unknown. */
struct counts {
    struct wanted_item extraspinal, vertebral;
    uint64_t together; /* mask of the sums of the two items */
};

static bool try_counts(struct counts *counts, struct suite_values extraspinal,
                       struct suite_values solitary, struct suite_values vertebral, bool related)
{
    struct suite_values left[2] = {{0, {0}}, {0, {0}}};
    struct suite_patient patient;
    counts->together = 0;
    for (size_t a = 0; a < extraspinal.count; a++)
        for (size_t b = 0; b < vertebral.count; b++)
            for (size_t c = 0; c < solitary.count; c++) {
                patient.value[SMET_FIELD_EXTRASPINAL_BONE_METASTASES] = extraspinal.value[a];
                patient.value[SMET_FIELD_VERTEBRAL_METASTASES] = vertebral.value[b];
                patient.value[SMET_FIELD_SOLITARY_LESION] = solitary.value[c];
                if (related && !plain_holds(PLAIN_COUNTS, &patient))
                    continue;
                if (!suite_values_have(&left[0], extraspinal.value[a]))
                    left[0].value[left[0].count++] = extraspinal.value[a];
                if (!suite_values_have(&left[1], vertebral.value[b]))
                    left[1].value[left[1].count++] = vertebral.value[b];
                counts->together |= SUITE_BIT(plain_extraspinal(extraspinal.value[a]) +
                                              plain_vertebral(vertebral.value[b]));
            }
    counts->extraspinal = want_item(&tokuhashi_items[EXTRASPINAL], &left[0]);
    counts->vertebral = want_item(&tokuhashi_items[VERTEBRAL], &left[1]);
    return counts->together != 0;
}

static struct counts count_all(const struct suite_values *extraspinal,
                               const struct suite_values *solitary,
                               const struct suite_values *vertebral)
{
    struct counts counts;
    if (!try_counts(&counts, *extraspinal, *solitary, *vertebral, true))
        try_counts(&counts, one_or_all(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, UNKNOWN),
                   one_or_all(SMET_FIELD_SOLITARY_LESION, UNKNOWN),
                   one_or_all(SMET_FIELD_VERTEBRAL_METASTASES, UNKNOWN), false);
    return counts;
}

static uint64_t tokuhashi_totals(const struct wanted *wanted, uint64_t counts_together)
{
    uint64_t totals = sums(wanted->item[GENERAL_CONDITION].points, counts_together);
    totals = sums(totals, wanted->item[MAJOR_ORGANS].points);
    totals = sums(totals, wanted->item[PRIMARY_SITE].points);
    return sums(totals, wanted->item[PALSY].points);
}

/* One value of each kind of points, and the ends of the range. */
static const smet_value_t extraspinal_values[] = {UNKNOWN, 0, 1, 2, 3, 4, 99};
static const smet_value_t vertebral_values[] = {UNKNOWN, 1, 2, 3, 4, 30};

static const smet_value_t every_karnofsky[] = {UNKNOWN, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
static const smet_value_t some_karnofsky[] = {UNKNOWN, 40, 50, 80};
static const smet_value_t every_primary[] = {UNKNOWN, 0,  1,  2,  3,  4,  5,  6,  7,
                                             8,       9,  10, 11, 12, 13, 14, 15, 16,
                                             17,      18, 19, 20, 21, 22, 23, 24, 25};
static const smet_value_t some_primaries[] = {UNKNOWN,
                                              SMET_PRIMARY_TUMOR_LUNG,
                                              SMET_PRIMARY_TUMOR_UNKNOWN_PRIMARY,
                                              SMET_PRIMARY_TUMOR_COLON,
                                              SMET_PRIMARY_TUMOR_CERVIX,
                                              SMET_PRIMARY_TUMOR_RECTUM,
                                              SMET_PRIMARY_TUMOR_CARCINOID};

static size_t tokuhashi_over(const smet_value_t *karnofsky, size_t karnofsky_count,
                             const smet_value_t *primary, size_t primary_count, bool with_items)
{
    size_t records = 0;
    for (size_t e = 0; e < COUNT_OF(extraspinal_values); e++)
    for (size_t v = 0; v < COUNT_OF(vertebral_values); v++)
    for (smet_value_t solitary = UNKNOWN; solitary <= SMET_YES; solitary++) {
        struct suite_values extraspinals =
            one_or_all(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, extraspinal_values[e]);
        struct suite_values vertebrals =
            one_or_all(SMET_FIELD_VERTEBRAL_METASTASES, vertebral_values[v]);
        struct suite_values solitaries = one_or_all(SMET_FIELD_SOLITARY_LESION, solitary);
        struct counts counts = count_all(&extraspinals, &solitaries, &vertebrals);
        smet_record *counted = smet_record_new();
        enter(counted, SMET_FIELD_EXTRASPINAL_BONE_METASTASES, extraspinal_values[e]);
        enter(counted, SMET_FIELD_VERTEBRAL_METASTASES, vertebral_values[v]);
        enter(counted, SMET_FIELD_SOLITARY_LESION, solitary);
        struct wanted wanted = {.item_count = 6};
        wanted.item[EXTRASPINAL] = counts.extraspinal;
        wanted.item[VERTEBRAL] = counts.vertebral;
        for (size_t k = 0; k < karnofsky_count; k++)
        for (size_t p = 0; p < primary_count; p++)
            for (smet_value_t organs = UNKNOWN; organs <= SMET_MAJOR_ORGAN_METASTASES_UNREMOVABLE;
                 organs++)
                for (smet_value_t frankel = UNKNOWN; frankel <= SMET_FRANKEL_E; frankel++) {
                    const smet_value_t value[6] = {karnofsky[k], UNKNOWN,    UNKNOWN,
                                                   organs,       primary[p], frankel};
                    smet_record *record = smet_record_copy(counted);
                    for (int i = 0; i < 6; i++) {
                        if (i == EXTRASPINAL || i == VERTEBRAL)
                            continue;
                        struct suite_values values = one_or_all(tokuhashi_items[i].field, value[i]);
                        enter(record, tokuhashi_items[i].field, value[i]);
                        wanted.item[i] = want_item(&tokuhashi_items[i], &values);
                    }
                    wanted.totals = tokuhashi_totals(&wanted, counts.together);
                    check_score(record, SMET_INSTRUMENT_TOKUHASHI_REVISED, &wanted);
                    if (with_items)
                        check_items(record, SMET_INSTRUMENT_TOKUHASHI_REVISED, &wanted);
                    smet_record_free(record);
                    records++;
                }
        smet_record_free(counted);
    }
    return records;
}

START_TEST(tokuhashi_over_its_whole_domain)
{
    ck_assert_uint_eq(tokuhashi_over(every_karnofsky, COUNT_OF(every_karnofsky), every_primary,
                                     COUNT_OF(every_primary), false),
                      7 * 6 * 3 * 11 * 27 * 4 * 6);
}
END_TEST

START_TEST(tokuhashi_items_over_the_kinds_of_points)
{
    ck_assert_uint_eq(tokuhashi_over(some_karnofsky, COUNT_OF(some_karnofsky), some_primaries,
                                     COUNT_OF(some_primaries), true),
                      7 * 6 * 3 * 4 * 7 * 4 * 6);
}
END_TEST

/* Each value of each count alone, and beside the others' neighbors. */
START_TEST(tokuhashi_over_every_count)
{
    for (smet_value_t extraspinal = UNKNOWN; extraspinal <= 99; extraspinal++)
    for (smet_value_t vertebral = 0; vertebral <= 30; vertebral++) /* 0: unknown */
    for (smet_value_t solitary = UNKNOWN; solitary <= SMET_YES; solitary++) {
        smet_value_t bodies = vertebral == 0 ? UNKNOWN : vertebral;
        struct suite_values extraspinals =
            one_or_all(SMET_FIELD_EXTRASPINAL_BONE_METASTASES, extraspinal);
        struct suite_values vertebrals = one_or_all(SMET_FIELD_VERTEBRAL_METASTASES, bodies);
        struct suite_values solitaries = one_or_all(SMET_FIELD_SOLITARY_LESION, solitary);
        struct counts counts = count_all(&extraspinals, &solitaries, &vertebrals);
        struct wanted wanted = {.item_count = 6};
        for (int i = 0; i < 6; i++) {
            struct suite_values values = one_or_all(tokuhashi_items[i].field, UNKNOWN);
            wanted.item[i] = want_item(&tokuhashi_items[i], &values);
        }
        wanted.item[EXTRASPINAL] = counts.extraspinal;
        wanted.item[VERTEBRAL] = counts.vertebral;
        wanted.totals = tokuhashi_totals(&wanted, counts.together);
        smet_record *record = smet_record_new();
        enter(record, SMET_FIELD_EXTRASPINAL_BONE_METASTASES, extraspinal);
        enter(record, SMET_FIELD_VERTEBRAL_METASTASES, bodies);
        enter(record, SMET_FIELD_SOLITARY_LESION, solitary);
        check_score(record, SMET_INSTRUMENT_TOKUHASHI_REVISED, &wanted);
        check_items(record, SMET_INSTRUMENT_TOKUHASHI_REVISED, &wanted);
        smet_record_free(record);
    }
}
END_TEST

/* --- narrowed records ---------------------------------------------------- */

static bool plain_entered(const struct plain_linked *linked, smet_field_t field)
{
    return linked->entered.field[field].count < smet_value_count(field);
}

/* What is wanted of a record whose links the plain implementation has applied. */
static struct wanted want_linked(smet_instrument_t instrument, const struct plain_linked *linked)
{
    const struct suite_values *possible = linked->possible.field;
    struct wanted wanted = {.item_count = items_of[instrument].count};
    for (int i = 0; i < wanted.item_count; i++) {
        const struct item *item = &items_of[instrument].items[i];
        wanted.item[i] = want_item(item, &possible[item->field]);
    }
    if (instrument == SMET_INSTRUMENT_TOMITA)
        wanted.item[GROWTH] = want_growth(plain_entered(linked, SMET_FIELD_TUMOR_GROWTH),
                                          &possible[SMET_FIELD_TUMOR_GROWTH],
                                          &possible[SMET_FIELD_PRIMARY_TUMOR]);
    wanted.totals = free_totals(&wanted);
    if (instrument == SMET_INSTRUMENT_TOKUHASHI_REVISED) {
        struct counts counts;
        bool related = (linked->aside >> SMET_FIELD_SOLITARY_LESION & 1) == 0;
        try_counts(&counts, possible[SMET_FIELD_EXTRASPINAL_BONE_METASTASES],
                   possible[SMET_FIELD_SOLITARY_LESION],
                   possible[SMET_FIELD_VERTEBRAL_METASTASES], related);
        wanted.totals = tokuhashi_totals(&wanted, counts.together);
    }
    static const smet_field_t reported_fields[] = {SMET_FIELD_REPORTED_TOKUHASHI_REVISED,
                                                   SMET_FIELD_REPORTED_TOMITA,
                                                   SMET_FIELD_REPORTED_SINS};
    const struct suite_values *reported = &linked->entered.field[reported_fields[instrument]];
    uint64_t agreed = 0;
    for (size_t i = 0; i < reported->count; i++)
        agreed |= wanted.totals & SUITE_BIT(reported->value[i]);
    if (agreed != 0)
        wanted.totals = agreed;
    return wanted;
}

/* Linked, contradicted and reported alike. */
START_TEST(a_narrowed_record_is_scored_as_the_plain_way_scores_it)
{
    enum { ROUNDS = 20000 };
    suite_random random = UINT64_C(0x2545F4914F6CDD1D);
    size_t derived = 0, aside = 0;
    for (int round = 0; round < ROUNDS; round++) {
        smet_record *record = suite_any_record(&random, round % 3 == 0);
        struct plain_linked linked;
        plain_link(record, &linked);
        for (smet_instrument_t i = 0; i < 3; i++) {
            struct wanted wanted = want_linked(i, &linked);
            check_score(record, i, &wanted);
            check_items(record, i, &wanted);
            for (int k = 0; k < wanted.item_count; k++) {
                struct smet_score_item item = item_of(record, i, k);
                expect(item.is_derived == (int)(linked.derived >> item.field & 1), "%s: derived %d",
                       item.key, (int)item.is_derived);
                uint64_t from = suite_item_derived_from(record, i, (size_t)k);
                expect((from != 0) == (item.is_derived != 0), "%s: derived from %s", item.key,
                       suite_field_keys(from));
                expect(item.is_set_aside == (int)(linked.aside >> item.field & 1), "%s: aside %d",
                       item.key, (int)item.is_set_aside);
                derived += item.is_derived != 0;
                aside += item.is_set_aside != 0;
            }
        }
        smet_record_free(record);
    }
    ck_assert_msg(derived > ROUNDS / 10 && aside > ROUNDS / 10, "%zu and %zu", derived, aside);
}
END_TEST

/*
 * Patients one by one: every combination of values of these fields in which all
 * relations hold.
 */
struct enumeration {
    const smet_field_t *field;
    int field_count;
    struct suite_snapshot sets;
    struct suite_patient patient;
    uint64_t known; /* mask of the fields that have their value */
    smet_instrument_t instrument;
    bool growth_is_entered;
    uint64_t totals;
};

static uint64_t totals_of_patient(const struct enumeration *all)
{
    uint64_t total = 1;
    for (int i = 0; i < items_of[all->instrument].count; i++) {
        const struct item *item = &items_of[all->instrument].items[i];
        smet_value_t value = all->patient.value[item->field];
        smet_value_t class = plain_growth_class(all->patient.value[SMET_FIELD_PRIMARY_TUMOR]);
        if (item->field == SMET_FIELD_TUMOR_GROWTH && !all->growth_is_entered && class >= 0)
            value = class;
        total = sums(total, SUITE_BIT(item->points(value)));
    }
    return total;
}

static void enumerate(struct enumeration *all, int from)
{
    if (from == all->field_count) {
        all->totals |= totals_of_patient(all);
        return;
    }
    const smet_field_t field = all->field[from];
    const struct suite_values *set = &all->sets.field[field];
    all->known |= SUITE_BIT(field);
    for (size_t i = 0; i < set->count; i++) {
        bool holds = true;
        all->patient.value[field] = set->value[i];
        for (int r = 0; r < PLAIN_RELATION_COUNT && holds; r++) {
            uint64_t fields = 0;
            for (int k = 0; k < plain_relations[r].field_count; k++)
                fields |= SUITE_BIT(plain_relations[r].field[k]);
            if ((fields >> field & 1) != 0 && (fields & ~all->known) == 0)
                holds = plain_holds(r, &all->patient);
        }
        if (holds)
            enumerate(all, from + 1);
    }
    all->known &= ~SUITE_BIT(field);
}

static const smet_field_t tokuhashi_fields[] = {
    SMET_FIELD_ECOG, SMET_FIELD_KARNOFSKY, SMET_FIELD_SOLITARY_LESION,
    SMET_FIELD_EXTRASPINAL_BONE_METASTASES, SMET_FIELD_VERTEBRAL_METASTASES,
    SMET_FIELD_VISCERAL_METASTASES, SMET_FIELD_MAJOR_ORGAN_METASTASES,
    SMET_FIELD_NEUROLOGICAL_EXAMINATION, SMET_FIELD_MOTOR_DEFICIT, SMET_FIELD_SENSORY_DEFICIT,
    SMET_FIELD_FRANKEL, SMET_FIELD_PRIMARY_TUMOR};
static const smet_field_t tomita_fields[] = {
    SMET_FIELD_SOLITARY_LESION, SMET_FIELD_EXTRASPINAL_BONE_METASTASES,
    SMET_FIELD_VERTEBRAL_METASTASES, SMET_FIELD_VISCERAL_METASTASES,
    SMET_FIELD_MAJOR_ORGAN_METASTASES, SMET_FIELD_PRIMARY_TUMOR, SMET_FIELD_TUMOR_GROWTH};
static const smet_field_t sins_fields[] = {
    SMET_FIELD_LESION_LEVEL, SMET_FIELD_PAIN, SMET_FIELD_PAIN_SCORE, SMET_FIELD_PAIN_UNRELENTING,
    SMET_FIELD_BONE_LESION, SMET_FIELD_ALIGNMENT, SMET_FIELD_VERTEBRAL_COLLAPSE,
    SMET_FIELD_POSTEROLATERAL_INVOLVEMENT};

/* One to three values of a field; small counts, so that the relations are felt. */
static struct suite_values few_values(suite_random *random, smet_field_t field)
{
    struct suite_values all, few = {0, {0}};
    suite_domain(field, &all);
    uint32_t reach = (uint32_t)all.count;
    if (field == SMET_FIELD_EXTRASPINAL_BONE_METASTASES ||
        field == SMET_FIELD_VERTEBRAL_METASTASES || field == SMET_FIELD_PAIN_SCORE)
        reach = 5;
    for (uint32_t left = 1 + suite_below(random, 3); left > 0; left--) {
        smet_value_t value = all.value[suite_below(random, reach)];
        if (!suite_values_have(&few, value))
            few.value[few.count++] = value;
    }
    return few;
}

static bool totals_are_those_of_enumeration(suite_random *random, smet_instrument_t instrument,
                                            const smet_field_t *field, int field_count)
{
    struct enumeration all = {.field = field, .field_count = field_count,
                              .instrument = instrument};
    smet_record *record = smet_record_new();
    all.growth_is_entered = suite_chance(random, 50);
    for (int i = 0; i < field_count; i++) {
        all.sets.field[field[i]] = few_values(random, field[i]);
        if (field[i] == SMET_FIELD_TUMOR_GROWTH && !all.growth_is_entered)
            suite_domain(field[i], &all.sets.field[field[i]]);
        suite_narrow(record, field[i], &all.sets.field[field[i]]);
    }
    all.growth_is_entered = smet_record_is_entered(record, SMET_FIELD_TUMOR_GROWTH) == 1;
    enumerate(&all, 0);
    struct smet_score score = {.size = sizeof score};
    expect(smet_record_score(record, instrument, &score, NULL) == SMET_OK, "not scored");
    expect(all.totals == 0 || score.totals == all.totals, "totals %llx, not %llx",
           (unsigned long long)score.totals, (unsigned long long)all.totals);
    smet_record_free(record);
    return all.totals != 0;
}

/* design.md, Tests: "the set of totals is exactly what enumeration gives" */
START_TEST(totals_are_exactly_those_of_all_patients)
{
    enum { ROUNDS = 3000 };
    suite_random random = UINT64_C(0xA0761D6478BD642F);
    size_t met = 0;
    for (int round = 0; round < ROUNDS; round++) {
        met += totals_are_those_of_enumeration(&random, SMET_INSTRUMENT_TOKUHASHI_REVISED,
                                               tokuhashi_fields, COUNT_OF(tokuhashi_fields));
        met += totals_are_those_of_enumeration(&random, SMET_INSTRUMENT_TOMITA, tomita_fields,
                                               COUNT_OF(tomita_fields));
        met += totals_are_those_of_enumeration(&random, SMET_INSTRUMENT_SINS, sins_fields,
                                               COUNT_OF(sins_fields));
    }
    ck_assert_msg(met > ROUNDS, "%zu records had a patient", met);
}
END_TEST

/* --- links, as the items tell them --------------------------------------- */

static const struct {
    const char *facts;
    smet_instrument_t instrument;
    int item;
    uint64_t points;
    const char *derived_from;
} links[] = {
    /* "So ECOG 2 is Tokuhashi 'moderate' for certain, and ECOG 3 is 'poor or moderate'"; "ECOG 0
     * gives 90 to 100; 1 gives 70 to 90; ... 4 gives 10 to 40" */
    {"ecog=0", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 2, "ecog"},
    {"ecog=1", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 1 | 1 << 2, "ecog"},
    {"ecog=2", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 1, "ecog"},
    {"ecog=3", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 0 | 1 << 1, "ecog"},
    {"ecog=4", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 0, "ecog"},
    {"ecog=3 karnofsky=50..100", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 1,
     "ecog"},
    {"ecog=3 karnofsky=40", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 1 << 0, ""},
    /* "(none, none), (removable, treatable), (unremovable, treatable), (unremovable,
     * untreatable)" */
    {"visceral_metastases=none", SMET_INSTRUMENT_TOKUHASHI_REVISED, MAJOR_ORGANS, 1 << 2,
     "visceral_metastases"},
    {"visceral_metastases=treatable", SMET_INSTRUMENT_TOKUHASHI_REVISED, MAJOR_ORGANS,
     1 << 0 | 1 << 1, "visceral_metastases"},
    {"visceral_metastases=untreatable", SMET_INSTRUMENT_TOKUHASHI_REVISED, MAJOR_ORGANS, 1 << 0,
     "visceral_metastases"},
    {"major_organ_metastases=none", SMET_INSTRUMENT_TOMITA, VISCERAL, 1 << 0,
     "major_organ_metastases"},
    {"major_organ_metastases=removable", SMET_INSTRUMENT_TOMITA, VISCERAL, 1 << 2,
     "major_organ_metastases"},
    {"major_organ_metastases=unremovable", SMET_INSTRUMENT_TOMITA, VISCERAL, 1 << 2 | 1 << 4,
     "major_organ_metastases"},
    /* "frankel E only with motor_deficit no and with sensory_deficit no; A to D with either" */
    {"motor_deficit=yes", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY, 1 << 0 | 1 << 1,
     "motor_deficit"},
    {"sensory_deficit=yes", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY, 1 << 0 | 1 << 1,
     "sensory_deficit"},
    {"motor_deficit=no sensory_deficit=no", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY,
     1 << 0 | 1 << 1 | 1 << 2, ""},
    /* "neurological_examination normal only with frankel E" */
    {"neurological_examination=normal", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY, 1 << 2,
     "neurological_examination"},
    {"neurological_examination=abnormal", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY,
     1 << 0 | 1 << 1 | 1 << 2, ""},
    /* "extraspinal_bone_metastases 1 or more only with solitary_lesion no; 0 together with
     * vertebral_metastases 1 only with yes"; "solitary_lesion no with extraspinal 0 gives
     * vertebral_metastases 2 or more" */
    {"extraspinal_bone_metastases=1..99", SMET_INSTRUMENT_TOMITA, BONE, 1 << 2,
     "extraspinal_bone_metastases"},
    {"extraspinal_bone_metastases=0", SMET_INSTRUMENT_TOMITA, BONE, 1 << 1 | 1 << 2, ""},
    {"extraspinal_bone_metastases=0 vertebral_metastases=1", SMET_INSTRUMENT_TOMITA, BONE, 1 << 1,
     "extraspinal_bone_metastases vertebral_metastases"},
    {"extraspinal_bone_metastases=0 solitary_lesion=no", SMET_INSTRUMENT_TOKUHASHI_REVISED,
     VERTEBRAL, 1 << 0 | 1 << 1, "solitary_lesion extraspinal_bone_metastases"},
    {"solitary_lesion=yes", SMET_INSTRUMENT_TOKUHASHI_REVISED, EXTRASPINAL, 1 << 2,
     "solitary_lesion"},
    /* "pain none only with pain_score 0 and with pain_unrelenting no" */
    {"pain_score=1..10", SMET_INSTRUMENT_SINS, 1, 1 << 1 | 1 << 3, "pain_score"},
    {"pain_score=0", SMET_INSTRUMENT_SINS, 1, 1 << 0 | 1 << 1 | 1 << 3, ""},
    {"pain_unrelenting=yes", SMET_INSTRUMENT_SINS, 1, 1 << 1 | 1 << 3, "pain_unrelenting"},
};

START_TEST(an_item_says_from_which_field_it_was_derived)
{
    smet_record *record = suite_record(links[_i].facts);
    struct smet_score_item item = item_of(record, links[_i].instrument, links[_i].item);
    ck_assert_msg(item.points == links[_i].points, "%s: points %llx", links[_i].facts,
                  (unsigned long long)item.points);
    uint64_t from =
        suite_item_derived_from(record, links[_i].instrument, (size_t)links[_i].item);
    ck_assert_msg(from == suite_field_mask(links[_i].derived_from), "%s: from %s",
                  links[_i].facts, suite_field_keys(from));
    ck_assert_int_eq(item.is_derived, links[_i].derived_from[0] != '\0');
    ck_assert_int_eq(item.is_set_aside, 0);
    smet_record_free(record);
}
END_TEST

/* "(that is, whether a linked field narrowed what was used; a class mapped from the primary is
 * not "derived")" */
START_TEST(a_mapped_class_is_not_derived)
{
    smet_record *record = suite_record("primary_tumor=kidney");
    struct smet_score_item item = item_of(record, SMET_INSTRUMENT_TOMITA, GROWTH);
    ck_assert_int_eq(item.field, SMET_FIELD_PRIMARY_TUMOR);
    ck_assert_int_eq(item.option, SMET_PRIMARY_TUMOR_KIDNEY);
    ck_assert_uint_eq(item.points, 1 << 2);
    ck_assert_int_eq(item.is_derived, 0);
    ck_assert_uint_eq(
        smet_record_score_item_derived_from(record, SMET_INSTRUMENT_TOMITA, GROWTH, NULL, 0), 0);
    smet_record_free(record);
}
END_TEST

/* "Instruments, findings and rules take those fields as unknown (an item that does so says so)" */
static const struct {
    const char *facts;
    smet_instrument_t instrument;
    int item;
    uint64_t points;
} contradictions[] = {
    {"frankel=E motor_deficit=yes", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY, 7},
    {"frankel=E sensory_deficit=yes", SMET_INSTRUMENT_TOKUHASHI_REVISED, PALSY, 7},
    {"ecog=0 karnofsky=40", SMET_INSTRUMENT_TOKUHASHI_REVISED, GENERAL_CONDITION, 7},
    {"major_organ_metastases=none visceral_metastases=treatable",
     SMET_INSTRUMENT_TOKUHASHI_REVISED, MAJOR_ORGANS, 7},
    {"major_organ_metastases=none visceral_metastases=treatable", SMET_INSTRUMENT_TOMITA, VISCERAL,
     1 << 0 | 1 << 2 | 1 << 4},
    {"solitary_lesion=yes extraspinal_bone_metastases=2", SMET_INSTRUMENT_TOKUHASHI_REVISED,
     EXTRASPINAL, 7},
    {"solitary_lesion=yes extraspinal_bone_metastases=2 vertebral_metastases=1",
     SMET_INSTRUMENT_TOKUHASHI_REVISED, VERTEBRAL, 7},
    {"solitary_lesion=yes extraspinal_bone_metastases=2", SMET_INSTRUMENT_TOMITA, BONE,
     1 << 1 | 1 << 2},
    {"solitary_lesion=no extraspinal_bone_metastases=0 vertebral_metastases=1",
     SMET_INSTRUMENT_TOMITA, BONE, 1 << 1 | 1 << 2},
    {"pain=none pain_score=4", SMET_INSTRUMENT_SINS, 1, 1 << 0 | 1 << 1 | 1 << 3},
    {"pain=none pain_unrelenting=yes", SMET_INSTRUMENT_SINS, 1, 1 << 0 | 1 << 1 | 1 << 3},
};

START_TEST(a_contradicted_field_is_taken_as_unknown_and_said_so)
{
    smet_record *record = suite_record(contradictions[_i].facts);
    struct smet_score_item item =
        item_of(record, contradictions[_i].instrument, contradictions[_i].item);
    ck_assert_int_eq(item.is_set_aside, 1);
    ck_assert_uint_eq(item.points, contradictions[_i].points);
    ck_assert_int_eq(item.option, UNKNOWN);
    ck_assert_int_eq(item.is_derived, 0);
    ck_assert_str_ne(item.note, "");
    smet_record_free(record);
}
END_TEST

/* --- notes --------------------------------------------------------------- */

static bool has_note(const char *facts, smet_instrument_t instrument, const char *note)
{
    const char *notes[16];
    smet_record *record = suite_record(facts);
    size_t count = smet_record_score_notes(record, instrument, notes, COUNT_OF(notes));
    expect(count <= COUNT_OF(notes), "%zu notes", count);
    bool found = false;
    for (size_t i = 0; i < count; i++)
        found |= strcmp(notes[i], note) == 0;
    smet_record_free(record);
    return found;
}

/* "where the lesion may be at S3 to S5 the answer carries `limited validity in the lower
 * sacrum`" */
START_TEST(sins_has_limited_validity_in_the_lower_sacrum)
{
    static const char note[] = "limited validity in the lower sacrum";
    for (smet_value_t level = SMET_LESION_LEVEL_OCCIPUT; level <= SMET_LESION_LEVEL_S5; level++) {
        char facts[64];
        const char *key = smet_value_key(SMET_FIELD_LESION_LEVEL, level);
        snprintf(facts, sizeof facts, "lesion_level=%s", key);
        ck_assert_int_eq(has_note(facts, SMET_INSTRUMENT_SINS, note),
                         level >= SMET_LESION_LEVEL_S3);
        snprintf(facts, sizeof facts, "lesion_level=%s|S4", key);
        ck_assert(has_note(facts, SMET_INSTRUMENT_SINS, note));
    }
    ck_assert(has_note("", SMET_INSTRUMENT_SINS, note));
    ck_assert(!has_note("lesion_level=S1|S2", SMET_INSTRUMENT_SINS, note));
    ck_assert(!has_note("", SMET_INSTRUMENT_TOMITA, note));
    ck_assert(!has_note("", SMET_INSTRUMENT_TOKUHASHI_REVISED, note));
}
END_TEST

/* Figures that go with each score. */
static const struct {
    smet_instrument_t instrument;
    const char *figure;
} figures[] = {
    {SMET_INSTRUMENT_TOKUHASHI_REVISED, "0.67"}, /* "C statistic 0.67 for one-year survival" */
    {SMET_INSTRUMENT_TOMITA, "0.69"},            /* "C statistic for one-year survival 0.69" */
    {SMET_INSTRUMENT_SINS, "0.54"},              /* "it does not predict survival (C 0.54)" */
    {SMET_INSTRUMENT_SINS, "95.7"},              /* "Sensitivity 95.7 %, specificity 79.5 %" */
    {SMET_INSTRUMENT_SINS, "79.5"},
    {SMET_INSTRUMENT_SINS, "sacroiliac"}, /* "no item for the sacroiliac joint, ilium or ala" */
    {SMET_INSTRUMENT_SINS, "ilium"},
    {SMET_INSTRUMENT_SINS, "ala"},
};

START_TEST(a_score_goes_with_its_limits)
{
    const char *notes[16];
    smet_record *record = suite_record("lesion_level=S1");
    size_t count = smet_record_score_notes(record, figures[_i].instrument, notes, COUNT_OF(notes));
    bool found = false;
    for (size_t i = 0; i < count; i++)
        found |= strstr(notes[i], figures[_i].figure) != NULL;
    ck_assert_msg(found, "no note has \"%s\"", figures[_i].figure);
    smet_record_free(record);
}
END_TEST

START_TEST(notes_write_no_more_than_fits)
{
    smet_record *record = smet_record_new();
    for (smet_instrument_t instrument = 0; instrument < 3; instrument++) {
        const char *all[16];
        size_t count = smet_record_score_notes(record, instrument, NULL, 0);
        ck_assert(count > 0 && count < COUNT_OF(all));
        ck_assert_uint_eq(smet_record_score_notes(record, instrument, all, COUNT_OF(all)), count);
        for (size_t capacity = 0; capacity <= count + 2; capacity++) {
            static const char canary[] = "canary";
            const char *room[20];
            for (size_t i = 0; i < COUNT_OF(room); i++)
                room[i] = canary;
            ck_assert_uint_eq(smet_record_score_notes(record, instrument, room, capacity), count);
            for (size_t i = 0; i < COUNT_OF(room); i++)
                ck_assert_ptr_eq(room[i], i < capacity && i < count ? all[i] : canary);
        }
    }
    smet_record_free(record);
}
END_TEST

/* Notes and caveats of items. */
static const struct {
    const char *facts;
    smet_instrument_t instrument;
    int item;
    const char *words; /* that the note has; "" where there is none */
} item_notes[] = {
    /* "colon is not rectum" */
    {"primary_tumor=colon", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "not rectum"},
    {"primary_tumor=colon", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    /* "fall through to "others" 2: say so in the item's explanation" */
    {"primary_tumor=melanoma", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=sarcoma", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=ovary", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=myeloma", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=lymphoma", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=head_and_neck", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=testis", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    {"primary_tumor=other", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "others"},
    /* "`cervix` is scored with uterus 3, marked as an interpretation" */
    {"primary_tumor=cervix", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "interpretation"},
    /* "it means that a search found none, and is not the same as a field left unknown" */
    {"primary_tumor=unknown_primary", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, "search"},
    {"primary_tumor=lung", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, ""},
    {"primary_tumor=rectum", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, ""},
    {"", SMET_INSTRUMENT_TOKUHASHI_REVISED, PRIMARY_SITE, ""},
    /* "Placed by later literature (say so): colon and melanoma rapid" */
    {"primary_tumor=colon", SMET_INSTRUMENT_TOMITA, GROWTH, "later literature"},
    {"primary_tumor=melanoma", SMET_INSTRUMENT_TOMITA, GROWTH, "later literature"},
    /* "the item stays open (1, 2 or 4) until `tumor_growth` is given, and the answer says why" */
    {"primary_tumor=liver", SMET_INSTRUMENT_TOMITA, GROWTH, "stays open"},
    {"primary_tumor=other", SMET_INSTRUMENT_TOMITA, GROWTH, "stays open"},
    {"primary_tumor=rectum", SMET_INSTRUMENT_TOMITA, GROWTH, "stays open"},
    {"primary_tumor=breast|liver", SMET_INSTRUMENT_TOMITA, GROWTH, "stays open"},
    {"primary_tumor=lung", SMET_INSTRUMENT_TOMITA, GROWTH, ""},
    {"primary_tumor=liver tumor_growth=slow", SMET_INSTRUMENT_TOMITA, GROWTH, ""},
    {"primary_tumor=colon tumor_growth=slow", SMET_INSTRUMENT_TOMITA, GROWTH, ""},
    {"", SMET_INSTRUMENT_TOMITA, GROWTH, ""},
    /* "exactly 50 % is `up_to_half`: the original leaves it undefined; say so" (record.md) */
    {"vertebral_collapse=up_to_half", SMET_INSTRUMENT_SINS, 4, "50 %"},
    {"vertebral_collapse=over_half", SMET_INSTRUMENT_SINS, 4, ""},
};

START_TEST(an_item_says_what_must_be_said_of_its_value)
{
    smet_record *record = suite_record(item_notes[_i].facts);
    struct smet_score_item item =
        item_of(record, item_notes[_i].instrument, item_notes[_i].item);
    if (item_notes[_i].words[0] == '\0')
        ck_assert_str_eq(item.note, "");
    else
        ck_assert_msg(strstr(item.note, item_notes[_i].words) != NULL, "%s: \"%s\"",
                      item_notes[_i].facts, item.note);
    smet_record_free(record);
}
END_TEST

/* "no source says how one lesion over several segments counts: the library counts segments and
 * says so"; "a rival 0 / 1-2 / 3+ table circulates in two later reviews; carry that note" */
START_TEST(the_vertebral_item_always_carries_its_dispute)
{
    static const char *const facts[] = {"", "vertebral_metastases=1", "vertebral_metastases=2..9"};
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        smet_record *record = suite_record(facts[i]);
        struct smet_score_item item =
            item_of(record, SMET_INSTRUMENT_TOKUHASHI_REVISED, VERTEBRAL);
        ck_assert_ptr_nonnull(strstr(item.caveat, "segments"));
        ck_assert_ptr_nonnull(strstr(item.caveat, "rival"));
        smet_record_free(record);
    }
}
END_TEST

/* --- totals found in the chart ------------------------------------------- */

/* record.md, "Reported totals"; `totals` is the list that is wanted. */
static const struct {
    const char *facts;
    smet_instrument_t instrument;
    uint64_t totals;
} reported[] = {
    {"reported_sins=9", SMET_INSTRUMENT_SINS, 1 << 9},
    {"reported_sins=9..12", SMET_INSTRUMENT_SINS, 0xF << 9},
    {"reported_sins=6|13", SMET_INSTRUMENT_SINS, 1 << 6 | 1 << 13},
    {"lesion_level=S2 pain=none bone_lesion=blastic vertebral_collapse=none "
     "posterolateral_involvement=none reported_sins=1..3",
     SMET_INSTRUMENT_SINS, 1 << 2},
    /* Where nothing is left, the items win. */
    {"lesion_level=S2 pain=none bone_lesion=blastic vertebral_collapse=none "
     "posterolateral_involvement=none reported_sins=3",
     SMET_INSTRUMENT_SINS, 1 << 0 | 1 << 2 | 1 << 4},
    {"reported_tokuhashi_revised=0", SMET_INSTRUMENT_TOKUHASHI_REVISED, 1},
    {"reported_tokuhashi_revised=15", SMET_INSTRUMENT_TOKUHASHI_REVISED, 1 << 15},
    {"primary_tumor=lung reported_tokuhashi_revised=11|12", SMET_INSTRUMENT_TOKUHASHI_REVISED,
     1 << 10 | 0x3FF}, /* lung gives no point: at most 10, so 11 and 12 are set aside */
    {"reported_tomita=10", SMET_INSTRUMENT_TOMITA, 1 << 10},
    {"tumor_growth=slow visceral_metastases=none reported_tomita=2", SMET_INSTRUMENT_TOMITA,
     1 << 2},
    {"tumor_growth=slow visceral_metastases=none reported_tomita=7", SMET_INSTRUMENT_TOMITA,
     1 << 2 | 1 << 3},
};

START_TEST(a_reported_total_narrows_the_totals)
{
    smet_record *record = suite_record(reported[_i].facts);
    struct smet_score score = {.size = sizeof score};
    ck_assert_int_eq(smet_record_score(record, reported[_i].instrument, &score, NULL), SMET_OK);
    ck_assert_msg(score.totals == reported[_i].totals, "%s: totals %llx", reported[_i].facts,
                  (unsigned long long)score.totals);
    ck_assert_uint_eq(score.bands, plain_bands(reported[_i].instrument, reported[_i].totals));
    ck_assert_int_eq(score.is_complete, is_one(reported[_i].totals));
    ck_assert_int_eq(score.missing_count == 0, is_one(reported[_i].totals));
    smet_record_free(record);
}
END_TEST

/* "an item's own points are not narrowed by it" */
START_TEST(a_reported_total_leaves_the_items_as_they_are)
{
    smet_record *with = suite_record("lesion_level=S1 pain=mechanical reported_sins=6");
    smet_record *without = suite_record("lesion_level=S1 pain=mechanical");
    for (int i = 0; i < 6; i++) {
        struct smet_score_item a = item_of(with, SMET_INSTRUMENT_SINS, i);
        struct smet_score_item b = item_of(without, SMET_INSTRUMENT_SINS, i);
        ck_assert_uint_eq(a.points, b.points);
        ck_assert_int_eq(a.option, b.option);
    }
    smet_record_free(with);
    smet_record_free(without);
}
END_TEST

/* --- refusals ------------------------------------------------------------ */

static const smet_instrument_t no_instruments[] = {SMET_INSTRUMENT_INVALID, -2, 3, 4, 64, 255,
                                                   INT32_MAX, INT32_MIN};

START_TEST(a_foreign_instrument_is_refused)
{
    smet_record *record = smet_record_new();
    for (size_t i = 0; i < COUNT_OF(no_instruments); i++) {
        struct smet_score score = {.size = sizeof score, .totals = 77};
        const struct smet_score before = score;
        ck_assert_int_eq(smet_record_score(record, no_instruments[i], &score, NULL),
                         SMET_ERROR_UNKNOWN_TERM);
        ck_assert_int_eq(memcmp(&score, &before, sizeof score), 0);
        struct smet_score_item item = {.size = sizeof item, .points = 77};
        const struct smet_score_item item_before = item;
        ck_assert_int_eq(smet_record_score_item(record, no_instruments[i], 0, &item, NULL),
                         SMET_ERROR_UNKNOWN_TERM);
        ck_assert_int_eq(memcmp(&item, &item_before, sizeof item), 0);
        const char *note = NULL;
        ck_assert_uint_eq(smet_record_score_notes(record, no_instruments[i], &note, 1), 0);
        ck_assert_ptr_null(note);
    }
    smet_record_free(record);
}
END_TEST

START_TEST(an_item_beyond_the_last_is_refused)
{
    smet_record *record = smet_record_new();
    for (smet_instrument_t instrument = 0; instrument < 3; instrument++) {
        const size_t count = (size_t)items_of[instrument].count;
        const size_t beyond[] = {count, count + 1, 64, SIZE_MAX};
        for (size_t i = 0; i < COUNT_OF(beyond); i++) {
            struct smet_score_item item = {.size = sizeof item, .points = 77};
            const struct smet_score_item before = item;
            ck_assert_int_eq(smet_record_score_item(record, instrument, beyond[i], &item, NULL),
                             SMET_ERROR_INDEX);
            ck_assert_int_eq(memcmp(&item, &before, sizeof item), 0);
        }
    }
    smet_record_free(record);
}
END_TEST

START_TEST(null_is_refused)
{
    smet_record *record = smet_record_new();
    struct smet_score score = {.size = sizeof score};
    struct smet_score_item item = {.size = sizeof item};
    ck_assert_int_eq(smet_record_score(NULL, SMET_INSTRUMENT_SINS, &score, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_record_score(record, SMET_INSTRUMENT_SINS, NULL, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_record_score_item(NULL, SMET_INSTRUMENT_SINS, 0, &item, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_int_eq(smet_record_score_item(record, SMET_INSTRUMENT_SINS, 0, NULL, NULL),
                     SMET_ERROR_NULL_ARGUMENT);
    ck_assert_uint_eq(smet_record_score_notes(NULL, SMET_INSTRUMENT_SINS, NULL, 0), 0);
    smet_record_free(record);
}
END_TEST

/* score.h: the error "says what was wrong, also of a `size` that was not set" */
START_TEST(a_refusal_says_what_to_do)
{
    smet_record *record = smet_record_new();
    struct smet_error error = {.size = sizeof error};
    struct smet_score score = {.size = 0};
    char wanted[160];
    ck_assert_int_eq(smet_record_score(record, SMET_INSTRUMENT_SINS, &score, &error),
                     SMET_ERROR_STRUCT_SIZE);
    ck_assert_int_eq(error.status, SMET_ERROR_STRUCT_SIZE);
    snprintf(wanted, sizeof wanted,
             "The size in struct smet_score is 0: set it to sizeof(struct smet_score), %u bytes "
             "here, and the rest to zero before the call.",
             (unsigned)sizeof score);
    ck_assert_str_eq(error.message, wanted);
    struct smet_score_item item = {.size = 3};
    ck_assert_int_eq(smet_record_score_item(record, SMET_INSTRUMENT_SINS, 0, &item, &error),
                     SMET_ERROR_STRUCT_SIZE);
    ck_assert(strstr(error.message, "The size in struct smet_score_item is 3: ") == error.message);
    item.size = sizeof item;
    ck_assert_int_eq(smet_record_score_item(record, SMET_INSTRUMENT_SINS, 6, &item, &error),
                     SMET_ERROR_INDEX);
    ck_assert_str_eq(error.message, "sins has items 0 to 5, none with this index.");
    score.size = sizeof score;
    ck_assert_int_eq(smet_record_score(record, 3, &score, &error), SMET_ERROR_UNKNOWN_TERM);
    ck_assert_str_eq(error.message, "There is no instrument with number 3.");
    ck_assert_int_eq(smet_record_score(NULL, 0, &score, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_str_eq(error.message, "The record is NULL.");
    ck_assert_int_eq(smet_record_score(record, 0, NULL, &error), SMET_ERROR_NULL_ARGUMENT);
    ck_assert_str_eq(error.message, "The struct smet_score is NULL.");
    union {
        struct smet_score score;
        unsigned char bytes[sizeof(struct smet_score) + 8];
    } longer = {.bytes = {[sizeof score] = 1}};
    longer.score.size = sizeof longer;
    ck_assert_int_eq(smet_record_score(record, 0, &longer.score, &error),
                     SMET_ERROR_STRUCT_TAIL);
    ck_assert_str_eq(error.message, "The struct smet_score is newer than this library, and bytes "
                                    "that it does not know are not zero.");
    /* An error that cannot be filled is refused before all else. */
    struct smet_error unset = {.size = 0};
    score.totals = 77;
    ck_assert_int_eq(smet_record_score(record, 0, &score, &unset), SMET_ERROR_STRUCT_SIZE);
    ck_assert_uint_eq(score.totals, 77);
    ck_assert_str_eq(unset.message, "");
    smet_record_free(record);
}
END_TEST

/* score.h: "how many there are, which may be more than were written" */
START_TEST(what_narrowed_an_item_is_written_as_far_as_there_is_room)
{
    smet_record *record = suite_record("pain_score=1..10 pain_unrelenting=yes");
    smet_field_t fields[3] = {-7, -7, -7};
    size_t count =
        smet_record_score_item_derived_from(record, SMET_INSTRUMENT_SINS, 1, fields, 1);
    ck_assert_uint_ge(count, 1);
    ck_assert_int_ge(fields[0], 0);
    ck_assert_int_eq(fields[1], -7);
    ck_assert_uint_eq(
        smet_record_score_item_derived_from(record, SMET_INSTRUMENT_SINS, 1, NULL, 0), count);
    ck_assert_uint_eq(
        smet_record_score_item_derived_from(record, SMET_INSTRUMENT_SINS, 1, NULL, 3), count);
    smet_record_free(record);
}
END_TEST

void suite_tests(Suite *suite)
{
    TCase *domain = suite_exhaustive_case(suite, "whole domain");
    tcase_add_test(domain, sins_over_its_whole_domain);
    tcase_add_test(domain, sins_over_all_sets_of_options);
    tcase_add_test(domain, tomita_over_its_whole_domain);
    tcase_add_test(domain, tomita_over_all_sets_of_options);
    tcase_add_test(domain, tokuhashi_over_its_whole_domain);
    tcase_add_test(domain, tokuhashi_items_over_the_kinds_of_points);
    tcase_add_test(domain, tokuhashi_over_every_count);

    TCase *narrowed = suite_exhaustive_case(suite, "narrowed records");
    tcase_add_test(narrowed, a_narrowed_record_is_scored_as_the_plain_way_scores_it);
    tcase_add_test(narrowed, totals_are_exactly_those_of_all_patients);

    TCase *items = suite_case(suite, "items");
    tcase_add_loop_test(items, an_item_says_from_which_field_it_was_derived, 0,
                        (int)COUNT_OF(links));
    tcase_add_test(items, a_mapped_class_is_not_derived);
    tcase_add_loop_test(items, a_contradicted_field_is_taken_as_unknown_and_said_so, 0,
                        (int)COUNT_OF(contradictions));
    tcase_add_loop_test(items, an_item_says_what_must_be_said_of_its_value, 0,
                        (int)COUNT_OF(item_notes));
    tcase_add_test(items, the_vertebral_item_always_carries_its_dispute);

    TCase *notes = suite_case(suite, "notes");
    tcase_add_test(notes, sins_has_limited_validity_in_the_lower_sacrum);
    tcase_add_loop_test(notes, a_score_goes_with_its_limits, 0, (int)COUNT_OF(figures));
    tcase_add_test(notes, notes_write_no_more_than_fits);

    TCase *totals = suite_case(suite, "reported totals");
    tcase_add_loop_test(totals, a_reported_total_narrows_the_totals, 0, (int)COUNT_OF(reported));
    tcase_add_test(totals, a_reported_total_leaves_the_items_as_they_are);

    TCase *refusals = suite_case(suite, "refusals");
    tcase_add_test(refusals, a_foreign_instrument_is_refused);
    tcase_add_test(refusals, an_item_beyond_the_last_is_refused);
    tcase_add_test(refusals, null_is_refused);
    tcase_add_test(refusals, a_refusal_says_what_to_do);
    tcase_add_test(refusals, what_narrowed_an_item_is_written_as_far_as_there_is_room);
}
