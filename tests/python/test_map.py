"""Finite maps: shapes, algebra, matrices."""

import noble
import numpy as np
import pytest
from signals import integers

BLUR = noble.conv([1, 2, 1], origin=1)


def test_maps_compose_as_their_matrices():
    M = (noble.down(2) @ BLUR).on(9, "same", "reflect")
    N = (BLUR @ noble.up(2)).on(M.shape[0], "same")
    m, n = M.todense(), N.todense()
    assert M.shape == m.shape == (5, 9)
    assert np.array_equal((N @ M).todense(), n @ m)
    assert np.array_equal((M @ M.T).todense(), m @ m.T)
    assert np.array_equal((3 * M - M * 2 + -M).todense(), 0 * m)
    assert np.array_equal((1j * M).H.todense(), -1j * m.T)
    assert np.array_equal((1j * M).conj().todense(), -1j * m)


def test_matmul_acts_on_axis_0_as_scipys_operators_do(random, dtype):
    M = (noble.down(2) @ BLUR).on(6)
    m = M.todense()
    for shape in ((6,), (6, 1), (6, 4), (6, 2, 3)):
        x = integers(random, shape, dtype)
        y = M @ x
        assert y.dtype == dtype and np.array_equal(y, np.tensordot(m, x, 1))
    assert np.array_equal(M(integers(random, (4, 6)).T, axis=0).shape, (m.shape[0], 4))


def test_shapes_that_do_not_fit_are_value_errors():
    M = BLUR.on(6, "same")
    for wrong in (np.ones(5), np.ones((5, 6)), np.float64(1)):
        with pytest.raises(ValueError):
            M @ wrong
    with pytest.raises(ValueError, match="6"):
        M @ BLUR.on(7, "same")
    with pytest.raises(ValueError):
        M + BLUR.on(7, "same")
    with pytest.raises(TypeError):
        np.ones((6, 6)) @ M


def test_dense_matrices_in_every_type(dtype):
    m = BLUR.on(4).todense(dtype)
    assert m.dtype == dtype and m.shape == (6, 4)
    assert np.array_equal(m[:, 0], [1, 2, 1, 0, 0, 0])
    assert m.flags.writeable


def test_matrices_refuse_types_and_sizes():
    M = noble.conv([1j]).on(3)
    assert M.todense().dtype == np.complex128
    for wrong in ("int32", "float16", object):
        with pytest.raises(TypeError):
            M.todense(wrong)
    with pytest.raises(ValueError, match="complex"):
        M.todense("float64")
    with pytest.raises(MemoryError):
        noble.identity().on(10**6).todense()
    with pytest.raises(ValueError, match="q"):
        noble.conv("q:3").on(3).todense()


def test_text_shows_unknown_taps_and_fractions():
    assert noble.conv("q:2").on(2).text() == "q0  0\nq1 q0\n 0 q1\n"
    third = noble.parse("1/3 * id").on(1)
    assert third.text(fractions=True) == "1/3\n"
    assert third.text(digits=3) == "0.333\n"


def test_a_transpose_gives_back_exactly_n():
    for n in range(1, 9):
        M = (noble.down(3) @ BLUR).on(n, "same")
        assert M.T.shape == (n, M.shape[0])
        assert np.array_equal(M.T.todense(), M.todense().T)


def test_repr_names_the_word():
    assert "down(2)" in repr(noble.down(2).on(8))


def test_checks():
    report = noble.check((noble.down(2) @ BLUR).on(20, "same", "line"), seed=3)
    assert report and report.passed and all(r.passed and r.error <= 1 for r in report.results)
    assert "dot test" in repr(report)
