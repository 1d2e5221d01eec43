/*
 * What the parts of the text report share.
 */
#ifndef SACRALMET_TOOLS_REPORT_PARTS_H
#define SACRALMET_TOOLS_REPORT_PARTS_H

#include "shared/names.h"
#include "report/report.h"

struct report {
    FILE *out;
    const smet_assessment *assessment;
    struct report_style style;
    bool *cited;      /* by reference: named so far, so that the sources can list it */
    bool *explained;  /* by rule: its rationale was written */
};

/* Room for what is numbered by references and by rules. */
enum { REPORT_REFERENCES = 256, REPORT_RULES = 256 };

/* Adds references and remembers them for the list of sources. */
void report_reference(const struct report *report, struct text *words, int32_t reference);
void report_references(const struct report *report, struct text *words, smet_rule_t rule);

/* A code of the terminal, where there is color. */
static inline const char *paint(const struct report *report, const char *code)
{
    return report->style.color ? code : "";
}

#define BOLD "\x1b[1m"
#define RED "\x1b[1;31m"
#define GREEN "\x1b[32m"
#define YELLOW "\x1b[33m"
#define PLAIN "\x1b[0m"

static inline void report_heading(const struct report *report, const char *text)
{
    fprintf(report->out, "\n%s%s%s\n", paint(report, BOLD), text, paint(report, PLAIN));
}

/* What to find out next, and what would follow from each answer. */
void report_next(const struct report *report);

#endif
