#!/bin/sh
# Tests the crate, or runs the vectors, against a library that is not installed.
# Cargo writes into WORK alone and asks no network: the crates that the vectors need
# are Debian's (librust-serde-json-dev).
#
# Usage: run.sh WORK LIBRARY            the crate's own tests
#        run.sh WORK LIBRARY VECTORS    the vectors
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$1 library=$2 vectors=${3-}
registry=${CARGO_REGISTRY_DIR-/usr/share/cargo/registry}

skip()
{
    echo "Skipped: $1 is missing."
    exit 77
}

command -v cargo >/dev/null || skip cargo
if [ -n "$vectors" ]; then
    vectors=$(cd "$(dirname "$vectors")" && pwd)/${vectors##*/}
    ls -d "$registry"/serde_json-1.* >/dev/null 2>&1 || skip librust-serde-json-dev
fi

# Cargo would write its lock file beside the sources.
mkdir -p "$work/home"
work=$(cd "$work" && pwd)
rm -rf "$work/crate"
mkdir -p "$work/crate/vectors"
(cd "$here" && cp -Rp Cargo.toml Cargo.lock README.md build.rs src tests examples "$work/crate")
(cd "$here/vectors" && cp -Rp Cargo.toml src "$work/crate/vectors")
cat >"$work/home/config.toml" <<CONFIG
[source.crates-io]
replace-with = "distribution"

[source.distribution]
directory = "$registry"
CONFIG

CARGO_HOME=$work/home CARGO_TARGET_DIR=$work/target
SACRALMET_LIB_DIR=$(cd "$(dirname "$library")" && pwd)
LD_LIBRARY_PATH=$SACRALMET_LIB_DIR${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export CARGO_HOME CARGO_TARGET_DIR SACRALMET_LIB_DIR LD_LIBRARY_PATH

cd "$work/crate"
if [ -n "$vectors" ]; then
    cargo run --quiet --offline --release --manifest-path vectors/Cargo.toml -- "$vectors"
else
    cargo test --quiet --offline --locked
fi
