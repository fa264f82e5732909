"""What noble is held to: each goal is a job, a figure computed from its medians, and a bound."""

from dataclasses import dataclass
from typing import Callable


@dataclass
class Goal:
    job: str
    text: str
    figure: Callable  # from a job's result; KeyError where a contender is missing
    bound: float
    at_most: bool = False


def median(result, name):
    return result["contenders"][name]["median"]


def over(name, whose="noble"):
    """How many times as long as `whose` it takes `name`."""
    return lambda result: median(result, name) / median(result, whose)


def peak(instruction_set, whose="noble"):
    """The share of the peak of fused multiply-adds, folded or not."""
    return over(f"FMA peak, {instruction_set}", whose)


def best_peak(result):
    wide = "FMA peak, AVX-512" in result["contenders"]
    return peak("AVX-512" if wide else "AVX2")(result)


def nanoseconds(result):
    return median(result, "noble") * 1e9


def milliseconds(result):
    return median(result, "noble") * 1e3


def called_from_python(result):
    return median(result, "noble, A(x) in Python")


def microseconds_more(result):
    """What a call from Python takes beyond the same call in C++."""
    return (called_from_python(result) - median(result, "noble, A(x)")) * 1e6


def over_the_call(result):
    return called_from_python(result) / median(result, "noble, A(x)")


def memory(result):
    return result["memory"] / 2**20


def filters():
    yield Goal("fir 15", "over upfirdn", over("SciPy upfirdn"), 36)
    yield Goal("fir 15", "over a copy", lambda r: 1 / over("memcpy")(r), 1.5, True)
    yield Goal("fir 63", "over oaconvolve", over("SciPy oaconvolve"), 12)
    for job in ("fir 127", "fir 511", "fir 127 float64"):
        for name, least in (("AVX-512", 0.9), ("AVX2", 0.85)):
            text = f"direct: share of the {name} FMA peak"
            yield Goal(job, text, peak(name, f"noble direct, {name}"), least)
    yield Goal("fir 127 symmetric", "share of the FMA peak", best_peak, 1.3)
    for taps, least in ((127, 7), (511, 5), (1023, 5), (8191, 3.5), (65535, 5)):
        yield Goal(f"fir {taps}", "over oaconvolve", over("SciPy oaconvolve"), least)
    for taps, least in ((127, 2.4), (511, 1.8), (1023, 1.8), (8191, 1.8), (65535, 1.8)):
        yield Goal(f"fir {taps}", "over GNU Radio fft_filter", over("GNU Radio fft_filter"), least)
        yield Goal(f"fir {taps}", "over FFTW overlap-save", over("FFTW overlap-save"), 1 / 1.1)
    yield Goal(
        "fir 127 complex64, complex taps",
        "over GNU Radio fft_filter",
        over("GNU Radio fft_filter"),
        2,
    )
    yield Goal("fir 127 float64", "over oaconvolve", over("SciPy oaconvolve"), 6)


def rate_changes():
    for direction, peers in (("down", (25, 4.5)), ("up", (22, 9))):
        for k in (2, 3, 4, 8):
            job = f"{direction} {k}, 127 taps"
            yield Goal(job, "over upfirdn", over("SciPy upfirdn"), peers[0])
            yield Goal(job, "over liquid-dsp", over("liquid-dsp"), peers[0])
            yield Goal(job, "over GNU Radio", over("GNU Radio"), peers[1])
    yield Goal("160/147, 3201 taps", "over upfirdn", over("SciPy upfirdn"), 16)
    for direction in ("down", "up"):
        job = f"{direction} 8, 8191 taps"
        yield Goal(job, "over full-rate overlap-save", over("FFTW overlap-save"), 2)
        yield Goal(f"bare {direction} 2", "share of the copy bandwidth", over("memcpy"), 0.8)
    yield Goal("down 48, two stages", "over the fused form", over("noble, fused by hand"), 3)


def the_rest():
    yield Goal("fir 15 on 64 samples", "ns per call", nanoseconds, 40, True)
    yield Goal("fir 15 on 1024 samples", "ns per call", nanoseconds, 420, True)
    yield Goal("fir 15 on 64 samples", "µs more in Python", microseconds_more, 2, True)
    yield Goal("fir 15 on 10^6 samples", "in Python over C++", over_the_call, 1.05, True)
    yield Goal("plan fir 65535", "ms to plan", milliseconds, 10, True)
    yield Goal("dense matrix", "over convolution_matrix", over("SciPy convolution_matrix"), 2.5)
    yield Goal("sparse matrix", "over sparse.diags", over("SciPy sparse.diags"), 10)
    one_thread_over_two = lambda r: median(r, "noble") / median(r, "noble, 2 threads")
    for job in ("fir 127", "fir 511", "down 4, 127 taps", "up 4, 127 taps", "160/147, 3201 taps"):
        yield Goal(job, "two threads over one", one_thread_over_two, 1.8)
    for job in ("fir 127", "fir 1023", "down 4, 127 taps", "up 4, 127 taps", "160/147, 3201 taps"):
        share = lambda r: median(r, "noble") / median(r, "noble, stream")
        yield Goal(job, "stream of 1,024 samples: share of the plan's speed", share, 0.8)
    for job in ("fir 127", "down 8, 129 taps", "160/147, 3201 taps", "down 48, two stages"):
        yield Goal(job, "MiB beyond input and output", memory, 2, True)


def whole_programs():
    for job in ("apply fir 255", "apply fir 4095"):
        yield Goal(job, "over ffmpeg", over("ffmpeg afir"), 4)
        yield Goal(job, "over sox -D", over("sox fir"), 4)
        for name in ("noble", "noble, float32"):
            text = f"{name}: over cp"
            yield Goal(job, text, lambda r, name=name: 1 / over("cp", name)(r), 2.2, True)
    yield Goal("apply down 4", "over ffmpeg aresample", over("ffmpeg aresample"), 1)


def judged(results):
    """Each goal whose job and contenders took part, with its figure and whether it is met."""
    found = []
    for goal in (*filters(), *rate_changes(), *the_rest(), *whole_programs()):
        try:
            figure = goal.figure(results[goal.job])
        except KeyError:
            continue
        met = figure <= goal.bound if goal.at_most else figure >= goal.bound
        found.append(
            {
                "job": goal.job,
                "goal": goal.text,
                "bound": ("≤ " if goal.at_most else "≥ ") + f"{goal.bound:.3g}",
                "figure": figure,
                "met": met,
            }
        )
    return found
