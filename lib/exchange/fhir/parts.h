/*
 * The parts that the resources of an answer are made of, and the Bundle that they
 * go into.
 */
#ifndef SMET_EXCHANGE_FHIR_PARTS_H
#define SMET_EXCHANGE_FHIR_PARTS_H

#include "exchange/shared/answer.h"
#include "exchange/shared/systems.h"
#include "exchange/fhir/phrases.h"

enum { SMET__URN_ROOM = 48 };

/* An answer under construction. */
struct smet__bundle {
    struct smet__tree tree;
    const struct smet__answer *answer;
    const smet_record *record;
    char seed[SMET__URN_ROOM];     /* the URN of what was asked */
    char versions[SMET__URN_ROOM]; /* the URN of the versions that answer */
    json_t *entries;
    bool rules[SMET__LIST_ROOM]; /* those that a recommendation names */
};

/* --- types of FHIR ------------------------------------------------------------- */

/* Nothing where the text is empty: FHIR has no empty strings. */
void smet__put_said(struct smet__tree *tree, json_t *object, const char *key, const char *text);

/* Lets an empty list go: FHIR has none. */
void smet__put_list(struct smet__tree *tree, json_t *object, const char *key, json_t *list);

json_t *smet__coding(struct smet__tree *tree, const char *system, const char *code,
                     const char *display);

/* The code is `owner.key`; neither is NULL. */
json_t *smet__owned_coding(struct smet__tree *tree, const char *system, const char *owner,
                           const char *key, const char *display);

json_t *smet__term_coding(struct smet__tree *tree, const char *system,
                          smet_vocabulary_t vocabulary, int32_t term);

/* `coding` or `text` may be NULL or empty, not both. */
json_t *smet__concept(struct smet__tree *tree, json_t *coding, const char *text);

/* A list of one. */
json_t *smet__one(struct smet__tree *tree, json_t *member);

json_t *smet__points_quantity(struct smet__tree *tree, int64_t points);
json_t *smet__months_quantity(struct smet__tree *tree, int64_t months);

/* The least and the greatest of the points whose bits are set. */
json_t *smet__points_range(struct smet__tree *tree, uint64_t points);

/* Adds an Annotation, unless the text is empty; the second lets the words go. */
void smet__add_note(struct smet__tree *tree, json_t *notes, const char *text);
void smet__add_words(struct smet__tree *tree, json_t *notes, struct smet__words *words);

/* A parameter of Parameters or a part of one; `type` is such as `valueCode`. */
void smet__add_parameter(struct smet__tree *tree, json_t *list, const char *name,
                         const char *type, json_t *value);

/* The same with a text, unless it is empty; and with parts. */
void smet__add_said(struct smet__tree *tree, json_t *list, const char *name, const char *type,
                    const char *text);
void smet__add_parts(struct smet__tree *tree, json_t *list, const char *name, json_t *parts);

/* --- references --------------------------------------------------------------- */

/* What the names of entries begin with. */
#define SMET__ENTRY_DEVICE "device"
#define SMET__ENTRY_FACTS "facts"
#define SMET__ENTRY_GUIDANCE "guidance"
#define SMET__ENTRY_PROGNOSIS "prognosis"
#define SMET__ENTRY_RECOMMENDATIONS "recommendations"
#define SMET__ENTRY_SCORE "score"

json_t *smet__subject(struct smet__bundle *bundle);
json_t *smet__device_reference(struct smet__bundle *bundle);

/* To an entry of the Bundle, by its kind and key. */
json_t *smet__entry_reference(struct smet__bundle *bundle, const char *kind, const char *key);

/* The fields that a score reads, its linked ones included, those set aside not. */
struct smet__set smet__read_by_score(const struct smet__bundle *bundle,
                                     smet_instrument_t instrument);

/* The fields that a rule reads, its linked ones included. */
struct smet__set smet__read_by_rule(const struct smet__bundle *bundle, smet_rule_t rule);

/* Which facts of a chart are meant: bit u is the use u. */
enum {
    SMET__FACTS_THAT_COUNT = 1 << SMET_FACT_USED | 1 << SMET_FACT_DISAGREES,
    SMET__FACTS_THAT_CONTRADICT = SMET__FACTS_THAT_COUNT | 1 << SMET_FACT_YIELDS
};

/*
 * Adds references to the chart's resources from which facts of these fields and uses
 * were read, each resource once. `types`: those that may be referred to, with a blank
 * before and behind each; NULL: any.
 */
void smet__add_resources(struct smet__bundle *bundle, json_t *list,
                         const struct smet__set *fields, int uses, const char *types);

/* The same for facts that count. */
static inline void smet__add_chart_references(struct smet__bundle *bundle, json_t *list,
                                              const struct smet__set *fields,
                                              const char *types)
{
    smet__add_resources(bundle, list, fields, SMET__FACTS_THAT_COUNT, types);
}

/* The same for one field. */
void smet__add_resources_of(struct smet__bundle *bundle, json_t *list, smet_field_t field,
                            int uses);

/* Whether a fact of a chart is of one of these uses. */
static inline bool smet__is_meant(const struct smet_chart_fact *fact, int uses)
{
    return (uses >> fact->use & 1) != 0;
}

/* Whether a text is `Type/id`. */
bool smet__is_relative_reference(const char *text);

/* The record as compact JSON, to be freed with free(); NULL without memory. */
char *smet__record_text(const smet_record *record);

/* --- resources ---------------------------------------------------------------- */

/* With its type, its status, and the URN of the entry as its identifier, so that filing
 * it twice can be noticed. */
json_t *smet__resource(struct smet__bundle *bundle, const char *type, const char *kind,
                       const char *key, const char *status);

void smet__put_date(struct smet__bundle *bundle, json_t *resource, const char *key);

/* Takes the resource over. */
void smet__add_entry(struct smet__bundle *bundle, const char *kind, const char *key,
                     json_t *resource);

/* --- the parts of a Bundle, each in its own file ---------------------------------- */

void smet__add_scores(struct smet__bundle *bundle);
void smet__add_prognoses(struct smet__bundle *bundle);
void smet__add_guidance(struct smet__bundle *bundle);
void smet__add_recommendations(struct smet__bundle *bundle);
void smet__add_issues(struct smet__bundle *bundle);
void smet__add_facts(struct smet__bundle *bundle);
void smet__add_device(struct smet__bundle *bundle);

#endif
