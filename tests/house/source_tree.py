"""The C++ sources as text: their lines, functions and includes. A scanner, not a compiler: it knows
comments, literals, brackets and braces, and what stands before a brace."""

import dataclasses
import functools
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("lib", "include", "apps")

# What hides braces: comments, raw strings, strings, characters. A ' between digits separates them.
HIDING = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<mark>[^()\\ ]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""",
    re.S,
)
RAW = re.compile(r'R"(?P<mark>[^()\\ ]*)\(.*?\)(?P=mark)"', re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.M)
ACCESS = re.compile(r"\b(public|private|protected):(?!:)")
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


@dataclasses.dataclass(frozen=True)
class Function:
    name: str
    line: int  # where it begins, from 1
    end: int  # where its body closes
    lines: int


def blanked(text):
    """The text without what is in `text` but its line ends."""
    return re.sub(r"[^\n]", " ", text)


def hidden(text):
    """The text with comments, literals and directives blanked: of equal length, line by line."""
    return DIRECTIVE.sub(lambda m: blanked(m[0]), HIDING.sub(lambda m: blanked(m[0]), text))


def docstring_lines(text):
    """The lines, from 1, that hold nothing but a part of a raw string."""
    lines = set()
    left = RAW.sub(lambda m: blanked(m[0]), text).splitlines()
    for match in RAW.finditer(text):
        first = text.count("\n", 0, match.start()) + 1
        last = text.count("\n", 0, match.end()) + 1
        lines |= {n for n in range(first, last + 1) if not left[n - 1].strip(" ),;")}
    return lines


def closing(code, at):
    """Where the brace at `at` is closed."""
    depth = 0
    for match in re.compile(r"[{}]").finditer(code, at):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    raise ValueError("a brace is never closed")


def without_brackets(head):
    """What of a declaration stands outside (…), […], {…} and the <…> of its template."""
    head = re.sub(r"operator\s*(\(\)|[^\s\w(]+)", "operator_", head)
    depth, outside = 0, []
    for character in head:
        depth -= character in ")]}"
        if depth == 0:
            outside.append(character)
        depth += character in "([{"
    text = "".join(outside)
    while (shorter := re.sub(r"<[^<>]*>", "", text)) != text:
        text = shorter
    return text


def kind_of(head):
    """What a brace opens after this declaration: "scope", "function" or "value"."""
    outside = without_brackets(head)
    if re.search(r"\bnamespace\b|\bextern\s*$", outside):
        return "scope"
    if re.search(r"\b(class|struct|union|enum)\b", outside) and "(" not in outside:
        return "scope"
    if head.count("(") > head.count(")") or re.search(r"(?<![=<>!])=(?!=)", outside):
        return "value"
    if "(" not in outside:
        return "value"
    initialises = re.search(r"\)[^(:]*(?<!:):(?!:)", outside)
    return "value" if initialises and re.search(r"[\w>]$", head.rstrip()) else "function"


def functions_of(text, uncounted=frozenset()):
    """The functions with bodies, those within functions aside; `uncounted` lines do not count."""
    code = hidden(text)
    found, begin, at = [], 0, 0
    token = re.compile(r"[{};]")
    while match := token.search(code, at):
        at = match.end()
        head = ACCESS.sub(lambda m: blanked(m[0]), code[begin : match.start()])
        if match[0] == ";" and head.count("(") > head.count(")"):
            continue
        if match[0] != "{":
            begin = at
            continue
        kind = kind_of(head)
        if kind == "scope":
            begin = at
            continue
        end = closing(code, match.start())
        at = end + 1
        if kind == "function":
            start = begin + len(head) - len(head.lstrip())
            first, last = (code.count("\n", 0, place) + 1 for place in (start, end))
            lines = sum(n not in uncounted for n in range(first, last + 1))
            named = re.search(r"([\w:~<>]*operator\s*(?:\(\)|[^\s\w(]+)|[\w:~<>]+)\s*\(", head)
            found.append(Function(named[1] if named else head.strip(), first, last, lines))
            begin = at
    return found


@dataclasses.dataclass(frozen=True)
class Source:
    path: str  # from the root of the repository
    text: str

    @property
    def is_kernel(self):
        return self.path.startswith("lib/kernels/")

    @functools.cached_property
    def uncounted(self):
        return docstring_lines(self.text) if self.path.startswith("apps/python/") else frozenset()

    @functools.cached_property
    def lines(self):
        return self.text.count("\n") - len(self.uncounted)

    @functools.cached_property
    def functions(self):
        return functions_of(self.text, self.uncounted)

    @property
    def includes(self):
        return INCLUDE.findall(self.text)

    def reason(self, limit, first=1, last=None):
        """The reason that a comment between these lines gives for being over the limit."""
        lines = self.text.splitlines()[max(first - 1, 0) : last]
        found = re.search(rf"// Over {limit} lines: (\S.*)", "\n".join(lines))
        return found[1] if found else None


def sources():
    """All C++ sources, by path."""
    paths = (p for folder in FOLDERS for p in (ROOT / folder).rglob("*"))
    return [
        Source(str(p.relative_to(ROOT)), p.read_text("utf-8"))
        for p in sorted(paths)
        if p.suffix in (".cpp", ".hpp")
    ]
