/*
 * Records and assessments in external pointers, freed when R collects them.
 */
#include "sacralmet_r.h"

static SEXP record_tag(void)
{
    return Rf_install("sacralmet_record");
}

static SEXP assessment_tag(void)
{
    return Rf_install("sacralmet_assessment");
}

static void free_record(SEXP handle)
{
    smet_record_free(R_ExternalPtrAddr(handle));
    R_ClearExternalPtr(handle);
}

static void free_assessment(SEXP handle)
{
    smet_assessment_free(R_ExternalPtrAddr(handle));
    R_ClearExternalPtr(handle);
}

/* Empty at first: nothing can fail between what is allocated and who owns it. */
static SEXP handle_new(SEXP tag, R_CFinalizer_t finalizer)
{
    SEXP handle = PROTECT(R_MakeExternalPtr(NULL, tag, R_NilValue));
    R_RegisterCFinalizerEx(handle, finalizer, FALSE);
    UNPROTECT(1);
    return handle;
}

static void *owned_by(SEXP handle, SEXP tag)
{
    if (TYPEOF(handle) != EXTPTRSXP || R_ExternalPtrTag(handle) != tag)
        return NULL;
    return R_ExternalPtrAddr(handle);
}

smet_record *record_in(SEXP handle)
{
    return owned_by(handle, record_tag());
}

smet_assessment *assessment_in(SEXP handle)
{
    return owned_by(handle, assessment_tag());
}

SEXP refusal_of_handle(void)
{
    return refusal(SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                   "this record belongs to a session that has ended: what as.list() gives "
                   "can be kept, and record() makes a record of it");
}

static SEXP keep_record(SEXP handle, smet_record *record)
{
    if (record == NULL)
        return refusal(SMET_ERROR_NO_MEMORY, SMET_FIELD_INVALID, NULL);
    R_SetExternalPtrAddr(handle, record);
    return handle;
}

SEXP record_handle(void)
{
    SEXP handle = PROTECT(handle_new(record_tag(), free_record));
    SEXP answer = keep_record(handle, smet_record_new());
    UNPROTECT(1);
    return answer;
}

SEXP sacralmet_record_new(void)
{
    return record_handle();
}

SEXP sacralmet_record_copy(SEXP from)
{
    smet_record *record = record_in(from);
    if (record == NULL)
        return refusal_of_handle();
    SEXP handle = PROTECT(handle_new(record_tag(), free_record));
    SEXP answer = keep_record(handle, smet_record_copy(record));
    UNPROTECT(1);
    return answer;
}

SEXP sacralmet_assess(SEXP from)
{
    struct smet_error error = {.size = sizeof error};
    smet_record *record = record_in(from);
    if (record == NULL)
        return refusal_of_handle();
    SEXP handle = PROTECT(handle_new(assessment_tag(), free_assessment));
    smet_assessment *assessment = smet_assess(record, &error);
    SEXP answer = handle;
    if (assessment == NULL)
        answer = refusal_of(error.status, &error);
    else
        R_SetExternalPtrAddr(handle, assessment);
    UNPROTECT(1);
    return answer;
}
