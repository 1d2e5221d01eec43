/*
 * What the test programs share: the run of a suite, records written as text,
 * snapshots of records, random numbers that come out the same every time.
 */
#ifndef SUITE_H
#define SUITE_H

#include <check.h>
#include <sacralmet/sacralmet.h>
#include <stdbool.h>

/* Like ck_assert_msg(), but without a mark for each check that holds: cheap in long loops. */
#define expect(condition, ...)         \
    do {                               \
        if (!(condition))              \
            ck_abort_msg(__VA_ARGS__); \
    } while (0)

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Wide enough for every field and every value (fields.h: "within 0 to 127"). */
enum { SUITE_FIELDS = SMET_FIELD_REPORTED_TOMITA + 1, SUITE_VALUES = 128 };

#define SUITE_BIT(n) (UINT64_C(1) << (n))

/* --- running ------------------------------------------------------------- */

/* A new case of a suite, with time enough for the long loops. */
TCase *suite_case(Suite *suite, const char *name);

/* The same for tests that take the same paths again and again: CK_EXCLUDE_TAGS=exhaustive leaves
 * them out where time is short. */
TCase *suite_exhaustive_case(Suite *suite, const char *name);

/* Runs a suite and frees it; what main() returns. */
int suite_run(Suite *suite);

/* Adds the cases of a program: what it has in place of a main(), which is suite/main.c. One that
 * takes arguments has its own. */
void suite_tests(Suite *suite);

/* --- random numbers ------------------------------------------------------ */

/* The state of a xorshift generator; not 0. */
typedef uint64_t suite_random;

/* A number from 0 to `count` - 1. */
uint32_t suite_below(suite_random *random, uint32_t count);

/* Whether something of a chance of `percent` in a hundred comes about. */
bool suite_chance(suite_random *random, uint32_t percent);

/* --- records ------------------------------------------------------------- */

/*
 * Enters facts into a record: "karnofsky=40..50 ecog=3 pain=none|mechanical".
 * One that is refused fails the test.
 */
void suite_enter(smet_record *record, const char *facts);

/* A new record with these facts. */
smet_record *suite_record(const char *facts);

/* The assessment of a record with these facts. */
smet_assessment *suite_assess(const char *facts);

/* The values of one field. */
struct suite_values {
    size_t count;
    smet_value_t value[SUITE_VALUES];
};

bool suite_values_equal(const struct suite_values *a, const struct suite_values *b);
bool suite_values_have(const struct suite_values *values, smet_value_t value);

/* Whether all values of `a` are values of `b`. */
bool suite_values_within(const struct suite_values *a, const struct suite_values *b);

/* Every value that a field can have. */
void suite_domain(smet_field_t field, struct suite_values *values);

/* All that can be read back from a record. */
struct suite_snapshot {
    struct suite_values field[SUITE_FIELDS];
};

void suite_read(const smet_record *record, struct suite_snapshot *snapshot);
bool suite_same(const struct suite_snapshot *a, const struct suite_snapshot *b);

/* --- patients ------------------------------------------------------------ */

/* One value for each field; -1 where a patient has none (an outcome without radiotherapy). */
struct suite_patient {
    smet_value_t value[SUITE_FIELDS];
};

/*
 * A random patient in whom every relation of the linked fields holds (record.md),
 * more often than not with a proven metastasis of the upper sacrum, so that the
 * regions where verdicts change are met.
 */
struct suite_patient suite_any_patient(suite_random *random);

/* Some of the values that a field still can have, one of them `kept` where that is not -1. */
void suite_some_values(suite_random *random, const smet_record *record, smet_field_t field,
                       smet_value_t kept, struct suite_values *values);

/* Narrows a field to values that are known to be possible. */
void suite_narrow(smet_record *record, smet_field_t field, const struct suite_values *values);

/*
 * A random record: narrowed around one such patient, or without regard to any
 * and often contradictory.
 */
smet_record *suite_any_record(suite_random *random, bool is_wild);

/* --- assessments ---------------------------------------------------------- */

/* Parts of an assessment; one that is refused fails the test. */
smet_assessment *suite_assess_record(const smet_record *record);
struct smet_disposition suite_disposition(const smet_assessment *assessment,
                                          smet_intervention_t intervention);
struct smet_rule_state suite_rule_state(const smet_assessment *assessment,
                                        smet_intervention_t intervention, smet_rule_t rule);
struct smet_next_fact suite_next(const smet_assessment *assessment, size_t index);

/* What lists the terms that belong to a term of an assessment, such as
 * smet_assessment_deciding(). */
typedef size_t (*suite_lister)(const smet_assessment *assessment, int32_t of, int32_t *terms,
                               size_t capacity);

/* The mask of what a lister gives. */
uint64_t suite_listed(const smet_assessment *assessment, int32_t of, suite_lister lister);

/* The masks of what one of the facts that would settle most bears on. */
uint64_t suite_next_interventions(const smet_assessment *assessment, size_t index);
uint64_t suite_next_instruments(const smet_assessment *assessment, size_t index);

/* The mask of the fields that narrowed that of an item. */
uint64_t suite_item_derived_from(const smet_record *record, smet_instrument_t instrument,
                                 size_t index);

/* Whether a rule fires. */
smet_truth_t suite_rule_truth(const smet_assessment *assessment, smet_rule_t rule);

/* The mask of the fields of one group of facts that contradict each other. */
uint64_t suite_group(const smet_assessment *assessment, size_t group);

/* --- words --------------------------------------------------------------- */

/* The term with a key, which must be there; the key of a term, "(none)" without one. */
int32_t suite_term(smet_vocabulary_t vocabulary, const char *key);
const char *suite_key(smet_vocabulary_t vocabulary, int32_t term);

/* Appends a word to a list in a room of some bytes, with `between` before it. */
void suite_append(char *list, size_t room, const char *between, const char *word);

/* Fields of a mask as their keys: "a b c", in order. */
const char *suite_field_keys(uint64_t mask);

/* The mask of the fields with these keys. */
uint64_t suite_field_mask(const char *keys);

/* The next of the words parted by `between`; false when there is none. */
bool suite_next_word(const char **words, char between, char word[64]);

/* Whether text is UTF-8, by RFC 3629. */
bool suite_is_utf8(const char *text);

#endif
