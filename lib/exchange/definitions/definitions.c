/*
 * The list of definitions. Names are typed here, since a name must stay in memory;
 * each says what is written under it, and a test holds the list against the walk.
 */
#include "exchange/definitions/definition.h"

#include <sacralmet/fhir.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
    "CodeSystem-fields.json",
    "CodeSystem-values.json",
    "CodeSystem-scores.json",
    "CodeSystem-bands.json",
    "CodeSystem-interventions.json",
    "CodeSystem-verdicts.json",
    "CodeSystem-rules.json",
    "CodeSystem-conflicts.json",
    "CodeSystem-findings.json",
    "CodeSystem-kinds.json",
    "CodeSystem-topics.json",
    "CodeSystem-overrides.json",
    "ValueSet-fields.json",
    "ValueSet-primary-tumor.json",
    "ValueSet-tumor-growth.json",
    "ValueSet-hypervascular.json",
    "ValueSet-local-extension.json",
    "ValueSet-solitary-lesion.json",
    "ValueSet-major-organ-metastases.json",
    "ValueSet-visceral-metastases.json",
    "ValueSet-ecog.json",
    "ValueSet-long-term-survival-expected.json",
    "ValueSet-neurological-examination.json",
    "ValueSet-frankel.json",
    "ValueSet-cauda-equina-syndrome.json",
    "ValueSet-bladder.json",
    "ValueSet-bowel.json",
    "ValueSet-motor-deficit.json",
    "ValueSet-sensory-deficit.json",
    "ValueSet-sexual-dysfunction.json",
    "ValueSet-radiculopathy.json",
    "ValueSet-acute-deterioration.json",
    "ValueSet-nerve-root-compression.json",
    "ValueSet-osseous-compression.json",
    "ValueSet-ambulation.json",
    "ValueSet-pain.json",
    "ValueSet-pain-unrelenting.json",
    "ValueSet-lesion-level.json",
    "ValueSet-bone-lesion.json",
    "ValueSet-alignment.json",
    "ValueSet-vertebral-collapse.json",
    "ValueSet-posterolateral-involvement.json",
    "ValueSet-stability.json",
    "ValueSet-epidural-disease.json",
    "ValueSet-escc.json",
    "ValueSet-ilium-involvement.json",
    "ValueSet-sacral-fracture.json",
    "ValueSet-lesion-large.json",
    "ValueSet-radiograph.json",
    "ValueSet-mri.json",
    "ValueSet-ct-done.json",
    "ValueSet-tissue-diagnosis.json",
    "ValueSet-cultures-sent.json",
    "ValueSet-prior-radiotherapy.json",
    "ValueSet-radiotherapy-outcome.json",
    "Questionnaire-record.json",
    "Questionnaire-tokuhashi-revised.json",
    "Questionnaire-tomita.json",
    "Questionnaire-sins.json",
    "Library-answers.json",
    "Library-tokuhashi-revised.json",
    "Library-tokuhashi-revised-FHIR.json",
    "Library-tomita.json",
    "Library-tomita-FHIR.json",
    "Library-sins.json",
    "Library-sins-FHIR.json",
    "SacralmetTokuhashiRevised.cql",
    "SacralmetTokuhashiRevisedFHIR.cql",
    "SacralmetTomita.cql",
    "SacralmetTomitaFHIR.cql",
    "SacralmetSins.cql",
    "SacralmetSinsFHIR.cql",
};

enum { NAME_COUNT = sizeof names / sizeof *names };

size_t smet_definition_count(void)
{
    return NAME_COUNT;
}

const char *smet_definition_name(size_t index)
{
    return index < NAME_COUNT ? names[index] : NULL;
}

/* The id in `Type-id.json`; false where a name is of another type. */
static bool id_in(const char *name, const char *type, char id[SMET__ID_ROOM])
{
    size_t before = strlen(type), length = strlen(name);
    size_t after = strlen(".json");
    if (strncmp(name, type, before) != 0)
        return false;
    snprintf(id, SMET__ID_ROOM, "%.*s", (int)(length - before - after), name + before);
    return true;
}

/* The term of a vocabulary whose key makes an id; -1 for none. */
static int32_t term_of(smet_vocabulary_t vocabulary, const char *id)
{
    for (size_t i = 0; i < smet_term_count(vocabulary); i++) {
        int32_t term = smet_term_at(vocabulary, i);
        char own[SMET__ID_ROOM];
        smet__id_of(own, smet_term_key(vocabulary, term));
        if (strcmp(own, id) == 0)
            return term;
    }
    return -1;
}

/* The instrument whose CQL has an id; -1 for none. */
static smet_instrument_t cql_of(const char *id, bool *reads_fhir)
{
    for (size_t i = 0; i < 2 * smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i / 2);
        char own[SMET__ID_ROOM];
        *reads_fhir = i % 2 == 1;
        smet__cql_id(own, instrument, *reads_fhir);
        if (strcmp(own, id) == 0)
            return instrument;
    }
    return SMET_INSTRUMENT_INVALID;
}

/* The resource with a name of the list. What is of no term is of them all. */
static json_t *resource_json(struct smet__tree *tree, const char *name)
{
    char id[SMET__ID_ROOM];
    bool reads_fhir = false;
    if (id_in(name, "CodeSystem-", id))
        return smet__code_system_json(tree, id);
    if (id_in(name, "ValueSet-", id))
        return smet__value_set_json(tree, term_of(SMET_VOCABULARY_FIELD, id));
    if (id_in(name, "Questionnaire-", id))
        return smet__questionnaire_json(tree, term_of(SMET_VOCABULARY_INSTRUMENT, id));
    id_in(name, "Library-", id);
    smet_instrument_t of = cql_of(id, &reads_fhir);
    return smet__library_json(tree, of, reads_fhir);
}

/* --- CQL ------------------------------------------------------------------- */

/* Whether a file is the CQL of an instrument. */
static bool is_cql_of(const char *name, smet_instrument_t instrument, bool reads_fhir)
{
    char own[SMET__CODE_ROOM];
    smet__cql_name(own, instrument, reads_fhir);
    size_t length = strlen(own);
    return strncmp(name, own, length) == 0 && strcmp(name + length, ".cql") == 0;
}

static bool write_cql(struct smet__words *words, const char *name)
{
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++) {
        smet_instrument_t instrument = smet_term_at(SMET_VOCABULARY_INSTRUMENT, i);
        if (is_cql_of(name, instrument, false))
            smet__write_cql(words, instrument);
        else if (is_cql_of(name, instrument, true))
            smet__write_cql_fhir(words, instrument);
    }
    return words->at != NULL && !words->has_failed;
}

/* Copies a text into the caller's buffer, cut where it does not fit. */
static size_t finish_words(const struct smet__words *words, char *text, size_t capacity)
{
    if (text != NULL && capacity > 0) {
        size_t length = words->length < capacity ? words->length : capacity - 1;
        memcpy(text, words->at, length);
        text[length] = '\0';
    }
    return words->length;
}

static size_t write_words(const char *name, char *text, size_t capacity)
{
    struct smet__words words = {NULL, 0, 0, false};
    size_t length = write_cql(&words, name) ? finish_words(&words, text, capacity)
                                           : smet__write_nothing(text, capacity);
    free(words.at);
    return length;
}

size_t smet_definition_write(size_t index, int32_t style, char *text, size_t capacity)
{
    const char *name = smet_definition_name(index);
    if (name == NULL || !smet__is_style(style))
        return smet__write_nothing(text, capacity);
    size_t length = strlen(name);
    if (strcmp(name + length - strlen(".cql"), ".cql") == 0)
        return write_words(name, text, capacity);
    struct smet__tree tree = {.has_failed = false};
    return smet__finish(&tree, resource_json(&tree, name), style, text, capacity);
}
