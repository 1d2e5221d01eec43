#!/bin/sh
# Static analysis of lib/ and command/: clang-tidy (.clang-tidy says what is asked
# and why what is not), cppcheck (tests/trust/cppcheck.txt) and gcc's -fanalyzer
# (tests/trust/analyzer.txt). Anything found that is not excused there or beside
# its line is an error.
#
# Usage: check-static.sh SOURCE BUILD    BUILD is a configured build; its
#                                        generated headers must be there
set -eu
source=$(cd "$1" && pwd) build=$(cd "$2" && pwd)
here=$source/tests/trust
results=$build/static
mkdir -p "$results"
status=0

# The C files of lib/ and command/ that the build compiles, each once.
python3 - "$build" "$source" >"$results/files" <<'END'
import json, os, sys
build, source = sys.argv[1:]
with open(os.path.join(build, "compile_commands.json")) as file:
    paths = {os.path.realpath(os.path.join(one["directory"], one["file"])) for one in json.load(file)}
for path in sorted(paths):
    if os.path.relpath(path, source).split(os.sep)[0] in ("lib", "command"):
        print(path)
END
count=$(wc -l <"$results/files")

# found NAME: shows and counts what a tool has written to $results/NAME.
found()
{
    number=$(grep -c -E '(error|warning|style|performance|portability): ' "$results/$1" || :)
    grep -E '(error|warning|style|performance|portability): ' "$results/$1" || :
    echo "$1: $count files, $number findings"
    [ "$number" -eq 0 ] || status=1
}

if command -v clang-tidy >/dev/null; then
    # One at a time: clang 14 forgets between two files what va_start() is.
    xargs -P "$(nproc)" -n 1 nice clang-tidy --quiet -p "$build" <"$results/files" \
        2>/dev/null >"$results/clang-tidy.all" || :
    # A header is read with each file that includes it, by another name of the build's.
    sed "s,^[^ ]*/\(lib\|command\|include\)/,\1/," "$results/clang-tidy.all" | sort -u \
        >"$results/clang-tidy"
    found clang-tidy
else
    echo "clang-tidy: not here"
fi

if command -v cppcheck >/dev/null; then
    grep -v '^#' "$here/cppcheck.txt" >"$results/suppressions"
    (cd "$source" && nice cppcheck --quiet --std=c11 -j "$(nproc)" --inline-suppr \
        --enable=warning,performance,portability \
        --suppressions-list="$results/suppressions" \
        -I include -I lib -I command -I "$build/include" lib command) 2>"$results/cppcheck" || :
    found cppcheck
else
    echo "cppcheck: not here"
fi

# clang takes the option and does nothing.
if gcc --version 2>/dev/null | grep -q 'Free Software'; then
    python3 - "$build" "$results/files" >"$results/analyzer.all" 2>&1 <<'END'
import concurrent.futures, json, os, shlex, subprocess, sys
build, files = sys.argv[1:]
wanted = {line.strip() for line in open(files)}
jobs = {}
with open(os.path.join(build, "compile_commands.json")) as file:
    for one in json.load(file):
        path = os.path.realpath(os.path.join(one["directory"], one["file"]))
        if path in wanted:
            jobs.setdefault(path, (one["directory"], shlex.split(one["command"])))

def analyze(job):
    directory, words = job
    kept = [word for word in words if word.startswith(("-I", "-D", "-std", "-m"))]
    return subprocess.run(["nice", "gcc", *kept, "-O2", "-fanalyzer", "-c", "-o", "/dev/null",
                           words[-1]], cwd=directory, stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, text=True).stdout

with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for text in pool.map(analyze, jobs.values()):
        print(text, end="")
END
    # A line of analyzer.txt: file, the warning's option, its reason.
    grep -v '^#' "$here/analyzer.txt" | awk 'NF > 1 {print $1 " " $2}' >"$results/excused"
    grep -E '(warning|error): ' "$results/analyzer.all" | sort -u |
        python3 -c '
import sys
excused = [line.split() for line in open(sys.argv[1])]
for line in sys.stdin:
    if not any(file + ":" in line and option in line for file, option in excused):
        print(line, end="")
' "$results/excused" >"$results/analyzer"
    found analyzer
else
    echo "analyzer: no gcc here"
fi
exit $status
