/*
 * What Check asks of a platform, for all those of tools/platforms.sh. It never forks: some
 * of them cannot, and a failed check ends its test by a jump.
 */
#ifndef CHECK_CONFIG_H
#define CHECK_CONFIG_H

#define HAVE_FORK 0
#define HAVE_STDARG_H 1
#define HAVE_STDINT_H 1
#define HAVE_STDLIB_H 1
#define HAVE_SYS_TIME_H 1
#define HAVE_UNISTD_H 1
#define HAVE_DECL_STRDUP 1
#define HAVE_GETPID 1
#define HAVE_GETTIMEOFDAY 1
#define HAVE_MALLOC 1
#define HAVE_MKSTEMP 1
#define HAVE_REALLOC 1
#define HAVE_SNPRINTF 1
#define HAVE_VSNPRINTF 1

#ifdef _WIN32
/* Of timers that only a test in a process of its own would have. */
#define timer_t int
#else
#define HAVE_DECL_ALARM 1
#define HAVE_DECL_LOCALTIME_R 1
#define HAVE_DECL_STRSIGNAL 1
#define HAVE_GETLINE 1
#define HAVE_LIBRT 1
#endif

#endif
