#!/bin/sh
# Coverage of lib/ by the test programs: lines and branches with gcov, and the uses of
# SMET__NEVER, which stand for what no test can reach. Fails below 100 %.
#
#   tests/trust/coverage.sh [BUILD]
#
# BUILD: a directory for a build of its own, kept for the next time; else one that is
# removed. Needs gcc, gcovr and what the tests need. In the environment:
#   GAPS=1      lists what is not covered
#   FILES=TEXT  only files of lib/ that have TEXT in their name
#   ONLY=WORDS  runs only these programs ("fhir cards", "" for none) and counts on from
#               the last time; the counts of a file that was compiled again begin anew
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-}
if [ -z "$build" ]; then
    build=$(mktemp -d)
    trap 'rm -rf "$build"' EXIT
fi
[ -f "$build/build.ninja" ] ||
    meson setup "$build" "$root" -Db_coverage=true -Dbuildtype=debug -Dexchange=enabled \
        -Dtests=enabled -Ddocs=disabled -Dc_args=-DSMET__COVERAGE >/dev/null
build=$(cd "$build" && pwd)

# Every test that is a program test_NAME in C, or of those the ones in $ONLY; but not that
# of threads, whose counters are not atomic. A line each: its program, with the files that
# it is given and the build makes, behind commas; and its name.
programs=$(meson introspect --tests "$build" | python3 -c '
import json, os, pathlib, sys
build, only = pathlib.Path(sys.argv[1]), os.environ.get("ONLY")
for test in json.load(sys.stdin):
    program = pathlib.Path(test["cmd"][0])
    if build / "tests" in program.parents and program.name.startswith("test_") and \
            test["name"] != "threads" and (only is None or test["name"] in only.split()):
        words = [os.path.relpath(os.path.join(build, word), build) for word in test["cmd"]]
        made = [word for word in words if "/" in word and not word.startswith("../")]
        print(",".join(made), test["name"])' "$build")
[ -n "$programs" ] || [ "${ONLY+set}" ] || { echo "$build has no test programs" >&2; exit 1; }

# What the exhaustive tests do again and again is done once without them.
if [ -n "$programs" ]; then
    targets=$(echo "$programs" | cut -d ' ' -f 1 | tr ',' '\n' | sort -u)
    # shellcheck disable=SC2086
    ninja -C "$build" $targets >"$build/coverage.log" 2>&1 || {
        cat "$build/coverage.log" >&2
        exit 1
    }
    [ "${ONLY+set}" ] || find "$build" -name '*.gcda' -delete
    echo "$programs" | cut -d ' ' -f 2- | tr '\n' '\0' | CK_EXCLUDE_TAGS=exhaustive \
        xargs -0 meson test -C "$build" --no-rebuild --timeout-multiplier 10 \
        >"$build/coverage.log" 2>&1 || {
        grep -E 'FAIL|TIMEOUT|ERROR' "$build/coverage.log" >&2 || cat "$build/coverage.log" >&2
        exit 1
    }
fi

# Some programs bring a part of lib/ that they compile in another way.
cd "$build"
others=$(find tests -name '.._*_lib_*.gcno' -exec dirname {} \; | sort -u)
# shellcheck disable=SC2086
gcovr -r "$root" --object-directory "$build" -f "$root/lib/.*${FILES:-}" \
    --exclude-unreachable-branches --exclude-throw-branches --json coverage.json \
    lib $others >gcovr.log 2>&1 || { cat gcovr.log >&2; exit 1; }
python3 "$root/tests/trust/coverage.py" coverage.json "$root"
