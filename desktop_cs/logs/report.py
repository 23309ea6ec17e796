"""Reports of unforeseen faults: what they say, where they lie, reading them.

A report is text that the shop reads and sends by hand. It holds the program's own lines and versions, the
kind of fault, settings that concern nobody, and the last lines of the log; never a message or a value, which
may quote a customer.
"""

import platform
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata
from pathlib import Path
from tempfile import gettempdir

from desktop_cs import __version__
from desktop_cs.logs.hard_faults import REPORTS

_PARTS = ("PySide6-Essentials", "peewee", "sqlcipher3", "cryptography", "reportlab", "pypdfium2", "numpy")
_KEPT = 30  # reports; the oldest go


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is told besides the fault: settings by name, numbers and words of the program alone; log lines."""

    settings: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    log: Sequence[str] = ()


NOTHING_KNOWN = Surroundings()


def write_report(
    folder: Path, fault: BaseException, at: datetime, around: Surroundings = NOTHING_KNOWN
) -> Path:
    """Write a report of a fault and return its file.

    Falls back to the temporary folder where `folder` cannot be written.
    """
    return _written(folder, f"fault-{at:%Y%m%d-%H%M%S}.txt", at, _places(fault), around)


def write_end_report(
    folder: Path, places: Sequence[str], at: datetime, around: Surroundings = NOTHING_KNOWN
) -> Path:
    """Write a report of a program that ended without a word, and return its file.

    Args:
        folder: The data folder.
        places: Where each thread was, as far as the system told; see `hard_faults`.
        at: When it was noticed.
        around: What else is known.
    """
    told = places or ["The program was ended from outside, or the PC lost its power."]
    return _written(folder, f"end-{at:%Y%m%d-%H%M%S}.txt", at, told, around)


def reports_in(folder: Path) -> list[Path]:
    """Return the reports in a data folder, the newest first."""
    with suppress(OSError):
        found = [path for path in (folder / REPORTS).glob("*.txt") if path.is_file()]
        return sorted(found, key=lambda path: path.stem.partition("-")[2], reverse=True)
    return []


def _written(folder: Path, name: str, at: datetime, told: Sequence[str], around: Surroundings) -> Path:
    text = "\n".join([*_head(at), "", *told, "", *_around(around), ""])
    for place in (folder / REPORTS, Path(gettempdir())):
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            report = place / name
            report.write_text(text, encoding="utf-8")
        except OSError:
            continue
        _sweep(folder)
        return report
    return folder / name


def _sweep(folder: Path) -> None:
    for old in reports_in(folder)[_KEPT:]:
        with suppress(OSError):
            old.unlink()


def _head(at: datetime) -> list[str]:
    return [
        f"Desktop CS {__version__}, Python {platform.python_version()}, {platform.platform()}",
        ", ".join(f"{name} {version}" for name in _PARTS if (version := _version(name))),
        at.isoformat(),
    ]


def _version(name: str) -> str:
    """Return the version of a part; "" in a packed program that carries no lists of its parts."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _around(around: Surroundings) -> list[str]:
    told = [f"{name}: {value}" for name, value in around.settings.items()]
    return [*told, "", *around.log] if around.log else told


def _places(fault: BaseException) -> list[str]:
    """Return where the fault and what led to it were raised, innermost last, without any values."""
    told = []
    link: BaseException | None = fault
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        told.append(f"{type(link).__module__}.{type(link).__qualname__}")
        frames = traceback.extract_tb(link.__traceback__)
        told += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
        link = link.__cause__ or link.__context__
    return told


def tell_places(fault: BaseException) -> None:
    """Write where a fault was raised to standard error, where developers look; no message either."""
    if sys.stderr is not None:  # a packed program for Windows has none
        sys.stderr.write("\n".join([*_places(fault), ""]))
