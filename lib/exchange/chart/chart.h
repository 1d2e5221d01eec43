/*
 * What a chart holds: texts, facts, and who the patient is.
 */
#ifndef SMET_EXCHANGE_CHART_H
#define SMET_EXCHANGE_CHART_H

#include "base/value_set.h"
#include "exchange/shared/date.h"

#include <sacralmet/chart.h>

#include <jansson.h>
#include <stdbool.h>

/* --- texts -------------------------------------------------------------------------------- */

struct smet__text_block;

/* Texts that are kept until all of them are freed; all zero when empty. */
struct smet__texts {
    struct smet__text_block *blocks;
};

/* Room for a text; NULL when there is no memory. */
char *smet__text_room(struct smet__texts *texts, size_t size);

/* A copy; NULL when there is no memory. */
const char *smet__text_copy(struct smet__texts *texts, const char *text, size_t length);

/* Moves all texts of `from`. */
void smet__texts_move(struct smet__texts *to, struct smet__texts *from);
void smet__texts_free(struct smet__texts *texts);

/* A list of texts that others own. */
struct smet__names {
    const char **of;
    size_t count, room;
};

bool smet__names_add(struct smet__names *names, const char *name);
void smet__names_sort(struct smet__names *names);

/* Whether a sorted list holds a name. */
bool smet__names_have(const struct smet__names *names, const char *name);
void smet__names_free(struct smet__names *names);

/* --- facts -------------------------------------------------------------------------------- */

struct smet__fact {
    smet_field_t field;
    smet_fact_use_t use;     /* as the chart gives it */
    smet_fact_use_t own_use; /* before it is held against others */
    bool is_mapping;
    bool is_standing; /* of a Condition, Procedure or Patient: no effective time orders it */
    bool is_doubt;    /* says nothing itself, and takes the contrary back */
    bool outranks;    /* of the standing ones, those that do not yield to it */
    struct smet_values says;
    struct smet__time time;
    struct smet__time updated; /* the version of its resource */
    size_t serial;             /* its resource, counted as read */
    const char *value;
    const char *resource;
    const char *url; /* its resource's full URL; "" for none */
    const char *path;
    const char *system;
    const char *code;
    const char *effective;
    const char *mapping; /* what lies between code and field */
    const char *reason;  /* why `own_use` */
    const char *note;    /* as the chart gives it */
};

struct smet_chart {
    smet_record *record;
    struct smet__texts texts;
    struct smet__fact *facts; /* as read */
    uint32_t *order;          /* by field, then as read */
    size_t fact_count;
    size_t serial;                /* resources read so far */
    const char *patient;          /* NULL: nobody yet */
    bool is_named;                /* by the caller or a request, not by the resources */
    struct smet__names aliases;   /* full URLs of the patient */
    struct smet__names primaries; /* what bone metastases name as theirs */
    size_t orphans;               /* bone metastases that name none */
    struct smet__day evaluation;
    bool has_evaluation;
    char evaluation_text[11];
    const smet_code_map *codes;
};

/*
 * Says of each fact whether it counts, and gives the record of those that do; NULL
 * when there is no memory. `order` has room for each fact and is filled.
 */
smet_record *smet__resolve(struct smet__fact *facts, size_t count, uint32_t *order,
                           const struct smet__names *primaries, size_t orphans);

#endif
