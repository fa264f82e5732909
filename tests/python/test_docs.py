"""Docstrings: everything public has one, in numpydoc form, and its examples run."""

import doctest
import inspect
import pathlib

import noble
import numpy as np
import pytest


def documented():
    """(name, object) of all that is public: functions, classes, and their methods."""
    yield "noble", noble
    for name in noble.__all__:
        thing = getattr(noble, name)
        yield name, thing
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                if not member.startswith("_") or member == "__call__":
                    yield f"{name}.{member}", value


DOCUMENTED = dict(documented())
CALLABLE = sorted(
    name for name, thing in DOCUMENTED.items()
    if callable(thing) and not inspect.isclass(thing) and not isinstance(thing, property)
)


def test_the_module_names_what_it_offers():
    assert set(noble.__all__) >= {
        "identity", "delay", "scale", "down", "up", "conv", "corr", "sequence", "parse", "plan", "stream",
        "prove", "explain", "simplify", "laws", "check", "matrix", "lowpass", "set_memory_limit",
    }
    for name in noble.__all__:
        thing = getattr(noble, name)
        assert thing.__module__ == "noble", name


@pytest.mark.parametrize("name", CALLABLE)
def test_functions_have_a_signature_and_an_example(name):
    thing = DOCUMENTED[name]
    assert inspect.signature(thing) is not None
    assert "Examples\n--------\n>>> " in thing.__doc__


def run_examples(name, text):
    test = doctest.DocTestParser().get_doctest(text, {"noble": noble, "np": np}, name, name, 0)
    said = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("name", sorted(DOCUMENTED))
def test_examples(name):
    text = inspect.getdoc(DOCUMENTED[name])
    assert text, f"{name} has no docstring"
    if "scipy" in text:
        pytest.importorskip("scipy")
    run_examples(name, text)


ROOT = pathlib.Path(__file__).parents[2]
PAGES = [ROOT / "README.md"] + sorted(
    page for folder in ("lib", "apps", "notebooks", "tests") for page in (ROOT / folder).rglob("README.md")
)
BLOCKS = {
    f"{page.relative_to(ROOT)}, block {number}": part.split("```")[0]
    for page in PAGES
    for number, part in enumerate(page.read_text("utf-8").split("```python\n")[1:], 1)
}


@pytest.mark.parametrize("block", BLOCKS)
def test_the_pages_examples(block):
    pytest.importorskip("scipy")
    assert ">>> " in BLOCKS[block]
    run_examples(block, BLOCKS[block])
