#!/usr/bin/python3
"""Prints what noble computes over a grid, a line for each case: its name and a hash of the bytes.

    PYTHONPATH=BUILD/apps/python tests/bytes/record.py >BYTES

Words × windows × boundaries × element types × instruction sets × methods, as plans and as streams,
on samples that do not depend on the machine; and the texts of proofs, laws and matrices. Two builds
that print the same compute the same (`compare.sh` does it for two revisions).
"""

import hashlib
import itertools

import noble
import numpy as np

WORDS = [
    "conv([1 2 1]@1)",
    "down(2) * conv(lowpass(0.4, 31))",
    "conv(lowpass(0.3, 63)) * up(3)",
    "down(147) * conv(lowpass(1/160, 961)) * up(160)",
    "conv(lowpass(0.2, 2047))",
    "down(3) * conv(lowpass(0.3, 1023)) * up(2)",
    "down(8) * conv(lowpass(0.1, 255)) * down(6) * conv(lowpass(0.15, 127))",
    "up(4, 1) * down(3, -2)",
    "delay(-5) * down(2, 1)",
    "conv(up(7)([1 -2 3])) + 1/3 * delay(2)",
    "conv([1+2i -3i 2]@1) * up(2)",
    "conv([1 2 3]) * up(5) + up(5) * conv([1/7 2])",
]
WINDOWS = ["full", "valid", "same", "-7:50"]
BOUNDARIES = [
    "zero", "edge", "periodic", "symmetric", "reflect", "antisymmetric", "antireflect", "smooth", "line",
]  # fmt: skip
TYPES = [np.float32, np.float64, np.complex64, np.complex128]
LENGTHS = [1, 7, 500, 9001]
METHODS = [None, "flow", "lanes", "thin", "fft", "rows"]
SETS = ["plain", "sse2", "avx2", "avx512"]
EVERY = 11  # one case in so many of the cross product is computed


def samples(n, dtype, seed):
    """Small dyadic numbers by a linear congruence (Numerical Recipes' constants)."""
    state = np.empty(2 * n, np.uint64)
    value = seed
    for i in range(2 * n):
        value = (1664525 * value + 1013904223) % 2**32
        state[i] = value
    real = (state.astype(np.float64) / 2**28).round(6) - 8
    parts = real[:n] + 1j * real[n:] if np.issubdtype(dtype, np.complexfloating) else real[:n]
    return parts.astype(dtype)


def digest(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()[:16]


def value_or_error(f):
    try:
        return f()
    except (ValueError, TypeError, MemoryError) as e:
        return f"{type(e).__name__}: {e}"


def plans(known):
    grid = itertools.product(WORDS, WINDOWS, BOUNDARIES, TYPES, LENGTHS, known, METHODS)
    for number, (text, window, boundary, dtype, n, instructions, method) in enumerate(grid):
        if number % EVERY:
            continue
        x = samples(n, dtype, number)

        def bytes_of():
            map_ = noble.parse(text).on(n, window, boundary)
            plan = noble.plan(map_, dtype, method=method, instruction_set=instructions, threads=1)
            back = noble.plan(map_.T, dtype, instruction_set=instructions, threads=1)
            y = plan(x)
            return f"{digest(y)} {digest(back(y))}"

        name = f"{text} {window} {boundary} {np.dtype(dtype)} {n} {instructions} {method}"
        yield name, value_or_error(bytes_of)


def streams():
    for number, (text, boundary, dtype, block) in enumerate(
        itertools.product(WORDS, BOUNDARIES, TYPES, [37, 1024])
    ):
        x = samples(3000, dtype, number)

        def bytes_of():
            s = noble.stream(noble.parse(text), dtype, boundary=boundary)
            parts = [s(x[i : i + block]) for i in range(0, len(x), block)] + [s.flush()]
            return f"{s.latency} {s.tail} {digest(np.concatenate(parts))}"

        yield f"stream {text} {boundary} {np.dtype(dtype)} {block}", value_or_error(bytes_of)


def texts():
    for law in noble.laws():
        yield f"law {law.name}", value_or_error(lambda: str(noble.prove(law.formula, over=law.ranges)))
    for a, b in itertools.product(WORDS, repeat=2):
        yield f"prove {a} == {b}", value_or_error(lambda: str(noble.prove(f"{a} == {b}")))
    for text in WORDS:
        yield f"simplify {text}", value_or_error(lambda: str(noble.simplify(text)))
        map_ = noble.parse(text).on(9, "same", "symmetric")
        yield f"matrix {text}", value_or_error(lambda: digest(map_.todense()))


def main():
    known = [s for s in SETS if not isinstance(value_or_error(lambda: probe(s)), str)]
    for name, value in itertools.chain(plans(known), streams(), texts()):
        print(name, "=", value.replace("\n", " / "))


def probe(instructions):
    return noble.plan(noble.down(2).on(4), instruction_set=instructions)


if __name__ == "__main__":
    main()
