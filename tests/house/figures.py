#!/usr/bin/env python3
"""The measures of the house: figures.py [--check]

Prints how long the files and functions of lib, include and apps are, how many files each room has,
which includes run upwards, and which sources have no test of their name. With --check the house is
held to its rules instead; the last line is "N passed, N failed".
"""

import statistics
import sys
from pathlib import PurePosixPath

import named_files
import rooms
import scanner_cases
import source_tree
import tested

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def spread(lengths):
    """count, median, p90 and longest of these lengths."""
    ordered = sorted(lengths)
    p90 = ordered[min(len(ordered) - 1, round(0.9 * (len(ordered) - 1)))]
    return len(ordered), statistics.median(ordered), p90, ordered[-1]


def long_files(sources):
    """Files over the limit without a reason; kernels, and docstrings of bindings, aside."""
    return [
        f"{s.path}: {s.lines} lines"
        for s in sources
        if s.lines > LONGEST_FILE and not s.is_kernel and not s.reason(LONGEST_FILE)
    ]


def long_functions(sources):
    """Functions over the limit without a reason, in them or in the three lines above."""
    return [
        f"{s.path}:{f.line}: {f.name}: {f.lines} lines"
        for s in sources
        if not s.is_kernel
        for f in s.functions
        if f.lines > LONGEST_FUNCTION and not s.reason(LONGEST_FUNCTION, f.line - 3, f.end)
    ]


def upward(sources):
    return [
        f"{file} ({here}) includes {text} ({there})"
        for file, text, here, there in rooms.upward_includes(
            sources, rooms.derived_rooms(sources) | rooms.HEADER_ROOMS
        )
    ]


def misplaced_headers(sources):
    """Public headers of no room, and rows of the table that nothing needs."""
    derived = rooms.derived_rooms(sources)
    public = {
        PurePosixPath(s.path).stem for s in sources if s.path.startswith("include/noble/")
    } | {"version"}
    roomless = public - {"noble"} - set(derived) - set(rooms.HEADER_ROOMS)
    known = set(rooms.upward_includes(sources, derived | rooms.HEADER_ROOMS))
    idle = {
        header
        for header in rooms.HEADER_ROOMS
        if header not in public
        or header in derived
        and known == set(rooms.upward_includes(
            sources, derived | {h: r for h, r in rooms.HEADER_ROOMS.items() if h != header}
        ))
    }
    return [f"{header}.hpp: no source of its name, and no row" for header in sorted(roomless)] + [
        f"{header}.hpp: a row that nothing needs" for header in sorted(idle)
    ]


CHECKS = {
    f"no file over {LONGEST_FILE} lines": long_files,
    f"no function over {LONGEST_FUNCTION} lines": long_functions,
    "no include runs upwards": upward,
    "every public header has a room": misplaced_headers,
    "every source has a test of its name": tested.untested,
    "every exception is one": tested.idle_exceptions,
    "comments name files that are there": named_files.missing,
    "the scanner finds functions": scanner_cases.failures,
}


def check(sources):
    """Prints the misses of each check; whether there were any."""
    failed = 0
    for name, misses_of in CHECKS.items():
        misses = misses_of(sources)
        failed += bool(misses)
        print(f"{'FAILED' if misses else 'passed'}: {name}")
        for miss in misses:
            print(f"    {miss}")
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return failed > 0


def print_figures(sources):
    print("lines                      count  median     p90  longest")
    for folder in source_tree.FOLDERS:
        inside = [s for s in sources if s.path.startswith(folder + "/")]
        functions = [f.lines for s in inside for f in s.functions]
        for what, lengths in (("files", [s.lines for s in inside]), ("functions", functions)):
            count, median, p90, longest = spread(lengths)
            print(f"{folder + ', ' + what:<25}{count:>7}{median:>8g}{p90:>8}{longest:>9}")
    print("\nfiles in each room, from the ground up")
    for room in rooms.room_order():
        files = sum(rooms.room_of(s.path) == room for s in sources)
        print(f"{room:<25}{files:>7}")
    for title, misses in (
        ("includes upwards", upward(sources)),
        (f"files over {LONGEST_FILE} lines without a reason", long_files(sources)),
        (f"functions over {LONGEST_FUNCTION} lines without a reason", long_functions(sources)),
        ("sources without a test of their name", tested.untested(sources)),
    ):
        print(f"\n{title}: {len(misses) or 'none'}")
        for miss in misses:
            print(f"    {miss}")


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    sources = source_tree.sources()
    if arguments:
        return check(sources)
    return print_figures(sources)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
