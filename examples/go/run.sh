#!/bin/sh
# Builds and tests the Go package against an uninstalled library.
# Usage: run.sh test|vectors SOURCE LIBRARY PKG_CONFIG_DIRECTORY DIRECTORY [VECTORS.json]
# All that is built goes to DIRECTORY.
set -eu

skip() { echo "Skipped: $1."; exit 77; }

task=$1 source=$2 descriptions=$4 directory=$5
library=$(realpath "$3") vectors=${6:+$(realpath "$6")}
command -v go >/dev/null || skip "go (Debian: golang-go) is missing"
command -v pkg-config >/dev/null || skip "pkg-config is missing"
cd "$source"

mkdir -p "$directory/tmp"
# Nothing is fetched, nothing in the source is written, and no settings of the user count.
export GOENV=off GOWORK=off GOPROXY=off GOFLAGS='-mod=readonly -buildvcs=false' CGO_ENABLED=1
export GOCACHE="$directory/cache" GOPATH="$directory/path" GOTMPDIR="$directory/tmp"
export PKG_CONFIG_PATH="$descriptions"
LD_LIBRARY_PATH=$(dirname "$library")${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH

case $task in
test)
    go vet ./...
    ugly=$(gofmt -l .)
    [ -z "$ugly" ] || { echo "gofmt would change: $ugly"; exit 1; }
    go test -count=1 ./...
    ;;
vectors)
    go build -o "$directory/vectors" ./cmd/vectors
    "$directory/vectors" "$vectors"
    ;;
*)
    echo "run.sh: what is $task?" >&2
    exit 2
    ;;
esac
