/*
 * Writes links, scores, findings, rules and dispositions as SMT-LIB definitions,
 * so that a solver can decide what holds for all patients. A developer's tool,
 * not installed.
 *
 * The patient is complete: every field is entered with one value, save overrides
 * and fields that say nothing until they are entered, which may be left out. The
 * patient need not be consistent: fields of links that cannot hold are set aside,
 * as lib/core/linked.c does it. What is then unknown makes conditions three-valued,
 * so each becomes two definitions: X.t, certainly true, and X.f, certainly false.
 *
 * The first line is a comment with what a reader of models needs, in JSON.
 */
#include "content/lists.h"

#include <stdio.h>

/* The widths of values and of sets of totals, bands and mapped values, in bits. */
enum { VALUE_WIDTH = 7, SET_WIDTH = 32 };

/* --- words ----------------------------------------------------------------- */

static void put_value(const char *key)
{
    printf("value.%s", key);
}

static const char *field_key(smet_field_t field)
{
    return smet__fields[field].key;
}

/* (_ bvN WIDTH) */
static void put_number(uint64_t number, int width)
{
    printf("(_ bv%llu %d)", (unsigned long long)number, width);
}

/* That the value of a field is one of a set: a disjunction of spans. */
static void put_in(smet_field_t field, struct smet_values set)
{
    printf("(or false");
    for (int32_t first = smet__values_next(&set, 0); first >= 0;) {
        int32_t last = first;
        while (smet__values_has(&set, last + 1))
            last++;
        printf(" (and (bvuge ");
        put_value(field_key(field));
        putchar(' ');
        put_number((uint64_t)first, VALUE_WIDTH);
        printf(") (bvule ");
        put_value(field_key(field));
        putchar(' ');
        put_number((uint64_t)last, VALUE_WIDTH);
        printf("))");
        first = smet__values_next(&set, last + 1);
    }
    printf(")");
}

static struct smet_values members_of(const struct smet_condition *condition)
{
    return (struct smet_values){{condition->members, 0}};
}

static void define_bool(const char *what, const char *key, const char *suffix)
{
    printf("(define-fun %s.%s%s () Bool ", what, key, suffix);
}

/* --- the record ------------------------------------------------------------ */

/* Overrides, reported totals among them, and what links ask for only once it is there. */
static bool may_be_left_out(smet_field_t field)
{
    if (smet__fields[field].is_override)
        return true;
    for (int l = 0; l < smet__link_count; l++)
        if (smet__links[l].once_entered && smet__links[l].fields[0] == field)
            return true;
    return false;
}

static void put_fields(void)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        const char *key = field_key(f);
        printf("(declare-const value.%s (_ BitVec %d))\n", key, VALUE_WIDTH);
        printf("(assert ");
        put_in(f, smet__fields[f].domain);
        printf(")\n");
        if (may_be_left_out(f))
            printf("(declare-const entered.%s Bool)\n", key);
        else
            printf("(define-fun entered.%s () Bool true)\n", key);
    }
}

static void put_links(void)
{
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        printf("(define-fun link.%d.broken () Bool (and", l);
        for (int i = 0; i < link->field_count; i++)
            printf(" entered.%s", field_key(link->fields[i]));
        printf(" (not (or false");
        for (int c = 0; c < link->case_count; c++) {
            printf("\n  (and true");
            for (int i = 0; i < link->field_count; i++) {
                putchar(' ');
                put_in(link->fields[i], link->cases[c].allowed[i]);
            }
            printf(")");
        }
        printf("))))\n");
    }
    printf("(define-fun links.hold () Bool (not (or false");
    for (int l = 0; l < smet__link_count; l++)
        printf(" link.%d.broken", l);
    printf(")))\n");
}

/* Which fields a broken link takes out of use. */
static void put_known(void)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        define_bool("aside", field_key(f), "");
        printf("(or false");
        for (int l = 0; l < smet__link_count; l++) {
            const struct smet_link *link = &smet__links[l];
            for (int i = 0; i < (link->is_shortcut ? 1 : link->field_count); i++)
                if (link->fields[i] == f)
                    printf(" link.%d.broken", l);
        }
        printf("))\n");
        define_bool("known", field_key(f), "");
        printf("(and entered.%s (not aside.%s)))\n", field_key(f), field_key(f));
    }
}

/* --- scores ---------------------------------------------------------------- */

static void put_set(uint64_t set)
{
    put_number(set, SET_WIDTH);
}

/* That a set and some members have one in common. */
static void put_meets(const char *what, const char *key, uint64_t members)
{
    printf("(not (= ");
    put_set(0);
    printf(" (bvand %s.%s ", what, key);
    put_set(members);
    printf(")))");
}

/* The set of values that stands for an override, where a field is mapped to it. */
static void put_mapping(const struct smet_mapping *mapping)
{
    uint64_t all = 0;
    if (mapping->from == SMET_FIELD_INVALID)
        return;
    printf("(define-fun mapped.%s () (_ BitVec %d) (ite known.%s ", field_key(mapping->field),
           SET_WIDTH, field_key(mapping->from));
    for (int r = 0; r < mapping->row_count; r++) {
        printf("\n  (ite ");
        put_in(mapping->from, mapping->rows[r].from);
        putchar(' ');
        put_set(mapping->rows[r].to.word[0]);
        putchar(' ');
        all |= mapping->rows[r].to.word[0];
    }
    put_set(0);
    for (int r = 0; r < mapping->row_count; r++)
        putchar(')');
    putchar(' ');
    put_set(all);
    printf("))\n");
}

static const struct smet_mapping *mapping_of(smet_field_t field)
{
    for (int m = 0; m < SMET__MAPPING_COUNT; m++)
        if (smet__mappings[m].field == field)
            return &smet__mappings[m];
    return NULL;
}

/* The points that a value gives, as a set with one member. */
static void put_points_of_value(const struct smet_item_row *item)
{
    for (int r = 0; r < item->row_count; r++) {
        printf("(ite ");
        put_in(item->field, item->rows[r].values);
        putchar(' ');
        put_set(BIT(item->rows[r].points));
        putchar(' ');
    }
    put_set(0);
    for (int r = 0; r < item->row_count; r++)
        putchar(')');
}

/* The points that some value of a set gives; of every value where nothing is mapped. */
static void put_points_of_set(const struct smet_item_row *item, const struct smet_mapping *mapping)
{
    printf("(bvor ");
    put_set(0);
    for (int r = 0; r < item->row_count; r++) {
        putchar(' ');
        if (mapping == NULL) {
            put_set(BIT(item->rows[r].points));
            continue;
        }
        printf("(ite ");
        put_meets("mapped", field_key(item->field), item->rows[r].values.word[0]);
        putchar(' ');
        put_set(BIT(item->rows[r].points));
        putchar(' ');
        put_set(0);
        putchar(')');
    }
    putchar(')');
}

static void put_item(const struct smet_instrument_row *row, const struct smet_item_row *item)
{
    printf("(define-fun points.%s.%s () (_ BitVec %d) (ite known.%s ", row->key, item->key,
           SET_WIDTH, field_key(item->field));
    put_points_of_value(item);
    putchar(' ');
    put_points_of_set(item, mapping_of(item->field));
    printf("))\n");
}

/* Every sum of the points of the first items: each item shifts the sums before it. */
static void put_sums(const struct smet_instrument_row *row, int count)
{
    printf("(define-fun sums.%s.%d () (_ BitVec %d) ", row->key, count, SET_WIDTH);
    if (count == 0) {
        put_set(BIT(0));
        printf(")\n");
        return;
    }
    const struct smet_item_row *item = &row->items[count - 1];
    char points[64];
    snprintf(points, sizeof points, "points.%s", row->key);
    printf("(bvor ");
    put_set(0);
    for (int r = 0; r < item->row_count; r++) {
        printf("\n  (ite ");
        put_meets(points, item->key, BIT(item->rows[r].points));
        printf(" (bvshl sums.%s.%d ", row->key, count - 1);
        put_number((uint64_t)item->rows[r].points, SET_WIDTH);
        printf(") ");
        put_set(0);
        putchar(')');
    }
    printf("))\n");
}

/* The value of a field as a set with one member. */
static void put_bit_of(const char *key)
{
    printf("(bvshl ");
    put_set(1);
    printf(" ((_ zero_extend %d) value.%s))", SET_WIDTH - VALUE_WIDTH, key);
}

/* Totals narrowed by one that was reported, where it fits. */
static void put_totals(const struct smet_instrument_row *row)
{
    const char *reported = field_key(row->reported);
    printf("(define-fun fits.%s () Bool (or (not entered.%s) (not (= ", row->key, reported);
    put_set(0);
    printf(" (bvand sums.%s.%d ", row->key, row->item_count);
    put_bit_of(reported);
    printf(")))))\n(define-fun totals.%s () (_ BitVec %d) (ite (and entered.%s fits.%s) ",
           row->key, SET_WIDTH, reported, row->key);
    put_bit_of(reported);
    printf(" sums.%s.%d))\n", row->key, row->item_count);
}

static void put_bands(const struct smet_instrument_row *row)
{
    printf("(define-fun bands.%s () (_ BitVec %d) (bvor ", row->key, SET_WIDTH);
    put_set(0);
    for (int b = 0; b < row->band_count; b++) {
        printf(" (ite ");
        put_meets("totals", row->key,
                  UP_TO(row->bands[b].maximum) & ~UP_TO(row->bands[b].minimum - 1));
        putchar(' ');
        put_set(BIT(b));
        putchar(' ');
        put_set(0);
        putchar(')');
    }
    printf("))\n");
}

static void put_instrument(const struct smet_instrument_row *row)
{
    for (int i = 0; i < row->item_count; i++)
        put_item(row, &row->items[i]);
    for (int count = 0; count <= row->item_count; count++)
        put_sums(row, count);
    put_totals(row);
    put_bands(row);
}

/* --- conditions ------------------------------------------------------------ */

static void put_condition(const struct smet_condition *condition, bool truth);

/* A set of what is possible lies within the members, or outside them. */
static void put_within(const char *set, const char *key, uint64_t members, bool truth)
{
    printf("(not ");
    put_meets(set, key, (truth ? ~members : members) & UP_TO(SET_WIDTH - 1));
    putchar(')');
}

static void put_is(const struct smet_condition *condition, bool truth)
{
    struct smet_values members = members_of(condition);
    const struct smet_values *domain = &smet__fields[condition->subject].domain;
    bool all = smet__values_within(*domain, members);
    bool none = !smet__values_meet(*domain, members);
    if (all || none) {
        printf("%s", all == truth ? "true" : "false");
        return;
    }
    printf("(and known.%s ", field_key(condition->subject));
    printf(truth ? "" : "(not ");
    put_in(condition->subject, members);
    printf(truth ? ")" : "))");
}

static void put_alarm(const struct smet_condition *condition)
{
    const char *key = field_key(condition->subject);
    printf("(and aside.%s entered.%s ", key, key);
    put_in(condition->subject, members_of(condition));
    printf(")");
}

static void put_judged(const struct smet_condition *condition, bool truth)
{
    const struct smet_mapping *mapping = mapping_of(condition->subject);
    const char *key = field_key(condition->subject);
    printf("(ite entered.%s ", key);
    printf(truth ? "" : "(not ");
    put_in(condition->subject, members_of(condition));
    printf(truth ? " " : ") ");
    if (mapping->from != SMET_FIELD_INVALID) {
        put_within("mapped", key, condition->members, truth);
    } else {
        printf("(and finding.%s.t ", smet__findings[mapping->where].key);
        put_within("bands", smet__instruments[mapping->instrument]->key, condition->members,
                   truth);
        printf(")");
    }
    printf(")");
}

static void put_unlike(const struct smet_condition *condition)
{
    const struct smet_mapping *mapping = mapping_of(condition->subject);
    const char *key = field_key(condition->subject);
    bool is_mapped = mapping->from != SMET_FIELD_INVALID;
    const char *set = is_mapped ? "mapped" : "bands";
    const char *of = is_mapped ? key : smet__instruments[mapping->instrument]->key;
    printf("(and entered.%s (= ", key);
    put_set(0);
    printf(" (bvand %s.%s ", set, of);
    put_bit_of(key);
    printf(")))");
}

static void put_not(bool is_negated, void put(const struct smet_condition *),
                    const struct smet_condition *condition)
{
    printf(is_negated ? "(not " : "");
    put(condition);
    printf(is_negated ? ")" : "");
}

static void put_parts(const struct smet_condition *condition, bool truth)
{
    printf("(%s", (condition->kind == SMET__ALL) == truth ? "and true" : "or false");
    for (int i = 0; i < condition->part_count; i++) {
        putchar(' ');
        put_condition(condition->parts[i], truth);
    }
    printf(")");
}

/* That a condition is certainly true, or certainly false. */
static void put_condition(const struct smet_condition *condition, bool truth)
{
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALWAYS:
        printf(truth ? "true" : "false");
        break;
    case SMET__ALL:
    case SMET__ANY:
        put_parts(condition, truth);
        break;
    case SMET__NOT:
        put_condition(condition->parts[0], !truth);
        break;
    case SMET__IS:
        put_is(condition, truth);
        break;
    case SMET__SIGN:
        /* Set aside, it is true or unknown. */
        printf(truth ? "(or " : "(and true ");
        put_is(condition, truth);
        if (truth) {
            putchar(' ');
            put_alarm(condition);
        }
        printf(")");
        break;
    case SMET__ALARM:
        put_not(!truth, put_alarm, condition);
        break;
    case SMET__JUDGED:
        put_judged(condition, truth);
        break;
    case SMET__ENTERED:
        printf(truth ? "entered.%s" : "(not entered.%s)", field_key(condition->subject));
        break;
    case SMET__UNLIKE:
        put_not(!truth, put_unlike, condition);
        break;
    case SMET__FINDING:
        printf("finding.%s.%s", smet__findings[condition->subject].key, truth ? "t" : "f");
        break;
    case SMET__BAND:
        put_within("bands", smet__instruments[condition->subject]->key, condition->members, truth);
        break;
    case SMET__TOTAL:
        put_within("totals", smet__instruments[condition->subject]->key, condition->members,
                   truth);
        break;
    case SMET__MISFIT:
        printf(truth ? "(not fits.%s)" : "fits.%s", smet__instruments[condition->subject]->key);
        break;
    case SMET__RULE_FIRES:
        printf("rule.%s.%s", smet__rules[condition->subject].key, truth ? "t" : "f");
        break;
    }
}

static void define_condition(const char *what, const char *key,
                             const struct smet_condition *condition)
{
    for (int truth = 1; truth >= 0; truth--) {
        define_bool(what, key, truth ? ".t" : ".f");
        put_condition(condition, truth);
        printf(")\n");
    }
}

/* --- dispositions ---------------------------------------------------------- */

/* That a rule with this verdict says something of an intervention: for certain, or
 * perhaps. */
static void define_verdict(int intervention, smet_verdict_t verdict, bool is_certain)
{
    printf("(define-fun %s.%s.%s () Bool (or false", is_certain ? "fires" : "may",
           smet__interventions[intervention].key,
           smet_term_key(SMET_VOCABULARY_VERDICT, verdict));
    for (int r = 0; r < SMET__RULE_COUNT; r++)
        if (smet__rules[r].verdict == verdict &&
            smet__list_has(smet__rules[r].interventions, intervention))
            printf(is_certain ? " rule.%s.t" : " (not rule.%s.f)", smet__rules[r].key);
    printf("))\n");
}

/* The strongest verdict that fires, as its number. */
static void define_disposition(int intervention)
{
    const char *key = smet__interventions[intervention].key;
    smet_verdict_t verdicts[16];
    int count = 0;
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT) && count < 16; i++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        if (verdict == SMET_VERDICT_CAUTION || verdict == SMET_VERDICT_NO_RULE)
            continue;
        int at = count++;
        for (; at > 0 && verdicts[at - 1] < verdict; at--)
            verdicts[at] = verdicts[at - 1];
        verdicts[at] = verdict;
    }
    for (int v = 0; v < count; v++) {
        define_verdict(intervention, verdicts[v], true);
        define_verdict(intervention, verdicts[v], false);
    }
    printf("(define-fun disposition.%s () Int ", key);
    for (int v = 0; v < count; v++)
        printf("(ite fires.%s.%s %d ", key, smet_term_key(SMET_VOCABULARY_VERDICT, verdicts[v]),
               (int)verdicts[v]);
    printf("%d", (int)SMET_VERDICT_NO_RULE);
    for (int v = 0; v < count; v++)
        putchar(')');
    printf(")\n(define-fun settled.%s () Bool (and true", key);
    for (int v = 0; v < count; v++)
        printf(" (=> (< disposition.%s %d) (not may.%s.%s))", key, (int)verdicts[v], key,
               smet_term_key(SMET_VOCABULARY_VERDICT, verdicts[v]));
    printf("))\n");
}

/* --- what a reader of models needs ----------------------------------------- */

static const char *kind_of(enum smet_intervention_kind kind)
{
    static const char *const kinds[] = {
        [SMET__KIND_OTHER] = "other",
        [SMET__KIND_OPERATION] = "operation",
        [SMET__KIND_LOCAL_TREATMENT] = "local_treatment",
        [SMET__KIND_AROUND_OPERATION] = "around_operation",
    };
    return kinds[kind];
}

/* One JSON object on one line; keys need no escapes. */
static void put_words(void)
{
    printf("; {\"fields\":{");
    for (int f = 0; f < SMET__FIELD_COUNT; f++) {
        printf("%s\"%s\":{\"optional\":%s,\"values\":{", f == 0 ? "" : ",", field_key(f),
               may_be_left_out(f) ? "true" : "false");
        for (size_t i = 0; i < smet_value_count(f); i++) {
            smet_value_t value = smet_value_at(f, i);
            const char *key = smet_value_key(f, value);
            bool is_choice = smet__fields[f].kind != SMET_KIND_INTEGER;
            printf("%s\"%d\":%s%s%s", i == 0 ? "" : ",", (int)value, is_choice ? "\"" : "", key,
                   is_choice ? "\"" : "");
        }
        printf("}}");
    }
    printf("},\"interventions\":{");
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
        printf("%s\"%s\":\"%s\"", i == 0 ? "" : ",", smet__interventions[i].key,
               kind_of(smet__interventions[i].kind));
    printf("},\"verdicts\":{");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_VERDICT); i++) {
        smet_verdict_t verdict = smet_term_at(SMET_VOCABULARY_VERDICT, i);
        printf("%s\"%s\":%d", i == 0 ? "" : ",", smet_term_key(SMET_VOCABULARY_VERDICT, verdict),
               (int)verdict);
    }
    printf("},\"rules\":{");
    for (int r = 0; r < SMET__RULE_COUNT; r++) {
        printf("%s\"%s\":{\"verdict\":\"%s\",\"interventions\":[", r == 0 ? "" : ",",
               smet__rules[r].key,
               smet_term_key(SMET_VOCABULARY_VERDICT, smet__rules[r].verdict));
        const char *comma = "";
        for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
            if (smet__list_has(smet__rules[r].interventions, i)) {
                printf("%s\"%s\"", comma, smet__interventions[i].key);
                comma = ",";
            }
        printf("]}");
    }
    printf("},\"findings\":[");
    for (int f = 0; f < SMET__FINDING_COUNT; f++)
        printf("%s\"%s\"", f == 0 ? "" : ",", smet__findings[f].key);
    printf("],\"inconsistencies\":%d,\"content\":\"%s\"}\n", smet__inconsistency_count,
           smet_content_version());
}

int main(void)
{
    put_words();
    printf("(set-logic ALL)\n");
    put_fields();
    put_links();
    put_known();
    for (int m = 0; m < SMET__MAPPING_COUNT; m++)
        put_mapping(&smet__mappings[m]);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        put_instrument(smet__instruments[i]);
    for (int f = 0; f < SMET__FINDING_COUNT; f++)
        define_condition("finding", smet__findings[f].key, smet__findings[f].when);
    for (int r = 0; r < SMET__RULE_COUNT; r++)
        define_condition("rule", smet__rules[r].key, smet__rules[r].when);
    for (int i = 0; i < smet__inconsistency_count; i++) {
        printf("(define-fun check.%d () Bool ", i);
        put_condition(smet__inconsistencies[i].when, true);
        printf(")\n");
    }
    printf("(define-fun consistent () Bool (and links.hold (not (or false");
    for (int i = 0; i < smet__inconsistency_count; i++)
        printf(" check.%d", i);
    printf("))))\n");
    for (int i = 0; i < SMET__INTERVENTION_COUNT; i++)
        define_disposition(i);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("content-smt: the definitions could not be written\n", stderr);
        return 1;
    }
    return 0;
}
