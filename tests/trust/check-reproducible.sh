#!/bin/sh
# Two builds in two folders give the same bytes. Copies the sources to two places
# of different depth, builds and installs each, and compares all that is installed:
# libraries, archives, the command, headers, definitions.
#
# Usage: check-reproducible.sh SOURCE DIRECTORY
set -eu
source=$(cd "$1" && pwd)
rm -rf "$2"
mkdir -p "$2"
directory=$(cd "$2" && pwd)
# A cache of compiled files would answer for the second build.
export CCACHE_DISABLE=1
unset SOURCE_DATE_EPOCH

# build_in SOURCES BUILD INSTALLED
build_in()
{
    mkdir -p "$1"
    # Everything but what was built in the tree, this directory perhaps among it.
    for part in "$source"/*; do
        case ${part##*/} in
            build*) ;;
            *) cp -R "$part" "$1/" ;;
        esac
    done
    { meson setup "$2" "$1" --prefix=/usr -Dbuildtype=release -Dexchange=enabled \
        -Dtests=disabled -Ddocs=disabled && meson compile -C "$2" &&
        DESTDIR=$3 meson install -C "$2" --no-rebuild; } >"$3.log" 2>&1 || {
        tail -n 40 "$3.log" >&2
        exit 1
    }
}

build_in "$directory/a" "$directory/a/build" "$directory/first"
sleep 2 # a time of day that is written somewhere differs
build_in "$directory/deeper/than the/first" "$directory/elsewhere/out" "$directory/second"

list() { (cd "$1" && find . -type f -o -type l | LC_ALL=C sort); }
list "$directory/first" >"$directory/first.list"
list "$directory/second" >"$directory/second.list"
cmp "$directory/first.list" "$directory/second.list"
for wanted in libsacralmet.so. libsacralmet.a libsacralmet-exchange.so. libsacralmet-exchange.a \
        bin/sacralmet; do
    grep -q -F "$wanted" "$directory/first.list" || { echo "not installed: $wanted" >&2; exit 1; }
done
different=0
while IFS= read -r name; do
    [ -L "$directory/first/$name" ] || cmp "$directory/first/$name" "$directory/second/$name" ||
        different=$((different + 1))
done <"$directory/first.list"
total=$(wc -l <"$directory/first.list")
echo "$total installed files, $different different"
[ "$different" -eq 0 ]
