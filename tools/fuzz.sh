#!/bin/sh
# Builds the fuzz targets with clang, libFuzzer, AddressSanitizer and
# UndefinedBehaviorSanitizer, and runs each for some seconds, two at once. What it
# learns stays in the build directory and is where the next run goes on; the first one
# begins with tests/fuzz/seeds/. One line for each target; ends with 1 where something
# was found, with the path of the input.
#
# Usage: sh tools/fuzz.sh [--record] [SECONDS [TARGET...]]
#
# SECONDS is 20 without a number; TARGET is one of tests/fuzz/fuzz_TARGET.c, all
# without a name. --record adds the run to doc/testing.jsonl and makes doc/testing.md
# anew. Builds in build-fuzz/, or in $BUILD_DIR; $JOBS targets at once.
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"

record=no
if [ "${1-}" = --record ]; then
    record=yes
    shift
fi
seconds=${1:-20}
[ $# -eq 0 ] || shift
case $seconds in
    '' | *[!0-9]* | 0) stop "Usage: sh tools/fuzz.sh [--record] [SECONDS [TARGET...]]" ;;
esac
# shellcheck disable=SC2046,SC2012
[ $# -gt 0 ] || set -- $(cd "$source/tests/fuzz" && ls fuzz_*.c | sed 's/^fuzz_//; s/\.c$//')
for target in "$@"; do
    [ -f "$source/tests/fuzz/fuzz_$target.c" ] || stop "There is no fuzz target called $target."
done

directory=${BUILD_DIR:-$source/build-fuzz}
set_up "$directory" build tests fuzzing
programs=$directory/fuzz
# Configured once and kept: only what changed is compiled again.
mkdir -p "$directory"
{
    [ -f "$programs/build.ninja" ] ||
        CC=clang meson setup "$programs" "$source" -Dbuildtype=debugoptimized -Dfuzzing=true \
            -Db_sanitize=address,undefined -Db_lundef=false \
            -Dc_args=-fno-sanitize-recover=all -Dexchange=enabled -Dtests=enabled -Ddocs=disabled
    # shellcheck disable=SC2046
    meson compile -C "$programs" $(printf 'fuzz-%s ' "$@")
} >"$directory/fuzz.log" 2>&1 || {
    tail -n 40 "$directory/fuzz.log" >&2
    stop "The build in $programs failed."
}

python3 "$source/tests/fuzz/run.py" --seconds "$seconds" --jobs "${JOBS:-2}" \
    --seeds "$source/tests/fuzz/seeds" --lines "$directory/fuzz.jsonl" \
    "$programs/tests/fuzz" "$directory" "$@" || status=$?
if [ "$record" = yes ]; then
    python3 "$source/tests/trust/page.py" --add "$directory/fuzz.jsonl" \
        "$source/doc/testing.jsonl" "$source/doc/testing.md"
    echo "Written: doc/testing.jsonl, doc/testing.md"
fi
exit "${status:-0}"
