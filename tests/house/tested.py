"""Which sources have a test of their name, and which need none."""

from pathlib import PurePosixPath

from source_tree import ROOT

# Sources that need no test of their name, or folders of them (ending in /), and why.
EXCEPTIONS = {
    "apps/noble/main.cpp": "calls the program",
    "apps/python/": "bindings: tests/python tests each name, by topic and by its examples",
    "lib/algebra/laws/convolutions.cpp": "a table of laws: laws_test proves each, rewrites_test its rewrites",
    "lib/algebra/laws/delays.cpp": "a table of laws",
    "lib/algebra/laws/filter_banks.cpp": "a table of laws",
    "lib/algebra/laws/letters.cpp": "a table of laws",
    "lib/algebra/laws/noble_identities.cpp": "a table of laws",
    "lib/algebra/laws/numbers.cpp": "a table of laws",
    "lib/algebra/laws/plain_letters.cpp": "a table of laws",
    "lib/algebra/laws/polyphase.cpp": "a table of laws",
    "lib/algebra/laws/sums.cpp": "a table of laws",
    "lib/algebra/laws/transposes.cpp": "a table of laws",
    "lib/transforms/fftw_transform.cpp": "a maker: real_transform_test holds each to the sum",
    "lib/transforms/own_transform.cpp": "a maker",
    "lib/transforms/without_fftw.cpp": "a table of makers",
    "lib/kernels/plain.cpp": "the kernels of no set: the tests of the families hold them to the sums too",
    "lib/kernels/sets/": "a table of the kernels of a set",
}


def tests_of(path):
    """Where the test of a source may lie, first where it should: tests mirror the rooms."""
    source = PurePosixPath(path)
    folder = str(source.parent).removeprefix("lib/").replace("apps/noble", "apps")
    return f"tests/{folder}/{source.stem}_test.cpp"


def exception_for(path):
    """The row of the exceptions that covers a source, if any."""
    return next((e for e in EXCEPTIONS if path == e or (e.endswith("/") and path.startswith(e))), None)


def without_test(sources):
    return [
        s.path
        for s in sources
        if s.path.endswith(".cpp") and not (ROOT / tests_of(s.path)).exists()
    ]


def untested(sources):
    """Sources without a test of their name that are not excepted."""
    return [
        f"{path}: no {tests_of(path)}" for path in without_test(sources) if exception_for(path) is None
    ]


def idle_exceptions(sources):
    """Exceptions for sources that have a test, or do not exist."""
    covered = {exception_for(path) for path in without_test(sources)}
    return [f"{e}: nothing needs this exception" for e in EXCEPTIONS if e not in covered]
