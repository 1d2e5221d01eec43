#!/bin/sh
# The long proofs, beside those that tools/test.sh runs: threads under
# ThreadSanitizer, the C programs of the suite under valgrind, static analysis, the
# whole suite in a locale with a decimal comma, two builds with the same bytes, and
# hostile input, coverage. One line of figures for each; ends with 1 where one failed.
#
# Usage: sh tools/trust.sh [--record] [NAME...]
#
# NAME: threads memory static locale reproducible hostile answers narrowing coverage;
# these all without a name. `answers` proves and compares as the suite does, for its
# figures, `narrowing` compares millions of random steps where the suite takes
# thousands, and `mutation`, which takes hours, runs by name only. --record puts the
# figures into doc/testing.jsonl and makes doc/testing.md anew. Builds in build-trust/,
# or in $BUILD_DIR; $JOBS mutants at once.
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"
# shellcheck source=tools/lib-suite.sh
. "$(dirname "$0")/lib-suite.sh"

record=no
if [ "${1-}" = --record ]; then
    record=yes
    shift
fi
[ $# -gt 0 ] || set -- threads memory static locale reproducible hostile answers narrowing coverage
for name in "$@"; do
    case $name in
        threads | memory | static | locale | reproducible | hostile | answers | narrowing | \
            coverage | mutation) ;;
        *) stop "There is no proof called $name." ;;
    esac
done

directory=${BUILD_DIR:-$source/build-trust}
set_up "$directory" build tests trust
mkdir -p "$directory"
common='-Dbuildtype=debugoptimized -Dexchange=enabled -Dtests=enabled -Ddocs=disabled'
trust=$source/tests/trust
failed=0
: >"$directory/figures.jsonl"

# figures KIND FILE: what FILE says, for doc/testing.md.
figures()
{
    [ "$record" = no ] || python3 "$trust/figures.py" "$1" "$2" >>"$directory/figures.jsonl" ||
        failed=1
}

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

# What a run of Meson's tests counted: its last lines, in one.
summary_of() { grep -E '^(Ok|Fail|Skipped|Timeout):' "$1" | tr -s ' \n' ' '; }

# A table of so many rows, some of them refused, for the command's own threads.
table()
{
    awk -v rows="$1" 'BEGIN {
        print "id,lesion_level,pain,karnofsky,ecog,extraspinal_bone_metastases"
        for (i = 0; i < rows; i++)
            printf "%d,S%d,%s,%s,%d,%d\n", i, i % 5 + 1, i % 1000 == 999 ? "burning" : i % 3 ? "mechanical" : "none",
                i % 7 ? "40..70" : "", i % 5, i % 4
    }'
}

threads()
{
    # Only what is run: the rest would take as long again to build.
    threads=$directory/threads
    # shellcheck disable=SC2086
    { { [ -f "$threads/build.ninja" ] ||
        meson setup "$threads" "$source" $common -Db_sanitize=thread; } &&
        meson compile -C "$threads" tests/library/test_threads command/sacralmet; } >"$threads.log" 2>&1 || {
        tail -n 40 "$threads.log" >&2
        stop "The build in $threads failed."
    }
    status=0
    export TSAN_OPTIONS=halt_on_error=0:exitcode=66
    CK_FORK=no "$threads/tests/library/test_threads" >"$directory/threads.txt" 2>&1 || status=$?
    table 60000 >"$directory/table.csv"
    for command in 'batch --dispositions' summary; do
        for count in 1 4; do
            # shellcheck disable=SC2086
            "$threads/command/sacralmet" $command --threads $count \
                --block-size 65536 "$directory/table.csv" >"$directory/table.$count" 2>>"$directory/threads.txt" ||
                [ $? -eq 1 ] || status=1
        done
        cmp "$directory/table.1" "$directory/table.4" >>"$directory/threads.txt" 2>&1 || status=1
        [ -s "$directory/table.4" ] || status=1
    done
    unset TSAN_OPTIONS
    warnings=$(grep -c 'WARNING: ThreadSanitizer' "$directory/threads.txt" || :)
    [ "$warnings" -eq 0 ] || status=1
    report threads "$status" "$warnings warnings of ThreadSanitizer; $(grep '^[0-9]*%' "$directory/threads.txt" || :)"
    figures threads "$directory/threads.txt"
}

# MemorySanitizer would want jansson and Check built with it too: what they write is
# taken for uninitialized otherwise. valgrind watches them as they are.
memory()
{
    plain
    status=0
    run_under_valgrind "$plain_build" >"$directory/memory.txt" 2>&1 || status=$?
    report memory "$status" "under valgrind: $(summary_of "$directory/memory.txt")"
    figures memory "$directory/memory.txt"
}

static()
{
    plain
    status=0
    sh "$trust/check-static.sh" "$source" "$plain_build" >"$directory/static.txt" 2>&1 || status=$?
    report static "$status" "$(grep -E '^(clang-tidy|cppcheck|analyzer): ' "$directory/static.txt" | tr '\n' ';')"
    figures static "$directory/static.txt"
}

locale()
{
    plain
    status=0
    meson test -C "$plain_build" --no-rebuild locale >"$directory/locale.txt" 2>&1 || status=$?
    locales=$plain_build/tests/trust/locale/locales
    (
        export LOCPATH="$locales" LC_ALL=de_DE.UTF-8 LD_PRELOAD="$plain_build/tests/trust/comma_locale.so"
        run_compiled "$plain_build" comma
    ) >"$directory/comma.txt" 2>&1 || status=$?
    report locale "$status" "with a comma: $(summary_of "$directory/comma.txt")"
    figures locale "$directory/comma.txt"
}

reproducible()
{
    status=0
    sh "$trust/check-reproducible.sh" "$source" "$directory/reproducible" \
        >"$directory/reproducible.txt" 2>&1 || status=$?
    report reproducible "$status" "$(tail -n 1 "$directory/reproducible.txt")"
    figures reproducible "$directory/reproducible.txt"
}

hostile()
{
    plain
    status=0
    python3 "$trust/test_hostile.py" "$plain_build/command/sacralmet" \
        >"$directory/hostile.txt" 2>&1 || status=$?
    most=$(grep -o '[0-9]* MiB' "$directory/hostile.txt" | sort -n | tail -n 1)
    report hostile "$status" "$(tail -n 1 "$directory/hostile.txt"), at most $most"
    figures hostile "$directory/hostile.txt"
}

# Proofs, enumeration, the oracle, other engines, failing allocations: tests of the suite.
answers()
{
    plain
    status=0
    meson test -C "$plain_build" --no-rebuild --logbase answers proofs score_exhaustive \
        'comparison with the oracle' cql fhir-validators allocation \
        >"$directory/answers.txt" 2>&1 || status=$?
    report answers "$status" "$(summary_of "$directory/answers.txt")"
    figures tests "$plain_build/meson-logs/answers.json"
}

narrowing()
{
    plain
    status=0
    CK_FORK=no "$plain_build/tests/pathway/test_narrowing" 200000 >"$directory/narrowing.txt" 2>&1 || status=$?
    report narrowing "$status" "$(grep ' compared$' "$directory/narrowing.txt" | tr '\n' ';')"
    figures narrowing "$directory/narrowing.txt"
}

coverage()
{
    status=0
    sh "$trust/coverage.sh" "$directory/coverage" >"$directory/coverage.txt" 2>&1 || status=$?
    report coverage "$status" "$(grep '^lines ' "$directory/coverage.txt" || :)"
    figures coverage "$directory/coverage.txt"
}

mutation()
{
    status=0
    python3 "$source/tests/mutation/mutate.py" "$source" --work "$directory/mutation" \
        --jobs "${JOBS:-$(nproc)}" >"$directory/mutation.txt" || status=$?
    report mutation "$status" "$(grep ' without a reason$' "$directory/mutation.txt" | tr '\n' ';')"
    figures mutation "$directory/mutation.txt"
}

for name in "$@"; do
    "$name"
done
if [ "$record" = yes ]; then
    python3 "$trust/page.py" --add "$directory/figures.jsonl" "$source/doc/testing.jsonl" \
        "$source/doc/testing.md"
    echo "Written: doc/testing.jsonl, doc/testing.md"
fi
exit $failed
