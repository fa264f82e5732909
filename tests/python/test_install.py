"""The installed module, as another program finds it."""

import os
import pathlib
import subprocess
import sys


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
    program = "import noble; print(noble.__file__); print(noble.down(2) @ noble.up(2))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, cwd="/"
    )
    file, word = done.stdout.splitlines()
    assert pathlib.Path(file) == package and word == "down(2) * up(2)"
