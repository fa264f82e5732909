"""Signal files: what is read, what is written, what is refused."""

import pathlib

import noble
import numpy as np
import pytest

RECORDING = pathlib.Path(__file__).parents[2] / "apps" / "demo" / "cash-register.flac"


def test_a_flac_file_is_read_exactly():
    s = noble.read(RECORDING)
    assert (s.format, s.type, s.rate, s.samples.shape) == ("FLAC", "int16", 44100, (117559, 1))
    whole = s.samples * 2**15
    assert s.samples.dtype == np.float64 and np.array_equal(whole, np.round(whole))
    assert repr(s) == "<FLAC signal of shape (117559, 1), 44100.0 Hz, int16>"


@pytest.mark.parametrize("name", ["x.wav", "x.flac", "x.aiff", "x.csv", "x.npy"])
@pytest.mark.parametrize("channels", [1, 2])
def test_what_is_written_is_read_back(tmp_path, random, name, channels):
    x = random.integers(-(2**15), 2**15, (50, channels)) / 2**15
    path = tmp_path / name
    audio = path.suffix not in (".csv", ".npy")
    assert noble.write(path, x[::1], 8000, type="int16" if audio else None) == 0
    again = noble.read(str(path))
    assert np.array_equal(again.samples.reshape(x.shape), x)
    assert again.rate == (8000 if audio else None)


def test_npy_keeps_types_and_axes(tmp_path, random, dtype):
    x = random.standard_normal((3, 4, 5)).astype(dtype)
    path = tmp_path / "x"
    noble.write(path, np.asfortranarray(x), format="npy")
    again = noble.read(path, format="npy").samples
    assert again.dtype == dtype and np.array_equal(again, x) and np.array_equal(np.load(path), x)


def test_clipping_is_counted(tmp_path):
    assert noble.write(tmp_path / "x.wav", [0.5, 1.5, -2.0], 8000, type="int16") == 2


def test_errors(tmp_path):
    with pytest.raises(OSError, match="nowhere.wav"):
        noble.read(tmp_path / "nowhere.wav")
    (tmp_path / "not.wav").write_text("hello")
    with pytest.raises(OSError, match="not.wav"):
        noble.read(tmp_path / "not.wav")
    with pytest.raises(ValueError):
        noble.read(RECORDING, format="mp4")
    for wrong in ({"samples": [1j]}, {"samples": [0.5], "type": "int7"}, {"samples": np.ones((2, 2, 2))}):
        with pytest.raises(ValueError):
            noble.write(tmp_path / "x.wav", rate=8000, **wrong)
    with pytest.raises(OSError):
        noble.write(tmp_path / "x.wav", [np.nan], 8000, type="int16")
    assert not (tmp_path / "x.wav").exists()
    with pytest.raises(TypeError):
        noble.read(3)
