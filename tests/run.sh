#!/usr/bin/env bash
# Command two: command one, then every test; ends with "N passed, N failed" (test cases).
#   tests/run.sh [--all]    with CI=true also the format and tidy checks and the sanitizer builds;
#                           --all: these, and what only releases need (the build without FFTW, the
#                           wheel, the Debian packages, noble as a subproject, each header alone)
# The first step that fails ends the run, and counts as a failure itself if it is not a test run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source apps/demo/setup.sh

checks= releases=
[[ ${CI:-} == true ]] && checks=true
case ${1:-} in
    '') ;;
    --all) checks=true releases=true ;;
    *)
        echo "usage: tests/run.sh [--all]" >&2
        exit 2
        ;;
esac

counted=() # LABEL=DIRECTORY=TESTS of each test run that was started
failed=()
trap finish EXIT

finish() {
    local status=$?
    ((${#failed[@]})) && echo "FAILED: ${failed[*]}" >&2
    if ! command -v python3 >/dev/null; then
        echo "0 passed, 1 failed"
        exit 1
    fi
    python3 tests/count.py "${counted[@]}" "${failed[@]/#/--failed=}" || status=1
    exit "$status"
}

# step NAME COMMAND...: ends the run if COMMAND fails.
step() {
    local name=$1 start=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if ! "$@"; then
        failed+=("$name")
        exit 1
    fi
    echo "== $name: $((SECONDS - start)) s"
}

# run_tests LABEL DIRECTORY [TEST...]: a step whose failures are the test cases themselves.
run_tests() {
    printf '\n== %s\n' "tests ($1)"
    local label=$1 directory=$2
    shift 2
    counted+=("$label=$directory=$*")
    rm -f "$directory"/meson-logs/testlog*
    meson test -C "$directory" --no-rebuild --print-errorlogs "$@"
}

sources() { # sources FOLDER...
    find "$@" \( -name '*.cpp' -o -name '*.hpp' \) -print0
}

check_format() {
    sources apps include lib tests | xargs -0 clang-format-14 --dry-run -Werror
}

# A target of lib and apps at a time. Leaves out the counts of suppressed warnings and the progress.
check_tidy() {
    python3 tests/tidy_units.py build build/tidy lib apps |
        xargs -d '\n' -n 1 -P "$(nproc)" \
            clang-tidy-22 -p build/tidy --quiet --extra-arg=-Wno-unknown-warning-option \
            --extra-arg=-Wno-deprecated-declarations 2>&1 |
        sed '/^[0-9]* warnings\{0,1\} .*generated\.$/d; / Processing file /d'
}

check_subproject() {
    [[ $(tests/consumers/meson-subproject/run.sh . "$(mktemp -d)") == 'down(2) * conv([1 2 1])' ]]
}

# What only releases need.
check_releases() {
    step "release packages" install "${release_packages[@]}"
    step "build without FFTW" build build-own-transforms --buildtype=release -Dtests=true -Dfftw=disabled
    NOBLE_RANDOM_WORDS=$random_words run_tests "without FFTW" build-own-transforms
    step "each header alone" tests/headers.sh . build --each
    step "subproject" check_subproject
    step "wheel" tests/consumers/wheel.sh build-wheel build-wheel/consumer
    step "Debian packages" tests/consumers/debian.sh build/debian
}

step "packages" install "${build_packages[@]}" "${python_packages[@]}" "${test_packages[@]}"
if [[ $checks ]]; then
    step "check packages" install "${check_packages[@]}"
    step "format" check_format
fi
step "demo" apps/demo/run.sh
step "build" build build --buildtype=release -Dtests=true ${checks:+--fatal-meson-warnings}
# All random words by hand and with --all; beside the sanitizer builds, what fits into 20 minutes.
random_words=${NOBLE_RANDOM_WORDS:-10000}
[[ $checks && ! $releases ]] && random_words=${NOBLE_RANDOM_WORDS:-3000}
NOBLE_RANDOM_WORDS=$random_words run_tests release build
if [[ $checks ]]; then
    step "tidy" check_tidy
    # Line tables for traces; without the checks of every pointer, which AddressSanitizer and the
    # processor make as well: they take half of the building time; nor the warning that the checks'
    # own code sets off. The suites of what handles memory by hand; all others with --all.
    sanitized=(base engine finite grid io)
    programs=tests/test_core # not `targets`, which every build takes
    if [[ $releases ]]; then
        sanitized+=(algebra apps plot)
        programs+=" tests/test_outer apps/noble/noble"
    fi
    targets=$programs step "sanitizer build" build build-sanitize \
        --buildtype=plain -Doptimization=1 -Db_sanitize=address,undefined -Db_lundef=false \
        -Db_ndebug=false --fatal-meson-warnings \
        -Dcpp_args='-g1 -fno-sanitize=null,alignment,object-size,pointer-overflow,vptr -Wno-maybe-uninitialized'
    export NOBLE_RANDOM_WORDS=$((random_words / 10))
    export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
    run_tests sanitizers build-sanitize "${sanitized[@]}"
    targets=tests/test_concurrent step "thread sanitizer build" build build-thread \
        --buildtype=plain -Doptimization=1 -Db_sanitize=thread -Db_lundef=false \
        -Db_ndebug=false -Dcpp_args=-g1
    run_tests threads build-thread concurrent
fi
[[ -z $releases ]] || check_releases
