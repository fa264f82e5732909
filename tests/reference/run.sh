#!/usr/bin/env bash
# The reference of the C++ headers (doxygen) and of the Python module (Sphinx, where both are there),
# in BUILD/reference. Fails for a public name without a comment or a docstring, and
# names it.
#   tests/reference/run.sh [BUILD]    BUILD: where the Python module was built; build unless given
set -euo pipefail
build=$(realpath "${1:-build}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=$build/reference
mkdir -p "$out"
{
    cat tests/reference/Doxyfile
    echo "OUTPUT_DIRECTORY = $out"
} | doxygen -
pages=("$out/cpp/index.html")
export PYTHONPATH=$build/apps/python PYTHONDONTWRITEBYTECODE=1
if /usr/bin/python3 -c 'import sphinx, noble; noble.__version__' 2>/dev/null; then
    /usr/bin/python3 -m sphinx \
        -q -W --keep-going -b html -d "$out/doctrees" tests/reference "$out/python"
    pages+=("$out/python/index.html")
fi
printf '%s\n' "${pages[@]}"
echo "${#pages[@]} passed, 0 failed"
