#!/bin/sh
# The long proofs, beside those that tools/test.sh runs: threads under
# ThreadSanitizer, the C programs of the suite under valgrind, static analysis, the
# whole suite in a locale with a decimal comma, two builds with the same bytes, and
# hostile input. One line of figures for each; ends with 1 where one failed.
#
# Usage: sh tools/trust.sh [NAME...]     threads memory static locale reproducible
#                                        hostile; all without a name
# Builds in build-trust/, or in $BUILD_DIR.
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"

directory=${BUILD_DIR:-$source/build-trust}
set_up "$directory" build tests trust
common='-Dbuildtype=debugoptimized -Dexchange=enabled -Dtests=enabled -Ddocs=disabled'
trust=$source/tests/trust
failed=0

# report NAME STATUS FIGURES
report()
{
    if [ "$2" -eq 0 ]; then verdict=good; else verdict=FAILED failed=1; fi
    echo "$1: $verdict, $3"
}

plain_build=''
plain()
{
    [ -n "$plain_build" ] && return
    # shellcheck disable=SC2086
    build "$directory/plain" $common -Dwerror=true
    plain_build=$directory/plain
}

# The names of the tests that are programs of ours, apart by NUL.
compiled_tests()
{
    meson introspect --tests "$plain_build" | python3 -c '
import json, sys
for test in json.load(sys.stdin):
    with open(test["cmd"][0], "rb") as program:
        if test["cmd"][0].startswith(sys.argv[1]) and program.read(4) == b"\x7fELF":
            print(test["name"], end="\0")
' "$plain_build/"
}

# What a run of Meson's tests counted: its last lines, in one.
summary_of() { grep -E '^(Ok|Fail|Skipped|Timeout):' "$1" | tr -s ' \n' ' '; }

threads()
{
    # shellcheck disable=SC2086
    build "$directory/threads" $common -Db_sanitize=thread
    status=0
    CK_FORK=no TSAN_OPTIONS=halt_on_error=0:exitcode=66 \
        "$directory/threads/tests/test_threads" >"$directory/threads.txt" 2>&1 || status=$?
    warnings=$(grep -c 'WARNING: ThreadSanitizer' "$directory/threads.txt" || :)
    report threads "$status" "$warnings warnings of ThreadSanitizer; $(grep '^[0-9]*%' "$directory/threads.txt" || :)"
}

# MemorySanitizer would want jansson and Check built with it too: what they write is
# taken for uninitialized otherwise. valgrind watches them as they are.
memory()
{
    plain
    status=0
    compiled_tests | CK_FORK=no CK_EXCLUDE_TAGS=exhaustive xargs -0 meson test -C "$plain_build" \
        --no-rebuild --logbase valgrind --timeout-multiplier 60 \
        --wrap 'valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible' \
        >"$directory/memory.txt" 2>&1 || status=$?
    report memory "$status" "under valgrind: $(summary_of "$directory/memory.txt")"
}

static()
{
    plain
    status=0
    sh "$trust/check-static.sh" "$source" "$plain_build" >"$directory/static.txt" 2>&1 || status=$?
    report static "$status" "$(grep -E '^(clang-tidy|cppcheck|analyzer): ' "$directory/static.txt" | tr '\n' ';')"
}

locale()
{
    plain
    status=0
    meson test -C "$plain_build" --no-rebuild locale >"$directory/locale.txt" 2>&1 || status=$?
    locales=$plain_build/tests/locale/locales
    compiled_tests | LOCPATH=$locales LC_ALL=de_DE.UTF-8 \
        LD_PRELOAD=$plain_build/tests/comma_locale.so \
        xargs -0 meson test -C "$plain_build" --no-rebuild --logbase comma \
        >"$directory/comma.txt" 2>&1 || status=$?
    report locale "$status" "with a comma: $(summary_of "$directory/comma.txt")"
}

reproducible()
{
    status=0
    sh "$trust/check-reproducible.sh" "$source" "$directory/reproducible" \
        >"$directory/reproducible.txt" 2>&1 || status=$?
    report reproducible "$status" "$(tail -n 1 "$directory/reproducible.txt")"
}

hostile()
{
    plain
    status=0
    python3 "$trust/test_hostile.py" "$plain_build/tools/sacralmet" \
        >"$directory/hostile.txt" 2>&1 || status=$?
    most=$(grep -o '[0-9]* MiB' "$directory/hostile.txt" | sort -n | tail -n 1)
    report hostile "$status" "$(tail -n 1 "$directory/hostile.txt"), at most $most"
}

[ $# -gt 0 ] || set -- threads memory static locale reproducible hostile
for name in "$@"; do
    case $name in
        threads | memory | static | locale | reproducible | hostile) "$name" ;;
        *) stop "There is no proof called $name." ;;
    esac
done
exit $failed
