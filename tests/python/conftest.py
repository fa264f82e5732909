import numpy as np
import pytest

BOUNDARIES = (
    "zero", "edge", "periodic", "symmetric", "reflect", "antisymmetric", "antireflect", "smooth",
    "line",
)
DTYPES = ("float32", "float64", "complex64", "complex128")


@pytest.fixture(params=BOUNDARIES)
def boundary(request):
    return request.param


@pytest.fixture(params=DTYPES)
def dtype(request):
    return request.param


@pytest.fixture
def random():
    return np.random.default_rng(4)
