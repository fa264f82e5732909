"""Maps made of maps, a user's own maps, and maps written as Python."""

import gc
import weakref
from fractions import Fraction

import noble
import numpy as np
import pytest
from signals import integers

BLUR = noble.conv([1, 2, 1], origin=1)
A, B = (noble.down(2) @ BLUR).on(6, "same", "reflect"), noble.conv([1, 3]).on(6, (0, 3), "edge")


def test_stacks_and_blocks_are_numpys():
    a, b = A.todense(), B.todense()
    assert np.array_equal(noble.hstack([A, B]).todense(), np.hstack([a, b]))
    assert np.array_equal(noble.vstack([A, B]).todense(), np.vstack([a, b]))
    assert np.array_equal(noble.block([[A, B], [B, A]]).todense(), np.block([[a, b], [b, a]]))
    zeros = np.zeros_like(a)
    assert np.array_equal(noble.block_diag([A, B]).todense(), np.block([[a, zeros], [zeros, b]]))
    kron = noble.kron(A, B.T)
    assert np.array_equal(kron.todense(), np.kron(a, b.T))
    assert (kron.out_shape, kron.in_shape, kron.shape) == ((3, 6), (6, 3), (18, 18))
    assert noble.kron(A, noble.kron(B, A)).in_shape == (6, 6, 6)


def test_parts_that_do_not_fit_are_refused():
    for call in (
        lambda: noble.hstack([A, A.T]), lambda: noble.vstack([A, A.T]),
        lambda: noble.block([[A], [A, A]]), lambda: noble.crop(3, 2, 2), lambda: noble.hstack([]),
    ):
        with pytest.raises(ValueError):
            call()
    with pytest.raises(TypeError):
        noble.hstack([A, 3])
    with pytest.raises(TypeError):
        noble.kron(A, BLUR)


def test_padding_and_cropping(boundary):
    x = np.arange(1.0, 6)
    padded = noble.pad(5, 3, 2, boundary) @ x
    assert np.allclose(padded, noble.identity()(x, (-3, 10), boundary), rtol=1e-12)
    assert np.array_equal(noble.crop(10, 3, 2) @ padded, x)
    assert np.array_equal(noble.crop(7, 1, 2).todense(), noble.pad(4, 1, 2).todense().T)


def test_facts():
    assert A.is_real and not (1j * A).is_real
    assert A.is_numeric and not noble.conv("q:2").on(3).is_numeric


MAPS = [
    A, A.T, B.T @ A, A + 2 * B, Fraction(1, 3) * A, (Fraction(1, 3) - 2j) * A, (1j * B).H,
    noble.hstack([A, B]), noble.block([[A, B], [B, A]]), noble.block_diag([A, B.T]),
    noble.kron(A, noble.kron(B, A.T)), noble.pad(4, 1, 2, "line"), noble.conv("q:3").on(5, "valid"),
    noble.kron(BLUR, noble.up(2)).on(3, 4, ("same", "full"), ("edge", "zero")),
    noble.column([noble.down(2), noble.down(2, 1)]).on(8, "same"),
]


@pytest.mark.parametrize("number", range(len(MAPS)))
def test_repr_is_python_for_the_same_map(number):
    M = MAPS[number]
    again = eval(repr(M), {"noble": noble, "Fraction": Fraction})
    assert repr(again) == repr(M)
    assert (again.in_shape, again.out_shape) == (M.in_shape, M.out_shape)
    assert noble.prove(again, M)


def test_str_is_a_line_for_people():
    assert str(noble.down(2).on(8)) == "[down(2) on 8 samples, outputs 0:4, boundary zero]"


def cumulate(x):
    return np.cumsum(x)


def cumulate_back(y):
    return np.cumsum(y[::-1])[::-1]


def test_custom_maps_in_every_type(random, dtype):
    M = noble.custom(5, 5, cumulate, cumulate_back)
    x = integers(random, (3, 5), dtype)
    assert (M(x)).dtype == dtype and np.array_equal(M(x), np.cumsum(x, -1))
    assert np.array_equal(M.H(x), np.cumsum(x[:, ::-1], -1)[:, ::-1])
    assert np.array_equal(M.todense(), np.tri(5))
    composed = (BLUR.on(5, "same") @ M + M).todense()
    assert np.array_equal(composed, BLUR.on(5, "same").todense() @ np.tri(5) + np.tri(5))
    assert noble.plan(M, dtype)(x).dtype == dtype
    assert repr(M) == "<custom(5 x 5)>"


def test_check_certifies_a_custom_map_and_finds_a_wrong_adjoint():
    assert noble.check(noble.custom(5, 5, cumulate, cumulate_back))
    wrong = noble.check(noble.custom(5, 5, cumulate, cumulate))
    assert not wrong and not [r for r in wrong.results if r.name == "dot test"][0].passed
    complex_scale = noble.custom(3, 3, lambda x: 1j * x, lambda y: 1j * y)  # not conjugated
    assert not noble.check(complex_scale)


def test_what_a_custom_map_raises_passes_through():
    class OwnError(Exception):
        pass

    def fail(x):
        raise OwnError("mine")

    with pytest.raises(OwnError, match="mine"):
        noble.custom(2, 2, fail, fail) @ np.ones(2)
    with pytest.raises(OwnError):
        noble.check(noble.custom(2, 2, fail, fail))
    with pytest.raises(ValueError, match=r"\(3,\)"):
        noble.custom(2, 2, lambda x: np.ones(3), fail) @ np.ones(2)
    with pytest.raises(TypeError):
        noble.custom(2, 2, 3, 4)
    with pytest.raises(ValueError):
        noble.custom(-1, 2, fail, fail)


def test_custom_maps_let_go_of_their_functions():
    def forward(x):
        return x

    seen = weakref.ref(forward)
    M = noble.custom(2, 2, forward, forward)
    p = noble.plan(M)
    p(np.ones(2))
    del forward, M, p
    gc.collect()
    assert seen() is None
