#!/bin/sh
# Compiles each public header alone, as C99, C11 and C17 and, where there is a C++
# compiler, as C++11: no header may need another to be included before it.
#
# Usage: sh tests/abi/check-headers.sh INCLUDE_DIR...
# The compilers are those of the environment's CC and CXX, an empty CXX being none, and
# of gcc, g++, clang and clang++ those that are installed.
set -eu

cc=${CC:-cc}
cxx=${CXX-}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM

flags=
for directory in "$@"; do
    flags="$flags -I$directory"
done

# Each header alone, and twice, so that its guard is tried too.
count=0
for directory in "$@"; do
    for header in "$directory"/sacralmet/*.h; do
        [ -e "$header" ] || continue
        name=${header##*/}
        count=$((count + 1))
        printf '#include <sacralmet/%s>\n#include <sacralmet/%s>\n' "$name" "$name" \
            > "$temporary/alone-${name%.h}.c"
    done
done
if [ "$count" -lt 11 ]; then
    echo "only $count headers were found" >&2
    exit 1
fi

# Compiles all of them with a compiler; what it says names the header.
status=0
tried=
check()
{
    compiler=$1 language=$2 standard=$3
    # Compilers and flags are lists of words.
    # shellcheck disable=SC2086
    if $compiler -x "$language" -std="$standard" -pedantic -Wall -Wextra -Werror $flags \
        -fsyntax-only "$temporary"/alone-*.c; then
        tried="$tried $standard"
    else
        echo "$compiler: a header is not $standard, or does not stand alone" >&2
        status=1
    fi
}

# Which of these are installed, and are not what CC and CXX name already.
others()
{
    for other in "$@"; do
        path=$(command -v "$other") || continue
        for word in $cc $cxx; do
            [ "$(readlink -f "$path")" != "$(readlink -f "$(command -v "$word")")" ] || continue 2
        done
        echo "$other"
    done
}

for compiler in "$cc" $(others gcc clang); do
    tried=
    for standard in c99 c11 c17; do
        check "$compiler" c $standard
    done
    echo "$compiler:$tried"
done
cplusplus=
for compiler in "$cxx" $(others g++ clang++); do
    [ -n "$compiler" ] || continue
    tried=
    cplusplus=$compiler
    check "$compiler" c++ c++11
    echo "$compiler:$tried"
done

[ -n "$cplusplus" ] || echo "no C++ compiler: tried as C only"
echo "$count headers"
exit $status
