"""How long saying what can be given takes, among 100,000 cases: `python tests/benchmarks/gesture_offers.py`.

Ranking reads how the newest 200 cases took what was given, the fair hand reads like cases, the budget what
the month spent. Beside it, in the same process, reading the same number of resolutions by raw SQL on the same
driver. The bar is for people: the panel may take 20 ms, of which this is the part that grows with the shop.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench import noise, practice_shop

from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import Desk, open_desk
from desktop_cs.storage.stores.given_facts import NEWEST

BAR_MS = 20
CASES, TURNS = 100_000, 40
_RAW = "SELECT answers FROM step_entry WHERE step = 'resolution' ORDER BY id DESC LIMIT ?"


def main() -> int:
    """Measure, print, and return 0 where the bar is held."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "shop"
        shutil.copytree(practice_shop(CASES), copy)
        desk = open_desk(copy, SystemClock())
        told = _measured(desk)
        desk.close()
    ours = sum(statistics.median(told[name]) for name in ("offers", "fair hand"))
    for name, times in told.items():
        print(f"{name}: {statistics.median(times):.2f} ms ± {noise(times):.0f} %")
    print(f"what can be given, among {CASES:,} cases: {ours:.1f} ms (at most {BAR_MS})")
    return int(ours > BAR_MS)


def _measured(desk: Desk) -> dict[str, list[float]]:
    desk.actor = desk.shop.staff()[0]
    case = desk.casework.take(Intake("The dryer stands still", "Mrs Stone")).value
    answers = {"failure_kind": "faulty", "price": "420", "what_matters_most": "quick"}
    desk.casework.steps.save_answers(desk.casework.story(case.id), Step.REVIEW, answers)
    story = desk.casework.story(case.id)
    rows = desk.storage._file  # the same driver, below all of ours
    return {
        "offers": _times(lambda: desk.gestures.offers(story, "extra")),
        "fair hand": _times(lambda: desk.gestures.fair_hand(story)),
        "budget": _times(lambda: desk.months.budget(desk.months.this_month())),
        f"{NEWEST} resolutions by raw SQL": _times(lambda: rows.rows(_RAW, (NEWEST,))),
    }


def _times(act: Callable[[], object]) -> list[float]:
    """Return how long an act took each time, in ms, after one turn that warms up."""
    act()
    times = []
    for _turn in range(TURNS):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    return times


if __name__ == "__main__":
    sys.exit(main())
