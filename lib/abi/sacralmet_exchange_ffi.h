enum smet_chart_limit {
    SMET_CHART_TEXT_MAX = 67108864,
    SMET_CHART_FACTS_MAX = 1000000,
    SMET_CHART_DEPTH_MAX = 64
};
typedef struct smet_code_map smet_code_map;
smet_code_map *smet_code_map_read_json(const char *text, size_t length, struct smet_error *error);
void smet_code_map_free(smet_code_map *map);
typedef struct smet_chart smet_chart;
struct smet_chart_options {
    uint32_t size;
    uint32_t reserved;
    const char *patient;
    const char *evaluation_date;
    const smet_code_map *codes;
};
smet_chart *smet_chart_new(const struct smet_chart_options *options, struct smet_error *error);
void smet_chart_free(smet_chart *chart);
smet_status_t smet_chart_read_fhir(smet_chart *chart, const char *text, size_t length,
    struct smet_error *error);
const smet_record *smet_chart_record(const smet_chart *chart);
const char *smet_chart_patient(const smet_chart *chart);
typedef int32_t smet_fact_use_t;
enum smet_fact_use {
    SMET_FACT_INVALID = -1,
    SMET_FACT_USED = 0,
    SMET_FACT_SUPERSEDED = 1,
    SMET_FACT_DISAGREES = 2,
    SMET_FACT_YIELDS = 3,
    SMET_FACT_WRONG_STATUS = 4,
    SMET_FACT_OTHER_PATIENT = 5,
    SMET_FACT_UNREADABLE = 6
};
struct smet_chart_fact {
    uint32_t size;
    smet_field_t field;
    smet_fact_use_t use;
    int32_t is_mapping;
    const char *value;
    const char *resource;
    const char *path;
    const char *system;
    const char *code;
    const char *effective;
    const char *note;
};
size_t smet_chart_fact_count(const smet_chart *chart);
smet_status_t smet_chart_fact(const smet_chart *chart, size_t index, struct smet_chart_fact *fact);
size_t smet_chart_write_json(const smet_chart *chart, int32_t style, char *text, size_t capacity);
enum smet_json_limit {
    SMET_JSON_RECORD_MAX = 16777216
};
enum smet_json_style {
    SMET_JSON_STYLE_INVALID = -1,
    SMET_JSON_COMPACT = 0,
    SMET_JSON_INDENTED = 1
};
smet_status_t smet_record_read_json(smet_record *record, const char *text, size_t length,
    struct smet_error *error);
size_t smet_record_write_json(const smet_record *record, int32_t style, char *text, size_t
    capacity);
size_t smet_assessment_write_json(const smet_assessment *assessment, int32_t style, char *text,
    size_t capacity);
size_t smet_assessment_write_scores_json(const smet_assessment *assessment, int32_t style, char
    *text, size_t capacity);
size_t smet_catalogue_write_json(int32_t style, char *text, size_t capacity);
enum smet_answer {
    SMET_ANSWER_INVALID = -1,
    SMET_ANSWER_FULL = 0,
    SMET_ANSWER_SCORES = 1
};
struct smet_answer_options {
    uint32_t size;
    int32_t style;
    int32_t answer;
    uint32_t reserved;
    const char *patient;
    const char *date;
};
size_t smet_assessment_write_fhir(const smet_assessment *assessment, const smet_chart *chart, const
    struct smet_answer_options *options, char *text, size_t capacity);
size_t smet_assessment_write_cards(const smet_assessment *assessment, const smet_chart *chart, const
    struct smet_answer_options *options, char *text, size_t capacity);
size_t smet_definition_count(void);
const char *smet_definition_name(size_t index);
size_t smet_definition_write(size_t index, int32_t style, char *text, size_t capacity);
