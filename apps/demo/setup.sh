# Shared by apps/demo/run.sh and tests/run.sh, which source it from the root of the repository:
# the Debian packages that noble needs, and how it is configured and built.
# shellcheck shell=bash disable=SC2034 # the lists are for the scripts that source this

build_packages=(
    g++ meson ninja-build pkg-config
    libxtensor-dev libxsimd-dev libgmp-dev libfftw3-dev
    libsndfile1-dev libcli11-dev nlohmann-json3-dev
    pybind11-dev python3-dev python3-numpy
)
test_packages=(
    cmake doctest-dev librapidcheck-dev python3-pytest python3-scipy mypy
    python3-nbclient python3-nbformat python3-ipykernel python3-matplotlib
)
# clang-tidy before 22 looks into every header of the system too, which takes twice the time; the
# layout is clang-format 14's.
check_packages=(clang-format-14 clang-tidy-22)
release_packages=(clang debhelper dh-python lintian python3-mesonpy python3-pip python3-venv)

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "noble: neither root nor sudo; as root, run: $*" >&2
        return 1
    fi
}

# install PACKAGE...: installs those that are missing, and nothing else.
install() {
    local package missing=()
    if ! command -v dpkg-query >/dev/null; then
        echo "noble: not a Debian system; what these packages hold is needed: $*" >&2
        return 0
    fi
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
            missing+=("$package")
    done
    if ((${#missing[@]})); then
        echo "Installing ${missing[*]}"
        as_root apt-get -qq update
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install \
            --yes --no-install-recommends "${missing[@]}" >/dev/null
    fi
}

# build DIR [MESON OPTION...]: configures DIR, or adjusts it to the options, and builds it, or only
# $target where that is set.
build() {
    local directory=$1 again=()
    shift
    [[ -f $directory/build.ninja ]] && again=(--reconfigure)
    mkdir -p "$directory"
    echo "Building in $directory"
    if ! meson setup "${again[@]}" "$@" "$directory" >"$directory/setup.log" 2>&1; then
        cat "$directory/setup.log" >&2
        return 1
    fi
    ninja --quiet -C "$directory" ${target:+"$target"}
}
