#!/bin/sh
# Checks what a built library shows and holds:
#   - the dynamic symbols of the shared library are those of the list, no more
#     and no fewer;
#   - every global name of the static library begins with the library's prefix;
#   - no object holds writable static data (data that only a relocation writes,
#     before the program runs, is read-only to it).
#
# Usage: sh tests/check-symbols.sh SHARED_LIBRARY STATIC_LIBRARY SYMBOLS.txt LIBRARY
# LIBRARY is the word of the list's second column. NM and READELF of the
# environment name the tools.
set -eu
LC_ALL=C
export LC_ALL

shared=$1 static=$2 list=$3 library=$4
nm=${NM:-nm} readelf=${READELF:-readelf}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM
status=0

fail()
{
    echo "$1" >&2
    sed 's/^/    /' "$2" >&2
    status=1
}

# Exported names, without their versions and the names of the versions themselves.
"$nm" -D --defined-only "$shared" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' \
    | sort -u > "$temporary/exported"
awk -v library="$library" '!/^#/ && $2 == library { print $1 }' "$list" \
    | sort -u > "$temporary/listed"
[ -s "$temporary/listed" ] || { echo "the list has no name of $library" >&2; exit 1; }

comm -23 "$temporary/exported" "$temporary/listed" > "$temporary/too-many"
comm -13 "$temporary/exported" "$temporary/listed" > "$temporary/too-few"
[ ! -s "$temporary/too-many" ] || fail "exported, but not in the list:" "$temporary/too-many"
[ ! -s "$temporary/too-few" ] || fail "in the list, but not exported:" "$temporary/too-few"

"$nm" --defined-only -g "$static" | awk 'NF == 3 { print $3 }' | sort -u > "$temporary/globals"
[ -s "$temporary/globals" ] || { echo "the static library has no global name" >&2; exit 1; }
grep -v '^smet_' "$temporary/globals" > "$temporary/foreign" || true
[ ! -s "$temporary/foreign" ] || fail "global names without the prefix:" "$temporary/foreign"

# Sections that are allocated and writable, hold anything, and are not read-only
# after relocation.
"$readelf" -SW "$static" | awk '
    /^File:/ { object = $2 }
    {
        sub(/^ *\[ *[0-9]+\] */, "")
        if ($1 ~ /^\./ && NF >= 10 && $7 ~ /W/ && $7 ~ /A/ && $5 !~ /^0+$/ &&
            $1 !~ /^\.data\.rel\.ro/)
            print object ": " $1 ", " $5 " bytes"
    }' > "$temporary/writable"
[ ! -s "$temporary/writable" ] || fail "writable static data:" "$temporary/writable"
"$nm" --defined-only "$static" | awk '$2 ~ /^[bBCsSgG]$/ { print $3 }' > "$temporary/common"
[ ! -s "$temporary/common" ] || fail "writable names:" "$temporary/common"

echo "$(wc -l < "$temporary/exported") exported, $(wc -l < "$temporary/globals") global names"
exit $status
