"""Nothing leaks: not memory, not references, whether a call succeeds or is refused, in any thread."""

import gc
import sys
import threading

import noble
import numpy as np
import pytest

A = noble.down(2) @ noble.conv([1, 2, 3], origin=1)
M = A.on(32, "same", "symmetric")
P = noble.plan(M)
BANK = noble.column([noble.down(2), noble.down(2, 1)])
X = np.arange(32.0)
Y = np.empty(16)


def refused():
    for call in (
        lambda: A(X, axis=3), lambda: A(X, "fulll"), lambda: M @ X[1:], lambda: P(X, out=X),
        lambda: A @ X.astype("float16"), lambda: noble.parse("cnv([1])"), lambda: noble.scale(None),
        lambda: noble.read("/nowhere.wav"), lambda: noble.laws("?"),
    ):
        with pytest.raises((ValueError, TypeError, OSError)):
            call()


def solved():
    operator = M.aslinearoperator()
    return operator @ X + operator.H.T @ X


CALLS = {
    "A @ x": lambda: A @ X,
    "A(x), of another type and layout": lambda: A(X[::-2].astype("complex64"), "same", "reflect"),
    "A(x), converted": lambda: A(X.astype("int16")),
    "map @ x": lambda: M @ X,
    "plan(x, out)": lambda: P(X, out=Y),
    "matrices": lambda: (M.todense(), M.tosparse(), M.text()),
    "linear operator": solved,
    "two axes": lambda: noble.kron(A, A) @ X.reshape(4, 8),
    "new words": lambda: (A @ A.T + noble.up(3) @ noble.down(3)).T == A,
    "text": lambda: (noble.parse(repr(A)), repr(M), str(M), hash(A)),
    "taps": lambda: (np.asarray(noble.sequence(X)), list(noble.sequence([1, 2]))),
    "proofs": lambda: (noble.prove(A, A.T.T).report(), noble.simplify(A), noble.laws()[0].name),
    "banks": lambda: noble.reconstruct(BANK, BANK.T).aliases,
    "plans": lambda: noble.plan(M, "float32").report(),
    "own maps": lambda: noble.plan(noble.custom(2, 2, np.negative, np.negative))(X[:2]),
    "refused": refused,
}


def resident_kib():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * 4


def in_threads(call, count, threads=4):
    def work():
        for _ in range(count):
            call()

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()


@pytest.mark.parametrize("name", CALLS)
def test_memory_stays_flat(name):
    call = CALLS[name]
    in_threads(call, 30)
    gc.collect()
    before = resident_kib()
    in_threads(call, 250)
    gc.collect()
    # An array or a word leaked by each of 1,000 calls would be more than this.
    assert resident_kib() - before < 1500


@pytest.mark.parametrize("name", CALLS)
def test_references_are_given_back(name):
    call = CALLS[name]
    call()
    gc.collect()
    things = (X, Y, A, M, P, None, np.dtype("float64"), np.dtype("float32"))
    before = [sys.getrefcount(thing) for thing in things]
    for _ in range(50):
        call()
    gc.collect()
    after = [sys.getrefcount(thing) for thing in things]
    assert all(abs(b - a) < 25 for a, b in zip(before, after)), list(zip(before, after))
