/*
 * Arrow's arrays and streams: the public calls.
 */
#include "cohort/arrow_input.h"
#include "cohort/arrow_output.h"
#include "core/errors.h"
#include "score/score.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

static struct smet_score_arrays arrays_at(const struct smet_score_arrays *arrays, size_t row)
{
    struct smet_score_arrays at = *arrays;
    at.minimum += row;
    at.maximum += row;
    at.bands += row;
    at.status += row;
    return at;
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

static smet_status_t score_rows(smet_instrument_t instrument, const struct smet_arrow_input *input,
                                const struct smet_score_arrays *arrays, struct smet_error *error)
{
    struct smet_column columns[SMET__COLUMNS_MAX];
    const struct smet_column *list[SMET__COLUMNS_MAX];
    struct converted converted;
    size_t step = step_of(input);
    for (size_t first = 0; first < input->rows; first += step) {
        size_t left = input->rows - first, count = left < step ? left : step;
        const struct smet_score_arrays at = arrays_at(arrays, first);
        for (size_t c = 0; c < input->count; c++) {
            list[c] = &columns[c];
            if (!smet__arrow_in_place(input, c, first, &columns[c]))
                convert(input, c, first, count, converted.codes[c], &columns[c]);
        }
        smet_status_t status =
            smet_score_columns(instrument, list, input->count, count, &at, error);
        if (status != SMET_OK)
            return status;
    }
    return SMET_OK;
}

static smet_status_t refuse_memory(struct smet_error *error)
{
    return smet__refuse(error, SMET_ERROR_NO_MEMORY, SMET_FIELD_INVALID,
                        "The system gave no memory.");
}

/* Scores an array whose schema was read. */
static smet_status_t score_array(smet_instrument_t instrument, const struct smet_arrow_plan *plan,
                                 const struct ArrowArray *array, struct ArrowArray *output,
                                 struct smet_error *error)
{
    struct smet_arrow_input input;
    struct smet_score_arrays arrays;
    struct ArrowArray answers;
    smet_status_t status = smet__arrow_bind(plan, array, &input, error);
    if (status != SMET_OK)
        return status;
    if (!smet__arrow_answer_array(input.rows, &answers, &arrays)) {
        smet__arrow_unbind(&input);
        return refuse_memory(error);
    }
    status = score_rows(instrument, &input, &arrays, error);
    smet__arrow_unbind(&input);
    if (status != SMET_OK) {
        answers.release(&answers);
        return status;
    }
    smet__arrow_answer_finish(&answers);
    *output = answers;
    return SMET_OK;
}

static smet_status_t check_call(smet_instrument_t instrument, const void *output,
                                struct smet_error *error)
{
    smet_status_t status = smet__error_check(error);
    if (status != SMET_OK)
        return status;
    if (output == NULL)
        return smet__refuse(error, SMET_ERROR_NULL_ARGUMENT, SMET_FIELD_INVALID,
                            "The output is NULL.");
    if (!smet__is_instrument(instrument))
        return smet__refuse(error, SMET_ERROR_UNKNOWN_TERM, SMET_FIELD_INVALID,
                            "There is no instrument with number %d.", (int)instrument);
    return SMET_OK;
}

smet_status_t smet_score_arrow(smet_instrument_t instrument, const struct ArrowSchema *schema,
                               const struct ArrowArray *array, struct ArrowSchema *out_schema,
                               struct ArrowArray *out_array, struct smet_error *error)
{
    struct smet_arrow_plan plan;
    struct ArrowSchema type;
    struct ArrowArray answers;
    smet_status_t status = check_call(instrument, out_array, error);
    if (status == SMET_OK)
        status = smet__arrow_plan(schema, &plan, error);
    if (status == SMET_OK)
        status = score_array(instrument, &plan, array, &answers, error);
    if (status != SMET_OK)
        return status;
    if (out_schema != NULL) {
        if (!smet__arrow_answer_schema(instrument, &type)) {
            answers.release(&answers);
            return refuse_memory(error);
        }
        *out_schema = type;
    }
    *out_array = answers;
    return SMET_OK;
}

/* --- streams ----------------------------------------------------------- */

struct stream {
    struct ArrowArrayStream input;
    smet_instrument_t instrument;
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
    if (!smet__arrow_answer_schema(own->instrument, &type)) {
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
            score_array(own->instrument, &own->plan, &batch, &answers, &own->error);
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

smet_status_t smet_score_arrow_stream(smet_instrument_t instrument, struct ArrowArrayStream *input,
                                      struct ArrowArrayStream *output, struct smet_error *error)
{
    struct smet_arrow_plan plan;
    smet_status_t status = check_call(instrument, output, error);
    if (status == SMET_OK)
        status = plan_stream(input, &plan, error);
    if (status != SMET_OK)
        return status;
    struct stream *own = calloc(1, sizeof *own);
    if (own == NULL)
        return refuse_memory(error);
    own->input = *input;
    own->instrument = instrument;
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
