#include "exchange/fhir/phrases.h"

void smet__say_next(struct smet__words *words, const char *separator, const char *text)
{
    if (words->length > 0)
        smet__say(words, separator);
    smet__say(words, text);
}

void smet__say_bits(struct smet__words *words, uint64_t mask)
{
    const char *separator = "";
    for (int low = 0; low < 64; low++) {
        int high = low;
        if ((mask >> low & 1) == 0)
            continue;
        while ((mask >> high >> 1 & 1) != 0)
            high++;
        smet__say(words, separator);
        smet__say_number(words, low);
        if (high > low) {
            smet__say(words, " to ");
            smet__say_number(words, high);
        }
        separator = ", ";
        low = high;
    }
}

void smet__say_terms(struct smet__words *words, smet_vocabulary_t vocabulary,
                     const struct smet__set *terms)
{
    const char *separator = "";
    for (size_t i = 0; i < smet_term_count(vocabulary); i++) {
        int32_t term = smet_term_at(vocabulary, i);
        if (!smet__set_has(terms, term))
            continue;
        smet__say(words, separator);
        smet__say(words, smet_term_label(vocabulary, term));
        separator = ", ";
    }
}

json_t *smet__words_json(struct smet__words *words)
{
    json_t *string = words->has_failed ? NULL : json_string(smet__said(words));
    smet__words_free(words);
    return string;
}
