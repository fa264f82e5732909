#!/usr/bin/env bash
# Command one: installs what is missing, builds the library and the program, and takes a real
# recording to a quarter of its rate. For Debian 12, as root or with sudo.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source apps/demo/setup.sh

install "${build_packages[@]}"
targets=apps/noble/noble build build --buildtype=release -Dtests=false

noble=build/apps/noble/noble
recording=apps/demo/cash-register.flac
mkdir -p build/demo

show() { # echoes a command as a person would type it, then runs it
    local word line='$ noble'
    for word in "$@"; do
        [[ $word == *[\ \(\*]* ]] && word="'$word'"
        line+=" $word"
    done
    printf '\n%s\n' "$line"
    "$noble" "$@"
}

show info "$recording"
show apply 'down(4) * conv(lowpass(0.2, 255))' "$recording" build/demo/cash-register-quarter-rate.wav
show info build/demo/cash-register-quarter-rate.wav
show apply 'down(4)' "$recording" build/demo/cash-register-aliased.wav
show matrix 'down(2) * conv([1 2 1]@1)' -n 8 --window same

cat <<'END'

The matrix is a small word of the same kind: smooth with 1 2 1, keep every second sample.

Listen to apps/demo/cash-register.flac, then to
  build/demo/cash-register-quarter-rate.wav   filtered, then every fourth sample: the same bell, duller
  build/demo/cash-register-aliased.wav        every fourth sample alone: the bell's partials at 6.4, 7.1
                                              and 8.0 kHz come back as wrong notes at 4.6, 3.9 and 3.0 kHz
END
