#!/usr/bin/env bash
# Measures noble beside its peers and writes the report: text on standard output, and
# build-bench/report.md, report.json and report.svg.
#   tests/bench/run.sh [--quick] [--jobs PATTERN] [--rounds N]    --quick: short signals
# Peers that are not installed are named and skipped; README.md beside this says how to get them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source apps/demo/setup.sh

install "${build_packages[@]}" "${python_packages[@]}"
build build-bench --buildtype=release -Dtests=false -Dbench=true
# Debian's packages are Debian's python3's; noble's module is the one just built.
PYTHONPATH=build-bench/apps/python /usr/bin/python3 tests/bench/bench.py \
    --program build-bench/tests/bench/noble_bench --noble build-bench/apps/noble/noble \
    --report build-bench/report "$@"
