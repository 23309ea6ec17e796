"""How the window feels on a whole walk: stalls of the event loop, key to paint, page to paint.

Run it by itself: ``python tests/benchmarks/walk_stalls.py``. A case is taken, walked through its four steps,
checked and finished with its letter; then the month, the cases, the customers, Today, the letters and one's
own hand, Settings, a slip, the rehearsals and a search; on 100,000 practice cases, with a key every 60 ms.
The budgets are for people, so they are absolute.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from bench import practice_shop, screen

STALL_MS, KEY_MS, PAGE_MS = 50, 16, 100  # Source: look.md, "Budgets"


def main() -> int:
    """Print the figures and every stall; return 1 where a budget is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=100_000)
    asked.add_argument("--walks", type=int, default=3)
    given = asked.parse_args()
    with screen() as environment:
        walks = [one_walk(practice_shop(given.cases), environment) for _walk in range(given.walks)]
    longest = statistics.median(walk["longest_ms"] for walk in walks)
    keys = statistics.median(statistics.quantiles(walk["keys_ms"], n=20)[-1] for walk in walks)
    pages = {
        name: statistics.median(walk["pages_ms"].get(name, 0) for walk in walks)
        for name in walks[0]["pages_ms"]
    }
    slowest = max(pages, key=lambda name: pages[name])
    print(f"Longest stall of a walk: {longest:.0f} ms (at most {STALL_MS})")
    print(f"Key to paint, 95 of 100: {keys:.1f} ms of {len(walks[0]['keys_ms'])} keys (at most {KEY_MS})")
    print(f"Slowest page, “{slowest}”: {pages[slowest]:.0f} ms (at most {PAGE_MS})")
    print("Pages:", ", ".join(f"{name} {ms:.0f} ms" for name, ms in pages.items()))
    for number, walk in enumerate(walks, start=1):
        for late_ms, doing, stack in walk["stalls"]:
            print(f"\nWalk {number}: {late_ms:.0f} ms at “{doing}”\n{stack}", end="")
    return int(longest > STALL_MS or keys > KEY_MS or pages[slowest] > PAGE_MS)


def one_walk(shop: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """Return what was felt on one walk, through a copy of the shop."""
    with tempfile.TemporaryDirectory() as scratch:
        copy, report = Path(scratch) / "shop", Path(scratch) / "felt.json"
        shutil.copytree(shop, copy)
        command = [sys.executable, str(Path(__file__).with_name("walked.py")), str(copy), str(report)]
        subprocess.run(command, env=environment, check=True, timeout=300)
        felt: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return felt


if __name__ == "__main__":
    sys.exit(main())
