/*
 * Arrow's arrays and streams: the public calls.
 */
#include "cohort/arrow_input.h"
#include "cohort/arrow_output.h"
#include "base/errors.h"
#include "base/never.h"
#include "score/score.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* --- what is asked ------------------------------------------------------ */

/* A call on columns, and the children that its answers make. */
struct question {
    smet_status_t (*ask)(const struct question *question, const struct smet_column *const *columns,
                         size_t column_count, size_t row_count, uint8_t *const *cells,
                         struct smet_error *error);
    struct smet_arrow_answers answers;
    smet_instrument_t instrument;
    uint32_t intervention_count;
    smet_intervention_t interventions[SMET__INTERVENTION_COUNT];
};

static void add_child(struct smet_arrow_answers *answers, const char *key, const char *suffix,
                      enum smet_arrow_cells cells)
{
    answers->children[answers->count].key = key;
    answers->children[answers->count].suffix = suffix;
    answers->children[answers->count++].cells = cells;
}

static smet_status_t ask_scores(const struct question *question,
                                const struct smet_column *const *columns, size_t column_count,
                                size_t row_count, uint8_t *const *cells, struct smet_error *error)
{
    const struct smet_score_arrays arrays = {
        .size = sizeof arrays,
        .minimum = cells[0],
        .maximum = cells[1],
        .bands = cells[2],
        .missing = cells[3],
        .status = cells[4],
    };
    return smet_score_columns(question->instrument, columns, column_count, row_count, &arrays,
                              error);
}

static smet_status_t question_of_scores(smet_instrument_t instrument, struct question *question,
                                        struct smet_error *error)
{
    if (!smet__is_instrument(instrument))
        return smet__refuse(error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                            "There is no instrument with number %d.", (int)instrument);
    const char *key = smet__instruments[instrument]->key;
    *question = (struct question){.ask = ask_scores, .instrument = instrument};
    add_child(&question->answers, key, "_min", SMET__ARROW_NUMBERS);
    add_child(&question->answers, key, "_max", SMET__ARROW_NUMBERS);
    add_child(&question->answers, key, "_bands", SMET__ARROW_NUMBERS);
    add_child(&question->answers, key, "_missing", SMET__ARROW_NUMBERS);
    add_child(&question->answers, "status", "", SMET__ARROW_STATUS);
    return SMET_OK;
}

/* Two children an intervention that is asked for, in the order of the question. */
static smet_status_t ask_dispositions(const struct question *question,
                                      const struct smet_column *const *columns,
                                      size_t column_count, size_t row_count,
                                      uint8_t *const *cells, struct smet_error *error)
{
    uint8_t *dispositions[SMET__INTERVENTION_COUNT] = {NULL};
    uint8_t *settled[SMET__INTERVENTION_COUNT] = {NULL};
    for (uint32_t i = 0; i < question->intervention_count; i++) {
        dispositions[question->interventions[i]] = cells[2 * i];
        settled[question->interventions[i]] = cells[2 * i + 1];
    }
    const struct smet_disposition_arrays arrays = {
        .size = sizeof arrays,
        .intervention_count = SMET__INTERVENTION_COUNT,
        .dispositions = dispositions,
        .settled = settled,
        .status = cells[2 * question->intervention_count],
    };
    return smet_assess_columns(columns, column_count, row_count, &arrays, error);
}

static smet_status_t question_of_dispositions(const smet_intervention_t *interventions,
                                              size_t count, struct question *question,
                                              struct smet_error *error)
{
    struct smet_interventions asked = {{0}};
    if (interventions == NULL && count > 0)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The interventions are NULL.");
    *question = (struct question){.ask = ask_dispositions};
    if (interventions == NULL)
        count = SMET__INTERVENTION_COUNT;
    for (size_t i = 0; i < count; i++) {
        smet_intervention_t which =
            interventions == NULL ? (smet_intervention_t)i : interventions[i];
        if (which < 0 || which >= SMET__INTERVENTION_COUNT)
            return smet__refuse(error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                                "There is no intervention with number %d.", (int)which);
        const char *key = smet__interventions[which].key;
        if (smet__interventions_has(asked, which))
            return smet__refuse(error, SMET_ERROR_DUPLICATE, SMET_FIELD_INVALID,
                                "The intervention %s is asked for twice.", key);
        smet__interventions_add(&asked, which);
        question->interventions[question->intervention_count++] = which;
        add_child(&question->answers, key, "", SMET__ARROW_VERDICTS);
        add_child(&question->answers, key, "_settled", SMET__ARROW_TRUTHS);
    }
    add_child(&question->answers, "status", "", SMET__ARROW_STATUS);
    return SMET_OK;
}

/* --- arrays ------------------------------------------------------------ */

/* Cells of one block of rows that had to be converted. */
struct converted {
    uint8_t codes[SMET__COLUMNS_MAX][SMET__ARROW_BLOCK];
};

static void convert(const struct smet_arrow_input *input, size_t column, size_t first,
                    size_t count, uint8_t *codes, struct smet_column *to)
{
    smet__arrow_codes(input, column, first, count, codes);
    *to = (struct smet_column){
        .size = sizeof *to,
        .field = input->columns[column].type.field,
        .element = SMET_ELEMENT_UINT8,
        .has_unknown = 1,
        .unknown = SMET__CODE_UNKNOWN,
        .values = codes,
    };
}

/* Rows that can be scored in one go: all, where no column has to be converted. */
static size_t step_of(const struct smet_arrow_input *input)
{
    struct smet_column column;
    for (size_t c = 0; c < input->count; c++)
        if (!smet__arrow_in_place(input, c, 0, &column))
            return SMET__ARROW_BLOCK;
    return input->rows;
}

static smet_status_t answer_rows(const struct question *question,
                                 const struct smet_arrow_input *input, uint8_t *const *cells,
                                 struct smet_error *error)
{
    struct smet_column columns[SMET__COLUMNS_MAX];
    const struct smet_column *list[SMET__COLUMNS_MAX];
    struct converted converted;
    size_t step = step_of(input);
    for (size_t first = 0; first < input->rows; first += step) {
        size_t left = input->rows - first, count = left < step ? left : step;
        uint8_t *at[SMET__ARROW_ANSWERS_MAX];
        for (int i = 0; i < question->answers.count; i++)
            at[i] = cells[i] + first;
        for (size_t c = 0; c < input->count; c++) {
            list[c] = &columns[c];
            if (!smet__arrow_in_place(input, c, first, &columns[c]))
                convert(input, c, first, count, converted.codes[c], &columns[c]);
        }
        smet_status_t status = question->ask(question, list, input->count, count, at, error);
        /* Never: the plan of the schema has checked the columns. */
        if (SMET__NEVER(status != SMET_OK))
            return status;
    }
    return SMET_OK;
}

static smet_status_t refuse_memory(struct smet_error *error)
{
    smet__refuse(error, SMET_ERROR_NO_MEMORY, SMET_FIELD_INVALID, "The system gave no memory.");
    return SMET_ERROR_NO_MEMORY;
}

/* Answers for an array whose schema was read. */
static smet_status_t answer_array(const struct question *question,
                                  const struct smet_arrow_plan *plan,
                                  const struct ArrowArray *array, struct ArrowArray *output,
                                  struct smet_error *error)
{
    struct smet_arrow_input input;
    struct ArrowArray answers;
    uint8_t *cells[SMET__ARROW_ANSWERS_MAX];
    smet_status_t status = smet__arrow_bind(plan, array, &input, error);
    if (status != SMET_OK)
        return status;
    if (!smet__arrow_answer_array(&question->answers, input.rows, &answers, cells)) {
        smet__arrow_unbind(&input);
        return refuse_memory(error);
    }
    status = answer_rows(question, &input, cells, error);
    smet__arrow_unbind(&input);
    /* Never: the plan of the schema has checked the columns. */
    if (SMET__NEVER(status != SMET_OK)) {
        answers.release(&answers);
        return status;
    }
    smet__arrow_answer_finish(&question->answers, &answers);
    *output = answers;
    return SMET_OK;
}

static smet_status_t check_call(const void *output, struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    if (output == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The output is NULL.");
    return SMET_OK;
}

/* Answers for an array and its schema, where the question can be asked. */
static smet_status_t answer_call(const struct question *question, const struct ArrowSchema *schema,
                                 const struct ArrowArray *array, struct ArrowSchema *out_schema,
                                 struct ArrowArray *out_array, struct smet_error *error)
{
    struct smet_arrow_plan plan;
    struct ArrowSchema type;
    struct ArrowArray answers;
    smet_status_t status = smet__arrow_plan(schema, &plan, error);
    if (status == SMET_OK)
        status = answer_array(question, &plan, array, &answers, error);
    if (status != SMET_OK)
        return status;
    if (out_schema != NULL) {
        if (!smet__arrow_answer_schema(&question->answers, &type)) {
            answers.release(&answers);
            return refuse_memory(error);
        }
        *out_schema = type;
    }
    *out_array = answers;
    return SMET_OK;
}

smet_status_t smet_score_arrow(smet_instrument_t instrument, const struct ArrowSchema *schema,
                               const struct ArrowArray *array, struct ArrowSchema *out_schema,
                               struct ArrowArray *out_array, struct smet_error *error)
{
    struct question question;
    smet_status_t status = check_call(out_array, error);
    if (status == SMET_OK)
        status = question_of_scores(instrument, &question, error);
    if (status != SMET_OK)
        return status;
    return answer_call(&question, schema, array, out_schema, out_array, error);
}

smet_status_t smet_assess_arrow(const smet_intervention_t *interventions,
                                size_t intervention_count, const struct ArrowSchema *schema,
                                const struct ArrowArray *array, struct ArrowSchema *out_schema,
                                struct ArrowArray *out_array, struct smet_error *error)
{
    struct question question;
    smet_status_t status = check_call(out_array, error);
    if (status == SMET_OK)
        status = question_of_dispositions(interventions, intervention_count, &question, error);
    if (status != SMET_OK)
        return status;
    return answer_call(&question, schema, array, out_schema, out_array, error);
}

/* --- streams ----------------------------------------------------------- */

struct stream {
    struct ArrowArrayStream input;
    struct question question;
    struct smet_arrow_plan plan;
    enum { GOOD, REFUSED, INPUT_FAILED } last; /* how the last call went */
    struct smet_error error;
};

/* What a stream says of its last call; may be NULL. */
static const char *complaint_of(struct ArrowArrayStream *stream)
{
    return stream->get_last_error == NULL ? NULL : stream->get_last_error(stream);
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
    struct stream *own = stream->private_data;
    struct ArrowSchema type;
    own->last = GOOD;
    if (!smet__arrow_answer_schema(&own->question.answers, &type)) {
        refuse_memory(&own->error);
        own->last = REFUSED;
        return ENOMEM;
    }
    *schema = type;
    return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *array)
{
    struct stream *own = stream->private_data;
    struct ArrowArray batch = {.release = NULL}, answers = {.release = NULL};
    own->last = GOOD;
    int code = own->input.get_next(&own->input, &batch);
    if (code != 0) {
        own->last = INPUT_FAILED;
        return code;
    }
    if (batch.release != NULL) {
        smet_status_t status =
            answer_array(&own->question, &own->plan, &batch, &answers, &own->error);
        batch.release(&batch);
        if (status != SMET_OK) {
            own->last = REFUSED;
            return status == SMET_ERROR_NO_MEMORY ? ENOMEM : EINVAL;
        }
    }
    *array = answers;
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream)
{
    struct stream *own = stream->private_data;
    if (own->last == INPUT_FAILED)
        return complaint_of(&own->input);
    return own->last == REFUSED ? own->error.message : NULL;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    struct stream *own = stream->private_data;
    if (own->input.release != NULL)
        own->input.release(&own->input);
    free(own);
    stream->private_data = NULL;
    stream->release = NULL;
}

static smet_status_t refuse_schema(struct ArrowArrayStream *input, struct smet_error *error)
{
    char room[SMET__QUOTE_SIZE];
    const char *text = complaint_of(input);
    if (text == NULL)
        text = "no reason given";
    return smet__refuse(error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                        "The stream gave no schema: %s.",
                        smet__quote(room, text, strlen(text)));
}

static smet_status_t plan_stream(struct ArrowArrayStream *input, struct smet_arrow_plan *plan,
                                 struct smet_error *error)
{
    struct ArrowSchema schema = {.release = NULL};
    if (input == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The input is NULL.");
    if (input->release == NULL)
        return smet__refuse(error, SMET_ERROR_WRONG_KIND, SMET_FIELD_INVALID,
                            "The stream was released.");
    if (input->get_schema(input, &schema) != 0)
        return refuse_schema(input, error);
    smet_status_t status = smet__arrow_plan(&schema, plan, error);
    if (schema.release != NULL)
        schema.release(&schema);
    return status;
}

static smet_status_t answer_stream(const struct question *question, struct ArrowArrayStream *input,
                                   struct ArrowArrayStream *output, struct smet_error *error)
{
    struct smet_arrow_plan plan;
    smet_status_t status = plan_stream(input, &plan, error);
    if (status != SMET_OK)
        return status;
    struct stream *own = calloc(1, sizeof *own);
    if (own == NULL)
        return refuse_memory(error);
    own->input = *input;
    own->question = *question;
    own->plan = plan;
    own->error.size = sizeof own->error;
    input->release = NULL;
    *output = (struct ArrowArrayStream){
        .get_schema = get_schema,
        .get_next = get_next,
        .get_last_error = get_last_error,
        .release = release_stream,
        .private_data = own,
    };
    return SMET_OK;
}

smet_status_t smet_score_arrow_stream(smet_instrument_t instrument, struct ArrowArrayStream *input,
                                      struct ArrowArrayStream *output, struct smet_error *error)
{
    struct question question;
    smet_status_t status = check_call(output, error);
    if (status == SMET_OK)
        status = question_of_scores(instrument, &question, error);
    return status == SMET_OK ? answer_stream(&question, input, output, error) : status;
}

smet_status_t smet_assess_arrow_stream(const smet_intervention_t *interventions,
                                       size_t intervention_count, struct ArrowArrayStream *input,
                                       struct ArrowArrayStream *output, struct smet_error *error)
{
    struct question question;
    smet_status_t status = check_call(output, error);
    if (status == SMET_OK)
        status = question_of_dispositions(interventions, intervention_count, &question, error);
    return status == SMET_OK ? answer_stream(&question, input, output, error) : status;
}
