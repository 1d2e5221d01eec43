#!/bin/sh
# Validates answers and definitions as FHIR R4 with three validators of the npm
# registry. They are installed once, into a directory of the build tree, as
# package-lock.json has them. Exits 77, which skips the test, where node, npm or the
# packages are not to be had.
#
# Usage: sh tests/exchange/fhir/run.sh FHIR-LINES DIRECTORY PYTHON SOURCE [DIRECTORY-OF-JSON]...
set -eu

lines=$1 directory=$2 python=$3 source=$4
shift 4
here=$source/tests/exchange/fhir

skip()
{
    echo "skipped: $1" >&2
    exit 77
}

command -v node >/dev/null || skip "there is no node"
mkdir -p "$directory"

# Installed anew where the list of packages is another one.
if ! cmp -s "$here/package-lock.json" "$directory/installed"; then
    command -v npm >/dev/null || skip "there is no npm"
    rm -rf "$directory/node_modules" "$directory/installed"
    cp "$here/package.json" "$here/package-lock.json" "$directory/"
    (cd "$directory" && npm ci --no-audit --no-fund --ignore-scripts --fetch-retries=1 \
        --fetch-timeout=60000 >npm.log 2>&1) ||
        skip "npm could not install the validators: see $directory/npm.log"
    cp "$here/package-lock.json" "$directory/installed"
fi

# What is validated: the review's patients, nothing known, the cases of the clinical
# authority, and records made at random; in full, and as scores alone. And charts.
{
    echo '{}'
    for patient in "$source"/examples/patients/*.json; do
        tr '\n' ' ' <"$patient"
        echo
    done
    tr '\n' ' ' <"$here/record.json"
    echo
    "$python" "$here/cases.py" "$source/tests/data/cases.csv"
    "$python" "$source/tests/oracle/random_records.py" --count "${FHIR_RECORDS:-300}" --seed 4
} >"$directory/records"
"$lines" <"$directory/records" >"$directory/plain.jsonl"
"$lines" --patient p1 --date 2026-01-31T23:59:59.5+01:00 <"$directory/records" >"$directory/named.jsonl"
"$lines" --scores --date 2026-01 <"$directory/records" >"$directory/scores.jsonl"
{
    cat "$here/charts.jsonl"
    for chart in "$source"/examples/fhir/*.json; do
        [ ! -e "$chart" ] || tr '\n' ' ' <"$chart"
        echo
    done
} >"$directory/charts"
"$lines" --charts <"$directory/charts" >"$directory/charted.jsonl"
"$lines" --date 2026 <"$here/record.json" >"$directory/faulty.json"

# The same question is answered with the same bytes.
"$lines" <"$directory/records" | cmp - "$directory/plain.jsonl"

# Whatever else is FHIR: every file of the directories that were named.
for other in "$@"; do
    shift
    set -- "$@" "$other"/*.json
done

exec node "$here/check.mjs" "$directory" "$directory/faulty.json" \
    "$directory/charted.jsonl" "$directory/plain.jsonl" "$directory/named.jsonl" \
    "$directory/scores.jsonl" "$@"
