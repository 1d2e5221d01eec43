#!/bin/sh
# Installs what is missing (Debian and Ubuntu), builds, and assesses the three
# patients of the review, each answer beside what the surgeons did.
#
# Usage: sh tools/demo.sh        builds in build-demo/, or in $BUILD_DIR
set -eu
# shellcheck source=tools/lib-setup.sh
. "$(dirname "$0")/lib-setup.sh"

directory=${BUILD_DIR:-$source/build-demo}
set_up "$directory" build
build "$directory/release" -Dexchange=enabled -Dtests=disabled -Ddocs=disabled

patients=$source/examples/patients
python3 "$source/tools/demo.py" "$directory/release/command/sacralmet" "$directory/answers" \
    "$patients/cauda_equina.json" "$patients/fixation.json" "$patients/unilateral.json"
