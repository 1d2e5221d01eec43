#!/bin/sh
# Usage: check-header.sh FILE.cpp INCLUDE...
# The file, and the header that it includes, compile without a warning as C++11
# and later, by each compiler that is here.
set -eu

file=$1
shift
flags='-Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Werror -fsyntax-only'
for directory in "$@"; do
    flags="$flags -I$directory"
done
found=''
for compiler in g++ clang++; do
    command -v "$compiler" >/dev/null || continue
    found="$found $compiler"
    for standard in 11 20; do
        # The flags are words.
        # shellcheck disable=SC2086
        "$compiler" "-std=c++$standard" $flags "$file" || {
            echo "$compiler refuses it as C++$standard."
            exit 1
        }
    done
done
[ -n "$found" ] || {
    echo 'Skipped: neither g++ nor clang++ is here.'
    exit 77
}
echo "Compiled by$found."
