"""The installed module, as another program finds it."""

import os
import pathlib
import subprocess
import sys


PROGRAM = """\
import noble
A = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
print(noble.__file__)
print(A, noble.__version__)
print(A @ [1.0, 2.0, 3.0, 4.0])
print(noble.prove(A.T.T, A), noble.check(A.on(9)).passed)
"""
SAID = ["down(2) * conv([1 2 1]@1) 0.1.0", "[ 4. 12.  4.]", "proved for all signals True"]


def test_an_installed_module_is_imported(tmp_path):
    build = os.environ["NOBLE_BUILD"]
    install = ["meson", "install", "-C", build, "--no-rebuild", "--destdir", str(tmp_path)]
    done = subprocess.run(install, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (package,) = tmp_path.rglob("noble/__init__.py")
    (library,) = tmp_path.rglob("libnoble.so")
    assert (package.parent / "py.typed").exists() and (package.parent / "__init__.pyi").exists()
    environment = {
        **os.environ,
        "PYTHONPATH": str(package.parent.parent),
        "LD_LIBRARY_PATH": str(library.parent),
    }
    program = PROGRAM
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, cwd="/"
    )
    assert done.returncode == 0, done.stderr
    file, *said = done.stdout.splitlines()
    assert pathlib.Path(file) == package and said == SAID


def test_the_build_tree_is_imported(tmp_path):
    """With PYTHONPATH alone, from anywhere: the module finds its library by itself."""
    package = pathlib.Path(os.environ["NOBLE_BUILD"]) / "apps" / "python"
    environment = {k: v for k, v in os.environ.items() if k != "LD_LIBRARY_PATH"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env={**environment, "PYTHONPATH": str(package)},
        capture_output=True, text=True, cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    file, *said = done.stdout.splitlines()
    assert pathlib.Path(file) == package / "noble" / "__init__.py" and said == SAID
