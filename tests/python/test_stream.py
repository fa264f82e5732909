"""Streams: the bytes of a plan for any split, and what they refuse."""

import threading

import noble
import numpy as np
import pytest
from signals import integers

WORD = noble.down(2) @ noble.conv([1, 2, 3, 4], origin=1) @ noble.up(3)


def blocks(random, x):
    cuts = np.sort(random.integers(0, len(x) + 1, 9))
    return np.split(x, cuts)


@pytest.mark.parametrize("window", ["full", "valid", "same", (-3, 400)])
def test_any_split_gives_the_bytes_of_a_plan(random, dtype, boundary, window):
    want = noble.plan(WORD.on(300, window, boundary), dtype, endless=True)
    for channels, shape in ((1, (300,)), (1, (300, 1)), (3, (300, 3))):
        x = integers(random, shape, dtype)
        s = noble.stream(WORD, dtype, window=window, boundary=boundary, channels=channels)
        y = [s(block) for block in blocks(random, x)]
        end = s.flush()
        y = np.concatenate(y + [end if end.ndim == x.ndim else end[:, None]])
        assert y.dtype == dtype and np.array_equal(y, want(x, axis=0))
        assert s.frames_in == 300 and s.frames_out == len(y)


def test_strided_blocks_integers_and_lists(random):
    x = integers(random, (100, 6))
    s = noble.stream(WORD, channels=3)
    y = s(x[:, ::2])
    s.reset()
    assert np.array_equal(s(np.ascontiguousarray(x[:, ::2])), y)
    s.reset()
    assert np.array_equal(s(x[:, ::2].astype(int)), y)
    s.reset()
    assert np.array_equal(s(x[:, ::2].tolist()), y)
    assert s(np.empty((0, 3))).shape == (0, 3)
    single = noble.stream(WORD, "float32", channels=3)
    assert np.array_equal(single(x[:, ::2].astype("float32")), y)
    for same in (x[:, ::2].astype(int), x[:, ::2].tolist()):
        single.reset()
        y32 = single(same)
        assert y32.dtype == np.float32 and np.array_equal(y32, y)
    assert noble.stream(WORD, "float32")([]).shape == (0,)
    with pytest.raises(TypeError, match="complex128"):
        noble.stream(WORD, "float32")([1j])
    with pytest.raises(TypeError, match="float64"):
        noble.stream(WORD, "float32")(np.float64([1]))


def test_primed_streams_do_not_wait(random):
    x = integers(random, 50)
    word = noble.conv([1, 2, 3, 4])
    for rule, ends in (("periodic", 3), ("line", 1)):
        want = noble.plan(word.on(50, "same", rule), endless=True)(x)
        s = noble.stream(word, boundary=rule, length=50)
        assert s.waits_for_end and s.length == 50 and s.end_frames == ends
        s.prime(x[-ends:])
        assert not s.waits_for_end
        assert np.array_equal(s(x), want) and s.flush().size == 0
        s.reset()
        assert s(x).size == 0 and np.array_equal(s.flush(), want)
    assert not noble.stream(WORD, boundary="periodic").waits_for_end  # reads nothing before x[0]


def test_copies_and_properties(random):
    x = integers(random, 200)
    s = noble.stream(WORD, window="full", method="fft", threads=1, groups="fused")
    assert s.word == WORD and s.dtype == np.float64 and s.channels == 1 and s.length is None
    assert s.latency > 0 and s.tail == 1 and s.first_output == 0
    first = s(x[:120])
    copy = s.copy()
    assert np.array_equal(copy(x[120:]), s(x[120:])) and np.array_equal(copy.flush(), s.flush())
    assert copy.frames_out == s.frames_out >= first.size
    assert s.report()["stages"][0]["chosen"]["method"] == "fft" and "fft" in s.explain()
    assert "stream" in repr(s)
    written = noble.stream(WORD, groups="written")
    assert len(written.report()["stages"]) == 3


def test_one_stream_in_several_threads(random):
    """Calls come one after another: every frame is counted once."""
    s = noble.stream(noble.conv(np.ones(50)), "float32")
    x = np.ones(1000, "float32")

    def feed():
        for _ in range(50):
            s(x)
            assert s.frames_in > 0

    threads = [threading.Thread(target=feed) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert s.frames_in == s.frames_out == 200_000


def test_what_it_refuses():
    s = noble.stream(WORD, channels=2)
    for wrong in (np.ones(4), np.ones((4, 3)), np.ones((2, 2, 2))):
        with pytest.raises(ValueError, match="2 channels"):
            s(wrong)
    with pytest.raises(TypeError, match="float64"):
        s(np.ones((4, 2), "float32"))
    s.flush()
    with pytest.raises(ValueError, match="flush"):
        s(np.ones((4, 2)))
    with pytest.raises(ValueError, match="ended already"):
        s.flush()
    short = noble.stream(WORD, length=3)
    with pytest.raises(ValueError, match="3 frames"):
        short(np.ones(4))
    with pytest.raises(ValueError, match="ends after 0"):
        short.flush()
    with pytest.raises(ValueError, match="edge extension"):  # and takes no memory for it
        noble.stream(noble.conv([1, 2]), window=(0, 10**12), boundary="edge").flush()
    with pytest.raises(ValueError, match="1 frames"):
        noble.stream(noble.up(10**15), length=1)(np.ones(10**5))
    with pytest.raises(ValueError, match="beforehand"):
        noble.stream(noble.conv([1, 2]), boundary="line", length=5).prime([1.0, 2.0])
    for wrong in (dict(channels=0), dict(window="most"), dict(boundary="round"), dict(groups="none"),
                  dict(method="flow"), dict(length=-1), dict(threads=-1)):
        with pytest.raises(ValueError):
            noble.stream(WORD, **wrong)
    with pytest.raises(ValueError, match="complex taps"):
        noble.stream(noble.conv([1j]), "float64")
