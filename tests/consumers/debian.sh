#!/usr/bin/env bash
# debian.sh WORK: makes the Debian packages in WORK, has lintian look at them, and uses what is in
# them: the program, the Python module, and the library from a program of somebody else's.
set -euo pipefail
consumers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$consumers/install.sh"
mkdir -p "$1"
work=$(realpath "$1")

rm -rf "$work"/{*.deb,*.changes,root,with-cmake}
"$consumers/../../apps/debian/build.sh" "$work" >"$work/build.log" 2>&1 || {
    tail -n 50 "$work/build.log" >&2
    exit 1
}
lintian --allow-root --fail-on=error "$work"/*.changes

for package in libnoble0 libnoble-dev noble python3-noble; do
    dpkg --extract "$work/$package"_*.deb "$work/root"
done
unset LD_LIBRARY_PATH PYTHONPATH
word='down(2) * conv([1 2 1]@1)'

says() { # says EXPECTED COMMAND...
    local expected=$1 said
    shift
    said=$("$@")
    [[ $said == "$expected" ]] || {
        printf '%s said: %s\n' "$*" "$said" >&2
        return 1
    }
}

says "$word" "$work/root/usr/bin/noble" simplify "$word"
PYTHONPATH=$work/root/usr/lib/python3/dist-packages says "$word" \
    /usr/bin/python3 -c "import noble; print(noble.parse('$word'))"
cmake -G Ninja -S "$consumers/cmake" -B "$work/with-cmake" -DCMAKE_PREFIX_PATH="$work/root/usr" \
    >"$work/cmake.log"
cmake --build "$work/with-cmake" >>"$work/cmake.log"
says 'down(2) * conv([1 2 1])' "$work/with-cmake/consumer"
finds_its_library "$work/with-cmake/consumer" "$work/root"
