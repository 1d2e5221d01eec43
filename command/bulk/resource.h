/*
 * What a line of newline-delimited FHIR is, and of whom.
 */
#ifndef SACRALMET_TOOLS_BULK_RESOURCE_H
#define SACRALMET_TOOLS_BULK_RESOURCE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a line is one resource of a patient among others, and not a Bundle or another
 * object that stands for a patient by itself. */
bool bulk_is_single(const char *text, size_t length);

/* The patient that a resource is of: an id, or the reference where it has none. NULL where
 * it names none, or is no JSON; else freed by the caller. `is_json` says which. */
char *bulk_patient_of(const char *text, size_t length, bool *is_json);

#endif
