"""Reports of unforeseen faults: where they lie and what they say."""

import platform
import traceback
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

from desktop_cs import __version__


def write_report(folder: Path, fault: BaseException, at: datetime) -> Path:
    """Write a report for support and return its file.

    It holds the program's own lines and versions, and the kind of fault; never its message, which may quote a
    customer. Falls back to the temporary folder where `folder` cannot be written.
    """
    lines = [
        f"Desktop CS {__version__}, Python {platform.python_version()}, {platform.platform()}",
        at.isoformat(),
        *_places(fault),
        "",
    ]
    name = f"fault-{at:%Y%m%d-%H%M%S}.txt"
    for place in (folder / "reports", Path(gettempdir())):
        try:
            place.mkdir(parents=True, exist_ok=True)
            report = place / name
            report.write_text("\n".join(lines), encoding="utf-8")
        except OSError:
            continue
        return report
    return folder / name


def _places(fault: BaseException) -> list[str]:
    """Return where the fault and what led to it were raised, innermost last, without any values."""
    told = []
    link: BaseException | None = fault
    while link is not None:
        told.append(f"{type(link).__module__}.{type(link).__qualname__}")
        frames = traceback.extract_tb(link.__traceback__)
        told += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
        link = link.__cause__ or link.__context__
    return told
