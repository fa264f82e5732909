"""The rooms, from the ground up, and who lives where."""

import re
from pathlib import PurePosixPath

from source_tree import ROOT

# The room of a public header is that of the source of its name, which includes it first. These have
# no such source, or are of a room below it, where others need them.
HEADER_ROOMS = {
    "array": "base",  # names for xtensor's arrays
    "boundary": "algebra/words",  # words take boundaries; their maps are in finite
    "build_information": "about",
    "design": "design",
    "error": "base",
    "instruction_set": "kernels",
    "method": "engine/methods",
    "plan_options": "engine/planning",
    "plan_report": "engine/planning",
    "proof": "algebra/proof/decision",
    "rational": "algebra/numbers",
    "signal_format": "io",
    "strided_array": "finite",
    "support": "algebra/words",
    "threads": "engine/signals",
    "version": "base",
    "wisdom": "engine/planning",
    "write_report": "io/blocks",
}
EVERYTHING = "include/noble/noble.hpp"  # includes all, and is of no room


# Above all rooms of lib. Python takes its JSON and the names of sample types from the command line.
APPS = ["apps/noble", "apps/python"]
# Each instruction set has one of its own, in a folder that its kernels alone are compiled with.
OF_EACH_SET = "registers.hpp"


def room_order():
    """The rooms of lib as lib/meson.build lists them, then the apps."""
    text = (ROOT / "lib" / "meson.build").read_text("utf-8")
    listed = re.search(r"^room_order = \[(.*?)\]", text, re.S | re.M)[1]
    return re.findall(r"'([^']+)'", listed) + APPS


def room_of(path):
    """The room of a file: the longest folder that is one."""
    below = path.removeprefix("lib/")
    rooms = [room for room in room_order() if below.startswith(room + "/")]
    return max(rooms, key=len, default=None)


def derived_rooms(sources):
    """The rooms of the public headers that a source of their name implements, by header."""
    found = {}
    for source in sources:
        name = PurePosixPath(source.path).stem
        own = source.path.startswith("lib/") and source.path.endswith(".cpp")
        if own and source.includes[:1] == [f"noble/{name}.hpp"]:
            found[name] = room_of(source.path)
    return found


def target_of(text, path):
    """The file that an include means; a program's sources are sought in its own folder first."""
    if text.startswith("noble/"):
        return f"include/{text}"
    if text == OF_EACH_SET:
        return f"lib/kernels/{text}"
    roots = [*reversed(APPS), "lib"] if path.startswith("apps/") else ["lib"]
    return next((f"{r}/{text}" for r in roots if (ROOT / r / text).exists()), text)


def upward_includes(sources, headers):
    """(file, what it includes, their rooms) of each include from a room that comes later, or from
    none. `headers`: the rooms of the public ones."""
    order = {room: number for number, room in enumerate(room_order())}

    def room(path):
        if path.startswith("include/noble/"):
            return headers.get(PurePosixPath(path).stem)
        return room_of(path)

    found = []
    for source in sources:
        here = room(source.path)
        if source.path == EVERYTHING:
            continue
        for text in source.includes:
            target = target_of(text, source.path)
            there = here if target == EVERYTHING and here in APPS else room(target)
            if here is None or there is None or order[there] > order[here]:
                found.append((source.path, text, here, there))
    return found
