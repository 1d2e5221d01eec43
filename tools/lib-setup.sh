# shellcheck shell=sh
# What demo.sh and test.sh share: finding, and on Debian and Ubuntu installing,
# what a build needs. Sourced, not run. Sets `source`, the root of the tree.

source=$(cd "$(dirname "$0")/.." && pwd)

is_debian()
{
    # ID_LIKE is a list: Ubuntu says "debian", its derivatives "ubuntu debian".
    command -v apt-get >/dev/null && [ -r /etc/os-release ] &&
        (. /etc/os-release && case " ${ID-} ${ID_LIKE-} " in
            *" debian "* | *" ubuntu "*) ;;
            *) exit 1 ;;
        esac)
}

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# need NAME PACKAGE TEST...: notes what is missing where the test fails.
need()
{
    need_name=$1 need_package=$2
    shift 2
    if ! "$@" >/dev/null 2>&1; then
        missing="$missing${missing:+, }$need_name"
        packages="$packages $need_package"
    fi
}

has_c_library() { echo '#include <stdio.h>' | cc -E -; }

look_for_build()
{
    need "a C compiler" gcc command -v cc
    need "the C library's headers" libc6-dev has_c_library
    need meson meson command -v meson
    need ninja ninja-build command -v ninja
    need pkg-config pkg-config command -v pkg-config
    need python3 python3 command -v python3
    need "jansson 2.11 or later" libjansson-dev pkg-config --exists 'jansson >= 2.11'
}

look_for_tests()
{
    need "a C++ compiler" g++ command -v c++
    need check check pkg-config --exists check
    need valgrind valgrind command -v valgrind
    need "the sources of locales" locales test -r /usr/share/i18n/locales/de_DE
    need z3 z3 command -v z3
    need doxygen doxygen command -v doxygen
    need node nodejs command -v node
    need npm npm command -v npm
    need libmicrohttpd libmicrohttpd-dev pkg-config --exists libmicrohttpd
}

look_for_trust()
{
    need "clang-tidy" clang-tidy command -v clang-tidy
    need cppcheck cppcheck command -v cppcheck
    need gcovr gcovr command -v gcovr
}

look_for_windows()
{
    need "a C compiler for Windows" gcc-mingw-w64-x86-64 command -v x86_64-w64-mingw32-gcc
    need wine wine64 has_wine
}

has_wine() { command -v /usr/lib/wine/wine64 || command -v wine64; }

look_for_wasm()
{
    need emscripten emscripten command -v emcc
    need node nodejs command -v node
}

# look_for_cross NAME TRIPLET DEBIAN_NAME: a compiler, its C library, and what runs programs.
look_for_cross()
{
    need "a C compiler for $1" "gcc-$2 libc6-dev-$3-cross" command -v "$2-gcc"
    need qemu qemu-user-static command -v qemu-x86_64-static
}

look_for_s390x() { look_for_cross s390x s390x-linux-gnu s390x; }
look_for_arm64() { look_for_cross arm64 aarch64-linux-gnu arm64; }
look_for_i686() { look_for_cross i686 i686-linux-gnu i386; }

look_for_platforms()
{
    look_for_windows
    look_for_wasm
    look_for_s390x
    look_for_arm64
    look_for_i686
}

has_fuzzer()
{
    echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' |
        clang -fsanitize=fuzzer,address -x c -o /dev/null -
}

look_for_fuzzing()
{
    need clang clang command -v clang
    need "clang's sanitizers" libclang-rt-dev has_fuzzer
}

has_nlohmann() { echo '#include <nlohmann/json.hpp>' | c++ -x c++ -E -; }

look_for_cpp()
{
    need "a C++ compiler" g++ command -v c++
    need nlohmann/json.hpp nlohmann-json3-dev has_nlohmann
}

look_for_luajit()
{
    need luajit luajit command -v luajit
    need "the Lua module cjson" lua-cjson luajit -e 'require "cjson"'
}

look_for_abi()
{
    need castxml castxml command -v castxml
    need abidiff abigail-tools command -v abidiff
    need clang clang command -v clang
    need "cffi for Python" python3-cffi /usr/bin/python3 -c 'import cffi'
    need "PHP" php-cli command -v php
}

has_r_package() { Rscript --vanilla -e "library($1)"; }

look_for_r()
{
    need R r-base-core command -v Rscript
    need make make command -v make
    need "jsonlite for R" r-cran-jsonlite has_r_package jsonlite
    need "codetools for R" r-cran-codetools has_r_package codetools
}

look_for_java()
{
    need "a Java compiler" default-jdk-headless command -v javac
    need JNA libjna-java test -e /usr/share/java/jna.jar
    need Gson libgoogle-gson-java test -e /usr/share/java/gson.jar
}

look_for_go() { need Go golang-go command -v go; }

has_serde_json() { ls /usr/share/cargo/registry/serde_json-1.*; }

look_for_rust()
{
    need Cargo cargo command -v cargo
    need serde_json librust-serde-json-dev has_serde_json
    need bindgen bindgen command -v bindgen
}

has_python_module() { /usr/bin/python3 -c "import $1"; }

look_for_python()
{
    need numpy python3-numpy has_python_module numpy
    need pandas python3-pandas has_python_module pandas
    need "pip, setuptools and wheel for Python" \
        "python3-pip python3-setuptools python3-wheel" has_python_module setuptools,pip,wheel
    need mypy mypy command -v mypy
}

# Node.js and npm are there for other tests.
look_for_javascript() { need emscripten emscripten command -v emcc; }

look_for_bindings()
{
    look_for_cpp
    look_for_luajit
    look_for_r
    look_for_python
    look_for_javascript
    look_for_java
    look_for_go
    look_for_rust
}

# look KIND...: sets `missing` (names) and `packages`.
look()
{
    missing='' packages=''
    for look_kind in "$@"; do
        "look_for_$look_kind"
    done
}

stop()
{
    echo "$1" >&2
    exit 1
}

install_packages()
{
    echo "Installing$packages ..."
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update ||
        echo "apt-get update failed; going on with the lists that are there" >&2
    # The list is words.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends $packages >/dev/null
}

# wish KIND...: what some tests want, which are skipped where it is not to be had.
wish()
{
    look "$@"
    if [ -n "$missing" ] && is_debian && { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; }; then
        install_packages || echo "Not all of it could be installed." >&2
        look "$@"
    fi
    [ -z "$missing" ] || echo "Some tests will be skipped; missing: $missing" >&2
}

has_recent_meson()
{
    meson_major=$(meson --version) && meson_major=${meson_major%%.*} && [ "$meson_major" -ge 1 ]
}

# set_up DIR KIND...: sees to it that everything is there, or stops.
set_up()
{
    set_up_dir=$1
    shift
    look "$@"
    if [ -n "$missing" ]; then
        is_debian || stop "Missing: $missing. Please install and run this again."
        [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
            stop "Missing: $missing. Please install$packages as root, or run this as root."
        install_packages
        look "$@"
        [ -z "$missing" ] || stop "Still missing after the installation: $missing."
    fi

    # Distributions older than Debian 12 and Ubuntu 24.04 have a Meson before 1.0.
    has_recent_meson && return
    is_debian || stop "Missing: meson 1.0 or later; this is $(meson --version)."
    if [ ! -x "$set_up_dir/meson/bin/meson" ]; then
        packages=' python3-venv'
        install_packages
        echo "Fetching Meson 1 into $set_up_dir/meson ..."
        python3 -m venv "$set_up_dir/meson"
        "$set_up_dir/meson/bin/pip" install --quiet 'meson >= 1.0, < 2' ||
            stop "Missing: meson 1.0 or later; this is $(meson --version)."
    fi
    PATH=$set_up_dir/meson/bin:$PATH
    has_recent_meson || stop "Missing: meson 1.0 or later."
}

# build DIR OPTION...: configures DIR anew and builds it; shows the log only
# where that fails.
build()
{
    build_dir=$1
    shift
    build_wipe=''
    [ ! -d "$build_dir/meson-private" ] || build_wipe=--wipe
    mkdir -p "$build_dir"
    build_log=$build_dir.log
    # shellcheck disable=SC2086
    if meson setup $build_wipe "$@" "$build_dir" "$source" >"$build_log" 2>&1 &&
        meson compile -C "$build_dir" >>"$build_log" 2>&1; then
        return 0
    fi
    tail -n 60 "$build_log" >&2
    echo "The build in $build_dir failed." >&2
    return 1
}
