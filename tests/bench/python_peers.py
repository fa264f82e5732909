"""The Python contenders: SciPy, PyTorch and noble's module, on the data that the C++ program wrote.

Each contender is a function without arguments that returns the output of the job. One that computes
on a shorter signal, because it would take gigabytes, says by how much its time is to be multiplied.
"""

from dataclasses import dataclass
from typing import Callable

import numpy as np

try:
    import scipy
    import scipy.linalg
    import scipy.signal
    import scipy.sparse
except ImportError:
    scipy = None
try:
    import noble

    noble.set_thread_count(1)
except ImportError:
    noble = None
try:
    import torch

    torch.set_num_threads(1)
except ImportError:
    torch = None

SLOW = 4.5e9  # multiplications, about as many nanoseconds
TORCH_BYTES = 1 << 26  # conv1d unfolds its input: at most so many bytes of taps × samples


@dataclass
class Contender:
    run: Callable[[], np.ndarray]
    scale: float = 1
    skip: int = 0  # the output starts at the reference's output `skip`
    entries: Callable = np.ravel  # from what `run` returns to the reference's order, untimed


def versions():
    return {
        "SciPy": scipy and scipy.__version__,
        "PyTorch": torch and torch.__version__,
    }


class Data:
    """A job's input, taps and reference as NumPy arrays."""

    def __init__(self, job, folder):
        self.job = job
        self.x = np.fromfile(f"{folder}/input", job["element"])
        self.reference = np.fromfile(f"{folder}/reference", job["element"])
        taps = np.fromfile(f"{folder}/taps", complex)
        self.h = self.as_element(taps if job["complex_taps"] else taps.real)
        if job["kind"] == "chain":
            self.stages = [
                np.fromfile(f"{folder}/{name}").astype(np.float32) for name in ("first", "second")
            ]

    def as_element(self, taps):
        wide = self.job["element"] == "float64"
        if np.iscomplexobj(taps):
            return taps.astype(np.complex128 if wide else np.complex64)
        return taps.astype(np.float64 if wide else np.float32)

    def multiplies(self):
        return self.job["outputs"] * self.job["taps"] / self.job["up"]


def contenders(data):
    kind = data.job["kind"]
    found = {}
    if scipy:
        if kind == "filter" and data.job["taps"]:
            found |= scipy_filters(data)
        elif kind == "chain":
            found |= scipy_chain(data)
        elif kind in ("dense", "sparse"):
            found |= scipy_matrices(data)
    if torch and kind == "filter" and data.job["taps"]:
        found |= torch_filters(data)
    if noble and kind == "filter" and data.job["taps"] == 15:
        found |= noble_from_python(data)
    return found


def scipy_filters(data):
    job, x, h = data.job, data.x, data.h
    up, down, outputs = job["up"], job["down"], job["outputs"]
    found = {}
    if data.multiplies() < SLOW:
        found["SciPy upfirdn"] = Contender(
            lambda: scipy.signal.upfirdn(h, x, up, down)[:outputs]
        )
    if up == down == 1 and job["n"] > 1 << 16:
        found["SciPy oaconvolve"] = Contender(lambda: scipy.signal.oaconvolve(x, h)[:outputs])
    if up * down > 1 and data.multiplies() < SLOW:
        found["SciPy resample_poly"] = resample_poly(data)
    return found


def resample_poly(data):
    """Its output 0 lies at the middle tap: zeros behind the taps move that to a multiple of M."""
    up, down = data.job["up"], data.job["down"]
    middle = -(-(len(data.h) - 1) // 2 // down) * down
    padded = np.zeros(2 * middle + 1, data.h.dtype)
    padded[: len(data.h)] = data.h / up  # resample_poly multiplies by L
    return Contender(
        lambda: scipy.signal.resample_poly(data.x, up, down, window=padded),
        skip=middle // down,
    )


def scipy_chain(data):
    first, second = data.stages

    def run():
        between = scipy.signal.upfirdn(first, data.x, 1, 8)[: -(-data.job["n"] // 8)]
        return scipy.signal.upfirdn(second, between, 1, 6)[: data.job["outputs"]]

    return {"SciPy upfirdn": Contender(run)}


def scipy_matrices(data):
    n, h = data.job["n"], data.h

    def dense():
        return scipy.linalg.convolution_matrix(h, n)[::2]

    def sparse():
        # Row i of the convolution's matrix has h[i − j] in column j.
        diagonals = np.broadcast_to(h[:, None], (len(h), n))
        full = scipy.sparse.diags(diagonals, -np.arange(len(h)), shape=(n + len(h) - 1, n))
        return full.tocsr()[::2]

    def entries(matrix):
        matrix.sort_indices()
        return matrix.data

    if data.job["kind"] == "dense":
        return {"SciPy convolution_matrix": Contender(dense)}
    return {"SciPy sparse.diags": Contender(sparse, entries=entries)}


def noble_from_python(data):
    A = noble.conv(data.h)
    return {"noble, A(x) in Python": Contender(lambda: A(data.x, "same"))}


def torch_filters(data):
    job = data.job
    up, down, taps = job["up"], job["down"], job["taps"]
    real = job["element"] in ("float32", "float64")
    if not real or (up > 1 and down > 1) or data.multiplies() >= SLOW:
        return {}
    share = max(1, -(-job["n"] * taps * data.x.itemsize // TORCH_BYTES))
    n = job["n"] // share // down * down
    x = torch.from_numpy(data.x[:n])[None, None]
    if up > 1:
        h = torch.from_numpy(data.h)[None, None]
        name = "PyTorch conv_transpose1d"
        run = lambda: torch.nn.functional.conv_transpose1d(x, h, stride=up)
    else:
        h = torch.from_numpy(data.h[::-1].copy())[None, None]
        name = "PyTorch conv1d"
        run = lambda: torch.nn.functional.conv1d(x, h, stride=down, padding=taps - 1)

    def as_array():
        with torch.no_grad():
            return run().numpy().ravel()[: n * up // down]

    return {name: Contender(as_array, scale=job["n"] / n)}
