#include "exchange/catalogue/catalogue.h"

#include "exchange/catalogue/parts.h"

static json_t *term_json(struct smet__tree *tree, smet_vocabulary_t vocabulary, int32_t term)
{
    json_t *object = smet__entry(tree, smet_term_key(vocabulary, term), term);
    smet__put_text(tree, object, "label", smet_term_label(vocabulary, term));
    return object;
}

/* The words of the small vocabularies. Statuses are left out: they belong to the API, not to the
 * clinical content. */
static json_t *vocabularies_json(struct smet__tree *tree)
{
    static const smet_vocabulary_t small[] = {
        SMET_VOCABULARY_FIELD_KIND, SMET_VOCABULARY_FIELD_GROUP,     SMET_VOCABULARY_DIRECTION,
        SMET_VOCABULARY_TRUTH,      SMET_VOCABULARY_VERDICT,         SMET_VOCABULARY_GRADE,
        SMET_VOCABULARY_SIDE,       SMET_VOCABULARY_EVIDENCE_STATUS,
    };
    json_t *vocabularies = json_object();
    for (size_t v = 0; v < sizeof small / sizeof *small; v++) {
        json_t *terms = json_array();
        for (size_t i = 0; i < smet_term_count(small[v]); i++)
            smet__add(tree, terms, term_json(tree, small[v], smet_term_at(small[v], i)));
        smet__put(tree, vocabularies, smet_term_key(SMET_VOCABULARY_VOCABULARY, small[v]), terms);
    }
    return vocabularies;
}

/* What the review says nothing of, so that no silence is read as an answer. */
static json_t *not_covered_json(struct smet__tree *tree)
{
    static const char *const subjects[] = {
        "radiosensitivity by histology",
        "steroids",
        "analgesics",
        "bone-modifying drugs",
        "systemic drugs",
        "dose constraints",
        "how long a deficit has lasted",
        "repeat conventional irradiation",
        "complete long-standing paralysis",
        "sacrifice of roots",
        "spinal frameworks such as NOMS and LMNOP",
    };
    return smet__texts(tree, subjects, sizeof subjects / sizeof *subjects);
}

static void put_content(struct smet__tree *tree, json_t *catalogue)
{
    smet__put_record_parts(tree, catalogue);
    smet__put_score_parts(tree, catalogue);
    smet__put_pathway_parts(tree, catalogue);
    smet__put_source_parts(tree, catalogue);
    smet__put_code_parts(tree, catalogue);
    smet__put(tree, catalogue, "vocabularies", vocabularies_json(tree));
    smet__put(tree, catalogue, "not_covered", not_covered_json(tree));
}

json_t *smet__catalogue_content(void)
{
    struct smet__tree tree = {.has_failed = false};
    json_t *content = json_object();
    put_content(&tree, content);
    if (!tree.has_failed)
        return content;
    json_decref(content);
    return NULL;
}

size_t smet_catalogue_write_json(int32_t style, char *text, size_t capacity)
{
    if (!smet__is_style(style))
        return smet__write_nothing(text, capacity);
    struct smet__tree tree = {.has_failed = false};
    json_t *catalogue = json_object();
    smet__put(&tree, catalogue, "versions", smet__versions_json(&tree));
    put_content(&tree, catalogue);
    return smet__finish(&tree, catalogue, style, text, capacity);
}
