"""The report as a picture: a bar for each peer of each job, as long as the logarithm of its ratio."""

import math
from xml.sax.saxutils import escape

COLOURS = {
    "SciPy": "#4c72b0",
    "PyTorch": "#dd8452",
    "liquid-dsp": "#55a868",
    "GNU Radio": "#c44e52",
    "FFTW": "#8172b3",
}
LEFT, WIDTH, BAR, GAP = 230, 620, 11, 10
LEAST, MOST = 0.1, 1000


def svg(document):
    bars, y = [], 50
    for result in document["jobs"]:
        ratios = peer_ratios(result)
        if not ratios:
            continue
        middle = y + BAR * len(ratios) / 2
        bars.append(text(LEFT - 8, middle + 4, result["job"]["name"], "end"))
        for name, ratio in ratios:
            bars.append(bar(y, name, ratio))
            y += BAR
        y += GAP
    height = y + 10
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 190}" '
            f'height="{height}" font-family="sans-serif" font-size="11">',
            '<rect width="100%" height="100%" fill="white"/>',
            text(LEFT, 16, "How many times as long as noble (logarithmic)"),
            *grid(height),
            *bars,
            "</svg>\n",
        ]
    )


def peer_ratios(result):
    contenders = result["contenders"]
    noble = contenders["noble"]["median"]
    return [
        (name, c["median"] / noble)
        for name, c in contenders.items()
        if any(name.startswith(peer) for peer in COLOURS)
    ]


def position(ratio):
    clamped = min(max(ratio, LEAST), MOST)
    return LEFT + WIDTH * math.log(clamped / LEAST) / math.log(MOST / LEAST)


def grid(height):
    for power in range(round(math.log10(LEAST)), round(math.log10(MOST)) + 1):
        x = position(10**power)
        colour = "#444" if power == 0 else "#ddd"
        yield f'<line x1="{x:.1f}" y1="40" x2="{x:.1f}" y2="{height - 8}" stroke="{colour}"/>'
        yield text(x, 34, f"{10**power:g}", "middle")


def bar(y, name, ratio):
    start, end = sorted((position(1), position(ratio)))
    colour = next(c for peer, c in COLOURS.items() if name.startswith(peer))
    return (
        f'<rect x="{start:.1f}" y="{y}" width="{max(end - start, 1):.1f}" height="{BAR - 2}" '
        f'fill="{colour}"/>' + text(end + 4, y + BAR - 3, f"{name} {ratio:.3g}")
    )


def text(x, y, content, anchor="start"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(content)}</text>'
