/*
 * Conditions: primary cancers, metastases, cauda equina syndrome, fractures.
 */
#include "exchange/chart/read.h"

#include <string.h>

#define PRIMARY_PROFILE                                                                            \
    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-primary-cancer-condition"
#define HISTOLOGY_URL                                                                              \
    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior"
#define RELATED_URL "http://hl7.org/fhir/StructureDefinition/condition-related"

/* --- statuses ----------------------------------------------------------------------------- */

/* What the statuses of a Condition say. */
struct standing {
    bool is_wrong;  /* in error or refuted */
    bool is_sure;   /* confirmed, or nothing said to the contrary */
    bool is_active; /* said to be */
    bool is_over;   /* said to be */
};

static bool has_ended(const json_t *condition)
{
    static const char *const keys[] = {"abatementDateTime", "abatementAge", "abatementPeriod",
                                       "abatementRange", "abatementString"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_object_get(condition, keys[i]) != NULL)
            return true;
    return false;
}

static struct standing standing_of(struct smet__source *source)
{
    static const char *const verifications[] = {"entered-in-error", "refuted", "confirmed"};
    static const char *const clinical[] = {"active",   "recurrence", "relapse",
                                           "inactive", "remission",  "resolved"};
    struct smet__reading *reading = source->reading;
    const json_t *json = source->json;
    int verified =
        smet__code_among(reading, source->place, json, "verificationStatus", verifications, 3);
    int state = smet__code_among(reading, source->place, json, "clinicalStatus", clinical, 6);
    bool is_silent = json_object_get(json, "verificationStatus") == NULL;
    bool is_over = state >= 3 || has_ended(json);
    return (struct standing){
        .is_wrong = verified == 0 || verified == 1,
        .is_sure = verified == 2 || is_silent,
        .is_active = state >= 0 && state < 3 && !is_over,
        .is_over = is_over,
    };
}

/* Why a Condition does not count; NULL when it does. */
static const char *fault(struct standing standing, enum smet_code_rule rule)
{
    if (standing.is_wrong)
        return "The condition was refuted, or entered in error.";
    if (rule == SMET__CODE_LASTING)
        return standing.is_sure ? NULL : "The condition is not confirmed.";
    if (standing.is_over)
        return "The condition is not active any more; that is read neither as yes nor as no.";
    if (!standing.is_sure)
        return "The condition is not confirmed: it is read neither as yes nor as no.";
    bool must_say = rule == SMET__CODE_ALARM || rule == SMET__CODE_AT_SACRUM;
    return must_say && !standing.is_active ? "The condition does not say that it is active: it is "
                                             "read neither as yes nor as no."
                                           : NULL;
}

static void judge(struct smet__statement *statement, struct standing standing,
                  enum smet_code_rule rule)
{
    const char *reason = fault(standing, rule);
    bool is_alarm = rule == SMET__CODE_ALARM || rule == SMET__CODE_AT_SACRUM;
    if (reason == NULL)
        return;
    statement->use = SMET_FACT_WRONG_STATUS;
    statement->reason = reason;
    statement->is_doubt = is_alarm && !standing.is_wrong && !standing.is_over;
}

static bool open_condition(struct smet__source *source)
{
    if (source->is_open)
        return source->reading->status == SMET_OK;
    if (!smet__open(source))
        return false;
    if (!smet__take_time(source, "onsetDateTime"))
        smet__take_time(source, "recordedDate");
    return source->reading->status == SMET_OK;
}

/* --- bone metastases and their primaries -------------------------------------------------- */

/* The reference of an extension `condition-related`; NULL where there is none. */
static const char *related(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "extension");
    const json_t *list = smet__list(reading, source->place, source->json, "extension");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *extension = smet__member(reading, &at, list, i);
        const char *url = smet__string(reading, &at, extension, "url");
        struct smet__place value_at = smet__at(&at, "valueReference");
        if (url != NULL && strcmp(url, RELATED_URL) == 0)
            return smet__string(reading, &value_at,
                                smet__object(reading, &at, extension, "valueReference"),
                                "reference");
    }
    return NULL;
}

/* The name of a Condition in a reference: `Condition/p`, with or without a base; else all of it. */
static const char *condition_name(const char *reference)
{
    static const char type[] = "/Condition/";
    const char *name = reference;
    for (const char *at = reference; (at = strstr(at, type)) != NULL; at += sizeof type - 1)
        name = at + 1;
    return name;
}

/* A name without the version that a reference may have. */
static size_t name_length(const char *name)
{
    const char *history = strstr(name, "/_history/");
    return history == NULL ? strlen(name) : (size_t)(history - name);
}

/* Remembers which primary a bone metastasis that counts names. */
static void keep_primary(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    const char *reference = related(source);
    if (!smet__open(source) || source->use != SMET_FACT_USED)
        return;
    if (reference == NULL) {
        reading->orphans++;
        return;
    }
    const char *name = condition_name(reference);
    const char *kept = smet__text_copy(&reading->texts, name, name_length(name));
    if (kept == NULL || !smet__names_add(&reading->primaries, kept))
        smet__refuse_memory(reading);
}

static void add_site(struct smet__source *source, struct smet__statement *statement,
                     struct standing standing)
{
    if (fault(standing, SMET__CODE_CURRENT) == NULL)
        keep_primary(source);
    struct smet__place site_at = smet__at(source->place, "bodySite");
    const struct smet__place *code_at = statement->place;
    statement->says = smet__read_site(source);
    if (smet__values_empty(statement->says)) {
        statement->use = SMET_FACT_UNREADABLE;
        statement->reason = "No body site that is known says the level of this bone metastasis.";
    } else {
        statement->place = &site_at;
    }
    judge(statement, standing, SMET__CODE_CURRENT);
    smet__add_fact(source, statement);
    statement->place = code_at;
}

/* --- histology ---------------------------------------------------------------------------- */

/* The number of a morphology that is malignant and primary, such as `8500/3`; -1 for none. */
static int morphology_number(const char *code)
{
    int number = 0;
    for (int i = 0; i < 4; i++) {
        if (code[i] < '0' || code[i] > '9')
            return -1;
        number = number * 10 + (code[i] - '0');
    }
    return strcmp(code + 4, "/3") == 0 ? number : -1;
}

/* The row of the first coding that has one. */
static const struct smet_morphology_row *
row_of(struct smet__reading *reading, const struct smet__place *place, const json_t *codings)
{
    for (size_t c = 0; c < json_array_size(codings); c++) {
        struct smet__coding coding;
        if (!smet__read_coding(reading, place, codings, c, &coding) ||
            coding.known != SMET__KNOWN_ICDO3)
            continue;
        int number = morphology_number(coding.code);
        for (int m = 0; m < smet__morphology_count; m++)
            if (number >= smet__morphologies[m].first && number <= smet__morphologies[m].last)
                return &smet__morphologies[m];
    }
    return NULL;
}

/* What mCODE's extension says; `is_said` is whether there is one, which may be in no row. */
static const struct smet_morphology_row *find_morphology(struct smet__source *source, bool *is_said)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "extension");
    struct smet__place value_at = smet__at(&at, "valueCodeableConcept");
    const json_t *list = smet__list(reading, source->place, source->json, "extension");
    const struct smet_morphology_row *found = NULL;
    for (size_t i = 0; i < json_array_size(list) && found == NULL; i++) {
        const json_t *extension = smet__member(reading, &at, list, i);
        const char *url = smet__string(reading, &at, extension, "url");
        if (url == NULL || strcmp(url, HISTOLOGY_URL) != 0)
            continue;
        *is_said = true;
        const json_t *concept = smet__object(reading, &at, extension, "valueCodeableConcept");
        found = row_of(reading, &value_at, smet__list(reading, &value_at, concept, "coding"));
    }
    return found;
}

/* A histology that says the primary narrows what the site leaves open; else any may be true. */
static void refine(struct smet__source *source, struct smet__statement *statement)
{
    bool is_said = false;
    const struct smet_morphology_row *row = find_morphology(source, &is_said);
    if (row == NULL || smet__values_empty(row->says) ||
        smet__values_equal(row->says, statement->says))
        return;
    bool meets = smet__values_meet(row->says, statement->says);
    statement->says = meets ? smet__values_and(row->says, statement->says)
                            : smet__values_or(row->says, statement->says);
    statement->is_mapping = true;
    statement->note =
        meets ? row->note : "Site and histology say different things: any may be true.";
}

/* --- rows of ICD-10-CM -------------------------------------------------------------------- */

static void add_at_sacrum(struct smet__source *source, struct smet__statement *statement,
                          struct standing standing)
{
    if (smet__is_sacral(smet__read_site(source))) {
        judge(statement, standing, SMET__CODE_AT_SACRUM);
    } else {
        statement->use = SMET_FACT_UNREADABLE;
        statement->reason = "Its body site does not say that it is in the sacrum.";
        statement->says = (struct smet_values){{0}};
    }
    smet__add_fact(source, statement);
}

static void add_row(struct smet__source *source, struct smet__statement *statement,
                    const struct smet_code_row *row, struct standing standing)
{
    statement->field = row->field;
    statement->says = row->says;
    statement->note = row->note;
    statement->is_mapping = row->note[0] != '\0';
    statement->use = SMET_FACT_USED;
    statement->reason = NULL;
    statement->is_doubt = false;
    switch (row->rule) {
    case SMET__CODE_SITE:
        add_site(source, statement, standing);
        return;
    case SMET__CODE_AT_SACRUM:
        add_at_sacrum(source, statement, standing);
        return;
    case SMET__CODE_NOTHING:
        statement->use = SMET_FACT_UNREADABLE;
        statement->reason = row->note;
        break;
    default:
        if (row->field == SMET_FIELD_PRIMARY_TUMOR)
            refine(source, statement);
        judge(statement, standing, (enum smet_code_rule)row->rule);
        break;
    }
    smet__add_fact(source, statement);
}

/* --- what a site maps --------------------------------------------------------------------- */

static enum smet_code_rule rule_of(smet_field_t field)
{
    switch (field) {
    case SMET_FIELD_PRIMARY_TUMOR:
        return SMET__CODE_LASTING;
    case SMET_FIELD_CAUDA_EQUINA_SYNDROME:
    case SMET_FIELD_SACRAL_FRACTURE:
        return SMET__CODE_ALARM;
    default:
        return SMET__CODE_CURRENT;
    }
}

static void add_mapped(struct smet__source *source, struct smet__statement *statement,
                       const struct smet__code *mapped, struct standing standing)
{
    for (size_t i = 0; i < mapped->fact_count; i++) {
        statement->field = mapped->facts[i].field;
        statement->says = mapped->facts[i].says;
        statement->note = SMET__MAP_NOTE;
        statement->is_mapping = true;
        statement->use = SMET_FACT_USED;
        statement->reason = NULL;
        statement->is_doubt = false;
        judge(statement, standing, rule_of(statement->field));
        smet__add_fact(source, statement);
    }
}

/* --- codings ------------------------------------------------------------------------------ */

/* Adds what one coding says; false when it is not known. */
static bool read_coding(struct smet__source *source, const struct smet__place *place,
                        struct smet__coding *coding)
{
    struct smet__rows rows = {NULL, 0};
    if (coding->known == SMET__KNOWN_ICD10CM)
        rows = smet__find_rows(&smet__codes_icd10cm, coding->code);
    if (rows.count == 0)
        smet__ask_map(source->reading, SMET__CARRIER_CONDITION, coding);
    if (coding->mapped != NULL && coding->mapped->same_system == SMET__KNOWN_ICD10CM)
        rows = smet__find_rows(&smet__codes_icd10cm, coding->mapped->same_code);
    if (rows.count == 0 && coding->mapped == NULL)
        return false;
    if (!open_condition(source))
        return true;
    struct standing standing = standing_of(source);
    struct smet__statement statement = {
        .place = place, .system = coding->system, .code = coding->code};
    for (int i = 0; i < rows.count; i++)
        add_row(source, &statement, &rows.row[i], standing);
    if (rows.count == 0)
        add_mapped(source, &statement, coding->mapped, standing);
    return true;
}

static bool read_codings(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "code");
    struct smet__place coding_at = smet__at(&at, "coding");
    const json_t *concept = smet__object(reading, source->place, source->json, "code");
    const json_t *list = smet__list(reading, &at, concept, "coding");
    bool is_known = false;
    for (size_t i = 0; i < json_array_size(list) && reading->status == SMET_OK; i++) {
        struct smet__coding coding;
        struct smet__place here = {&at, "coding", (int)i};
        if (smet__read_coding(reading, &coding_at, list, i, &coding))
            is_known = read_coding(source, &here, &coding) || is_known;
    }
    return is_known;
}

/* --- ICD-O-3 ------------------------------------------------------------------------------ */

static bool is_primary_profile(struct smet__source *source)
{
    struct smet__place at = smet__at(source->place, "meta");
    const json_t *meta = smet__object(source->reading, source->place, source->json, "meta");
    const json_t *list = smet__list(source->reading, &at, meta, "profile");
    size_t length = sizeof PRIMARY_PROFILE - 1;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *url = json_string_value(json_array_get(list, i));
        if (url != NULL && strncmp(url, PRIMARY_PROFILE, length) == 0 &&
            (url[length] == '\0' || url[length] == '|'))
            return true;
    }
    return false;
}

static void add_topography(struct smet__source *source, const struct smet__place *place,
                           const struct smet__coding *coding, const struct smet_code_row *row)
{
    bool has_morphology = false;
    if (!open_condition(source))
        return;
    const struct smet_morphology_row *morphology = find_morphology(source, &has_morphology);
    struct smet__statement statement = {
        .place = place,
        .field = row->field,
        .says = row->says,
        .note = row->note,
        .is_mapping = true,
        .system = coding->system,
        .code = coding->code,
    };
    if (has_morphology && morphology == NULL) {
        statement.use = SMET_FACT_UNREADABLE;
        statement.reason = "The library does not know the histology that goes with this site.";
        statement.says = (struct smet_values){{0}};
    } else if (morphology != NULL && !smet__values_empty(morphology->says)) {
        statement.says = morphology->says;
        statement.note = morphology->note;
    }
    judge(&statement, standing_of(source), SMET__CODE_LASTING);
    smet__add_fact(source, &statement);
}

/* The topography of a primary cancer whose own code the library does not know. */
static void read_topography(struct smet__source *source)
{
    struct smet__reading *reading = source->reading;
    struct smet__place at = smet__at(source->place, "bodySite");
    const json_t *sites = smet__list(reading, source->place, source->json, "bodySite");
    for (size_t i = 0; i < json_array_size(sites); i++) {
        struct smet__place here = {source->place, "bodySite", (int)i};
        const json_t *site = smet__member(reading, &at, sites, i);
        const json_t *list = smet__list(reading, &here, site, "coding");
        for (size_t c = 0; c < json_array_size(list); c++) {
            struct smet__coding coding;
            struct smet__place coding_at = {&here, "coding", (int)c};
            if (!smet__read_coding(reading, &coding_at, list, c, &coding) ||
                coding.known != SMET__KNOWN_ICDO3)
                continue;
            struct smet__rows rows = smet__find_rows(&smet__codes_icdo3_topography, coding.code);
            if (rows.count > 0)
                add_topography(source, &coding_at, &coding, rows.row);
        }
    }
}

void smet__read_condition(struct smet__source *source)
{
    source->is_standing = true;
    if (!read_codings(source) && is_primary_profile(source))
        read_topography(source);
}
