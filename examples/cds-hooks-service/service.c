/*
 * A CDS Hooks service over libsacralmet, to copy from: discovery, one hook, and nothing
 * kept between requests. It listens on the loopback address alone and speaks plain HTTP:
 * in front of it belongs what ends TLS and checks the client's token.
 *
 * Usage: cds-hooks-service [--scores-only] [PORT]     port 0: any that is free
 */
#define _POSIX_C_SOURCE 200809L

#include <sacralmet/exchange.h>
#include <sacralmet/fhir.h>
#include <sacralmet/sacralmet.h>

#include <arpa/inet.h>
#include <jansson.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

typedef enum MHD_Result answer_t;

#define SERVICE_ID "sacral-metastases"
#define SERVICE_PATH "/cds-services/" SERVICE_ID
#define DISCOVERY_PATH "/cds-services"

/* What is larger than BODY_MAX is refused once it was read, so that the client hears of it;
 * from REFUSED_MAX on it is not read at all. */
enum { BODY_MAX = 4 << 20, REFUSED_MAX = 64 << 20 };

enum { THREADS = 4, CONNECTIONS = 256, SECONDS_IDLE = 15 };

static const char discovery[] =
    "{\"services\":[{"
    "\"hook\":\"patient-view\","
    "\"id\":\"" SERVICE_ID "\","
    "\"title\":\"Management of sacral metastases\","
    "\"description\":\"Scores (revised Tokuhashi, Tomita, SINS), emergencies, options with their "
    "sources, and what to find out next. Options, never orders.\","
    "\"usageRequirements\":\"For patients with a known metastasis of the spine. Facts that have no "
    "standard code are read from the library's questionnaire.\","
    "\"prefetch\":{"
    "\"patient\":\"Patient/{{context.patientId}}\","
    "\"conditions\":\"Condition?patient={{context.patientId}}\","
    "\"observations\":\"Observation?patient={{context.patientId}}\","
    "\"procedures\":\"Procedure?patient={{context.patientId}}\","
    "\"answers\":\"QuestionnaireResponse?patient={{context.patientId}}\""
    "}}]}";

/* What must have been prefetched: without it, nothing could be said of anybody. */
static const char *const needed[] = {"patient", "conditions", "observations"};

/* What does not change while the service runs. */
struct settings {
    bool scores_only;
};

/* One request; nothing is shared between two. */
struct request {
    char *body;
    size_t length;
    bool is_too_large;
};

/* An answer: a status and a text that the request owns. */
struct reply {
    unsigned status;
    char *text;
};

/* --- replies ------------------------------------------------------------------------ */

static struct reply refuse(unsigned status, const char *why)
{
    json_t *object = json_pack("{s:s}", "message", why);
    struct reply reply = {status, object == NULL ? NULL : json_dumps(object, JSON_COMPACT)};
    json_decref(object);
    return reply;
}

static answer_t send_reply(struct MHD_Connection *connection, struct reply reply,
                           const char *allowed)
{
    static char nothing[] = "{}";
    struct MHD_Response *response = MHD_create_response_from_buffer(
        strlen(reply.text == NULL ? nothing : reply.text),
        reply.text == NULL ? nothing : reply.text,
        reply.text == NULL ? MHD_RESPMEM_PERSISTENT : MHD_RESPMEM_MUST_FREE);
    if (response == NULL) {
        free(reply.text);
        return MHD_NO;
    }
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "application/json");
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    if (allowed != NULL)
        MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, allowed);
    answer_t result = MHD_queue_response(
        connection, reply.text == NULL ? MHD_HTTP_INTERNAL_SERVER_ERROR : reply.status, response);
    MHD_destroy_response(response);
    return result;
}

/* --- the hook ------------------------------------------------------------------------ */

/* Today; ages are told by it. */
static void write_today(char day[sizeof "2026-01-31"])
{
    time_t now = time(NULL);
    struct tm parts;
    if (gmtime_r(&now, &parts) == NULL ||
        strftime(day, sizeof "2026-01-31", "%Y-%m-%d", &parts) == 0)
        day[0] = '\0';
}

static char *write_cards(const smet_assessment *assessment, const smet_chart *chart,
                         const struct smet_answer_options *options)
{
    size_t length = smet_assessment_write_cards(assessment, chart, options, NULL, 0);
    char *text = length == 0 ? NULL : malloc(length + 1);
    if (text != NULL)
        smet_assessment_write_cards(assessment, chart, options, text, length + 1);
    return text;
}

/* From a request that was looked through to its cards. */
static struct reply answer_hook(const struct settings *settings, const struct request *request,
                                const char *patient)
{
    char day[sizeof "2026-01-31"];
    struct smet_error error = {.size = sizeof error};
    write_today(day);
    const struct smet_chart_options chart_options = {
        .size = sizeof chart_options, .patient = patient, .evaluation_date = day};
    const struct smet_answer_options options = {
        .size = sizeof options,
        .answer = settings->scores_only ? SMET_ANSWER_SCORES : SMET_ANSWER_FULL,
        .date = day,
    };
    struct reply reply = {MHD_HTTP_OK, NULL};
    smet_assessment *assessment = NULL;
    smet_chart *chart = smet_chart_new(&chart_options, NULL);
    if (chart != NULL &&
        smet_chart_read_fhir(chart, request->body, request->length, &error) != SMET_OK)
        reply = refuse(MHD_HTTP_BAD_REQUEST, error.message);
    else if (chart != NULL &&
             (assessment = smet_assess(smet_chart_record(chart), NULL)) != NULL)
        reply.text = write_cards(assessment, chart, &options);
    smet_assessment_free(assessment);
    smet_chart_free(chart);
    return reply;
}

static bool is_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text != NULL && text[0] != '\0';
}

/* What CDS Hooks asks of every request, and what this service needs. A key of the
 * prefetch with null was asked for and there is nothing; one that is missing was not. */
static struct reply look_through(const struct settings *settings, const struct request *request,
                                 const json_t *root)
{
    const json_t *context = json_object_get(root, "context");
    const json_t *prefetch = json_object_get(root, "prefetch");
    const char *hook = json_string_value(json_object_get(root, "hook"));
    if (!json_is_object(root))
        return refuse(MHD_HTTP_BAD_REQUEST, "The body is no JSON object.");
    if (hook == NULL || strcmp(hook, "patient-view") != 0)
        return refuse(MHD_HTTP_BAD_REQUEST, "hook: this service is for patient-view.");
    if (!is_text(root, "hookInstance"))
        return refuse(MHD_HTTP_BAD_REQUEST, "hookInstance: it is missing.");
    if (!is_text(context, "patientId"))
        return refuse(MHD_HTTP_BAD_REQUEST, "context.patientId: it is missing.");
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (json_object_get(prefetch, needed[i]) == NULL)
            return refuse(MHD_HTTP_PRECONDITION_FAILED,
                          "prefetch: patient, conditions and observations are needed.");
    return answer_hook(settings, request,
                       json_string_value(json_object_get(context, "patientId")));
}

static struct reply answer_body(const struct settings *settings, const struct request *request)
{
    json_error_t error;
    if (request->is_too_large)
        return refuse(MHD_HTTP_CONTENT_TOO_LARGE, "The body is larger than 4 MiB.");
    json_t *root = json_loadb(request->body == NULL ? "" : request->body, request->length,
                              JSON_REJECT_DUPLICATES, &error);
    struct reply reply = root == NULL
                             ? refuse(MHD_HTTP_BAD_REQUEST, "The body is no JSON.")
                             : look_through(settings, request, root);
    json_decref(root);
    return reply;
}

/* --- HTTP ------------------------------------------------------------------------------ */

static const char *header(struct MHD_Connection *connection, const char *name)
{
    const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value == NULL ? "" : value;
}

static bool is_json(struct MHD_Connection *connection)
{
    static const char type[] = "application/json";
    const char *given = header(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
    size_t length = sizeof type - 1;
    return strncasecmp(given, type, length) == 0 &&
           (given[length] == '\0' || given[length] == ';' || given[length] == ' ');
}

/* Answers what needs no body, or must not have one: `is_answered` says whether. */
static answer_t answer_at_once(struct MHD_Connection *connection, const char *path,
                               const char *method, bool *is_answered)
{
    bool is_discovery = strcmp(path, DISCOVERY_PATH) == 0;
    bool is_get = strcmp(method, MHD_HTTP_METHOD_GET) == 0 ||
                  strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
    bool is_post = strcmp(method, MHD_HTTP_METHOD_POST) == 0;
    *is_answered = true;
    if (!is_discovery && strcmp(path, SERVICE_PATH) != 0)
        return send_reply(connection, refuse(MHD_HTTP_NOT_FOUND, "There is no such service."),
                          NULL);
    if (is_discovery && is_get)
        return send_reply(connection, (struct reply){MHD_HTTP_OK, strdup(discovery)}, NULL);
    if (is_discovery || !is_post)
        return send_reply(connection,
                          refuse(MHD_HTTP_METHOD_NOT_ALLOWED, "There is no such method."),
                          is_discovery ? "GET, HEAD" : "POST");
    if (!is_json(connection))
        return send_reply(connection, refuse(MHD_HTTP_UNSUPPORTED_MEDIA_TYPE,
                                             "The body must be application/json."), NULL);
    if (strtoull(header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH), NULL, 10) > REFUSED_MAX)
        return send_reply(connection, refuse(MHD_HTTP_CONTENT_TOO_LARGE,
                                             "The body is larger than 4 MiB."), NULL);
    *is_answered = false;
    return MHD_YES;
}

static void take_body(struct request *request, const char *bytes, size_t length)
{
    if (request->is_too_large || length > BODY_MAX - request->length) {
        request->is_too_large = true;
        return;
    }
    char *body = realloc(request->body, request->length + length);
    if (body == NULL) {
        request->is_too_large = true;
        return;
    }
    memcpy(body + request->length, bytes, length);
    request->body = body;
    request->length += length;
}

static answer_t handle(void *data, struct MHD_Connection *connection, const char *path,
                       const char *method, const char *version, const char *bytes, size_t *length,
                       void **kept)
{
    struct request *request = *kept;
    (void)version;
    if (request == NULL) {
        bool is_answered;
        answer_t result = answer_at_once(connection, path, method, &is_answered);
        if (is_answered || result == MHD_NO)
            return result;
        *kept = request = calloc(1, sizeof *request);
        return request == NULL ? MHD_NO : MHD_YES;
    }
    if (*length > 0) {
        take_body(request, bytes, *length);
        *length = 0;
        return MHD_YES;
    }
    return send_reply(connection, answer_body(data, request), NULL);
}

static void finish(void *data, struct MHD_Connection *connection, void **kept,
                   enum MHD_RequestTerminationCode how)
{
    struct request *request = *kept;
    (void)data;
    (void)connection;
    (void)how;
    if (request != NULL)
        free(request->body);
    free(request);
    *kept = NULL;
}

/* --- the program ------------------------------------------------------------------------ */

static struct MHD_Daemon *start(struct settings *settings, uint16_t port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_AUTO, port, NULL, NULL,
                            handle, settings, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
                            MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS,
                            MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
                            MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SECONDS_IDLE,
                            MHD_OPTION_NOTIFY_COMPLETED, finish, NULL, MHD_OPTION_END);
}

static int run(struct settings *settings, uint16_t port)
{
    sigset_t ending;
    int signal_number;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, NULL);
    struct MHD_Daemon *daemon = start(settings, port);
    if (daemon == NULL) {
        fprintf(stderr, "cds-hooks-service: port %u cannot be had\n", (unsigned)port);
        return 1;
    }
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    printf("http://127.0.0.1:%u" DISCOVERY_PATH "\n",
           (unsigned)(info == NULL ? port : info->port));
    fflush(stdout);
    sigwait(&ending, &signal_number);
    MHD_stop_daemon(daemon);
    return 0;
}

int main(int argc, char **argv)
{
    struct settings settings = {.scores_only = false};
    unsigned long port = 8470;
    for (int i = 1; i < argc; i++) {
        char *end = argv[i];
        if (strcmp(argv[i], "--scores-only") == 0) {
            settings.scores_only = true;
            continue;
        }
        port = strtoul(argv[i], &end, 10);
        if (end == argv[i] || *end != '\0' || port > 65535) {
            fputs("usage: cds-hooks-service [--scores-only] [PORT]\n", stderr);
            return 2;
        }
    }
    return run(&settings, (uint16_t)port);
}
