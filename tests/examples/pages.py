#!/usr/bin/env python3
"""The pages' snippets, run:

    pages.py cpp OUT PAGE...                      one C++ program of all ```cpp blocks
    pages.py check SNIPPETS NOBLE PAGE...         runs that program and every command line

A C++ block is a program whose output a ```text block below it shows. A command is a line `    $ …`;
the indented lines below it, if any, are what it prints. Commands of a page run in one folder, which
holds the demo's recording as in.flac. (```python blocks are doctests: tests/python/test_docs.py.)
The last line of `check` is "N passed, N failed".
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "tests" / "bench" / "report.md"
CPP = re.compile(r"^```cpp\n(?P<code>.*?)^```\n(?:\n(?:prints\n\n)?```text\n(?P<output>.*?)^```\n)?", re.M | re.S)
INCLUDE = re.compile(r"^#include .*\n", re.M)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)[^)\s]*\)")
PROMPT = "    $ "


def every_page():
    """All pages of the repository that hold snippets."""
    folders = (ROOT / folder for folder in ("lib", "apps", "notebooks", "tests"))
    return [ROOT / "README.md"] + sorted(page for f in folders for page in f.rglob("README.md"))


def program_of(blocks):
    """One C++ program that runs the block whose number it is given: they share one compilation."""
    includes = sorted({line for block in blocks for line in INCLUDE.findall(block)})
    parts = []
    for number, block in enumerate(blocks):
        body = INCLUDE.sub("", block).replace("int main() {", "void run() {")
        parts.append(f"namespace snippet_{number} {{\n{body}}}\n")
    cases = "".join(f"        case {n}: snippet_{n}::run(); return 0;\n" for n in range(len(blocks)))
    return (
        "".join(includes) + "#include <cstdlib>\n" + "".join(parts)
        + "int main(int, char** arguments) {\n    switch (std::atoi(arguments[1])) {\n"
        + cases + "        default: return 1;\n    }\n}\n"
    )


def write_program(out, pages):
    blocks = [m["code"] for page in pages for m in CPP.finditer(page.read_text("utf-8"))]
    Path(out).write_text(program_of(blocks), "utf-8")


def commands_in(text):
    """(command, what it prints) of each command line."""
    commands = []
    is_open = False
    for line in text.splitlines():
        if line.startswith(PROMPT):
            commands.append((line.removeprefix(PROMPT), []))
            is_open = True
        elif is_open and line.startswith("    "):
            commands[-1][1].append(line[4:])
        else:
            is_open = False
    return [(command, "".join(f"{line}\n" for line in output)) for command, output in commands]


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, what, wanted, got):
        """One test: whether `got` is as wanted."""
        if got == wanted:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED: {what}\nwanted:\n{wanted}\ngot:\n{got}")


def run(command, folder, program):
    """(exit status, standard output and error) of a command or a list of arguments."""
    path = f"{Path(program).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        command, shell=isinstance(command, str), executable="/bin/bash" if isinstance(command, str) else None,
        cwd=folder, env={**os.environ, "PATH": path}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600, check=False,
    )
    return done.returncode, done.stdout


def check_commands(check, page, program):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "apps" / "demo" / "cash-register.flac", Path(folder) / "in.flac")
        for command, output in commands_in(page.read_text("utf-8")):
            status, printed = run(command, folder, program)
            if output:
                check(f"{page}: {command}", output, printed)
            else:
                check(f"{page}: {command}: {printed}", 0, status)


def check_blocks(check, pages, program):
    blocks = [(page, m) for page in pages for m in CPP.finditer(page.read_text("utf-8"))]
    for number, (page, block) in enumerate(blocks):
        with tempfile.TemporaryDirectory() as folder:
            check(
                f"{page}: {block['code']}", (0, block["output"] or ""),
                run([program, str(number)], folder, program),
            )


def check_links(check, page):
    for target in LINK.findall(page.read_text("utf-8")):
        check(f"{page}: the link {target}", True, (page.parent / target).exists())


def rows_of(text):
    """The rows of tables, their cells without what pads them."""
    return {tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines() if line.startswith("|")}


def check_ratios(check, page):
    """The measured ratios that the README shows are rows of the last report."""
    text, report = page.read_text("utf-8"), REPORT.read_text("utf-8")
    table = text.partition("| job | noble | goal | reached | met |\n")[2].partition("\n\n")[0]
    shown = {row for row in rows_of(table) if "---" not in row}
    check(f"{page}: it shows ratios", True, len(shown) > 0)
    check(f"{page}: its ratios are those of the report", set(), shown - rows_of(report))
    met, missed = report.count("| yes |"), report.count("| **no** |")
    check(f"{page}: how many goals are met", True, f"{met} of {met + missed} goals are met" in text)


def main(arguments):
    mode, *rest = arguments
    if mode == "cpp":
        out, *pages = rest
        return write_program(out, [Path(page).resolve() for page in pages])
    snippets, program, *pages = rest
    pages = [Path(page).resolve() for page in pages]
    check = Checks()
    check("the pages of meson.build are all", sorted(every_page()), sorted(pages))
    check_blocks(check, pages, str(Path(snippets).resolve()))
    check_ratios(check, ROOT / "README.md")
    for page in pages:
        check_commands(check, page, str(Path(program).resolve()))
        check_links(check, page)
    print(f"{check.passed} passed, {check.failed} failed")
    return check.failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
