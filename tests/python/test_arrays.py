"""Arrays in and out: element types, strides, axes, shapes, and what is refused."""

import noble
import numpy as np
import pytest
from conftest import BOUNDARIES
from signals import integers

A = noble.down(2) @ noble.conv([1, 2, 3], origin=1)


def dense(x, axis=-1, **options):
    """The same by NumPy, from the matrix."""
    matrix = noble.matrix(A, x.shape[axis], **options)
    return np.moveaxis(np.tensordot(matrix, np.moveaxis(x, axis, 0), 1), 0, axis)


def test_element_types_are_kept(random, dtype):
    x = integers(random, 20, dtype)
    y = A @ x
    assert y.dtype == dtype
    assert np.array_equal(y, dense(x))


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint8", "int16", "int32", "uint32", "int64", "uint64", ">i4"])
def test_integers_and_bool_become_float64(dtype):
    x = np.arange(10).astype(dtype)
    y = A @ x
    assert y.dtype == np.float64 and np.array_equal(y, dense(x.astype(float)))


@pytest.mark.parametrize("dtype", ["float16", "longdouble", "clongdouble", "object", "U3", "M8[s]", "i4,i4"])
def test_other_types_are_type_errors(dtype):
    with pytest.raises(TypeError, match="float32, float64, complex64 and complex128"):
        A @ np.zeros(4, dtype)


def test_foreign_byte_order_and_unaligned_arrays(random):
    x = integers(random, 20)
    assert np.array_equal(A @ x.astype(">f8"), A @ x)
    assert (A @ x.astype(">c8")).dtype == np.complex64
    packed = np.zeros(20, "i1,f8")
    packed["f1"] = x
    assert np.array_equal(A @ packed["f1"], A @ x)


def test_lists_and_scalars():
    assert np.array_equal(A @ [1, 2, 3], A @ np.array([1.0, 2.0, 3.0]))
    with pytest.raises(ValueError, match="0 dimensions"):
        A @ np.float64(3)
    with pytest.raises(ValueError, match="0 dimensions"):
        A @ 3
    with pytest.raises(TypeError):
        np.ones(3) @ A


@pytest.mark.parametrize("axis", [0, 1, 2, -1, -2, -3])
def test_every_axis_of_every_layout(random, axis):
    x = integers(random, (4, 5, 6))
    read_only = x.copy()
    read_only.flags.writeable = False
    layouts = [
        x,
        np.asfortranarray(x),
        x[::-1, :, ::-2],
        x.transpose(2, 0, 1),
        np.broadcast_to(x[:1], x.shape),
        read_only,
        x.view(np.ndarray)[..., None][..., 0],
    ]
    for layout in layouts:
        assert np.array_equal(A(layout, axis=axis), dense(layout, axis))


def test_every_window_and_boundary(random, boundary):
    x = integers(random, (3, 8))
    for window in ("full", "valid", "same", "-2:9", (-2, 9)):
        for axis in (0, 1):
            got = A(x, window, boundary, axis)
            want = dense(x, axis, window=window, boundary=boundary)
            assert np.allclose(got, want, rtol=1e-12, atol=1e-12)
    assert A(x, (-2, 9), boundary).shape == (3, 9)


def test_arrays_without_elements():
    assert (A @ np.zeros((3, 0))).shape == (3, noble.matrix(A, 0).shape[0])
    assert A(np.zeros((0, 5)), "same").shape == (0, 3)
    with pytest.raises(ValueError, match="boundary"):
        A(np.zeros(0), boundary="edge")


def test_masked_arrays_are_refused_and_other_subclasses_are_arrays():
    masked = np.ma.masked_array([1.0, 2.0, 3.0], [False, True, False])
    for call in (lambda: A @ masked, lambda: A.on(3) @ masked, lambda: noble.plan(A.on(3))(masked)):
        with pytest.raises(TypeError, match="filled"):
            call()
    assert np.array_equal(A @ masked.filled(0), A @ [1.0, 0.0, 3.0])
    with pytest.raises(TypeError):
        masked @ A
    matrix = np.matrix([[1.0, 2.0, 3.0]])
    assert type(A @ matrix) is np.ndarray and np.array_equal(A @ matrix, A @ np.asarray(matrix))
    record = np.rec.array([(1.0, 2), (3.0, 4)], dtype=[("a", float), ("b", int)])
    assert np.array_equal(A @ record.a, A @ [1.0, 3.0])


def test_anything_with_an_array_is_array_like():
    class Holder:
        def __array__(self, dtype=None):
            return np.arange(4.0, dtype=dtype)

    assert np.array_equal(A @ Holder(), A @ np.arange(4.0))
    assert np.array_equal(A @ range(4), A @ np.arange(4.0))
    assert np.array_equal(A @ memoryview(np.arange(4.0)), A @ np.arange(4.0))
    for wrong in (object(), "1 2", None, {1: 2}, [[1, 2], [3]], [None]):
        with pytest.raises((TypeError, ValueError)):
            A @ wrong


def test_strided_input_is_not_copied():
    """An array far beyond the memory at hand, all of whose rows are one row."""
    wide = np.lib.stride_tricks.as_strided(np.arange(8.0), (2**40, 8), (0, 8))
    with pytest.raises(MemoryError):
        A @ wide
    column = np.lib.stride_tricks.as_strided(np.ones(1), (2**40,), (0,))
    assert np.array_equal(A(column, (2**30, 3)), [6, 6, 6])


def test_a_caller_keeps_what_it_gave(random):
    x = integers(random, 50)
    kept = x.copy()
    y = A @ x
    y[:] = 0
    assert np.array_equal(x, kept)


def test_errors_carry_nobles_text():
    x = np.ones(4)
    for call, text in [
        (lambda: A(x, axis=1), "axis 1 of an array with 1 dimensions"),
        (lambda: A(x, "fulll"), "fulll"),
        (lambda: A(x, boundary="mirror"), "antireflect"),
        (lambda: A(x, (0, -1)), "-1"),
        (lambda: noble.conv([1j]) @ x, "complex taps need complex data"),
        (lambda: noble.conv("q:3") @ x, "q"),
        (lambda: noble.down(0), "0"),
        (lambda: noble.down(2) + noble.identity(), "rate"),
    ]:
        with pytest.raises(ValueError, match=text):
            call()
    with pytest.raises(TypeError, match="window"):
        A(x, 3)


def test_all_boundaries_are_known():
    with pytest.raises(ValueError) as raised:
        A(np.ones(3), boundary="?")
    assert all(name in str(raised.value) for name in BOUNDARIES)


def test_memory_errors_and_the_limit():
    before = noble.memory_limit()
    try:
        noble.set_memory_limit(1000)
        with pytest.raises(MemoryError):
            noble.identity() @ np.ones(126)
        with pytest.raises(MemoryError):
            noble.matrix(noble.identity(), 12)
        assert noble.matrix(noble.identity(), 11).shape == (11, 11)
    finally:
        noble.set_memory_limit(before)
    with pytest.raises(MemoryError):
        noble.up(2**62) @ np.ones(4)


def test_a_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="nowhere.npy"):
        noble.parse(f'conv(file("{tmp_path}/nowhere.npy"))')
    np.save(tmp_path / "taps.npy", [1.0, 2.0])
    assert noble.parse(f'conv(file("{tmp_path}/taps.npy"))') == noble.conv([1, 2])


def test_parse_errors_show_the_place():
    with pytest.raises(ValueError) as raised:
        noble.parse("down(2) * cnv([1 2])")
    lines = str(raised.value).splitlines()
    assert len(lines) == 3 and lines[2].index("^") == lines[1].index("cnv")
