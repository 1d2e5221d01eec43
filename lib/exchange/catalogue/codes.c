/*
 * Of the catalogue: what the codes of other systems say of a record.
 */
#include "exchange/catalogue/parts.h"

#include "content/codes.h"
#include "exchange/shared/systems.h"

static const char *rule_key(int rule)
{
    static const char *const keys[] = {
        [SMET__CODE_LASTING] = "lasting", [SMET__CODE_CURRENT] = "current",
        [SMET__CODE_ALARM] = "alarm",     [SMET__CODE_AT_SACRUM] = "at_sacrum",
        [SMET__CODE_SITE] = "site",       [SMET__CODE_NOTHING] = "nothing",
    };
    return keys[rule];
}

static const char *rule_text(int rule)
{
    static const char *const texts[] = {
        [SMET__CODE_LASTING] = "Counts when it is confirmed, also when it is over.",
        [SMET__CODE_CURRENT] = "Counts when it is confirmed and not said to be over.",
        [SMET__CODE_ALARM] = "Counts when it is confirmed and active; where it may be, it takes a "
                             "\"no\" back to unknown.",
        [SMET__CODE_AT_SACRUM] =
            "Counts as an alarm does, and only with a body site in the sacrum.",
        [SMET__CODE_SITE] =
            "Counts when it is confirmed and not said to be over; its body site says "
            "the value.",
        [SMET__CODE_NOTHING] = "Says nothing; the note says why.",
    };
    return texts[rule];
}

static json_t *rules_json(struct smet__tree *tree)
{
    json_t *list = json_array();
    for (int rule = SMET__CODE_LASTING; rule <= SMET__CODE_NOTHING; rule++) {
        json_t *object = json_object();
        smet__put_text(tree, object, "key", rule_key(rule));
        smet__put_text(tree, object, "text", rule_text(rule));
        smet__add(tree, list, object);
    }
    return list;
}

static json_t *says_json(struct smet__tree *tree, smet_field_t field, struct smet_values says)
{
    smet_value_t values[SMET__VALUE_ROOM];
    size_t count = 0;
    for (smet_value_t v = smet__values_next(&says, 0); v >= 0; v = smet__values_next(&says, v + 1))
        values[count++] = v;
    return smet__value_keys(tree, field, values, count);
}

static json_t *row_json(struct smet__tree *tree, const struct smet_code_row *row)
{
    json_t *object = json_object();
    smet__put_text(tree, object, "code", row->code);
    smet__put_term(tree, object, "field", SMET_VOCABULARY_FIELD, row->field);
    smet__put(tree, object, "values", says_json(tree, row->field, row->says));
    smet__put_text(tree, object, "rule", rule_key(row->rule));
    smet__put_bool(tree, object, "mapping", row->note[0] != '\0');
    smet__put_text(tree, object, "note", row->note);
    return object;
}

/* The beginning of the object of one system. */
static json_t *system_json(struct smet__tree *tree, const char *key, const char *system,
                           const char *where, const char *notice)
{
    json_t *object = json_object();
    smet__put_text(tree, object, "key", key);
    smet__put_text(tree, object, "system", system);
    smet__put_text(tree, object, "where", where);
    smet__put_text(tree, object, "notice", notice);
    return object;
}

static json_t *table_json(struct smet__tree *tree, json_t *object,
                          const struct smet_code_table *table)
{
    json_t *rows = json_array();
    for (int i = 0; i < table->count; i++)
        smet__add(tree, rows, row_json(tree, &table->rows[i]));
    smet__put_text(tree, object, "match", "the longest beginning of the code");
    smet__put(tree, object, "rows", rows);
    return object;
}

static json_t *morphologies_json(struct smet__tree *tree, json_t *object)
{
    json_t *rows = json_array();
    for (int i = 0; i < smet__morphology_count; i++) {
        const struct smet_morphology_row *row = &smet__morphologies[i];
        json_t *entry = json_object();
        smet__put_number(tree, entry, "first", row->first);
        smet__put_number(tree, entry, "last", row->last);
        smet__put_term(tree, entry, "field", SMET_VOCABULARY_FIELD, SMET_FIELD_PRIMARY_TUMOR);
        smet__put(tree, entry, "values", says_json(tree, SMET_FIELD_PRIMARY_TUMOR, row->says));
        smet__put_text(tree, entry, "note", row->note);
        smet__add(tree, rows, entry);
    }
    smet__put_text(tree, object, "match", "the number before /3");
    smet__put(tree, object, "rows", rows);
    return object;
}

static json_t *answers_json(struct smet__tree *tree, const struct smet_observation_row *row)
{
    json_t *list = json_array();
    for (int i = 0; i < row->answer_count; i++) {
        json_t *answer = json_object();
        smet__put_text(tree, answer, "code", row->answers[i].code);
        smet__put_text(tree, answer, "value", smet_value_key(row->field, row->answers[i].value));
        smet__add(tree, list, answer);
    }
    return list;
}

static json_t *observations_json(struct smet__tree *tree, json_t *object)
{
    json_t *rows = json_array();
    for (int i = 0; i < smet__codes_loinc_count; i++) {
        const struct smet_observation_row *row = &smet__codes_loinc[i];
        json_t *entry = json_object();
        smet__put_text(tree, entry, "code", row->code);
        smet__put_term(tree, entry, "field", SMET_VOCABULARY_FIELD, row->field);
        smet__put_bool(tree, entry, "mapping", row->is_mapping);
        smet__put_text(tree, entry, "note", row->note);
        smet__put(tree, entry, "answers", answers_json(tree, row));
        smet__add(tree, rows, entry);
    }
    smet__put_text(tree, object, "match", "the code");
    smet__put(tree, object, "rows", rows);
    return object;
}

static json_t *systems_json(struct smet__tree *tree)
{
    json_t *list = json_array();
    smet__add(tree, list,
              table_json(tree,
                         system_json(tree, "icd_10_cm", SMET__SYSTEM_ICD10CM, "Condition.code", ""),
                         &smet__codes_icd10cm));
    smet__add(
        tree, list,
        table_json(tree,
                   system_json(tree, "icd_10_pcs", SMET__SYSTEM_ICD10PCS, "Procedure.code", ""),
                   &smet__codes_icd10pcs));
    smet__add(tree, list,
              table_json(tree,
                         system_json(tree, "icd_o_3_topography", SMET__SYSTEM_ICDO3,
                                     "Condition.bodySite of a primary cancer", ""),
                         &smet__codes_icdo3_topography));
    smet__add(tree, list,
              morphologies_json(tree, system_json(tree, "icd_o_3_morphology", SMET__SYSTEM_ICDO3,
                                                  "the histology of a primary cancer", "")));
    smet__add(tree, list,
              observations_json(tree, system_json(tree, "loinc", SMET__SYSTEM_LOINC,
                                                  "Observation.code and its components",
                                                  SMET__LOINC_NOTICE)));
    return list;
}

void smet__put_code_parts(struct smet__tree *tree, json_t *catalogue)
{
    json_t *codes = json_object();
    smet__put(tree, codes, "rules", rules_json(tree));
    smet__put(tree, codes, "systems", systems_json(tree));
    smet__put(tree, catalogue, "codes", codes);
}
