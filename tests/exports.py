#!/usr/bin/env python3
"""exports.py LIBRARY SOURCE BUILD: does the library export what is public, and nothing else?

Every symbol is an instance of the standard library's templates, or of noble and such as the headers
in include/noble declare: the compiler is asked. Ends with "N passed, N failed".
"""

import re
import subprocess
import sys
from pathlib import Path

DATA = r"(?:(?:typeinfo|typeinfo name|vtable|VTT|guard variable) for )?"
OPERATOR = r"operator(?:\(\)|\[\]|[^\w\s(]+)"
OURS = re.compile(rf"{DATA}noble((?:::(?:{OPERATOR}|~?\w+))+)")
STANDARD = re.compile(rf"{DATA}(?:std|__gnu_cxx)::|operator (?:new|delete)")


def exported(library):
    """What the library defines for others, in C++'s spelling."""
    table = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, check=True)
    symbols = b"\n".join(line.split()[-1] for line in table.stdout.splitlines())
    names = subprocess.run(["c++filt", "-p"], input=symbols, capture_output=True, check=True)
    return names.stdout.decode().splitlines()


def outermost(chain, namespaces):
    """The first name in noble::a::b::c that is not a namespace's: a class holds the rest."""
    names = ["noble"]
    for name in chain.split("::")[1:]:
        names.append(name)
        if "::".join(names) not in namespaces:
            break
    return "::".join(names)


def undeclared(names, headers, folders):
    """Those of these names that a program which includes the headers cannot name."""
    lines = [f"#include <noble/{header.name}>" for header in headers]
    lines += [f"namespace name_{i} {{ using {name}; }}" for i, name in enumerate(names)]
    compiled = subprocess.run(
        ["c++", "-std=c++20", "-x", "c++", "-fsyntax-only", "-fmax-errors=0", "-w"]
        + [f"-I{folder}" for folder in folders] + ["-"],
        input="\n".join(lines), capture_output=True, text=True,
    )
    lines = re.findall(r"^<stdin>:(\d+):\d+: error", compiled.stderr, re.M)
    wrong = {int(line) - 1 - len(headers) for line in lines}
    if compiled.returncode and (not wrong or min(wrong) < 0):
        sys.exit(compiled.stderr)
    # Friends that are declared in a class alone are found by their arguments only.
    text = "\n".join(header.read_text() for header in headers)
    friends = set(re.findall(r"\bfriend [^;{]*?(operator[^\w\s(]+|\w+)\(", text))
    return [names[i] for i in sorted(wrong) if names[i].rsplit("::", 1)[-1] not in friends]


def main(library, source, build):
    folders = [Path(source, "include"), Path(build, "include")]
    headers = sorted(folders[0].glob("noble/*.hpp"))
    inner = re.findall(r"^namespace (\w+) \{", "\n".join(h.read_text() for h in headers), re.M)
    namespaces = {"noble", *(f"noble::{name}" for name in inner)}
    symbols = exported(library)
    ours = [OURS.match(symbol) for symbol in symbols]
    names = {outermost(found[1], namespaces) for found in ours if found}
    foreign = [s for s, found in zip(symbols, ours) if not found and not STANDARD.match(s)]
    private = undeclared(sorted(names), headers, folders)
    for title, found in (("not noble's", foreign), ("not declared in a public header", private)):
        if found:
            print(f"{len(found)} exported names are {title}:", *found[:20], sep="\n  ")
    enough = "noble::prove" in names
    if not enough:
        print("noble::prove is not exported: is this the library?")
    failed = sum(map(bool, (foreign, private, not enough)))
    print(f"{3 - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
