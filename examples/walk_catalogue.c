/*
 * Walks the catalogue: the library describes its vocabularies, fields,
 * instruments and rules, so that forms, bindings and review sheets can be made
 * from it.
 */
#include <sacralmet/sacralmet.h>
#include <stdio.h>
#include <stdlib.h>

/* Every enumeration is walked alike, this list of enumerations included. */
static void print_vocabularies(void)
{
    printf("Vocabularies\n");
    size_t count = smet_term_count(SMET_VOCABULARY_VOCABULARY);
    for (size_t i = 0; i < count; i++) {
        smet_vocabulary_t vocabulary = smet_term_at(SMET_VOCABULARY_VOCABULARY, i);
        printf("  %s: %lu terms\n", smet_term_key(SMET_VOCABULARY_VOCABULARY, vocabulary),
               (unsigned long)smet_term_count(vocabulary));
    }
}

static void print_fields(void)
{
    printf("\nFields\n");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_FIELD); i++) {
        struct smet_field_info field = {.size = sizeof field};
        if (smet_field_describe(smet_term_at(SMET_VOCABULARY_FIELD, i), &field) != SMET_OK)
            continue;
        printf("  %s (%s):", field.key, field.label);
        if (field.kind == SMET_KIND_INTEGER)
            printf(" %d to %d", (int)field.minimum, (int)field.maximum);
        else
            for (size_t k = 0; k < smet_value_count(field.field); k++)
                printf(" %s", smet_value_key(field.field, smet_value_at(field.field, k)));
        printf("\n");
    }
}

static void print_instrument(smet_instrument_t number)
{
    struct smet_instrument_info instrument = {.size = sizeof instrument};
    if (smet_instrument_describe(number, &instrument) != SMET_OK)
        return;
    printf("\n%s, %d to %d, %s\n", instrument.label, (int)instrument.minimum,
           (int)instrument.maximum,
           smet_term_label(SMET_VOCABULARY_DIRECTION, instrument.direction));
    for (size_t i = 0; i < instrument.item_count; i++) {
        struct smet_item_info item = {.size = sizeof item};
        if (smet_item_describe(number, i, &item) != SMET_OK)
            continue;
        printf("  %s\n", item.label);
        for (size_t row = 0; row < item.row_count; row++) {
            struct smet_points_info points = {.size = sizeof points};
            if (smet_points_describe(number, i, row, &points) == SMET_OK)
                printf("    %d: %s\n", (int)points.points, points.label);
        }
    }
    for (size_t i = 0; i < instrument.band_count; i++) {
        struct smet_band_info band = {.size = sizeof band};
        if (smet_band_describe(number, (smet_band_t)i, &band) == SMET_OK)
            printf("  %d to %d: %s\n", (int)band.minimum, (int)band.maximum, band.label);
    }
}

/* Longer text goes into the caller's buffer: ask for its length, then for the text. */
static int print_rule(smet_rule_t number)
{
    struct smet_rule_info rule = {.size = sizeof rule};
    if (smet_rule_describe(number, &rule) != SMET_OK)
        return 0;
    size_t room = smet_rule_condition(number, NULL, 0) + 1;
    char *condition = malloc(room);
    if (condition == NULL)
        return 0;
    smet_rule_condition(number, condition, room);
    printf("  %s: %s; condition: %s\n", rule.key, smet_term_label(SMET_VOCABULARY_VERDICT, rule.verdict),
           condition);
    free(condition);
    return 1;
}

int main(void)
{
    printf("libsacralmet %s, ABI %s, content %s\n\n", smet_version(), smet_abi_version(),
           smet_content_version());
    print_vocabularies();
    print_fields();
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_INSTRUMENT); i++)
        print_instrument(smet_term_at(SMET_VOCABULARY_INSTRUMENT, i));

    printf("\nRules\n");
    for (size_t i = 0; i < smet_term_count(SMET_VOCABULARY_RULE); i++)
        if (!print_rule(smet_term_at(SMET_VOCABULARY_RULE, i))) {
            fprintf(stderr, "a rule could not be printed\n");
            return 1;
        }
    return 0;
}
