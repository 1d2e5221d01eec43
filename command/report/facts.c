#include "report/facts.h"

#include "shared/names.h"
#include "shared/wrap.h"

/* What a reader is told of a fact that does not count, or not alone. */
static const char *use_words(smet_fact_use_t use)
{
    switch (use) {
    case SMET_FACT_SUPERSEDED:
        return "not counted: a later one counts";
    case SMET_FACT_DISAGREES:
        return "one of several that cannot all be true";
    case SMET_FACT_YIELDS:
        return "not counted: the others speak against it";
    case SMET_FACT_WRONG_STATUS:
        return "not counted: its status";
    case SMET_FACT_OTHER_PATIENT:
        return "not counted: of another patient";
    case SMET_FACT_UNREADABLE:
        return "not counted: unreadable";
    default:
        return "";
    }
}

static void add_part(struct text *words, const char *between, const char *part)
{
    if (part[0] == '\0')
        return;
    text_add(words, between);
    text_add(words, part);
}

static void write_fact(FILE *out, const struct smet_chart_fact *fact, int width)
{
    struct text words = {0};
    bool counts = fact->use == SMET_FACT_USED || fact->use == SMET_FACT_DISAGREES;
    text_add(&words, fact->field >= 0 ? field_label(fact->field) : "(no field)");
    add_part(&words, ": ", fact->value);
    add_part(&words, "; from ", fact->resource);
    add_part(&words, ", ", fact->effective);
    add_part(&words, ", at ", fact->path);
    add_part(&words, "; code ", fact->system);
    add_part(&words, " ", fact->code);
    add_part(&words, ". ", use_words(fact->use));
    add_part(&words, fact->use == SMET_FACT_USED ? ". " : ": ", fact->note);
    wrap_lead(out, width, 2, 4, fact->use == SMET_FACT_USED ? "-" : counts ? "?" : "~",
              text_words(&words));
    text_free(&words);
}

void facts_write(FILE *out, const smet_chart *chart, const struct report_style *style)
{
    size_t count = smet_chart_fact_count(chart);
    fprintf(out, "\n%sFACTS OF THE CHART%s   (- counts  ? disagrees  ~ does not count)\n",
            style->color ? "\x1b[1m" : "", style->color ? "\x1b[0m" : "");
    if (count == 0)
        wrap_text(out, style->width, 2, 2, "No resource says anything of any field.");
    for (size_t i = 0; i < count; i++) {
        struct smet_chart_fact fact = {.size = sizeof fact};
        if (smet_chart_fact(chart, i, &fact) == SMET_OK)
            write_fact(out, &fact, style->width);
    }
}
