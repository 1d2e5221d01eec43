# shellcheck shell=sh
# What test.sh and trust.sh share: the tests of a build that are programs of ours, as
# they are and under valgrind. Sourced, not run.

# compiled_tests BUILD: their names, apart by NUL. An interpreter is no program of ours:
# under valgrind it would be the interpreter that is tested.
compiled_tests()
{
    meson introspect --tests "$1" | python3 -c '
import json, sys
for test in json.load(sys.stdin):
    with open(test["cmd"][0], "rb") as program:
        if test["cmd"][0].startswith(sys.argv[1]) and program.read(4) == b"\x7fELF":
            print(test["name"], end="\0")
' "$1/"
}

# run_compiled BUILD LOG ARGUMENT...: runs them; Meson's log is LOG.json.
run_compiled()
{
    compiled_build=$1 compiled_log=$2
    shift 2
    compiled_tests "$compiled_build" >"$compiled_build/compiled-tests" &&
        [ -s "$compiled_build/compiled-tests" ] || return
    xargs -0 meson test -C "$compiled_build" --no-rebuild --logbase "$compiled_log" "$@" \
        <"$compiled_build/compiled-tests"
}

# run_under_valgrind BUILD ARGUMENT...
#
# In one process, so that what leaks is told apart from what the fork holds. Cases tagged
# "exhaustive" take the same paths again and again; those tagged "allocation" count the
# blocks that are held themselves, under a sanitizer.
run_under_valgrind()
{
    valgrind_build=$1
    shift
    (
        export CK_FORK=no CK_EXCLUDE_TAGS='exhaustive allocation'
        run_compiled "$valgrind_build" valgrind --timeout-multiplier 60 \
            --wrap 'valgrind --quiet --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible' \
            "$@"
    )
}
