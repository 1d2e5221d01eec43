/*
 * Codes that the library knows.
 */
#include "exchange/chart/code_map.h"
#include "exchange/shared/systems.h"

#include <stdlib.h>
#include <string.h>

enum smet__system smet__system_of(const char *url)
{
    static const struct {
        const char *url;
        enum smet__system system;
    } known[] = {
        {SMET__SYSTEM_ICD10CM, SMET__KNOWN_ICD10CM},
        {SMET__SYSTEM_LOINC, SMET__KNOWN_LOINC},
        {SMET__SYSTEM_FIELDS, SMET__KNOWN_FIELDS},
        {SMET__SYSTEM_VALUES, SMET__KNOWN_VALUES},
        {SMET__SYSTEM_SCORES, SMET__KNOWN_SCORES},
        {SMET__SYSTEM_ICDO3, SMET__KNOWN_ICDO3},
        /* As mCODE names it. */
        {"http://terminology.hl7.org/CodeSystem/icd-o-3", SMET__KNOWN_ICDO3},
        {SMET__SYSTEM_ICD10PCS, SMET__KNOWN_ICD10PCS},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(url, known[i].url) == 0)
            return known[i].system;
    return SMET__KNOWN_NONE;
}

/* --- rows of prefixes --------------------------------------------------------------------- */

/* No code has more characters than this, its dot left out. */
enum { LONGEST_CODE = 7 };

/* A code in capitals and without its dot; its length, or 0 for what cannot be a code. */
static size_t plain_code(const char *code, char plain[LONGEST_CODE + 1])
{
    size_t length = 0;
    for (bool has_dot = false; *code != '\0'; code++) {
        if (*code == '.' && !has_dot && length == 3) {
            has_dot = true;
            continue;
        }
        bool is_lower = *code >= 'a' && *code <= 'z';
        bool is_fine = is_lower || (*code >= 'A' && *code <= 'Z') || (*code >= '0' && *code <= '9');
        if (!is_fine || length == LONGEST_CODE)
            return 0;
        plain[length++] = (char)(is_lower ? *code - 'a' + 'A' : *code);
    }
    plain[length] = '\0';
    return length;
}

/* Compares the first characters of a plain code with the code of a row. */
static int compare(const char *plain, size_t length, const char *row)
{
    for (size_t i = 0; i < length; i++, row++) {
        if (*row == '.')
            row++;
        if (plain[i] != *row)
            return (unsigned char)plain[i] < (unsigned char)*row ? -1 : 1;
    }
    return *row == '\0' ? 0 : -1;
}

/* The first row that is not before the beginning of a code. */
static int lower_bound(const struct smet_code_table *table, const char *plain, size_t length)
{
    int low = 0, high = table->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (compare(plain, length, table->rows[middle].code) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct smet__rows smet__find_rows(const struct smet_code_table *table, const char *code)
{
    char plain[LONGEST_CODE + 1];
    for (size_t length = plain_code(code, plain); length >= 3; length--) {
        int first = lower_bound(table, plain, length);
        int end = first;
        while (end < table->count && compare(plain, length, table->rows[end].code) == 0)
            end++;
        if (end > first)
            return (struct smet__rows){table->rows + first, end - first};
    }
    return (struct smet__rows){NULL, 0};
}

/* --- observations and values -------------------------------------------------------------- */

const struct smet_observation_row *smet__find_observation(const char *code)
{
    for (int i = 0; i < smet__codes_loinc_count; i++)
        if (strcmp(smet__codes_loinc[i].code, code) == 0)
            return &smet__codes_loinc[i];
    return NULL;
}

/* The field that a total of an instrument is entered in. */
static smet_field_t reported_field(const char *instrument)
{
    static const char beginning[] = "reported_";
    char key[64];
    size_t length = strlen(instrument);
    if (length + sizeof beginning > sizeof key ||
        smet_term_find(SMET_VOCABULARY_INSTRUMENT, instrument) < 0)
        return SMET_FIELD_INVALID;
    memcpy(key, beginning, sizeof beginning - 1);
    memcpy(key + sizeof beginning - 1, instrument, length + 1);
    return smet_term_find(SMET_VOCABULARY_FIELD, key);
}

smet_field_t smet__field_of_code(enum smet__system system, const char *code)
{
    if (system == SMET__KNOWN_FIELDS)
        return smet_term_find(SMET_VOCABULARY_FIELD, code);
    return system == SMET__KNOWN_SCORES ? reported_field(code) : SMET_FIELD_INVALID;
}

bool smet__value_of_code(const char *code, smet_field_t *field, smet_value_t *value)
{
    char key[64];
    const char *dot = strchr(code, '.');
    size_t length = dot == NULL ? 0 : (size_t)(dot - code);
    if (length == 0 || length >= sizeof key)
        return false;
    memcpy(key, code, length);
    key[length] = '\0';
    *field = smet_term_find(SMET_VOCABULARY_FIELD, key);
    *value = *field < 0 ? -1 : smet_value_find(*field, dot + 1);
    return *value >= 0;
}
