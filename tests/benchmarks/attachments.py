"""What adding a file costs, and what is felt of it: `python tests/benchmarks/attachments.py`.

Adding: 10 MB are read, sealed, and kept with their row and trail, beside a plain copy of the same file that
is made as safely (read, written, fsync, renamed, fsync of the folder). The two take turns on the same disk.
Felt: the longest stall of the window while a picture of 50 MB is added, shown, enlarged, and saved elsewhere.
"""

import json
import os
import random
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from bench import noise, screen
from heartbeat import Heartbeat, OwnTime
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_cs.app import App
from desktop_cs.attachments.attachment import LARGEST_BYTES
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.storage.file.data_folder import settle
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.attachments.taking_in import Given

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
BYTES, TURNS = 10_000_000, 30
BAR = 3.0  # times the plain copy
STALL_MS = 50  # Source: look.md, "Budgets"
QUIET_MS, WARM_MS = 1500, 2500
BMP_HEAD = struct.Struct("<2sIHHIIiiHHIIiiII")
WIDE = 4000  # dots of the picture of 50 MB
PIECE = 1 << 20


def main() -> int:
    """Print the figures and every stall; return 1 where a bar is missed."""
    with tempfile.TemporaryDirectory() as place:
        ours, plain = adding(Path(place))
        print(
            f"Adding a file of 10 MB to a case: {ours * 1000:.0f} ms, a plain copy with fsync"
            f" {plain * 1000:.0f} ms, ratio {ours / plain:.1f} (at most {BAR:.1f}; median of {TURNS})"
        )
        with screen() as environment:
            felt = felt_in_window(Path(place) / "window", environment)
    print(
        f"Longest stall while 50 MB are added, shown and saved: {felt['longest_ms']:.0f} ms (at most"
        f" {STALL_MS}; nothing going on {felt['quiet_ms']:.0f} ms)"
    )
    for late_ms, _doing, stack in felt["stalls"]:
        print(f"\n{late_ms:.0f} ms\n{stack}", end="")
    return int(ours / plain > BAR or felt["longest_ms"] > STALL_MS)


def adding(place: Path) -> tuple[float, float]:
    """Return the seconds that adding takes, and a plain copy."""
    desk = open_desk(place / "shop", FixedClock(NOW))
    (place / "copies").mkdir()
    newcomer = Customer(uuid7(), "Mrs Stone")
    ours, plain = [], []
    for turn in range(TURNS):
        case = desk.casework.take(
            Intake("The dryer hums", newcomer=newcomer if not turn else None, who="Ann")
        ).value
        source = place / f"{turn}.bin"
        source.write_bytes(random.Random(turn).randbytes(BYTES))
        acts = [
            (ours, lambda case=case, source=source: desk.attachments.add(case, source)),
            (plain, lambda source=source: copied(source, place / "copies" / source.name)),
        ]
        for times, act in acts if turn % 2 else reversed(acts):
            times.append(seconds(act))
    assert desk.storage.attachments.verify() == []
    desk.close()
    print(f"Noise of the two: {noise(ours):.0f} %, {noise(plain):.0f} %", file=sys.stderr)
    return statistics.median(ours), statistics.median(plain)


def copied(source: Path, target: Path) -> None:
    """Copy a file as safely as ours: whole or not at all, and on the disk itself."""
    partial = target.with_suffix(".partial")
    with source.open("rb", 0) as origin, partial.open("wb", 0) as file:
        shutil.copyfileobj(origin, file, PIECE)
        os.fsync(file.fileno())
    partial.replace(target)
    settle(target.parent)


def seconds(act: Callable[[], object]) -> float:
    """Return how long an act took."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def felt_in_window(place: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """Return what is felt at the window of another process."""
    place.mkdir()
    command = [sys.executable, __file__, str(place)]
    ended = subprocess.run(
        command, env=environment, check=True, timeout=300, stdout=subprocess.PIPE, encoding="utf-8"
    )
    felt: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return felt


class Watching:
    """Adds a large picture in a real window, shows it and saves a copy."""

    def __init__(self, app: App, place: Path) -> None:
        self.app, self.place = app, place
        self.acts = self.steps()

    def go_on(self) -> None:
        """Do the next thing, then wait as long as it says."""
        QTimer.singleShot(next(self.acts, 0), self.go_on)

    def steps(self) -> Iterator[int]:
        """Do one thing after the other; yield the ms until the next."""
        window, desk = self.app.window, self.app.desk
        while window.pages is None or not window.pages.place:
            yield 50
        case = desk.casework.take(Intake("The dryer hums", newcomer=Customer(uuid7(), "Mrs Stone"))).value
        window.go("case", case.id)
        page = window.pages.page()
        yield WARM_MS
        beat = Heartbeat(OwnTime(), self.app)
        yield QUIET_MS
        quiet, beat.longest_ms, beat.stalls = beat.longest_ms, 0.0, []
        page.files.add(Given([self.place / "large.bmp"]))
        yield from self.until_done()
        attachment = desk.attachments.of_case(case.id)[0]
        page.files.open(attachment)
        yield from self.until_done()
        page.files.viewer.picture.zoom_in()
        yield from self.until_done()
        actions = self.app.actions
        actions.run_slow(lambda: desk.attachments.save_copy(attachment, self.place / "copy.bmp"), print)
        yield from self.until_done()
        assert (self.place / "copy.bmp").stat().st_size == LARGEST_BYTES
        print(json.dumps({"longest_ms": beat.longest_ms, "quiet_ms": quiet, "stalls": beat.told()}))
        QApplication.quit()
        yield 0

    def until_done(self) -> Iterator[int]:
        """Wait until no slow work is under way any more, and what it gave is shown."""
        yield 50
        while self.app.actions.is_busy():
            yield 20
        yield 200


def large_picture(place: Path) -> Path:
    """Return a bitmap of exactly as many bytes as may be added."""
    path, rest = place / "large.bmp", LARGEST_BYTES - BMP_HEAD.size
    head = BMP_HEAD.pack(
        b"BM", LARGEST_BYTES, 0, 0, 54, 40, WIDE, rest // (3 * WIDE), 1, 24, 0, rest, 0, 0, 0, 0
    )
    path.write_bytes(head + random.Random(1).randbytes(rest))
    return path


def watch(place: Path) -> None:
    """Open a window on a new shop, and print what is felt."""
    from desktop_cs.shop.settings import ShopSettings

    folder = place / "shop"
    desk = open_desk(folder, FixedClock(NOW))
    desk.shop.save_settings(ShopSettings(name="Corner Store", currency="EUR", is_practice=True))
    desk.close()
    large_picture(place)
    qt = QApplication([])
    app = App(qt, folder, "2026-11-20T10:00")
    app.window.resize(1366, 697)
    app.window.show()
    app.open_data()
    watching = Watching(app, place)
    watching.go_on()
    qt.exec()
    app.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        watch(Path(sys.argv[1]))
    else:
        sys.exit(main())
