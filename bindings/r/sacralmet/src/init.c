/*
 * The routines that R may call.
 */
#include "sacralmet_r.h"

#include <R_ext/Rdynload.h>
#include <R_ext/Visibility.h>

#define ROUTINE(name, count) {#name, (DL_FUNC)(void (*)(void))&name, count}

static const R_CallMethodDef routines[] = {
    ROUTINE(sacralmet_versions, 0),
    ROUTINE(sacralmet_vocabulary, 1),
    ROUTINE(sacralmet_fields, 0),
    ROUTINE(sacralmet_values, 1),
    ROUTINE(sacralmet_instruments, 0),
    ROUTINE(sacralmet_items, 1),
    ROUTINE(sacralmet_points, 1),
    ROUTINE(sacralmet_bands, 1),
    ROUTINE(sacralmet_interventions, 0),
    ROUTINE(sacralmet_findings, 0),
    ROUTINE(sacralmet_rules, 0),
    ROUTINE(sacralmet_conflicts, 0),
    ROUTINE(sacralmet_references, 0),
    ROUTINE(sacralmet_evidence, 0),
    ROUTINE(sacralmet_disputes, 0),
    ROUTINE(sacralmet_record_new, 0),
    ROUTINE(sacralmet_record_copy, 1),
    ROUTINE(sacralmet_record_set_text, 3),
    ROUTINE(sacralmet_record_clear, 2),
    ROUTINE(sacralmet_record_entered, 1),
    ROUTINE(sacralmet_record_values, 2),
    ROUTINE(sacralmet_assess, 1),
    ROUTINE(sacralmet_assessed_interventions, 1),
    ROUTINE(sacralmet_assessed_order, 1),
    ROUTINE(sacralmet_assessed_rules, 1),
    ROUTINE(sacralmet_assessed_findings, 1),
    ROUTINE(sacralmet_assessed_derived, 1),
    ROUTINE(sacralmet_assessed_conflicts, 1),
    ROUTINE(sacralmet_assessed_inconsistencies, 1),
    ROUTINE(sacralmet_assessed_next, 1),
    ROUTINE(sacralmet_assessed_scores, 1),
    ROUTINE(sacralmet_assessed_items, 2),
    ROUTINE(sacralmet_assessed_notes, 2),
    ROUTINE(sacralmet_score_frame, 4),
    ROUTINE(sacralmet_dispositions_frame, 4),
    {NULL, NULL, 0},
};

void R_init_sacralmet(DllInfo *library);

attribute_visible void R_init_sacralmet(DllInfo *library)
{
    /* The loader takes any library of the same first number. Before 1.0 its structs may differ. */
    if (!smet_abi_serves(SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR))
        Rf_error("libsacralmet has the ABI %s; this package was built for %d.%d: install it anew",
                 smet_abi_version(), SMET_ABI_VERSION_MAJOR, SMET_ABI_VERSION_MINOR);
    R_registerRoutines(library, NULL, routines, NULL, NULL);
    R_useDynamicSymbols(library, FALSE);
    R_forceSymbols(library, TRUE);
}
