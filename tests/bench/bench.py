"""Measures noble beside its peers, in turn: each round times every contender of a job once.

The C++ contenders answer over a pipe (main.cpp), the Python ones run here; nobody's output goes
unchecked. Writes PREFIX.md, PREFIX.json and PREFIX.svg, and the tables to standard output.
"""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import goals
import picture
import programs
import python_peers
import report

LARGEST_ERROR = {"float32": 1e-5, "complex64": 1e-5, "float64": 1e-12}
QUICK_RUN = 0.1  # seconds; what is quicker is run once before it is timed, to warm the caches
PEERS = ("SciPy", "PyTorch", "liquid-dsp", "GNU Radio", "FFTW", "ffmpeg", "SoX")


class Program:
    """The C++ contenders."""

    def __init__(self, path, quick):
        self.process = subprocess.Popen(
            [path] + ["--quick"] * quick, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __call__(self, command):
        print(command, file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the program ended at '{command}'")
        answer = json.loads(line)
        if "failed" in answer:
            raise RuntimeError(f"'{command}': {answer['failed']}")
        return answer


class InProgram:
    """A contender in the C++ program."""

    def __init__(self, program, name):
        self.program, self.name = program, name
        self.approximate = False

    def check(self):
        answer = self.program(f"check {self.name}")
        return answer["seconds"], answer.get("error", 0.0)

    def time(self):
        return self.program(f"time {self.name}")["ns"] * 1e-9


class InPython:
    """A contender in this process."""

    def __init__(self, contender, reference):
        self.contender, self.reference = contender, reference
        self.approximate = contender.scale > 1
        self.once, self.repeats = 0.0, 1

    def check(self):
        self.once, output = self.run()
        self.repeats = max(1, int(2e-3 / self.once))
        expected = self.reference[self.contender.skip :]
        output = self.contender.entries(output)
        length = len(expected) if not self.approximate else len(output)
        return self.once * self.contender.scale, difference(output[:length], expected[:length])

    def time(self):
        if self.once < QUICK_RUN:
            self.contender.run()
        start = time.perf_counter()
        for _ in range(self.repeats):
            self.contender.run()
        return (time.perf_counter() - start) / self.repeats * self.contender.scale

    def run(self):
        start = time.perf_counter()
        output = self.contender.run()
        return time.perf_counter() - start, output


def difference(output, expected):
    if len(output) != len(expected):
        return float("inf")
    return float(abs(output - expected).max() / abs(expected).max())


def measure(program, index, job, folder, rounds, longest):
    ready = program(f"job {index}")
    bound = LARGEST_ERROR[job["element"]]
    if ready["error"] > bound:
        raise SystemExit(f"{job['name']}: noble is off its definition by {ready['error']:.2g}")
    program(f"write {folder}")
    data = python_peers.Data(job, folder)
    entries = {name: InProgram(program, name) for name in ready["contenders"]}
    for name, contender in python_peers.contenders(data).items():
        entries[name] = InPython(contender, data.reference)

    result = {"job": job, "contenders": {}}
    result |= {key: ready[key] for key in ("memory", "methods", "error") if key in ready}
    wanted = {}
    for name, entry in entries.items():
        seconds, error = entry.check()
        if error > bound:
            print(f"{job['name']}: {name} is off by {error:.2g} and not timed", file=sys.stderr)
            continue
        wanted[name] = max(1, min(rounds, int(longest / seconds)))
        result["contenders"][name] = {
            "times": [], "error": error, "approximate": entry.approximate
        }
    order = list(wanted)
    for i in range(max(wanted.values())):
        for name in order[i % len(order) :] + order[: i % len(order)]:
            if i < wanted[name]:
                result["contenders"][name]["times"].append(entries[name].time())
    for of_one in result["contenders"].values():
        of_one["median"] = statistics.median(of_one["times"])
    return result


def machine(versions):
    text = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", text)
    family = re.search(r"cpu family\s*: (\d+)\nmodel\s*: (\d+)", text)
    return {
        "cpu": model.group(1) if model else platform.processor(),
        "family and model": " / ".join(family.groups()) if family else "",
        "cores": os.cpu_count(),
        "instruction set": versions["instruction set"],
        "compiler": versions["compiler"],
        "kernel": platform.release().split("-")[0],
    }


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="noble_bench, as Meson built it")
    parser.add_argument("--noble", required=True, help="noble, the program")
    parser.add_argument("--report", required=True, help="where the report goes, without .md")
    parser.add_argument("--quick", action="store_true", help="short signals, 3 rounds")
    parser.add_argument("--jobs", default="", help="only jobs whose name matches this pattern")
    parser.add_argument("--rounds", type=int, help="how often each contender is timed")
    return parser.parse_args()


def main():
    given = arguments()
    rounds = given.rounds or (3 if given.quick else 7)
    longest = 0.3 if given.quick else 2  # seconds that a contender may take in a job's rounds
    program = Program(given.program, given.quick)
    versions = program("versions")
    peers = {**python_peers.versions(), **versions["peers"], **programs.versions()}
    results = {}
    start = time.monotonic()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for index, job in enumerate(program("jobs")):
            if re.search(given.jobs, job["name"]):
                print(f"{time.monotonic() - start:4.0f} s  {job['name']}", file=sys.stderr)
                results[job["name"]] = measure(program, index, job, folder, rounds, longest)
        whole = programs.Bench(given.noble, folder, given.quick)
        for name in whole.names():
            if re.search(given.jobs, name):
                print(f"{time.monotonic() - start:4.0f} s  {name}", file=sys.stderr)
                results[name] = whole.measure(name, rounds)
    document = {
        "machine": machine(versions),
        "peers": {name: peers.get(name) for name in PEERS},
        "quick": given.quick,
        "rounds": rounds,
        "goals": goals.judged(results),
        "jobs": list(results.values()),
    }
    text = report.markdown(document)
    Path(given.report + ".md").write_text(text)
    Path(given.report + ".json").write_text(json.dumps(document, indent=1) + "\n")
    Path(given.report + ".svg").write_text(picture.svg(document))
    print(text, end="")


if __name__ == "__main__":
    main()
