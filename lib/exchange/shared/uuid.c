#include "exchange/shared/uuid.h"

#include <stdint.h>
#include <string.h>

/* --- SHA-1 (RFC 3174) ------------------------------------------------------------
 * The version asks for it, and the library may need no library but one for JSON.
 * Nothing is kept secret by it. */

enum { BLOCK = 64, DIGEST = 20 };

struct sha1 {
    uint32_t state[5];
    uint64_t length;
    uint8_t block[BLOCK];
};

static uint32_t rotate(uint32_t word, int bits)
{
    return word << bits | word >> (32 - bits);
}

static void mix(struct sha1 *sha1)
{
    uint32_t w[80], a[5];
    for (size_t i = 0; i < 16; i++)
        w[i] = (uint32_t)sha1->block[4 * i] << 24 | (uint32_t)sha1->block[4 * i + 1] << 16 |
               (uint32_t)sha1->block[4 * i + 2] << 8 | sha1->block[4 * i + 3];
    for (int i = 16; i < 80; i++)
        w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    memcpy(a, sha1->state, sizeof a);
    for (int i = 0; i < 80; i++) {
        static const uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
        uint32_t f = i < 20                         ? (a[1] & a[2]) | (~a[1] & a[3])
                     : i >= 40 && i < 60            ? (a[1] & a[2]) | (a[1] & a[3]) | (a[2] & a[3])
                                                    : a[1] ^ a[2] ^ a[3];
        uint32_t next = rotate(a[0], 5) + f + a[4] + constants[i / 20] + w[i];
        a[4] = a[3];
        a[3] = a[2];
        a[2] = rotate(a[1], 30);
        a[1] = a[0];
        a[0] = next;
    }
    for (int i = 0; i < 5; i++)
        sha1->state[i] += a[i];
}

static void take(struct sha1 *sha1, const uint8_t *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        sha1->block[sha1->length++ % BLOCK] = bytes[i];
        if (sha1->length % BLOCK == 0)
            mix(sha1);
    }
}

static void end(struct sha1 *sha1, uint8_t digest[DIGEST])
{
    uint64_t bits = sha1->length * 8;
    uint8_t size[8];
    take(sha1, (const uint8_t *)"\x80", 1);
    while (sha1->length % BLOCK != BLOCK - sizeof size)
        take(sha1, (const uint8_t *)"", 1);
    for (int i = 0; i < 8; i++)
        size[i] = (uint8_t)(bits >> (56 - 8 * i));
    take(sha1, size, sizeof size);
    for (int i = 0; i < DIGEST; i++)
        digest[i] = (uint8_t)(sha1->state[i / 4] >> (24 - 8 * (i % 4)));
}

/* --- the name --------------------------------------------------------------------- */

void smet__uuid_of(const char *name, size_t length, char uuid[SMET__UUID_ROOM])
{
    static const uint8_t namespace[16] = {0xec, 0xa3, 0x0b, 0xd4, 0x29, 0xd8, 0x48, 0x27,
                                          0x8a, 0xa3, 0x9a, 0x92, 0x3c, 0xd0, 0x34, 0x6f};
    static const char digits[] = "0123456789abcdef";
    struct sha1 sha1 = {.state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}};
    uint8_t digest[DIGEST];
    size_t at = 0;
    take(&sha1, namespace, sizeof namespace);
    take(&sha1, (const uint8_t *)name, length);
    end(&sha1, digest);
    digest[6] = (uint8_t)((digest[6] & 0x0f) | 0x50);
    digest[8] = (uint8_t)((digest[8] & 0x3f) | 0x80);
    for (int i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            uuid[at++] = '-';
        uuid[at++] = digits[digest[i] >> 4];
        uuid[at++] = digits[digest[i] & 15];
    }
    uuid[at] = '\0';
}
