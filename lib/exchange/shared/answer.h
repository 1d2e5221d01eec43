/*
 * What FHIR answers and cards share: the checked options.
 */
#ifndef SMET_EXCHANGE_ANSWER_H
#define SMET_EXCHANGE_ANSWER_H

#include <sacralmet/fhir.h>

#include <stdbool.h>

/* What stands in every answer. */
#define SMET__INTENDED_USE                                                                 \
    "Decision support for professionals: it gives options with their sources, not orders, " \
    "and is not a medical device."

#define SMET__INTENDED_USE_OF_SCORES                                                       \
    "Decision support for professionals: scores with their sources. Recommendations are "   \
    "left out of this answer. Not a medical device."

/* How every emergency is worded, settled or not. */
#define SMET__EMERGENCY_WORDS \
    "The review treats this as a surgical emergency; a clinician must assess at once."

/* Options that were checked, with what the chart and the build decide filled in. */
struct smet__answer {
    const smet_assessment *assessment;
    const smet_chart *chart; /* may be NULL */
    int32_t style;
    bool scores_only;        /* no word of any intervention */
    const char *patient;     /* an id without `Patient/`; NULL: none is known */
    const char *patient_url; /* where the chart's patient is no id: what named it */
    const char *date;        /* a FHIR dateTime; NULL: not said */
};

/*
 * Checks what a caller gave and fills `answer`, whose pointers are the caller's and
 * the chart's. False when it must be refused: no assessment, a struct's size or
 * tail, a style, an answer, an id or a date that is none, or a patient who is not
 * the chart's.
 */
bool smet__answer_read(const smet_assessment *assessment, const smet_chart *chart,
                       const struct smet_answer_options *options, struct smet__answer *answer);

/* Whether a text is a FHIR R4 id: letters, digits, `-` and `.`, 1 to 64 of them. */
bool smet__is_fhir_id(const char *text);

#endif
