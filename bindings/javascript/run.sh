#!/bin/sh
# Runs one of the tests of the JavaScript package on a copy of it in the build tree, where koffi
# is installed as packages/package-lock.json has it, and where the module of WebAssembly is
# built. Exits 77, which skips the test, where something is missing.
#
# Usage: sh bindings/javascript/run.sh native  DIRECTORY SOURCE LIBRARY VECTORS
#        sh bindings/javascript/run.sh wasm    DIRECTORY SOURCE LIBRARY VECTORS
#        sh bindings/javascript/run.sh package DIRECTORY SOURCE LIBRARY
# LIBRARY is the shared library. The package, ready for npm, is DIRECTORY/package/*.tgz, with
# the module where there is emcc.
set -eu

task=$1 directory=$2 source=$3 library=$4
here=$source/bindings/javascript

skip()
{
    echo "skipped: $1" >&2
    exit 77
}

stop()
{
    echo "$1: see $2" >&2
    tail -n 30 "$2" >&2
    exit 1
}

# What the tests share is made by one of them at a time.
lock()
{
    ! command -v flock >/dev/null || { exec 9>"$directory/lock" && flock 9; }
}

unlock()
{
    exec 9>&-
}

install_koffi()
{
    list=$here/packages/package-lock.json
    command -v npm >/dev/null || skip "there is no npm (Debian: npm)"
    lock
    if ! cmp -s "$list" "$directory/installed"; then
        rm -rf "$directory/node_modules" "$directory/installed"
        cp "$here/packages/package.json" "$list" "$directory/"
        (cd "$directory" && npm ci --no-audit --no-fund --ignore-scripts --fetch-retries=1 \
            --fetch-timeout=60000 >npm.log 2>&1) ||
            skip "npm could not install koffi: see $directory/npm.log"
        cp "$list" "$directory/installed"
    fi
    unlock
}

can_build_module()
{
    for program in emcc meson ninja; do
        command -v "$program" >/dev/null || return 1
    done
}

build_module()
{
    lock
    if [ ! -f "$directory/module/build.ninja" ]; then
        rm -rf "$directory/module"
        meson setup --cross-file "$source/tools/cross/wasm32-emscripten.txt" \
            -Dbuildtype=release -Dtests=disabled -Ddocs=disabled -Dexchange=disabled \
            "$directory/module" "$source" >"$directory/module.log" 2>&1 ||
            stop "the module could not be configured" "$directory/module.log"
    fi
    ninja -C "$directory/module" lib/sacralmet.js >"$directory/module.log" 2>&1 ||
        stop "the module could not be built" "$directory/module.log"
    unlock
}

# The package as it is published, and its tests beside it.
stage()
{
    work=$directory/$task
    rm -rf "$work"
    mkdir -p "$work/sacralmet"
    cp -R "$here/src" "$here/index.d.ts" "$here/package.json" "$here/README.md" \
        "$here/tests" "$here/vectors.mjs" "$source/lib/abi/sacralmet-api.json" "$work/sacralmet"
    cp "$source/COPYING" "$work/sacralmet/LICENSE"
}

# stage_module: Node takes the files of a folder for what the package.json above them says.
stage_module()
{
    mkdir "$work/sacralmet/wasm"
    cp "$directory/module/lib/sacralmet.js" "$directory/module/lib/sacralmet.wasm" \
        "$work/sacralmet/wasm"
    echo '{"type": "commonjs"}' >"$work/sacralmet/wasm/package.json"
}

# run_tests BACKEND LIBRARY VECTORS
run_tests()
{
    SACRALMET_BACKEND=$1 SACRALMET_LIBRARY=$2 node --test "$work"/sacralmet/tests/*.test.js \
        >"$work/tests.log" 2>&1 || stop "a test failed" "$work/tests.log"
    grep -E '^(# |ℹ )(pass|fail|skipped) ' "$work/tests.log" || :
    exec node "$work/sacralmet/vectors.mjs" "$1" "$2" "$3"
}

command -v node >/dev/null || skip "there is no node (Debian: nodejs)"
node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' ||
    skip "node is older than 18"
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
library=$(cd "$(dirname "$library")" && pwd)/$(basename "$library")

case $task in
native)
    install_koffi
    stage
    run_tests native "$library" "$5"
    ;;
wasm)
    can_build_module || skip "there is no emcc (Debian: emscripten), meson or ninja"
    build_module
    stage
    stage_module
    run_tests wasm "$work/sacralmet/wasm/sacralmet.js" "$5"
    ;;
package)
    install_koffi
    ! can_build_module || build_module
    stage
    ! can_build_module || stage_module
    exec node "$here/tests/package.mjs" "$work" "$library"
    ;;
*)
    echo "unknown task: $task" >&2
    exit 2
    ;;
esac
