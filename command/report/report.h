/*
 * The text report of `sacralmet assess`.
 */
#ifndef SACRALMET_TOOLS_REPORT_H
#define SACRALMET_TOOLS_REPORT_H

#include <sacralmet/assessment.h>

#include <stdbool.h>
#include <stdio.h>

/* How a report looks. */
struct report_style {
    int width;  /* columns of a line */
    bool color; /* whether color escapes may be written */
    bool scores_only; /* without recommendations */
};

/*
 * Writes everything that an assessment says, for a reader. Whether the writing
 * went well is seen with ferror(out).
 */
void smet_tool_write_report(FILE *out, const smet_assessment *assessment,
                            const struct report_style *style);

#endif
