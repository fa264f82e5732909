#!/usr/bin/env bash
# run.sh BUILD WORK: installs noble's build directory BUILD below WORK, moves what was installed, builds
# this project against that, and the program alone by hand, against that and against BUILD; prints what
# the three programs say. Everything else goes to WORK/log.
set -euo pipefail
consumers=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$consumers/install.sh"
build=$1 work=$2

# by_hand PROGRAM LIBRARIES: where pkg-config looks for noble is in PKG_CONFIG_PATH.
by_hand() {
    local flags
    read -ra flags < <(pkg-config --cflags --libs noble)
    c++ -std=c++20 "$consumers/consumer.cpp" -o "$1" "${flags[@]}" -Wl,-rpath,"$2"
}

{
    install_and_move "$build" "$work"
    PKG_CONFIG_PATH=$(dirname "$(find "$work/noble" -name noble.pc)")
    export PKG_CONFIG_PATH
    meson setup "$work/build" "$consumers/pkg-config"
    ninja -C "$work/build"
    finds_its_library "$work/build/consumer" "$work/noble"
    by_hand "$work/with-noble" "$(pkg-config --variable=libdir noble)"
    finds_its_library "$work/with-noble" "$work/noble"
    PKG_CONFIG_PATH=$build/meson-uninstalled by_hand "$work/with-built" "$build/lib"
    finds_its_library "$work/with-built" "$build"
} >"$work/log" 2>&1

"$work/build/consumer"
"$work/with-noble"
"$work/with-built"
