#include "allocations.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

size_t allocations, failing, held;
bool fails_on;
static size_t failed_here;
size_t *failed_allocations = &failed_here;

static bool fails(void)
{
    allocations++;
    *failed_allocations += allocations == failing;
    return failing > 0 && (allocations == failing || (fails_on && allocations > failing));
}

static void *hold(void *memory)
{
    held += memory != NULL;
    return memory;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : hold(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : hold(__real_calloc(count, size));
}

void *__wrap_realloc(void *memory, size_t size)
{
    void *moved = fails() ? NULL : __real_realloc(memory, size);
    held += memory == NULL && moved != NULL;
    return moved;
}

void __wrap_free(void *memory)
{
    held -= memory != NULL;
    __real_free(memory);
}
