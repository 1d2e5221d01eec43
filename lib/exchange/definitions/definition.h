/*
 * What the makers of definitions share. Each is made by walking the library's
 * description of itself; what cannot be made marks the tree or the text as failed.
 */
#ifndef SMET_EXCHANGE_DEFINITION_H
#define SMET_EXCHANGE_DEFINITION_H

#include "exchange/fhir/parts.h"
#include "exchange/definitions/print.h"

enum {
    SMET__CODE_ROOM = 128, /* an owner's key, a dot and a key */
    SMET__ID_ROOM = 65,    /* the longest id of a resource, and NUL */
    SMET__URL_ROOM = 128   /* a canonical address */
};

/* What begins a definition. */
struct smet__head {
    const char *type;        /* of the resource */
    const char *id;
    const char *url;         /* its canonical address */
    const char *title;
    const char *description;
};

json_t *smet__definition(struct smet__tree *tree, const struct smet__head *head);

/* The id of what has a key: ids have no underscore. */
void smet__id_of(char id[SMET__ID_ROOM], const char *key);

/* The name of what has an id, fit for programs: `SacralmetTokuhashiRevised`. */
void smet__name_of(char name[SMET__CODE_ROOM], const char *id);

/* `owner.term`. */
void smet__owned_code(char code[SMET__CODE_ROOM], const char *owner, const char *term);

/* The canonical address with this number below an arc. */
void smet__canonical(char url[SMET__URL_ROOM], const char *arc, int32_t number);

/* The coding of a field, and of one of its options. */
json_t *smet__field_coding(struct smet__tree *tree, smet_field_t field);
json_t *smet__value_coding(struct smet__tree *tree, smet_field_t field, smet_value_t value);

/* The makers, by what a definition is of. `instrument` -1 stands for the whole. */
json_t *smet__code_system_json(struct smet__tree *tree, const char *id);
json_t *smet__value_set_json(struct smet__tree *tree, smet_field_t field);
json_t *smet__questionnaire_json(struct smet__tree *tree, smet_instrument_t instrument);
json_t *smet__library_json(struct smet__tree *tree, smet_instrument_t instrument, bool reads_fhir);

/* The CQL of an instrument: the score itself, and what reads it from FHIR. */
void smet__write_cql(struct smet__words *words, smet_instrument_t instrument);
void smet__write_cql_fhir(struct smet__words *words, smet_instrument_t instrument);

/* The id of an instrument's CQL as a resource, its name, and its address. */
void smet__cql_id(char id[SMET__ID_ROOM], smet_instrument_t instrument, bool reads_fhir);
void smet__cql_name(char name[SMET__CODE_ROOM], smet_instrument_t instrument, bool reads_fhir);
void smet__cql_url(char url[SMET__URL_ROOM], smet_instrument_t instrument, bool reads_fhir);

#endif
