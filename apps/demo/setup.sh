# Shared by apps/demo/run.sh and tests/run.sh, which source it from the root of the repository:
# the Debian packages that noble needs, and how it is configured and built.
# shellcheck shell=bash disable=SC2034 # the lists are for the scripts that source this

# Meson asks dpkg-dev where Debian's libraries go: without it they are put where nothing looks.
build_packages=(
    g++ dpkg-dev meson ninja-build pkg-config
    libxtensor-dev libxsimd-dev libgmp-dev libfftw3-dev
    libsndfile1-dev libcli11-dev nlohmann-json3-dev
)
python_packages=(pybind11-dev python3-dev python3-numpy)
test_packages=(
    cmake doctest-dev librapidcheck-dev python3-pytest python3-scipy mypy doxygen
    python3-nbclient python3-nbformat python3-ipykernel python3-matplotlib
)
# clang-tidy before 22 looks into every header of the system too, which takes twice the time; the
# layout is clang-format 14's.
check_packages=(clang-format-14 clang-tidy-22 python3-sphinx)
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

# apt COMMAND...: apt-get, which waits for whoever holds its locks (a fresh system's own upgrades do).
apt() {
    local log
    log=$(mktemp)
    until as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=-1 "$@" 2>"$log"; do
        if ! grep -q 'Could not get lock' "$log"; then
            cat "$log" >&2
            rm "$log"
            return 1
        fi
        echo "Waiting for another apt" >&2
        sleep 5
    done
    rm "$log"
}

# install PACKAGE...: installs those that are missing, and nothing else; names each as it goes.
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
        apt update >/dev/null
        apt install --yes --no-install-recommends "${missing[@]}" |
            awk '/^(Need to get|Setting up)/ { sub(/ \.\.\.$/, ""); print "  " $0; fflush() }'
    fi
}

# build DIR [MESON OPTION...]: configures DIR, or adjusts it to the options, and builds it, or only
# $targets where that is set.
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
    # shellcheck disable=SC2086 # a list
    NINJA_STATUS='[%f/%t, %e s] ' ninja -C "$directory" ${targets:-}
}
