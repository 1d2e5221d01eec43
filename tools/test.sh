#!/bin/sh
# Installs what is missing (Debian and Ubuntu), builds, assesses the review's
# three patients, and runs every test: as it is, under AddressSanitizer and
# UndefinedBehaviorSanitizer, the C programs under valgrind, the suite on other
# platforms (tools/platforms.sh), and each fuzz target for some seconds
# (tools/fuzz.sh). Warnings are errors. The last line counts what passed and what
# failed.
#
# Usage: sh tools/test.sh        builds in build-test/, or in $BUILD_DIR
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"
# shellcheck source=tools/lib-suite.sh
. "$(dirname "$0")/lib-suite.sh"

directory=${BUILD_DIR:-$source/build-test}
set_up "$directory" build tests
wish abi bindings
common='-Dbuildtype=debugoptimized -Dexchange=enabled -Dtests=enabled'

# stage NAME COMMAND...: runs it, and notes how it ended. A stage that fails
# does not stop the others.
stages=''
stage()
{
    stage_name=$1
    shift
    echo "--- $stage_name"
    stage_start=$(date +%s)
    stage_status=0
    "$@" || stage_status=$?
    stages="$stages $stage_name=$stage_status"
    echo "--- $stage_name: $(($(date +%s) - stage_start)) s"
}

# run_tests DIR NAME ARGUMENT...: the log goes to DIR/meson-logs/NAME.json.
run_tests()
{
    run_dir=$1 run_name=$2
    shift 2
    meson test -C "$run_dir" --no-rebuild --print-errorlogs --logbase "$run_name" "$@"
}

demo() { BUILD_DIR=$directory/demo sh "$source/tools/demo.sh"; }

plain()
{
    # shellcheck disable=SC2086
    build "$directory/plain" $common -Dwerror=true -Ddocs=enabled || return
    run_tests "$directory/plain" plain
}

sanitized()
{
    # What the sanitizers weave into the code sets off warnings of its own, so
    # these are no errors here. The documentation is the same, and so is what
    # other engines say of the answers: left out.
    # shellcheck disable=SC2086
    build "$directory/sanitized" $common -Ddocs=disabled \
        -Db_sanitize=address,undefined -Dc_args=-fno-sanitize-recover=all || return
    ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1 \
        UBSAN_OPTIONS=print_stacktrace=1 CK_FORK=no CK_EXCLUDE_TAGS=long \
        run_tests "$directory/sanitized" sanitized --no-suite engines --timeout-multiplier 4
}

valgrind_memcheck() { run_under_valgrind "$directory/plain" --print-errorlogs; }

platforms() { BUILD_DIR=$directory sh "$source/tools/platforms.sh"; }

fuzz() { BUILD_DIR=$directory/fuzz sh "$source/tools/fuzz.sh" 10; }

stage demo demo
stage plain plain
stage sanitized sanitized
stage valgrind valgrind_memcheck
stage platforms platforms
stage fuzz fuzz

# The names and statuses are words.
# shellcheck disable=SC2086
exec python3 "$source/tools/count-tests.py" "$directory" $stages
