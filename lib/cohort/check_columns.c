/*
 * Rows that hold inconsistencies. A link depends on the fields that it is tied
 * to; a check on those that its condition reads and on what they are tied to, and
 * on scores, which have parts of their own. Each such group is a part.
 */
#include "cohort/parts.h"
#include "cohort/score_parts.h"
#include "core/errors.h"
#include "core/never.h"
#include "pathway/assessment.h"

enum { CONSISTENT = 1, INCONSISTENT = 2 };

/* The parts of the checks come first, those of the instruments that they read behind. */
struct checker {
    struct smet_parts parts;
    int check_count;
    int score_start[SMET__INSTRUMENT_COUNT], score_count[SMET__INSTRUMENT_COUNT];
};

/* --- what a condition reads --------------------------------------------- */

/* What a condition depends on, and what of the fields' values it tells apart. */
struct reading {
    struct smet_parts *parts; /* gets the splits */
    struct smet_fields fields;
    struct smet_instruments scores;
};

static void read_condition(const struct smet_condition *condition, struct reading *reading);

static void read_mapping(const struct smet_mapping *mapping, struct reading *reading)
{
    smet__fields_add(&reading->fields, mapping->field);
    smet__parts_split_all(reading->parts, mapping->field);
    if (mapping->from == SMET_FIELD_INVALID) {
        smet__instruments_add(&reading->scores, mapping->instrument);
        read_condition(smet__findings[mapping->where].when, reading);
        return;
    }
    smet__fields_add(&reading->fields, mapping->from);
    for (int r = 0; r < mapping->row_count; r++)
        smet__parts_split(reading->parts, mapping->from, mapping->rows[r].from);
}

/* A class of scores tells bands and misfits apart; no check reads totals or rules, or is always
 * so. */
static void read_condition(const struct smet_condition *condition, struct reading *reading)
{
    const struct smet_values members = {{condition->members, 0}};
    int subject = condition->subject;
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALL:
    case SMET__ANY:
    case SMET__NOT:
        for (int i = 0; i < condition->part_count; i++)
            read_condition(condition->parts[i], reading);
        break;
    case SMET__IS:
    case SMET__SIGN:
    case SMET__ALARM:
    case SMET__ENTERED:
        smet__parts_split(reading->parts, subject, members);
        smet__fields_add(&reading->fields, subject);
        break;
    case SMET__JUDGED:
    case SMET__UNLIKE:
        read_mapping(smet__mapping_of(subject), reading);
        break;
    case SMET__FINDING:
        read_condition(smet__findings[subject].when, reading);
        break;
    default: /* a band or a misfit */
        smet__instruments_add(&reading->scores, subject);
        break;
    }
}

/*
 * Whether a condition may be true where none but some fields is known. It
 * errs on the side of yes.
 */
static bool may_hold(const struct smet_condition *condition, struct smet_fields known)
{
    const uint64_t values = BIT(SMET__IS) | BIT(SMET__SIGN);
    const uint64_t declared = BIT(SMET__UNLIKE) | BIT(SMET__ALARM) | BIT(SMET__ENTERED);
    uint64_t kind = BIT(condition->kind);
    int subject = condition->subject;
    if ((kind & (BIT(SMET__ALL) | BIT(SMET__ANY))) != 0) {
        /* One part that may not hold decides for all, one that may for any. */
        bool decides = condition->kind == SMET__ANY;
        for (int i = 0; i < condition->part_count; i++)
            if (may_hold(condition->parts[i], known) == decides)
                return decides;
        return !decides;
    }
    if (condition->kind == SMET__FINDING)
        return may_hold(smet__findings[subject].when, known);
    if (condition->kind == SMET__MISFIT)
        return smet__fields_has(known, smet__instruments[subject]->reported);
    if ((kind & declared) != 0)
        return smet__fields_has(known, subject);
    /* Never: no check reads anything else before what must be known for it. */
    if (SMET__NEVER((kind & values) == 0))
        return true;
    /* Never: no check allows all values of a field. */
    return smet__fields_meet(smet__tied(smet__fields_of(subject)), known) ||
           SMET__NEVER((smet__fields[subject].domain.word[0] & ~condition->members) == 0);
}

/* --- answers ------------------------------------------------------------ */

/* A class of scores: the bands, and above them whether a reported total fits. */
static uint8_t class_of_scores(smet_instrument_t instrument, uint32_t totals, uint8_t fits)
{
    return (uint8_t)(smet__bands_of(instrument, totals) |
                     fits << smet__instruments[instrument]->band_count);
}

static uint32_t answer_check(const struct smet_parts *parts, const struct smet_part *part,
                             const struct smet_record *record, size_t row)
{
    struct smet_assessment assessment;
    assessment.record = *record;
    smet__link(record, &assessment.linked);
    if (smet__links_any(assessment.linked.broken))
        return INCONSISTENT;
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        int bands = smet__instruments[i]->band_count;
        uint8_t class = 0;
        if (smet__instruments_has(part->scores, i))
            class = parts->classes[smet__score_column(i)][row];
        assessment.scores[i] = (struct smet_score_state){
            .bands = class & ((1u << bands) - 1), .reported_fits = class >> bands != 0};
    }
    bool holds = smet__checks_any(smet__checks_that_hold(&assessment, part->checks));
    return holds ? INCONSISTENT : CONSISTENT;
}

static uint32_t answer_part(const struct smet_parts *parts, const struct smet_part *part,
                            const struct smet_record *record, size_t row)
{
    if (part->subject == SMET_INSTRUMENT_INVALID)
        return answer_check(parts, part, record, row);
    return smet__score_part(parts, part, record, row);
}

/* --- parts -------------------------------------------------------------- */

/* A part for the checks that read the same. */
static void add_check(struct smet_parts *parts, int check)
{
    const struct smet_condition *when = smet__inconsistencies[check].when;
    struct reading reading = {.parts = parts};
    if (!may_hold(when, parts->given))
        return;
    read_condition(when, &reading);
    const struct smet_fields fields = smet__fields_and(smet__tied(reading.fields), parts->given);
    for (int p = 0; p < parts->part_count; p++)
        if (smet__fields_equal(parts->parts[p].fields, fields) &&
            smet__instruments_equal(parts->parts[p].scores, reading.scores)) {
            smet__checks_add(&parts->parts[p].checks, check);
            return;
        }
    struct smet_part *part = smet__parts_add(parts, fields);
    part->scores = reading.scores;
    smet__checks_add(&part->checks, check);
}

/* Whether links of some fields may go with a check: it reads the same fields, or has few
 * combinations. */
static bool goes_with(const struct smet_parts *parts, struct smet_fields fields,
                      const struct smet_part *part)
{
    return smet__fields_equal(fields, part->fields) ||
           (smet__fields_within(fields, part->fields) &&
            smet__part_size(parts, part) <= SMET__PART_ANSWERS / 2);
}

/*
 * A part for the links that a field is tied by, unless a check has one for them.
 * One column alone never contradicts itself, for each value of a field is in a
 * case of each link.
 */
static void add_links(struct smet_parts *parts, struct smet_fields tied)
{
    const struct smet_fields fields = smet__fields_and(tied, parts->given);
    if (!smet__fields_many(fields))
        return;
    for (int p = 0; p < parts->part_count; p++)
        if (goes_with(parts, fields, &parts->parts[p]))
            return;
    smet__parts_add(parts, fields);
}

static void add_scores(struct checker *checker)
{
    struct smet_parts *parts = &checker->parts;
    struct smet_instruments read = {{0}};
    for (int p = 0; p < checker->check_count; p++)
        read = smet__instruments_or(read, parts->parts[p].scores);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        checker->score_start[i] = parts->part_count;
        checker->score_count[i] =
            smet__instruments_has(read, i) ? smet__score_parts_add(parts, i) : 0;
    }
}

static void make_parts(struct checker *checker, const struct smet_column *const *columns,
                       size_t column_count)
{
    struct smet_parts *parts = &checker->parts;
    struct smet_fields done = {{0}};
    smet__parts_begin(parts, columns, column_count, answer_part);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        parts->class_count[smet__score_column(i)] =
            (uint8_t)(2u << smet__instruments[i]->band_count);
    for (int c = 0; c < smet__inconsistency_count; c++)
        add_check(parts, c);
    smet__parts_split_by_links(parts, parts->given);
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_fields tied = smet__tied(smet__link_fields(&smet__links[l]));
        if (!smet__fields_meet(tied, done))
            add_links(parts, tied);
        done = smet__fields_or(done, tied);
    }
    checker->check_count = parts->part_count;
    add_scores(checker);
    smet__parts_end(parts);
}

/* --- rows --------------------------------------------------------------- */

static void take_scores(struct checker *checker, size_t count)
{
    struct smet_sums sums;
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        uint8_t *classes = checker->parts.classes[smet__score_column(i)];
        if (checker->score_count[i] == 0)
            continue;
        smet__sum_parts(&checker->parts, checker->score_start[i], checker->score_count[i], count,
                        &sums);
        for (size_t r = 0; r < count; r++)
            classes[r] = class_of_scores(i, sums.totals[r], sums.fits[r]);
    }
}

static void check_rows(struct checker *checker, size_t row_count,
                       const struct smet_check_arrays *output)
{
    struct smet_parts *parts = &checker->parts;
    uint32_t answers[SMET__PART_ROWS];
    uint8_t found[SMET__PART_ROWS];
    for (size_t first = 0; first < row_count; first += SMET__PART_ROWS) {
        size_t left = row_count - first, count = left < SMET__PART_ROWS ? left : SMET__PART_ROWS;
        smet__parts_read(parts, first, count);
        take_scores(checker, count);
        for (size_t r = 0; r < count; r++)
            found[r] = CONSISTENT;
        for (int p = 0; p < checker->check_count; p++) {
            smet__part_answers(parts, &parts->parts[p], count, answers);
            for (size_t r = 0; r < count; r++)
                found[r] |= (uint8_t)answers[r];
        }
        for (size_t r = 0; output->inconsistent != NULL && r < count; r++)
            output->inconsistent[first + r] =
                (uint8_t)((found[r] & INCONSISTENT) != 0 && parts->bad[r] == 0);
        for (size_t r = 0; output->status != NULL && r < count; r++)
            output->status[first + r] = parts->bad[r] != 0 ? SMET_ROW_BAD_CODE : SMET_ROW_GOOD;
    }
}

smet_status_t smet_check_columns(const struct smet_column *const *columns, size_t column_count,
                                 size_t row_count, const struct smet_check_arrays *output,
                                 struct smet_error *error)
{
    smet_status_t status = smet__columns_output_check(output, sizeof *output, error);
    if (status == SMET_OK)
        status = smet__columns_check(columns, column_count, row_count, error);
    if (status != SMET_OK)
        return status;
    struct checker checker;
    make_parts(&checker, columns, column_count);
    check_rows(&checker, row_count, output);
    return SMET_OK;
}
