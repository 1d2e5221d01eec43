#!/bin/sh
# Checks that a DLL exports the names of the list, no more and no fewer, and needs no DLL
# but those of Windows and ours.
#
# Usage: sh tests/platforms/check-dll.sh DLL SYMBOLS.txt LIBRARY
# LIBRARY is the word of the list's second column. OBJDUMP of the environment names the tool.
set -eu
LC_ALL=C
export LC_ALL

dll=$1 list=$2 library=$3
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM
status=0

"${OBJDUMP:-objdump}" -p "$dll" >"$temporary/headers"
awk '/^\[Ordinal\/Name Pointer\] Table/ { inside = 1; next }
    inside && NF == 0 { exit }
    inside && $1 == "[" { print $NF }
    inside && $1 ~ /^\[[0-9]+\]$/ { print $NF }' "$temporary/headers" |
    sort -u >"$temporary/exported"
awk -v library="$library" '!/^#/ && $2 == library { print $1 }' "$list" |
    sort -u >"$temporary/listed"
[ -s "$temporary/listed" ] || { echo "the list has no name of $library" >&2; exit 1; }
if ! diff "$temporary/listed" "$temporary/exported" >"$temporary/difference"; then
    echo "the list (<) and what is exported (>) differ:" >&2
    cat "$temporary/difference" >&2
    status=1
fi

awk '/DLL Name:/ { print tolower($3) }' "$temporary/headers" | sort -u >"$temporary/needed"
if grep -v -x -e 'kernel32\.dll' -e 'msvcrt\.dll' -e 'libsacralmet-[0-9]*\.dll' \
    "$temporary/needed" >"$temporary/foreign"; then
    echo "needs DLLs that Windows does not have:" >&2
    cat "$temporary/foreign" >&2
    status=1
fi

echo "$(wc -l <"$temporary/exported") exported; needs $(tr '\n' ' ' <"$temporary/needed")"
exit $status
