#!/bin/sh
# Installs a built tree into a temporary directory, builds the examples there
# with nothing but what pkg-config says, shared and static, and compares what
# they print with what the examples of the tree print.
#
# Usage: sh tests/library/check-install.sh BUILD_DIR
set -eu

source=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "$1" && pwd)
cc=${CC:-cc}

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 1' HUP INT TERM

"${MESON:-meson}" install -C "$build" --no-rebuild --quiet --destdir "$temporary"

pc=$(find "$temporary" -name libsacralmet.pc)
[ -n "$pc" ] || { echo "libsacralmet.pc is not installed" >&2; exit 1; }
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH

# The files stand in a temporary directory: that is the only thing to tell.
prefix=$temporary$(pkg-config --variable=prefix libsacralmet)
ask() { pkg-config --define-variable=prefix="$prefix" "$@" libsacralmet; }

version=$(sed -n "s/^ *version: '\([0-9.]*\)',.*/\1/p" "$source/meson.build" | head -n 1)
if [ "$(ask --modversion)" != "$version" ]; then
    echo "pkg-config says version $(ask --modversion), meson.build $version" >&2
    exit 1
fi
libdir=$(ask --variable=libdir)

for example in "$source"/examples/*.c; do
    name=$(basename "$example" .c)
    "$build/examples/$name" >"$temporary/expected"

    # Flags are words, and $cc may hold options: they are split on purpose.
    # shellcheck disable=SC2046,SC2086
    $cc -std=c99 -pedantic -Wall -Wextra -Werror -o "$temporary/$name-shared" "$example" \
        $(ask --cflags --libs)
    LD_LIBRARY_PATH=$libdir "$temporary/$name-shared" >"$temporary/shared"

    # shellcheck disable=SC2046,SC2086
    $cc -std=c99 -pedantic -Wall -Wextra -Werror -static -o "$temporary/$name-static" "$example" \
        $(ask --static --cflags --libs)
    "$temporary/$name-static" >"$temporary/static"

    for kind in shared static; do
        cmp "$temporary/expected" "$temporary/$kind" || {
            echo "$name, $kind: prints something else than in the tree" >&2
            exit 1
        }
    done
    echo "$name: shared and static agree with the tree"
done
