/**
 * @file
 * The whole of the core library, libsacralmet, in one include.
 *
 * Read record.h, score.h and assessment.h first: enter facts, score them, ask what
 * the review says. status.h tells how calls refuse. Then, as needed: fields.h (what
 * can be entered), pathway.h and sources.h (findings, interventions, rules and what
 * they cite), terms.h (walking every enumeration), columns.h (cohorts),
 * version.h.
 *
 * Beside it stand headers that are not included here:
 * - arrow.h: cohorts as Arrow arrays; of the core, but it defines Arrow's structs;
 * - exchange.h: records, assessments and the catalogue as JSON; chart.h: charts in
 *   FHIR R4 read into a record; fhir.h: answers as FHIR and CDS Hooks. These are of
 *   the second library, libsacralmet-exchange.
 */
#ifndef SACRALMET_SACRALMET_H
#define SACRALMET_SACRALMET_H

#include <sacralmet/assessment.h>
#include <sacralmet/columns.h>
#include <sacralmet/fields.h>
#include <sacralmet/pathway.h>
#include <sacralmet/record.h>
#include <sacralmet/score.h>
#include <sacralmet/sources.h>
#include <sacralmet/status.h>
#include <sacralmet/terms.h>
#include <sacralmet/version.h>

#endif
