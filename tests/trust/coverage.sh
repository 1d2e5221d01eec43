#!/bin/sh
# Coverage of lib/ by the test programs: lines and branches with gcov, and the uses of
# SMET__NEVER, which stand for what no test can reach. Fails below 100 %.
#
#   tests/trust/coverage.sh [BUILD]
#
# BUILD: a directory for a build of its own, kept for the next time; else one that is
# removed. Needs gcc, gcovr and what the tests need. GAPS=1 lists what is not covered.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-}
if [ -z "$build" ]; then
    build=$(mktemp -d)
    trap 'rm -rf "$build"' EXIT
fi
[ -f "$build/build.ninja" ] ||
    meson setup "$build" "$root" -Db_coverage=true -Dbuildtype=debug -Dexchange=enabled \
        -Dtests=enabled -Dc_args=-DSMET__COVERAGE >/dev/null

# The programs in C, but not those of threads, whose counters are not atomic. What
# the exhaustive tests do again and again is done once without them.
programs="allocation arrow arrow_memory arrow_refused cards cases catalogue chart
    chart_input chart_memory check_columns columns coverage definitions exchange fhir kernels
    memory narrowing parse pathway properties record score score_exhaustive status structs"
ninja -C "$build" >/dev/null
find "$build" -name '*.gcda' -delete
# shellcheck disable=SC2086
CK_EXCLUDE_TAGS=exhaustive meson test -C "$build" --no-rebuild --timeout-multiplier 10 \
    $programs >"$build/coverage.log" 2>&1 || {
    grep -E 'FAIL|TIMEOUT|ERROR' "$build/coverage.log" >&2
    exit 1
}

cd "$build"
gcovr -r "$root" --object-directory "$build" -f "$root/lib/" --exclude-unreachable-branches \
    --exclude-throw-branches --json coverage.json lib >gcovr.log 2>&1
python3 "$root/tests/trust/coverage.py" coverage.json "$root"
