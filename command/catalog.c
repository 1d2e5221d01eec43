/*
 * sacralmet catalog: everything that the library knows.
 */
#include "describe/describe.h"
#include "shared/tool.h"

#include <sacralmet/exchange.h>
#include <sacralmet/version.h>

#include <getopt.h>

static const char help[] =
    "usage: sacralmet catalog [--format text|json]\n"
    "\n"
    "Prints everything that the library knows: fields with their options, instruments\n"
    "with items, points and bands, findings, interventions, rules with conditions,\n"
    "reasons and references, conflicts, references, evidence, and where sources\n"
    "disagree. 'sacralmet explain KEY' prints one of them, with what uses it.\n"
    "\n"
    "  --format text|json   for people (the default) or for programs\n"
    "  -h, --help           this text\n";

static size_t write_json(const void *nothing, char *text, size_t capacity)
{
    (void)nothing;
    return smet_catalogue_write_json(SMET_JSON_INDENTED, text, capacity);
}

static void print_kind(const struct describe_kind *kind)
{
    printf("\n\n%s\n", kind->heading);
    for (const char *letter = kind->heading; *letter != '\0'; letter++)
        putchar('=');
    putchar('\n');
    for (size_t i = 0; i < smet_term_count(kind->vocabulary); i++) {
        int32_t term = smet_term_at(kind->vocabulary, i);
        printf("\n%s\n", smet_term_key(kind->vocabulary, term));
        kind->describe(stdout, term);
    }
    if (kind->vocabulary == SMET_VOCABULARY_FIELD)
        describe_relations(stdout);
}

static int print_catalog(void)
{
    printf("libsacralmet %s, content %s\ndigest %s\n", smet_version(), smet_content_version(),
           smet_content_digest());
    for (size_t i = 0; i < describe_kind_count; i++)
        print_kind(&describe_kinds[i]);
    return tool_finish_output();
}

int command_catalog(int argc, char **argv)
{
    enum tool_format format;
    int status;
    if (!tool_take_format(argc, argv, help, &format, &status))
        return status;
    if (optind != argc)
        return tool_usage(argv[0], "catalog: takes no operand, such as %s", argv[optind]);
    return format == TOOL_FORMAT_JSON ? tool_print_json(write_json, NULL) : print_catalog();
}
