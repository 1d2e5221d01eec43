/*
 * What the fuzz targets share: taking an input apart, and buffers of the exact
 * size, so that a byte read or written beyond is seen.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <sacralmet/sacralmet.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is left of an input. Beyond its end there are zeros. */
struct fuzz_input {
    const uint8_t *at;
    size_t left;
};

static inline uint8_t fuzz_byte(struct fuzz_input *input)
{
    if (input->left == 0)
        return 0;
    input->left--;
    return *input->at++;
}

static inline uint32_t fuzz_word(struct fuzz_input *input)
{
    uint32_t word = 0;
    for (int i = 0; i < 4; i++)
        word = word << 8 | fuzz_byte(input);
    return word;
}

/* A number: most often a small one, -1 included, else anything. */
static inline int32_t fuzz_number(struct fuzz_input *input)
{
    uint8_t byte = fuzz_byte(input);
    return byte == 0xFF ? (int32_t)fuzz_word(input) : (int32_t)byte - 1;
}

/* An index: most often a small one. */
static inline size_t fuzz_index(struct fuzz_input *input)
{
    uint8_t byte = fuzz_byte(input);
    return byte == 0xFF ? SIZE_MAX - fuzz_byte(input) : byte;
}

/* Memory of the exact size, filled with a pattern; to be freed. */
static inline void *fuzz_memory(size_t size)
{
    void *memory = malloc(size == 0 ? 1 : size);
    if (memory == NULL)
        abort();
    return memset(memory, 0x5A, size == 0 ? 1 : size);
}

/* Up to `limit` bytes of the input as a string of the exact size; to be freed. */
static inline char *fuzz_text(struct fuzz_input *input, size_t limit)
{
    size_t length = fuzz_byte(input);
    length = length > limit ? limit : length;
    length = length > input->left ? input->left : length;
    char *text = fuzz_memory(length + 1);
    memcpy(text, input->at, length);
    text[length] = '\0';
    input->at += length;
    input->left -= length;
    return text;
}

/* What must hold, whatever the input is. */
static inline void fuzz_require(bool holds)
{
    if (!holds)
        abort();
}

/* What writes into a buffer and returns the length of the whole text. */
typedef size_t fuzz_writer(const void *subject, char *text, size_t capacity);

/*
 * Writes a text cut at `cut`, and whole: the cut one is its beginning, ends with NUL,
 * and the same length is returned. At 0 the length alone is asked for. Gives the whole
 * text, to be freed.
 */
static inline char *fuzz_write(fuzz_writer *write, const void *subject, size_t cut,
                               size_t *length)
{
    char *part = fuzz_memory(cut + 1);
    *length = cut == 0 ? write(subject, NULL, 0) : write(subject, part, cut + 1);
    char *whole = fuzz_memory(*length + 1);
    fuzz_require(write(subject, whole, *length + 1) == *length && whole[*length] == '\0');
    size_t held = cut > *length ? *length : cut;
    fuzz_require(cut == 0 || (memcmp(part, whole, held) == 0 && part[held] == '\0'));
    free(part);
    return whole;
}

#endif
