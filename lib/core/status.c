#include "core/status.h"

#include <stddef.h>

#define STATUS(name, text) {name, #name, text}

const struct smet__status_row smet__statuses[] = {
    STATUS(SMET_OK, "Done."),
    STATUS(SMET_ERROR_NULL_ARGUMENT, "NULL was given where an object is needed."),
    STATUS(SMET_ERROR_STRUCT_SIZE,
           "The size in a struct is none that this library can serve: set it to sizeof the struct "
           "before the call, and the rest of the struct to zero."),
    STATUS(SMET_ERROR_STRUCT_TAIL,
           "A struct is newer than this library, and bytes that it does not know are not zero."),
    STATUS(SMET_ERROR_UNKNOWN_FIELD, "There is no such field."),
    STATUS(SMET_ERROR_UNKNOWN_OPTION, "The field has no such option."),
    STATUS(SMET_ERROR_OUT_OF_RANGE,
           "The integer is out of the field's bounds, or not a multiple of its step."),
    STATUS(SMET_ERROR_REVERSED_RANGE, "The lower bound of a range is above the upper one."),
    STATUS(SMET_ERROR_EMPTY_SET, "A set of possible values has no member."),
    STATUS(SMET_ERROR_CONTRADICTION,
           "Nothing would be left of the values that are still possible."),
    STATUS(SMET_ERROR_WRONG_KIND, "The field cannot take this kind of value."),
    STATUS(SMET_ERROR_UNKNOWN_TERM,
           "There is no such instrument, intervention, rule or other term."),
    STATUS(SMET_ERROR_NO_MEMORY, "There is no memory."),
    STATUS(SMET_ERROR_SYNTAX, "The text does not follow its grammar."),
    STATUS(SMET_ERROR_DUPLICATE, "A key stands twice."),
    STATUS(SMET_ERROR_ENCODING, "The text is not UTF-8."),
    STATUS(SMET_ERROR_TOO_LARGE, "The text is too long."),
    STATUS(SMET_ERROR_INDEX, "The index is at or beyond the count."),
};

const size_t smet__status_count = sizeof smet__statuses / sizeof smet__statuses[0];

static const struct smet__status_row *row_of(smet_status_t status)
{
    for (size_t i = 0; i < smet__status_count; i++)
        if (smet__statuses[i].status == status)
            return &smet__statuses[i];
    return NULL;
}

const char *smet_status_name(smet_status_t status)
{
    const struct smet__status_row *row = row_of(status);
    return row == NULL ? NULL : row->name;
}

const char *smet_status_text(smet_status_t status)
{
    const struct smet__status_row *row = row_of(status);
    return row == NULL ? NULL : row->text;
}
