#include "base/errors.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* No struct of ours will ever be longer; a wild `size` is caught early. */
enum { LONGEST_STRUCT = 4096 };

smet_status_t smet__struct_check(const void *given, size_t known)
{
    return smet__struct_check_grown(given, known, known);
}

smet_status_t smet__struct_check_grown(const void *given, size_t first, size_t known)
{
    if (given == NULL)
        return SMET_ERROR_NULL_ARGUMENT;
    uint32_t size;
    memcpy(&size, given, sizeof size);
    if (size < first || size > LONGEST_STRUCT)
        return SMET_ERROR_STRUCT_SIZE;
    const unsigned char *bytes = given;
    for (size_t i = known; i < size; i++)
        if (bytes[i] != 0)
            return SMET_ERROR_STRUCT_TAIL;
    return SMET_OK;
}

void smet__struct_fill(void *given, const void *value, size_t known)
{
    uint32_t size;
    memcpy(&size, given, sizeof size);
    memcpy(given, value, size < known ? size : known);
    memcpy(given, &size, sizeof size);
}

smet_status_t smet__error_check(const struct smet_error *error)
{
    return error == NULL ? SMET_OK : smet__struct_check(error, sizeof *error);
}

smet_status_t smet__refuse(struct smet_error *error, smet_status_t status, smet_field_t field,
                           const char *format, ...)
{
    if (error == NULL)
        return status;
    struct smet_error filled = {.status = status, .field = field};
    va_list arguments;
    va_start(arguments, format);
    /* clang 14 does not see that va_start() has set them.
       NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized) */
    vsnprintf(filled.message, sizeof filled.message, format, arguments);
    va_end(arguments);
    smet__struct_fill(error, &filled, sizeof filled);
    return status;
}

smet_status_t smet__struct_refuse(const void *given, const char *name, size_t known,
                                  struct smet_error *error)
{
    smet_status_t status = smet__struct_check(given, known);
    if (status == SMET_OK)
        return SMET_OK;
    if (status == SMET_ERROR_NULL_ARGUMENT)
        return smet__refuse(error, status, SMET_FIELD_INVALID, "The struct %s is NULL.", name);
    if (status == SMET_ERROR_STRUCT_TAIL)
        return smet__refuse(error, status, SMET_FIELD_INVALID,
                            "The struct %s is newer than this library, and bytes that it does not "
                            "know are not zero.",
                            name);
    uint32_t size;
    memcpy(&size, given, sizeof size);
    return smet__refuse(error, status, SMET_FIELD_INVALID,
                        "The size in struct %s is %u: set it to sizeof(struct %s), %u bytes here, "
                        "and the rest to zero before the call.",
                        name, (unsigned)size, name, (unsigned)known);
}

const char *smet__quote(char room[SMET__QUOTE_SIZE], const char *text, size_t length)
{
    static const char ellipsis[] = "...";
    size_t fits = SMET__QUOTE_SIZE - sizeof ellipsis;
    size_t kept = length < fits ? length : fits;
    if (kept < length)
        while (kept > 0 && ((unsigned char)text[kept] & 0xC0) == 0x80)
            kept--;
    bool is_ascii_alone = !smet__is_utf8(text, kept);
    for (size_t i = 0; i < kept; i++) {
        unsigned char c = (unsigned char)text[i];
        bool is_printable = c >= 0x20 && c != 0x7F && (c < 0x80 || !is_ascii_alone);
        room[i] = (char)(is_printable ? c : '?');
    }
    room[kept] = '\0';
    if (kept < length)
        memcpy(room + kept, ellipsis, sizeof ellipsis);
    return room;
}

int32_t smet__is_utf8(const char *text, size_t length)
{
    const unsigned char *byte = (const unsigned char *)text;
    for (size_t i = 0; i < length;) {
        unsigned char lead = byte[i++];
        if (lead < 0x80)
            continue;
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead < 0xC2 || lead > 0xF4 || length - i < (size_t)more)
            return 0;
        /* The second byte also shuts out overlong forms, surrogates and what lies beyond
         * U+10FFFF. */
        unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        unsigned char greatest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (byte[i] < least || byte[i] > greatest)
            return 0;
        for (int k = 1; k < more; k++)
            if ((byte[i + (size_t)k] & 0xC0) != 0x80)
                return 0;
        i += (size_t)more;
    }
    return 1;
}
