/*
 * Definitions: the Library resources, that carry CQL and say what gives the answers.
 */
#include "exchange/definitions/definition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void smet__cql_url(char url[SMET__URL_ROOM], smet_instrument_t instrument, bool reads_fhir)
{
    smet__canonical(url, SMET__CANONICAL_LIBRARIES, 1 + instrument);
    size_t length = strlen(url);
    snprintf(url + length, SMET__URL_ROOM - length, "%s", reads_fhir ? ".1" : "");
}

/* Base64 as RFC 4648 has it, with padding; NULL when there is no memory. */
static char *base64(const char *text, size_t length)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *coded = malloc((length + 2) / 3 * 4 + 1), *end = coded;
    for (size_t i = 0; i < length && coded != NULL; i += 3) {
        uint32_t three = (uint32_t)(unsigned char)text[i] << 16;
        if (i + 1 < length)
            three |= (uint32_t)(unsigned char)text[i + 1] << 8;
        if (i + 2 < length)
            three |= (unsigned char)text[i + 2];
        *end++ = digits[three >> 18];
        *end++ = digits[three >> 12 & 63];
        *end++ = i + 1 < length ? digits[three >> 6 & 63] : '=';
        *end++ = i + 2 < length ? digits[three & 63] : '=';
    }
    if (coded != NULL)
        *end = '\0';
    return coded;
}

static json_t *content_json(struct smet__tree *tree, smet_instrument_t instrument, bool reads_fhir)
{
    struct smet__words words = {NULL, 0, 0, false};
    json_t *attachment = json_object();
    (reads_fhir ? smet__write_cql_fhir : smet__write_cql)(&words, instrument);
    char *coded = words.has_failed ? NULL : base64(words.at, words.length);
    smet__put_text(tree, attachment, "contentType", "text/cql");
    smet__put(tree, attachment, "data", coded == NULL ? NULL : json_string(coded));
    free(coded);
    free(words.at);
    return smet__one(tree, attachment);
}

static json_t *related_json(struct smet__tree *tree, const char *type)
{
    json_t *related = json_object();
    smet__put_text(tree, related, "type", type);
    return related;
}

static void add_citation(struct smet__tree *tree, json_t *list, smet_reference_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    smet__must(tree, smet_reference_describe(reference, &info));
    json_t *related = related_json(tree, "citation");
    smet__put_text(tree, related, "label", info.key);
    smet__put_text(tree, related, "citation", info.citation);
    if (info.doi[0] != '\0')
        smet__put(tree, related, "url", json_sprintf("https://doi.org/%s", info.doi));
    smet__add(tree, list, related);
}

/* The canonical of another CQL library, with its version. */
static void add_library(struct smet__tree *tree, json_t *list, const char *type,
                        smet_instrument_t instrument, bool reads_fhir)
{
    char url[SMET__URL_ROOM];
    smet__cql_url(url, instrument, reads_fhir);
    json_t *related = related_json(tree, type);
    smet__put(tree, related, "resource", json_sprintf("%s|%s", url, smet_content_version()));
    smet__add(tree, list, related);
}

static void put_type(struct smet__tree *tree, json_t *object, const char *code)
{
    static const char types[] = "http://terminology.hl7.org/CodeSystem/library-type";
    smet__put(tree, object, "type",
              smet__concept(tree, smet__coding(tree, types, code, NULL), NULL));
}

/* What gives the answers: the library that was linked, with all that it cites. */
static json_t *answers_json(struct smet__tree *tree)
{
    char url[SMET__URL_ROOM];
    smet__canonical(url, SMET__CANONICAL_LIBRARIES, 0);
    const struct smet__head head = {
        "Library", "answers", url, "Management of sacral metastases",
        "What libsacralmet answers with: scores, and one review's statements on management. It "
        "gives options with their sources to professionals, never orders. Not a medical device."};
    json_t *object = smet__definition(tree, &head);
    json_t *related = json_array();
    put_type(tree, object, "module-definition");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++)
        add_citation(tree, related, smet_term_at(SMET_VOCABULARY_REFERENCE, i));
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++)
        add_library(tree, related, "composed-of", smet_term_at(SMET_VOCABULARY_INSTRUMENT, i),
                    false);
    smet__put(tree, object, "relatedArtifact", related);
    return object;
}

static json_t *sources_json(struct smet__tree *tree, smet_instrument_t instrument, bool reads_fhir)
{
    smet_reference_t references[SMET__LIST_ROOM];
    size_t count = smet__held(smet_instrument_references(instrument, references, SMET__LIST_ROOM));
    json_t *related = json_array();
    for (size_t i = 0; i < count; i++)
        add_citation(tree, related, references[i]);
    if (reads_fhir)
        add_library(tree, related, "depends-on", instrument, false);
    return related;
}

json_t *smet__library_json(struct smet__tree *tree, smet_instrument_t instrument, bool reads_fhir)
{
    struct smet_instrument_info info = {.size = sizeof info};
    char url[SMET__URL_ROOM], id[SMET__ID_ROOM];
    if (instrument == SMET_INSTRUMENT_INVALID)
        return answers_json(tree);
    smet__must(tree, smet_instrument_describe(instrument, &info));
    smet__cql_url(url, instrument, reads_fhir);
    smet__cql_id(id, instrument, reads_fhir);
    const struct smet__head head = {
        "Library", id, url, info.label,
        reads_fhir ? "CQL that reads the facts from Observations of this library's own codes."
                   : "CQL of the score, from lists of possible values; it needs no model."};
    json_t *object = smet__definition(tree, &head);
    put_type(tree, object, "logic-library");
    smet__put(tree, object, "relatedArtifact", sources_json(tree, instrument, reads_fhir));
    smet__put(tree, object, "content", content_json(tree, instrument, reads_fhir));
    return object;
}
