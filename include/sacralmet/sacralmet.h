/**
 * @file
 * The whole of libsacralmet in one include.
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
