/*
 * A summary as a drawing that needs nothing else: one stacked bar for each
 * instrument, told apart by patterns, so that it can be printed in black.
 */
#include "shared/names.h"
#include "summary/summary.h"

#include <sacralmet/version.h>

/* Lengths in the drawing's own unit. */
enum {
    WIDTH = 800,
    MARGIN = 20,
    LINE = 22,
    BAR_HEIGHT = 28,
    BAR_WIDTH = WIDTH - 2 * MARGIN,
    SWATCH = 14,
    FIELD_BAR_AT = 320,
    FIELD_BAR_WIDTH = 220,
    SIGN_WIDTH = 8, /* of a digit, about */
    PATTERN_COUNT = 6
};

struct drawing {
    struct text *out;
    uint64_t rows; /* that were answered */
    int y;         /* where the next line begins */
};

static const char *const patterns[PATTERN_COUNT] = {
    "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" stroke=\"#000\" stroke-width=\"1.5\"/>",
    "<circle cx=\"4\" cy=\"4\" r=\"1.6\"/>",
    "<path d=\"M0 2H8M0 6H8\" stroke=\"#000\" stroke-width=\"2\"/>",
    "<path d=\"M0 0L8 8M0 8L8 0\" stroke=\"#000\"/>",
    "<path d=\"M2 0V8M6 0V8\" stroke=\"#000\" stroke-width=\"2\"/>",
    "<path d=\"M0 0H4V4H0ZM4 4H8V8H4Z\"/>",
};

/* Text between tags. */
static void add_words(struct text *out, const char *words)
{
    for (; *words != '\0'; words++) {
        if (*words == '&')
            text_add(out, "&amp;");
        else if (*words == '<')
            text_add(out, "&lt;");
        else if (*words == '>')
            text_add(out, "&gt;");
        else
            text_add_bytes(out, words, 1);
    }
}

static void draw_text(struct drawing *drawing, int x, const char *class, const char *words)
{
    text_add_format(drawing->out, "<text class=\"%s\" x=\"%d\" y=\"%d\">", class, x, drawing->y);
    add_words(drawing->out, words);
    text_add(drawing->out, "</text>\n");
}

static double share(uint64_t part, uint64_t whole, int width)
{
    return whole == 0 ? 0 : (double)part * width / (double)whole;
}

/* A pattern fills what a band has; what is open stays white. */
enum { OPEN = -1 };

static void add_fill(struct text *out, int pattern)
{
    if (pattern == OPEN)
        text_add(out, " fill=\"#fff\"");
    else
        text_add_format(out, " fill=\"url(#p%d)\"", pattern % PATTERN_COUNT);
}

/* A length with two digits behind the point; printf() has the locale's comma. */
struct length {
    char digits[24];
};

static struct length length_of(double value)
{
    struct length length;
    unsigned long hundredths = (unsigned long)(value * 100 + 0.5);
    snprintf(length.digits, sizeof length.digits, "%lu.%02lu", hundredths / 100,
             hundredths % 100);
    return length;
}

static void draw_box(struct drawing *drawing, double x, int y, double width, int height,
                     int pattern)
{
    text_add_format(drawing->out,
                    "<rect class=\"box\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"",
                    length_of(x).digits, y, length_of(width).digits, height);
    add_fill(drawing->out, pattern);
    text_add(drawing->out, "/>\n");
}

/* The count, on white so that it can be read, where the segment has room. */
static void draw_count(struct drawing *drawing, double x, double width, uint64_t count)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
    double room = length * SIGN_WIDTH + 8;
    if (width < room + 4)
        return;
    text_add_format(drawing->out,
                    "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"18\" fill=\"#fff\"/>\n"
                    "<text class=\"count\" x=\"%s\" y=\"%d\">%s</text>\n",
                    length_of(x + (width - room) / 2).digits, drawing->y + 5,
                    length_of(room).digits, length_of(x + width / 2).digits, drawing->y + 19,
                    digits);
}

static double draw_segment(struct drawing *drawing, double x, uint64_t count, int pattern)
{
    double width = share(count, drawing->rows, BAR_WIDTH);
    if (count > 0) {
        draw_box(drawing, x, drawing->y, width, BAR_HEIGHT, pattern);
        draw_count(drawing, x, width, count);
    }
    return x + width;
}

static void draw_bar(struct drawing *drawing, const struct summary_instrument *own)
{
    double x = MARGIN;
    if (drawing->rows == 0)
        draw_box(drawing, x, drawing->y, BAR_WIDTH, BAR_HEIGHT, OPEN);
    for (uint32_t i = 0; i < own->info.band_count; i++)
        x = draw_segment(drawing, x, own->decided_in[i], (int)i);
    draw_segment(drawing, x, own->undecided, OPEN);
    drawing->y += BAR_HEIGHT + LINE;
}

/* --- what the segments are ------------------------------------------------- */

static void draw_legend_line(struct drawing *drawing, int pattern, const struct text *words)
{
    draw_box(drawing, MARGIN, drawing->y - SWATCH + 2, SWATCH, SWATCH, pattern);
    draw_text(drawing, MARGIN + SWATCH + 8, "plain", text_words(words));
    drawing->y += LINE;
}

static void draw_legend(struct drawing *drawing, const struct summary_instrument *own)
{
    struct text words = {0};
    for (uint32_t i = 0; i < own->info.band_count; i++) {
        text_clear(&words);
        text_add_format(&words, "%s: %llu decided (%u %%)", summary_band(own, i).label,
                        (unsigned long long)own->decided_in[i],
                        summary_percent(own->decided_in[i], drawing->rows));
        if (own->possible_in[i] > 0)
            text_add_format(&words, ", possible in %llu undecided",
                            (unsigned long long)own->possible_in[i]);
        draw_legend_line(drawing, (int)i, &words);
    }
    text_clear(&words);
    text_add_format(&words, "undecided: %llu (%u %%)", (unsigned long long)own->undecided,
                    summary_percent(own->undecided, drawing->rows));
    draw_legend_line(drawing, OPEN, &words);
    text_free(&words);
}

/* --- missing fields -------------------------------------------------------- */

static void draw_field(struct drawing *drawing, const struct summary_instrument *own,
                       smet_field_t field)
{
    struct text words = {0};
    uint64_t missing = own->missing[field], decides = own->would_decide[field];
    int top = drawing->y - SWATCH + 2;
    draw_text(drawing, MARGIN, "plain", field_label(field));
    draw_box(drawing, FIELD_BAR_AT, top, share(missing, drawing->rows, FIELD_BAR_WIDTH), SWATCH,
             OPEN);
    text_add_format(drawing->out,
                    "<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"#000\"/>\n",
                    FIELD_BAR_AT, top,
                    length_of(share(decides, drawing->rows, FIELD_BAR_WIDTH)).digits, SWATCH);
    text_add_format(&words, "%llu, decides %llu", (unsigned long long)missing,
                    (unsigned long long)decides);
    draw_text(drawing, FIELD_BAR_AT + FIELD_BAR_WIDTH + 10, "plain", text_words(&words));
    text_free(&words);
    drawing->y += LINE;
}

static void draw_missing(struct drawing *drawing, const struct summary_instrument *own)
{
    smet_field_t fields[SUMMARY_TERMS];
    size_t count = summary_missing(own, fields);
    if (count == 0)
        return;
    draw_text(drawing, MARGIN, "head",
              "Missing in rows (the frame), and how many each alone would decide (black)");
    drawing->y += LINE;
    for (size_t i = 0; i < count; i++)
        draw_field(drawing, own, fields[i]);
}

/* --- the whole ------------------------------------------------------------- */

static void draw_instrument(struct drawing *drawing, const struct summary_instrument *own)
{
    drawing->y += LINE;
    draw_text(drawing, MARGIN, "title", own->info.label);
    drawing->y += LINE / 2;
    draw_bar(drawing, own);
    draw_legend(drawing, own);
    draw_missing(drawing, own);
    drawing->y += LINE;
}

static void add_description(const struct summary *summary, struct text *out)
{
    text_add(out, "<desc id=\"desc\">");
    for (size_t i = 0; i < summary->instrument_count; i++) {
        const struct summary_instrument *own = &summary->instruments[i];
        add_words(out, own->info.label);
        text_add_format(out, ": %llu decided, %llu undecided. ", (unsigned long long)own->decided,
                        (unsigned long long)own->undecided);
    }
    text_add_format(out, "Made by sacralmet %s, content %s.</desc>\n", smet_version(),
                    smet_content_version());
}

static void add_title(const struct summary *summary, struct text *words)
{
    uint64_t rows = summary_answered(summary), bad_rows = summary->table.bad_rows;
    text_add_format(words, "Scores of %llu row%s", (unsigned long long)rows,
                    rows == 1 ? "" : "s");
    if (bad_rows > 0)
        text_add_format(words, "; left out: %llu bad", (unsigned long long)bad_rows);
}

static void add_definitions(struct text *out)
{
    text_add(out, "<style>text{font-family:sans-serif;font-size:14px}.title{font-size:18px;"
                  "font-weight:bold}.head{font-weight:bold}.count{text-anchor:middle}"
                  ".box{stroke:#000}</style>\n<defs>\n");
    for (int i = 0; i < PATTERN_COUNT; i++)
        text_add_format(out,
                        "<pattern id=\"p%d\" width=\"8\" height=\"8\" "
                        "patternUnits=\"userSpaceOnUse\">"
                        "<rect width=\"8\" height=\"8\" fill=\"#fff\"/>%s</pattern>\n",
                        i, patterns[i]);
    text_add(out, "</defs>\n");
}

void summary_write_svg(const struct summary *summary, struct text *out)
{
    struct text body = {0}, title = {0};
    struct drawing drawing = {&body, summary_answered(summary), MARGIN + LINE / 2};
    add_title(summary, &title);
    draw_text(&drawing, MARGIN, "title", text_words(&title));
    drawing.y += LINE / 2;
    for (size_t i = 0; i < summary->instrument_count; i++)
        draw_instrument(&drawing, &summary->instruments[i]);
    text_add_format(out,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                    "viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title desc\">\n"
                    "<title id=\"title\">%s</title>\n",
                    WIDTH, drawing.y, WIDTH, drawing.y, text_words(&title));
    add_description(summary, out);
    add_definitions(out);
    text_add_format(out, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", WIDTH, drawing.y);
    text_add(out, text_words(&body));
    text_add(out, "</svg>\n");
    text_free(&title);
    text_free(&body);
}
