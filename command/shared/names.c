#include "shared/names.h"

#include <stdio.h>
#include <string.h>

const char *field_label(smet_field_t field)
{
    return smet_term_label(SMET_VOCABULARY_FIELD, field);
}

const char *intervention_label(smet_intervention_t intervention)
{
    return smet_term_label(SMET_VOCABULARY_INTERVENTION, intervention);
}

const char *verdict_label(smet_verdict_t verdict)
{
    return smet_term_label(SMET_VOCABULARY_VERDICT, verdict);
}

static void add_more(struct text *words, int more)
{
    char text[32];
    snprintf(text, sizeof text, " and %d more", more);
    text_add(words, text);
}

void words_fields(struct text *words, const smet_field_t *fields, size_t count, size_t most)
{
    for (size_t i = 0; i < count && i < most; i++) {
        if (i > 0)
            text_add(words, ", ");
        text_add(words, field_label(fields[i]));
    }
    if (count > most)
        add_more(words, (int)(count - most));
}

/* Integers that follow each other in steps, as "least to greatest". */
static int is_run(smet_field_t field, const smet_value_t *values, size_t count)
{
    struct smet_field_info info = {.size = sizeof info};
    smet_field_describe(field, &info);
    return info.kind == SMET_KIND_INTEGER && count > 2 &&
           values[count - 1] - values[0] == (smet_value_t)(count - 1) * info.step;
}

void words_values(struct text *words, smet_field_t field, const smet_value_t *values,
                  size_t count)
{
    const size_t most = 5;
    if (is_run(field, values, count)) {
        text_add(words, smet_value_label(field, values[0]));
        text_add(words, " to ");
        text_add(words, smet_value_label(field, values[count - 1]));
        return;
    }
    size_t shown = count > most ? most - 1 : count;
    for (size_t i = 0; i < shown; i++) {
        if (i > 0)
            text_add(words, i + 1 == count ? " or " : ", ");
        text_add(words, smet_value_label(field, values[i]));
    }
    if (shown < count)
        add_more(words, (int)(count - shown));
}

void words_reference(struct text *words, int32_t reference)
{
    struct smet_reference_info info = {.size = sizeof info};
    char number[16];
    if (smet_reference_describe(reference, &info) != SMET_OK)
        return;
    snprintf(number, sizeof number, "%d", (int)info.number);
    text_add(words, "[");
    text_add(words, info.number == 0 ? info.key : number);
    text_add(words, "]");
}
