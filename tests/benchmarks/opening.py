"""How long opening the encrypted records takes, beside the bare driver on the same file.

Run it by itself: ``python tests/benchmarks/opening.py``. By turns the file is opened as the program does it
(key file read and proven, checks, settings of the engine) and by the driver alone with the raw key; each ends
with the first row read. The bar of issue 5 is 1 ms for what the program adds. For a folder that is locked,
the pass phrase's own time is printed: it is slow on purpose, and paid once at a start.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bench import noise, practice_shop
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.keys.key_slots import read_copies, read_keys
from desktop_cs.storage.keys.unlocking import unlocked
from desktop_cs.storage.opening import open_database

_BAR_MS = 1.0  # Source: issue 5, "Speed"
_FIRST_ROW = "SELECT name FROM sqlite_master LIMIT 1"
_PHRASE = "three grey hens in the rain"


def main() -> int:
    """Print what opening costs; return 1 where the program adds more than the bar."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=1000)
    asked.add_argument("--rounds", type=int, default=300)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "shop"
        shutil.copytree(practice_shop(given.cases), folder)
        (key,) = read_keys(folder)
        ways = {"bare": lambda: bare(folder, key), "ours": lambda: ours(folder)}
        for way in ways.values():
            way()
        measured: dict[str, list[float]] = {name: [] for name in ways}
        for _round in range(given.rounds):
            for name, way in ways.items():
                measured[name].append(milliseconds(way))
        added = [one - other for one, other in zip(measured["ours"], measured["bare"], strict=True)]
        told = {
            "Opening, the driver alone": measured["bare"],
            "Opening, the program": measured["ours"],
            f"Opening, what the program adds (at most {_BAR_MS:g} ms)": added,
        }
        for name, values in told.items():
            print(f"{name}: {statistics.median(values):.2f} ms ± {noise(values):.0f} %")
        locked(folder, given.cases)
    return int(statistics.median(added) > _BAR_MS)


def bare(folder: Path, key: str) -> None:
    """Open the file with the driver alone, with the raw key."""
    connection = driver.connect(str(folder / DATABASE_FILE))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute(_FIRST_ROW).fetchone()
    connection.close()


def ours(folder: Path) -> None:
    """Open the file as the program does."""
    database = open_database(folder)
    database.run(_FIRST_ROW).fetchone()
    database.close_everywhere()


def locked(folder: Path, cases: int) -> None:
    """Print how long the first pass phrase takes to set, and to try."""
    desk = open_desk(folder, SystemClock())
    lock = desk.keys.locking(_PHRASE, _PHRASE)
    desk.close()
    took = milliseconds(lambda: lock(lambda _share: None))
    print(f"Setting a pass phrase, {cases:,} cases written anew under a new key: {took:.0f} ms")
    copies = read_copies(folder)
    tries = [milliseconds(lambda: unlocked(copies, _PHRASE)) for _try in range(9)]
    print(f"Trying a pass phrase (slow on purpose): {statistics.median(tries):.0f} ms ± {noise(tries):.0f} %")


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
