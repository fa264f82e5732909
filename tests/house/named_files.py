"""Files that comments name, which moves leave behind."""

import re

from source_tree import ROOT

# "transforms/fourier.hpp": a folder and a file of code.
NAMED = re.compile(r"[\w./-]*\w/[\w.-]+\.(?:cpp|hpp|py|sh)\b")


def missing(sources):
    """Comments that name a file which is not there."""
    folders = (ROOT / name for name in ("lib", "include", "apps", "tests"))
    here = {str(path.relative_to(ROOT)) for folder in folders for path in folder.rglob("*.*")}
    return [
        f"{source.path}:{number}: {name}"
        for source in sources
        for number, line in enumerate(source.text.splitlines(), 1)
        if "//" in line
        for name in NAMED.findall(line.partition("//")[2])
        if not any(f"/{path}".endswith(f"/{name}") for path in here)
    ]
