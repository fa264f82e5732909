"""The type stubs: mypy's own comparison with the module, and a program that uses them."""

import importlib.util
import inspect
import os
import pathlib
import site
import subprocess
import sys

import noble
import pytest

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mypy") is None, reason="mypy is not installed"
)

PROGRAM = """\
import noble
import numpy as np

A = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
reveal_type(A)
reveal_type(A @ np.ones(4))
reveal_type(A @ noble.sequence([1, 2]))
reveal_type(A.on(8) @ A.on(16))
reveal_type(noble.prove(A, A).holds)
"""
REVEALED = ["op", "ndarray", "sequence", "linear_map", "bool"]


def run(tmp_path, *arguments):
    environment = {**os.environ, "MYPY_CACHE_DIR": str(tmp_path / "cache")}
    root = str(pathlib.Path(noble.__file__).parent.parent)
    if root not in site.getsitepackages():  # where mypy looks by itself
        environment["MYPYPATH"] = root
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=tmp_path, capture_output=True, text=True,
        env=environment,
    )


def test_the_stubs_are_the_module(tmp_path):
    """But for what pybind11's classes are made of: a metaclass, and __init__ without a signature."""
    classes = [name for name in noble.__all__ if inspect.isclass(getattr(noble, name))]
    allowed = [f"noble.{name}" for name in classes] + [r"noble\.\w+\.__init__", r"noble\._noble"]
    (tmp_path / "allowed").write_text("\n".join(allowed))
    options = ["--allowlist", "allowed", "--ignore-unused-allowlist"]
    done = run(tmp_path, "mypy.stubtest", "noble", *options)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_program_is_checked(tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM)
    done = run(tmp_path, "mypy", "--strict", "program.py")
    assert done.returncode == 0, done.stdout + done.stderr
    notes = [line for line in done.stdout.splitlines() if "Revealed type" in line]
    assert all(kind in note for kind, note in zip(REVEALED, notes)) and len(notes) == len(REVEALED)
    (tmp_path / "wrong.py").write_text("import noble\nnoble.down('2') @ 3\n")
    assert run(tmp_path, "mypy", "--strict", "wrong.py").returncode == 1
