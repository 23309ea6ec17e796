"""How soon Today stands with 500 open follow-ups, beside a bare list of the same rows read by raw SQL.

Run it by itself: ``python tests/benchmarks/today_500.py``. A practice shop of 1,000 cases gets 500 of them,
half of them late, the others due until tonight. Its real window goes from the list of cases to Today, many
times; the time counts from the press until the painting is over. A second figure is the longest stall of the
event loop from the press until the page is whole, with its lists and its month.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

from bench import AT, noise, practice_shop, screen

from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.clock import FixedClock, SystemClock, moment_of
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.storage.uuid7 import uuid7

OPEN = 500  # Source: issue 3, "Speed"
BAR_MS, STALL_MS = 50, 50  # Source: issue 3, "Speed"; look.md, "Budgets"


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=30)
    given = asked.parse_args()
    with screen() as environment:
        felt = visited(environment, given.rounds)
    ours, bare = felt["today_ms"], felt["bare_ms"]
    print(
        f"Today with {OPEN} open follow-ups: {statistics.median(ours):.0f} ms ± {noise(ours):.0f} %, "
        f"bare list {statistics.median(bare):.0f} ms (at most {BAR_MS} ms)"
    )
    stall = statistics.median(felt["stalls_ms"])
    print(f"Longest stall until Today is whole: {stall:.0f} ms (at most {STALL_MS})")
    return int(statistics.median(ours) > BAR_MS or stall > STALL_MS)


def visited(environment: Mapping[str, str], rounds: int) -> dict[str, list[float]]:
    """Return the ms of each visit to Today and of each bare list, and the longest stall of each visit."""
    with tempfile.TemporaryDirectory() as scratch:
        copy, report = Path(scratch) / "shop", Path(scratch) / "felt.json"
        shutil.copytree(practice_shop(1_000), copy)
        make_busy(copy)
        command = [sys.executable, str(Path(__file__).with_name("visited.py"))]
        subprocess.run(
            [*command, str(copy), str(report), str(rounds)], env=environment, check=True, timeout=600
        )
        felt: dict[str, list[float]] = json.loads(report.read_text(encoding="utf-8"))
        return felt


def make_busy(folder: Path) -> None:
    """Give the newest cases of a shop so many follow-ups, by turns late and due until tonight."""
    desk = open_desk(folder, SystemClock())
    desk.clock = FixedClock(moment_of(AT, desk.settings.hours.zone))
    now = desk.clock.now()
    for one in desk.storage.follow_ups.open_ones():
        desk.follow_ups.put_off(one, now + timedelta(days=30))
    with desk.storage.transaction(None):
        for number, case in enumerate(desk.storage.cases.listed(CaseFilter(), OPEN)):
            minutes = -number - 1 if number % 2 else 1 + number
            due = now + timedelta(minutes=minutes)
            desk.storage.follow_ups.add(FollowUp(uuid7(), case.id, FollowUpKind.WRAP_UP, due))
    waiting = desk.due.agenda()
    assert len(waiting.late) + len(waiting.today) >= OPEN
    desk.close()


if __name__ == "__main__":
    sys.exit(main())
