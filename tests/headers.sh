#!/usr/bin/env bash
# headers.sh SOURCE BUILD [--each]: do the public headers compile without a warning in projects that
# ask for many? All of them, with each compiler there is, as C++20 and as C++23; with --each, every
# header by itself too. Ends with "N passed, N failed".
set -euo pipefail
source=$1 build=$2
warnings=(-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
passed=0 failed=0

# compiles COMPILER STANDARD HEADER...
compiles() {
    local compiler=$1 standard=$2
    shift 2
    if printf '#include <noble/%s>\n' "$@" | "$compiler" -std="$standard" -x c++ -fsyntax-only \
        "${warnings[@]}" -I "$source/include" -I "$build/include" -; then
        passed=$((passed + 1))
    else
        echo "FAILED: $compiler -std=$standard"
        failed=$((failed + 1))
    fi
}

mapfile -t headers < <(cd "$source/include/noble" && printf '%s\n' *.hpp)
for compiler in g++ clang++; do
    command -v "$compiler" >/dev/null || continue
    for standard in c++20 c++2b; do
        compiles "$compiler" "$standard" "${headers[@]}"
    done
done
if [[ ${3:-} == --each ]]; then
    for header in "${headers[@]}"; do
        compiles g++ c++20 "$header"
    done
fi
echo "$passed passed, $failed failed"
((failed == 0))
