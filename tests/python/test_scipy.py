"""Random cases beside SciPy and NumPy, and SciPy's solvers on noble's operators."""

import noble
import numpy as np
import pytest
from signals import integers, resampler

signal = pytest.importorskip("scipy.signal")
linalg = pytest.importorskip("scipy.sparse.linalg")

MODES = {"zero": "constant", "periodic": "wrap"}  # SciPy's names, where they are not noble's


def random_case(random):
    up, down = random.integers(1, 7, 2)
    return int(up), int(down), int(random.integers(1, 25)), int(random.integers(2, 40))


@pytest.mark.parametrize("kind", ["float64", "complex128"])
def test_upfirdn(random, boundary, kind):
    mode = MODES.get(boundary, boundary)
    for _ in range(40):
        up, down, taps, n = random_case(random)
        h, x = integers(random, taps, kind), integers(random, (3, n), kind)
        want = signal.upfirdn(h, x, up, down, mode=mode, cval=0)
        count = -(-((n - 1) * up + taps) // down)
        got = resampler(h, up, down)(x, (0, count), boundary)
        assert got.shape == want.shape, (up, down, taps, n)
        # Integers: nothing rounds on either side, but for the divisions by n - 1 of 'line'.
        assert np.allclose(got, want, rtol=0, atol=1e-8 if boundary == "line" else 0)


def test_upfirdn_in_single_precision_along_any_axis(random):
    for _ in range(20):
        up, down, taps, n = random_case(random)
        axis = int(random.integers(0, 3))
        shape = [2, 3, 4]
        shape[axis] = n
        h, x = integers(random, taps, "float32"), integers(random, shape, "float32")
        got = resampler(h, up, down)(x, (0, -(-((n - 1) * up + taps) // down)), axis=axis)
        assert got.dtype == np.float32
        assert np.array_equal(got, signal.upfirdn(h, x, up, down, axis=axis))


def test_numpys_convolve_and_correlate(random, dtype):
    for taps, n in [(1, 1), (3, 8), (4, 8), (8, 3), (17, 40)]:
        h, x = integers(random, taps, dtype), integers(random, n, dtype)
        assert np.array_equal(noble.conv(h) @ x, np.convolve(x, h))
        if taps <= n:
            assert np.array_equal(noble.conv(h)(x, "valid"), np.convolve(x, h, "valid"))
        assert np.array_equal(noble.conv(h).H @ x, np.correlate(x, h, "full"))


def test_numpys_pad(random):
    """A boundary is NumPy's padding, where the pad is narrower than the signal."""
    modes = {"edge": "edge", "periodic": "wrap", "symmetric": "symmetric", "reflect": "reflect"}
    x = integers(random, 9)
    for ours, theirs in modes.items():
        assert np.array_equal(noble.identity()(x, (-6, 20), ours), np.pad(x, (6, 5), theirs))


@pytest.mark.parametrize("kind", ["float64", "complex128"])
def test_lsqr_solves_with_every_boundary(random, boundary, kind):
    """A diagonally dominant filter: whatever the edges, its matrix has an inverse."""
    taps = [1, 12, 2] if kind == "float64" else [1j, 12, 2 - 1j]
    A = noble.conv(taps, origin=1).on(30, "same", boundary)
    x = integers(random, 30, kind)
    found = linalg.lsqr(A.aslinearoperator(), A @ x, atol=1e-14, btol=1e-14, iter_lim=2000)[0]
    assert np.allclose(found, x, atol=1e-8)


def test_cg_solves_the_normal_equations_with_every_boundary(random, boundary):
    A = (noble.down(2) @ noble.conv([1, 2, 12, 3, 1], origin=2)).on(31, "same", boundary)
    normal = (A.H @ A + 0.5 * noble.identity().on(31)).aslinearoperator()
    x = integers(random, 31)
    found, status = linalg.cg(normal, normal @ x, tol=1e-12, atol=0, maxiter=1000)
    assert status == 0 and np.allclose(found, x, atol=1e-6)


def test_linear_operators_are_the_matrix(random, boundary):
    A = (noble.up(2) @ noble.conv([1, 2j, 3])).on(7, boundary=boundary)
    matrix, operator = A.todense(), A.aslinearoperator()
    assert operator.shape == matrix.shape and operator.dtype == np.complex128
    x, y = integers(random, (7, 3)), integers(random, (matrix.shape[0], 3), "complex128")
    assert np.allclose(operator @ x, matrix @ x)
    assert np.allclose(operator.H @ y, matrix.conj().T @ y)
    assert np.allclose(operator @ x[:, 0], matrix @ x[:, 0])
    assert np.allclose(operator.rmatvec(y[:, :1]), matrix.conj().T @ y[:, :1])
    assert noble.down(2).on(8).aslinearoperator("float32").dtype == np.float32


def test_sparse_matrices_are_the_dense_ones(boundary, dtype):
    A = (noble.down(3) @ noble.conv([1, 0, 2, 3], origin=2)).on(20, "full", boundary)
    sparse = A.tosparse(dtype)
    assert sparse.format == "csr" and sparse.dtype == dtype
    assert np.array_equal(sparse.toarray(), A.todense(dtype))
    assert sparse.has_canonical_format
