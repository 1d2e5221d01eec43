#!/bin/sh
# The same answers in a locale with a decimal comma. Makes the locale first, then
# runs the programs with it in force, and compares what the command writes with
# what it writes in the locale "C", byte for byte.
#
# Usage: check-locale.sh MODULE SACRALMET SOURCE DIRECTORY PROGRAM...
#
# MODULE is comma_locale.c, built to be loaded first. Each PROGRAM is a test, and
# may be followed by its arguments behind colons. Ends with 77, which means skipped,
# where there is nothing to make a locale of.
set -eu
module=$1 command=$2 source=$3 directory=$4
shift 4

command -v localedef >/dev/null && [ -r /usr/share/i18n/locales/de_DE ] || {
    echo "localedef or its sources are missing (on Debian, the package locales)"
    exit 77
}
rm -rf "$directory"
mkdir -p "$directory/locales"
# Its exit status is 1 for mere warnings.
localedef -i de_DE -f UTF-8 "$directory/locales/de_DE.UTF-8" >"$directory/localedef.log" 2>&1 || :
[ -r "$directory/locales/de_DE.UTF-8/LC_NUMERIC" ] || {
    cat "$directory/localedef.log" >&2
    exit 1
}

passed=0 failed=0
note()
{
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "differs or fails: $2"
    fi
}

in_comma() { env LOCPATH="$directory/locales" LC_ALL=de_DE.UTF-8 LD_PRELOAD="$module" "$@"; }

# Without the locale the module stops a program: so it is in force below.
if env LOCPATH=/nonexistent LC_ALL=C LD_PRELOAD="$module" "$command" --version \
        >/dev/null 2>"$directory/no-comma"; then
    note 1 "the module lets a program without a comma go on"
else
    grep -q '^no comma: 1.5 is written 1.5$' "$directory/no-comma"
    note $? "the module finds a point"
fi

# same INPUT ARGUMENT...: standard output, standard error and status.
count=0
same()
{
    input=$1
    shift
    count=$((count + 1))
    for kind in point comma; do
        out=$directory/$count.$kind
        status=0
        if [ "$kind" = point ]; then
            env LC_ALL=C "$command" "$@" <"$input" >"$out" 2>"$out.err" || status=$?
        else
            in_comma "$command" "$@" <"$input" >"$out" 2>"$out.err" || status=$?
        fi
        echo "$status" >>"$out.err"
    done
    status=0
    { cmp "$directory/$count.point" "$directory/$count.comma" &&
        cmp "$directory/$count.point.err" "$directory/$count.comma.err"; } || status=$?
    note "$status" "sacralmet $*"
}

{
    echo 'id,lesion_level,karnofsky,pain,primary_tumor,extraspinal_bone_metastases,pain_score'
    echo '1,S1,70,mechanical,breast,0,7'
    echo '2,S1|S2,40..60,,lung|kidney,0..3,0..10'
    echo '3,,"1,5",none,,,'
    echo '4,,1.5,none,,,'
} >"$directory/cohort.csv"
echo '{"karnofsky":1.5}' >"$directory/real.json"
echo '{"karnofsky":1,5}' >"$directory/comma.json"
echo '{"karnofsky":7e1,"_note":[0.5,1e-3]}' >"$directory/exponent.json"
echo '{"karnofsky":70,"_note":[0.5,1e-3,12345.678]}' >"$directory/good.json"

for patient in "$source"/examples/patients/*.json "$directory"/*.json; do
    for format in text json fhir; do
        same "$patient" assess --format "$format" -
    done
    same "$patient" fhir-assess -
    same "$patient" cards -
done
same "$directory/cohort.csv" batch --dispositions -
for format in text json svg; do
    same "$directory/cohort.csv" summary --format "$format" -
done
for format in text json; do
    same /dev/null catalog --format "$format"
done
same /dev/null explain sins
same /dev/null explain survival.tomita

for program in "$@"; do
    status=0
    # Behind colons stand arguments; no path here has one.
    IFS=:
    # shellcheck disable=SC2086
    set -- $program
    unset IFS
    in_comma env CK_EXCLUDE_TAGS=exhaustive "$@" >"$directory/program.log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || cat "$directory/program.log"
    note "$status" "$program"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
