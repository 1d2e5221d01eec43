/*
 * Conditions, as trees of named constructors that read aloud:
 *
 *     ALL(IS(LESION_LEVEL, SMET_LESION_LEVEL_S1, SMET_LESION_LEVEL_S2), NOT(FINDING(IRRADIATED)))
 *
 * They are data. lib/pathway evaluates them in three-valued logic and prints
 * them in words. Compound literals at file scope have static storage, so that a
 * whole tree is const.
 */
#ifndef SMET_CONTENT_CONDITION_H
#define SMET_CONTENT_CONDITION_H

#include <sacralmet/sacralmet.h>

enum smet_condition_kind {
    SMET__ALWAYS,    /* true */
    SMET__ALL,       /* every part */
    SMET__ANY,       /* at least one part */
    SMET__NOT,       /* not its part */
    SMET__IS,        /* a field has one of the values */
    SMET__SIGN,      /* the same; true as entered stays true in a contradiction */
    SMET__ALARM,     /* true only as entered, of a field that contradicts another */
    SMET__JUDGED,    /* an override, or what is mapped in its place, is one of the values */
    SMET__ENTERED,   /* an override was entered */
    SMET__UNLIKE,    /* an override was entered, unlike all that could be mapped in its place */
    SMET__FINDING,   /* a finding */
    SMET__BAND,      /* the bands of an instrument that are still possible are among these */
    SMET__TOTAL,     /* so are its totals */
    SMET__MISFIT,    /* a reported total that no items give */
    SMET__RULE_FIRES /* a rule fires */
};

struct smet_condition {
    uint8_t kind;
    uint8_t part_count;
    int16_t subject; /* field, finding, instrument or rule */
    uint64_t members; /* values (each below 64), bands or totals */
    const struct smet_condition *const *parts;
};

#define CONDITION(...) (&(const struct smet_condition){__VA_ARGS__})
#define PARTS_OF(...)                                                          \
    .part_count = (uint8_t)(sizeof((const struct smet_condition *const[]){__VA_ARGS__}) / \
                            sizeof(const struct smet_condition *)),            \
    .parts = (const struct smet_condition *const[]){__VA_ARGS__}

#define ALWAYS CONDITION(.kind = SMET__ALWAYS)
#define ALL(...) CONDITION(.kind = SMET__ALL, PARTS_OF(__VA_ARGS__))
#define ANY(...) CONDITION(.kind = SMET__ANY, PARTS_OF(__VA_ARGS__))
#define NOT(part) CONDITION(.kind = SMET__NOT, PARTS_OF(part))
#define NONE_OF(...) NOT(ANY(__VA_ARGS__))

#define ABOUT(what, which, set) CONDITION(.kind = (what), .subject = (which), .members = (set))
#define IS(field, ...) ABOUT(SMET__IS, SMET_FIELD_##field, BITS_OF(__VA_ARGS__))
#define IS_NOT(field, ...) NOT(IS(field, __VA_ARGS__))
#define YES(field) IS(field, SMET_YES)
#define NO(field) IS(field, SMET_NO)
#define AT_LEAST(field, least, greatest) \
    ABOUT(SMET__IS, SMET_FIELD_##field, UP_TO(greatest) & ~UP_TO((least)-1))
#define SIGN(field, ...) ABOUT(SMET__SIGN, SMET_FIELD_##field, BITS_OF(__VA_ARGS__))
#define ALARM(field, ...) ABOUT(SMET__ALARM, SMET_FIELD_##field, BITS_OF(__VA_ARGS__))
#define JUDGED(field, ...) ABOUT(SMET__JUDGED, SMET_FIELD_##field, BITS_OF(__VA_ARGS__))
#define ENTERED(field) ABOUT(SMET__ENTERED, SMET_FIELD_##field, 0)
#define UNLIKE(field) ABOUT(SMET__UNLIKE, SMET_FIELD_##field, 0)
#define FINDING(finding) ABOUT(SMET__FINDING, SMET_FINDING_##finding, 0)
#define BAND(instrument, ...) ABOUT(SMET__BAND, SMET_INSTRUMENT_##instrument, BITS_OF(__VA_ARGS__))
#define TOTAL_AT_LEAST(instrument, least, greatest) \
    ABOUT(SMET__TOTAL, SMET_INSTRUMENT_##instrument, UP_TO(greatest) & ~UP_TO((least)-1))
#define MISFIT(instrument) ABOUT(SMET__MISFIT, SMET_INSTRUMENT_##instrument, 0)
#define FIRES(rule) ABOUT(SMET__RULE_FIRES, SMET_RULE_##rule, 0)

/* A mask with the bits 0 to `last`. */
#define UP_TO(last) ((last) < 0 ? UINT64_C(0) : ~UINT64_C(0) >> (63 - ((last)&63)))

/* A mask with the bits of one to sixteen numbers, each below 64. */
#define BIT(n) (UINT64_C(1) << (n))
#define BITS_OF(...)                                                                           \
    SMET__PICK(__VA_ARGS__, SMET__B16, SMET__B15, SMET__B14, SMET__B13, SMET__B12, SMET__B11,  \
               SMET__B10, SMET__B9, SMET__B8, SMET__B7, SMET__B6, SMET__B5, SMET__B4, SMET__B3, \
               SMET__B2, SMET__B1, )                                                           \
    (__VA_ARGS__)
#define SMET__PICK(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, it, ...) it
#define SMET__B1(a) BIT(a)
#define SMET__B2(a, ...) (BIT(a) | SMET__B1(__VA_ARGS__))
#define SMET__B3(a, ...) (BIT(a) | SMET__B2(__VA_ARGS__))
#define SMET__B4(a, ...) (BIT(a) | SMET__B3(__VA_ARGS__))
#define SMET__B5(a, ...) (BIT(a) | SMET__B4(__VA_ARGS__))
#define SMET__B6(a, ...) (BIT(a) | SMET__B5(__VA_ARGS__))
#define SMET__B7(a, ...) (BIT(a) | SMET__B6(__VA_ARGS__))
#define SMET__B8(a, ...) (BIT(a) | SMET__B7(__VA_ARGS__))
#define SMET__B9(a, ...) (BIT(a) | SMET__B8(__VA_ARGS__))
#define SMET__B10(a, ...) (BIT(a) | SMET__B9(__VA_ARGS__))
#define SMET__B11(a, ...) (BIT(a) | SMET__B10(__VA_ARGS__))
#define SMET__B12(a, ...) (BIT(a) | SMET__B11(__VA_ARGS__))
#define SMET__B13(a, ...) (BIT(a) | SMET__B12(__VA_ARGS__))
#define SMET__B14(a, ...) (BIT(a) | SMET__B13(__VA_ARGS__))
#define SMET__B15(a, ...) (BIT(a) | SMET__B14(__VA_ARGS__))
#define SMET__B16(a, ...) (BIT(a) | SMET__B15(__VA_ARGS__))

#endif
