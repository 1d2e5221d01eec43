#include "cohort/planes.h"

#include "pathway/assessment.h"

#include <string.h>

/* 256 rows; the compiler splits what the instruction set has no registers for. */
typedef uint64_t plane __attribute__((vector_size(SMET__BLOCK_ROWS / 8)));

/* What is known of a condition, row by row: unknown where it may be both. */
struct pair {
    plane may, may_not;
};

enum { TOTALS_MAX = 64, BANDS_MAX = 8 };

struct sums {
    plane totals[TOTALS_MAX];
    plane bands[BANDS_MAX];
    plane open[SMET__ITEMS_MAX]; /* items with more than one value of points */
    plane fits;                  /* a reported total that the items give */
};

/* The block at hand. */
struct block {
    const struct smet_classes *classes;
    plane good;                           /* rows that are there, without a bad code */
    plane entered[SMET__PLANES_MAX];      /* by class: as entered */
    plane possible[SMET__PLANES_MAX];     /* as linked */
    plane is_entered[SMET__FIELD_COUNT];
    plane aside[SMET__FIELD_COUNT];
    plane broken[SMET__LINKS_MAX];
    bool is_live[SMET__FIELD_COUNT];      /* narrower than its domain in some row */
    struct sums scores[SMET__INSTRUMENT_COUNT];
    struct pair findings[SMET__FINDING_COUNT];
    struct pair rules[SMET__RULE_COUNT];
};

static const plane none = {0};

static inline bool any(const plane *rows)
{
    uint64_t bits = 0;
    for (int w = 0; w < SMET__BLOCK_WORDS; w++)
        bits |= (*rows)[w];
    return bits != 0;
}

/* --- cells ---------------------------------------------------------------------- */

enum { UNKNOWN = 0x40, BAD = 0x80 };

/* One bit of each of eight bytes, gathered into a byte: the first byte's is the lowest. */
static inline uint64_t gather(const uint8_t *bytes, int bit)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return ((eight >> bit & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080)) >> 56;
}

static plane gather_plane(const uint8_t bytes[SMET__BLOCK_ROWS], int bit)
{
    plane rows = none;
    for (int w = 0; w < SMET__BLOCK_WORDS; w++) {
        uint64_t word = 0;
        for (int b = 0; b < 8; b++)
            word |= gather(bytes + 64 * w + 8 * b, bit) << 8 * b;
        rows[w] = word;
    }
    return rows;
}

/* Whether a set that cells name is one of values of the field. */
static bool is_good_set(smet_field_t field, struct smet_values set)
{
    return !smet__values_empty(set) && smet__values_within(set, smet__fields[field].domain);
}

static struct smet_values set_at(const struct smet_column *column, uint32_t which)
{
    return (struct smet_values){{column->sets[2 * which], column->sets[2 * which + 1]}};
}

/* What a byte of a column says: a class, UNKNOWN or BAD. Sets are read behind the rest, as what
 * they leave of an unknown cell. */
static void make_classes_of_bytes(const struct smet_classes *classes,
                                  const struct smet_column *column, uint8_t of[256])
{
    uint8_t reserved;
    memset(of, BAD, 256);
    for (int v = 0; v < SMET__VALUE_LIMIT; v++)
        if (classes->of[column->field][v] != SMET__NO_CLASS)
            of[v] = classes->of[column->field][v];
    for (uint32_t k = 0; k < column->set_count; k++)
        if (is_good_set(column->field, set_at(column, k)))
            of[SMET_SET_CELL + k] = UNKNOWN;
    if (!smet__column_is_bytes(column))
        of[SMET__CODE_UNKNOWN] = UNKNOWN;
    else if (smet__column_reserved(column, &reserved))
        of[reserved] = UNKNOWN;
}

/* The classes of a column's cells; rows beyond `count` are unknown. */
static void read_column(const struct smet_classes *classes, const struct smet_column *column,
                        size_t first, size_t count, uint8_t cells[SMET__BLOCK_ROWS])
{
    uint8_t of[256], codes[SMET__BLOCK_ROWS];
    const uint8_t *bytes = codes;
    make_classes_of_bytes(classes, column, of);
    if (smet__column_is_bytes(column))
        bytes = (const uint8_t *)column->values + first;
    else
        smet__column_codes(column, first, count, codes);
    for (size_t r = 0; r < count; r++)
        cells[r] = of[bytes[r]];
    memset(cells + count, UNKNOWN, SMET__BLOCK_ROWS - count);
    if (column->validity == NULL)
        return;
    smet__column_unknown(column, first, count, codes);
    for (size_t r = 0; r < count; r++)
        cells[r] = codes[r] != 0 ? UNKNOWN : cells[r];
}

/* One column as planes. Cells that are unknown, or of a bad row, allow every class. */
static void enter_column(struct block *block, const struct smet_column *column,
                         const uint8_t cells[SMET__BLOCK_ROWS])
{
    const struct smet_classes *classes = block->classes;
    smet_field_t field = column->field;
    int count = smet__class_count(classes, field), bits = 0;
    plane unknown = gather_plane(cells, 6), digits[8];
    while (1 << bits < count)
        bits++;
    for (int b = 0; b < bits; b++)
        digits[b] = gather_plane(cells, b);
    for (int c = 0; c < count; c++) {
        plane rows = ~none;
        for (int b = 0; b < bits; b++)
            rows &= (c >> b & 1) != 0 ? digits[b] : ~digits[b];
        block->entered[classes->first[field] + c] = rows | unknown;
    }
    block->is_entered[field] = ~unknown;
}

static void keep_row(plane *rows, size_t row, bool keep)
{
    if (!keep)
        (*rows)[row / 64] &= ~(UINT64_C(1) << row % 64);
}

/* What the sets that cells name leave of their rows. */
static void enter_sets(struct block *block, const struct smet_column *column, size_t first,
                       size_t count, const uint8_t cells[SMET__BLOCK_ROWS])
{
    const struct smet_classes *classes = block->classes;
    smet_field_t field = column->field;
    uint8_t codes[SMET__BLOCK_ROWS], unknown[SMET__BLOCK_ROWS] = {0};
    smet__column_codes(column, first, count, codes);
    if (column->validity != NULL)
        smet__column_unknown(column, first, count, unknown);
    for (size_t r = 0; r < count; r++) {
        uint32_t which = (uint32_t)codes[r] - SMET_SET_CELL;
        if (which >= column->set_count || unknown[r] != 0 || cells[r] != UNKNOWN)
            continue;
        struct smet_values set = set_at(column, which);
        if (!is_good_set(field, set) || smet__values_equal(set, smet__fields[field].domain))
            continue;
        bool kept[SMET__CLASSES_MAX] = {false};
        for (int v = smet__values_next(&set, 0); v >= 0; v = smet__values_next(&set, v + 1))
            kept[classes->of[field][v]] = true;
        for (int k = 0; k < smet__class_count(classes, field); k++)
            keep_row(&block->entered[classes->first[field] + k], r, kept[k]);
        block->is_entered[field][r / 64] |= UINT64_C(1) << r % 64;
    }
}

static void enter_columns(struct block *block, const struct smet_planes_task *task, size_t first,
                          size_t count)
{
    plane bad = none;
    for (size_t c = 0; c < task->column_count; c++) {
        uint8_t cells[SMET__BLOCK_ROWS];
        read_column(task->classes, task->columns[c], first, count, cells);
        plane wrong = gather_plane(cells, 7);
        if (any(&wrong)) {
            bad |= wrong;
            for (int r = 0; r < SMET__BLOCK_ROWS; r++)
                cells[r] = (cells[r] & BAD) != 0 ? UNKNOWN : cells[r];
        }
        enter_column(block, task->columns[c], cells);
        if (task->columns[c]->set_count > 0)
            enter_sets(block, task->columns[c], first, count, cells);
    }
    for (int w = 0; w < SMET__BLOCK_WORDS; w++) {
        size_t before = (size_t)w * 64, left = count > before ? count - before : 0;
        block->good[w] = left == 0 ? 0 : smet__mask_of(left < 64 ? (int)left : 64);
    }
    block->good &= ~bad;
}

/* Reads the rows; what no column says of is open. */
static void begin_block(struct block *block, const struct smet_planes_task *task, size_t first,
                        size_t count)
{
    block->classes = task->classes;
    memset(block->entered, 0xFF, sizeof block->entered);
    memset(block->is_entered, 0, sizeof block->is_entered);
    memset(block->aside, 0, sizeof block->aside);
    memset(block->broken, 0, sizeof block->broken);
    enter_columns(block, task, first, count);
    memcpy(block->possible, block->entered, sizeof block->possible);
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        block->is_live[f] = any(&block->is_entered[f]);
}

/* --- links ---------------------------------------------------------------------- */

/* Rows of which a link says anything. */
static plane active(const struct block *block, const struct smet_link *link)
{
    plane rows = ~none;
    for (int i = 0; i < link->field_count; i++)
        rows &= ~block->aside[link->fields[i]];
    return link->once_entered ? rows & block->is_entered[link->fields[0]] : rows;
}

/* By field of a link and class: rows in which some case supports it. */
typedef plane support[SMET__LINK_FIELDS][SMET__CLASSES_MAX];

/* Rows in which some case of a link holds, and what the cases leave of its fields. */
static plane supported(const struct block *block, const struct smet_link *link, support left)
{
    const struct smet_classes *classes = block->classes;
    plane holds_somehow = none;
    for (int i = 0; i < link->field_count; i++)
        memset(left[i], 0, sizeof left[i][0] * (size_t)smet__class_count(classes, link->fields[i]));
    for (int c = 0; c < link->case_count; c++) {
        plane holds = ~none;
        uint32_t allowed[SMET__LINK_FIELDS] = {0};
        for (int i = 0; i < link->field_count; i++) {
            int first = classes->first[link->fields[i]];
            int count = smet__class_count(classes, link->fields[i]);
            plane kept = none;
            for (int k = 0; k < count; k++)
                if (smet__values_has(&link->cases[c].allowed[i], classes->example[first + k])) {
                    kept |= block->possible[first + k];
                    allowed[i] |= UINT32_C(1) << k;
                }
            holds &= kept;
        }
        if (!any(&holds))
            continue;
        holds_somehow |= holds;
        for (int i = 0; i < link->field_count; i++) {
            int first = classes->first[link->fields[i]];
            for (uint32_t rest = allowed[i]; rest != 0; rest &= rest - 1) {
                int k = __builtin_ctz(rest);
                left[i][k] |= holds & block->possible[first + k];
            }
        }
    }
    return holds_somehow;
}

static bool shares_field(const struct smet_link *a, const struct smet_link *b)
{
    for (int i = 0; i < a->field_count; i++)
        for (int k = 0; k < b->field_count; k++)
            if (a->fields[i] == b->fields[k])
                return true;
    return false;
}

static bool says_anything(const struct block *block, const struct smet_link *link)
{
    for (int i = 0; i < link->field_count; i++)
        if (block->is_live[link->fields[i]])
            return true;
    return false;
}

/* Takes the fields of links that cannot hold as unknown, or a shortcut alone. */
static void set_aside(struct block *block, const plane broken[SMET__LINKS_MAX])
{
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        block->broken[l] |= broken[l];
        for (int i = 0; i < (link->is_shortcut ? 1 : link->field_count); i++)
            block->aside[link->fields[i]] |= broken[l];
    }
}

/* What is possible of some rows, before any link. */
static void start(struct block *block, plane rows)
{
    const struct smet_classes *classes = block->classes;
    for (int f = 0; f < SMET__FIELD_COUNT; f++)
        for (int p = classes->first[f]; block->is_live[f] && p < classes->first[f + 1]; p++)
            block->possible[p] = (rows & (block->entered[p] | block->aside[f])) |
                                 (~rows & block->possible[p]);
}

/* Narrows the fields of a link to what is left of them in some rows; whether any changed. */
static bool narrow(struct block *block, const struct smet_link *link, plane rows, support left)
{
    const struct smet_classes *classes = block->classes;
    bool changed = false;
    for (int i = 0; i < link->field_count; i++) {
        int first = classes->first[link->fields[i]];
        plane lost = none;
        for (int k = 0; k < smet__class_count(classes, link->fields[i]); k++) {
            plane gone = rows & block->possible[first + k] & ~left[i][k];
            block->possible[first + k] &= ~gone;
            lost |= gone;
        }
        if (any(&lost))
            changed = block->is_live[link->fields[i]] = true;
    }
    return changed;
}

/*
 * Narrows rows along the links, in the order of smet__link(), until nothing changes: a pass
 * without a change is the last, and every other takes a class from some row, so that there
 * are at most as many as rows times classes. Returns the rows in which links that each
 * can hold do not hold together; these links are set aside for them.
 */
static plane settle(struct block *block, plane rows)
{
    plane failed = none, broken[SMET__LINKS_MAX];
    bool changed = true, has_failed = false;
    memset(broken, 0, sizeof broken);
    while (changed) {
        changed = false;
        for (int l = 0; l < smet__link_count; l++) {
            const struct smet_link *link = &smet__links[l];
            support left;
            if (!says_anything(block, link))
                continue;
            plane acting = rows & active(block, link);
            if (!any(&acting))
                continue;
            plane holds = supported(block, link, left);
            plane fails = acting & ~holds;
            changed |= narrow(block, link, acting & holds, left);
            if (!any(&fails))
                continue;
            has_failed = true;
            failed |= fails;
            rows &= ~fails;
            for (int other = 0; other < smet__link_count; other++)
                if (shares_field(link, &smet__links[other]))
                    broken[other] |= fails & active(block, &smet__links[other]);
        }
    }
    if (has_failed)
        set_aside(block, broken);
    return failed;
}

/* Links that cannot hold for their fields as entered; all are found before any is set aside. */
static void set_broken_aside(struct block *block)
{
    plane broken[SMET__LINKS_MAX], all = none;
    for (int l = 0; l < smet__link_count; l++) {
        const struct smet_link *link = &smet__links[l];
        support left;
        broken[l] = none;
        if (!says_anything(block, link))
            continue;
        broken[l] = active(block, link) & ~supported(block, link, left);
        all |= broken[l];
    }
    if (!any(&all))
        return;
    set_aside(block, broken);
    start(block, all);
}

/* Each round that fails sets a field aside that was not, so there are at most as many as fields. */
static void apply_links(struct block *block)
{
    set_broken_aside(block);
    for (plane rows = settle(block, ~none); any(&rows); rows = settle(block, rows))
        start(block, rows);
}

/* --- what is read of a field -------------------------------------------------------- */

/* Rows that allow some, and rows that allow some other, of a field's values. */
static struct pair within(const struct block *block, const plane *planes, smet_field_t field,
                          uint64_t members)
{
    const struct smet_classes *classes = block->classes;
    struct pair pair = {none, none};
    int first = classes->first[field];
    for (int k = 0; k < smet__class_count(classes, field); k++) {
        /* No condition names a value of 64 or more. */
        uint8_t value = classes->example[first + k];
        if (value < 64 && (members >> value & 1) != 0)
            pair.may |= planes[k];
        else
            pair.may_not |= planes[k];
    }
    return pair;
}

/* What is mapped in the place of an override, by its classes. */
static void map(const struct block *block, const struct smet_mapping *mapping,
                plane mapped[SMET__CLASSES_MAX])
{
    const struct smet_classes *classes = block->classes;
    int first = classes->first[mapping->field], count = smet__class_count(classes, mapping->field);
    int from = classes->first[mapping->from];
    memset(mapped, 0, sizeof *mapped * (size_t)count);
    for (int r = 0; r < mapping->row_count; r++) {
        const struct smet_mapping_row *row = &mapping->rows[r];
        plane rows = none;
        for (int k = 0; k < smet__class_count(classes, mapping->from); k++)
            if (smet__values_has(&row->from, classes->example[from + k]))
                rows |= block->possible[from + k];
        for (int k = 0; k < count; k++)
            if (smet__values_has(&row->to, classes->example[first + k]))
                mapped[k] |= rows;
    }
}

/* What an item reads of its field, by class: an override's own values, or what is mapped. */
static void use(const struct block *block, smet_field_t field, plane used[SMET__CLASSES_MAX])
{
    const struct smet_mapping *mapping = smet__mapping_of(field);
    int first = block->classes->first[field], count = smet__class_count(block->classes, field);
    if (mapping == NULL) {
        memcpy(used, &block->possible[first], sizeof *used * (size_t)count);
        return;
    }
    map(block, mapping, used);
    for (int k = 0; k < count; k++)
        used[k] = (block->is_entered[field] & block->possible[first + k]) |
                  (~block->is_entered[field] & used[k]);
}

/* --- scores ------------------------------------------------------------------------- */

/* By item and row of points: rows of the block in which these points are possible. */
typedef plane points[SMET__ITEMS_MAX][SMET__CLASSES_MAX];

static void read_points(const struct block *block, const struct smet_instrument_row *instrument,
                        points of)
{
    const struct smet_classes *classes = block->classes;
    for (int i = 0; i < instrument->item_count; i++) {
        const struct smet_item_row *item = &instrument->items[i];
        plane used[SMET__CLASSES_MAX];
        int first = classes->first[item->field];
        use(block, item->field, used);
        for (int r = 0; r < item->row_count; r++) {
            of[i][r] = none;
            for (int k = 0; k < smet__class_count(classes, item->field); k++)
                if (smet__values_has(&item->rows[r].values, classes->example[first + k]))
                    of[i][r] |= used[k];
        }
    }
}

/* Every total of the items, where they can be combined freely; added in some rows. */
static void add_sums(const struct smet_instrument_row *instrument, points of, plane rows,
                     plane totals[TOTALS_MAX])
{
    plane sums[TOTALS_MAX], next[TOTALS_MAX];
    int greatest = 0;
    sums[0] = rows;
    for (int i = 0; i < instrument->item_count; i++) {
        const struct smet_item_row *item = &instrument->items[i];
        int most = 0;
        for (int r = 0; r < item->row_count; r++)
            most = item->rows[r].points > most ? item->rows[r].points : most;
        memset(next, 0, sizeof *next * (size_t)(greatest + most + 1));
        for (int r = 0; r < item->row_count; r++)
            for (int t = 0; t <= greatest; t++)
                next[t + item->rows[r].points] |= sums[t] & of[i][r];
        greatest += most;
        memcpy(sums, next, sizeof *sums * (size_t)(greatest + 1));
    }
    for (int t = 0; t <= greatest; t++)
        totals[t] |= sums[t];
}

static bool reads(const struct smet_instrument_row *instrument, smet_field_t field)
{
    for (int i = 0; i < instrument->item_count; i++)
        if (instrument->items[i].field == field)
            return true;
    return false;
}

/* Whether a link ties two of the fields that are read to each other. */
static bool ties(const struct smet_link *link, const struct smet_instrument_row *instrument)
{
    int count = 0;
    for (int i = 0; i < link->field_count; i++)
        count += reads(instrument, link->fields[i]);
    return count > 1;
}

/* Points within one case of a link; the rows in which the case is possible. */
static plane within_case(const struct block *block, const struct smet_instrument_row *instrument,
                         const struct smet_link *link, int which, points of)
{
    const struct smet_classes *classes = block->classes;
    plane possible = ~none;
    for (int l = 0; l < link->field_count; l++) {
        smet_field_t field = link->fields[l];
        int first = classes->first[field], count = smet__class_count(classes, field);
        plane kept[SMET__CLASSES_MAX], some = none;
        for (int k = 0; k < count; k++) {
            kept[k] = smet__values_has(&link->cases[which].allowed[l], classes->example[first + k])
                          ? block->possible[first + k]
                          : none;
            some |= kept[k];
        }
        possible &= some;
        for (int i = 0; i < instrument->item_count; i++) {
            const struct smet_item_row *item = &instrument->items[i];
            for (int r = 0; item->field == field && r < item->row_count; r++) {
                plane rows = none;
                for (int k = 0; k < count; k++)
                    if (smet__values_has(&item->rows[r].values, classes->example[first + k]))
                        rows |= kept[k];
                of[i][r] &= rows;
            }
        }
    }
    return possible;
}

/* Totals of some rows: free, or case by case of the links from one on that tie items. */
static void add_totals(const struct block *block, const struct smet_instrument_row *instrument,
                       points of, int from, plane rows, plane totals[TOTALS_MAX])
{
    while (from < smet__link_count && !ties(&smet__links[from], instrument))
        from++;
    if (from == smet__link_count) {
        add_sums(instrument, of, rows, totals);
        return;
    }
    const struct smet_link *link = &smet__links[from];
    plane tied = rows & active(block, link), free = rows & ~tied;
    for (int c = 0; any(&tied) && c < link->case_count; c++) {
        points narrowed;
        memcpy(narrowed, of, sizeof narrowed);
        plane possible = tied & within_case(block, instrument, link, c, narrowed);
        if (any(&possible))
            add_totals(block, instrument, narrowed, from + 1, possible, totals);
    }
    if (any(&free))
        add_totals(block, instrument, of, from + 1, free, totals);
}

/* A reported total limits the sums; one that is none of them is not used. */
static void take_reported(const struct block *block, const struct smet_instrument_row *instrument,
                          struct sums *sums)
{
    const struct smet_classes *classes = block->classes;
    int first = classes->first[instrument->reported];
    int count = smet__class_count(classes, instrument->reported);
    sums->fits = none;
    for (int k = 0; k < count; k++)
        sums->fits |= block->entered[first + k] & sums->totals[classes->example[first + k]];
    for (int k = 0; k < count; k++)
        sums->totals[classes->example[first + k]] &= block->entered[first + k] | ~sums->fits;
}

/* Items that leave more than one value of points. */
static void find_open(const struct smet_instrument_row *instrument, points of,
                      plane open[SMET__ITEMS_MAX])
{
    for (int i = 0; i < instrument->item_count; i++) {
        const struct smet_item_row *item = &instrument->items[i];
        plane by_points[TOTALS_MAX], once = none;
        uint64_t given = 0;
        for (int r = 0; r < item->row_count; r++) {
            plane *rows = &by_points[item->rows[r].points];
            *rows = (given & BIT(item->rows[r].points)) != 0 ? *rows | of[i][r] : of[i][r];
            given |= BIT(item->rows[r].points);
        }
        open[i] = none;
        for (; given != 0; given &= given - 1) {
            plane rows = by_points[__builtin_ctzll(given)];
            open[i] |= once & rows;
            once |= rows;
        }
    }
}

static void score(struct block *block, smet_instrument_t which)
{
    const struct smet_instrument_row *instrument = smet__instruments[which];
    struct sums *sums = &block->scores[which];
    points of;
    memset(sums->totals, 0, sizeof sums->totals);
    read_points(block, instrument, of);
    find_open(instrument, of, sums->open);
    add_totals(block, instrument, of, 0, ~none, sums->totals);
    take_reported(block, instrument, sums);
    for (int b = 0; b < instrument->band_count; b++) {
        sums->bands[b] = none;
        for (int t = instrument->bands[b].minimum; t <= instrument->bands[b].maximum; t++)
            sums->bands[b] |= sums->totals[t];
    }
}

/* --- conditions --------------------------------------------------------------------- */

static struct pair known(plane rows)
{
    return (struct pair){rows, ~rows};
}

static plane is_true(const struct pair *pair)
{
    return pair->may & ~pair->may_not;
}

static plane is_unknown(const struct pair *pair)
{
    return pair->may & pair->may_not;
}

/* Of some planes, by number: may one that is a member hold, and may another. */
static struct pair among(const plane *planes, int count, uint64_t members)
{
    struct pair pair = {none, none};
    for (int n = 0; n < count; n++)
        if ((members >> n & 1) != 0)
            pair.may |= planes[n];
        else
            pair.may_not |= planes[n];
    return pair;
}

/* Rows in which a field that is set aside has, as entered, members alone. */
static plane true_as_entered(const struct block *block, const struct smet_condition *condition)
{
    smet_field_t field = condition->subject;
    struct pair entered = within(block, &block->entered[block->classes->first[field]], field,
                                 condition->members);
    return block->aside[field] & ~entered.may_not;
}

static struct pair choose(plane rows, const struct pair *a, const struct pair *b)
{
    return (struct pair){(rows & a->may) | (~rows & b->may),
                         (rows & a->may_not) | (~rows & b->may_not)};
}

static struct pair judged(const struct block *block, const struct smet_condition *condition)
{
    smet_field_t field = condition->subject;
    const struct smet_mapping *mapping = smet__mapping_of(field);
    struct pair own = within(block, &block->possible[block->classes->first[field]], field,
                             condition->members);
    struct pair other;
    if (mapping->from != SMET_FIELD_INVALID) {
        plane mapped[SMET__CLASSES_MAX];
        map(block, mapping, mapped);
        other = within(block, mapped, field, condition->members);
    } else {
        struct pair bands = among(block->scores[mapping->instrument].bands,
                                  smet__instruments[mapping->instrument]->band_count,
                                  condition->members);
        other = choose(is_true(&block->findings[mapping->where]), &bands, &own);
    }
    return choose(block->is_entered[field], &own, &other);
}

/* Rows in which an override was entered, unlike all that could stand in its place. */
static plane unlike(const struct block *block, smet_field_t field)
{
    const struct smet_mapping *mapping = smet__mapping_of(field);
    int first = block->classes->first[field];
    plane mapped[SMET__CLASSES_MAX], like = none;
    const plane *instead = mapped;
    if (mapping->from == SMET_FIELD_INVALID)
        instead = block->scores[mapping->instrument].bands; /* band b is value b */
    else
        map(block, mapping, mapped);
    for (int k = 0; k < smet__class_count(block->classes, field); k++)
        like |= block->possible[first + k] & instead[k];
    return block->is_entered[field] & ~like;
}

static void evaluate(const struct block *block, const struct smet_condition *condition,
                     struct pair *result)
{
    int subject = condition->subject;
    struct pair part;
    switch ((enum smet_condition_kind)condition->kind) {
    case SMET__ALWAYS:
        *result = known(~none);
        break;
    case SMET__ALL:
        *result = known(~none);
        for (int i = 0; i < condition->part_count; i++) {
            evaluate(block, condition->parts[i], &part);
            result->may &= part.may;
            result->may_not |= part.may_not;
        }
        break;
    case SMET__ANY:
        *result = known(none);
        for (int i = 0; i < condition->part_count; i++) {
            evaluate(block, condition->parts[i], &part);
            result->may |= part.may;
            result->may_not &= part.may_not;
        }
        break;
    case SMET__NOT:
        evaluate(block, condition->parts[0], &part);
        *result = (struct pair){part.may_not, part.may};
        break;
    case SMET__IS:
        *result = within(block, &block->possible[block->classes->first[subject]], subject,
                         condition->members);
        break;
    case SMET__SIGN: {
        plane sign = true_as_entered(block, condition);
        *result = within(block, &block->possible[block->classes->first[subject]], subject,
                         condition->members);
        result->may |= sign;
        result->may_not &= ~sign;
        break;
    }
    case SMET__ALARM:
        *result = known(true_as_entered(block, condition));
        break;
    case SMET__JUDGED:
        *result = judged(block, condition);
        break;
    case SMET__ENTERED:
        *result = known(block->is_entered[subject]);
        break;
    case SMET__UNLIKE:
        *result = known(unlike(block, subject));
        break;
    case SMET__FINDING:
        *result = block->findings[subject];
        break;
    case SMET__BAND:
        *result = among(block->scores[subject].bands, smet__instruments[subject]->band_count,
                        condition->members);
        break;
    case SMET__TOTAL:
        *result = among(block->scores[subject].totals, smet__instruments[subject]->maximum + 1,
                        condition->members);
        break;
    case SMET__MISFIT:
        *result = known(~block->scores[subject].fits);
        break;
    case SMET__RULE_FIRES:
        *result = block->rules[subject];
        break;
    }
}

static void find(struct block *block)
{
    for (int i = 0; i < SMET__INSTRUMENT_COUNT; i++)
        score(block, i);
    for (int f = 0; f < SMET__FINDING_COUNT; f++)
        evaluate(block, smet__findings[f].when, &block->findings[f]);
}

/* --- answers ------------------------------------------------------------------------ */

/* Eight bits as eight bytes of 0 or 1, the lowest bit first. */
static inline uint64_t spread(unsigned bits)
{
    uint64_t each = (bits * UINT64_C(0x0101010101010101)) & UINT64_C(0x8040201008040201);
    return ((each + UINT64_C(0x7F7F7F7F7F7F7F7F)) >> 7 | each >> 7) & UINT64_C(0x0101010101010101);
}

/* Adds a number to the bytes of rows. */
static void add_bytes(uint8_t bytes[SMET__BLOCK_ROWS], const plane *rows, uint8_t number)
{
    for (int w = 0; w < SMET__BLOCK_WORDS; w++) {
        uint64_t word = (*rows)[w];
        for (int b = 0; word != 0 && b < 8; b++) {
            uint64_t eight, more = spread(word >> 8 * b & 0xFF) * number;
            uint8_t *at = bytes + 64 * w + 8 * b;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
            more = __builtin_bswap64(more);
#endif
            memcpy(&eight, at, sizeof eight);
            eight += more;
            memcpy(at, &eight, sizeof eight);
        }
    }
}

/* Writes the rows' bytes; those of bad rows are `instead`. */
static void write_bytes(const struct block *block, uint8_t bytes[SMET__BLOCK_ROWS],
                        uint8_t instead, size_t count, uint8_t *to)
{
    plane bad = ~block->good;
    if (instead != 0 && any(&bad))
        add_bytes(bytes, &bad, instead);
    memcpy(to, bytes, count);
}

static void write_plane(const struct block *block, plane rows, size_t count, uint8_t *to)
{
    uint8_t bytes[SMET__BLOCK_ROWS] = {0};
    rows &= block->good;
    add_bytes(bytes, &rows, 1);
    memcpy(to, bytes, count);
}

static void write_status(const struct block *block, size_t count, uint8_t *to)
{
    uint8_t bytes[SMET__BLOCK_ROWS] = {0};
    write_bytes(block, bytes, SMET_ROW_BAD_CODE, count, to);
}

/* The disposition is the strongest verdict that fires; it is settled where no stronger may. */
static void write_disposition(const struct block *block, const struct smet_rules_of *rules_of,
                              smet_intervention_t intervention, size_t count,
                              uint8_t *dispositions, uint8_t *settled)
{
    enum { LEVELS = SMET_VERDICT_EMERGENCY / 10 + 1 };
    plane fires[LEVELS] = {{0}}, may_fire[LEVELS] = {{0}};
    uint32_t levels = 0;
    for (int i = rules_of->first[intervention]; i < rules_of->first[intervention + 1]; i++) {
        smet_rule_t rule = rules_of->rules[i];
        int level = smet__rules[rule].verdict / 10;
        fires[level] |= is_true(&block->rules[rule]);
        may_fire[level] |= is_unknown(&block->rules[rule]);
        levels |= UINT32_C(1) << level;
    }
    uint8_t bytes[SMET__BLOCK_ROWS] = {0};
    plane left = block->good, open = none;
    for (int level = LEVELS - 1; level > 0; level--) {
        if ((levels >> level & 1) == 0)
            continue;
        plane now = left & fires[level];
        add_bytes(bytes, &now, (uint8_t)(level * 10));
        left &= ~now;
        open |= left & may_fire[level];
    }
    if (dispositions != NULL)
        write_bytes(block, bytes, SMET_NO_DISPOSITION, count, dispositions);
    if (settled != NULL)
        write_plane(block, ~open, count, settled);
}

static void write_dispositions(struct block *block, const struct smet_rules_of *rules_of,
                               const struct smet_disposition_arrays *to, size_t first,
                               size_t count)
{
    for (int r = 0; r < SMET__RULE_COUNT; r++)
        evaluate(block, smet__rules[r].when, &block->rules[r]);
    for (uint32_t i = 0; i < to->intervention_count && i < SMET__INTERVENTION_COUNT; i++) {
        uint8_t *dispositions = to->dispositions == NULL ? NULL : to->dispositions[i];
        uint8_t *settled = to->settled == NULL ? NULL : to->settled[i];
        if (dispositions != NULL || settled != NULL)
            write_disposition(block, rules_of, (smet_intervention_t)i, count,
                              dispositions == NULL ? NULL : dispositions + first,
                              settled == NULL ? NULL : settled + first);
    }
    if (to->status != NULL)
        write_status(block, count, to->status + first);
}

static void write_checks(const struct block *block, const struct smet_check_arrays *to,
                         size_t first, size_t count)
{
    plane inconsistent = none;
    for (int l = 0; l < smet__link_count; l++) {
        inconsistent |= block->broken[l];
        if (to->relations != NULL && (uint32_t)l < to->relation_count && to->relations[l] != NULL)
            write_plane(block, block->broken[l], count, to->relations[l] + first);
    }
    for (int c = 0; c < smet__inconsistency_count; c++) {
        struct pair holds;
        evaluate(block, smet__inconsistencies[c].when, &holds);
        inconsistent |= is_true(&holds);
        if (to->checks != NULL && (uint32_t)c < to->check_count && to->checks[c] != NULL)
            write_plane(block, is_true(&holds), count, to->checks[c] + first);
    }
    if (to->inconsistent != NULL)
        write_plane(block, inconsistent, count, to->inconsistent + first);
    if (to->status != NULL)
        write_status(block, count, to->status + first);
}

/* The number of the first plane that holds a row, from `from` on by `step`, `count` of them. */
static void write_number(const struct block *block, const plane *planes, int from, int step,
                         int count, size_t rows, uint8_t *to)
{
    uint8_t bytes[SMET__BLOCK_ROWS] = {0};
    plane left = block->good;
    for (int n = 0; n < count; n++, from += step) {
        plane now = left & planes[from];
        left &= ~now;
        if (from != 0 && any(&now))
            add_bytes(bytes, &now, (uint8_t)from);
    }
    write_bytes(block, bytes, SMET_NO_TOTAL, rows, to);
}

/* Masks, of which bit n is set where plane n holds a row. */
static void write_masks(const plane *planes, int plane_count, plane rows, size_t count,
                        uint8_t *to)
{
    uint8_t bytes[SMET__BLOCK_ROWS] = {0};
    for (int n = 0; n < plane_count; n++) {
        plane now = planes[n] & rows;
        add_bytes(bytes, &now, (uint8_t)(1u << n));
    }
    memcpy(to, bytes, count);
}

static void write_scores(const struct block *block, smet_instrument_t which,
                         const struct smet_score_arrays *to, size_t first, size_t count)
{
    const struct smet_instrument_row *instrument = smet__instruments[which];
    const struct sums *sums = &block->scores[which];
    int totals = instrument->maximum + 1;
    if (to->minimum != NULL)
        write_number(block, sums->totals, 0, 1, totals, count, to->minimum + first);
    if (to->maximum != NULL)
        write_number(block, sums->totals, totals - 1, -1, totals, count, to->maximum + first);
    if (to->bands != NULL)
        write_masks(sums->bands, instrument->band_count, block->good, count, to->bands + first);
    if (to->missing != NULL) {
        plane once = none, many = none;
        for (int t = 0; t < totals; t++) {
            many |= once & sums->totals[t];
            once |= sums->totals[t];
        }
        write_masks(sums->open, instrument->item_count, block->good & many, count,
                    to->missing + first);
    }
    if (to->status != NULL)
        write_status(block, count, to->status + first);
}

void SMET__PLANES(const struct smet_planes_task *task, size_t first, size_t count)
{
    struct block block;
    begin_block(&block, task, first, count);
    apply_links(&block);
    if (task->scores != NULL) {
        score(&block, task->instrument);
        write_scores(&block, task->instrument, task->scores, first, count);
        return;
    }
    find(&block);
    if (task->checks != NULL)
        write_checks(&block, task->checks, first, count);
    if (task->dispositions != NULL)
        write_dispositions(&block, task->rules_of, task->dispositions, first, count);
}
