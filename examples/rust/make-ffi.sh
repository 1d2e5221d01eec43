#!/bin/sh
# Prints src/ffi.rs, made from the headers by bindgen 0.60; `rustfmt` gives it lines:
#   make-ffi.sh INCLUDE_DIR... >src/ffi.rs && rustfmt --edition 2021 src/ffi.rs
# The numbers of the release are left out: the library tells its own.
set -eu

include=''
for dir in "$@"; do
    include="$include -I$dir"
done
cat <<'HEAD'
//! The functions, structs and numbers of the C headers, as they are.
//!
//! Made by `make-ffi.sh` with bindgen; not to be edited. What each is, is said in
//! the headers. A test compares this file with them.
HEAD
# The list is words.
# shellcheck disable=SC2086
echo '#include <sacralmet/sacralmet.h>' |
    {
        header=$(mktemp -d)/sacralmet_all.h
        cat >"$header"
        bindgen "$header" --disable-header-comment --no-layout-tests --no-doc-comments \
            --no-rustfmt-bindings --size_t-is-usize --no-prepend-enum-name \
            --default-enum-style consts --with-derive-default \
            --allowlist-function 'smet_.*' --allowlist-type 'smet_.*' \
            --allowlist-var 'SMET_.*' \
            --blocklist-type '__.*' \
            --blocklist-item 'SMET_VERSION_.*' \
            --raw-line '#![allow(missing_docs, non_camel_case_types, non_upper_case_globals)]' \
            --raw-line '#![allow(clippy::all, unreachable_pub)]' \
            -- -std=c99 $include
        rm -r "${header%/*}"
    }
