/*
 * A summary for a terminal: 80 columns, and bars of plain signs.
 */
#include "shared/names.h"
#include "summary/summary.h"
#include "shared/wrap.h"

#include <sacralmet/version.h>

#include <stdlib.h>

/* A line is a label, two counts and a bar, WRAP_WIDTH wide in all. */
enum { LABEL_WIDTH = 39, BAR_WIDTH = 19 };

/* How long a part is of a bar that stands for the whole; whatever is there shows. */
static unsigned length_of(uint64_t part, uint64_t whole)
{
    double length = whole == 0 ? 0 : (double)part * BAR_WIDTH / (double)whole;
    return part > 0 && length < 1 ? 1 : (unsigned)(length + 0.5);
}

static void add_label(struct text *out, const char *label)
{
    text_add_format(out, "  %s", label);
    for (size_t columns = wrap_columns(label); columns < LABEL_WIDTH; columns++)
        text_add(out, " ");
}

/* `sure` and `open` are parts of the whole that do not overlap. */
static void add_bar(struct text *out, uint64_t sure, uint64_t open, uint64_t whole)
{
    unsigned sure_length = length_of(sure, whole), open_length = length_of(open, whole);
    if (sure_length + open_length == 0)
        return;
    text_add(out, "  ");
    for (unsigned i = 0; i < sure_length; i++)
        text_add(out, "#");
    for (unsigned i = sure_length; i < sure_length + open_length && i < BAR_WIDTH; i++)
        text_add(out, ".");
}

static void add_line(struct text *out, const char *label, uint64_t first, uint64_t second)
{
    add_label(out, label);
    text_add_format(out, "%9llu%9llu", (unsigned long long)first, (unsigned long long)second);
}

static void add_heading(struct text *out, const char *label, const char *first,
                        const char *second)
{
    text_add(out, "\n");
    add_label(out, label);
    text_add_format(out, "%9s%9s\n", first, second);
}

static void add_bands(struct text *out, const struct summary_instrument *own, uint64_t rows)
{
    add_heading(out, "band", "decided", "possible");
    for (uint32_t i = 0; i < own->info.band_count; i++) {
        add_line(out, summary_band(own, i).label, own->decided_in[i], own->possible_in[i]);
        add_bar(out, own->decided_in[i], own->possible_in[i], rows);
        text_add(out, "\n");
    }
}

static void add_missing(struct text *out, const struct summary_instrument *own, uint64_t rows)
{
    smet_field_t fields[SUMMARY_TERMS];
    size_t count = summary_missing(own, fields);
    if (count > 0)
        add_heading(out, "missing field", "decides", "missing");
    for (size_t i = 0; i < count; i++) {
        uint64_t decides = own->would_decide[fields[i]], missing = own->missing[fields[i]];
        add_line(out, field_label(fields[i]), decides, missing);
        add_bar(out, decides, missing - decides, rows);
        text_add(out, "\n");
    }
}

static void add_instrument(struct text *out, const struct summary_instrument *own, uint64_t rows)
{
    text_add_format(out, "\n%s (%s)\n", own->info.label, own->info.key);
    text_add_format(out, "  %llu decided (%u %%), %llu undecided; %llu complete\n",
                    (unsigned long long)own->decided, summary_percent(own->decided, rows),
                    (unsigned long long)own->undecided, (unsigned long long)own->complete);
    add_bands(out, own, rows);
    add_missing(out, own, rows);
}

void summary_write_text(const struct summary *summary, struct text *out)
{
    uint64_t rows = summary_answered(summary);
    text_add_format(out, "sacralmet %s, content %s\n%llu row%s", smet_version(),
                    smet_content_version(), (unsigned long long)rows, rows == 1 ? "" : "s");
    if (summary->table.bad_rows > 0)
        text_add_format(out, "; left out: %llu bad", (unsigned long long)summary->table.bad_rows);
    text_add(out, "\n");
    for (size_t i = 0; i < summary->instrument_count; i++)
        add_instrument(out, &summary->instruments[i], rows);
    text_add(out, "\nA row is decided when one band is left, and complete when one total is. A\n"
                  "band is possible in the undecided rows that may still come to it; a field\n"
                  "decides the undecided rows that it would leave with one band, whatever its\n"
                  "value. Bars: # decided or decides, . possible or missing; of all rows.\n");
}
