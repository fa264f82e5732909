#!/usr/bin/env bash
# run.sh BUILD WORK: builds this project against noble's build directory BUILD, and against what that
# installs below WORK, once moved; prints what both programs say. Everything else goes to WORK/log.
set -euo pipefail
consumers=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$consumers/install.sh"
build=$1 work=$2

{
    install_and_move "$build" "$work"
    ln -s "$(realpath "$build")" "$work/built"
    for place in built noble; do
        cmake -G Ninja -S "$consumers/cmake" -B "$work/with-$place" -DCMAKE_PREFIX_PATH="$work/$place"
        cmake --build "$work/with-$place"
        finds_its_library "$work/with-$place/consumer" "$work/$place"
    done
} >"$work/log" 2>&1

"$work/with-built/consumer"
"$work/with-noble/consumer"
