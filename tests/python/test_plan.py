"""Plans: results, out, methods, reports, threads."""

import threading

import noble
import numpy as np
import pytest
from signals import integers

MAP = (noble.down(2) @ noble.conv([1, 2, 3, 4], origin=1)).on(64, "same", "symmetric")


@pytest.mark.parametrize("effort", ["estimate", "measure"])
def test_plans_give_what_the_map_gives(random, dtype, effort):
    p = noble.plan(MAP, dtype, effort=effort)
    assert p.dtype == dtype and p.map.shape == MAP.shape
    for shape, axis in [((64,), -1), ((3, 64), -1), ((64, 3), 0), ((2, 64, 3), 1)]:
        x = integers(random, shape, dtype)
        want = MAP(x, axis)
        assert np.array_equal(p(x, axis=axis), want)
        out = np.full_like(want, np.nan)
        assert p(x, out, axis) is out and np.array_equal(out, want)
        strided = np.full(want.shape + (2,), np.nan, dtype)
        p(x, out=strided[..., 1], axis=axis)
        assert np.array_equal(strided[..., 1], want) and np.isnan(strided[..., 0]).all()


def test_out_that_does_not_fit_is_refused():
    p = noble.plan(MAP)
    x, y = np.ones(64), np.ones(32)
    read_only = np.ones(32)
    read_only.flags.writeable = False
    for out in (np.ones(31), np.ones((1, 32)), read_only, x[:32], x[::2], x[31::-1]):
        with pytest.raises(ValueError):
            p(x, out=out)
    both = np.ones((64, 2))
    p(both[:, 0], out=both[:32, 1])  # between one another, but apart
    assert np.array_equal(both[:32, 1], p(x)) and np.array_equal(both[:, 0], x)
    for out in (y.astype("float32"), list(y), y.astype(">f8")):
        with pytest.raises(TypeError):
            p(x, out=out)
    with pytest.raises(TypeError, match="float64"):
        p(x.astype("float32"))
    assert np.array_equal(p(np.ones(64, int)), p(x))


def test_alpha_and_beta(random, dtype):
    p = noble.plan(MAP, dtype)
    x, y = integers(random, (3, 64), dtype), integers(random, (3, 32), dtype)
    want = 3 * MAP(x) - 2 * y
    assert p(x, out=y, alpha=3, beta=-2) is y and np.array_equal(y, want)
    assert np.array_equal(p(x, alpha=2.5), 2.5 * MAP(x))
    with pytest.raises(ValueError, match="out"):
        p(x, beta=1)
    if np.dtype(dtype).kind == "f":
        with pytest.raises(ValueError, match="complex"):
            p(x, alpha=1j)
    else:
        assert np.array_equal(p(x, alpha=1j), 1j * MAP(x))


def test_methods_and_instruction_sets(random):
    x = integers(random, 64)
    want = MAP @ x
    for instruction_set in ("plain", None):
        p = noble.plan(MAP, method="lanes", instruction_set=instruction_set, threads=1)
        assert np.array_equal(p(x), want)
        assert p.report()["stages"][0]["chosen"]["method"] == "lanes"
    for wrong in (dict(method="fast"), dict(instruction_set="mmx"), dict(effort="most"), dict(threads=-1)):
        with pytest.raises(ValueError):
            noble.plan(MAP, **wrong)
    with pytest.raises(ValueError, match="complex taps"):
        noble.plan(noble.conv([1j]).on(4), "float64")
    with pytest.raises(TypeError):
        noble.plan(MAP, "int32")


def test_reports():
    p = noble.plan(MAP, "float32")
    assert "float32" in p.explain() and repr(p) == p.explain()
    report = p.report()
    assert report["element"] == "float32" and report["stages"][0]["taps"] == 4
    assert noble.plan(noble.conv([1j]).on(4)).dtype == np.complex128


def test_maps_on_two_axes(random):
    M = noble.kron(noble.down(2), noble.conv([1, 2])).on(4, 5)
    x = integers(random, (3, 4, 5))
    want = M(x)
    assert np.array_equal(noble.plan(M)(x), want)
    assert np.array_equal(noble.plan(M)(np.asfortranarray(x)), want)


def resident_pages():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1])


def test_threads_share_a_plan_and_leave_memory_flat(random):
    p = noble.plan(MAP)
    A = noble.down(2) @ noble.conv([1, 2, 3, 4], origin=1)
    x = random.standard_normal(64)
    want = p(x)
    wrong = []

    def work(count):
        for _ in range(count):
            ours = A(x, "same", "symmetric")
            if not (np.array_equal(p(x), want) and np.array_equal(ours, want)):
                wrong.append(1)

    def run(count):
        workers = [threading.Thread(target=work, args=(count,)) for _ in range(4)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()

    run(500)
    before = resident_pages()
    run(12500)
    assert not wrong
    assert resident_pages() - before < 512  # 2 MiB of 4096-byte pages; 10^5 leaks would be more


def test_other_threads_run_meanwhile():
    """The GIL is released: a counter goes on while a long filter runs."""
    p = noble.plan(noble.conv(np.ones(20001)).on(400_000, "same"), threads=1, method="lanes")
    x, seen, done = np.ones(400_000), [0], threading.Event()

    def count():
        while not done.is_set():
            seen[0] += 1
            done.wait(0.001)

    counter = threading.Thread(target=count)
    counter.start()
    start = seen[0]
    p(x)
    during = seen[0] - start
    done.set()
    counter.join()
    assert during >= 5
