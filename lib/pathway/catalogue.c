/*
 * The pathway's tables, as the API gives them.
 */
#include "base/errors.h"
#include "content/lists.h"
#include "pathway/assessment.h"

static size_t list_fields(const smet_field_t *from, int count, smet_field_t *fields,
                          size_t capacity)
{
    for (int i = 0; i < count && fields != NULL && (size_t)i < capacity; i++)
        fields[i] = from[i];
    return (size_t)count;
}

/* What every description begins with. */
static smet_status_t check(const void *given, size_t known, int32_t term, int32_t count)
{
    smet_status_t status = smet__struct_check(given, known);
    if (status != SMET_OK)
        return status;
    return term < 0 || term >= count ? SMET_ERROR_UNKNOWN_TERM : SMET_OK;
}

smet_status_t smet_finding_describe(smet_finding_t finding, struct smet_finding_info *info)
{
    smet_status_t status = check(info, sizeof *info, finding, SMET__FINDING_COUNT);
    if (status != SMET_OK)
        return status;
    const struct smet_finding_row *row = &smet__findings[finding];
    const struct smet_finding_info filled = {
        .finding = finding,
        .key = row->key,
        .label = row->label,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_finding_condition(smet_finding_t finding, char *text, size_t capacity)
{
    if (finding < 0 || finding >= SMET__FINDING_COUNT)
        return 0;
    return smet__condition_words(smet__findings[finding].when, text, capacity);
}

smet_status_t smet_intervention_describe(smet_intervention_t intervention,
                                         struct smet_intervention_info *info)
{
    smet_status_t status = check(info, sizeof *info, intervention, SMET__INTERVENTION_COUNT);
    if (status != SMET_OK)
        return status;
    const struct smet_intervention_row *row = &smet__interventions[intervention];
    const struct smet_intervention_info filled = {
        .intervention = intervention,
        .is_operation = row->kind == SMET__KIND_OPERATION,
        .is_local_treatment = row->kind == SMET__KIND_LOCAL_TREATMENT,
        .is_around_operation = row->kind == SMET__KIND_AROUND_OPERATION,
        .side_opposite_of = row->side == NULL ? SMET_FIELD_INVALID : row->side->field,
        .key = row->key,
        .label = row->label,
        .definition = row->definition,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

static bool is_rule(smet_rule_t rule)
{
    return rule >= 0 && rule < SMET__RULE_COUNT;
}

smet_status_t smet_rule_describe(smet_rule_t rule, struct smet_rule_info *info)
{
    smet_status_t status = check(info, sizeof *info, rule, SMET__RULE_COUNT);
    if (status != SMET_OK)
        return status;
    const struct smet_rule_row *row = &smet__rules[rule];
    const struct smet_rule_info filled = {
        .rule = rule,
        .verdict = row->verdict,
        .grade = row->grade,
        .key = row->key,
        .rationale = row->rationale,
        .section = row->section,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_rule_condition(smet_rule_t rule, char *text, size_t capacity)
{
    return is_rule(rule) ? smet__condition_words(smet__rules[rule].when, text, capacity) : 0;
}

size_t smet_rule_interventions(smet_rule_t rule, smet_intervention_t *interventions,
                               size_t capacity)
{
    if (!is_rule(rule))
        return 0;
    return smet__interventions_list(
        smet__interventions_from_list(smet__rules[rule].interventions), interventions, capacity);
}

size_t smet_rule_references(smet_rule_t rule, int32_t *references, size_t capacity)
{
    return is_rule(rule) ? smet__numbers_list(smet__rules[rule].references, references, capacity) : 0;
}

size_t smet_rule_evidence(smet_rule_t rule, int32_t *evidence, size_t capacity)
{
    return is_rule(rule) ? smet__numbers_list(smet__rules[rule].evidence, evidence, capacity) : 0;
}

size_t smet_rule_fields(smet_rule_t rule, smet_field_t *fields, size_t capacity)
{
    if (!is_rule(rule))
        return 0;
    return smet__fields_list(smet__condition_fields(smet__rules[rule].when, NULL), fields, capacity);
}

smet_status_t smet_conflict_describe(smet_conflict_t conflict, struct smet_conflict_info *info)
{
    smet_status_t status = check(info, sizeof *info, conflict, SMET__CONFLICT_COUNT);
    if (status != SMET_OK)
        return status;
    const struct smet_conflict_row *row = &smet__conflicts[conflict];
    const struct smet_conflict_info filled = {
        .conflict = conflict,
        .key = row->key,
        .label = row->label,
        .explanation = row->explanation,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

size_t smet_conflict_condition(smet_conflict_t conflict, char *text, size_t capacity)
{
    if (conflict < 0 || conflict >= SMET__CONFLICT_COUNT)
        return 0;
    return smet__condition_words(smet__conflicts[conflict].when, text, capacity);
}

size_t smet_conflict_between(smet_conflict_t conflict, const char **keys, size_t capacity)
{
    if (conflict < 0 || conflict >= SMET__CONFLICT_COUNT)
        return 0;
    const struct smet_conflict_row *row = &smet__conflicts[conflict];
    for (int i = 0; i < row->between_count && keys != NULL && (size_t)i < capacity; i++)
        keys[i] = row->between[i];
    return (size_t)row->between_count;
}

/* --- links, mappings and checks ---------------------------------------- */

size_t smet_link_count(void)
{
    return (size_t)smet__link_count;
}

const char *smet_link_text(size_t index)
{
    return index < smet_link_count() ? smet__links[index].text : NULL;
}

size_t smet_link_fields(size_t index, smet_field_t *fields, size_t capacity)
{
    if (index >= smet_link_count())
        return 0;
    return list_fields(smet__links[index].fields, smet__links[index].field_count, fields, capacity);
}

smet_field_t smet_link_shortcut(size_t index)
{
    if (index >= smet_link_count() || !smet__links[index].is_shortcut)
        return SMET_FIELD_INVALID;
    return smet__links[index].fields[0];
}

int32_t smet_link_once_entered(size_t index)
{
    return index < smet_link_count() && smet__links[index].once_entered;
}

size_t smet_link_case_count(size_t index)
{
    return index < smet_link_count() ? (size_t)smet__links[index].case_count : 0;
}

size_t smet_link_case_values(size_t index, size_t which, size_t position, smet_value_t *values,
                             size_t capacity)
{
    if (which >= smet_link_case_count(index) || position >= (size_t)smet__links[index].field_count)
        return 0;
    const struct smet_link *link = &smet__links[index];
    struct smet_values allowed = smet__values_and(link->cases[which].allowed[position],
                                                  smet__fields[link->fields[position]].domain);
    return smet__values_list(allowed, values, capacity);
}

size_t smet_mapping_count(void)
{
    return SMET__MAPPING_COUNT;
}

smet_status_t smet_mapping_describe(size_t index, struct smet_mapping_info *info)
{
    smet_status_t status = smet__struct_check(info, sizeof *info);
    if (status != SMET_OK)
        return status;
    if (index >= SMET__MAPPING_COUNT)
        return SMET_ERROR_INDEX;
    const struct smet_mapping *mapping = &smet__mappings[index];
    const struct smet_mapping_info filled = {
        .field = mapping->field,
        .from = mapping->from,
        .instrument = mapping->instrument,
        .where = mapping->where,
        .row_count = (uint32_t)mapping->row_count,
        .text = mapping->text,
    };
    smet__struct_fill(info, &filled, sizeof filled);
    return SMET_OK;
}

static const struct smet_mapping_row *mapping_row(size_t index, size_t row)
{
    if (index >= SMET__MAPPING_COUNT || row >= (size_t)smet__mappings[index].row_count)
        return NULL;
    return &smet__mappings[index].rows[row];
}

size_t smet_mapping_row(size_t index, size_t row, int32_t to, smet_value_t *values,
                        size_t capacity)
{
    const struct smet_mapping_row *found = mapping_row(index, row);
    if (found == NULL)
        return 0;
    return smet__values_list(to == 0 ? found->from : found->to, values, capacity);
}

const char *smet_mapping_note(size_t index, size_t row)
{
    const struct smet_mapping_row *found = mapping_row(index, row);
    return found == NULL ? NULL : smet__or_empty(found->note);
}

size_t smet_check_count(void)
{
    return (size_t)smet__inconsistency_count;
}

const char *smet_check_text(size_t index)
{
    return index < smet_check_count() ? smet__inconsistencies[index].text : NULL;
}

size_t smet_check_fields(size_t index, smet_field_t *fields, size_t capacity)
{
    if (index >= smet_check_count())
        return 0;
    const struct smet_inconsistency_row *row = &smet__inconsistencies[index];
    return list_fields(row->fields, row->field_count, fields, capacity);
}

size_t smet_check_condition(size_t index, char *text, size_t capacity)
{
    if (index >= smet_check_count())
        return 0;
    return smet__condition_words(smet__inconsistencies[index].when, text, capacity);
}
