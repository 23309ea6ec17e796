"""How long it takes to verify a trail of 1,000,000 entries: `python tests/benchmarks/trail.py`.

Beside it, in the same run: the bare loop of reading the same columns and one HMAC of the same length for each
entry, which verifying cannot do without; and the first lines of the trail page, of everybody, of one person
and of one case. Bar: at most 5 s (median).
"""

import hmac
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_cs.clock import FixedClock
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.storage import Storage
from desktop_cs.storage.stores.trail_links import COVERED, START, linker
from desktop_cs.storage.stores.trail_reading import TrailFilter
from desktop_cs.storage.uuid7 import uuid7

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ENTRIES = 1_000_000
BAR_S = 5.0
TURNS = 3
WINDOW = 100  # as many lines as the page reads at once
SPELLED_BYTES = 32 + 48 + 5 * 16 + 12 + 24 + 32  # as an entry is spelled: link, numbers, keys, words, digest
ADD = f"INSERT INTO trail ({COVERED}, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def entries(shop_id: bytes, key: bytes) -> Iterator[tuple[object, ...]]:
    """Yield the entries of a shop with 10 people and 100,000 cases."""
    people = [uuid7().bytes for _ in range(10)]
    cases = [uuid7().bytes for _ in range(100_000)]
    link, before, start = linker(key), START, int(NOW.timestamp() * 1_000_000)
    for place in range(1, ENTRIES + 1):
        own = uuid7().bytes
        of = (own, shop_id, own, start + place * 1_000_000, people[place % 10], "review.saved")
        row = (place, *of, cases[place % 100_000], "failure_kind,serial", os.urandom(32))
        before = link(before, row)
        yield (*row, before)


def fill(storage: Storage) -> None:
    """Write the trail."""
    key = storage._file.value("SELECT key FROM trail_key")
    connection = storage._file.connection()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(ADD, entries(storage._file.shop_id.bytes, key))
    connection.execute("COMMIT")


def bare(storage: Storage) -> None:
    """Read all entries, and make one HMAC for each."""
    blank = hmac.new(os.urandom(32), digestmod="sha256")
    text = os.urandom(SPELLED_BYTES)
    for _entry in storage._file.connection().execute(f"SELECT {COVERED}, link FROM trail ORDER BY place"):
        code = blank.copy()
        code.update(text)
        code.digest()


def whole(storage: Storage) -> None:
    """Verify the trail as the page does."""
    report = storage.trail.verify((), lambda _share: None)
    assert report.is_whole
    assert report.entries == ENTRIES


def window_ms(storage: Storage, wanted: TrailFilter) -> float:
    """Return the median time of the first window of a list."""
    times = []
    for _turn in range(20):
        start = time.perf_counter()
        storage.trail_reading.window(None, WINDOW, wanted)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main() -> int:
    """Measure, print, and return 0 where the bar is held."""
    with tempfile.TemporaryDirectory() as place:
        storage = open_storage(Path(place) / "shop", FixedClock(NOW))
        fill(storage)
        took: dict[str, list[float]] = {"bare": [], "ours": []}
        for _turn in range(TURNS):
            for name, act in (("bare", bare), ("ours", whole)):
                start = time.perf_counter()
                act(storage)
                took[name].append(time.perf_counter() - start)
        newest = storage.trail_reading.window(None, 1, TrailFilter())[0]
        everybody = window_ms(storage, TrailFilter())
        person = window_ms(storage, TrailFilter(by=newest.by))
        case = window_ms(storage, TrailFilter(case_id=newest.row_id))
        storage.close()
    ours, theirs = statistics.median(took["ours"]), statistics.median(took["bare"])
    print(
        f"verifying a trail of {ENTRIES:,} entries: {ours:.1f} s (at most {BAR_S:.0f} s);"
        f" bare reading and HMAC {theirs:.1f} s, ratio {ours / theirs:.2f}"
    )
    print(
        f"first {WINDOW} lines of that trail: {everybody:.1f} ms, of one person {person:.1f} ms,"
        f" of one case {case:.1f} ms"
    )
    return 0 if ours <= BAR_S else 1


if __name__ == "__main__":
    sys.exit(main())
