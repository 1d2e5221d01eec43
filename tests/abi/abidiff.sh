#!/bin/sh
# Compares the libraries of this tree with those of the last release: builds both anew and
# asks abidiff (tests/abi/abidiff.py says what it allows, and how it exits).
#
# Usage: sh tests/abi/abidiff.sh WORK_DIR
# The last release is the newest tag v* behind HEAD, but HEAD itself. Exits with 77 where
# there is nothing to compare with, or nothing to do it with.
set -eu

work=$1
root=$(cd "$(dirname "$0")/../.." && pwd)

skip()
{
    echo "$1"
    exit 77
}

# A tree that was unpacked into another's repository has no history of its own.
if [ ! -e "$root/.git" ] || ! git -C "$root" rev-parse HEAD > /dev/null 2>&1; then
    skip "this tree has no history: the last release cannot be built"
fi
tag=$(git -C "$root" describe --tags --abbrev=0 --match 'v[0-9]*' HEAD 2> /dev/null) || tag=
if [ -n "$tag" ] && [ "$(git -C "$root" rev-parse "$tag^{commit}")" = \
    "$(git -C "$root" rev-parse HEAD)" ] && git -C "$root" diff --quiet HEAD; then
    tag=$(git -C "$root" describe --tags --abbrev=0 --match 'v[0-9]*' HEAD^ 2> /dev/null) || tag=
fi
if [ -z "$tag" ] && [ "$(git -C "$root" rev-parse --is-shallow-repository)" = true ]; then
    skip "this history is cut short and has no release: nothing to compare with"
fi
[ -n "$tag" ] || skip "no release is tagged yet: nothing to compare with"
for tool in abidiff meson ninja python3; do
    command -v "$tool" > /dev/null || skip "$tool is not installed"
done

mkdir -p "$work"
work=$(cd "$work" && pwd)
rm -rf "$work/old" "$work/old-build" "$work/new-build"
mkdir "$work/old"
git -C "$root" archive "$tag" | tar -x -C "$work/old"

# Builds the shared libraries of a tree, as they are compared.
build()
{
    CFLAGS='-g -fno-eliminate-unused-debug-types' meson setup "$2" "$1" \
        --buildtype=debug -Doptimization=0 -Dtests=disabled -Ddocs=disabled > "$2.log" 2>&1 \
        || { cat "$2.log" >&2; exit 1; }
    libraries=$(ninja -C "$2" -t targets all \
        | sed -n 's/^\(lib\/[a-z/-]*\.so\.[0-9.]*\): .*/\1/p')
    # Each is a word.
    # shellcheck disable=SC2086
    ninja -C "$2" $libraries >> "$2.log" 2>&1 || { cat "$2.log" >&2; exit 1; }
}

# The version of a tree's ABI.
abi_of()
{
    sed -n "s/^abi_version = '\(.*\)'$/\1/p" "$1/meson.build"
}

build "$work/old" "$work/old-build"
build "$root" "$work/new-build"

status=0
for old in $(cd "$work/old-build" && ls lib/libsacralmet.so lib/exchange/libsacralmet-exchange.so \
    2> /dev/null); do
    if [ ! -e "$work/new-build/$old" ]; then
        echo "$old is gone"
        status=$((status | 12))
        continue
    fi
    echo "$old of $tag and of this tree:"
    result=0
    python3 "$root/tests/abi/abidiff.py" \
        --old "$work/old-build/$old" --new "$work/new-build/$old" \
        --old-headers "$work/old/include" "$work/old-build/include" \
        --new-headers "$root/include" "$work/new-build/include" \
        --old-abi "$(abi_of "$work/old")" --new-abi "$(abi_of "$root")" || result=$?
    status=$((status | result))
done
[ -n "${result-}" ] || { echo "the release has no library that was built" >&2; exit 1; }
exit "$status"
