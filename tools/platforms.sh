#!/bin/sh
# The library on other platforms: builds it with a cross compiler, and runs the programs of
# the suite there, through Wine, Node or qemu. One line for each; ends with 1 where one
# failed. One whose tools are not to be had is skipped, with what is missing.
#
# Usage: sh tools/platforms.sh [NAME...]     windows wasm s390x arm64 i686;
#                                            all without a name
# Builds in build-platforms/NAME/, or in $BUILD_DIR/NAME/. The module for hosts of
# WebAssembly is wasm/lib/sacralmet.js with sacralmet.wasm.
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"

directory=${BUILD_DIR:-$source/build-platforms}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
failed=0

# report NAME STATUS FIGURES
report()
{
    if [ "$2" -eq 0 ]; then verdict=good; else verdict=FAILED failed=1; fi
    echo "$1: $verdict, $3"
}

# triplet_of NAME: what the names of its compiler and of its cross file begin with.
triplet_of()
{
    case $1 in
        windows) echo x86_64-w64-mingw32 ;;
        wasm) echo wasm32-emscripten ;;
        s390x) echo s390x-linux-gnu ;;
        arm64) echo aarch64-linux-gnu ;;
        i686) echo i686-linux-gnu ;;
    esac
}

# --- Check and jansson --------------------------------------------------------

# Both come as the distribution's sources, for few platforms have them as packages, and
# into lists of their own, which leaves the machine's as they are.
fetch_sources()
{
    [ ! -f "$directory/sources/complete" ] || return 0
    rm -rf "$directory/sources"
    mkdir -p "$directory/sources/lists/partial" "$directory/sources/cache/archives/partial" \
        "$directory/sources/check" "$directory/sources/jansson"
    # shellcheck disable=SC2016
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT) $(ORIGIN)' \
        'Created-By: Packages' | sed -n -E 's/ (Debian|Ubuntu)$//p' | sort -u \
        >"$directory/sources/sources.list"
    (
        cd "$directory/sources" && own_apt_get update &&
            own_apt_get source --download-only check jansson &&
            tar xf check_*.orig.tar.* -C check --strip-components=1 &&
            tar xf jansson_*.orig.tar.* -C jansson --strip-components=1 &&
            rm -r lists cache && touch complete
    ) >"$directory/sources.log" 2>&1
}

own_apt_get()
{
    apt-get -qq -o Dir::Etc::SourceList="$PWD/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$PWD/lists" -o Dir::Cache="$PWD/cache" \
        -o APT::Sandbox::User="$(id -un)" "$@"
}

# description NAME VERSION: a file that pkg-config reads.
description()
{
    printf 'Name: %s\nDescription: %s\nVersion: %s\nCflags: -isystem %s\nLibs: -L%s -l%s -lm\n' \
        "$1" "$1" "$2" "$libraries/include" "$libraries/lib" "$1"
}

# make_libraries ARCHIVER COMPILER...: static libraries in $libraries.
make_libraries()
{
    archiver=$1
    shift
    [ ! -f "$libraries/complete" ] || return 0
    rm -rf "$libraries"
    mkdir -p "$libraries/include" "$libraries/lib/pkgconfig" "$libraries/objects/check" \
        "$libraries/objects/jansson"
    check=$directory/sources/check
    jansson=$directory/sources/jansson
    version=$(sed -n 's/^AC_INIT(\[Check\], \[\([0-9.]*\)\].*/\1/p' "$check/configure.ac")
    IFS=. read -r major minor micro <<END
$version
END
    formats='printf'
    [ "$name" != windows ] || formats='gnu_printf'
    sed -e "s/_FORMAT(printf,/_FORMAT($formats,/" \
        -e "s/@CHECK_MAJOR_VERSION@/$major/; s/@CHECK_MINOR_VERSION@/$minor/" \
        -e "s/@CHECK_MICRO_VERSION@/$micro/; s/@HAVE_FORK@/1/; s/@ENABLE_SUBUNIT@/0/" \
        "$check/src/check.h.in" >"$libraries/include/check.h"
    echo '#include <stdint.h>' >"$libraries/include/check_stdint.h"
    sed -e 's/@json_inline@/inline/; s/@json_have_[a-z_]*@/1/' \
        "$jansson/src/jansson_config.h.in" >"$libraries/include/jansson_config.h"
    cp "$jansson/src/jansson.h" "$libraries/include"
    cp "$source/tools/cross/check-config.h" "$libraries/objects/check/config.h"

    compatible='libcompat fpclassify'
    case $name in
        windows) compatible="$compatible alarm clock_gettime getline localtime_r strsignal" ;;
    esac
    # Declared without being there, or not even that.
    case $name in
        windows | wasm) compatible="$compatible timer_create timer_delete timer_settime" ;;
    esac
    files=''
    for file in $compatible; do files="$files $check/lib/$file.c"; done
    (
        # shellcheck disable=SC2086
        cd "$libraries/objects/check" &&
            "$@" -std=gnu11 -O1 -w -DHAVE_CONFIG_H -DENABLE_SUBUNIT=0 \
                -D__USE_MINGW_ANSI_STDIO=1 -I. -I"$libraries/include" -I"$check/lib" \
                -I"$check/src" -c "$check"/src/check*.c $files &&
            "$archiver" rcs "$libraries/lib/libcheck.a" ./*.o &&
            cd ../jansson && : >jansson_private_config.h &&
            "$@" -std=gnu11 -O2 -w -fPIC -DHAVE_STDINT_H=1 -DHAVE_UNISTD_H=1 \
                -DHAVE_LOCALE_H=1 -DHAVE_SYS_TYPES_H=1 -DHAVE_SYS_TIME_H=1 -DHAVE_GETPID=1 \
                -DHAVE_GETTIMEOFDAY=1 -DHAVE_SYNC_BUILTINS=1 -DHAVE_ATOMIC_BUILTINS=1 \
                -DINITIAL_HASHTABLE_ORDER=3 -D__USE_MINGW_ANSI_STDIO=1 -I. \
                -I"$libraries/include" -I"$jansson/src" -c "$jansson"/src/*.c &&
            "$archiver" rcs "$libraries/lib/libjansson.a" ./*.o
    ) >"$libraries.log" 2>&1 || { tail -n 20 "$libraries.log" >&2; return 1; }
    description check "$version" >"$libraries/lib/pkgconfig/check.pc"
    description jansson "$(sed -n 's/.*JANSSON_VERSION  *"\(.*\)"/\1/p' "$jansson/src/jansson.h")" \
        >"$libraries/lib/pkgconfig/jansson.pc"
    touch "$libraries/complete"
}

# --- building and running -----------------------------------------------------

# What is true of this machine alone stands in a cross file of its own, read after the
# platform's: where the libraries are, ccache, Debian's place of Wine.
write_machine_file()
{
    cached=''
    ! command -v ccache >/dev/null || cached="'ccache', "
    {
        echo '[binaries]'
        case $name in
            windows)
                echo "c = [$cached'$triplet-gcc']"
                echo "exe_wrapper = '$(find_wine)'"
                ;;
            wasm) echo "c = ['env', 'NODE_PATH=/usr/share/nodejs', $cached'emcc']" ;;
            *) echo "c = [$cached'$triplet-gcc']" ;;
        esac
        echo '[properties]'
        echo "pkg_config_libdir = '$libraries/lib/pkgconfig'"
    } >"$directory/$name.txt"
}

find_wine()
{
    for wine in /usr/lib/wine/wine64 wine64; do
        ! command -v "$wine" || return 0
    done
    return 1
}

# A prefix and a server of its own, which needs no display.
start_wine()
{
    HOME=$directory/wine-home WINEPREFIX=$directory/wine WINEDEBUG=-all
    WINEDLLOVERRIDES='mscoree,mshtml='
    export HOME WINEPREFIX WINEDEBUG WINEDLLOVERRIDES
    unset DISPLAY || :
    mkdir -p "$HOME"
    # A server that stays saves each program its start.
    for wineserver in /usr/lib/wine/wineserver64 wineserver; do
        if command -v "$wineserver" >/dev/null; then
            trap '"$wineserver" -k || :' EXIT
            trap 'exit 1' HUP INT TERM
            "$wineserver" -p
            break
        fi
    done
    "$(find_wine)" wineboot -i >"$directory/wine.log" 2>&1
}

# configure OPTION...: configures where that was not done, and keeps what was built.
configure()
{
    [ ! -f "$directory/$name/build.ninja" ] || return 0
    rm -rf "${directory:?}/$name"
    meson setup --cross-file "$source/tools/cross/$triplet.txt" \
        --cross-file "$directory/$name.txt" -Dbuildtype=debugoptimized -Dwerror=true \
        -Ddocs=disabled -Dtests=enabled "$@" "$directory/$name" "$source" \
        >"$directory/$name.log" 2>&1 || { tail -n 20 "$directory/$name.log" >&2; return 1; }
}

# The names of the tests that are programs of the platform, or look at what was built for
# it, apart by NUL.
tests_of()
{
    meson introspect --tests "$directory/$name" | python3 -c '
import json, sys
build, *left_out = sys.argv[1:]
for test in json.load(sys.stdin):
    is_program = test["cmd"][0].startswith(build)
    is_look = any(suite.endswith("platforms") for suite in test["suite"])
    if (is_program or is_look) and test["name"] not in left_out:
        print(test["name"], end="\0")
' "$directory/$name/" "$@"
}

# run_tests LEFT_OUT...: builds what they need, runs them, and reports. The log goes to
# NAME/meson-logs/platforms.json.
run_tests()
{
    status=0
    tests_of "$@" >"$directory/$name.tests"
    [ -s "$directory/$name.tests" ] || status=1
    [ "$status" -ne 0 ] || CK_FORK=no CK_EXCLUDE_TAGS='exhaustive long' \
        xargs -0 meson test -C "$directory/$name" --print-errorlogs --logbase platforms \
        --timeout-multiplier 10 <"$directory/$name.tests" >"$directory/$name-tests.txt" 2>&1 ||
        status=$?
    [ "$status" -eq 0 ] || tail -n 60 "$directory/$name-tests.txt" >&2
    figures=$(python3 - "$source/tools/count-tests.py" "$directory" "$name" <<'END'
import importlib.util
import json
import sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("count_tests", sys.argv[1])
count_tests = importlib.util.module_from_spec(spec)
spec.loader.exec_module(count_tests)
passed = failed = programs = 0
log = Path(sys.argv[2], sys.argv[3], "meson-logs", "platforms.json")
for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else []:
    good, bad = count_tests.count_test(json.loads(line))
    passed, failed, programs = passed + good, failed + bad, programs + 1
print(f"{passed} tests passed" + (f", {failed} failed" if failed else "") +
      f" ({programs} programs)")
END
    )
    same_vectors || { status=1; figures="$figures; other vectors than $first_vectors"; }
    report "$name" "$status" "$figures"
}

# The answers of all platforms are the same bytes.
first_vectors=''
same_vectors()
{
    vectors=$directory/$name/tests/vectors/vectors.json
    [ -f "$vectors" ] || return 0
    first_vectors=${first_vectors:-$vectors}
    cmp -s "$first_vectors" "$vectors"
}

# platform NAME
platform()
{
    name=$1
    triplet=$(triplet_of "$name")
    libraries=$directory/libraries/$name
    look build "$name"
    if [ -n "$missing" ]; then
        echo "$name: skipped, missing: $missing"
        return
    fi
    if ! fetch_sources; then
        echo "$name: skipped, the sources of Check and jansson are not to be had"
        return
    fi
    started=$(date +%s)
    rm -f "$directory/$name/meson-logs/platforms.json"
    exchange=enabled ready=yes left_out=''
    case $name in
        wasm)
            NODE_PATH=/usr/share/nodejs
            export NODE_PATH
            exchange=disabled
            make_libraries emar emcc
            ;;
        windows)
            # The command and one of the tests are written for POSIX.
            left_out='allocation fuzz-csv threads'
            make_libraries "$triplet-ar" "$triplet-gcc"
            ;;
        *)
            # An emulator takes minutes over these.
            left_out='allocation threads'
            # Threads that wait for one another hang in qemu 7.2 for 32-bit x86, in a
            # program of ten lines too.
            [ "$name" != i686 ] || left_out="$left_out fuzz-csv"
            make_libraries "$triplet-ar" "$triplet-gcc"
            ;;
    esac && write_machine_file && {
        if [ "$name" = windows ]; then start_wine; fi
    } && configure "-Dexchange=$exchange" || ready=no
    if [ "$ready" = yes ]; then
        # shellcheck disable=SC2086
        run_tests $left_out
    else
        report "$name" 1 'it was not built'
    fi
    echo "$name: $(($(date +%s) - started)) s"
}

[ $# -gt 0 ] || set -- windows wasm s390x arm64 i686
for name in "$@"; do
    [ -n "$(triplet_of "$name")" ] || stop "There is no platform called $name."
done
look build "$@"
if [ -n "$missing" ] && is_debian; then
    install_packages || echo "Not all of it could be installed." >&2
fi
has_recent_meson || stop "Missing: meson 1.0 or later."
for name in "$@"; do
    platform "$name"
done
exit $failed
