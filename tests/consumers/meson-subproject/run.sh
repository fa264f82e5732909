#!/usr/bin/env bash
# run.sh SOURCE WORK [--configure]: builds this project below WORK, with noble's sources SOURCE as its
# subproject, and prints what the program says; or only configures it, and prints the programs and
# tests there are, which are this project's alone. Everything else goes to WORK/log.
set -euo pipefail
consumers=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source=$(realpath "$1") work=$2

{
    mkdir -p "$work/project/subprojects"
    cp "$consumers/consumer.cpp" "$consumers/meson-subproject/meson.build" "$work/project"
    ln -sfn "$source" "$work/project/subprojects/noble"
    meson setup --wrap-mode=nodownload --buildtype=plain -Doptimization=0 \
        "$work/build" "$work/project"
    [[ ${3:-} == --configure ]] || ninja -C "$work/build"
} >"$work/log" 2>&1

if [[ ${3:-} == --configure ]]; then
    meson introspect --targets --tests --force-object-output "$work/build" | python3 -c '
import json, sys
about = json.load(sys.stdin)
print(*(t["name"] for t in about["targets"] if t["type"] == "executable"))
print(*(t["name"] for t in about["tests"]))'
else
    "$work/build/noble"
fi
