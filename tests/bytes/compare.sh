#!/usr/bin/env bash
# compare.sh REVISION [BUILD]: does BUILD (build unless given) compute, byte for byte, what REVISION
# computed? Builds REVISION's Python module below BUILD/bytes, which takes some minutes, and prints
# the cases that differ.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
revision=$(git rev-parse --short "$1") build=$(realpath "${2:-build}")
work=$build/bytes
mkdir -p "$work"

if [[ ! -f $work/$revision.txt ]]; then
    [[ -d $work/$revision ]] || git worktree add --detach "$work/$revision" "$revision" >&2
    meson setup --buildtype=release -Dtests=false "$work/$revision/build" "$work/$revision" >&2
    ninja -C "$work/$revision/build" >&2
    LD_LIBRARY_PATH=$work/$revision/build/lib PYTHONPATH=$work/$revision/build/apps/python \
        tests/bytes/record.py >"$work/new.txt"
    mv "$work/new.txt" "$work/$revision.txt"
    git worktree remove --force "$work/$revision"
fi
PYTHONPATH=$build/apps/python tests/bytes/record.py >"$work/this.txt"
diff "$work/$revision.txt" "$work/this.txt"
echo "$(wc -l <"$work/this.txt") cases, none differs from $revision"
