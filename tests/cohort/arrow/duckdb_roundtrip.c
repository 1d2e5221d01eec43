/*
 * The Arrow adapter against DuckDB, a producer and consumer that is not ours:
 * DuckDB's batches are scored and assessed here and the sums compared with its own
 * SQL; the answers are handed back as arrays and as a stream, and it sums them.
 *
 * Usage: duckdb_roundtrip LIBDUCKDB [ROWS]
 * The library is opened at run time and its functions are declared below, so
 * that neither its header nor the library is needed to build this.
 */
#include <sacralmet/arrow.h>
#include <sacralmet/columns.h>

#include <dlfcn.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --- DuckDB's C API, as far as it is used ---------------------------------- */

struct result {
    uint64_t deprecated[3];
    void *columns;
    char *error;
    void *data;
};

static struct {
    int (*open)(const char *path, void **database);
    void (*close)(void **database);
    int (*connect)(void *database, void **connection);
    void (*disconnect)(void **connection);
    int (*query)(void *connection, const char *sql, struct result *result);
    void (*destroy_result)(struct result *result);
    const char *(*result_error)(struct result *result);
    int64_t (*value_int64)(struct result *result, uint64_t column, uint64_t row);
    char *(*value_varchar)(struct result *result, uint64_t column, uint64_t row);
    void (*free)(void *memory);
    int (*query_arrow)(void *connection, const char *sql, void **arrow);
    int (*query_arrow_schema)(void *arrow, struct ArrowSchema **schema);
    int (*query_arrow_array)(void *arrow, struct ArrowArray **array);
    const char *(*query_arrow_error)(void *arrow);
    void (*destroy_arrow)(void **arrow);
    int (*arrow_array_scan)(void *connection, const char *table, struct ArrowSchema *schema,
                            struct ArrowArray *array, struct ArrowArrayStream **stream);
    int (*arrow_scan)(void *connection, const char *table, struct ArrowArrayStream *stream);
    void (*destroy_arrow_stream)(struct ArrowArrayStream **stream);
} duckdb;

static void load(const char *path)
{
    static const struct {
        const char *name;
        void *to;
    } functions[] = {
        {"duckdb_open", &duckdb.open},
        {"duckdb_close", &duckdb.close},
        {"duckdb_connect", &duckdb.connect},
        {"duckdb_disconnect", &duckdb.disconnect},
        {"duckdb_query", &duckdb.query},
        {"duckdb_destroy_result", &duckdb.destroy_result},
        {"duckdb_result_error", &duckdb.result_error},
        {"duckdb_value_int64", &duckdb.value_int64},
        {"duckdb_value_varchar", &duckdb.value_varchar},
        {"duckdb_free", &duckdb.free},
        {"duckdb_query_arrow", &duckdb.query_arrow},
        {"duckdb_query_arrow_schema", &duckdb.query_arrow_schema},
        {"duckdb_query_arrow_array", &duckdb.query_arrow_array},
        {"duckdb_query_arrow_error", &duckdb.query_arrow_error},
        {"duckdb_destroy_arrow", &duckdb.destroy_arrow},
        {"duckdb_arrow_array_scan", &duckdb.arrow_array_scan},
        {"duckdb_arrow_scan", &duckdb.arrow_scan},
        {"duckdb_destroy_arrow_stream", &duckdb.destroy_arrow_stream},
    };
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        exit(77);
    }
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        void *function = dlsym(library, functions[i].name);
        if (function == NULL) {
            fprintf(stderr, "the library has no %s\n", functions[i].name);
            exit(77);
        }
        memcpy(functions[i].to, &function, sizeof function);
    }
}

static void need(int holds, const char *what, const char *detail)
{
    if (holds)
        return;
    fprintf(stderr, "failed: %s%s%s\n", what, detail == NULL ? "" : ": ",
            detail == NULL ? "" : detail);
    exit(1);
}

static void run(void *connection, const char *sql)
{
    struct result result;
    int failed = duckdb.query(connection, sql, &result);
    need(!failed, sql, failed ? duckdb.result_error(&result) : NULL);
    duckdb.destroy_result(&result);
}

/*
 * What is compared: four sums over the rows with an answer, how many these are, and
 * how many rows there are.
 */
enum { FIRST, SECOND, THIRD, FOURTH, ANSWERED, ROWS, SUMS };

struct sums {
    int64_t of[SUMS];
};

static struct sums ask(void *connection, const char *sql)
{
    struct result result;
    struct sums sums;
    int failed = duckdb.query(connection, sql, &result);
    need(!failed, sql, failed ? duckdb.result_error(&result) : NULL);
    for (uint64_t i = 0; i < SUMS; i++)
        sums.of[i] = duckdb.value_int64(&result, i, 0);
    duckdb.destroy_result(&result);
    return sums;
}

static void compare(const char *what, const char *const *names, const struct sums *got,
                    const struct sums *expected)
{
    printf("  %-28s", what);
    for (int i = 0; i < ANSWERED; i++)
        printf(" %s %" PRId64, names[i], got->of[i]);
    printf(" answered %" PRId64 " of %" PRId64 "\n", got->of[ANSWERED], got->of[ROWS]);
    need(memcmp(got, expected, sizeof *got) == 0, what, "the sums differ from DuckDB's own");
}

/* --- a query as a stream ---------------------------------------------------- */

static int query_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
    memset(schema, 0, sizeof *schema);
    return duckdb.query_arrow_schema(stream->private_data, &schema) == 0 ? 0 : 5;
}

static int query_next(struct ArrowArrayStream *stream, struct ArrowArray *array)
{
    memset(array, 0, sizeof *array);
    return duckdb.query_arrow_array(stream->private_data, &array) == 0 ? 0 : 5;
}

static const char *query_error(struct ArrowArrayStream *stream)
{
    return duckdb.query_arrow_error(stream->private_data);
}

static void query_release(struct ArrowArrayStream *stream)
{
    duckdb.destroy_arrow(&stream->private_data);
    stream->release = NULL;
}

static struct ArrowArrayStream stream_of(void *connection, const char *sql)
{
    void *arrow = NULL;
    int failed = duckdb.query_arrow(connection, sql, &arrow);
    need(!failed, sql, failed ? duckdb.query_arrow_error(arrow) : NULL);
    return (struct ArrowArrayStream){.get_schema = query_schema,
                                     .get_next = query_next,
                                     .get_last_error = query_error,
                                     .release = query_release,
                                     .private_data = arrow};
}

/* --- the table -------------------------------------------------------------- */

/*
 * Of each sort of column that DuckDB has for such cells, one; unknown cells in
 * most, and codes that are none in one. Columns that are no field's are ignored.
 */
static const char make_table[] =
    "CREATE TABLE cohort AS SELECT i AS id,"
    " (CASE WHEN h1 %% 50 = 0 THEN NULL ELSE"
    "   (['occiput','C1','C2','C3','C4','C5','C6','C7','T1','T2','T3','T4','T5','T6','T7','T8',"
    "     'T9','T10','T11','T12','L1','L2','L3','L4','L5','S1','S2','S3','S4','S5'])[1 + h1 %% 30]"
    "  END)::level_name AS lesion_level,"
    " CASE WHEN h2 %% 40 = 0 THEN NULL ELSE (['none','nonmechanical','mechanical'])[1 + h2 %% 3]"
    "  END AS pain,"
    " (CASE WHEN h3 %% 30 = 0 THEN NULL ELSE h3 %% 3 END)::TINYINT AS bone_lesion,"
    " (CASE WHEN h4 %% 60 = 0 THEN NULL WHEN h4 %% 500 = 7 THEN 9 ELSE h4 %% 3 END)::BIGINT"
    "  AS alignment,"
    " 'a text that is longer than twelve bytes ' || i AS remark,"
    " (CASE WHEN h5 %% 70 = 0 THEN NULL ELSE h5 %% 4 END)::INTEGER AS vertebral_collapse,"
    " (h6 %% 3)::UTINYINT AS posterolateral_involvement,"
    " CASE WHEN h5 %% 90 = 1 THEN NULL ELSE h6 %% 2 = 0 END AS solitary_lesion,"
    " (['none','treatable','untreatable'])[1 + h4 %% 3] AS visceral_metastases"
    " FROM (SELECT i,"
    "  (hash(i) %% 1000003)::BIGINT AS h1,"
    "  (hash(i + 1000000007) %% 1000003)::BIGINT AS h2,"
    "  (hash(i + 2000000011) %% 1000003)::BIGINT AS h3,"
    "  (hash(i + 3000000019) %% 1000003)::BIGINT AS h4,"
    "  (hash(i + 4000000007) %% 1000003)::BIGINT AS h5,"
    "  (hash(i + 5000000029) %% 1000003)::BIGINT AS h6"
    "  FROM range(%ld) AS rows(i))";

static const char make_levels[] =
    "CREATE TYPE level_name AS ENUM ('S5','S4','S3','S2','S1','L5','L4','L3','L2','L1','T12',"
    "'T11','T10','T9','T8','T7','T6','T5','T4','T3','T2','T1','C7','C6','C5','C4','C3','C2','C1',"
    "'occiput')";

static const char sins_columns[] =
    "SELECT id, lesion_level, pain, bone_lesion, alignment, remark, vertebral_collapse,"
    " posterolateral_involvement FROM cohort";

static const char tomita_columns[] =
    "SELECT solitary_lesion, visceral_metastases, remark FROM cohort";

static const char excision_columns[] =
    "SELECT remark, lesion_level, solitary_lesion, alignment, visceral_metastases FROM cohort";

/*
 * The scores once more, in SQL. SINS: Fisher 2010, table 1; bands 0 to 6, 7 to 12,
 * 13 to 18. Of an unknown item the least and the greatest points count, and its bit,
 * in the order of the items, is set in what is missing.
 */
static const char sins_sums[] =
    "WITH points AS (SELECT"
    " CASE WHEN lesion_level IN ('occiput','C1','C2','C7','T1','T2','T11','T12','L1','L5','S1')"
    "  THEN 3 WHEN lesion_level IN ('C3','C4','C5','C6','L2','L3','L4') THEN 2"
    "  WHEN lesion_level IN ('S2','S3','S4','S5') THEN 0"
    "  WHEN lesion_level IS NOT NULL THEN 1 END AS a,"
    " CASE pain WHEN 'none' THEN 0 WHEN 'nonmechanical' THEN 1 WHEN 'mechanical' THEN 3 END AS b,"
    " CASE bone_lesion WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 2 END AS c,"
    " CASE alignment WHEN 0 THEN 0 WHEN 1 THEN 2 WHEN 2 THEN 4 END AS d,"
    " CASE vertebral_collapse WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN 3 END AS e,"
    " CASE posterolateral_involvement WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 3 END AS f,"
    " coalesce(alignment, 0) <= 2 AS good FROM cohort),"
    " totals AS (SELECT good, coalesce(a, 0) + coalesce(b, 0) + coalesce(c, 0) + coalesce(d, 0)"
    "  + coalesce(e, 0) + coalesce(f, 0) AS low, coalesce(a, 3) + coalesce(b, 3) + coalesce(c, 2)"
    "  + coalesce(d, 4) + coalesce(e, 3) + coalesce(f, 3) AS high,"
    "  (a IS NULL)::INT + 2 * (b IS NULL)::INT + 4 * (c IS NULL)::INT + 8 * (d IS NULL)::INT"
    "  + 16 * (e IS NULL)::INT + 32 * (f IS NULL)::INT AS missing FROM points)"
    " SELECT sum(low) FILTER (good), sum(high) FILTER (good),"
    " sum((CASE WHEN low <= 6 THEN 1 ELSE 0 END) + (CASE WHEN low <= 12 AND high >= 7 THEN 2"
    "  ELSE 0 END) + (CASE WHEN high >= 13 THEN 4 ELSE 0 END)) FILTER (good),"
    " sum(missing) FILTER (good), count(*) FILTER (good), count(*) FROM totals";

static const char sins_answers[] =
    "SELECT sum(sins_min), sum(sins_max), sum(sins_bands), sum(sins_missing), count(sins_min),"
    " count(*) FROM answers WHERE (status = 0) = (sins_min IS NOT NULL)";

/*
 * Tomita 2001: growth 1, 2 or 4 (not known here), visceral metastases 0, 2 or 4, bone
 * metastases 1 solitary, 2 multiple. The bands are not compared: possible totals skip
 * numbers, so that the least and the greatest do not tell which bands lie between.
 */
static const char tomita_sums[] =
    "WITH points AS (SELECT"
    " CASE visceral_metastases WHEN 'none' THEN 0 WHEN 'treatable' THEN 2 ELSE 4 END AS v,"
    " CASE WHEN solitary_lesion THEN 1 WHEN NOT solitary_lesion THEN 2 END AS b FROM cohort)"
    " SELECT sum(1 + v + coalesce(b, 1)), sum(4 + v + coalesce(b, 2)), 0,"
    " sum(1 + 4 * (b IS NULL)::INT), count(*), count(*) FROM points";

static const char tomita_answers[] =
    "SELECT sum(tomita_min), sum(tomita_max), count(tomita_bands) - count(tomita_min),"
    " sum(tomita_missing), count(tomita_min), count(*) FROM answers"
    " WHERE (status = 0) = (tomita_min IS NOT NULL)";

/*
 * En bloc resection, from three facts: the review is about the sacrum alone; there it
 * keeps excision for an isolated metastasis (solitary, no visceral metastases) in a
 * patient expected to live long, which is not known here. Out of scope prevails over
 * all else that could come.
 */
static const char excision_sums[] =
    "WITH verdicts AS (SELECT coalesce(alignment, 0) <= 2 AS good, CASE"
    " WHEN lesion_level NOT IN ('S1','S2','S3','S4','S5') THEN 'out_of_scope'"
    " WHEN NOT solitary_lesion OR visceral_metastases <> 'none' THEN 'not_recommended'"
    " ELSE 'no_rule' END AS verdict FROM cohort)"
    " SELECT count(*) FILTER (good AND verdict = 'out_of_scope'),"
    " count(*) FILTER (good AND verdict = 'not_recommended'),"
    " count(*) FILTER (good AND verdict = 'no_rule'),"
    " count(*) FILTER (good AND verdict = 'out_of_scope'),"
    " count(*) FILTER (good), count(*) FROM verdicts";

static const char excision_answers[] =
    "SELECT count(*) FILTER (en_bloc_resection = 'out_of_scope'),"
    " count(*) FILTER (en_bloc_resection = 'not_recommended'),"
    " count(*) FILTER (en_bloc_resection = 'no_rule'),"
    " count(*) FILTER (en_bloc_resection_settled), count(en_bloc_resection), count(*)"
    " FROM answers WHERE (status = 0) = (en_bloc_resection IS NOT NULL)";

/* --- both ways -------------------------------------------------------------- */

struct way;

static void add_scores(const struct way *way, const struct ArrowArray *answers,
                       struct sums *sums);
static void add_dispositions(const struct way *way, const struct ArrowArray *answers,
                             struct sums *sums);

static const smet_intervention_t excision[] = {SMET_INTERVENTION_EN_BLOC_RESECTION};

/*
 * In the SQL of answers every column is named, because DuckDB's scan of a stream does
 * not tell the stream which columns a query needs, and then takes those that it needs
 * by their place.
 */
static const struct way {
    smet_instrument_t instrument; /* SMET_INSTRUMENT_INVALID: dispositions */
    int has_bands;
    const char *names[ANSWERED];
    const char *columns, *sums, *answers;
    void (*add)(const struct way *way, const struct ArrowArray *answers, struct sums *sums);
} ways[] = {
    {SMET_INSTRUMENT_SINS, 1, {"min", "max", "bands", "missing"},
     sins_columns, sins_sums, sins_answers, add_scores},
    {SMET_INSTRUMENT_TOMITA, 0, {"min", "max", "bands", "missing"},
     tomita_columns, tomita_sums, tomita_answers, add_scores},
    {SMET_INSTRUMENT_INVALID, 0, {"out_of_scope", "not_recommended", "no_rule", "settled"},
     excision_columns, excision_sums, excision_answers, add_dispositions},
};

static smet_status_t answer(const struct way *way, const struct ArrowSchema *schema,
                            const struct ArrowArray *batch, struct ArrowSchema *type,
                            struct ArrowArray *answers, struct smet_error *error)
{
    if (way->instrument == SMET_INSTRUMENT_INVALID)
        return smet_assess_arrow(excision, 1, schema, batch, type, answers, error);
    return smet_score_arrow(way->instrument, schema, batch, type, answers, error);
}

static smet_status_t answer_stream(const struct way *way, struct ArrowArrayStream *input,
                                   struct ArrowArrayStream *output, struct smet_error *error)
{
    if (way->instrument == SMET_INSTRUMENT_INVALID)
        return smet_assess_arrow_stream(excision, 1, input, output, error);
    return smet_score_arrow_stream(way->instrument, input, output, error);
}

static void add_scores(const struct way *way, const struct ArrowArray *answers, struct sums *sums)
{
    const uint8_t *values[5];
    for (int i = 0; i < 5; i++)
        values[i] = answers->children[i]->buffers[1];
    for (int64_t r = 0; r < answers->length; r++) {
        sums->of[ROWS]++;
        if (values[4][r] != SMET_ROW_GOOD)
            continue;
        sums->of[ANSWERED]++;
        sums->of[FIRST] += values[0][r];
        sums->of[SECOND] += values[1][r];
        sums->of[THIRD] += way->has_bands ? values[2][r] : 0;
        sums->of[FOURTH] += values[3][r];
    }
}

static void add_dispositions(const struct way *way, const struct ArrowArray *answers,
                             struct sums *sums)
{
    const struct ArrowArray *dictionary = answers->children[0]->dictionary;
    const int32_t *offsets = dictionary->buffers[1];
    const char *keys = dictionary->buffers[2];
    const int8_t *indices = answers->children[0]->buffers[1];
    const uint8_t *settled = answers->children[1]->buffers[1];
    const uint8_t *status = answers->children[2]->buffers[1];
    for (int64_t r = 0; r < answers->length; r++) {
        sums->of[ROWS]++;
        if (status[r] != SMET_ROW_GOOD)
            continue;
        const char *key = keys + offsets[indices[r]];
        size_t length = (size_t)(offsets[indices[r] + 1] - offsets[indices[r]]);
        sums->of[ANSWERED]++;
        for (int i = FIRST; i < FOURTH; i++)
            sums->of[i] +=
                strlen(way->names[i]) == length && memcmp(way->names[i], key, length) == 0;
        sums->of[FOURTH] += settled[r / 8] >> r % 8 & 1;
    }
}

static void add(struct sums *sums, const struct sums *more)
{
    for (int i = 0; i < SUMS; i++)
        sums->of[i] += more->of[i];
}

/* The answers of one batch, scanned by DuckDB as a table. */
static struct sums scan_array(void *connection, const struct way *way, struct ArrowSchema *schema,
                              struct ArrowArray *array)
{
    struct ArrowArrayStream *stream = NULL;
    int failed = duckdb.arrow_array_scan(connection, "answers", schema, array, &stream);
    need(!failed, "duckdb_arrow_array_scan", NULL);
    const struct sums sums = ask(connection, way->answers);
    run(connection, "DROP VIEW answers");
    duckdb.destroy_arrow_stream(&stream);
    return sums;
}

static double milliseconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* DuckDB's batches are scored one by one; every so often one goes back as an array. */
static void by_arrays(void *connection, const struct way *way, const struct sums *expected)
{
    struct ArrowArrayStream input = stream_of(connection, way->columns);
    struct ArrowSchema schema, type;
    struct ArrowArray batch, answers;
    struct smet_error error = {.size = sizeof error};
    struct sums all = {{0}}, sent = {{0}}, scanned = {{0}};
    int batches = 0;
    double spent = 0;
    need(input.get_schema(&input, &schema) == 0, "the schema", NULL);
    printf("  columns");
    for (int64_t i = 0; i < schema.n_children; i++)
        printf(" %s:%s%s%s", schema.children[i]->name, schema.children[i]->format,
               schema.children[i]->dictionary == NULL ? "" : "/",
               schema.children[i]->dictionary == NULL ? ""
                                                      : schema.children[i]->dictionary->format);
    printf("\n");
    for (; input.get_next(&input, &batch) == 0 && batch.release != NULL; batches++) {
        double begun = milliseconds();
        smet_status_t status = answer(way, &schema, &batch, &type, &answers, &error);
        spent += milliseconds() - begun;
        need(status == SMET_OK, "the answers", error.message);
        need(batch.release != NULL, "the batch is borrowed", NULL);
        batch.release(&batch);
        way->add(way, &answers, &all);
        if (batches % 16 == 0) {
            way->add(way, &answers, &sent);
            const struct sums sums = scan_array(connection, way, &type, &answers);
            add(&scanned, &sums);
        }
        if (answers.release != NULL)
            answers.release(&answers);
        if (type.release != NULL)
            type.release(&type);
    }
    schema.release(&schema);
    input.release(&input);
    compare("DuckDB to us, by batches", way->names, &all, expected);
    compare("us to DuckDB, some batches", way->names, &scanned, &sent);
    printf("  %d batches, answered in %.1f ms\n", batches, spent);
}

/* DuckDB to us to DuckDB, in streams. The query runs on a connection of its own. */
static void by_streams(void *reader, void *writer, const struct way *way,
                       const struct sums *expected)
{
    struct smet_error error = {.size = sizeof error};
    struct ArrowArrayStream input = stream_of(reader, way->columns), output;
    smet_status_t status = answer_stream(way, &input, &output, &error);
    need(status == SMET_OK, "the stream of answers", error.message);
    need(input.release == NULL, "the stream was moved", NULL);
    double begun = milliseconds();
    need(duckdb.arrow_scan(writer, "answers", &output) == 0, "duckdb_arrow_scan", NULL);
    const struct sums sums = ask(writer, way->answers);
    double spent = milliseconds() - begun;
    run(writer, "DROP VIEW answers");
    if (output.release != NULL)
        output.release(&output);
    compare("DuckDB to us to DuckDB", way->names, &sums, expected);
    printf("  export, answers and sum in %.1f ms\n", spent);
}

/* The library's own version, in words. */
static void print_version(void *connection)
{
    struct result result;
    need(duckdb.query(connection, "SELECT version()", &result) == 0, "version", NULL);
    char *text = duckdb.value_varchar(&result, 0, 0);
    printf("DuckDB %s\n", text);
    duckdb.free(text);
    duckdb.destroy_result(&result);
}

int main(int argc, char **argv)
{
    /* How DuckDB writes text: with offsets of 32 and 64 bits, and as views. */
    static const char *const settings[] = {
        "SET arrow_large_buffer_size = false",
        "SET arrow_large_buffer_size = true",
        "SET arrow_output_version = '1.5'; SET produce_arrow_string_view = true",
    };
    static char sql[sizeof make_table + 32];
    void *database = NULL, *reader = NULL, *writer = NULL;
    if (argc < 2) {
        fprintf(stderr, "usage: %s LIBDUCKDB [ROWS]\n", argv[0]);
        return 2;
    }
    load(argv[1]);
    need(duckdb.open(NULL, &database) == 0 && duckdb.connect(database, &reader) == 0 &&
             duckdb.connect(database, &writer) == 0,
         "opening a database in memory", NULL);
    print_version(reader);
    run(reader, make_levels);
    snprintf(sql, sizeof sql, make_table, argc > 2 ? strtol(argv[2], NULL, 10) : 300000);
    run(reader, sql);
    for (size_t s = 0; s < sizeof settings / sizeof settings[0]; s++) {
        printf("%s\n", settings[s]);
        run(reader, settings[s]);
        for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
            const struct sums expected = ask(reader, ways[w].sums);
            by_arrays(reader, &ways[w], &expected);
            by_streams(reader, writer, &ways[w], &expected);
        }
    }
    duckdb.disconnect(&reader);
    duckdb.disconnect(&writer);
    duckdb.close(&database);
    printf("all sums are equal\n");
    return 0;
}
