"""apply: words on signal files."""

import os
import threading

import noble
import numpy as np
import pytest

WORD = noble.down(2) @ noble.conv([1, 2, 1], origin=1)


@pytest.fixture
def ramp(tmp_path):
    path = tmp_path / "ramp.wav"
    noble.write(path, np.arange(20.0).reshape(10, 2) / 64, 8000, type="int16")
    return path


def test_the_output_is_the_finite_map_of_the_input(tmp_path, ramp, boundary):
    x = noble.read(ramp).samples
    for block in (None, 1, 3):
        report = noble.apply(WORD, ramp, tmp_path / "y.npy", boundary=boundary, axis=0, block=block)
        expected = WORD.on(10, "same", boundary)(x, axis=0)
        assert np.array_equal(np.load(tmp_path / "y.npy"), expected)
        assert report == {"format": "npy", "type": "float64", "shape": (5, 2), "rate": None, "clipped": 0}


def test_the_report_says_what_was_written(tmp_path, ramp):
    report = noble.apply("64 * up(3)", str(ramp), str(tmp_path / "y.wav"), type="int24")
    assert report["type"] == "int24" and report["shape"] == (30, 2) and report["rate"] == 24000
    assert report["clipped"] == 19
    assert noble.read(tmp_path / "y.wav").rate == 24000


def test_windows_of_both_axes_and_the_transpose(tmp_path):
    x = np.arange(12.0).reshape(3, 4)
    np.save(tmp_path / "x.npy", x)
    a = noble.kron(noble.delay(1), noble.down(2))
    noble.apply(a, tmp_path / "x.npy", tmp_path / "y.npy", window=["same", (0, 1)], boundary=["periodic", "zero"])
    assert np.array_equal(np.load(tmp_path / "y.npy"), np.roll(x, 1, axis=0)[:, :1])
    noble.apply(noble.down(2), tmp_path / "x.npy", tmp_path / "z.npy", transpose=True, n=8)
    assert np.array_equal(np.load(tmp_path / "z.npy"), noble.down(2).on(8, "same").T(x, axis=-1))


def test_dtypes_are_kept_or_converted(tmp_path, dtype):
    np.save(tmp_path / "x.npy", np.arange(8).astype("float32"))
    noble.apply(noble.down(2), tmp_path / "x.npy", tmp_path / "y.npy", dtype=dtype)
    assert np.load(tmp_path / "y.npy").dtype == dtype
    noble.apply(noble.down(2), tmp_path / "x.npy", tmp_path / "z.npy")
    assert np.load(tmp_path / "z.npy").dtype == np.float32


def test_progress_is_told_and_may_end_the_run(tmp_path, ramp):
    told = []
    noble.apply(WORD, ramp, tmp_path / "y.wav", block=1, progress=lambda *both: told.append(both))
    assert told[-1] == (20, 20) and told == sorted(told)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        noble.apply(WORD, ramp, tmp_path / "z.wav", progress=stop)
    assert not (tmp_path / "z.wav").exists()


def test_other_threads_run_while_it_waits_for_a_pipe(tmp_path, ramp):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    feed = threading.Thread(target=lambda: fifo.write_bytes(ramp.read_bytes()))
    feed.start()
    noble.apply(WORD, fifo, tmp_path / "y.wav")
    feed.join()
    noble.apply(WORD, ramp, tmp_path / "z.wav")
    assert (tmp_path / "y.wav").read_bytes() == (tmp_path / "z.wav").read_bytes()


def test_errors(tmp_path, ramp):
    out = tmp_path / "y.wav"
    with pytest.raises(OSError, match="nowhere.wav"):
        noble.apply(WORD, tmp_path / "nowhere.wav", out)
    for wrong in (
        {"word": "conv(q:3)"}, {"word": "2i * id"}, {"word": "row(id, id, id)"}, {"block": 0}, {"n": 4},
        {"transpose": True}, {"type": "int7"}, {"format": "mp3"}, {"window": ["same"]}, {"boundary": "wall"},
    ):
        with pytest.raises(ValueError):
            noble.apply(**{"word": WORD, "input": ramp, "output": out, **wrong})
    with pytest.raises(TypeError):
        noble.apply(3, ramp, out)
    with pytest.raises(OSError, match="is the input"):
        noble.apply(WORD, ramp, ramp)
    assert not out.exists()
