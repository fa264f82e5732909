"""The installed module, as another program finds it."""

import os
import pathlib
import subprocess
import sys

import pytest

PROGRAM = pathlib.Path(__file__).parents[1] / "consumers" / "python" / "consumer.py"
SAID = ["down(2) * conv([1 2 1]@1) 0.1.0", "[ 4. 12.  4.]", "proved for all signals True"]


@pytest.fixture
def build():
    if "NOBLE_BUILD" not in os.environ:
        pytest.skip("not the build tree's module (NOBLE_BUILD)")
    return os.environ["NOBLE_BUILD"]


def environment():
    """Without LD_LIBRARY_PATH, which would say where the library is."""
    return {k: v for k, v in os.environ.items() if k != "LD_LIBRARY_PATH"}


def is_imported(package, folder):
    """With PYTHONPATH alone, from anywhere: the module finds its library by itself."""
    done = subprocess.run(
        [sys.executable, PROGRAM], env={**environment(), "PYTHONPATH": str(package.parent)},
        capture_output=True, text=True, cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    file, *said = done.stdout.splitlines()
    assert pathlib.Path(file) == package / "__init__.py" and said == SAID


def test_an_installed_and_moved_module_is_imported(tmp_path, build):
    install = ["meson", "install", "-C", build, "--no-rebuild", "--destdir", str(tmp_path / "root")]
    done = subprocess.run(install, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (headers,) = tmp_path.rglob("include/noble")
    moved = headers.parents[1].rename(tmp_path / "moved")
    (file,) = moved.rglob("noble/__init__.py")
    package = file.parent
    assert (package / "py.typed").exists() and (package / "__init__.pyi").exists()
    (module,) = package.glob("_noble.*")
    loaded = subprocess.run(
        ["ldd", module], capture_output=True, text=True, env=environment()
    ).stdout
    assert f"libnoble.so.0 => {moved}/" in loaded
    is_imported(package, "/")


def test_the_build_tree_is_imported(tmp_path, build):
    is_imported(pathlib.Path(build) / "apps" / "python" / "noble", tmp_path)
