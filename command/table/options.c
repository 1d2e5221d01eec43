/*
 * Options about how a table is read.
 */
#include "table/table.h"

#include "shared/pool.h"

#include <stdlib.h>
#include <string.h>

/* Big enough that a thread is seldom without work, small enough for the caches. */
enum { BLOCK_SIZE = 1 << 20 };

struct table_options table_options_begin(const char *command, int argument_count)
{
    struct table_options options = {
        .command = command, .delimiter = ',', .block_size = BLOCK_SIZE};
    options.presets = tool_allocate(NULL, (size_t)argument_count * sizeof *options.presets);
    return options;
}

void table_options_end(struct table_options *options)
{
    free(options->presets);
}

static int refuse_preset(const struct table_options *options, const char *argument,
                         const char *reason)
{
    return tool_usage(options->command, "%s: --set %s: %s", options->command, argument, reason);
}

/* KEY=CELL */
static int take_preset(struct table_options *options, const char *argument)
{
    const char *equals = strchr(argument, '=');
    if (equals == NULL)
        return refuse_preset(options, argument, "KEY=CELL is needed");
    struct text key = {0};
    text_add_bytes(&key, argument, (size_t)(equals - argument));
    struct table_preset preset = {.cell = equals + 1};
    struct smet_error error = {.size = sizeof error};
    smet_record *record = smet_record_new();
    if (record == NULL)
        tool_no_memory();
    bool is_good = smet_record_set_text(record, text_words(&key), preset.cell, &error) == SMET_OK;
    preset.field = smet_term_find(SMET_VOCABULARY_FIELD, text_words(&key));
    smet_record_free(record);
    text_free(&key);
    if (!is_good)
        return refuse_preset(options, argument, error.message);
    for (size_t i = 0; i < options->preset_count; i++)
        if (options->presets[i].field == preset.field)
            return refuse_preset(options, argument, "the field was set before");
    options->presets[options->preset_count++] = preset;
    return TOOL_DONE;
}

static int take_delimiter(struct table_options *options, const char *word)
{
    if (strcmp(word, "tab") == 0 || strcmp(word, "\\t") == 0)
        word = "\t";
    if (strlen(word) != 1 || !csv_may_part(word[0]))
        return tool_usage(options->command,
                          "%s: --delimiter is one sign of punctuation or tab, and no quote",
                          options->command);
    options->delimiter = word[0];
    options->has_delimiter = true;
    return TOOL_DONE;
}

/* Decimal digits, from 1 to a greatest number. */
static bool take_number(const char *word, size_t most, size_t *number)
{
    *number = 0;
    for (const char *digit = word; *digit != '\0'; digit++) {
        if (*digit < '0' || *digit > '9' || *number > most)
            return false;
        *number = *number * 10 + (size_t)(*digit - '0');
    }
    return *number >= 1 && *number <= most;
}

static int take_threads(struct table_options *options, const char *word)
{
    if (take_number(word, POOL_THREADS_MAX, &options->thread_count))
        return TOOL_DONE;
    return tool_usage(options->command, "%s: --threads is a number from 1 to %d, not %s",
                      options->command, POOL_THREADS_MAX, word);
}

static int take_block_size(struct table_options *options, const char *word)
{
    if (take_number(word, CSV_ROW_MAX, &options->block_size))
        return TOOL_DONE;
    return tool_usage(options->command, "%s: --block-size is a number from 1 to %d, not %s",
                      options->command, CSV_ROW_MAX, word);
}

int table_take_option(struct table_options *options, char **argv, int option, const char *value)
{
    switch (option) {
    case TOOL_OPTION_SET:
        return take_preset(options, value);
    case TOOL_OPTION_DELIMITER:
        return take_delimiter(options, value);
    case TOOL_OPTION_THREADS:
        return take_threads(options, value);
    case TOOL_OPTION_BLOCK_SIZE:
        return take_block_size(options, value);
    default:
        return tool_bad_option(argv, option);
    }
}
