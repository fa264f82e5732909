"""The report as text: Markdown tables that are readable as they are."""


def markdown(document):
    return "\n".join([*heading(document), "", *goal_table(document), "", *job_table(document), ""])


def heading(document):
    machine = document["machine"]
    have = [f"{name} {version}" for name, version in document["peers"].items() if version]
    missing = [name for name, version in document["peers"].items() if not version]
    yield (
        f"{machine['cpu']} (family and model {machine['family and model']}), {machine['cores']} "
        f"cores, {machine['instruction set']}, {machine['compiler']}; {', '.join(have)}."
    )
    if missing:
        yield f"Not installed, and skipped: {', '.join(missing)}."
    size = "2^20" if document["quick"] else "2^24"
    yield (
        f"Medians of up to {document['rounds']} interleaved rounds, one thread unless said, float32 "
        f"unless said, {size} samples unless said."
    )


def goal_table(document):
    rows = [
        (g["job"], g["goal"], g["bound"], f"{g['figure']:.3g}", "yes" if g["met"] else "**no**")
        for g in document["goals"]
    ]
    return table(("job", "noble", "goal", "reached", "met"), rows)


def job_table(document):
    return table(("job", "noble", "how many times as long the others take"), map(row, document["jobs"]))


def row(result):
    contenders = result["contenders"]
    noble = contenders["noble"]["median"]
    others = [
        f"{name} {'~' * c['approximate']}{c['median'] / noble:.3g}"
        for name, c in sorted(contenders.items(), key=lambda item: item[1]["median"])
        if name != "noble"
    ]
    return result["job"]["name"], duration(noble), "; ".join(others)


def duration(seconds):
    for unit, name in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= unit:
            return f"{seconds / unit:.3g} {name}"
    return f"{seconds * 1e9:.3g} ns"


def table(head, rows):
    rows = [head, *rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head) - 1)]
    lines = [
        "| " + " | ".join([*(c.ljust(w) for c, w in zip(row, widths)), row[-1]]) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join(["-" * (w + 2) for w in widths] + ["---"]) + "|")
    return lines
