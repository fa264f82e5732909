#!/usr/bin/env bash
# run.sh BUILD WORK: installs noble's build directory BUILD below WORK, moves what was installed, and
# prints what the program there says. Everything else goes to WORK/log.
set -euo pipefail
consumers=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$consumers/install.sh"
build=$1 work=$2

{
    install_and_move "$build" "$work"
    ldd "$work/noble/bin/noble"
    finds_its_library "$work/noble/bin/noble" "$work/noble"
} >"$work/log" 2>&1

"$work/noble/bin/noble" matrix 'down(2)' -n 4
