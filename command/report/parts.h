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

void report_heading(const struct report *report, const char *text);

/* What to find out next, and what would follow from each answer. */
void report_next(const struct report *report);

#endif
