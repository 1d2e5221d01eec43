#define _POSIX_C_SOURCE 200809L
#include "shared/pool.h"

#include "shared/tool.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * Jobs are counted: those made, begun, done and written. Job n stands in slot n
 * modulo the number of slots; whether it is done is noted there.
 */
struct state {
    const struct pool *pool;
    size_t slots;
    pthread_mutex_t lock;
    pthread_cond_t made_one, did_one;
    uint64_t made, begun, written;
    bool is_ending;
    bool *is_done;
};

/* What a thread begins with. */
struct thread {
    struct state *state;
    void *worker;
};

static void *job_at(const struct state *state, uint64_t number)
{
    return state->pool->jobs[number % state->slots];
}

/* Works on the next job that waits; the lock is held before and after. */
static void work_once(struct state *state, void *worker)
{
    uint64_t number = state->begun++;
    pthread_mutex_unlock(&state->lock);
    state->pool->work(worker, job_at(state, number));
    pthread_mutex_lock(&state->lock);
    state->is_done[number % state->slots] = true;
    pthread_cond_signal(&state->did_one);
}

static void *run_thread(void *subject)
{
    const struct thread *thread = subject;
    struct state *state = thread->state;
    pthread_mutex_lock(&state->lock);
    while (!state->is_ending) {
        if (state->begun < state->made)
            work_once(state, thread->worker);
        else
            pthread_cond_wait(&state->made_one, &state->lock);
    }
    pthread_mutex_unlock(&state->lock);
    return NULL;
}

/* --- the calling thread ---------------------------------------------------- */

static bool is_first_done(const struct state *state)
{
    return state->written < state->begun && state->is_done[state->written % state->slots];
}

static bool make_job(struct state *state)
{
    void *job = job_at(state, state->made);
    pthread_mutex_unlock(&state->lock);
    bool is_made = state->pool->read(state->pool->subject, job);
    pthread_mutex_lock(&state->lock);
    if (is_made) {
        state->is_done[state->made++ % state->slots] = false;
        pthread_cond_signal(&state->made_one);
    }
    return is_made;
}

static bool write_job(struct state *state)
{
    void *job = job_at(state, state->written);
    pthread_mutex_unlock(&state->lock);
    bool goes_on = state->pool->write(state->pool->subject, job);
    pthread_mutex_lock(&state->lock);
    state->written++;
    return goes_on;
}

/* Does what is most urgent, with the lock held: writes, makes jobs while there is
 * room, works itself, waits for the others. */
static void run_caller(struct state *state)
{
    bool has_more = true, goes_on = true;
    while (goes_on && (has_more || state->written < state->made)) {
        if (is_first_done(state))
            goes_on = write_job(state);
        else if (has_more && state->made - state->written < state->slots)
            has_more = make_job(state);
        else if (state->begun < state->made)
            work_once(state, state->pool->workers[0]);
        else if (state->written < state->made)
            pthread_cond_wait(&state->did_one, &state->lock);
    }
    state->is_ending = true;
    pthread_cond_broadcast(&state->made_one);
}

/* Begins the other threads, as many as the system gives; returns how many. */
static size_t begin_threads(struct state *state, pthread_t *ids, struct thread *threads)
{
    sigset_t all, before;
    size_t count = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (size_t i = 1; i < state->pool->thread_count; i++) {
        threads[count] = (struct thread){state, state->pool->workers[i]};
        if (pthread_create(&ids[count], NULL, run_thread, &threads[count]) != 0)
            break;
        count++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return count;
}

void pool_run(const struct pool *pool)
{
    struct state state = {.pool = pool, .slots = pool->thread_count * POOL_JOBS_PER_THREAD};
    pthread_t *ids = tool_allocate(NULL, pool->thread_count * sizeof *ids);
    struct thread *threads = tool_allocate(NULL, pool->thread_count * sizeof *threads);
    state.is_done = tool_allocate(NULL, state.slots * sizeof *state.is_done);
    pthread_mutex_init(&state.lock, NULL);
    pthread_cond_init(&state.made_one, NULL);
    pthread_cond_init(&state.did_one, NULL);
    size_t count = begin_threads(&state, ids, threads);
    pthread_mutex_lock(&state.lock);
    run_caller(&state);
    pthread_mutex_unlock(&state.lock);
    for (size_t i = 0; i < count; i++)
        pthread_join(ids[i], NULL);
    pthread_cond_destroy(&state.did_one);
    pthread_cond_destroy(&state.made_one);
    pthread_mutex_destroy(&state.lock);
    free(state.is_done);
    free(threads);
    free(ids);
}
