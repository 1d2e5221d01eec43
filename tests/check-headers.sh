#!/bin/sh
# Compiles each public header alone, as C99 and, where there is a C++ compiler,
# as C++11: no header may need another to be included before it.
#
# Usage: sh tests/check-headers.sh INCLUDE_DIR...
# The compilers are those of the environment's CC and CXX; an empty CXX is none.
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

status=0
count=0
for directory in "$@"; do
    for header in "$directory"/sacralmet/*.h; do
        [ -e "$header" ] || continue
        name=${header##*/}
        count=$((count + 1))
        # Twice, so that its guard is tried too.
        printf '#include <sacralmet/%s>\n#include <sacralmet/%s>\n' "$name" "$name" \
            > "$temporary/alone.c"
        # Compilers and flags are lists of words.
        # shellcheck disable=SC2086
        $cc -std=c99 -pedantic -Wall -Wextra -Werror $flags -fsyntax-only "$temporary/alone.c" || {
            echo "$name is not C99, or does not stand alone" >&2
            status=1
        }
        [ -n "$cxx" ] || continue
        # shellcheck disable=SC2086
        $cxx -std=c++11 -pedantic -Wall -Wextra -Werror $flags -fsyntax-only -x c++ \
            "$temporary/alone.c" || {
            echo "$name is not C++11, or does not stand alone" >&2
            status=1
        }
    done
done

if [ "$count" -lt 11 ]; then
    echo "only $count headers were found" >&2
    status=1
fi
[ -n "$cxx" ] || echo "no C++ compiler: tried as C only"
echo "$count headers"
exit $status
