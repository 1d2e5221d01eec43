/*
 * Records made at random, the same every time: facts about few fields or about
 * nearly all, single values, alternatives, ranges, facts that come step by step,
 * facts that contradict each other, and entries that the library refuses.
 */
#include "entries.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { FIELDS = SMET_FIELD_REPORTED_TOMITA + 1, TEXT_MAX = 4096 };

/* One kind of record; chances in a hundred. */
struct kind {
    const char *name;
    int count;              /* how many records */
    uint32_t least;         /* chance of a field to be entered, at least */
    uint32_t most;          /* at most */
    uint32_t alternatives;  /* chance of alternatives in place of a value */
    uint32_t ranges;        /* chance of a range in place of an integer */
    int rounds;             /* how often each field can be entered */
    bool is_contradictory;  /* whether facts may contradict each other */
    uint32_t refused;       /* chance of an entry that is wrong behind each good one */
};

static const struct kind kinds[] = {
    {"sparse", 450, 1, 12, 20, 20, 1, false, 0},
    {"dense", 450, 70, 100, 0, 0, 1, false, 0},
    {"narrowed", 500, 10, 90, 70, 20, 1, false, 0},
    {"ranges", 400, 20, 100, 20, 90, 1, false, 0},
    {"steps", 400, 10, 60, 60, 50, 3, false, 0},
    {"contradictory", 400, 20, 100, 30, 30, 1, true, 0},
    {"refused", 400, 5, 50, 30, 30, 2, true, 40},
};

struct maker {
    uint64_t random; /* a xorshift generator; never 0 */
    const struct kind *kind;
    smet_record *record; /* what is entered so far */
    json_t *entries;
};

static uint32_t below(struct maker *maker, size_t count)
{
    uint64_t *random = &maker->random;
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return (uint32_t)((*random >> 16) % count);
}

static bool chance(struct maker *maker, uint32_t percent)
{
    return below(maker, 100) < percent;
}

static struct smet_field_info describe(smet_field_t field)
{
    struct smet_field_info info = {.size = sizeof info};
    if (smet_field_describe(field, &info) != SMET_OK)
        stop("there is no field %d", (int)field);
    return info;
}

static bool is_integer(smet_field_t field)
{
    return describe(field).kind == SMET_KIND_INTEGER;
}

/* --- good entries --------------------------------------------------------- */

/* A value of a field; more often than not one near which answers change. */
static smet_value_t any_value(struct maker *maker, smet_field_t field)
{
    switch (field) {
    case SMET_FIELD_LESION_LEVEL:
        if (chance(maker, 70))
            return chance(maker, 50) ? SMET_LESION_LEVEL_S1 : SMET_LESION_LEVEL_S2;
        break;
    case SMET_FIELD_TISSUE_DIAGNOSIS:
        if (chance(maker, 60))
            return SMET_TISSUE_DIAGNOSIS_METASTASIS;
        break;
    case SMET_FIELD_CAUDA_EQUINA_SYNDROME:
    case SMET_FIELD_ACUTE_DETERIORATION:
    case SMET_FIELD_BLADDER:
    case SMET_FIELD_BOWEL:
        if (chance(maker, 60))
            return smet_value_at(field, 0);
        break;
    case SMET_FIELD_EXTRASPINAL_BONE_METASTASES:
    case SMET_FIELD_VERTEBRAL_METASTASES:
        if (chance(maker, 80))
            return smet_value_at(field, below(maker, 4));
        break;
    default:
        break;
    }
    return smet_value_at(field, below(maker, smet_value_count(field)));
}

static void alternatives(struct maker *maker, smet_field_t field, smet_value_t kept, char *text)
{
    uint32_t share = 10 + below(maker, 70);
    text[0] = '\0';
    for (size_t i = 0; i < smet_value_count(field); i++) {
        smet_value_t value = smet_value_at(field, i);
        if (value == kept || chance(maker, share))
            add_word(text, TEXT_MAX, smet_value_key(field, value));
    }
}

static void range(struct maker *maker, smet_field_t field, smet_value_t kept, char *text)
{
    struct smet_field_info info = describe(field);
    size_t steps_down = (size_t)((kept - info.minimum) / info.step);
    size_t steps_up = (size_t)((info.maximum - kept) / info.step);
    /* Compilers differ in the order of arguments: draw one by one, here and below. */
    int32_t down = (int32_t)below(maker, steps_down + 1);
    int32_t up = (int32_t)below(maker, steps_up + 1);
    snprintf(text, TEXT_MAX, "%d..%d", (int)(kept - down * info.step),
             (int)(kept + up * info.step));
}

/* Text that says of a field that it may be `kept`. */
static void any_text(struct maker *maker, smet_field_t field, smet_value_t kept, char *text)
{
    if (is_integer(field) && chance(maker, maker->kind->ranges))
        range(maker, field, kept, text);
    else if (chance(maker, maker->kind->alternatives))
        alternatives(maker, field, kept, text);
    else
        snprintf(text, TEXT_MAX, "%s", smet_value_key(field, kept));
}

/* Whether facts contradict each other once this one is entered. */
static bool contradicts(const smet_record *record, const char *key, const char *text)
{
    smet_record *trial = smet_record_copy(record);
    smet_record_set_text(trial, key, text, NULL);
    smet_assessment *assessment = smet_assess(trial, NULL);
    if (assessment == NULL)
        stop("no memory");
    bool found = smet_assessment_inconsistency_count(assessment) > 0;
    smet_assessment_free(assessment);
    smet_record_free(trial);
    return found;
}

static void enter(struct maker *maker, const char *key, const char *text)
{
    add_entry(maker->entries, key, text);
    smet_record_set_text(maker->record, key, text, NULL);
}

/* --- entries that are wrong ------------------------------------------------ */

/* A field of the kind that is asked for. */
static smet_field_t any_field(struct maker *maker, bool wants_integer)
{
    smet_field_t field;
    do
        field = smet_term_at(SMET_VOCABULARY_FIELD,
                             below(maker, smet_term_count(SMET_VOCABULARY_FIELD)));
    while (is_integer(field) != wants_integer);
    return field;
}

#define ANY_OF(maker, words) ((words)[below(maker, sizeof(words) / sizeof((words)[0]))])

static void no_such_field(struct maker *maker)
{
    static const char *const keys[] = {
        "no_such_field", "Karnofsky", " karnofsky", "karnofsky ", "",
        "größe", "年齢", "tab\there",
        "a_key_that_is_longer_than_what_a_message_quotes_of_it_so_that_it_is_cut",
    };
    enter(maker, ANY_OF(maker, keys), "yes");
}

static void no_such_option(struct maker *maker)
{
    static const char *const texts[] = {
        "no_such_option", "YES", " yes", "yes ", "|", "none|", "no||yes", "none..mixed", "1",
        "süß", "骨|no", "e\u0301", "\U0001F9B4", "two\nlines", "a \"quoted\" word",
        /* Longer than what a message quotes, and to be cut between characters. */
        "xéééééééééééééééééééééééééééééééééééééééééééé",
    };
    smet_field_t field = any_field(maker, false);
    enter(maker, describe(field).key, ANY_OF(maker, texts));
}

static void out_of_range(struct maker *maker)
{
    struct smet_field_info info = describe(any_field(maker, true));
    char text[TEXT_MAX];
    switch (below(maker, 4)) {
    case 0:
        snprintf(text, sizeof text, "%d..%d", (int)info.minimum, (int)(info.maximum + info.step));
        break;
    case 1:
        snprintf(text, sizeof text, "%d|4000000000", (int)info.minimum);
        break;
    case 2:
        snprintf(text, sizeof text, "%d", (int)(info.maximum - info.step / 2 + (info.step == 1)));
        break;
    default:
        snprintf(text, sizeof text, "%d", (int)(info.maximum + info.step));
        break;
    }
    enter(maker, info.key, text);
}

static void reversed_range(struct maker *maker)
{
    struct smet_field_info info = describe(any_field(maker, true));
    char text[TEXT_MAX];
    snprintf(text, sizeof text, "%d..%d", (int)info.maximum, (int)info.minimum);
    enter(maker, info.key, text);
}

static void not_an_integer(struct maker *maker)
{
    static const char *const texts[] = {"ten", "8O", "080", "-1", "+1", "7.5", "1..", "..3", "..",
                                        "1..2..3", "1 ..2", "1|", "|1", "1|2..3", "٣", "３", "²",
                                        "1e1", "0x1", " 1"};
    smet_field_t field = any_field(maker, true);
    enter(maker, describe(field).key, ANY_OF(maker, texts));
}

/* Of a field that is entered, a value that is not possible any more. */
static void contradiction(struct maker *maker)
{
    smet_field_t first = (smet_field_t)below(maker, FIELDS);
    for (smet_field_t i = 0; i < FIELDS; i++) {
        smet_field_t field = (first + i) % FIELDS;
        for (size_t v = 0; v < smet_value_count(field); v++) {
            smet_value_t value = smet_value_at(field, v);
            if (smet_record_is_possible(maker->record, field, value))
                continue;
            enter(maker, describe(field).key, smet_value_key(field, value));
            return;
        }
    }
}

/* Text that says nothing is not refused. */
static void no_text(struct maker *maker)
{
    enter(maker, describe((smet_field_t)below(maker, FIELDS)).key, "");
}

static void wrong_entry(struct maker *maker)
{
    static void (*const ways[])(struct maker *) = {no_such_field,  no_such_option, out_of_range,
                                                   reversed_range, not_an_integer, contradiction,
                                                   no_text};
    ANY_OF(maker, ways)(maker);
}

/* --- records ---------------------------------------------------------------- */

static void any_order(struct maker *maker, smet_field_t order[FIELDS])
{
    for (smet_field_t i = 0; i < FIELDS; i++) {
        uint32_t at = below(maker, (size_t)i + 1);
        order[i] = order[at];
        order[at] = i;
    }
}

static void enter_round(struct maker *maker, const smet_value_t patient[FIELDS], uint32_t share)
{
    smet_field_t order[FIELDS];
    any_order(maker, order);
    for (int i = 0; i < FIELDS; i++) {
        struct smet_field_info info = describe(order[i]);
        char text[TEXT_MAX];
        if (!chance(maker, info.is_override ? share / 4 : share))
            continue;
        any_text(maker, order[i], patient[order[i]], text);
        if (maker->kind->is_contradictory || !contradicts(maker->record, info.key, text))
            enter(maker, info.key, text);
        if (chance(maker, maker->kind->refused))
            wrong_entry(maker);
    }
}

static void make_record(struct maker *maker)
{
    smet_value_t patient[FIELDS];
    for (smet_field_t f = 0; f < FIELDS; f++)
        patient[f] = any_value(maker, f);
    uint32_t share =
        maker->kind->least + below(maker, maker->kind->most - maker->kind->least + 1);
    for (int round = 0; round < maker->kind->rounds; round++)
        enter_round(maker, patient, share);
}

void generate(void (*take)(const char *id, json_t *entries, void *data), void *data)
{
    struct maker maker = {.random = 20180718};
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        maker.kind = &kinds[k];
        for (int i = 1; i <= maker.kind->count; i++) {
            char id[64];
            snprintf(id, sizeof id, "%s-%d", maker.kind->name, i);
            maker.record = smet_record_new();
            maker.entries = json_array();
            if (maker.record == NULL)
                stop("no memory");
            make_record(&maker);
            take(id, maker.entries, data);
            json_decref(maker.entries);
            smet_record_free(maker.record);
        }
    }
}
