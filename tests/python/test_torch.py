"""PyTorch's convolutions, from a fixture that PyTorch wrote, as words on one and two axes."""

import pathlib

import noble
import numpy as np
import pytest

FIXTURE = pathlib.Path(__file__).parents[1] / "fixtures" / "torch.txt"


def cases(function):
    """(parameters, arrays) of each case of a function."""
    found = []
    for line in FIXTURE.read_text().splitlines():
        name, *rest = line.split()
        if name == "case":
            found.append((rest[0], [int(v) for v in rest[1:]], {}))
        elif name != "#":
            found[-1][2][name] = np.array([float(v) for v in rest])
    return [case[1:] for case in found if case[0] == function]


def layer(taps, stride, padding, dilation):
    """y[i] = sum over t of w[t] x[stride i - padding + dilation t], a word."""
    return noble.down(stride, -padding) @ noble.corr(noble.up(dilation) @ noble.sequence(taps))


def layer2d(w, stride, padding, dilation):
    """A kernel that need not separate: a separable term for each of its rows."""
    units = np.eye(len(w))
    terms = [
        noble.kron(layer(e, stride, padding, dilation), layer(row, stride, padding, dilation))
        for e, row in zip(units, w)
    ]
    return sum(terms[1:], start=terms[0])


def outputs(n, k, stride, padding, dilation):
    return (n + 2 * padding - dilation * (k - 1) - 1) // stride + 1


def test_the_fixture_has_cases():
    for function in ("conv1d", "conv2d", "conv_transpose1d", "conv_transpose2d"):
        assert len(cases(function)) == 60
    assert any(p[5] > 0 for p, _ in cases("conv_transpose1d"))  # output_padding


def test_conv1d():
    for (n, k, *rest, _), a in cases("conv1d"):
        y = layer(a["w"], *rest)(a["x"], (0, outputs(n, k, *rest)))
        assert np.array_equal(y, a["y"]), (n, k, rest)


def test_conv_transpose1d_is_the_transpose_that_remembers_n():
    for (n, k, *rest, _), a in cases("conv_transpose1d"):
        M = layer(a["w"], *rest).on(n, (0, outputs(n, k, *rest)))
        assert np.array_equal(M.T @ a["x"], a["y"]), (n, k, rest)


def test_conv2d():
    for (n, k, *rest, _), a in cases("conv2d"):
        window = (0, outputs(n, k, *rest))
        y = layer2d(a["w"].reshape(k, k), *rest)(a["x"].reshape(n, n), (window, window))
        assert np.array_equal(y.ravel(), a["y"]), (n, k, rest)


@pytest.mark.parametrize("flattened", [False, True])
def test_conv_transpose2d(flattened):
    for (n, k, *rest, _), a in cases("conv_transpose2d"):
        m = outputs(n, k, *rest)
        M = layer2d(a["w"].reshape(k, k), *rest).on(n, n, ((0, m), (0, m)))
        x = a["x"] if flattened else a["x"].reshape(m, m)
        assert np.array_equal((M.T @ x).ravel(), a["y"]), (n, k, rest)
