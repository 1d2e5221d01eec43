#!/bin/sh
# Translates the CQL to ELM and compares it with the library, over all answers that there
# can be (compare.mjs). The translator and the engine are of the npm registry; they are
# installed once, into a directory of the build tree. Exits 77, which skips the test,
# where node, npm or the packages are not to be had.
#
# Usage: sh tests/exchange/cql/run.sh CQL_DIRECTORY SCORE_LINES SACRALMET DIRECTORY [ROWS [EVERY]]
set -eu

cql=$1 score_lines=$2 sacralmet=$3 directory=$4
shift 4
here=$(cd "$(dirname "$0")" && pwd)
packages='@cqframework/cql@5.3.0 cql-execution@3.3.2 cql-exec-fhir@2.2.0'

skip()
{
    echo "skipped: $1" >&2
    exit 77
}

command -v node >/dev/null || skip "there is no node"
mkdir -p "$directory"

# Other versions are installed anew.
if [ "$(cat "$directory/installed" 2>/dev/null)" != "$packages" ]; then
    command -v npm >/dev/null || skip "there is no npm"
    rm -rf "$directory/node_modules" "$directory/installed"
    # Package names are words; they are split on purpose.
    # shellcheck disable=SC2086
    npm install --prefix "$directory" --no-save --no-package-lock --no-audit --no-fund \
        --ignore-scripts --fetch-retries=1 --fetch-timeout=60000 $packages \
        >"$directory/npm.log" 2>&1 ||
        skip "npm could not install the CQL engine: see $directory/npm.log"
    echo "$packages" >"$directory/installed"
fi

rm -rf "$directory/elm"
node "$here/translate.mjs" "$directory/node_modules" "$cql" "$directory/elm"
"$sacralmet" catalog --format json >"$directory/catalogue.json"
exec node "$here/compare.mjs" "$directory/node_modules" "$directory/elm" "$score_lines" \
    "$directory/catalogue.json" "$@"
