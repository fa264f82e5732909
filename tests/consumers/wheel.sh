#!/usr/bin/env bash
# wheel.sh BUILD WORK: makes a wheel with BUILD as its build directory, which is kept for the next
# time, installs it in a virtual environment in WORK and runs the Python tests on it. Needs Debian's
# own Python, and no network.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
mkdir -p "$1" "$2"
build=$(realpath "$1") work=$(realpath "$2")

rm -rf "$work"/{venv,wheels}
# meson-python takes this file for the sign that BUILD was configured.
[[ -f $build/build.ninja ]] || rm -f "$source/.mesonpy-native-file.ini"
/usr/bin/python3 -m venv --system-site-packages "$work/venv"
python=$work/venv/bin/python
"$python" -m pip wheel --quiet --no-build-isolation --no-index --no-deps -w "$work/wheels" \
    --config-settings "builddir=$build" "$source"
"$python" -m pip install --quiet --no-index "$work"/wheels/noble-*.whl
# The notebooks' kernel is this Python, not the system's.
"$python" -m ipykernel install --sys-prefix --name python3 >"$work/ipykernel.log" 2>&1

unset PYTHONPATH LD_LIBRARY_PATH NOBLE_BUILD
cd "$work"
package=$("$python" -c 'import noble, pathlib; print(pathlib.Path(noble.__file__).parent)')
[[ $package == "$work"/venv/* ]]
if ldd "$package"/_noble.*.so | grep libnoble; then
    echo "the wheel looks for a library outside itself" >&2
    exit 1
fi
for file in __init__.pyi py.typed; do
    [[ -f $package/$file ]]
done
"$python" -m pytest -p no:cacheprovider -q --color=no "$source/tests/python"
