#!/bin/sh
# Builds the R package, installs it into a directory of the build tree, and runs
# one of its tests. Exits 77, which skips the test, where R is not to be had.
#
# Usage: sh bindings/r/run.sh vectors LIBRARY INCLUDES DIRECTORY VECTORS
#        sh bindings/r/run.sh report  LIBRARY INCLUDES DIRECTORY COMMAND PATIENTS
#        sh bindings/r/run.sh check   LIBRARY INCLUDES DIRECTORY
#        sh bindings/r/run.sh leaks   LIBRARY INCLUDES DIRECTORY
#        sh bindings/r/run.sh memory  LIBRARY INCLUDES DIRECTORY
# LIBRARY is the shared library; INCLUDES are folders, parted by colons; the
# package goes to DIRECTORY/library.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
task=$1 library=$2 includes=$3 directory=$4
shift 4

skip()
{
    echo "skipped: $1" >&2
    exit 77
}

stop()
{
    echo "$1: see $2" >&2
    tail -n 30 "$2" >&2
    exit 1
}

has_r()
{
    Rscript --vanilla -e "$1" >/dev/null 2>&1
}

for program in R Rscript make cc; do
    command -v "$program" >/dev/null || skip "there is no $program (Debian: r-base-core, make, gcc)"
done
case $task in
vectors | report)
    has_r 'library(jsonlite)' || skip "R has no jsonlite (Debian: r-cran-jsonlite)"
    ;;
esac
[ "$task" != check ] || has_r 'library(codetools)' ||
    skip "R has no codetools (Debian: r-cran-codetools)"
[ "$task" != leaks ] || [ -r /proc/self/status ] || skip "there is no /proc/self/status"
[ "$task" != memory ] || command -v valgrind >/dev/null || skip "there is no valgrind"

absolute()
{
    echo "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
}

# The library as it was just built, wherever it is.
folder=$(cd "$(dirname "$library")" && pwd)
SACRALMET_LIBS="-L$folder -Wl,-rpath,$folder -lsacralmet"
SACRALMET_CFLAGS=$(printf '%s' "$includes" | sed 's/[^:]*/-I&/g; s/:/ /g')
export SACRALMET_LIBS SACRALMET_CFLAGS

# The test is run from here, its work is done elsewhere.
case $task in
vectors) set -- "$(absolute "$1")" ;;
report) set -- "$(absolute "$1")" "$(absolute "$2")" ;;
esac

# Tasks may run at once: each has a folder of its own.
work=$directory/$task
rm -rf "$work"
mkdir -p "$work/library"
cd "$work"
work=$(pwd)
R CMD build --no-build-vignettes "$here/sacralmet" >build.log 2>&1 ||
    stop "the package could not be built" "$work/build.log"
package=$(echo sacralmet_*.tar.gz)

install_package()
{
    R CMD INSTALL --no-docs --library=library "$package" >install.log 2>&1 ||
        stop "the package could not be installed" "$work/install.log"
}

case $task in
vectors)
    install_package
    Rscript --vanilla "$here/vectors.R" "$1" library
    ;;
report)
    install_package
    Rscript --vanilla "$here/report.R" "$1" "$2" library
    ;;
leaks)
    install_package
    Rscript --vanilla "$here/leaks.R" library 30000
    ;;
memory)
    install_package
    R --vanilla --no-echo -f "$here/memory.R" -d "valgrind --leak-check=full \
        --errors-for-leak-kinds=definite --error-exitcode=1 --log-file=valgrind.log" \
        --args library || stop "valgrind found an error" "$work/valgrind.log"
    grep 'ERROR SUMMARY' valgrind.log
    ;;
check)
    # Nobody is asked which packages there are in the world: this one needs none.
    mkdir -p none/src/contrib
    : >none/src/contrib/PACKAGES
    # The flags are those that R itself was built with.
    _R_CHECK_XREFS_REPOSITORIES_="file://$work/none" _R_CHECK_SYSTEM_CLOCK_=false \
        _R_CHECK_COMPILATION_FLAGS_KNOWN_="$(R CMD config CFLAGS)" \
        R CMD check --no-manual "$package" >check.log 2>&1 ||
        stop "the check found an error" "$work/check.log"
    tail -n 3 check.log
    grep -q '^Status: OK$' check.log || stop "the check is not clean" "$work/check.log"
    ;;
*)
    echo "unknown task: $task" >&2
    exit 2
    ;;
esac
