/*
 * A whole text: whose it is, then each of its resources by its type.
 */
#include "exchange/chart/read.h"

/* The patient that a request is about; NULL for none, and for what is no request. */
static const char *requested_patient(struct smet__reading *reading, const json_t *root)
{
    struct smet__place at = smet__at(NULL, "context");
    if (json_object_get(root, "resourceType") != NULL || !smet__is_request(root))
        return NULL;
    return smet__string(reading, &at, smet__object(reading, NULL, root, "context"), "patientId");
}

static void read_resource(struct smet__source *source, enum smet__type type)
{
    switch (type) {
    case SMET__TYPE_CONDITION:
        smet__read_condition(source);
        break;
    case SMET__TYPE_OBSERVATION:
        smet__read_observation(source);
        break;
    case SMET__TYPE_PATIENT:
        smet__read_patient(source);
        break;
    case SMET__TYPE_PROCEDURE:
        smet__read_procedure(source);
        break;
    case SMET__TYPE_RESPONSE:
        smet__read_response(source);
        break;
    default:
        break;
    }
}

void smet__read_root(struct smet__reading *reading, const json_t *root)
{
    struct smet__place at = smet__at(NULL, "text");
    if (json_typeof(root) != JSON_OBJECT) {
        smet__refuse_place(reading, &at, SMET_ERROR_WRONG_KIND, "one JSON object is needed");
        return;
    }
    smet__find_patient(reading, root, requested_patient(reading, root));
    if (reading->status == SMET_OK)
        smet__walk(reading, root, read_resource);
}
