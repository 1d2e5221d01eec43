#!/bin/sh
# Installs what a build is missing (Debian and Ubuntu), builds a release, runs every
# benchmark, and writes doc/benchmarks.md and the lines that it is made of,
# doc/benchmarks.jsonl. For figures worth keeping nothing else should run.
#
# What is only compared with is not installed: apt-get install python3-numpy
# python3-pandas r-base-core npm. What is not there is skipped, and the page says so.
#
# Usage: sh tools/benchmark.sh    builds in build-benchmark/, or in $BUILD_DIR
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"

directory=${BUILD_DIR:-$source/build-benchmark}
set_up "$directory" build tests
build "$directory/release" -Dbuildtype=release -Dexchange=enabled -Dtests=enabled -Ddocs=disabled
meson test -C "$directory/release" --no-rebuild --benchmark --num-processes 1 \
    --print-errorlogs --logbase benchmarklog
python3 "$source/tests/bench/page.py" --lines "$source/doc/benchmarks.jsonl" \
    "$directory/release/meson-logs/benchmarklog.json" "$source/doc/benchmarks.md"
echo "Written: doc/benchmarks.md, doc/benchmarks.jsonl"
