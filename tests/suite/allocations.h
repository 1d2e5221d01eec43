/*
 * The allocator of a program that is linked with --wrap: the libraries' calls of malloc(),
 * calloc(), realloc() and free() come here, are counted, and may fail.
 *
 * So may those of check, in every ck_assert: where allocations are counted, expect() is used.
 */
#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

#include <stdbool.h>
#include <stddef.h>

extern size_t allocations;         /* so far; a test sets it to 0 */
extern size_t failing;             /* the number of the one that fails; 0: none */
extern bool fails_on;              /* whether all behind it fail, too */
extern size_t held;                /* blocks that were not freed yet */
extern size_t *failed_allocations; /* how many failed; a program may have it elsewhere */

/* What the linker has called in place of malloc() and free(), for who wants to hand them on. */
void *__wrap_malloc(size_t size);
void __wrap_free(void *memory);

#endif
