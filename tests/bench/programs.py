"""Whole programs on a file: `noble apply` beside cp, ffmpeg and sox, on a stereo 16-bit WAV."""

import re
import shutil
import statistics
import subprocess
import time
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

RATE = 44100
LARGEST_ERROR = 1.01  # of 16-bit steps: each program rounds once
COMPARED = RATE  # frames at the beginning; what filters do at the end differs


def versions():
    """The programs that are installed, and their versions."""
    found = {}
    for name, command in (("ffmpeg", ["ffmpeg", "-version"]), ("SoX", ["sox", "--version"])):
        found[name] = None
        if shutil.which(command[0]):
            text = subprocess.run(command, capture_output=True, text=True).stdout
            found[name] = re.search(r"v?(\d[\w.]*)", text).group(1)
    return found


@dataclass
class Contender:
    """A command that makes `output`, whose frame n + ahead·(T − 1)/2 is noble's frame n."""

    name: str
    command: list
    output: Path
    compared: bool = True
    ahead: bool = False

    def run(self):
        self.output.unlink(missing_ok=True)
        start = time.perf_counter()
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - start


def samples(path):
    """The 16-bit frames of a WAV."""
    data = path.read_bytes()
    place = data.index(b"data", 12) + 8
    frames = np.frombuffer(data, np.int16, offset=place, count=(len(data) - place) // 4 * 2)
    return frames.reshape(-1, 2).astype(np.int32)


def lowpass(taps, edge):
    """Windowed sinc (Hamming), causal; `edge` in cycles per sample."""
    n = np.arange(taps) - (taps - 1) / 2
    h = 2 * edge * np.sinc(2 * edge * n) * np.hamming(taps)
    return h / h.sum()


def write_noise(path, seconds):
    """Stereo noise at a third of full scale: nothing clips."""
    noise = np.random.default_rng(1)
    with wave.open(str(path), "wb") as out:
        out.setparams((2, 2, RATE, 0, "NONE", ""))
        for _ in range(seconds):
            out.writeframes(noise.integers(-10000, 10000, 2 * RATE, dtype=np.int16).tobytes())


class Bench:
    def __init__(self, noble, folder, quick):
        self.noble, self.folder = noble, Path(folder)
        self.minutes = 1 if quick else 10
        self.source = self.folder / "in.wav"
        self.have = versions()

    def names(self):
        return ("apply fir 255", "apply fir 4095", "apply down 4")

    def contenders(self, name):
        if name == "apply down 4":
            return list(self.decimators())
        return list(self.filters(int(name.split()[-1])))

    def of_noble(self, name, word, *options):
        output = self.folder / "noble.wav"
        return Contender(name, [self.noble, "apply", word, self.source, output, *options], output)

    def noble_variants(self, word):
        yield self.of_noble("noble", word)
        yield self.of_noble("noble, float32", word, "--dtype", "float32")
        yield self.of_noble("noble, 1 thread", word, "--threads", "1")
        copy = self.folder / "copy.wav"
        yield Contender("cp", ["cp", self.source, copy], copy, compared=False)

    def filters(self, taps):
        h = lowpass(taps, 0.2)
        array, text, sound = (self.folder / f"taps.{kind}" for kind in ("npy", "txt", "wav"))
        np.save(array, h)
        np.savetxt(text, h, fmt="%.17g")
        self.write_stereo_taps(h, sound)
        yield from self.noble_variants(f'conv(file("{array}"))')
        if self.have["ffmpeg"]:
            out = self.folder / "ffmpeg.wav"
            wet = 0.5 if self.have["ffmpeg"].startswith("5.1") else 1  # 5.1 makes everything twice as loud
            graph = f"[0:a][1:a]afir=gtype=none:irfmt=input:wet={wet}"
            yield Contender("ffmpeg afir", self.ffmpeg("-i", sound, "-filter_complex", graph, out), out)
        if self.have["SoX"]:
            out = self.folder / "sox.wav"
            yield Contender("sox fir", ["sox", "-D", self.source, out, "fir", text], out, ahead=True)

    # A filter for each channel: given a mono one, ffmpeg 5 mixes the signal down to mono as well.
    def write_stereo_taps(self, h, sound):
        array = self.folder / "taps2.npy"
        np.save(array, np.column_stack([h, h]))
        options = ["--axis", "0", "--type", "float32", "--rate", str(RATE)]
        subprocess.run([self.noble, "apply", "id", array, sound, *options], check=True)

    def decimators(self):
        yield from self.noble_variants("down(4) * conv(lowpass(0.2, 255))")
        if self.have["ffmpeg"]:
            out = self.folder / "ffmpeg.wav"
            command = self.ffmpeg("-af", f"aresample={RATE // 4}", out)
            yield Contender("ffmpeg aresample", command, out, compared=False)
        if self.have["SoX"]:
            out = self.folder / "sox.wav"
            command = ["sox", "-D", self.source, "-r", str(RATE // 4), out]
            yield Contender("sox rate", command, out, compared=False)

    def ffmpeg(self, *rest):
        return ["ffmpeg", "-v", "error", "-y", "-i", self.source, *rest[:-1], "-c:a", "pcm_s16le", rest[-1]]

    def measure(self, name, rounds):
        if not self.source.exists():
            write_noise(self.source, 60 * self.minutes)
        entries = self.contenders(name)
        taps = int(name.split()[-1])
        result = {"job": {"name": name, "minutes": self.minutes}, "contenders": {}}
        reference = None
        for entry in entries:
            entry.run()
            error = 0.0
            if reference is None:
                reference = samples(entry.output)[:COMPARED]
            elif entry.compared:
                skip = (taps - 1) // 2 if entry.ahead else 0
                output = samples(entry.output)[: COMPARED - skip]
                error = float(abs(output - reference[skip:]).max())
            if error > LARGEST_ERROR:
                print(f"{name}: {entry.name} is off by {error:.3g} steps and not timed")
                continue
            result["contenders"][entry.name] = {"times": [], "error": error, "approximate": False}
        timed = [entry for entry in entries if entry.name in result["contenders"]]
        for i in range(rounds):
            for entry in timed[i % len(timed) :] + timed[: i % len(timed)]:
                result["contenders"][entry.name]["times"].append(entry.run())
        for of_one in result["contenders"].values():
            of_one["median"] = statistics.median(of_one["times"])
        return result
