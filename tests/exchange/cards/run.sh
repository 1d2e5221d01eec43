#!/bin/sh
# Checks the cards of the review's three patients, of the cases, of records made at random
# and of the empty record, with and without recommendations, against the schema of a CDS
# Hooks response. ajv comes from the npm registry, once, into a directory of the build tree.
# Exits 77, which skips the test, where npm or ajv is not to be had.
#
# Usage: sh tests/exchange/cards/run.sh CARDS-LINES DIRECTORY SOURCE [COUNT]
set -eu

program=$1 directory=$2 source=$3 count=${4-3000}

skip()
{
    echo "skipped: $1" >&2
    exit 77
}

command -v npm >/dev/null && command -v node >/dev/null || skip "there is no npm"
if [ ! -e "$directory/node_modules/ajv-formats/package.json" ]; then
    mkdir -p "$directory"
    cp "$source/tests/exchange/cards/package.json" "$directory/"
    npm install --prefix "$directory" --no-package-lock --no-audit --no-fund --ignore-scripts \
        --fetch-retries=1 --fetch-timeout=60000 >"$directory/npm.log" 2>&1 ||
        skip "npm could not install ajv: see $directory/npm.log"
fi

records=$directory/records.jsonl
{
    python3 -c '
import csv, json, pathlib, sys
source = pathlib.Path(sys.argv[1])
print("{}")
for path in sorted((source / "examples/patients").glob("*.json")):
    print(json.dumps(json.loads(path.read_text())))
for row in csv.DictReader(open(source / "tests/data/cases.csv", newline="", encoding="utf-8")):
    print(json.dumps(json.loads(row["record"])) if row["record"].startswith("{") else "{}")
' "$source"
    python3 "$source/tests/oracle/random_records.py" --count "$count"
} >"$records"
status=0
for scope in full scores; do
    "$program" "$scope" <"$records" >"$directory/$scope.jsonl"
    echo "$scope:"
    node "$source/tests/exchange/cards/check.mjs" "$directory" <"$directory/$scope.jsonl" || status=1
done
exit $status
