"""How long the program takes to start on 100,000 cases, and its memory, beside an empty window.

Run it by itself: ``python tests/benchmarks/start.py``. Both are started by turns, each in a process of its
own, in a real window; a round gives one ratio, and the median of the ratios is printed with half the distance
of its quartiles. The time counts from before the process is begun until the painting is over.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench import AT, noise, practice_shop, screen

HEAVY = ("reportlab", "numpy", "uharfbuzz", "pypdfium2")
BARS = {"window": 1.4, "today": 2.2, "memory_kb": 2.0}  # times the empty window. Source: issue 2, "Speed"
WORDS = {"window": "Start, window painted", "today": "Start, Today filled", "memory_kb": "Memory with Today"}


def main() -> int:
    """Print a line for each bar; return 1 where one is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=100_000)
    asked.add_argument("--rounds", type=int, default=15)
    given = asked.parse_args()
    folder = practice_shop(given.cases)
    with screen() as environment:
        one_start("empty", environment, folder)
        one_start("shop", environment, folder)
        rounds = [
            (one_start("empty", environment, folder), one_start("shop", environment, folder))
            for _round in range(given.rounds)
        ]
    return max([line(name, rounds) for name in BARS] + [late_parts(rounds)])


def one_start(what: str, environment: dict[str, str], folder: Path) -> dict[str, float]:
    """Return the figures of one start: seconds, KB, and the parts that were imported."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "figures.json"
        command = [sys.executable, str(Path(__file__).with_name("started.py")), what]
        words = [repr(time.monotonic()), str(report), "--data", str(folder), "--at", AT]
        subprocess.run([*command, *words], env=environment, check=True, timeout=120)
        figures: dict[str, float] = json.loads(report.read_text(encoding="utf-8"))
        return figures


def line(name: str, rounds: list[tuple[dict[str, float], dict[str, float]]]) -> int:
    """Print one bar: both medians, the median of the ratios, its noise, and what the bar is."""
    beside = "memory_kb" if name == "memory_kb" else "window"
    empty, ours = [one[beside] for one, _other in rounds], [other[name] for _one, other in rounds]
    ratios = [other / one for one, other in zip(empty, ours, strict=True)]
    ratio = statistics.median(ratios)
    scale, unit = (1 / 1024, "MB") if name == "memory_kb" else (1000, "ms")
    told = f"{WORDS[name]}: {statistics.median(ours) * scale:.0f} {unit}, "
    told += f"empty window {statistics.median(empty) * scale:.0f} {unit}, "
    print(told + f"ratio {ratio:.2f} ± {noise(ratios):.0f} % (at most {BARS[name]})", end="")
    if name != "memory_kb":
        cpu = [other[f"{name}_cpu"] / one["window_cpu"] for one, other in rounds]
        print(f"; of the processor alone {statistics.median(cpu):.2f} ± {noise(cpu):.0f} %", end="")
    print()
    return int(ratio > BARS[name])


def late_parts(rounds: list[tuple[dict[str, float], dict[str, float]]]) -> int:
    """Print which heavy parts were imported with Today, and which of the letters within its first second."""
    loaded = sorted({part for _empty, ours in rounds for part in ours["loaded"]})
    print("Imported with Today:", ", ".join(loaded) or "none of the heavy parts")
    return int(any(part in HEAVY or part.startswith("desktop_cs") for part in loaded))


if __name__ == "__main__":
    sys.exit(main())
