#!/usr/bin/env python3
"""Counts test cases: count.py [LABEL=BUILD_DIRECTORY=[TEST]...]... [--failed=STEP]...

Reads what `meson test` left in each build directory, prints one line for each and, last, the sum
as "N passed, N failed". A test program that is missing from the log, or says no summary that is
known here, or fails although its summary does not, counts as one failure; so does each STEP.
"""

import json
import re
import sys
from pathlib import Path

# What a test program says at its end; the last match counts. A new kind of test adds a line here.
SUMMARIES = [
    re.compile(r"^\[doctest\] test cases:.*\|\s*(?P<passed>\d+) passed \|\s*(?P<failed>\d+) failed", re.M),
    re.compile(r"^(?P<passed>\d+) passed, (?P<failed>\d+) failed$", re.M),
    # pytest: "1 failed, 2 passed, 3 skipped in 0.45s"; an error in a fixture is a failure as well.
    re.compile(
        r"^(?:=+ )?(?=\d+ (?:failed|passed))(?:(?P<failed>\d+) failed)?(?:, )?"
        r"(?:(?P<passed>\d+) passed)?(?:, \d+ [a-z]+)* in [\d.]+s",
        re.M,
    ),
]


def count_program(name, run):
    """(passed, failed) of one test program, given its entry in Meson's log or None."""
    if run is None:
        print(f"  {name}: did not run")
        return 0, 1
    found = [m for pattern in SUMMARIES for m in pattern.finditer(run.get("stdout") or "")]
    passed, failed = (int(found[-1][k] or 0) for k in ("passed", "failed")) if found else (0, 0)
    ok = run["result"] == "OK"
    if failed == 0 and not (passed and ok):
        print(f"  {name}: {'no test case' if ok else run['result'].lower()}")
        failed = 1
    return passed, failed


def count_build(directory, wanted):
    """(passed, failed) of these test programs of one build directory, or of all."""
    tests = directory / "meson-info" / "intro-tests.json"
    listed = json.loads(tests.read_text("utf-8")) if tests.exists() else []
    names = wanted or [test["name"] for test in listed] or ["tests"]
    log = directory / "meson-logs" / "testlog.json"
    lines = log.read_text("utf-8", "replace").splitlines() if log.exists() else []
    runs = {}
    for line in lines:
        try:
            run = json.loads(line)
        except ValueError:  # cut short: whatever it was about did not run to its end
            continue
        runs[run["name"].rsplit(" / ", 1)[-1]] = run
    counts = [count_program(name, runs.get(name)) for name in names]
    return sum(c[0] for c in counts), sum(c[1] for c in counts)


def main(arguments):
    passed = 0
    failed = sum(a.startswith("--failed=") for a in arguments)
    print()
    for label, directory, tests in (a.split("=") for a in arguments if not a.startswith("--")):
        p, f = count_build(Path(directory), tests.split())
        print(f"{label}: {p} passed, {f} failed")
        passed, failed = passed + p, failed + f
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
