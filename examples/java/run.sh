#!/bin/sh
# Compiles and tests the Java package. Usage:
#   run.sh checks LIBRARY DIRECTORY
#   run.sh vectors LIBRARY DIRECTORY VECTORS.json API.json
# All that is made goes to DIRECTORY. JNA and Gson may be named by JNA_JAR and GSON_JAR.
set -eu

skip() { echo "Skipped: $1."; exit 77; }

task=$1 library=$(realpath "$2") directory=$3/classes
source=$(dirname "$0")
jna=${JNA_JAR:-/usr/share/java/jna.jar} gson=${GSON_JAR:-/usr/share/java/gson.jar}
command -v javac >/dev/null || skip "javac (Debian: default-jdk-headless) is missing"
[ -r "$jna" ] || skip "$jna (Debian: libjna-java) is missing"
javac -version 2>&1 | awk '/^javac/ { exit $2 + 0 < 17 }' || skip "javac is older than 17"

rm -rf "$directory"
mkdir -p "$directory"

compile() { javac -Xlint:all -Werror -encoding UTF-8 -d "$directory" -cp "$classes" "$@"; }

# Debian's JNA has its native half beside the libraries, where Java does not look by itself.
jni=
for folder in /usr/lib/*/jni; do
    [ ! -e "$folder/libjnidispatch.system.so" ] || jni="$jni${jni:+:}$folder"
done
run()
{
    java -Xmx256m ${jni:+"-Djna.boot.library.path=$jni"} -Dsacralmet.library="$library" \
        -cp "$directory:$classes" "$@"
}

case $task in
checks)
    classes=$jna
    compile "$source"/sacralmet/*.java "$source"/tests/Checks.java "$source"/Example.java
    said=$(run Example)
    echo "$said"
    # A lesion of S1 has 3 points and mechanical pain 3, of the 18 of SINS.
    [ "$(echo "$said" | head -1)" = "SINS 6 to 18" ]
    case $said in
    *"SMET_ERROR_OUT_OF_RANGE: karnofsky: "*) ;;
    *) exit 1 ;;
    esac
    # In an encoding that could not hold the library's texts.
    run -Dfile.encoding=US-ASCII -Djna.encoding=US-ASCII sacralmet.Checks
    ;;
vectors)
    classes=$jna:$gson
    [ -r "$gson" ] || skip "$gson (Debian: libgoogle-gson-java) is missing"
    compile "$source"/sacralmet/*.java "$source"/tests/Layouts.java "$source"/tests/Vectors.java
    run sacralmet.Vectors "$4" "$5"
    ;;
*)
    echo "run.sh: what is $task?" >&2
    exit 2
    ;;
esac
