"""Run every benchmark and print their figures as the table of the README.

Run it as ``python tests/benchmarks/all.py``; the first run makes the practice shop and takes minutes. A line
"what: figures" of a benchmark becomes a row; all else (the stacks of stalls) goes to the other output.
"""

import subprocess
import sys
from pathlib import Path

HELPERS = {"all", "bench", "heartbeat", "started", "visited", "walked"}  # measure nothing by themselves
LONGEST_S = 1800


def main() -> int:
    """Print the table; return 1 where a benchmark failed or missed its bar."""
    print("| what | measured |\n|---|---|", flush=True)
    files = sorted(Path(__file__).parent.glob("*.py"))
    return max(rows(file) for file in files if file.stem not in HELPERS)


def rows(file: Path) -> int:
    """Print the rows of one benchmark and return its exit code."""
    ran = subprocess.run(
        [sys.executable, str(file)], stdout=subprocess.PIPE, encoding="utf-8", timeout=LONGEST_S, check=False
    )
    figures, _blank, rest = ran.stdout.partition("\n\n")
    for line in figures.splitlines():
        what, colon, measured = line.partition(": ")
        if colon:
            print(f"| {what} | {measured.strip()} |", flush=True)
    print(rest, file=sys.stderr)
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
