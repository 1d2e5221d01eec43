#!/bin/sh
# Runs the round trip with DuckDB's library, as the npm registry has it. It is
# installed once, into a directory of the build tree. Exits 77, which skips the
# test, where npm or the package is not to be had.
#
# Usage: sh tests/cohort/arrow/run.sh PROGRAM DIRECTORY [ROWS]
set -eu

program=$1 directory=$2
shift 2
version=1.5.6-r.1

skip()
{
    echo "skipped: $1" >&2
    exit 77
}

case $(uname -s)-$(uname -m) in
Linux-x86_64) package=@duckdb/node-bindings-linux-x64 ;;
Linux-aarch64) package=@duckdb/node-bindings-linux-arm64 ;;
*) skip "no package of DuckDB is known for this machine" ;;
esac

# A directory that carries the version: another one is installed anew.
target=$directory/duckdb-$version
library=$target/node_modules/$package/libduckdb.so
if [ ! -e "$library" ]; then
    command -v npm >/dev/null || skip "there is no npm"
    mkdir -p "$target"
    npm install --prefix "$target" --no-save --no-package-lock --no-audit --no-fund \
        --ignore-scripts --fetch-retries=1 --fetch-timeout=60000 "$package@$version" >"$target/npm.log" 2>&1 ||
        skip "npm could not install $package: see $target/npm.log"
    [ -e "$library" ] || skip "$package has no libduckdb.so"
fi

exec "$program" "$library" "$@"
