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
    uint64_t fields, scores;
};

static void read_condition(const struct smet_condition *condition, struct reading *reading);

static void read_mapping(const struct smet_mapping *mapping, struct reading *reading)
{
    reading->fields |= BIT(mapping->field);
    smet__parts_split_all(reading->parts, mapping->field);
    if (mapping->from == SMET_FIELD_INVALID) {
        reading->scores |= BIT(mapping->instrument);
        read_condition(smet__findings[mapping->where].when, reading);
        return;
    }
    reading->fields |= BIT(mapping->from);
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
        reading->fields |= BIT(subject);
        break;
    case SMET__JUDGED:
    case SMET__UNLIKE:
        read_mapping(smet__mapping_of(subject), reading);
        break;
    case SMET__FINDING:
        read_condition(smet__findings[subject].when, reading);
        break;
    default: /* a band or a misfit */
        reading->scores |= BIT(subject);
        break;
    }
}

/*
 * Whether a condition may be true where no field but those of a mask is known. It
 * errs on the side of yes.
 */
static bool may_hold(const struct smet_condition *condition, uint64_t known)
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
        return (BIT(smet__instruments[subject]->reported) & known) != 0;
    if ((kind & declared) != 0)
        return (BIT(subject) & known) != 0;
    /* Never: no check reads anything else before what must be known for it. */
    if (SMET__NEVER((kind & values) == 0))
        return true;
    /* Never: no check allows all values of a field. */
    return (smet__tied(BIT(subject)) & known) != 0 ||
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
    if (assessment.linked.broken != 0)
        return INCONSISTENT;
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        int bands = smet__instruments[i]->band_count;
        uint8_t class = 0;
        if ((part->scores & BIT(i)) != 0)
            class = parts->classes[smet__score_column(i)][row];
        assessment.scores[i] = (struct smet_score_state){
            .bands = class & ((1u << bands) - 1), .reported_fits = class >> bands != 0};
    }
    return smet__checks_that_hold(&assessment, part->about) != 0 ? INCONSISTENT : CONSISTENT;
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
    uint64_t fields = smet__tied(reading.fields) & parts->given;
    for (int p = 0; p < parts->part_count; p++)
        if (parts->parts[p].fields == fields && parts->parts[p].scores == reading.scores) {
            parts->parts[p].about |= BIT(check);
            return;
        }
    struct smet_part *part = smet__parts_add(parts, fields, BIT(check));
    part->scores = reading.scores;
    part->subject = SMET_INSTRUMENT_INVALID;
}

/* Whether links of some fields may go with a check: it reads the same fields, or has few
 * combinations. */
static bool goes_with(const struct smet_parts *parts, uint64_t fields,
                      const struct smet_part *part)
{
    return fields == part->fields || ((fields & ~part->fields) == 0 &&
                                      smet__part_size(parts, part) <= SMET__PART_ANSWERS / 2);
}

/*
 * A part for the links that a field is tied by, unless a check has one for them.
 * One column alone never contradicts itself, for each value of a field is in a
 * case of each link.
 */
static void add_links(struct smet_parts *parts, uint64_t tied)
{
    uint64_t fields = tied & parts->given;
    if ((fields & (fields - 1)) == 0)
        return;
    for (int p = 0; p < parts->part_count; p++)
        if (goes_with(parts, fields, &parts->parts[p]))
            return;
    smet__parts_add(parts, fields, 0)->subject = SMET_INSTRUMENT_INVALID;
}

static void add_scores(struct checker *checker)
{
    struct smet_parts *parts = &checker->parts;
    uint64_t read = 0;
    for (int p = 0; p < checker->check_count; p++)
        read |= parts->parts[p].scores;
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++) {
        checker->score_start[i] = parts->part_count;
        checker->score_count[i] = (read & BIT(i)) == 0 ? 0 : smet__score_parts_add(parts, i);
    }
}

static void make_parts(struct checker *checker, const struct smet_column *const *columns,
                       size_t column_count)
{
    struct smet_parts *parts = &checker->parts;
    uint64_t done = 0;
    smet__parts_begin(parts, columns, column_count, answer_part);
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        parts->class_count[smet__score_column(i)] =
            (uint8_t)(2u << smet__instruments[i]->band_count);
    for (int c = 0; c < smet__inconsistency_count; c++)
        add_check(parts, c);
    smet__parts_split_by_links(parts, parts->given);
    for (int l = 0; l < smet__link_count; l++) {
        uint64_t tied = smet__tied(smet__links[l].mask);
        if ((tied & done) == 0)
            add_links(parts, tied);
        done |= tied;
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
