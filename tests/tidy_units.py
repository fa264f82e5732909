#!/usr/bin/env python3
"""Writes what clang-tidy shall read: tidy_units.py BUILD OUT FOLDER...

One unit for each target in the folders, which includes all of its sources: what they share is read
once. OUT gets the units and their compile_commands.json; their paths are printed, the most sources
first. Options that are g++'s own are left out: clang does not know them, or has no omp.h.
"""

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

GCC_OPTIONS = re.compile(
    r" -(fno-predictive-commoning|fopenmp|fpch-preprocess|Winvalid-pch|include [^ ]*)"
)


def targets_in(commands, folders):
    targets = defaultdict(list)
    for entry in commands:
        target = Path(entry["output"]).parent
        if target.parts[0] in folders and entry["file"].endswith(".cpp"):
            targets[target].append(entry)
    return targets


def unit_of(target, entries, out):
    unit = out / f"{target.name}.cpp"
    sources = [Path(entry["directory"], entry["file"]) for entry in entries]
    unit.write_text("".join(f'#include "{source}"\n' for source in sources), "utf-8")
    first = entries[0]
    command = GCC_OPTIONS.sub("", first["command"]).replace(first["file"], str(unit))
    return {"directory": first["directory"], "command": command, "file": str(unit)}


def main(build, out, *folders):
    out = Path(out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    commands = json.loads((Path(build) / "compile_commands.json").read_text("utf-8"))
    targets = targets_in(commands, folders)
    units = [unit_of(*target, out) for target in targets.items()]
    (out / "compile_commands.json").write_text(json.dumps(units, indent=1), "utf-8")
    for unit in sorted(units, key=lambda unit: -Path(unit["file"]).stat().st_size):
        print(unit["file"])


if __name__ == "__main__":
    main(*sys.argv[1:])
