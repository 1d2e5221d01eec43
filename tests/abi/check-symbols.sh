#!/bin/sh
# Checks what a built library shows and holds:
#   - the dynamic symbols of the shared library are those of the list, no more
#     and no fewer, each in the version that the list gives, and all functions;
#   - every global name of the static library begins with the library's prefix;
#   - neither holds writable static data (data that only a relocation writes,
#     before the program runs, is read-only to it).
#
# Usage: sh tests/abi/check-symbols.sh SHARED_LIBRARY STATIC_LIBRARY SYMBOLS.txt LIBRARY
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

# Tells of what a file holds, if it holds anything.
refuse()
{
    [ -s "$2" ] || return 0
    echo "$library: $1" >&2
    sed 's/^/    /' "$2" >&2
    status=1
}

# Without the names of the versions themselves, which are absolute.
"$readelf" -W --dyn-syms "$shared" | awk '
    NF >= 8 && $1 ~ /^[0-9]+:$/ && $7 != "UND" && $7 != "ABS" && $5 != "LOCAL" {
        version = $8
        sub(/@.*/, "", $8)
        sub(/^[^@]*@*/, "", version)
        print $8, (version == "" ? "none" : version), $4
    }' | sort -u > "$temporary/dynamic"
[ -s "$temporary/dynamic" ] || { echo "$library: the library shows no name" >&2; exit 1; }
awk '{ print $1 }' "$temporary/dynamic" > "$temporary/exported"
awk -v library="$library" '!/^#/ && $2 == library { print $1, "smet_" $3 }' "$list" \
    | sort -u > "$temporary/versions"
awk '{ print $1 }' "$temporary/versions" > "$temporary/listed"
[ -s "$temporary/listed" ] || { echo "the list has no name of $library" >&2; exit 1; }

comm -23 "$temporary/exported" "$temporary/listed" > "$temporary/too-many"
refuse "exported, but not in the list:" "$temporary/too-many"
comm -13 "$temporary/exported" "$temporary/listed" > "$temporary/too-few"
refuse "in the list, but not exported:" "$temporary/too-few"
join "$temporary/dynamic" "$temporary/versions" \
    | awk '$2 != $4 { print $1 ": " $2 " in the library, " $4 " in the list" }' \
    > "$temporary/other-version"
refuse "exported in another version than the list's:" "$temporary/other-version"
awk '$3 != "FUNC" { print $1 " (" $3 ")" }' "$temporary/dynamic" > "$temporary/data"
refuse "exported, but no function:" "$temporary/data"

"$nm" --defined-only -g "$static" | awk 'NF == 3 { print $3 }' | sort -u > "$temporary/globals"
[ -s "$temporary/globals" ] || { echo "the static library has no global name" >&2; exit 1; }
grep -v '^smet_' "$temporary/globals" > "$temporary/foreign" || true
refuse "global names without the prefix:" "$temporary/foreign"

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
refuse "writable static data:" "$temporary/writable"
"$nm" --defined-only "$static" | awk '$2 ~ /^[bBCsSgG]$/ { print $3 }' > "$temporary/common"
refuse "writable names:" "$temporary/common"

# The same of the shared library, where the compiler's start and end files add a handle
# and a flag of their own.
{ "$readelf" -SW "$shared"; "$readelf" -sW "$shared"; } | awk '
    /^ *\[ *[0-9]+\]/ {
        number = $0
        sub(/^ *\[ */, "", number)
        sub(/\].*/, "", number)
        sub(/^ *\[ *[0-9]+\] */, "")
        writable[number] = $7 ~ /W/ && $1 ~ /^\.(t?data|t?bss)/ && $1 !~ /^\.data\.rel\.ro/
    }
    $4 ~ /^(OBJECT|TLS)$/ && writable[$7] && $3 != 0 &&
        $8 !~ /^(__dso_handle|completed\.[0-9]+)$/ {
        print $8 ", " $3 " bytes"
    }' | sort -u > "$temporary/shared-data"
refuse "writable static data in the shared library:" "$temporary/shared-data"

echo "$library: $(wc -l < "$temporary/exported") exported functions," \
    "$(wc -l < "$temporary/globals") global names"
exit $status
