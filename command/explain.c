/*
 * sacralmet explain: one thing that the library knows, in words.
 */
#include "describe/describe.h"
#include "describe/suggest.h"
#include "shared/text.h"
#include "shared/tool.h"

#include <sacralmet/sources.h>

#include <getopt.h>
#include <string.h>

static const char help[] =
    "usage: sacralmet explain KEY\n"
    "\n"
    "Explains one field, instrument, finding, intervention, rule, conflict, reference,\n"
    "evidence or dispute: what it is, what uses it, and from which source. A bare\n"
    "number, or [n], names a reference of the review. 'sacralmet catalog' lists all.\n"
    "\n"
    "  -h, --help           this text\n";

/* The number that "16" or "[16]" names; 0 for none. */
static int32_t number_of(const char *word)
{
    size_t length = strlen(word);
    if (length > 2 && word[0] == '[' && word[length - 1] == ']') {
        word++;
        length -= 2;
    }
    int32_t number = 0;
    if (length == 0 || length > 4)
        return 0;
    for (size_t i = 0; i < length; i++) {
        if (word[i] < '0' || word[i] > '9')
            return 0;
        number = number * 10 + (word[i] - '0');
    }
    return number;
}

/* The key of the review's reference that a word gives by number, else the word. */
static const char *key_of(const char *word)
{
    int32_t number = number_of(word);
    for (size_t i = 0; number > 0 && i < smet_term_count(SMET_VOCABULARY_REFERENCE); i++) {
        struct smet_reference_info info = {.size = sizeof info};
        smet_reference_describe(smet_term_at(SMET_VOCABULARY_REFERENCE, i), &info);
        if (info.number == number)
            return info.key;
    }
    return word;
}

static bool explain_as(const struct describe_kind *kind, const char *key, bool is_first)
{
    int32_t term = smet_term_find(kind->vocabulary, key);
    if (term < 0)
        return false;
    if (!is_first)
        putchar('\n');
    describe_title(stdout, kind, term);
    kind->describe(stdout, term);
    if (kind->describe_use != NULL)
        kind->describe_use(stdout, term);
    return true;
}

static int refuse(const char *word)
{
    const char *near[3];
    size_t count = suggest_keys(word, near, 3);
    struct text names = {0};
    for (size_t i = 0; i < count; i++)
        text_join(&names, i + 1 == count ? " or " : ", ", near[i]);
    if (count == 0)
        tool_complain("explain: nothing has the key %s; 'sacralmet catalog' lists all", word);
    else
        tool_complain("explain: nothing has the key %s; perhaps %s?", word, text_words(&names));
    text_free(&names);
    return TOOL_REFUSED;
}

int command_explain(int argc, char **argv)
{
    static const struct option options[] = {
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    int option;
    while ((option = getopt_long(argc, argv, ":h", options, NULL)) != -1) {
        if (option == 'h')
            return tool_print(help);
        return tool_bad_option(argv, option);
    }
    if (argc - optind != 1)
        return tool_usage(argv[0], "explain: one KEY is needed");
    const char *key = key_of(argv[optind]);
    bool is_found = false;
    /* A field and a finding may share a key. */
    for (size_t i = 0; i < describe_kind_count; i++)
        if (explain_as(&describe_kinds[i], key, !is_found))
            is_found = true;
    return is_found ? tool_finish_output() : refuse(argv[optind]);
}
