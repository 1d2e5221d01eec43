#!/bin/sh
# Whether src/ffi.rs is what bindgen makes of the headers, but for its lines.
#
# Usage: check-ffi.sh INCLUDE_DIR...
set -eu

here=$(cd "$(dirname "$0")" && pwd)
case $(bindgen --version 2>/dev/null) in
"bindgen 0.60."*) ;;
*)
    echo "Skipped: bindgen 0.60 is missing."
    exit 77
    ;;
esac

# rustfmt sets blanks, line ends and commas before closing brackets.
bare() { tr -d ' \n' | sed 's/,\([])}]\)/\1/g'; }

made=$("$here/make-ffi.sh" "$@" | bare)
kept=$(bare <"$here/src/ffi.rs")
[ "${#kept}" -gt 10000 ] || { echo "src/ffi.rs is short."; exit 1; }
if [ "$made" != "$kept" ]; then
    echo "src/ffi.rs is not what make-ffi.sh makes of the headers: run that."
    exit 1
fi
echo "src/ffi.rs is what bindgen makes of the headers."
