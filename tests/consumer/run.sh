#!/usr/bin/env bash
# run.sh BUILD WORK: installs noble's build directory BUILD below WORK, builds this project against
# what was installed, and prints what the program says. Everything else goes to WORK/log.
set -euo pipefail
consumer=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1 work=$2

{
    meson install -C "$build" --no-rebuild --destdir "$work/root"
    pc=$(find "$work/root" -name noble.pc)
    [[ -n $pc ]]
    library=$(dirname "$(find "$work/root" -name libnoble.so)")
    PKG_CONFIG_PATH=$(dirname "$pc") meson setup "$work/build" "$consumer"
    ninja -C "$work/build"
} >"$work/log" 2>&1

LD_LIBRARY_PATH=$library "$work/build/consumer"
