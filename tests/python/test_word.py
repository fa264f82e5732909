"""Words: letters, operators, exact numbers, equality, text."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import noble
import numpy as np
import pytest


def test_operators_compose_and_print_text_that_parses_back():
    q = noble.sequence([1, 2, 1], origin=1)
    words = [
        noble.identity(),
        noble.delay(-3),
        noble.down(2, 1) @ noble.conv(q),
        noble.conv(q) @ noble.up(3) + noble.up(3),
        noble.down(2) - noble.down(2, 1),
        -noble.scale(Fraction(1, 3)),
        noble.conv([1, 2j]).H,
        noble.corr("q:4"),
        (noble.down(2) @ noble.conv(q)) ** 3,
        2 * noble.delay(1) * 0.5,
    ]
    for word in words:
        assert noble.parse(repr(word)).same_word(word)
        assert hash(noble.parse(repr(word))) == hash(word)


def test_equality_is_of_operators_and_hashes_agree():
    a, b = noble.down(2) @ noble.down(3), noble.down(6)
    assert a == b and hash(a) == hash(b) and not a.same_word(b)
    assert len({a, b}) == 1
    assert noble.up(2) @ noble.down(2) != noble.identity()
    assert noble.identity() != 1 and not noble.identity() == "id"


def test_transpose_adjoint_conjugate():
    a = noble.down(2) @ noble.conv([1, 2j])
    assert a.T == noble.conv([2j, 1], origin=1) @ noble.up(2)
    assert a.H == a.T.conj() == a.conj().T


@pytest.mark.parametrize(
    "number, text",
    [
        (3, "3"),
        (-(2**200), str(-(2**200))),
        (True, "1"),
        (0.5, "0.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(10**30, 3), f"{10**30}/3"),
        (Decimal("0.1"), "1/10"),
        (1 + 2j, "1+2i"),
        (np.float32(0.1), "13421773/134217728"),
        (np.float64(0.25), "0.25"),
        (np.longdouble(0.5), "0.5"),
        (np.int8(-7), "-7"),
        (np.uint64(2**64 - 1), str(2**64 - 1)),
        (np.complex64(1 - 1j), "1-1i"),
        (np.complex128(2j), "2i"),
    ],
)
def test_numbers_are_exact(number, text):
    word = noble.scale(number)
    assert word == noble.parse(f"{text} * id")
    assert number * noble.identity() == word == noble.identity() * number


def test_a_float_is_the_double_that_it_is():
    assert 10 * noble.scale(0.1) != noble.identity()
    assert 10 * noble.scale(Fraction(1, 10)) == noble.identity()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), complex(0, float("nan")), np.float32("inf"), Decimal("nan")])
def test_no_word_has_a_tap_that_is_no_number(number):
    with pytest.raises(ValueError):
        noble.scale(number)


@pytest.mark.parametrize("thing", ["2", None, [1], object(), np.ones(2)])
def test_what_is_no_number_is_a_type_error(thing):
    with pytest.raises(TypeError):
        noble.scale(thing)
    with pytest.raises(TypeError):
        noble.identity() * thing
    with pytest.raises(TypeError):
        thing * noble.identity()


def test_words_compose_with_matmul_only():
    with pytest.raises(TypeError):
        noble.down(2) * noble.up(2)


def test_taps_from_lists_arrays_text_and_sequences():
    want = noble.sequence([1, 2, 3], origin=1)
    for taps in ([1, 2, 3], (1, 2, 3), np.array([1, 2, 3]), np.array([1, 2, 3], np.float32),
                 np.array([1, 2, 3], object), np.array([1 + 0j, 2, 3]), "[1 2 3]", iter([1, 2, 3])):
        assert noble.sequence(taps, origin=1) == want
    assert noble.sequence(want) == want
    assert noble.conv(want) == noble.conv([1, 2, 3], origin=1)
    assert noble.sequence(np.arange(8.0)[::-3]) == noble.sequence([7, 4, 1])
    assert noble.sequence([]) == noble.sequence([0])
    for wrong in (np.ones((2, 2)), np.array(3.0), "[1 2", [float("nan")]):
        with pytest.raises(ValueError):
            noble.sequence(wrong)
    for wrong in (5, None, [None], ["1"]):
        with pytest.raises(TypeError):
            noble.sequence(wrong)


def test_a_sequence_is_defined_on_all_indices():
    q = noble.sequence([1, Fraction(1, 3), 0.5, 2j], origin=2)
    assert (q.first, q.last, len(q)) == (-2, 1, 4)
    assert [q[t] for t in range(-3, 3)] == [0, 1, Fraction(1, 3), Fraction(1, 2), 2j, 0]
    assert list(q) == [1, Fraction(1, 3), Fraction(1, 2), 2j]
    assert np.array_equal(np.asarray(q), [1, 1 / 3, 0.5, 2j])
    assert np.asarray(noble.box(3), dtype=np.float32).dtype == np.float32
    assert noble.sequence("q:2")[1] == "q1"


def test_a_word_on_a_sequence_is_exact():
    assert noble.up(3) @ noble.sequence([1, 2]) == noble.sequence([1, 0, 0, 2])
    assert noble.up(3)(noble.sequence([1, 2])) == noble.sequence([1, 0, 0, 2])
    q = noble.sequence([1, 2, 1])
    assert q.convolve(q) == noble.conv(q) @ q


def test_sequences_add_and_scale():
    q = noble.sequence([1, 2], origin=1)
    assert q + q == 2 * q == q * 2
    assert np.float64(0.5) * q == noble.sequence([0.5, 1], origin=1)


def test_words_and_sequences_are_copied_and_pickled():
    word, q = noble.down(2) @ noble.conv([1, 2], origin=1), noble.sequence([1, 2], origin=1)
    for copied in (copy.copy(word), copy.deepcopy(word), pickle.loads(pickle.dumps(word))):
        assert copied.same_word(word)
    assert copy.deepcopy(q) == pickle.loads(pickle.dumps(q)) == q


def test_rate_and_latency():
    word = noble.down(147) @ noble.up(160)
    assert word.rate == Fraction(160, 147)
    assert noble.delay(-2).latency == 2
    assert noble.scale(0).latency is None


def test_delay_support_and_outputs():
    word = noble.down(2) @ noble.conv([1, 2, 1], origin=1)
    assert word.delay == 0 and word.support == (Fraction(-1, 2), Fraction(1, 2))
    assert noble.conv([1, 2, 1]).delay == 1 and noble.conv([1, 1]).delay == Fraction(1, 2)
    assert noble.conv([1, 2]).delay is None and noble.conv([1, 2]).support == (0, 1)
    assert noble.scale(0).support is None
    assert word.outputs(8) == (0, 5) and word.outputs(8, "valid") == (1, 3)
    assert word.outputs(8, (-3, 2)) == (-3, 2) == word.outputs(8, "-3:2")
    assert noble.conv("q:2").is_numeric is False and word.is_numeric
    for n in range(9):
        for window in ("full", "valid", "same"):
            assert word.on(n, window).shape == (word.outputs(n, window)[1], n)


def test_sequences_print_text_that_they_are_read_from():
    for q in (
        noble.sequence([1, Fraction(1, 3), 0.1, 2j], origin=2), noble.sequence("q:4@1"),
        noble.up(1000) @ noble.sequence([1, 2]), noble.sequence([]), noble.sequence([0, 1, 0], 7),
    ):
        assert noble.sequence(repr(q)) == q and copy.deepcopy(q) == q


def test_designs_are_scipys():
    signal = pytest.importorskip("scipy.signal")
    close = dict(rtol=0, atol=1e-15)
    assert np.allclose(noble.lowpass(0.2, 63), signal.firwin(63, 0.2), **close)
    assert np.allclose(
        noble.lowpass(0.2, 64, "kaiser", 5.0), signal.firwin(64, 0.2, window=("kaiser", 5)), **close
    )
    assert np.allclose(noble.highpass(0.2, 63), signal.firwin(63, 0.2, pass_zero=False), **close)
    assert np.allclose(
        noble.bandpass(0.2, 0.5, 63, taper="hann"),
        signal.firwin(63, [0.2, 0.5], pass_zero=False, window="hann"),
        **close,
    )
    assert np.array_equal(noble.triangle(6), signal.windows.triang(6))


def test_words_on_two_axes(random):
    a = noble.kron(noble.down(2), noble.conv([1, 2]))
    x = random.standard_normal((3, 4, 5))
    want = np.stack([noble.matrix(noble.down(2), 4) @ p @ noble.matrix(noble.conv([1, 2]), 5).T for p in x])
    assert np.allclose(a @ x, want)
    assert np.allclose(a @ np.asfortranarray(x), want)
    assert a.on(4, 5).shape == (2 * 6, 20)
    assert np.allclose(a.on(4, 5) @ x[0], want[0])
    assert np.allclose(a.on(4, 5) @ x[0].ravel(), want[0].ravel())
    assert copy.copy(a).same_word(a) and pickle.loads(pickle.dumps(a)).same_word(a)
    assert a.terms[0][0] == noble.down(2) and len((a + a.conj()).terms) == 2
    assert a.T.T == a and 2 * a == a + a and a - a == 0 * a
    assert noble.parse(repr(a)) == a
    d = noble.conv([1, -2, 1], origin=1)
    laplacian = noble.kron(d, noble.identity()) + noble.kron(noble.identity(), d)
    assert np.array_equal(laplacian @ [[1.0]], [[0, 1, 0], [1, -4, 1], [0, 1, 0]])
    assert laplacian(np.ones((5, 6)), ("valid", "valid")).shape == (3, 4)
    with pytest.raises(ValueError, match="two axes"):
        a @ np.ones(3)


def test_banks_reconstruct():
    analysis = noble.column([noble.down(2), noble.down(2, 1)])
    synthesis = analysis.T
    assert synthesis @ analysis == noble.column([noble.identity()])
    assert analysis.shape == (2, 1) and analysis[1, 0] == noble.down(2, 1)
    assert noble.parse(repr(analysis)) == analysis
    assert pickle.loads(pickle.dumps(analysis)).same_word(analysis)
    assert (1j * noble.down(2)).conj() == noble.column([1j * noble.down(2)]).conj()[0, 0]
    assert np.array_equal(analysis.on(4) @ np.arange(4.0), [0, 2, 1, 3])
    with pytest.raises(IndexError):
        analysis[2, 0]
