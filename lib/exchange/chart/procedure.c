/*
 * Radiotherapy of the lesion.
 */
#include "exchange/chart/read.h"

#include <string.h>

#define OTHERS_NOTE                                                                                \
    "A Procedure says what this lesion has had; another kind may have come beside it."

/* A kind of radiotherapy that was given: alone, or beside the other. */
static struct smet_values given(smet_value_t kind)
{
    struct smet_values says = ONLY(SMET_PRIOR_RADIOTHERAPY_BOTH);
    smet__values_add(&says, kind);
    return says;
}

static bool open_procedure(struct smet__source *source)
{
    if (source->is_open)
        return source->reading->status == SMET_OK;
    if (!smet__open(source))
        return false;
    const char *status = smet__string(source->reading, source->place, source->json, "status");
    if (status == NULL || strcmp(status, "completed") != 0)
        smet__not_used(source, SMET_FACT_WRONG_STATUS, "The procedure is not completed.");
    if (!smet__take_time(source, "performedDateTime"))
        smet__take_period(source, "performedPeriod");
    return source->reading->status == SMET_OK;
}

static void add(struct smet__source *source, struct smet__statement *statement, bool needs_site)
{
    if (!open_procedure(source))
        return;
    if (needs_site && !smet__is_sacral(smet__read_site(source))) {
        statement->use = SMET_FACT_UNREADABLE;
        statement->reason = "Its body site does not say that it was in the sacrum.";
        statement->says = (struct smet_values){{0}};
    }
    smet__add_fact(source, statement);
}

static void add_rows(struct smet__source *source, struct smet__statement *statement,
                     const char *code)
{
    struct smet__rows rows = smet__find_rows(&smet__codes_icd10pcs, code);
    for (int i = 0; i < rows.count; i++) {
        statement->field = rows.row[i].field;
        statement->says = rows.row[i].says;
        statement->note = rows.row[i].note;
        add(source, statement, rows.row[i].rule == SMET__CODE_AT_SACRUM);
    }
}

static void add_own(struct smet__source *source, struct smet__statement *statement,
                    const char *code)
{
    smet_value_t kind;
    if (!smet__value_of_code(code, &statement->field, &kind) ||
        statement->field != SMET_FIELD_PRIOR_RADIOTHERAPY || kind == SMET_PRIOR_RADIOTHERAPY_NONE)
        return;
    statement->says = given(kind);
    statement->note = OTHERS_NOTE;
    add(source, statement, false);
}

static void add_facts(struct smet__source *source, struct smet__statement *statement,
                      const struct smet__code *mapped)
{
    for (size_t i = 0; i < mapped->fact_count; i++) {
        statement->field = mapped->facts[i].field;
        statement->says = mapped->facts[i].says;
        statement->note = SMET__MAP_NOTE;
        add(source, statement, false);
    }
}

static void read_coding(struct smet__source *source, const struct smet__place *place,
                        const struct smet__coding *coding)
{
    struct smet__statement statement = {
        .place = place,
        .is_mapping = true,
        .system = coding->system,
        .code = coding->code,
    };
    enum smet__system system = coding->known;
    const char *code = coding->code;
    if (coding->mapped != NULL) {
        system = coding->mapped->same_system;
        code = coding->mapped->same_code;
    }
    if (system == SMET__KNOWN_ICD10PCS)
        add_rows(source, &statement, code);
    else if (system == SMET__KNOWN_VALUES)
        add_own(source, &statement, code);
    else if (coding->mapped != NULL)
        add_facts(source, &statement, coding->mapped);
}

void smet__read_procedure(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "code");
    struct smet__place coding_at = smet__at(&at, "coding");
    const json_t *concept = smet__object(reading, source->place, source->json, "code");
    const json_t *list = smet__list(reading, &at, concept, "coding");
    source->is_standing = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct smet__coding coding;
        if (!smet__read_coding(reading, &coding_at, list, i, &coding))
            continue;
        if (coding.known == SMET__KNOWN_NONE)
            smet__ask_map(reading, SMET__CARRIER_PROCEDURE, &coding);
        struct smet__place here = {&at, "coding", (int)i};
        read_coding(source, &here, &coding);
    }
}
