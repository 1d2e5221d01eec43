/*
 * The sacralmet command: which subcommand is meant.
 */
#define _POSIX_C_SOURCE 200809L
#include "shared/tool.h"

#include <sacralmet/version.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct subcommand {
    const char *name;
    int (*run)(int argc, char **argv);
} subcommands[] = {
    {"assess", command_assess},
    {"batch", command_batch},
    {"cards", command_cards},
    {"catalog", command_catalog},
    {"explain", command_explain},
    {"fhir-assess", command_fhir_assess},
    {"summary", command_summary},
};

static const char help[] =
    "usage: sacralmet assess  [--format text|json|fhir] [--scores-only] FILE|-\n"
    "       sacralmet fhir-assess [--format fhir|json|text] [--bulk] BUNDLE|-\n"
    "       sacralmet cards   [--scores-only] PREFETCH|-\n"
    "       sacralmet batch   [--instrument KEY]... [--dispositions]\n"
    "                         [--set KEY=CELL]... [--errors FILE] [-o OUT] IN|-\n"
    "       sacralmet summary [--format text|json|svg] [--set KEY=CELL]...\n"
    "                         [-o OUT] IN|-\n"
    "       sacralmet catalog [--format text|json]\n"
    "       sacralmet explain KEY\n"
    "       sacralmet --version\n"
    "\n"
    "Clinical decision support on sacral metastases: scores, options and their\n"
    "sources. It gives options with their sources, never orders.\n"
    "\n"
    "  assess    one record (JSON), and everything that can be said of it\n"
    "  fhir-assess  the same for FHIR R4 resources of one patient, or of many\n"
    "  cards     the answer of a CDS Hooks service to its prefetch\n"
    "  batch     a table of records (CSV) in, the same table with scores out\n"
    "  summary   the same table, and counts over its scores\n"
    "  catalog   all fields, instruments, interventions, rules and sources\n"
    "  explain   one of them, in words\n"
    "\n"
    "'sacralmet SUBCOMMAND --help' says more. Exit status: 0 done; 1 the input was\n"
    "refused or the output failed; 2 wrong usage.\n";

static int print_version(void)
{
    printf("sacralmet %s\nABI %s\ncontent %s\ndigest %s\n", smet_version(), smet_abi_version(),
           smet_content_version(), smet_content_digest());
    return tool_finish_output();
}

/* A file that is opened must never get the number of a standard stream that the
 * caller left closed; these stand-ins refuse every use. */
static void hold_standard_streams(void)
{
    static const int useless[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", useless[stream]) != stream)
            _exit(TOOL_REFUSED);
}

static const struct subcommand *find_subcommand(const char *name)
{
    for (size_t i = 0; i < sizeof subcommands / sizeof subcommands[0]; i++)
        if (strcmp(subcommands[i].name, name) == 0)
            return &subcommands[i];
    return NULL;
}

static bool asks_for_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0;
}

/* `sacralmet help batch` is `sacralmet batch --help`. */
static int run_help(const char *topic)
{
    const struct subcommand *subcommand = find_subcommand(topic);
    if (subcommand == NULL)
        return tool_usage(NULL, "there is no subcommand %s", topic);
    char option[] = "--help", name[16];
    snprintf(name, sizeof name, "%s", subcommand->name);
    char *argv[] = {name, option, NULL};
    return subcommand->run(2, argv);
}

int main(int argc, char **argv)
{
    hold_standard_streams();
    /* A reader that went away is an error of writing like any other. */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2)
        return tool_usage(NULL, "a subcommand is missing: assess, fhir-assess, cards, batch, "
                                "summary, catalog or explain");
    if (asks_for_help(argv[1]))
        return argc == 2 ? tool_print(help) : run_help(argv[2]);
    if (strcmp(argv[1], "--version") == 0)
        return print_version();
    const struct subcommand *subcommand = find_subcommand(argv[1]);
    if (subcommand == NULL)
        return tool_usage(NULL, "there is no %s %s", argv[1][0] == '-' ? "option" : "subcommand",
                          argv[1]);
    return subcommand->run(argc - 1, argv + 1);
}
