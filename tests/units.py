#!/usr/bin/env python3
"""Prints the sources that are compiled for some folders: units.py BUILD FOLDER...

A room is one source, which includes those of the room. Each source once: clang-tidy takes all of its
commands, as kernels have one for each instruction set.
"""

import json
import sys
from pathlib import Path


def main(build, *folders):
    entries = json.loads((Path(build) / "compile_commands.json").read_text("utf-8"))
    units = (
        Path(entry["directory"], entry["file"])
        for entry in entries
        if entry.get("output", "").split("/", 1)[0] in folders
    )
    for unit in dict.fromkeys(unit for unit in units if unit.suffix == ".cpp"):
        print(unit)


if __name__ == "__main__":
    main(*sys.argv[1:])
