#include "cohort/parts.h"

#include "core/linked.h"

#include <string.h>

/* --- classes ------------------------------------------------------------ */

/* Whether the elements are codes that can be looked up where they lie. */
static bool in_place(const struct smet_column *column)
{
    return smet__column_is_bytes(column) && column->validity == NULL;
}

static void begin_classes(const struct smet_column *column, uint8_t class_of[256])
{
    const struct smet_values *domain = &smet__fields[column->field].domain;
    uint8_t reserved;
    memset(class_of, SMET__CLASS_BAD | SMET__CLASS_UNKNOWN, 256);
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1))
        class_of[v] = 1;
    if (!in_place(column))
        class_of[SMET__CODE_UNKNOWN] = SMET__CLASS_UNKNOWN;
    else if (smet__column_reserved(column, &reserved))
        class_of[reserved] = SMET__CLASS_UNKNOWN;
}

void smet__parts_begin(struct smet_parts *parts, const struct smet_column *const *columns,
                       size_t column_count, smet__part_answer *answer)
{
    parts->columns = columns;
    parts->column_count = column_count;
    parts->given = smet__fields_none();
    parts->answer = answer;
    parts->part_count = 0;
    for (size_t c = 0; c < column_count; c++) {
        smet__fields_add(&parts->given, columns[c]->field);
        parts->class_count[c] = 2;
        begin_classes(columns[c], parts->class_of[c]);
    }
}

static int column_of(const struct smet_parts *parts, smet_field_t field)
{
    for (size_t c = 0; c < parts->column_count; c++)
        if (parts->columns[c]->field == field)
            return (int)c;
    return -1;
}

void smet__parts_split(struct smet_parts *parts, smet_field_t field, struct smet_values set)
{
    enum { INSIDE = 1, OUTSIDE = 2 };
    const struct smet_values *domain = &smet__fields[field].domain;
    int column = column_of(parts, field);
    uint8_t where[SMET__VALUE_LIMIT] = {0}, moved[SMET__VALUE_LIMIT] = {0};
    if (column < 0)
        return;
    uint8_t *class_of = parts->class_of[column];
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1))
        where[class_of[v]] |= smet__values_has(&set, v) ? INSIDE : OUTSIDE;
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        uint8_t class = class_of[v];
        if (class == SMET__CLASS_UNKNOWN || where[class] != (INSIDE | OUTSIDE) ||
            !smet__values_has(&set, v))
            continue;
        if (moved[class] == 0)
            moved[class] = parts->class_count[column]++;
        class_of[v] = moved[class];
    }
}

void smet__parts_split_all(struct smet_parts *parts, smet_field_t field)
{
    const struct smet_values *domain = &smet__fields[field].domain;
    for (int32_t v = smet__values_next(domain, 0); v >= 0; v = smet__values_next(domain, v + 1)) {
        struct smet_values one = {{0, 0}};
        smet__values_add(&one, v);
        smet__parts_split(parts, field, one);
    }
}

void smet__parts_split_by_links(struct smet_parts *parts, struct smet_fields fields)
{
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        if (!smet__link_meets(link, fields))
            continue;
        for (int i = 0; i < link->field_count; i++)
            for (int c = 0; c < link->case_count; c++)
                smet__parts_split(parts, link->fields[i], link->cases[c].allowed[i]);
    }
}

/* --- parts -------------------------------------------------------------- */

struct smet_part *smet__parts_add(struct smet_parts *parts, struct smet_fields fields)
{
    struct smet_part *part = &parts->parts[parts->part_count++];
    *part = (struct smet_part){.fields = smet__fields_and(fields, parts->given),
                               .subject = SMET_INSTRUMENT_INVALID};
    return part;
}

uint64_t smet__part_size(const struct smet_parts *parts, const struct smet_part *part)
{
    uint64_t size = 1;
    for (size_t c = 0; c < parts->column_count; c++)
        if (smet__fields_has(part->fields, parts->columns[c]->field))
            size *= parts->class_count[c];
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        if (smet__instruments_has(part->scores, i))
            size *= parts->class_count[smet__score_column(i)];
    return size;
}

void smet__parts_end(struct smet_parts *parts)
{
    int taken = 0;
    for (int p = 0; p < parts->part_count; p++) {
        struct smet_part *part = &parts->parts[p];
        uint64_t size = smet__part_size(parts, part);
        for (size_t c = 0; c < parts->column_count; c++)
            if (smet__fields_has(part->fields, parts->columns[c]->field))
                part->columns[part->column_count++] = (uint8_t)c;
        for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
            if (smet__instruments_has(part->scores, i))
                part->columns[part->column_count++] = (uint8_t)smet__score_column(i);
        part->start = -1;
        if (size > (uint64_t)(SMET__PART_ANSWERS - taken))
            continue;
        part->start = taken;
        taken += (int)size;
    }
    memset(parts->answers, 0, (size_t)taken * sizeof parts->answers[0]);
    memset(parts->seen, 0, sizeof parts->seen);
}

/* --- rows --------------------------------------------------------------- */

/* The codes of a column that cannot be looked up where they lie. */
static const uint8_t *convert(const struct smet_column *column, size_t first, size_t count,
                              uint8_t *codes)
{
    uint8_t unknown[SMET__PART_ROWS];
    smet__column_codes(column, first, count, codes);
    if (column->validity == NULL)
        return codes;
    smet__column_unknown(column, first, count, unknown);
    for (size_t i = 0; i < count; i++)
        codes[i] = unknown[i] != 0 ? SMET__CODE_UNKNOWN : codes[i];
    return codes;
}

void smet__parts_read(struct smet_parts *parts, size_t first, size_t count)
{
    uint8_t converted[SMET__PART_ROWS];
    memset(parts->bad, 0, sizeof parts->bad);
    for (size_t c = 0; c < parts->column_count; c++) {
        const struct smet_column *column = parts->columns[c];
        const uint8_t *codes = in_place(column) ? (const uint8_t *)column->values + first
                                                : convert(column, first, count, converted);
        const uint8_t *class_of = parts->class_of[c];
        uint8_t *classes = parts->classes[c];
        for (size_t i = 0; i < count; i++)
            classes[i] = class_of[codes[i]];
        for (size_t i = 0; i < count; i++)
            parts->bad[i] |= classes[i];
        for (size_t i = 0; i < count; i++)
            classes[i] &= (uint8_t)~SMET__CLASS_BAD;
    }
    for (size_t i = 0; i < count; i++)
        parts->bad[i] >>= 7;
}

/* A record that holds the cells of a part alone, one value standing for its class. */
static void make_record(const struct smet_parts *parts, const struct smet_part *part, size_t row,
                        struct smet_record *record)
{
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        record->entered[f] = smet__fields[f].domain;
    for (int i = 0; i < part->column_count; i++) {
        int c = part->columns[i];
        if (c >= SMET__COLUMNS_MAX || parts->classes[c][row] == SMET__CLASS_UNKNOWN)
            continue;
        smet_field_t field = parts->columns[c]->field;
        int32_t value = 0;
        while (parts->class_of[c][value] != parts->classes[c][row])
            value++;
        record->entered[field] = (struct smet_values){{0, 0}};
        smet__values_add(&record->entered[field], value);
    }
}

static uint32_t work_out(const struct smet_parts *parts, const struct smet_part *part, size_t row)
{
    struct smet_record record;
    make_record(parts, part, row, &record);
    return parts->answer(parts, part, &record, row);
}

/* The number of a row's combination of classes. */
#define NUMBER_ROWS(type, numbers)                                             \
    do {                                                                       \
        memset((numbers), 0, count * sizeof (numbers)[0]);                     \
        for (int i_ = 0; i_ < part->column_count; i_++) {                      \
            const uint8_t *classes_ = parts->classes[part->columns[i_]];       \
            type times_ = parts->class_count[part->columns[i_]];               \
            for (size_t r_ = 0; r_ < count; r_++)                              \
                (numbers)[r_] = (numbers)[r_] * times_ + classes_[r_];         \
        }                                                                      \
    } while (0)

static void answers_by_table(struct smet_parts *parts, const struct smet_part *part, size_t count,
                             uint32_t *answers)
{
    uint32_t numbers[SMET__PART_ROWS];
    uint32_t *known = parts->answers + part->start;
    NUMBER_ROWS(uint32_t, numbers);
    for (size_t r = 0; r < count; r++) {
        uint32_t answer = known[numbers[r]];
        if (answer == 0)
            answer = known[numbers[r]] = work_out(parts, part, r);
        answers[r] = answer;
    }
}

enum { SEEN_BITS = 9, PART_BITS = 6 };

_Static_assert(SMET__PART_SEEN == 1 << SEEN_BITS, "every slot is used");
_Static_assert(SMET__PARTS_MAX < 1 << PART_BITS, "the number of a part has room");

static void answers_by_memory(struct smet_parts *parts, const struct smet_part *part, size_t count,
                              uint32_t *answers)
{
    uint64_t numbers[SMET__PART_ROWS];
    uint64_t which = (uint64_t)(part - parts->parts) + 1;
    NUMBER_ROWS(uint64_t, numbers);
    for (size_t r = 0; r < count; r++) {
        uint64_t key = numbers[r] << PART_BITS | which;
        size_t slot = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - SEEN_BITS));
        if (parts->seen[slot].which != key) {
            parts->seen[slot].which = key;
            parts->seen[slot].answer = work_out(parts, part, r);
        }
        answers[r] = parts->seen[slot].answer;
    }
}

void smet__part_answers(struct smet_parts *parts, const struct smet_part *part, size_t count,
                        uint32_t *answers)
{
    if (part->start >= 0)
        answers_by_table(parts, part, count, answers);
    else
        answers_by_memory(parts, part, count, answers);
}
