/*
 * A chart as JSON.
 */
#include "exchange/json/write.h"

#include <sacralmet/chart.h>

static const char *use_key(smet_fact_use_t use)
{
    static const char *const keys[] = {
        [SMET_FACT_USED] = "used",
        [SMET_FACT_SUPERSEDED] = "superseded",
        [SMET_FACT_DISAGREES] = "disagrees",
        [SMET_FACT_YIELDS] = "yields",
        [SMET_FACT_WRONG_STATUS] = "wrong_status",
        [SMET_FACT_OTHER_PATIENT] = "other_patient",
        [SMET_FACT_UNREADABLE] = "unreadable",
    };
    return keys[use];
}

static json_t *fact_json(struct smet__tree *tree, const smet_chart *chart, size_t index)
{
    struct smet_chart_fact fact = {.size = sizeof fact};
    /* Never: it comes from a list of those that there are. */
    if (SMET__NEVER(smet_chart_fact(chart, index, &fact) != SMET_OK))
        return NULL;
    json_t *object = json_object();
    smet__put_term(tree, object, "field", SMET_VOCABULARY_FIELD, fact.field);
    smet__put_text(tree, object, "value", fact.value);
    smet__put_text(tree, object, "use", use_key(fact.use));
    smet__put_bool(tree, object, "mapping", fact.is_mapping != 0);
    smet__put_text(tree, object, "resource", fact.resource);
    smet__put_text(tree, object, "path", fact.path);
    smet__put_text(tree, object, "system", fact.system);
    smet__put_text(tree, object, "code", fact.code);
    smet__put_text(tree, object, "effective", fact.effective);
    smet__put_text(tree, object, "note", fact.note);
    return object;
}

size_t smet_chart_write_json(const smet_chart *chart, int32_t style, char *text, size_t capacity)
{
    if (chart == NULL || !smet__is_style(style))
        return smet__write_nothing(text, capacity);
    struct smet__tree tree = {.has_failed = false};
    json_t *object = json_object(), *facts = json_array();
    smet__put_text(&tree, object, "patient", smet_chart_patient(chart));
    smet__put(&tree, object, "record", smet__record_json(&tree, smet_chart_record(chart)));
    for (size_t i = 0; i < smet_chart_fact_count(chart); i++)
        smet__add(&tree, facts, fact_json(&tree, chart, i));
    smet__put(&tree, object, "facts", facts);
    return smet__finish(&tree, object, style, text, capacity);
}
