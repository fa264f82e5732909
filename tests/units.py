#!/usr/bin/env python3
"""Prints the sources that are compiled for some folders: units.py BUILD FOLDER...

A room is one source, which includes those of the room.
"""

import json
import sys
from pathlib import Path


def main(build, *folders):
    for entry in json.loads((Path(build) / "compile_commands.json").read_text("utf-8")):
        if entry.get("output", "").split("/", 1)[0] in folders:
            print(Path(entry["directory"], entry["file"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
