#include "shared/utf8.h"

#include <stdint.h>
#include <string.h>

/* The length of the code point that a byte begins; 0 for a byte that begins none. */
static size_t length_by_first(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* Whether a byte may follow at a place: no overlong forms, no surrogates, nothing
 * above U+10FFFF. */
static int may_follow(unsigned char first, size_t place, unsigned char byte)
{
    unsigned char least = 0x80, most = 0xBF;
    if (place == 1) {
        if (first == 0xE0)
            least = 0xA0;
        else if (first == 0xF0)
            least = 0x90;
        else if (first == 0xED)
            most = 0x9F;
        else if (first == 0xF4)
            most = 0x8F;
    }
    return byte >= least && byte <= most;
}

/* How many bytes from the start can be one code point. */
static size_t good_bytes(const unsigned char *bytes, size_t length, size_t whole)
{
    size_t good = 1;
    while (good < whole && good < length && may_follow(bytes[0], good, bytes[good]))
        good++;
    return good;
}

size_t utf8_valid(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    while (at < length) {
        uint64_t eight;
        if (length - at >= sizeof eight) {
            memcpy(&eight, bytes + at, sizeof eight);
            if ((eight & UINT64_C(0x8080808080808080)) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        size_t whole = length_by_first(bytes[at]);
        if (whole == 0 || good_bytes(bytes + at, length - at, whole) != whole)
            break;
        at += whole;
    }
    return at;
}

int utf8_may_go_on(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t whole = length == 0 ? 1 : length_by_first(bytes[0]);
    return whole > length && (length == 0 || good_bytes(bytes, length, whole) == length);
}
