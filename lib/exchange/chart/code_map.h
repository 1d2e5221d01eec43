/*
 * Codes that a site adds to those of the library, and which of those it knows.
 */
#ifndef SMET_EXCHANGE_CODE_MAP_H
#define SMET_EXCHANGE_CODE_MAP_H

#include "content/codes.h"

#include <sacralmet/chart.h>

#include <jansson.h>

/* The systems whose codes the library knows. */
enum smet__system {
    SMET__KNOWN_NONE = 0,
    SMET__KNOWN_ICD10CM,
    SMET__KNOWN_ICD10PCS,
    SMET__KNOWN_ICDO3,
    SMET__KNOWN_LOINC,
    SMET__KNOWN_FIELDS,
    SMET__KNOWN_VALUES,
    SMET__KNOWN_SCORES
};

enum smet__system smet__system_of(const char *url);

/* What a code of one system is to the library: rows, an Observation, a value. */
struct smet__rows {
    const struct smet_code_row *row;
    int count;
};

/* The rows of the longest beginning of a code; dots and case do not matter. */
struct smet__rows smet__find_rows(const struct smet_code_table *table, const char *code);

/* The Observation with a code of LOINC; NULL when there is none. */
const struct smet_observation_row *smet__find_observation(const char *code);

/* The field that an Observation with a code of ours is about; INVALID for none. */
smet_field_t smet__field_of_code(enum smet__system system, const char *code);

/* The field and value that a code of ours stands for; false for none. */
bool smet__value_of_code(const char *code, smet_field_t *field, smet_value_t *value);

/* Where a code stands. */
enum smet__carrier {
    SMET__CARRIER_NONE = -1,
    SMET__CARRIER_CONDITION = 0,
    SMET__CARRIER_BODY_SITE = 1,
    SMET__CARRIER_OBSERVATION = 2,
    SMET__CARRIER_ANSWER = 3,
    SMET__CARRIER_PROCEDURE = 4
};

struct smet__said {
    smet_field_t field;
    struct smet_values says;
};

/* A code of a map. */
struct smet__code {
    enum smet__carrier carrier;
    const char *system, *code;
    enum smet__system same_system; /* NONE: `facts` say what it stands for */
    const char *same_code;
    struct smet__said *facts;
    size_t fact_count;
};

/* The entry for a code; NULL when there is none. */
const struct smet__code *smet__code_map_find(const smet_code_map *map, enum smet__carrier carrier,
                                             const char *system, const char *code);

#endif
