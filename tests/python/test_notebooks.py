"""The notebooks: stripped in the repository, executed from scratch here, each with checks of its own."""

import pathlib

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = pathlib.Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SECONDS = 120  # for one cell; a kernel that hangs ends the test


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Jupyter, IPython and Matplotlib keep their files here, and draw without a screen."""
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) == 6


def test_the_file_is_clean(notebook):
    """No outputs, no counts, nothing of an editor's: a difference is a difference of the text."""
    nbformat.validate(notebook)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for number, cell in enumerate(notebook.cells):
        assert cell.id == f"cell-{number:02d}" and not cell.metadata
    for cell in code(notebook):
        assert cell.outputs == [] and cell.execution_count is None


def test_it_ends_in_checks(notebook):
    *_, heading, last = notebook.cells
    assert heading.source.startswith("## Checks")
    assert last.source.count("assert ") >= 2


def test_it_runs(notebook, home):
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": FOLDER}}
    )
    client.execute()
    warned = [
        output.text
        for cell in code(notebook)
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]
    assert not warned
