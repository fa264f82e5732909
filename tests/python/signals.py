"""Random signals and words that several tests share."""

import noble
import numpy as np


def integers(random, shape, dtype="float64"):
    """Small integers, which every element type adds and multiplies without rounding."""
    values = random.integers(-9, 10, shape).astype(dtype)
    if values.dtype.kind == "c":
        values = values + (1j * random.integers(-9, 10, shape)).astype(dtype)
    return values


def resampler(taps, up, down):
    return noble.down(down) @ noble.conv(taps) @ noble.up(up)
