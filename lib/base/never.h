/*
 * Checks of what cannot happen, such as a table that this library does not have.
 */
#ifndef SMET_BASE_NEVER_H
#define SMET_BASE_NEVER_H

/*
 * A condition that no call of the public functions makes true. It is looked at all
 * the same, in every build but that which measures coverage: there it is false, and
 * what hangs on it is not code that a test could reach. tests/trust/coverage.sh
 * counts and lists the uses; each is followed by a comment with its reason.
 */
#ifdef SMET__COVERAGE
#define SMET__NEVER(condition) ((void)(condition), 0)
#else
#define SMET__NEVER(condition) (condition)
#endif

#endif
