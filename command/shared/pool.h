/*
 * Jobs that several threads work on, taken in and given out in order.
 */
#ifndef SACRALMET_TOOLS_POOL_H
#define SACRALMET_TOOLS_POOL_H

#include <stdbool.h>
#include <stddef.h>

/* No more threads than this, and no more jobs of each at a time. */
enum { POOL_THREADS_MAX = 256, POOL_JOBS_PER_THREAD = 3 };

struct pool {
    size_t thread_count;  /* the calling thread included */
    void *const *workers; /* one a thread: what it needs to work */
    void *const *jobs;    /* thread_count * POOL_JOBS_PER_THREAD of them, used in turn */
    void *subject;

    /* In the calling thread: the next job is made; false when there is none. */
    bool (*read)(void *subject, void *job);
    /* In any thread. */
    void (*work)(void *worker, void *job);
    /* In the calling thread, in the order in which they were made; false to stop. */
    bool (*write)(void *subject, void *job);
};

/* Runs until there is no job left, or one stopped. Signals come to the calling
 * thread alone. */
void pool_run(const struct pool *pool);

#endif
